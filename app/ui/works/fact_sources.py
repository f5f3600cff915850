"""What sources say of one fact: values side by side, one of them preferred, opened in place under the facts."""

from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.facts import facts_of, read_fact
from app.domain.kinds import Confidence, WorkKind
from app.i18n import labels
from app.i18n.active import _, ngettext, pgettext, tr
from app.i18n.labels import context
from app.operations import evidence
from app.operations.works import AGE_MARKS
from app.store.evidence_rows import ClaimLine
from app.store.work_records import WorkRecord
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton, LinkButton
from app.ui.widgets.choice import Radio
from app.ui.widgets.draw import rounded, width_of
from app.ui.widgets.fields import Field
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Choice, Labelled, ReadField, read_day, write_day
from app.words import N_, phrase

TITLES = {
    "kind": context("sources", "Kind: what sources say"),
    "year": context("sources", "Year: what sources say"),
    "runtime": context("sources", "Runtime: what sources say"),
    "episodes": context("sources", "Episodes: what sources say"),
    "age_mark": context("sources", "Age rating: what sources say"),
}
"""The facts that can have sources of their own."""


class Sourced(Labelled):
    """A field with a link beside its label: how many sources it has. `asked` wants to see them."""

    asked = Signal()

    def __init__(self, part: QWidget, wide: int = 150) -> None:
        self.link = LinkButton(role="small", compact=True)
        self.doubt = Glyph("circle-alert", "amber", size=13)
        super().__init__(part, wide)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        row = QHBoxLayout()
        row.setSpacing(5)
        column.removeWidget(self.label)
        row.addWidget(self.label)
        row.addWidget(self.doubt)
        row.addStretch(1)
        row.addWidget(self.link)
        column.insertLayout(0, row)
        self.link.clicked.connect(self.asked)

    def tell(self, name: str, count: int, *, unsure: bool) -> None:
        """The label, how many sources there are, and whether nobody has checked the fact."""
        self.doubt.setVisible(unsure)
        self.doubt.setToolTip(_("Not checked yet"))
        self.link.setText(ngettext("{n} source", "{n} sources", count) if count else _("source"))
        self.link.setAccessibleName(pgettext("sources", "Sources: {fact}", fact=name))
        self.set_words(name)

    def measure(self) -> None:
        """Take the width wanted, or what label, link and part need."""
        small = theme().font("small")
        words = width_of(small, self.label.text()) + width_of(small, self.link.text()) + theme().px(30)
        self.setFixedWidth(max(theme().px(self._wide), words, self.part.minimumSizeHint().width()))


