"""Through the whole window: from the first page to every page, in four languages, and out again."""

import re
import shutil
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.names import FourNames
from app.errors import UserError
from app.i18n.pseudo import Pseudo, dressed
from app.operations import works
from app.paths import translations_folder
from app.store import sample_files
from app.store.figures import figures
from app.store.store import Store
from app.store.venue_rows import VenueRow
from app.ui import dialogs
from app.ui.backups import kept
from app.ui.language import speak
from app.ui.main_window import MainWindow
from app.ui.navigation import PAGES, SETTINGS
from app.ui.preferences import Preferences
from app.ui.program import Program
from app.ui.settings.page import SECTIONS
from app.ui.settings.venue_dialogs import VenueDialog
from app.ui.shelf import folder
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.language_switch import ENDONYMS, SHORT
from app.ui.widgets.safe import SafeLabel
from app.words import phrase
from tests.journeys.starting import settled
from tests.libraries import with_sample

KEYS = [spec.key for spec in (*PAGES, SETTINGS)]
LETTERS = re.compile(r"[^\W\d_]{2,}")
NAMES = {*ENDONYMS.values(), *SHORT.values(), "Keruen"}
"""Words that are the same in every language."""


@pytest.fixture(scope="session")
def to_come(empty_library: Path) -> Path:
    """The sample library as the first page makes it, closed."""
    return with_sample(empty_library, sample_files.friday(datetime.now().astimezone().date()))


@pytest.fixture
def window(program: Program, to_come: Path, qtbot: QtBot) -> MainWindow:
    """The window with the sample library that was open last."""
    path = Path(shutil.copy(to_come, folder() / "sample.keruen"))
    program.preferences.change(library=path)
    program.begin()
    return settled(program, qtbot)


def shown_words(root: QWidget) -> set[str]:
    """Every word one can read: labels, buttons, menus, placeholders, choices."""
    found: set[str] = set()
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        if isinstance(widget, SafeLabel | ElidedLabel | QAbstractButton):
            found.add(widget.text())
        elif isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            found.update(widget.itemText(place) for place in range(widget.count()))
        found.update(action.text() for action in widget.actions())
        found.add(widget.toolTip())
    return {text.strip() for text in found if text}


@cache
def message_ids() -> frozenset[str]:
    """Every sentence of the program, in English."""
    with (translations_folder() / "app.pot").open("rb") as file:
        template = read_po(file)
    found: set[str] = set()
    for message in template:
        found.update(message.id if isinstance(message.id, tuple | list) else (message.id,))
    return frozenset(filter(None, found))


def takes_words(field: QLineEdit) -> bool:
    """Whether one may type anything into it: no year, no part of a number field."""
    return field.validator() is None and field.isEnabled() and not field.isReadOnly() and type(field) is not QLineEdit


def test_the_first_page_leads_to_home_and_the_library_is_remembered(program, qtbot):
    program.begin()
    program.welcome.sample.button.click()
    window = settled(program, qtbot)
    assert window.stack.key() == "home"
    assert program.welcome is None
    assert window.windowTitle() == "Sample library — Keruen"
    assert program.house.workspace.read(figures).works == 133
    assert program.preferences.now.library == program.house.workspace.store.path
    assert len(kept(program.house.workspace.store.path)) == 1  # the first backup


@pytest.mark.parametrize("key", KEYS)
def test_every_page_is_shown_and_none_of_its_words_stays_behind(window, key, qtbot, monkeypatch):
    window.show_page(key)
    assert window.stack.key() == key
    qtbot.wait(300)  # what a page sets in a job
    known = message_ids()
    monkeypatch.setattr("app.i18n.catalogue.catalogue", Pseudo)
    speak("ru")
    qtbot.wait(300)
    left = {text for text in shown_words(window) if text in known and LETTERS.search(text)} - NAMES
    assert {text for text in left if dressed(text) != text} == set()


@pytest.mark.parametrize("section", list(SECTIONS))
def test_no_section_of_the_settings_keeps_a_word(window, section, qtbot, monkeypatch):
    window.show_page("settings", section=section)
    known = message_ids()
    monkeypatch.setattr("app.i18n.catalogue.catalogue", Pseudo)
    speak("ru")
    qtbot.wait(100)
    left = {text for text in shown_words(window) if text in known and LETTERS.search(text)} - NAMES
    assert {text for text in left if dressed(text) != text} == set()


