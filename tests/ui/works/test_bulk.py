"""Many titles changed from the list: the dialog counts before, one step after, undo to the letter."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.bulk import Changes
from app.store.works import Work
from app.ui import dialogs
from app.ui.page import Command
from app.ui.works.bulk_dialog import BulkDialog
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from tests.store.rows import records
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import settle


def select_all(page: WorksPage, qtbot: QtBot) -> None:
    page.view.list.setFocus()
    qtbot.keyClick(page.view.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.inspect()
    settle()


def answered(monkeypatch: pytest.MonkeyPatch, tick: object, *, accepted: bool = True) -> list[BulkDialog]:
    """Let the dialog be filled in by `tick` and accepted or not."""
    seen: list[BulkDialog] = []

    def show(dialog: BulkDialog) -> bool:
        seen.append(dialog)
        tick(dialog)  # type: ignore[operator]
        dialog.count()
        return accepted

    monkeypatch.setattr(dialogs, "show", show)
    return seen


def give_mark(dialog: BulkDialog) -> None:
    dialog.fields.age.show_value("16+")
    dialog.fields.boxes["age_mark"].setChecked(True)


def test_selected_titles_get_an_age_mark_in_one_step(
    page: WorksPage, workspace: Workspace, shell: FakeShell, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    before = records(workspace.store)
    seen = answered(monkeypatch, give_mark)
    select_all(page, qtbot)
    page.commands()[Command.EDIT_ALL]()
    assert seen[0].heading.text() == "Change 3 titles"
    assert seen[0].preview.text() == "Will change 3 of 3 titles"
    with workspace.store.read() as session:
        assert set(session.scalars(select(Work.age_mark))) == {"16+"}
    assert shell.toasts[-1] == "3 titles changed"
    assert workspace.undo_stack.count() == 1
    workspace.undo_stack.undo()
    assert records(workspace.store) == before


def test_only_shared_values_are_filled_in_and_nothing_is_ticked(
    page: WorksPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen = answered(monkeypatch, lambda _dialog: None, accepted=False)
    select_all(page, qtbot)
    page.commands()[Command.EDIT_ALL]()
    fields = seen[0].fields
    assert fields.kind.value() is None
    assert fields.year.text() == "–"
    assert fields.age.value() == ""
    assert fields.changes() == Changes()
    assert not seen[0].act.isEnabled()
    assert seen[0].preview.text() == "Nothing is ticked yet."
    assert workspace.undo_stack.count() == 0


def test_what_is_typed_ticks_itself(page: WorksPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def type_note(dialog: BulkDialog) -> None:
        qtbot.addWidget(dialog)
        qtbot.keyClicks(dialog.fields.note, "Seen in Cannes")

    seen = answered(monkeypatch, type_note, accepted=False)
    select_all(page, qtbot)
    page.commands()[Command.EDIT_ALL]()
    assert seen[0].fields.boxes["note"].isChecked()
    assert seen[0].fields.changes() == Changes(note="Seen in Cannes")


def test_every_kind_of_change_can_be_ticked(page: WorksPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def tick(dialog: BulkDialog) -> None:
        for box in dialog.fields.boxes.values():
            box.setChecked(True)

    seen = answered(monkeypatch, tick, accepted=False)
    select_all(page, qtbot)
    page.commands()[Command.EDIT_ALL]()
    changes = seen[0].fields.changes()
    assert changes.add_countries == changes.remove_countries == ("KZ",)
    assert changes.version is not None
    assert changes.rights is not None
    assert changes.slate is not None
    assert changes.subtitles == ("kk",)
