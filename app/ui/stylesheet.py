"""The style sheet of the plain Qt widgets, built from the tokens; the kit's own widgets paint themselves."""

from collections.abc import Callable, Mapping
from string import Template


def style_sheet(tokens: Mapping[str, str], px: Callable[[float], int]) -> str:
    """The whole sheet for one scheme; `px` scales heights with the text size."""
    heights = {
        "h_control": px(30) - 2,  # with edges of one pixel
        "h_focused": px(30) - 4,  # with edges of two
        "h_menu": px(29) - 4,
        "h_head": px(27),
        "h_row": px(28),
    }
    sheet = Template(_GROUND + _FIELDS + _SPINNERS + _MENUS + _VIEWS + _CALENDAR + _BARS + _TABS)
    return sheet.substitute(tokens, **{name: f"{value}px" for name, value in heights.items()})


_GROUND = """
* { outline: none; }
QToolTip { background: $text; color: $surface; border: none; padding: 5px 8px; }
QSplitter::handle { background: $line; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: $line; background: $line; border: none; }
QScrollArea, QAbstractScrollArea { border: none; }
QScrollArea, QScrollArea > QWidget, QScrollArea > QWidget > QWidget { background: transparent; }
QStatusBar { background: $chrome; color: $text2; }
QStatusBar::item { border: none; }
QDialog { background: $raised; }
QGroupBox { border: none; margin-top: 22px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding: 0; color: $text3; }
"""

_FIELDS = """
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 6px;
  selection-background-color: $accentTint2; selection-color: $text;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: $h_control; padding: 0 9px; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid $focus; padding: 0 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 3px 5px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus,
QLineEdit[state="error"], QLineEdit[state="warning"] { min-height: $h_focused; }
QLineEdit[state="warning"] { border: 2px solid $amberFill; padding: 0 8px; }
QLineEdit[state="error"] { border: 2px solid $redFill; padding: 0 8px; }
QPlainTextEdit[state="warning"] { border: 2px solid $amberFill; padding: 3px 5px; }
QPlainTextEdit[state="error"] { border: 2px solid $redFill; padding: 3px 5px; }
QLineEdit:disabled, QLineEdit:read-only, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  background: $panel; color: $text3; border-color: $line2;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; background: transparent; padding: 0; min-height: 0; }
QLineEdit[quiet="true"] {
  border: 1px solid transparent; background: transparent; color: $text3; min-height: 0; padding: 0 2px;
}
QLineEdit[quiet="true"]:hover { border-color: $line2; background: $surface; color: $text; }
QLineEdit[quiet="true"]:focus { border: 1px solid $focus; background: $surface; color: $text; }
QAbstractItemView QLineEdit { border: 2px solid $focus; border-radius: 4px; min-height: 0; padding: 0 4px; }
"""

_SPINNERS = """
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 20px; border: none; background: transparent; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; background: transparent; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; width: 0; height: 0; }
"""

_MENUS = """
QMenuBar { background: transparent; color: $text2; spacing: 0; }
QMenuBar::item { padding: 4px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenuBar::item:pressed { background: $sunken; color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 2px 14px 2px 34px; min-height: $h_menu; border-radius: 4px; }
QMenu::item:selected { background: $accentTint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { left: 9px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
"""

_VIEWS = """
QAbstractItemView {
  background: $surface; color: $text; alternate-background-color: $panel;
  selection-background-color: $accentTint; selection-color: $text;
}
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $accentTint; color: $text; }
QAbstractItemView::item:selected:!active { background: $sunken; }
QListView[floating="true"] { background: $raised; border: 1px solid $line2; border-radius: 6px; padding: 4px; }
QListView[floating="true"]::item { min-height: $h_row; padding: 0 8px; border-radius: 4px; }
QTableView { gridline-color: $line; }
QTableView::item { padding: 0 8px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $text2; border: none; border-bottom: 1px solid $line;
  padding: 0 8px; min-height: $h_head;
}
QHeaderView::section:hover { background: $hover; }
QTableCornerButton::section { background: $surface; border: none; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line2; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: $h_row; padding: 0 8px; border-radius: 4px; }
"""

_CALENDAR = """
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; border-bottom: 1px solid $line; }
QCalendarWidget QToolButton {
  background: transparent; color: $text; border: none; border-radius: 6px; padding: 4px 8px; font-weight: 600;
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView {
  background: $raised; color: $text; selection-background-color: $accent; selection-color: $onAccent; border: none;
}
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }
QCalendarWidget QSpinBox { min-height: 22px; padding: 0 4px; }
"""

_BARS = """
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: $line2; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 2px 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px 2px 2px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_TABS = """
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $text2; padding: 6px 14px; border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
"""