class SourcesPanel(Translated, QWidget):
    """The claims of one fact; hidden until one is asked for."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.fact = ""
        self.record: WorkRecord | None = None
        self.claims: tuple[ClaimLine, ...] = ()
        self._all: dict[str, tuple[ClaimLine, ...]] = {}
        self.radios: dict[int, Radio] = {}
        self.sources: dict[int, Field] = {}
        self.removes: dict[int, IconButton] = {}
        self._title = SafeLabel(role="strong")
        self.checked, self.close_button = LinkButton(role="small", compact=True), IconButton("x", size=24)
        self._group = QButtonGroup(self)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        self.value, self.value_choice = Field(), Choice[str]()
        self.source, self.add_button = Field(), Button(icon="plus", small=True)
        self._build()
        self.checked.clicked.connect(self._check)
        self.close_button.clicked.connect(self.hide)
        self.add_button.clicked.connect(lambda _on=False: self.add())
        self.hide()
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.checked)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.value, self.value_choice):
            part.setFixedWidth(theme().px(150))
            foot.addWidget(part)
        foot.addWidget(self.source, 1)
        foot.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addLayout(foot)

    def retranslate(self) -> None:
        """Say everything again."""
        self.checked.setText(_("Mark as checked"))
        self.close_button.set_name(_("Close"))
        self.source.setPlaceholderText(_("Source: a book, a page, a letter"))
        self.source.setAccessibleName(_("Source"))
        self.value.setPlaceholderText(_("Value"))
        self.value.setAccessibleName(_("Value"))
        self.value_choice.setAccessibleName(_("Value"))
        self.value_choice.setPlaceholderText(_("Value"))
        self.add_button.setText(_("Add"))
        if self.fact:
            self._fill()

    def ask(self, fact: str) -> None:
        """Open on a fact, or close if it is open on it already."""
        opened = self.isVisible() and self.fact == fact
        self.fact = fact
        self.setVisible(not opened)
        self._fill()
        if not opened:
            part = self.value_choice if self._worded() else self.value
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_claims(self, record: WorkRecord, claims: dict[str, tuple[ClaimLine, ...]]) -> None:
        """Show what sources say now."""
        if self.record is not None and self.record.id != record.id:
            self.hide()
        self.record = record
        self._all = claims
        if self.fact:
            self._fill()

    def _fill(self) -> None:
        if self.record is None or not self.fact:
            return
        self.claims = self._all.get(self.fact, ())
        self._title.setText(pgettext(*TITLES[self.fact]))
        self.checked.setVisible(unsure(self.record, self.fact))
        self.value.setVisible(not self._worded())
        self.value_choice.setVisible(self._worded())
        self.value_choice.set_choices(self._values())
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.radios, self.sources, self.removes = {}, {}, {}
        for place, line in enumerate(self.claims):
            self._add_row(place, line)

    def _add_row(self, place: int, line: ClaimLine) -> None:
        radio, source, remove = Radio(value_word(line.fact, line.value)), Field(), IconButton("trash-2", size=24)
        self._group.addButton(radio)
        radio.setChecked(line.preferred)
        radio.setToolTip(_("Take this value as true"))
        radio.clicked.connect(partial(self._prefer, line))
        source.show_value(line.source)
        source.setAccessibleName(_("Source"))
        source.setPlaceholderText(_("Source not stated"))
        source.committed.connect(lambda text: self._change(line, source=text))
        sure = Choice[Confidence]()
        sure.set_choices([(value, labels.confidence(tr(), value)) for value in Confidence])
        sure.show_value(line.confidence)
        sure.setAccessibleName(_("Confidence"))
        sure.picked.connect(lambda value: self._change(line, confidence=value))
        seen = ReadField(read_day, write_day)
        seen.show_read(line.seen)
        seen.setFixedWidth(theme().px(132))
        seen.setPlaceholderText(_("seen on"))
        seen.setAccessibleName(_("Seen on"))
        seen.entered.connect(lambda day: self._change(line, seen=day))
        remove.set_name(_("Remove this source"))
        remove.clicked.connect(partial(self._remove, line))
        for column, part in enumerate((radio, source, sure, seen, remove)):
            self._rows.addWidget(part, place, column)
        self.radios[line.id], self.sources[line.id], self.removes[line.id] = radio, source, remove

    def _worded(self) -> bool:
        return self.fact in ("kind", "age_mark")

    def _values(self) -> list[tuple[str, str]]:
        values = [kind.value for kind in WorkKind] if self.fact == "kind" else list(AGE_MARKS[1:])
        return [(value, value_word(self.fact, value)) for value in values]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.value.text():
            self.add()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 8, theme().color("panel"), theme().color("line2"))

    # What one does

    def add(self) -> None:
        """Write down the value and the source that were typed."""
        value = (self.value_choice.value() or "") if self._worded() else self.value.text().strip()
        if self.record is None or read_fact(self.fact, value) is None:
            self.value.set_state("error", _("This is not a value the fact can have."))
            return
        self.value.set_state("")
        source = self.source.text()
        for field in (self.value, self.source):
            field.show_value("")
            field.clear()
        label = phrase(N_("Add a source to “{title}”"), title=self.record.face.title)
        self._deeds.do(label, evidence.add_claim, self.record.id, self.fact, value, source=source)

    def _prefer(self, line: ClaimLine) -> None:
        self._do(evidence.prefer_claim, line.id)

    def _remove(self, line: ClaimLine) -> None:
        self._do(evidence.remove_claim, line.id)

    def _change(self, line: ClaimLine, **facts: Any) -> None:
        self._do(evidence.change_claim, line.id, **facts)

    def _check(self) -> None:
        if self.record is not None:
            self._do(evidence.confirm_facts, self.record.id, self.fact)

    def _do(self, operation: Any, *args: Any, **facts: Any) -> None:
        if self.record is not None:
            label = phrase(N_("Change the sources of “{title}”"), title=self.record.face.title)
            self._deeds.do(label, operation, *args, **facts)


def unsure(record: WorkRecord, fact: str) -> bool:
    """Whether nobody has checked a fact."""
    return bool({fact, "all"} & set(facts_of(record.facts.unverified)))


def value_word(fact: str, value: str) -> str:
    """A value in words."""
    return labels.work_kind(tr(), WorkKind(value)) if fact == "kind" and value in set(WorkKind) else value
