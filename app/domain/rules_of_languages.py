"""F36, R28 and the languages of R6: somebody in the hall understands what is said."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from app.domain.context import Context
from app.domain.following import KNOWN_AUDIENCE, audience_of, base, bases, followed, followed_titles
from app.domain.journeys import stop_of, town_of
from app.domain.kinds_of_plans import PersonTask
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of, title_of_several

EVENING = 17 * 60
"""Minutes after midnight from which a show is one of the evening, unless the programme has set R28 otherwise."""


def understood(slot: Slot, context: Context) -> Iterator[Finding]:
    """F36: every title of a show for the public can be followed in a language of its audience."""
    if not slot.works or slot.audience not in KNOWN_AUDIENCE:
        return
    audience = audience_of(slot, context)
    for work, languages in _each(followed_titles(slot, context)) if audience else ():
        if languages.isdisjoint(bases(audience)):
            values = (("languages", " ".join(sorted(languages))), ("audience", " ".join(audience)))
            yield found(Clash.NOBODY_UNDERSTANDS, (slot,), slot.body_start, values, _title_in(slot, work))


def has_policy(context: Context) -> bool:
    """Whether a programme asks for languages at every show."""
    return bool(context.policy)


def by_policy(slot: Slot, context: Context) -> Iterator[Finding]:
    """F36: every title of a show for the public can be followed in each language of the programme's policy."""
    if not slot.works or slot.audience not in KNOWN_AUDIENCE:
        return
    for work, languages in _each(followed_titles(slot, context)):
        missing = [tag for tag in context.policy if base(tag) not in languages]
        if missing:
            values = (("languages", " ".join(sorted(languages))), ("wanted", " ".join(missing)))
            yield found(Clash.POLICY_MISSED, (slot,), slot.body_start, values, _title_in(slot, work))


def _each(titles: Sequence[tuple[int, frozenset[str]]] | None) -> Iterable[tuple[int, frozenset[str]]]:
    """Each title once, though an event may show two versions of it."""
    return dict(reversed(titles or ())).items()


def _title_in(slot: Slot, work: int) -> tuple[Party, ...]:
    """The title in question where an event shows several, and the hall."""
    return (*title_of_several(slot, work), hall_of(slot))


def interprets(slot: Slot, context: Context) -> Iterator[Finding]:
    """R6: one language of an interpreter's pair is one of the audience."""
    audience = audience_of(slot, context) if slot.people and slot.audience in KNOWN_AUDIENCE else ()
    for one in slot.people if audience else ():
        if one.task is PersonTask.INTERPRETER and one.languages and bases(one.languages).isdisjoint(bases(audience)):
            values = (("languages", " ".join(one.languages)), ("audience", " ".join(audience)))
            parties = (Party(PartyKind.PERSON, one.person), hall_of(slot))
            yield found(Clash.INTERPRETER_PAIR, (slot,), slot.start, values, parties)


def evenings(day: date, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R28: of the shows of an evening, each language of the audience can follow one at least; in each town by itself.

    Nothing is said while a version of that evening is not chosen or described.
    """
    for stop in sorted({stop_of(slot, context) or 0 for slot in events}):
        here = [slot for slot in events if (stop_of(slot, context) or 0) == stop and _of_the_evening(slot, context)]
        if here:
            yield from _evening(day, here, context)


def _of_the_evening(slot: Slot, context: Context) -> bool:
    if not slot.works or slot.audience not in KNOWN_AUDIENCE:
        return False
    begins = slot.body_start - context.window(slot).first + context.day_start
    return begins >= context.value("R28", EVENING)


def _evening(day: date, shows: Sequence[Slot], context: Context) -> Iterator[Finding]:
    known = [followed(slot, context) for slot in shows]
    whole = [languages for languages in known if languages is not None]
    if len(whole) < len(known) or () in whole:
        return  # not all is known, or there is a show without words
    wanted = dict.fromkeys(base(tag) for slot in shows for tag in audience_of(slot, context))
    at = min(slot.body_start for slot in shows)
    for language in wanted:
        if not any(all(language in languages for languages in titles) for titles in whole):
            values = (("day", day), ("language", language))
            yield found(Clash.EVENING_WITHOUT, (), at, values, town_of(shows[0], context))
