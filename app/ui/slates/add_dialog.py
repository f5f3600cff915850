"""Choosing titles of the catalogue for a slate: a search, a list of which several can be chosen, a column."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.kinds import SlateState
from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.store.slate_candidates import Candidates
from app.store.slate_rows import COLUMNS
from app.store.work_rows import WorkRow
from app.ui.posters import paint_poster
from app.ui.slates.desk import column_name
from app.ui.tab_order import ReadingOrder
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.draw import fitting, row_ground
from app.ui.widgets.fields import Combo, SearchField
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.works.wording import countries

WIDE, TALL, ROW = 640, 560, 44
PATIENCE = 120
"""Milliseconds of rest in typing before the library is asked."""

ROWS = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
Find = Callable[[str], Candidates]


class FoundModel(QAbstractListModel):
    """The titles found."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[WorkRow, ...] = ()

    def show(self, rows: Sequence[WorkRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return formats.commas(language(), filter(None, (row.title, row.second, facts(row))))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (row.title, row.second)))
            case _:
                return row if role == ROWS else None


class FoundPainter(QStyledItemDelegate):
    """A line: poster, names, country, year and minutes."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: WorkRow = index.data(ROWS)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours, px = theme(), theme().px
        row_ground(painter, rect, state)
        paint_poster(painter, QRectF(rect.left() + px(12), rect.top() + px(4), px(24), px(36)), row.id)
        font, small = colours.font("strong"), colours.font("small")
        said = facts(row)
        left = rect.left() + px(48)
        room = QRect(left, rect.top() + px(4), rect.right() - px(12) - left, px(18))
        painter.setFont(font)
        painter.setPen(colours.color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, row.title, room.width()))
        room.translate(0, px(18))
        words = " · ".join(filter(None, (row.second, said)))
        painter.setFont(small)
        painter.setPen(colours.color("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(small, words, room.width()))


def facts(row: WorkRow) -> str:
    """Kazakhstan, 2019, 155 min."""
    year = str(row.year) if row.year else ""
    minutes = formats.minutes(language(), row.runtime) if row.runtime else ""
    return formats.commas(language(), filter(None, (countries(row.countries), year, minutes)))


class FoundList(QListView):
    """The list; letters typed here go on in the search."""

    def __init__(self, field: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.setItemDelegate(FoundPainter(self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the dialog's own button
            return
        if event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._field.setFocus()
            self._field.insert(event.text())
            return
        super().keyPressEvent(event)


class AddTitles(Translated, ReadingOrder, QDialog):
    """Asks which titles go into the slate, and into which column."""

    def __init__(self, find: Find, parent: QWidget | None = None, state: SlateState = SlateState.LONGLIST) -> None:
        super().__init__(parent)
        self._find = find
        self._found = Candidates((), 0)
        self.heading = SafeLabel(role="section")
        self.field = SearchField()
        self.model = FoundModel()
        self.list = FoundList(self.field)
        self.list.setModel(self.model)
        self.note = SafeLabel(role="small", tone="text2", wrap=True)
        self.into = SafeLabel(tone="text2")
        self.column = Combo()
        for one in COLUMNS:
            if one is not SlateState.DECLINED:
                self.column.addItem("", one.value)
        self.column.setCurrentIndex(max(0, self.column.findData(state.value)))
        self.keep_button = Button()
        self.act_button = Button(kind=Kind.PRIMARY)
        self._rest = QTimer(self, singleShot=True, interval=PATIENCE)
        self._rest.timeout.connect(self.look)
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._rest.start())
        self.list.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell())
        self.list.doubleClicked.connect(lambda _index: self.accept())
        self.keep_button.clicked.connect(self.reject)
        self.act_button.clicked.connect(self.accept)
        self.act_button.setDefault(True)
        self.retranslate()
        self.look()
        self.field.setFocus()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 18, 20, 14)
        body.setSpacing(10)
        body.addWidget(self.heading)
        body.addWidget(self.field)
        body.addWidget(self.list, 1)
        body.addWidget(self.note)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.into)
        foot.addWidget(self.column)
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.act_button)
        ground = Panel("panel")
        ground.setLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(Line())
        column.addWidget(ground)
        self.resize(theme().px(WIDE), theme().px(TALL))

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(_("Keruen"))
        self.heading.setText(_("Add titles to the slate"))
        self.field.set_words(_("Search titles in any script"), _("Clear the search"))
        self.list.setAccessibleName(_("Titles in the catalogue"))
        self.into.setText(_("Column"))
        self.column.setAccessibleName(_("Column"))
        for place in range(self.column.count()):
            self.column.setItemText(place, column_name(SlateState(self.column.itemData(place))))
        self.keep_button.setText(_("Cancel"))
        self._tell()

    def look(self) -> None:
        """Ask the library what the search finds."""
        self._rest.stop()
        self._found = self._find(self.field.text())
        self.model.show(self._found.rows)
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self._tell()

    def chosen(self) -> list[int]:
        """The works chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.rows[row].id for row in rows]

    def state(self) -> SlateState:
        """Into which column."""
        return SlateState(self.column.currentData())

    def accept(self) -> None:
        """Let it go only with something chosen."""
        if self._rest.isActive():
            self.look()
        if self.chosen():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown) and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        count, total, shown = len(self.chosen()), self._found.total, len(self._found.rows)
        self.act_button.setText(ngettext("Add {n} title", "Add {n} titles", count) if count else _("Add"))
        self.act_button.setEnabled(bool(count))
        if not total:
            self.note.setText(_("No titles match, or all of them are on the slate already."))
        elif shown < total:
            self.note.setText(_("The first {shown} of {total} titles. Type to narrow them.", shown=shown, total=total))
        else:
            self.note.setText(_("Shift and Ctrl select several; Ctrl+A selects all."))
