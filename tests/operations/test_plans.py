"""Plans are kept, given out, compared and put in force again; a plan put in force is one step back."""

from datetime import UTC, datetime

import pytest

from app.commands.plans import _meant_plan
from app.domain.kept_plans import Difference, changes, read, written
from app.domain.kinds import PartKind, ScreeningStatus
from app.errors import UserError
from app.operations import plans, programmes, screenings
from app.operations.plans import Label
from app.operations.screenings import PartSpec
from app.store import plan_rows
from app.store.plans import KeptPlan
from app.store.store import Store
from app.words import phrase
from tests.operations.week import Week, at
from tests.store.rows import do, records

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


def placed(store: Store, week: Week) -> tuple[int, int]:
    first = do(store, screenings.place, week.programme, week.entry, week.hall, at(18), copy=week.copy)
    second = do(store, screenings.place, week.programme, week.other_entry, week.other_hall, at(20))
    return first, second


def now(store: Store, week: Week) -> object:
    with store.read() as session:
        return plan_rows.events_in_force(session, week.programme)


def kept(store: Store, plan: int) -> object:
    with store.read() as session:
        return plan_rows.kept_events(session, plan)


def test_what_is_kept_is_read_back_to_the_letter(store: Store, week: Week) -> None:
    placed(store, week)
    plan = do(store, plans.keep, week.programme, Label("Plan B", NOON))
    assert kept(store, plan) == now(store, week)
    assert read(written(kept(store, plan))) == kept(store, plan)  # type: ignore[arg-type]


def test_a_plan_put_in_force_is_the_schedule_it_was(store: Store, week: Week) -> None:
    first, second = placed(store, week)
    plan = do(store, plans.keep, week.programme, Label("Plan B", NOON))
    before = now(store, week)
    do(store, screenings.unplace, first)
    do(store, screenings.move, second, week.hall, at(21, 30))
    do(store, screenings.set_tail, second, PartKind.QA, 45)
    do(store, screenings.place, week.programme, week.entry, week.other_hall, at(11))
    rows = records(store)
    done, step = store.write(phrase("Activate"), plans.put_in_force, plan)
    assert now(store, week) == before
    assert set(done.events) == {first, second}
    assert done.left_out == ()
    store.replay(step)
    assert records(store) == rows


def test_an_event_whose_title_is_gone_is_left_out_and_told(store: Store, week: Week) -> None:
    first, second = placed(store, week)
    plan = do(store, plans.keep, week.programme, Label("Plan B", NOON))
    do(store, programmes.remove_entry, week.entry)
    do(store, programmes.set_halls, week.programme, [week.other_hall])
    done = do(store, plans.put_in_force, plan)
    assert [event.id for event in done.left_out] == [first]
    assert done.left_out[0].title("kk") == "Қыз Жібек"
    assert done.events == (second,)


def test_releases_are_counted_and_stay(store: Store, week: Week) -> None:
    placed(store, week)
    do(store, plans.release, week.programme, Label("First", NOON))
    again = do(store, plans.release, week.programme, Label("Second", NOON))
    with store.read() as session:
        rows = plan_rows.plan_rows(session, week.programme)
        assert sorted(row.number for row in rows) == [1, 2]
        assert plan_rows.latest_release(session, week.programme) == again
    with pytest.raises(UserError, match="cannot be removed"):
        do(store, plans.remove, again)


def test_a_plan_needs_a_name_and_something_in_it(store: Store, week: Week) -> None:
    with pytest.raises(UserError, match="nothing on the schedule"):
        do(store, plans.keep, week.programme, Label("Empty", NOON))
    placed(store, week)
    with pytest.raises(UserError, match="name"):
        do(store, plans.keep, week.programme, Label("  ", NOON))


def test_no_two_plans_of_a_programme_have_one_name(store: Store, week: Week) -> None:
    placed(store, week)
    first = do(store, plans.release, week.programme, Label("Басылым", NOON))
    for deed in (plans.keep, plans.release):
        with pytest.raises(UserError, match="already"):
            do(store, deed, week.programme, Label(" БАСЫЛЫМ ", NOON))
    other = do(store, plans.keep, week.programme, Label("Plan B", NOON))
    with pytest.raises(UserError, match="already"):
        do(store, plans.rename, other, "басылым", "")
    do(store, plans.rename, first, "БАСЫЛЫМ", "in capitals")


def test_namesakes_of_older_libraries_are_chosen_by_number(store: Store, week: Week) -> None:
    placed(store, week)
    pair = [do(store, deed, week.programme, Label(name, NOON))
            for deed, name in ((plans.release, "Plan A"), (plans.keep, "Plan B"))]  # fmt: skip
    do(store, lambda session: setattr(session.get_one(KeptPlan, pair[1]), "name", "plan a"))
    with store.read() as session:
        rows = {row.id: row for row in plan_rows.plan_rows(session, week.programme)}
    with pytest.raises(UserError, match="Several") as refusal:
        _meant_plan(rows, "PLAN A", "en")
    assert dict(refusal.value.phrase.fields)["numbers"] == f"1 and {pair[1]}"
    assert [_meant_plan(rows, text, "en") for text in ("1", str(pair[1]), f"#{pair[1]}")] == [*pair, pair[1]]


def test_every_kind_of_change_is_told_once(store: Store, week: Week) -> None:
    first, second = placed(store, week)
    third = do(store, screenings.place, week.programme, week.entry, week.hall, at(11, day=17))
    before = now(store, week)
    do(store, screenings.move, first, week.other_hall, at(18))
    do(store, screenings.set_status, second, ScreeningStatus.CANCELLED)
    do(store, screenings.unplace, third)
    talk = do(store, screenings.add_event, week.programme, week.hall, at(9), [PartSpec(PartKind.TALK, 30)])
    found = {one.event.id: one.differences for one in changes(before, now(store, week))}  # type: ignore[arg-type]
    assert found == {
        first: (Difference.OTHER_HALL,),
        second: (Difference.CANCELLED,),
        third: (Difference.REMOVED,),
        talk: (Difference.ADDED,),
    }
