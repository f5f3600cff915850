"""Where blocks lie on the board, without a window."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.store.schedule import Card, schedule
from app.store.store import Store
from app.ui.schedule.board import Density, Layout, Scale
from app.ui.schedule.hours import used_hours, whole_hours
from app.ui.schedule.keyboard import Place, neighbour, stepped
from app.ui.schedule.lanes import lanes_of
from app.ui.schedule.plan import Plan
from tests.ui.conftest import THURSDAY

WEEK = Scale(60.0, Density.WEEK, 41, 20, 5)


@pytest.fixture(scope="module")
def plan(film_week: Path) -> Plan:
    store = Store.open(film_week, own=False)
    with store.read() as session:
        found = Plan(schedule(session, 1, "en", THURSDAY), "en")
    store.close()
    return found


@pytest.fixture(scope="module")
def board(plan: Plan) -> Layout:
    return Layout(plan, WEEK, whole_hours(plan))


def titled(plan: Plan, title: str, day: int) -> Card:
    return next(card for card in plan.cards.values() if card.title == title and card.day == plan.days[day])


def test_every_day_has_a_row_for_every_hall(plan: Plan, board: Layout) -> None:
    assert [(row.day, row.hall.id) for row in board.rows] == [
        (day, hall.id) for day in plan.days for hall in plan.schedule.halls
    ]
    assert board.rows[3].top == 3 * 41 + 5


def test_a_block_lies_at_its_hour_and_its_tails_around_it(plan: Plan, board: Layout) -> None:
    block = board.blocks[titled(plan, "Tomiris", 1).id]
    assert block.body_left == board.x(18 * 60)
    assert block.body_right - block.body_left == 155
    assert [(tail.kind, tail.minutes) for tail in block.tails] == [("intro", 20), ("qa", 25)]
    assert block.left == block.body_left - 20
    assert block.right == block.body_right + 25


def test_what_is_hit_is_what_lies_there(plan: Plan, board: Layout) -> None:
    for block in board.blocks.values():
        found = board.block_at((block.body_left + block.body_right) / 2, block.top + 2)
        assert found == block
    assert board.block_at(-5, 3) is None
    assert board.row_at(-1) is None
    assert board.row_at(board.height) is None
    assert plan.cards.keys() == board.blocks.keys()


def test_a_show_after_midnight_stays_with_its_evening(plan: Plan, board: Layout) -> None:
    late = next(card for card in plan.cards.values() if card.starts.time().hour == 23)
    block = board.blocks[late.id]
    assert board.rows[block.row].day == late.day
    assert board.minute(block.right) > 24 * 60


def test_used_hours_end_half_an_hour_after_the_last_event(plan: Plan) -> None:
    first, last = used_hours(plan)
    assert first == 11 * 60 - 30
    assert (
        last
        == max(
            (card.event_ends - datetime(card.day.year, card.day.month, card.day.day)) // timedelta(minutes=1)
            for card in plan.cards.values()
        )
        + 30
    )


def test_the_overlap_of_one_copy_spans_the_rows_between(board: Layout) -> None:
    [overlap] = board.overlaps
    assert overlap.minutes == 65
    assert overlap.right - overlap.left == 65
    upper, lower = (board.blocks[slot] for slot in overlap.finding.slots)
    assert (overlap.top, overlap.bottom) == (upper.bottom, lower.top)
    assert lower.row - upper.row == 2


def test_two_events_in_one_hall_at_once_both_stay_visible(plan: Plan) -> None:
    card = titled(plan, "Tomiris", 1)
    later = card._replace(id=999, event_starts=card.event_starts + timedelta(minutes=30))
    after = card._replace(id=998, event_starts=card.event_ends, event_ends=card.event_ends + timedelta(minutes=9))
    assert lanes_of([card, later, after]) == [0, 1, 0]


def test_arrows_reach_every_block(plan: Plan, board: Layout) -> None:
    reached, here = set(), neighbour(board, None, 1, 0)
    while here is not None:
        reached.add(here.card.id)
        here = neighbour(board, here, 1, 0)
    assert reached == plan.cards.keys()


def test_down_goes_to_the_nearest_block_of_the_next_row_with_any(plan: Plan, board: Layout) -> None:
    start = board.blocks[titled(plan, "Kyz-Zhibek", 0).id]
    below = neighbour(board, start, 0, 1)
    assert below is not None
    assert (below.row, below.card.title) == (1, "Boonie Bears")


def test_a_lifted_block_goes_over_the_end_of_a_day(plan: Plan) -> None:
    halls = [hall.id for hall in plan.schedule.halls]
    last = Place(plan.days[0], halls[-1], 600)
    assert stepped(plan, last, 0, 1) == Place(plan.days[1], halls[0], 600)
    assert stepped(plan, Place(plan.days[0], halls[0], 600), 0, -1) == Place(plan.days[0], halls[0], 600)
    assert stepped(plan, last, 1, 0).minute == 605
