"""What one can do on the page of a tour: add, enter, put in order, take out, by button, menu and key."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from app.i18n import tour_words
from app.i18n.active import _, language
from app.ui.dialogs import CANCEL, Question
from app.ui.insisting import ask_text, fulfil
from app.ui.schedule.clock import today
from app.ui.tours.deeds import Deeds
from app.ui.tours.readings import needed_day
from app.ui.tours.stop_dialog import StopDialog
from app.ui.tours.trip import Pick
from app.ui.widgets.menus import Menu, danger, give_icon
from app.ui.works.form_parts import write_day
from app.words import N_, phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.tours.page import ToursPage


class Acts:
    """The acts of one page."""

    def __init__(self, page: "ToursPage", deeds: Deeds) -> None:
        self.page, self.deeds = page, deeds

    def begin(self) -> None:
        """Found a tour with its first stop."""
        dialog = StopDialog(today() + timedelta(days=30), self.page.window(), founding=True)
        made = fulfil(self.page.workspace, dialog, lambda: self.deeds.begin(
            dialog.name.text().strip(), dialog.names(), dialog.found(), dialog.days()
        ))  # fmt: skip
        if made is not None:
            self.page.programme = made
            self.page.reload()

    def add(self) -> None:
        """Add a stop after the chosen one, or at the end; without a tour, found one."""
        if self.page.programme is None or self.page.trip is None:
            self.begin()
            return
        programme = self.page.programme
        stops = self.page.trip.tour.stops
        after = self.page.stop
        place = stops.index(after) + 1 if after is not None else None
        last = after or (stops[-1] if stops else None)
        first: date = (
            last.last_day + timedelta(days=3) if last is not None else self.page.trip.plan.schedule.programme.first_day
        )
        dialog = StopDialog(first, self.page.window())
        fulfil(self.page.workspace, dialog, lambda: self.deeds.add_stop(
            programme, dialog.names(), dialog.found(), dialog.days(), place
        ))  # fmt: skip

    def add_leg(self) -> None:
        """Enter the way from the chosen stop to the following one."""
        after = (
            self.page.trip.following(self.page.stop.id)
            if self.page.trip is not None and self.page.stop is not None
            else None
        )
        if self.page.trip is not None and self.page.stop is not None and after is not None:
            self.deeds.add_leg(self.page.trip, self.page.stop, after)

    def add_venue(self) -> None:
        """Make a venue in the city of the chosen stop."""
        if self.page.stop is None:
            return
        city = tour_words.city(self.page.stop, language())
        question = Question(
            phrase(N_("A new venue in {city}"), city=city),
            phrase(N_("It gets one hall and the time zone of the city. Add more halls and names in Settings.")),
            phrase(N_("Add the venue")), CANCEL, "map-pin",
        )  # fmt: skip
        stop = self.page.stop
        ask_text(
            self.page.workspace, self.page.window(), question, phrase(N_("Name of the venue")),
            lambda name: self.deeds.add_venue(stop, name, _("Main hall")),
        )  # fmt: skip

    def shift(self, stop: int, way: int) -> None:
        """Put a stop earlier or later."""
        if self.page.trip is not None:
            self.deeds.move_stop(self.page.trip, self.page.trip.tour.by_number[stop], way)

    def shift_days(self) -> None:
        """Put the chosen stop on other days with its shows."""
        if self.page.stop is None or self.page.pick.kind != "stop":
            return
        city = tour_words.city(self.page.stop, language())
        question = Question(
            phrase(N_("Move {city} to other days"), city=city),
            phrase(N_("Its shows move with it and keep their times. Legs keep their dates and times: correct them "
            "afterwards.")),
            phrase(N_("Move stop")), CANCEL, "calendar-range",
        )  # fmt: skip
        stop = self.page.stop
        ask_text(
            self.page.workspace, self.page.window(), question, phrase(N_("First day")),
            lambda text: self.deeds.shift_stop(stop, needed_day(text)), write_day(stop.first_day),
        )  # fmt: skip

    def remove(self) -> None:
        """Take the chosen stop or leg out."""
        if self.page.trip is None:
            return
        leg = self.page.trip.tour.leg(self.page.pick.id) if self.page.pick.kind == "leg" else None
        if leg is not None:
            self.page.pick = Pick("stop", leg.origin)
            self.deeds.remove_leg(self.page.trip, leg)
        elif self.page.stop is not None and self.page.pick.kind == "stop":
            self.deeds.remove_stop(self.page.stop)

    def popup(self, at: QPoint) -> None:
        """The menu over a stop or a way."""
        menu = Menu(self.page)
        deeds: list[tuple[str, str, Callable[[], object]]] = [(_("Add stop"), "plus", self.add)]
        if self.page.stop is not None and self.page.trip is not None:
            number = self.page.stop.id
            if self.page.trip.lacks_leg(number):
                deeds.append((_("Add leg"), "route", self.add_leg))
            deeds += [
                (_("Earlier"), "chevron-up", lambda: self.shift(number, -1)),
                (_("Later"), "chevron-down", lambda: self.shift(number, 1)),
                (_("Move to other days…"), "calendar-range", self.shift_days),
            ]
        for words, icon, act in deeds:
            action = menu.addAction(words)
            give_icon(action, icon)
            action.triggered.connect(lambda _on=False, act=act: act())
        menu.addSeparator()
        give_icon(another := menu.addAction(_("New tour…")), "route")
        another.triggered.connect(lambda _on=False: self.begin())
        if self.page.pick.kind in ("stop", "leg"):
            danger(remove := menu.addAction(_("Remove this stop") if self.page.stop else _("Remove this leg")))
            remove.triggered.connect(self.remove)
        menu.exec(at)
