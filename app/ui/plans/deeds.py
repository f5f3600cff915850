"""What the page of plans does: each deed one step that can be undone, each told."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from app.i18n.active import _, ngettext
from app.operations import plans as operations
from app.operations.plans import Label
from app.store.plan_rows import PlanRow
from app.ui.dialogs import Question
from app.ui.insisting import ask_text
from app.ui.page import Shell
from app.ui.workspace import Workspace
from app.words import N_, Phrase, phrase

_NAME = phrase(N_("Name"))
_CANCEL = phrase(N_("Cancel"))


class PlanDeeds:
    """Runs what the buttons ask. `parent` is what questions stand above."""

    def __init__(self, workspace: Workspace, shell: Shell, parent: QWidget) -> None:
        self._workspace, self._shell, self._parent = workspace, shell, parent

    def keep(self, programme: int) -> int | None:
        """Keep the schedule as an alternative; the number of what was kept."""
        question = Question(
            phrase(N_("Save the schedule as it is now?")),
            phrase(N_("You can carry on and come back to it later, or compare the two.")),
            phrase(N_("Save plan")), _CANCEL, "copy",
        )  # fmt: skip

        def keep(name: str) -> int | None:
            label = phrase(N_("Save the plan “{name}”"), name=name)
            return self._done(label, operations.keep, programme, name, _("Saved as “{name}”", name=name))

        return ask_text(self._workspace, self._parent, question, _NAME, lambda text: keep(text.strip()))

    def release(self, programme: int) -> int | None:
        """Give the schedule out under a name."""
        question = Question(
            phrase(N_("Publish the schedule?")),
            phrase(N_("From then on its times count as published: anyone who moves one is warned.")),
            phrase(N_("Publish")), _CANCEL, "file-down",
        )  # fmt: skip

        def release(name: str) -> int | None:
            label = phrase(N_("Published “{name}”"), name=name)
            return self._done(label, operations.release, programme, name, _("Published as “{name}”", name=name))

        return ask_text(self._workspace, self._parent, question, _NAME, lambda text: release(text.strip()))

    def put_in_force(self, row: PlanRow) -> None:
        """Make the schedule what a kept plan says."""
        label = phrase(N_("Activate the plan “{name}”"), name=row.name)
        done = self._workspace.edit(label, operations.put_in_force, row.id)
        if done is None:
            return
        words = _("“{name}” is now active", name=row.name)
        if done.left_out:
            missing = ngettext(
                "{n} event was left out: its hall or title is no longer there",
                "{n} events were left out: their halls or titles are no longer there",
                len(done.left_out),
            )
            words = f"{words}. {missing}"
        self._shell.toast(words, undo=True)

    def rename(self, row: PlanRow) -> None:
        """Call it something else."""
        question = Question(
            phrase(N_("Rename the plan")),
            phrase(N_("A release keeps its number.")),
            phrase(N_("Rename")),
            _CANCEL,
            "pencil",
        )
        label = phrase(N_("Rename the plan “{name}”"), name=row.name)
        ask_text(
            self._workspace, self._parent, question, _NAME,
            lambda name: self._workspace.edit(label, operations.rename, row.id, name, row.note), row.name,
        )  # fmt: skip

    def remove(self, row: PlanRow) -> None:
        """Throw an alternative away."""
        label = phrase(N_("Remove the plan “{name}”"), name=row.name)
        before = self._workspace.undo_stack.index()
        self._workspace.edit(label, operations.remove, row.id)
        if self._workspace.undo_stack.index() != before:
            self._shell.toast(_("“{name}” was removed", name=row.name), undo=True)

    def _done(self, label: Phrase, deed: object, programme: int, name: str, said: str) -> int | None:
        made = Label(name, datetime.now(UTC), author=self._workspace.store.author)
        kept: int | None = self._workspace.edit(label, deed, programme, made)  # type: ignore[arg-type]
        if kept is not None:
            self._shell.toast(said, undo=True)
        return kept
