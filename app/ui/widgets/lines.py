"""Hairlines and the movable ones between the parts of a page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QWidget

from app.ui.theme import theme


class Line(QWidget):
    """A hairline, lying or (`upright`) standing."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False, tone: str = "line") -> None:
        super().__init__(parent)
        self._upright = upright
        self._tone = tone
        fixed, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else grows, grows if upright else fixed)
        theme().themed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color(self._tone))


class Splitter(QSplitter):
    """Parts side by side (or one over the other) with a hairline between that the user can move."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)


class Panel(QWidget):
    """A plain ground in one of the surface tones: chrome, panel, surface, raised."""

    def __init__(self, tone: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        theme().themed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color(self._tone))
