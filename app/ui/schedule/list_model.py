"""The events of a programme as lines, by day and time: the twin of the board for keys and screen readers."""

from collections.abc import Callable, Sequence  # noqa: TC003 - beside the other imports of every module
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.kinds import ScreeningStatus
from app.domain.screenings import Severity
from app.i18n import formats, labels, phrases
from app.i18n.active import _, language, tr
from app.store.schedule import Card
from app.ui.schedule.faces import codes, spoken
from app.ui.schedule.plan import Plan

Index = QModelIndex | QPersistentModelIndex

CARD = Qt.ItemDataRole.UserRole
PLAN = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """What a line says, left to right."""

    DAY = 0
    START = 1
    END = 2
    HALL = 3
    TITLE = 4
    LANGUAGES = 5
    STRAND = 6
    STATUS = 7
    CONFLICTS = 8


EDITABLE = (Column.START, Column.HALL, Column.STATUS)


class ListModel(QAbstractTableModel):
    """The lines. It holds a plan and knows nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self._cards: Sequence[Card] = ()
        self.edited: Callable[[Card, Column, Any], bool] | None = None

    def show_plan(self, plan: Plan) -> None:
        """Show a plan; lines that stay are only painted again."""
        cards = tuple(sorted(plan.schedule.cards, key=lambda card: (card.day, card.starts, card.hall)))
        same = [card.id for card in cards] == [card.id for card in self._cards]
        if not same:
            self.beginResetModel()
        self.plan, self._cards = plan, cards
        if not same:
            self.endResetModel()
        elif cards:
            self.dataChanged.emit(self.index(0, 0), self.index(len(cards) - 1, len(Column) - 1))

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
        """Whether a line begins another day."""
        return row == 0 or self._cards[row - 1].day != self._cards[row].day

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            _("Day"), _("Start"), _("End"), _("Hall"), _("Title"), _("Languages"), _("Strand"), _("Status"),
            _("Conflicts"),
        )[section]  # fmt: skip

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        plan = self.plan
        if plan is None or not index.isValid():
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(plan, card, index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(plan, card) if index.column() == Column.TITLE else self._words(plan, card, index)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(plan.sentence(one) for one in plan.against(card.id)) or None
            case _ if role == CARD:
                return card
            case _ if role == PLAN:
                return plan
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.edited is None or not index.isValid():
            return False
        return bool(self.edited(self._cards[index.row()], Column(index.column()), value))

    def _words(self, plan: Plan, card: Card, index: Index) -> str:
        match Column(index.column()):
            case Column.DAY:
                return formats.day_label(language(), card.day) if self.first_of_day(index.row()) else ""
            case Column.START:
                return formats.time(language(), card.starts)
            case Column.END:
                return formats.time(language(), card.ends)
            case Column.HALL:
                return plan.hall_name(card.hall)
            case Column.TITLE:
                return card.title
            case Column.LANGUAGES:
                return " ".join(code.text for code in codes(plan, card))
            case Column.STRAND:
                return plan.strand_name(card.strand)
            case Column.STATUS:
                return labels.screening_status(tr(), card.status)
            case Column.CONFLICTS:
                return "; ".join(phrases.finding_title(tr(), one) for one in plan.against(card.id))


def grave(plan: Plan, card: Card) -> bool:
    """Whether anything of weight stands against an event."""
    return plan.worst(card.id) is Severity.ERROR


def struck(card: Card) -> bool:
    """Whether an event is cancelled."""
    return card.status is ScreeningStatus.CANCELLED
