"""A proposal of the planner for those who listen and for those who only have keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from app.ui.schedule.page import SchedulePage
from app.ui.workspace import Workspace
from tests.ui.schedule.conftest import rows
from tests.ui.schedule.test_page import key
from tests.ui.schedule.test_planner import begin, proposal


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to those who listen to the board."""
    said: list[str] = []
    monkeypatch.setattr("app.ui.schedule.commands.announce", lambda _widget, text: said.append(text))
    monkeypatch.setattr("app.ui.planner.planning.announce", lambda _widget, text: said.append(text))
    return said


def proposed(page: SchedulePage) -> None:
    """A proposal lies on the board, and the board has the keys."""
    begin(page, proposal(page))
    page.planning.look()
    page.view.setFocus()


def test_proposed_events_are_children_of_the_board_with_their_words(page: SchedulePage, heard: list[str]) -> None:
    proposed(page)
    assert heard[-1].startswith("2 placed, 1 moved, 1 not placed. ")
    board = QAccessible.queryAccessibleInterface(page.view)
    found = [board.child(n) for n in range(board.childCount())][-3:]
    names = [one.text(QAccessible.Text.Name) for one in found]
    assert all(name.startswith("Proposed: ") for name in names)
    assert "; now Sat 17 Oct, " in names[2]
    assert [bool(one.state().checked) for one in found] == [True] * 3
    assert [board.indexOfChild(one) for one in found] == [board.childCount() - n for n in (3, 2, 1)]
    rect = found[2].rect()
    page.planning.look_at(page.view.ghosts[2].number)
    rect = found[2].rect()
    middle = rect.center() + QPoint(0, 0)
    assert board.childAt(middle.x(), middle.y()) is found[2]


def test_keys_go_through_a_proposal_and_take_one_over_or_leave_it_out(
    page: SchedulePage, workspace: Workspace, heard: list[str]
) -> None:
    before = rows(workspace)
    proposed(page)
    key(page, Qt.Key.Key_G)
    first = page.planning.keys.number
    assert heard[-1].startswith("Proposed: ")
    assert heard[-1].endswith(". Selected")
    key(page, Qt.Key.Key_Right)
    second = page.planning.keys.number
    assert second != first
    key(page, Qt.Key.Key_Space)
    assert heard[-1].endswith(". Left out")
    assert second not in page.planning.panel.result.chosen()
    assert page.view.carry is None
    key(page, Qt.Key.Key_Left)
    key(page, Qt.Key.Key_Return)
    assert rows(workspace) != before
    assert {ghost.number for ghost in page.view.ghosts} == {row.number for row in page.planning.panel.result.rows}
    assert first not in {ghost.number for ghost in page.view.ghosts}
    workspace.undo_stack.undo()
    assert rows(workspace) == before
    key(page, Qt.Key.Key_G)
    key(page, Qt.Key.Key_Escape)
    assert page.planning.keys.number == 0
    assert not any(ghost.near for ghost in page.view.ghosts)
