"""Festivals out of a number: crowded, with every fact the hard rules ask for, so that much goes wrong."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.domain.calendar import wall_minute
from app.domain.clearances import Paper
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import ClearanceKind, ClearanceState, CopyFormat, RightsState, ScreeningStatus, Use
from app.domain.kinds_of_plans import AudienceKind, DayKind, LegalKind, LinkKind, Occasion, PersonTask
from app.domain.rights import Window
from app.domain.screenings import Booked, Slot
from app.domain.surroundings import (
    Duty,
    EntryFacts,
    EntryTie,
    Journey,
    KeyWindow,
    Law,
    Setting,
    Span,
    StrandFacts,
    VersionFacts,
    WorkFacts,
)

FIRST = date(2026, 10, 15)
DAYS = tuple(FIRST + timedelta(days=n) for n in range(3))
ZONE = "Asia/Almaty"
BEGIN = wall_minute(FIRST, 10 * 60, ZONE)
HALLS, COPIES, WORKS, PEOPLE, VERSIONS = (1, 2, 3, 4), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3), (1, 2, 3)


def festival(seed: int, events: int = 12) -> tuple[list[Slot], Context]:
    """A plan and what is known around it; the same number makes the same festival."""
    chance = Random(seed)
    return [an_event(number, chance) for number in range(1, events + 1)], _context(chance)


def large_festival(seed: int) -> tuple[list[Slot], Context]:
    """A plan with what the wishes and warnings ask for besides: guests, seats, a jury, shifts, a budget, captions."""
    plan, context = festival(seed, 16)
    chance = Random(seed)
    plan = [replace(slot, expected=chance.choice([None, 5, 150])) for slot in plan]
    return plan, replace(
        context,
        halls={n: replace(hall, seats=100, step_free=n != 1, hour_cost=500) for n, hall in context.halls.items()},
        rights={work: tuple(replace(w, max_showings=1) for w in own) for work, own in (context.rights or {}).items()},
        versions={n: replace(version, captions=n == 1) for n, version in context.versions.items()},
        entries={n: replace(entry, guests=(1, 3), fee=900) for n, entry in context.entries.items()},
        ties=(*context.ties, EntryTie(1, 3, LinkKind.APART)),
        strands={1: StrandFacts(alone=True, for_jury=True)},
        duties=tuple(
            Duty(chance.choice(PEOPLE), venue, None, at, at + chance.choice([300, 900]))
            for venue in (1, 2)
            for at in (BEGIN, BEGIN + 400, BEGIN + 24 * 60)
            if seed % 3 or at == BEGIN
        ),
        settings={"R15": Setting(value=2), "R25": Setting(value=900), "R28": Setting(value=12 * 60)},
        audience=("kk", "ru"),
        policy=chance.choice([(), ("kk",), ("ru", "zh")]),
        prime=(19 * 60, 19 * 60 + 15),
        budget=1,
    )


def an_event(number: int, chance: Random) -> Slot:
    """An event somewhere in the festival."""
    start = BEGIN + chance.randint(-20, 3 * 24 * 60)
    if chance.random() < 0.6:  # crowds in the evening of the first day
        start = BEGIN + 8 * 60 + chance.randint(0, 6 * 60)
    body = start + chance.choice([0, 0, 10])
    body_end = body + chance.randint(30, 120)
    works = tuple(chance.sample(WORKS, chance.choice([0, 1, 1, 1, 2])))
    tasks = [
        Booked(p, chance.choice(list(PersonTask)), _some(chance, ["kk", "zh"])) for p in PEOPLE if _one_in(chance, 3)
    ]
    return Slot(
        number,
        chance.choice([*HALLS, *HALLS, None]),
        start,
        body,
        body_end,
        body_end + chance.choice([0, 0, 15]),
        copies=_some(chance, COPIES),
        works=works,
        versions=tuple(chance.choice([None, *VERSIONS]) for _ in works),
        status=chance.choice([*ScreeningStatus, ScreeningStatus.CONFIRMED, ScreeningStatus.CONFIRMED]),
        locked=_one_in(chance, 2),
        lingers=_one_in(chance, 4),
        blocker=not works and _one_in(chance, 2),
        entry=chance.choice([None, 1, 2, 3]),
        strand=chance.choice([None, 1]),
        audience=chance.choice([AudienceKind.PUBLIC, AudienceKind.PUBLIC, *AudienceKind]),
        occasion=chance.choice([Occasion.NONE] * 8 + list(Occasion)),
        people=tuple(tasks),
        talks=_some(chance, WORKS) if _one_in(chance, 5) else (),
    )


def _context(chance: Random) -> Context:
    tour = _one_in(chance, 2)
    stops = {1: 1, 2: 1, 3: 2, 4: 3} if tour else {}
    halls = {hall: _hall(hall, chance) for hall in HALLS}
    return Context(
        halls={hall: replace(facts, stop=stops.get(hall)) for hall, facts in halls.items()},
        copies={copy: _copy(chance) for copy in COPIES},
        rights={work: _windows(work, chance) for work in WORKS[:-1]} if _one_in(chance, 2) else None,
        travel=chance.choice([{}, {(1, 2): 25}, {(2, 1): 90}]),
        within_venue=chance.choice([0, 10]),
        works={work: _work(work, chance) for work in WORKS},
        versions={version: _version(chance) for version in VERSIONS[:-1]},
        entries={entry: EntryFacts(entry) for entry in (1, 2, 3)},
        ties=(EntryTie(1, 2, LinkKind.BEFORE),),
        strands={1: StrandFacts()},
        people={person: (Span(_moment(chance), _moment(chance)),) for person in PEOPLE[:-1]},
        laws=_laws(chance),
        special={("KZ", DAYS[1]): chance.choice(list(DayKind))},
        journeys=_journeys(chance) if tour else {},
        published={n: (chance.choice(HALLS), BEGIN + 600) for n in (1, 2)},
        days=DAYS[: chance.choice([2, 3])],
        use=chance.choice([Use.FESTIVAL, Use.PUBLIC]),
        today=FIRST - timedelta(days=chance.choice([5, 10, 11])),
    )


def _hall(hall: int, chance: Random) -> HallFacts:
    hours = ((BEGIN, BEGIN + 14 * 60), (BEGIN + 24 * 60, BEGIN + 37 * 60)) if _one_in(chance, 3) else ()
    return HallFacts(
        {1: 1, 2: 1, 3: 2, 4: 3}[hall],
        hours,
        turnaround=chance.choice([None, 5]),
        territory="CN" if hall == HALLS[-1] else None,
        zone="Asia/Shanghai" if hall == HALLS[-1] else None,
        formats=chance.choice([frozenset(), frozenset({"dcp"})]),
        sounds=chance.choice([frozenset(), frozenset({"5.1"})]),
        frame_rates=chance.choice([frozenset(), frozenset({"24"})]),
        aspects=chance.choice([frozenset(), frozenset({"2.39"})]),
        soft_subtitles=chance.choice([None, True, False]),
        server=chance.choice(["", "A"]),
    )


def _copy(chance: Random) -> CopyFacts:
    windows = (
        KeyWindow(_moment(chance), _moment(chance), chance.choice([None, 1]), chance.choice(["", "A"]))
        for _ in range(2)
    )
    return CopyFacts(
        1,
        ready_from=_moment(chance),
        leaves=_moment(chance, 24 * 60),
        ingest=chance.choice([0, 20]),
        anywhere=_one_in(chance, 5),
        format=chance.choice([None, CopyFormat.DCP, CopyFormat.MP4]),
        frame_rate=chance.choice(["", "24", "25"]),
        sound=chance.choice(["", "5.1", "7.1"]),
        aspect=chance.choice(["", "2.39"]),
        encrypted=_one_in(chance, 2),
        keys=tuple(windows)[: chance.choice([0, 1, 2])],
    )


def _work(work: int, chance: Random) -> WorkFacts:
    paper = Paper(
        "KZ", ClearanceKind.CERTIFICATE, chance.choice(list(ClearanceState)), ends=chance.choice([None, FIRST])
    )
    filing = Paper("CN", ClearanceKind.FILING, ClearanceState.GRANTED, granted=chance.choice([FIRST, DAYS[1]]))
    return WorkFacts(
        countries=chance.choice([(), ("KZ",), ("CN",), ("SU",)]),
        original=chance.choice([(), ("kk",), ("zh",)]),
        marks=chance.choice([(), (("", "21+"),), (("KZ", "16+"), ("", "6-")), (("KZ", "21+"),)]),
        parent=chance.choice([None, 10]),
        number=work,
        papers=chance.choice([(), (paper,), (paper, filing)]),
    )


def _version(chance: Random) -> VersionFacts:
    return VersionFacts(
        chance.choice(["kk", "zh", "zxx"]), chance.choice([(), ("kk",), ("ru", "zh-Hans")]), _one_in(chance, 2)
    )


def _windows(work: int, chance: Random) -> tuple[Window, ...]:
    return tuple(
        Window(
            work,
            chance.choice(["KZ", "CN", "001"]),
            starts=chance.choice([None, FIRST, DAYS[1]]),
            ends=chance.choice([None, FIRST, DAYS[1]]),
            state=chance.choice([RightsState.CLEARED, RightsState.CLEARED, *RightsState]),
        )
        for _ in range(chance.choice([0, 1, 2]))
    )


def _laws(chance: Random) -> tuple[Law, ...]:
    exempt = chance.choice([frozenset(), frozenset({Use.FESTIVAL.value})])
    since = chance.choice([None, DAYS[1]])
    rows = (
        Law(1, LegalKind.LANGUAGE, "KZ", 3, valid_from=since, languages=("kk",), exempt=exempt),
        Law(2, LegalKind.AGE_HOUR, "KZ", 3, mark="21+", from_minute=22 * 60, until_minute=30 * 60, valid_until=since),
        Law(3, LegalKind.AGE_SCHOOL, "KZ", 2, mark="12+"),
        Law(4, LegalKind.PAPER, "KZ", 2, mark="certificate", days=10, exempt=exempt),
        Law(5, LegalKind.PAPER, "CN", 2, mark="filing", days=11, valid_from=since),
        Law(6, LegalKind.PAUSE, "KZ", 2, weekdays=frozenset({5}), from_minute=12 * 60, until_minute=14 * 60),
        Law(7, LegalKind.SCHOOL_HOURS, "CN", 2, weekdays=frozenset({4, 5}), from_minute=8 * 60, until_minute=22 * 60),
        Law(8, LegalKind.HOLIDAY, "KZ", 1),
    )
    return tuple(row for row in rows if not _one_in(chance, 4))


def _journeys(chance: Random) -> dict[tuple[int, int], Journey]:
    found: dict[tuple[int, int], Journey] = {}
    for leg, way in enumerate(((1, 2), (2, 3), (1, 3), (3, 1)), 1):
        if _one_in(chance, 5):
            continue
        departs = _moment(chance, 12 * 60)
        arrives = None if departs is None else departs + 200
        found[way] = Journey(leg, departs, arrives, 200, chance.choice([0, 60]), chance.choice([0, 90]))
    return found


def _moment(chance: Random, after: int = 0) -> int | None:
    return chance.choice([None, BEGIN + after + chance.randint(0, 24 * 60)])


def _some(chance: Random, things: tuple | list) -> tuple:
    return tuple(thing for thing in things if _one_in(chance, 3))


def _one_in(chance: Random, count: int) -> bool:
    return chance.randrange(count) == 0
