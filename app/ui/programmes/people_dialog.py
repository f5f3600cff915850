"""The people of a programme: who is in town from when to when, and who is on duty where."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.calendar import wall_of
from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.operations import agents, people_at_shows
from app.store.agent_rows import AgentLine, faces, suggestions
from app.store.programme_rows import HallRow, ProgrammeRow
from app.store.schedule_people import ShiftRow, StayRow, shift_rows, stay_rows
from app.ui import dialogs
from app.ui.insisting import fulfil
from app.ui.programmes.person_dialogs import Place, ShiftDialog, StayDialog
from app.ui.settings.deeds import Deeds
from app.ui.settings.facts_dialog import Facts
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.record_table import Cell, RecordTable, Row
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented
from app.words import N_, phrase

WIDE, SHOWN = 760, 10
STAYS, SHIFTS = "stays", "shifts"


class Scene(NamedTuple):
    """Where a programme plays: its towns on a tour, its venues and their halls."""

    programme: ProgrammeRow
    stops: tuple[Place, ...]
    places: tuple[Place, ...]


def places_of(halls: Sequence[HallRow]) -> tuple[Place, ...]:
    """Each venue as a whole, then its halls."""
    found: dict[tuple[int, int | None], Place] = {}
    for hall in halls:
        found.setdefault((hall.venue, None), Place(hall.venue, hall.venue_names, hall.zone))
    for hall in halls:
        found[hall.venue, hall.id] = Place(hall.venue, hall.names, hall.zone, hall.id, hall.venue_names)
    return tuple(sorted(found.values(), key=lambda place: (place.id, place.hall is not None)))


class PeopleDialog(dialogs.House):
    """Two tables, one at a time; every change is one step."""

    def __init__(self, deeds: Deeds, scene: Scene, parent: QWidget) -> None:
        super().__init__("users", "accent", parent)
        self._scene = scene
        self._deeds = Deeds(deeds.workspace, deeds.shell, self)
        self._deeds.done.connect(self.reload)
        self._rows: dict[int, Any] = {}
        self._names: dict[int, str] = {}
        self.parts, self.nobody = Segmented(), SafeLabel(tone="text2", wrap=True)
        self.table = RecordTable((0, 1), wide=WIDE - 90, most=SHOWN)
        self.add, self.correct, self.remove = Button(icon="plus"), Button(icon="pencil"), Button(icon="trash-2")
        self.close_button = Button(kind=Kind.PRIMARY)
        top, row = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.parts)
        for button in (self.add, self.correct, self.remove):
            row.addWidget(button)
        for line in (top, row):
            line.setSpacing(8)
            line.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self.table)
        self.body.addWidget(self.nobody)
        self.body.addLayout(row)
        self.foot.addWidget(self.close_button)
        self._part = STAYS
        self.parts.chosen.connect(self.show_part)
        self.table.picked.connect(self._picked)
        self.table.opened.connect(lambda _key: self.ask_correct())
        self.add.clicked.connect(self.ask_new)
        self.correct.clicked.connect(self.ask_correct)
        self.remove.clicked.connect(self.take_away)
        self.close_button.clicked.connect(self.accept)
        for button in (self.add, self.correct, self.remove, self.close_button):
            button.setAutoDefault(False)
        self.setMinimumWidth(theme().px(WIDE))
        self.retranslate()
        self.table.setFocus()

    def show_part(self, part: str) -> None:
        """Those in town, or those on duty."""
        self._part = part
        self.retranslate()

    def reload(self) -> None:
        """Read the people again."""
        rows = self._deeds.read(stay_rows if self._part == STAYS else shift_rows, self._scene.programme.id)
        self._rows = {row.id: row for row in rows}
        known = self._deeds.read(faces, {row.agent for row in rows}, language())
        self._names = {agent: shown.title for agent, shown in known.items()}
        self.table.show_rows([self._stay(row) if self._part == STAYS else self._shift(row) for row in rows])
        self.nobody.setVisible(not rows)
        self._picked()

    def _stay(self, row: StayRow) -> Row:
        town = next((place for place in self._scene.stops if place.id == row.stop), None)
        zone = town.zone if town else self._scene.programme.zone
        where = town.words() if town else _("Everywhere on the tour") if self._scene.stops else ""
        return Row(row.id, (
            Cell(self._names.get(row.agent, "")), Cell(" · ".join(filter(None, (where, row.note)))),
            Cell(_when(row.arrives, zone)), Cell(_when(row.leaves, zone)),
        ))  # fmt: skip

    def _shift(self, row: ShiftRow) -> Row:
        own = [place for place in self._scene.places if (place.id, place.hall) == (row.venue, row.hall)]
        zone = own[0].zone if own else self._scene.programme.zone
        return Row(row.id, (
            Cell(self._names.get(row.agent, "")), Cell(own[0].words() if own else "–"),
            Cell(_when(row.starts, zone)), Cell(formats.time(language(), wall_of(row.ends, zone))),
        ))  # fmt: skip

    def _picked(self) -> None:
        for button in (self.correct, self.remove):
            button.setEnabled(bool(self.table.key))

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(_("Keruen"))
        self.heading.setText(_("People of the programme"))
        self.sentence.setText(self._scene.programme.names.shown(language()))
        self.parts.set_options(((STAYS, pgettext("people", "In town")), (SHIFTS, pgettext("people", "On duty"))))
        self.parts.set_current(self._part)
        self.parts.setAccessibleName(_("Which people"))
        stays = self._part == STAYS
        self.table.setAccessibleName(pgettext("people", "In town") if stays else pgettext("people", "On duty"))
        heads = (_("Town and note"), _("Arrives"), _("Leaves")) if stays else (_("Where"), _("From"), _("Until"))
        self.table.set_heads(_("Person"), *heads)
        self.nobody.setText(
            _("Anyone not listed here is available at any time.") if stays else _("Nobody is on duty yet.")
        )
        self.add.setText(_("Add…"))
        self.correct.setText(_("Edit entry…"))
        self.remove.setText(_("Remove"))
        self.close_button.setText(_("Close"))
        self.reload()

    def _suggest(self, typed: str) -> Sequence[AgentLine]:
        found: Sequence[AgentLine] = self._deeds.read(suggestions, typed, language())
        return found

    def _dialog(self, row: Any = None) -> StayDialog | ShiftDialog:
        name, programme = self._names.get(row.agent, "") if row else "", self._scene.programme
        if self._part == STAYS:
            return StayDialog(self._suggest, programme.zone, self._scene.stops, row, name, self)
        return ShiftDialog(self._suggest, self._scene.places, programme.first_day, row, name, self)

    def ask_new(self) -> None:
        """Ask for a stay or a shift and enter it."""
        if self._part == SHIFTS and not self._scene.places:
            return
        dialog = self._dialog()
        stays = self._part == STAYS

        def add() -> int | None:
            words = N_("Add a stay for {name}") if stays else N_("Add a shift for {name}")
            made: int | None = self._deeds.do(
                phrase(words, name=dialog.person.text()), _("Added"), self._adding(dialog.facts())
            )
            return made

        made = fulfil(self._deeds.workspace, dialog, add)
        if made is not None:
            self.table.choose(made)

    def _adding(self, facts: Facts) -> Callable[[Any], int]:
        """The operation that enters what was filled in, and the person too if need be."""
        programme = self._scene.programme.id

        def add(session: Any) -> int:
            own = dict(facts)  # asked to try again, it finds them whole
            agent, name = own.pop("agent"), own.pop("name")
            agent = agent or agents.add(session, name)
            if "starts" not in own:
                return people_at_shows.add_stay(session, programme, agent, **own)
            return people_at_shows.add_shift(session, programme, agent, **own)

        return add

    def ask_correct(self) -> None:
        """Ask what is to change about the chosen stay or shift."""
        row = self._rows.get(self.table.key)
        if row is None:
            return
        dialog = self._dialog(row)
        fulfil(self._deeds.workspace, dialog, lambda: self._correct(row.id, dialog.facts(), dialog.person.text()))

    def _correct(self, row: int, facts: Facts, name: str) -> None:
        agent, new = facts.pop("agent"), facts.pop("name")
        if self._part == STAYS:
            label = phrase(N_("Edit the stay of {name}"), name=name)
            self._deeds.do(label, _("Saved"), lambda s: people_at_shows.change_stay(s, row, **facts))
            return
        label = phrase(N_("Edit the shift of {name}"), name=name)
        columns = {"venue_id": facts["venue"], "hall_id": facts["hall"]} | {k: facts[k] for k in ("starts", "ends")}
        self._deeds.do(label, _("Saved"), lambda s: people_at_shows.change_shift(
            s, row, agent_id=agent or agents.add(s, new), **columns
        ))  # fmt: skip

    def take_away(self) -> None:
        """Remove the chosen stay or shift; undo brings it back."""
        row = self._rows.get(self.table.key)
        if row is None:
            return
        name, stays = self._names.get(row.agent, ""), self._part == STAYS
        label = phrase(N_("Remove the stay of {name}") if stays else N_("Remove a shift of {name}"), name=name)
        operation = people_at_shows.remove_stay if stays else people_at_shows.remove_shift
        self._deeds.do(label, _("Removed"), lambda session: operation(session, row.id))


def _when(moment: datetime | None, zone: str) -> str:
    if moment is None:
        return "–"
    wall = wall_of(moment, zone)
    day, hour = formats.date_medium(language(), wall.date()), formats.time(language(), wall)
    return _("{day}, {time}", day=day, time=hour)
