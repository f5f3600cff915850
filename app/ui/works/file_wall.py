"""The pictures and documents of a title as tiles: one model, a delegate, keys to move about, order and remove."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.pictures import ENDINGS, Medium
from app.i18n import formats
from app.i18n.active import _, language, pgettext, tr
from app.i18n.labels_of_people import attachment_kind
from app.store.attachment_rows import FileLine
from app.ui.gallery import gallery
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.thumbnails import Frame
from app.ui.widgets.draw import fitting, rounded

WIDE, PICTURE, WORDS = 168, 132, 46
_PAD, _GAP = 8, 8

Index = QModelIndex | QPersistentModelIndex
FILE = int(Qt.ItemDataRole.UserRole)
_ROOT = QModelIndex()


def second_line(file: FileLine) -> str:
    """Main poster, 1200 × 1800; or PDF, 340 kB."""
    if file.width is None:
        ending = ENDINGS[Medium(file.media_type)].removeprefix(".").upper()
        return pgettext("file", "{kind}, {size}", kind=ending, size=formats.size(language(), file.size))
    kind = _("Main poster") if file.main else attachment_kind(tr(), file.kind)
    return pgettext("file", "{kind}, {width} × {height}", kind=kind, width=str(file.width), height=str(file.height))


class FileModel(QAbstractListModel):
    """The files of a title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: list[FileLine] = []

    def show(self, files: Sequence[FileLine]) -> None:
        """Take over the files of a title."""
        if [file.id for file in files] == [file.id for file in self.files]:
            self.files = list(files)
            self.again()
            return
        self.beginResetModel()
        self.files = list(files)
        self.endResetModel()

    def again(self) -> None:
        """The same files read differently now."""
        if self.files:
            self.dataChanged.emit(self.index(0), self.index(len(self.files) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        file = self.files[index.row()]
        if role == FILE:
            return file
        if role == Qt.ItemDataRole.DisplayRole:
            return file.caption or file.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (file.caption or file.name, second_line(file), file.credit)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (file.caption, file.name, file.credit)))
        return None


class FileTile(QStyledItemDelegate):
    """A picture 132 high at most, or the sign of a document; its caption and kind below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        px = theme().px
        return QSize(px(WIDE + _GAP), px(PICTURE + WORDS + 2 * _PAD + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, colours = theme().px, theme()
        file: FileLine = index.data(FILE)
        state: QStyle.StateFlag = option.state
        cell: QRect = option.rect
        rect = cell.adjusted(0, 0, -px(_GAP), -px(_GAP))
        frame = QRectF(rect).adjusted(1, 1, -1, -1)
        active = bool(state & QStyle.StateFlag.State_Active)
        if state & QStyle.StateFlag.State_Selected:
            edge = QPen(colours.color("accent" if active else "control"), 2)
            rounded(painter, frame, 8, colours.color("accentTint" if active else "sunken"), edge)
        else:
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            rounded(painter, frame, 8, colours.color("hover" if hovered else "surface"), colours.color("line2"))
        room = QRect(rect.left() + px(_PAD), rect.top() + px(_PAD), rect.width() - 2 * px(_PAD), px(PICTURE))
        self._paint_picture(painter, room, file)
        self._paint_words(painter, room, file, selected=bool(state & QStyle.StateFlag.State_Selected))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            rounded(painter, frame, 8, None, QPen(colours.color("focus"), 2))

    def _paint_picture(self, painter: QPainter, room: QRect, file: FileLine) -> None:
        if file.width is None:
            _sign(painter, room, "file-text")
            return
        ratio = painter.device().devicePixelRatio()
        frame = Frame(round(room.width() * ratio), round(room.height() * ratio))
        picture = gallery().picture(file.digest, file.media_type, frame)
        if picture is None:
            _sign(painter, room, "circle-alert" if gallery().broken(file.digest, frame) else "image")
            return
        wide, tall = picture.width() / ratio, picture.height() / ratio
        spot = QRectF(room.center().x() - wide / 2, room.center().y() - tall / 2, wide, tall)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(spot, picture, QRectF(picture.rect()))

    def _paint_words(self, painter: QPainter, room: QRect, file: FileLine, *, selected: bool) -> None:
        px, colours = theme().px, theme()
        top = room.bottom() + px(6)
        upper = QRect(room.left(), top, room.width(), px(19))
        lower = upper.translated(0, px(19))
        if file.main:
            side = px(14)
            spot = QRectF(lower.left(), lower.center().y() - side // 2, side, side)
            paint_icon(painter, spot, "star", "amberFill")
            lower.setLeft(lower.left() + px(19))
        tone = "text2" if selected else "text3"
        for line, text, role, ink in (
            (upper, file.caption or file.name, "strong", "text"),
            (lower, second_line(file), "small", tone),
        ):
            font = colours.font(role)
            painter.setFont(font)
            painter.setPen(colours.color(ink))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitting(font, text, line.width()))


def _sign(painter: QPainter, room: QRect, icon: str) -> None:
    side = theme().px(34)
    rounded(painter, QRectF(room), 4, theme().color("panel"))
    spot = QRectF(room.center().x() - side / 2, room.center().y() - side / 2, side, side)
    paint_icon(painter, spot, icon, "text3")


class FileWall(QListView):
    """The tiles; as tall as they need. `opened`, `removed` and `moved` (file, by) come from keys and the pointer."""

    chosen = Signal()
    opened = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown_files = FileModel(self)
        self.setModel(self.shown_files)
        self.setItemDelegate(FileTile(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.chosen.emit())
        theme().themed.connect(self._measure)
        gallery().arrived.connect(self.viewport().update)

    def current(self) -> FileLine | None:
        """The file the keys act on."""
        index = self.currentIndex()
        return self.shown_files.files[index.row()] if index.isValid() else None

    def show_files(self, files: Sequence[FileLine]) -> None:
        """Show the files of a title; the current one stays, or its neighbour takes its place."""
        before, place = self.current(), self.currentIndex().row()
        self.shown_files.show(files)
        keys = [file.id for file in files]
        if keys:
            at = (
                keys.index(before.id) if before is not None and before.id in keys else min(max(place, 0), len(keys) - 1)
            )
            self.setCurrentIndex(self.shown_files.index(at))
        self.setVisible(bool(keys))
        self._measure()
        self.chosen.emit()

    def choose(self, key: int) -> None:
        """Go to a file."""
        place = next((at for at, file in enumerate(self.shown_files.files) if file.id == key), -1)
        if place >= 0:
            self.setCurrentIndex(self.shown_files.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        file = self.current()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if file is None:
            super().keyPressEvent(event)
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(file, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(file)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(file)
        elif event.text() and event.text().isprintable():
            event.ignore()  # typing to a tile would only take the letters of the window
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        file = self.current()
        if file is not None and self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(file)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """As tall as all tiles: the section scrolls, not the wall in it."""
        size = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        across = max((self.viewport().width() - 1) // size.width(), 1)
        rows = -(-len(self.shown_files.files) // across)
        self.setFixedHeight(max(rows, 1) * size.height() + 2)
        self.scheduleDelayedItemsLayout()
