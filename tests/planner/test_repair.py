"""A repair changes as few published times as can be: shown by trying every smaller change, and on the sample week."""

import shutil
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

from app.domain.board import Board
from app.domain.planning import Mode, imagined
from app.domain.screenings import Severity
from app.operations import proposals
from app.operations.proposals import Wishes
from app.planner.proposing import propose
from app.store.schedule import schedule
from app.store.store import Store
from tests.planner.small import at, days, halls, problem, shown


def errors(slots, context):
    return [one for one in Board(slots, context).conflicts() if one.severity is Severity.ERROR]


def published(slots):
    return {slot.id: (slot.hall, slot.body_start) for slot in slots if slot.live and not slot.blocker}


def changed(made):
    return [move.slot for move in made.moved if move.published]


def test_no_smaller_change_of_published_times_would_do():
    """One event stands in the way of two others, and two more overlap: two moves are enough, and one is not."""
    slots = [
        shown(1, 1, "14:00", works=(1,)), shown(2, 1, "15:10", works=(2,)), shown(3, 1, "16:20", works=(3,)),
        shown(4, 2, "14:00", works=(4,)), shown(5, 2, "15:00", works=(5,)), shown(6, 2, "20:00", works=(6,)),
    ]  # fmt: skip
    places = halls(2, days(1), opens=14, closes=23)
    asked = problem(
        [], slots=slots, mode=Mode.REPAIR, movable=range(1, 7), halls=places, published=published(slots), grid=10
    )
    assert len(errors(slots, asked.context)) == 3
    made = propose(asked, 10, rounds=1)
    assert errors(imagined(asked, made), asked.context) == []
    assert len(changed(made)) == 2
    for slot, hall, start in product(slots, places, range(at("14:00"), at("21:30"), 30)):
        moved = [slot.at(hall, start) if one is slot else one for one in slots]
        assert errors(moved, asked.context)


def test_three_conflicts_of_the_sample_week_are_repaired_by_three_moves(filled: Path, tmp_path: Path) -> None:
    """Each of three events lies on one that is locked, so that at least those three must move: no other does."""
    store = Store.open(Path(shutil.copy(filled, tmp_path / "films.keruen")))
    with store.read() as session:
        read = schedule(session, 1, "en", date(2026, 10, 1))
    store.close()
    whole = {slot.id: slot for slot in read.slots}
    bad = {number for one in errors(read.slots, read.context) for number in one.slots}
    fine = sorted(
        (slot for slot in read.slots if slot.live and not slot.blocker and not slot.locked and slot.id not in bad),
        key=lambda slot: (slot.end - slot.start, slot.id),
    )
    for under, over in zip(fine[-3:], fine[:3], strict=True):
        whole[under.id] = replace(under, locked=True)
        whole[over.id] = over.at(under.hall, under.start + 10)
    kept = {number: slot for number, slot in whole.items() if number not in bad}
    read = replace(read, slots=tuple(kept.values()))
    context = replace(read.context, published=published(kept.values()))
    asked = replace(proposals.problem(read, Wishes(Mode.REPAIR)), context=context)
    before = errors(asked.slots, context)
    made = propose(asked, 10, rounds=2)
    left = {one.key for one in errors(imagined(asked, made), context)}
    assert {slot.id for slot in fine[:3]} <= {number for one in before for number in one.slots}
    assert not left
    assert sorted(changed(made)) == sorted(slot.id for slot in fine[:3])
