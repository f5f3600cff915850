"""The slates page by real keys and a real pointer: titles go in, move, are judged, compared and taken out."""

from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.kinds import SlateState
from app.store.schedule import schedule
from app.store.slate_rows import EntryRow
from app.ui import dialogs
from app.ui.language import speak
from app.ui.page import Command
from app.ui.slates.add_dialog import AddTitles
from app.ui.slates.page import SlatesPage
from app.ui.slates.table_model import Cell
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField
from app.ui.workspace import Workspace
from tests.store.rows import records
from tests.ui.shells import FakeShell
from tests.ui.slates.conftest import SIXTY, Hand

NONE = Qt.KeyboardModifier.NoModifier
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LONG, SHORT, INVITED = SlateState.LONGLIST, SlateState.SHORTLIST, SlateState.INVITED
CONFIRMED, RESERVE, DECLINED = SlateState.CONFIRMED, SlateState.RESERVE, SlateState.DECLINED


def key(page: SlatesPage, code: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus would be on the board."""
    QTest.keyClick(page.board.cards, code, held)
    QApplication.processEvents()


def column(page: SlatesPage, state: SlateState) -> list[int]:
    assert page.desk is not None
    return [entry.id for entry in page.desk.columns[state]]


def titles(page: SlatesPage, state: SlateState) -> list[str]:
    assert page.desk is not None
    return [entry.title for entry in page.desk.columns[state]]


@pytest.fixture
def reasons(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is answered when somebody asks why; an empty answer keeps things as they are."""
    answers = ["No subtitles in time"]
    monkeypatch.setattr(dialogs, "ask_text", lambda *_asked: answers[0] or None)
    return answers


def by_keys(dialog: AddTitles) -> bool:
    """Choose all titles with keys alone."""
    dialog.show()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_A, CTRL)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    return dialog.result() == AddTitles.DialogCode.Accepted


def by_pointer(dialog: AddTitles) -> bool:
    """Choose all titles with the pointer: the first, and with Shift the last."""
    dialog.show()
    last = dialog.model.index(dialog.model.rowCount() - 1)
    for index, held in ((dialog.model.index(0), NONE), (last, SHIFT)):
        dialog.list.scrollTo(index)
        spot = dialog.list.visualRect(index).center()
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, held, spot)
    QTest.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    return dialog.result() == AddTitles.DialogCode.Accepted


@pytest.mark.parametrize("library", ["sixty"], indirect=True)
def test_a_slate_of_sixty_titles_is_built_by_keys_alone(page: SlatesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "show", by_keys)
    page.commands()[Command.NEW]()
    assert len(column(page, LONG)) == SIXTY
    key(page, Qt.Key.Key_Home)
    for _time in range(3):  # longlist, shortlist, invited, confirmed
        key(page, Qt.Key.Key_Right, ALT)
    assert titles(page, CONFIRMED) == ["Film 00"]
    page.board.choose([column(page, LONG)[0]], focus=True)
    key(page, Qt.Key.Key_A, CTRL)
    assert len(page.chosen) == SIXTY - 1
    key(page, Qt.Key.Key_C)
    assert titles(page, CONFIRMED) == [f"Film {number:02}" for number in range(SIXTY)]


@pytest.mark.parametrize("library", ["sixty"], indirect=True)
def test_a_slate_of_sixty_titles_is_built_by_pointer_alone(
    page: SlatesPage, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "show", by_pointer)
    QTest.mouseClick(page.rooms.empty, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.toolbar.add, Qt.MouseButton.LeftButton)
    assert len(column(page, LONG)) == SIXTY
    hand.click(LONG, 0)
    hand.drag(LONG, 0, CONFIRMED)
    assert titles(page, CONFIRMED) == ["Film 00"]
    cards = page.board.columns[LONG].cards
    hand.click(LONG, 0)
    cards.scrollToBottom()
    hand.click(LONG, SIXTY - 2, SHIFT)
    assert len(page.chosen) == SIXTY - 1
    hand.drag(LONG, SIXTY - 2, CONFIRMED, 400)
    assert len(column(page, CONFIRMED)) == SIXTY


