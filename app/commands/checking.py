"""The command check: what stands against the schedule of a programme."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.commands.answer import GAP, Answer, Asked, columns, plain, table, wrapped
from app.commands.opening import reading
from app.commands.programmes import meant
from app.domain.board import conflicts
from app.domain.calendar import moment_of
from app.domain.names import shown
from app.domain.screenings import INSTANTS, Finding, Severity, Slot, Value
from app.i18n import labels
from app.i18n.catalogue import Catalogue
from app.i18n.finding_fields import LATER
from app.i18n.hall_words import hall_names
from app.i18n.phrases import Names, finding_sentence
from app.i18n.vocabularies import word
from app.store.schedule import Schedule, schedule
from app.store.tour_rows import tour
from app.store.work_rows import work_names
from app.words import N_

SEVERITIES = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning"), Severity.WISH: N_("Wish")}
WIDTH = 100


def check(asked: Asked) -> Answer:
    """What stands against the schedule of a programme; 1 if errors or warnings nobody has accepted are told."""
    tr, asks = asked.tr, asked.options
    with reading(asked) as store, store.read() as session:
        programme = meant(session, asks.programme, asked.language)
        read = schedule(session, programme, asked.language, datetime.now().astimezone().date())
        names = names_of(tr, session, read)
    least = Severity[asks.severity.upper()]
    found = [
        finding
        for finding in conflicts(read.slots, read.context)
        if finding.severity >= least and (not asks.rules or finding.rule in asks.rules)
    ]
    data = [_finding(tr, finding, names, read) for finding in found]
    open_ones = [f for f in found if f.key not in read.accepted and f.severity > Severity.WISH]
    return Answer(data, list(_report(tr, found, data, len(open_ones))), 1 if open_ones else 0)


def names_of(tr: Catalogue, session: Session, read: Schedule) -> Names:
    """What findings about a schedule call things."""
    language = tr.language
    slots = {slot.id: slot for slot in read.slots}
    works = {work for slot in read.slots for work in (*slot.works, *slot.talks)} | {row.work for row in read.tray}
    works |= {entry.work for entry in read.context.entries.values()}
    journey = tour(session, read.programme.id)
    cities = {stop.id: stop.names.shown(language) for stop in journey.stops}
    blocked = {
        slot: row.names.shown(language) or word(tr, row.kind) for row in read.blockers for slot in row.slots
    }  # fmt: skip
    return Names(
        screenings={card.id: card.title for card in read.cards} | blocked,
        halls=hall_names(tr, read.halls),
        copies={copy.id: copy.name for copy in read.copies.values()},
        copied={copy.id: read.works.get(copy.work, "") for copy in read.copies.values()},
        works={work: shown(own, language).title for work, own in work_names(session, works).items()},
        versions={line.id: labels.version_chip(tr, line.mode, [line.language]) for line in read.versions.values()},
        people=read.people,
        strands={strand.id: strand.names.shown(language) for strand in read.strands},
        legs={leg.id: f"{cities.get(leg.origin, '')} – {cities.get(leg.target, '')}" for leg in journey.legs},
        slots=slots,
        zones={hall.id: hall.zone for hall in read.halls},
        zone=read.programme.zone,
    )


def _finding(tr: Catalogue, finding: Finding, names: Names, read: Schedule) -> dict[str, object]:
    slots = [names.slots[number] for number in finding.slots if number in names.slots]
    parties = [
        *(("screening", slot, names.title(slot)) for slot in finding.slots),
        *((party.kind.value, party.id, names.party(party)) for party in dict.fromkeys(finding.parties)),
    ]
    return {
        "rule": finding.rule,
        "clash": finding.clash.value,
        "severity": finding.severity.name.lower(),
        "message": finding_sentence(tr, finding, names),
        "at": _moment(finding.at, names.zone_of(slots[0].hall if slots else None)),
        "slots": [_slot(slot, names, read.context.day(slot)) for slot in slots],
        "parties": [{"kind": kind, "id": number, "name": name} for kind, number, name in parties],
        "values": {name: _value(name, value, slots, names) for name, value in finding.values},
        "accepted": finding.key in read.accepted,
        "reason": read.accepted.get(finding.key),
        "key": finding.key,
    }


def _slot(slot: Slot, names: Names, day: date) -> dict[str, object]:
    zone = names.zone_of(slot.hall)
    return {
        "id": slot.id,
        "title": names.title(slot.id),
        "blocker": slot.blocker,
        "hall": slot.hall,
        "hall_name": names.hall(slot.hall),
        "day": day.isoformat(),
        "starts": moment_of(slot.body_start, zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        "ends": moment_of(slot.body_end, zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        "zone": zone,
    }


def _value(name: str, value: Value, slots: list[Slot], names: Names) -> object:
    """Days and moments as ISO 8601, moments with the offset of the hall; numbers and words as they are."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and name in INSTANTS:
        hall = None if not slots else (slots[-1] if name in LATER else slots[0]).hall
        return _moment(value, names.zone_of(hall))
    return value


def _moment(minute: int, zone: str) -> str:
    return moment_of(minute, zone).isoformat(timespec="minutes")


def _report(tr: Catalogue, found: list[Finding], data: list[dict[str, object]], open_ones: int) -> Iterator[str]:
    if not found:
        yield tr("No conflicts in the schedule.")
        return
    words = [tr("accepted") if facts["accepted"] else tr(SEVERITIES[finding.severity])
             for finding, facts in zip(found, data, strict=True)]  # fmt: skip
    heads = table(zip([finding.rule for finding in found], words, strict=True))
    room = max(map(columns, heads)) + len(GAP)
    for head, facts in zip(heads, data, strict=True):
        body = list(wrapped(plain(facts["message"]), WIDTH - room))
        yield head + " " * (room - columns(head)) + body[0]
        yield from (" " * room + line for line in body[1:])
    accepted = sum(bool(facts["accepted"]) for facts in data)
    if open_ones:
        yield tr.plural("{n} finding is open.", "{n} findings are open.", open_ones)
    if accepted:
        yield tr.plural("{n} finding was accepted.", "{n} findings were accepted.", accepted)
