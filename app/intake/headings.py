"""What the heading of a column means, in Kazakh, Chinese, Russian and English, as people write it."""

import re
from functools import cache

from app.domain.folding import skeleton
from app.domain.kinds import NameType
from app.domain.names import plain
from app.intake.options import Column, Meaning
from app.intake.own_headings import own_column
from app.intake.spelling import joined
from app.intake.synonyms import LANGUAGE_WORDS, NOISE, SYNONYMS

_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_TWICE = re.compile(r"[/|\n]")
"""What stands between the same heading in two languages."""

_LONGEST = 80
_SYNOPSES = frozenset({Meaning.LOGLINE, Meaning.SYNOPSIS, Meaning.FULL_SYNOPSIS})
_SPOKEN = frozenset({Meaning.DUBBED, Meaning.SUBTITLES, Meaning.VOICE_OVER})
"""Meanings that a language belongs to: for what is heard the script does not matter."""

_NAME_KINDS = {
    NameType.ORIGINAL: "original orig ориг оригинальное оригинал түпнұсқа тупнуска 原 原名",
    NameType.RELEASE: "release прокатное прокат прокаттық 上映 公映",
    NameType.FESTIVAL: "festival фестивальное фестивальдік 参展",
    NameType.DUBBED: "dubbed дубляже дубляждағы дублированное дубляждық 译制 配音",
    NameType.WORKING: "working рабочее жұмыс 暂定",
    NameType.ALTERNATIVE: "alternative other другое альтернативное басқа 又 别",
    NameType.TRANSLITERATED: "transliterated transliteration транслитерация латиницей pinyin пиньинь 拼音",
    NameType.FORMER: "former прежнее бұрынғы 曾用",
}


def meaning_of(heading: str) -> Column | None:
    """The column a heading stands for, None when it is not understood."""
    if not heading or len(heading) > _LONGEST:
        return None
    if own := own_column(heading):
        return own
    tries = (heading, _BRACKETS.sub(" ", heading), *_TWICE.split(heading))
    return next(filter(None, (_found(joined(one)) for one in tries)), None)


def _found(key: str) -> Column | None:
    if not key:
        return None
    if column := _by_spelling().get(key):
        return column
    words = _parted(key)
    bare = [word for word in words if word not in _noise()]
    if not bare:
        return None
    if column := _look_up(bare):
        return column
    spoken = [_languages()[word] for word in bare if word in _languages()]
    rest = [word for word in bare if word not in _languages()]
    if not spoken:
        return _name_of_a_kind(bare, "")
    language = spoken[0]
    if not rest:
        return Column(Meaning.NAME, language)
    column = _look_up(rest)
    return _in_language(column, language) if column else _name_of_a_kind(rest, language)


def _in_language(column: Column, language: str) -> Column:
    """What a column means with a language beside its heading; for what is heard the script does not matter."""
    if column.meaning is Meaning.LANGUAGE:
        return Column(Meaning.VERSION, language.replace("kk-Cyrl", "kk"))
    if column.meaning in _SPOKEN:
        return Column(column.meaning, language.replace("kk-Cyrl", "kk"))
    if column.meaning in _SYNOPSES:
        return column._replace(language=plain(language))
    if column.meaning is Meaning.NAME:
        return Column(Meaning.NAME, column.language or language, column.type)
    return column


def _parted(key: str) -> list[str]:
    """The words of a heading; a language written together with others in Chinese is a word."""
    words: list[str] = []
    for word in key.split():
        if word in _languages():
            words.append(word)
            continue
        for sign in _han_languages():
            if word.startswith(sign) and word != sign:
                words += [sign, word.removeprefix(sign)]
                break
            if word.endswith(sign) and word != sign:
                words += [word.removesuffix(sign), sign]
                break
        else:
            words.append(word)
    return words


def _look_up(words: list[str]) -> Column | None:
    joined_words = " ".join(words)
    return _by_spelling().get(joined_words) or _by_skeleton().get(skeleton(joined_words))


def _name_of_a_kind(words: list[str], language: str) -> Column | None:
    """“Прокатное название” and its like: the kind of a name, with a word for name or a language beside it."""
    kinds = [_kinds_of_names()[word] for word in words if word in _kinds_of_names()]
    rest = [word for word in words if word not in _kinds_of_names()]
    if not kinds:
        return None
    column = _look_up(rest) if rest else None
    if column is not None and column.meaning is Meaning.NAME:
        return Column(Meaning.NAME, language or column.language, kinds[0])
    return Column(Meaning.NAME, language, kinds[0]) if language and not rest else None


@cache
def _by_spelling() -> dict[str, Column]:
    found: dict[str, Column] = {}
    for column, spellings in SYNONYMS.items():
        for spelling in spellings.split("|"):
            found.setdefault(joined(spelling), column)
    return found


@cache
def _by_skeleton() -> dict[str, Column]:
    """The same by how it sounds: узактыгы is ұзақтығы; short words are too alike to be taken so."""
    found: dict[str, Column] = {}
    for spelling, column in _by_spelling().items():
        sound = skeleton(spelling)
        if len(sound) > 3:  # noqa: PLR2004 - ел, күн, зал
            found.setdefault(sound, column)
    return found


@cache
def _languages() -> dict[str, str]:
    return {joined(word): tag for tag, words in LANGUAGE_WORDS.items() for word in words.split()}


@cache
def _han_languages() -> tuple[str, ...]:
    return tuple(sorted((word for word in _languages() if word >= "\u4e00"), key=len, reverse=True))


@cache
def _noise() -> frozenset[str]:
    return frozenset(joined(word) for word in NOISE.split())


@cache
def _kinds_of_names() -> dict[str, NameType]:
    return {joined(word): kind for kind, words in _NAME_KINDS.items() for word in words.split()}
