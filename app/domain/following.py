"""In which languages a show can be followed, and which ones its audience understands."""

from collections.abc import Iterable
from functools import cache

from app.domain.context import Context
from app.domain.kinds_of_plans import AudienceKind, PersonTask
from app.domain.screenings import Slot

USUAL = {"KZ": ("kk", "ru"), "CN": ("zh",)}
"""What is understood in a country where nobody has said anything else."""

KNOWN_AUDIENCE = frozenset({AudienceKind.PUBLIC, AudienceKind.FAMILY, AudienceKind.SCHOOL})
"""Press, juries and invited guests come from anywhere: nothing is said of what they understand."""

WORDLESS = "zxx"
_MANDARIN = frozenset({"zh", "cmn"})


@cache
def base(tag: str) -> str:
    """The language of a tag, whatever the script: kk of kk-Latn; Mandarin counts as Chinese, Cantonese does not."""
    language = tag.split("-", 1)[0].lower()
    return "zh" if language in _MANDARIN else language


def bases(tags: Iterable[str]) -> frozenset[str]:
    """The languages of some tags."""
    return frozenset(map(base, tags))


def audience_of(slot: Slot, context: Context) -> tuple[str, ...]:
    """What is understood in the hall of a show: its venue has the first word, then the programme, then the country."""
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    if hall is not None and hall.audience:
        return hall.audience
    return context.audience or USUAL.get(context.place(slot.hall).territory, ())


def followed(slot: Slot, context: Context) -> tuple[frozenset[str], ...] | None:
    """For each title of a show the languages it can be followed in; None where a version is not chosen or described."""
    titles = followed_titles(slot, context)
    return None if titles is None else tuple(languages for _work, languages in titles)


def followed_titles(slot: Slot, context: Context) -> list[tuple[int, frozenset[str]]] | None:
    """The same with the number of each title.

    Heard, read, or interpreted by somebody who is booked and follows it in one language of the pair. A title without
    words is left out: everybody follows it.
    """
    pairs = [bases(one.languages) for one in slot.people if one.task is PersonTask.INTERPRETER]
    if not all(pairs):
        return None  # somebody interprets, nobody has said what
    shown = []
    for work, version in slot.shown():
        facts = context.versions.get(version) if version is not None else None
        if facts is None or not facts.spoken:
            return None
        if base(facts.spoken) == WORDLESS:
            continue
        shown.append((work, with_interpreters(bases((facts.spoken, *facts.subtitles)), pairs)))
    return shown


def with_interpreters(there: frozenset[str], pairs: Iterable[frozenset[str]]) -> frozenset[str]:
    """The languages of a title and those it is interpreted into, by whoever follows it in one of a pair."""
    return there.union(*(pair for pair in pairs if not pair.isdisjoint(there)))
