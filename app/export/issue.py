"""What a document says in its languages and with its choices: which names and words, of a programme which events."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypedDict

from app.domain.kinds import ScreeningStatus
from app.domain.listing import Event, Hall, Programme, Strand, Work
from app.domain.names import FourNames, WorkName, plain, shown
from app.export.options import Options, Sheet
from app.i18n.catalogue import Catalogue


class Run(TypedDict):
    """A stretch of text `t` in one language `lang` (two or three letters); `rtl` if it runs from the right."""

    t: str
    lang: str
    rtl: bool


def run(text: str, language: str) -> Run:
    """A `Run`; the direction is that of the first letter."""
    sides = (unicodedata.bidirectional(letter) for letter in text)
    side = next((side for side in sides if side in ("L", "R", "AL")), "L")
    return Run(t=text, lang=plain(language) or "und", rtl=side != "L")


class Titled(Protocol):
    """Anything with the names of a work."""

    @property
    def names(self) -> Sequence[WorkName]:
        """The names in stored order."""


class Voices:
    """The languages a document speaks (the first is largest), and how names and words are said in all of them."""

    catalogues: Sequence[Catalogue]
    options: Sheet

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the document, the largest first."""
        return tuple(tr.language for tr in self.catalogues)

    @property
    def tr(self) -> Catalogue:
        """The words of the first language."""
        return self.catalogues[0]

    def said(self, words: Iterable[tuple[str, str]]) -> list[Run]:
        """(language, text) pairs as runs, each text once, empty ones left out."""
        runs: dict[str, Run] = {}
        for language, text in words:
            if text.strip():
                runs.setdefault(text.casefold(), run(text, language))
        return list(runs.values())

    def named(self, names: FourNames) -> list[Run]:
        """The name of a place, strand or event in every language of the document that has one.

        The first is never missing as long as there is a name at all: it is borrowed.
        """
        first, code = names.borrowed(self.languages[0])
        rest = ((language, str(getattr(names, language))) for language in self.languages[1:])
        return self.said([(code, first), *rest])

    def titled(self, work: Titled) -> list[Run]:
        """The title of a work in every language of the document that has one, the largest first.

        Without a name in the first language the one the screen shows stands there, too: what
        the house falls back to. A title in one line gets a second: the original, or what
        else `shown` has to say.
        """
        first = shown(work.names, self.languages[0])
        rest = ((language, own_name(work.names, language)) for language in self.languages[1:])
        own = [(first.language, first.title), *rest]
        lines = self.said(own)
        if len(lines) == 1 and first.second:
            lines = self.said([*own, (language_of(work.names, first.second), first.second)])
        return lines


@dataclass(frozen=True)
class Issue(Voices):
    """What every document of a programme asks: the programme, the catalogues of its languages, the options."""

    programme: Programme
    catalogues: Sequence[Catalogue]
    options: Options

    @cached_property
    def works(self) -> dict[int, Work]:
        """The works under their numbers."""
        return {work.id: work for work in self.programme.works}

    @cached_property
    def strands(self) -> dict[int, Strand]:
        """The strands under their numbers."""
        return {strand.id: strand for strand in self.programme.strands}

    @cached_property
    def halls(self) -> dict[int, Hall]:
        """The halls under their numbers."""
        return {hall.id: hall for hall in self.programme.halls}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events this document shows, in order of festival day, time and hall."""
        left_out = set()
        if not self.options.tentative:
            left_out.add(ScreeningStatus.TENTATIVE)
        if not self.options.cancelled:
            left_out.add(ScreeningStatus.CANCELLED)
        order = {hall: position for position, hall in enumerate(self.halls)}
        chosen = (event for event in self.programme.events if event.status not in left_out and event.hall in order)
        return tuple(sorted(chosen, key=lambda e: (e.day, e.starts.timestamp(), order[e.hall], e.id)))

    @cached_property
    def halls_of_stops(self) -> dict[int, set[int]]:
        """In which halls something is shown at each stop of a tour."""
        found: dict[int, set[int]] = {}
        for event in self.events:
            if self.programme.tour is not None and event.id in self.programme.tour.stops:
                found.setdefault(self.programme.tour.stops[event.id], set()).add(event.hall)
        return found

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The festival days on which something is shown."""
        return tuple(sorted({event.day for event in self.events}))


def own_name(names: Sequence[WorkName], language: str) -> str:
    """The name a work has in `language` itself, or ''."""
    seen = shown(names, language)
    return seen.title if seen.language == language else ""


def original_name(names: Sequence[WorkName]) -> WorkName | None:
    """The name a work was born with, else the first it has."""
    return next((name for name in names if name.type == "original"), names[0] if names else None)


def language_of(names: Sequence[WorkName], text: str) -> str:
    """The BCP 47 language of the name that reads `text`."""
    return next((name.language for name in names if name.text == text), "en")
