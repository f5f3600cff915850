"""Names that were read with the wrong encoding, and what they were."""

import re
import unicodedata

_WRONG_THEN_RIGHT = (
    ("cp1251", "utf-8"),
    ("cp1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("cp1251", "kz1048"),
    ("cp1251", "ptcp154"),
    ("cp1252", "kz1048"),
    ("latin-1", "kz1048"),
    ("cp1252", "gb18030"),
    ("latin-1", "gb18030"),
)
"""How a name was read, and how it should have been: the accidents seen in old Kazakh and Chinese lists."""

_KAZAKH = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_STRANGERS = set("ќѓљњџјїєѕґўћђЌЃЉЊЏЈЇЄЅҐЎЋЂ")
"""Letters of Cyrillic alphabets that neither Kazakh nor Russian has: KZ-1048 read as Windows-1251.

A Ukrainian name may bear them rightly; the repair is an offer, never made unasked.
"""
_WESTERN = re.compile("[À-ÿ]")
_LOST = re.compile("\ufffd|\\?{3,}|锟斤拷|烫烫烫")
_SHORTEST = 3


def repaired_encoding(text: str) -> str | None:
    """What `text` was before it was read with wrong encodings, or None when it looks right or is past repair."""
    if text.isascii() or _LOST.search(text):
        return None
    for wrong, right in _WRONG_THEN_RIGHT:
        if not _suspicious(text, wrong, right):
            continue
        try:
            candidate = text.encode(wrong).decode(right)
        except UnicodeError:
            continue
        if _credible(candidate, right) and not _LOST.search(candidate):
            return repaired_encoding(candidate) or candidate  # some lists were read wrongly twice
    return None


def looks_mojibake(text: str) -> bool:
    """Whether `text` was damaged by a wrong encoding, repairable or not."""
    return bool(_LOST.search(text)) or repaired_encoding(text) is not None


def _suspicious(text: str, wrong: str, right: str) -> bool:
    """Whether `text` bears the mark of that accident, so that a name that is right is never touched."""
    if right == "utf-8":
        return True  # text that happens to be valid UTF-8 twice over does not occur by chance
    if wrong == "cp1251":
        return bool(_STRANGERS & set(text))
    letters = [character for character in text if character.isalpha()]
    western = len(_WESTERN.findall(text))
    return western >= _SHORTEST and western * 10 >= len(letters) * 7


def _credible(candidate: str, right: str) -> bool:
    """Whether the repair reads like the language it should be in."""
    if any(unicodedata.category(character) in {"Cc", "Co", "Cn"} for character in candidate):
        return False
    letters = [character for character in candidate if character.isalpha()]
    if right == "utf-8":
        return not candidate.isascii()
    if right == "gb18030":
        return all("\u4e00" <= character <= "\u9fff" or character.isascii() for character in letters)
    if _STRANGERS & set(candidate) or not all("\u0400" <= c <= "\u052f" or c.isascii() for c in letters):
        return False
    case_kept = not re.search("[а-яәғқңөұүһі][А-ЯӘҒҚҢӨҰҮҺ]", candidate)
    return case_kept and bool(_KAZAKH & set(candidate) or right == "kz1048")