def test_moves_are_one_step_each_and_undone_to_the_same_rows(page: SlatesPage, workspace: Workspace) -> None:
    before = records(workspace.store)
    page.choose(column(page, LONG)[:2], focus=True)
    key(page, Qt.Key.Key_R)
    assert len(column(page, RESERVE)) == 4
    assert page.desk is not None
    assert [entry.rank for entry in page.desk.columns[RESERVE]] == [1, 2, 3, 4]
    assert workspace.undo_stack.count() == 1
    workspace.undo_stack.undo()
    assert records(workspace.store) == before


def test_declining_asks_why_and_without_an_answer_nothing_happens(page: SlatesPage, reasons: list[str]) -> None:
    first = column(page, SHORT)[0]
    page.choose([first], focus=True)
    reasons[0] = ""
    key(page, Qt.Key.Key_D)
    assert first in column(page, SHORT)
    reasons[0] = "Rights are with others"
    key(page, Qt.Key.Key_D)
    assert page.desk is not None
    entry = page.desk.entry(first)
    assert entry is not None
    assert (entry.state, entry.reason) == (DECLINED, "Rights are with others")


def test_a_card_is_lifted_carried_and_put_down_or_put_back(page: SlatesPage) -> None:
    first = column(page, LONG)[0]
    page.choose([first], focus=True)
    key(page, Qt.Key.Key_Space)
    assert page.carrying.busy
    key(page, Qt.Key.Key_Right)
    key(page, Qt.Key.Key_Escape)
    assert column(page, LONG)[0] == first
    key(page, Qt.Key.Key_Space)
    key(page, Qt.Key.Key_Right)
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Return)
    assert column(page, SHORT)[1] == first
    assert page.chosen == [first]


def test_alt_arrows_move_within_a_column(page: SlatesPage) -> None:
    a, b, c = column(page, LONG)
    page.choose([a], focus=True)
    key(page, Qt.Key.Key_Down, ALT)
    assert column(page, LONG) == [b, a, c]
    key(page, Qt.Key.Key_Up, ALT)
    assert column(page, LONG) == [a, b, c]


def test_arrows_go_between_columns_and_one_column_is_chosen_at_a_time(page: SlatesPage, hand: Hand) -> None:
    page.choose([column(page, LONG)[1]], focus=True)
    key(page, Qt.Key.Key_Right)
    assert page.chosen == [column(page, SHORT)[1]]
    hand.click(INVITED, 0)
    assert page.chosen == [column(page, INVITED)[0]]


def test_looking_at_a_title_previews_its_effect(page: SlatesPage, shell: FakeShell) -> None:
    page.choose([column(page, INVITED)[0]])
    assert shell.status.endswith("Dawn of the Great Steppe selected: confirming adds 115 minutes to Panorama")
    row = next(row for row in page.rooms.strip.strands.rows if row.name == "Panorama")
    assert row.then is not None
    assert (row.now.confirmed + 1, row.now.total) == (row.then.confirmed, row.then.total)
    page.choose([])
    assert all(row.then is None for row in page.rooms.strip.strands.rows)


def placed(page: SlatesPage, workspace: Workspace, *, locked: bool) -> EntryRow:
    """A title with shows of which one is locked, or none."""
    assert page.desk is not None
    cards = workspace.read(schedule, 1, "en", page.desk.slate.programme.first_day).cards
    fast = {card.entry for card in cards if card.locked}
    return next(one for one in page.desk.columns[CONFIRMED] if one.placed and (one.id in fast) == locked)


def test_confirmed_titles_leave_the_schedule_with_their_shows_and_it_is_told(
    page: SlatesPage, workspace: Workspace, shell: FakeShell
) -> None:
    before, entry = records(workspace.store), placed(page, workspace, locked=False)
    page.choose([entry.id], focus=True)
    key(page, Qt.Key.Key_R)
    assert entry.id in column(page, RESERVE)
    assert "taken off the schedule" in shell.toasts[-1]
    workspace.undo_stack.undo()
    assert records(workspace.store) == before


def test_a_locked_show_keeps_its_title_confirmed(page: SlatesPage, workspace: Workspace) -> None:
    entry = placed(page, workspace, locked=True)
    page.choose([entry.id], focus=True)
    key(page, Qt.Key.Key_R)
    assert entry.id in column(page, CONFIRMED)


