"""Where a drag may end and what it says on the way: days of the day bar, reasons in their order, every rule."""

from datetime import date

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.domain.screenings import Clash, Finding
from app.ui.schedule.imagining import imagine
from app.ui.schedule.page import SchedulePage
from app.ui.schedule.reasons import in_order
from app.ui.workspace import Workspace
from tests.ui.schedule.conftest import Hand, rows
from tests.ui.schedule.test_page import event, now


def day_cell(page: SchedulePage, day: date) -> QPoint:
    """The middle of a day in the strip."""
    strip = page.daybar.strip
    assert page.plan is not None
    place = page.plan.days.index(day)
    return next(QPoint(x, 14) for x in range(strip.width()) if strip.day_at(QPoint(x, 14)) == day) + QPoint(
        place and 8, 0
    )


def test_a_show_let_go_on_a_day_of_the_bar_keeps_its_hall_and_hour(
    page: SchedulePage, hand: Hand, workspace: Workspace
) -> None:
    assert page.plan is not None
    talk = event(page, "Young curators meet", 2)
    page.choose(talk.id)
    page.show_view("day")
    before, there = rows(workspace), page.plan.days[1]
    hand.take(talk.id)
    cell = day_cell(page, there)
    hand.move(cell, page.daybar.strip)
    assert page.pointer.tip.text().startswith("Fri 16 Oct, ")
    assert page.pointer.carry is not None
    assert page.pointer.carry.outcome is not None
    assert rows(workspace) == before
    hand.let_go(cell, page.daybar.strip)
    moved = now(page, talk)
    assert (moved.day, moved.hall, moved.starts.time()) == (there, talk.hall, talk.starts.time())
    assert page.view.sight.day == talk.day  # one goes on sorting where one is


def test_a_day_of_the_bar_opens_under_what_is_held_there(page: SchedulePage, hand: Hand, qtbot: QtBot) -> None:
    assert page.plan is not None
    poet = event(page, "Poet", 2)
    page.choose(poet.id)
    page.show_view("day")
    hand.take(poet.id)
    hand.move(day_cell(page, page.plan.days[0]), page.daybar.strip)
    qtbot.waitUntil(lambda: page.view.sight.day == page.plan.days[0], timeout=2000)  # type: ignore[union-attr]
    assert page.pointer.busy
    assert page.chosen == poet.id
    hand.move(hand.place(0, 2, 17 * 60 + 30))
    hand.let_go(hand.place(0, 2, 17 * 60 + 30))
    assert (now(page, poet).day, now(page, poet).starts.hour) == (page.plan.days[0], 17)


def test_several_go_to_a_day_together_and_from_the_tray_where_it_fits(
    page: SchedulePage, hand: Hand, workspace: Workspace
) -> None:
    assert page.plan is not None
    chosen = [card for card in page.plan.schedule.cards if card.day == page.plan.days[2] and not card.locked][:2]
    page.show_view("day")
    page.choosing.choose([card.id for card in chosen])
    hand.take(chosen[0].id)
    cell = day_cell(page, page.plan.days[1])
    hand.move(cell, page.daybar.strip)
    hand.let_go(cell, page.daybar.strip)
    assert {now(page, card).day for card in chosen} == {page.plan.days[1]}
    assert workspace.undo_stack.count() == 1
    cards = page.tray.cards
    waiting = {row.title: page.plan.first_place(page.plan.newcomer(row)[1]) for row in page.plan.schedule.tray}
    index = next(page.tray.model.index(n) for n in range(9) if waiting.get(page.tray.model.index(n).data()))
    place = waiting[index.data()]
    assert place is not None
    spot = cards.visualRect(index).center()
    hand.press(cards.viewport(), spot)
    hand.move(spot + QPoint(12, 0), cards.viewport())
    hand.move(day_cell(page, page.plan.day_of(place)), page.daybar.strip)
    carry = page.pointer.carry
    assert carry is not None
    assert carry.outcome is not None
    assert (carry.outcome.slot.hall, carry.outcome.slot.start) == (place.hall, place.start)
    page.pointer.cancel()


def test_a_second_showing_on_one_day_is_told_while_it_is_dragged(page: SchedulePage, hand: Hand) -> None:
    assert page.plan is not None
    twice = next(
        (one, other)
        for one in page.plan.schedule.cards
        for other in page.plan.schedule.cards
        if one.id < other.id and one.works and one.works == other.works and one.day != other.day and not one.locked
    )
    page.view.scale_by(0.8)
    hand.take(twice[0].id)
    day, slot = page.plan.days.index(twice[1].day), page.plan.board.slot(twice[0].id)
    halls, check, minute_of = list(page.plan.halls), page.plan.board.check, page.plan.minute
    free = min(
        ((place, minute) for place in range(len(page.plan.halls)) for minute in range(11 * 60, 23 * 60, 30)),
        key=lambda one: len(check(slot.at(halls[one[0]], minute_of(twice[1].day, one[1])))),
    )
    hand.move(hand.place(day, *free))
    assert "Two showings on one day" in page.pointer.tip.text()
    page.pointer.cancel()


def test_a_journey_that_fails_is_told_before_the_hall_and_what_forbids_before_both() -> None:
    hall, way, closed, wish = (
        Finding(clash.rule, clash, clash.severity, (1, 2), 10 - place)
        for place, clash in enumerate((Clash.HALL_TAKEN, Clash.LEG_MISSED, Clash.HALL_CLOSED, Clash.STARTS_TOGETHER))
    )
    told = in_order((wish, hall, way, closed), lambda one: one is closed)
    assert [one.clash for one in told] == [closed.clash, way.clash, hall.clash, wish.clash]


def test_a_sentence_about_what_is_held_tells_the_hour_it_is_held_at(page: SchedulePage) -> None:
    plan, other = page.plan, event(page, "Dastur (Tradition)", 1)
    assert plan is not None
    hall = plan.schedule.halls[2].id
    held = plan.board.slot(other.id)
    starts = plan.minute(plan.days[0], 20 * 60, hall)
    outcome = imagine(plan, [held.at(hall, starts - (held.body_start - held.start))])
    assert outcome.sentence.endswith("at 16:00 in Hall 2 and at 20:00 in Studio.")
