"""Sentences said in more than one place: what stands against a schedule, what could be done, what rights amount to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from app.domain.calendar import moment_of
from app.domain.kinds import RightsStatus
from app.domain.repairs import MoveTo, Repair, ShortenTail, Swap, UseCopy
from app.domain.repairs_of_shows import Lock, UseVersion
from app.domain.repairs_of_travel import SendCopy
from app.domain.rights import Standing
from app.domain.screenings import Finding, Party, PartyKind, Slot
from app.i18n import formats
from app.i18n.finding_fields import clock, fields_of
from app.i18n.finding_titles import TITLES
from app.i18n.finding_words import AT_NONE, EXTENTS, MORE, SENTENCES, WITHOUT

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

UNNAMED = "–"
"""What stands for a thing that has no name or is gone."""


@dataclass(frozen=True)
class Names:
    """What the numbers in findings and repairs are called, in the reader's language.

    `screenings` are titles by slot, `slots` the events as they stand now, `legs` read "Almaty – Urumqi";
    `copied` are the titles copies are of.
    `zones` are IANA zones by hall, `zone` is that of the programme for halls without one.
    """

    screenings: Mapping[int, str] = field(default_factory=dict)
    halls: Mapping[int, str] = field(default_factory=dict)
    copies: Mapping[int, str] = field(default_factory=dict)
    copied: Mapping[int, str] = field(default_factory=dict)
    works: Mapping[int, str] = field(default_factory=dict)
    versions: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
    strands: Mapping[int, str] = field(default_factory=dict)
    legs: Mapping[int, str] = field(default_factory=dict)
    slots: Mapping[int, Slot] = field(default_factory=dict)
    zones: Mapping[int, str] = field(default_factory=dict)
    zone: str = "Asia/Almaty"

    def hour(self, language: str, minute: int, hall: int | None) -> str:
        """The clock in a hall at a minute since the epoch: 20:35."""
        return formats.time(language, moment_of(minute, self.zone_of(hall)))

    def when(self, language: str, minute: int, hall: int | None) -> str:
        """The day and the clock in a hall: Fri 16 Oct, 20:35."""
        moment = moment_of(minute, self.zone_of(hall))
        joint = " " if language == "zh" else ", "
        return formats.day_label(language, moment.date()) + joint + formats.time(language, moment)

    def day(self, minute: int, hall: int | None) -> date:
        """The calendar day in a hall."""
        return moment_of(minute, self.zone_of(hall)).date()

    def title(self, slot: int) -> str:
        """What a screening is called."""
        return self.screenings.get(slot, UNNAMED)

    def hall(self, hall: int | None) -> str:
        """What a hall is called."""
        return UNNAMED if hall is None else self.halls.get(hall, UNNAMED)

    def party(self, party: Party) -> str:
        """What anything a finding links to is called."""
        known = {
            PartyKind.HALL: self.halls,
            PartyKind.COPY: self.copies,
            PartyKind.WORK: self.works,
            PartyKind.VERSION: self.versions,
            PartyKind.PERSON: self.people,
            PartyKind.STRAND: self.strands,
            PartyKind.LEG: self.legs,
        }
        return known[party.kind].get(party.id) or UNNAMED

    @property
    def abroad(self) -> bool:
        """Whether halls lie in several zones, so that a time must say on whose clock."""
        return len({*self.zones.values()} or {self.zone}) > 1

    def place_of(self, slot: int) -> str:
        """The hall a screening is in now."""
        return self.hall(self.slots[slot].hall) if slot in self.slots else UNNAMED

    def zone_of(self, hall: int | None) -> str:
        """The zone whose clocks hang in a hall."""
        return self.zones.get(hall, self.zone) if hall is not None else self.zone


def finding_title(tr: "Catalogue", finding: Finding) -> str:
    """What is wrong, in a few words: One copy, two halls."""
    return tr(TITLES[finding.clash])


def finding_sentence(tr: "Catalogue", finding: Finding, names: Names) -> str:
    """Who, where, when and how much, in whole sentences."""
    fields = fields_of(tr, finding, names)
    said = [_main_sentence(tr, finding, fields)]
    for (clash, name, wanted), more in MORE.items():
        value = finding.value(name) if clash is finding.clash else None
        if value is not None and wanted in ("", value):
            term = finding.value("term")
            counted = term if isinstance(term, int) else 0
            said.append(tr(more, **fields) if isinstance(more, str) else tr.plural(*more, counted, **fields))
    return ("" if tr.language == "zh" else " ").join(said)


def _main_sentence(tr: "Catalogue", finding: Finding, fields: Mapping[str, object]) -> str:
    shorter = (said for (clash, name), said in WITHOUT.items() if clash is finding.clash and name not in fields)
    said = next(shorter, SENTENCES[finding.clash])
    if isinstance(said, str):
        return tr(said, **fields)
    extent = next((value for name, value in finding.values if name in EXTENTS), 0)
    if extent == 0 and finding.clash in AT_NONE:
        return tr(AT_NONE[finding.clash], **fields)
    return tr.plural(*said, extent if isinstance(extent, int) else 0, **fields)


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
        case UseVersion():
            version, copy = names.versions.get(repair.version, UNNAMED), names.copies.get(repair.copy, UNNAMED)
            return tr("{hall}: show the version {version}, copy {copy}", hall=here, version=version, copy=copy)
        case Lock():
            return tr("Lock “{title}” in its place", title=title)
        case SendCopy():
            when = clock(tr, names, repair.arrives, repair.hall, dated=True)
            return tr("Send {copy} by air: arrives {when}", copy=names.copies.get(repair.copy, UNNAMED), when=when)
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
        case UseCopy(arrives=int() as arrives) | UseVersion(arrives=int() as arrives):
            now = names.slots.get(repair.slot)
            return tr("It arrives on {when}", when=names.when(tr.language, arrives, now.hall if now else None))
        case UseCopy() | UseVersion():
            return tr("This copy is here")
        case Lock():
            return tr("It stays where it is until it is unlocked")
        case SendCopy():
            ready = clock(tr, names, repair.ready, repair.hall, dated=True)
            return tr("Ready from {ready}. Times are estimated from the distance", ready=ready)
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
