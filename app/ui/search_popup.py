"""What the search found, below its field: titles, people, places, screenings and actions, each with its reason."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.domain.folding import FormKind
from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.store.search import Hit
from app.ui.accessible import announce
from app.ui.icons import paint_icon
from app.ui.posters import paint_poster
from app.ui.search_field import SearchBox
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel

Search = Callable[[str], Sequence[Hit]]
"""Finds what fits the text, best first; asked in the window's thread."""

GROUP = 5
"""Hits shown of one kind before "All 12"."""

WIDE = 608
PATIENCE = 60
"""Milliseconds of rest before a search begins."""

KINDS = ("work", "agent", "venue", "screening")
_ICONS = {"agent": "users", "venue": "map-pin", "screening": "calendar-clock"}
_ENTRY = int(Qt.ItemDataRole.UserRole)


class Entry(NamedTuple):
    """A line of the list: a heading, a hit, "All n" of a kind, or an action of the menus."""

    text: str
    second: str = ""
    why: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    hit: Hit | None = None
    all_of: str = ""
    action: QAction | None = None

    @property
    def heading(self) -> bool:
        """Whether it is only a heading."""
        return self.hit is None and self.action is None and not self.all_of


def reason(hit: Hit) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Why a hit was found, in words, with the parts to mark; nothing when its shown name itself fits."""
    if hit.how == FormKind.NAME and hit.why in (hit.name, hit.original):
        return "", ()
    match hit.how:
        case FormKind.PINYIN:
            words = _("pinyin: {name}", name=hit.why)
        case FormKind.INITIALS:
            words = _("initials: {name}", name=hit.why)
        case FormKind.LATIN:
            words = _("Latin form: {name}", name=hit.why)
        case FormKind.SIMPLIFIED:
            words = _("also written: {name}", name=hit.why)
        case FormKind.SKELETON:
            words = _("in another script: {name}", name=hit.why)
        case _:
            words = _("also called: {name}", name=hit.why)
    start = words.find(hit.why)
    return words, tuple((a + start, b + start) for a, b in hit.spans) if start >= 0 else ()


def entries(hits: Sequence[Hit], actions: Sequence[QAction]) -> list[Entry]:
    """The lines of the list for these hits and actions, in groups of at most `GROUP`."""
    lines: list[Entry] = []
    headings = {"work": _("Titles"), "agent": _("People"), "venue": _("Places"), "screening": _("Screenings")}
    for kind in KINDS:
        own = [hit for hit in hits if hit.kind == kind]
        if not own:
            continue
        lines.append(Entry(headings[kind]))
        for hit in own[:GROUP]:
            why, spans = reason(hit)
            second = hit.original if hit.original != hit.name else ""
            lines.append(Entry(hit.name, second, why, spans, hit))
        if len(own) > GROUP and kind == "work":
            number = formats.number(language(), len(own))
            lines.append(Entry(_("All {number}", number=number), all_of=kind))
    if actions:
        lines.append(Entry(_("Actions")))
        lines += [Entry(plain_text(action), why=keys_shown(action.shortcut()), action=action) for action in actions]
    return lines


def plain_text(action: QAction) -> str:
    """The words of an action without the mark of its letter."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


