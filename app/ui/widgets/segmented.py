"""Joined buttons of which one is chosen: the view switch, the time zone, the language."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import RADIUS
from app.ui.widgets.draw import rounded, width_of


class Segment(QPushButton):
    """One of the joined buttons. Its neighbours' common edge is drawn by `Segmented`."""

    def __init__(self, key: str, owner: "Segmented") -> None:
        super().__init__(owner)
        self.key = key
        self._owner = owner
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        width = width_of(theme().font("strong" if self._owner.role == "body" else "small_strong"), self.text())
        return QSize(width + 2 * theme().px(self._owner.pad), theme().px(self._owner.tall))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, owner = theme(), self._owner
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = owner.outline().translated(-self.x(), -self.y())
        painter.setClipPath(outline)
        if self.isChecked():
            painter.fillRect(self.rect(), colours.color("accent" if owner.filled else "accentTint"))
        elif self.isDown() or self.underMouse():
            painter.fillRect(self.rect(), colours.color("sunken" if self.isDown() else "hover"))
        tone = "text2"
        if not self.isEnabled():
            tone = "disabled"
        elif self.isChecked():
            tone = "onAccent" if owner.filled else "accent"
        painter.setFont(colours.font(owner.role, weight=600 if self.isChecked() else None))
        painter.setPen(colours.color(tone))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setClipping(False)
        painter.setPen(colours.color("control"))
        painter.drawPath(outline)


class Segmented(QWidget):
    """Joined buttons; `chosen` carries the key the user picked. Arrow keys move inside, Tab leaves."""

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, filled: bool = False, role: str = "body", tall: int = 30
    ) -> None:
        super().__init__(parent)
        self.filled = filled
        self.role = role
        self.tall = tall
        self.pad = 12
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._segments: dict[str, Segment] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 0, 1, 0)
        self._row.setSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._clicked)
        theme().themed.connect(self._measure)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """(key, words) of each button, left to right; same keys again only change the words."""
        if [key for key, _ in options] != list(self._segments):
            self._rebuild([key for key, _ in options])
        for key, words in options:
            self._segments[key].setText(words)
            self._segments[key].setAccessibleName(words)
        self._measure()

    def set_current(self, key: str) -> None:
        """Show which one is chosen, without a signal; '' shows none."""
        if key:
            self._segments[key].setChecked(True)
            return
        self._group.setExclusive(False)
        for segment in self._segments.values():
            segment.setChecked(False)
        self._group.setExclusive(True)

    def current(self) -> str:
        """The key of the chosen one, or ''."""
        button = self._group.checkedButton()
        return button.key if isinstance(button, Segment) else ""

    def segment(self, key: str) -> Segment:
        """One of the buttons, for its tooltip or accessible name."""
        return self._segments[key]

    def outline(self) -> QPainterPath:
        """The rounded shape around all of them."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        return path

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme()
        rounded(painter, QRectF(self.rect()), RADIUS, colours.color("surface"))
        for segment in list(self._segments.values())[1:]:
            painter.fillRect(segment.x() - 1, 1, 1, self.height() - 2, colours.color("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.color("control"))
        painter.drawPath(self.outline())

    def _rebuild(self, keys: list[str]) -> None:
        for old in self._segments.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self._segments = {key: Segment(key, self) for key in keys}
        for segment in self._segments.values():
            self._group.addButton(segment)
            self._row.addWidget(segment)

    def _clicked(self, button: Segment) -> None:
        self.chosen.emit(button.key)

    def _measure(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
        self.updateGeometry()
        self.update()
