"""The history of a title and of the library: what changed, by whom, and the way back."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.operations import works
from app.store.works import Name, Work
from app.ui.past.deed_view import DeedView
from app.ui.past.page import HistoryPage
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.store.rows import records
from tests.ui.shells import FakeShell
from tests.ui.works.conftest import Made, settle


def year(workspace: Workspace, work: int) -> int | None:
    with workspace.store.read() as session:
        return session.get_one(Work, work).year


def test_a_field_is_told_before_and_after_and_brought_back(
    page: WorksPage, workspace: Workspace, made: Made, shell: FakeShell
) -> None:
    workspace.edit(phrase("Change"), works.change, made.kelin, year=2010)
    page.go(work=made.kelin, section="history")
    settle()
    view = page.view.inspector.history.findChildren(DeedView)[0]
    view.links[0].click()
    assert year(workspace, made.kelin) == 2009
    assert shell.toasts[-1] == "Brought back: Year"
    workspace.undo_stack.undo()
    assert year(workspace, made.kelin) == 2010


@pytest.fixture
def past(workspace: Workspace, made: Made, shell: FakeShell, qtbot: QtBot) -> Iterator[HistoryPage]:
    del made
    shown = HistoryPage(workspace, shell)
    qtbot.addWidget(shown)
    shown.resize(1280, 760)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.hide()


def test_a_deleted_title_is_taken_back_from_the_history_of_the_library(
    past: HistoryPage, workspace: Workspace, made: Made
) -> None:
    before = records(workspace.store)
    workspace.edit(phrase("Delete “{title}”", title="Kelin"), works.delete, made.kelin)
    workspace.undo_stack.clear()  # the program was started anew
    assert past.steps.lines.line(0).first == "Delete “Kelin”"
    past.steps.choose(0)
    past.take_back.click()
    assert records(workspace.store) == before
    assert past.steps.lines.line(0).first == "Undone: Delete “Kelin”"
    assert past.steps.lines.line(1).faint
    workspace.undo_stack.undo()
    with workspace.store.read() as session:
        assert session.get(Work, made.kelin) is None


def test_a_step_overtaken_by_another_is_refused_in_words(
    past: HistoryPage, workspace: Workspace, made: Made, qtbot: QtBot
) -> None:
    workspace.edit(phrase("First"), works.change, made.kelin, year=2010)
    workspace.edit(phrase("Second"), works.change, made.kelin, year=2011)
    past.steps.choose(1)
    with qtbot.waitSignal(workspace.refused):
        past.take_back.click()
    assert year(workspace, made.kelin) == 2011


def test_a_removed_name_is_brought_back_alone(past: HistoryPage, workspace: Workspace, made: Made) -> None:
    with workspace.store.read() as session:
        name = session.scalars(select(Name.id).where(Name.work_id == made.kelin, Name.language == "en")).one()
    before = records(workspace.store)
    workspace.edit(phrase("Remove"), works.remove_name, name)
    past.steps.choose(0)
    past.findChildren(DeedView)[-1].links[0].click()
    assert records(workspace.store) == before


def test_steps_are_sought_by_words_and_by_who_did_them(past: HistoryPage, workspace: Workspace, made: Made) -> None:
    workspace.store.author = "Айгүл"
    workspace.edit(phrase("Change “{title}”", title="Kelin"), works.change, made.kelin, year=2010)
    past.search.setText("айгүл kelin")
    past._narrow()
    assert [past.steps.lines.line(row).first for row in range(len(past.steps.lines.values))] == ["Change “Kelin”"]
