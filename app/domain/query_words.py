"""The words of the typed query language: its keys in four languages, and the words by which values are known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from app.domain.kinds import LANGUAGES, Level, RightsStatus, WorkKind
from app.domain.letters import fold


class Sort(StrEnum):
    """What sort of value a key takes."""

    KIND = "kind"
    COUNTRY = "country"
    LANGUAGE = "language"
    RIGHTS = "rights"
    LEVEL = "level"
    YES_NO = "yes_no"
    HAVING = "having"
    AGE = "age"
    NUMBER = "number"
    DAYS = "days"
    TEXT = "text"


class Key(NamedTuple):
    """A key: the field of the filter it fills, the sort of its values, and how it is typed in each language."""

    field: str
    sort: Sort
    words: Mapping[str, tuple[str, ...]]


def _key(field_: str, sort: Sort, *, en: str, kk: str, zh: str, ru: str) -> Key:  # noqa: PLR0913 - four languages
    """A key with its words parted by spaces, the one that is shown first."""
    spelt = {"kk": kk, "zh": zh, "ru": ru, "en": en}
    return Key(field_, sort, {language: tuple(words.split()) for language, words in spelt.items()})


KEYS: Mapping[str, Key] = {
    "kind": _key("kinds", Sort.KIND, en="kind type", kk="түр түрі", zh="类型 种类", ru="вид тип"),
    "country": _key("countries", Sort.COUNTRY, en="country countries", kk="ел елі", zh="国家 国别", ru="страна страны"),
    "year": _key("years", Sort.NUMBER, en="year years", kk="жыл жылы", zh="年 年份", ru="год годы"),
    "dub": _key("dubs", Sort.LANGUAGE, en="dub dubbed", kk="дубляж дыбысталған", zh="配音 译制", ru="дубляж озвучка"),
    "sub": _key("subtitles", Sort.LANGUAGE, en="sub subs subtitles", kk="субтитр", zh="字幕", ru="субтитры субтитр"),
    "rights": _key("rights", Sort.RIGHTS, en="rights", kk="құқық құқықтар", zh="版权 授权", ru="права право"),
    "ends": _key("ends", Sort.DAYS, en="ends until", kk="бітеді", zh="到期 截止", ru="истекает"),
    "age": _key("ages", Sort.AGE, en="age", kk="жас", zh="年龄 分级", ru="возраст"),
    "runtime": _key("runtime", Sort.NUMBER, en="runtime minutes", kk="ұзақтығы", zh="片长 时长", ru="длительность"),
    "missing": _key("missing", Sort.LANGUAGE, en="missing", kk="атаусыз жетіспейді", zh="缺名 缺少", ru="безназвания"),
    "has": _key("has", Sort.HAVING, en="has", kk="бар", zh="有", ru="есть"),
    "lacks": _key("lacks", Sort.HAVING, en="lacks without", kk="жоқ", zh="无 没有", ru="без"),
    "unverified": _key("unverified", Sort.YES_NO, en="unverified", kk="тексерілмеген", zh="未核实", ru="непроверено"),
    "level": _key("levels", Sort.LEVEL, en="level", kk="деңгей", zh="层级", ru="уровень"),
    "programme": _key("programme", Sort.TEXT, en="programme program", kk="бағдарлама", zh="活动 影展", ru="программа"),
    "strand": _key("strand", Sort.TEXT, en="strand section", kk="айдар бөлім", zh="单元", ru="секция раздел"),
    "person": _key("person", Sort.TEXT, en="person people", kk="адам тұлға", zh="人物", ru="человек персона"),
    "hall": _key("hall", Sort.TEXT, en="hall venue", kk="зал", zh="影厅 厅", ru="зал площадка"),
    "source": _key("source", Sort.TEXT, en="source", kk="дереккөз", zh="来源", ru="источник"),
    "added": _key("added", Sort.DAYS, en="added", kk="қосылған", zh="添加", ru="добавлено"),
    "changed": _key("changed", Sort.DAYS, en="changed", kk="өзгерген", zh="修改", ru="изменено"),
}  # fmt: skip
"""Every key by its canonical name, which is always understood; so are its words in every language."""

NONE = "none"
"""The value for works that have none of it: no dub, no subtitles, no rights entered."""

Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By value and language, the words for it; the first is the one that is shown."""

