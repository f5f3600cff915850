"""The languages of a document: which are printed, and in which order, for the first is the largest."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.active import _
from app.ui.accessible import announce
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.draw import rounded
from app.ui.widgets.language_switch import ENDONYMS
from app.ui.widgets.safe import SafeLabel

TALL, GAP, GRIP = 30, 6, 26


class LanguageRow(QWidget):
    """One language: a grip to drag, a box to tick, its own name."""

    toggled = Signal()
    moved = Signal(int)

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.language = language
        self.box = CheckBox(ENDONYMS[language])
        self.first = SafeLabel("", "small", "text3")
        self._grabbed: float | None = None
        self._row = row = QHBoxLayout(self)
        row.addWidget(self.box)
        row.addStretch()
        row.addWidget(self.first)
        theme().themed.connect(self._measure)
        self._measure()
        self.box.toggled.connect(self.toggled)
        self.box.installEventFilter(self)

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(GRIP + 6), 0, px(10), 0)
        self.setFixedHeight(px(TALL))

    def eventFilter(self, _watched: object, event: object) -> bool:
        """Alt with an arrow moves the language up or down."""
        if isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(way)
                return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the row by its grip."""
        if event.position().x() <= theme().px(GRIP + 6):
            self._grabbed = event.globalPosition().y()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Change places with a neighbour once dragged past its middle."""
        if self._grabbed is None:
            return
        away = event.globalPosition().y() - self._grabbed
        step = theme().px(TALL + GAP)
        if abs(away) > step / 2:
            way = 1 if away > 0 else -1
            self._grabbed += way * step
            self.moved.emit(way)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the row go."""
        self._grabbed = None
        self.unsetCursor()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box with a grip; dashed while the language is not printed."""
        px, colours = theme().px, theme()
        painter = QPainter(self)
        edge = QPen(colours.color("line2"))
        if not self.box.isChecked():
            edge.setStyle(Qt.PenStyle.DashLine)
        rounded(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, colours.color("surface"), edge)
        side = px(14)
        paint_icon(painter, QRectF(px(9), (self.height() - side) / 2, side, side), "grip-vertical", "text3")


class LanguageOrder(Translated, QWidget):
    """The four languages as rows. `changed` when ticks or order change; at least one stays ticked."""

    changed = Signal()

    def __init__(self, languages: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(GAP))
        order = [*languages, *(code for code in ENDONYMS if code not in languages)]
        self._rows = [LanguageRow(code, self) for code in order]
        for row in self._rows:
            row.box.setChecked(row.language in languages)
            row.toggled.connect(lambda row=row: self._toggled(row))
            row.moved.connect(lambda way, row=row: self._moved(row, way))
            column.addWidget(row)
        self.retranslate()

    def languages(self) -> tuple[str, ...]:
        """The ticked languages in order."""
        return tuple(row.language for row in self._rows if row.box.isChecked())

    def retranslate(self) -> None:
        """Say which language is the main one."""
        main = self.languages()[:1]
        for row in self._rows:
            row.first.setText(_("main") if (row.language,) == main else "")
            row.box.setToolTip(_("Alt with an arrow key, or the grip, changes the order."))
            row.update()

    def _toggled(self, row: LanguageRow) -> None:
        if not self.languages():
            row.box.setChecked(True)
            return
        self.retranslate()
        self.changed.emit()

    def _moved(self, row: LanguageRow, way: int) -> None:
        place = self._rows.index(row)
        target = place + way
        if not 0 <= target < len(self._rows):
            return
        before = self.languages()
        self._rows.insert(target, self._rows.pop(place))
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(row)
        column.insertWidget(target, row)
        self.retranslate()
        spoken = ", ".join(ENDONYMS[code] for code in self.languages())
        announce(self, spoken)
        if self.languages() != before:
            self.changed.emit()
