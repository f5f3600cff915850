"""Columns one chooses, an order of several levels, typed queries, saved filters."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.store.filters import saved
from app.ui import dialogs
from app.ui.language import speak
from app.ui.works.column_heads import HeadButton, extended
from app.ui.works.columns_menu import columns_menu
from app.ui.works.page import WorksPage
from app.ui.works.row_columns import ALL, USUAL, columns, fitting_columns
from app.ui.workspace import Workspace
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import Made, settle, titles, write


def head(page: WorksPage, by: str) -> HeadButton:
    return next(button for button in page.view.heads.findChildren(HeadButton) if button.by == by)


def test_the_usual_columns_stay_and_others_give_way_to_room() -> None:
    assert fitting_columns(560, ALL) == USUAL
    assert fitting_columns(2000, ALL) == ALL
    between = fitting_columns(800, ALL)
    assert set(USUAL) < set(between) < set(ALL)
    for width in (520, 700, 900, 1200, 2000):
        places = columns(width, ALL)
        ends = [places.title[0] + places.title[1], *(left + wide for left, wide in places.others.values())]
        starts = [left for left, _wide in places.others.values()]
        assert all(start >= end for start, end in zip(starts, ends, strict=False))


def test_a_chosen_column_is_read_shown_and_remembered(page: WorksPage, made: Made, shell: FakeShell) -> None:
    page.showing.want(("country", "runtime", "missing"))
    line = page.lines.model.line(made.composer)
    assert line is not None
    assert line.further["runtime"] == ("120\u00a0min", "")
    assert line.further["missing"] == ("KK", "")
    assert "120\u00a0min" in line.spoken
    assert shell.preferences.now.columns == ("country", "runtime", "missing")
    page.showing.want(USUAL)
    line = page.lines.model.line(made.composer)
    assert line is not None
    assert line.further == {}


def test_the_menu_of_columns_ticks_what_is_shown(page: WorksPage) -> None:
    wanted: list[tuple[str, ...]] = []
    menu = columns_menu(page, USUAL, (("title", False),), wanted.append, lambda _order: None)
    ticks = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert [text for text, action in ticks.items() if action.isChecked()] == ["Country", "Versions", "Rights"]
    ticks["Runtime"].trigger()
    assert wanted == [("country", "runtime", "versions", "rights")]


def test_shift_adds_a_level_to_the_order(page: WorksPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    qtbot.mouseClick(head(page, "year"), Qt.MouseButton.LeftButton)
    assert page.narrowing.order == (("year", True),)
    assert titles(page) == ["To the Wonder", "The Composer", "Kelin"]
    held = Qt.KeyboardModifier.ShiftModifier
    monkeypatch.setattr("app.ui.works.column_heads.QApplication.keyboardModifiers", lambda: held)
    qtbot.mouseClick(head(page, "country"), Qt.MouseButton.LeftButton)
    assert page.narrowing.order == (("year", True), ("country", False))
    assert "sorted ascending" in head(page, "country").accessibleName()


def test_no_more_than_three_levels_and_titles_last() -> None:
    order = extended((("title", False),), "year", down=True)
    assert order == (("year", True), ("title", False))
    order = extended(order, "country", down=False)
    assert order == (("year", True), ("country", False), ("title", False))
    assert extended(order, "kind", down=False) == (("year", True), ("kind", False), ("title", False))
    assert extended(order, "year", down=False)[0] == ("year", False)


def test_a_typed_query_ticks_the_facets_and_the_facets_are_spelt(page: WorksPage, qtbot: QtBot) -> None:
    page.view.toolbar.open_filter()
    field = page.view.toolbar.field
    qtbot.keyClicks(field, "dub:kk")
    settle()
    assert titles(page) == ["To the Wonder"]
    assert page.narrowing.filter.dubs == {"kk"}
    page.view.facets.narrowed.emit(page.narrowing.filter.toggled("countries", "CN"))
    assert field.text() == "country:China dub:kk"
    page.view.toolbar.close_filter()
    assert page.narrowing.filter.dubs == {"kk"}
    assert not field.isVisible()
    page.showing.clear()
    assert len(titles(page)) == 3


def test_a_query_is_said_in_the_language_one_reads(page: WorksPage) -> None:
    page.showing.ask("dub:kk year:2019..")
    assert page.view.toolbar.field.text() == "year:2019.. dub:kk"
    speak("ru")
    assert page.view.toolbar.field.text() == "год:2019.. дубляж:каз"
    assert titles(page) == ["Мой Алтай"]


def test_what_is_not_understood_is_told_and_narrows_nothing(page: WorksPage, qtbot: QtBot) -> None:
    page.view.toolbar.open_filter()
    qtbot.keyClicks(page.view.toolbar.field, "year:abc")
    settle()
    assert len(titles(page)) == 3
    assert page.view.toolbar.trouble.isVisible()
    qtbot.keyClick(page.view.toolbar.field, Qt.Key.Key_Escape)
    assert not page.view.toolbar.trouble.isVisible()


def test_keys_and_values_are_offered_and_taken_with_the_keyboard(page: WorksPage, qtbot: QtBot) -> None:
    page.view.toolbar.open_filter()
    field = page.view.toolbar.field
    qtbot.keyClicks(field, "du")
    assert field.hints.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "dub:"
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert field.text() == "dub:kk "
    assert titles(page) == ["To the Wonder"]
    assert not field.hints.isVisible()


def test_a_filter_is_saved_applied_in_any_language_and_forgotten(
    page: WorksPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.showing.ask("dub:kk")
    monkeypatch.setattr(dialogs, "ask_text", lambda *_asked: "Қазақша дубляж")
    section = page.view.facets.saved
    assert section.keep.isVisible()
    section.keep.click()
    (kept,) = workspace.read(saved)
    assert (kept.name, kept.query) == ("Қазақша дубляж", "dub:kk")
    workspace.retranslate()
    page.refresh(workspace.undo_stack.command(0)._step)  # type: ignore[union-attr]
    assert not section.keep.isVisible()
    page.showing.clear()
    speak("zh")
    section.applied.emit(kept)
    assert titles(page) == ["我的阿勒泰"]
    section.removed.emit(kept)
    assert workspace.read(saved) == []
    workspace.undo_stack.undo()
    assert workspace.read(saved) == [kept]


def test_gaps_find_what_a_record_lacks(page: WorksPage, made: Made) -> None:
    page.view.facets.gaps.toggled.emit("kazakh")
    assert made.wonder not in page.lines.model.ids
    assert made.composer in page.lines.model.ids
    settle()
    page.view.facets.gaps.toggled.emit("kazakh")
    assert len(page.lines.model.ids) == 3


def test_letters_of_any_script_can_be_typed(page: WorksPage) -> None:
    page.view.toolbar.open_filter()
    write(page.view.toolbar.field, "Келін")
    settle()
    assert titles(page) == ["Kelin"]


def test_of_the_columns_chosen_those_are_shown_that_have_room_and_the_others_told(
    page: WorksPage, shell: FakeShell
) -> None:
    assert fitting_columns(700, (*USUAL, "director", "age")) == ("country", "age", "versions", "rights")
    page.view.list.setFixedWidth(640)
    page.showing.want((*USUAL, "director"))
    assert shell.toasts[-1] == "No room for Director: hide another column"
