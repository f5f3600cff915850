"""The lines of the search's list: what they say, why they are there, how they are painted."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.folding import FormKind, fold
from app.i18n import formats
from app.i18n.active import _, language
from app.store.search import Hit
from app.ui.icons import paint_icon
from app.ui.posters import paint_poster
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, width_of
from app.ui.widgets.key_hint import keys_shown
from app.ui.window_menus import ENGLISH

Spans = tuple[tuple[int, int], ...]
"""Parts of a text, as (start, end) in code points."""

GROUP = 5
"""Hits shown of one kind before "All 12"."""

GROUPS = (("work",), ("agent",), ("venue", "hall"), ("screening",))
"""The kinds of hits that stand together under one heading."""

_ICONS = {"agent": "users", "venue": "map-pin", "hall": "door-open", "screening": "calendar-clock"}
_ENTRY = int(Qt.ItemDataRole.UserRole)


class Entry(NamedTuple):
    """A line of the list: a heading, a hit, "All n" of a kind, or an action of the menus.

    `spans` are marked in `why`, `marks` in `text`, `second_marks` in `second`.
    """

    text: str
    second: str = ""
    why: str = ""
    spans: Spans = ()
    hit: Hit | None = None
    marks: Spans = ()
    all_of: str = ""
    action: QAction | None = None
    second_marks: Spans = ()

    @property
    def heading(self) -> bool:
        """Whether it is only a heading."""
        return self.hit is None and self.action is None and not self.all_of


def reason(hit: Hit) -> tuple[str, Spans]:
    """Why a hit was found, in words, with the parts to mark; nothing when its shown name itself fits."""
    if hit.how == FormKind.NAME and hit.why in (hit.name, hit.original):
        return "", ()
    if hit.how == FormKind.NAME and hit.kind == "screening":  # it may be the name of its hall or programme
        return ("", ()) if hit.why == hit.note else (hit.why, hit.spans)
    match hit.how:
        case FormKind.PINYIN:
            words = _("pinyin: {name}", name=hit.why)
        case FormKind.INITIALS:
            words = _("initials: {name}", name=hit.why)
        case FormKind.LATIN:
            words = _("Latin form: {name}", name=hit.why)
        case FormKind.SIMPLIFIED:
            words = _("also written: {name}", name=hit.why)
        case FormKind.ALIKE:
            words = _("spelt alike: {name}", name=hit.why)
        case FormKind.SKELETON:
            words = _("in another script: {name}", name=hit.why)
        case _:
            words = _("also called: {name}", name=hit.why)
    start = words.find(hit.why)
    return words, tuple((a + start, b + start) for a, b in hit.spans) if start >= 0 else ()


def entries(hits: Sequence[Hit], actions: Sequence[QAction], titles: int | None = None) -> list[Entry]:
    """The lines of the list for these hits and actions, in groups of at most `GROUP`; `titles` are there in all."""
    lines: list[Entry] = []
    headings = (_("Titles"), _("People"), _("Places"), _("Screenings"))
    for kinds, heading in zip(GROUPS, headings, strict=True):
        own = [hit for hit in hits if hit.kind in kinds]
        if not own:
            continue
        lines.append(Entry(heading))
        for hit in own[:GROUP]:
            why, spans = reason(hit)
            second = _second(hit)
            marks = hit.spans if not why and hit.why == hit.name else ()
            below = hit.spans if not why and not marks and hit.why == second else ()
            lines.append(Entry(hit.name, second, why, spans, hit, marks, second_marks=below))
        if len(own) > GROUP and kinds == ("work",):
            number = formats.number(language(), max(len(own), titles or 0))
            lines.append(Entry(_("All {number}", number=number), all_of="work"))
    if actions:
        lines.append(Entry(_("Actions")))
        lines += [Entry(plain_text(action), why=keys_shown(action.shortcut()), action=action) for action in actions]
    return lines


def _second(hit: Hit) -> str:
    """What is said beside a name: the original, the post of a person, the venue of a hall, when and where one shows."""
    if hit.when is not None:
        spoken = language()
        day, time = formats.date_medium(spoken, hit.when.date()), formats.time(spoken, hit.when)
        return " · ".join(part for part in (_("{day}, {time}", day=day, time=time), hit.note) if part)
    own = hit.original if hit.original != hit.name else ""
    return " · ".join(part for part in (own, hit.note) if part)


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
        why = min(_wide(line.why, line.spans, "small"), rect.width() // 2)
        self._paint_why(painter, QRect(rect.right() - px(14) - why, rect.top(), why, rect.height()), line)
        self._paint_name(painter, rect.adjusted(px(14), 0, -px(24) - why, 0), line)

    def _paint_name(self, painter: QPainter, rect: QRect, line: Entry) -> None:
        px = theme().px
        if line.hit is not None and line.hit.kind == "work":
            poster = QRectF(rect.left(), rect.top() + (rect.height() - px(33)) // 2, px(22), px(33))
            paint_poster(painter, poster, line.hit.id)
            half = (rect.height() - px(8)) // 2
            tall = half if line.second else half * 2  # a name alone stands in the middle
            room = QRect(rect.left() + px(34), rect.top() + px(4), rect.width() - px(34), tall)
            _marked(painter, room, line.text, line.marks, "row_title")
            self._paint_second(painter, room.translated(0, half), line)
            return
        icon = "list" if line.all_of else _ICONS.get(line.hit.kind, "") if line.hit else _action_icon(line)
        size = px(16)
        paint_icon(painter, QRectF(rect.left(), rect.top() + (rect.height() - size) // 2, size, size), icon, "text2")
        room = rect.adjusted(px(28), 0, 0, 0)
        if line.all_of:
            _words(painter, room, line.text, "accent")
            return
        _marked(painter, room, line.text, line.marks, "body")
        used = width_of(theme().font("body"), line.text) + px(10)
        self._paint_second(painter, room.adjusted(used, 0, 0, 0), line)

    def _paint_second(self, painter: QPainter, room: QRect, line: Entry) -> None:
        if line.second_marks:
            _marked(painter, room, line.second, line.second_marks, "body")
        else:
            _words(painter, room, line.second, "text2")

    def _paint_why(self, painter: QPainter, room: QRect, line: Entry) -> None:
        wide = _wide(line.why, line.spans, "small")
        _marked(painter, room.adjusted(max(room.width() - wide, 0), 0, 0, 0), line.why, line.spans, "small")


def _words(painter: QPainter, room: QRect, text: str, tone: str) -> None:
    """One line, shortened to its room."""
    font = theme().font("body")
    painter.setFont(font)
    painter.setPen(theme().color(tone))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, text, room.width()))


def _marked(painter: QPainter, room: QRect, text: str, spans: Spans, role: str) -> None:
    """One line from the left, piece by piece, with its match on amber and underlined."""
    colours = theme()
    whole = shortened(text, spans, role, room.width())
    x, middle = room.left(), room.top() + room.height() // 2
    tall = round(colours.font(role).pixelSize() * 1.4)
    for piece, is_match in _pieces(whole, spans):
        font = _piece_font(role, strong=is_match)
        wide = width_of(font, piece)
        spot = QRect(x, middle - tall // 2, wide, tall)
        if is_match:
            painter.fillRect(spot, colours.color("amberTint"))
            painter.fillRect(QRect(spot.left(), spot.bottom() - 1, wide, 2), colours.color("amberFill"))
        painter.setFont(font)
        painter.setPen(colours.color("text2" if role == "small" and not is_match else "text"))
        painter.drawText(spot.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, piece)
        x += wide


def shortened(text: str, spans: Spans, role: str, width: int) -> str:
    """The line as it is painted in `width`: cut only when its pieces, each in its own font, are wider together."""
    if _wide(text, spans, role) <= width:
        return text
    return fitting(_piece_font(role, strong=bool(spans)), text, width)


def _wide(text: str, spans: Spans, role: str) -> int:
    """How wide a line is whose match may be bolder than the rest."""
    return sum(width_of(_piece_font(role, strong=is_match), piece) for piece, is_match in _pieces(text, spans))


def _piece_font(role: str, *, strong: bool) -> QFont:
    return theme().font(role, weight=600 if strong and role == "small" else None)


def _action_icon(line: Entry) -> str:
    name = line.action.property("icon_name") if line.action is not None else ""
    return str(name or "arrow-right")


def _pieces(text: str, spans: Spans) -> list[tuple[str, bool]]:
    """The text cut where marking begins and ends."""
    marked = {place for start, end in spans for place in range(start, end)}
    pieces: list[tuple[str, bool]] = []
    for place, letter in enumerate(text):
        if pieces and pieces[-1][1] == (place in marked):
            pieces[-1] = (pieces[-1][0] + letter, pieces[-1][1])
        else:
            pieces.append((letter, place in marked))
    return pieces


def fitting_actions(actions: Sequence[QAction], text: str) -> list[QAction]:
    """Enabled actions whose words, as shown or in English, begin with those of the text; at most `GROUP`."""
    fitting_ones = []
    for action in actions:
        spelt = (plain_text(action), str(action.property(ENGLISH) or "").replace("&", ""))
        if action.isEnabled() and action.isVisible() and any(_begins(words, text) for words in spelt):
            fitting_ones.append(action)
    return fitting_ones[:GROUP]


def _begins(words: str, text: str) -> bool:
    """Whether every word of the text begins one of the words."""
    own, sought = fold(words).split(), fold(text).split()
    return bool(sought) and all(any(word.startswith(part) for word in own) for part in sought)
