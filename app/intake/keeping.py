"""A long list of what was read, kept beside memory: a proposal of a million rows must not fill it."""

from array import array
from collections.abc import Callable, Sequence
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import Any, TypeVar, overload
from weakref import finalize

from app.intake.packing import unpacked

T = TypeVar("T")

IN_MEMORY = 32 * 1024 * 1024
"""Bytes of lines held in memory; what is more goes to a file without a name, gone with the list."""


class Kept(Sequence[T]):
    """A sequence whose items are lines of JSON until one asks for them."""

    def __init__(self, made: Callable[[Any], T]) -> None:
        self._made = made
        self._ends = array("Q", [0])
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - lives as long as the list
        self._lock = Lock()
        finalize(self, self._file.close)

    def add(self, lines: bytes) -> None:
        """Append items: one line each."""
        with self._lock:
            end = self._ends[-1]
            self._file.seek(end)
            self._file.write(lines)
            for line in lines.splitlines(keepends=True):  # JSON has no raw line end of any kind inside
                end += len(line)
                self._ends.append(end)

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        with self._lock:
            self._file.seek(self._ends[place])
            line = self._file.read(self._ends[place + 1] - self._ends[place])
        return self._made(unpacked(line))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(a == b for a, b in zip(self, other, strict=True))
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Kept({len(self)})"
