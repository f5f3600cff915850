"""What papers, keys, copies and figures amount to, in a few words of one language."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain import calendar
from app.domain.clearances import ClearanceStanding, ClearanceStatus
from app.domain.copies import KeyStanding, KeyStatus, Whereabouts
from app.domain.kinds import CustodyKind, Measure
from app.domain.windows import Overlap, Rub
from app.i18n import formats, labels_of_records
from app.i18n.labels import context

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

_WITH_DAY = {
    ClearanceStatus.GRANTED: context("clearance", "granted to {day}"),
    ClearanceStatus.ENDING: context("clearance", "granted to {day}, ending soon"),
    ClearanceStatus.EXPIRED: context("clearance", "expired on {day}"),
    ClearanceStatus.APPLIED: context("clearance", "applied for on {day}"),
}
_BARE = {
    ClearanceStatus.NEEDED: context("clearance", "needed, not applied for"),
    ClearanceStatus.APPLIED: context("clearance", "applied for"),
    ClearanceStatus.GRANTED: context("clearance", "granted"),
    ClearanceStatus.ENDING: context("clearance", "ending soon"),
    ClearanceStatus.EXPIRED: context("clearance", "expired"),
    ClearanceStatus.REFUSED: context("clearance", "refused"),
    ClearanceStatus.NOT_NEEDED: context("clearance", "not needed"),
}
_KEYS = {
    KeyStatus.VALID: context("key", "valid to {moment}"),
    KeyStatus.ENDS: context("key", "ends {moment}"),
    KeyStatus.EXPIRED: context("key", "expired {moment}"),
    KeyStatus.NOT_YET: context("key", "valid from {moment}"),
}
_PLACES = {
    CustodyKind.SENT: context("custody", "on the way to {place}"),
    CustodyKind.LENT: context("custody", "lent, {place}"),
    CustodyKind.CUSTOMS: context("custody", "at customs, {place}"),
    CustodyKind.DAMAGED: context("custody", "damaged, {place}"),
}
_RUBS = {
    Rub.DOUBLE: (
        context("rights", "Overlaps with the rights of {other} from {first} to {last}"),
        context("rights", "Overlaps with the rights of {other}"),
    ),
    Rub.CONTRADICTION: (
        context("rights", "Contradicts the rights of {other} from {first} to {last}"),
        context("rights", "Contradicts the rights of {other}"),
    ),
}


def clearance(tr: "Catalogue", standing: ClearanceStanding) -> str:
    """Granted to 31 Dec 2027; applied for 12 days ago; refused."""
    if standing.status is ClearanceStatus.APPLIED and standing.days is not None:
        if not standing.days:
            return tr.context("clearance", "applied for today")
        return tr.plural("applied for {n} day ago", "applied for {n} days ago", standing.days)
    if standing.day is not None and standing.status in _WITH_DAY:
        return tr.context(*_WITH_DAY[standing.status], day=formats.date_medium(tr.language, standing.day))
    return tr.context(*_BARE[standing.status])


def key(tr: "Catalogue", standing: KeyStanding, zone: str) -> str:
    """Valid to 12 Oct 2026, 23:00 UTC+5: by the clocks of the hall."""
    if standing.moment is None or standing.status not in _KEYS:
        return labels_of_records.key_status(tr, standing.status)
    wall = calendar.wall_of(standing.moment, zone)
    moment = tr.context(
        "key", "{day}, {time} {zone}", day=formats.date_medium(tr.language, wall.date()),
        time=formats.time(tr.language, wall), zone=calendar.zone_label(zone, standing.moment),
    )  # fmt: skip
    return tr.context(*_KEYS[standing.status], moment=moment)


def place(tr: "Catalogue", where: Whereabouts) -> str:
    """Where a copy is: Almaty; on the way to Beijing; '' where nobody knows."""
    if where.kind is not None and (where.gone or (where.kind in _PLACES and not where.place)):
        return labels_of_records.custody_kind(tr, where.kind)
    if where.kind in _PLACES and where.kind is not None:
        return tr.context(*_PLACES[where.kind], place=where.place)
    return where.place


def figure(tr: "Catalogue", measure: Measure, value: int, currency: str) -> str:
    """A figure with its unit: ₸150,000, 12,500, 7.8 or 12.5%."""
    hundredths = Decimal(value) / 100
    if measure in (Measure.BOX_OFFICE, Measure.BUDGET):
        return formats.money(tr.language, hundredths, currency or "KZT")
    if measure is Measure.AUDIENCE_SHARE:
        return tr.context("figure", "{share}%", share=formats.number(tr.language, hundredths.normalize()))
    if measure is Measure.RATING:
        return formats.number(tr.language, hundredths.normalize())
    return formats.number(tr.language, value)


def overlap(tr: "Catalogue", found: Overlap, other: str) -> str:
    """That two windows rub against each other, with the days both speak of."""
    with_days, without = _RUBS[found.rub]
    if found.first is None or found.last is None:
        return tr.context(*without, other=other)
    first, last = _days(tr, found.first, found.last)
    return tr.context(*with_days, other=other, first=first, last=last)


def _days(tr: "Catalogue", first: date, last: date) -> tuple[str, str]:
    return formats.date_numeric(tr.language, first), formats.date_numeric(tr.language, last)
