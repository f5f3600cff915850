"""Who is at an event: guests, moderators, interpreters with the two languages between which they speak."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds_of_plans import PersonTask
from app.domain.screenings import Booked
from app.i18n import formats, labels_of_plans
from app.i18n.active import _, language, tr
from app.operations.events import Person
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.fields import Combo
from app.ui.works.agent_field import AgentField, Suggest

SPOKEN = ("kk", "zh", "ru", "en")


class PersonLine(Translated, QWidget):
    """Somebody, their task, and the pair of an interpreter."""

    gone = Signal()

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._person = person
        self.name = ElidedLabel(person.name)
        self.task, self.one, self.other = Combo(), Combo(), Combo()
        self.remove = IconButton("x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        for part in (self.task, self.one, self.other, self.remove):
            row.addWidget(part)
        for task in PersonTask:
            self.task.addItem("", task.value)
        tags = dict.fromkeys((*SPOKEN, *person.languages))
        for editor in (self.one, self.other):
            for tag in tags:
                editor.addItem("", tag)
        self.task.setCurrentIndex(self.task.findData(person.task.value))
        pair = person.languages if len(person.languages) > 1 else SPOKEN[:2]
        self.one.setCurrentIndex(self.one.findData(pair[0]))
        self.other.setCurrentIndex(self.other.findData(pair[1]))
        self.task.currentIndexChanged.connect(self._show_pair)
        self.remove.clicked.connect(self.gone)
        self._show_pair()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.task.setAccessibleName(_("Task of {name}", name=self._person.name))
        self.one.setAccessibleName(_("Interprets from"))
        self.other.setAccessibleName(_("Interprets into"))
        self.remove.set_name(_("Remove {name}", name=self._person.name))
        for place, task in enumerate(PersonTask):
            self.task.setItemText(place, labels_of_plans.person_task(tr(), task))
        for editor in (self.one, self.other):
            for place in range(editor.count()):
                editor.setItemText(place, formats.language_name(language(), editor.itemData(place)))

    def _show_pair(self) -> None:
        interprets = self.task.currentData() == PersonTask.INTERPRETER.value
        self.one.setVisible(interprets)
        self.other.setVisible(interprets)

    def person(self) -> Person:
        """What it says now."""
        task = PersonTask(self.task.currentData())
        pair = (self.one.currentData(), self.other.currentData()) if task is PersonTask.INTERPRETER else ()
        return self._person._replace(task=task, languages=pair)


class PeopleField(Translated, QWidget):
    """The people of an event, and a field to add one more."""

    def __init__(self, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[PersonLine] = []
        self.who = AgentField(suggest)
        self._names: dict[int, str] = {}
        self._suggest = suggest
        self.who.chosen.connect(self._known)
        self.who.created.connect(lambda name: self._add(Person(0, name, PersonTask.GUEST)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.who)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.who.setPlaceholderText(_("Add a guest, moderator or interpreter"))
        self.who.setAccessibleName(_("Add a guest, moderator or interpreter"))

    def show_people(self, booked: Sequence[Booked], names: Mapping[int, str]) -> None:
        """Show who is booked."""
        for one in booked:
            self._add(Person(one.person, names.get(one.person, ""), one.task, one.languages))

    def people(self) -> tuple[Person, ...]:
        """Who shall be there."""
        return tuple(line.person() for line in self.lines)

    def _known(self, agent: int) -> None:
        name = next((line.name for line in self._suggest(self.who.text()) if line.id == agent), self.who.text())
        self._add(Person(agent, name, PersonTask.GUEST))

    def _add(self, person: Person) -> None:
        line = PersonLine(person)
        line.gone.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.insertWidget(len(self.lines) - 1, line)
        self.who.clear()

    def _remove(self, line: PersonLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.who.setFocus()
