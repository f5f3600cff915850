"""What a reader of the printed programme would notice: the list "Before you print". It never stops anybody."""

from collections.abc import Iterator, Sequence

from app.domain.kinds import ScreeningStatus
from app.domain.listing import Part, Programme, Work
from app.domain.names import FourNames, shown
from app.export.glyphs import printable
from app.export.issue import Issue
from app.export.options import Options
from app.i18n.catalogue import Catalogue
from app.words import Phrase, counted, phrase


def before_you_print(programme: Programme, options: Options) -> list[Phrase]:
    """One sentence for everything worth a look, the most serious first. Clashes are the caller's to add."""
    # Nothing is said here, so the catalogues need no words: only their languages are asked for.
    issue = Issue(programme, [Catalogue(language) for language in options.languages], options)
    return list(_remarks(issue))


def _remarks(issue: Issue) -> Iterator[Phrase]:
    events = issue.events
    if not events:
        yield phrase("There are no screenings to print.")
        return
    nameless = [event for event in events if not event.works and not any(event.names) and not _talk_named(event.parts)]
    if nameless:
        yield counted("{n} screening has no title.", "{n} screenings have no title.", len(nameless))
    on_paper = {work for event in events for work in event.works}
    works = [work for work in issue.programme.works if work.id in on_paper]
    for language in issue.languages:
        yield from _without_name(works, language)
    yield from _places(issue, {event.hall for event in events})
    lost = dict.fromkeys(character for text in _texts(issue, works) for character in printable(text)[1])
    if lost:
        yield phrase("These characters cannot be printed, □ stands for them: {characters}", characters=" ".join(lost))
    pencilled = sum(event.status is ScreeningStatus.TENTATIVE for event in events)
    if pencilled:
        yield counted("{n} screening is still to be confirmed.", "{n} screenings are still to be confirmed.", pencilled)
    away = sum(event.status is ScreeningStatus.TENTATIVE for event in issue.programme.events) - pencilled
    if away:
        yield counted("{n} tentative screening is left out.", "{n} tentative screenings are left out.", away)


def _talk_named(parts: Sequence[Part]) -> bool:
    return any(any(part.names) for part in parts)


def _without_name(works: Sequence[Work], language: str) -> Iterator[Phrase]:
    """How many titles a reader of one language will not find in it. Each language is a sentence of its own.

    A title without words, like 5:32, belongs to everybody.
    """
    faces = [shown(work.names, language) for work in works]
    n = sum(face.borrowed or not face.title for face in faces)
    if n == 0:
        return
    match language:
        case "kk":
            yield counted(
                "{n} title has no Kazakh name. A name in another language is printed.",
                "{n} titles have no Kazakh name. A name in another language is printed.",
                n,
            )
        case "zh":
            yield counted(
                "{n} title has no Chinese name. A name in another language is printed.",
                "{n} titles have no Chinese name. A name in another language is printed.",
                n,
            )
        case "ru":
            yield counted(
                "{n} title has no Russian name. A name in another language is printed.",
                "{n} titles have no Russian name. A name in another language is printed.",
                n,
            )
        case _:
            yield counted(
                "{n} title has no English name. A name in another language is printed.",
                "{n} titles have no English name. A name in another language is printed.",
                n,
            )


def _places(issue: Issue, halls: set[int]) -> Iterator[Phrase]:
    """Halls, strands and the programme itself without a name in the first language: a borrowed one is printed."""
    first = issue.languages[0]

    def lacking(names: FourNames) -> bool:
        return not getattr(names, first)

    for hall in issue.programme.halls:
        if hall.id in halls and lacking(hall.names):
            yield phrase("The hall “{name}” has no name in the first language of the document.", name=hall.names)
    used = {event.strand for event in issue.events}
    for strand in issue.programme.strands:
        if strand.id in used and lacking(strand.names):
            yield phrase("The strand “{name}” has no name in the first language of the document.", name=strand.names)
    if lacking(issue.programme.names):
        yield phrase("The programme has no name in the first language of the document.")


def _texts(issue: Issue, works: Sequence[Work]) -> Iterator[str]:
    """Every text of the library that may come to stand on the paper."""
    programme = issue.programme
    yield from (*programme.names, *programme.city)
    for names in (thing.names for things in (programme.halls, programme.strands, issue.events) for thing in things):
        yield from names
    for event in issue.events:
        for part in event.parts:
            yield from part.names
    for work in works:
        yield from (name.text for name in work.names)
