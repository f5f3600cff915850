"""A dialog that asks for the facts of a record and says what is wrong with one of them below its field."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import UserError
from app.i18n.active import say
from app.ui.accessible import announce
from app.ui.schedule.forms import FormDialog
from app.ui.widgets.fields import Field
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel

Facts = dict[str, Any]
Fault = Callable[[Facts], UserError | None]


def no_fault(_facts: Facts) -> UserError | None:
    """Everything goes."""
    return None


class Misread(Exception):  # noqa: N818 - not a fault of the program
    """A field holds what cannot be read."""

    def __init__(self, field: str, error: UserError) -> None:
        super().__init__(field)
        self.field, self.error = field, error


class FactsDialog(FormDialog):
    """Rows by name; `blames` tells which row a refusal is about."""

    blames: ClassVar[Mapping[str, str]] = {}

    def __init__(self, fault: Fault = no_fault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault = fault
        self._names: list[str] = []
        self._editors: dict[str, QWidget] = {}
        self._troubles: dict[str, InlineMessage] = {}

    def add(self, name: str, *editors: QWidget) -> None:
        """One more row: its editors side by side, and room for a sentence below them."""
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        for editor in editors:
            row.addWidget(editor, 1 if len(editors) == 1 else 0)
        if len(editors) > 1:
            row.addStretch(1)
        trouble = InlineMessage()
        trouble.clear()
        column.addLayout(row)
        column.addWidget(trouble)
        self._names.append(name)
        self._editors[name], self._troubles[name] = editors[0], trouble
        self.add_row(around)

    def show_row(self, name: str, *, shown: bool) -> None:
        """Show or hide a row."""
        self.form.setRowVisible(self._names.index(name), shown)

    def facts(self) -> Facts:
        """What was filled in, as the operations take it. Raises `Misread`."""
        raise NotImplementedError

    def accept(self) -> None:
        """Let it go only when it can be carried out; else say below the field what is wrong."""
        for trouble in self._troubles.values():
            trouble.clear()
        self.trouble.clear()
        try:
            error = self._fault(self.facts())
            blamed = self.blames.get(error.phrase.message, "") if error else ""
        except Misread as misread:
            error, blamed = misread.error, misread.field
        if error is None:
            super().accept()
        else:
            self.blame(blamed, say(error.phrase))

    def blame(self, name: str, sentence: str) -> None:
        """Say what is wrong with a row, below it; of no row in particular, below all."""
        if name not in self._troubles:
            self.refuse(sentence)
            announce(self, sentence)
            return
        self._troubles[name].tell(Level.ERROR, sentence)
        editor = self._editors[name]
        inner = editor if editor.focusPolicy().value else next(iter(editor.findChildren(QLineEdit)), editor)
        inner.setFocus()
        if isinstance(inner, Field):
            inner.set_state("error", sentence)
            inner.textEdited.connect(lambda _text: self._forgive(name, inner))
        announce(self, sentence)

    def _forgive(self, name: str, field: Field) -> None:
        self._troubles[name].clear()
        field.set_state("")

    def read(self, name: str, reader: Callable[[str], Any]) -> Any:
        """What a field says, as `reader` reads it; what cannot be read is said below it."""
        field = self._editors[name]
        assert isinstance(field, QLineEdit)
        return self.read_from(name, field, reader)

    @staticmethod
    def read_from(name: str, field: QLineEdit, reader: Callable[[str], Any]) -> Any:
        """The same of any field of the row."""
        try:
            return reader(field.text())
        except UserError as error:
            raise Misread(name, error) from error


def dash() -> SafeLabel:
    """Between two ends."""
    return SafeLabel("–", tone="text2")
