"""Asking for a programme and founding it, or for what is to change about one; the same from every page."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.i18n.active import _, language, say
from app.operations import founding, rule_settings
from app.store.programme_rows import hall_rows, programme_row, screening_times
from app.store.rule_rows import settings
from app.store.slate_rows import section_rows, target_rows, terms
from app.store.tour_rows import stop_rows
from app.ui import dialogs
from app.ui.page import Shell
from app.ui.programmes.dialog import Known, ProgrammeDialog
from app.ui.programmes.hours_dialog import HoursDialog
from app.ui.programmes.people_dialog import PeopleDialog, Scene, places_of
from app.ui.programmes.person_dialogs import Place
from app.ui.programmes.rules_dialog import RulesDialog
from app.ui.schedule.clock import today
from app.ui.settings.deeds import Deeds
from app.ui.workspace import Workspace
from app.words import N_, Phrase, phrase


class ProgrammeAsking(QObject):
    """The dialog of programmes, for a page."""

    def __init__(self, workspace: Workspace, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._shell, self._page = workspace, shell, page
        self._deeds = Deeds(workspace, shell, page)

    def new(self) -> int | None:
        """Ask for a programme and found it; its number."""
        dialog = ProgrammeDialog(self._workspace.read(hall_rows), today(), parent=self._page.window())
        made, name = None, ""
        while made is None and dialogs.show(dialog):
            asked = dialog.asked()
            name = asked.names.shown(language())
            label = phrase(N_("New programme “{name}”"), name=name)
            made = self._tried(dialog, lambda: self._workspace.edit(label, founding.found, asked))  # noqa: B023 - now
        if made is not None:
            self._shell.toast(_("“{name}” is ready", name=name), undo=True)
        return made

    def edit(self, programme: int, part: str = "") -> None:
        """Ask for the facts of a programme, beginning with a part of the form."""
        row = self._workspace.read(programme_row, programme)
        halls = [hall.id for hall in self._workspace.read(hall_rows, programme)]
        read = self._workspace.read
        planned = read(terms, programme), read(section_rows, programme), read(target_rows, programme)
        known = Known(*planned, read(screening_times, programme))
        dialog = ProgrammeDialog(read(hall_rows), today(), row, halls, self._page.window(), known)
        deeds = {"rules": self.rules, "hours": self.hours, "people": self.people}
        dialog.doors.opened.connect(lambda key: deeds[key](programme))
        if part:
            dialog.show_part(part)
        name = row.names.shown(language())
        label = phrase(N_("Change the programme “{name}”"), name=name)
        steps = self._workspace.undo_stack.index()
        while dialogs.show(dialog):
            self._tried(dialog, lambda: self._workspace.edit(label, founding.correct, programme, dialog.asked()))
            if not dialog.refused:
                break
        if self._workspace.undo_stack.index() != steps:
            self._shell.toast(_("“{name}” changed", name=name), undo=True)

    def _tried(self, dialog: ProgrammeDialog, edit: Callable[[], int | None]) -> int | None:
        """Carry out what was asked for; what is refused is said in the form, which comes back as it was filled in."""
        told: list[Phrase] = []
        hear = lambda refusal: told.append(refusal)  # noqa: E731, PLW0108 - the same one is disconnected again
        self._workspace.refused.connect(hear)
        try:
            return edit()
        finally:
            self._workspace.refused.disconnect(hear)
            dialog.refused = bool(told)
            if told:
                dialog.refuse(say(told[-1]))

    def hours(self, programme: int) -> None:
        """Show when the halls are open on single days, to be changed there."""
        row, halls = self._workspace.read(programme_row, programme), self._workspace.read(hall_rows, programme)
        if halls:
            dialogs.show(HoursDialog(self._deeds, row, halls, self._page.window()))

    def people(self, programme: int) -> None:
        """Show who is in town and who is on duty, to be changed there."""
        read = self._workspace.read
        stops = tuple(Place(stop.id, stop.names, stop.zone) for stop in read(stop_rows, programme))
        scene = Scene(read(programme_row, programme), stops, places_of(read(hall_rows, programme)))
        dialogs.show(PeopleDialog(self._deeds, scene, self._page.window()))

    def rules(self, programme: int) -> None:
        """Ask how serious the rules are in a programme."""
        name = self._workspace.read(programme_row, programme).names.shown(language())
        dialog = RulesDialog(self._workspace.read(settings, programme), name, self._page.window())
        if not dialogs.show(dialog):
            return
        changes = dialog.changes()
        if changes:
            label = phrase(N_("Change the rule severity for “{name}”"), name=name)
            self._deeds.do(label, _("Saved"), lambda session: rule_settings.take_all(session, programme, changes))
        if dialog.to_laws:
            self._shell.show_page("settings", section="rules")
