"""Several screenings at once: moved, repeated, taken off, halls exchanged, days copied; taken back to the letter."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.kinds_of_plans import BlockerKind
from app.domain.names import FourNames
from app.operations import many_screenings, programmes, screenings
from app.operations.many_screenings import Spot
from app.operations.screenings import PartSpec
from app.store.screenings import Blocker, BlockerHall, Screening
from app.store.store import Store
from tests.operations.week import FIRST, LAST, Week, at, refused
from tests.store.rows import do, records, step

TALK = (PartSpec(PartKind.TALK, 60),)


@pytest.fixture
def day(store: Store, week: Week) -> list[int]:
    """A festival day: a film, a talk in the other hall, and one after midnight."""
    film = do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    talk = do(store, screenings.add_event, week.programme, week.other_hall, at(12), TALK, names=FourNames(en="Talk"))
    late = do(store, screenings.add_event, week.programme, week.hall, at(0, day=17), TALK, names=FourNames(en="Late"))
    return [film, talk, late]


def places(store: Store) -> list[tuple[int, str]]:
    """Where every screening is: hall, day and time, by start."""
    with store.read() as session:
        rows = session.scalars(select(Screening).order_by(Screening.starts, Screening.id))
        return [(row.hall_id, f"{row.starts_local:%d %H:%M}") for row in rows]


def add_break(store: Store, week: Week, halls: list[int]) -> None:
    def added(session: Session) -> None:
        row = Blocker(
            programme_id=week.programme, kind=BlockerKind.BREAK, starts_local=at(15), zone="Asia/Almaty",
            starts=calendar.utc_of(at(15), "Asia/Almaty"), minutes=60,
        )  # fmt: skip
        row.halls = [BlockerHall(hall_id=hall) for hall in halls]
        session.add(row)

    do(store, added)


def test_several_are_moved_as_one_and_back(store: Store, week: Week, day: list[int]) -> None:
    before = records(store)
    spots = [Spot(day[0], week.hall, at(20)), Spot(day[1], week.other_hall, at(13))]
    made = step(store, many_screenings.move, spots)
    assert places(store) == [(week.other_hall, "16 13:00"), (week.hall, "16 20:00"), (week.hall, "17 00:00")]
    store.replay(made)
    assert records(store) == before


def test_several_stay_if_one_is_locked(store: Store, week: Week, day: list[int]) -> None:
    do(store, screenings.lock, day[1])
    spots = [Spot(day[0], week.hall, at(20)), Spot(day[1], week.other_hall, at(13))]
    locked = "{n} screening among them is locked. Unlock it first."
    assert refused(store, many_screenings.move, spots) == locked
    assert refused(store, many_screenings.unplace, day) == locked
    assert refused(store, many_screenings.move, spots[1:]) == screenings.LOCKED
    assert refused(store, many_screenings.exchange_halls, week.programme, FIRST, week.hall, week.other_hall) == locked


def test_several_are_confirmed_locked_put_into_a_strand_and_taken_off(store: Store, week: Week, day: list[int]) -> None:
    do(store, many_screenings.set_status, day, ScreeningStatus.CONFIRMED)
    do(store, many_screenings.lock, day)
    do(store, many_screenings.set_strand, day, week.strand)
    with store.read() as session:
        rows = session.scalars(select(Screening)).all()
        assert {(row.status, row.locked, row.strand_id) for row in rows} == {
            (ScreeningStatus.CONFIRMED, True, week.strand)
        }
    do(store, many_screenings.lock, day, locked=False)
    do(store, many_screenings.unplace, day)
    assert places(store) == []


def test_halls_are_exchanged_for_a_festival_day_with_its_night_and_its_breaks(
    store: Store, week: Week, day: list[int]
) -> None:
    assert len(day) == 3
    do(store, screenings.add_event, week.programme, week.hall, at(19, day=17), TALK)
    add_break(store, week, [week.hall])
    before = records(store)
    made = step(store, many_screenings.exchange_halls, week.programme, FIRST, week.hall, week.other_hall)
    assert places(store) == [
        (week.hall, "16 12:00"), (week.other_hall, "16 19:00"), (week.other_hall, "17 00:00"), (week.hall, "17 19:00"),
    ]  # fmt: skip
    with store.read() as session:
        assert [row.hall_id for row in session.scalars(select(BlockerHall))] == [week.other_hall]
    store.replay(made)
    assert records(store) == before
    assert refused(store, many_screenings.exchange_halls, week.programme, FIRST, week.hall, week.hall)


def test_a_day_is_copied_unlocked_and_tentative_and_taken_back(store: Store, week: Week, day: list[int]) -> None:
    do(store, many_screenings.lock, day)
    do(store, many_screenings.set_status, day[:2], ScreeningStatus.CONFIRMED)
    add_break(store, week, [week.hall, week.other_hall])
    before = records(store)
    targets = [FIRST + timedelta(days=1), LAST]
    made = step(store, many_screenings.copy_days, week.programme, FIRST, FIRST, targets, leaving=[(day[1], LAST)])
    assert places(store)[3:] == [
        (week.other_hall, "17 12:00"), (week.hall, "17 19:00"), (week.hall, "18 00:00"),
        (week.hall, "18 19:00"), (week.hall, "19 00:00"),
    ]  # fmt: skip
    with store.read() as session:
        rows = [row for row in session.scalars(select(Screening)) if row.id not in day]
        assert {(row.status, row.locked) for row in rows} == {(ScreeningStatus.TENTATIVE, False)}
        assert [len(row.halls) for row in session.scalars(select(Blocker))] == [2, 2, 2]
    store.replay(made)
    assert records(store) == before


def test_a_day_is_not_copied_onto_itself_nor_an_empty_one(store: Store, week: Week, day: list[int]) -> None:
    assert len(day) == 3
    assert refused(store, many_screenings.copy_days, week.programme, FIRST, FIRST, [FIRST]) == many_screenings.SAME_DAY
    assert (
        refused(store, many_screenings.copy_days, week.programme, LAST, LAST, [FIRST]) == many_screenings.NOTHING_THERE
    )


def test_a_week_is_copied_day_for_day(store: Store, week: Week, day: list[int]) -> None:
    assert len(day) == 3
    do(store, screenings.add_event, week.programme, week.hall, at(10, day=18), TALK)
    do(store, many_screenings.copy_days, week.programme, FIRST, LAST, [date(2026, 10, 23)])
    assert [when for _hall, when in places(store)[4:]] == ["23 12:00", "23 19:00", "24 00:00", "25 10:00"]


def test_a_series_is_one_step(store: Store, week: Week, day: list[int]) -> None:
    before = records(store)
    spots = [Spot(day[1], week.hall, at(19) + timedelta(weeks=n)) for n in range(1, 6)]
    made = step(store, many_screenings.repeat, spots)
    assert len(places(store)) == 8
    store.replay(made)
    assert records(store) == before


def test_fifty_moves_are_taken_back_one_by_one_to_the_same_rows(store: Store, week: Week, day: list[int]) -> None:
    before = records(store)
    steps = []
    for turn in range(50):
        spots = [Spot(day[0], (week.hall, week.other_hall)[turn % 2], at(10) + timedelta(minutes=5 * turn))]
        spots += [Spot(day[1], week.hall, at(14) + timedelta(minutes=turn))] if turn % 3 == 0 else []
        steps.append(step(store, many_screenings.move, spots))
    after = records(store)
    undone = [store.replay(made) for made in reversed(steps)]
    assert records(store) == before
    for made in reversed(undone):
        store.replay(made)
    assert records(store) == after


def test_nothing_goes_to_a_hall_of_another_programme(store: Store, week: Week, day: list[int]) -> None:
    other = do(store, programmes.add, FourNames(en="Other"), FIRST, LAST, halls=[week.strange_hall])
    assert other
    spots = [Spot(day[1], week.strange_hall, at(13))]
    assert refused(store, many_screenings.repeat, spots) == screenings.NOT_A_HALL