def test_an_opinion_is_given_and_changed_another_persons_not_without_asking(
    page: SlatesPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(dialogs, "ask", lambda *_asked: answers.pop(0))
    first = column(page, LONG)[2]
    page.choose([first], focus=True)
    key(page, Qt.Key.Key_O)
    panel = page.inspector.opinions
    for points in (4, 9, 7):
        panel.author.setText("Dana")
        panel.points.show_value(points)
        panel.note.setPlainText("Slow but true")
        panel.give.click()
    assert page.desk is not None
    assert [(one.author, one.points) for one in page.desk.slate.opinions[first]] == [("Dana", 7)]
    assert answers == []
    assert page.desk.slate.by_id[first].points == 7.0
    assert workspace.undo_stack.count() == 2


def test_facts_are_corrected_in_the_details(page: SlatesPage) -> None:
    first = column(page, LONG)[0]
    page.choose([first], focus=True)
    key(page, Qt.Key.Key_F2)
    note: Any = page.inspector.form.entries["note"].part
    note.setPlainText("Ask again in May")
    note.commit()
    shows: Any = page.inspector.form.entries["showings"].part
    shows.setText("0")
    shows.editingFinished.emit()
    assert shows.problem is not None
    shows.setText("3")
    shows.editingFinished.emit()
    assert page.desk is not None
    entry = page.desk.slate.by_id[first]
    assert (entry.note, entry.showings) == ("Ask again in May", 3)


def test_titles_are_taken_out_and_come_back(page: SlatesPage, workspace: Workspace, shell: FakeShell) -> None:
    before = records(workspace.store)
    page.choose(column(page, RESERVE), focus=True)
    page.commands()[Command.REMOVE]()
    assert column(page, RESERVE) == []
    assert shell.toasts[-1] == "2 titles removed from the slate"
    workspace.undo_stack.undo()
    assert records(workspace.store) == before


def test_the_table_shows_the_same_titles_and_changes_them_in_place(page: SlatesPage, qtmodeltester: Any) -> None:
    page.choose([column(page, SHORT)[0]])
    page.show_view("table")
    assert page.table.chosen == page.chosen
    model: QAbstractItemModel = page.table.lines
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = page.table.lines.row_of(page.chosen[0])
    assert model.setData(model.index(row, Cell.SHOWS), 5)
    assert page.desk is not None
    assert page.desk.slate.by_id[page.chosen[0]].showings == 5
    page.table.sortByColumn(Cell.TITLE, Qt.SortOrder.AscendingOrder)
    shown = [entry.title for entry in page.table.lines.entries]
    assert shown[0] == "Boonie Bears"
    del qtmodeltester


def test_two_candidates_stand_side_by_side(page: SlatesPage) -> None:
    page.choose([column(page, LONG)[0], column(page, SHORT)[0]])
    page.deeds.compare()
    assert page.rooms.shown is page.rooms.compare
    assert not any(line.text().startswith("Rights:") for line in page.rooms.compare.findChildren(SafeLabel))
    page.rooms.compare.confirm[1].click()
    assert "Mariam" in titles(page, CONFIRMED)


def test_a_filter_hides_cards_and_leaves_their_places(page: SlatesPage) -> None:
    page.toolbar.field.setText("mari")
    shown = [entry.title for state in page.board.columns for entry in page.board.columns[state].cards.rows.entries]
    assert shown == ["Mariam"]
    page.toolbar.field.clear()
    assert page.board.columns[LONG].cards.rows.rowCount() == 3


@pytest.mark.parametrize("language", ["kk", "zh", "ru", "en"])
def test_every_language_has_its_cards_and_names(page: SlatesPage, language: str) -> None:
    speak(language)
    QApplication.processEvents()
    assert page.desk is not None
    assert page.desk.language == language
    cards = page.board.columns[RESERVE].cards
    said = cards.rows.data(cards.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert cards.rows.entries[0].title in said


def test_the_strip_folds_in_low_windows(page: SlatesPage) -> None:
    page.resize(1360, 700)
    QApplication.processEvents()
    assert page.rooms.strip.height() == 44
    page.resize(1360, 800)
    QApplication.processEvents()
    assert page.rooms.strip.height() == 136


def test_everything_has_a_name_for_those_who_listen(page: SlatesPage) -> None:
    page.choose([column(page, LONG)[0]])
    page.show_details()
    nameless = [
        part for part in page.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.metaObject().className() in
        ("IconButton", "Choice", "Field", "ReadField", "CardList") and not part.accessibleName()
    ]  # fmt: skip
    assert nameless == []


def test_half_an_opinion_waits_with_its_title_and_for_the_next_start(page: SlatesPage) -> None:
    first, second = column(page, LONG)[:2]
    page.choose([first], focus=True)
    key(page, Qt.Key.Key_O)
    panel = page.inspector.opinions
    panel.note.setFocus()
    QTest.keyClicks(panel.note, "Half a sen")
    page.choose([second], focus=True)
    assert panel.note.toPlainText() == ""
    page.choose([], focus=True)
    page.inspector.opinions.note.clear()
    page.go(drafts=True)  # what the next start does
    assert page.chosen == [first]
    assert panel.note.toPlainText() == "Half a sen"
    assert panel.half.isVisible()
    panel.give.click()
    assert page.edits.unsaved.first() is None
    assert page.desk is not None
    assert page.desk.slate.opinions[first][-1].note == "Half a sen"


def test_columns_fold_where_there_is_no_room_and_open_for_the_keys(page: SlatesPage) -> None:
    page.resize(1060, 700)
    declined, reserve = page.board.columns[SlateState.DECLINED], page.board.columns[SlateState.RESERVE]
    assert declined.folded
    assert not page.board.columns[LONG].folded
    reserve.fold_button.click()
    taken = column(page, LONG)[0]
    page.choose([taken], focus=True)
    spot = reserve.mapToGlobal(reserve.rect().center())
    assert page.board.target(spot) == (reserve, len(column(page, SlateState.RESERVE)))
    page.deeds.put(SlateState.RESERVE)
    assert not reserve.folded
    assert reserve.cards.hasFocus()
    reserve.fold_button.click()
    assert reserve.folded
    assert "3" in reserve.rail.accessibleName()


def test_two_titles_of_different_columns_are_compared_by_keys_alone(page: SlatesPage) -> None:
    page.choose([column(page, LONG)[0]], focus=True)
    key(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.chosen) == 2
    key(page, Qt.Key.Key_V)
    assert page.rooms.comparing
    QTest.keyClick(page.rooms.compare, Qt.Key.Key_Escape)
    assert page.on_board
    assert page.board.cards.hasFocus()


def test_the_table_changes_all_chosen_titles_at_once_and_keeps_its_columns(page: SlatesPage) -> None:
    page.show_view("table")
    table = page.table
    wanted = column(page, LONG)
    page.choose(wanted)
    index = table.lines.index(table.lines.row_of(wanted[0]), Cell.SHOWS)
    table.setCurrentIndex(index)
    page.choose(wanted)
    before = page.workspace.undo_stack.count()
    table.edit(index)
    editor = table.findChild(NumberField)
    editor.setValue(3)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert page.desk is not None
    assert [page.desk.slate.by_id[entry].showings for entry in wanted] == [3, 3, 3]
    assert page.workspace.undo_stack.count() == before + 1
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.sortByColumn(Cell.RANK, order)
        assert table.lines.entries[0].rank is not None
    year = next(action for action in table.heads.menu().actions() if action.text() == "Year")
    year.trigger()
    assert table.isColumnHidden(Cell.YEAR)
    assert SlatesPage(page.workspace, page.shell).table.isColumnHidden(Cell.YEAR)


def test_resting_on_a_card_previews_it_and_leaving_goes_back(page: SlatesPage, shell: FakeShell) -> None:
    page.choose([])
    before = shell.status
    shown = page.rooms.strip.minutes.accessibleDescription()
    page.resting.show(column(page, LONG)[0])
    assert "confirming adds" in shell.status
    assert page.rooms.strip.minutes.accessibleDescription() != shown
    page.resting.show(0)
    assert shell.status == before
    assert page.rooms.strip.minutes.accessibleDescription() == shown
