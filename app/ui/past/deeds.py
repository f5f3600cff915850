"""Bringing back from the history: a value, a record, a whole step; each undoable, each told in a toast."""

from app.i18n import formats
from app.i18n.active import _, language, tr
from app.i18n.field_words import field_word, record_word
from app.operations import restoring
from app.store.history import Past
from app.store.past_changes import step as kept_step
from app.ui.page import Shell
from app.ui.past.deed_view import Restored
from app.ui.workspace import Workspace
from app.words import N_, phrase


class PastDeeds:
    """Runs what the history offers."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        self._workspace = workspace
        self._shell = shell

    def restore(self, wanted: Restored) -> None:
        """Bring a value or a record back."""
        before = self._workspace.undo_stack.index()
        if wanted.field:
            label = phrase(N_("Bring back an older value"))
            facts = wanted.table, wanted.row, wanted.field, wanted.value
            self._workspace.edit(label, restoring.restore_field, *facts)
            said = _("Brought back: {what}", what=field_word(tr(), wanted.field))
        else:
            label = phrase(N_("Bring back a deleted record"))
            self._workspace.edit(label, restoring.restore_row, wanted.step, wanted.table, wanted.row)
            said = _("Brought back: {what}", what=record_word(tr(), wanted.table))
        if self._workspace.undo_stack.index() != before:
            self._shell.toast(said, undo=True)

    def take_back(self, past: Past) -> None:
        """Take an earlier step back, as far as nothing it changed was changed again."""
        kept = self._workspace.read(kept_step, past.step)
        if kept is None:
            return
        day = formats.date_medium(language(), past.at.astimezone().date())
        made = self._workspace.take_back(kept, phrase(N_("Revert a step of {day}"), day=past.at.astimezone().date()))
        if made is not None:
            self._shell.toast(_("The step of {day} was reverted", day=day), undo=True)
