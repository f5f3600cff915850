"""Two plans side by side, event by event: where it was, where it is, and what became of it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.domain.kept_plans import Changed, Difference, KeptEvent, changes
from app.domain.kinds import ScreeningStatus
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.i18n.plan_words import difference
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.row_table import read_by_rows

_Index = QModelIndex | QPersistentModelIndex
_SHOWN, _INK, _FONT = (
    int(role) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.FontRole)
)
_TIP, _SPOKEN = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)
TITLE, BEFORE, AFTER, CHANGE = range(4)

_GRAVE = frozenset({Difference.CANCELLED, Difference.REMOVED})


class Pair(NamedTuple):
    """An event in both plans, or in one of them; no differences if it stayed as it was."""

    before: KeptEvent | None
    after: KeptEvent | None
    differences: tuple[Difference, ...] = ()

    @property
    def event(self) -> KeptEvent:
        """The event as it is now, or was last."""
        return Changed(self.differences, self.before, self.after).event


def pairs(before: Sequence[KeptEvent], after: Sequence[KeptEvent], *, all_events: bool) -> list[Pair]:
    """The events that differ, or every one, by time."""
    different = {one.event.id: Pair(one.before, one.after, one.differences) for one in changes(before, after)}
    if not all_events:
        return list(different.values())
    old = {event.id: event for event in before}
    same = [Pair(old.get(event.id), event) for event in after if event.id not in different]
    return sorted([*different.values(), *same], key=lambda pair: (pair.event.starts, pair.event.hall, pair.event.id))


def place(event: KeptEvent | None, day_start: int) -> str:
    """Fri 16 Oct, 19:30, Hall 1; the day is the festival day."""
    if event is None:
        return "–"
    evening = (event.local - timedelta(minutes=day_start)).date()
    when = _("{day}, {time}", day=formats.day_label(language(), evening), time=formats.time(language(), event.local))
    parts = [when, event.hall_names.shown(language())]
    if event.status is not ScreeningStatus.CONFIRMED:
        parts.append(labels.screening_status(tr(), event.status))
    return formats.commas(language(), parts)


class ComparisonModel(QAbstractTableModel):
    """Four columns: the event, its place in either plan, and what changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[Pair] = []
        self.heads = ("", "")
        self.day_start = 0

    def show(self, found: Iterable[Pair], heads: tuple[str, str], day_start: int) -> None:
        """Show these events under the names of both plans."""
        self.beginResetModel()
        self.pairs, self.heads, self.day_start = list(found), heads, day_start
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else CHANGE + 1

    def data(self, index: _Index, role: int = _SHOWN) -> Any:
        if not index.isValid():
            return None
        pair = self.pairs[index.row()]
        if role in (_SHOWN, _TIP, _SPOKEN):
            return self._text(pair, index.column())
        if role == _INK:
            return theme().color(_tone(pair, index.column()))
        if role == _FONT:
            strong = index.column() == TITLE or (index.column() == CHANGE and pair.differences)
            return theme().font("strong" if strong else "body", tabular=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _SHOWN) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _SHOWN:
            return (_("Event"), *self.heads, _("What changed"))[section]
        return None

    def _text(self, pair: Pair, column: int) -> str:
        match column:
            case 0:  # TITLE
                return pair.event.title(language())
            case 1:  # BEFORE
                return place(pair.before, self.day_start)
            case 2:  # AFTER
                return place(pair.after, self.day_start)
            case _:
                return formats.commas(language(), [difference(tr(), one) for one in pair.differences])


def _tone(pair: Pair, column: int) -> str:
    if column == CHANGE and _GRAVE.intersection(pair.differences):
        return "red"
    if column == CHANGE and pair.differences:
        return "amber"
    return "text" if pair.differences else "text2"


class Comparison(Translated, QTableView):
    """The table; Enter goes to the event on the board."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ComparisonModel(self)
        self.setModel(self.rows)
        read_by_rows(self)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """Say what it is."""
        self.setAccessibleName(_("Two plans side by side"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, CHANGE)

    def current(self) -> Pair | None:
        """The chosen event."""
        row = self.currentIndex().row()
        return self.rows.pairs[row] if 0 <= row < len(self.rows.pairs) else None

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(34))
