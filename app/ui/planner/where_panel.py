"""Where could this go: the best free places, each with what speaks for it and what against."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.planning import Standing
from app.domain.suggestions import Suggestion
from app.i18n import formats
from app.i18n.active import _, language, tr
from app.i18n.phrases import Names
from app.i18n.planning_words import reason_words
from app.ui.planner.rows import ChoiceRow, Words
from app.ui.planner.side import SidePanel, empty, padded
from app.ui.planner.standing_card import StandingCard
from app.ui.schedule.plan import Plan
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.message import Level, Notice
from app.ui.widgets.safe import SafeLabel


class WherePanel(SidePanel):
    """Ranked places. `looked` and `taken` carry the place in the list; `shown` an event, `followed` a thing."""

    looked = Signal(int)
    taken = Signal(int)
    shown = Signal(int)
    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._fresh = False
        self.rows: list[ChoiceRow] = []
        self.cards: list[StandingCard] = []
        self._found: Sequence[Suggestion] = ()
        self._now: tuple[int | None, int] | None = None
        self._group = QButtonGroup(self)
        self.lead = SafeLabel(tone="text2", wrap=True)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self._lead = padded(self.lead)
        self.body.addWidget(self._lead)
        self.body.addLayout(self.list)
        self.body.addStretch(1)
        self.take = Button(kind=Kind.PRIMARY, icon="check")
        self.take.clicked.connect(self._take)
        self.foot_column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again; the places are said anew by whoever found them."""
        self.setAccessibleName(_("Where could this go?"))
        self.title.setText(_("Where could “{title}” go?", title=self._title))
        self.close_button.set_name(_("Close"), "Esc")
        self.take.setText(_("Place here") if self._fresh else _("Move here"))

    def wait(self, title: str, *, fresh: bool) -> None:
        """Places are being looked for."""
        self._title, self._fresh = title, fresh
        self._clear()
        self.lead.setText(_("Looking for free places…"))
        self.retranslate()
        self.show_foot(shown=False)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_places(
        self, plan: Plan, names: Names, found: Sequence[Suggestion], now: tuple[int | None, int] | None = None
    ) -> None:
        """Show places, the best first; the first is chosen. `now` is the hall and start of the event as it is."""
        self._clear()
        self._found, self._now = found, now
        free = any(not one.after for one in found)
        self.lead.setText(
            _("The best places, best first. Arrow keys show them on the board, Enter chooses one.")
            if free
            else _("No place is free. It could go here if another event moved:")
        )
        for place, one in enumerate(found):
            words = place_words(plan, names, one)
            if self._is_now(one):
                words.insert(2, Words(_("It is there now."), tone="accent", icon="info"))
            row = ChoiceRow(words)
            row.toggled.connect(partial(self._looked, place))
            row.taken.connect(partial(self.taken.emit, place))
            row.stepped.connect(partial(self._step, place))
            self._group.addButton(row, place)
            self.rows.append(row)
            self.list.addWidget(row)
            row.show()  # at once: it may be given the focus now
        self.show_foot(shown=bool(found))
        if self.rows:
            self.rows[0].setChecked(True)
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def show_nowhere(self, names: Names, why: Sequence[Standing]) -> None:
        """No place is free: show what stands in the way of all of them."""
        self._clear()
        self.lead.setText("")
        notice = Notice(Level.CONFLICT)
        notice.tell(
            _("No place is free"),
            _("These rules stand in the way. Relaxing any one of them would free a place.") if why else "",
        )
        self.list.addWidget(padded(notice, top=4))
        for standing in why:
            card = StandingCard(standing, names)
            card.shown.connect(self.shown)
            card.followed.connect(self.followed)
            self.cards.append(card)
            self.list.addWidget(padded(card, top=4, bottom=4))
        self.show_foot(shown=False)
        links = [link for card in self.cards for link in card.links]
        (links[0] if links else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> int:
        """Which one is chosen."""
        return self._group.checkedId()

    def _looked(self, place: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            one = self._found[place]
            reason = _("It is there now.") if self._is_now(one) else ""
            reason = _("Another event must move first.") if one.after else reason
            self.take.setEnabled(not reason)
            self.take.setToolTip(reason)
            self.area.ensureWidgetVisible(self.rows[place])
            self.looked.emit(place)

    def _step(self, place: int, step: int) -> None:
        row = self.rows[min(max(place + step, 0), len(self.rows) - 1)]
        row.setChecked(True)
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _is_now(self, one: Suggestion) -> bool:
        return (one.place.hall, one.place.start) == self._now

    def _take(self) -> None:
        if self.place() >= 0:
            self.taken.emit(self.place())

    def _clear(self) -> None:
        for row in self.rows:
            self._group.removeButton(row)
        empty(self.list)
        self.rows, self.cards, self._found = [], [], ()


def place_words(plan: Plan, names: Names, one: Suggestion) -> list[Words]:
    """A place in lines: when, where and by whose clocks, what speaks for it and against."""
    reader, place = language(), one.place
    lead = one.starts - place.start
    hall = plan.hall_name(place.hall)
    if len(plan.zones) > 1:
        hall = _("{hall}, {zone}", hall=hall, zone=plan.zone_words(place.day, place.hall))
    first, last = (formats.time(reader, plan.wall(start + lead, place.hall)) for start in (place.first, place.last))
    words = [Words(names.when(reader, one.starts, place.hall), "strong", "text"), Words(hall, "body", "text")]
    if first != last:
        words.append(Words(_("Free to start between {first} and {last}", first=first, last=last)))
    words += [Words(reason_words(tr(), said, names), "small", "text2", "circle-check") for said in one.good]
    words += [Words(reason_words(tr(), said, names), "small", "amber", "triangle-alert") for said in one.bad]
    return words
