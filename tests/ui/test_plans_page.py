"""The page of plans: kept, given out, compared, put in force, each undoable."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.kinds import ScreeningStatus
from app.domain.kinds_of_plans import PlanKind
from app.operations import screenings
from app.operations.plans import NAME_TAKEN
from app.store.plan_rows import plan_rows
from app.ui import dialogs
from app.ui.dialogs import Question
from app.ui.plans.page import PlansPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.operations.week import Week, at, found
from tests.store.rows import records
from tests.ui.shells import FakeShell


@pytest.fixture
def week(workspace: Workspace) -> Week:
    made: Week = workspace.store.write(phrase("Fill"), found)[0]
    for entry, hall, hour in ((made.entry, made.hall, 18), (made.other_entry, made.other_hall, 20)):
        workspace.store.write(phrase("Place"), screenings.place, made.programme, entry, hall, at(hour))
    return made


@pytest.fixture
def page(workspace: Workspace, week: Week, qtbot: QtBot) -> PlansPage:
    del week
    shown = PlansPage(workspace, FakeShell())
    qtbot.addWidget(shown)
    shown.resize(1280, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def named(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    monkeypatch.setattr(dialogs, "ask_text", lambda *_asked: name)


def shown(page: PlansPage) -> list[tuple[str, str]]:
    model = page.table.rows
    return [(model.index(row, 0).data(), model.index(row, 3).data()) for row in range(model.rowCount())]


def test_nothing_kept_says_what_to_do(page: PlansPage) -> None:
    assert page.nothing.isVisible()
    assert page.status() == ""
    assert not any(part.isVisible() for part in (page.table, page.plans, page.keep, page.give_out))


def test_a_name_that_is_taken_is_asked_for_again(
    page: PlansPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen: list[tuple[str, str]] = []
    answers = iter(("Plan B", "plan b", "Plan C"))

    def answered(_parent: object, question: Question, _label: object, text: str) -> str:
        seen.append((text, question.sentence.message))
        return next(answers)

    monkeypatch.setattr(dialogs, "ask_text", answered)
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    assert seen[2] == ("plan b", NAME_TAKEN)
    assert sorted(row.name for row in page.workspace.read(plan_rows, page.programme)) == ["Plan B", "Plan C"]


def test_a_kept_plan_is_compared_and_put_in_force(
    page: PlansPage, week: Week, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    named(monkeypatch, "Plan B")
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    assert shown(page) == []
    assert page.same.isVisible()  # no bare table: it says that nothing has changed
    first = page.workspace.read(plan_rows, week.programme)[0]
    assert first.kind is PlanKind.ALTERNATIVE
    event = 1
    workspace.edit(phrase("Move"), screenings.move, event, week.other_hall, at(11))
    workspace.edit(phrase("Cancel"), screenings.set_status, 2, ScreeningStatus.CANCELLED)
    assert [words for _title, words in shown(page)] == ["another time", "cancelled"]
    assert not page.same.isVisible()
    before = records(workspace.store)
    qtbot.keyClick(page.use, Qt.Key.Key_Space)
    assert shown(page) == []
    workspace.undo_stack.undo()
    assert records(workspace.store) == before
    page.which.segment("all").click()
    assert len(shown(page)) == 2


def test_a_release_cannot_be_thrown_away(page: PlansPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    named(monkeypatch, "Leaflet")
    qtbot.mouseClick(page.give_out, Qt.MouseButton.LeftButton)
    assert not page.remove.isEnabled()
    assert page.plans.lines.line(0).first == "1. Leaflet"


def test_no_name_keeps_nothing(page: PlansPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    named(monkeypatch, None)
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    assert page.nothing.isVisible()


def test_enter_on_an_event_goes_to_the_board(page: PlansPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    named(monkeypatch, "Plan B")
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    page.which.segment("all").click()
    page.table.selectRow(0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.shell.shown[-1][0] == "schedule"  # type: ignore[attr-defined]
