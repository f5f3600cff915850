"""What one can do to saved filters from the catalogue."""

from PySide6.QtWidgets import QWidget

from app.i18n.active import _
from app.operations import filters
from app.store.filters import KeptFilter, saved
from app.ui import dialogs
from app.ui.dialogs import Question
from app.ui.page import Shell
from app.ui.workspace import Workspace
from app.words import N_, phrase


class FilterDeeds:
    """Keeps, names, orders and forgets saved filters: each as a step of its own."""

    def __init__(self, workspace: Workspace, shell: Shell, owner: QWidget) -> None:
        self._workspace = workspace
        self._shell = shell
        self._owner = owner

    def all(self) -> list[KeptFilter]:
        """The saved filters in order."""
        return self._workspace.read(saved)

    def keep(self, query: str, proposed: str) -> None:
        """Ask for a name and keep a query under it."""
        question = Question(
            phrase(N_("Save this filter?")),
            phrase(N_("It stays beside the catalogue and shows what fits it today.")),
            phrase(N_("Save")), phrase(N_("Cancel")), "star",
        )  # fmt: skip
        name = dialogs.ask_text(self._owner, question, phrase(N_("Name")), proposed[: filters.LONGEST_NAME])
        if name is not None:
            self._workspace.edit(phrase(N_("Save the filter “{name}”"), name=name), filters.keep, name, query)

    def rename(self, kept: KeptFilter) -> None:
        """Ask for another name."""
        question = Question(
            phrase(N_("Rename “{name}”?"), name=kept.name), phrase(N_("What it finds stays the same.")),
            phrase(N_("Rename")), phrase(N_("Cancel")), "pencil",
        )  # fmt: skip
        name = dialogs.ask_text(self._owner, question, phrase(N_("Name")), kept.name)
        if name is not None and name != kept.name:
            label = phrase(N_("Rename the filter “{name}”"), name=kept.name)
            self._workspace.edit(label, filters.rename, kept.id, name)

    def overwrite(self, kept: KeptFilter, query: str) -> None:
        """Keep the present query in the place of its own."""
        label = phrase(N_("Change the filter “{name}”"), name=kept.name)
        self._workspace.edit(label, filters.set_query, kept.id, query)

    def move(self, kept: KeptFilter, place: int) -> None:
        """Put it elsewhere in the order."""
        self._workspace.edit(phrase(N_("Move the filter “{name}”"), name=kept.name), filters.move, kept.id, place)

    def remove(self, kept: KeptFilter) -> None:
        """Forget it."""
        self._workspace.edit(phrase(N_("Delete the filter “{name}”"), name=kept.name), filters.remove, kept.id)
        self._shell.toast(_("The filter “{name}” was deleted", name=kept.name), undo=True, icon="trash-2")
