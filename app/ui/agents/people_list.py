"""Everybody as a list: the name as the reader sees it, another one, in how many titles."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.kinds import AgentKind
from app.i18n import labels
from app.i18n.active import ngettext, tr
from app.store.agent_rows import AgentLine
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, row_focus, row_ground, width_of

TALL = 46
LINE = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PeopleModel(QAbstractListModel):
    """Lines of people."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[AgentLine] = []

    def show(self, lines: Sequence[AgentLine]) -> None:
        """Take over these."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = labels.agent_kind(tr(), line.kind)
            return ", ".join(filter(None, (line.name, line.second, kind, titles(line))))
        return None


def titles(line: AgentLine) -> str:
    """3 titles."""
    return ngettext("{n} title", "{n} titles", line.works)


class PeopleDelegate(QStyledItemDelegate):
    """Paints a line."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, colours = theme().px, theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row_ground(painter, rect, state)
        line: AgentLine = index.data(LINE)
        side = px(16)
        spot = QRectF(rect.left() + px(16), rect.top() + (rect.height() - side) / 2, side, side)
        paint_icon(painter, spot, "users" if line.kind is AgentKind.PERSON else "house", "text3")
        words = titles(line)
        small = colours.font("small_figure")
        tail = width_of(small, words)
        room = QRect(rect.left() + px(44), rect.top(), rect.width() - px(44 + 16 + 12) - tail, rect.height() - 1)
        half = px(18)
        top = room.top() + (room.height() - (2 * half if line.second else half)) // 2
        _line(painter, QRect(room.left(), top, room.width(), half), line.name, "row_title", "text")
        if line.second:
            _line(painter, QRect(room.left(), top + half, room.width(), half), line.second, "small", "text2")
        right = QRect(rect.right() - px(16) - tail, rect.top(), tail + 2, rect.height())
        selected = bool(state & QStyle.StateFlag.State_Selected)
        _line(painter, right, words, "small_figure", "text2" if selected else "text3")
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            row_focus(painter, rect)


def _line(painter: QPainter, room: QRect, text: str, role: str, tone: str) -> None:
    font = theme().font(role)
    painter.setFont(font)
    painter.setPen(theme().color(tone))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, text, room.width()))


class PeopleView(QListView):
    """The list. `chosen` comes when another one is current."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(self)
        self.setModel(self.people)
        self.setItemDelegate(PeopleDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        theme().themed.connect(self.scheduleDelayedItemsLayout)

    def current(self) -> int | None:
        """Who the keys act on."""
        index = self.currentIndex()
        return self.people.lines[index.row()].id if index.isValid() else None

    def choose(self, agent: int) -> bool:
        """Go to somebody; False when they are not in the list."""
        place = next((at for at, line in enumerate(self.people.lines) if line.id == agent), -1)
        if place < 0:
            return False
        index = self.people.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def _moved(self) -> None:
        self.chosen.emit()
