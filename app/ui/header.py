"""The head of the window: menus, search, undo and redo, conflicts, language."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.ui.icons import paint_icon
from app.ui.search_field import SearchBox
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton, PaintedButton
from app.ui.widgets.draw import rounded, width_of
from app.ui.widgets.language_switch import LanguageSwitch
from app.ui.widgets.lines import Line

TALL = 44


class ConflictCount(Translated, PaintedButton):
    """How many conflicts are open; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self.retranslate()

    def set_number(self, number: int) -> None:
        """How many there are."""
        self._number = number
        self.setVisible(number > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the number in words."""
        name = formats.heading(ngettext("{n} conflict to resolve", "{n} conflicts to resolve", self._number))
        self.setText(formats.number(language(), self._number))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(16 + 7 + 16) + width_of(theme().font("figure_strong"), self.text()), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        px = theme().px
        if self.underMouse():
            rounded(painter, QRectF(self.rect()), 6, theme().color("redTint"))
        size = px(15)
        paint_icon(painter, QRectF(px(8), (self.height() - size) // 2, size, size), "triangle-alert", "red")
        painter.setFont(theme().font("figure_strong"))
        painter.setPen(theme().color("red"))
        room = QRectF(px(30), 0, self.width() - px(30), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class Header(Translated, QWidget):
    """Stretches 1 : 0 : 1, so that the search stays in the middle."""

    language_chosen = Signal(str)

    def __init__(self, menus: QMenuBar, search: SearchBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        menus.setNativeMenuBar(False)
        self.undo = IconButton("undo-2", size=28)
        self.redo = IconButton("redo-2", size=28)
        self.conflicts = ConflictCount()
        self.languages = LanguageSwitch()
        self.languages.chosen.connect(self.language_chosen)
        self._line = _upright()
        left, right = QWidget(), QWidget()
        left_row = QHBoxLayout(left)
        left_row.setContentsMargins(8, 0, 8, 0)
        left_row.addWidget(menus)
        # No menu may vanish behind a chevron: where words are long the search gives up the exact middle.
        menus.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        right_row = QHBoxLayout(right)
        right_row.setContentsMargins(8, 0, 12, 0)
        right_row.setSpacing(6)
        right_row.addStretch(1)
        right_row.addWidget(self.undo)
        right_row.addWidget(self.redo)
        right_row.addSpacing(4)
        right_row.addWidget(self._line)
        right_row.addSpacing(2)
        right_row.addWidget(self.conflicts)
        self._second = _upright()
        right_row.addSpacing(2)
        right_row.addWidget(self._second)
        right_row.addSpacing(4)
        right_row.addWidget(self.languages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(search, 0)
        row.addWidget(right, 1)
        self._counted: dict[str, int] = {}
        self.set_conflicts(0)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """Name what has no words; undo and redo are named by the window, after their step."""
        self.languages.setAccessibleName(_("Language"))

    def set_conflicts(self, number: int, page: str = "") -> None:
        """Show how many conflicts are open, or nothing; `page` is the one that has counted them."""
        self._counted[page] = number
        self.conflicts.set_number(number)
        self._second.setVisible(number > 0)

    def turn_to(self, page: str) -> None:
        """Show what a page has counted before: one that is up to date does not count again."""
        if page in self._counted:
            self.set_conflicts(self._counted[page], page)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(TALL))


def _upright() -> Line:
    line = Line(upright=True, tone="line2")
    line.setFixedHeight(18)
    return line
