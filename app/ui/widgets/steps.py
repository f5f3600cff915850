"""A small row of steps of which the first so many are done: how far a piece of work has come."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import fitting, rounded, width_of

DOT, GAP = 11, 22


class Steps(QAbstractSlider):
    """Dots joined by a line, the word of the present step behind them. `picked` carries the step the user chose."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSingleStep(1)
        self.setPageStep(1)
        theme().themed.connect(self.updateGeometry)

    def set_words(self, words: Sequence[str]) -> None:
        """The steps in order."""
        self._words = tuple(words)
        self.setRange(0, max(len(words) - 1, 0))
        self._tell()
        self.updateGeometry()

    def show_step(self, place: int) -> None:
        """Show the step that is stored, without a signal."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setValue(place)
        self.blockSignals(False)  # noqa: FBT003 - as above
        self._tell()
        self.update()

    def word(self) -> str:
        """The word of the present step."""
        return self._words[self.value()] if self._words else ""

    def sizeHint(self) -> QSize:
        words = max((width_of(theme().font("body"), word) for word in self._words), default=0)
        return QSize(self._dots() + theme().px(10) + words + theme().px(8), theme().px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, px, middle = theme(), theme().px, self.height() / 2
        if self.hasFocus():
            rounded(painter, self.rect().toRectF().adjusted(1, 1, -1, -1), 6, None, QPen(colours.color("focus"), 2))
        for place in range(len(self._words)):
            done = place <= self.value()
            if place:
                painter.setPen(QPen(colours.color("accent" if done else "line2"), 2))
                painter.drawLine(QPointF(self._x(place - 1), middle), QPointF(self._x(place), middle))
        for place in range(len(self._words)):
            done = place <= self.value()
            painter.setPen(QPen(colours.color("accent" if done else "control"), 1.5))
            painter.setBrush(colours.color("accent" if done else "surface"))
            radius = px(DOT) / 2 if place == self.value() else px(DOT) / 2 - 1.5
            painter.drawEllipse(QPointF(self._x(place), middle), radius, radius)
        font = colours.font("body")
        room = QRect(self._dots() + px(10), 0, self.width() - self._dots() - px(12), self.height())
        painter.setFont(font)
        painter.setPen(colours.color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, self.word(), room.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        self._pick(self.value() + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        if x <= self._dots() + theme().px(6):
            self._pick(min(range(len(self._words)), key=lambda place: abs(self._x(place) - x)))

    def wheelEvent(self, event: object) -> None:
        """The wheel scrolls the page, not the steps."""
        event.ignore()  # type: ignore[attr-defined]

    def _pick(self, place: int) -> None:
        if 0 <= place < len(self._words) and place != self.value():
            self.show_step(place)
            self.picked.emit(place)

    def _tell(self) -> None:
        self.setToolTip(" → ".join(self._words))
        self.setAccessibleDescription(self.word())

    def _x(self, place: int) -> float:
        return theme().px(10) + place * theme().px(GAP)

    def _dots(self) -> int:
        return theme().px(10) * 2 + max(len(self._words) - 1, 0) * theme().px(GAP)
