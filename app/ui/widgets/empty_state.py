"""What a page shows while it has nothing: drawn shapes, one sentence, what to do first."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.draw import rounded
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.safe import SafeLabel

_WIDE, _TALL, _STEP = 58, 88, 68


class EmptyPosters(QWidget):
    """Three posters that are not there yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(2 * _STEP + _WIDE, _TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme().color("line2"), 1.4, Qt.PenStyle.CustomDashLine)
        edge.setDashPattern([2.4, 2.6])
        edge.setCapStyle(Qt.PenCapStyle.FlatCap)
        for index, sun in enumerate((17, 41, 27)):
            frame = QRectF(index * _STEP, 0, _WIDE, _TALL)
            rounded(painter, frame, 4, None, edge)
            middle = index == 1
            painter.setPen(QPen(theme().color("amberFill" if middle else "line2"), 1.5))
            painter.drawEllipse(QPointF(frame.left() + sun, 25), 7, 7)
            painter.setPen(QPen(theme().color("line2"), 1.3))
            painter.drawPath(_ridge(frame.left(), peaks=middle, rising=index == 2))  # noqa: PLR2004 - the third


def _ridge(left: float, *, peaks: bool, rising: bool) -> QPainterPath:
    path = QPainterPath(QPointF(left + 1, 64 if peaks else 59))
    if peaks:
        for x, y in ((20, 43), (31, 57), (44, 43), (57, 62)):
            path.lineTo(left + x, y)
    else:
        swing = 5 if rising else -5
        path.cubicTo(QPointF(left + 20, 59 + swing), QPointF(left + 36, 57 - swing * 1.6), QPointF(left + 57, 58))
    return path


class EmptyState(QWidget):
    """One sentence, one primary deed, one secondary, a shortcut. Signals `primary` and `secondary`."""

    primary = Signal()
    secondary = Signal()

    def __init__(self, parent: QWidget | None = None, *, picture: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = SafeLabel(role="title")
        self._sentence = SafeLabel(tone="text2", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._first = Button(kind=Kind.PRIMARY)
        self._first.clicked.connect(self.primary)
        self.setFocusProxy(self._first)
        self._second = Button()
        self._second.clicked.connect(self.secondary)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(8)
        self._hint = SafeLabel(tone="text2")
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture or EmptyPosters(), 0, centre)
        column.addSpacing(18)
        column.addWidget(self._title, 0, centre)
        column.addSpacing(8)
        # A label that wraps tells its height only where no alignment squeezes it.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(16)
        column.addLayout(self._buttons())
        column.addSpacing(16)
        column.addLayout(self._keys)
        column.addStretch(1)
        self._keys.addStretch(1)
        self._keys.addWidget(self._hint)
        self._keys.addStretch(1)
        self._hint.hide()
        self._sentence.setFixedWidth(theme().px(440))

    def tell(self, title: str, sentence: str, first: str = "", second: str = "") -> None:
        """The words of all parts; a button without words is left out."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        for button, words in ((self._first, first), (self._second, second)):
            button.setText(words)
            button.setVisible(bool(words))

    def set_icons(self, first: str = "", second: str = "") -> None:
        """Icons of the two buttons."""
        self._first.set_icon_name(first)
        self._second.set_icon_name(second)

    def set_hint(self, keys: str, words: str) -> None:
        """A shortcut and what else one may do: (Ctrl N) or drop a file here."""
        while self._keys.count() > 3:  # noqa: PLR2004 - stretch, words, stretch
            item = self._keys.takeAt(1)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        if keys:
            self._keys.insertWidget(1, KeyHint(keys))
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._first)
        row.addWidget(self._second)
        row.addStretch(1)
        return row
