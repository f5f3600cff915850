"""Watches the field one types in and keeps its text as a draft until it is saved; puts drafts back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.domain.kinds import SynopsisKind
from app.store.work_records import WorkRecord
from app.ui.drafts import SLATE, Draft, shared
from app.ui.widgets.fields import Field, Note
from app.ui.works.editor import Editor
from app.ui.works.new_title import NewTitle
from app.ui.works.record_form import RecordForms

NEW = "new"
Place = tuple[str, int | None, str, str]


class DraftKeeper(QObject):
    """`library()` tells where the open library lies, `editor()` the editor if it has been made."""

    def __init__(self, new_title: NewTitle, editor: Callable[[], Editor | None], library: Callable[[], str]) -> None:
        super().__init__(new_title)  # it goes with the page
        self.drafts = shared()
        self._new_title, self._editor, self._library = new_title, editor, library
        self._noted: dict[Field | Note, Place] = {}
        self._watched: set[Field | Note] = set()
        self._sweep_soon = QTimer(self, singleShot=True, interval=0)
        self._sweep_soon.timeout.connect(self.sweep)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # Keeping

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._noted:
            self._sweep_soon.start()
        if isinstance(new, Field | Note) and new not in self._watched and self._place(new) is not None:
            self._watched.add(new)
            new.destroyed.connect(lambda _gone=None, field=new: self._watched.discard(field))
            new.textChanged.connect(lambda *_text, field=new: self._typed(field))

    def _typed(self, field: Field | Note) -> None:
        place = self._place(field) if field.hasFocus() else None
        if place is None:
            return
        if field.pending:
            self._noted[field] = place
            record = self._record() if place[1] is not None else None
            self.drafts.note(Draft(*place, text=field.typing, title=record.face.title if record else ""))
        else:
            self._sweep_soon.start()

    def sweep(self) -> None:
        """Forget the drafts of fields whose text is saved by now or given up."""
        done = [field for field in self._noted if not isValid(field) or not _unsaved(field)]
        self.drafts.forget([self._noted.pop(field) for field in done])

    def _record(self) -> WorkRecord | None:
        editor = self._editor()
        return editor.record if editor is not None and isValid(editor) else None

    def _place(self, field: QWidget) -> Place | None:
        """Where a field stands; None for one that is none of ours."""
        if not isValid(field) or not isValid(self._new_title):
            return None
        if field is self._new_title.name:
            return self._library(), None, NEW, "name"
        editor, record = self._editor(), self._record()
        if editor is None or record is None or not editor.isAncestorOf(field):
            return None
        section = next((key for key, part in editor.parts.items() if part.isAncestorOf(field)), None)
        return (self._library(), record.id, section, _address(editor.parts[section], field)) if section else None

    # Putting back

    def waiting(self) -> list[Draft]:
        """What was being typed when the program ended last."""
        noted = set(self._noted.values())
        found = self.drafts.of(self._library())
        return [draft for draft in found if draft.place not in noted and not draft.section.startswith(SLATE)]

    def put_back_new(self, draft: Draft) -> None:
        """Begin the new title again that was being entered."""
        self._new_title.begin()
        _write(self._new_title.name, draft.text)
        self._noted[self._new_title.name] = draft.place

    def put_back(self, draft: Draft) -> bool:
        """Put the text into its field again, not yet saved; False when the field is no more."""
        editor = self._editor()
        if editor is None or draft.section not in editor.parts:
            return False
        editor.open_section(draft.section)
        if draft.field.startswith("synopsis:"):
            _word, code, kind = draft.field.split(":")
            editor.texts.synopses.open(code, SynopsisKind(kind))
        if draft.field == "name:new":
            editor.names.begin_adding()
        part = editor.parts[draft.section]
        if isinstance(part, RecordForms):
            part.uncover(draft.field)
        found = next((field for field in _fields(part) if _address(part, field) == draft.field), None)
        if found is None:
            return False
        found.setFocus()
        _write(found, draft.text)
        self._noted[found] = draft.place
        return True

    def forget(self, draft: Draft) -> None:
        """The draft is of no more use."""
        self.drafts.forget([draft.place])


def _fields(part: QWidget) -> list[Field | Note]:
    return [field for field in part.findChildren(QWidget) if isinstance(field, Field | Note)]


def _address(part: QWidget, field: QWidget) -> str:
    """What tells a field from the others of its section: what its form calls it, else its name and place."""
    named = field.property("draft")
    if isinstance(named, str):
        return named
    alike = [one for one in _fields(part) if one.accessibleName() == field.accessibleName()]
    return f"{field.accessibleName()}:{alike.index(field) if field in alike else 0}"


def _unsaved(field: Field | Note) -> bool:
    return field.pending or field.property("state") == "error"


def _write(field: Field | Note, text: str) -> None:
    """As if it were being typed: not saved, checked, and not overwritten by what is stored."""
    if isinstance(field, Field):
        field.setText(text)
        field.setModified(True)
        field.textEdited.emit(text)
    else:
        field.setPlainText(text)
        field.document().setModified(True)
