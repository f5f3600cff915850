"""R17: the jury can see all of a strand made for it.

One showing of each title has to be chosen so that no two overlap, ways included. The search is exact: titles
whose showings never meet are told apart first, and what is left is searched title by title, always the one with
the fewest showings that are still possible. After `MOST` steps it gives up: better to say nothing than what is wrong.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found

MOST = 2_000
"""Steps after which a search gives up."""

NOBODY = -1
"""No copy has this number: a jury needs no ingest after the way."""

Showings = Mapping[int, Sequence[Slot]]


class _Search:
    """One search for a choice of showings; `seen` is None when it had to give up."""

    def __init__(self, showings: Showings, context: Context) -> None:
        slots = {slot.id: slot for own in showings.values() for slot in own}
        self._meets = {n: {m for m, other in slots.items() if _meet(slot, other, context)} for n, slot in slots.items()}
        self._steps = 0
        try:
            self.seen: bool | None = self._choose({work: [s.id for s in own] for work, own in showings.items()})
        except _TooLongError:
            self.seen = None

    def _choose(self, left: dict[int, list[int]]) -> bool:
        """Whether a showing of each title that is `left` can be chosen; the title with the fewest comes first."""
        if not left:
            return True
        self._steps += 1
        if self._steps > MOST:
            raise _TooLongError
        work = min(left, key=lambda one: (len(left[one]), one))
        for slot in left[work]:
            met = self._meets[slot]
            rest = {other: [n for n in own if n not in met] for other, own in left.items() if other != work}
            if all(rest.values()) and self._choose(rest):
                return True
        return False


class _TooLongError(Exception):
    """A search has taken more than `MOST` steps."""


def judged(strand: int, context: Context) -> bool:
    """Whether a strand is for the jury."""
    facts = context.strands.get(strand)
    return facts is not None and facts.for_jury


def all_of_it(strand: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R17: of each knot of titles that cannot all be seen, the fewest that show it: without any of them it works."""
    showings: dict[int, list[Slot]] = {}
    for slot in sorted(events, key=lambda slot: (slot.body_start, slot.id)):
        for work in dict.fromkeys(slot.works):
            showings.setdefault(work, []).append(slot)
    for knot in _knots(showings, context):
        if _Search(knot, context).seen is not False:
            continue
        works = _fewest(knot, context)
        slots = sorted({slot.id: slot for work in works for slot in knot[work]}.values(), key=_order)
        parties = (Party(PartyKind.STRAND, strand), *(Party(PartyKind.WORK, work) for work in works))
        yield found(Clash.JURY_MISSES, slots, slots[0].body_start, (("titles", len(works)),), parties)


def _fewest(knot: Showings, context: Context) -> list[int]:
    """Titles that cannot all be seen, none of them without need; ids in order."""
    works = sorted(knot)
    for work in list(works):
        rest = {other: knot[other] for other in works if other != work}
        if _Search(rest, context).seen is False:
            works.remove(work)
    return works


def _knots(showings: Showings, context: Context) -> Iterator[Showings]:
    """Titles that are tied together by showings that meet; titles that meet nothing are left out."""
    loose = set(showings)
    for start in sorted(showings):
        if start not in loose:
            continue
        loose.discard(start)
        knot, waiting = [start], [start]
        while waiting:
            work = waiting.pop()
            near = {
                other for other in loose
                if any(_meet(a, b, context) for a in showings[work] for b in showings[other])
            }  # fmt: skip
            loose -= near
            knot.extend(near)
            waiting.extend(sorted(near))
        if len(knot) > 1:
            yield {work: showings[work] for work in sorted(knot)}


def _meet(one: Slot, other: Slot, context: Context) -> bool:
    """Whether nobody can see both: they overlap, or the way is too long. One event that shows both is seen at once."""
    if one.id == other.id or one.hall is None or other.hall is None:
        return False
    earlier, later = (one, other) if _order(one) < _order(other) else (other, one)
    way = 0 if one.hall == other.hall else context.way(NOBODY, earlier.hall or 0, later.hall or 0)
    return later.body_start - earlier.body_end < way


def _order(slot: Slot) -> tuple[int, int]:
    return slot.body_start, slot.id
