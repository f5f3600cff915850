"""The views of the schedule: all days, one day, one hall, the list, and the stops of a tour."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.ui.schedule.bands import stop_words
from app.ui.schedule.board import Density
from app.ui.schedule.list_model import EDITABLE, Column
from app.ui.schedule.margins import axis_height, head_left
from app.ui.schedule.page import SchedulePage
from app.ui.schedule.sight import Mode
from app.ui.schedule.viewing import KEPT
from app.ui.theme import theme
from app.ui.widgets.draw import width_of
from app.ui.workspace import Workspace
from tests.ui.schedule.test_page import event, now
from tests.ui.shells import FakeShell

ALT = Qt.KeyboardModifier.AltModifier


def places(page: SchedulePage) -> list[tuple[object, int]]:
    """The rows in sight."""
    assert page.view.board is not None
    return [(row.day, row.hall.id) for row in page.view.board.rows]


def test_one_day_and_one_hall_are_shown_alone_and_what_is_chosen_stays(page: SchedulePage, shell: FakeShell) -> None:
    assert page.plan is not None
    tomiris = event(page, "Tomiris", 1, 0)
    page.choose(tomiris.id)
    QTest.keyClick(page.view, Qt.Key.Key_2, ALT)
    assert places(page) == [(tomiris.day, hall) for hall in page.plan.halls]
    assert page.view.board is not None
    assert page.view.board.scale.density is Density.DAY
    QTest.keyClick(page.view, Qt.Key.Key_3, ALT)
    assert places(page) == [(day, tomiris.hall) for day in page.plan.days]
    assert page.chosen == tomiris.id
    QTest.keyClick(page.view, Qt.Key.Key_4, ALT)
    assert page.lines.screening() == tomiris.id
    assert shell.preferences.layout(KEPT) is not None
    QTest.keyClick(page.lines, Qt.Key.Key_1, ALT)
    assert len(places(page)) == len(page.plan.days) * len(page.plan.halls)


def test_an_event_out_of_sight_brings_its_day(page: SchedulePage) -> None:
    page.choose(event(page, "Tomiris", 1, 0).id)
    page.show_view("day")
    poet = event(page, "Poet", 2)
    page.choose(poet.id)
    assert page.view.sight.day == poet.day
    page.show_view("hall")
    page.choose(event(page, "Dastur (Tradition)", 1).id)
    assert page.view.sight.hall == event(page, "Dastur (Tradition)", 1).hall


def test_pages_lead_from_day_to_day_and_ends_to_the_ends_of_a_row(page: SchedulePage) -> None:
    assert page.plan is not None
    page.choose(event(page, "Tomiris", 1, 0).id)
    QTest.keyClick(page.view, Qt.Key.Key_PageDown)
    assert page.plan.cards[page.chosen].day == page.plan.days[2]
    QTest.keyClick(page.view, Qt.Key.Key_PageUp)
    QTest.keyClick(page.view, Qt.Key.Key_Home)
    first = page.plan.cards[page.chosen]
    assert first.id == page.plan.at_place(first.day, first.hall)[0].id
    QTest.keyClick(page.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.plan.cards[page.chosen].day == page.plan.days[-1]
    page.show_view("day")
    QTest.keyClick(page.view, Qt.Key.Key_PageUp)
    assert page.view.sight.day == page.plan.days[2]


def test_a_day_is_folded_to_a_line_and_unfolded_by_a_press(page: SchedulePage) -> None:
    view = page.view
    page.choose(event(page, "Tomiris", 1, 0).id)
    page.viewing.fold_others()
    assert view.board is not None
    assert page.plan is not None
    assert {day for day, _hall in places(page)} == {page.plan.days[1]}
    band = view.board.bands[0]
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        QPoint(300, round(band.top + view.origin().y()) + 5),
    )  # fmt: skip
    assert {day for day, _hall in places(page)} == {page.plan.days[0], page.plan.days[1]}
    page.choose(event(page, "Poet", 2).id)
    assert page.plan.days[2] in {day for day, _hall in places(page)}


def test_a_press_on_a_hall_shows_it_alone(page: SchedulePage) -> None:
    view = page.view
    spot = QPoint(head_left(Mode.WEEK) + 20, axis_height() + 60)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert view.sight.mode is Mode.HALL
    assert page.plan is not None
    assert view.sight.hall == list(page.plan.halls)[1]
    assert page.toolbar.views.current() == "hall"


def test_zooming_keeps_the_time_under_the_pointer(page: SchedulePage) -> None:
    view = page.view
    assert view.board is not None
    before = view.board.minute(500 - view.origin().x())
    view.scale_by(2.0, 500)
    assert view.board.minute(500 - view.origin().x()) == pytest.approx(before, abs=1)


@pytest.mark.parametrize("column", EDITABLE)
def test_every_fact_of_a_line_is_changed_in_its_cell(page: SchedulePage, column: Column) -> None:
    assert page.plan is not None
    poet = event(page, "Poet", 2)
    lines = page.lines.lines
    strand = next(row.id for row in page.plan.schedule.strands if row.id != poet.strand)
    values = {
        Column.DAY: page.plan.days[3], Column.START: 17 * 60, Column.HALL: list(page.plan.halls)[1],
        Column.MINUTES: 99, Column.STRAND: strand, Column.STATUS: "tentative", Column.NOTE: "Ask the booth",
    }  # fmt: skip
    assert lines.setData(lines.index(lines.row_of(poet.id), column), values[column])
    after = now(page, poet)
    said = {
        Column.DAY: after.day, Column.START: after.starts.hour * 60 + after.starts.minute, Column.HALL: after.hall,
        Column.MINUTES: (after.ends - after.starts) // timedelta(minutes=1), Column.STRAND: after.strand,
        Column.STATUS: after.status.value, Column.NOTE: after.note,
    }  # fmt: skip
    assert said[column] == values[column]


def test_the_list_is_sorted_and_filtered_and_the_chosen_line_stays(page: SchedulePage) -> None:
    page.show_view("list")
    poet = event(page, "Poet", 2)
    page.choose(poet.id)
    page.lines.sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    lines = page.lines.lines
    titles = [lines.card(row).title for row in range(lines.rowCount())]
    assert titles[0] > titles[-1]
    assert page.lines.screening() == poet.id
    page.daybar.field.setText("poet")
    assert {lines.card(row).title for row in range(lines.rowCount())} == {"Poet"}
    assert page.chosen == page.lines.screening() == poet.id


def test_a_tour_shows_its_stops_on_their_own_clocks(page: SchedulePage, workspace: Workspace) -> None:
    del workspace
    tour = next(row.id for row in page.programmes if row.id != 1)
    page.go(programme=tour)
    plan, board = page.plan, page.view.board
    assert plan is not None
    assert board is not None
    assert [band.group.stop for band in board.bands] == list(plan.stops)
    for row in board.rows:
        stop = board.groups[row.group].stop
        assert stop is not None
        assert stop.first_day <= row.day <= stop.last_day
        assert row.hall.venue == stop.venue
    assert len(board.blocks) == len(plan.cards)
    said = dict(stop_words(plan, band.group) for band in board.bands)
    assert said["Urumqi"] == "Beijing time (UTC+8), 3 h later than at home"
    assert said["Astana"] == "Kazakhstan time (UTC+5)"
    card = next(card for card in plan.cards.values() if plan.zone_of(card.hall) == "Asia/Shanghai")
    block = board.blocks[card.id]
    assert board.minute(block.body_left) == card.starts.hour * 60 + card.starts.minute
    heard = QAccessible.queryAccessibleInterface(page.view).childAt(
        *page.view.viewport().mapToGlobal(QPoint(400, axis_height() + 5)).toTuple()
    )
    assert heard.text(QAccessible.Text.Name) == "Astana, Kazakhstan time (UTC+5)"


def test_days_and_halls_of_a_tour_are_read_whole_in_the_list(page: SchedulePage) -> None:
    page.go(programme=2)
    page.show_view("list")
    plan = page.plan
    assert plan is not None
    assert len({plan.hall_name(hall) for hall in plan.halls}) == len(plan.halls)
    for column in (Column.DAY, Column.HALL):
        font = theme().font("strong" if column is Column.DAY else "body")
        said = [page.lines.lines.index(row, column).data() or "" for row in range(page.lines.lines.rowCount())]
        assert max(width_of(font, words) for words in said) <= page.lines.columnWidth(column)


def test_a_sign_below_the_head_of_a_stop_is_whole(page: SchedulePage) -> None:
    page.go(programme=2)
    board = page.view.board
    assert board is not None
    opening = [row for row in board.rows if row.top in board.under_bands]
    assert [row.day for row in opening] == [stop.first_day for stop in page.plan.stops]  # type: ignore[union-attr]
