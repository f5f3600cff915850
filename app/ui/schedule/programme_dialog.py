"""The form of a programme: its names, kind, days and halls; halls that do not exist yet are made with it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.kinds import ProgrammeKind
from app.domain.names import FourNames
from app.i18n import labels
from app.i18n.active import _, language, tr
from app.operations.founding import NEEDS_HALL, Founding, NewHall
from app.operations.programmes import DAYS_WRONG
from app.operations.venues import NAME_MISSING
from app.store.programme_rows import HallRow, ProgrammeRow
from app.ui.schedule.forms import FormDialog, FourNamesField
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import DateField, NumberField, TimeField

ORDERS = {"kk": "dd.MM.yyyy", "zh": "yyyy-MM-dd", "ru": "dd.MM.yyyy", "en": "dd/MM/yyyy"}
DAY_START = QTime(4, 0)
USUAL_DAYS = 4
SEATS, CLOCK = 92, 80


def own_name(text: str) -> FourNames:
    """A name typed in the language of the interface."""
    return FourNames(**{language(): text.strip()})


class HallLine(Translated, QWidget):
    """One hall to be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Field()
        self.seats = NumberField(low=0, high=20000)
        self.seats.setFixedWidth(theme().px(SEATS))
        self.opens, self.closes = TimeField(), TimeField()
        self.opens.setTime(QTime(10, 0))
        self.closes.setTime(QTime(0, 0))
        self.remove = IconButton("x", size=26)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        for clock in (self.opens, self.closes):
            clock.setFixedWidth(theme().px(CLOCK))
        for editor in (self.seats, self.opens, self.closes, self.remove):
            row.addWidget(editor)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.name.setAccessibleName(_("Name of the hall"))
        self.seats.setAccessibleName(_("Seats"))
        self.opens.setAccessibleName(_("Opens"))
        self.closes.setAccessibleName(_("Closes"))
        self.remove.set_name(_("Leave this hall out"))

    def hall(self, venue: int | None, building: str, city: str) -> NewHall:
        """What was filled in; midnight and later closing hours belong to the same evening."""
        opens, closes = (field.time().hour() * 60 + field.time().minute() for field in (self.opens, self.closes))
        seats = self.seats.value() or None
        later = closes if closes > opens else closes + 24 * 60
        return NewHall(own_name(self.name.text()), seats, opens, later, venue, own_name(building), own_name(city))


