"""What the columns of the records are called, and their values in words, for the history."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from app.i18n import formats, vocabularies
from app.i18n.labels import Word, context
from app.words import N_

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

RECORDS: Mapping[str, str] = {
    "work": N_("Title"),
    "name": N_("Name"),
    "work_country": N_("Country"),
    "version": N_("Version"),
    "subtitle": N_("Subtitles"),
    "rights": N_("Rights"),
    "copy": N_("Copy"),
    "track": N_("Track"),
    "copy_key": N_("Key"),
    "custody": N_("Movement of the copy"),
    "credit": N_("Credit"),
    "agent": N_("Person or organisation"),
    "agent_name": N_("Name"),
    "post": N_("Post"),
    "synopsis": N_("Synopsis"),
    "claim": N_("What a source says"),
    "identifier": N_("Number elsewhere"),
    "clearance": N_("Clearance"),
    "rating": N_("Age mark elsewhere"),
    "attachment": N_("File"),
    "award": N_("Award"),
    "festival_entry": N_("Festival"),
    "sale": N_("Sale"),
    "figure": N_("Figure"),
    "slate_entry": N_("Place on a slate"),
    "screening": N_("Screening"),
    "part": N_("Part of a screening"),
    "programme": N_("Programme"),
    "venue": N_("Venue"),
    "hall": N_("Hall"),
    "strand": N_("Strand"),
    "left_as_it_is": N_("Left as it is"),
    "distinct_pair": N_("Marked as different"),
    "saved_filter": N_("Saved filter"),
    "known_file": N_("Known kind of file"),
    "check_left_out": N_("Check left out"),
    "library": N_("Library"),
    "programme_hall": N_("Hall of a programme"),
    "accepted": N_("Accepted as is"),
    "target": N_("Target"),
    "entry_link": N_("Link between titles"),
    "entry_guest": N_("Guest of a title"),
    "opinion": N_("Opinion"),
    "stay": N_("Stay"),
    "booking": N_("Person at a screening"),
    "shift": N_("Shift"),
    "blocker": N_("Blocked time"),
    "blocker_hall": N_("Hall of a blocked time"),
    "hall_hours": N_("Hours of a hall"),
    "venue_way": N_("Travel between venues"),
    "legal_rule": N_("Rule"),
    "special_day": N_("Special day"),
    "rule_setting": N_("Rule of a programme"),
    "plan": N_("Plan"),
    "stop": N_("Stop of a tour"),
    "leg": N_("Leg of a tour"),
}
"""What a record of each table is called."""

FIELDS: Mapping[str, Word] = {
    "kind": context("field", "Kind"),
    "year": context("field", "Year"),
    "runtime": context("field", "Runtime"),
    "episodes": context("field", "Episodes"),
    "age_mark": context("field", "Age mark"),
    "co_production": context("field", "Co-production"),
    "confidence": context("field", "Confidence"),
    "verified": context("field", "Checked facts"),
    "unverified": context("field", "Facts from memory"),
    "source": context("field", "Source"),
    "notes": context("field", "Notes"),
    "note": context("field", "Note"),
    "level": context("field", "Level"),
    "parent_id": context("field", "Part of"),
    "number": context("field", "Number"),
    "national_film": context("field", "National film"),
    "agreement": context("field", "Agreement"),
    "text": context("field", "Text"),
    "language": context("field", "Language"),
    "type": context("field", "Type"),
    "preferred": context("field", "Preferred"),
    "reading": context("field", "Reading"),
    "reading_auto": context("field", "Reading not confirmed"),
    "auto": context("field", "Not confirmed"),
    "position": context("field", "Order"),
    "country": context("field", "Country"),
    "territory": context("field", "Country"),
    "role": context("field", "Role"),
    "share": context("field", "Share, %"),
    "mode": context("field", "Kind"),
    "status": context("field", "Status"),
    "state": context("field", "State"),
    "studio": context("field", "Studio"),
    "place": context("field", "Place"),
    "version_id": context("field", "Version"),
    "use": context("field", "Use"),
    "starts": context("field", "From"),
    "ends": context("field", "Until"),
    "not_before": context("field", "Not before"),
    "max_showings": context("field", "Maximum screenings"),
    "holder": context("field", "Rights holder"),
    "fee": context("field", "Fee"),
    "currency": context("field", "Currency"),
    "papers": context("field", "Papers"),
    "name": context("field", "Name"),
    "format": context("field", "Format"),
    "ready_from": context("field", "Ready from"),
    "owner": context("field", "Owner"),
    "character": context("field", "Character"),
    "agent_id": context("field", "Person or organisation"),
    "value": context("field", "Value"),
    "scheme": context("field", "Whose number"),
    "day": context("field", "Day"),
    "event": context("field", "Event"),
    "prize": context("field", "Prize"),
    "result": context("field", "Result"),
    "city": context("field", "City"),
    "section": context("field", "Section"),
    "premiere": context("field", "Premiere"),
    "buyer": context("field", "Buyer"),
    "measure": context("field", "What is counted"),
    "authority": context("field", "Authority"),
    "applied": context("field", "Applied for"),
    "granted": context("field", "Granted"),
    "mark": context("field", "Age mark"),
    "caption": context("field", "Caption"),
    "showings": context("field", "Screenings"),
    "strand_id": context("field", "Strand"),
    "locked": context("field", "Locked"),
    "starts_local": context("field", "Begins"),
    "hall_id": context("field", "Hall"),
    "name_kk": context("field", "Name in Kazakh"),
    "name_zh": context("field", "Name in Chinese"),
    "name_ru": context("field", "Name in Russian"),
    "name_en": context("field", "Name in English"),
    "print_length": context("field", "Room in print"),
    "aspect": context("field", "Aspect ratio"),
    "checksum": context("field", "Checksum"),
    "city_kk": context("field", "City in Kazakh"),
    "city_zh": context("field", "City in Chinese"),
    "city_ru": context("field", "City in Russian"),
    "city_en": context("field", "City in English"),
    "opens": context("field", "Opens"),
    "closes": context("field", "Closes"),
    "colour": context("field", "Colour"),
    "contact": context("field", "Contact"),
    "credit": context("field", "Credit line"),
    "day_start": context("field", "Beginning of the festival day"),
    "detail": context("field", "Form"),
    "digital_name": context("field", "Digital-cinema name"),
    "encrypted": context("field", "Encrypted"),
    "fact": context("field", "Fact"),
    "first_day": context("field", "First day"),
    "last_day": context("field", "Last day"),
    "frame_rate": context("field", "Frame rate"),
    "giver": context("field", "From whom"),
    "receiver": context("field", "To whom"),
    "intro": context("field", "Introduction"),
    "qa": context("field", "Q&A"),
    "minutes": context("field", "Minutes"),
    "organisation": context("field", "Organisation"),
    "query": context("field", "Query"),
    "reason": context("field", "Reason"),
    "resolution": context("field", "Resolution"),
    "sound": context("field", "Sound"),
    "standard": context("field", "Standard"),
    "seats": context("field", "Seats"),
    "seen": context("field", "Seen on"),
    "server": context("field", "Server"),
    "size": context("field", "Size"),
    "title": context("field", "Post"),
    "turnaround": context("field", "Turnaround"),
    "valid_from": context("field", "Valid from"),
    "valid_until": context("field", "Valid until"),
    "waybill": context("field", "Waybill"),
    "zone": context("field", "Time zone"),
    "audience": context("field", "Languages of the audience"),
    "policy": context("field", "Languages of every show"),
    "prime_from": context("field", "Prime time from"),
    "prime_until": context("field", "Prime time until"),
    "budget": context("field", "Budget"),
    "alone": context("field", "Never at the same time"),
    "for_jury": context("field", "For the jury"),
    "rank": context("field", "Rank in the reserve"),
    "audience_kind": context("field", "Audience"),
    "occasion": context("field", "Occasion"),
    "expected": context("field", "Audience expected"),
    "points": context("field", "Points"),
    "author": context("field", "Author"),
    "given": context("field", "Given"),
    "wanted": context("field", "Wanted"),
    "address": context("field", "Address"),
    "turnaround_long": context("field", "Longer turnaround"),
    "formats": context("field", "Formats"),
    "frame_rates": context("field", "Frame rates"),
    "sounds": context("field", "Sound systems"),
    "aspects": context("field", "Aspect ratios"),
    "soft_subtitles": context("field", "Separate subtitles can be shown"),
    "step_free": context("field", "Step-free"),
    "hour_cost": context("field", "Cost per hour"),
    "closed": context("field", "Closed"),
    "arrives": context("field", "Arrives"),
    "leaves": context("field", "Leaves"),
    "task": context("field", "Task"),
    "languages": context("field", "Languages"),
    "latitude": context("field", "Latitude"),
    "longitude": context("field", "Longitude"),
    "host": context("field", "Host"),
    "departs_local": context("field", "Departs"),
    "departs_fold": context("field", "Departs, first or second hour"),
    "arrives_local": context("field", "Arrives"),
    "arrives_fold": context("field", "Arrives, first or second hour"),
    "apart": context("field", "Sent separately"),
    "customs": context("field", "Customs"),
    "hand_over": context("field", "Handover"),
    "carrier": context("field", "Carrier"),
    "severity": context("field", "Severity"),
    "exempt": context("field", "Exempt"),
    "weekdays": context("field", "Weekdays"),
    "from_minute": context("field", "From"),
    "until_minute": context("field", "Until"),
    "days": context("field", "Days"),
    "unit": context("field", "Days counted"),
    "access": context("field", "Accessibility"),
    "unsure": context("field", "Not confirmed"),
    "active": context("field", "In force"),
    "rule": context("field", "Rule"),
    "weight": context("field", "Weight"),
    "made": context("field", "Made"),
    "stop_id": context("field", "Stop"),
    "venue_id": context("field", "Venue"),
    "origin_id": context("field", "From"),
    "target_id": context("field", "To"),
    "gender": context("field", "Gender"),
}
"""What a column is called; columns that are not here tell readers nothing."""

_NAMES = ("text", "name", "value", "event", "title", "language", "country", "mark", "holder", "city", "code")
"""Columns one of which tells a record from its neighbours, in the order in which they are asked."""

_CLOCKS = frozenset({"opens", "closes", "day_start", "prime_from", "prime_until", "from_minute", "until_minute"})
"""Columns that count minutes after midnight."""

NOTHING = "–"


def record_word(tr: "Catalogue", table: str) -> str:
    """What a record of a table is called; the name of the table for one nobody has named."""
    return tr(RECORDS[table]) if table in RECORDS else table


def field_word(tr: "Catalogue", field: str) -> str:
    """What a column is called, '' for one that tells readers nothing."""
    return tr.context(*FIELDS[field]) if field in FIELDS else ""


def value_words(tr: "Catalogue", field: str, value: object) -> str:
    """A value as a reader sees it."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, StrEnum):
        return _enum(tr, value)
    if isinstance(value, datetime):
        local = value.astimezone() if value.tzinfo else value
        return formats.date_time(tr.language, local)
    if isinstance(value, date):
        return formats.date_medium(tr.language, value)
    return _text(tr, field, value)


