"""All keys of the program on one sheet, as the menus have them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n.active import _
from app.ui.search_list import plain_text
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.safe import SafeLabel
from app.ui.window_menus import WindowMenus
from app.words import N_

COLUMNS = 2

ON_THE_BOARD = (
    ("Space", N_("Pick up a show; Enter drops it")), ("Alt+Right", N_("Move a show at once")),
    ("Shift+Right", N_("Select one more show")), ("Ctrl+A", N_("Select the day, then everything")),
    ("Ctrl+Right", N_("Mark free space")), ("Ctrl+Shift+Right", N_("Mark more space")),
    ("Ctrl+X", N_("Cut shows")), ("Ctrl+C", N_("Copy shows")), ("Ctrl+V", N_("Paste shows")),
    ("T", N_("Mark as tentative")), ("C", N_("Mark as confirmed")), ("Shift+C", N_("Mark as cancelled")),
    ("K", N_("Lock or unlock")),
    ("X", N_("Swap two shows")), ("B", N_("Put a break over halls")),
    ("Shift+B", N_("Go to the next break")), ("+", N_("Make what follows the film longer")),
    ("-", N_("Make what follows the film shorter")), ("E", N_("Edit the parts of an event")),
    ("P", N_("Place a title in the first free slot")), ("W", N_("Look for places it could go")),
    ("Shift+W", N_("Explain why not here")), ("G", N_("Go through the proposal")),
    ("Ctrl+G", N_("Go to a day")), ("PgDown", N_("Next day, or next hall")),
    ("PgUp", N_("Previous day, or previous hall")),
    ("Home", N_("First show of the row")), ("End", N_("Last show of the row")),
    ("Alt+1", N_("All days")), ("Alt+2", N_("One day")), ("Alt+3", N_("One hall")), ("Alt+4", N_("The list")),
    ("Shift+F10", N_("Open the menu of the selection")),
    ("Return", N_("Open the title, or edit the event")), ("Esc", N_("Put back, or clear the selection")),
)  # fmt: skip
"""Keys of the schedule that stand in no menu of the window."""


class KeySheet(Translated, QDialog):
    """What each key does. It does not stop the work: it can stay open beside it."""

    def __init__(self, menus: WindowMenus, parent: QWidget) -> None:
        super().__init__(parent)
        self._menus = menus
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.resize(theme().px(720), theme().px(560))
        self.retranslate()

    def retranslate(self) -> None:
        """List the keys again."""
        self.setWindowTitle(_("Keys"))
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        keyed = [action for action in self._menus.all_actions() if not action.shortcut().isEmpty()]
        rows = -(-len(keyed) // COLUMNS)
        for place, action in enumerate(keyed):
            row, side = place % rows, place // rows * 3
            grid.addWidget(KeyHint(action.shortcut()), row, side, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(SafeLabel(plain_text(action)), row, side + 1)
        head = SafeLabel(_("On the schedule board"), role="section")
        grid.addWidget(head, rows, 0, 1, 2)
        half = -(-len(ON_THE_BOARD) // COLUMNS)
        for place, (keys, words) in enumerate(ON_THE_BOARD):
            row, side = rows + 1 + place % half, place // half * 3
            grid.addWidget(KeyHint(keys), row, side, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(SafeLabel(_(words)), row, side + 1)
        rows += half + 1
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(4, 1)
        grid.setRowStretch(rows, 1)
        self._area.setWidget(content)
