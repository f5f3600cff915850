"""Somebody as a form: names, facts, posts, titles, and what to do with two records of one person."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds import AgentKind
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.operations import agents
from app.store.agent_rows import AgentRecord, suggestions
from app.ui.agents.cards import NamesOfAgent, PostsOfAgent, show_cards
from app.ui.agents.roles import RoleList
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import Note
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.section import SectionHead
from app.ui.works.agent_field import AgentField
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Choice, Labelled, ReadField
from app.words import N_, phrase

NEAR = ("KZ", "CN", "RU", "UZ", "KG", "TJ", "TM", "MN", "TR", "AZ", "UA", "BY", "GE", "KR", "JP", "IN", "IR", "FR",
        "DE", "IT", "GB", "US", "SU")  # fmt: skip
"""Countries offered for somebody; another one that is stored is offered too."""


class AgentForm(Translated, QWidget):
    """Signals: `followed` asks for a title, `opened` for somebody else, `listed` for their titles, `deleted`."""

    followed = Signal(int)
    opened = Signal(int)
    listed = Signal(int)
    deleted = Signal()

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: AgentRecord | None = None
        self.title, self.second = SafeLabel(role="title", wrap=True), SafeLabel(tone="text2", wrap=True)
        self.kind, self.country = Choice[AgentKind](), Choice[str]()
        self.names, self.posts, self.roles = NamesOfAgent(deeds), PostsOfAgent(deeds), RoleList()
        self.contact, self.notes = Note(lines=2), Note(lines=3)
        self.twin = AgentField(self._others)
        self.list_button, self.delete_button = Button(icon="list"), Button(icon="trash-2", kind=Kind.DANGER)
        self._parts = {
            "kind": Labelled(self.kind, 150), "country": Labelled(self.country, 170),
            "contact": Labelled(self.contact, grows=True), "notes": Labelled(self.notes, grows=True),
            "twin": Labelled(self.twin, 340),
        }  # fmt: skip
        self._heads = {name: SectionHead() for name in ("names", "posts", "roles", "more")}
        self._lay()
        self._connect()
        self.retranslate()

    def _lay(self) -> None:
        facts, foot = FlowLayout(gap=12, line_gap=9), FlowLayout(gap=8, line_gap=8)
        for part in (self._parts["kind"], self._parts["country"]):
            facts.addWidget(part)
        for button in (self.list_button, self.delete_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.second)
        column.addLayout(facts)
        for name, form in (("names", self.names), ("posts", self.posts), ("roles", self.roles)):
            column.addSpacing(8)
            column.addWidget(self._heads[name])
            column.addWidget(form)
        column.addSpacing(8)
        column.addWidget(self._heads["more"])
        for name in ("contact", "notes", "twin"):
            column.addWidget(self._parts[name])
        column.addLayout(foot)
        column.addStretch(1)

    def _connect(self) -> None:
        self.kind.picked.connect(lambda kind: self._change(kind=kind))
        self.country.picked.connect(lambda code: self._change(country=code))
        self.contact.committed.connect(lambda text: self._change(contact=text))
        self.notes.committed.connect(lambda text: self._change(notes=text))
        self.twin.chosen.connect(self._merge)
        self.twin.created.connect(lambda _text: self.twin.clear())
        self.roles.followed.connect(self.followed)
        self.roles.opened.connect(self.opened)
        self.list_button.clicked.connect(self._list)
        self.delete_button.clicked.connect(self.deleted)

    def retranslate(self) -> None:
        """Say labels and headings again."""
        words = {
            "kind": _("Kind"), "country": _("Country"), "contact": _("Contact"), "notes": _("Notes"),
            "twin": _("Merge another record into this one"),
        }  # fmt: skip
        for name, part in self._parts.items():
            part.set_words(words[name])
        heads = {
            "names": pgettext("person", "Names"),
            "posts": _("Posts"),
            "roles": _("Titles"),
            "more": _("More facts"),
        }
        for name, head in self._heads.items():
            head.tell(heads[name])
        self.twin.setPlaceholderText(_("Type a name, then Enter"))
        self.kind.set_choices([(kind, labels.agent_kind(tr(), kind)) for kind in AgentKind])
        self.list_button.setText(_("Show these titles in the catalogue"))
        self.delete_button.setText(_("Delete this record"))
        self._say_countries()

    def _say_countries(self) -> None:
        own = [self.record.country] if self.record and self.record.country else []
        codes = dict.fromkeys((*NEAR, *own))
        self.country.set_choices([("", "–"), *((code, formats.country(language(), code)) for code in codes)])

    def show_agent(self, record: AgentRecord) -> None:
        """Show somebody."""
        if self.record is None or self.record.id != record.id:
            self.twin.clear()
        self.record = record
        self.title.setText(record.face.title)
        self.second.setText(record.face.second)
        self.second.setVisible(bool(record.face.second))
        self._say_countries()
        self.kind.show_value(record.kind)
        self.country.show_value(record.country)
        self.contact.show_value(record.contact)
        self.notes.show_value(record.notes)
        show_cards(self.names, record, record.names)
        show_cards(self.posts, record, record.posts)
        self.roles.show_agent(record)
        self.list_button.setVisible(bool(record.roles))

    def fields(self) -> list[ReadField]:
        """Fields that may hold what cannot be read."""
        return self.findChildren(ReadField)

    def _others(self, typed: str) -> list[Any]:
        found = self._deeds.read(suggestions, typed, language())
        return [line for line in found if self.record is None or line.id != self.record.id]

    def _list(self) -> None:
        if self.record is not None:
            self.listed.emit(self.record.id)

    def _change(self, **facts: Any) -> None:
        if self.record is not None:
            label = phrase(N_("Change “{name}”"), name=self.record.face.title)
            self._deeds.do(label, agents.change, self.record.id, **facts)

    def _merge(self, gone: int) -> None:
        if self.record is None:
            return
        name = self.record.face.title
        self.twin.clear()
        self._deeds.take_away(
            phrase(N_("Merge into “{name}”"), name=name), _("Merged into “{name}”", name=name),
            agents.merge, self.record.id, gone,
        )  # fmt: skip
