"""Screenings of a sheet on their way onto the board: their titles, halls and festival days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.folding import fold
from app.domain.kinds import PartKind, SlateState
from app.domain.likeness import Gallery, Portrait, portrait
from app.domain.proposals import ProposedName, ProposedScreening, ProposedTitle, RowTrouble
from app.operations import programmes, screenings
from app.operations.import_places import Places, Spot, named
from app.operations.import_plan import Choices, Fate, Plan, Progress, RowPlan, ShowPlan
from app.operations.screenings import STANDARD_LENGTH, PartSpec
from app.store import likenesses
from app.store.programmes import Programme, SlateEntry
from app.store.screenings import Screening
from app.store.works import Work
from app.words import N_, phrase

SEVERAL = N_("Several titles are called “{title}”. Place this screening by hand.")
NO_HALL = N_("The place of this screening is missing.")
NO_SUCH_HOUR = N_("The clocks are put forward then: this hour does not exist.")


class Shows(NamedTuple):
    """What is planned for the screenings of a sheet."""

    shows: list[ShowPlan]
    new_titles: tuple[ProposedName, ...]
    new_venues: tuple[str, ...]
    new_halls: tuple[str, ...]
    troubles: list[RowTrouble]


class Finder:
    """Which title a name in a sheet means: a row of the same sheet, a work of the library, or a new one."""

    def __init__(self, session: Session, programme: int | None, titles: Sequence[ProposedTitle]) -> None:
        self._session = session
        self._places = len(titles)
        self._listed: Gallery[int] = Gallery()
        self._rows: dict[int, RowPlan] = {}
        slate = select(SlateEntry.work_id).where(SlateEntry.programme_id == (programme or 0))
        self._slate = frozenset(session.scalars(slate))
        self._known: dict[str, int | None] = {}
        self.new: dict[str, ProposedName] = {}

    def list(self, row: RowPlan, shown: Portrait) -> None:
        """Hear of a title of the same sheet."""
        self._rows[row.place] = row
        self._listed.add(row.place, shown)

    def find(self, name: ProposedName) -> int | None:
        """The work's id, minus one minus the place of a new title, None if several are called so."""
        key = fold(name.text)
        if key not in self._known:
            self._known[key] = self._found(name)
        return self._known[key]

    def _found(self, name: ProposedName) -> int | None:
        shown = portrait([name.text])
        listed = self._listed.like(shown)
        if listed:
            row = self._rows[listed[0][0]]
            return row.work if row.work is not None and row.fate is not Fate.ADD else -1 - row.place
        called = likenesses.works_called(self._session, shown.keys)
        alike = likenesses.gallery(self._session, {work for works in called.values() for work in works}).like(shown)
        works = [work for work, _match in alike]
        own = [work for work in works if work in self._slate]
        if len(own or works) > 1:
            return None
        if works:
            return (own or works)[0]
        self.new[fold(name.text)] = name
        return -1 - self._places - list(self.new).index(fold(name.text))


def planned(
    session: Session, shown: Sequence[ProposedScreening], choices: Choices, finder: Finder, progress: Progress
) -> Shows:
    """What becomes of each screening."""
    programme = choices.programme
    places = Places(session, programme)
    zone, day_start = _clock(session, choices)
    there = set(
        session.execute(
            select(Screening.hall_id, Screening.starts_local).where(Screening.programme_id == (programme or 0))
        )
    )
    plans, troubles = [], []
    venues: dict[str, str] = {}
    halls: dict[Spot, str] = {}
    for place, show in enumerate(shown):
        spot = Spot(fold(show.venue), fold(show.hall), fold(show.city))
        hall = places.hall(spot)
        problem = _unplaced(show, hall, zone)
        # Titles of a screening that is left out are no reason to make any.
        works = () if problem else tuple(finder.find(name) for name in show.titles)
        problem = problem or _unnamed(show, works)
        fate = Fate.SKIP if hall is not None and (hall, show.starts) in there else Fate.ADD
        if problem is not None:
            troubles.append(problem)
            fate = Fate.SKIP
        elif hall is None:
            halls.setdefault(spot, show.hall or show.venue)
            if not places.knows(spot):
                venues.setdefault(spot.venue or spot.hall, show.venue or show.hall)
        day = calendar.festival_day(show.starts, day_start)
        plans.append(ShowPlan(place, show.row, fate, day, tuple(work or 0 for work in works)))
        progress(place + 1, len(shown))
    return Shows(plans, tuple(finder.new.values()), tuple(venues.values()), tuple(halls.values()), troubles)


