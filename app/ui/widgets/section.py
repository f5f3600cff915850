"""Headings of parts, and those that fold their part away."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.draw import width_of
from app.ui.widgets.enter_key import EnterButton
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel


class FoldButton(EnterButton):
    """A heading with a chevron; checked while its part is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(18) + width_of(theme().font("small_strong"), self.text()) + 2, px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        px = theme().px
        tone = "text" if self.underMouse() else "text3"
        size = px(12)
        spot = QRectF(0, (self.height() - size) // 2, size, size)
        paint_icon(painter, spot, "chevron-down" if self.isChecked() else "chevron-right", tone)
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().color("text" if self.underMouse() else "text3"))
        room = self.rect().adjusted(px(18), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class FoldSection(QWidget):
    """A part under a heading that opens and closes. Put its widgets into `body`."""

    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, line: bool = True) -> None:
        super().__init__(parent)
        self.head = FoldButton()
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 2, 0, 0)
        self.body.setSpacing(0)
        self._inner = inner = QVBoxLayout()
        inner.setContentsMargins(14, 9, 12, 8)
        inner.setSpacing(0)
        inner.addWidget(self.head)
        inner.addWidget(self.content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        if line:
            column.addWidget(Line())
        self.head.toggled.connect(self._toggled)

    def set_title(self, title: str) -> None:
        """The heading."""
        self.head.setText(title)
        self.head.setAccessibleName(title)

    def inset(self, sides: int) -> None:
        """Stand this far from both sides, where the column has margins of its own."""
        self._inner.setContentsMargins(sides, 9, sides, 8)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - a plain setter
        """Open or close the part."""
        self.head.setChecked(is_open)

    def _toggled(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.content.setVisible(is_open)
        self.folded.emit(not is_open)


class SectionHead(QWidget):
    """A heading with a link at its right end (`followed`), as on Home and in inspectors."""

    followed = Signal()

    def __init__(self, parent: QWidget | None = None, *, role: str = "section", tone: str = "text") -> None:
        super().__init__(parent)
        self._title = SafeLabel(role=role, tone=tone)
        self._note = SafeLabel(role="small", tone="text3")
        self._link = LinkButton()
        self._link.clicked.connect(self.followed)
        self._link.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._note)
        row.addWidget(self._link)

    def tell(self, title: str, *, link: str = "", note: str = "") -> None:
        """The heading, a link or a quiet note at the right."""
        self._title.setText(title)
        self._note.setText(note)
        self._link.setText(link)
        self._link.setVisible(bool(link))