class EntryModel(QAbstractListModel):
    """The lines as a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Entry] = []

    def show(self, lines: list[Entry]) -> None:
        """Take over new lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """One line."""
        return self._lines[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.text, line.second, line.why) if part)
        return line if role == _ENTRY else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self._lines[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Paints a line: poster or icon, name, second name, the reason at the right with its match marked."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Entry = index.data(_ENTRY)
        tall = 28 if line.heading else 48 if line.hit is not None and line.hit.kind == "work" else 36
        return QSize(100, theme().px(tall))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Entry = index.data(_ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours, px = theme(), theme().px
        if line.heading:
            painter.setFont(colours.font("small_strong"))
            painter.setPen(colours.color("text2"))
            painter.drawText(rect.adjusted(px(14), px(4), 0, 0), Qt.AlignmentFlag.AlignVCenter, line.text)
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.color("accentTint"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colours.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.color("hover"))
        why = min(width_of(colours.font("small"), line.why) + px(4), rect.width() // 2)
        self._paint_why(painter, QRect(rect.right() - px(14) - why, rect.top(), why, rect.height()), line)
        self._paint_name(painter, rect.adjusted(px(14), 0, -px(24) - why, 0), line)

    def _paint_name(self, painter: QPainter, rect: QRect, line: Entry) -> None:
        px = theme().px
        if line.hit is not None and line.hit.kind == "work":
            paint_poster(
                painter, QRectF(rect.left(), rect.top() + (rect.height() - px(33)) // 2, px(22), 0), line.hit.id
            )
            room = rect.adjusted(px(34), px(4), 0, 0)
            half = (rect.height() - px(8)) // 2
            self._words(painter, QRect(room.left(), room.top(), room.width(), half), line.text, "row_title", "text")
            below = QRect(room.left(), room.top() + half, room.width(), half)
            self._words(painter, below, line.second, "body", "text2")
            return
        icon = "list" if line.all_of else _ICONS.get(line.hit.kind, "") if line.hit else _action_icon(line)
        size = px(16)
        paint_icon(painter, QRectF(rect.left(), rect.top() + (rect.height() - size) // 2, size, size), icon, "text2")
        room = rect.adjusted(px(28), 0, 0, 0)
        used = self._words(painter, room, line.text, "body", "accent" if line.all_of else "text")
        self._words(painter, room.adjusted(used + px(10), 0, 0, 0), line.second, "body", "text2")

    def _words(self, painter: QPainter, room: QRect, text: str, role: str, tone: str) -> int:
        font = theme().font(role)
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        shown = fitting(font, text, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        return width_of(font, shown)

    def _paint_why(self, painter: QPainter, room: QRect, line: Entry) -> None:
        """The reason piece by piece, so that the match can be marked."""
        colours = theme()
        plain, strong = colours.font("small"), colours.font("small_strong")
        marked = {place for start, end in line.spans for place in range(start, end)}
        pieces = _pieces(line.why, marked)
        x = room.right() - sum(width_of(strong if is_match else plain, text) for text, is_match in pieces)
        middle = room.top() + room.height() // 2
        tall = colours.px(17)
        for text, is_match in pieces:
            wide = width_of(strong if is_match else plain, text)
            spot = QRect(x, middle - tall // 2, wide, tall)
            if is_match:
                painter.fillRect(spot, colours.color("amberTint"))
                painter.fillRect(QRect(spot.left(), spot.bottom() - 1, wide, 2), colours.color("amberFill"))
            painter.setFont(strong if is_match else plain)
            painter.setPen(colours.color("text" if is_match else "text2"))
            painter.drawText(spot.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, text)
            x += wide


def _action_icon(line: Entry) -> str:
    name = line.action.property("icon_name") if line.action is not None else ""
    return str(name or "arrow-right")


def _pieces(text: str, marked: set[int]) -> list[tuple[str, bool]]:
    """The text cut where marking begins and ends."""
    pieces: list[tuple[str, bool]] = []
    for place, letter in enumerate(text):
        if pieces and pieces[-1][1] == (place in marked):
            pieces[-1] = (pieces[-1][0] + letter, pieces[-1][1])
        else:
            pieces.append((letter, place in marked))
    return pieces


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
        self._model = EntryModel(self)
        self._list = _FlatList()
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
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
        box.left.connect(self.hide)
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
        """Search for what the field holds now."""
        text = self._box.text().strip()
        if not text:
            self.hide()
            return
        lines = entries(self._search(text), _fitting_actions(self.actions_of_window, text))
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

    def _escape(self) -> None:
        """First the list goes, then the text, then the focus."""
        if self.isVisible():
            self.hide()
        elif self._box.text():
            self._box.clear()
        else:
            self._box.clearFocus()

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


def _fitting_actions(actions: Sequence[QAction], text: str) -> list[QAction]:
    """Enabled actions one of whose words begins with the text; at most `GROUP`."""
    sought = text.casefold()
    fitting_ones = []
    for action in actions:
        words = plain_text(action).casefold()
        if action.isEnabled() and action.isVisible() and (words.startswith(sought) or f" {sought}" in words):
            fitting_ones.append(action)
    return fitting_ones[:GROUP]
