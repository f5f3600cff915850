"""What other programmes have used of a title's rights, and what they have not."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from app.domain.calendar import festival_day
from app.domain.kinds import PartKind, Use
from app.domain.rights import WORLD, Window
from app.operations import screenings
from app.store.schedule_titles import rights_left
from app.store.screenings import Part, Screening
from app.store.store import Store
from app.words import phrase

TOUR = 2
"""The other programme of the sample."""


@pytest.fixture
def shown(sample_store: Store) -> tuple[Store, int, list[date]]:
    """A library, a title shown in its film week in Almaty, and the festival days of its showings."""
    with sample_store.read() as session:
        query = select(Part.work_id, Screening.starts_local).join(Screening)
        own = query.where(Screening.programme_id == 1, Part.kind == PartKind.FILM).order_by(Screening.starts)
        rows = session.execute(own).all()
    work = rows[0][0]
    return sample_store, work, [festival_day(starts, 4 * 60) for one, starts in rows if one == work]


def left(store: Store, window: Window, programme: int = TOUR) -> int | None:
    with store.read() as session:
        return rights_left(session, programme, {window.work: (window,)})[window.work][0].max_showings


@pytest.mark.parametrize(
    ("territory", "use", "counts"),
    [
        ("KZ", None, True),
        (WORLD, None, True),
        ("KZ", Use.FESTIVAL, True),
        ("CN", None, False),
        ("KZ", Use.TV, False),
    ],
)
def test_a_showing_takes_from_the_rights_it_needs(
    shown: tuple[Store, int, list[date]], territory: str, use: Use | None, *, counts: bool
) -> None:
    store, work, days = shown
    window = Window(work, territory, use, max_showings=9)
    assert left(store, window) == (9 - len(days) if counts else 9)


def test_a_showing_after_midnight_takes_from_the_rights_of_the_evening(shown: tuple[Store, int, list[date]]) -> None:
    store, work, days = shown
    first = Window(work, "KZ", ends=days[0], max_showings=9)
    before = left(store, first)
    with store.read() as session:
        own = select(Screening).join(Part).where(Part.work_id == work, Screening.programme_id == 1)
        show = session.scalars(own.order_by(Screening.starts)).all()[0]
        hall, at = show.hall_id, datetime.combine(days[0] + timedelta(days=1), time(0, 30))
    store.write(phrase("Unlock"), screenings.lock, show.id, locked=False)
    store.write(phrase("Move"), screenings.move, show.id, hall, at)
    assert left(store, first) == before == 9 - days.count(days[0])
