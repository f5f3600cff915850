"""The catalogue as a list: the ids in order, and lines fetched a page at a time when they come into sight."""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.ui.works.wording import Worded

PAGE = 16
"""Lines fetched in one go: about a window full, so that no frame takes long, and not one line at a time."""

KEPT = 1000
"""Lines remembered before the oldest are forgotten."""

FEW = 16
"""So many works are looked for one by one; for more, the places of all are listed first."""

MANY = 40
"""More separate insertions or removals than this are told as one new list."""

WORDED = int(Qt.ItemDataRole.UserRole)
WORK = int(Qt.ItemDataRole.UserRole) + 1

# Roles come as plain ints at every call; comparing enums there costs more than the answer.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], dict[int, Worded]]
Rename = Callable[[int, str], bool]
_ROOT = QModelIndex()


class WorkModel(QAbstractListModel):
    """Ids of works in order. `fetch` answers their lines, `rename` keeps a new title.

    `replaced` comes when so much has changed that the selection must be found again by id.
    """

    replaced = Signal()

    def __init__(self, fetch: Fetch, rename: Rename, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._rename = rename
        self._ids: list[int] = []
        self._places: dict[int, int] | None = None
        self._lines: dict[int, Worded] = {}

    # What it holds

    @property
    def ids(self) -> list[int]:
        """The works shown, in order."""
        return self._ids

    def work_at(self, index: Index) -> int | None:
        """The work of an index, or None."""
        return self._ids[index.row()] if index.isValid() and index.row() < len(self._ids) else None

    def index_of(self, work: int | None) -> QModelIndex:
        """The index of a work; an invalid one when it is not shown."""
        if work is None:
            return QModelIndex()
        if self._places is not None:
            place = self._places.get(work, -1)
        else:
            try:
                place = self._ids.index(work)
            except ValueError:
                place = -1
        return QModelIndex() if place < 0 else self.index(place)

    def line(self, work: int) -> Worded | None:
        """The line of a work, fetched when it is not at hand; None when the work is gone."""
        if work not in self._lines:
            place = self.index_of(work).row()
            self.prepare(place, place) if place >= 0 else self._keep([work])
        return self._lines.get(work)

    def prepare(self, first: int, last: int) -> None:
        """Have the lines from `first` to `last` at hand: the view calls it before it paints."""
        first = max(first, 0)
        works = self._ids[first : last + 1]
        missing = [place for place, work in enumerate(works, first) if work not in self._lines]
        if missing:
            start, stop = missing[0] // PAGE * PAGE, (missing[-1] // PAGE + 1) * PAGE
            self._keep([work for work in self._ids[start:stop] if work not in self._lines])

    def _keep(self, works: Sequence[int]) -> None:
        if len(self._lines) + len(works) > KEPT:
            self._lines.clear()
        self._lines.update(self._fetch(works))

    # What changes it

    def show(self, ids: list[int]) -> None:
        """Take over another order or choice of works; what stays keeps its selection.

        Only the stretch in which the lists differ is looked at: an edit moves one line among many.
        """
        old = self._ids
        head = _common(old, ids)
        if head == len(old) == len(ids):
            return
        tail = _common_end(old, ids, head)
        was, now = old[head : len(old) - tail], ids[head : len(ids) - tail]
        wanted = set(now)
        if len(was) == len(now) and wanted.issuperset(was):  # the same works in another order
            self._reorder(list(ids))
            return
        leaving = _runs(place for place, work in enumerate(was, head) if work not in wanted)
        if len(leaving) > MANY:
            self.replace(ids)
            return
        here = wanted.intersection(was)
        coming = _runs(place for place, work in enumerate(now, head) if work not in here)
        if len(leaving) + len(coming) > MANY:
            self.replace(ids)
            return
        for first, last in reversed(leaving):
            self.beginRemoveRows(_ROOT, first, last)
            del self._ids[first : last + 1]
            self._places = None
            self.endRemoveRows()
        self._reorder([*ids[:head], *(work for work in now if work in here), *ids[len(ids) - tail :]])
        for first, last in coming:
            self.beginInsertRows(_ROOT, first, last)
            self._ids[first:first] = ids[first : last + 1]
            self._places = None
            self.endInsertRows()

    def replace(self, ids: list[int]) -> None:
        """Take over a list that has little in common with the old one."""
        self.beginResetModel()
        self._ids = list(ids)
        self._places = None
        self.endResetModel()
        self.replaced.emit()

    def forget(self, works: Collection[int] | None = None) -> None:
        """These works (all if None) read differently now: fetch them again."""
        if works is None:
            self._lines.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        for work in works:
            self._lines.pop(work, None)
        if len(works) > FEW:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        for work in works:
            index = self.index_of(work)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _reorder(self, ids: list[int]) -> None:
        if ids == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        works = [self._ids[index.row()] for index in old]
        self._ids = ids
        self._places = {work: place for place, work in enumerate(ids)} if len(works) > FEW else None
        self.changePersistentIndexList(old, [self.index_of(work) for work in works])
        self._places = None
        self.layoutChanged.emit()

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        work = self._ids[index.row()]
        if role == WORK:
            return work
        # Only what is asked for one line at a time may fetch; painting finds its lines prepared.
        line = self.line(work) if role in (_SPOKEN, _EDIT) else self._lines.get(work)
        if line is None:
            return None
        if role in (_DISPLAY, _EDIT):
            return line.title
        if role == WORDED:
            return line
        if role == _SPOKEN:
            return line.spoken
        return line.doubt or None if role == _TOOLTIP else None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        work = self.work_at(index)
        text = str(value).strip()
        if role != _EDIT or work is None or not text or text == self.data(index, _EDIT):
            return False
        return self._rename(work, text)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


def _common(some: list[int], others: list[int]) -> int:
    """How many works two lists begin with in common: lists are compared in one go, so by halves."""
    low, high = 0, min(len(some), len(others))
    while low < high:
        middle = (low + high + 1) // 2
        if some[low:middle] == others[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(some: list[int], others: list[int], head: int) -> int:
    """How many works they end with in common behind the first `head`."""
    low, high = 0, min(len(some), len(others)) - head
    while low < high:
        middle = (low + high + 1) // 2
        if some[len(some) - middle : len(some) - low] == others[len(others) - middle : len(others) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Places in order as runs of neighbours: 1 2 3 7 -> (1, 3) (7, 7). It stops where there are too many to tell."""
    runs: list[tuple[int, int]] = []
    first = last = -2
    for place in places:
        if place != last + 1:
            if last >= 0:
                runs.append((first, last))
                if len(runs) > MANY:
                    return runs
            first = place
        last = place
    return [*runs, (first, last)] if last >= 0 else runs
