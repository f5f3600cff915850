"""The events of a programme as lines, by day and time: the twin of the board for keys and screen readers."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.order import sort_key
from app.domain.screenings import Severity
from app.i18n import formats, labels, phrases
from app.i18n.active import _, language, pgettext, tr
from app.store.schedule import Card
from app.ui.schedule.faces import codes, spoken, tip
from app.ui.schedule.plan import Plan, minutes_after

Index = QModelIndex | QPersistentModelIndex

CARD = int(Qt.ItemDataRole.UserRole)
PLAN = CARD + 1


class Column(IntEnum):
    """What a line says, left to right."""

    DAY = 0
    START = 1
    END = 2
    ZONE = 3
    HALL = 4
    TITLE = 5
    MINUTES = 6
    LANGUAGES = 7
    STRAND = 8
    STATUS = 9
    CONFLICTS = 10
    NOTE = 11


EDITABLE = (Column.DAY, Column.START, Column.HALL, Column.MINUTES, Column.STRAND, Column.STATUS, Column.NOTE)
BODIES = (PartKind.FILM, PartKind.TALK)
DISPLAY, EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
SPOKEN, TIP = int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole)


class ListModel(QAbstractTableModel):
    """The lines. It holds a plan and knows nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self._cards: Sequence[Card] = ()
        self._sorted_by = Column.DAY
        self._falling = False
        self._words = ""
        self.edited: Callable[[Card, Column, Any], bool] | None = None

    def show_plan(self, plan: Plan) -> None:
        """Show a plan; lines that stay are only painted again."""
        cards = self._chosen(plan)
        same = [card.id for card in cards] == [card.id for card in self._cards]
        if not same:
            self.beginResetModel()
        self.plan, self._cards = plan, cards
        if not same:
            self.endResetModel()
        elif cards:
            self.dataChanged.emit(self.index(0, 0), self.index(len(cards) - 1, len(Column) - 1))

    def filter(self, words: str) -> None:
        """Only the lines in which every word is found: in titles, hall, strand, day, note or status."""
        self._words = words
        if self.plan is not None:
            self.show_plan(self.plan)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = Column(max(column, 0))
        self._falling = order is Qt.SortOrder.DescendingOrder
        if self.plan is not None:
            self.show_plan(self.plan)

    @property
    def by_day(self) -> bool:
        """Whether lines of one day stand together."""
        return self._sorted_by is Column.DAY

    def _chosen(self, plan: Plan) -> list[Card]:
        words = self._words.casefold().split()
        cards = [card for card in plan.schedule.cards if not words or found_in(plan, card, words)]
        cards.sort(key=lambda card: (card.day, card.starts, card.hall))
        if self._sorted_by is not Column.DAY or self._falling:
            keys = {card.id: self._key(plan, card) for card in cards}
            cards.sort(key=lambda card: keys[card.id], reverse=self._falling)
        return cards

    def _key(self, plan: Plan, card: Card) -> Any:
        halls = list(plan.halls)
        match self._sorted_by:
            case Column.DAY:
                return card.day
            case Column.START | Column.END:
                moment = card.starts if self._sorted_by is Column.START else card.ends
                return minutes_after(card.day, moment)
            case Column.HALL:
                return halls.index(card.hall) if card.hall in halls else len(halls)
            case Column.MINUTES:
                return length(card)
            case Column.STRAND:
                return plan.strand_number(card.strand)
            case Column.CONFLICTS:
                return -(plan.worst(card.id) or 0), -len(plan.against(card.id))
            case Column.STATUS:
                return list(ScreeningStatus).index(card.status)
        return sort_key(self._said(plan, card, self._sorted_by), plan.language)

    def retranslate(self) -> None:
        """The heads of the columns speak another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def row_of(self, screening: int) -> int:
        """The line of an event, -1 when it has none."""
        return next((place for place, card in enumerate(self._cards) if card.id == screening), -1)

    def card(self, row: int) -> Card:
        """The event of a line."""
        return self._cards[row]

    def first_of_day(self, row: int) -> bool:
        """Whether a line begins another day; where days are not together, every line does."""
        return row == 0 or not self.by_day or self._cards[row - 1].day != self._cards[row].day

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return (
            _("Day"), _("Start"), _("End"), _("Time zone"), _("Hall"), _("Title"), pgettext("column", "Min"),
            _("Languages"), _("Strand"), _("Status"), _("Conflicts"), _("Note"),
        )[section]  # fmt: skip

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.editable(index.row(), Column(index.column())):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def editable(self, row: int, column: Column) -> bool:
        """Whether a cell can be changed where it stands; minutes only of an event with one film or talk."""
        if column is Column.MINUTES:
            return sum(part.kind in BODIES for part in self._cards[row].parts) == 1
        return column in EDITABLE

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        plan = self.plan
        if plan is None or not index.isValid():
            return None
        role = int(role)
        card = self._cards[index.row()]
        if role == DISPLAY:
            if index.column() == Column.DAY and not self.first_of_day(index.row()):
                return ""
            return self._said(plan, card, Column(index.column()))
        if role == SPOKEN:
            column = Column(index.column())
            return spoken(plan, card) if column is Column.TITLE else self._said(plan, card, column)
        if role == TIP:
            column = Column(index.column())
            return card.note if column is Column.NOTE else tip(plan, card)
        if role == CARD:
            return card
        return plan if role == PLAN else None

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        if role != EDIT or self.edited is None or not index.isValid():
            return False
        return bool(self.edited(self._cards[index.row()], Column(index.column()), value))

    def _said(self, plan: Plan, card: Card, column: Column) -> str:
        return _SAID[column](plan, card)


def length(card: Card) -> int:
    """Minutes of the films and talks of an event."""
    return sum(part.minutes for part in card.parts if part.kind in BODIES)


def found_in(plan: Plan, card: Card, words: Sequence[str]) -> bool:
    """Whether every word stands somewhere in what a line says."""
    said = (
        card.title, card.second, plan.hall_name(card.hall), plan.strand_name(card.strand), card.note,
        formats.day_label(language(), card.day), labels.screening_status(tr(), card.status),
    )  # fmt: skip
    text = " ".join(said).casefold()
    return all(word in text for word in words)


def _troubles(plan: Plan, card: Card) -> str:
    return "; ".join(phrases.finding_title(tr(), one) for one in plan.against(card.id))


_SAID: dict[Column, Callable[[Plan, Card], str]] = {
    Column.DAY: lambda _plan, card: formats.day_label(language(), card.day),
    Column.START: lambda _plan, card: formats.time(language(), card.starts),
    Column.END: lambda _plan, card: formats.time(language(), card.ends),
    Column.ZONE: lambda plan, card: plan.zone_words(card.day, card.hall),
    Column.HALL: lambda plan, card: plan.hall_name(card.hall),
    Column.TITLE: lambda _plan, card: card.title,
    Column.MINUTES: lambda _plan, card: str(length(card)),
    Column.LANGUAGES: lambda plan, card: " ".join(code.text for code in codes(plan, card)),
    Column.STRAND: lambda plan, card: plan.strand_name(card.strand),
    Column.STATUS: lambda _plan, card: labels.screening_status(tr(), card.status),
    Column.CONFLICTS: _troubles,
    Column.NOTE: lambda _plan, card: card.note.split("\n", 1)[0],
}
"""What each cell says."""


def grave(plan: Plan, card: Card) -> bool:
    """Whether anything of weight stands against an event."""
    return plan.worst(card.id) is Severity.ERROR


def struck(card: Card) -> bool:
    """Whether an event is cancelled."""
    return card.status is ScreeningStatus.CANCELLED
