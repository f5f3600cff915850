"""The list of the catalogue: lines or posters, keys, typing to a title; and the heads above its columns."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QPushButton, QToolTip, QWidget

from app.i18n.active import _, pgettext
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.draw import fitting, width_of
from app.ui.works.list_model import WorkModel
from app.ui.works.poster_delegate import PosterDelegate
from app.ui.works.row_delegate import TALL, RowDelegate, columns

TYPING = 900
"""Milliseconds after which typing to a title begins anew."""

Letters = Callable[[str], int | None]
"""Which work what was typed leads to."""

Index = QModelIndex | QPersistentModelIndex


class WorkView(QListView):
    """Lines or posters over one model and one selection.

    `opened` asks for the editor of a work, `asked` for its menu at a point of the screen,
    `chosen` comes when the current work or the selection has changed.
    """

    opened = Signal(int)
    asked = Signal(QPoint)
    chosen = Signal()
    resized = Signal()

    def __init__(self, model: WorkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._works = model
        self._row_delegate, self._poster_delegate = RowDelegate(self), PosterDelegate(self)
        self._typed = ""
        self._letters: Letters = lambda _text: None
        self._pause = QTimer(self, singleShot=True, interval=TYPING)
        self._pause.timeout.connect(self._forget_typing)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu_wanted)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme().themed.connect(self._measure)
        self.set_posters(False)

    @property
    def posters(self) -> bool:
        """Whether posters are shown rather than lines."""
        return self.isWrapping()

    def set_posters(self, posters: bool) -> None:  # noqa: FBT001 - a plain setter
        """Show posters or lines; the selection stays."""
        self.setItemDelegate(self._poster_delegate if posters else self._row_delegate)
        self.setFlow(QListView.Flow.LeftToRight if posters else QListView.Flow.TopToBottom)
        self.setWrapping(posters)
        self._measure()
        self.scrollTo(self.currentIndex())

    def set_letters(self, letters: Letters) -> None:
        """Who knows where typing leads to."""
        self._letters = letters

    def selected_works(self) -> list[int]:
        """The selected works in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._works.ids[row] for row in rows]

    def current_work(self) -> int | None:
        """The work the keys act on."""
        return self._works.work_at(self.currentIndex())

    def choose(self, work: int | None) -> bool:
        """Select a work and bring it into sight; False when it is not shown."""
        index = self._works.index_of(work)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self._in_sight(event.rect())
        self._works.prepare(first, last)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _in_sight(self, rect: QRect) -> tuple[int, int]:
        """First and last row that `rect` of the viewport touches, generously."""
        top = self.indexAt(QPoint(theme().px(30), max(rect.top(), 0)))
        first = top.row() if top.isValid() else 0
        tall = self.sizeHintForRow(0) if self._works.rowCount() else theme().px(TALL)
        across = max(self.viewport().width() // max(self.sizeHintForColumn(0), 1), 1) if self.posters else 1
        return first, first + (rect.height() // max(tall, 1) + 2) * across

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and not self.posters:
            return self._tooltip(event)
        return super().viewportEvent(event)

    def _tooltip(self, event: QEvent) -> bool:
        """Tell over the title what is not checked, over the rest what does not fit."""
        index = self.indexAt(event.pos())  # type: ignore[attr-defined]  # a help event
        work = self._works.work_at(index)
        line = self._works.line(work) if work is not None else None
        if line is None:
            QToolTip.hideText()
            return True
        place, wide = columns(self.viewport().width()).title
        title = fitting(theme().font("row_title"), line.title, wide)
        words = [line.title] if title != line.title else []
        if event.pos().x() < place + wide and line.doubt:  # type: ignore[attr-defined]
            words.append(line.doubt)
        QToolTip.showText(event.globalPos(), "\n".join(words), self)  # type: ignore[attr-defined]
        return True

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        work = self.current_work()
        editing = self.state() is QAbstractItemView.State.EditingState  # its field passes Enter on
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and work is not None and not editing:
            self.opened.emit(work)
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        work = self._works.work_at(index)
        if work is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        place, wide = columns(self.viewport().width()).title
        if not self.posters and place <= event.position().x() <= place + wide:
            self.edit(index)
        else:
            self.opened.emit(work)

    def keyboardSearch(self, search: str) -> None:
        """Go to the title that begins with what is typed, in the order of the language."""
        self._typed += search
        self._pause.start()
        work = self._letters(self._typed)
        if work is not None:
            self.choose(work)

    def _forget_typing(self) -> None:
        self._typed = ""

    def _menu_wanted(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            index = self.currentIndex()
            point = self.visualRect(index).center()
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.choose(self._works.work_at(index))
            self.asked.emit(self.viewport().mapToGlobal(point))

    def selectionChanged(self, selected: object, deselected: object) -> None:
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]
        self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


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
