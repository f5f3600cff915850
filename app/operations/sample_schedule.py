"""Around the shows of the sample film week: invented people, a break, what halls can play, audiences expected."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds_of_plans import AudienceKind, Occasion, PersonTask
from app.domain.names import FourNames
from app.operations import agents, blockers, hall_hours, opinions, people_at_shows, screenings, venues
from app.store.programmes import SlateEntry
from app.store.screenings import Part, Screening
from app.store.venues import Hall

ZONE = "Asia/Almaty"
LUNCH = FourNames("Түскі үзіліс", "午休", "Обеденный перерыв", "Lunch break")
INVENTED = "Invented for the sample library."

GUEST, OTHER_GUEST, INTERPRETER, MODERATOR, EARLY, LATE = range(6)
_PEOPLE = (
    ("Айгүл Мысалова", "阿依古丽·梅萨洛娃", "KZ"), ("王例", "Wang Li", "CN"), ("Дана Үлгіқызы", "达娜", "KZ"),
    ("Ерлан Мысалов", "叶尔兰", "KZ"), ("Сәуле Үлгі", "", "KZ"), ("Тимур Мысал", "", "KZ"),
)  # fmt: skip
"""What they are called, their name in the other script, their country."""

_STAYS = ((GUEST, (0, "14:00"), (3, "12:00")), (OTHER_GUEST, (0, "09:40"), (1, "21:30")))
"""Who, from which day and hour of the week, to which."""

_SHIFTS = ((EARLY, (0, "10:30"), (0, "18:30")), (LATE, (0, "18:00"), (1, "02:00")))

_MACHINES = {
    "1": {"formats": "dcp 35mm bluray", "sounds": "5.1 7.1", "step_free": True, "soft_subtitles": True,
          "hour_cost": 4_500_000, "server": "Sample Server 1"},
    "2": {"formats": "dcp bluray", "sounds": "5.1", "step_free": True, "soft_subtitles": True, "hour_cost": 2_500_000},
    "S": {"formats": "dcp mp4 prores bluray", "sounds": "5.1 2.0", "step_free": False, "hour_cost": 1_200_000},
}  # fmt: skip


class Show(NamedTuple):
    """A show of the week, by its title, day and hour, with what is known around it."""

    title: str
    day: int
    clock: str
    expected: int | None = None
    audience: AudienceKind | None = None
    occasion: Occasion | None = None
    people: tuple[tuple[int, PersonTask, tuple[str, ...]], ...] = ()


_TALKING = (
    (INTERPRETER, PersonTask.INTERPRETER, ("zh", "kk")), (MODERATOR, PersonTask.MODERATOR, ()),
)  # fmt: skip
_SHOWS = (
    Show("T003", 0, "11:30", occasion=Occasion.OPENING),
    Show("T001", 0, "18:50", 300, people=((OTHER_GUEST, PersonTask.GUEST, ()), *_TALKING)),
    Show("T072", 0, "20:00", 120),
    Show("T003", 1, "11:00", 260, AudienceKind.SCHOOL),
    Show("T112", 1, "18:00", 280, occasion=Occasion.GALA, people=((GUEST, PersonTask.GUEST, ()), _TALKING[1])),
    Show("T112", 1, "19:30", 85, occasion=Occasion.NONE),
    Show("T001", 1, "21:00", 130, people=((OTHER_GUEST, PersonTask.GUEST, ()), _TALKING[0])),
    Show("T112", 2, "14:00", occasion=Occasion.NONE),
    Show("T112", 3, "15:00", occasion=Occasion.NONE),
    Show("T060", 3, "18:15", 310),
    Show("T026", 3, "21:30", 200, occasion=Occasion.CLOSING),
)


def fill_schedule(
    session: Session, programme: int, works: Mapping[str, int], halls: Mapping[str, int], first_day: date
) -> None:
    """Enter what surrounds the shows of the film week; one guest is booked for a show after leaving."""
    people = _people(session)
    for who, arrives, leaves in _STAYS:
        people_at_shows.add_stay(
            session, programme, people[who], _moment(first_day, *arrives), _moment(first_day, *leaves)
        )  # fmt: skip
    for title, who in (("T112", GUEST), ("T001", OTHER_GUEST)):
        entry = select(SlateEntry.id).where(SlateEntry.programme_id == programme, SlateEntry.work_id == works[title])
        opinions.expect_guest(session, session.scalars(entry).one(), people[who])
    for show in _SHOWS:
        _fill_show(session, _found(session, programme, works[show.title], first_day, show), show, people)
    venue = session.get_one(Hall, halls["1"]).venue_id
    for who, begins, ends in _SHIFTS:
        starts, until = _moment(first_day, *begins), _moment(first_day, *ends)
        people_at_shows.add_shift(session, programme, people[who], venue, starts, until)
    for key, facts in _MACHINES.items():
        venues.change_hall(session, halls[key], **facts)
    last_day = first_day + timedelta(days=3)
    blockers.add(session, programme, [halls["2"], halls["S"]], _wall(last_day, "12:00"), 60, names=LUNCH)
    hall_hours.set_day(session, programme, halls["S"], last_day, [(11 * 60, 22 * 60)])


def _people(session: Session) -> list[int]:
    found = []
    for name, other, country in _PEOPLE:
        agent = agents.add(session, name, country=country)
        if other:
            agents.add_name(session, agent, other)
        agents.change(session, agent, notes=INVENTED)
        found.append(agent)
    return found


def _found(session: Session, programme: int, work: int, first_day: date, show: Show) -> int:
    starts = _wall(first_day + timedelta(days=show.day), show.clock)
    query = select(Screening.id).join(Part, Part.screening_id == Screening.id).where(
        Screening.programme_id == programme, Part.work_id == work, Screening.starts_local == starts
    )  # fmt: skip
    return session.scalars(query).one()


def _fill_show(session: Session, screening: int, show: Show, people: list[int]) -> None:
    screenings.change(
        session, screening, expected=show.expected, audience_kind=show.audience, occasion=show.occasion
    )  # fmt: skip
    if show.occasion in (Occasion.OPENING, Occasion.CLOSING):
        screenings.lock(session, screening)
    for who, task, languages in show.people:
        people_at_shows.book(session, screening, people[who], task, languages)


def _wall(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def _moment(first_day: date, days: int, clock: str) -> datetime:
    return calendar.utc_of(_wall(first_day + timedelta(days=days), clock), ZONE)
