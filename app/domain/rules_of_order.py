"""R14: what comes first: one title before another, part 1 before part 2, a film before its talk, the premiere.

Each town of a tour has an audience of its own, and so an order of its own; a premiere reaches as far as it is one.
"""

from collections.abc import Collection, Iterator
from itertools import pairwise

from app.domain.context import Context
from app.domain.journeys import stop_of, towns
from app.domain.kinds import Premiere
from app.domain.kinds_of_plans import AudienceKind, LinkKind, Occasion
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of

BEFORE_ALL = frozenset({AudienceKind.PRESS, AudienceKind.JURY})
"""Press and jury may see a title before its premiere."""

EVERYWHERE = frozenset({Premiere.WORLD, Premiere.INTERNATIONAL, Premiere.CONTINENTAL})
"""Premieres before which a title is shown in no town of a tour; a national one is the first in its country."""


def tied(context: Context) -> bool:
    """Whether any titles come in order."""
    return any(tie.kind is LinkKind.BEFORE for tie in context.ties)


def before(place: int, context: Context) -> bool:
    """Whether a tie asks for an order."""
    return context.ties[place].kind is LinkKind.BEFORE


def in_order(place: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R14: whoever comes to a showing of the second title has had a chance to see the first."""
    tie = context.ties[place]
    for here in towns(events, context):
        first = [slot for slot in here if slot.entry == tie.entry]
        for slot in here:
            if slot.entry == tie.other and slot.entry != tie.entry:
                yield from _too_early(slot, first, Clash.ORDER_WRONG)


def serial(context: Context) -> bool:
    """Whether any titles are numbered parts."""
    return any(facts.parent is not None and facts.number is not None for facts in context.works.values())


def parts(parent: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R14: before each showing of a part the part before it, of those that are shown, has been shown once."""
    for here in towns(events, context):
        shown: dict[int, list[Slot]] = {}
        for slot in here:
            for number in dict.fromkeys(_numbers(slot, parent, context)):
                shown.setdefault(number, []).append(slot)
        for other, number in pairwise(sorted(shown)):
            for slot in shown[number]:
                yield from _part(slot, shown[other], (number, other), parent, context)


def _part(
    slot: Slot, earlier: Collection[Slot], numbers: tuple[int, int], parent: int, context: Context
) -> Iterator[Finding]:
    number, other = numbers
    within = _numbers(slot, parent, context)
    if other in within and within.index(other) < within.index(number):
        return
    first = min(earlier, key=_end)
    if first.body_end > slot.body_start:
        both = (slot,) if first.id == slot.id else (slot, first)
        values = (("number", number), ("other", other))
        parties = (Party(PartyKind.WORK, parent), *map(hall_of, both))
        yield found(Clash.PARTS_ORDER, both, slot.body_start, values, parties)


def _numbers(slot: Slot, parent: int, context: Context) -> list[int]:
    """The parts of a series an event shows, in the order it shows them."""
    known = (context.works.get(work) for work in slot.works)
    return [f.number for f in known if f is not None and f.parent == parent and f.number is not None]


def talks(work: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R14: a talk comes after a showing of what it is about; film and talk may be one event."""
    if not any(slot.talks for slot in events):
        return
    for here in towns(events, context):
        shows = [slot for slot in here if work in slot.works]
        for slot in here:
            if work in slot.talks and work not in slot.works:
                yield from _too_early(slot, shows, Clash.TALK_BEFORE_FILM, Party(PartyKind.WORK, work))


def premiere(work: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R14: nobody but press and jury sees a title before its premiere begins."""
    premieres = [slot for slot in events if slot.occasion is Occasion.PREMIERE]
    if not premieres:
        return
    premieres.sort(key=lambda slot: (slot.body_start, slot.id))
    for slot in events:
        if slot.occasion is Occasion.PREMIERE or slot.audience in BEFORE_ALL:
            continue
        first = next((one for one in premieres if _reaches(one, slot, context)), None)
        if first is not None and slot.body_start < first.body_start:
            values = (("starts", first.body_start), ("earlier", slot.body_start))
            parties = (Party(PartyKind.WORK, work), hall_of(slot), hall_of(first))
            yield found(Clash.PREMIERE_NOT_FIRST, (slot, first), slot.body_start, values, parties)


def _reaches(premiere: Slot, slot: Slot, context: Context) -> bool:
    """Whether a premiere is one for those who come to another event: in its town, its country, or everywhere."""
    if stop_of(premiere, context) == stop_of(slot, context):
        return True
    entry = None if premiere.entry is None else context.entries.get(premiere.entry)
    reach = Premiere.NONE if entry is None else entry.premiere
    same_country = context.place(premiere.hall).territory == context.place(slot.hall).territory
    return reach in EVERYWHERE or (reach is Premiere.NATIONAL and same_country)


def _too_early(slot: Slot, first: Collection[Slot], clash: Clash, *about: Party) -> Iterator[Finding]:
    """`slot` begins before any of `first` is over; nothing is said while none of those is placed."""
    if not first:
        return
    earliest = min(first, key=_end)
    if earliest.body_end > slot.body_start and earliest.id != slot.id:
        values = (("starts", slot.body_start), ("until", earliest.body_end))
        yield found(clash, (slot, earliest), slot.body_start, values, (*about, hall_of(slot), hall_of(earliest)))


def _end(slot: Slot) -> tuple[int, int]:
    return slot.body_end, slot.id
