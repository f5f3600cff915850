"""A spreadsheet from the first page to the catalogue and back: import, undo, redo; the schedule likewise."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.figures import figures
from app.ui import dialogs
from app.ui.imports.page import ImportsPage
from app.ui.main_window import MainWindow
from app.ui.program import Program
from tests.store.rows import records

TITLES = "Название;Қазақша;中文片名;Год;Режиссёр\n" + "".join(
    f"Степная песня {n};Дала жыры {n};草原歌{n};{1950 + n % 70};Режиссёр {n % 9}\n" for n in range(1, 151)
)
SCHEDULE = """Дата;Время;Фильм;Кинотеатр;Зал
17.10.2026;19:00;Степная песня 1;Арман;Зал 1
17.10.2026;21:30;Ана;Арман;Зал 1
"""
PATIENCE = 20_000


@pytest.fixture
def page(program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImportsPage:
    """The page of imports with a list of titles that was chosen on the first page."""
    path = tmp_path / "films.csv"
    path.write_bytes(TITLES.encode("gb18030"))
    monkeypatch.setattr(dialogs, "open_file", lambda *_said: path)
    program.begin()
    assert program.welcome is not None
    program.welcome.table.button.click()
    qtbot.waitUntil(lambda: program.house is not None, timeout=PATIENCE)
    shown = window(program).current_page()
    assert isinstance(shown, ImportsPage)
    qtbot.waitUntil(shown.reading.isVisible, timeout=PATIENCE)
    return shown


def window(program: Program) -> MainWindow:
    assert program.house is not None
    return program.house.window


def test_a_list_becomes_a_library_is_taken_back_and_comes_again(
    program: Program, page: ImportsPage, qtbot: QtBot
) -> None:
    shown = window(program)
    store = shown.workspace.store
    before = records(store)
    assert page.reading.panel.combos["encoding"].currentData() == "gb18030"
    page.next.click()
    qtbot.waitUntil(page.check.isVisible, timeout=PATIENCE)
    assert page.next.text() == "Import 150 titles"
    page.next.click()
    qtbot.waitUntil(page.done.isVisible, timeout=PATIENCE)
    after = records(store)
    assert shown.workspace.read(figures).works == 150
    shown.menus.undo.trigger()
    assert records(store) == before
    shown.menus.redo.trigger()
    assert records(store) == after
    assert store.path is not None
    assert list((store.path.parent / "backups").glob("*-import.keruen-backup"))


def test_a_schedule_dropped_on_the_window_becomes_a_programme(
    program: Program, page: ImportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "week.csv"
    path.write_text(SCHEDULE, "utf-8")
    shown = window(program)
    shown.show_page("home")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    spot, left, copy = QPointF(300, 300), Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(spot.toPoint(), copy, data, left, none)
    QApplication.sendEvent(shown, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(shown, QDropEvent(spot, copy, data, left, none))
    qtbot.waitUntil(lambda: page.reading.isVisible() and page.status() == "week.csv", timeout=PATIENCE)
    page.next.click()
    qtbot.waitUntil(page.check.isVisible, timeout=PATIENCE)
    assert page.next.text() == "Import 2 screenings"
    page.next.click()
    qtbot.waitUntil(page.done.isVisible, timeout=PATIENCE)
    page.done.show_them.click()
    assert shown.stack.key() == "schedule"
    assert shown.workspace.read(figures).screenings == 2


def test_the_same_schedule_goes_into_the_programme_it_made(
    program: Program, page: ImportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "week.csv"
    path.write_text(SCHEDULE, "utf-8")
    shown = window(program)
    for programme in ("a new programme", "week"):
        shown.show_page("imports", path=path)
        # The second file of a kind needs no look at how it was read.
        qtbot.waitUntil(lambda: page.reading.isVisible() or page.check.isVisible(), timeout=PATIENCE)
        if page.reading.isVisible():
            page.next.click()
        qtbot.waitUntil(page.check.isVisible, timeout=PATIENCE)
        assert page.check.panel.programme.currentText() == programme
        if programme != "week":
            page.next.click()
            qtbot.waitUntil(page.done.isVisible, timeout=PATIENCE)
    assert shown.workspace.read(figures).screenings == 2
