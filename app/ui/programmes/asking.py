"""Asking for a programme and founding it, or for what is to change about one; the same from every page."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.i18n.active import _, language
from app.operations import founding
from app.store.programme_rows import hall_rows, programme_row
from app.store.slate_rows import section_rows, target_rows, terms
from app.ui import dialogs
from app.ui.page import Shell
from app.ui.programmes.dialog import Known, ProgrammeDialog
from app.ui.schedule.clock import today
from app.ui.workspace import Workspace
from app.words import N_, phrase


class ProgrammeAsking(QObject):
    """The dialog of programmes, for a page."""

    def __init__(self, workspace: Workspace, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._shell, self._page = workspace, shell, page

    def new(self) -> int | None:
        """Ask for a programme and found it; its number."""
        dialog = ProgrammeDialog(self._workspace.read(hall_rows), today(), parent=self._page.window())
        if not dialogs.show(dialog):
            return None
        asked = dialog.asked()
        name = asked.names.shown(language())
        made = self._workspace.edit(phrase(N_("New programme “{name}”"), name=name), founding.found, asked)
        if made is not None:
            self._shell.toast(_("“{name}” is ready", name=name), undo=True)
        return made

    def edit(self, programme: int, part: str = "") -> None:
        """Ask for the facts of a programme, beginning with a part of the form."""
        row = self._workspace.read(programme_row, programme)
        halls = [hall.id for hall in self._workspace.read(hall_rows, programme)]
        read = self._workspace.read
        known = Known(read(terms, programme), read(section_rows, programme), read(target_rows, programme))
        dialog = ProgrammeDialog(read(hall_rows), today(), row, halls, self._page.window(), known)
        if part:
            dialog.show_part(part)
        if dialogs.show(dialog):
            name = row.names.shown(language())
            label = phrase(N_("Change the programme “{name}”"), name=name)
            steps = self._workspace.undo_stack.index()
            self._workspace.edit(label, founding.correct, programme, dialog.asked())
            if self._workspace.undo_stack.index() != steps:
                self._shell.toast(_("“{name}” changed", name=name), undo=True)
