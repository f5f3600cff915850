"""A slate as a page holds it: who stands in which column, the words of each card, and what a change would mean."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from app.domain.kinds import RightsStatus, SlateState
from app.domain.kinds_of_plans import TargetKind
from app.domain.slates import Effect, Key, effect
from app.i18n import formats, labels, phrases
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.store.slate_rows import COLUMNS, EntryRow, SectionRow, Slate
from app.ui.widgets.chips import Chip, spoken
from app.ui.widgets.status import RIGHTS_LOOK, Look
from app.ui.widgets.strands import COUNT
from app.ui.works.wording import chips, rights_sentence

FORWARD = {
    SlateState.LONGLIST: SlateState.CONFIRMED, SlateState.SHORTLIST: SlateState.CONFIRMED,
    SlateState.INVITED: SlateState.CONFIRMED, SlateState.RESERVE: SlateState.CONFIRMED,
    SlateState.DECLINED: SlateState.CONFIRMED,
}  # fmt: skip
"""What is imagined of a title that is only looked at."""

MOST_COUNTRIES = 3


class Words(NamedTuple):
    """A card in the reader's words."""

    title: str
    second: str
    facts: str
    chips: tuple[Chip, ...]
    strand: int
    strand_name: str
    look: Look
    rights: str
    points: str
    rank: str
    shows: str
    reason: str
    status: RightsStatus
    briefer: tuple[str, ...] = ()
    """The facts in fewer words, for narrow cards."""

    @property
    def spoken(self) -> str:
        """All of it in one sentence for people who listen."""
        parts = (self.rank, self.title, self.second, self.facts, spoken(self.chips), self.strand_name, self.rights)
        points = _("{points} of 10 points", points=self.points) if self.points else ""
        return ", ".join(filter(None, (*parts, points, self.shows, self.reason)))


class Desk:
    """A slate read in one language."""

    def __init__(self, slate: Slate, spoken_language: str, earlier: "Desk | None" = None) -> None:
        self.slate = slate
        self.language = spoken_language
        self.said: dict[int, Words] = {}
        if earlier is not None and (earlier.language, earlier.slate.strands) == (spoken_language, slate.strands):
            known, before = earlier.said, earlier.slate.by_id
            self.said = {entry.id: known[entry.id] for entry in slate.entries
                           if entry.id in known and before[entry.id] == entry}  # fmt: skip

    @cached_property
    def columns(self) -> Mapping[SlateState, tuple[EntryRow, ...]]:
        """The entries by column, from left to right."""
        return {state: self.slate.column(state) for state in COLUMNS}

    @cached_property
    def strands(self) -> Mapping[int, tuple[int, SectionRow]]:
        """Each strand with its place."""
        return {row.id: (place, row) for place, row in enumerate(self.slate.strands)}

    def entry(self, number: int) -> EntryRow | None:
        """One entry."""
        return self.slate.by_id.get(number)

    def known(self, numbers: Sequence[int]) -> list[int]:
        """Those of these entries there still are, in the order of the slate."""
        some = set(numbers)
        return [entry.id for entry in self.slate.entries if entry.id in some]

    def strand_number(self, strand: int | None) -> int:
        """Colour and glyph of a strand: from 0, six and more hollow; -1 without one."""
        if strand is None or strand not in self.strands:
            return -1
        place, row = self.strands[strand]
        return row.colour - 1 + (COUNT if place >= COUNT else 0)

    def strand_name(self, strand: int | None) -> str:
        """The name of a strand, '' without one."""
        found = self.strands.get(strand) if strand is not None else None
        return found[1].names.shown(self.language) if found else ""

    def words(self, entry: EntryRow) -> Words:
        """What its card says."""
        found = self.said.get(entry.id)
        if found is None:
            found = self.said[entry.id] = self._said(entry)
        return found

    def _said(self, entry: EntryRow) -> Words:
        shows = ""
        if entry.state is SlateState.CONFIRMED:
            shows = _("{placed} of {showings} placed", placed=entry.placed, showings=entry.showings)
        rank = pgettext("slate", "No. {rank}", rank=entry.rank) if entry.rank is not None else ""
        return Words(
            entry.title, entry.second, facts_line(entry), chips(entry.shown_versions),
            self.strand_number(entry.strand), self.strand_name(entry.strand), RIGHTS_LOOK[entry.standing.status],
            rights_short(entry), points_word(entry.points), rank, shows, entry.reason, entry.standing.status,
            facts_briefly(entry),
        )  # fmt: skip

    # What a change would mean

    def imagined(self, numbers: Sequence[int], state: SlateState | None = None) -> Effect | None:
        """What moving entries to `state` (forward if None) would do to the balance; None for nothing."""
        changes = {}
        for number in numbers:
            entry = self.entry(number)
            if entry is not None:
                aim = state or FORWARD.get(entry.state)
                if aim is not None and aim is not entry.state:
                    changes[number] = aim
        if not changes:
            return None
        return effect(self.slate.weighed, changes, self.slate.frame)

    def sentence(self, numbers: Sequence[int], state: SlateState | None = None) -> str:
        """Tomiris selected: confirming adds 155 minutes to Panorama."""
        chosen = [entry for entry in map(self.entry, numbers) if entry is not None]
        if not chosen:
            return ""
        said = self._consequence(chosen, state)
        if len(chosen) > 1:
            head = ngettext("{n} title selected", "{n} titles selected", len(chosen))
        else:
            head = _("{title} selected", title=chosen[0].title)
        return _("{selected}: {effect}", selected=head, effect=said) if said else head

    def effect_of(self, entry: EntryRow) -> str:
        """Tomiris: confirming adds 155 minutes to Panorama; '' where nothing would change."""
        said = self._consequence([entry], None)
        return _("{selected}: {effect}", selected=entry.title, effect=said) if said else ""

    def _consequence(self, chosen: Sequence[EntryRow], state: SlateState | None) -> str:
        aim = state or SlateState.CONFIRMED
        moving = [entry for entry in chosen if entry.state is not aim]
        if not moving:
            return ""
        found = self.imagined([entry.id for entry in moving], aim)
        shift = next((one for one in found.shifts if one.after.key == Key(TargetKind.MINUTES)), None) if found else None
        if shift is None:
            return ""
        strands = {entry.strand for entry in moving}
        strand = self.strand_name(next(iter(strands))) if len(strands) == 1 else ""
        if aim is SlateState.CONFIRMED:
            if strand:
                return ngettext(
                    "confirming adds {n} minute to {strand}", "confirming adds {n} minutes to {strand}",
                    shift.confirmed, strand=strand,
                )  # fmt: skip
            return ngettext("confirming adds {n} minute", "confirming adds {n} minutes", shift.confirmed)
        if aim is SlateState.INVITED and shift.total > 0:
            return ngettext("inviting adds {n} minute", "inviting adds {n} minutes", shift.total)
        if shift.total < 0:
            return ngettext("this takes {n} minute away", "this takes {n} minutes away", -shift.total)
        return ""

    def promise(self, numbers: Sequence[int], state: SlateState) -> str:
        """What moving entries to `state` would do, as a sentence of its own: Confirming adds 155 minutes."""
        said = self._consequence([entry for entry in map(self.entry, numbers) if entry is not None], state)
        return said[:1].upper() + said[1:]

    def summary(self) -> str:
        """10 titles, 3 confirmed."""
        total, confirmed = len(self.slate.entries), len(self.columns[SlateState.CONFIRMED])
        titles = ngettext("{n} title", "{n} titles", total)
        return ngettext("{titles}, {n} confirmed", "{titles}, {n} confirmed", confirmed, titles=titles)


