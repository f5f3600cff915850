"""The form for time in which halls are taken without a show: a break, a rehearsal, a hall let to others."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.kinds_of_plans import BlockerKind
from app.domain.names import FourNames
from app.i18n import formats, labels_of_plans
from app.i18n.active import _, language, tr
from app.operations.blockers import NEEDS_HALL
from app.store.schedule import BlockerRow
from app.ui.schedule.forms import FormDialog, FourNamesField
from app.ui.schedule.ground import Mark
from app.ui.schedule.plan import Plan, midnight
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.spinners import NumberField, TimeField

LONGEST = 1440


class Asked(NamedTuple):
    """What the form asks for; `starts` is naive wall time."""

    kind: BlockerKind
    names: FourNames
    halls: tuple[int, ...]
    starts: datetime
    minutes: int


class BlockerDialog(FormDialog):
    """Adds a blocker over the halls of `mark`, or corrects `row`."""

    def __init__(
        self, plan: Plan, mark: Mark | None, row: BlockerRow | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plan, self._row = plan, row
        self.kind, self.day = Combo(), Combo()
        self.names = FourNamesField()
        self.time = TimeField()
        self.length = NumberField(low=5, high=LONGEST)
        self.length.setSingleStep(5)
        self.halls = {hall.id: CheckBox() for hall in plan.schedule.halls}
        self._boxes = QWidget()
        flow = FlowLayout(self._boxes, gap=16, line_gap=2)
        for box in self.halls.values():
            flow.addWidget(box)
        starts = QHBoxLayout()
        starts.setSpacing(8)
        starts.addWidget(self.day, 1)
        starts.addWidget(self.time)
        for part in (self.kind, self._boxes, starts, self.length, self.names):
            self.add_row(part)
        for kind in BlockerKind:
            self.kind.addItem("", kind.value)
        for day in plan.days:
            self.day.addItem("", day)
        if row is not None:
            self._show(row.kind, row.halls, row.day, row.starts, row.minutes)
            self.names.show_names(row.names)
        elif mark is not None:
            begins = midnight(mark.day) + timedelta(minutes=mark.begin)
            self._show(BlockerKind.BREAK, mark.halls, mark.day, begins, mark.end - mark.begin)
        self.retranslate()
        self.kind.setFocus()

    def _show(self, kind: BlockerKind, halls: tuple[int, ...], day: date, starts: datetime, minutes: int) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        for hall, box in self.halls.items():
            box.setChecked(hall in halls)
        self.day.setCurrentIndex(self._plan.days.index(day) if day in self._plan.days else 0)
        self.time.setTime(QTime(starts.hour, starts.minute))
        self.length.setValue(minutes)

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Edit the break") if self._row else _("Add a break"))
        self.act_button.setText(_("Save") if self._row else _("Add"))
        words = (_("Kind"), _("Halls"), _("Starts"), _("Length"), _("Name"))
        self.name_rows(*words)
        self.kind.setAccessibleName(words[0])
        self.time.setAccessibleName(words[2])
        self.length.setAccessibleName(words[3])
        self.names.name(words[4])
        self.day.setAccessibleName(_("Day"))
        self.length.setSuffix(_(" min"))
        for place, kind in enumerate(BlockerKind):
            self.kind.setItemText(place, labels_of_plans.blocker_kind(tr(), kind))
        for place, day in enumerate(self._plan.days):
            self.day.setItemText(place, formats.day_label(language(), day))
        for hall, box in self.halls.items():
            box.setText(self._plan.hall_name(hall))

    def accept(self) -> None:
        """Let it go only with a hall."""
        if any(box.isChecked() for box in self.halls.values()):
            super().accept()
        else:
            self.refuse(_(NEEDS_HALL))

    def asked(self) -> Asked:
        """What was filled in."""
        day: date = self._plan.days[self.day.currentIndex()]
        minute = self.time.time().hour() * 60 + self.time.time().minute()
        if minute < self._plan.schedule.programme.day_start:
            minute += 24 * 60
        halls = tuple(hall for hall, box in self.halls.items() if box.isChecked())
        starts = midnight(day) + timedelta(minutes=minute)
        kind = BlockerKind(self.kind.currentData())
        return Asked(kind, self.names.names(), halls, starts, self.length.value())
