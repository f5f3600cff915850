"""The window: pages made when shown, menus with one key each, words, focus, search, and the way back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import active
from app.i18n.pseudo import Pseudo
from app.operations import works
from app.store.failures import DISK_FULL
from app.store.journal import Step
from app.store.search import Hit, find
from app.ui.jobs import Job
from app.ui.language import speak
from app.ui.main_window import Described, Doors, MainWindow
from app.ui.navigation import ASIDE, PAGES, PEOPLE, SETTINGS, PageSpec
from app.ui.page import Command, Page, Shell
from app.ui.preferences import Preferences
from app.ui.rail import Rail
from app.ui.theme import Scheme, theme
from app.ui.widgets.fields import Field
from app.ui.widgets.safe import SafeLabel
from app.ui.window_menus import Deed, Item
from app.ui.workspace import Workspace
from app.words import N_, phrase

RENAME = phrase(N_("Rename title"))


class PlainPage(Page):
    """A page with one field that remembers what it was asked."""

    name = "plain"
    made: dict[str, "PlainPage"] = {}  # noqa: RUF012 - filled by the tests' window

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.read, self.stays = 0, False
        self.gone: list[dict[str, Any]] = []
        self.revealed: list[Step] = []
        self.done: list[str] = []
        self.field = Field()
        self.words = SafeLabel()
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.field)
        PlainPage.made[self.name] = self
        self.retranslate()

    def retranslate(self) -> None:
        self.words.setText(active._("All changes saved"))
        self.field.setAccessibleName(active._("Reason"))

    def reload(self) -> None:
        self.read += 1

    def go(self, **where: Any) -> None:
        self.gone.append(where)

    def reveal(self, step: Step) -> None:
        self.revealed.append(step)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {Command.NEW: lambda: self.done.append("new")}

    def regions(self) -> list[QWidget]:
        return [self.field]

    def status(self) -> str:
        return f"{self.name} shown"

    def leave(self) -> bool:
        return not self.stays


class WorksPage(PlainPage):
    name = "works"


class SchedulePage(PlainPage):
    name = "schedule"


SPECS = (
    PageSpec("works", "library", f"{__name__}:WorksPage", "Ctrl+1", ("work", "name")),
    PageSpec("schedule", "calendar-range", f"{__name__}:SchedulePage", "Ctrl+2", ("screening",)),
)

HITS = [
    Hit("work", 8, "To the Wonder", "我的阿勒泰", 2024, "pinyin", "wǒ de ālètài", ((6, 12),), 1),
    Hit("work", 9, "The Divorce", "Талақ", 1975, "latin", "Talaq", ((1, 3),), 2),
    Hit("venue", 1, "Almaty", "阿拉木图", None, "name", "Almaty", ((0, 2),), 1),
]


@pytest.fixture
def window(workspace: Workspace, tmp_path: Path, qtbot, monkeypatch) -> MainWindow:
    classes = {"WorksPage": WorksPage, "SchedulePage": SchedulePage}
    monkeypatch.setattr(PageSpec, "make", lambda spec: classes[spec.factory.split(":")[1]])
    PlainPage.made.clear()
    deed = Deed("file", Item("backup", ("menu", "&Back up now"), ""), lambda: None)
    doors = Doors(lambda text: HITS if text.startswith("al") else [], lambda: Described("Films", sample=True), [deed])
    made = MainWindow(workspace, Preferences(tmp_path / "settings.json"), doors, pages=SPECS, foot=None)
    qtbot.addWidget(made)
    made.show_page("works")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def page(name: str) -> PlainPage:
    return PlainPage.made[name]


def test_a_page_is_made_when_it_is_first_shown(window: MainWindow) -> None:
    assert list(PlainPage.made) == ["works"]
    window.show_page("schedule", screening=3)
    assert page("schedule").gone == [{"screening": 3}]
    assert window.status_bar.text() == "schedule shown"
    assert window.rail.button("schedule").isChecked()


def test_a_hidden_page_reads_again_only_when_it_is_shown(window: MainWindow, workspace: Workspace) -> None:
    window.show_page("schedule")
    assert (page("works").read, page("schedule").read) == (1, 1)
    workspace.edit(RENAME, works.add, "Tomiris", "en")
    assert (page("works").read, page("schedule").read) == (1, 2)
    window.show_page("works")
    assert (page("works").read, page("schedule").read) == (2, 2)
    window.show_page("schedule")
    assert page("schedule").read == 2


def test_a_page_that_is_not_finished_is_not_left(window: MainWindow) -> None:
    page("works").stays = True
    window.show_page("schedule")
    assert window.current_page() is page("works")
    assert window.rail.button("works").isChecked()
    assert not window.close()
    page("works").stays = False


def test_a_page_beside_the_rail_marks_the_one_it_belongs_to(qtbot: QtBot) -> None:
    rail = Rail(PAGES, None)
    qtbot.addWidget(rail)
    rail.set_current("plans")
    assert [spec.key for spec in PAGES if rail.button(spec.key).around] == ["schedule"]
    assert not any(rail.button(spec.key).isChecked() for spec in PAGES)
    rail.set_current("schedule")
    assert rail.button("schedule").isChecked()
    assert not rail.button("schedule").around
    assert {spec.home for spec in (*ASIDE, PEOPLE)} <= {spec.key for spec in PAGES}


def test_what_is_being_typed_is_handed_over_before_the_page_is_left(window: MainWindow, qtbot) -> None:
    told: list[str] = []
    field = page("works").field
    field.committed.connect(told.append)
    field.setFocus()
    qtbot.keyClicks(field, "new")
    window.show_page("schedule")
    assert told == ["new"]


def test_all_keys_belong_to_one_action(window: MainWindow) -> None:
    keys = [sequence.toString() for action in window.menus.all_actions() for sequence in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+K", "Ctrl+Z", "Ctrl+Y", "F6", "F8", "Ctrl+Shift+L", "Ctrl+1"} <= set(keys)


def test_the_pages_of_the_program_have_their_own_keys() -> None:
    specs = (*PAGES, SETTINGS)
    assert len({spec.shortcut for spec in specs}) == len({spec.key for spec in specs}) == len(specs)
    tables = [table for spec in specs for table in spec.tables]
    assert len(tables) == len(set(tables))


def test_letters_of_a_menu_are_its_own(window: MainWindow) -> None:
    for language in ("en", "ru", "kk", "zh"):
        speak(language)
        for name in ("file", "edit", "view", "go", "tools", "help"):
            texts = [action.text() for action in window.menus.menu_named(name).actions()]
            letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text.replace("&&", "")]
            assert len(letters) == len(set(letters)), (language, name, texts)


def test_the_menu_does_what_the_page_can(window: MainWindow, qtbot) -> None:
    assert window.menus.command(Command.NEW).isEnabled()
    assert not window.menus.command(Command.EXPORT).isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page("works").done == ["new"]


def test_undo_is_named_after_its_step_and_jumps_to_what_it_changes(window: MainWindow, workspace: Workspace) -> None:
    assert not window.header.undo.isEnabled()
    workspace.edit(phrase(N_("Add title")), works.add, "Tomiris", "en")
    assert window.menus.undo.text() == "&Undo: Add title"
    assert window.header.undo.accessibleName() == "Undo: Add title"
    window.show_page("schedule")
    window.header.undo.click()
    assert window.current_page() is page("works")
    assert len(page("works").revealed) == 1
    assert workspace.read(find, "tomiris", "en") == []
    assert window.menus.redo.text() == "&Redo: Add title"


@pytest.mark.usefixtures("window")
def test_a_field_undoes_its_own_typing_first(workspace: Workspace, qtbot) -> None:
    workspace.edit(RENAME, works.add, "Tomiris", "en")
    field = page("works").field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), workspace.undo_stack.canUndo()) == ("", True)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not workspace.undo_stack.canUndo()


def test_every_button_has_a_name(window: MainWindow) -> None:
    window.set_conflicts(3)
    nameless = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert nameless == []


def test_a_page_shown_again_counts_its_own_conflicts(window: MainWindow) -> None:
    first, second = (spec.key for spec in window.stack.specs[:2])
    window.show_page(first)
    window.set_conflicts(3)
    window.show_page(second)
    window.set_conflicts(1)
    window.show_page(first)
    assert window.header.conflicts.text() == "3"


@pytest.mark.parametrize("language", ["kk", "zh", "ru", "en"])
def test_the_smallest_window_has_room_for_every_language(window: MainWindow, language: str) -> None:
    speak(language)
    window.set_conflicts(12)
    window.resize(window.minimumSize())
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1280, 680)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
    last = window.menus.actions()[-1]
    assert window.menus.actionGeometry(last).right() <= window.menus.width()


def test_every_word_is_said_again(window: MainWindow, monkeypatch) -> None:
    monkeypatch.setattr("app.i18n.catalogue.catalogue", Pseudo)
    window.set_conflicts(2)
    speak("en")
    said = [label.text() for label in window.findChildren(SafeLabel) if label.isVisible() and label.text()]
    said += [action.text().replace("&", "") for action in window.menus.all_actions()]
    said += [button.text() for button in window.rail.findChildren(QAbstractButton)]
    said += [window.windowTitle(), window.search_box.placeholderText(), window.header.undo.toolTip()]
    assert [text for text in said if not text.startswith("⟦")] == []


def test_a_page_behind_another_says_its_words_again_when_it_is_shown(window: MainWindow) -> None:
    window.show_page("schedule")
    hidden = page("works")
    read = hidden.read
    for language in ("ru", "kk"):
        speak(language)
    assert hidden.read == read
    window.show_page("works")
    assert hidden.words.text() == active._("All changes saved") != "All changes saved"
    assert hidden.field.accessibleName() == active._("Reason")
    assert hidden.read == read + 1
    speak("ru")
    window.show_page("schedule")
    speak("en")
    speak("ru")
    window.show_page("works")
    assert hidden.words.text() == active._("All changes saved")


def test_the_language_is_changed_remembered_and_ticked(window: MainWindow) -> None:
    window.header.languages.segment("ru").click()
    assert active.language() == "ru"
    assert window.preferences.now.language == "ru"
    assert [action.data() for action in window.menus.language_group.actions() if action.isChecked()] == ["ru"]
    assert window.header.languages.current() == "ru"
    window.menus.language_group.actions()[0].trigger()
    assert (active.language(), window.header.languages.current()) == ("kk", "kk")


def test_colours_and_text_size_are_chosen_in_the_view_menu(window: MainWindow) -> None:
    next(action for action in window.menus.scheme_group.actions() if action.data() == "dark").trigger()
    assert theme().scheme is Scheme.DARK
    next(action for action in window.menus.size_group.actions() if action.data() == "larger").trigger()
    assert theme().factor == 1.3
    assert (window.preferences.now.theme, window.preferences.now.text_size) == ("dark", "larger")
    assert window.rail.width() == 104


def test_the_window_comes_back_where_it_was(window: MainWindow, qtbot) -> None:
    window.resize(1300, 720)  # the screen of the tests is narrower than the smallest window, but as high
    window.close()
    again = MainWindow(window.workspace, Preferences(window.preferences._path), window._doors, pages=SPECS, foot=None)
    qtbot.addWidget(again)
    assert again.height() == 720


def test_a_failed_save_is_shown_until_one_succeeds(window: MainWindow, workspace: Workspace) -> None:
    saving = window.status_bar.saving
    workspace.unsaved.emit(phrase(DISK_FULL))
    assert saving._words.text().startswith("Not saved: the disk is full")
    assert saving._again.isVisible()
    workspace.edit(RENAME, works.add, "Tomiris", "en")
    assert saving._words.text() == "All changes saved"
    assert not saving._again.isVisible()


def test_a_refusal_becomes_a_toast(window: MainWindow, workspace: Workspace) -> None:
    workspace.edit(RENAME, works.rename, 99, "en", "Nobody")
    assert window.toasts.isVisible()


def test_a_toast_with_undo_takes_the_last_step_back(window: MainWindow, workspace: Workspace) -> None:
    workspace.edit(RENAME, works.add, "Tomiris", "en")
    window.toast("Tomiris added", undo=True)
    window.toasts._link.click()
    assert not workspace.undo_stack.canUndo()


def test_a_sample_library_says_so(window: MainWindow) -> None:
    assert window.status_bar._note.text().startswith("Sample library")
    assert window.windowTitle() == "Films — Keruen"


def test_long_work_is_shown_at_the_foot_and_can_be_stopped(window: MainWindow, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("app.ui.status_bar.PATIENCE", 0.0)

    def work(job: Job[None]) -> None:
        while True:
            job.report(1, 340)

    ended: list[Any] = []
    window.run(Job(work, phrase(N_("Reading titles.xlsx"))), ended.append)
    strip = window.status_bar.findChild(QWidget, "jobs")
    assert strip is not None
    qtbot.waitUntil(strip.isVisible)
    strip._stop.click()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended[0].stopped
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_f6_goes_from_region_to_region_and_back(window: MainWindow, qtbot) -> None:
    stops = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        stops.append("field" if focused is page("works").field else type(focused).__name__)
    assert stops == ["SearchBox", "RailButton", "field", "SearchBox"]
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is page("works").field


def sought(window: MainWindow, qtbot: Any, text: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.search_box.hasFocus)
    qtbot.keyClicks(window.search_box, text)
    qtbot.waitUntil(window.popup.isVisible)


def test_the_search_groups_what_it_finds_and_says_why(window: MainWindow, qtbot) -> None:
    sought(window, qtbot, "al")
    lines = window.popup.lines()
    assert [line.text for line in lines] == ["Titles", "To the Wonder", "The Divorce", "Places", "Almaty"]
    assert (lines[1].why, lines[1].spans) == ("pinyin: wǒ de ālètài", ((14, 20),))
    assert (lines[4].why, lines[4].marks) == ("", ((0, 2),))
    window.popup.grab()


def test_a_find_is_opened_with_the_keys(window: MainWindow, qtbot) -> None:
    sought(window, qtbot, "al")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Down)
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page("works").gone == [{"work": 9, "editor": True}]
    assert not window.popup.isVisible()


def test_a_find_is_opened_with_the_mouse(window: MainWindow, qtbot) -> None:
    sought(window, qtbot, "al")
    view = window.popup._list
    spot = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert page("works").gone == [{"work": 8}]


def test_actions_are_found_too(window: MainWindow, qtbot) -> None:
    sought(window, qtbot, "sched")
    assert [line.text for line in window.popup.lines()] == ["Actions", "Schedule"]
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.current_page() is page("schedule")


def test_nothing_found_is_said(window: MainWindow, qtbot) -> None:
    sought(window, qtbot, "zzz")
    assert window.popup._nothing.text() == "Nothing is called “zzz”, in any script."


def test_escape_closes_the_list_then_clears_then_leaves(window: MainWindow, qtbot) -> None:
    page("works").field.setFocus()
    sought(window, qtbot, "al")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert (window.popup.isVisible(), window.search_box.text()) == (False, "al")
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert window.search_box.text() == ""
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert page("works").field.hasFocus()  # where one was before


def test_a_list_that_was_left_does_not_come_back(window: MainWindow, qtbot) -> None:
    sought(window, qtbot, "al")
    window.search_box.setFocus()
    window.search_box.sought.emit("al")  # as when the window comes back
    window.search_box.clearFocus()
    qtbot.wait(150)
    speak("kk")
    qtbot.wait(150)
    assert not window.popup.isVisible()


@pytest.mark.parametrize("language", ["kk", "zh", "ru", "en"])
def test_the_foot_of_the_list_holds_its_words(window: MainWindow, qtbot, language: str) -> None:
    speak(language)
    sought(window, qtbot, "al")
    keys, promise = window.popup._keys, window.popup._promise
    assert keys.width() >= keys.sizeHint().width()
    assert promise.isHidden() or promise.width() >= promise.sizeHint().width()


def test_a_word_that_is_being_composed_chooses_nothing(window: MainWindow, qtbot) -> None:
    sought(window, qtbot, "al")
    QApplication.sendEvent(window.search_box, QInputMethodEvent("a li", []))
    qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
    assert page("works").gone == []
    assert window.popup.isVisible()


def test_the_sheet_of_keys_lists_them_all(window: MainWindow, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    sheet = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert sheet is not None
    texts = [label.text() for label in sheet.findChildren(SafeLabel)]
    assert "Find everywhere" in texts
    sheet.close()


@pytest.mark.usefixtures("window")
def test_no_field_of_the_window_begins_with_the_focus() -> None:
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
