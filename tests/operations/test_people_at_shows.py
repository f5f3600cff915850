"""People are in town, booked and on duty; each verb is taken back to the same rows."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.kinds_of_plans import PersonTask
from app.domain.names import FourNames
from app.operations import agents, people_at_shows, programmes, screenings, venues
from app.store.bookings import Booking, Shift, Stay
from app.store.programmes import EntryGuest
from app.store.schedule import schedule
from app.store.store import Store
from tests.operations.week import FIRST, Week, at, refused
from tests.store.rows import do, records, step

MORNING = datetime(2026, 10, 16, 4, tzinfo=UTC)
EVENING = MORNING + timedelta(hours=9)


@pytest.fixture
def guest(store: Store) -> int:
    return do(store, agents.add, "Ермек Тұрсынов")


@pytest.fixture
def shown(store: Store, week: Week) -> int:
    return do(store, screenings.place, week.programme, week.entry, week.hall, at(19))


def test_a_stay_is_entered_corrected_and_taken_away(store: Store, week: Week, guest: int) -> None:
    stay = do(store, people_at_shows.add_stay, week.programme, guest, MORNING, None, note=" By train ")
    do(store, people_at_shows.change_stay, stay, leaves=EVENING)
    with store.read() as session:
        row = session.get_one(Stay, stay)
        assert (row.arrives, row.leaves, row.note) == (MORNING, EVENING, "By train")
        read = schedule(session, week.programme, "kk", FIRST)
        begins = int(MORNING.timestamp()) // 60
        assert read.context.people == {guest: ((begins, begins + 540, None),)}
        assert read.people == {guest: "Ермек Тұрсынов"}
    before = records(store)
    gone = step(store, people_at_shows.remove_stay, stay)
    store.replay(gone)
    assert records(store) == before


def test_nobody_leaves_before_arriving(store: Store, week: Week, guest: int) -> None:
    wrong = people_at_shows.STAY_WRONG
    assert refused(store, people_at_shows.add_stay, week.programme, guest, EVENING, MORNING) == wrong
    assert refused(store, people_at_shows.add_stay, week.programme, guest, EVENING, EVENING) == wrong


def test_somebody_is_booked_once_for_a_task(store: Store, week: Week, guest: int, shown: int) -> None:
    del week
    booking = do(store, people_at_shows.book, shown, guest)
    assert refused(store, people_at_shows.book, shown, guest) == people_at_shows.BOOKED_ALREADY
    other = do(store, people_at_shows.book, shown, guest, PersonTask.MODERATOR)
    wrong = people_at_shows.BOOKED_ALREADY
    assert refused(store, people_at_shows.change_booking, other, task=PersonTask.GUEST) == wrong
    do(store, people_at_shows.unbook, booking)
    do(store, people_at_shows.change_booking, other, task=PersonTask.GUEST)


@pytest.mark.parametrize("pair", [(), ("zh",), ("zh", "zh-Hans"), ("zh", "kk", "ru")])
def test_an_interpreter_has_a_pair_of_languages(store: Store, guest: int, shown: int, pair: tuple[str, ...]) -> None:
    interpreter = PersonTask.INTERPRETER
    assert refused(store, people_at_shows.book, shown, guest, interpreter, pair) == people_at_shows.PAIR_WRONG
    made = do(store, people_at_shows.book, shown, guest, interpreter, ("zh", "kk"))
    with store.read() as session:
        assert session.get_one(Booking, made).languages == "zh kk"


def test_the_card_and_the_slot_of_an_event_name_its_people(store: Store, week: Week, guest: int, shown: int) -> None:
    do(store, people_at_shows.book, shown, guest, PersonTask.INTERPRETER, ("zh", "kk"))
    with store.read() as session:
        read = schedule(session, week.programme, "kk", FIRST)
    assert read.cards[0].people == read.slots[0].people == ((guest, PersonTask.INTERPRETER, ("zh", "kk")),)
    assert read.people == {guest: "Ермек Тұрсынов"}


def test_the_guests_of_a_title_are_booked_for_an_event(store: Store, week: Week, guest: int, shown: int) -> None:
    def invite(session) -> None:
        session.add(EntryGuest(entry_id=week.entry, agent_id=guest))

    do(store, invite)
    assert len(do(store, people_at_shows.book_guests, shown)) == 1
    assert do(store, people_at_shows.book_guests, shown) == []


def test_a_shift_lies_in_a_venue_of_the_programme(store: Store, week: Week, guest: int) -> None:
    add = people_at_shows.add_shift
    shift = do(store, add, week.programme, guest, week.venue, MORNING, EVENING, hall=week.hall)
    elsewhere = do(store, venues.add_venue, FourNames(en="Arman"), FourNames(en="Almaty"))
    assert refused(store, add, week.programme, guest, elsewhere, MORNING, EVENING) == people_at_shows.STRANGE_VENUE
    other = people_at_shows.NOT_HERE
    assert refused(store, people_at_shows.change_shift, shift, venue_id=elsewhere) == other
    assert refused(store, people_at_shows.change_shift, shift, ends=MORNING) == people_at_shows.SHIFT_WRONG
    before = records(store)
    store.replay(step(store, people_at_shows.remove_shift, shift))
    assert records(store) == before
    with store.read() as session:
        duty = schedule(session, week.programme, "kk", FIRST).context.duties[0]
    assert (duty.person, duty.venue, duty.hall, duty.ends - duty.starts) == (guest, week.venue, week.hall, 540)


def test_an_event_that_goes_takes_its_people_along(store: Store, week: Week, guest: int, shown: int) -> None:
    do(store, people_at_shows.book, shown, guest)
    before = records(store)
    for verb, what in ((screenings.unplace, shown), (programmes.remove_entry, week.entry)):
        gone = step(store, verb, what)
        assert not records(store)["booking"]
        store.replay(gone)
        assert records(store) == before


def test_whoever_takes_part_is_not_deleted(store: Store, week: Week, guest: int, shown: int) -> None:
    booking = do(store, people_at_shows.book, shown, guest)
    assert refused(store, agents.delete, guest) == agents.TAKES_PART
    do(store, people_at_shows.unbook, booking)
    stay = do(store, people_at_shows.add_stay, week.programme, guest, None, None)
    assert refused(store, agents.delete, guest) == agents.TAKES_PART
    do(store, people_at_shows.remove_stay, stay)
    do(store, agents.delete, guest)


def test_two_records_of_somebody_become_one_at_the_shows_too(store: Store, week: Week, guest: int, shown: int) -> None:
    twin = do(store, agents.add, "Yermek Tursunov", "en")
    do(store, people_at_shows.book, shown, guest)
    do(store, people_at_shows.book, shown, twin)
    do(store, people_at_shows.book, shown, twin, PersonTask.MODERATOR)
    do(store, people_at_shows.add_stay, week.programme, twin, MORNING, EVENING)
    do(store, people_at_shows.add_shift, week.programme, twin, week.venue, MORNING, EVENING)
    before = records(store)
    merged = step(store, agents.merge, guest, twin)
    with store.read() as session:
        assert [(row.agent_id, row.task) for row in session.query(Booking).order_by(Booking.id)] == [
            (guest, PersonTask.GUEST), (guest, PersonTask.MODERATOR),
        ]  # fmt: skip
        assert session.query(Stay).one().agent_id == session.query(Shift).one().agent_id == guest
    store.replay(merged)
    assert records(store) == before
