"""A proposal is taken over as one step, whole or in part, and taken back to the letter."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.domain.board import Board
from app.domain.kinds import CopyFormat
from app.domain.planning import Mode, Move, Placement, Problem, Proposal, Status, imagined
from app.errors import UserError
from app.operations import proposals, screenings
from app.operations.proposals import Wishes
from app.planner.proposing import propose
from app.store.copies import Copy
from app.store.programmes import Programme
from app.store.schedule import Schedule, schedule
from app.store.store import Store
from tests.store.rows import do, records, step

TODAY = date(2026, 9, 1)
FILL = Wishes()


@pytest.fixture
def programme(sample_store: Store) -> int:
    """The film week of the sample."""
    with sample_store.read() as session:
        return int(session.query(Programme).order_by(Programme.id).first().id)


def read(store: Store, programme: int) -> Schedule:
    with store.read() as session:
        return schedule(session, programme, "en", TODAY)


def planned(store: Store, programme: int, wishes: Wishes = FILL) -> tuple[Problem, Proposal]:
    asked = proposals.problem(read(store, programme), wishes)
    return asked, propose(asked, 20, rounds=1)


def test_what_waits_is_asked_for_as_the_tray_says(sample_store: Store, programme: int) -> None:
    seen = read(sample_store, programme)
    asked = proposals.problem(seen)
    assert [(one.entry, one.showings) for one in asked.wanted] == [
        (row.entry, row.showings - row.placed) for row in seen.tray
    ]
    assert asked.movable == frozenset()
    assert proposals.problem(seen, Wishes(Mode.REPAIR)).wanted == ()


def test_what_waits_has_a_number_no_break_has(sample_store: Store, programme: int) -> None:
    seen = read(sample_store, programme)
    breaks = [slot.id for slot in seen.slots if slot.blocker]
    assert breaks
    assert seen.tray
    assert all(proposals.wanted(seen, row).slot.id < min(breaks) for row in seen.tray)


def test_a_plan_is_taken_over_as_it_was_proposed_and_taken_back(sample_store: Store, programme: int) -> None:
    asked, made = planned(sample_store, programme)
    assert made.placed
    before = records(sample_store)
    done = step(sample_store, proposals.apply, programme, made)
    now = {
        (slot.entry, slot.hall, slot.start, slot.body_start, slot.end) for slot in read(sample_store, programme).slots
    }
    for slot in imagined(asked, made):
        if not slot.blocker:
            assert (slot.entry, slot.hall, slot.start, slot.body_start, slot.end) in now
    sample_store.replay(done)
    assert records(sample_store) == before


def test_the_copy_that_was_chosen_is_the_one_of_the_showing_and_goes_back_with_it(
    sample_store: Store, programme: int
) -> None:
    """A title gets a second copy, and the proposal says the second: that one it is, in the same step."""
    seen = read(sample_store, programme)
    row = next(row for row in seen.tray if any(copy.work == row.work for copy in seen.copies.values()))
    first = next(copy for copy in seen.copies.values() if copy.work == row.work)

    def another(session: Session) -> int:
        twin = Copy(work_id=row.work, version_id=first.version, name="DCP B", format=CopyFormat.DCP)
        session.add(twin)
        session.flush()
        return int(twin.id)

    second = do(sample_store, another)
    seen = read(sample_store, programme)
    (wanted,) = [one for one in proposals.problem(seen).wanted if one.entry == row.entry]
    assert set(wanted.copies) == {first.id, second}
    assert [slot.copies for slot in wanted.with_each_copy()] == [(copy,) for copy in wanted.copies]
    start = seen.slots[0].start + 90 * 1440
    chosen = Placement(-(10**9), row.entry, seen.halls[0].id, TODAY, start, start, start + 90, copy=second)
    before = records(sample_store)
    made = Proposal(Mode.FILL, Status.FEASIBLE, placed=(chosen,))
    done = step(sample_store, proposals.apply, programme, made)
    known = {slot.id for slot in seen.slots}
    (slot,) = [slot for slot in read(sample_store, programme).slots if slot.id not in known]
    assert slot.copies == (second,)
    sample_store.replay(done)
    assert records(sample_store) == before


def test_a_plan_brings_no_new_error(sample_store: Store, programme: int) -> None:
    asked, made = planned(sample_store, programme)
    before = {one.key for one in Board(asked.slots, asked.context).conflicts() if one.severity == 3}
    do(sample_store, proposals.apply, programme, made)
    seen = read(sample_store, programme)
    assert {one.key for one in Board(seen.slots, seen.context).conflicts() if one.severity == 3} == before


def test_only_what_is_ticked_is_taken_over(sample_store: Store, programme: int) -> None:
    _asked, made = planned(sample_store, programme)
    first = made.placed[0]
    do(sample_store, proposals.apply, programme, made, {first.number})
    placed = {row.entry: row.placed for row in read(sample_store, programme).tray}
    waited = {row.entry for row in read(sample_store, programme).tray}
    for other in made.placed[1:]:
        if other.entry != first.entry:
            assert other.entry in waited
    assert placed.get(first.entry, 1) >= 1


def test_a_repair_moves_events_and_is_taken_back(sample_store: Store, programme: int) -> None:
    asked, made = planned(sample_store, programme, Wishes(Mode.REPAIR))
    assert made.moved
    assert made.placed == ()
    before = records(sample_store)
    done = step(sample_store, proposals.apply, programme, made)
    slots = {slot.id: slot for slot in read(sample_store, programme).slots}
    for move in made.moved:
        assert (slots[move.slot].hall, slots[move.slot].start) == (move.hall, move.start)
    for slot in asked.slots:
        if slot.id not in {move.slot for move in made.moved}:
            assert slots[slot.id].start == slot.start
    sample_store.replay(done)
    assert records(sample_store) == before


def test_moves_and_showings_with_their_people_are_taken_back_together(sample_store: Store, programme: int) -> None:
    _asked, made = planned(sample_store, programme)
    _asked, repaired = planned(sample_store, programme, Wishes(Mode.REPAIR))
    everybody = {slot.id: slot.people for slot in read(sample_store, programme).slots}
    moved = [move for move in repaired.moved if everybody[move.slot]] or list(repaired.moved)
    assert made.placed
    assert moved
    before = records(sample_store)
    both = Proposal(Mode.FILL, Status.FEASIBLE, placed=made.placed, moved=tuple(moved))
    done = step(sample_store, proposals.apply, programme, both)
    after = {slot.id: slot for slot in read(sample_store, programme).slots}
    for move in moved:
        assert after[move.slot].start == move.start
        assert {one.person for one in after[move.slot].people} == {one.person for one in everybody[move.slot]}
    assert len(after) == len(everybody) + len(made.placed)
    undone = sample_store.replay(done)
    assert records(sample_store) == before
    sample_store.replay(undone)
    assert {slot.id: slot for slot in read(sample_store, programme).slots} == after


def test_what_has_been_moved_or_locked_meanwhile_is_refused(sample_store: Store, programme: int) -> None:
    slot = next(slot for slot in read(sample_store, programme).slots if not slot.locked and not slot.blocker)
    assert slot.hall is not None
    elsewhere = Move(slot.id, slot.hall + 100, slot.start, slot.hall, slot.start, slot.body_start)
    here = elsewhere._replace(was_hall=slot.hall)
    before = records(sample_store)
    with pytest.raises(UserError):
        do(sample_store, proposals.apply, programme, Proposal(Mode.REPAIR, Status.FEASIBLE, moved=(elsewhere,)))

    def locked(session: Session) -> None:
        screenings.lock(session, slot.id)
        proposals.apply(session, programme, Proposal(Mode.REPAIR, Status.FEASIBLE, moved=(here,)))

    with pytest.raises(UserError):
        do(sample_store, locked)
    gone = Placement(-(10**9), 10**6, slot.hall, TODAY, slot.start, slot.body_start, slot.end)
    with pytest.raises(UserError):
        do(sample_store, proposals.apply, programme, Proposal(Mode.FILL, Status.FEASIBLE, placed=(gone,)))
    assert records(sample_store) == before