@pytest.mark.parametrize("key", KEYS)
def test_what_is_typed_and_what_is_open_survive_every_language(window, key, qtbot):
    window.show_page(key)
    qtbot.wait(100)
    plain = [one for one in window.current_page().findChildren(QLineEdit) if one.isVisible() and takes_words(one)]
    field = plain[0] if plain else window.search_box
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "tomi")
    venue = VenueRow(1, FourNames("Арман", "", "", ""), FourNames("Алматы", "", "", ""), "KZ", "Asia/Almaty")
    dialog = VenueDialog(venue, window)
    dialog.open()
    dialog.names.fields[2].setText("Полу")
    headings = set()
    for code in ("kk", "zh", "ru", "en"):
        window.appearance.speak(code)
        qtbot.wait(50)
        assert field.text() == "tomi"
        assert dialog.isVisible()
        assert dialog.names.fields[2].text() == "Полу"
        headings.add(window.menus.actions()[1].text())
        assert window.stack.key() == key
    assert len(headings) == 4
    dialog.close()


def test_the_search_finds_a_title_and_goes_there(window, qtbot):
    window.search_box.setFocus()
    qtbot.keyClicks(window.search_box, "qyz")
    qtbot.waitUntil(window.popup.isVisible, timeout=5_000)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.key() == "works", timeout=5_000)


def test_menus_lead_to_backups_and_to_another_library(window, program, qtbot, monkeypatch, tmp_path):
    actions = {action.text().replace("&", ""): action for action in window.menus.all_actions()}
    actions["Backups and restore…"].trigger()
    assert window.stack.key() == "settings"
    with qtbot.waitSignal(program.house.backups.made, timeout=20_000):
        actions["Back up now"].trigger()
    other = tmp_path / "other.keruen"
    Store.create(other).close()
    monkeypatch.setattr(dialogs, "open_file", lambda *_a: other)
    with qtbot.waitSignal(program.house.libraries.opened, timeout=20_000):
        actions["Open library…"].trigger()
    assert window.windowTitle() == "other — Keruen"
    for key in KEYS:
        window.show_page(key)
        qtbot.wait(50)
    recent = next(action.menu() for action in window.menus.menu_named("file").actions() if action.menu())
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["sample"]


def refused(make: Callable[[Path], None], path: Path) -> str:
    make(path)
    with pytest.raises(UserError) as refusal:
        Store.open(path)
    return str(refusal.value)


def newer(path: Path) -> None:
    Store.create(path).close()
    data = bytearray(path.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(data)


def damaged(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 300)


@pytest.mark.parametrize("make", [newer, damaged], ids=lambda make: make.__name__)
def test_a_library_that_cannot_be_opened_at_the_start_is_told_on_the_first_page(program, make, tmp_path):
    path = tmp_path / "last.keruen"
    said = refused(make, path)
    before = path.read_bytes()
    program.preferences.change(library=path)
    program.begin()
    assert program.house is None
    assert program.welcome.trouble.isVisible()
    assert program.welcome.trouble.notice._sentence.text() == said
    assert path.read_bytes() == before


def test_a_file_handed_over_is_opened_in_this_window(window, program, qtbot, tmp_path):
    other = tmp_path / "other.keruen"
    Store.create(other).close()
    with qtbot.waitSignal(program.house.libraries.opened, timeout=20_000):
        program.asked(str(other))
    assert program.house.workspace.store.path == other
    assert window.isVisible()


def test_closing_keeps_what_was_typed_and_lets_the_library_go(window, program):
    workspace = program.house.workspace
    path = workspace.store.path
    workspace.edit(phrase("Add"), works.add, "Томирис 2", "kk")
    window.close()
    program.end()
    store = Store.open(path)
    with store.read() as session:
        assert figures(session).works == 134
    store.close()


def test_the_report_of_a_crash_is_offered_once_and_stays_in_the_help_menu(qtbot, tmp_path, monkeypatch):
    path = tmp_path / "library.keruen"
    Store.create(path).close()
    program = Program(Preferences(tmp_path / "settings.json"), "en", "Fatal Python error: Segmentation fault")
    program.begin(path)
    window = program.house.window
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.toasts.text(), timeout=5_000)
    told = []
    monkeypatch.setattr(dialogs, "report", lambda _w, text: told.append(text))
    window.toasts._link.click()
    actions = {action.text().replace("&", ""): action for action in window.menus.all_actions()}
    actions["Report of the last crash…"].trigger()
    assert told == ["Fatal Python error: Segmentation fault"] * 2
    window.close()
    program.end()
    window.deleteLater()
    qtbot.wait(10)
