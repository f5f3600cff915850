"""The editor in the place of the list: opened on a title, moved to the one before or after, closed."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from app.ui import dialogs
from app.ui.page import Shell
from app.ui.pending import commit_pending_edits
from app.ui.works.catalogue_view import CatalogueView
from app.ui.works.editor import Editor
from app.ui.works.lines import Lines
from app.ui.works.sight import Sight
from app.words import N_, phrase

DROP_TYPING = dialogs.Question(
    phrase(N_("Leave this title with errors in it?")),
    phrase(N_("What is marked red was not saved. If you leave, the last valid values stay.")),
    phrase(N_("Leave")),
    phrase(N_("Keep editing")),
    "octagon-alert",
    destroys=True,
)


class Parts(NamedTuple):
    """What the page is made of."""

    stack: QStackedWidget
    view: CatalogueView
    editor: Callable[[], Editor]
    lines: Lines
    sight: Sight


class Editing:
    """`on` while the editor is shown. `closed` is called when the list is back."""

    def __init__(self, parts: Parts, shell: Shell, closed: Callable[[], None]) -> None:
        self.on = False
        self._parts = parts
        self._shell = shell
        self._closed = closed

    def open(self, work: int, section: str = "names", code: str = "") -> None:
        """Open the editor on a title, at a section, perhaps at its name in a language."""
        parts = self._parts
        if self.on and not self.may_leave():
            return
        parts.view.list.choose(work)
        if parts.sight.look_at(work) is None:
            return
        self.on = True
        self.show()
        parts.stack.setCurrentWidget(parts.editor())
        parts.editor().focus(section, code)
        self._shell.set_status(parts.editor().status())
        self._shell.commands_changed()

    def show(self) -> None:
        """Show the record as it was read last; a title that is gone closes the editor."""
        parts, record = self._parts, self._parts.sight.record
        if record is None:
            self._back()
            return
        place, count = parts.lines.model.index_of(record.id).row(), len(parts.lines.model.ids)
        parts.editor().show_record(record, before=place > 0, after=0 <= place < count - 1)

    def close(self) -> bool:
        """Go back to the list; False when typing that could not be kept shall not be given up."""
        if not self.on:
            return True
        if not self.may_leave():
            return False
        self._back()
        return True

    def step(self, by: int) -> None:
        """Go to the title before (-1) or after (1), in the order of the list."""
        parts, record = self._parts, self._parts.sight.record
        if record is None or not self.may_leave():
            return
        ids = parts.lines.model.ids
        place = parts.lines.model.index_of(record.id).row() + by
        if 0 <= place < len(ids):
            parts.view.list.choose(ids[place])
            parts.sight.look_at(ids[place])
            self.show()
            parts.editor().setFocus(Qt.FocusReason.OtherFocusReason)
            self._shell.set_status(parts.editor().status())

    def may_leave(self) -> bool:
        """Hand over what is typed; ask when some of it cannot be kept."""
        commit_pending_edits()
        if not self.on:
            return True
        editor = self._parts.editor()
        if editor.unkept() and not dialogs.ask(editor, DROP_TYPING):
            return False
        editor.drop_unkept()
        return True

    def _back(self) -> None:
        self.on = False
        self._parts.stack.setCurrentWidget(self._parts.view)
        self._parts.view.titles.setFocus(Qt.FocusReason.OtherFocusReason)
        self._closed()
        self._shell.commands_changed()
