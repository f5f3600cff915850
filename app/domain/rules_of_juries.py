"""R17: the jury can see all of a strand made for it.

One showing of each title has to be chosen so that no two overlap, ways included; titles whose showings never meet are
told apart first. With one or two showings a title this is decided exactly, however many titles there are. With three
or more it is a problem for which no quick way is known: strands that ask up to four films a day of the jury were all
decided, of sixty titles as well; where forty titles or more ask five a day or more, the search may give up
(`choosing.MOST`), and then nothing is said, for that would be a guess.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from app.domain.choosing import Undecided, one_of_each
from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found

NOBODY = -1
"""No copy has this number: a jury needs no ingest after the way."""

Showings = Mapping[int, Sequence[Slot]]
Meets = Mapping[int, frozenset[int]]


def judged(strand: int, context: Context) -> bool:
    """Whether a strand is for the jury."""
    facts = context.strands.get(strand)
    return facts is not None and facts.for_jury


def all_of_it(strand: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R17: of each knot of titles that cannot all be seen, the fewest that show it: without any of them it works."""
    showings: dict[int, list[Slot]] = {}
    ordered = sorted(events, key=_order)
    for slot in ordered:
        for work in dict.fromkeys(slot.works):
            showings.setdefault(work, []).append(slot)
    meets = _meetings(ordered, context)
    for knot in _knots(showings, meets):
        if not _too_much(knot, meets):
            continue
        works = _fewest(knot, meets)
        slots = sorted({slot.id: slot for work in works for slot in knot[work]}.values(), key=_order)
        parties = (Party(PartyKind.STRAND, strand), *(Party(PartyKind.WORK, work) for work in works))
        yield found(Clash.JURY_MISSES, slots, slots[0].body_start, (("titles", len(works)),), parties)


def _too_much(showings: Showings, meets: Meets) -> bool:
    """Whether these titles cannot all be seen; not where nobody can tell."""
    try:
        return not one_of_each({work: [slot.id for slot in own] for work, own in showings.items()}, meets)
    except Undecided:
        return False


def _fewest(knot: Showings, meets: Meets) -> list[int]:
    """Titles that cannot all be seen, none of them without need; ids in order."""
    works = sorted(knot)
    for work in list(works):
        if _too_much({other: knot[other] for other in works if other != work}, meets):
            works.remove(work)
    return works


def _knots(showings: Showings, meets: Meets) -> Iterator[Showings]:
    """Titles that are tied together by showings that meet; titles that meet nothing are left out."""
    of: dict[int, list[int]] = {}
    for work, own in showings.items():
        for slot in own:
            of.setdefault(slot.id, []).append(work)
    loose = set(showings)
    for start in sorted(showings):
        if start not in loose:
            continue
        loose.discard(start)
        knot, waiting = [start], [start]
        while waiting:
            met = (other for slot in showings[waiting.pop()] for other in meets[slot.id])
            near = {work for other in met for work in of.get(other, ())} & loose
            loose -= near
            knot.extend(near)
            waiting.extend(near)
        if len(knot) > 1:
            yield {work: showings[work] for work in sorted(knot)}


def _meetings(ordered: Sequence[Slot], context: Context) -> Meets:
    """For each of some showings, in the order of their starts, those that cannot be seen besides it."""
    found: dict[int, set[int]] = {slot.id: set() for slot in ordered}
    reach = context.longest_way
    for place, earlier in enumerate(ordered, 1):
        for later in ordered[place:]:
            gap = later.body_start - earlier.body_end
            if gap >= reach:
                break
            if gap < _way(earlier, later, context):
                found[earlier.id].add(later.id)
                found[later.id].add(earlier.id)
    return {number: frozenset(met) for number, met in found.items()}


def _way(earlier: Slot, later: Slot, context: Context) -> int:
    return 0 if earlier.hall == later.hall else context.way(NOBODY, earlier.hall or 0, later.hall or 0)


def _order(slot: Slot) -> tuple[int, int]:
    return slot.body_start, slot.id
