"""A field for somebody: what is typed, in any script, suggests whom the library knows, or enters somebody new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import labels
from app.i18n.active import _, ngettext, pgettext, tr
from app.store.agent_rows import AgentLine
from app.ui.accessible import announce
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, width_of
from app.ui.widgets.fields import Field

PATIENCE = 40
"""Milliseconds of rest before the library is asked."""

LONGEST_NAME = 200
TALL = 30

Index = QModelIndex | QPersistentModelIndex

Suggest = Callable[[str], Sequence[AgentLine]]


class SuggestionDelegate(QStyledItemDelegate):
    """A line of the list."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme().px(TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours, px = theme(), theme().px
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colours.color("accentTint" if chosen else "raised"))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colours.color("accent"))
        font = colours.font("body")
        painter.setFont(font)
        painter.setPen(colours.color("text"))
        room = rect.adjusted(px(12), 0, -px(10), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, str(index.data()), room.width()))


class AgentField(Field):
    """`chosen` carries the id of somebody known, `created` the name of somebody new."""

    chosen = Signal(int)
    created = Signal(str)

    def __init__(self, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._lines: list[AgentLine] = []
        self._texts = QStringListModel(self)
        self._popup: QListView | None = None
        self._rest = QTimer(self, singleShot=True, interval=PATIENCE)
        self._rest.timeout.connect(self.look)
        self.setMaxLength(LONGEST_NAME)
        self.textEdited.connect(lambda _text: self._rest.start())

    @property
    def popup(self) -> QListView:
        """The list of suggestions, made when it is first wanted: a form may hold a hundred of these fields."""
        if self._popup is None:
            popup = self._popup = QListView(self)
            popup.setWindowFlag(Qt.WindowType.ToolTip)
            popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            popup.setFrameShape(QFrame.Shape.Box)
            popup.setItemDelegate(SuggestionDelegate(popup))
            popup.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
            popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            popup.setUniformItemSizes(True)
            popup.setModel(self._texts)
            popup.clicked.connect(lambda index: self._take(index.row()))
        return self._popup

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def look(self) -> None:
        """Ask who is meant and show it; the first is chosen by Enter."""
        self._rest.stop()
        typed = self.text().strip()
        if not typed or not self.isModified():
            self._close()
            return
        self._lines = list(self._suggest(typed))
        texts = [worded(line) for line in self._lines]
        texts.append(_("Enter “{name}” as new", name=typed))
        self._texts.setStringList(texts)
        self.popup.setCurrentIndex(self._texts.index(0))
        self._place(texts)
        announce(self, texts[0])

    def _place(self, texts: Sequence[str]) -> None:
        px = theme().px
        wide = max([self.width(), *(width_of(theme().font("body"), text) + px(28) for text in texts)])
        self.popup.resize(min(wide, px(520)), px(TALL) * len(texts) + 2)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        if self.hasFocus():
            self.popup.show()
            self.popup.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, open_ = event.key(), self._popup is not None and self._popup.isVisible()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isModified() and self.text().strip():
            if open_ and not self._rest.isActive():
                self._take(self.popup.currentIndex().row())
            else:
                self._take_what_was_typed()
            event.accept()
        elif open_ and Qt.Key(key) in steps:
            row = (self.popup.currentIndex().row() + steps[Qt.Key(key)]) % self._texts.rowCount()
            self.popup.setCurrentIndex(self._texts.index(row))
            announce(self, str(self._texts.data(self._texts.index(row))))
            event.accept()
        elif open_ and key == Qt.Key.Key_Escape:
            self._close()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take_what_was_typed(self) -> None:
        """Enter came before the list: only a name as it stands, or one nobody has, is sure enough."""
        self.look()
        typed = self.text().strip().casefold()
        if not self._lines or typed in (self._lines[0].name.casefold(), self._lines[0].second.casefold()):
            self._take(0)

    def _take(self, row: int) -> None:
        typed = self.text().strip()
        self._close()
        self.setModified(False)
        if 0 <= row < len(self._lines):
            self.chosen.emit(self._lines[row].id)
        elif typed:
            self.created.emit(typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._rest.stop()
        self._close()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()
        super().hideEvent(event)

    def _finished(self) -> None:
        """Leaving the field chooses nobody: only Enter and a click do. Who was there before stands there again."""
        if self._kept:
            self.setModified(False)
            self.setText(self._kept)


def worded(line: AgentLine) -> str:
    """Chen Kaige · 陈凯歌 · person, 3 titles."""
    kind = labels.agent_kind(tr(), line.kind).lower()
    titles = ngettext("{n} title", "{n} titles", line.works)
    about = pgettext("agent", "{kind}, {titles}", kind=kind, titles=titles)
    return " · ".join(filter(None, (line.name, line.second, about)))
