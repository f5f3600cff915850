"""What is written of a title, in a few lines for the inspector: synopsis, numbers of others, series and episodes."""

from collections.abc import Sequence

from app.domain.kinds import SynopsisKind
from app.domain.names import FALLBACKS, plain
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.i18n.labels_of_texts import scheme_word
from app.store.evidence_rows import IdentifierLine, SynopsisLine
from app.store.parts import Above, PartLine

_SHORTEST_FIRST = (SynopsisKind.SHORT, SynopsisKind.LINE, SynopsisKind.LONG)


def synopsis_text(lines: Sequence[SynopsisLine]) -> str:
    """The synopsis in the reader's language, else in one she may know; '' when there is none."""
    for code in (language(), *FALLBACKS[language()], *(plain(line.language) for line in lines)):
        for kind in _SHORTEST_FIRST:
            found = next((line.text for line in lines if plain(line.language) == code and line.kind is kind), "")
            if found:
                return found
    return ""


def number_lines(lines: Sequence[IdentifierLine]) -> str:
    """IMDb tt10468394, one a line."""
    words = (
        pgettext("identifier", "{scheme} {number}", scheme=scheme_word(tr(), line.scheme), number=line.value)
        for line in lines
    )
    return "\n".join(words)


def series_lines(above: Sequence[Above], parts: Sequence[PartLine]) -> str:
    """What it belongs to, and how many seasons and episodes it has."""
    told = [_("Belongs to “{title}”", title=above[-1].title)] if above else []
    episodes = sum(1 for part in parts if part.level.value == "episode") + sum(part.below for part in parts)
    seasons = sum(1 for part in parts if part.level.value == "season")
    told += [ngettext("{n} season", "{n} seasons", seasons)] if seasons else []
    told += [ngettext("{n} episode", "{n} episodes", episodes)] if episodes else []
    return "\n".join(told)
