"""One coarse Latin spelling shared by every script and romanisation of Kazakh and Russian."""

import re
import unicodedata

from app.domain.letters import APOSTROPHE, LETTERS
from app.domain.scripts import one_script

_SPELLING = """
    а a ә a б b в v г g ғ g д d е e ё e ж zh з z и i й y к k қ k л l м m н n ң n о o ө o п p р r с s т t у u ұ u ү u
    ф f х kh һ kh ц ts ч tsh ш sh щ shtsh ы y і i э e ю yu я ya
    ѕ s ј y љ l њ n ќ k ѓ g џ zh ђ d ћ tsh є e ї i ґ g ў u
    ا a ٵ a آ a أ a إ a ب b ۆ v ڤ v گ g ع g غ g د d ذ z ە e ة a ج zh ژ zh ز z ض z ظ z ي i ی i ى i ې e ك k ک k ق k
    ل l م m ن n ڭ n و o ٶ o ؤ o پ p ر r س s ص s ث s ت t ط t ۋ u ۇ u ٷ u ۈ u ف f ح kh خ kh ه kh ھ kh چ tsh ش sh
    ş sh ś sh š sh ž zh ç tsh č tsh ć tsh ý u ə a
"""
"""Each letter and its spelling: the romanisation of BGN/PCGN with Kazakh letters folded to their Russian cousins.

Arabic letters follow the PRC table of `kazakh.to_arabic` read backwards; ý is the у of the 2018 Latin alphabet.
ч is tsh, so that the tş of 2021 and a beginning of it agree with it.
"""
_TABLE_WORDS = _SPELLING.split()
_LETTER_SPELLING = dict(zip(_TABLE_WORDS[::2], _TABLE_WORDS[1::2], strict=True)) | {"ъ": "", "ь": "", "ئ": ""}


class _Table(dict[int, str]):
    """Code point -> its spelling, or what `fold` makes of it."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        spelled = _LETTER_SPELLING.get(character.casefold())
        if spelled is None:
            folded = LETTERS[code]
            spelled = _LETTER_SPELLING.get(folded, folded)
        self[code] = spelled
        return spelled


_SPELLED: dict[int, str] = _Table()

_ROMANISED = re.compile("[zsk]h|gh|ch|h|j|q|w|x|yye|ye|y|c")
_ONE_SPELLING = {
    "gh": "g",
    "ch": "tsh",
    "h": "kh",
    "j": "zh",
    "q": "k",
    "w": "u",
    "x": "ks",
    "yye": "e",
    "ye": "e",
    "y": "i",
    "c": "k",
}
_SOFT_C = re.compile("c(?=[eiy])")
_NASAL = re.compile("n[ng]+")
_ROUNDED = re.compile("u[iu]+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")


def skeleton(text: str) -> str:
    """The words of `text` in one coarse spelling: қайран, кайран, qairan, qayran, kairan, قايران -> kairan.

    қ and к, ы and і and й, ұ and ү and у, ң and н, doubled letters and soft signs fall
    together; zh = j = ж, kh = h = х, sh = ş = ш, ch = tş = ч. Other scripts stay as `fold`
    leaves them. Rules of thumb that merge too much rather than miss something.
    """
    return coarse(" ".join(_spelled_words(text)))


def joined_skeleton(text: str) -> str:
    """The skeleton of `text` written as one word: қыз жібек and kyzzhibek -> kizhibek."""
    return coarse("".join(_spelled_words(text)))


def _spelled_words(text: str) -> list[str]:
    if not text.isascii():
        text = one_script(unicodedata.normalize("NFC", text))
    return text.translate(_SPELLED).replace(APOSTROPHE, "").split()


_UNSETTLED = re.compile("[ёцщ]|[йы][ъь]?[еэ]|дж", re.IGNORECASE)
_ALSO_SPELLED = (
    (re.compile("ё", re.IGNORECASE), "йо"),  # zheltaya, zhyoltaya
    (re.compile("ц", re.IGNORECASE), "с"),  # Arabic letters do not tell ц from с, nor щ from ш
    (re.compile("щ", re.IGNORECASE), "шш"),
    (re.compile("щ", re.IGNORECASE), "ш"),
    (re.compile("[йы](?=[ъь]?[еэ])", re.IGNORECASE), "и"),  # mayer, maier
    (re.compile("дж", re.IGNORECASE), "ж"),  # Kazakh names in Russian: Джамбул
)


def skeletons(text: str) -> tuple[str, ...]:
    """Its skeleton first, then those it has when letters without a settled spelling are spelled otherwise."""
    own = skeleton(text)
    if not _UNSETTLED.search(text):
        return (own,)
    spellings = [text]
    for letters, other in _ALSO_SPELLED:
        if letters.search(text):
            spellings += [letters.sub(other, spelling) for spelling in spellings]
    return tuple(dict.fromkeys((own, *map(skeleton, spellings))))


def coarse(spelled: str) -> str:
    """Latin words with every romanisation turned into one, and what romanisations disagree about left out."""
    if "c" in spelled:
        spelled = _SOFT_C.sub("s", spelled)
    spelled = _ROMANISED.sub(_unified, spelled)
    spelled = _ROUNDED.sub("u", _NASAL.sub("n", spelled))
    return _DOUBLED.sub(r"\1", spelled)


def _unified(match: re.Match[str]) -> str:
    return _ONE_SPELLING.get(match[0], match[0])


_MAY_GROW = {"c": "h", "y": "e"}
"""A last letter that may be the first of a pair with another spelling, and the letter that would follow."""


def longer_beginnings(word: str) -> tuple[str, ...]:
    """`word`, and `word` with the letter that would give its last one another sound: c may become ch, y become ye."""
    last = word[-1:].lower()
    if last not in _MAY_GROW or (last == "y" and (len(word) == 1 or word[-2].lower() == "e")):
        return (word,)
    return word, word + _MAY_GROW[last]
