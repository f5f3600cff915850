"""A programme is founded, corrected, given halls, strands and a slate, and deleted."""

from datetime import date, timedelta

import pytest

from app.domain.kinds import PartKind, ProgrammeKind, SlateState
from app.domain.names import FourNames
from app.operations import programmes, screenings, venues
from app.operations.screenings import PartSpec
from app.store.programmes import Programme, SlateEntry, Strand
from app.store.screenings import Screening
from app.store.store import Store
from tests.operations.week import FIRST, LAST, Week, at, refused
from tests.store.rows import do, records, step

NAMES = FourNames(kk="Кино апталығы")


def halls(store: Store, programme: int) -> list[int]:
    with store.read() as session:
        return [member.hall_id for member in session.get_one(Programme, programme).halls]


def test_a_programme_is_founded(store: Store, week: Week) -> None:
    programme = do(
        store, programmes.add, NAMES, FIRST, FIRST, kind=ProgrammeKind.TOUR,
        halls=[week.other_hall, week.hall, week.hall], city=FourNames(zh="北京"), zone="Asia/Shanghai", territory="CN",
    )  # fmt: skip
    assert halls(store, programme) == [week.other_hall, week.hall]
    with store.read() as session:
        row = session.get_one(Programme, programme)
        assert (row.names, row.city_zh, row.zone, row.territory) == (NAMES, "北京", "Asia/Shanghai", "CN")
        assert (row.day_start, row.kind) == (240, ProgrammeKind.TOUR)


@pytest.mark.parametrize(
    ("names", "last", "facts", "message"),
    [
        (FourNames(), LAST, {}, venues.NAME_MISSING),
        (FourNames(kk=" \t"), LAST, {}, venues.NAME_MISSING),
        (NAMES, FIRST - timedelta(days=1), {}, programmes.DAYS_WRONG),
        (NAMES, FIRST + timedelta(days=400), {}, programmes.TOO_LONG),
        (NAMES, LAST, {"zone": "Asia/Atlantis"}, "The time zone “{zone}” is not known."),
    ],
)
def test_a_programme_that_cannot_be_is_refused(  # noqa: PLR0917 - one line of the table
    store: Store, week: Week, names: FourNames, last: date, facts: dict[str, str], message: str
) -> None:
    assert refused(store, programmes.add, names, FIRST, last, **facts) == message
    assert refused(store, programmes.change, week.programme, names=names, last_day=last, **facts) == message


def test_the_longest_programme_is_allowed(store: Store) -> None:
    assert do(store, programmes.add, NAMES, FIRST, FIRST + timedelta(days=399))


def test_halls_are_put_in_order_and_keep_their_rows(store: Store, week: Week) -> None:
    changes = step(store, programmes.set_halls, week.programme, [week.other_hall, week.hall, week.strange_hall]).changes
    assert [change.before is None for change in changes].count(True) == 1
    assert halls(store, week.programme) == [week.other_hall, week.hall, week.strange_hall]


def test_a_hall_with_screenings_cannot_leave(store: Store, week: Week) -> None:
    do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    assert "Move them first" in refused(store, programmes.set_halls, week.programme, [week.other_hall])
    do(store, programmes.set_halls, week.programme, [week.hall])
    assert halls(store, week.programme) == [week.hall]


def test_strands_take_the_next_colour(store: Store, week: Week) -> None:
    made = [do(store, programmes.add_strand, week.programme, FourNames(en=str(n))) for n in range(6)]
    made.append(do(store, programmes.add_strand, week.programme, FourNames(en="x"), 4))
    with store.read() as session:
        assert [session.get_one(Strand, strand).colour for strand in made] == [2, 3, 4, 5, 6, 1, 4]
    assert refused(store, programmes.add_strand, week.programme, FourNames()) == venues.NAME_MISSING


def test_a_work_stands_in_a_slate_once(store: Store, week: Week) -> None:
    again = refused(store, programmes.add_entry, week.programme, week.work)
    assert again == programmes.ALREADY_IN_SLATE


@pytest.mark.parametrize("showings", [0, -1, 100])
def test_the_number_of_showings_has_bounds(store: Store, week: Week, showings: int) -> None:
    do(store, programmes.remove_entry, week.other_entry)
    wrong = programmes.SHOWINGS_WRONG
    assert refused(store, programmes.add_entry, week.programme, week.other_work, showings=showings) == wrong
    assert refused(store, programmes.change_entry, week.entry, showings=showings) == wrong


def test_an_entry_is_corrected(store: Store, week: Week) -> None:
    do(
        store,
        programmes.change_entry,
        week.entry,
        state=SlateState.DECLINED,
        reason="Мерзімі өтті",
        showings=99,
        note="Құқық жоқ",
        strand_id=None,
    )
    with store.read() as session:
        row = session.get_one(SlateEntry, week.entry)
        assert (row.state, row.showings, row.note, row.strand_id) == (SlateState.DECLINED, 99, "Құқық жоқ", None)


def test_an_entry_goes_with_its_showings_and_nothing_else(store: Store, week: Week) -> None:
    gone = do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    stays = do(store, screenings.place, week.programme, week.other_entry, week.hall, at(10))
    block = do(
        store, screenings.add_event, week.programme, week.hall, at(12),
        [PartSpec(PartKind.FILM, 20, week.work), PartSpec(PartKind.FILM, 30, week.other_work)],
    )  # fmt: skip
    do(store, programmes.remove_entry, week.entry)
    with store.read() as session:
        assert session.get(Screening, gone) is None
        assert session.get(Screening, stays) is not None
        assert [part.work_id for part in session.get_one(Screening, block).parts] == [week.other_work]


def test_an_event_that_no_longer_shows_the_work_outlives_the_entry(store: Store, week: Week) -> None:
    shown = do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    do(store, screenings.set_parts, shown, [PartSpec(PartKind.TALK, 60)])
    do(store, programmes.remove_entry, week.entry)
    with store.read() as session:
        assert session.get_one(Screening, shown).entry_id is None


def test_a_programme_goes_with_slate_and_schedule_and_leaves_the_rest(sample_store: Store) -> None:
    before = records(sample_store)
    deleted = step(sample_store, programmes.delete, 1)
    after = records(sample_store)
    changed = {name for name in before if before[name] != after[name]}
    assert changed >= {"programme", "programme_hall", "strand", "slate_entry", "screening", "part"}
    assert changed.isdisjoint({"work", "version", "copy", "agent", "venue", "hall", "legal_rule", "special_day"})
    sample_store.replay(deleted)
    assert records(sample_store) == before
