"""The names and the posts of somebody: a card each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.kinds import AgentKind, AgentNameType
from app.domain.names import plain
from app.domain.scripts import clean_name
from app.errors import UserError
from app.i18n.active import _, language, pgettext, tr
from app.i18n.labels_of_people import agent_name_type
from app.operations import agents
from app.operations.agents import NAMELESS, POST_UNTITLED, POST_WRONG
from app.store.agent_rows import AgentLine, AgentNameLine, AgentRecord, PostLine, suggestions
from app.ui.widgets.fields import Field
from app.ui.works.agent_field import AgentField
from app.ui.works.cards import Card, CardsForm
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Choice, ReadField, read_day, told, write_day
from app.ui.works.tags import naming_choices, writings
from app.words import N_, Phrase, phrase

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgentCard(Card):
    """A record of somebody. `change` is what its form does with new facts."""

    def __init__(self, form: "AgentCards") -> None:
        super().__init__()
        self.form = form

    def change(self, **facts: Any) -> None:
        """Hand on what was entered."""
        self.form.change(self.form.key_of(self), **facts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.form.shift(self.form.key_of(self), step)
            event.accept()
        else:
            super().keyPressEvent(event)


class AgentCards(CardsForm):
    """Records of somebody of one kind; one more is typed below them, then Enter."""

    def __init__(self, deeds: Deeds) -> None:
        self.adder = Field()
        super().__init__(deeds)
        self.add_button.hide()
        self.column.addWidget(self.adder)
        self.adder.committed.connect(self._typed)

    def _typed(self, text: str) -> None:
        if text.strip() and self.record is not None and self.add_text(text.strip()) is not None:
            self.adder.show_value("")
            self.adder.clear()

    def add_text(self, text: str) -> int | None:
        """Add a record by what was typed; its id, None when it was refused."""
        raise NotImplementedError

    def add(self) -> None:
        """Go to the field that adds."""
        self.adder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def key_of(self, card: Card) -> int:
        """The record a card shows."""
        return next(key for key, one in self.cards.items() if one is card)

    def step(self, message: str) -> Phrase:
        """The name of a step."""
        record: Any = self.record
        return phrase(message, name=record.face.title)

    def change(self, key: int, **facts: Any) -> None:
        """Change a record."""
        raise NotImplementedError

    def shift(self, key: int, by: int) -> None:
        """Put a record before or after its neighbour, where order counts."""


class NameCard(AgentCard):
    """Language, name, why it is borne, and how a Chinese one is read."""

    def __init__(self, form: "NamesOfAgent") -> None:
        super().__init__(form)
        self._line: AgentNameLine | None = None
        self.language, self.type = Choice[str](), Choice[AgentNameType]()
        self.text, self.reading = ReadField(_named), Field()
        self._language, self._text = self.add(self.language, 132), self.add(self.text, 250)
        self._type, self._reading = self.add(self.type, 150), self.add(self.reading, 190)
        told(self._text, self.text)
        self.language.picked.connect(lambda code: self.change(language=writings(code)[0]))
        self.type.picked.connect(lambda kind: self.change(type=kind))
        self.text.entered.connect(lambda text: self.change(text=text))
        self.reading.committed.connect(lambda text: self.change(reading=text))
        self.retranslate()

    def retranslate(self) -> None:
        """Say labels and choices again."""
        self._language.set_words(_("Language"))
        self._text.set_words(pgettext("person", "Name"))
        self._type.set_words(_("Kind"))
        self._reading.set_words(_("Pinyin"))
        self.remove.set_name(pgettext("person", "Remove this name"))
        self.type.set_choices([(kind, agent_name_type(tr(), kind)) for kind in AgentNameType])
        self.language.set_choices(naming_choices(*([self._line.language] if self._line else [])))
        self.text.again()

    def fill(self, record: Any, line: AgentNameLine) -> None:
        """Show what is stored."""
        del record
        self._line = line
        self.language.set_choices(naming_choices(line.language))
        self.language.show_value(plain(line.language))
        self.type.show_value(line.type)
        self.text.show_read(line.text)
        self.reading.show_value(line.reading)
        self._reading.setVisible(plain(line.language) == "zh")


def _named(text: str) -> str:
    if not clean_name(text):
        raise UserError(NAMELESS)
    return text


class NamesOfAgent(AgentCards):
    """The names of somebody; the first is the one they use."""

    def make(self) -> Card:
        """A card for one more name."""
        return NameCard(self)

    def add_text(self, text: str) -> int | None:
        """Add a name; its letters tell the language."""
        record: Any = self.record
        added: int | None = self.deeds.do(self.step(N_("Add a name of “{name}”")), agents.add_name, record.id, text)
        return added

    def change(self, key: int, **facts: Any) -> None:
        """Correct a name."""
        self.deeds.do(self.step(N_("Change a name of “{name}”")), agents.change_name, key, **facts)

    def remove(self, line: AgentNameLine) -> None:
        """Take a name away."""
        label = self.step(N_("Remove a name of “{name}”"))
        self.deeds.take_away(
            label, pgettext("person", "The name “{name}” removed", name=line.text), agents.remove_name, line.id
        )

    def shift(self, key: int, by: int) -> None:
        """Put a name before or after its neighbour."""
        place = list(self.shown).index(key) + by
        if 0 <= place < len(self.shown):
            self.deeds.do(self.step(N_("Move a name of “{name}”")), agents.move_name, key, place)

    def retranslate(self) -> None:
        """Say the words of the form itself."""
        self.none.setText(_("No names entered."))
        self.adder.setPlaceholderText(pgettext("person", "A name in any language, then Enter"))
        self.adder.setAccessibleName(pgettext("person", "Add a name"))


class PostCard(AgentCard):
    """Title, organisation, from, to."""

    def __init__(self, form: "PostsOfAgent") -> None:
        super().__init__(form)
        self._line: PostLine | None = None
        self.title, self.organisation = ReadField(_titled), AgentField(form.suggest)
        self.starts, self.ends = ReadField(self._first, write_day), ReadField(self._last, write_day)
        self._title, self._organisation = self.add(self.title, 220), self.add(self.organisation, 230)
        self._starts, self._ends = self.add(self.starts, 112), self.add(self.ends, 112)
        for part, field in ((self._title, self.title), (self._starts, self.starts), (self._ends, self.ends)):
            told(part, field)
        self.title.entered.connect(lambda text: self.change(title=text))
        self.organisation.chosen.connect(lambda agent: self.change(organisation_id=agent, organisation=""))
        self.organisation.created.connect(lambda text: self.change(organisation_id=None, organisation=text))
        self.starts.entered.connect(lambda day: self.change(starts=day))
        self.ends.entered.connect(lambda day: self.change(ends=day))
        self.retranslate()

    def _first(self, text: str) -> date | None:
        day = read_day(text)
        if day and self._line and self._line.ends and day > self._line.ends:
            raise UserError(POST_WRONG)
        return day

    def _last(self, text: str) -> date | None:
        day = read_day(text)
        if day and self._line and self._line.starts and day < self._line.starts:
            raise UserError(POST_WRONG)
        return day

    def retranslate(self) -> None:
        """Say labels again."""
        self._title.set_words(_("Post"))
        self._organisation.set_words(_("Organisation"))
        self._starts.set_words(_("From"))
        self._ends.set_words(_("To"))
        self.remove.set_name(_("Remove this post"))
        for field in (self.title, self.starts, self.ends):
            field.again()

    def fill(self, record: Any, line: PostLine) -> None:
        """Show what is stored."""
        del record
        self._line = line
        self.title.show_read(line.title)
        self.organisation.show_value(line.organisation)
        self.starts.show_read(line.starts)
        self.ends.show_read(line.ends)


def _titled(text: str) -> str:
    if not text.strip():
        raise UserError(POST_UNTITLED)
    return text


class PostsOfAgent(AgentCards):
    """The posts somebody held."""

    def suggest(self, typed: str) -> Sequence[AgentLine]:
        """Organisations the library knows."""
        found: Sequence[AgentLine] = self.deeds.read(suggestions, typed, language())
        return [line for line in found if line.kind is AgentKind.ORGANISATION]

    def make(self) -> Card:
        """A card for one more post."""
        return PostCard(self)

    def add_text(self, text: str) -> int | None:
        """Add a post by its title."""
        record: Any = self.record
        added: int | None = self.deeds.do(self.step(N_("Add a post of “{name}”")), agents.add_post, record.id, text)
        return added

    def change(self, key: int, **facts: Any) -> None:
        """Correct a post."""
        self.deeds.do(self.step(N_("Change a post of “{name}”")), agents.change_post, key, **facts)

    def remove(self, line: PostLine) -> None:
        """Take a post away."""
        label = self.step(N_("Remove a post of “{name}”"))
        self.deeds.take_away(label, _("The post “{name}” removed", name=line.title), agents.remove_post, line.id)

    def retranslate(self) -> None:
        """Say the words of the form itself."""
        self.none.setText(_("No posts entered."))
        self.adder.setPlaceholderText(_("A post, then Enter"))
        self.adder.setAccessibleName(_("Add a post"))


def show_cards(form: AgentCards, record: AgentRecord, lines: Sequence[Any]) -> None:
    """Show records of somebody in a form made for those of titles: it asks no more of its owner than an id."""
    owner: Any = record
    form.show_lines(owner, record.id, lines)
