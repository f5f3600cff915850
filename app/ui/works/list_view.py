"""The titles of the catalogue as lines and as posters: one model, one selection, keys, typing to a title."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView, QToolTip, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import fitting
from app.ui.works.list_model import WorkModel
from app.ui.works.poster_delegate import PosterDelegate
from app.ui.works.row_columns import Columns
from app.ui.works.row_delegate import TALL, RowDelegate

if TYPE_CHECKING:
    Base = QAbstractItemView
else:
    Base = object

TYPING = 900
"""Milliseconds after which typing to a title begins anew."""

Letters = Callable[[str], int | None]
"""Which work what was typed leads to."""

Index = QModelIndex | QPersistentModelIndex


class Typing:
    """What is typed to get to a title; a pause begins anew."""

    def __init__(self, owner: QWidget) -> None:
        self.letters: Letters = lambda _text: None
        self._text = ""
        self._pause = QTimer(owner, singleShot=True, interval=TYPING)
        self._pause.timeout.connect(self._forget)

    def typed(self, text: str) -> int | None:
        """The work that all that was typed leads to now."""
        self._text += text
        self._pause.start()
        return self.letters(self._text)

    def _forget(self) -> None:
        self._text = ""


class Titles(Base):
    """What lines and posters have in common. Mix in before the Qt class."""

    works: WorkModel
    typing: Typing
    opened: Signal
    asked: Signal

    def adopt(self, works: WorkModel) -> None:
        """Show this model."""
        self.works = works
        self.typing = Typing(self)
        self.setModel(works)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu_wanted)

    def current_work(self) -> int | None:
        """The work the keys act on."""
        return self.works.work_at(self.currentIndex())

    def choose(self, work: int | None) -> bool:
        """Select a work and bring it into sight; False when it is not shown."""
        index = self.works.index_of(work)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        work = self.current_work()
        editing = self.state() is QAbstractItemView.State.EditingState  # its field passes Enter on
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and work is not None and not editing:
            self.opened.emit(work)
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the title that begins with what is typed, in the order of the language."""
        work = self.typing.typed(search)
        if work is not None:
            self.choose(work)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        work = self.works.work_at(index)
        if work is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.over_title(event.position().toPoint()):
            self.edit(index)
        else:
            self.opened.emit(work)

    def over_title(self, point: QPoint) -> bool:
        """Whether a double click here renames rather than opens."""
        del point
        return False

    def _menu_wanted(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            index = self.currentIndex()
            point = self.visualRect(index).center()
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.choose(self.works.work_at(index))
            self.asked.emit(self.viewport().mapToGlobal(point))


class WorkView(Titles, QTableView):
    """The lines. A table of one column: unlike a list it need not measure 100,000 lines to paint twelve.

    `opened` asks for the editor of a work, `asked` for its menu at a point of the screen,
    `chosen` comes when the current work or the selection has changed.
    """

    opened = Signal(int)
    asked = Signal(QPoint)
    chosen = Signal()
    resized = Signal()

    def __init__(self, model: WorkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painter = RowDelegate(self)
        self.setItemDelegate(self.painter)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.adopt(model)
        theme().themed.connect(self._measure)
        self._measure()

    def selected_works(self) -> list[int]:
        """The selected works in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.works.ids[row] for row in rows]

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = self.rowAt(max(event.rect().top(), 0)), self.rowAt(event.rect().bottom())
        self.works.prepare(max(first, 0), last if last >= 0 else len(self.works.ids) - 1)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return self._tell(event)
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> bool:
        """Tell over the title what is not checked and what does not fit."""
        work = self.works.work_at(self.indexAt(event.pos()))
        line = self.works.line(work) if work is not None else None
        if line is None or not self.over_title(event.pos()):
            QToolTip.hideText()
            return True
        _place, wide = self.places().title
        whole = fitting(theme().font("row_title"), line.title, wide) == line.title
        words = [text for text in ("" if whole else line.title, line.doubt) if text]
        QToolTip.showText(event.globalPos(), "\n".join(words), self)
        return True

    def places(self) -> Columns:
        """Where the columns lie now."""
        return self.painter.places(self.viewport().width())

    def want(self, columns: Sequence[str]) -> None:
        """Show these columns beside the titles."""
        self.painter.wanted = tuple(columns)
        self.viewport().update()
        self.resized.emit()

    def over_title(self, point: QPoint) -> bool:
        """Whether a point lies in the column of titles."""
        place, wide = self.places().title
        return place <= point.x() <= place + wide

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last title: there is but one column."""
        last = len(self.works.ids) - 1
        if action is QAbstractItemView.CursorAction.MoveHome and last >= 0:
            return self.works.index(0)
        if action is QAbstractItemView.CursorAction.MoveEnd and last >= 0:
            return self.works.index(last)
        return super().moveCursor(action, modifiers)

    def selectionChanged(self, selected: object, deselected: object) -> None:
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]
        self.chosen.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(TALL))
        self.viewport().update()


class PosterWall(Titles, QListView):
    """The posters, over the model and the selection of the lines."""

    opened = Signal(int)
    asked = Signal(QPoint)

    def __init__(self, lines: WorkView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(PosterDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.adopt(lines.works)
        self.setSelectionModel(lines.selectionModel())
        self.typing = lines.typing
        theme().themed.connect(self.scheduleDelayedItemsLayout)

    def paintEvent(self, event: QPaintEvent) -> None:
        rect: QRect = event.rect()
        corner = self.indexAt(QPoint(theme().px(30), max(rect.top(), 0)))
        first = corner.row() if corner.isValid() else 0
        across = max(self.viewport().width() // max(self.sizeHintForColumn(0), 1), 1)
        down = rect.height() // max(self.sizeHintForRow(0), 1) + 2
        self.works.prepare(first, first + across * down)
        super().paintEvent(event)
