"""What waits to be placed: cards to drag onto the board, a filter, and where to drop what shall leave it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.kinds import RightsStatus
from app.domain.skeleton import skeleton
from app.i18n import formats, labels, phrases
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.store.schedule import TrayRow
from app.ui.gallery import gallery
from app.ui.icons import paint_icon
from app.ui.posters import paint_poster
from app.ui.schedule.drop_area import DropArea
from app.ui.schedule.faces import languages_joined
from app.ui.schedule.keyboard import letter
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.fields import SearchField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.status import RIGHTS_LOOK

CARD, GAP = 62, 7
POSTER = 30
REACH = 6
HELD = 12
"""Pixels after its public time at which a card from the tray hangs on the pointer."""

QUIET = (RightsStatus.CLEARED, RightsStatus.NOT_NEEDED)
ROW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class TrayModel(QAbstractListModel):
    """The slate entries with showings still to place."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TrayRow, ...] = ()

    def show_rows(self, rows: Sequence[TrayRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((row.title, *lines(row)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.title, row.second)))
        return None


def shorter(row: TrayRow) -> str:
    """The second line of a narrow card: 90 min, KK +2."""
    minutes = formats.minutes(language(), row.minutes)
    if row.version is None or not row.version.subtitles:
        return lines(row)[0]
    said = f"{formats.language_code(language(), row.version.language)} +{len(row.version.subtitles)}"
    return _("{minutes}, {languages}", minutes=minutes, languages=said)


def lines(row: TrayRow) -> tuple[str, str]:
    """The second and third line of a card: 90 min, ZH + KK; 1 of 2 placed or what the rights amount to."""
    minutes = formats.minutes(language(), row.minutes)
    second = (
        _("{minutes}, {languages}", minutes=minutes, languages=languages_joined(language(), row.version))
        if row.version
        else minutes
    )
    if row.standing.status in QUIET:
        return second, _("{placed} of {showings} placed", placed=row.placed, showings=row.showings)
    if row.standing.status is RightsStatus.ENDING:
        return second, phrases.rights_until(tr(), row.standing)
    return second, labels.rights_status(tr(), row.standing.status)


class CardPainter(QStyledItemDelegate):
    """Paints a card of the tray."""

    posters = True
    held: int | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme().px(CARD + GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TrayRow = index.data(ROW)
        colours, px = theme(), theme().px
        state = option.state
        rect = QRectF(option.rect).adjusted(1, 1, -1, -px(GAP) + 1)
        held = self.held == row.entry
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        edge = QPen(colours.color("line2"), 1)
        if held:
            edge = QPen(colours.color("accent"), 1, Qt.PenStyle.CustomDashLine)
            edge.setDashPattern([4, 3])
        elif chosen:
            edge = QPen(colours.color("focus" if state & QStyle.StateFlag.State_HasFocus else "accent"), 2)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        fill = "accentTint" if held or chosen else "hover" if over else "surface"
        rounded(painter, rect, 6, colours.color(fill), edge)
        left = rect.left() + px(8)
        if self.posters:
            tall = px(POSTER) * 1.5
            painter.setOpacity(0.45 if held else 1)
            paint_poster(painter, QRectF(left, round(rect.center().y() - tall / 2), px(POSTER), tall), row.work)
            painter.setOpacity(1)
            left += px(POSTER + 8)
        self._words(
            painter,
            QRect(round(left), round(rect.top()), round(rect.right() - px(6) - left), round(rect.height())),
            row,
            held=held,
        )

    def _words(self, painter: QPainter, room: QRect, row: TrayRow, *, held: bool) -> None:
        colours, px = theme(), theme().px
        second, third = lines(row)
        if width_of(colours.font("small"), second) > room.width():
            second = shorter(row)
        line = px(17)
        top = room.center().y() - (3 * line) // 2
        quiet = "text3" if held else "text2"
        look = RIGHTS_LOOK[row.standing.status]
        left = room.left()
        for place, (text, role, tone) in enumerate(
            (
                (row.title, "strong", "text3" if held else "text"),
                (second, "small", quiet),
                (
                    _("Being placed") if held else third,
                    "small",
                    quiet if held or row.standing.status in QUIET else look.tone,
                ),
            )
        ):
            if place == 2 and not held and row.standing.status not in QUIET:  # noqa: PLR2004 - the third line
                size = px(13)
                paint_icon(
                    painter, QRectF(left, top + place * line + (line - size) / 2, size, size), look.icon, look.tone
                )
                left += size + px(5)
            font = colours.font(role)
            painter.setFont(font)
            painter.setPen(colours.color(tone))
            width = room.right() - left
            painter.drawText(
                QRect(left, top + place * line, width, line), Qt.AlignmentFlag.AlignVCenter, fitting(font, text, width)
            )


class CardList(QListView):
    """The cards. A press that travels becomes a drag over the board."""

    grabbed = Signal(object, QPoint)
    dragged = Signal(QPoint, object)
    released = Signal(QPoint, object)
    place = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press: QPoint | None = None
        self._dragging = False
        self.painter = CardPainter(self)
        self.setItemDelegate(self.painter)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")
        theme().themed.connect(self.doItemsLayout)
        gallery().arrived.connect(self.viewport().update)

    def row(self) -> TrayRow | None:
        """The chosen entry."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            return
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._press = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint(), event.modifiers())
        elif self._press is not None:
            row = self.row()
            if (spot - self._press).manhattanLength() > REACH and row is not None:
                self._dragging = True
                self.grabbed.emit(row, event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() is not Qt.MouseButton.LeftButton:
            return
        dragging, self._dragging, self._press = self._dragging, False, None
        if dragging:
            self.released.emit(event.globalPosition().toPoint(), event.modifiers())
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        del event
        self._say(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if letter(event) == "p" and not event.modifiers():
            self._say(self.place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say(self.opened)
        else:
            super().keyPressEvent(event)

    def let_go(self) -> None:
        """The drag has ended, however."""
        self._dragging, self._press = False, None

    def _say(self, signal: Any) -> None:
        row = self.row()
        if row is not None:
            signal.emit(row)


class Tray(Translated, Panel):
    """The left column of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._rows: tuple[TrayRow, ...] = ()
        self._total = 0
        self.title = SafeLabel(role="strong")
        self.count = SafeLabel(role="small", tone="text2")
        self.field = SearchField()
        self.cards = CardList()
        self.model = TrayModel()
        self.cards.setModel(self.model)
        self.empty = SafeLabel(role="small", tone="text2", wrap=True)
        self.slate = LinkButton(role="small", compact=True)
        self._begun = False
        self.drop = DropArea()
        words = FlowLayout(gap=8, line_gap=0)
        words.addWidget(self.title)
        words.addWidget(self.count)
        self.head = QWidget()
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addStretch(1)
        head.addLayout(words)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.field)
        column.addWidget(self.empty)
        column.addWidget(self.slate, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.cards, 1)
        column.addWidget(self.drop)
        self.field.textChanged.connect(self._filter)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.title.setText(_("To place"))
        self.field.set_words(_("Filter entries"), _("Clear the filter"))
        self.cards.setAccessibleName(_("Titles to place"))
        self.drop.say(_("Drop here to unschedule"))
        self.slate.setText(_("Open the slate"))
        self._tell()

    def show_rows(self, rows: Sequence[TrayRow], total: int, *, begun: bool = True) -> None:
        """Show what waits, of so many entries; `begun`: some were placed already. The chosen card stays."""
        self._rows, self._total, self._begun = tuple(rows), total, begun
        self._filter()
        self._tell()

    def show_posters(self, posters: bool) -> None:  # noqa: FBT001 - a plain setter
        """Narrow windows do without."""
        self.cards.painter.posters = posters
        self.cards.viewport().update()

    def hold(self, entry: int | None) -> None:
        """Mark the card that is being dragged."""
        self.cards.painter.held = entry
        self.cards.viewport().update()

    def light(self, *, lit: bool) -> None:
        """Show that a drop here would take something off the board."""
        if self.drop.lit != lit:
            self.drop.lit = lit
            self.drop.update()

    def _filter(self) -> None:
        words = skeleton(self.field.text())
        kept = self.cards.row()
        self.model.show_rows([row for row in self._rows if words in skeleton(f"{row.title} {row.second}")])
        for place in range(self.model.rowCount()):
            index = self.model.index(place)
            if kept is not None and index.data(ROW).entry == kept.entry:
                self.cards.setCurrentIndex(index)
        self._tell()

    def _tell(self) -> None:
        self.count.setText(_("{n} of {total}", n=len(self._rows), total=self._total))
        said = ""
        if not self._total:
            said = _("No titles to place yet. Titles confirmed on the slate wait here.")
        elif not self._rows and self._begun:
            said = pgettext("tray", "Everything is placed.")
        elif not self._rows:
            said = ngettext(
                "The slate has {n} title, but it is not confirmed yet.",
                "The slate has {n} titles, but none is confirmed yet.",
                self._total,
            )
        elif not self.model.rowCount():
            said = _("No titles match")
        self.empty.setText(said)
        self.empty.setVisible(bool(said))
        self.slate.setVisible(not self._rows and bool(self._total))

    def _measure(self) -> None:
        self.head.setFixedHeight(theme().px(48))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.cards.viewport().update()
