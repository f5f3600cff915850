"""Festivals out of a number, kept in a real library through the verbs; and what is wrong with them, on paper alone."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random
from zoneinfo import ZoneInfo

from app.domain.kinds import PartKind, RightsState, ScreeningStatus
from app.domain.names import FourNames
from app.operations import (
    agents,
    blockers,
    copies,
    hall_hours,
    people_at_shows,
    programmes,
    rights,
    screenings,
    venues,
    ways,
    works,
)
from app.operations.screenings import PartSpec

FIRST = date(2026, 10, 16)
DAYS = [FIRST + timedelta(days=n) for n in range(3)]
MINUTE = timedelta(minutes=1)
ZONES = {"A": ("Asia/Almaty", "KZ"), "B": ("Asia/Almaty", "KZ"), "C": ("Asia/Shanghai", "CN")}
OPENS, CLOSES = 9 * 60, 25 * 60


@dataclass
class Show:
    """An event or a break as somebody would write it on a card."""

    id: int
    hall: int
    venue: str
    local: datetime
    before: int
    body: int
    after: int
    work: int | None = None
    copy: int | None = None
    guests: list[int] = field(default_factory=list)
    on: bool = True

    @property
    def film(self):
        """When the film begins, as a moment."""
        return self.local.replace(tzinfo=ZoneInfo(ZONES[self.venue][0])).astimezone(UTC)

    @property
    def starts(self):
        return self.film - self.before * MINUTE

    @property
    def film_ends(self):
        return self.film + self.body * MINUTE

    @property
    def ends(self):
        return self.film_ends + self.after * MINUTE


@dataclass
class Paper:
    """All that was entered, for the oracle."""

    programme: int = 0
    shows: list[Show] = field(default_factory=list)
    hours: dict[tuple[int, date], list[tuple[int, int]]] = field(default_factory=dict)
    halls: dict[int, str] = field(default_factory=dict)
    ready: dict[int, datetime | None] = field(default_factory=dict)
    windows: dict[int, list[tuple[str, date | None, date | None]]] = field(default_factory=dict)
    stays: dict[int, list[tuple[datetime | None, datetime | None]]] = field(default_factory=dict)
    ways: dict[frozenset[str], int] = field(default_factory=dict)


def keep(session, seed: int, count: int = 14) -> Paper:
    """Enter a festival; what was entered."""
    chance, paper = Random(seed), Paper()
    places = {}
    for key, (zone, country) in ZONES.items():
        venue = places[key] = venues.add_venue(session, FourNames(en=key), FourNames(), zone=zone, country=country)
        for name in ("1", "2")[: 1 + (key == "A")]:
            hall = venues.add_hall(session, venue, FourNames(en=key + name), opens=OPENS, closes=CLOSES)
            paper.halls[hall] = key
    if chance.random() < 0.7:
        paper.ways[frozenset("AB")] = chance.choice([15, 40])
        ways.set_minutes(session, places["B"], places["A"], paper.ways[frozenset("AB")])
    paper.programme = programmes.add(session, FourNames(en="F"), FIRST, DAYS[-1], halls=list(paper.halls))
    _hours(session, chance, paper)
    for number in range(4):
        _title(session, chance, paper, f"Film {number}")
    for number in range(3):
        _guest(session, chance, paper, f"Guest {number}")
    for _ in range(count):
        _show(session, chance, paper)
    _break(session, chance, paper)
    return paper


def _hours(session, chance, paper):
    for hall in paper.halls:
        for day in DAYS:
            spans = chance.choice([None, None, None, [], [(600, 780), (900, 1380)], [(0, 1440)]])
            if spans is not None:
                hall_hours.set_day(session, paper.programme, hall, day, spans)
            paper.hours[hall, day] = [(OPENS, CLOSES)] if spans is None else spans


def _title(session, chance, paper, name):
    work = works.add(session, name, "en")
    paper.windows[work] = []
    for _ in range(chance.choice([0, 1, 2])):
        window = (chance.choice(["KZ", "CN", "001"]), chance.choice([None, DAYS[1]]), chance.choice([None, *DAYS[1:]]))
        rights.add(session, work, RightsState.CLEARED, territory=window[0], starts=window[1], ends=window[2])
        paper.windows[work].append(window)
    ready = chance.choice([None, datetime(2026, 10, 17, 6, tzinfo=UTC)])
    paper.ready[copies.add(session, work, "DCP", ready_from=ready)] = ready


def _guest(session, chance, paper, name):
    agent = agents.add(session, name)
    paper.stays[agent] = []
    for day in chance.choice([[], [0], [0, 2]]):
        arrives = datetime(2026, 10, 16 + day, chance.randint(3, 8), tzinfo=UTC)
        stay = (arrives, arrives + timedelta(hours=chance.randint(4, 30)))
        if day == 0 and chance.random() < 0.3:
            stay = (None, stay[1])
        people_at_shows.add_stay(session, paper.programme, agent, *stay)
        paper.stays[agent].append(stay)


def _show(session, chance, paper):
    hall = chance.choice(list(paper.halls))
    local = datetime.combine(chance.choice(DAYS), datetime.min.time()) + timedelta(
        minutes=5 * chance.randrange(102, 290)
    )
    before, body, after = chance.choice([0, 0, 10]), chance.randrange(40, 130), chance.choice([0, 0, 25])
    place = chance.randrange(4)
    work, copy = list(paper.windows)[place], list(paper.ready)[place]
    parts = [PartSpec(PartKind.FILM, body, work, copy=copy)]
    parts = [PartSpec(PartKind.INTRO, before)] * (before > 0) + parts + [PartSpec(PartKind.QA, after)] * (after > 0)
    made = screenings.add_event(session, paper.programme, hall, local, parts)
    guests = [agent for agent in paper.stays if chance.random() < 0.3]
    for agent in guests:
        people_at_shows.book(session, made, agent)
    on = chance.random() < 0.9
    screenings.set_status(session, made, ScreeningStatus.CONFIRMED if on else ScreeningStatus.CANCELLED)
    paper.shows.append(Show(made, hall, paper.halls[hall], local, before, body, after, work, copy, guests, on))


def _break(session, chance, paper):
    own = [hall for hall, venue in paper.halls.items() if venue != "C"]
    local = datetime.combine(chance.choice(DAYS), datetime.min.time()) + timedelta(hours=chance.randint(11, 20))
    made = blockers.add(session, paper.programme, own, local, 90)
    from app.store.screenings import BlockerHall  # noqa: PLC0415 - the numbers the board gives them

    for row in session.query(BlockerHall).filter_by(blocker_id=made):
        paper.shows.append(Show(-row.id, row.hall_id, paper.halls[row.hall_id], local, 0, 90, 0))


def wrong(paper: Paper) -> set[tuple[str, frozenset[int]]]:
    """What breaks R1, R3, R5, R7 and R10, by comparing every card with every other."""
    live = [show for show in paper.shows if show.on]
    found = {("R3", frozenset({show.id})) for show in live if not _open(show, paper)}
    found |= {("R10", frozenset({show.id})) for show in live if show.work and not _allowed(show, paper)}
    for show in live:
        ready = paper.ready.get(show.copy or 0)
        if ready is not None and show.film < ready:
            found.add(("R7", frozenset({show.id})))
        if not all(_in_town(show, paper.stays[agent]) for agent in show.guests):
            found.add(("R5", frozenset({show.id})))
    for a, b in combinations(live, 2):
        ids = frozenset({a.id, b.id})
        if a.hall == b.hall:
            if a.starts < b.ends and b.starts < a.ends:
                found.add(("R1", ids))
            continue
        way = timedelta() if a.venue == b.venue else paper.ways.get(frozenset((a.venue, b.venue)), 60) * MINUTE
        if a.copy and a.copy == b.copy and a.film < b.film_ends + way and b.film < a.film_ends + way:
            found.add(("R7", ids))
        if set(a.guests) & set(b.guests) and a.starts < b.ends + way and b.starts < a.ends + way:
            found.add(("R5", ids))
    return found


def _open(show: Show, paper: Paper) -> bool:
    zone = ZoneInfo(ZONES[show.venue][0])
    spans = []
    for day in DAYS:
        midnight = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
        spans += [(midnight + a * MINUTE, midnight + b * MINUTE) for a, b in paper.hours[show.hall, day]]
    minutes = int((show.ends - show.starts) / MINUTE)
    return all(any(a <= at and at + MINUTE <= b for a, b in spans)
               for at in (show.starts + n * MINUTE for n in range(minutes)))  # fmt: skip


def _allowed(show: Show, paper: Paper) -> bool:
    day = (show.local - timedelta(hours=4)).date()
    return any(
        territory in (ZONES[show.venue][1], "001") and (not starts or starts <= day) and (not ends or day <= ends)
        for territory, starts, ends in paper.windows[show.work or 0]
    )


def _in_town(show: Show, stays: list[tuple[datetime | None, datetime | None]]) -> bool:
    return not stays or any(
        (arrives is None or arrives <= show.starts) and (leaves is None or show.ends <= leaves)
        for arrives, leaves in stays
    )
