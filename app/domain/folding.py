"""How names are found in any script: what is put into the index, and what a query looks for there.

The index holds one row per subject (work, person, place ...): the `index_text` of the
forms of all its names together, in an FTS5 table made with
``tokenize='unicode61 remove_diacritics 0', prefix='1 2 3'``. A query is the
`match_expression` of what was typed, or no search at all when that is None. Both
sides go through the same `fold` and `skeleton`, so neither knows about the other.

The expression asks for every word of the query as the beginning of a word, each as
typed or by its skeleton; Chinese characters typed together are a phrase, found
anywhere in a name. Words may hit different names of one subject ("hey қарттар"). As an
alternative the whole query may be the beginning of a name written in one word
(kyzzhibek, heilaotou, 532). `matches` says the same without a database.

An index on the texts of NAME and SKELETON forms answers exact and prefix questions
about whole names (duplicates, "is there a work called ..."): compare with `fold(text)`
and `skeleton(text)`. Sort hits by title, never by rank: rank costs ten times more.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from app.domain import chinese
from app.domain.kazakh import to_latin
from app.domain.letters import fold, joined_words
from app.domain.radicals import RADICALS
from app.domain.skeleton import joined_skeleton, longer_beginnings, skeleton, skeletons

__all__ = [
    "Form",
    "FormKind",
    "Query",
    "fold",
    "index_forms",
    "index_text",
    "match_expression",
    "matches",
    "query_forms",
    "skeleton",
]

LONGEST_NAME = 1_000
LONGEST_QUERY = 200
MOST_WORDS = 16
_LONGEST_JOINED = 48
_PINYIN_ENTRIES = 24
_LONGEST_PINYIN = 12
_TYPED_UMLAUT = str.maketrans("üǖǘǚǜ", "vvvvv")
_IN_QUOTES = str.maketrans({'"': '""', "\0": " "})


class FormKind(StrEnum):
    """How a name can be met in search."""

    NAME = "name"
    SKELETON = "skeleton"
    SIMPLIFIED = "simplified"
    PINYIN = "pinyin"
    INITIALS = "initials"
    LATIN = "latin"
    ALIKE = "alike"


class Form(NamedTuple):
    """One way to write a name, folded: words between single spaces, every Chinese character a word."""

    kind: FormKind
    text: str


class Query(NamedTuple):
    """What to look for.

    `terms` must all be found; each is met by any of its alternatives: the beginning of
    a word (as typed, its skeleton), or a phrase of Chinese characters (as typed,
    simplified). `joined` are beginnings of a whole name in one word, any of which will do instead.
    """

    terms: tuple[tuple[str, ...], ...] = ()
    joined: tuple[str, ...] = ()


def index_forms(text: str, language: str, reading: str = "") -> tuple[Form, ...]:
    """Every form in which the name `text` should be found; () when nothing in it can be searched.

    `language` is a BCP 47 tag, `reading` a corrected pinyin for a Chinese name. Names
    longer than `LONGEST_NAME` are indexed by their beginning.
    """
    text = text[:LONGEST_NAME].translate(RADICALS)
    folded = fold(text)
    forms = [Form(FormKind.NAME, name) for name in (folded, *joined_words(text))]
    if chinese.has_han(folded):
        return (*forms, *_chinese_forms(text, reading))
    forms += [Form(FormKind.SKELETON, spelled) for spelled in skeletons(text)]
    if " " in folded and len(folded) <= _LONGEST_JOINED:
        forms.append(Form(FormKind.SKELETON, joined_skeleton(text)))
    if language.startswith("kk") and (latin := to_latin(text)) != text:
        forms.append(Form(FormKind.LATIN, fold(latin)))
    return tuple(form for form in forms if form.text)


def _chinese_forms(text: str, reading: str) -> Iterator[Form]:
    """The forms of a name with Chinese characters; Latin ones stand between the two that are Chinese.

    So no phrase of characters reaches from one into the other.
    """
    cut = chinese.pieces(text, reading)
    foreign = skeleton(" ".join(piece.text for piece in cut if not piece.is_han))
    if foreign:
        yield Form(FormKind.SKELETON, foreign)
    words = reading_words(cut)
    for spelled in _umlauts(cut, words):
        yield Form(FormKind.PINYIN, " ".join(spelled))
        if len(spelled) > 1:
            yield Form(FormKind.PINYIN, "".join(spelled))
    plain = fold(chinese.simplified(text))
    if plain != fold(text):
        yield Form(FormKind.SIMPLIFIED, plain)
    letters = "".join(word if word.isdecimal() else word[0] for word in words)
    if len(letters) > 1:
        yield Form(FormKind.INITIALS, letters)


def reading_words(cut: Iterable[chinese.Piece]) -> list[str]:
    """The words of a name as one reads it aloud: a syllable for each character, other words in Latin letters."""
    words: list[str] = []
    for piece in cut:
        if piece.syllable:
            words.append(_typed(piece.syllable))
        else:
            folded = fold(piece.text)
            words += (folded if folded.isascii() else skeleton(piece.text)).split()
    return words


@lru_cache(maxsize=4096)
def _typed(syllable: str) -> str:
    return fold(chinese.without_tones(syllable))


def _umlauts(cut: Sequence[chinese.Piece], words: list[str]) -> Iterator[list[str]]:
    """`words` with ü as u, and as v where there is one, as it is typed."""
    yield words
    if any("ü" in chinese.without_tones(piece.syllable) for piece in cut):
        yield reading_words(chinese.Piece(piece.text, piece.syllable.translate(_TYPED_UMLAUT)) for piece in cut)


def index_text(forms: Iterable[Form]) -> str:
    """The words of `forms` for the FTS5 column, each once; Chinese characters keep their order and neighbours."""
    words: list[str] = []
    seen: set[str] = set()
    for form in forms:
        for word in _index_words(form):
            if word not in seen or chinese.has_han(word):
                seen.add(word)
                words.append(word)
    return " ".join(words)


def _index_words(form: Form) -> Iterator[str]:
    """The words one form adds: pinyin and initials can be entered at any syllable (aletai, alt)."""
    words = form.text.split()
    yield from words
    if form.kind is FormKind.PINYIN:
        for start in range(1, min(len(words) - 1, _PINYIN_ENTRIES)):
            yield "".join(words[start : start + _LONGEST_PINYIN])
    elif form.kind is FormKind.INITIALS:
        for start in range(1, min(len(form.text) - 1, _PINYIN_ENTRIES)):
            yield form.text[start : start + _PINYIN_ENTRIES]


def query_forms(text: str) -> Query:
    """What `text`, as typed into a search field, asks for. Takes any string; an empty `Query` asks for nothing."""
    text = text[:LONGEST_QUERY]
    terms: list[tuple[str, ...]] = []
    phrase: list[str] = []
    for word in text.split():
        for part, *others in _alternatives(word):
            if chinese.has_han(part):
                phrase.append(part)
                continue
            _end_phrase(phrase, terms)
            terms.append(tuple(dict.fromkeys((part, *others))))
        _end_phrase(phrase, terms)
    terms = list(dict.fromkeys(terms))[:MOST_WORDS]
    folded = fold(text)
    if len(terms) < 2 or chinese.has_han(folded):  # noqa: PLR2004 - one word is its own joined form
        return Query(tuple(terms))
    joined = (folded.replace(" ", ""), *(joined_skeleton(longer) for longer in longer_beginnings(text)))
    return Query(tuple(terms), tuple(dict.fromkeys(filter(None, joined))))


def _alternatives(word: str) -> Iterator[list[str]]:
    """For every part of a typed word (5:32 has two): itself and its skeletons."""
    parts = fold(word).split()
    spelled = [skeleton(longer).split() for longer in longer_beginnings(word)]
    for place, part in enumerate(parts):
        yield [part, *(words[place] for words in spelled if len(words) == len(parts))]


def _end_phrase(phrase: list[str], terms: list[tuple[str, ...]]) -> None:
    """Move the Chinese characters gathered in `phrase` to `terms`."""
    if phrase:
        typed = " ".join(phrase)
        plain = fold(chinese.simplified("".join(phrase)))
        terms.append((typed,) if plain == typed else (typed, plain))
        phrase.clear()


def match_expression(text: str) -> str | None:
    """An FTS5 MATCH expression for `text`, safe whatever was typed; None when there is nothing to look for.

    Every word is quoted and taken as a beginning, words are joined by AND, the ways to
    write one by OR.
    """
    query = query_forms(text)
    if not query.terms:
        return None
    every = " AND ".join(_any_of(term) for term in query.terms)
    return f"({every}) OR {_any_of(query.joined)}" if query.joined else every


def _any_of(alternatives: Sequence[str]) -> str:
    quoted = [f'"{text.translate(_IN_QUOTES)}"*' for text in alternatives]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def matches(query: Query, forms: Iterable[Form]) -> bool:
    """Whether the database would find a subject with `forms` (of all its names) by `query`."""
    if not query.terms:
        return False
    words = index_text(forms).split()
    if all(any(_holds(words, text) for text in term) for term in query.terms):
        return True
    return any(_holds(words, text) for text in query.joined)


def _holds(words: Sequence[str], wanted: str) -> bool:
    """Whether `wanted` is in `words`: as neighbours, the last one by its beginning."""
    *whole, last = wanted.split()
    for place in range(len(words) - len(whole)):
        if words[place + len(whole)].startswith(last) and list(words[place : place + len(whole)]) == whole:
            return True
    return False
