"""What the search found, below its field: a list that leaves the focus where one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.i18n.active import _, ngettext
from app.store.search import Hit
from app.ui.accessible import announce
from app.ui.gallery import gallery
from app.ui.search_field import SearchBox
from app.ui.search_list import GROUP, Entry, EntryDelegate, EntryModel, entries, fitting_actions
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.draw import rounded
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel

Search = Callable[[str], Sequence[Hit]]
"""Finds what fits the text, best first; asked in the window's thread."""

WIDE, EDGES = 608, 50
PATIENCE = 60
"""Milliseconds of rest before a search begins."""


class SearchPopup(Translated, QWidget):
    """The list below the field. The focus stays in the field, so typing and input methods go on.

    `opened(entry, in_editor)` when a line was chosen.
    """

    opened = Signal(object, bool)

    def __init__(self, box: SearchBox, search: Search, window: QWidget) -> None:
        super().__init__(window)
        self._box = box
        self._search = search
        self._window = window
        self.actions_of_window: list[QAction] = []
        self.count_titles: Callable[[str], int] | None = None
        self._model = EntryModel(self)
        self._list = _FlatList()
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
        gallery().arrived.connect(self._list.viewport().update)
        self._list.clicked.connect(lambda index: self._open(index, in_editor=False))
        self._nothing = SafeLabel(tone="text2")
        self._nothing.setContentsMargins(14, 14, 14, 14)
        self._keys = SafeLabel(role="small", tone="text3")
        self._promise = SafeLabel(role="small", tone="text3")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        column.addWidget(Line())
        column.addWidget(self._foot())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PATIENCE)
        self._rest.timeout.connect(self._look)
        box.sought.connect(lambda _text: self._rest.start())
        box.pressed.connect(self._key)
        box.left.connect(self._leave)
        window.installEventFilter(self)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the keys and what is searched."""
        self._keys.setText(
            "    ".join((_("↑↓ choose"), _("Enter open"), _("{keys} open in editor", keys=keys_shown("Ctrl+Return"))))
        )
        self._promise.setText(_("Matches every name in every script"))
        self._list.setAccessibleName(_("Search results"))
        if self.isVisible():
            self._look()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 8, theme().color("raised"), theme().color("line2"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def lines(self) -> list[Entry]:
        """What is listed at the moment."""
        return [self._model.entry(row) for row in range(self._model.rowCount())]

    def _foot(self) -> Panel:
        foot = Panel("panel")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 6, 14, 7)
        row.addWidget(self._keys)
        row.addStretch(1)
        row.addWidget(self._promise)
        return foot

    def _look(self) -> None:
        """Search for what the field holds now; once it was left, nothing is listed."""
        text = self._box.text().strip()
        if not text or not self._box.hasFocus():
            self.hide()
            return
        hits = self._search(text)
        many = sum(hit.kind == "work" for hit in hits) > GROUP
        titles = self.count_titles(text) if many and self.count_titles is not None else None
        lines = entries(hits, fitting_actions(self.actions_of_window, text), titles)
        self._model.show(lines)
        self._list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._nothing.setText(_("Nothing is called “{text}”, in any script.", text=text))
        found = sum(not line.heading for line in lines)
        self._list.setCurrentIndex(self._model.index(1 if lines else -1))
        self._place()
        self.show()
        self.raise_()
        announce(self._list, ngettext("{n} hit", "{n} hits", found))

    def _place(self) -> None:
        px = theme().px
        corner = self._box.mapTo(self._window, QPoint(1, self._box.height() + 3))
        width = min(px(WIDE), self._window.width() - corner.x() - 12)
        delegate, option = self._list.itemDelegate(), QStyleOptionViewItem()
        rows = range(self._model.rowCount())
        tall = sum(delegate.sizeHint(option, self._model.index(row)).height() for row in rows)
        room = self._window.height() - corner.y() - px(90)
        self._list.setFixedHeight(min(tall + 2, room))
        foot = px(32)
        head = self._list.height() if self._model.rowCount() else px(48)
        words = self._keys.sizeHint().width() + self._promise.sizeHint().width()
        self._promise.setVisible(words + px(EDGES) <= width)
        self.setGeometry(corner.x(), corner.y(), width, head + foot + 7)

    def _key(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif not self.isVisible():
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._rest.stop()
            self._open(self._list.currentIndex(), in_editor=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        else:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -GROUP, Qt.Key.Key_PageDown: GROUP}
            self._move(steps[Qt.Key(key)])

    def _leave(self) -> None:
        self._rest.stop()
        self.hide()

    def _escape(self) -> None:
        """First the list goes, then the text, then the focus."""
        if self.isVisible():
            self.hide()
        elif self._box.text():
            self._box.clear()
        else:
            self._box.go_back()

    def _move(self, by: int) -> None:
        rows = [row for row in range(self._model.rowCount()) if not self._model.entry(row).heading]
        if not rows:
            return
        now = self._list.currentIndex().row()
        place = rows.index(now) if now in rows else -1
        row = rows[min(max(place + by, 0), len(rows) - 1)]
        self._list.setCurrentIndex(self._model.index(row))
        announce(self._list, str(self._model.data(self._model.index(row), Qt.ItemDataRole.AccessibleTextRole)))

    def _open(self, index: QModelIndex, *, in_editor: bool) -> None:
        if not index.isValid() or self._model.entry(index.row()).heading:
            return
        line = self._model.entry(index.row())
        self.hide()
        self._box.clearFocus()
        self.opened.emit(line, in_editor)


class _FlatList(QListView):
    """A list that never takes the focus from the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setStyleSheet("background: transparent;")
