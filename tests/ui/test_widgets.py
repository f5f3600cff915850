"""The parts pages are made of: what they say, what they tell, what they never do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import Button, FilterPill, IconButton, Kind, LinkButton
from app.ui.widgets.chips import Chip, ChipKind, VersionChips, lay_out, spoken
from app.ui.widgets.conflict_card import ConflictCard, Fix
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.facet import FacetRow, FacetToggle
from app.ui.widgets.fields import Field, MarkedField, Note, SearchField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.language_switch import LanguageSwitch
from app.ui.widgets.menus import Menu, danger, give_icon
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.ornament import TILE, Ornament
from app.ui.widgets.progress import Progress
from app.ui.widgets.safe import NoRich, SafeLabel
from app.ui.widgets.section import FoldSection
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.spinners import DateField, NumberField, TimeField
from app.ui.widgets.tab_grid import TabGrid
from app.ui.widgets.toast import Toast
from app.ui.widgets.year_range import YearRange

EVIL = '<img src="//evil.example/share/x.png"> <b>bold</b>'


def test_a_label_shows_markup_as_it_is_written(qtbot) -> None:
    label = SafeLabel(EVIL)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() > label.fontMetrics().horizontalAdvance(EVIL) - 5


def test_labels_that_qt_makes_are_kept_plain_too(qtbot, qapp: QApplication) -> None:
    guard = NoRich()
    qapp.installEventFilter(guard)
    box = QMessageBox(QMessageBox.Icon.NoIcon, "x", EVIL)
    holder = QWidget()
    form = QFormLayout(holder)
    form.addRow(EVIL, QLineEdit())
    for widget in (box, holder):
        qtbot.addWidget(widget)
        widget.show()
    qapp.removeEventFilter(guard)
    labels = [label for widget in (box, holder) for label in widget.findChildren(QLabel)]
    assert [label.textFormat() for label in labels if EVIL in label.text()] == [Qt.TextFormat.PlainText] * 2


def test_a_paragraph_knows_its_height_for_any_width(qtbot) -> None:
    label = SafeLabel("One two three four five six seven eight nine ten eleven twelve", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(100) > label.heightForWidth(300) > 0
    assert SafeLabel("", wrap=True).heightForWidth(100) == 0


def test_a_label_shown_later_has_the_size_chosen_meanwhile(qtbot) -> None:
    label = SafeLabel("text", "small")
    qtbot.addWidget(label)
    theme().resize(1.3)
    label.show()
    assert label.font().pixelSize() == 16


def test_a_field_tells_each_change_once(qtbot) -> None:
    field = Field()
    qtbot.addWidget(field)
    told: list[str] = []
    field.committed.connect(told.append)
    field.show_value("Kelin")
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, " 2")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()
    assert told == [" 2Kelin"]  # a value is shown from its beginning


def test_escape_takes_typing_back(qtbot) -> None:
    field = Field()
    qtbot.addWidget(field)
    field.show_value("Kelin")
    field.show()
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Kelin"


def test_what_is_being_typed_is_not_overwritten(qtbot) -> None:
    field = Field()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "new")
    field.show_value("old")
    assert field.text() == "new"


def test_an_invalid_value_stays_and_says_why(qtbot) -> None:
    field = MarkedField()
    qtbot.addWidget(field)
    field.setText("Kомпозитор")
    field.set_state("error", "“K” is a Latin letter in a Cyrillic word.")
    field.mark(((0, 1),))
    field.show()
    field.grab()
    assert field.accessibleDescription().startswith("“K”")
    assert field.property("state") == "error"


def test_a_note_tells_its_change_when_it_is_left(qtbot) -> None:
    note = Note()
    qtbot.addWidget(note)
    note.show_value("a")
    with qtbot.waitSignal(note.committed) as told:
        note.setPlainText("a\nb")
        note.commit()
    assert told.args == ["a\nb"]


def test_the_wheel_scrolls_the_page_and_not_the_number(qtbot) -> None:
    for field in (NumberField(), TimeField(), DateField()):
        qtbot.addWidget(field)
        assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_minutes_go_in_steps_of_five(qtbot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.setCurrentSection(TimeField.Section.MinuteSection)
    field.stepBy(1)
    assert field.time().toString("HH:mm") == "00:05"


def test_a_search_field_is_cleared_by_its_cross_and_by_escape(qtbot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.set_words("Filter entries", "Clear")
    field.show()
    field.setText("to")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    field.setText("to")
    qtbot.mouseClick(field._clear, Qt.MouseButton.LeftButton)
    assert field.text() == ""


CHIPS = [
    Chip(ChipKind.ORIG, "ZH orig", "Chinese original"),
    Chip(ChipKind.DUB, "KK RU dub", "Kazakh and Russian dub"),
    Chip(ChipKind.SUB, "EN sub", "English subtitles"),
]


def test_chips_that_have_no_room_are_counted() -> None:
    assert [one.text for one in lay_out(CHIPS, 400)] == ["ZH orig", "KK RU dub", "EN sub"]
    assert lay_out(CHIPS, 400)[-1].rect.top() == 0
    assert [one.text for one in lay_out(CHIPS, 130, lines=1)] == ["ZH orig", "+2"]
    assert lay_out(CHIPS, 80, lines=2)[-1].chip is None
    assert lay_out([], 80) == []


def test_chips_are_read_in_full(qtbot) -> None:
    chips = VersionChips()
    qtbot.addWidget(chips)
    chips.set_chips(CHIPS)
    assert chips.accessibleName() == "Chinese original, Kazakh and Russian dub, English subtitles"
    assert spoken(CHIPS) == chips.toolTip()


def test_the_rest_of_the_chips_can_be_asked_for(qtbot) -> None:
    chips = VersionChips(lines=1)
    qtbot.addWidget(chips)
    chips.set_chips(CHIPS)
    chips.resize(130, 19)
    chips.show()
    spot = lay_out(CHIPS, 130, lines=1)[-1].rect.center()
    with qtbot.waitSignal(chips.more):
        qtbot.mouseClick(chips, Qt.MouseButton.LeftButton, pos=spot)


def test_one_segment_is_chosen_at_a_time(qtbot) -> None:
    switch = Segmented()
    qtbot.addWidget(switch)
    switch.set_options([("week", "Week"), ("day", "Day")])
    switch.set_current("week")
    switch.show()
    with qtbot.waitSignal(switch.chosen) as told:
        qtbot.mouseClick(switch.segment("day"), Qt.MouseButton.LeftButton)
    assert (told.args, switch.current()) == (["day"], "day")
    switch.set_options([("week", "Апта"), ("day", "Күн")])
    assert switch.current() == "day"


def test_the_language_switch_names_each_language_in_itself(qtbot) -> None:
    switch = LanguageSwitch()
    qtbot.addWidget(switch)
    assert [switch.segment(code).accessibleName() for code in ("kk", "zh", "ru", "en")] == [
        "Қазақша", "简体中文", "Русский", "English",
    ]  # fmt: skip


def test_tabs_are_all_visible_and_tell_their_key(qtbot) -> None:
    tabs = TabGrid(["a", "b", "c", "d", "e"])
    qtbot.addWidget(tabs)
    tabs.resize(372, 60)
    for key in "abcde":
        tabs.set_words(key, key.upper(), "4" if key == "c" else "")
    tabs.show()
    assert tabs.current() == "a"
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.mouseClick(tabs._cells["c"], Qt.MouseButton.LeftButton)
    assert told.args == ["c"]
    assert tabs._cells["c"].accessibleName() == "C, 4"


def test_a_facet_without_hits_stays_and_can_be_unchecked(qtbot) -> None:
    row = FacetRow()
    qtbot.addWidget(row)
    row.resize(200, 25)
    row.set_words("Series", 0)
    row.setChecked(True)
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(150, 12))
    assert not row.isChecked()
    assert row.accessibleName() == "Series, 0"


def test_years_can_be_dragged_typed_and_stepped(qtbot) -> None:
    years = YearRange()
    qtbot.addWidget(years)
    years.resize(190, 80)
    years.set_counts({1970: 1, 2000: 2, 2026: 3}, 1970, 2026)
    years.show()
    with qtbot.waitSignal(years.chosen):
        qtbot.mouseClick(years._chart, Qt.MouseButton.LeftButton, pos=QPoint(years._chart.width() // 2, 30))
    assert years.ends() == (1970, 1998)
    years._from.setText("1980")
    years._from.editingFinished.emit()
    assert years.ends()[0] == 1980
    qtbot.keyClick(years._chart, Qt.Key.Key_Up)  # over to the other handle
    qtbot.keyClick(years._chart, Qt.Key.Key_Right)
    assert years.ends() == (1981, 1998)


def test_years_without_titles_do_not_break(qtbot) -> None:
    years = YearRange()
    qtbot.addWidget(years)
    years.set_counts({}, 0, 0)
    years.show()
    years.grab()


def test_a_fold_shows_and_hides_its_part(qtbot) -> None:
    fold = FoldSection()
    qtbot.addWidget(fold)
    fold.set_title("Kind")
    fold.show()
    qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
    assert not fold.content.isVisible()
    fold.set_open(True)
    assert fold.content.isVisible()


def test_a_message_under_a_field_offers_its_repair(qtbot) -> None:
    message = InlineMessage()
    qtbot.addWidget(message)
    assert not message.isVisible()
    message.tell(Level.ERROR, "“K” is Latin.", "Replace")
    with qtbot.waitSignal(message.followed):
        qtbot.mouseClick(message._link, Qt.MouseButton.LeftButton)
    message.clear()
    assert not message.isVisible()


def test_a_conflict_offers_at_most_three_fixes_and_says_their_result(qtbot) -> None:
    card = ConflictCard()
    qtbot.addWidget(card)
    card.tell("One copy, two halls", "They overlap by 65 minutes.", accept="Accept as is…")
    card.set_fixes([Fix(f"Fix {n}", f"result {n}") for n in range(5)], "Apply")
    buttons = card.findChildren(Button)
    assert [button.accessibleName() for button in buttons] == ["Apply: Fix 0", "Apply: Fix 1", "Apply: Fix 2"]
    assert [button._kind for button in buttons] == [Kind.PRIMARY, Kind.DEFAULT, Kind.DEFAULT]
    with qtbot.waitSignal(card.applied) as told:
        buttons[1].click()
    assert told.args == [1]
    with qtbot.waitSignal(card.accepted):
        card._accept.click()


def test_a_toast_goes_after_a_while_and_a_new_one_takes_its_place(qtbot, monkeypatch) -> None:
    monkeypatch.setattr("app.ui.widgets.toast.STAYS", 40)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    toast = Toast(window)
    toast.tell("One")
    toast.tell("Two")
    assert toast.text() == "Two"
    assert toast.isVisible()
    assert abs(toast.geometry().center().x() - 450) <= 1
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_toast_offers_the_way_back(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    toast, done = Toast(window), []
    toast.tell("Dastur moved", link="Undo", keys="Ctrl Z")
    toast.offer(lambda: done.append(True))
    toast.grab()
    toast._link.click()
    assert (done, toast.isVisible()) == ([True], False)


def test_an_empty_page_says_what_to_do_first(qtbot) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.tell("No titles yet", "One name is enough to begin.", "Add title")
    empty.set_hint("Ctrl+N", "or drop a file here")
    empty.set_hint("Ctrl+N", "or drop a file here")
    empty.resize(600, 500)
    empty.show()
    with qtbot.waitSignal(empty.primary):
        empty._first.click()
    assert not empty._second.isVisible()


def test_progress_can_be_stopped_once(qtbot) -> None:
    progress = Progress()
    qtbot.addWidget(progress)
    progress.set_words("Reading titles.xlsx", "Stop", "nothing is saved yet")
    progress.set_share(0.6, "212 of 340")
    with qtbot.waitSignal(progress.stopped):
        progress._stop.click()
    assert not progress._stop.isEnabled()


def test_the_focus_ring_comes_for_keys_and_not_for_the_mouse(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = Button("One"), Button("Two")
    column.addWidget(first)
    column.addWidget(second)
    ring = FocusRing(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.geometry().contains(second.geometry())
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()


def test_items_flow_to_the_next_line(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=8, line_gap=6)
    for _ in range(3):
        button = Button("A button with words")
        flow.addWidget(button)
    one = button.sizeHint()
    assert flow.heightForWidth(3 * one.width() + 16) == one.height()
    assert flow.heightForWidth(one.width() + 4) == 3 * one.height() + 12


def test_the_ornament_is_made_of_whole_tiles(qtbot) -> None:
    band = Ornament()
    qtbot.addWidget(band)
    band.resize(400, 18)
    band.grab()
    assert band.minimumSizeHint() == TILE


@pytest.mark.parametrize(("keys", "shown"), [("Ctrl+K", "Ctrl K"), ("Ctrl+Return", "Ctrl Enter"), ("Ctrl++", "Ctrl +")])
def test_keys_are_written_without_a_plus(keys: str, shown: str) -> None:
    assert keys_shown(keys) == shown


def test_a_shortened_line_is_whole_in_its_tooltip(qtbot) -> None:
    label = ElidedLabel("Келинді күтіп отырған ауыл")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""


def test_buttons_never_shorten_their_words(qtbot) -> None:
    for button in (Button("Add title", "plus"), LinkButton("Clear all"), FilterPill(), FacetToggle("18+")):
        qtbot.addWidget(button)
        assert button.minimumSizeHint() == button.sizeHint()


@pytest.mark.parametrize("kind", Kind)
def test_buttons_paint_every_state(qtbot, kind: Kind) -> None:
    button = Button("&Print…", "printer", kind)
    qtbot.addWidget(button)
    menu = Menu(button)
    pictures = [button.grab().toImage()]
    button.setDown(True)
    pictures.append(button.grab().toImage())
    button.setDown(False)
    button.setEnabled(False)
    pictures.append(button.grab().toImage())
    button.setMenu(menu)
    pictures.append(button.grab().toImage())
    assert len({picture.constBits().tobytes() for picture in pictures}) == 4


def test_an_icon_alone_has_a_name(qtbot) -> None:
    button = IconButton("undo-2")
    qtbot.addWidget(button)
    button.set_name("Undo", "Ctrl Z")
    assert (button.accessibleName(), button.toolTip()) == ("Undo", "Undo (Ctrl Z)")


def test_a_menu_paints_what_destroys_in_red(qtbot) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    give_icon(menu.addAction("Duplicate"), "copy")
    plain = menu.grab().toImage()
    danger(menu.actions()[0])
    assert menu.grab().toImage() != plain


def test_chips_on_a_second_line_are_not_cut_away(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    chips = VersionChips()
    words = {ChipKind.ORIG: "ҚЫТ түпн.", ChipKind.DUB: "ҚАЗ дубл.", ChipKind.SUB: "ОРЫС субт."}
    chips.set_chips([Chip(kind, text) for kind, text in words.items()])
    column = QVBoxLayout(holder)
    column.addWidget(chips)
    column.addStretch(1)
    holder.resize(210, 200)
    holder.show()
    QApplication.processEvents()
    assert chips.height() >= chips.heightForWidth(chips.width()) > theme().px(30)


def test_no_line_ends_within_the_number_of_a_hall(qtbot) -> None:
    label = SafeLabel("«Қыз Жібек» туындысы: 1-зал, 19:30-да", wrap=True)
    qtbot.addWidget(label)
    for width in range(90, 260, 3):
        layout = label._broken(width)
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        said = [layout.text()[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines]
        assert not any(line.rstrip("\N{WORD JOINER}").endswith("-") for line in said), said