class HallsField(Translated, QWidget):
    """Which halls: those there are, and new ones in one building."""

    def __init__(self, halls: Sequence[HallRow], chosen: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._halls = halls
        self._boxes = {hall.id: CheckBox() for hall in halls}
        for hall, box in self._boxes.items():
            box.setChecked(hall in chosen)
        self.lines: list[HallLine] = []
        self.add = Button(icon="plus", small=True)
        self.add.clicked.connect(self.add_line)
        self.venue = Combo()
        self._venues = list({hall.venue: hall for hall in halls}.values())
        for row in self._venues:
            self.venue.addItem("", row.venue)
        self.venue.addItem("", None)
        self.building, self.city = Field(), Field()
        self._made = QWidget()
        made = QVBoxLayout(self._made)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(6)
        where = QHBoxLayout()
        where.setSpacing(6)
        for editor in (self.venue, self.building, self.city):
            where.addWidget(editor, 1)
        made.addLayout(where)
        self._heads = [SafeLabel(role="small", tone="text2") for _place in range(4)]
        heads = QHBoxLayout()
        heads.setSpacing(6)
        for head, width in zip(self._heads, (0, SEATS, CLOCK, CLOCK), strict=True):
            heads.addWidget(head, 0 if width else 1)
            if width:
                head.setFixedWidth(theme().px(width))
        heads.addSpacing(theme().px(32))
        made.addLayout(heads)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(6)
        made.addLayout(self._stack)
        self._made.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self._boxes:
            column.addWidget(self._scroll())
        column.addWidget(self._made)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.venue.currentIndexChanged.connect(self._venue_chosen)
        self._venue_chosen()
        self.retranslate()

    def _scroll(self) -> QScrollArea:
        inside = Panel("raised")
        boxes = QVBoxLayout(inside)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(0)
        for box in self._boxes.values():
            boxes.addWidget(box)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFixedHeight(theme().px(min(5, len(self._boxes)) * 26))
        return scroll

    def retranslate(self) -> None:
        """Say the words again."""
        for row in self._halls:
            hall, venue = row.names.shown(language()), row.venue_names.shown(language())
            self._boxes[row.id].setText(_("{hall}, {venue}", hall=hall, venue=venue))
        self.add.setText(_("Add a hall"))
        words = (_("Name of the hall"), _("Seats"), _("Opens"), _("Closes"))
        for head, text in zip(self._heads, words, strict=True):
            head.setText(text)
        for place, row in enumerate(self._venues):
            self.venue.setItemText(place, row.venue_names.shown(language()))
        self.venue.setItemText(len(self._venues), _("A new venue"))
        self.venue.setAccessibleName(_("Venue"))
        for field, name in ((self.building, _("Name of the venue")), (self.city, _("City"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)

    def add_line(self) -> HallLine:
        """One more hall to be made."""
        line = HallLine()
        line.remove.clicked.connect(lambda: self._drop(line))
        self.lines.append(line)
        self._stack.addWidget(line)
        self._made.show()
        line.name.setFocus()
        return line

    def chosen(self) -> tuple[int, ...]:
        """The halls ticked, in their order."""
        return tuple(hall for hall, box in self._boxes.items() if box.isChecked())

    def made(self) -> tuple[NewHall, ...]:
        """The halls to be made; lines without a name do not count."""
        venue = self.venue.currentData()
        lines = (line for line in self.lines if line.name.text().strip())
        return tuple(line.hall(venue, self.building.text(), self.city.text()) for line in lines)

    def homeless(self) -> bool:
        """Whether halls are to be made in a venue without a name."""
        return bool(self.made()) and self.venue.currentData() is None and not self.building.text().strip()

    def _drop(self, line: HallLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self._made.setVisible(bool(self.lines))

    def _venue_chosen(self) -> None:
        new = self.venue.currentData() is None
        self.building.setVisible(new)
        self.city.setVisible(new)


class ProgrammeDialog(FormDialog):
    """Founds a programme, or corrects `row` that plays in `playing`."""

    def __init__(
        self, halls: Sequence[HallRow], today: date, row: ProgrammeRow | None = None, playing: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._row = row
        self.names = FourNamesField()
        self.kind = Combo()
        for kind in ProgrammeKind:
            self.kind.addItem("", kind.value)
        self.first, self.last = DateField(), DateField()
        self.day_start = TimeField()
        self.halls = HallsField(halls, playing)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self.first, 1)
        days.addWidget(SafeLabel("–", tone="text2"))
        days.addWidget(self.last, 1)
        for editor in (self.names, self.kind, days, self.day_start, self.halls):
            self.add_row(editor)
        begins = row.first_day if row else today + timedelta(days=28)
        ends = row.last_day if row else begins + timedelta(days=USUAL_DAYS - 1)
        self.first.setDate(QDate(begins.year, begins.month, begins.day))
        self.last.setDate(QDate(ends.year, ends.month, ends.day))
        self.day_start.setTime(QTime(0, 0).addSecs(row.day_start * 60) if row else DAY_START)
        self.kind.setCurrentIndex(self.kind.findData((row.kind if row else ProgrammeKind.FILM_WEEK).value))
        self.first.dateChanged.connect(self._first_moved)
        if row is not None:
            self.names.show_names(row.names)
        elif not halls:
            self.halls.add_line()
        self.retranslate()
        self.names.fields[language()].setFocus()

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Edit the programme") if self._row else _("New programme"))
        self.act_button.setText(_("Save") if self._row else _("Make programme"))
        words = (_("Name"), _("Kind"), _("Days"), _("A day begins at"), _("Halls"))
        self.name_rows(*words)
        self.names.name(words[0])
        self.kind.setAccessibleName(words[1])
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        self.day_start.setAccessibleName(words[3])
        self.day_start.setToolTip(_("What starts earlier belongs to the evening before."))
        for place, kind in enumerate(ProgrammeKind):
            self.kind.setItemText(place, labels.programme_kind(tr(), kind))
        for field in (self.first, self.last):
            field.set_order(ORDERS[language()])

    def accept(self) -> None:
        """Let it go only when it can be carried out."""
        asked = self.asked()
        if not any(asked.names) or self.halls.homeless():
            self.refuse(_(NAME_MISSING) if not any(asked.names) else _("Give the new venue a name."))
        elif asked.last_day < asked.first_day:
            self.refuse(_(DAYS_WRONG))
        elif not asked.halls and not asked.new_halls:
            self.refuse(_(NEEDS_HALL))
        else:
            super().accept()

    def asked(self) -> Founding:
        """What was filled in."""
        first, last = (date(*field.date().getDate()) for field in (self.first, self.last))
        start = self.day_start.time().hour() * 60 + self.day_start.time().minute()
        kind = ProgrammeKind(self.kind.currentData())
        return Founding(self.names.names(), kind, first, last, start, self.halls.chosen(), self.halls.made())

    def _first_moved(self, day: QDate) -> None:
        if self.last.date() < day:
            self.last.setDate(day)
