"""The form of an event: what it consists of, part by part, where and when, for whom, on what occasion, with whom."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.kinds import PartKind
from app.domain.kinds_of_plans import AudienceKind, Occasion
from app.i18n import formats, labels_of_plans
from app.i18n.active import _, language, pgettext, tr
from app.operations.events import EventFacts
from app.operations.screenings import PartSpec
from app.operations.venues import NAME_MISSING
from app.store.agent_rows import AgentLine
from app.store.schedule import Card
from app.ui.schedule.forms import FormDialog, FourNamesField
from app.ui.schedule.ground import Mark
from app.ui.schedule.parts_field import PartsField
from app.ui.schedule.people_field import PeopleField
from app.ui.schedule.plan import Plan, midnight
from app.ui.widgets.fields import Combo
from app.ui.widgets.spinners import NumberField, TimeField
from app.ui.works.agent_field import Suggest

USUAL_LENGTH = 60
MOST_PEOPLE = 99_999


def nobody(_typed: str) -> Sequence[AgentLine]:
    """Suggest nobody."""
    return ()


class EventDialog(FormDialog):
    """Adds an event, or corrects `card`. `suggest` finds people by what is typed."""

    def __init__(
        self, plan: Plan, card: Card | None = None, parent: QWidget | None = None, suggest: Suggest = nobody
    ) -> None:
        super().__init__(parent)
        self._plan = plan
        self._card = card
        self.names = FourNamesField()
        self.day, self.hall, self.strand = Combo(), Combo(), Combo()
        self.audience, self.occasion = Combo(), Combo()
        self.expected = NumberField(low=0, high=MOST_PEOPLE)
        self.time = TimeField()
        self.parts = PartsField(dict(sorted(plan.schedule.works.items(), key=lambda one: one[1])), known_films(plan))
        self.people = PeopleField(suggest)
        rows = (
            _row(self.hall, self.day, self.time), self.parts, self.names, _row(self.strand, self.audience),
            _row(self.occasion, self.expected), self.people,
        )  # fmt: skip
        for row in rows:
            self.add_row(row)
        self._fill()
        self.time.setTime(QTime(12, 0))
        if card is not None:
            self._show(card)
        else:
            self.parts.show_parts([PartSpec(PartKind.TALK, USUAL_LENGTH)])
        self.retranslate()
        self.names.first().setFocus()

    def _fill(self) -> None:
        """What there is to choose from; the words follow."""
        plan = self._plan
        for hall in plan.schedule.halls:
            self.hall.addItem(plan.hall_name(hall.id), hall.id)
        self.strand.addItem("–", None)
        for strand in plan.schedule.strands:
            self.strand.addItem(plan.strand_name(strand.id), strand.id)
        for day in plan.days:
            self.day.addItem("", day)
        for audience in AudienceKind:
            self.audience.addItem("", audience.value)
        for occasion in Occasion:
            self.occasion.addItem("", occasion.value)

    def start_at(self, day: date, hall: int, minute: int) -> None:
        """Propose a place: where the ground is marked, or what is free."""
        self.day.setCurrentIndex(self._plan.days.index(day))
        self.hall.setCurrentIndex(max(0, self.hall.findData(hall)))
        self.time.setTime(QTime(minute // 60 % 24, minute % 60))

    def fill_ground(self, mark: Mark) -> None:
        """Propose marked ground: its first hall, its hours."""
        self.start_at(mark.day, mark.halls[0], mark.begin)
        self.parts.lines[0].minutes.setValue(mark.end - mark.begin)

    def _show(self, card: Card) -> None:
        self.names.show_names(card.names)
        self.hall.setCurrentIndex(self.hall.findData(card.hall))
        self.strand.setCurrentIndex(max(0, self.strand.findData(card.strand)))
        self.day.setCurrentIndex(self._plan.days.index(card.day))
        self.time.setTime(QTime(card.starts.hour, card.starts.minute))
        self.audience.setCurrentIndex(self.audience.findData(card.audience.value))
        self.occasion.setCurrentIndex(self.occasion.findData(card.occasion.value))
        self.expected.setValue(card.expected or 0)
        self.parts.show_parts(card.parts)
        self.people.show_people(card.people, self._plan.schedule.people)
        for editor in (self.hall, self.day, self.time):
            editor.setEnabled(not card.locked)

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Edit the event") if self._card else _("Add an event"))
        self.act_button.setText(_("Save") if self._card else _("Add"))
        words = (_("Where"), _("Parts"), _("Name"), _("Strand"), _("Occasion"), _("People"))
        self.name_rows(*words)
        self.names.name(words[2])
        for editor, name in (
            (self.hall, _("Hall")), (self.day, _("Day")), (self.time, _("Starts")), (self.strand, words[3]),
            (self.audience, _("For whom")), (self.occasion, words[4]), (self.expected, _("Expected audience")),
        ):  # fmt: skip
            editor.setAccessibleName(name)
            editor.setToolTip(name)
        self.expected.setSpecialValueText(_("Audience not estimated"))
        self.expected.setSuffix(pgettext("suffix", "{n} people", n=""))
        for place, day in enumerate(self._plan.days):
            self.day.setItemText(place, formats.day_label(language(), day))
        for place, audience in enumerate(AudienceKind):
            self.audience.setItemText(place, labels_of_plans.audience_kind(tr(), audience))
        for place, occasion in enumerate(Occasion):
            self.occasion.setItemText(place, labels_of_plans.occasion(tr(), occasion))

    def accept(self) -> None:
        """Let it go only with a name, its own or that of a title."""
        if any(self.names.names()) or any(spec.work for spec in self.parts.specs()):
            super().accept()
        else:
            self.refuse(_(NAME_MISSING))

    def event_asked(self) -> EventFacts:
        """What was filled in. What is as the slate has it stays the slate's."""
        day: date = self._plan.days[self.day.currentIndex()]
        minute = self.time.time().hour() * 60 + self.time.time().minute()
        if minute < self._plan.schedule.programme.day_start:
            minute += 24 * 60
        card = self._card
        facts: list[tuple[str, object]] = []
        audience, occasion = AudienceKind(self.audience.currentData()), Occasion(self.occasion.currentData())
        if audience is not (card.audience if card else AudienceKind.PUBLIC):
            facts.append(("audience_kind", audience))
        if occasion is not (card.occasion if card else Occasion.NONE):
            facts.append(("occasion", occasion))
        if self.expected.value() != ((card.expected or 0) if card else 0):
            facts.append(("expected", self.expected.value() or None))
        return EventFacts(
            self.hall.currentData(), midnight(day) + timedelta(minutes=minute), self.parts.specs(), self.names.names(),
            self.people.people(), self.strand.currentData(), tuple(facts),
        )  # fmt: skip


def known_films(plan: Plan) -> dict[int, PartSpec]:
    """How each title of the programme is shown: its length, version and copy, as it stands or as it waits."""
    found: dict[int, PartSpec] = {}
    for row in plan.schedule.tray:
        card, _slot = plan.newcomer(row)
        films = [part for part in card.parts if part.work == row.work]
        for part in films:
            found[row.work] = PartSpec(part.kind, part.minutes, part.work, part.version, part.copy)
    for card in plan.schedule.cards:
        for part in card.parts:
            if part.work is not None and part.kind is PartKind.FILM:
                found.setdefault(part.work, PartSpec(part.kind, part.minutes, part.work, part.version, part.copy))
    return found


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 0 if isinstance(part, TimeField) else 1)
    return row
