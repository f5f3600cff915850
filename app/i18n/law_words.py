"""What a rule of law asks for, in a few words: “21+ only 22:00 to 06:00”."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.kinds import ClearanceKind, Use
from app.domain.kinds_of_plans import LegalKind, TermUnit
from app.domain.surroundings import Law
from app.i18n import formats, labels, labels_of_records
from app.i18n.labels import context

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

SEVERITIES = {
    0: context("how serious", "Off"),
    1: context("how serious", "Wish"),
    2: context("how serious", "Warning"),
    3: context("how serious", "Error"),
}
HOUR, DAY, ALL_DAYS = 60, 1440, 7
A_MONDAY = date(2024, 1, 1)


def severity(tr: "Catalogue", number: int) -> str:
    """Off, wish, warning or error."""
    return tr.context(*SEVERITIES[number])


def clock(minute: int | None) -> str:
    """The minute of a day as clocks show it; 30:00 is six in the morning."""
    hours, rest = divmod((minute or 0) % DAY, HOUR)
    return f"{hours:02}:{rest:02}"


def weekday(language: str, number: int, *, short: bool = True) -> str:
    """Monday is 1."""
    return formats.weekday(language, A_MONDAY + timedelta(days=number - 1), short=short)


def asks(tr: "Catalogue", law: Law) -> str:
    """What a rule asks for."""
    said = _asked(tr, law)
    if law.exempt:
        uses = formats.listing(tr.language, [labels.use(tr, use).lower() for use in Use if use in law.exempt])
        said = tr("{rule}; not for: {uses}", rule=said, uses=uses)
    return said


def _asked(tr: "Catalogue", law: Law) -> str:
    hours = {"begins": clock(law.from_minute), "ends": clock(law.until_minute)}
    match law.kind:
        case LegalKind.LANGUAGE:
            names = [formats.language_name(tr.language, tag) for tag in law.languages]
            return tr("Can be followed in one of: {languages}", languages=formats.listing(tr.language, names))
        case LegalKind.AGE_HOUR:
            return tr("{mark} only {begins} to {ends}", mark=law.mark, **hours)
        case LegalKind.AGE_SCHOOL:
            return tr("School and family shows up to {mark}", mark=law.mark)
        case LegalKind.PAPER:
            return _paper(tr, law)
        case LegalKind.PAUSE:
            return tr("No shows {days} {begins} to {ends}", days=_days(tr, law.weekdays), **hours)
        case LegalKind.SCHOOL_HOURS:
            return tr("No family shows {days} {begins} to {ends}", days=_days(tr, law.weekdays), **hours)
        case LegalKind.HOLIDAY:
            return tr("Shows on a public holiday are pointed out")


def _paper(tr: "Catalogue", law: Law) -> str:
    paper = (
        labels_of_records.clearance_kind(tr, ClearanceKind(law.mark)) if law.mark in set(ClearanceKind) else law.mark
    )
    if not law.days:
        return tr("{paper} before the show", paper=paper)
    if law.unit is TermUnit.WORKING:
        return tr.plural(
            "{paper}, {n} working day before the show", "{paper}, {n} working days before the show", law.days,
            paper=paper,
        )  # fmt: skip
    return tr.plural("{paper}, {n} day before the show", "{paper}, {n} days before the show", law.days, paper=paper)


def _days(tr: "Catalogue", weekdays: Collection[int]) -> str:
    """Mon, Tue; on every day where none is named."""
    if not weekdays or len(weekdays) == ALL_DAYS:
        return tr("every day")
    days = sorted(weekdays)
    words = [weekday(tr.language, day) for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:  # noqa: PLR2004 - three in a row make a span
        return f"{words[0]}–{words[-1]}"
    return formats.listing(tr.language, words)
