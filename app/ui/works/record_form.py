"""A form of several records of one kind, drawn from a description: fields, words, and what changes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.store.work_records import WorkRecord
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.draw import rounded
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.section import FoldButton, SectionHead
from app.ui.works.cards import Card, CardsForm
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import ReadField
from app.ui.works.record_fields import Around, Entry, Message, Spec, worded
from app.words import N_, Phrase, phrase


class CardHead(QWidget):
    """What a card says above its fields: a standing, a bar, a deed."""

    def show_line(self, around: Around) -> None:
        """Show what the record amounts to."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Inner:
    """Records that belong to a record: the tracks of a copy. `name` is where a line holds them."""

    name: str
    title: Message
    kind: "RecordKind"


@dataclass(frozen=True, kw_only=True)
class RecordKind:
    """One kind of record of a title.

    `lines(session, work)` reads them; of inner records it is not asked. `add(session, owner, **facts)` answers
    the new id, `first(record, lines)` the facts of a new one; `change(session, id, **facts)`, `remove(session, id)`.
    `added`, `changed`, `removed` name the steps and may say {title} and {name}; `gone` is the toast.
    """

    fields: tuple[Spec, ...]
    add: Callable[..., int]
    change: Callable[..., None]
    remove: Callable[..., None]
    none: Message
    add_word: Message
    remove_word: Message
    added: str
    changed: str
    removed: str
    gone: str = N_("Removed")
    lines: Callable[..., Sequence[Any]] | None = None
    first: Callable[[WorkRecord, Sequence[Any]], dict[str, Any]] = lambda _record, _lines: {}
    head: Callable[[Deeds], CardHead] | None = None
    inner: tuple[Inner, ...] = ()

    @property
    def key(self) -> str:
        """What tells this kind from others: copies.change_track."""
        return f"{self.change.__module__.rpartition('.')[2]}.{self.change.__name__}"

    def step(self, message: str, record: WorkRecord, line: Any = None) -> Phrase:
        """The name of a step."""
        known = {"title": record.face.title, "name": getattr(line, "name", "")}
        return phrase(message, **{key: text for key, text in known.items() if f"{{{key}}}" in message})


class CardFold(QWidget):
    """A part of a card that opens in place."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.button = FoldButton()
        self._part = part
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(part)
        self.button.toggled.connect(part.setVisible)
        self.button.setChecked(False)

    def set_words(self, text: str) -> None:
        """The heading, also for screen readers."""
        self.button.setText(text)
        self.button.setAccessibleName(text)


class RecordCard(Card):
    """One record of a kind."""

    def __init__(self, form: "RecordForm") -> None:
        super().__init__()
        self._form = form
        kind = form.kind
        self.around: Around | None = None
        self.entries: dict[str, Entry] = {}
        self._late = [spec for spec in kind.fields if spec.more]
        self.head = kind.head(form.deeds) if kind.head else None
        self.forms: dict[str, RecordForm] = {inner.name: RecordForm(form.deeds, inner.kind) for inner in kind.inner}
        self.folds: dict[str, CardFold] = {}
        self._details = FlowLayout(gap=10, line_gap=9, top=True)
        self._make([spec for spec in kind.fields if not spec.more], self.flow)
        if self._late:
            part = QWidget()
            part.setLayout(self._details)
            self.folds["details"] = CardFold(part)
        for name, inner_form in self.forms.items():
            self.folds[name] = CardFold(inner_form)
        for name, fold in self.folds.items():
            fold.button.toggled.connect(partial(self._unfolded, name))
        if self.head is not None:
            self.middle.insertWidget(0, self.head)
        for fold in self.folds.values():
            self.middle.addWidget(fold)
        self.retranslate()

    def retranslate(self) -> None:
        """Say labels, choices and headings again."""
        self.remove.set_name(worded(self._form.kind.remove_word))
        for entry in self.entries.values():
            entry.say()
        if self.around is not None:
            self._say_head(self.around)

    def fill(self, record: WorkRecord, line: Any) -> None:
        """Show what is stored."""
        self.around = around = Around(record, line, self._form.deeds.read)
        for entry in self.entries.values():
            self._show(entry, around)
        for name in self.forms:
            self._unfolded(name, self.folds[name].button.isChecked())
        self._say_head(around)

    def _make(self, specs: Sequence[Spec], flow: FlowLayout) -> None:
        for spec in specs:
            entry = self.entries[spec.name] = spec.make()
            entry.change = self._change
            flow.addWidget(entry.labelled)

    def _make_late(self) -> None:
        """Make the fields among the details, once: most are never looked at."""
        late, self._late = self._late, []
        self._make(late, self._details)
        for spec in late:
            self.entries[spec.name].say()
            if self.around is not None:
                self._show(self.entries[spec.name], self.around)

    def _show(self, entry: Entry, around: Around) -> None:
        entry.show(around)
        # Under this name what is being typed is kept until it is saved.
        entry.part.setProperty("draft", f"{self._form.kind.key}:{around.line.id}:{entry.spec.name}")

    def uncover(self, column: str) -> None:
        """Open the part in which a field stands."""
        if self.entry(column).spec.more:
            self.folds["details"].button.setChecked(True)

    def _unfolded(self, name: str, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Show what a part holds when it is opened; a closed one need not be drawn."""
        if is_open and name == "details":
            self._make_late()
        elif is_open and self.around is not None:
            line = self.around.line
            self.forms[name].show_lines(self.around.record, line.id, getattr(line, name))

    def _say_head(self, around: Around) -> None:
        if self.head is not None:
            self.head.show_line(around)
        if "details" in self.folds:
            self.folds["details"].set_words(_("Details"))
        for inner in self._form.kind.inner:
            number = len(getattr(around.line, inner.name))
            count = formats.number(language(), number)
            title = worded(inner.title)
            words = pgettext("fold", "{title} {count}", title=title, count=count) if number else title
            self.folds[inner.name].set_words(words)

    def entry(self, name: str) -> Entry:
        """The field of a column."""
        if name not in self.entries:
            self._make_late()
        return self.entries[name]

    def _change(self, **facts: Any) -> None:
        if self.around is not None:
            self._form.change(self.around.line, **facts)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._form.nested:
            rounded(QPainter(self), QRectF(self.rect()), 6, theme().color("panel"))
        else:
            super().paintEvent(event)


