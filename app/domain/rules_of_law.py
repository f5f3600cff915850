"""R11, R12, R13 and R22: what the law and the custom of a country ask of a show, from dated rows.

A row holds where the hall stands and on the festival day of the show; its severity is that of the finding.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.calendar import wall_minute
from app.domain.clearances import holds
from app.domain.context import Context, DayWindow
from app.domain.following import bases, with_interpreters
from app.domain.kinds import ClearanceKind
from app.domain.kinds_of_plans import AudienceKind, DayKind, LegalKind, PersonTask
from app.domain.screenings import Clash, Finding, Party, PartyKind, Severity, Slot, Value, found, hall_of
from app.domain.surroundings import Law, WorkFacts

SOVIET = "SU"
"""ISO 3166-3: films of studios of the former Soviet Union need no certificate."""

WORDLESS = frozenset({"zxx"})
_MARK = re.compile(r"(\d{1,2})\s*\+?")
_CHILDREN = frozenset({AudienceKind.SCHOOL, AudienceKind.FAMILY})


@dataclass(frozen=True, slots=True)
class Asked:
    """One show before the law: where and on which festival day."""

    slot: Slot
    context: Context
    territory: str
    zone: str
    window: DayWindow

    @property
    def day(self) -> date:
        """The festival day."""
        return self.window.day

    def laws(self, kind: LegalKind) -> tuple[Law, ...]:
        """The rows of a kind that hold here today and do not exempt the use."""
        return tuple(
            law
            for law in self.context.laws_of(kind, self.territory, self.day)
            if self.context.use is None or self.context.use not in law.exempt
        )

    def wall(self, minute: int, days: int = 0) -> int:
        """The minute since the epoch of a minute after midnight of the festival day, or of one some days off."""
        return wall_minute(self.day + timedelta(days=days), minute, self.zone)

    def broken(self, clash: Clash, law: Law, at: int, values: tuple[tuple[str, Value], ...], *who: Party) -> Finding:
        """A finding as grave as the row says."""
        finding = found(clash, (self.slot,), at, (*values, ("law", law.id)), (*who, hall_of(self.slot)))
        return finding._replace(severity=Severity(min(max(law.severity, Severity.WISH), Severity.ERROR)))


def judged_by(*kinds: LegalKind) -> Callable[[Context], bool]:
    """For rules that are asked only where rows of these kinds are known."""
    return lambda context: context.has_laws(*kinds)


def brought(slot: Slot, context: Context) -> Asked:
    """A show brought before the law of its place and day."""
    territory, zone = context.place(slot.hall)
    return Asked(slot, context, territory, zone, context.window(slot))


def language(slot: Slot, context: Context) -> Iterator[Finding]:
    """R11: it can be followed in a language of the law: heard, read or interpreted.

    A film made in it is heard in it where nobody has said what its version is spoken in; its dub is not. Nothing is
    said of a version nobody has chosen or described, nor of a film without words.
    """
    asked = brought(slot, context)
    laws = asked.laws(LegalKind.LANGUAGE)
    pairs = [_base(one.languages) for one in slot.people if one.task is PersonTask.INTERPRETER]
    for law in laws if slot.works else ():
        for work, version in slot.shown():
            if _unfollowed(work, version, law, pairs, context):
                versions = () if version is None else (Party(PartyKind.VERSION, version),)
                who = (Party(PartyKind.WORK, work), *versions)
                values = (("languages", " ".join(law.languages)),)
                yield asked.broken(Clash.LANGUAGE_MISSING, law, slot.body_start, values, *who)


def _unfollowed(work: int, version: int | None, law: Law, pairs: Sequence[frozenset[str]], context: Context) -> bool:
    shown = None if version is None else context.versions.get(version)
    if shown is None:
        return False
    facts, wanted = context.works.get(work), _base(law.languages)
    if not shown.spoken and facts is not None and not wanted.isdisjoint(_base(facts.original)):
        return False
    there = _base((shown.spoken, *shown.subtitles))
    return bool(there) and with_interpreters(there, pairs).isdisjoint(wanted | WORDLESS)


def _base(tags: Iterable[str]) -> frozenset[str]:
    """The languages of tags, without script and region; of no tag, none."""
    return bases(tag for tag in tags if tag)


def age(mark: str) -> int | None:
    """The least age a mark lets in: "6-" (children under six may see it) is everybody; None for no mark at all."""
    mark = mark.strip()
    read = _MARK.fullmatch(mark)
    return 0 if mark == "6-" else int(read[1]) if read else None


def age_mark(slot: Slot, context: Context) -> Iterator[Finding]:
    """R12: a title of a high mark is shown late only, and none of a high mark to schools and families."""
    asked = brought(slot, context)
    for work in dict.fromkeys(slot.works):
        facts = context.works.get(work)
        mark = facts.mark(asked.territory) if facts else ""
        least = age(mark)
        if least is None:
            continue
        for law in asked.laws(LegalKind.AGE_HOUR):
            limit = age(law.mark)
            if limit is not None and least >= limit and not _in_hours(asked, law):
                values = (("mark", mark), *_minutes(law))
                yield asked.broken(Clash.AGE_HOUR, law, slot.body_start, values, Party(PartyKind.WORK, work))
        for law in asked.laws(LegalKind.AGE_SCHOOL) if slot.audience in _CHILDREN else ():
            limit = age(law.mark)
            if limit is not None and least > limit:
                values = (("mark", mark), ("allowed", law.mark))
                yield asked.broken(Clash.AGE_AUDIENCE, law, slot.body_start, values, Party(PartyKind.WORK, work))


def _in_hours(asked: Asked, law: Law) -> bool:
    """Whether the films lie within the hours of a law, those of this festival day or of the night before."""
    first = 0 if law.from_minute is None else law.from_minute
    for days in (0, -1):
        begins = asked.wall(first, days)
        ends = asked.wall(first, days + 1) if law.until_minute is None else asked.wall(law.until_minute, days)
        if begins <= asked.slot.body_start and asked.slot.body_end <= ends:
            return True
    return False


def _minutes(law: Law) -> tuple[tuple[str, Value], ...]:
    bounds = (("from_minute", law.from_minute), ("until_minute", law.until_minute))
    return tuple((name, minute) for name, minute in bounds if minute is not None)


def papers(slot: Slot, context: Context) -> Iterator[Finding]:
    """R13: the papers a country asks for are in hand on the day of the show; grave once it is too late to apply.

    Papers are asked for by the country one shows in; a filing before a show abroad (China) by the country a
    work comes from. The term of a paper is counted in the country that asks for it.
    """
    asked = brought(slot, context)
    left = None if context.today is None else (asked.day - context.today).days
    if left is not None and left < 0:
        return  # what has been shown needs no paper any more
    for work, version in slot.shown():
        facts = context.works.get(work)
        if facts is None:
            continue
        for law in _asking(asked, facts):
            own = (paper for paper in facts.papers if paper.kind == law.mark)
            if not any(holds(paper, law.country, asked.day, version) for paper in own):
                yield _without_paper(asked, law, work, left)


def _without_paper(asked: Asked, law: Law, work: int, left: int | None) -> Finding:
    """What is said of a missing paper: how long there is, and until when one can apply for it."""
    values: list[tuple[str, Value]] = [("paper", law.mark)]
    late, today = False, asked.context.today
    if left is not None:
        values.append(("days", left))
    if law.days is not None:
        term = asked.context.working_days.term(law.country, law.days, law.unit, asked.day)
        late = today is not None and today > term.last
        values += [("apply_by", term.last), ("term", law.days), ("unit", law.unit.value)]
        if term.unlisted is not None:
            values += [("unlisted", term.unlisted), ("country", law.country)]
    finding = asked.broken(Clash.PAPER_MISSING, law, asked.slot.body_start, tuple(values), Party(PartyKind.WORK, work))
    return finding._replace(severity=Severity.ERROR) if late else finding


def _asking(asked: Asked, work: WorkFacts) -> Iterator[Law]:
    """The rows that ask for a paper of a work shown here."""
    if SOVIET in work.countries:
        return
    for country in dict.fromkeys((asked.territory, *work.countries)):
        for law in asked.context.laws_of(LegalKind.PAPER, country, asked.day):
            abroad = law.mark == ClearanceKind.FILING
            exempt = asked.context.use is not None and asked.context.use in law.exempt
            here = country == asked.territory
            if not exempt and law.mark in set(ClearanceKind) and here is not abroad:
                yield law


def hours(slot: Slot, context: Context) -> Iterator[Finding]:
    """R22: pauses for prayer and meals, and no family shows while there is school."""
    if slot.blocker:
        return
    asked = brought(slot, context)
    special = context.special.get((asked.territory, asked.day))
    for law in asked.laws(LegalKind.PAUSE):
        if _on_weekday(asked.day, law):
            yield from _meanwhile(Clash.IN_PAUSE, asked, law)
    if slot.audience is AudienceKind.FAMILY and special not in (DayKind.HOLIDAY, DayKind.SCHOOL_HOLIDAY):
        for law in asked.laws(LegalKind.SCHOOL_HOURS):
            if special is DayKind.WORKING_DAY or _on_weekday(asked.day, law):
                yield from _meanwhile(Clash.IN_SCHOOL_HOURS, asked, law)


def _on_weekday(day: date, law: Law) -> bool:
    return not law.weekdays or day.isoweekday() in law.weekdays


def _meanwhile(clash: Clash, asked: Asked, law: Law) -> Iterator[Finding]:
    """The event falls into the hours of a law."""
    if law.from_minute is None or law.until_minute is None:
        return
    begins, ends = asked.wall(law.from_minute), asked.wall(law.until_minute)
    overlap = min(asked.slot.end, ends) - max(asked.slot.start, begins)
    if overlap > 0:
        values = (("overlap", overlap), *_minutes(law))
        yield asked.broken(clash, law, max(asked.slot.start, begins), values)


def holidays(day: date, slots: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R22: shows on a public holiday, said once a day and country, of the show that begins it."""
    seen: set[str] = set()
    for slot in sorted(slots, key=lambda one: (one.body_start, one.id)):
        asked = brought(slot, context)
        if slot.blocker or asked.territory in seen:
            continue
        seen.add(asked.territory)
        if context.special.get((asked.territory, day)) is DayKind.HOLIDAY:
            for law in asked.laws(LegalKind.HOLIDAY):
                yield asked.broken(Clash.ON_HOLIDAY, law, slot.body_start, (("day", day),))
