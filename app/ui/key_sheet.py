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

COLUMNS = 2


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
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(4, 1)
        grid.setRowStretch(rows, 1)
        self._area.setWidget(content)
