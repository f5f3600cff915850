"""Sentences said in more than one place: what stands against a schedule, what could be done, what rights amount to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.domain.calendar import moment_of
from app.domain.kinds import RightsStatus, Use
from app.domain.repairs import MoveTo, Repair, ShortenTail, Swap, UseCopy
from app.domain.rights import Standing
from app.domain.screenings import INSTANTS, Clash, Finding, PartyKind, Slot
from app.i18n import formats
from app.words import N_

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

UNNAMED = "–"
"""What stands for a thing that has no name or is gone."""


@dataclass(frozen=True)
class Names:
    """What the numbers in findings and repairs are called, in the reader's language.

    `screenings` are titles by slot, `slots` the events as they stand now. `zones` are IANA zones by
    hall, `zone` is that of the programme for halls without one.
    """

    screenings: Mapping[int, str] = field(default_factory=dict)
    halls: Mapping[int, str] = field(default_factory=dict)
    copies: Mapping[int, str] = field(default_factory=dict)
    works: Mapping[int, str] = field(default_factory=dict)
    slots: Mapping[int, Slot] = field(default_factory=dict)
    zones: Mapping[int, str] = field(default_factory=dict)
    zone: str = "Asia/Almaty"

    def hour(self, language: str, minute: int, hall: int | None) -> str:
        """The clock in a hall at a minute since the epoch: 20:35."""
        return formats.time(language, moment_of(minute, self._zone(hall)))

    def when(self, language: str, minute: int, hall: int | None) -> str:
        """The day and the clock in a hall: Fri 16 Oct, 20:35."""
        moment = moment_of(minute, self._zone(hall))
        joint = " " if language == "zh" else ", "
        return formats.day_label(language, moment.date()) + joint + formats.time(language, moment)

    def day(self, minute: int, hall: int | None) -> date:
        """The calendar day in a hall."""
        return moment_of(minute, self._zone(hall)).date()

    def title(self, slot: int) -> str:
        """What a screening is called."""
        return self.screenings.get(slot, UNNAMED)

    def hall(self, hall: int | None) -> str:
        """What a hall is called."""
        return UNNAMED if hall is None else self.halls.get(hall, UNNAMED)

    def place_of(self, slot: int) -> str:
        """The hall a screening is in now."""
        return self.hall(self.slots[slot].hall) if slot in self.slots else UNNAMED

    def _zone(self, hall: int | None) -> str:
        return self.zones.get(hall, self.zone) if hall is not None else self.zone


Forms = tuple[str, str]
"""A sentence for one and for many."""


def plural(one: str, other: str) -> Forms:
    """Mark the two forms of a counted sentence for extraction; `tr.plural(*forms, n)` says it."""
    return one, other


TITLES: Mapping[Clash, str] = {
    Clash.HALL_TAKEN: N_("One hall, two screenings"),
    Clash.TURNAROUND_SHORT: N_("Too little time between screenings"),
    Clash.HALL_CLOSED: N_("The hall is closed"),
    Clash.COPY_ELSEWHERE: N_("One copy, two halls"),
    Clash.COPY_TRAVELLING: N_("The copy cannot be there in time"),
    Clash.COPY_NOT_READY: N_("The copy is not ready yet"),
    Clash.COPY_GONE: N_("The copy leaves too early"),
    Clash.RIGHTS_MISSING: N_("No rights entered"),
    Clash.RIGHTS_TERRITORY: N_("No rights for this country"),
    Clash.RIGHTS_USE: N_("No rights for this use"),
    Clash.RIGHTS_NOT_CLEARED: N_("Rights not cleared"),
    Clash.RIGHTS_ENDED: N_("Rights end before the screening"),
    Clash.RIGHTS_NOT_BEGUN: N_("Rights begin after the screening"),
    Clash.RIGHTS_NOT_BEFORE: N_("Shown too early"),
    Clash.RIGHTS_NEGOTIATION: N_("Rights still in negotiation"),
    Clash.SHOWINGS_SPENT: N_("More screenings than agreed"),
}

SENTENCES: Mapping[Clash, str | Forms] = {
    Clash.HALL_TAKEN: plural(
        "“{title}” takes up {hall} until {until}. “{title2}” begins there at {starts}. They overlap by {n} minute.",
        "“{title}” takes up {hall} until {until}. “{title2}” begins there at {starts}. They overlap by {n} minutes.",
    ),
    Clash.TURNAROUND_SHORT: plural(
        "{hall}: “{title}” ends at {until}, “{title2}” begins at {starts}. "
        "There is {n} minute between them, {needed} are needed.",
        "{hall}: “{title}” ends at {until}, “{title2}” begins at {starts}. "
        "There are {n} minutes between them, {needed} are needed.",
    ),
    Clash.HALL_CLOSED: N_("“{title}” takes up {hall} from {starts} to {until}. The hall is open {opens}–{closes}."),
    Clash.COPY_ELSEWHERE: plural(
        "“{title}” is on screen in {hall} until {until}. In {hall2} the same copy starts at {starts}. "
        "They overlap by {n} minute.",
        "“{title}” is on screen in {hall} until {until}. In {hall2} the same copy starts at {starts}. "
        "They overlap by {n} minutes.",
    ),
    Clash.COPY_TRAVELLING: plural(
        "“{title}” is on screen in {hall} until {until}. In {hall2} the same copy starts at {starts}. "
        "There is {n} minute for the way, {needed} are needed.",
        "“{title}” is on screen in {hall} until {until}. In {hall2} the same copy starts at {starts}. "
        "There are {n} minutes for the way, {needed} are needed.",
    ),
    Clash.COPY_NOT_READY: N_("“{title}” begins at {starts}. Copy {copy} is ready on {ready}."),
    Clash.COPY_GONE: N_("“{title}” ends at {until}. Copy {copy} leaves on {leaves}."),
    Clash.RIGHTS_MISSING: N_("No rights are entered for “{work}”. The screening is on {day}."),
    Clash.RIGHTS_TERRITORY: N_("No rights for “{work}” are entered for this country: {country}."),
    Clash.RIGHTS_USE: N_("The rights for “{work}” do not cover this use: {use}."),
    Clash.RIGHTS_NOT_CLEARED: N_("The rights for “{work}” are not cleared. The screening is on {day}."),
    Clash.RIGHTS_ENDED: N_("“{work}”: rights end on {ends}, the screening is on {day}."),
    Clash.RIGHTS_NOT_BEGUN: N_("“{work}”: rights begin on {begins}, the screening is on {day}."),
    Clash.RIGHTS_NOT_BEFORE: N_("“{work}” may be shown from {not_before}, the screening is on {day}."),
    Clash.RIGHTS_NEGOTIATION: N_("The rights for “{work}” are still being negotiated. The screening is on {day}."),
    Clash.SHOWINGS_SPENT: plural(
        "“{work}”: {n} screening is planned, {allowed} are allowed.",
        "“{work}”: {n} screenings are planned, {allowed} are allowed.",
    ),
}


def finding_title(tr: "Catalogue", finding: Finding) -> str:
    """What is wrong, in a few words: One copy, two halls."""
    return tr(TITLES[finding.clash])


def finding_sentence(tr: "Catalogue", finding: Finding, names: Names) -> str:
    """Who, where, when and how much, in whole sentences."""
    said, fields = SENTENCES[finding.clash], _fields(tr, finding, names)
    if isinstance(said, str):
        return tr(said, **fields)
    extent = next((value for name, value in finding.values if name in ("overlap", "gap", "planned")), 0)
    return tr.plural(*said, extent if isinstance(extent, int) else 0, **fields)


def _fields(tr: "Catalogue", finding: Finding, names: Names) -> dict[str, object]:
    """Everything a sentence may mention. Each time is that on the clock of its own hall."""
    halls = finding.party(PartyKind.HALL)
    first, last = (halls[0], halls[-1]) if halls else (None, None)
    fields: dict[str, object] = {
        "title": names.title(finding.slots[0]),
        "title2": names.title(finding.slots[-1]),
        "hall": names.hall(first),
        "hall2": names.hall(last),
        "copy": next((names.copies.get(number, UNNAMED) for number in finding.party(PartyKind.COPY)), UNNAMED),
        "work": next((names.works.get(number, UNNAMED) for number in finding.party(PartyKind.WORK)), UNNAMED),
    }
    one_year = len({value.year for _, value in finding.values if isinstance(value, date)}) == 1
    for name, value in finding.values:
        match name, value:
            case "ready" | "leaves", int():
                fields[name] = names.when(tr.language, value, last)
            case _, int() if name in INSTANTS:
                fields[name] = names.hour(tr.language, value, last if name == "starts" else first)
            case _, date() if one_year:
                fields[name] = formats.day_month(tr.language, value)
            case "territory", str():
                fields["country"] = formats.country(tr.language, value)
            case "use", str():
                fields["use"] = Use(value)
            case _:
                fields[name] = value
    return fields


def repair_title(tr: "Catalogue", repair: Repair, names: Names, *, by_title: bool = False) -> str:
    """What one would do, in one line: Move the Studio screening to 21:00.

    `by_title` where a hall does not tell which screening is meant: both are in it.
    """
    title, here = names.title(repair.slot), names.place_of(repair.slot)
    match repair:
        case MoveTo():
            return _move_title(tr, repair, names, by_title=by_title)
        case UseCopy():
            return tr("{hall}: use copy {copy}", hall=here, copy=names.copies.get(repair.copy, UNNAMED))
        case Swap():
            when = names.when(tr.language, repair.starts, repair.hall)
            return tr("Swap with “{title}”, {when}", title=names.title(repair.other), when=when)
        case ShortenTail():
            return tr.plural(
                "Shorten what follows “{title}” by {n} minute",
                "Shorten what follows “{title}” by {n} minutes",
                repair.minutes,
                title=title,
            )
        case _ if by_title:
            return tr("Take “{title}” off the schedule", title=title)
        case _:
            return tr("Take the {hall} screening off the schedule", hall=here)


def _move_title(tr: "Catalogue", repair: MoveTo, names: Names, *, by_title: bool) -> str:
    """Only what changes is told: the hour, else the hall and the hour, else the day, the hour and the hall."""
    now = names.slots.get(repair.slot)
    day = names.day(repair.starts, repair.hall)
    time = names.hour(tr.language, repair.starts, repair.hall)
    hall, title = names.hall(repair.hall), names.title(repair.slot)
    if now is None or names.day(now.body_start, now.hall) != day:
        label = formats.day_label(tr.language, day)
        return tr("Move “{title}” to {day}, {time}, {hall}", title=title, day=label, time=time, hall=hall)
    if now.hall == repair.hall and by_title:
        return tr("Move “{title}” to {time}", title=title, time=time)
    if now.hall == repair.hall:
        return tr("Move the {hall} screening to {time}", hall=hall, time=time)
    return tr("Move “{title}” to {hall}, {time}", title=title, hall=hall, time=time)


def repair_detail(tr: "Catalogue", repair: Repair, names: Names) -> str:
    """What would follow from it, in one line: It ends at 23:35, the hall closes at 00:00."""
    match repair:
        case MoveTo():
            ends, closes = (names.hour(tr.language, minute, repair.hall) for minute in (repair.ends, repair.closes))
            return tr("It ends at {ends}, the hall closes at {closes}", ends=ends, closes=closes)
        case UseCopy(arrives=int() as arrives):
            now = names.slots.get(repair.slot)
            return tr("It arrives on {when}", when=names.when(tr.language, arrives, now.hall if now else None))
        case UseCopy():
            return tr("This copy is here")
        case Swap():
            return tr("That screening is still tentative") if repair.tentative else tr("That screening is confirmed")
        case ShortenTail():
            now = names.slots.get(repair.slot)
            ends = names.hour(tr.language, repair.ends, now.hall if now else None)
            return tr.plural(
                "It ends at {ends}, {n} minute remains after the film",
                "It ends at {ends}, {n} minutes remain after the film",
                repair.left,
                ends=ends,
            )
        case _:
            return tr("It goes back to the screenings not placed yet")


def fits(tr: "Catalogue", minutes: int | None = None, title: str = "") -> str:
    """What a drag says over a free place; `minutes` and `title` are of what comes next in the hall."""
    if minutes is None:
        return tr("Fits")
    return tr.plural(
        "Fits. {n} minute left before “{title}”", "Fits. {n} minutes left before “{title}”", minutes, title=title
    )


def rights_until(tr: "Catalogue", standing: Standing) -> str:
    """The second line under a rights status: until 31.12.2027, 12 days left, ended on 03.10.2026, or ''."""
    if standing.status is RightsStatus.ENDING and standing.days_left is not None:
        return tr.plural("{n} day left", "{n} days left", standing.days_left)
    if standing.until is None:
        return ""
    day = formats.date_numeric(tr.language, standing.until)
    if standing.status is RightsStatus.EXPIRED:
        return tr.context("rights", "ended on {date}", date=day)
    return tr.context("rights", "until {date}", date=day)


def titles_shown(tr: "Catalogue", shown: int, total: int) -> str:
    """12 of 148 titles; 148 titles when all are shown."""
    if shown == total:
        return tr.plural("{n} title", "{n} titles", total)
    return tr.plural("{shown} of {n} title", "{shown} of {n} titles", total, shown=shown)
