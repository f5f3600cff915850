"""Why a library could not be opened, in a box with the one link that may help: a backup, or another try."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.active import _, say
from app.store.lock import ELSEWHERE, IN_USE
from app.store.preflight import NEWER
from app.ui import dialogs
from app.ui.backups import kept
from app.ui.settings.backup_list import BackupChoice
from app.ui.translated import Translated
from app.ui.widgets.message import Level, Notice
from app.words import Phrase

NO_BACKUP_HELPS = (IN_USE, ELSEWHERE, NEWER)
"""The file is sound; what stands in the way is somewhere else."""


class Trouble(Translated, QWidget):
    """`again` carries the path to try once more, `backup_chosen` a backup and the library it is to replace."""

    again = Signal(object)
    backup_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal: Phrase | None = None
        self._path: Path | None = None
        self._offers_backup = False
        self.notice = Notice(Level.ERROR)
        self.notice.followed.connect(self._followed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.addWidget(self.notice)
        self.hide()
        self.retranslate()

    def tell(self, refusal: Phrase, path: Path | None) -> None:
        """Say it; `path` is the library that was to be opened."""
        self._refusal, self._path = refusal, path
        backups = bool(path and kept(path))
        self._offers_backup = backups and refusal.message not in NO_BACKUP_HELPS
        self.show()
        self.retranslate()

    def clear(self) -> None:
        """There is no trouble any more."""
        self._refusal = None
        self.hide()

    def retranslate(self) -> None:
        """Say it again."""
        if self._refusal is None:
            return
        link = _("Open a backup…") if self._offers_backup else _("Try again") if self._path else ""
        self.notice.tell(_("The library cannot be opened"), say(self._refusal), link)

    def _followed(self) -> None:
        path = self._path
        if path is None:
            return
        if not self._offers_backup:
            self.again.emit(path)
            return
        choice = BackupChoice(kept(path), self)
        if dialogs.show(choice) and (chosen := choice.chosen()) is not None:
            self.backup_chosen.emit(chosen.path, path)
