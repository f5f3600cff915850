"""The heads above the columns of the catalogue, which sort it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.i18n.active import _, pgettext
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.draw import width_of
from app.ui.works.list_view import WorkView
from app.ui.works.row_delegate import columns


class HeadButton(QPushButton):
    """The head of a column, with an arrow while the list is in its order."""

    def __init__(self, by: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.by = by
        self._arrow = ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 3)
        theme().themed.connect(self.updateGeometry)

    def set_arrow(self, arrow: str) -> None:
        """'up', 'down' or ''."""
        self._arrow = arrow
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(width_of(theme().font("label"), self.text()) + theme().px(16), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        tone = "text" if self.underMouse() and self.by else "text2"
        painter.setFont(colours.font("label"))
        painter.setPen(colours.color(tone))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._arrow:
            size = px(11)
            left = width_of(colours.font("label"), self.text()) + px(4)
            paint_icon(painter, QRect(left, (self.height() - size) // 2, size, size).toRectF(),
                       f"chevron-{self._arrow}", "text2")  # fmt: skip


class ColumnHeads(Translated, QWidget):
    """The heads above the lines; `sorted_by` carries "title", "country" or "year", and whether downwards."""

    sorted_by = Signal(str, bool)

    def __init__(self, view: WorkView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._by, self._down = "title", False
        self._heads = {by: HeadButton(by, self) for by in ("title", "country", "year")}
        self._plain = {"versions": HeadButton("", self), "rights": HeadButton("", self)}
        for head in self._plain.values():
            head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            head.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for head in self._heads.values():
            head.clicked.connect(lambda _on=False, by=head.by: self._clicked(by))
        view.resized.connect(self._place)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    @property
    def order(self) -> tuple[str, bool]:
        """By what the list is sorted, and whether downwards."""
        return self._by, self._down

    def retranslate(self) -> None:
        """Say the heads again."""
        self._heads["title"].setText(pgettext("column", "Title"))
        self._heads["country"].setText(pgettext("column", "Country"))
        self._heads["year"].setText(pgettext("column", "Year"))
        self._plain["versions"].setText(pgettext("column", "Versions"))
        self._plain["rights"].setText(pgettext("column", "Rights"))
        self._show_order()
        self._place()

    def _show_order(self) -> None:
        for by, head in self._heads.items():
            mine = by == self._by
            head.set_arrow(("down" if self._down else "up") if mine else "")
            order = (_("sorted downwards") if self._down else _("sorted upwards")) if mine else _("sort by this")
            head.setAccessibleName(_("{column}, {order}", column=head.text(), order=order))

    def _clicked(self, by: str) -> None:
        self._down = not self._down if by == self._by else by == "year"
        self._by = by
        self._show_order()
        self.sorted_by.emit(by, self._down)

    def sizeHint(self) -> QSize:
        return QSize(100, theme().px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # The lines are narrower than the heads by the scroll bar.
        places = columns(self._view.viewport().width())
        top = (self.height() - theme().px(24)) // 2
        for name, head in (("title", self._heads["title"]), ("versions", self._plain["versions"]),
                           ("rights", self._plain["rights"])):  # fmt: skip
            place, wide = getattr(places, name)
            head.setGeometry(place, top, min(head.sizeHint().width(), wide), theme().px(24))
        place, wide = places.country
        x = place
        for by in ("country", "year"):
            head = self._heads[by]
            head.setGeometry(x, top, head.sizeHint().width(), theme().px(24))
            x += head.width() + theme().px(4)

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(28))
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))
