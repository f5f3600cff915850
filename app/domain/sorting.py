"""The order of the catalogue by several things at once: country, then year, then title."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.domain.columns import Columns

Level = tuple[str, bool]
"""By what, and whether downwards."""

Place = Callable[[Any], Any]
"""Where a value stands among its kind."""

TITLE = "title"
BY_TITLE: tuple[Level, ...] = ((TITLE, False),)

FIELDS: Mapping[str, str] = {
    "year": "year", "country": "countries", "kind": "kind", "runtime": "runtime", "rights": "rights", "ends": "ends",
    "dub": "dubs", "age": "age", "added": "added", "changed": "changed",
}  # fmt: skip
"""What one can sort by beside the title, and the trait it looks at."""

TIMES = frozenset({"added", "changed"})
_RIGHTS = ("cleared", "not_needed", "ending", "negotiation", "not_cleared", "expired")
_NOT_ENTERED = 9

NONE: Mapping[str, Place] = {}


def in_order(
    titles: Sequence[int], known: Columns, order: Sequence[Level], places: Mapping[str, Place] = NONE
) -> list[int]:
    """`titles`, which come by title, in another order: one pass for each level, from the last to the first.

    `places` tells by level where a value stands ("country", "kind"), by default by itself. Works
    without the value come last, whichever way. Titles hardly ever are even, so levels behind the
    title count for nothing. Works that `known` does not hold are left out.
    """
    levels = list(order)
    by = [name for name, _down in levels]
    if TITLE in by:
        levels = levels[: by.index(TITLE) + 1]
    ids = known.among(titles, b"\1" * len(known.ids))
    if levels and levels[-1] == (TITLE, True):
        ids.reverse()
    for name, down in reversed(levels):
        if name in FIELDS:
            ids = _sorted(ids, known, name, places.get(name), down=down)
    return ids


def _sorted(ids: Sequence[int], known: Columns, by: str, place: Place | None, *, down: bool) -> list[int]:
    """Works with one value stay in their order, so they are thrown into a heap each, and the heaps are put in order."""
    column = known.column(FIELDS[by])
    heaps: list[list[int]] = [[] for _ in column.values]
    throw = [heap.append for heap in heaps]
    for work, code in zip(ids, known.codes(FIELDS[by], ids), strict=True):
        throw[code](work)
    told = [
        (where, code) for code, value in enumerate(column.values) if (where := _place(by, value, place)) is not None
    ]
    told.sort(key=lambda one: one[0], reverse=down)
    there = {code for _where, code in told}
    silent = [code for code in range(len(heaps)) if code not in there]
    alike: dict[Any, list[int]] = {}
    for where, code in told:
        alike.setdefault(where, []).append(code)
    return [work for group in (*alike.values(), silent) for work in _joined(heaps, group, ids)]


def _joined(heaps: Sequence[list[int]], codes: Sequence[int], ids: Sequence[int]) -> Sequence[int]:
    """The works of heaps that count alike (one country among others, a dub beside another), in their order."""
    full = [code for code in codes if heaps[code]]
    if len(full) <= 1:
        return heaps[full[0]] if full else ()
    them = {work for code in full for work in heaps[code]}
    return [work for work in ids if work in them]


def _place(by: str, value: Any, place: Place | None) -> Any:
    """Where a value stands; None for no value."""
    if by in ("country", "dub"):
        value = value[0] if value else None
    elif by == "rights" and place is None:
        return _RIGHTS.index(value) if value in _RIGHTS else _NOT_ENTERED if value else None
    elif by == "age":
        return (int(value.rstrip("+-")), value.endswith("+")) if value else None
    if value in (None, "", 0):
        return None
    return place(value) if place is not None else value
