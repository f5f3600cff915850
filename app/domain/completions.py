"""What can be typed next in a query: keys while a word is begun, values behind a key."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.domain.letters import fold
from app.domain.queries import AGE_MARKS
from app.domain.query_words import KEYS, PLAIN, Lexicon, Sort, key_called

MOST = 12
"""Completions offered at once."""

_NO_KNOWN: Mapping[str, Sequence[str]] = {}
_LAST_WORD = re.compile(r"[^\s,，:：]*$")
_KEY_BEFORE = re.compile(r'(?:^|\s)[-−－]?([^\W\d_]+)[:：]((?:"[^"]*"|[^\s"])*[,，])?("[^"]*|[^\s",，]*)$')
_DAYS = ("7d", "30d", "3m", "1y")
_AGES = tuple(f"<={int(mark[:-1])}" for mark in AGE_MARKS[1:-1])

Offer = tuple[str, Mapping[str, Sequence[str]]]
"""A value and the words for it by language."""


class Completion(NamedTuple):
    """Put `text` in the place of what stands from `start` to `end`; `shown` says it in the list, `value` is canonical.

    `key` is the canonical key whose value it is, '' when it is a key itself.
    """

    text: str
    start: int
    end: int
    shown: str
    key: str
    value: str


def completions(
    text: str,
    cursor: int,
    language: str = "en",
    *,
    lexicon: Lexicon = PLAIN,
    known: Mapping[str, Sequence[str]] = _NO_KNOWN,
) -> list[Completion]:
    """What may stand at the cursor. `known` are values of keys in use, commonest first: country codes, names of people.

    Keys with values known are completed from those alone, the others from the lexicon.
    """
    before = text[: max(cursor, 0)]
    condition = _KEY_BEFORE.search(before)
    key = key_called(condition[1]) if condition else None
    if condition is not None and key is not None:
        start = condition.start(3)
        offered = _offered(key, lexicon, known.get(key))
        return list(_values(key, offered, condition[3].strip('"'), (start, len(before)), language))[:MOST]
    word = _LAST_WORD.search(before)
    if word is None or not word[0].lstrip("-") or (word.start() and not before[word.start() - 1].isspace()):
        return []
    return list(_keys(word[0].lstrip("-"), word.end() - len(word[0].lstrip("-")), len(before), language))[:MOST]


def _keys(begun: str, start: int, end: int, language: str) -> Iterator[Completion]:
    wanted = fold(begun)
    for name, key in KEYS.items():
        every = (word for code in (language, "en", *key.words) for word in key.words[code])
        spelt = next((word for word in every if fold(word).startswith(wanted)), None)
        if wanted and spelt is not None:
            yield Completion(f"{spelt}:", start, end, f"{key.words[language][0]}:", "", name)


def _values(
    key: str, offered: Iterable[Offer], begun: str, place: tuple[int, int], language: str
) -> Iterator[Completion]:
    wanted = fold(begun)
    for value, words in offered:
        own = (*words.get(language, ()), value, *words.get("en", ()))
        if not wanted or any(fold(word.replace("_", " ")).startswith(wanted) for word in own):
            shown = own[0]
            yield Completion(_quoted(shown), *place, shown, key, value)


def _offered(key: str, lexicon: Lexicon, known: Sequence[str] | None) -> Iterator[Offer]:
    """The values of a key with their words."""
    sort = KEYS[key].sort
    said = lexicon.words(sort)
    if sort is Sort.DAYS:
        yield from ((value, {}) for value in _DAYS)
    elif sort is Sort.AGE:
        yield from ((value, {}) for value in (*_AGES, *(AGE_MARKS if known is None else known)))
    else:
        for value in said if known is None else known:
            yield value, said.get(value, {})


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r'[\s,，:："]', text) else text
