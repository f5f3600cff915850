"""What is chosen on a tour: a leg with its clocks and what is on board, a stop with its shows, or the whole tour."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain import calendar
from app.domain.calendar import WallTime
from app.domain.screenings import Finding
from app.domain.tours import Leg, Stop
from app.i18n import formats, phrases, tour_words
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.ui.schedule.accepting import ask_reason
from app.ui.schedule.conflicts_panel import LEVELS
from app.ui.schedule.edits import Edits
from app.ui.theme import theme
from app.ui.tours.clocks import Clocks
from app.ui.tours.deeds import Deeds
from app.ui.tours.forms import LEG, STOP, Form
from app.ui.tours.marks import ICONS
from app.ui.tours.told import Told
from app.ui.tours.trip import LOCAL, NOTHING, Pick, Trip
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind, LinkButton
from app.ui.widgets.conflict_card import MOST, ConflictCard, Fix
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.message import Glyph, Level, Notice
from app.ui.widgets.safe import SafeLabel

WIDE, FINDINGS = 286, 8


class Ground(Panel):
    """The ground of the inspector: as tall as its words need at this width, for a scroll area does not ask."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        layout = self.layout()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show) and layout is not None:
            self.setMinimumHeight(max(0, layout.totalHeightForWidth(self.width())))  # -1 while it is empty
        return done


