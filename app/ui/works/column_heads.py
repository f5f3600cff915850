"""The heads above the columns of the catalogue, which sort it, and the button behind them that chooses columns."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.sorting import BY_TITLE, TITLE, Level
from app.i18n.active import _, pgettext
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.draw import width_of
from app.ui.widgets.enter_key import EnterButton
from app.ui.works.list_view import WorkView
from app.ui.works.row_columns import ALL, WORDS

DOWN_FIRST = frozenset({"year", "added", "changed"})
"""What one wants the newest of first."""

SORTS = {
    "title": ("title",),
    "country": ("country", "year"),
    "director": (),
    "runtime": ("runtime",),
    "age": ("age",),
    "versions": ("dub",),
    "rights": ("rights",),
    "missing": (),
}
"""By what the heads of a column sort: two heads stand over the country and the year below it."""

_WORD_OF = {"dub": "versions"}


class HeadButton(EnterButton):
    """The head of a column; an arrow while the list is in its order, and a number when it comes second or third."""

    def __init__(self, by: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.by = by
        self._arrow = self._level = ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 3)
        theme().themed.connect(self.updateGeometry)

    def set_arrow(self, arrow: str, level: str = "") -> None:
        """'up', 'down' or ''; and which level of several it is."""
        self._arrow, self._level = arrow, level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(width_of(theme().font("label"), self.text()) + theme().px(24), theme().px(24))

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
            spot = QRect(left, (self.height() - size) // 2, size, size)
            paint_icon(painter, spot.toRectF(), f"chevron-{self._arrow}", "text2")
            beside = QRect(spot.right() + 1, 0, px(10), self.height())
            painter.setPen(colours.color("text3"))
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._level)


class ColumnHeads(Translated, QWidget):
    """The heads above the lines. `sorted_by` carries the levels of the order, `choosing` asks for the columns."""

    sorted_by = Signal(object)
    choosing = Signal()

    def __init__(self, view: WorkView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.order: tuple[Level, ...] = BY_TITLE
        self._heads = {name: self._made(name) for name in ("title", *ALL)}
        self.chooser = IconButton("columns-3", size=24)
        self.chooser.setParent(self)
        self.chooser.clicked.connect(self.choosing)
        view.resized.connect(self._place)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def _made(self, name: str) -> list[HeadButton]:
        heads = [HeadButton(by, self) for by in SORTS[name]] or [HeadButton("", self)]
        for head in heads:
            if head.by:
                head.clicked.connect(lambda _on=False, by=head.by: self._clicked(by))
            else:
                head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                head.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return heads

    def retranslate(self) -> None:
        """Say the heads again."""
        for name, heads in self._heads.items():
            for head in heads:
                word = name if head.by in ("", *_WORD_OF) else head.by
                head.setText(pgettext(*WORDS[word]))
        self.chooser.set_name(_("Columns and order"))
        self._show_order()
        self._place()

    def show_order(self, order: Sequence[Level]) -> None:
        """By what the list is sorted now."""
        self.order = tuple(order)
        self._show_order()

    def _show_order(self) -> None:
        places = {by: (place, down) for place, (by, down) in enumerate(self.order)}
        for head in (head for heads in self._heads.values() for head in heads if head.by):
            place, down = places.get(head.by, (-1, False))
            mine = place >= 0
            head.set_arrow(("down" if down else "up") if mine else "", str(place + 1) if len(self.order) > 1 else "")
            order = (_("sorted descending") if down else _("sorted ascending")) if mine else _("sort by this")
            head.setAccessibleName(_("{column}, {order}", column=head.text(), order=order))
            head.setToolTip("" if mine else _("Shift: sort by this as well"))

    def _clicked(self, by: str) -> None:
        """Sort by this alone, or with Shift by this too; a second click turns the order round."""
        known = dict(self.order)
        down = not known[by] if by in known else by in DOWN_FIRST
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.show_order(extended(self.order, by, down=down))
        else:
            self.show_order(((by, down),))
        self.sorted_by.emit(self.order)

    def sizeHint(self) -> QSize:
        return QSize(100, theme().px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # The lines are narrower than the heads by the scroll bar.
        places = self._view.places()
        top, tall = (self.height() - theme().px(24)) // 2, theme().px(24)
        there = {"title": places.title, **places.others}
        for name, heads in self._heads.items():
            x, wide = there.get(name, (0, 0))
            for head in heads:
                head.setVisible(name in there)
                head.setGeometry(x, top, min(head.sizeHint().width(), wide), tall)
                x += head.width()
        self.chooser.move(self.width() - self.chooser.width() - theme().px(2), top)
        self.chooser.raise_()

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(28))
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))


MOST_LEVELS = 3


def extended(order: Sequence[Level], by: str, *, down: bool) -> tuple[Level, ...]:
    """The order with one level more, or with that level turned round.

    The title goes last, for titles are hardly ever even; a level beyond the third takes the place of the third.
    """
    if by in dict(order):
        return tuple((name, down if name == by else way) for name, way in order)
    others = [level for level in order if level[0] != TITLE]
    titles = [level for level in order if level[0] == TITLE]
    if by == TITLE:
        return (*others[: MOST_LEVELS - 1], (by, down))
    return (*others[: MOST_LEVELS - 1 - len(titles)], (by, down), *titles)[:MOST_LEVELS]
