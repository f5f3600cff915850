"""Words typed with a mistake: how many are forgiven, where to look for the word that was meant, and how far it is."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from app.domain import chinese

FIRST, FIRST_OF_LONG = 3, 4
"""Letters of a word by which those like it are looked up; one of them may be wrong."""

ONE_MISTAKE, TWO_MISTAKES = 4, 8
"""The shortest words in which one mistake, or two, are forgiven."""

SHORTEST_PHRASE = 4
"""Chinese characters in which one may be wrong, missing or too many."""

_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
    "ابتجچحدرزسشعفقكگلمنڭھوۇۆۋىيپ",
)
_WORD = re.compile(r"[^\W\d_]+")


def forgiven(word: str) -> int:
    """How many mistakes are forgiven in a folded word; none in numbers, short words and Chinese."""
    if len(word) < ONE_MISTAKE or not _WORD.fullmatch(word) or chinese.has_han(word):
        return 0
    return 1 if len(word) < TWO_MISTAKES else 2


def beginnings(word: str) -> list[str]:
    """How a word may begin that has at most one mistake in its first letters: as typed first."""
    first = FIRST if len(word) < TWO_MISTAKES else FIRST_OF_LONG
    head, after = word[:first], word[first : first + 1]
    letters = next((alphabet for alphabet in _ALPHABETS if head[0] in alphabet), "")
    found = [head]
    for place in range(len(head)):
        found.append((head[:place] + head[place + 1 :] + after)[:first])
        swapped = list((head + after)[: first + 1])
        if place + 1 < len(swapped):
            swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
            found.append("".join(swapped)[:first])
        for letter in letters:
            found.append(head[:place] + letter + head[place + 1 :])
            found.append((head[:place] + letter + head[place:])[:first])
    return list(dict.fromkeys(found))


def distance(some: str, other: str, most: int) -> int:
    """How many letters were wrong, missing, too many or swapped with their neighbour; `most` + 1 for more than that.

    The optimal string alignment, looked at no further than `most` letters beside the diagonal.
    """
    if abs(len(some) - len(other)) > most:
        return most + 1
    far = most + 1
    before: list[int] = []
    last = [min(place, far) for place in range(len(other) + 1)]
    for row, letter in enumerate(some, 1):
        low, high = max(1, row - most), min(len(other), row + most)
        now = [far] * (len(other) + 1)
        now[0] = min(row, far)
        for place in range(low, high + 1):
            same = letter == other[place - 1]
            least = last[place - 1] if same else 1 + min(last[place - 1], last[place], now[place - 1])
            if row > 1 and place > 1 and letter == other[place - 2] and some[row - 2] == other[place - 1]:
                least = min(least, before[place - 2] + 1)
            now[place] = min(least, far)
        if min(now[low - 1 : high + 1]) > most:
            return far
        before, last = last, now
    return last[len(other)]


def nearest(word: str, words: Iterable[str], limit: int, *, begun: bool, most: int = 12) -> list[str]:
    """The words at most `limit` mistakes from `word`, nearest first; with `begun` else those that begin like it."""
    likely = list(filter(_has_a_piece(word, limit), words))
    found = sorted((away, len(other), other) for other in likely if (away := distance(word, other, limit)) <= limit)
    if not found and begun:
        found = sorted((_begun(word, other, limit), len(other), other) for other in likely if len(other) > len(word))
    return [other for away, _length, other in found[:most] if away <= limit]


def _begun(word: str, other: str, limit: int) -> int:
    """How far `word` is from the nearest beginning of `other`."""
    lengths = range(len(word) - 1, min(len(word) + 2, len(other)))
    return min((distance(word, other[:length], limit) for length in lengths), default=limit + 1)


def _has_a_piece(word: str, limit: int) -> Callable[[str], object]:
    """Whether a word can be like `word` at all: of one piece more than there are mistakes, one is whole.

    Asked of thousands of words, of which a few are then looked at letter by letter. Swapped
    letters may belong to two pieces, so the word is cut up in two ways.
    """
    size = len(word) / (limit + 1)
    bounds = [round(size * cut) for cut in range(limit + 2)]
    between = [0, *(round(size * (cut + 0.5)) for cut in range(limit + 1)), len(word)]
    pieces = [*pairwise(bounds), *pairwise(between[1:-1])]
    patterns = [f".{{{max(0, start - limit)},{start + limit}}}{re.escape(word[start:end])}" for start, end in pieces]
    patterns.append(f"{re.escape(word[: between[1]])}.*{re.escape(word[between[-2] :])}$")
    return re.compile("|".join(patterns), re.DOTALL).match


def split_phrases(characters: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The phrases left of a Chinese phrase when one of its characters is taken for a mistake."""
    for place in range(len(characters)):
        parts = (" ".join(characters[:place]), " ".join(characters[place + 1 :]))
        yield tuple(part for part in parts if part)


def meant(characters: str, name: str) -> str:
    """The stretch of a Chinese name that is typed with one character wrong, missing or too many; '' if none is."""
    for length in (len(characters), len(characters) - 1, len(characters) + 1):
        for start in range(len(name) - length + 1):
            if distance(characters, name[start : start + length], 1) <= 1:
                return name[start : start + length]
    return ""
