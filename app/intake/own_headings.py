"""The headings of the tables the program writes itself, in each of its languages."""

import re
from functools import cache

from app.domain.kinds import LANGUAGES, NameType, SynopsisKind
from app.domain.names import plain
from app.i18n import labels_of_tables as words
from app.i18n.catalogue import catalogue
from app.intake.options import Column, Meaning
from app.intake.spelling import joined
from app.intake.vocabulary import language_of

SYNOPSES = {
    SynopsisKind.LINE: Meaning.LOGLINE,
    SynopsisKind.SHORT: Meaning.SYNOPSIS,
    SynopsisKind.LONG: Meaning.FULL_SYNOPSIS,
}

_IN_LANGUAGE = re.compile(r"\s*(.+?)\s*[(（]([^()（）]+)[)）]\s*")
_PARTS = re.compile(r"[,，、]")
_WRITTEN = {"kk": "kk-Cyrl", "zh": "zh-Hans"}
"""The script of names whose heading tells none."""


def own_column(heading: str) -> Column | None:
    """The column a heading of ours stands for, exactly as it was written; None for a heading of somebody else."""
    if column := _plain().get(joined(heading)):
        return column
    found = _IN_LANGUAGE.fullmatch(heading)
    column = _headed().get(joined(found[1])) if found else None
    tag = _tag(found[2]) if found and column else ""
    if column is None or not tag:
        return None
    return column._replace(language=tag if column.meaning is Meaning.NAME else plain(tag))


def _tag(said: str) -> str:
    """The tag of “Kazakh”, “Kazakh, Latn”, “Chinese, pinyin”; '' for what is no language."""
    if joined(said) in _wordless():
        return "zxx"
    name, *rest = [part.strip() for part in _PARTS.split(said)]
    language = plain(language_of(name))
    if not language or len(rest) > 1:
        return ""
    if not rest:
        return _WRITTEN.get(language, language)
    return "zh-Latn-pinyin" if (language, rest[0]) == ("zh", "pinyin") else f"{language}-{rest[0]}"


@cache
def _wordless() -> frozenset[str]:
    return frozenset(joined(catalogue(language).context(*words.WORDLESS)) for language in LANGUAGES)


@cache
def _plain() -> dict[str, Column]:
    """Headings that stand alone."""
    found: dict[str, Column] = {}
    for language in LANGUAGES:
        tr = catalogue(language)
        columns = [(word, Column(Meaning(key))) for key, word in words.FACTS.items()]
        columns += [(word, Column(Meaning.IDENTIFIER, scheme.value)) for scheme, word in words.SCHEMES.items()]
        columns += [(word, Column(Meaning(role.value))) for role, word in words.ROLES.items()]
        columns += [(word, Column(Meaning.NAME, "", _type(kind))) for kind, word in words.NAMES.items()]
        for word, column in columns:
            found.setdefault(joined(tr.context(*word)), column)
    return found


@cache
def _headed() -> dict[str, Column]:
    """Headings with a language in brackets, by what stands before those."""
    found: dict[str, Column] = {}
    for language in LANGUAGES:
        tr = catalogue(language)
        for kind, word in words.NAMES.items():
            found.setdefault(joined(tr.context(*word)), Column(Meaning.NAME, "", _type(kind)))
        for length, word in words.SYNOPSES.items():
            said = _IN_LANGUAGE.fullmatch(tr.context(*word, language="–"))
            if said:
                found.setdefault(joined(said[1]), Column(SYNOPSES[length]))
    return found


def _type(kind: NameType) -> NameType | None:
    """A plain title may turn out to be the original one."""
    return None if kind is NameType.TRANSLATED else kind
