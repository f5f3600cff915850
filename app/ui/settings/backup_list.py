"""Backups as a list: when each was made, how long ago, how large it is and why it was made."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.i18n import formats
from app.i18n.active import _, language
from app.store.backup import Backup
from app.store.store import utc_now
from app.ui import dialogs
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind

_SHOWN = int(Qt.ItemDataRole.DisplayRole)
_Index = QModelIndex | QPersistentModelIndex


def made(backup: Backup) -> str:
    """When a backup was made, on the clock of this machine."""
    return formats.date_time(language(), backup.at.astimezone())


def reason(backup: Backup) -> str:
    """Why it was made."""
    if backup.path.name.endswith("-before-update.keruen-backup"):
        return _("before an update")
    if backup.path.name.endswith("-import.keruen-backup"):
        return _("before an import")
    return _("by itself or when asked")


class BackupModel(QAbstractTableModel):
    """The rows of the list, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Backup, ...] = ()
        self._now = utc_now()

    def show_rows(self, rows: Sequence[Backup], now: datetime) -> None:
        """Show these backups."""
        self.beginResetModel()
        self.rows, self._now = tuple(rows), now
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = _SHOWN) -> Any:
        if role != _SHOWN or not index.isValid():
            return None
        backup = self.rows[index.row()]
        match index.column():
            case 0:
                return made(backup)
            case 1:
                return formats.ago(language(), backup.at, self._now)
            case 2:
                return formats.size(language(), backup.size)
            case _:
                return reason(backup)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _SHOWN) -> Any:
        if role != _SHOWN or orientation is not Qt.Orientation.Horizontal:
            return None
        return (_("Made"), _("Age"), _("Size"), _("Reason"))[section]


class BackupList(Translated, QTableView):
    """Backups to choose one from; `chosen` when another is current, `activated` comes from Enter and double click."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = BackupModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(self._moved)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def show_backups(self, rows: Sequence[Backup]) -> None:
        """List these, the first chosen."""
        before = self.current()
        self._model.show_rows(rows, utc_now())
        self._measure()
        place = next((n for n, row in enumerate(rows) if before and row.path == before.path), 0)
        if rows:
            self.selectRow(place)
        self.chosen.emit()

    def current(self) -> Backup | None:
        """The chosen one."""
        row = self.currentIndex().row()
        return self._model.rows[row] if 0 <= row < len(self._model.rows) else None

    def retranslate(self) -> None:
        """Say times and sizes again."""
        self.setAccessibleName(_("Backups"))
        self.show_backups(self._model.rows)

    def sizeHint(self) -> QSize:
        rows = min(max(len(self._model.rows), 3), 8)
        return QSize(theme().px(560), theme().px(30) * rows + theme().px(30))

    def _moved(self) -> None:
        self.chosen.emit()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(30))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.updateGeometry()


class BackupChoice(dialogs.House):
    """Which backup shall take the place of a library that cannot be opened?"""

    def __init__(self, rows: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__("history", "accent", parent)
        self._list = BackupList()
        self._list.activated.connect(self.accept)
        self._keep = Button()
        self._keep.clicked.connect(self.reject)
        self._act = Button(kind=Kind.PRIMARY)
        self._act.clicked.connect(self.accept)
        self._act.setDefault(True)
        self.body.addWidget(self._list)
        self.foot.addWidget(self._keep)
        self.foot.addWidget(self._act)
        self._list.show_backups(rows)
        self.setMinimumWidth(theme().px(640))
        self.retranslate()

    def chosen(self) -> Backup | None:
        """The backup the user chose."""
        return self._list.current()

    def retranslate(self) -> None:
        """Say the question again."""
        self.setWindowTitle(_("Keruen"))
        self.heading.setText(_("Which backup do you want to open?"))
        self.sentence.setText(_("It replaces the library. The current file is kept beside it."))
        self._keep.setText(_("Cancel"))
        self._act.setText(_("Open backup"))
