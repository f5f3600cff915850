"""How far long work has come, and the way to stop it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.draw import rounded
from app.ui.widgets.safe import SafeLabel


class Bar(QWidget):
    """A trough filled to a share between 0 and 1, with an optional mark on it."""

    def __init__(self, parent: QWidget | None = None, *, tall: int = 6, tone: str = "accent") -> None:
        super().__init__(parent)
        self._share = 0.0
        self._mark: float | None = None
        self._tall = tall
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.update)

    def set_share(self, share: float, tone: str = "", mark: float | None = None) -> None:
        """Fill to `share`; `mark` is a place that matters on the way."""
        self._share = min(max(share, 0.0), 1.0)
        self._tone = tone or self._tone
        self._mark = mark
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._tall + (4 if self._mark is not None else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - self._tall) / 2
        rounded(painter, QRectF(0, top, self.width(), self._tall), 2, theme().color("sunken"))
        if self._share > 0:
            width = max(self.width() * self._share, self._tall)
            rounded(painter, QRectF(0, top, width, self._tall), 2, theme().color(self._tone))
        if self._mark is not None:
            x = min(max(self._mark, 0.0), 1.0) * (self.width() - 2)
            painter.fillRect(QRectF(x, 0, 2, self.height()), theme().color("text"))


class Progress(QWidget):
    """What is being done, a bar, "212 of 340" and Stop (`stopped`)."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = SafeLabel()
        self._count = SafeLabel(role="figure", tone="text2")
        self._bar = Bar()
        self._stop = Button(small=True)
        self._stop.clicked.connect(self._asked)
        self.setFocusProxy(self._stop)
        self._note = SafeLabel(role="small", tone="text3", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._what, 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._stop)
        foot.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def set_words(self, what: str, stop: str, note: str = "") -> None:
        """What is being done, the word on the button, what happens to the data meanwhile."""
        self._what.setText(what)
        self._stop.setText(stop)
        self._note.setText(note)
        self.setAccessibleName(what)

    def set_share(self, share: float, count: str) -> None:
        """How far: a share of 1 and its words."""
        self._bar.set_share(share)
        self._count.setText(count)

    def renew(self) -> None:
        """Begin another piece of work, which can be stopped again."""
        self._stop.setEnabled(True)
        self.set_share(0, "")

    def _asked(self) -> None:
        self._stop.setEnabled(False)
        self.stopped.emit()
