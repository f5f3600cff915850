"""The case endings a Kazakh figure takes from its last spoken numeral: 20:35-ке, 19:30-да, 10:00-ден."""

import re
from typing import NamedTuple


class Endings(NamedTuple):
    """The endings of one numeral: to (барыс), at (жатыс), from (шығыс)."""

    ke: str
    de: str
    den: str


_SOFT = Endings("ге", "де", "ден")
_SOFT_NASAL = Endings("ге", "де", "нен")
_SOFT_VOICELESS = Endings("ке", "те", "тен")
_HARD = Endings("ға", "да", "дан")
_HARD_VOICELESS = Endings("қа", "та", "тан")
_HARD_NASAL = Endings("ға", "да", "нан")

_UNITS = {
    **dict.fromkeys((0, 1, 2, 7, 8), _SOFT),
    **dict.fromkeys((3, 4, 5), _SOFT_VOICELESS),
    **dict.fromkeys((6, 9), _HARD),
}
_TENS = {
    1: _HARD_NASAL,
    **dict.fromkeys((2, 3), _HARD),
    **dict.fromkeys((4, 6), _HARD_VOICELESS),
    5: _SOFT,
    7: _SOFT_VOICELESS,
    8: _SOFT_NASAL,
    9: _HARD_NASAL,
}


def endings(figure: str) -> Endings:
    """The endings for the last number in `figure` ("20:35", "12 500", "7"); a text without one is soft.

    Source: the paradigm of the Kazakh numerals (нөл, бір, екі, ... он, жиырма, ... жүз, мың).
    """
    digits = re.findall(r"\d+", figure.replace("\N{NO-BREAK SPACE}", ""))
    number = int(digits[-1]) if digits else 0
    if number == 0 or number % 10:
        return _UNITS[number % 10]
    if number % 100:
        return _TENS[number // 10 % 10]
    return _SOFT if number % 1000 else _HARD_NASAL


class Ended(str):
    """Text that a Kazakh translation may end: `{end:ke}` is 20:35-ке, `{end:de}` -те, `{end:den}` -тен."""

    __slots__ = ()

    def __format__(self, ending: str) -> str:
        """The text, with the ending asked for; of "20:35 (Бейжің уақыты)" the figure takes it."""
        figure, bracket, rest = self.partition(" (")
        return f"{figure}-{getattr(endings(figure), ending)}{bracket}{rest}" if ending else str(self)
