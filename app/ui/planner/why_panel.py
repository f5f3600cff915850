"""Why not here: a place to name, and the smallest set of rules that stand in the way of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.planning import Standing
from app.domain.screenings import Finding
from app.domain.why_not import WhyNot, bar_of
from app.i18n import formats, phrases
from app.i18n.active import _, language, ngettext, tr
from app.i18n.phrases import Names
from app.ui.planner.rows import Words
from app.ui.planner.side import SidePanel, empty, padded
from app.ui.planner.standing_card import StandingCard, rule_words
from app.ui.schedule.keyboard import Place
from app.ui.schedule.plan import Plan
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import Combo
from app.ui.widgets.message import Level, Notice
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import TimeField

NIGHT = 24 * 60


class WhyPanel(SidePanel):
    """`asked` when another place is named; `taken` to go there all the same; `shown` an event, `followed` a thing."""

    asked = Signal()
    taken = Signal()
    shown = Signal(int)
    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._fresh = False
        self._day_start = 0
        self.cards: list[StandingCard] = []
        self.day, self.hall, self.time = Combo(), Combo(), TimeField()
        self.verdict = Notice(Level.INFO)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.day, self.hall, self.time):
            column.addWidget(part)
        self.body.addWidget(padded(place, top=12))
        self.body.addWidget(padded(self.verdict))
        self.body.addLayout(self.list)
        self.body.addStretch(1)
        self.take = Button(kind=Kind.PRIMARY, icon="check")
        self.take.clicked.connect(self.taken)
        self.foot_column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.day.activated.connect(self._ask)
        self.hall.activated.connect(self._ask)
        self.time.editingFinished.connect(self._ask)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again; the reasons are said anew by whoever found them."""
        self.setAccessibleName(_("Why not here?"))
        self.title.setText(_("Why not here: “{title}”?", title=self._title))
        self.close_button.set_name(_("Close"), "Esc")
        self.day.setAccessibleName(_("Day"))
        self.hall.setAccessibleName(_("Where"))
        self.time.setAccessibleName(_("Starts"))
        self.take.setText(_("Place here") if self._fresh else _("Move here"))

    def ask(self, plan: Plan, title: str, place: Place, *, fresh: bool) -> None:
        """Ask about an event in a place."""
        self._title, self._fresh = title, fresh
        self._day_start = plan.schedule.programme.day_start
        self.day.clear()
        for day in plan.days:
            self.day.addItem(formats.day_label(language(), day), day)
        self.hall.clear()
        for hall in plan.halls:
            words = plan.hall_name(hall)
            if len(plan.zones) > 1:
                words = _("{hall}, {zone}", hall=words, zone=plan.zone_words(place.day, hall))
            self.hall.addItem(words, hall)
        self.day.setCurrentIndex(plan.days.index(place.day) if place.day in plan.days else 0)
        self.hall.setCurrentIndex(max(0, self.hall.findData(place.hall)))
        self.time.setTime(QTime(place.minute // 60 % 24, place.minute % 60))
        self._asked = self.place()
        self.retranslate()

    def place(self) -> Place:
        """The place that is named; hours before the festival day begins are those of the night that follows."""
        minute = self.time.time().hour() * 60 + self.time.time().minute()
        day, hall = self.day.currentData(), self.hall.currentData()
        assert isinstance(day, date)
        return Place(day, hall, minute if minute >= self._day_start else minute + NIGHT)

    def _ask(self) -> None:
        if self.day.count() and self.hall.count() and self.place() != self._asked:
            self._asked = self.place()
            self.asked.emit()

    def show_answer(self, names: Names, found: WhyNot, *, here: bool) -> None:
        """Show what stands against it; `here`: it is there already."""
        empty(self.list)
        self.cards = []
        count = len(found.standing)
        if not count:
            self.verdict.set_level(Level.GOOD)
            self.verdict.tell(_("No rule prevents it"), _("It is there now.") if here else _("It could go here."))
        else:
            self.verdict.set_level(Level.CONFLICT)
            said = ngettext(
                "{n} rule stands in the way. Without it this could go here.",
                "{n} rules stand in the way. All of them would have to be relaxed.",
                count,
            )
            self.verdict.tell(_("Not as it stands"), said)
        for standing in found.standing:
            self._card(standing, names, found.findings, alone=count == 1)
        for finding in found.others:
            words = Words(phrases.finding_sentence(tr(), finding, names), "small", "amber")
            self.list.addWidget(padded(SafeLabel(words.text, words.role, words.tone, wrap=True), top=3, bottom=3))
        self.show_foot(shown=not count and not here)
        self.setAccessibleDescription(self.verdict.accessibleDescription())

    def _card(self, standing: Standing, names: Names, found: Sequence[Finding], *, alone: bool) -> None:
        own = [
            phrases.finding_sentence(tr(), one, names)
            for one in found
            if one.rule == standing.rule and bar_of(one)[1] <= set(standing.parties)
        ]
        last = _("Without {rule} it could go here.", rule=rule_words(standing.rule)) if alone else ""
        card = StandingCard(standing, names, dict.fromkeys(own), last)
        card.shown.connect(self.shown)
        card.followed.connect(self.followed)
        self.cards.append(card)
        self.list.addWidget(padded(card, top=4, bottom=4))

    def enter(self) -> None:
        """Put the focus on the place."""
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)
