"""The fields of a record described in a table: how each is labelled, shown, read and changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from PySide6.QtWidgets import QWidget

from app.i18n.active import _, pgettext, tr
from app.i18n.catalogue import Catalogue
from app.store.work_records import WorkRecord
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Field, Note
from app.ui.works.form_parts import Choice, Labelled, LanguageToggles, ReadField, read_day, told, write_day

Message = str | tuple[str, str]
"""A message id, marked by `N_`, or with its context, marked by `labels.context`."""

E = TypeVar("E", bound=StrEnum)
Choices = Callable[["Around"], Sequence[tuple[Any, str]]]


class Around(NamedTuple):
    """What a field stands in: the title, the record it belongs to as it was read last, `read(query, ...)` for more."""

    record: WorkRecord
    line: Any
    read: Callable[..., Any]


def worded(message: Message) -> str:
    """A message in the language of the interface."""
    return _(message) if isinstance(message, str) else pgettext(*message)


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One field: its column, label and width; `more` puts it among the details that open on demand.

    `get` reads its value from a line, `put` says which facts a new value changes, where that is not simply
    the column; `shown` says whether a record has this field at all.
    """

    name: str
    label: Message
    wide: int = 150
    more: bool = False
    get: Callable[[Any], Any] | None = None
    put: Callable[[Any, Any], dict[str, Any]] | None = None
    shown: Callable[[Any], bool] | None = None

    def make(self) -> "Entry":
        """The widget of this field."""
        raise NotImplementedError

    def value(self, line: Any) -> Any:
        """What is stored."""
        return self.get(line) if self.get else getattr(line, self.name)


@dataclass(frozen=True, kw_only=True)
class Text(Spec):
    """A line of text, kept without spaces at its ends."""

    hint: Message = ""

    def make(self) -> "Entry":
        return TextEntry(self)


@dataclass(frozen=True, kw_only=True)
class LongText(Spec):
    """Several lines of text."""

    lines: int = 2

    def make(self) -> "Entry":
        return LongEntry(self)


@dataclass(frozen=True, kw_only=True)
class Read(Spec):
    """Text that means a value. `read` raises `UserError`; so may `check(line, value)`, which knows the other fields."""

    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    check: Callable[[Any, Any], None] | None = None
    hint: Callable[[Around], str] | None = None

    def make(self) -> "Entry":
        return ReadEntry(self)


@dataclass(frozen=True, kw_only=True)
class Day(Read):
    """A day, typed as the language writes it."""

    wide: int = 112
    read: Callable[[str], date | None] = read_day
    write: Callable[[Any], str] = write_day


@dataclass(frozen=True, kw_only=True)
class Pick(Spec):
    """One value out of several. `choices` are asked for whenever the record or the language changes."""

    choices: Choices

    def make(self) -> "Entry":
        return PickEntry(self)


@dataclass(frozen=True, kw_only=True)
class Tick(Spec):
    """Yes or no; the label stands beside the box."""

    def make(self) -> "Entry":
        return TickEntry(self)


@dataclass(frozen=True, kw_only=True)
class Tags(Spec):
    """Languages to be switched on and off."""

    def make(self) -> "Entry":
        return TagsEntry(self)


def values(kind: type[E], say: Callable[[Catalogue, E], str]) -> Choices:
    """The choices of a vocabulary in its own order."""
    return lambda _around: [(value, say(tr(), value)) for value in kind]


class Entry:
    """A field in a card. `change(**facts)` is what its card does with a new value."""

    def __init__(self, spec: Spec, part: QWidget) -> None:
        self.spec = spec
        self.part = part
        self.labelled = Labelled(part, spec.wide)
        self.around: Around | None = None
        self.change: Callable[..., None] = lambda **_facts: None

    def say(self) -> None:
        """Say the label again, and what is shown in words."""
        self.labelled.set_words(worded(self.spec.label))
        if self.around is not None:
            self.show(self.around)

    def show(self, around: Around) -> None:
        """Show what is stored."""
        self.around = around
        if self.spec.shown is not None:
            self.labelled.setVisible(self.spec.shown(around.line))
        self.fill(self.spec.value(around.line))

    def fill(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Hand on a value the user entered."""
        if self.around is not None:
            line = self.around.line
            self.change(**(self.spec.put(line, value) if self.spec.put else {self.spec.name: value}))


class TextEntry(Entry):
    """A line of text."""

    def __init__(self, spec: Text) -> None:
        self.field = Field()
        super().__init__(spec, self.field)
        self._hint = spec.hint
        self.field.committed.connect(lambda text: self.put(text.strip()))

    def say(self) -> None:
        super().say()
        if self._hint:
            self.field.setPlaceholderText(worded(self._hint))

    def fill(self, value: Any) -> None:
        self.field.show_value(value)


class LongEntry(Entry):
    """Several lines of text."""

    def __init__(self, spec: LongText) -> None:
        self.note = Note(lines=spec.lines)
        super().__init__(spec, self.note)
        self.note.committed.connect(lambda text: self.put(text.strip()))

    def fill(self, value: Any) -> None:
        self.note.show_value(value)


class ReadEntry(Entry):
    """Text that means a value."""

    def __init__(self, spec: Read) -> None:
        self.field = ReadField(self._read, spec.write)
        super().__init__(spec, self.field)
        self._spec = spec
        told(self.labelled, self.field)
        self.field.entered.connect(self.put)

    def _read(self, text: str) -> Any:
        value = self._spec.read(text)
        if self._spec.check is not None and self.around is not None:
            self._spec.check(self.around.line, value)
        return value

    def say(self) -> None:
        super().say()
        self.field.again()

    def fill(self, value: Any) -> None:
        if self._spec.hint is not None and self.around is not None:
            self.field.setPlaceholderText(self._spec.hint(self.around))
        self.field.show_read(value)


class PickEntry(Entry):
    """One value out of several."""

    def __init__(self, spec: Pick) -> None:
        self.choice = Choice[Any]()
        super().__init__(spec, self.choice)
        self._choices = spec.choices
        self.choice.picked.connect(self.put)

    def show(self, around: Around) -> None:
        self.choice.set_choices(self._choices(around))
        super().show(around)

    def fill(self, value: Any) -> None:
        self.choice.show_value(value)


class TickEntry(Entry):
    """Yes or no."""

    def __init__(self, spec: Tick) -> None:
        self.box = CheckBox()
        super().__init__(spec, self.box)
        self.box.clicked.connect(self.put)

    def say(self) -> None:
        super().say()
        self.labelled.label.setText(" ")  # the word stands beside the box, on the line of the other fields
        self.box.setText(worded(self.spec.label))
        self.labelled.measure()

    def fill(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class TagsEntry(Entry):
    """Languages to be switched on and off."""

    def __init__(self, spec: Tags) -> None:
        self.toggles = LanguageToggles()
        super().__init__(spec, self.toggles)
        self.toggles.picked.connect(self.put)

    def say(self) -> None:
        super().say()
        self.toggles.retranslate()
        self.labelled.measure()

    def fill(self, value: Any) -> None:
        self.toggles.show_tags(value)
        self.labelled.measure()
