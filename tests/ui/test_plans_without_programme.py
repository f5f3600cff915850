"""The page of plans where there is no programme at all."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.ui.page import Command
from app.ui.plans.page import PlansPage
from app.ui.programmes.asking import ProgrammeAsking
from app.ui.workspace import Workspace
from app.words import phrase
from tests.operations.week import found
from tests.ui.shells import FakeShell


def test_a_programme_is_made_from_the_empty_page(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    page = PlansPage(workspace, FakeShell())
    page.reload()

    def new(_asking: ProgrammeAsking) -> int:
        made: int = workspace.store.write(phrase("Fill"), found)[0].programme
        return made

    monkeypatch.setattr(ProgrammeAsking, "new", new)
    offered = [button for button in page.nothing.findChildren(QPushButton) if button.isVisibleTo(page)]
    assert [button.text() for button in offered] == ["New programme…"]
    assert set(page.commands()) == {Command.NEW}
    assert not page.switch.isVisibleTo(page)
    offered[0].click()
    assert page.programme is not None
    assert page.switch.isVisibleTo(page)
    offered = [button for button in page.nothing.findChildren(QPushButton) if button.isVisibleTo(page)]
    assert [button.text() for button in offered] == [page.keep.text(), page.give_out.text()]
