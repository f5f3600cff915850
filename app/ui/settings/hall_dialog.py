"""What is asked of a hall: its name, seats and hours at the left, what it can play at the right."""

from typing import Any

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.calendar import DAY
from app.domain.kinds import CopyFormat
from app.domain.money import CURRENCIES, read_money
from app.domain.names import FourNames
from app.errors import UserError
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, say, tr
from app.store.programme_rows import HallRow
from app.store.venue_rows import HallDetails, VenueRow
from app.ui.accessible import announce
from app.ui.settings.venue_dialogs import HOUR, RIGHT, RecordDialog
from app.ui.theme import theme
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField, TimeField
from app.ui.widgets.toggles import Toggles

MOST_SEATS, LONGEST_TURNAROUND, NARROW = 99_999, 600, 230
LEFT_ROWS = ("seats", "hours", "turnaround", "turnaround_long", "hour_cost")
RIGHT_ROWS = ("frame_rates", "sounds", "aspects", "soft_subtitles", "step_free", "server")
LISTS = {"frame_rates": "24 25", "sounds": "5.1 7.1", "aspects": "1.85:1 2.39:1"}
"""Lists that are typed, with an example of each."""


class HallDialog(RecordDialog):
    """A hall: its names, seats, hours, turnaround, cost; and what it can play."""

    def __init__(
        self, venue: VenueRow, hall: HallRow | None, parent: QWidget | None = None, details: HallDetails | None = None
    ) -> None:
        super().__init__("map-pin", hall.names if hall else FourNames(), parent)
        self._venue, self._new = venue, hall is None
        details = details or HallDetails()
        self.seats = NumberField(high=MOST_SEATS)
        self.turnaround = NumberField(high=LONGEST_TURNAROUND)
        self.turnaround_long = NumberField(high=LONGEST_TURNAROUND)
        self.opens, self.closes = TimeField(), TimeField()
        for field, minutes in (
            (self.opens, hall.opens if hall else 9 * HOUR),
            (self.closes, hall.closes if hall else DAY),
        ):
            field.setTime(QTime(minutes % DAY // HOUR, minutes % HOUR))
        self.seats.setValue(hall.seats or 0 if hall else 0)
        self.turnaround.setValue(hall.turnaround if hall else 20)
        self.turnaround_long.setValue(details.turnaround_long or 0)
        for number in (self.seats, self.turnaround_long):
            number.setSpecialValueText("–")
        self.formats = Toggles(tuple(CopyFormat), details.formats)
        self.lists = {name: Field() for name in LISTS}
        for name, typed in self.lists.items():
            typed.setText(" ".join(getattr(details, name)))
        self.answers = {name: Combo() for name in ("soft_subtitles", "step_free")}
        for name, combo in self.answers.items():
            for answer in (None, True, False):
                combo.addItem("", answer)
            combo.setCurrentIndex((None, True, False).index(getattr(details, name)))
        self.server, self.cost, self.currency = Field(), Field(), Combo()
        self.server.setText(details.server)
        cost = details.hour_cost
        self.cost.setText("" if cost is None else formats.number(language(), cost / 100))
        for code in dict.fromkeys((*CURRENCIES, details.currency)):
            self.currency.addItem(code, code)
        self.currency.setCurrentIndex(self.currency.findData(details.currency))
        self._labels = {name: SafeLabel(tone="text2") for name in (*LEFT_ROWS, *RIGHT_ROWS, "formats")}
        self._dash, self._note = SafeLabel("–"), SafeLabel(role="small", tone="text3")
        self._right_head, self.trouble = SafeLabel(role="strong"), InlineMessage()
        self._lay_out()
        for field in (self.opens, self.closes):
            field.timeChanged.connect(self._say_night)
        self.retranslate()
        self.names.fields[0].setFocus()

    def _lay_out(self) -> None:
        grid, hours, money = self.grid, QHBoxLayout(), QHBoxLayout()
        rows: tuple[tuple[QHBoxLayout, tuple[QWidget, ...]], ...] = (
            (hours, (self.opens, self._dash, self.closes, self._note)), (money, (self.cost, self.currency)),
        )  # fmt: skip
        for line, parts in rows:
            line.setSpacing(8)
            for one in parts:
                line.addWidget(one)
        hours.addStretch(1)
        grid.setColumnMinimumWidth(4, theme().px(18))
        row = self.names.place(grid, 0)
        left: tuple[QWidget | QHBoxLayout, ...] = (self.seats, hours, self.turnaround, self.turnaround_long, money)
        for name, part in zip(LEFT_ROWS, left, strict=True):
            grid.addWidget(self._labels[name], row, 0)
            if isinstance(part, QWidget):
                grid.addWidget(part, row, 1)
            else:
                grid.addLayout(part, row, 1, 1, 3)
            row += 1
        grid.addWidget(self._labels["formats"], row, 0)
        grid.addWidget(self.formats, row, 1, 1, RIGHT + 3)
        grid.addWidget(self._right_head, 0, RIGHT, 1, 4)
        right: tuple[QWidget, ...] = (*self.lists.values(), *self.answers.values(), self.server)
        for number, (name, field) in enumerate(zip(RIGHT_ROWS, right, strict=True), 1):
            field.setMinimumWidth(theme().px(NARROW))
            grid.addWidget(self._labels[name], number, RIGHT)
            grid.addWidget(field, number, RIGHT + 1, 1, 3)
        self.trouble.clear()
        self.body.addWidget(self.trouble)

    def accept(self) -> None:
        """Let it go only when the amount can be read; else say so."""
        try:
            self._hundredths()
        except UserError as error:
            self.trouble.tell(Level.ERROR, say(error.phrase))
            self.cost.set_state("error", say(error.phrase))
            self.cost.setFocus()
            announce(self, say(error.phrase))
            return
        super().accept()

    def _hundredths(self) -> int | None:
        found = read_money(self.cost.text())
        return found.hundredths if found else None

    def facts(self) -> dict[str, Any]:
        """What was entered, as the operations take it; a hall that closes before it opens closes after midnight."""
        opens, closes = _minutes(self.opens), _minutes(self.closes)
        lists = {name: tuple(field.text().replace(",", " ").split()) for name, field in self.lists.items()}
        return {
            "names": self.names.value(), "seats": self.seats.value() or None, "opens": opens,
            "closes": closes if closes > opens else closes + DAY, "turnaround": self.turnaround.value(),
            "turnaround_long": self.turnaround_long.value() or None, "formats": tuple(self.formats.down()), **lists,
            **{name: combo.currentData() for name, combo in self.answers.items()},
            "server": self.server.text().strip(), "hour_cost": self._hundredths(),
            "currency": self.currency.currentData(),
        }  # fmt: skip

    def retranslate(self) -> None:
        """Say everything again; what was typed stays."""
        super().retranslate()
        self.heading.setText(_("Add a hall") if self._new else _("Edit the hall"))
        self.sentence.setText(self._venue.names.shown(language()))
        self.sentence.show()
        self.names.say(_("Name"))
        words = {
            "seats": _("Seats"), "hours": _("Opening hours"), "turnaround": _("Turnaround"),
            "turnaround_long": _("After a Q&A or children"), "hour_cost": _("Cost of an hour"),
            "formats": _("Plays"), "frame_rates": _("Frame rates"), "sounds": _("Sound"),
            "aspects": _("Picture shapes"), "soft_subtitles": _("Separate subtitles"),
            "step_free": _("Step-free"), "server": _("Server"),
        }  # fmt: skip
        self._right_head.setText(_("What the hall can play"))
        for name, text in words.items():
            self._labels[name].setText(text)
        named = {
            "seats": self.seats, "turnaround": self.turnaround, "turnaround_long": self.turnaround_long,
            "hour_cost": self.cost, "server": self.server, **self.lists, **self.answers,
        }  # fmt: skip
        for name, part in named.items():
            part.setAccessibleName(words[name])
        self.currency.setAccessibleName(_("Currency"))
        self.opens.setAccessibleName(_("Opens"))
        self.closes.setAccessibleName(_("Closes"))
        for number in (self.turnaround, self.turnaround_long):
            number.setSuffix(formats.minutes(language(), 0).removeprefix("0"))
        self._say_choices()
        self._say_night()
        self.widen()

    def _say_choices(self) -> None:
        self.formats.name({one: (labels.copy_format(tr(), one), labels.copy_format(tr(), one)) for one in CopyFormat})
        for name, example in LISTS.items():
            self.lists[name].setPlaceholderText(example)
        answers = (_("Not known"), pgettext("answer", "Yes"), pgettext("answer", "No"))
        for combo in self.answers.values():
            for place, text in enumerate(answers):
                combo.setItemText(place, text)

    def _say_night(self) -> None:
        self._note.setText(_("after midnight") if _minutes(self.closes) <= _minutes(self.opens) else "")


def _minutes(field: TimeField) -> int:
    return field.time().hour() * HOUR + field.time().minute()
