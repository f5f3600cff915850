"""Entries that were being typed when the program ended: put back one title at a time, to be looked at and kept."""

from PySide6.QtGui import QGuiApplication

from app.i18n.active import _, ngettext
from app.ui.drafts import Draft
from app.ui.page import Shell
from app.ui.works.draft_keeper import DraftKeeper
from app.ui.works.editing import Editing


class Restoring:
    """Goes to the title of the first draft and puts all its drafts into their fields.

    The last of them waits there to be kept; one that is left for the next is kept by that, as when it was typed.
    """

    def __init__(self, keeper: DraftKeeper, editing: Editing, shell: Shell) -> None:
        self._keeper, self._editing, self._shell = keeper, editing, shell

    def restore(self) -> None:
        """Put the drafts of one title back; offer the next one's."""
        waiting = self._keeper.waiting()
        if not waiting or not self._editing.close():
            return
        work = waiting[0].work
        if work is not None:
            self._editing.open(work, waiting[0].section)
        for draft in [one for one in waiting if one.work == work]:
            self._put_back(draft)
        left = len(self._keeper.waiting())
        if left:
            said = ngettext("{n} more entry was not finished", "{n} more entries were not finished", left)
            self._shell.offer(said, _("Restore"), self.restore, "pencil")

    def _put_back(self, draft: Draft) -> None:
        if draft.work is None:
            self._keeper.put_back_new(draft)
            return
        if not self._editing.on or not self._keeper.put_back(draft):
            self._keeper.forget(draft)
            QGuiApplication.clipboard().setText(draft.text)
            self._shell.toast(_("Its field is gone; the text is on the clipboard"), icon="copy")
