"""The schedule page by pointer and keys, in a window without a display."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.kinds import PartKind, ScreeningStatus
from app.i18n import catalogue as words
from app.i18n.pseudo import Pseudo
from app.operations import programmes
from app.store.schedule import Card
from app.ui import dialogs
from app.ui.language import speak
from app.ui.page import Command
from app.ui.programmes.dialog import ProgrammeDialog
from app.ui.schedule.event_dialog import EventDialog
from app.ui.schedule.imagining import Fit
from app.ui.schedule.list_model import Column
from app.ui.schedule.page import SchedulePage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.schedule.conftest import Hand, rows
from tests.ui.shells import FakeShell


def event(page: SchedulePage, title: str, day: int, hall: int | None = None) -> Card:
    """The event of this title on a day counted from 0."""
    assert page.plan is not None
    halls = [one.id for one in page.plan.schedule.halls]
    return next(
        card
        for card in page.plan.cards.values()
        if card.title == title and card.day == page.plan.days[day] and (hall is None or card.hall == halls[hall])
    )


def now(page: SchedulePage, card: Card) -> Card:
    """The event as it is now."""
    assert page.plan is not None
    return page.plan.cards[card.id]


def key(page: SchedulePage, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.view, pressed, modifiers)


def test_a_show_dragged_onto_another_says_so_before_it_is_let_go_and_can_be_repaired(
    page: SchedulePage, hand: Hand, workspace: Workspace, shell: FakeShell
) -> None:
    before = rows(workspace)
    divorce, composer = event(page, "The Divorce", 1), event(page, "The Composer", 1)
    hand.take(divorce.id)
    hand.move(hand.place(1, 1, 21 * 60 + 30))
    assert page.pointer.carry is not None
    assert page.pointer.carry.outcome is not None
    assert page.pointer.carry.outcome.fit is Fit.CLASHES
    assert "“The Composer” occupies Hall 2 until 23:30" in page.pointer.tip.text()
    assert rows(workspace) == before
    hand.let_go(hand.place(1, 1, 21 * 60 + 30))
    moved = now(page, divorce)
    assert (moved.starts.hour, moved.starts.minute) == (21, 30)
    assert page.chosen == divorce.id
    assert shell.conflicts == 4
    assert shell.toasts[-1] == "“The Divorce” moved to Fri 16 Oct, 21:30, Hall 2"
    assert page.view.board is not None
    assert page.view.board.blocks[divorce.id].top != page.view.board.blocks[composer.id].top
    page.deeds.repair()
    assert shell.conflicts == 3
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert rows(workspace) == before
    assert shell.conflicts == 3


def test_a_free_place_says_how_much_room_is_left(page: SchedulePage, hand: Hand) -> None:
    talk = event(page, "Young curators meet", 2)
    hand.take(talk.id)
    hand.move(hand.place(2, 2, 13 * 60 + 40))
    assert page.pointer.tip.text() == "Fits. 80 minutes left before “Poet”"
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.pointer.busy
    assert page.pointer.ghost.isHidden()


def test_escape_puts_back_and_nothing_is_written(page: SchedulePage, hand: Hand, workspace: Workspace) -> None:
    before = rows(workspace)
    hand.take(event(page, "Tomiris", 2).id)
    hand.move(hand.place(2, 2, 20 * 60))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    hand.let_go(hand.place(2, 2, 20 * 60))
    assert rows(workspace) == before
    assert workspace.undo_stack.count() == 0


def test_a_locked_show_and_a_closed_hall_refuse_with_their_reason(
    page: SchedulePage, hand: Hand, workspace: Workspace, shell: FakeShell
) -> None:
    before = rows(workspace)
    hand.take(event(page, "The Composer", 0).id)
    hand.let_go(hand.place(0, 1, 14 * 60))
    assert shell.toasts == ["This screening is locked. Unlock it first."]
    talk = event(page, "Dubbing workshop", 0)
    page.view.scale_by(0.8)
    hand.take(talk.id)
    hand.move(hand.place(0, 2, 23 * 60 + 30))
    assert page.pointer.tip.text() == (
        "The hall is closed\n“Dubbing workshop” occupies Studio from 23:30 to 01:00. The hall is open 11:00–00:00."
    )
    hand.let_go(hand.place(0, 2, 23 * 60 + 30))
    assert rows(workspace) == before


def test_a_card_of_the_tray_is_placed_where_it_is_dropped(page: SchedulePage, hand: Hand, shell: FakeShell) -> None:
    assert page.plan is not None
    waiting = len(page.plan.schedule.tray)
    cards = page.tray.cards
    old_man = next(row for row in page.plan.schedule.tray if row.title == "Hey, Old Man!")
    index = next(page.tray.model.index(n) for n in range(waiting) if page.tray.model.index(n).data() == old_man.title)
    spot = cards.visualRect(index).center()
    hand.press(cards.viewport(), spot)
    hand.move(spot, cards.viewport())
    hand.move(spot + hand.block(1), cards.viewport())
    hand.move(hand.place(2, 2, 20 * 60))
    assert page.pointer.carry is not None
    hand.let_go(hand.place(2, 2, 20 * 60))
    placed = event(page, "Hey, Old Man!", 2)
    assert placed.status is ScreeningStatus.TENTATIVE
    assert placed.id == page.chosen
    assert len(page.plan.schedule.tray) == waiting - 1
    assert shell.toasts[-1].startswith("“Hey, Old Man!” placed: Sat 17 Oct")


def test_control_copies_and_alt_keeps_to_no_grid(page: SchedulePage, hand: Hand) -> None:
    poet = event(page, "Poet", 2)
    assert page.plan is not None
    count = len(page.plan.cards)
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    hand.take(poet.id)
    hand.move(hand.place(2, 2, 20 * 60), held=control)
    hand.let_go(hand.place(2, 2, 20 * 60), held=control)
    assert len(page.plan.cards) == count + 1
    assert now(page, poet).starts == poet.starts
    page.choose(poet.id)
    page.show_view("day")
    hand.take(poet.id)
    hand.move(hand.place(2, 2, 16 * 60 + 33), held=alt)
    hand.let_go(hand.place(2, 2, 16 * 60 + 33), held=alt)
    assert now(page, poet).starts.minute in (32, 33, 34)


def test_a_change_made_elsewhere_ends_the_drag(page: SchedulePage, hand: Hand) -> None:
    poet = event(page, "Poet", 2)
    hand.take(poet.id)
    hand.move(hand.place(2, 2, 20 * 60))
    assert page.pointer.busy
    page.edits.change(poet, note="From another desk")
    assert not page.pointer.busy


def test_what_is_dropped_on_the_tray_leaves_the_board(page: SchedulePage, hand: Hand, workspace: Workspace) -> None:
    before = rows(workspace)
    poet = event(page, "Poet", 2)
    hand.take(poet.id)
    hand.move(page.tray.drop.rect().center(), page.tray.drop)
    assert page.tray.drop.lit
    hand.let_go(page.tray.drop.rect().center(), page.tray.drop)
    assert page.plan is not None
    assert poet.id not in page.plan.cards
    assert not page.tray.drop.lit
    workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_p_places_a_card_where_it_fits_first(page: SchedulePage, shell: FakeShell) -> None:
    cards = page.tray.cards
    assert page.plan is not None
    place = next(n for n, row in enumerate(page.plan.schedule.tray) if row.title == "Yellow Cat")
    cards.setCurrentIndex(page.tray.model.index(place))
    QTest.keyClick(cards, Qt.Key.Key_P)
    assert shell.toasts[-1].startswith("“Yellow Cat” placed: ")
    assert page.plan.against(page.chosen) == []


def test_keys_move_lift_and_put_down(page: SchedulePage, workspace: Workspace) -> None:
    poet = event(page, "Poet", 2)
    page.choose(poet.id)
    key(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert now(page, poet).starts.minute == 35
    key(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert now(page, poet).hall != poet.hall
    workspace.undo_stack.undo()
    before = rows(workspace)
    key(page, Qt.Key.Key_Space)
    key(page, Qt.Key.Key_Right)
    key(page, Qt.Key.Key_Right)
    assert page.view.by_keys
    assert rows(workspace) == before
    key(page, Qt.Key.Key_Escape)
    assert rows(workspace) == before
    key(page, Qt.Key.Key_Space)
    key(page, Qt.Key.Key_Right)
    key(page, Qt.Key.Key_Return)
    assert now(page, poet).starts.minute == 40
    assert page.view.carry is None


@pytest.mark.parametrize("pressed", [Qt.Key.Key_C, Qt.Key(ord("С"))], ids=["latin", "cyrillic"])
def test_letters_go_by_their_place_on_the_keyboard(page: SchedulePage, pressed: Qt.Key) -> None:
    divorce = event(page, "The Divorce", 1)
    page.choose(divorce.id)
    QApplication.sendEvent(page.view, QKeyEvent(QEvent.Type.KeyPress, pressed, Qt.KeyboardModifier.NoModifier))
    assert now(page, divorce).status is ScreeningStatus.CONFIRMED


def test_lock_duplicate_and_take_off_by_keys(page: SchedulePage) -> None:
    poet = event(page, "Poet", 2)
    page.choose(poet.id)
    key(page, Qt.Key.Key_K)
    assert now(page, poet).locked
    key(page, Qt.Key.Key_Delete)
    assert now(page, poet).locked
    key(page, Qt.Key.Key_K)
    assert page.plan is not None
    count = len(page.plan.cards)
    key(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(page.plan.cards) == count + 1
    assert page.chosen != poet.id
    key(page, Qt.Key.Key_Delete)
    assert len(page.plan.cards) == count


def test_f8_goes_through_the_conflicts(page: SchedulePage) -> None:
    assert page.plan is not None
    seen = set()
    for _ in page.plan.findings:
        key(page, Qt.Key.Key_F8)
        seen.add(page.chosen)
        assert page.plan.against(page.chosen)
    assert len(seen) > 3


def test_a_conflict_is_accepted_for_a_reason_and_taken_back(
    page: SchedulePage, shell: FakeShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_text", lambda *_rest: "The courier brings it over")
    page.choose(event(page, "Tomiris", 1).id)
    assert shell.conflicts == 3
    page.inspector.conflicts.cards[0].accepted.emit()
    assert shell.conflicts == 2
    assert page.plan is not None
    [accepted] = page.plan.accepted
    page.edits.reconsider(page.plan, accepted)
    assert shell.conflicts == 3


def test_the_list_is_the_twin_of_the_board(page: SchedulePage) -> None:
    QAbstractItemModelTester(page.lines.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    poet = event(page, "Poet", 2)
    page.show_view("list")
    page.choose(poet.id)
    assert page.lines.screening() == poet.id
    lines = page.lines.lines
    row = lines.row_of(poet.id)
    assert lines.setData(lines.index(row, Column.START), 17 * 60)
    assert now(page, poet).starts.hour == 17
    assert lines.setData(lines.index(lines.row_of(poet.id), Column.STATUS), "tentative")
    assert now(page, poet).status is ScreeningStatus.TENTATIVE
    QTest.keyClick(page.lines, Qt.Key.Key_Down)
    assert page.chosen == page.lines.screening() != poet.id
    QTest.keyClick(page.lines, Qt.Key.Key_C)
    assert page.plan is not None
    assert page.plan.cards[page.chosen].status is ScreeningStatus.CONFIRMED


def test_the_inspector_changes_the_event(page: SchedulePage) -> None:
    poet = event(page, "Poet", 2)
    page.choose(poet.id)
    inspector = page.inspector
    inspector.details.status.setCurrentIndex(0)
    inspector.details.status.activated.emit(0)
    assert now(page, poet).status is ScreeningStatus.TENTATIVE
    inspector.note.setPlainText("Ask the booth")
    inspector.note.commit()
    assert now(page, poet).note == "Ask the booth"
    inspector.details.time.setTime(inspector.details.time.time().addSecs(600))
    inspector.details.time.editingFinished.emit()
    assert now(page, poet).starts.minute == 40
    inspector.details.hall.setCurrentIndex(1)
    inspector.details.hall.activated.emit(1)
    assert page.plan is not None
    assert page.plan.hall_name(now(page, poet).hall) == "Hall 2"
    inspector.details.tails[PartKind.INTRO].setValue(15)
    inspector.details.tails[PartKind.INTRO].editingFinished.emit()
    assert [part.minutes for part in now(page, poet).parts if part.kind is PartKind.INTRO] == [15]
    assert now(page, poet).starts.minute == 40


def test_an_undo_is_not_taken_back_by_the_field_that_showed_the_old_start(
    page: SchedulePage, workspace: Workspace
) -> None:
    poet = event(page, "Poet", 2)
    page.choose(poet.id)
    key(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    page.inspector.details.time.setFocus()
    workspace.undo_stack.undo()
    page.view.setFocus()
    page.inspector.details.time.editingFinished.emit()
    assert now(page, poet).starts == poet.starts


def test_a_programme_is_founded_with_a_new_hall_and_waits_for_titles(
    page: SchedulePage, monkeypatch: pytest.MonkeyPatch, shell: FakeShell
) -> None:
    def filled(dialog: ProgrammeDialog) -> bool:
        dialog.accept()
        assert not dialog.trouble.isHidden()
        dialog.names.fields["kk"].setText("Қысқы күндер")
        line = dialog.halls.add_line()
        line.name.setText("Big hall")
        dialog.accept()
        return dialog.result() == ProgrammeDialog.DialogCode.Accepted

    monkeypatch.setattr(dialogs, "show", filled)
    page.asking.new_programme()
    assert page.plan is not None
    assert page.plan.schedule.programme.names.kk == "Қысқы күндер"
    assert [page.plan.hall_name(hall) for hall in page.plan.halls] == ["Big hall"]
    assert not page.tray.empty.isHidden()
    assert shell.toasts[-1] == "“Қысқы күндер” is ready"


def test_a_programme_is_corrected_but_keeps_halls_with_screenings(
    page: SchedulePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def renamed(dialog: ProgrammeDialog) -> bool:
        dialog.names.fields["en"].setText("Film Days")
        dialog.last.setDate(dialog.last.date().addDays(1))
        return True

    monkeypatch.setattr(dialogs, "show", renamed)
    page.asking.edit_programme()
    assert page.plan is not None
    assert page.plan.schedule.programme.names.en == "Film Days"
    assert len(page.plan.days) == 5
    assert len(page.plan.halls) == 3


def test_a_talk_is_added_and_corrected(page: SchedulePage, monkeypatch: pytest.MonkeyPatch) -> None:
    def named(text: str) -> Callable[[EventDialog], bool]:
        def filled(dialog: EventDialog) -> bool:
            dialog.names.fields["en"].setText(text)
            return True

        return filled

    monkeypatch.setattr(dialogs, "show", named("Meet the jury"))
    page.asking.add_event()
    talk = event(page, "Meet the jury", 0)
    assert page.chosen == talk.id
    monkeypatch.setattr(dialogs, "show", named("Meet the young jury"))
    page.asking.edit_event()
    assert now(page, talk).title == "Meet the young jury"
    assert now(page, talk).starts == talk.starts


def test_the_language_changes_and_everything_stays_in_place(page: SchedulePage) -> None:
    tomiris = event(page, "Tomiris", 1)
    page.view.scale_by(2.0)
    page.choose(tomiris.id)
    page.inspector.note.setFocus()
    page.inspector.note.insertPlainText("half a")
    page.view.verticalScrollBar().setValue(60)
    across = page.view.horizontalScrollBar().value()
    speak("ru")
    QApplication.processEvents()
    assert page.inspector.details.title.text() == "Томирис"
    assert page.chosen == tomiris.id
    assert page.inspector.note.toPlainText() == "half a"
    assert page.view.verticalScrollBar().value() == 60
    assert page.view.horizontalScrollBar().value() == across
    page.inspector.note.setPlainText("")


def test_every_word_is_translated_again(page: SchedulePage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.choose(event(page, "Tomiris", 1).id)
    monkeypatch.setattr(words, "catalogue", Pseudo)
    speak("en")
    QApplication.processEvents()
    names = [name.text() for name in page.inspector.details._names.values()]
    said = [
        page.toolbar.title.text(), page.toolbar.views.segment("week").text(), page.tray.title.text(),
        page.tray.drop._text, page.inspector.conflicts.title.text(), *names,
    ]  # fmt: skip
    assert [text for text in said if not text.startswith("⟦")] == []


def test_every_block_is_a_child_with_its_sentence_for_screen_readers(page: SchedulePage) -> None:
    board = QAccessible.queryAccessibleInterface(page.view)
    assert page.plan is not None
    lines = [board.child(n) for n in range(board.childCount())]
    assert lines[0].text(QAccessible.Text.Name) == "Thursday 15 October 2026, Hall 1, 320 seats, 3 screenings"
    blocks = [line.child(n) for line in lines for n in range(line.childCount())]
    assert len(blocks) == len(page.plan.cards)
    assert blocks[0].parent() is lines[0]
    names = [block.text(QAccessible.Text.Name) for block in blocks]
    begins = "Tomiris, Friday 16 October, 18:00 to 20:35, Hall 1, confirmed, Kazakh (original), subtitles: "
    [said] = [name for name in names if name.startswith(begins)]
    assert "conflict: One copy, two halls" in said


def test_without_a_programme_the_page_offers_to_make_one(
    page: SchedulePage, workspace: Workspace, qtbot: QtBot
) -> None:
    assert Command.REPAIR in page.commands()
    for row in page.programmes:
        if row.id != 1:
            workspace.edit(phrase("Delete"), programmes.delete, row.id)
    workspace.edit(phrase("Delete"), programmes.delete, 1)
    qtbot.waitUntil(page.nothing.isVisible)
    assert list(page.commands()) == [Command.NEW]
    workspace.undo_stack.undo()
    assert not page.nothing.isVisible()
    assert page.plan is not None
