"""The rail at the left of the window: one button per page."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import labels
from app.i18n.active import _, tr
from app.ui.icons import paint_icon
from app.ui.navigation import HOMES, PageSpec
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.draw import rounded

WIDE, TALL = 80, 54


class RailButton(QPushButton):
    """Icon over a label of at most two lines; the active one is a pill with a bar at the window's edge.

    The one that a page beside the rail belongs to is outlined only.
    """

    def __init__(self, spec: PageSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self._around = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDE) - 1, theme().px(TALL))

    @property
    def around(self) -> bool:
        """Whether a page that belongs to this one is shown."""
        return self._around

    def set_around(self, *, around: bool) -> None:
        """Show whether a page that belongs to this one is shown."""
        self._around = around
        self.update()

    def ring_rect(self) -> QRect:
        """The pill: the focus ring goes around it."""
        side = theme().px(4)
        return QRect(side, 0, self.width() - 2 * side, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        pill = QRectF(self.ring_rect())
        if self.isChecked():
            rounded(painter, pill, 8, colours.color("surface"), colours.color("line"))
            bar = QRectF(-3, (self.height() - px(26)) / 2, 6, px(26))
            rounded(painter, bar, 2, colours.color("accent"))
        elif self.underMouse() or self.isDown():
            rounded(painter, pill, 8, colours.color("sunken" if self.isDown() else "hover"))
        elif self._around:
            rounded(painter, pill, 8, None, colours.color("line"))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        colours, px = theme(), theme().px
        font = colours.font("label", weight=600 if self.isChecked() else 500)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        room = QRect(px(4), 0, self.width() - 2 * px(4), 2 * px(14))
        lines = QFontMetrics(font).boundingRect(room, flags, self.text()).height()
        words = min(lines, 2 * px(14))
        icon, gap = px(20), px(5) if words < px(20) else px(2)
        top = (self.height() - icon - gap - words) // 2
        tone = "accent" if self.isChecked() or self._around else "text2"
        paint_icon(painter, QRectF((self.width() - icon) // 2, top, icon, icon), self.spec.icon, tone)
        painter.setFont(font)
        painter.setPen(colours.color(tone))
        painter.drawText(room.translated(0, top + icon + gap), flags, self.text())


class Rail(Translated, QWidget):
    """All pages; `chosen` carries the key. Arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageSpec], foot: PageSpec | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 1, 7)
        column.setSpacing(2)
        for spec in pages:
            column.addWidget(self._add(spec))
        column.addStretch(1)
        if foot is not None:
            column.addWidget(self._add(foot))
        self._group.buttonClicked.connect(self._clicked)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """Name the pages."""
        self.setAccessibleName(_("Pages"))
        for key, button in self._buttons.items():
            button.setText(labels.page(tr(), key))
            button.setAccessibleName(labels.page(tr(), key))
            button.update()

    def set_current(self, key: str) -> None:
        """Show which page is open, or to which it belongs, without a signal."""
        for home, button in self._buttons.items():
            button.set_around(around=HOMES.get(key) == home)
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            return
        self._group.setExclusive(False)  # a page beside the rail: none of its buttons is the one
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def button(self, key: str) -> RailButton:
        """The button of one page."""
        return self._buttons[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("chrome"))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme().color("line"))

    def _add(self, spec: PageSpec) -> RailButton:
        button = RailButton(spec, self)
        self._buttons[spec.key] = button
        self._group.addButton(button)
        return button

    def _clicked(self, button: RailButton) -> None:
        self.chosen.emit(button.spec.key)

    def _measure(self) -> None:
        self.setFixedWidth(theme().px(WIDE))
