"""The licences of one work with the showings they were used for; its age marks abroad and its clearances."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain import calendar
from app.domain.clearances import Paper
from app.domain.kinds import ClearanceKind, ClearanceState, RightsState, ScreeningStatus, Use
from app.domain.rights import Window
from app.domain.windows import Overlap, Shown, overlaps, used
from app.store.clearances import Clearance, Rating
from app.store.programmes import Programme
from app.store.rights import Rights
from app.store.screenings import Part, Screening
from app.store.venues import Hall, Venue


class RightsRow(NamedTuple):
    """A licence; days are inclusive, None is open. `fee` is in hundredths; `used` counts showings, planned ones too.

    `rubs` are the other licences it overlaps with or contradicts.
    """

    id: int
    work: int
    version: int | None
    territory: str
    use: Use
    state: RightsState
    starts: date | None
    ends: date | None
    not_before: date | None
    max_showings: int | None
    holder: str
    note: str
    fee: int | None
    currency: str
    papers: str
    used: int = 0
    rubs: tuple[tuple[Overlap, "RightsRow"], ...] = ()

    @property
    def window(self) -> Window:
        """The licence as the rules take it."""
        return Window(
            self.work, self.territory, self.use, self.version, self.starts, self.ends, self.not_before,
            self.max_showings, self.state,
        )  # fmt: skip


class ClearanceRow(NamedTuple):
    """A certificate, permit or filing."""

    id: int
    version: int | None
    territory: str
    kind: ClearanceKind
    state: ClearanceState
    number: str
    authority: str
    applied: date | None
    granted: date | None
    ends: date | None
    note: str

    @property
    def paper(self) -> Paper:
        """The clearance as the rules take it."""
        return Paper(self.territory, self.kind, self.state, self.version, self.applied, self.granted, self.ends)


class RatingRow(NamedTuple):
    """The age mark of a territory."""

    id: int
    territory: str
    mark: str
    source: str


def rights_rows(session: Session, work: int) -> tuple[RightsRow, ...]:
    """The licences of a work in the order they were entered."""
    rows = [RightsRow(*row) for row in _rows(session, work, RightsRow, Rights, without=("used", "rubs"))]
    if not rows:
        return ()
    windows = [row.window for row in rows]
    counts = used(windows, showings(session, work))
    rubs: dict[int, list[tuple[Overlap, RightsRow]]] = defaultdict(list)
    for found in overlaps(windows):
        rubs[found.one].append((found, rows[found.other]))
        rubs[found.other].append((found, rows[found.one]))
    return tuple(row._replace(used=counts[place], rubs=tuple(rubs[place])) for place, row in enumerate(rows))


def clearance_rows(session: Session, work: int) -> tuple[ClearanceRow, ...]:
    """The clearances of a work in the order they were entered."""
    return tuple(ClearanceRow(*row) for row in _rows(session, work, ClearanceRow, Clearance))


def rating_rows(session: Session, work: int) -> tuple[RatingRow, ...]:
    """The age marks of a work in other territories than Kazakhstan."""
    return tuple(RatingRow(*row) for row in _rows(session, work, RatingRow, Rating))


def showings(session: Session, work: int) -> list[Shown]:
    """The showings of a work that count, tentative ones too: all that are on a schedule and not cancelled."""
    query = (
        select(Screening.starts_local, Programme.day_start, Venue.country, Programme.use, Part.version_id)
        .join(Part, Part.screening_id == Screening.id)
        .join(Programme, Programme.id == Screening.programme_id)
        .join(Hall, Hall.id == Screening.hall_id)
        .join(Venue, Venue.id == Hall.venue_id)
        .where(Part.work_id == work, Screening.status != ScreeningStatus.CANCELLED)
        .order_by(Screening.starts, Screening.id, Part.position)
    )
    return [
        Shown(calendar.festival_day(starts, day_start), country, use, version)
        for starts, day_start, country, use, version in session.execute(query)
    ]


def _rows(session: Session, work: int, row: Any, table: Any, without: tuple[str, ...] = ()) -> Any:
    """The columns a kind of row names; its `work` and `version` are the columns that lead there."""
    names = {"work": "work_id", "version": "version_id"}
    columns: list[InstrumentedAttribute[Any]] = [
        getattr(table, names.get(name, name)) for name in row._fields if name not in without
    ]
    return session.execute(select(*columns).where(table.work_id == work).order_by(table.id))
