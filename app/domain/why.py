"""Why a subject was found: which of its names answers the query, how, and what to underline in it."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.domain import chinese
from app.domain.folding import FormKind, Query, query_forms, reading_words
from app.domain.kazakh import to_latin
from app.domain.letters import fold
from app.domain.names import WorkName
from app.domain.scripts import one_script
from app.domain.skeleton import skeletons

Span = tuple[int, int]


class Why(NamedTuple):
    """How a name answers a query.

    `kind`: NAME as written, SKELETON in another script or spelling, SIMPLIFIED or
    traditional characters, PINYIN, INITIALS, LATIN letters. `shown` is the text to show:
    the name, its reading (PINYIN, INITIALS) or its Latin form; `spans` are the parts of
    it to underline, as (start, end) in code points, in order, apart from each other.
    """

    kind: FormKind
    name: WorkName
    shown: str
    spans: tuple[Span, ...]


class _Mark(NamedTuple):
    """What a piece of shown text is in the index, and where the piece stands."""

    folded: str
    start: int
    end: int
    written: str


_Run = Sequence[_Mark]
_Spelling = Callable[[str], tuple[str, ...]]
"""Every way the index spells a piece of shown text, without spaces."""


def why(text: str, names: Sequence[WorkName]) -> Why | None:
    """The best reason for `text` finding a subject with `names`; None when no name has part in it.

    A name as written goes before a name in another script, that before a reading.
    When words of the query hit different names, the name with most of them is given.
    """
    query = _query(text)
    if not query.terms:
        return None
    best: Why | None = None
    most = 0
    for kind, shown_as, found_by in _WAYS:
        for name in names:
            shown = shown_as(name)
            if not shown:
                continue
            hits = found_by(query, name, shown)
            if len(hits) == len(query.terms):
                return Why(kind, name, shown, _apart(hits))
            if len(hits) > most:
                best, most = Why(kind, name, shown, _apart(hits)), len(hits)
    return best


def _apart(hits: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """The spans of all hits, in order, overlapping ones made one."""
    spans: list[Span] = []
    for start, end in sorted(span for hit in hits for span in hit):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


# A search asks about twenty records at a time, and again at the next keystroke: most names and words come back.
_query = lru_cache(maxsize=8)(query_forms)
_fold = lru_cache(maxsize=4096)(fold)
_skeletons = lru_cache(maxsize=4096)(skeletons)


@lru_cache(maxsize=512)
def _words(shown: str, folded_as: str) -> Sequence[_Run]:
    """The words of `shown` as runs of marks; `folded_as` is read in place of it, letter for letter."""
    runs: list[list[_Mark]] = [[]]
    place = 0
    while place < len(shown):
        end = place + 1
        while end < len(shown) and unicodedata.combining(shown[end]):
            end += 1
        written = unicodedata.normalize("NFC", folded_as[place:end])
        folded = _fold(written)
        if chinese.has_han(folded):
            runs += [[_Mark(folded, place, end, written)], []]
        elif folded:
            runs[-1].append(_Mark(folded, place, end, written))
        elif not _vanishes(written):
            runs.append([])
        place = end
    return [run for run in runs if run]


def _vanishes(written: str) -> bool:
    """Whether this is nothing inside a word (an apostrophe, a hamza), and not a gap between words."""
    return _fold(f"a{written}a") == "aa"


def _spans_in(query: Query, runs: Sequence[_Run], spelled: _Spelling, *, typed: bool) -> list[list[Span]]:
    """The spans of each term found in `runs`: one word at a time, then all words written as one."""
    whole = [mark for run in runs for mark in run]
    tried = runs if len(runs) == 1 else (*runs, whole)
    hits = []
    for term in query.terms:
        wanted = term[:1] if typed else term
        hit = next((span for text in wanted for run in tried if (span := _begins(run, text, spelled))), None)
        if chinese.has_han(term[0]):
            hit = next((span for text in wanted if (span := _phrase(whole, text.split()))), None)
        if hit:
            hits.append([hit])
    if len(hits) < len(query.terms):
        joined = query.joined[:1] if typed else query.joined
        hit = next((span for text in joined if (span := _begins(whole, text, spelled))), None)
        return [[hit]] * len(query.terms) if hit else hits
    return hits


def _begins(run: _Run, text: str, spelled: _Spelling) -> Span | None:
    """The shortest beginning of `run` that says `text`, or None."""
    written = [mark.written for mark in run]
    if not any(form.startswith(text) for form in spelled("".join(written))):
        return None
    for length in range(1, len(run)):
        if any(form.startswith(text) for form in spelled("".join(written[:length]))):
            return run[0].start, run[length - 1].end
    return run[0].start, run[-1].end


def _phrase(whole: _Run, characters: list[str]) -> Span | None:
    """Where `characters` follow each other in `whole`."""
    for place in range(len(whole) - len(characters) + 1):
        if [mark.folded for mark in whole[place : place + len(characters)]] == characters:
            return whole[place].start, whole[place + len(characters) - 1].end
    return None


def _folded_joined(written: str) -> tuple[str, ...]:
    return (_fold(written).replace(" ", ""),)


def _skeletons_joined(written: str) -> tuple[str, ...]:
    return tuple(spelled.replace(" ", "") for spelled in _skeletons(written))


def _as_written(query: Query, _name: WorkName, shown: str) -> list[list[Span]]:
    return _spans_in(query, _words(shown, one_script(shown)), _folded_joined, typed=True)


def _in_latin(query: Query, _name: WorkName, shown: str) -> list[list[Span]]:
    return _spans_in(query, _words(shown, shown), _folded_joined, typed=False)


def _in_other_script(query: Query, _name: WorkName, shown: str) -> list[list[Span]]:
    return _spans_in(query, _words(shown, one_script(shown)), _skeletons_joined, typed=False)


def _simplified(query: Query, _name: WorkName, shown: str) -> list[list[Span]]:
    if not any(chinese.has_han(term[0]) for term in query.terms):
        return []  # the converter takes its time when it is first opened
    plain = chinese.simplified(shown)
    if len(plain) != len(shown):
        return []
    return _spans_in(query, _words(shown, plain), _folded_joined, typed=False)


@lru_cache(maxsize=512)
def _syllables(name: WorkName, shown: str) -> list[tuple[str, int]]:
    """The words of the reading in search and the places where they begin in `shown`; [] when they do not fit."""
    plain = "".join(_fold(letter)[:1] or " " for letter in shown)
    found: list[tuple[str, int]] = []
    place = 0
    for word in reading_words(chinese.pieces(name.text, name.reading)):
        place = plain.find(word, place)
        if place < 0:
            return []
        found.append((word, place))
        place += len(word)
    return found


def _by_pinyin(query: Query, name: WorkName, shown: str) -> list[list[Span]]:
    syllables = _syllables(name, shown)
    found = [_first_pinyin(syllables, term) for term in query.terms]
    if None in found and (whole := _first_pinyin(syllables, query.joined)):
        found = [whole] * len(query.terms)
    return [[span] for span in found if span]


def _first_pinyin(syllables: list[tuple[str, int]], alternatives: Sequence[str]) -> Span | None:
    return next((span for text in alternatives if (span := _pinyin_span(syllables, text))), None)


def _pinyin_span(syllables: list[tuple[str, int]], typed: str) -> Span | None:
    """From the first to the last letter of `typed`, entered at any syllable; v stands for ü too."""
    for first in range(len(syllables)):
        rest = typed
        for word, start in syllables[first:]:
            same = word if not rest.startswith(word.replace("u", "v")) else word.replace("u", "v")
            if same.startswith(rest):
                return syllables[first][1], start + len(rest)
            if not rest.startswith(same):
                break
            rest = rest[len(same) :]
    return None


def _by_initials(query: Query, name: WorkName, shown: str) -> list[list[Span]]:
    syllables = _syllables(name, shown)
    letters = "".join(word[0] for word, _ in syllables)
    hits = []
    for term in query.terms:
        typed = next((text for text in term if text in letters), "")
        if typed:
            first = letters.find(typed)
            hits.append([(start, start + 1) for _, start in syllables[first : first + len(typed)]])
    return hits


@lru_cache(maxsize=512)
def _reading(name: WorkName) -> str:
    """The reading as it was entered, for the dictionary takes its time; where there is none, its words joined."""
    if not chinese.has_han(name.text):
        return ""
    return chinese.entered_reading(name.text, name.reading) or chinese.grouped_reading(name.text)


def _latin(name: WorkName) -> str:
    latin = to_latin(name.text) if name.language.startswith("kk") else ""
    return latin if latin != name.text else ""


def _text(name: WorkName) -> str:
    return name.text


_WAYS: tuple[
    tuple[FormKind, Callable[[WorkName], str], Callable[[Query, WorkName, str], list[list[Span]]]],
    ...,
] = (
    (FormKind.NAME, _text, _as_written),
    (FormKind.SKELETON, _text, _in_other_script),
    (FormKind.SIMPLIFIED, _text, _simplified),
    (FormKind.PINYIN, _reading, _by_pinyin),
    (FormKind.INITIALS, _reading, _by_initials),
    (FormKind.LATIN, _latin, _in_latin),
)
