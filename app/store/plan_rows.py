"""The plans kept beside the one in force, and the one in force as it could be kept."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kept_plans import KeptEvent, KeptPart, KeptPerson, read
from app.domain.kinds import LANGUAGES
from app.domain.kinds_of_plans import PlanKind
from app.domain.names import FourNames, shown
from app.errors import UserError
from app.store.base import four
from app.store.bookings import Booking
from app.store.parts import faces_of
from app.store.plans import KeptPlan
from app.store.screenings import Part, Screening
from app.store.venues import Hall
from app.store.work_rows import work_names
from app.words import N_

NO_PLAN = N_("There is no saved plan with the number {number}.")
UNREADABLE = N_("The saved plan “{name}” can no longer be read.")


class PlanRow(NamedTuple):
    """A kept plan in a list; `events` counts what it holds, `number` that of a release."""

    id: int
    kind: PlanKind
    number: int
    name: str
    note: str
    made: datetime
    author: str
    events: int


def plan_rows(session: Session, programme: int) -> list[PlanRow]:
    """The kept plans of a programme, the latest first."""
    query = select(KeptPlan.__table__).where(KeptPlan.programme_id == programme)
    return [
        PlanRow(
            row["id"], row["kind"], row["number"], row["name"], row["note"], row["made"], row["author"],
            len(_events(row["content"], row["name"])),
        )
        for row in session.execute(query.order_by(KeptPlan.made.desc(), KeptPlan.id.desc())).mappings()
    ]  # fmt: skip


def kept_events(session: Session, plan: int) -> tuple[KeptEvent, ...]:
    """What a kept plan holds. `UserError` if there is none with this number, or it cannot be read."""
    row = session.execute(select(KeptPlan.content, KeptPlan.name).where(KeptPlan.id == plan)).one_or_none()
    if row is None:
        raise UserError(NO_PLAN, number=str(plan))
    return _events(row.content, row.name)


def latest_release(session: Session, programme: int) -> int | None:
    """The number of the row of the latest release; None before the first."""
    query = select(KeptPlan.id).where(KeptPlan.programme_id == programme, KeptPlan.kind == PlanKind.RELEASE)
    return session.scalar(query.order_by(KeptPlan.number.desc(), KeptPlan.id.desc()).limit(1))


def _events(text: str, name: str) -> tuple[KeptEvent, ...]:
    try:
        return read(text)
    except ValueError:
        raise UserError(UNREADABLE, name=name) from None


def events_in_force(session: Session, programme: int) -> tuple[KeptEvent, ...]:
    """The schedule of a programme as it is now, in the form in which it is kept."""
    query = select(Screening.__table__).where(Screening.programme_id == programme)
    rows = session.execute(query.order_by(Screening.starts, Screening.id)).mappings().all()
    parts = _parts(session, programme)
    titles = titles_of(session, {part.work for own in parts.values() for part in own if part.work})
    people = _people(session, programme)
    halls = {row["id"]: four(row) for row in session.execute(select(Hall.__table__)).mappings()}
    return tuple(
        KeptEvent(
            id=row["id"], hall=row["hall_id"], starts=row["starts"], local=row["starts_local"], zone=row["zone"],
            fold=row["fold"], status=row["status"], locked=row["locked"],
            parts=tuple(part._replace(titles=titles.get(part.work or 0, FourNames())) for part in parts[row["id"]]),
            entry=row["entry_id"], strand=row["strand_id"], note=row["note"], audience_kind=row["audience_kind"],
            expected=row["expected"], occasion=row["occasion"], names=four(row),
            hall_names=halls.get(row["hall_id"], FourNames()), people=tuple(people[row["id"]]),
        )
        for row in rows
    )  # fmt: skip


def _parts(session: Session, programme: int) -> dict[int, list[KeptPart]]:
    query = (
        select(Part.screening_id, Part.kind, Part.minutes, Part.work_id, Part.version_id, Part.copy_id)
        .join(Screening, Screening.id == Part.screening_id)
        .where(Screening.programme_id == programme)
        .order_by(Part.screening_id, Part.position, Part.id)
    )
    found: dict[int, list[KeptPart]] = defaultdict(list)
    for row in session.execute(query):
        found[row[0]].append(KeptPart(*row[1:]))
    return found


def _people(session: Session, programme: int) -> dict[int, list[KeptPerson]]:
    query = (
        select(Booking.screening_id, Booking.agent_id, Booking.task, Booking.languages)
        .join(Screening, Screening.id == Booking.screening_id)
        .where(Screening.programme_id == programme)
        .order_by(Booking.id)
    )
    found: dict[int, list[KeptPerson]] = defaultdict(list)
    for screening, agent, task, languages in session.execute(query):
        found[screening].append(KeptPerson(agent, task.value, languages))
    return found


def titles_of(session: Session, works: Iterable[int]) -> dict[int, FourNames]:
    """What works are called in the four languages of the house."""
    wanted = set(works)
    names = work_names(session, wanted)
    found = {work: FourNames(*(shown(own, code).title for code in LANGUAGES)) for work, own in names.items() if own}
    nameless = wanted - found.keys()
    by_language = {code: faces_of(session, nameless, code) for code in LANGUAGES}
    for work in nameless:
        said = [by_language[code].get(work) for code in LANGUAGES]
        found[work] = FourNames(*(face.title if face else "" for face in said))
    return found
