"""Settings: looks, library, backups, venues and halls."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton

from app.domain.names import FourNames
from app.i18n.active import language
from app.operations import venues, works
from app.store import backup
from app.store.figures import figures
from app.store.programme_rows import hall_rows
from app.store.store import Store, utc_now
from app.store.venue_rows import venue_rows
from app.ui import dialogs
from app.ui.backups import Backups, kept
from app.ui.settings.backup_list import BackupList
from app.ui.settings.hall_dialog import HallDialog
from app.ui.settings.page import SECTIONS
from app.ui.settings.venue_dialogs import VenueDialog, clock
from app.ui.theme import Scheme, theme
from app.words import phrase

CINEMA = FourNames("«Керуен»", "驼队", "«Керуен»", "Keruen")
ALMATY = FourNames("Алматы", "阿拉木图", "Алматы", "Almaty")


@pytest.fixture
def hall(workspace) -> int:
    venue = workspace.edit(phrase("Add"), venues.add_venue, CINEMA, ALMATY)
    names = FourNames("1-зал", "1号厅", "Зал 1", "Hall 1")
    return workspace.edit(phrase("Add"), lambda s: venues.add_hall(s, venue, names, seats=320, opens=600, closes=1500))


def test_each_section_can_be_reached_with_keys_and_by_name(page):
    for key in SECTIONS:
        page.go(section=key)
        assert page.stack.currentWidget() is page.sections[key]
        assert page.status() == page.list.buttons[key].text()


def test_looks_are_changed_at_once_and_remembered(page, shell):
    looks = page.sections["appearance"]
    looks.schemes.segment("dark").click()
    assert theme().scheme is Scheme.DARK
    looks.sizes.segment("large").click()
    assert theme().factor == 1.15
    looks.ornament.click()
    looks.languages.segment("kk").click()
    now = shell.preferences.now
    assert (now.theme, now.text_size, now.ornament, now.language) == ("dark", "large", False, "kk")
    assert language() == "kk"


def test_the_library_tells_its_file_and_what_it_holds(page, workspace):
    workspace.edit(phrase("Add"), works.add, "Томирис", "kk")
    page.go(section="library")
    shown = {key: label.text() for key, label in page.sections["library"].values.items()}
    assert shown["name"] == "library"
    assert shown["file"] == str(workspace.store.path)
    assert shown["holds"] == "1 title, 0 programmes and 0 screenings"
    assert shown["since"] == "just now"


def test_another_library_takes_the_place_of_the_open_one(workspace, shell, qtbot, empty_library, tmp_path):
    first, old = workspace.store.path, workspace.store
    other = Path(shutil.copy(empty_library, tmp_path / "other.keruen"))
    with qtbot.waitSignal(shell.libraries.opened, timeout=10_000):
        shell.libraries.open(other)
    assert workspace.store.path == other
    Store.open(first).close()  # the first one was let go
    assert old is not workspace.store
    assert shell.preferences.now.recent == (other, first)
    assert shell.libraries.recent() == [first]


def test_a_library_that_cannot_be_opened_leaves_the_present_one_open(workspace, shell, qtbot, monkeypatch, tmp_path):
    bad = tmp_path / "bad.keruen"
    bad.write_bytes(b"x" * 200)
    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda _w, question: asked.append(question) or False)
    before = workspace.store
    shell.libraries.open(bad)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert "is not a library" in asked[0].sentence.message
    assert workspace.store is before
    assert workspace.read(figures).works == 0


def test_another_library_that_is_damaged_is_told_by_its_name(workspace, shell, qtbot, monkeypatch, tmp_path):
    bad = tmp_path / "office.keruen"
    whole = bytearray(workspace.store.path.read_bytes())
    whole[100:4096] = b"\xaa" * 3996
    bad.write_bytes(whole)
    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda _w, question: asked.append(question) or False)
    shell.libraries.open(bad)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert dict(asked[0].sentence.fields) == {"file": "office.keruen"}


def test_a_backup_is_made_listed_and_looked_into(page, workspace, shell, qtbot):
    page.go(section="backups")
    section = page.sections["backups"]
    assert section.last.text() == "There are no backups yet"
    assert not section.restore.isEnabled()
    with qtbot.waitSignal(shell.libraries.backups.made, timeout=10_000):
        section.make.click()
    assert len(kept(workspace.store.path)) == 1
    qtbot.waitUntil(lambda: section.preview.text() == "It holds 0 titles and 0 screenings.", timeout=10_000)
    assert shell.toasts == ["The backup is made and checked"]
    assert section.last.text() == "Last backup: just now"


def test_restoring_asks_and_keeps_what_was_there(page, workspace, shell, qtbot, monkeypatch):
    path = workspace.store.path
    backup.keep(path, path.parent / "backups", utc_now())
    workspace.edit(phrase("Add"), works.add, "Томирис", "kk")
    page.go(section="backups")
    section = page.sections["backups"]
    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda _w, question: asked.append(question) or True)
    with qtbot.waitSignal(shell.libraries.opened, timeout=10_000):
        section.restore.click()
    assert asked[0].destroys
    assert workspace.store.path == path
    assert workspace.read(figures).works == 0
    assert not workspace.undo_stack.canUndo()
    aside = next(path.parent.glob("library.replaced-*.keruen"))
    store = Store.open(aside)
    with store.read() as session:
        assert figures(session).works == 1
    store.close()
    workspace.edit(phrase("Add"), works.add, "Qyz Jibek", "en")
    assert workspace.read(figures).works == 1


def test_a_backup_that_cannot_be_restored_leaves_the_library_open(workspace, shell, qtbot, monkeypatch):
    path = workspace.store.path
    made = backup.keep(path, path.parent / "backups", utc_now())
    made.write_bytes(made.read_bytes()[:-1] + b"!")
    workspace.edit(phrase("Add"), works.add, "Томирис", "kk")
    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda _w, question: asked.append(question) or False)
    shell.libraries.restore(made, lambda: None)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert workspace.read(figures).works == 1
    assert workspace.edit(phrase("Add"), works.add, "Келін", "kk") is not None


def test_backups_are_made_when_due_and_at_the_end_only_after_a_change(workspace, shell, qtbot, monkeypatch):
    path, watch = workspace.store.path, shell.libraries.backups
    with qtbot.waitSignal(watch.made, timeout=10_000):
        watch.begin()
    watch.begin()
    assert not shell.jobs.running  # the last one is younger than a day
    watch._look()
    watch.make_last()
    assert len(kept(path)) == 1
    workspace.edit(phrase("Add"), works.add, "Томирис", "kk")
    watch.make_last()
    assert len(kept(path)) == 1  # half an hour has not passed
    later = utc_now() + timedelta(minutes=31)
    monkeypatch.setattr("app.ui.backups.utc_now", lambda: later)
    watch.make_last()
    assert len(kept(path)) == 2
    with qtbot.waitSignal(watch.made, timeout=10_000):
        watch._look()


def test_a_backup_that_fails_is_refused_in_a_sentence(workspace, shell, qtbot, monkeypatch):
    def full(*_a):
        raise OSError(28, "full")

    monkeypatch.setattr(backup, "keep", full)
    heard = []
    watch = Backups(workspace, shell.jobs)
    watch.make(heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    assert "the disk is full" in heard[0].refusal.message
    workspace.edit(phrase("Add"), works.add, "Томирис", "kk")
    watch.make_last()  # says nothing any more, and does not fail


def test_the_list_of_backups_is_a_sound_model(qtbot, workspace):
    shown = BackupList()
    qtbot.addWidget(shown)
    QAbstractItemModelTester(shown.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    path = workspace.store.path
    backup.keep(path, path.parent / "backups", utc_now())
    shown.show_backups(kept(path))
    assert shown.current().size > 0
    texts = [shown.model().index(0, column).data() for column in range(4)]
    assert texts[1:] == ["just now", texts[2], "by itself or when asked"]


@pytest.mark.usefixtures("hall")
def test_halls_are_listed_under_their_venue(page):
    page.go(section="venues")
    table = page.venues.table
    QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    cells = [[table.model().index(row, column).data().strip() for column in range(7)] for row in range(2)]
    assert cells == [
        ["«Керуен»", "驼队", "«Керуен»", "Keruen", "", "Almaty", ""],
        ["1-зал", "1号厅", "Зал 1", "Hall 1", "320", "10:00–01:00", "20\u00a0min"],
    ]


def test_a_venue_and_a_hall_are_added_and_taken_back(page, workspace, shell, monkeypatch):
    page.go(section="venues")

    def answer(dialog) -> bool:
        if isinstance(dialog, VenueDialog):
            dialog.names.fields[0].setText("Арман")
            dialog.city.fields[0].setText("Алматы")
        else:
            dialog.names.fields[3].setText("Hall 1")
            dialog.seats.setValue(90)
            dialog.closes.setTime(QTime(1, 30))
        return True

    monkeypatch.setattr(dialogs, "show", answer)
    assert not page.venues.add_hall.isEnabled()
    page.venues.add_venue.click()
    page.reload()
    page.venues.add_hall.click()
    row = workspace.read(hall_rows)[0]
    assert (row.names.en, row.seats, row.opens, row.closes) == ("Hall 1", 90, 540, 1530)
    assert shell.toasts == ["Venue added", "Hall added"]
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert workspace.read(hall_rows) == [] and workspace.read(venue_rows) == []


@pytest.mark.usefixtures("hall")
def test_a_hall_is_corrected_in_one_step(page, workspace, monkeypatch):
    page.go(section="venues")
    page.venues.table.selectRow(1)
    monkeypatch.setattr(dialogs, "show", lambda dialog: dialog.turnaround.setValue(35) or True)
    page.venues.correct.click()
    row = workspace.read(hall_rows)[0]
    assert (row.turnaround, row.closes, row.seats) == (35, 1500, 320)
    workspace.undo_stack.undo()
    assert workspace.read(hall_rows)[0].turnaround == 20


@pytest.mark.usefixtures("hall")
def test_nothing_corrected_makes_no_step(page, workspace, shell, monkeypatch):
    page.go(section="venues")
    page.venues.table.selectRow(0)
    monkeypatch.setattr(dialogs, "show", lambda _dialog: True)
    steps = workspace.undo_stack.count()
    page.venues.correct.click()
    assert workspace.undo_stack.count() == steps
    assert shell.toasts == []


@pytest.mark.usefixtures("hall")
def test_a_venue_found_by_the_search_is_shown(page, workspace):
    other = workspace.edit(phrase("Add"), venues.add_venue, FourNames("Арман", "", "", ""), ALMATY)
    page.go(venue=other)
    assert page.venues.table.current().venue.id == other


@pytest.mark.usefixtures("hall")
def test_the_dialogs_keep_what_is_typed_when_the_language_changes(qtbot, workspace):
    dialog = HallDialog(workspace.read(venue_rows)[0], workspace.read(hall_rows)[0])
    qtbot.addWidget(dialog)
    dialog.names.fields[0].setText("Үлкен")
    before = dialog.facts()
    dialog.retranslate()
    assert dialog.facts() == before
    assert before["names"].kk == "Үлкен"
    dialog.names.fields[0].clear()
    for field in dialog.names.fields:
        field.clear()
    assert not dialog.act_button.isEnabled()


@pytest.mark.parametrize(("minutes", "shown"), [(0, "00:00"), (600, "10:00"), (1440, "00:00"), (1530, "01:30")])
def test_a_festival_day_ends_after_midnight(minutes, shown):
    assert clock(minutes) == shown


def test_every_button_has_a_name(page):
    for key in SECTIONS:
        page.go(section=key)
        nameless = [
            button
            for button in page.sections[key].findChildren(QAbstractButton)
            if button.isVisible() and not (button.text() or button.accessibleName()) and button.parent() is not None
            and not button.objectName().startswith("qt_") and type(button).__name__ != "QAbstractButton"
        ]  # fmt: skip
        assert nameless == []
