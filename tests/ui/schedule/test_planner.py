"""The planner beside the board: asked, heard, looked at, taken over in part and taken back; where, and why not here."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.planning import Mode, Move, Placement, Problem, Progress, Proposal, Standing, Status, Together, Unplaced
from app.domain.screenings import Party, PartyKind
from app.errors import UserError
from app.operations import screenings
from app.operations.proposals import Wishes
from app.planner.running import BROKEN
from app.ui.page import Command
from app.ui.planner.planning import problem_of
from app.ui.schedule.page import SchedulePage
from app.ui.theme import theme
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.schedule.conftest import Hand, rows
from tests.ui.schedule.test_page import event, key, now
from tests.ui.shells import FakeShell

SHIFT = Qt.KeyboardModifier.ShiftModifier


class FakeRun:
    """A planning process that says what it is told to say, look by look."""

    def __init__(self, *news: object) -> None:
        self.news = list(news)
        self.best: Proposal | None = None
        self.done = self.stopped = self.closed = False

    def poll(self, wait: float = 0.0) -> Progress | None:
        del wait
        said = self.news.pop(0) if self.news else None
        if isinstance(said, UserError):
            raise said
        if isinstance(said, Proposal):
            self.best, self.done = said, True
            return None
        return said  # type: ignore[return-value]

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        self.closed = True


def proposal(page: SchedulePage) -> Proposal:
    """Two titles placed where they fit, an event moved, and one without a place."""
    plan = page.plan
    assert plan is not None
    placed = []
    waiting = [row for row in plan.schedule.tray if row.title in ("Yellow Cat", "The Legend of Shen Nong")]
    for number, row in enumerate(waiting):
        found = plan.first_place(plan.newcomer(row)[1])
        assert found is not None
        starts = found.start + row.intro
        placed.append(Placement(-2_000_000_000 - number, row.entry, found.hall or 0, plan.day_of(found), found.start,
                                starts, found.end))  # fmt: skip
    talk = event(page, "Young curators meet", 2)
    slot = plan.board.slot(talk.id)
    move = Move(talk.id, talk.hall, slot.start, talk.hall, slot.start + 20, slot.body_start + 20)
    lost = next(row for row in plan.schedule.tray if row.title == "Kelin")
    why = Standing("R10", ("rights_missing",), (Party(PartyKind.WORK, lost.work),))
    return Proposal(
        Mode.FILL, Status.FEASIBLE, tuple(placed), (move,), (Unplaced(lost.entry, None, 1, (why,)),), 400, 416.0
    )


def begin(page: SchedulePage, *news: object) -> FakeRun:
    """Open the panel and press Start; the process says these things."""
    run = FakeRun(*news)
    asked: list[tuple[Problem, float, int]] = []

    def start(problem: Problem, seconds: float, seed: int) -> FakeRun:
        asked.append((problem, seconds, seed))
        return run

    page.planning.begin = start  # type: ignore[assignment]
    page.commands()[Command.PLAN]()
    QTest.mouseClick(page.planning.panel.start, Qt.MouseButton.LeftButton)
    assert asked
    return run


def test_plan_accept_a_part_and_undo(page: SchedulePage, workspace: Workspace, shell: FakeShell) -> None:
    before, made = rows(workspace), proposal(page)
    panel = page.planning.panel
    run = begin(page, Progress(1, 7, 120, None, 1.0, 3), Progress(2, 7, 400, 416.0, 2.0, 9), made)
    assert panel.stage == "run"
    page.planning.look()
    assert panel.run.placed.text() == "Best so far: 1 of 7 placed"
    assert "not known" in panel.run.near.text()
    page.planning.look()
    assert panel.run.near.text() == "At most 4% from the best possible; not proven to be the best."
    assert rows(workspace) == before
    page.planning.look()
    assert run.closed
    assert panel.stage == "result"
    assert len(page.view.ghosts) == 3
    assert {card.body.count() > 0 for card in panel.result.cards} == {True}
    page.view.viewport().repaint()
    unwanted = panel.result.rows[1]
    QTest.keyClick(unwanted, Qt.Key.Key_Space)
    assert panel.accept.text() == "Accept 2"
    assert [ghost.wanted for ghost in page.view.ghosts] == [True, False, True]
    steps = workspace.undo_stack.count()
    QTest.mouseClick(panel.accept, Qt.MouseButton.LeftButton)
    assert workspace.undo_stack.count() == steps + 1
    assert shell.toasts[-1] == "2 events accepted from the plan"
    assert page.plan is not None
    assert any(card.title == made_title(page, made) for card in page.plan.cards.values())
    assert [row.number for row in panel.result.rows] == [unwanted.number]
    workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_why_everything_cannot_be_placed_stands_before_the_titles_one_by_one(page: SchedulePage, qtbot: QtBot) -> None:
    made = proposal(page)
    lost = made.unplaced[0].why[0]
    rules = (lost, Standing("R1", ("hall_taken",), (Party(PartyKind.HALL, next(iter(page.plan.halls))),)))
    found = replace(made, together=Together(possible=False, why=rules, minimal=True))
    begin(page, Progress(1, 7, 120, None, 1.0, 3, explaining=True), found)
    page.planning.look()
    assert "Looking for reasons" in page.planning.panel.run.bar.accessibleName()
    page.planning.look()
    view = page.planning.panel.result.together
    assert view is not None
    assert len(view.cards) == 2
    assert "these rules cannot all hold" in view.said.text()
    with qtbot.waitSignal(page.planning.panel.result.followed):
        QTest.mouseClick(view.cards[1].links[0], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("together", "words"),
    [
        (Together(possible=False), "not proven that all of them are needed"),
        (Together(possible=True), "longer search"),
        (Together(), "no time to find out"),
    ],
)
def test_what_was_not_found_out_of_the_whole_list_is_said_so(
    page: SchedulePage, together: Together, words: str
) -> None:
    begin(page, replace(proposal(page), together=together))
    page.planning.look()
    assert words in page.planning.panel.result.together.said.text()


def made_title(page: SchedulePage, made: Proposal) -> str:
    entry = made.placed[0].entry
    assert page.plan is not None
    return next(card.title for card in page.plan.cards.values() if card.entry == entry)


def test_a_proposal_the_schedule_has_overtaken_says_so_and_does_not_clash(
    page: SchedulePage, workspace: Workspace, shell: FakeShell
) -> None:
    made = replace(proposal(page), status=Status.OPTIMAL)
    begin(page, made)
    page.planning.look()
    panel = page.planning.panel
    assert panel.result._stale_row.isHidden()
    talk = event(page, "Young curators meet", 2)
    workspace.edit(phrase("Lock"), screenings.lock, talk.id, locked=True)
    first = made.placed[0]
    page.planning.panel.result.rows[1].setChecked(False)
    assert not panel.result._stale_row.isHidden()
    row = next(one for one in panel.result.rows if one.number == talk.id)
    assert not row.isEnabled()
    assert "It has been locked since." in row.accessibleName()
    other = event(page, "Dubbing workshop", 0)
    assert page.plan is not None
    slot = page.plan.board.slot(other.id)
    page.edits.put(page.plan, now(page, other), slot.at(first.hall, first.start))
    row = next(one for one in panel.result.rows if one.number == first.number)
    assert not row.isEnabled()
    assert panel.accept.text() == "Accept"
    assert not panel.accept.isEnabled()
    assert panel.result.stale.accessibleName() == "The schedule has changed since"
    assert "No better plan" not in panel.result.head.accessibleName()
    reason = row.findChildren(SafeLabel)[-1]
    assert theme().color(reason.ink()) != theme().color("disabled")
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert [row.isChecked() for row in panel.result.rows] == [True, False, True]
    assert panel.result.head.accessibleName() == "No better plan exists."
    del shell


def test_stop_keeps_the_best_and_discard_leaves_everything(
    page: SchedulePage, workspace: Workspace, qtbot: QtBot
) -> None:
    before, made = rows(workspace), proposal(page)
    run = begin(page, Progress(1, 7, 120, None, 1.0, 3))
    QTest.mouseClick(page.planning.panel.run.bar._stop, Qt.MouseButton.LeftButton)
    assert run.stopped
    run.news.append(made)
    qtbot.waitUntil(lambda: page.planning.panel.stage == "result", timeout=3000)
    QTest.mouseClick(page.planning.panel.discard, Qt.MouseButton.LeftButton)
    assert rows(workspace) == before
    assert page.view.ghosts == ()
    assert page.side.panel is None


def test_a_planner_that_cannot_start_is_told_and_everything_else_works(page: SchedulePage, hand: Hand) -> None:
    begin(page, UserError(BROKEN))
    page.planning.look()
    panel = page.planning.panel
    assert panel.stage == "ask"
    assert "cannot start on this computer" in panel.failure.accessibleDescription()
    key(page, Qt.Key.Key_Escape)
    QTest.keyClick(panel.start, Qt.Key.Key_Escape)
    assert page.side.panel is None
    hand.take(event(page, "Young curators meet", 2).id)
    assert page.pointer.busy
    key(page, Qt.Key.Key_Escape)


def test_the_weight_of_a_wish_is_changed_for_the_programme_and_taken_back(
    page: SchedulePage, workspace: Workspace
) -> None:
    page.planning.open()
    field = next(field for wish, field in page.planning.panel.form.wishes.fields.items() if wish == "prime_time")
    field.setValue(55)
    field.editingFinished.emit()
    assert page.plan is not None
    assert page.plan.board.context.settings["prime_time"].weight == 55
    workspace.undo_stack.undo()
    assert field.value() == 12


def test_while_a_programme_goes_on_what_has_begun_stays(page: SchedulePage) -> None:
    plan = page.plan
    assert plan is not None
    noon = plan.minute(plan.days[1], 12 * 60)
    asked = problem_of(plan, Wishes(Mode.REPAIR), noon)
    assert asked.earliest == noon
    assert asked.movable
    assert all(plan.board.slot(one).start > noon for one in asked.movable)
    assert problem_of(plan, Wishes(), plan.minute(plan.days[0], 0) - 60).earliest is None


def test_where_could_this_go_by_keys(page: SchedulePage, workspace: Workspace, shell: FakeShell, qtbot: QtBot) -> None:
    before = rows(workspace)
    talk = event(page, "Young curators meet", 2)
    page.choose(talk.id)
    page.view.setFocus()
    key(page, Qt.Key.Key_W)
    panel = page.seeking.where_panel
    assert page.side.panel is panel
    assert len(panel.rows) > 1
    panel.resize(200, 600)
    qtbot.waitUntil(lambda: all(row.height() == row.layout().totalHeightForWidth(row.width()) for row in panel.rows))
    assert len(page.view.ghosts) == 1
    QTest.keyClick(panel.rows[0], Qt.Key.Key_Down)
    assert panel.place() == 1
    assert page.view.ghosts[0].card.starts != talk.starts or page.view.ghosts[0].card.hall != talk.hall
    there = page.view.ghosts[0].card
    QTest.keyClick(panel.rows[1], Qt.Key.Key_Return)
    assert page.side.panel is None
    assert (now(page, talk).starts, now(page, talk).hall) == (there.starts, there.hall)
    assert shell.toasts[-1].startswith("“Young curators meet” moved to")
    workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_what_waits_is_placed_from_its_places(page: SchedulePage, workspace: Workspace) -> None:
    cards = page.tray.cards
    place = next(n for n in range(page.tray.model.rowCount()) if cards.model().index(n, 0).data() == "Yellow Cat")
    cards.setCurrentIndex(cards.model().index(place, 0))
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_W)
    panel = page.seeking.where_panel
    assert panel.take.text() == "Place here"
    QTest.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert page.plan is not None
    assert any(card.title == "Yellow Cat" for card in page.plan.cards.values())
    assert workspace.undo_stack.count() == 1


def test_a_title_without_any_free_place_says_why(page: SchedulePage, monkeypatch: pytest.MonkeyPatch) -> None:
    hall = page.plan.schedule.halls[0].id  # type: ignore[union-attr]
    other = event(page, "Tomiris", 2)
    why = (Standing("R1", ("hall_taken",), (Party(PartyKind.HALL, hall),), (other.id,)),)
    monkeypatch.setattr("app.ui.planner.seeking.ranked", lambda *_args: [])
    monkeypatch.setattr("app.ui.planner.seeking.why_nowhere", lambda *_args: why)
    page.choose(event(page, "Young curators meet", 2).id)
    key(page, Qt.Key.Key_W)
    panel = page.seeking.where_panel
    assert panel.foot.isHidden()
    assert [link.text() for link in panel.cards[0].links] == ["Tomiris", "Hall 1"]
    QTest.mouseClick(panel.cards[0].links[0], Qt.MouseButton.LeftButton)
    assert page.chosen == other.id


def test_why_not_here_names_the_rule_and_what_would_give_way(page: SchedulePage, shell: FakeShell) -> None:
    talk, tomiris = event(page, "Young curators meet", 2), event(page, "Tomiris", 2)
    page.choose(talk.id)
    key(page, Qt.Key.Key_W, SHIFT)
    panel = page.seeking.why_panel
    assert page.side.panel is panel
    panel.hall.setCurrentIndex(panel.hall.findData(tomiris.hall))
    panel.time.setTime(QTime(tomiris.starts.hour, tomiris.starts.minute))
    panel.time.editingFinished.emit()
    assert panel.foot.isHidden()
    assert any("R1" in card.accessibleName() for card in panel.cards)
    if len(panel.cards) == 1:
        assert "Without R1" in panel.cards[0].accessibleDescription()
    shown = next(link for card in panel.cards for link in card.links if link.text() == "Tomiris")
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert page.chosen == tomiris.id
    key(page, Qt.Key.Key_W, SHIFT)
    QTest.keyClick(panel.time, Qt.Key.Key_Escape)
    del shell


def test_the_real_planner_plans_the_sample_beside_the_work(
    page: SchedulePage, workspace: Workspace, qtbot: QtBot
) -> None:
    before = rows(workspace)
    page.planning.open()
    QTest.mouseClick(page.planning.panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.planning.running is None or page.planning.running.best is not None, timeout=20_000)
    page.planning.stop()
    qtbot.waitUntil(lambda: page.planning.panel.stage == "result", timeout=20_000)
    made = page.planning.made
    assert made is not None
    assert made.placed
    QTest.mouseClick(page.planning.panel.accept, Qt.MouseButton.LeftButton)
    assert page.plan is not None
    assert len(page.plan.cards) > 0
    assert page.plan.grave == 3
    workspace.undo_stack.undo()
    assert rows(workspace) == before
