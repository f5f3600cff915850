"""What one can do to titles from the catalogue: each with the name of its step and what the toast says."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from app.domain.kinds import SlateState, WorkKind
from app.i18n.active import _, ngettext
from app.operations import programmes, works
from app.operations import rights as rights_operations
from app.store.work_records import NameLine, WorkRecord
from app.ui.page import Shell
from app.ui.works.file_deeds import FileDeeds
from app.ui.workspace import Workspace
from app.words import N_, Phrase, counted, phrase


class Deeds:
    """Runs operations through the workspace. What removes or makes a record also tells it in a toast."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        self._workspace = workspace
        self._shell = shell
        self.files = FileDeeds(workspace, shell)

    def read(self, query: Callable[..., Any], *args: Any) -> Any:
        """What a query answers now."""
        return self._workspace.read(query, *args)

    def do(self, label: Phrase, operation: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        """Run an operation as a step of that name; its answer, None when it was refused."""
        return self._do(label, operation, *args, **facts)

    def take_away(self, label: Phrase, said: str, operation: Callable[..., Any], *args: Any) -> None:
        """Run an operation that removes something, and say so beside an Undo."""
        if self._changed(label, operation, *args):
            self._shell.toast(said, undo=True, icon="trash-2")

    def tell(self, said: str) -> None:
        """Say what a step did, beside an Undo."""
        self._shell.toast(said, undo=True)

    def _do(self, label: Phrase, operation: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        return self._workspace.edit(label, operation, *args, **facts)

    def _changed(self, label: Phrase, operation: Callable[..., Any], *args: Any, **facts: Any) -> bool:
        """Run an operation that answers nothing; whether it left a step."""
        before = self._workspace.undo_stack.index(), self._workspace.undo_stack.count()
        self._workspace.edit(label, operation, *args, **facts)
        return (self._workspace.undo_stack.index(), self._workspace.undo_stack.count()) != before

    # Titles

    def add(self, name: str, tag: str, kind: WorkKind) -> int | None:
        """Enter a title by its first name."""
        label = phrase(N_("Add “{title}”"), title=name)
        work: int | None = self._do(label, works.add, name, tag, kind=kind)
        if work is not None:
            self._shell.toast(_("“{title}” is in the catalogue", title=name), undo=True)
        return work

    def delete(self, chosen: Sequence[int], title: str) -> bool:
        """Delete titles with all that hangs on them."""
        label = phrase(N_("Delete “{title}”"), title=title)
        said = _("“{title}” deleted", title=title)
        if len(chosen) > 1:
            label = counted("Delete {n} title", "Delete {n} titles", len(chosen))
            said = ngettext("{n} title deleted", "{n} titles deleted", len(chosen))
        below: int | None = self._do(label, works.delete_all, chosen)
        if below and len(chosen) == 1:
            said = ngettext(
                "“{title}” deleted, with {n} season or episode", "“{title}” deleted, with {n} seasons and episodes",
                below, title=title,
            )  # fmt: skip
        if below is not None:
            self._shell.toast(said, undo=True, icon="trash-2")
        return below is not None

    def duplicate(self, work: int, title: str) -> int | None:
        """Enter a twin of a title: the same facts, names and versions."""
        twin: int | None = self._do(phrase(N_("Duplicate “{title}”"), title=title), works.duplicate, work)
        if twin is not None:
            self._shell.toast(_("“{title}” duplicated", title=title), undo=True)
        return twin

    def rename(self, work: int, tag: str, text: str, old: str) -> bool:
        """Give a title its preferred name in one language."""
        done = self._changed(phrase(N_("Rename “{title}”"), title=old), works.rename, work, tag, text)
        if done:
            self._shell.toast(_("“{title}” renamed", title=old), undo=True)
        return done

    def into_slate(self, work: int, title: str, programme: int, slate: str, *, sure: bool = False) -> int | None:
        """Put a title into the slate of a programme: on the longlist, or confirmed when it is `sure`."""
        label = phrase(N_("Add “{title}” to the slate"), title=title)
        state = SlateState.CONFIRMED if sure else SlateState.LONGLIST
        entry: int | None = self._do(label, programmes.add_entry, programme, work, state=state)
        if entry is not None:
            self._shell.toast(_("“{title}” is on the slate of “{programme}”", title=title, programme=slate), undo=True)
        return entry

    def confirm(self, entry: int, title: str, slate: str) -> None:
        """Confirm a title that is in the slate of a programme already."""
        label = phrase(N_("Confirm “{title}”"), title=title)
        if self._changed(label, programmes.change_entry, entry, state=SlateState.CONFIRMED):
            self._shell.toast(_("“{title}” is confirmed for “{programme}”", title=title, programme=slate), undo=True)

    def change(self, record: WorkRecord, **facts: Any) -> None:
        """Correct facts of a title."""
        self._do(phrase(N_("Change “{title}”"), title=record.face.title), works.change, record.id, **facts)

    def set_countries(self, record: WorkRecord, codes: Sequence[str]) -> None:
        """State the producing countries."""
        label = phrase(N_("Change the countries of “{title}”"), title=record.face.title)
        self._do(label, works.set_countries, record.id, codes)

    # Names

    def add_name(self, record: WorkRecord, text: str, tag: str) -> int | None:
        """Add a name."""
        label = phrase(N_("Add the name “{name}”"), name=text)
        name: int | None = self._do(label, works.add_name, record.id, text, tag)
        return name

    def change_name(self, name: NameLine, **facts: Any) -> None:
        """Correct a name: text, language, type, reading."""
        self._do(phrase(N_("Change the name “{name}”"), name=name.text), works.change_name, name.id, **facts)

    def prefer_name(self, name: NameLine) -> None:
        """Make a name the one shown in its language."""
        self._do(phrase(N_("Prefer the name “{name}”"), name=name.text), works.prefer_name, name.id)

    def move_name(self, name: NameLine, place: int) -> None:
        """Put a name at another place in the order."""
        self._do(phrase(N_("Move the name “{name}”"), name=name.text), works.move_name, name.id, place)

    def remove_name(self, name: NameLine) -> None:
        """Take a name away."""
        if self._changed(phrase(N_("Remove the name “{name}”"), name=name.text), works.remove_name, name.id):
            self._shell.toast(_("The name “{name}” removed", name=name.text), undo=True, icon="trash-2")

    # Rights

    def renew_rights(self, record: WorkRecord, rights: int, today: date) -> None:
        """Add the licence that follows this one for a year, still to be agreed."""
        label = phrase(N_("Renew rights for “{title}”"), title=record.face.title)
        if self._do(label, rights_operations.renew, rights, today) is not None:
            self._shell.toast(_("Rights renewed for a year, still to be agreed"), undo=True)
