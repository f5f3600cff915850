"""The traits of many works, a column for each: small enough to be at hand for a hundred thousand, quick to count."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import compress
from typing import Any

from app.domain.facets import FACETS, Filter, Traits, tests

_NARROW = 256
_FEW = 24
"""Values of a column that are counted one by one; more are counted in one go."""

_FULL = bytes([0] + [255] * 255)
_SPARSE = 8
"""So many times as many numbers as works, and places are looked up instead of listed."""

Mask = bytes
"""A byte for each place: 1 where a work passes, else 0."""


class Column:
    """One trait of every work: a code for each place, 0 where there is no work, and the value of each code."""

    __slots__ = ("_numbers", "codes", "values")

    def __init__(self, length: int = 0) -> None:
        self.values: list[Any] = [None]
        self._numbers: dict[Any, int] = {}
        self.codes: bytearray | array[int] = bytearray(length)

    def number(self, value: Any) -> int:
        """The code of a value, a new one if it is new."""
        number = self._numbers.get(value)
        if number is None:
            number = self._numbers[value] = len(self.values)
            self.values.append(value)
            if number == _NARROW:
                self.codes = array("I", list(self.codes))
        return number

    def append(self, values: Iterable[Any]) -> None:
        """Add the values of places that come next, in order."""
        numbers = self._numbers
        codes = [numbers.get(value) or self.number(value) for value in values]
        self.codes.extend(codes)

    def mask(self, test: Callable[[Any], bool]) -> Mask:
        """Where the value will do."""
        held = bytes([0, *(bool(test(value)) for value in self.values[1:])])
        if isinstance(self.codes, bytearray):
            return bytes(self.codes.translate(held.ljust(_NARROW, b"\0")))
        return bytes(map(held.__getitem__, self.codes))

    def tally(self, mask: Mask | None) -> Iterator[tuple[Any, int]]:
        """Each value with the number of places that have it, among those of the mask."""
        codes = self.codes
        if isinstance(codes, bytearray) and len(self.values) <= _FEW:
            left = codes if mask is None else _both(codes, mask.translate(_FULL))
            yield from ((value, left.count(code)) for code, value in enumerate(self.values) if code)
            return
        found = Counter(codes if mask is None else compress(codes, mask))
        yield from ((self.values[code], number) for code, number in found.items() if code)

    def copy(self) -> "Column":
        """The same for another thread."""
        twin = Column()
        twin.values, twin._numbers, twin.codes = list(self.values), dict(self._numbers), self.codes[:]
        return twin


def _both(some: bytes | bytearray, others: bytes) -> bytes:
    """Bit by bit what both have; of the same length."""
    both = int.from_bytes(some, "little") & int.from_bytes(others, "little")
    return both.to_bytes(len(some), "little")


class Columns(Mapping[int, Traits]):
    """Traits by work, true on the day `day`. `timed` tells whether when records were added and changed is known."""

    def __init__(self, day: date, ids: Iterable[int] = ()) -> None:
        self.day = day
        self.timed = False
        self.ids = array("q", ids)
        self._columns = {field: Column(len(self.ids)) for field in Traits._fields}
        self._gone = 0
        self._places: dict[int, int] | array[int] = self._listed()

    @classmethod
    def of(cls, day: date, traits: Mapping[int, Traits]) -> "Columns":
        """The columns of these."""
        made = cls(day)
        made.update(traits)
        return made

    def _listed(self) -> "dict[int, int] | array[int]":
        top = max(self.ids, default=0)
        if top > _SPARSE * len(self.ids) + 10_000 or min(self.ids, default=0) < 0:
            return {work: place for place, work in enumerate(self.ids)}
        places = array("i", [-1]) * (top + 1)
        for place, work in enumerate(self.ids):
            places[work] = place
        return places

    def place(self, work: int) -> int:
        """Where a work stands in every column; -1 when it is not there."""
        places = self._places
        if isinstance(places, dict):
            return places.get(work, -1)
        return places[work] if 0 <= work < len(places) else -1

    def column(self, field: str) -> Column:
        """One column, to be filled or to be sorted by."""
        return self._columns[field]

    def codes(self, field: str, ids: Sequence[int]) -> Iterator[int]:
        """The codes of a column for these works, all of which are there."""
        return map(self._columns[field].codes.__getitem__, map(self._places.__getitem__, ids))

    def place_again(self) -> None:
        """Say anew where each work stands, after `ids` and columns were filled from without."""
        self._places = self._listed()

    def fill(self, field: str, default: Any, values: Iterable[tuple[int, Any]]) -> None:
        """Set a column as a whole: the default, and the values of those works that have another."""
        column = Column(len(self.ids))
        self._columns[field] = column
        usual = column.number(default)
        assert isinstance(column.codes, bytearray)
        column.codes[:] = bytes([usual]) * len(self.ids)
        place, number = self.place, column.number
        for work, value in values:
            at = place(work)
            if at >= 0:
                code = number(value)
                column.codes[at] = code

    def update(self, traits: Mapping[int, Traits]) -> None:
        """Put these works in, or in the place of what was known of them."""
        for work, own in traits.items():
            at = self.place(work)
            if at < 0:
                at = self._append(work)
            for column, value in zip(self._columns.values(), own, strict=True):
                code = column.number(value)
                column.codes[at] = code

    def drop(self, works: Iterable[int]) -> None:
        """Forget these works."""
        for work in works:
            at = self.place(work)
            if at >= 0:
                self._places[work] = -1
                self._gone += 1
                for column in self._columns.values():
                    column.codes[at] = 0

    def _append(self, work: int) -> int:
        at = len(self.ids)
        self.ids.append(work)
        for column in self._columns.values():
            column.codes.append(0)
        if not isinstance(self._places, dict) and not 0 <= work < len(self._places):
            if 0 <= work < _SPARSE * at + 10_000:
                self._places.extend([-1] * (work + 1 - len(self._places)))
            else:
                self._places = {id_: place for place, id_ in enumerate(self.ids) if self.place(id_) >= 0}
        self._places[work] = at
        return at

    def copy(self) -> "Columns":
        """The same for another thread."""
        twin = Columns(self.day)
        twin.timed, twin.ids, twin._gone = self.timed, self.ids[:], self._gone
        twin._columns = {field: column.copy() for field, column in self._columns.items()}
        twin._places = self._places.copy() if isinstance(self._places, dict) else self._places[:]
        return twin

    def __getitem__(self, work: int) -> Traits:
        at = self.place(work)
        if at < 0:
            raise KeyError(work)
        return Traits(*(column.values[column.codes[at]] for column in self._columns.values()))

    def __contains__(self, work: object) -> bool:
        return isinstance(work, int) and self.place(work) >= 0

    def __iter__(self) -> Iterator[int]:
        return (work for at, work in enumerate(self.ids) if self.place(work) == at)

    def __len__(self) -> int:
        return len(self.ids) - self._gone

    def mask(self, works: Iterable[int]) -> Mask:
        """Where these works stand."""
        mask = bytearray(len(self.ids) + 1)
        for at in map(self.place, works):
            mask[at] = 1
        return bytes(mask[:-1])

    def masks(self, wanted: Filter) -> dict[str, Mask]:
        """Where each thing asked for holds."""
        return {name: self._columns[field].mask(test) for name, (field, test) in tests(wanted, self.day).items()}

    def among(self, ids: Sequence[int], mask: Mask) -> list[int]:
        """The ids that stand where the mask has a 1, in the order given."""
        held = mask + b"\0"  # the place of one that is gone is -1, the last
        places = self._places
        if isinstance(places, dict):
            return [work for work in ids if held[places.get(work, -1)]]
        top = len(places)
        return [work for work in ids if work < top and held[places[work]]]


def passing(ids: Sequence[int], known: Columns, wanted: Filter) -> list[int]:
    """The ids that pass, in the order given."""
    if not wanted.active:
        return list(ids)
    masks = list(known.masks(wanted).values())
    everyone = b"\1" * len(known.ids)
    return known.among(ids, _all_of([everyone, *masks]))


def counts(known: Columns, wanted: Filter, within: Mask | None = None) -> dict[str, Counter[str]]:
    """For each facet, how many works each choice holds among those that pass all the other facets.

    Only works of the mask `within` are looked at, all if None. Years are counted as text of
    four digits, programmes by their numbers as text.
    """
    masks = known.masks(wanted)
    found = {}
    for name, facet in FACETS.items():
        others = [mask for other, mask in masks.items() if other != name]
        among = _all_of([*others, within]) if within is not None else _all_of(others)
        counter: Counter[str] = Counter()
        for value, number in known.column(facet.field).tally(among):
            if number:
                for choice in facet.choices(value):
                    counter[choice] += number
        found[name] = counter
    return found


def _all_of(masks: Sequence[Mask]) -> Any:
    """Where all masks have a 1; None for no masks."""
    if len(masks) <= 1:
        return masks[0] if masks else None
    both = masks[0]
    for mask in masks[1:]:
        both = _both(both, mask)
    return both