class RecordForm(CardsForm):
    """The records of one kind that belong to a title, or to one of its records."""

    def __init__(self, deeds: Deeds, kind: RecordKind) -> None:
        self.kind = kind
        self.nested = kind.lines is None
        self._owner = 0
        super().__init__(deeds)

    def lines(self, record: WorkRecord) -> Sequence[Any]:
        """The records of a title, read now."""
        assert self.kind.lines is not None
        found: Sequence[Any] = self.deeds.read(self.kind.lines, record.id)
        return found

    def show_lines(self, record: WorkRecord, owner: int, lines: Sequence[Any]) -> None:
        """Show these records of an owner."""
        self._owner = owner
        super().show_lines(record, owner, lines)

    def make(self) -> RecordCard:
        """A card for one more record."""
        return RecordCard(self)

    def card(self, key: int) -> RecordCard:
        """The card of a record."""
        card = self.cards[key]
        assert isinstance(card, RecordCard)
        return card

    def uncover(self, draft: str) -> None:
        """Make the field that is named by its `draft` property, and open what it stands in."""
        key, _colon, place = draft.partition(":")
        number, _colon, column = place.partition(":")
        for line in self.shown.values():
            card = self.card(line.id)
            if key == self.kind.key and number == str(line.id) and column in {spec.name for spec in self.kind.fields}:
                card.uncover(column)
            for inner in self.kind.inner:
                if key == inner.kind.key and number in {str(one.id) for one in getattr(line, inner.name)}:
                    card.folds[inner.name].button.setChecked(True)
                    card.forms[inner.name].uncover(draft)

    def add(self) -> None:
        """Add a record and go to it."""
        if self.record is not None:
            kind, record = self.kind, self.record
            facts = kind.first(record, list(self.shown.values()))
            self.focus(self.deeds.do(kind.step(kind.added, record), kind.add, self._owner, **facts))

    def change(self, line: Any, **facts: Any) -> None:
        """Change facts of a record."""
        if self.record is not None and facts:
            self.deeds.do(self.kind.step(self.kind.changed, self.record, line), self.kind.change, line.id, **facts)

    def remove(self, line: Any) -> None:
        """Take a record away."""
        if self.record is not None:
            kind, name = self.kind, getattr(line, "name", "")
            said = _(kind.gone, name=name) if "{name}" in kind.gone else _(kind.gone)
            self.deeds.take_away(kind.step(kind.removed, self.record, line), said, kind.remove, line.id)

    def retranslate(self) -> None:
        """Say the words of the form itself; the cards say theirs."""
        self.none.setText(worded(self.kind.none))
        self.add_button.setText(worded(self.kind.add_word))


class RecordForms(Translated, QWidget):
    """Several kinds of records of a title one below the other, each under its heading; '' is no heading."""

    def __init__(self, deeds: Deeds, kinds: Sequence[tuple[Message, RecordKind]]) -> None:
        super().__init__()
        self.record: WorkRecord | None = None
        self.forms = [RecordForm(deeds, kind) for _heading, kind in kinds]
        self._heads: list[tuple[SectionHead, Message]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        for place, ((heading, _kind), form) in enumerate(zip(kinds, self.forms, strict=True)):
            if heading:
                head = SectionHead(role="small_strong", tone="text2")
                self._heads.append((head, heading))
                if place:
                    self.column.addSpacing(10)
                self.column.addWidget(head)
            self.column.addWidget(form)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the headings again; the forms say their own words."""
        for head, heading in self._heads:
            head.tell(worded(heading))

    def show_record(self, record: WorkRecord) -> None:
        """Show all records of a title."""
        self.record = record
        for form in self.forms:
            form.show_record(record)

    def fields(self) -> list[ReadField]:
        """All fields that may hold what cannot be read."""
        return [field for form in self.forms for field in form.fields()]

    def uncover(self, draft: str) -> None:
        """Make the field that is named by its `draft` property, and open what it stands in."""
        for form in self.forms:
            form.uncover(draft)

    def count(self) -> int:
        """How many records are shown."""
        return sum(len(form.shown) for form in self.forms)
