"""Several events at once on the page: chosen, carried, cut and pasted, swapped; ground, breaks, edges, days, series."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtTest import QTest

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.kinds_of_plans import AudienceKind, BlockerKind, Occasion, PersonTask
from app.operations import screenings
from app.store.schedule import Card
from app.ui import dialogs
from app.ui.schedule.blocker_dialog import BlockerDialog
from app.ui.schedule.copy_dialog import CopyDialog, HallsDialog
from app.ui.schedule.event_dialog import EventDialog
from app.ui.schedule.imagining import Fit
from app.ui.schedule.page import SchedulePage
from app.ui.schedule.series_dialog import SeriesDialog
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.schedule.conftest import Hand, rows
from tests.ui.schedule.test_page import event, key, now
from tests.ui.shells import FakeShell

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def click(page: SchedulePage, spot: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, held, spot)


def two(page: SchedulePage) -> tuple[Card, Card]:
    """Two events of Saturday in different halls."""
    return event(page, "Poet", 2), event(page, "Young curators meet", 2)


def choose(page: SchedulePage, *cards: Card) -> None:
    page.choosing.choose({card.id for card in cards}, cards[0].id)


def test_control_adds_and_takes_away_and_a_click_leaves_one(page: SchedulePage, hand: Hand, shell: FakeShell) -> None:
    poet, talk = two(page)
    click(page, hand.block(poet.id))
    click(page, hand.block(talk.id), CTRL)
    assert page.choosing.numbers == {poet.id, talk.id}
    assert shell.status.startswith("2 screenings selected")
    assert page.inspector.several.isVisible()
    assert not page.inspector.details.isVisible()
    click(page, hand.block(poet.id), CTRL)
    assert page.choosing.numbers == {talk.id}
    assert page.inspector.details.isVisible()
    click(page, hand.block(poet.id), CTRL)
    click(page, hand.block(talk.id))
    assert page.choosing.numbers == {talk.id}


def test_a_band_over_the_board_chooses_what_it_touches_and_marks_free_ground(page: SchedulePage, hand: Hand) -> None:
    assert page.view.board is not None
    hand.press(page.view.viewport(), hand.place(0, 0, 10 * 60 + 30))
    hand.move(hand.place(0, 1, 15 * 60))
    hand.let_go(hand.place(0, 1, 15 * 60))
    assert len(page.choosing.numbers) > 1
    assert all(page.plan.cards[n].day == page.plan.days[0] for n in page.choosing.numbers)  # type: ignore[union-attr]
    click(page, hand.place(2, 2, 22 * 60))
    assert not page.choosing.numbers
    hand.press(page.view.viewport(), hand.place(2, 2, 20 * 60 + 30))
    hand.move(hand.place(2, 2, 22 * 60) + QPoint(0, 5))
    hand.let_go(hand.place(2, 2, 22 * 60) + QPoint(0, 5))
    assert page.marking.mark is not None
    assert page.marking.mark.day == page.plan.days[2]  # type: ignore[union-attr]
    key(page, Qt.Key.Key_Escape)
    assert page.marking.mark is None


def test_control_a_takes_the_day_and_then_everything(page: SchedulePage) -> None:
    poet, _talk = two(page)
    page.choose(poet.id)
    key(page, Qt.Key.Key_A, CTRL)
    assert {page.plan.cards[n].day for n in page.choosing.numbers} == {poet.day}  # type: ignore[union-attr]
    key(page, Qt.Key.Key_A, CTRL)
    assert len(page.choosing.numbers) == len(page.plan.cards)  # type: ignore[union-attr]
    key(page, Qt.Key.Key_Escape)
    assert page.choosing.numbers == {poet.id}
    key(page, Qt.Key.Key_Right, SHIFT)
    assert len(page.choosing.numbers) == 2


def test_several_are_dragged_as_one_and_one_locked_holds_all(
    page: SchedulePage, hand: Hand, workspace: Workspace, shell: FakeShell
) -> None:
    poet, talk = two(page)
    before = rows(workspace)
    choose(page, poet, talk)
    spot = hand.block(poet.id)
    hand.press(page.view.viewport(), spot)
    hand.move(spot + QPoint(9, 0))
    home = page.pointer.carry.home  # type: ignore[union-attr]
    assert home is not None
    hand.move(spot + QPoint(round(page.view.board.scale.hour), 0))  # type: ignore[union-attr]
    assert len(page.pointer.carry.others) == 1  # type: ignore[union-attr]
    page.view.viewport().repaint()
    hand.let_go(spot + QPoint(round(page.view.board.scale.hour), 0))  # type: ignore[union-attr]
    assert (now(page, poet).starts - poet.starts).seconds == (now(page, talk).starts - talk.starts).seconds == 3600
    assert shell.toasts[-1] == "2 screenings moved"
    workspace.undo_stack.undo()
    assert rows(workspace) == before
    page.edits.lock(now(page, talk), locked=True)
    before = rows(workspace)
    choose(page, now(page, poet), now(page, talk))
    key(page, Qt.Key.Key_Right, ALT)
    assert rows(workspace) == before
    assert shell.toasts[-1] == "“Young curators meet” is locked: all of them stay where they are."


def test_several_are_confirmed_locked_and_taken_off_in_one_step(page: SchedulePage, workspace: Workspace) -> None:
    poet, talk = two(page)
    before = rows(workspace)
    choose(page, poet, talk)
    key(page, Qt.Key.Key_T)
    key(page, Qt.Key.Key_C)
    key(page, Qt.Key.Key_K)
    for card in (poet, talk):
        assert (now(page, card).status, now(page, card).locked) == (ScreeningStatus.CONFIRMED, True)
    key(page, Qt.Key.Key_K)
    key(page, Qt.Key.Key_Delete)
    assert not {poet.id, talk.id} & page.plan.cards.keys()  # type: ignore[union-attr]
    while workspace.undo_stack.canUndo():
        workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_what_is_copied_is_pasted_on_marked_ground_with_its_pattern(page: SchedulePage, workspace: Workspace) -> None:
    poet, talk = two(page)
    before = rows(workspace)
    choose(page, poet, talk)
    key(page, Qt.Key.Key_C, CTRL)
    page.choose(0)
    key(page, Qt.Key.Key_V, CTRL)
    assert rows(workspace) == before
    key(page, Qt.Key.Key_Right, CTRL)
    key(page, Qt.Key.Key_Down, CTRL)
    assert page.marking.mark is not None
    key(page, Qt.Key.Key_V, CTRL)
    made = page.choosing.cards
    assert [card.title for card in made] == [card.title for card in sorted((poet, talk), key=lambda one: one.starts)]
    assert abs(made[1].starts - made[0].starts) == abs(poet.starts - talk.starts)
    workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_what_is_cut_moves_when_it_is_pasted(page: SchedulePage) -> None:
    poet, talk = two(page)
    page.choose(talk.id)
    key(page, Qt.Key.Key_X, CTRL)
    page.choose(event(page, "The Divorce", 2).id)
    key(page, Qt.Key.Key_V, CTRL)
    assert now(page, talk).hall == event(page, "The Divorce", 2).hall
    assert now(page, talk).starts >= event(page, "The Divorce", 2).event_ends
    key(page, Qt.Key.Key_V, CTRL)
    assert poet.id in page.plan.cards  # type: ignore[union-attr]


def test_two_change_places_by_key_and_by_dropping_one_on_the_other(
    page: SchedulePage, hand: Hand, workspace: Workspace
) -> None:
    poet, talk = two(page)
    before = rows(workspace)
    choose(page, poet, talk)
    key(page, Qt.Key.Key_X)
    assert (now(page, poet).hall, now(page, poet).starts) == (talk.hall, talk.starts)
    workspace.undo_stack.undo()
    page.choose(0)
    hand.take(talk.id)
    hand.move(hand.block(poet.id), held=SHIFT)
    assert page.pointer.carry.swapped.id == poet.id  # type: ignore[union-attr]
    assert "Swaps with “Poet”." in page.pointer.tip.text()
    page.view.viewport().repaint()
    hand.let_go(hand.block(poet.id), held=SHIFT)
    assert (now(page, talk).hall, now(page, talk).starts) == (poet.hall, poet.starts)
    workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_an_edge_is_stretched_by_pointer_and_by_keys(page: SchedulePage, hand: Hand) -> None:
    poet, _talk = two(page)
    page.choose(poet.id)
    key(page, Qt.Key.Key_Plus)
    qa = [part.minutes for part in now(page, poet).parts if part.kind is PartKind.QA]
    was = [part.minutes for part in poet.parts if part.kind is PartKind.QA]
    assert sum(qa) == sum(was) + 5
    key(page, Qt.Key.Key_Minus)
    assert [part.minutes for part in now(page, poet).parts if part.kind is PartKind.QA] == was
    board = page.view.board
    assert board is not None
    block = board.blocks[poet.id]
    edge = (QPoint(round(block.right), round(block.top + 12)).toPointF() + page.view.origin()).toPoint() - QPoint(2, 0)
    hand.press(page.view.viewport(), edge)
    hand.move(edge + QPoint(12, 0))
    hand.move(edge + QPoint(round(20 * board.scale.minute), 0))
    page.view.viewport().repaint()
    hand.let_go(edge + QPoint(round(20 * board.scale.minute), 0))
    longer = [part.minutes for part in now(page, poet).parts if part.kind is PartKind.QA]
    assert 10 <= sum(longer) - sum(was) <= 25
    assert not page.view.busy


def test_a_break_over_two_halls_is_added_moved_stretched_and_removed(
    page: SchedulePage, hand: Hand, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.plan is not None
    halls = [hall.id for hall in page.plan.schedule.halls]
    kept = len(page.plan.schedule.blockers)

    def fill(dialog: BlockerDialog) -> bool:
        for hall in halls[:2]:
            dialog.halls[hall].setChecked(True)
        dialog.kind.setCurrentIndex(dialog.kind.findData(BlockerKind.REHEARSAL.value))
        return True

    monkeypatch.setattr(dialogs, "show", fill)
    page.choose(0)
    key(page, Qt.Key.Key_Right, CTRL)
    assert page.marking.mark is not None
    start = page.marking.mark.begin
    key(page, Qt.Key.Key_B)
    row = max(page.plan.schedule.blockers, key=lambda one: one.id)
    assert len(page.plan.schedule.blockers) == kept + 1
    assert set(row.halls) == set(halls[:2])
    assert row.kind is BlockerKind.REHEARSAL
    page.blocking.choose(row.id)
    key(page, Qt.Key.Key_Plus)
    assert page.blocking.row.minutes == row.minutes + 5  # type: ignore[union-attr]
    key(page, Qt.Key.Key_Right, ALT)
    moved = page.blocking.row
    assert moved is not None
    assert (moved.starts - row.starts).seconds == 300
    assert set(moved.halls) == set(halls[:2])
    key(page, Qt.Key.Key_Space)
    key(page, Qt.Key.Key_Down)
    page.view.viewport().repaint()
    key(page, Qt.Key.Key_Return)
    assert set(page.blocking.row.halls) == set(halls[1:3])  # type: ignore[union-attr]
    spot = hand.place(0, 1, start + 20)
    hand.press(page.view.viewport(), spot)
    hand.move(spot + QPoint(9, 0))
    hand.move(spot + QPoint(60, 0))
    page.view.viewport().repaint()
    hand.let_go(spot + QPoint(60, 0))
    key(page, Qt.Key.Key_Delete)
    assert len(page.plan.schedule.blockers) == kept
    before = rows(workspace)
    while workspace.undo_stack.canUndo():
        workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_a_break_across_a_show_is_a_conflict_in_words(page: SchedulePage, monkeypatch: pytest.MonkeyPatch) -> None:
    poet, _talk = two(page)

    def over_the_film(dialog: BlockerDialog) -> bool:
        for hall, box in dialog.halls.items():
            box.setChecked(hall == poet.hall)
        dialog.day.setCurrentIndex(page.plan.days.index(poet.day))  # type: ignore[union-attr]
        dialog.time.setTime(QTime(poet.starts.hour, poet.starts.minute))
        return True

    monkeypatch.setattr(dialogs, "show", over_the_film)
    page.choose(0)
    key(page, Qt.Key.Key_B)
    against = [page.plan.sentence(one) for one in page.plan.against(poet.id)]  # type: ignore[union-attr]
    assert any("Break" in said or "break" in said for said in against), against


def test_a_day_is_copied_with_what_collides_left_behind(
    page: SchedulePage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.plan is not None
    before, count = rows(workspace), len(page.plan.cards)
    going = sum(card.day == page.plan.days[0] for card in page.plan.cards.values())

    def copy(dialog: CopyDialog) -> bool:
        dialog.targets[page.plan.days[3]].setChecked(True)  # type: ignore[union-attr]
        assert "clash" in dialog.summary.text()
        next(box for box in dialog.preview._boxes.values() if box.isEnabled()).setChecked(False)
        return True

    monkeypatch.setattr(dialogs, "show", copy)
    page.choose(0)
    page.copying.ask_days()
    assert 0 < len(page.plan.cards) - count < going
    assert workspace.undo_stack.count() == 1
    workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_a_series_lists_its_dates_with_what_stands_against_each(
    page: SchedulePage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    poet, talk = two(page)
    before = rows(workspace)

    def daily(dialog: SeriesDialog) -> bool:
        dialog.unit.setCurrentIndex(1)
        dialog.times.setValue(2)
        assert len(dialog.dates()) == 2
        assert dialog.act_button.text() == "Add 1 show"  # the second would be after the last day
        return True

    monkeypatch.setattr(dialogs, "show", daily)
    page.choose(talk.id)
    page.copying.ask_series()
    assert sum(card.title == talk.title for card in page.plan.cards.values()) == 2  # type: ignore[union-attr]
    workspace.undo_stack.undo()
    assert rows(workspace) == before
    assert poet.id in page.plan.cards  # type: ignore[union-attr]


def test_two_halls_change_a_day(page: SchedulePage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    poet, talk = two(page)
    before = rows(workspace)

    def answered(dialog: HallsDialog) -> bool:
        dialog.one.setCurrentIndex(dialog.one.findData(poet.hall))
        dialog.other.setCurrentIndex(dialog.other.findData(talk.hall))
        return True

    locked = [card.id for card in page.plan.cards.values() if card.locked and card.day == poet.day]  # type: ignore[union-attr]
    for number in locked:
        workspace.edit(phrase("Unlock"), screenings.lock, number, locked=False)
    before = rows(workspace)
    monkeypatch.setattr(dialogs, "show", answered)
    page.choose(poet.id)
    page.copying.ask_halls()
    assert (now(page, poet).hall, now(page, talk).hall) == (talk.hall, poet.hall)
    workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_an_event_of_several_films_with_people_is_put_together_by_its_form(
    page: SchedulePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.plan is not None
    works = list(page.plan.schedule.works)[:2]

    def filled(dialog: EventDialog) -> bool:
        dialog.names.fields["en"].setText("Shorts")
        first = dialog.parts.lines[0]
        first.kind.setCurrentIndex(first.kind.findData("film"))
        first.work.setCurrentIndex(first.work.findData(works[0]))
        first.minutes.setValue(20)
        dialog.parts.more.click()
        dialog.parts.more.click()
        second, pause = dialog.parts.lines[1:]
        second.kind.setCurrentIndex(second.kind.findData("film"))
        second.work.setCurrentIndex(second.work.findData(works[1]))
        second.minutes.setValue(25)
        pause.kind.setCurrentIndex(pause.kind.findData("break"))
        pause.minutes.setValue(10)
        QTest.keyClick(pause, Qt.Key.Key_Up, ALT)
        assert dialog.parts.lines[1] is pause
        assert dialog.parts.sum.text() == "55\N{NO-BREAK SPACE}min in all"
        dialog.time.setTime(dialog.time.time().fromString("00:00", "HH:mm"))
        dialog.audience.setCurrentIndex(dialog.audience.findData(AudienceKind.PRESS.value))
        dialog.occasion.setCurrentIndex(dialog.occasion.findData(Occasion.GALA.value))
        dialog.expected.setValue(120)
        dialog.people.who.created.emit("Aigul Nurlanova")
        line = dialog.people.lines[0]
        line.task.setCurrentIndex(line.task.findData(PersonTask.INTERPRETER.value))
        return True

    monkeypatch.setattr(dialogs, "show", filled)
    page.choose(0)
    day = page.plan.days[0]
    page.asking.add_event()
    card = page.plan.cards[page.chosen]
    assert [part.kind for part in card.parts] == [PartKind.FILM, PartKind.BREAK, PartKind.FILM]
    assert (card.day, card.starts.hour, card.starts.day) == (day, 0, day.day + 1)
    assert (card.audience, card.occasion, card.expected) == (AudienceKind.PRESS, Occasion.GALA, 120)
    assert [(one.task, one.languages) for one in card.people] == [(PersonTask.INTERPRETER, ("kk", "zh"))]
    assert page.pointer.carry is None


def test_rights_refused_refuse_a_place_and_the_hint_says_so(page: SchedulePage, workspace: Workspace) -> None:
    assert page.plan is not None
    refused = [row for row in page.plan.schedule.tray if row.standing.status.value == "not_cleared"]
    before = rows(workspace)
    for row in refused:
        card, slot = page.plan.newcomer(row)
        placed = page.plan.first_place(slot)
        if placed is not None:
            assert page.plan.outcome(placed).fit is Fit.REFUSED
            page.placing.place_first(row)
        assert card.entry == row.entry
    assert rows(workspace) == before
