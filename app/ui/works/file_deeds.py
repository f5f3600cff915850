"""What one can do to the files of a title: attach, describe, order, take away, open, save a copy."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n.active import _, ngettext
from app.operations import attachments
from app.operations.attachments import Attached
from app.store.attachment_rows import FileLine, content
from app.store.journal import Step
from app.store.work_records import WorkRecord
from app.ui import dialogs
from app.ui.incoming import open_copy, proposed_name, read_all, save_copy
from app.ui.jobs import Job, Outcome
from app.ui.page import Shell
from app.ui.workspace import Workspace
from app.words import N_, Phrase, counted, phrase

AT_ONCE = 40
"""Files attached in one step."""

BYTES_GONE = N_("The content of “{file}” is missing in this library.")
ATTACHING = N_("Attaching files")
NO_PROGRAM = N_("The desktop has no program that opens “{file}”. Save a copy instead.")

KINDS = (
    dialogs.Files(
        phrase(N_("Pictures and documents")),
        ("*.png", "*.jpg", "*.jpeg", "*.webp", "*.pdf", "*.docx", "*.xlsx", "*.txt", "*.srt", "*.vtt"),
    ),
)


class FileDeeds:
    """Runs the operations of files through the workspace, and tells what came of them."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        self._workspace = workspace
        self._shell = shell

    def _do(self, label: Phrase, operation: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        return self._workspace.edit(label, operation, *args, **facts)

    def attach_paths(self, record: WorkRecord, paths: list[Path]) -> None:
        """Attach files of the desktop; they are read in a job."""
        unread: list[UserError] = []
        store, label = self._workspace.store, _attach_label(record, len(paths[:AT_ONCE]))

        def work(_job: Job[tuple[Attached, Step]]) -> tuple[Attached, Step]:
            return store.write(label, attachments.attach_all, record.id, read_all(paths[:AT_ONCE], unread))

        def then(outcome: Outcome[tuple[Attached, Step]]) -> None:
            if outcome.value is None:
                if outcome.refusal is not None:
                    self._shell.refuse(outcome.refusal)
                return
            made, step = outcome.value
            self._workspace.adopt(step)
            self._tell(made, [error.phrase for error in unread])

        self._shell.run(Job(work, phrase(ATTACHING)), then)

    def attach_picture(self, record: WorkRecord, name: str, data: bytes) -> None:
        """Attach a picture that was pasted."""
        made = self._workspace.edit(_attach_label(record, 1), attachments.attach_all, record.id, [(name, data)])
        if made is not None:
            self._tell(made, [])

    def _tell(self, made: Attached, unread: list[Phrase]) -> None:
        refused = [*unread, *made.refused]
        if refused:
            self._shell.refuse(refused[0])
        elif made.ids:
            words = ngettext("{n} file attached", "{n} files attached", len(made.ids))
            self._shell.toast(words, undo=True)

    def change(self, file: FileLine, **facts: Any) -> None:
        """Correct caption, credit or kind."""
        label = phrase(N_("Change the file “{name}”"), name=file.name)
        self._do(label, attachments.change_attachment, file.id, **facts)

    def make_main(self, file: FileLine) -> None:
        """Show this picture wherever the title is shown."""
        label = phrase(N_("Make “{name}” the main poster"), name=file.name)
        self._workspace.edit(label, attachments.make_main_poster, file.id)

    def move(self, file: FileLine, place: int) -> None:
        """Put a file elsewhere in the order."""
        label = phrase(N_("Move the file “{name}”"), name=file.name)
        self._workspace.edit(label, attachments.move_attachment, file.id, place)

    def remove(self, file: FileLine) -> None:
        """Take a file away."""
        before = self._workspace.undo_stack.index()
        label = phrase(N_("Remove the file “{name}”"), name=file.name)
        self._workspace.edit(label, attachments.remove_attachment, file.id)
        if self._workspace.undo_stack.index() != before:
            self._shell.toast(_("The file “{name}” removed", name=file.name), undo=True, icon="trash-2")

    def save_copy(self, parent: QWidget, file: FileLine) -> None:
        """Write a copy where the user says."""
        data = self._content(file)
        if data is None:
            return
        proposed = Path.home() / proposed_name(file.name, file.media_type)
        path = dialogs.save_file(parent, phrase(N_("Save a copy")), (), proposed)
        if path is None:
            return
        try:
            save_copy(path, data)
        except UserError as error:
            self._shell.refuse(error.phrase)
        else:
            self._shell.toast(_("“{name}” saved", name=path.name))

    def open(self, file: FileLine) -> None:
        """Show a file in the program of the desktop; only the user's own wish ever does."""
        data = self._content(file)
        if data is None:
            return
        try:
            if not open_copy(file.name, file.media_type, data):
                self._shell.refuse(phrase(NO_PROGRAM, file=file.name))
        except UserError as error:
            self._shell.refuse(error.phrase)

    def _content(self, file: FileLine) -> bytes | None:
        data = self._workspace.read(content, file.digest)
        if data is None:
            self._shell.refuse(phrase(BYTES_GONE, file=file.name))
        return data


def _attach_label(record: WorkRecord, number: int) -> Phrase:
    title = record.face.title
    return counted("Attach {n} file to “{title}”", "Attach {n} files to “{title}”", number, title=title)
