"""What the program and its planning process say to each other: length-framed values over pipes.

Both ends are this program, started by itself, so the values are pickled; nothing of anybody else comes this way.
"""

import pickle
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from app.domain.planning import Problem, Progress, Proposal


class Task(NamedTuple):
    """What is to be done: plan for `seconds`, or for so many `rounds` of the search; asked for at `began`."""

    problem: Problem
    seconds: float
    seed: int
    rounds: int | None = None
    began: float | None = None


class Report(NamedTuple):
    """How far it is, with the best proposal so far; `done` is the last one."""

    progress: Progress | None
    proposal: Proposal | None
    done: bool = False
    broken: str = ""


LONGEST = 256 * 1024 * 1024
_HEAD = 4


def send(out: IO[bytes], value: object) -> None:
    """Write one value."""
    payload = pickle.dumps(value, protocol=5)
    out.write(len(payload).to_bytes(_HEAD, "big") + payload)
    out.flush()


def values(source: IO[bytes]) -> Iterator[Any]:
    """The values of a stream until it ends; one cut short ends it."""
    while True:
        head = source.read(_HEAD)
        size = int.from_bytes(head, "big")
        if len(head) < _HEAD or size > LONGEST:
            return
        payload = source.read(size)
        if len(payload) < size:
            return
        yield pickle.loads(payload)  # noqa: S301 - our own process wrote it
