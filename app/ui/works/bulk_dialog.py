"""The dialog that changes many titles in one step: tick what shall change, and read in how many it does."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.bulk import Changes, common
from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.operations import bulk_edit
from app.store import bulk_facts
from app.store.programme_rows import programme_rows
from app.ui import dialogs
from app.ui.jobs import Job, Outcome
from app.ui.page import Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.safe import SafeLabel
from app.ui.works.bulk_fields import BulkFields
from app.ui.workspace import Workspace
from app.words import counted

WIDE = 640
AT_ONCE = 500
"""Titles up to which the change is made at once; more of them in a job."""

Counting = Callable[[Changes], int]


class BulkDialog(dialogs.House):
    """`counting` tells in how many of the `total` titles the changes change anything."""

    def __init__(self, total: int, shared: Mapping[str, Any], programmes: list[Any], counting: Counting,
                 parent: QWidget | None) -> None:  # fmt: skip
        super().__init__("list", "accent", parent)
        self._total, self._counting = total, counting
        self.fields = BulkFields(shared, programmes)
        self.preview = SafeLabel(role="strong", wrap=True)
        self.act, self.keep = Button(kind=Kind.PRIMARY), Button()
        self.body.addSpacing(6)
        self.body.addWidget(self.fields)
        self.body.addSpacing(6)
        self.body.addWidget(self.preview)
        self.foot.addWidget(self.keep)
        self.foot.addWidget(self.act)
        self.act.setDefault(True)
        self.act.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        self._soon = QTimer(self, singleShot=True, interval=120)
        self._soon.timeout.connect(self.count)
        self.fields.changed.connect(self._soon.start)
        self.setMinimumWidth(theme().px(WIDE))
        self.retranslate()
        self.count()

    def retranslate(self) -> None:
        """Say the words again."""
        self.heading.setText(ngettext("Change {n} title", "Change {n} titles", self._total))
        self.setWindowTitle(self.heading.text())
        self.sentence.setText(_("Tick what is to be changed. Only values all of them share are filled in."))
        self.act.setText(_("Change"))
        self.keep.setText(_("Cancel"))
        self.count()

    def count(self) -> None:
        """Say in how many titles the ticked changes change anything."""
        changes = self.fields.changes()
        number = 0 if changes == Changes() else self._counting(changes)
        self.act.setEnabled(number > 0)
        if changes == Changes():
            self.preview.setText(_("Nothing is ticked yet."))
            return
        total = formats.number(language(), self._total)
        self.preview.setText(
            ngettext("Will change {n} of {total} titles", "Will change {n} of {total} titles", number, total=total)
        )


class BulkDeeds:
    """Opens the dialog on the selected titles and carries out what was ticked."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        self._workspace = workspace
        self._shell = shell

    def edit(self, works: Sequence[int], parent: QWidget | None) -> None:
        """Ask what to change in these titles, and change it in one step."""
        works = list(works)
        seen = self._workspace.read(lambda session: [one for _work, one in bulk_facts.seen(session, works)])
        if not seen:
            return
        programmes = self._workspace.read(programme_rows)

        def count(changes: Changes) -> int:
            return len(self._workspace.read(bulk_edit.would_change, works, changes))

        dialog = BulkDialog(len(seen), common(seen), list(programmes), count, parent)
        if dialogs.show(dialog):
            self.carry_out(works, dialog.fields.changes())

    def carry_out(self, works: Sequence[int], changes: Changes) -> None:
        """Change these titles: at once, or many of them in a job that can be stopped."""
        label = counted("Change {n} title", "Change {n} titles", len(works))
        if len(works) <= AT_ONCE:
            done = self._workspace.edit(label, bulk_edit.edit_all, works, changes)
            if done:
                self._say(done)
            return

        def ended(outcome: Outcome[Any]) -> None:
            if outcome.done and outcome.value is not None:
                number, step = outcome.value
                self._workspace.adopt(step)
                self._say(number)

        store = self._workspace.store
        job: Job[Any] = Job(lambda job: store.write(label, bulk_edit.edit_all, works, changes, job.report), label)
        self._shell.run(job, ended)

    def _say(self, number: int) -> None:
        self._shell.toast(ngettext("{n} title changed", "{n} titles changed", number), undo=True)
