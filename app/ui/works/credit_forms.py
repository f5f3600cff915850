"""The credits of a title, or of one of its versions: a card each, and a line that adds the next."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.agents import PLAYED, VERSION_ROLES, WORK_ROLES
from app.domain.kinds import Role
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.operations import crediting
from app.store.agent_rows import AgentLine, CreditRecord, credit_records, suggestions
from app.store.work_records import WorkRecord
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Field
from app.ui.widgets.safe import SafeLabel
from app.ui.works.agent_field import AgentField
from app.ui.works.cards import Card, CardsForm
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import Choice
from app.words import N_, phrase


class CreditCard(Card):
    """Role, who, and for whom: one line where there is room."""

    def __init__(self, form: "CreditForm") -> None:
        super().__init__()
        self._form = form
        self._line: CreditRecord | None = None
        self.role, self.who, self.character = Choice[Role](), AgentField(form.suggest), Field()
        self.country, self.open = SafeLabel(tone="text2"), IconButton("users", size=26)
        self.country.setContentsMargins(0, 6, 0, 6)
        self._role, self._who = self.add(self.role, 168), self.add(self.who, 220)
        self._character, self._country = self.add(self.character, 150), self.add(self.country, 60)
        self.aside.removeWidget(self.remove)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.open)
        buttons.addWidget(self.remove)
        self.aside.insertLayout(0, buttons)
        self.role.picked.connect(lambda role: self._change(role=role))
        self.who.chosen.connect(lambda agent: self._change(agent_id=agent))
        self.who.created.connect(self._give_to_new)
        self.character.committed.connect(lambda text: self._change(character=text))
        self.open.clicked.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say labels and roles again."""
        self._role.set_words(pgettext("credit", "Role"))
        self._who.set_words(pgettext("person", "Name"))
        self._character.set_words(_("Character"))
        self._country.set_words(_("Country"))
        self.remove.set_name(_("Remove this credit"))
        self.open.set_name(_("Open this person"))
        roles = dict.fromkeys((*self._form.roles, *([self._line.role] if self._line else []), *Role))
        self.role.set_choices([(role, labels.role(tr(), role)) for role in roles])
        if self._line is not None:
            self._show_country(self._line)

    def fill(self, record: WorkRecord, line: CreditRecord) -> None:
        """Show what is stored."""
        del record
        self._line = line
        self.role.show_value(line.role)
        self.who.show_value(line.name)
        self.who.setToolTip(line.original)
        self.character.show_value(line.character)
        self._character.setVisible(line.role in PLAYED or bool(line.character))
        self._show_country(line)

    def _show_country(self, line: CreditRecord) -> None:
        self._country.setVisible(self._form.countries and bool(line.country))
        self.country.setText(formats.country(language(), line.country) if line.country else "")
        self._country.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier and self._line is not None:
            self._form.shift(self._line, step)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._line is not None:
            self._form.opened.emit(self._line.agent)

    def _change(self, **facts: Any) -> None:
        if self._line is not None:
            self._form.change(self._line, **facts)

    def _give_to_new(self, text: str) -> None:
        if self._line is not None:
            self._form.give_to_new(self._line, text)