def _clock(session: Session, choices: Choices) -> tuple[str, int]:
    """(zone, minute at which a festival day begins)."""
    if choices.programme is None:
        return choices.zone, choices.day_start
    row = session.get_one(Programme, choices.programme)
    return row.zone, row.day_start


def _unnamed(show: ProposedScreening, works: Sequence[int | None]) -> RowTrouble | None:
    if None not in works:
        return None
    name = show.titles[works.index(None)].text
    return RowTrouble(show.row, "", phrase(SEVERAL, title=name), name)


def _unplaced(show: ProposedScreening, hall: int | None, zone: str) -> RowTrouble | None:
    if hall is None and not fold(show.venue) and not fold(show.hall):
        return RowTrouble(show.row, "", phrase(NO_HALL))
    if calendar.classify(show.starts, zone) is calendar.WallTime.MISSING:
        return RowTrouble(show.row, "", phrase(NO_SUCH_HOUR), show.starts.strftime("%H:%M"))
    return None


def place(session: Session, plan: Plan, works: Mapping[int, int], progress: Progress) -> tuple[int, int]:
    """Put the planned screenings on the board; (programme, how many). `works` are the new titles by place."""
    programme = _programme(session, plan)
    row = session.get_one(Programme, programme)
    places = Places(session, programme)
    going = [show for show in plan.shows if show.fate is Fate.ADD]
    whole = {show.place: tuple(work if work > 0 else works[-1 - work] for work in show.works) for show in going}
    entries = _slate(session, programme, Counter(work for own in whole.values() for work in own))
    lengths = _lengths(session, set(entries))
    for number, show in enumerate(going):
        told = plan.proposal.screenings[show.place]
        hall = places.hall(Spot(fold(told.venue), fold(told.hall), fold(told.city)))
        if hall is None:
            hall = places.make(session, (told.venue, told.hall, told.city), row.zone)
        if hall not in places.members:
            places.members.append(hall)
            programmes.set_halls(session, programme, places.members)
        own = whole[show.place]
        screenings.add_event(
            session,
            programme,
            hall,
            told.starts,
            _parts(own, told.minutes, lengths),
            entry_id=entries[own[0]] if len(own) == 1 else None,
            note=told.note,
        )
        progress(number + 1, len(going))
    return programme, len(going)


def _programme(session: Session, plan: Plan) -> int:
    """The programme that takes the screenings, with days enough for all of them."""
    assert plan.days is not None
    choices = plan.choices
    first, last = plan.days
    if choices.programme is None:
        name = choices.new_programme or choices.file
        return programmes.add(session, named(name), first, last, zone=choices.zone, day_start=choices.day_start)
    row = session.get_one(Programme, choices.programme)
    if first < row.first_day or last > row.last_day:
        days = {"first_day": min(first, row.first_day), "last_day": max(last, row.last_day)}
        programmes.change(session, choices.programme, **days)
    return choices.programme


def _slate(session: Session, programme: int, showings: Mapping[int, int]) -> dict[int, int]:
    """The slate entries of these works, entered as confirmed where they are missing."""
    query = select(SlateEntry.work_id, SlateEntry.id).where(SlateEntry.programme_id == programme)
    found = dict(session.execute(query).all())
    count = session.scalar(select(func.count()).select_from(SlateEntry).where(SlateEntry.programme_id == programme))
    new = [work for work in showings if work not in found]
    rows = [
        SlateEntry(
            programme_id=programme,
            work_id=work,
            state=SlateState.CONFIRMED,
            showings=min(showings[work], programmes.MOST_SHOWINGS),
            position=(count or 0) + place,
        )
        for place, work in enumerate(new)
    ]
    session.add_all(rows)
    session.flush()
    return {**found, **{row.work_id: row.id for row in rows}}


def _lengths(session: Session, works: set[int]) -> dict[int, int]:
    """The runtimes of these works that are known."""
    query = select(Work.id, Work.runtime).where(Work.id.in_(works), Work.runtime.is_not(None))
    return {work: runtime for work, runtime in session.execute(query) if runtime}


def _parts(works: Sequence[int], minutes: int | None, lengths: Mapping[int, int]) -> list[PartSpec]:
    """One film after the other; what the sheet says of the whole length goes to those of unknown length."""
    unknown = [work for work in works if work not in lengths]
    left = max((minutes or 0) - sum(lengths.get(work, 0) for work in works), 0)
    share = left // len(unknown) if unknown and left >= len(unknown) else STANDARD_LENGTH
    most = screenings.LONGEST_PART
    return [PartSpec(PartKind.FILM, min(lengths.get(work, share), most), work) for work in works]
