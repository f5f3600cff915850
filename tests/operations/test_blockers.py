"""Halls are taken without a show, over several halls at once, moved on the board and given free again."""

import pytest

from app.domain.board import conflicts
from app.domain.kinds_of_plans import BlockerKind
from app.domain.names import FourNames
from app.domain.screenings import Clash
from app.operations import blockers, programmes, screenings, venues
from app.store.schedule import schedule
from app.store.screenings import Blocker
from app.store.store import Store
from tests.operations.week import FIRST, Week, at, refused
from tests.store.rows import do, records, step


@pytest.fixture
def lunch(store: Store, week: Week) -> int:
    return do(
        store, blockers.add, week.programme, [week.hall, week.other_hall], at(13), 60, names=FourNames(en="Lunch")
    )


def read(store: Store, week: Week):
    with store.read() as session:
        return schedule(session, week.programme, "en", FIRST)


def test_a_break_takes_all_its_halls(store: Store, week: Week, lunch: int) -> None:
    found = read(store, week)
    row = found.blockers[0]
    assert (row.id, row.kind, row.names.en, row.day, row.starts, row.zone, row.minutes) == (
        lunch, BlockerKind.BREAK, "Lunch", FIRST, at(13), "Asia/Almaty", 60,
    )  # fmt: skip
    assert row.halls == (week.hall, week.other_hall)
    assert [(slot.id, slot.hall, slot.end - slot.start, slot.blocker) for slot in found.slots] == [
        (row.slots[0], week.hall, 60, True), (row.slots[1], week.other_hall, 60, True),
    ]  # fmt: skip
    assert all(slot < 0 for slot in row.slots)


def test_a_show_in_a_break_is_told(store: Store, week: Week, lunch: int) -> None:
    del lunch
    do(store, screenings.place, week.programme, week.other_entry, week.hall, at(12))
    found = read(store, week)
    clashes = [finding for finding in conflicts(found.slots, found.context) if finding.clash is Clash.HALL_TAKEN]
    assert [(len(finding.slots), min(finding.slots) < 0) for finding in clashes] == [(2, True)]


def test_a_break_is_moved_by_one_of_its_halls(store: Store, week: Week, lunch: int) -> None:
    do(store, programmes.set_halls, week.programme, [week.hall, week.other_hall, week.strange_hall])
    first, second = read(store, week).blockers[0].slots
    before = records(store)
    moved = step(store, blockers.move, first, week.strange_hall, at(14))
    row = read(store, week).blockers[0]
    assert (row.starts, row.halls, row.slots) == (at(14), (week.strange_hall, week.other_hall), (first, second))
    assert do(store, blockers.of_slot, first) == lunch
    store.replay(moved)
    assert records(store) == before
    do(store, blockers.move, first, week.other_hall, at(15))
    assert read(store, week).blockers[0].halls == (week.hall, week.other_hall)


def test_a_break_is_corrected_and_goes_with_its_last_hall(store: Store, week: Week, lunch: int) -> None:
    do(store, blockers.change, lunch, minutes=90, kind=BlockerKind.REHEARSAL, halls=[week.other_hall])
    with store.read() as session:
        row = session.get_one(Blocker, lunch)
        assert (row.minutes, row.kind, [hall.hall_id for hall in row.halls]) == (
            90, BlockerKind.REHEARSAL, [week.other_hall],
        )  # fmt: skip
    slot = read(store, week).blockers[0].slots[0]
    before = records(store)
    gone = step(store, blockers.release, slot)
    assert not records(store)["blocker"]
    store.replay(gone)
    assert records(store) == before


def test_one_hall_is_given_free(store: Store, week: Week, lunch: int) -> None:
    del lunch
    do(store, blockers.release, read(store, week).blockers[0].slots[0])
    assert read(store, week).blockers[0].halls == (week.other_hall,)


def test_what_cannot_be_is_refused(store: Store, week: Week, lunch: int) -> None:
    assert refused(store, blockers.add, week.programme, [], at(13), 60) == blockers.NEEDS_HALL
    assert refused(store, blockers.add, week.programme, [week.hall], at(13), 0) == blockers.LENGTH_WRONG
    strange = [week.strange_hall]
    assert refused(store, blockers.add, week.programme, strange, at(13), 60) == screenings.NOT_A_HALL
    venue = do(store, venues.add_venue, FourNames(en="Peking"), FourNames(), zone="Asia/Shanghai", country="CN")
    far = do(store, venues.add_hall, venue, FourNames(en="1"))
    do(store, programmes.set_halls, week.programme, [week.hall, week.other_hall, far])
    assert refused(store, blockers.change, lunch, halls=[week.hall, far]) == blockers.SEVERAL_ZONES
    do(store, blockers.remove, lunch)
    assert refused(store, blockers.remove, lunch) == blockers.GONE
    assert refused(store, blockers.release, -7) == blockers.GONE


def test_a_hall_that_leaves_takes_its_breaks_along(store: Store, week: Week, lunch: int) -> None:
    before = records(store)
    left = step(store, programmes.set_halls, week.programme, [week.hall])
    assert read(store, week).blockers[0].halls == (week.hall,)
    store.replay(left)
    assert records(store) == before
    do(store, blockers.change, lunch, halls=[week.other_hall])
    do(store, programmes.set_halls, week.programme, [week.hall])
    assert read(store, week).blockers == ()