def facts_line(entry: EntryRow) -> str:
    """China, Kazakhstan, 120 min."""
    countries = [formats.country(language(), code) for code in entry.countries[:MOST_COUNTRIES]]
    minutes = [_minutes(language(), entry.minutes)] if entry.minutes else []
    joined = formats.commas(language(), countries)
    if not entry.minutes or not joined:
        return joined or "".join(minutes)
    return pgettext("slate", "{countries}, {minutes}", countries=joined, minutes=minutes[0])


@lru_cache(maxsize=1024)
def _minutes(language: str, number: int) -> str:
    """Hundreds of cards say the same few numbers."""
    return formats.minutes(language, number)


def facts_briefly(entry: EntryRow) -> tuple[str, ...]:
    """China +1, 120 min; then the minutes alone: they are what a slate is counted by."""
    if not entry.minutes or not entry.countries:
        return ()
    minutes = _minutes(language(), entry.minutes)
    country, more = formats.country(language(), entry.countries[0]), len(entry.countries) - 1
    if not more:
        return (minutes,)
    return pgettext("slate", "{country} +{n}, {minutes}", country=country, n=more, minutes=minutes), minutes


def points_word(points: float | None) -> str:
    """8.5, or nothing."""
    return "" if points is None else formats.number(language(), points)


def rights_short(entry: EntryRow) -> str:
    """Cleared; with an end that is near: 12 days left."""
    if entry.standing.status is RightsStatus.ENDING:
        return phrases.rights_until(tr(), entry.standing)
    return labels.rights_status(tr(), entry.standing.status)


def rights_long(entry: EntryRow) -> str:
    """The rights in one sentence."""
    return rights_sentence(entry.standing)


def column_name(state: SlateState) -> str:
    """Longlist, Shortlist ..."""
    return labels.slate_state(tr(), state)


def column_minutes(entries: Sequence[EntryRow]) -> str:
    """215 min."""
    return formats.minutes(language(), sum(entry.minutes or 0 for entry in entries))
