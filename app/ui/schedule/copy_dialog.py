"""The forms for whole days: copied to other days, with what would collide there, and two halls exchanged."""

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.kinds import ScreeningStatus
from app.domain.screenings import Slot
from app.i18n import formats
from app.i18n.active import _, language, ngettext, pgettext
from app.operations.many_screenings import SAME_HALL
from app.store.schedule import Card
from app.ui.schedule.drag import renumbered
from app.ui.schedule.forms import FormDialog
from app.ui.schedule.imagining import Fit, imagine_each
from app.ui.schedule.plan import TWIN, Plan
from app.ui.schedule.preview import Line, Preview
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.safe import SafeLabel


class Days(NamedTuple):
    """What is copied where; `leaving` names what stays behind: a screening and the first day it would go to."""

    first: date
    last: date
    targets: tuple[date, ...]
    leaving: tuple[tuple[int, date], ...]


class CopyDialog(FormDialog):
    """Asks which days go where."""

    def __init__(self, plan: Plan, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.first, self.last = Combo(), Combo()
        for one in plan.days:
            self.first.addItem("", one)
            self.last.addItem("", one)
        place = plan.days.index(day) if day in plan.days else 0
        self.first.setCurrentIndex(place)
        self.last.setCurrentIndex(place)
        self.targets = {one: CheckBox() for one in plan.days}
        boxes = QWidget()
        flow = FlowLayout(boxes, gap=16, line_gap=2)
        for box in self.targets.values():
            flow.addWidget(box)
            box.toggled.connect(self._renew)
        span = QHBoxLayout()
        span.setSpacing(8)
        self._to = SafeLabel(tone="text2")
        span.addWidget(self.first, 1)
        span.addWidget(self._to)
        span.addWidget(self.last, 1)
        self.summary = SafeLabel(tone="text2", wrap=True)
        self.preview = Preview()
        for row in (span, boxes, self.summary, self.preview):
            self.add_row(row)
        self.first.currentIndexChanged.connect(self._moved)
        self.last.currentIndexChanged.connect(self._renew)
        self.retranslate()
        self.first.setFocus()

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Copy days"))
        self.act_button.setText(pgettext("menu", "Copy"))
        self.name_rows(_("From"), _("To these days"), "", "")
        self._to.setText(_("to"))
        self.first.setAccessibleName(_("First day to copy"))
        self.last.setAccessibleName(_("Last day to copy"))
        for place, day in enumerate(self._plan.days):
            words = formats.day_label(language(), day)
            self.first.setItemText(place, words)
            self.last.setItemText(place, words)
            self.targets[day].setText(words)
        self._renew()

    def _moved(self) -> None:
        """The last day is not before the first."""
        if self.last.currentIndex() < self.first.currentIndex():
            self.last.setCurrentIndex(self.first.currentIndex())
        self._renew()

    def _span(self) -> tuple[date, date]:
        first: date = self.first.currentData()
        return first, max(first, self.last.currentData())

    def _targets(self) -> tuple[date, ...]:
        return tuple(day for day, box in self.targets.items() if box.isChecked() and box.isEnabled())

    def _going(self) -> list[Card]:
        first, last = self._span()
        cards = self._plan.schedule.cards
        return [card for card in cards if first <= card.day <= last and card.status is not ScreeningStatus.CANCELLED]

    def _renew(self) -> None:
        """Work out again what would collide."""
        first, last = self._span()
        for day, box in self.targets.items():
            box.setEnabled(not first <= day <= last)
        plan, cards = self._plan, self._going()
        keys: list[tuple[int, date]] = []
        slots: list[Slot] = []
        for target in self._targets():
            for card in cards:
                slots.append(renumbered(_on(plan, card, (target - first).days), TWIN - len(slots)))
                keys.append((card.id, target))
                plan.call(slots[-1].id, card.title)
        found = list(zip(keys, slots, imagine_each(plan, slots), strict=True))
        bad = [one for one in found if one[2].fit in (Fit.CLASHES, Fit.REFUSED)]
        lines = [
            Line(key, f"{plan.cards[key[0]].title} · {plan.names.when(language(), slot.body_start, slot.hall)}",
                 outcome.fit, outcome.words)
            for key, slot, outcome in bad
        ]  # fmt: skip
        self.preview.show_lines(lines)
        self.preview.setVisible(bool(lines))
        self.summary.setText(self._summed(len(slots), len(bad)))
        self.act_button.setEnabled(bool(slots))

    def _summed(self, number: int, colliding: int) -> str:
        copied = ngettext("{n} screening is copied, tentative.", "{n} screenings are copied, tentative.", number)
        if not number:
            return _("Choose the days they go to.")
        if not colliding:
            return _("{copied} Nothing clashes.", copied=copied)
        beside = ngettext(
            "{n} of them clashes: untick it to leave it out.",
            "{n} of them clash: untick those to leave out.",
            colliding,
        )
        return f"{copied} {beside}"

    def asked(self) -> Days:
        """What was filled in."""
        first, last = self._span()
        leaving = tuple(key for key in self.preview.left_out() if isinstance(key, tuple))
        return Days(first, last, self._targets(), leaving)


def _on(plan: Plan, card: Card, days: int) -> Slot:
    """An event so many days later, at the same hour."""
    own = plan.board.slot(card.id)
    minute = plan.minute_of_day(own.body_start, card.day, card.hall)
    starts = plan.minute(card.day + timedelta(days=days), minute, card.hall)
    return own.at(card.hall, starts - (own.body_start - own.start))


class HallsDialog(FormDialog):
    """Asks which two halls change their day."""

    def __init__(self, plan: Plan, day: date, hall: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.day, self.one, self.other = Combo(), Combo(), Combo()
        for editor in (self.day, self.one, self.other):
            self.add_row(editor)
        for one in plan.days:
            self.day.addItem("", one)
        for key in plan.halls:
            for editor in (self.one, self.other):
                editor.addItem(plan.hall_name(key), key)
        self.day.setCurrentIndex(plan.days.index(day) if day in plan.days else 0)
        self.one.setCurrentIndex(max(0, self.one.findData(hall)))
        self.other.setCurrentIndex((self.one.currentIndex() + 1) % max(1, self.other.count()))
        self.retranslate()
        self.day.setFocus()

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Swap two halls for a day"))
        self.act_button.setText(_("Swap halls"))
        words = (_("Day"), _("Hall"), _("Other hall"))
        self.name_rows(*words)
        for editor, name in zip((self.day, self.one, self.other), words, strict=True):
            editor.setAccessibleName(name)
        for place, day in enumerate(self._plan.days):
            self.day.setItemText(place, formats.day_label(language(), day))

    def accept(self) -> None:
        """Let it go only with two halls."""
        if self.one.currentData() == self.other.currentData():
            self.refuse(_(SAME_HALL))
        else:
            super().accept()

    def asked(self) -> tuple[date, int, int]:
        """What was filled in."""
        return self.day.currentData(), self.one.currentData(), self.other.currentData()
