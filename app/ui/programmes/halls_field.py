"""Which halls a programme plays in, in their order; halls that do not exist yet are made with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.names import FourNames
from app.i18n.active import _, language
from app.operations.founding import NewHall
from app.store.programme_rows import HallRow
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField, TimeField

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
        self.remove.set_name(_("Remove this hall"))

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
        place = {hall: at for at, hall in enumerate(chosen)}
        self._halls = halls = sorted(halls, key=lambda hall: place.get(hall.id, len(place)))
        self._boxes = {hall.id: CheckBox() for hall in halls}
        self.up, self.down = IconButton("chevron-up", size=26), IconButton("chevron-down", size=26)
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))
        self._last: int | None = None
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
        self._lay_out_new()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self._boxes:
            column.addWidget(self._scroll())
        column.addWidget(self._made)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.add)
        foot.addStretch(1)
        for button in (self.up, self.down):
            button.setVisible(len(self._boxes) > 1)
            foot.addWidget(button)
        column.addLayout(foot)
        self.venue.currentIndexChanged.connect(self._venue_chosen)
        self._venue_chosen()
        self.retranslate()

    def _lay_out_new(self) -> None:
        """Where halls are described that do not exist yet."""
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

    def _scroll(self) -> QScrollArea:
        inside = Panel("raised")
        boxes = self._column = QVBoxLayout(inside)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(0)
        for hall, box in self._boxes.items():
            boxes.addWidget(box)
            box.clicked.connect(partial(self._touch, hall))
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
        self.up.set_name(_("Move the hall up"))
        self.down.set_name(_("Move the hall down"))
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

    def _touch(self, hall: int) -> None:
        self._last = hall

    def shift(self, step: int) -> None:
        """Move the hall touched last, or the one with the focus, one place on."""
        order = list(self._boxes)
        focused = next((hall for hall, box in self._boxes.items() if box.hasFocus()), None)
        hall = focused if focused is not None else self._last if self._last in order else order[0]
        place = order.index(hall) + step
        if not 0 <= place < len(order):
            return
        order.remove(hall)
        order.insert(place, hall)
        self._last = hall
        self._boxes = {one: self._boxes[one] for one in order}
        self._column.removeWidget(self._boxes[hall])
        self._column.insertWidget(place, self._boxes[hall])

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
