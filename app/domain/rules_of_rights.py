"""R10: territory, use, window, number of showings and "not before", asked for each showing."""

from collections.abc import Collection, Iterator, Sequence

from app.domain.calendar import day_of, window_of_day
from app.domain.context import Context, Where
from app.domain.rights import Asked, Obstacle, Window, obstacle, permitting
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, Value, found, hall_of

ALWAYS = (-(10**12), 10**12)
"""A span that no schedule leaves."""

_CLASH_OF = {
    Obstacle.MISSING: Clash.RIGHTS_MISSING,
    Obstacle.TERRITORY: Clash.RIGHTS_TERRITORY,
    Obstacle.USE: Clash.RIGHTS_USE,
    Obstacle.NOT_CLEARED: Clash.RIGHTS_NOT_CLEARED,
    Obstacle.ENDED: Clash.RIGHTS_ENDED,
    Obstacle.NOT_BEGUN: Clash.RIGHTS_NOT_BEGUN,
    Obstacle.NOT_BEFORE: Clash.RIGHTS_NOT_BEFORE,
    Obstacle.NEGOTIATION: Clash.RIGHTS_NEGOTIATION,
}


def allowed(slot: Slot, context: Context) -> Sequence[Finding]:
    """R10: a window for the territory and the use allows the day; a showing past midnight counts to the evening."""
    if context.rights is None:
        return ()
    findings: list[Finding] = []
    known, minute, where = context.spans, slot.body_start, context.place(slot.hall)
    for work, version in slot.shown():
        spans = known.get((work, version, where))
        if spans is None:
            spans = known[work, version, where] = _allowed(work, version, where, context)
        for first, after in spans:
            if first <= minute < after:
                break
        else:
            findings.extend(_refused(slot, work, version, context))
    return findings


def limited(work: int, context: Context) -> bool:
    """Whether the number of showings of this work is limited at all."""
    return work in context.limited


def showings(work: int, slots: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R10: no more showings than agreed. Each showing draws on the window that ends first."""
    windows = (context.rights or {}).get(work, ())
    if all(window.max_showings is None or len(slots) <= window.max_showings for window in windows):
        return
    used: dict[int, list[Slot]] = {}
    for slot in sorted(slots, key=lambda one: (one.body_start, one.hall or 0, one.id)):
        numbers = _drawn_on(slot, work, windows, context)
        if numbers:
            free = (n for n in numbers if len(used.get(n, ())) < (windows[n].max_showings or 0))
            used.setdefault(next(free, numbers[0]), []).append(slot)
    for number, planned in sorted(used.items()):
        most = windows[number].max_showings or 0
        if len(planned) > most:
            values = (("planned", len(planned)), ("allowed", most))
            yield found(Clash.SHOWINGS_SPENT, planned, planned[most].body_start, values, (Party(PartyKind.WORK, work),))


def _refused(slot: Slot, work: int, version: int | None, context: Context) -> Iterator[Finding]:
    """Why no window allows this work here and now."""
    territory, zone = context.place(slot.hall)
    day = day_of(slot.body_start, context.day_start, zone)
    asked = Asked(version, territory, context.use)
    against = obstacle((context.rights or {}).get(work, ()), asked, day)
    if against is not None:
        clash, more = _said(*against, asked)
        parties = (Party(PartyKind.WORK, work), hall_of(slot))
        yield found(clash, (slot,), slot.body_start, (("day", day), *more), parties)


def _allowed(work: int, version: int | None, where: Where, context: Context) -> tuple[tuple[int, int], ...]:
    """The spans of minutes in which windows allow a work in a place."""
    windows = permitting((context.rights or {}).get(work, ()), Asked(version, where.territory, context.use))
    return tuple(_minutes(window, context.day_start, where.zone) for window in windows)


def _drawn_on(slot: Slot, work: int, windows: Sequence[Window], context: Context) -> list[int]:
    """The limited windows a showing may draw on, by position, the one that ends first leading."""
    where = context.place(slot.hall)
    version = next(version for shown, version in slot.shown() if shown == work)
    spans = context.limits.get((work, version, where))
    if spans is None:
        permitted = permitting(windows, Asked(version, where.territory, context.use))
        found = [(*_minutes(one, context.day_start, where.zone), windows.index(one)) for one in permitted]
        spans = context.limits[work, version, where] = tuple(sorted(found, key=lambda span: span[1:]))
    minute = slot.body_start
    numbers = [number for first, after, number in spans if first <= minute < after]
    return [] if any(windows[number].max_showings is None for number in numbers) else numbers


def _minutes(window: Window, day_start: int, zone: str) -> tuple[int, int]:
    """The festival days of a window as minutes: first, and first after."""
    first = window_of_day(window.first, day_start, zone)[0] if window.first else ALWAYS[0]
    after = window_of_day(window.ends, day_start, zone)[1] if window.ends else ALWAYS[1]
    return first, after


def _said(found: Obstacle, window: Window | None, asked: Asked) -> tuple[Clash, tuple[tuple[str, Value], ...]]:
    """The clash of an obstacle and the values it tells besides the day."""
    values: dict[Obstacle, tuple[str, Value | None]] = {
        Obstacle.TERRITORY: ("territory", asked.territory),
        Obstacle.USE: ("use", asked.use),
        Obstacle.ENDED: ("ends", window.ends if window else None),
        Obstacle.NOT_BEGUN: ("begins", window.starts if window else None),
        Obstacle.NOT_BEFORE: ("not_before", window.not_before if window else None),
    }
    name, value = values.get(found, ("", None))
    return _CLASH_OF[found], ((name, value),) if value is not None else ()