class CreditAdder(Translated, QWidget):
    """Role, name, character, Enter: the next credit. The role stays for the next name."""

    def __init__(self, form: "CreditForm") -> None:
        super().__init__()
        self._form = form
        self.role, self.who, self.character = Choice[Role](), AgentField(form.suggest), Field()
        self.role.show_value(form.roles[0])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.role, 3)
        row.addWidget(self.who, 5)
        row.addWidget(self.character, 3)
        self.role.picked.connect(lambda _role: self._role_chosen())
        self.who.chosen.connect(form.add_known)
        self.who.created.connect(form.add_new)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the roles and hints again."""
        self.role.set_choices([(role, labels.role(tr(), role)) for role in self._form.roles])
        self.role.setAccessibleName(_("Role of the next credit"))
        self.who.setPlaceholderText(_("Add a name, then Enter"))
        self.who.setAccessibleName(_("Name of the next credit"))
        self.character.setPlaceholderText(_("Character"))
        self.character.setAccessibleName(_("Character"))
        self._role_chosen()

    def done(self) -> None:
        """The credit is there: the next name can be typed."""
        self.who.clear()
        self.who.setModified(False)
        self.character.show_value("")
        self.character.clear()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_role(self) -> Role:
        """The role of the next credit."""
        return self.role.value() or self._form.roles[0]

    def _role_chosen(self) -> None:
        self.character.setVisible(self.chosen_role() in PLAYED)


class CreditForm(CardsForm):
    """Credits of the whole work, or (`of_version`) of one version. `opened` asks for the page of somebody."""

    opened = Signal(int)

    def __init__(self, deeds: Deeds, *, of_version: bool = False) -> None:
        self.of_version = of_version
        self.roles: Sequence[Role] = VERSION_ROLES if of_version else WORK_ROLES
        self.countries = False
        self._owner = 0
        super().__init__(deeds)
        self.adder = CreditAdder(self)
        self.show_countries = CheckBox()
        self.show_countries.setVisible(False)
        self.show_countries.toggled.connect(self._set_countries)
        self.add_button.hide()
        self.column.addWidget(self.adder)
        self.column.addWidget(self.show_countries)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words of the form itself."""
        self.none.setText(_("Nobody entered for this version.") if self.of_version else _("No credits entered."))
        if hasattr(self, "show_countries"):
            self.show_countries.setText(_("Show the country of each"))

    def suggest(self, typed: str) -> Sequence[AgentLine]:
        """Whom the library knows by what is typed."""
        found: Sequence[AgentLine] = self.deeds.read(suggestions, typed, language())
        return found

    def lines(self, record: WorkRecord) -> Sequence[CreditRecord]:
        """The credits of the work as a whole."""
        everyone: Sequence[CreditRecord] = self.deeds.read(credit_records, record.id, language())
        return [credit for credit in everyone if credit.version is None]

    def show_lines(self, record: WorkRecord, owner: int, lines: Sequence[Any]) -> None:
        """Show these credits of a title or of its version `owner`."""
        self._owner = owner
        super().show_lines(record, owner, lines)
        self.show_countries.setVisible(not self.of_version and any(line.country for line in lines))

    def make(self) -> CreditCard:
        """A card for one more credit."""
        return CreditCard(self)

    # What is done

    def _step(self, message: str, line: CreditRecord | None = None, name: str = "") -> Any:
        assert self.record is not None
        fields = {"title": self.record.face.title, "name": line.name if line else name}
        return phrase(message, **{key: text for key, text in fields.items() if f"{{{key}}}" in message})

    def add(self) -> None:
        """Go to the line that adds."""
        self.adder.who.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _facts(self) -> dict[str, Any]:
        version = self._owner if self.of_version else None
        return {"version": version, "character": self.adder.character.text()}

    def add_known(self, agent: int) -> None:
        """Credit somebody the library knows."""
        self._added(crediting.add, agent)

    def add_new(self, text: str) -> None:
        """Enter somebody new and credit them."""
        self._added(crediting.add_named, text)

    def _added(self, operation: Callable[..., int], who: int | str) -> None:
        if self.record is None:
            return
        label = self._step(N_("Add a credit to “{title}”"))
        role = self.adder.chosen_role()
        if self.deeds.do(label, operation, self.record.id, role, who, **self._facts()) is not None:
            self.adder.done()

    def change(self, line: CreditRecord, **facts: Any) -> None:
        """Correct a credit."""
        if self.record is not None:
            self.deeds.do(self._step(N_("Change the credit of “{name}”"), line), crediting.change, line.id, **facts)

    def give_to_new(self, line: CreditRecord, text: str) -> None:
        """Credit somebody new in the place of who stood there."""
        if self.record is not None:
            label = self._step(N_("Change the credit of “{name}”"), line)
            self.deeds.do(label, crediting.give_to_new, line.id, text)

    def shift(self, line: CreditRecord, by: int) -> None:
        """Put a credit before or after its neighbour."""
        place = list(self.shown).index(line.id) + by
        if self.record is not None and 0 <= place < len(self.shown):
            self.deeds.do(self._step(N_("Move the credit of “{name}”"), line), crediting.move, line.id, place)

    def remove(self, line: CreditRecord) -> None:
        """Take a credit away."""
        if self.record is not None:
            label = self._step(N_("Remove the credit of “{name}”"), line)
            self.deeds.take_away(label, _("The credit of “{name}” removed", name=line.name), crediting.remove, line.id)

    def _set_countries(self, on: bool) -> None:  # noqa: FBT001 - a signal
        self.countries = on
        for card in self.cards.values():
            card.retranslate()
