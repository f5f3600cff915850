"""The backups of the open library: the list, one more now, and the way back to an earlier one."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.i18n import formats
from app.i18n.active import _, language, say
from app.store.backup import Backup
from app.store.failures import told
from app.store.figures import figures
from app.store.store import Store, utc_now
from app.ui import dialogs
from app.ui.backups import kept
from app.ui.dialogs import Question
from app.ui.jobs import Job, Outcome
from app.ui.library_menu import back_up
from app.ui.page import Shell
from app.ui.settings.backup_list import BackupList, made
from app.ui.settings.section import Section
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.message import Level, Notice
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import N_, Phrase, counted, phrase

LOOKING = phrase(N_("Reading the backup"))


def contents(path: Path) -> Phrase:
    """What a backup holds. Raises `UserError` when it cannot be read."""
    with told():
        store = Store.open(path, own=False)
        try:
            with store.read() as session:
                found = figures(session)
        finally:
            store.close()
    titles = counted("{n} title", "{n} titles", found.works)
    screenings = counted("{n} screening", "{n} screenings", found.screenings)
    return phrase(N_("{titles} and {screenings}"), titles=titles, screenings=screenings)


class BackupsSection(Section):
    """Nothing is lost: what a backup replaces is kept as a file beside it."""

    def __init__(self, workspace: Workspace, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._shell = workspace, shell
        self._backups = shell.libraries.backups if shell.libraries else None
        self._look: Outcome[Phrase] = Outcome()
        self._asked = 0
        self._note, self.last = SafeLabel(tone="text2", wrap=True), SafeLabel(role="value")
        self.list = BackupList()
        self.preview = SafeLabel(tone="text2", wrap=True)
        self.make, self.restore = Button(icon="plus", kind=Kind.PRIMARY), Button(icon="history")
        self.unable = Notice(Level.INFO)
        self.body.addWidget(self._note)
        self.body.addWidget(self.last)
        self.body.addWidget(self.unable)
        self.body.addWidget(self.list)
        self.body.addWidget(self.preview)
        self.row(self.make, self.restore)
        self.finish()
        self.list.chosen.connect(self._chosen)
        self.list.activated.connect(self._restore)
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(self._restore)
        if self._backups is not None:
            self._backups.made.connect(self._made)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words, and when the last backup was made."""
        self.title.setText(_("Backups"))
        self._note.setText(
            _(
                "A backup is made at the start of a day, every half hour while something changes, and before an "
                "update. Each is checked. Ten are kept, then one a day, one a week and one a month."
            )
        )
        self.make.setText(_("Back up now"))
        self.restore.setText(_("Restore…"))
        self.unable.tell(
            _("An office database has its own backups"), _("They are made where its server is looked after.")
        )
        self._say()

    def reload(self) -> None:
        """List what is there now."""
        path = self._workspace.store.path
        rows = kept(path) if path else []
        self.list.show_backups(rows)
        for part in (self.list, self.preview, self.make, self.restore, self.last):
            part.setVisible(path is not None)
        self.unable.setVisible(path is None)
        self.make.setEnabled(not self._workspace.store.read_only)
        self.restore.setEnabled(bool(rows) and not self._workspace.store.read_only)
        self._say()

    def _say(self) -> None:
        latest = self._backups.latest() if self._backups else None
        if latest is None:
            self.last.setText(_("There are no backups yet"))
        else:
            self.last.setText(_("Last backup: {when}", when=formats.ago(language(), latest, utc_now())))
        if self._look.refusal is not None:
            self.preview.setText(say(self._look.refusal))
        else:
            self.preview.setText(_("It holds {contents}.", contents=self._look.value) if self._look.value else "")

    def _made(self) -> None:
        if self.isVisible():
            self.reload()

    def _make(self) -> None:
        if self._backups is not None:
            back_up(self._backups, self._shell)

    def _chosen(self) -> None:
        """Look into the chosen one, in a job: it may be large."""
        self._look = Outcome()
        self._say()
        backup = self.list.current()
        if backup is None or not self.isVisible():
            return
        self._asked += 1
        asked = self._asked

        def ended(outcome: Outcome[Phrase]) -> None:
            if asked == self._asked:
                self._look = outcome
                self._say()

        self._shell.jobs.start(Job(lambda _job: contents(backup.path), LOOKING), ended)

    def _restore(self) -> None:
        backup = self.list.current()
        libraries = self._shell.libraries
        if backup is None or libraries is None or not self.restore.isEnabled():
            return
        if dialogs.ask(self.window(), self._question(backup)):
            libraries.restore(backup.path, self._restored)

    def _question(self, backup: Backup) -> Question:
        holds = self._look.value or phrase(N_("what was there then"))
        return Question(
            phrase(N_("Restore the backup of {when}?"), when=made(backup)),
            phrase(
                N_("It holds {contents}. Changes made since then are not in it; the current library is kept "
                "as a file beside it."),
                contents=holds,
            ),
            phrase(N_("Restore backup")),
            phrase(N_("Keep the current one")),
            "history",
            destroys=True,
        )  # fmt: skip

    def _restored(self) -> None:
        self._shell.toast(_("The backup is the library now. The old one is kept beside it."), icon="history")
        if self.isVisible():
            self.reload()
