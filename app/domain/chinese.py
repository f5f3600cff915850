"""Chinese names: pinyin readings and their initials, traditional characters made simplified.

pypinyin and OpenCC are imported when first needed: the program starts without them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_RUN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")

_NAMES = {
    "阿勒泰": "ā lè tài",
    "阿拉木图": "ā lā mù tú",
    "哈萨克": "hā sà kè",
    "喀什": "kā shí",
    "吐鲁番": "tǔ lǔ fān",
    "乌鲁木齐": "wū lǔ mù qí",
    "曾国藩": "zēng guó fān",
}
"""Names of the field that the dictionary of pypinyin 0.55 reads wrongly or does not hold as one word."""
_CHARACTERS = {"勒": "lè,lēi"}

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
NEUTRAL_TONE = 5

_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|üan|ai|ei|ao|ou|an|en|in|un|ün|er|ia|ie|iu|io|ua|uo|ui"
    r"|ue|üe|a|o|e|i|u|ü)(?![aeiouü])|(?:hng|ng|hm|m|n|ê)(?![a-zü])",
)
_READING_WORD = re.compile(r"[a-züê]+")
_FULL_WIDTH = str.maketrans("，。！？：；（）、", ",.!?:;(),")


class Piece(NamedTuple):
    """One Chinese character with its syllable ('wǒ', '' when none is known), or a run of other text with ''."""

    text: str
    syllable: str

    @property
    def is_han(self) -> bool:
        """Whether this piece is a Chinese character."""
        return HAN.match(self.text) is not None


def has_han(text: str) -> bool:
    """Whether `text` holds a Chinese character."""
    return not text.isascii() and HAN.search(text) is not None


@lru_cache(maxsize=1)
def _automatic() -> Callable[[str], list[str]]:
    """pypinyin, taught the names of the field; one syllable per character."""
    from pypinyin import Style, lazy_pinyin, load_phrases_dict, load_single_dict  # noqa: PLC0415 - 160 ms
    from pypinyin.seg.mmseg import seg  # noqa: PLC0415

    load_phrases_dict({name: [[syllable] for syllable in read.split()] for name, read in _NAMES.items()})
    load_single_dict({ord(character): readings for character, readings in _CHARACTERS.items()})
    seg.train(iter(_NAMES))

    def read(run: str) -> list[str]:
        syllables: list[str] = lazy_pinyin(run, style=Style.TONE, errors=list)  # type: ignore[arg-type]
        return ["" if HAN.match(syllable) else syllable for syllable in syllables]

    return read


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def simplified(text: str) -> str:
    """`text` with traditional characters made simplified, by phrases (OpenCC t2s): 後來 -> 后来, 皇后 stays."""
    if not has_han(text):
        return text
    return _converter()(text.encode("utf-8", "replace").decode())


def pieces(text: str, override: str = "") -> list[Piece]:
    """`text` cut into Chinese characters with their syllables and runs of everything else.

    `override` is a reading a person has corrected, with tone marks, its syllables spaced
    or joined (ā lè tài, ālètài, cháng'ān). One that does not fit the characters is not used.
    """
    return list(_cut(text, override))


@lru_cache(maxsize=1024)
def _cut(text: str, override: str) -> tuple[Piece, ...]:
    """The pieces, kept for a while: order and search ask for those of one name several times in a row."""
    return tuple(_read(text, _fitting(text, override)))


def _read(text: str, own: list[str]) -> Iterator[Piece]:
    """The pieces with the syllables of `own`, or automatic ones where it is empty."""
    place = taken = 0
    for run in _RUN.finditer(text):
        if run.start() > place:
            yield Piece(text[place : run.start()], "")
        syllables = own[taken : taken + len(run[0])] if own else _automatic()(run[0])
        yield from map(Piece, run[0], syllables)
        place, taken = run.end(), taken + len(run[0])
    if place < len(text):
        yield Piece(text[place:], "")


def _fitting(text: str, override: str) -> list[str]:
    """The syllables of `override`, one for each Chinese character of `text`, or [] when they do not fit."""
    if not override:
        return []
    toned = unicodedata.normalize("NFC", override).lower()
    foreign = _READING_WORD.findall(_RUN.sub(" ", text).lower())
    syllables: list[str] = []
    for word in _READING_WORD.finditer(without_tones(toned)):
        if word[0] in foreign:
            foreign.remove(word[0])
            continue
        parts = list(_SYLLABLE.finditer(word[0]))
        if "".join(part[0] for part in parts) != word[0]:
            return []
        syllables += [toned[word.start() + part.start() : word.start() + part.end()] for part in parts]
    return syllables if len(syllables) == len(HAN.findall(text)) else []


@lru_cache(maxsize=4096)
def without_tones(pinyin: str) -> str:
    """`pinyin` in NFC without tone marks, ü kept; as long as it was."""
    return "".join(_plain_letter(letter) for letter in pinyin)


def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    marks = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))[:1] or letter


def tone(syllable: str) -> int:
    """1 to 4, or 5 for a syllable without a mark."""
    return next((_TONES[mark] for mark in unicodedata.normalize("NFD", syllable) if mark in _TONES), NEUTRAL_TONE)


def reading(text: str, override: str = "") -> str:
    """The pinyin of `text` with tone marks, a space between syllables: wǒ de ā lè tài. '' without Chinese."""
    if override:
        return override.strip()
    return _spaced([piece.syllable or piece.text for piece in pieces(text)]) if has_han(text) else ""


def grouped_reading(text: str, override: str = "") -> str:
    """The pinyin of `text` with the syllables of known words joined: wǒ de ālètài; for showing, not for storing."""
    cut = pieces(text, override)
    if override and not _fitting(text, override):
        return override.strip()
    words: list[str] = []
    place = 0
    for length in _word_lengths(cut):
        words.append(_joined(piece.syllable or piece.text for piece in cut[place : place + length]))
        place += length
    return _spaced(words)


def entered_reading(text: str, entered: str) -> str:
    """A reading as it was entered, the names of the field in it joined; no dictionary is opened for it."""
    joined = entered.strip()
    for name, read in _NAMES.items():
        if name in text:
            joined = joined.replace(read, _joined(read.split()))
    return joined


def _joined(syllables: Iterable[str]) -> str:
    """The syllables of one word: lìzhī, cháng'ān."""
    word = ""
    for syllable in syllables:
        word += f"'{syllable}" if word and without_tones(syllable)[:1] in tuple("aoe") else syllable
    return word


def _word_lengths(cut: list[Piece]) -> Iterator[int]:
    """How many pieces each word has, by the longest match in the dictionary of phrases."""
    from pypinyin.seg.mmseg import seg  # noqa: PLC0415

    _automatic()  # it knows the names of the field from then on
    place = 0
    while place < len(cut):
        end = place
        while end < len(cut) and cut[end].is_han:
            end += 1
        if end == place:
            yield 1
            place += 1
            continue
        yield from (len(word) for word in seg.cut("".join(piece.text for piece in cut[place:end])))
        place = end


def _spaced(parts: list[str]) -> str:
    """Syllables and other text as one line; Chinese punctuation becomes European and joins what it follows."""
    line = " ".join(part.translate(_FULL_WIDTH).strip() for part in parts)
    line = re.sub(r"[《》「」『』“”〈〉]", "", line)
    return re.sub(r"\s+", " ", re.sub(r"\s+([,.!?:;)])", r"\1", re.sub(r"\(\s+", "(", line))).strip()


def syllables_plain(text: str, override: str = "") -> tuple[str, ...]:
    """The syllables of the Chinese characters without tone marks, ü kept: ('wo', 'de', 'a', 'le', 'tai')."""
    return tuple(without_tones(piece.syllable) for piece in pieces(text, override) if piece.syllable)


def initials(text: str, override: str = "") -> str:
    """The first letter of every syllable: 嘿，老头！ -> hlt."""
    return "".join(syllable[0] for syllable in syllables_plain(text, override))
