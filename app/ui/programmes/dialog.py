"""The form of a programme in parts: its names, days and halls; its strands; its public and money; its targets."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.kinds import ProgrammeKind, Use
from app.i18n import labels
from app.i18n.active import _, language, pgettext, say, tr
from app.operations.founding import NEEDS_HALL, PRIME_WRONG, Founding, Planned
from app.operations.programmes import DAYS_WRONG, MOST_DAYS, TOO_LONG
from app.operations.strands import MOST_WANTED, TARGET_WRONG
from app.operations.venues import NAME_MISSING
from app.store.programme_rows import HallRow, ProgrammeRow
from app.store.slate_rows import SectionRow, TargetRow, Terms
from app.ui.programmes.days_field import DaysField
from app.ui.programmes.doors import Doors
from app.ui.programmes.halls_field import HallsField
from app.ui.programmes.public_fields import PublicFields
from app.ui.programmes.strands_field import StrandsField
from app.ui.programmes.targets_field import TargetsField
from app.ui.schedule.forms import FormDialog, FourNamesField
from app.ui.theme import theme
from app.ui.widgets.fields import Combo
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.spinners import TimeField

DAY_START = 4 * 60
USUAL_DAYS = 4
PARTS = ("main", "strands", "public", "targets")
WHOLE = {"strands", "targets"}
"""Parts that need no label: their name says what they are."""

WIDE = 780


class Known(NamedTuple):
    """What a programme is planned by already, and when its screenings begin."""

    terms: Terms
    strands: tuple[SectionRow, ...]
    targets: tuple[TargetRow, ...]
    times: Sequence[datetime] = ()


class ProgrammeDialog(FormDialog):
    """Founds a programme, or corrects `row` that plays in `playing` and is planned by what is `known`."""

    def __init__(  # noqa: PLR0913, PLR0917 - what there is already
        self, halls: Sequence[HallRow], today: date, row: ProgrammeRow | None = None, playing: Sequence[int] = (),
        parent: QWidget | None = None, known: Known | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._row, self._known = row, known
        self.parts = Segmented()
        self.names = FourNamesField()
        self.refused = False
        self.kind = Combo()
        for kind in ProgrammeKind:
            self.kind.addItem("", kind.value)
        begins = row.first_day if row else today + timedelta(days=28)
        ends = row.last_day if row else begins + timedelta(days=USUAL_DAYS - 1)
        start = row.day_start if row else DAY_START
        self.days = DaysField(begins, ends, start, known.times if known else ())
        self.first, self.last = self.days.first, self.days.last
        self.day_start = TimeField()
        self.day_start.setTime(QTime(0, 0).addSecs(start * 60))
        self.halls = HallsField(halls, playing)
        self.strands = StrandsField(known.strands if known else ())
        self.public = PublicFields(row, known.terms if known else None)
        self.targets = TargetsField(known.targets if known else (), [one.id for one in known.strands] if known else ())
        self.doors = Doors()
        self._rows: dict[str, list[int]] = {part: [] for part in PARTS}
        self._lay_out()
        self.setMinimumWidth(theme().px(WIDE))
        self._fill(row, halls)
        self.parts.chosen.connect(self.show_part)
        self.day_start.timeChanged.connect(lambda _time: self.days.begin_at(self._start()))
        self.retranslate()
        self.show_part("main")
        self.names.fields[language()].setFocus()

    def _lay_out(self) -> None:
        self.form.addRow(self.parts)
        groups = (
            ("main", (self.names, self.kind, self.days, self.day_start, self.halls)), ("strands", (self.strands,)),
            ("public", self.public.rows), ("targets", (self.targets,)),
        )  # fmt: skip
        for part, editors in groups:
            for editor in editors:
                self._rows[part].append(self.form.rowCount())
                if part in WHOLE and isinstance(editor, QWidget):
                    self.form.addRow(editor)
                else:
                    self.add_row(editor)
        if self._row is not None:
            self._rows["main"].append(self.form.rowCount())
            self.form.addRow(self.doors)

    def _fill(self, row: ProgrammeRow | None, halls: Sequence[HallRow]) -> None:
        self.kind.setCurrentIndex(self.kind.findData((row.kind if row else ProgrammeKind.FILM_WEEK).value))
        if row is not None:
            self.names.show_names(row.names)
        elif not halls:
            self.halls.add_line()

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Edit the programme") if self._row else _("New programme"))
        self.act_button.setText(_("Save") if self._row else _("Create programme"))
        self.parts.set_options((
            ("main", pgettext("programme form", "Days and halls")), ("strands", pgettext("programme form", "Strands")),
            ("public", pgettext("programme form", "Public")), ("targets", pgettext("programme form", "Targets")),
        ))  # fmt: skip
        self.parts.setAccessibleName(_("Parts of the form"))
        words = (_("Name"), _("Kind"), _("Days"), _("A day begins at"), _("Halls"))
        self.name_rows(*words, *self.public.words())
        self.names.name(words[0])
        self.kind.setAccessibleName(words[1])
        self.day_start.setAccessibleName(words[3])
        self.day_start.setToolTip(_("What starts earlier belongs to the evening before."))
        for place, kind in enumerate(ProgrammeKind):
            self.kind.setItemText(place, labels.programme_kind(tr(), kind))

    def show_part(self, part: str) -> None:
        """Show one part of the form."""
        self.parts.set_current(part)
        self.targets.name_strands(self.strands.specs())
        for name, rows in self._rows.items():
            for row in rows:
                self.form.setRowVisible(row, name == part)

    def accept(self) -> None:
        """Let it go only when it can be carried out; else show what is wrong where it is."""
        found = self._fault()
        if found is None:
            if self.days.agreed():
                super().accept()
            else:
                self.show_part("main")
                self.last.setFocus()
            return
        part, sentence, field = found
        self.show_part(part)
        self.refuse(sentence)
        if field is not None:
            field.setFocus()
            if isinstance(field, QLineEdit):
                field.selectAll()

    def _fault(self) -> tuple[str, str, QWidget | None] | None:
        """The part, the sentence and the field of what is wrong first."""
        if not any(self.names.names()):
            return "main", _(NAME_MISSING), self.names.fields[language()]
        if self.halls.homeless():
            return "main", _("Give the new venue a name."), self.halls.building
        apart = self.first.date().daysTo(self.last.date())
        if not 0 <= apart < MOST_DAYS:
            return "main", _(DAYS_WRONG) if apart < 0 else _(TOO_LONG, most=MOST_DAYS), self.last
        if not self.halls.chosen() and not self.halls.made():
            return "main", _(NEEDS_HALL), None
        line = self.strands.nameless() or self.strands.double()
        if line is not None:
            name = line.spec().names.shown(language())
            said = _("Two strands are called “{name}”.", name=name) if name else _(NAME_MISSING)
            return "strands", said, line.names[language()]
        if self.public.minutes()[1] <= self.public.minutes()[0]:
            return "public", _(PRIME_WRONG), self.public.prime_until
        if (fault := self.public.fault()) is not None:
            return "public", say(fault.phrase), self.public.budget
        if (wrong := self.targets.wrong()) is not None:
            return "targets", _(TARGET_WRONG, most=MOST_WANTED), wrong
        return None

    def asked(self) -> Founding:
        """What was filled in."""
        first, last = self.days.days()
        kind = ProgrammeKind(self.kind.currentData())
        return Founding(
            self.names.names(),
            kind,
            first,
            last,
            self._start(),
            self.halls.chosen(),
            self.halls.made(),
            self._planned(),
        )  # fmt: skip

    def _planned(self) -> Planned:
        public, strands = self.public, self.strands.specs()
        return Planned(
            public.zone.currentData(), public.territory.currentData(), Use(public.use.currentData()),
            tuple(public.audience.tags), tuple(public.policy.tags), *public.minutes(), public.hundredths(),
            public.currency.currentData(), strands, self.targets.specs(len(strands)),
        )  # fmt: skip

    def _start(self) -> int:
        """When a day begins, in minutes after midnight."""
        return self.day_start.time().hour() * 60 + self.day_start.time().minute()