_SAID: Mapping[Sort, Words] = {
    Sort.YES_NO: {
        "yes": {"kk": ("иә",), "zh": ("是",), "ru": ("да",), "en": ("yes",)},
        "no": {"kk": ("жоқ",), "zh": ("否",), "ru": ("нет",), "en": ("no",)},
    },
    Sort.HAVING: {
        "copy": {"kk": ("көшірме",), "zh": ("拷贝",), "ru": ("копия",), "en": ("copy", "copies")},
        "poster": {"kk": ("постер",), "zh": ("海报",), "ru": ("постер",), "en": ("poster",)},
        "kazakh": {"kk": ("қазақша",), "zh": ("哈语",), "ru": ("казахский",), "en": ("kazakh",)},
        "dub": {"kk": ("дубляж",), "zh": ("配音",), "ru": ("дубляж",), "en": ("dub",)},
        "subtitles": {"kk": ("субтитр",), "zh": ("字幕",), "ru": ("субтитры",), "en": ("subtitles",)},
        "rights": {"kk": ("құқық",), "zh": ("版权",), "ru": ("права",), "en": ("rights",)},
    },
}
_NONE_SAID = {"kk": ("жоқ",), "zh": ("无",), "ru": ("нет",), "en": ("none",)}
_PLAIN: Mapping[Sort, tuple[str, ...]] = {
    Sort.KIND: tuple(WorkKind),
    Sort.RIGHTS: tuple(RightsStatus),
    Sort.LEVEL: tuple(Level),
    Sort.LANGUAGE: LANGUAGES,
}
"""Values whose canonical names are understood without a lexicon."""


@dataclass(frozen=True)
class Lexicon:
    """How values are called in the languages of the house, by sort; what it lacks is known by its code alone."""

    said: Mapping[Sort, Words] = field(default_factory=dict)

    def words(self, sort: Sort) -> Words:
        """The words of a sort of values."""
        found = dict(self.said.get(sort, _SAID.get(sort, {})))
        found |= {value: {} for value in _PLAIN.get(sort, ()) if value not in found}
        if sort in (Sort.LANGUAGE, Sort.RIGHTS):
            found[NONE] = _NONE_SAID
        return found

    @cached_property
    def _read(self) -> dict[Sort, dict[str, str]]:
        read: dict[Sort, dict[str, str]] = {}
        for sort in Sort:
            known = read[sort] = {}
            for value, spelt in self.words(sort).items():
                known.setdefault(fold(value.replace("_", " ")), value)
                for words in spelt.values():
                    for word in words:
                        known.setdefault(fold(word), value)
        return read

    def read(self, sort: Sort, text: str) -> list[str]:
        """The values `text` may mean: the one it names, else those whose words begin with it."""
        known, wanted = self._read[sort], fold(text.replace("_", " "))
        if wanted in known:
            return [known[wanted]]
        return list(dict.fromkeys(value for word, value in known.items() if wanted and word.startswith(wanted)))

    def shown(self, sort: Sort, value: str, language: str) -> str:
        """How a value is typed in a language."""
        words = self.words(sort).get(value, {}).get(language, ())
        return words[0] if words else value


PLAIN = Lexicon()
"""Knows values by their codes, and the words of this module."""


def _readings() -> dict[str, str]:
    read: dict[str, str] = {}
    for name, key in KEYS.items():
        read.setdefault(fold(name), name)
        for words in key.words.values():
            for word in words:
                read.setdefault(fold(word), name)
    return read


_KEY_WORDS = _readings()


def key_called(word: str) -> str | None:
    """The canonical name of the key typed like this, in any language."""
    return _KEY_WORDS.get(fold(word))