class Inspector(Translated, QScrollArea):
    """The right side. `followed` carries an event to be shown on the schedule; `wanted` the deed of a button."""

    followed = Signal(int)
    wanted = Signal(str)

    def __init__(self, deeds: Deeds, edits: Edits) -> None:
        super().__init__()
        self._deeds, self._edits = deeds, edits
        self.trip: Trip | None = None
        self.pick, self.clock = NOTHING, LOCAL
        self.cards: list[ConflictCard] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = Ground("panel")
        self.title = SafeLabel(role="title", wrap=True)
        self.glyph = Glyph("route", "text2", size=15)
        self.facts = SafeLabel(role="body", tone="text2", wrap=True)
        self.clocks = Clocks()
        self._told = Told()
        self._told.followed.connect(self.followed)
        self.stop_form = Form(STOP, deeds.read, self._change_stop)
        self.leg_form = Form(LEG, deeds.read, self._change_leg)
        self._heads = [SafeLabel(role="small_strong", tone="text2") for _place in range(2)]
        self.new_venue, self.remove = Button(icon="plus", small=True), LinkButton()
        self.add_way = Button(icon="plus", kind=Kind.DEFAULT)
        self._lay_out(ground)
        self.setWidget(ground)
        self.new_venue.clicked.connect(lambda: self.wanted.emit("venue"))
        self.remove.clicked.connect(lambda: self.wanted.emit("remove"))
        self.add_way.clicked.connect(lambda: self.wanted.emit("leg"))
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def _lay_out(self, ground: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.facts, 1)
        self._lines = [Line() for _place in range(3)]
        column = QVBoxLayout(ground)
        column.setContentsMargins(14, 14, 12, 16)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self._lines[0])
        column.addWidget(self.clocks)
        column.addWidget(self._lines[1])
        column.addLayout(self._told)
        column.addWidget(self.add_way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lines[2])
        for part in (self.stop_form, self.leg_form, self.new_venue):
            column.addWidget(part, 0, *((Qt.AlignmentFlag.AlignLeft,) if part is self.new_venue else ()))
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _measure(self) -> None:
        self.setMinimumWidth(theme().px(250))

    def retranslate(self) -> None:
        """The words that stay; the rest is said by `show_trip`."""
        self.setAccessibleName(pgettext("tour", "Selection"))
        self.new_venue.setText(_("New venue…"))
        self.add_way.setText(_("Add leg"))
        if self.trip is not None:
            self.show_trip(self.trip, self.pick, self.clock)

    # Showing

    def show_trip(self, trip: Trip | None, pick: Pick, clock: str) -> None:
        """Show what is chosen of a tour, times as `clock` says."""
        self.trip, self.pick, self.clock = trip, pick, clock
        self.cards = []
        self._told.clear()
        leg = trip.tour.leg(pick.id) if trip and pick.kind == "leg" else None
        stop = trip.tour.by_number.get(pick.id) if trip and pick.kind in ("stop", "gap") else None
        gap = pick.kind == "gap" and stop is not None
        for part, there in (
            (self.clocks, leg is not None), (self._lines[1], leg is not None), (self.leg_form, leg is not None),
            (self.stop_form, stop is not None and not gap), (self.new_venue, stop is not None and not gap),
            (self.add_way, stop is not None and (gap or (trip is not None and trip.lacks_leg(stop.id)))),
            (self.remove, leg is not None or (stop is not None and not gap)),
            (self._lines[2], leg is not None or (stop is not None and not gap)),
            (self.title, trip is not None), (self.facts, trip is not None), (self.glyph, trip is not None),
        ):  # fmt: skip
            part.setVisible(there)
        if trip is None:
            return
        if leg is not None:
            self._show_leg(trip, leg)
        elif stop is not None:
            self._show_stop(trip, stop)
        else:
            self._show_tour(trip)

    def _show_leg(self, trip: Trip, leg: Leg) -> None:
        self.title.setText(tour_words.way(tr(), trip.tour, leg))
        self.glyph.set_icon(ICONS[leg.mode], "text2")
        facts = [*filter(None, (trip.carries(leg),)), tour_words.way_facts(tr(), trip.tour, leg)]
        origin, target = trip.tour.by_number[leg.origin], trip.tour.by_number[leg.target]
        if origin.country != target.country:
            facts.append(_("one border"))
        if leg.customs:
            facts.append(_("customs {length}", length=formats.duration(language(), leg.customs)))
        self.facts.setText(formats.commas(language(), facts))
        self.clocks.show_leg(trip, leg, self.clock)
        self.remove.setText(_("Remove this leg"))
        self._against(trip)
        own = [trip.plan.names.people.get(track.copy, "") for track in trip.people if track.takes(leg.id)]
        self._told.head(_("On board"))
        none = "" if own else _("Nothing travels on this leg.")
        send = None if leg.apart else partial(self._deeds.send, trip, leg)
        self._told.copies(trip, [track for track in trip.tracks if track.takes(leg.id)], none, send)
        for name in own:
            self._told.line("users", name)
        self.leg_form.show_line(leg)
        for name, moment, stop in (("departs", leg.departs, origin), ("arrives", leg.arrives, target)):
            twice = moment is not None and calendar.classify(moment, stop.zone) is WallTime.AMBIGUOUS
            self.leg_form.offer(f"{name}_fold", there=twice)

    def _show_stop(self, trip: Trip, stop: Stop) -> None:
        number = trip.tour.stops.index(stop) + 1
        name = tour_words.city(stop, language())
        self.title.setText(_("{number}. {city}", number=number, city=name))
        self.glyph.set_icon("map-pin", "text2")
        days = formats.date_range(language(), stop.first_day, stop.last_day)
        zone = tour_words.zone_head(tr(), stop)
        self.facts.setText(
            "\n".join((days, f"{zone}, {stop.label()}" if language() != "zh" else f"{zone}，{stop.label()}"))
        )
        self.remove.setText(_("Remove this stop"))
        self._against(trip)
        self._told.shows(trip, stop)
        self._told.head(_("Copies here"))
        here = [track for track in trip.tracks if any(visit.stop == stop.id for visit in track.visits)]
        self._told.copies(trip, here, _("No copy comes here."))
        self.stop_form.show_line(stop)

    def _show_tour(self, trip: Trip) -> None:
        row = trip.plan.schedule.programme
        self.title.setText(row.names.shown(language()))
        self.glyph.set_icon("route", "text2")
        ways = trip.tour.together.legs
        far = sum(trip.tour.distance(leg) or 0 for leg in ways)
        road = sum(trip.tour.takes(leg) for leg in ways)
        self.facts.setText("\n".join((
            formats.date_range(language(), row.first_day, row.last_day),
            _("{distance} km, {length} on the way", distance=formats.number(language(), round(far)),
              length=formats.duration(language(), road)),
        )))  # fmt: skip
        self._against(trip)

    # What is told

    def _against(self, trip: Trip) -> None:
        """What stands against it: conflicts with their repairs, then what is wrong with the stop or leg itself."""
        found = sorted(trip.findings(self.pick), key=lambda one: (-one.severity, one.at))
        for place, finding in enumerate(found[:FINDINGS]):
            card = ConflictCard(LEVELS[finding.severity])
            card.tell(
                phrases.finding_title(tr(), finding), trip.plan.sentence(finding), show=pgettext("conflict", "Show"),
                accept=_("Accept as is…"),
            )  # fmt: skip
            offers = trip.plan.repairs(finding)[:MOST]
            names = trip.plan.names
            fixes = [
                Fix(phrases.repair_title(tr(), offer, names), phrases.repair_detail(tr(), offer, names))
                for offer in offers
            ]
            card.set_fixes(fixes, _("Apply"), primary=place == 0)
            card.applied.connect(partial(self._apply, trip, offers))
            card.accepted.connect(partial(self._accept, trip, finding))
            card.shown.connect(partial(self.followed.emit, finding.slots[-1] if finding.slots else 0))
            self.cards.append(card)
            self._told.addWidget(card)
        if len(found) > FINDINGS:
            more = ngettext("{n} more conflict", "{n} more conflicts", len(found) - FINDINGS)
            self._told.small(more)
        for trouble in trip.troubles_of(self.pick):
            notice = Notice(Level.WARNING)
            notice.tell(tour_words.trouble_title(tr(), trouble), tour_words.trouble_sentence(tr(), trouble, trip.tour))
            self._told.addWidget(notice)

    # Doing

    def _apply(self, trip: Trip, offers: list[Any], place: int) -> None:
        words = phrases.repair_title(tr(), offers[place], trip.plan.names)
        self._edits.repair(trip.plan, offers[place], words)

    def _accept(self, trip: Trip, finding: Finding) -> None:
        reason = ask_reason(self.window(), finding)
        if reason:
            self._edits.accept(trip.plan, finding, reason)

    def apply_best(self) -> bool:
        """Apply the first repair of the first conflict; False when there is none."""
        if self.trip is None:
            return False
        for finding in sorted(self.trip.findings(self.pick), key=lambda one: (-one.severity, one.at)):
            offers = self.trip.plan.repairs(finding)
            if offers:
                self._apply(self.trip, offers, 0)
                return True
        return False

    def _change_stop(self, **facts: Any) -> None:
        if self.trip is not None and self.stop_form.line is not None:
            self._deeds.change_stop(self.stop_form.line, **facts)

    def _change_leg(self, **facts: Any) -> None:
        if self.trip is not None and self.leg_form.line is not None:
            self._deeds.change_leg(self.trip, self.leg_form.line, **facts)