def _enum(tr: "Catalogue", value: StrEnum) -> str:
    try:
        return vocabularies.word(tr, value)
    except KeyError:  # a vocabulary without words of its own
        return str(value)


def _text(tr: "Catalogue", field: str, value: object) -> str:
    if field == "language":
        return formats.language_name(tr.language, str(value))
    if field in ("country", "territory"):
        return formats.country(tr.language, str(value))
    if isinstance(value, int):
        return _number(tr, field, value)
    return str(value)


def _number(tr: "Catalogue", field: str, value: int) -> str:
    """A number by what its column counts: minutes, minutes after midnight, bytes, hundredths of money."""
    if field in ("runtime", "minutes", "intro", "qa", "turnaround", "turnaround_long", "customs", "hand_over"):
        return formats.minutes(tr.language, value)
    if field in _CLOCKS:
        return f"{value // 60:02}:{value % 60:02}"
    if field == "size":
        return formats.size(tr.language, value)
    if field in ("fee", "hour_cost", "budget"):
        return formats.number(tr.language, value / 100)
    return str(value)


def row_words(tr: "Catalogue", row: Mapping[str, object]) -> str:
    """What tells a record from its neighbours: its text, its name, its language."""
    for field in _NAMES:
        if row.get(field):
            return value_words(tr, field, row[field])
    return ""
