"""R20, R21 and R24: halls of the right size, prime time for all, and something for those who hear or walk badly."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of

LOST = 5
"""An audience of less than one in so many seats is lost in its hall."""

SEVERAL = 3
"""Showings from which a strand or a country may ask for prime time, unless the programme has set R21 otherwise."""


def size(slot: Slot, context: Context) -> Sequence[Finding]:
    """R20: those who are expected find a seat, and do not get lost."""
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    if hall is None or not hall.seats or slot.expected is None or slot.blocker:
        return ()
    values = (("expected", slot.expected), ("seats", hall.seats))
    if slot.expected > hall.seats:
        return (found(Clash.HALL_TOO_SMALL, (slot,), slot.body_start, values, (hall_of(slot),)),)
    if slot.expected * LOST < hall.seats:
        return (found(Clash.HALL_TOO_BIG, (slot,), slot.body_start, values, (hall_of(slot),)),)
    return ()


def prime_strand(strand: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R21: a strand with several showings has one in prime time; talks keep their own hours."""
    shows = [slot for slot in events if slot.works]
    if len(shows) >= context.value("R21", SEVERAL) and not any(in_prime(slot, context) for slot in shows):
        at, values = min(slot.body_start for slot in shows), (("showings", len(shows)),)
        yield found(Clash.PRIME_STRAND, (), at, values, (Party(PartyKind.STRAND, strand),))


def prime_country(country: str, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R21: so has a country; a co-production counts for each of its countries."""
    if len(events) >= context.value("R21", SEVERAL) and not any(in_prime(slot, context) for slot in events):
        at, values = min(slot.body_start for slot in events), (("country", country), ("showings", len(events)))
        yield found(Clash.PRIME_COUNTRY, (), at, values, ())


def in_prime(slot: Slot, context: Context) -> bool:
    """Whether a show begins in prime time, on the clocks of its hall."""
    begins = slot.body_start - context.window(slot).first + context.day_start
    first, after = context.prime
    return first <= begins < after


def accessible_known(context: Context) -> bool:
    """Whether anybody has said which halls are free of steps, and what is made for the hard of hearing."""
    halls = any(hall.step_free for hall in context.halls.values())
    captions = any(v.captions for v in context.versions.values()) or any(c.captions for c in context.copies.values())
    return halls and captions


def accessible_day(day: date, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R24: every day has a show with captions in a hall without steps."""
    shows = [slot for slot in events if slot.works]
    if shows and not any(_accessible(slot, context) for slot in shows):
        yield found(Clash.NOTHING_ACCESSIBLE, (), min(slot.body_start for slot in shows), (("day", day),), ())


def _accessible(slot: Slot, context: Context) -> bool:
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    if hall is None or not hall.step_free:
        return False
    versions = (context.versions.get(version) for version in slot.versions if version is not None)
    copies = (context.copies.get(copy) for copy in slot.copies)
    return any(v is not None and v.captions for v in versions) or any(c is not None and c.captions for c in copies)
