"""Names of countries, languages and scripts: CLDR, with what film people write instead."""

from collections.abc import Sequence

from app.i18n.cldr import locale

_COUNTRIES = {
    "kk": {
        "US": "АҚШ", "HK": "Гонконг", "MO": "Макао", "SU": "КСРО", "CS": "Чехословакия", "YU": "Югославия", "DD": "ГДР",
    },
    "zh": {
        "HK": "中国香港", "MO": "中国澳门", "SU": "苏联", "CS": "捷克斯洛伐克", "YU": "南斯拉夫", "DD": "民主德国",
    },
    "ru": {
        "US": "США", "HK": "Гонконг", "MO": "Макао", "KG": "Кыргызстан", "KR": "Южная Корея",
        "SU": "СССР", "CS": "Чехословакия", "YU": "Югославия", "DD": "ГДР",
    },
    "en": {
        "US": "USA", "HK": "Hong Kong", "MO": "Macao", "SU": "USSR", "CS": "Czechoslovakia", "YU": "Yugoslavia",
        "DD": "East Germany",
    },
}  # fmt: skip
"""Short names in use on posters, and states of the past that CLDR no longer lists."""

_LANGUAGES = {
    "kk": {"zxx": "диалогсыз", "und": "белгісіз", "mul": "бірнеше тіл", "yue": "кантонша", "wuu": "у тілі"},
    "zh": {"zh": "汉语", "zxx": "无对白", "und": "未知", "mul": "多语种", "ky": "吉尔吉斯语"},
    "ru": {"zxx": "без диалогов", "und": "неизвестен", "mul": "несколько языков", "ky": "кыргызский", "wuu": "у"},
    "en": {"zxx": "no dialogue", "und": "unknown", "mul": "several languages"},
}
_WRITTEN_ZH = {"kk": "哈萨克文", "zh": "中文", "ru": "俄文", "en": "英文"}

_CODES = {
    "kk": {"kk": "ҚАЗ", "zh": "ҚЫТ", "ru": "ОРЫС", "en": "АҒЫЛШ", "yue": "КАНТ", "mul": "КӨП ТІЛ"},
    "zh": {"kk": "哈语", "zh": "汉语", "ru": "俄语", "en": "英语", "yue": "粤语"},
    "ru": {"kk": "КАЗ", "zh": "КИТ", "ru": "РУС", "en": "АНГ", "yue": "КАНТ", "mul": "РАЗНЫЕ"},
    "en": {"kk": "KK", "zh": "ZH", "ru": "RU", "en": "EN", "yue": "CANTO", "mul": "MULTI"},
}
"""What a version chip says (GLOSSARY, rules of style)."""

_NOT_SPOKEN = ("zxx", "und")
"""Tags that name no language: a chip says their words whole."""

_SCRIPTS = {
    "kk": {
        "Cyrl": "кирилл", "Latn": "латын", "Arab": "төте жазу", "Hans": "қытай, жеңілдетілген",
        "Hant": "қытай, дәстүрлі", "pinyin": "пиньинь",
    },
    "zh": {
        "Cyrl": "西里尔字母", "Latn": "拉丁字母", "Arab": "阿拉伯字母", "Hans": "简体字", "Hant": "繁体字",
        "pinyin": "拼音",
    },
    "ru": {
        "Cyrl": "кириллица", "Latn": "латиница", "Arab": "арабская графика", "Hans": "китайское, упрощённое",
        "Hant": "китайское, традиционное", "pinyin": "пиньинь",
    },
    "en": {
        "Cyrl": "Cyrillic", "Latn": "Latin", "Arab": "Arabic", "Hans": "Han, simplified", "Hant": "Han, traditional",
        "pinyin": "Pinyin",
    },
}  # fmt: skip
_SCRIPT_OF = {"kk": "Cyrl", "ru": "Cyrl", "zh": "Hans", "en": "Latn"}

_FRONT, _BACK = "әеөүіэ", "аоұыуяёю"
_OPEN = frozenset(_FRONT + _BACK + "иьaeiouy")
"""Letters a shortened word does not end in."""

_SHORTEST, _WHOLE = 3, 4


def country(language: str, code: str) -> str:
    """The name of an ISO 3166 country; SU, CS, YU and DD are the states of old films. An unknown code is itself."""
    own = _COUNTRIES[language].get(code)
    return own or locale(language).territories.get(code) or code


def language_name(language: str, tag: str, *, written: bool = False) -> str:
    """The name of a BCP 47 language in lower case where the language has it so: қазақша, русский, 汉语, Chinese.

    In Kazakh it is the adverb a film list uses (қазақша, қытайша), else CLDR's «… тілі». `written`
    tells apart in Chinese what is read (中文) from what is heard (汉语).
    """
    code = tag.split("-", 1)[0]
    if written and language == "zh" and code in _WRITTEN_ZH:
        return _WRITTEN_ZH[code]
    own = _LANGUAGES[language].get(code)
    name = own or locale(language).languages.get(code)
    if not name:
        return code.upper()
    return _kazakh_adverb(name) if language == "kk" and not own else name


def _kazakh_adverb(name: str) -> str:
    """«қазақ тілі» as «қазақша»: -ша after a hard last vowel, -ше after a soft one."""
    stem = name.removesuffix(" тілі")
    if stem == name or " " in stem:
        return name
    last = next((letter for letter in reversed(stem) if letter in _FRONT + _BACK), "")
    return stem + ("ша" if last in _BACK else "ше") if last else name


def language_code(language: str, tag: str) -> str:
    """The short form on a chip: KK, ҚАЗ, КАЗ, 哈语. Another language: its name cut short, in Chinese whole.

    In English two letters of ISO 639 are read by everybody (KO, FR); three are not (CANTO, YAK).
    """
    code = tag.split("-", 1)[0]
    own = _CODES[language].get(code)
    if own:
        return own
    if language == "zh" or code in _NOT_SPOKEN:
        return language_name(language, code)
    if language == "en" and len(code) == len("ko"):
        return code.upper()
    name = _LANGUAGES[language].get(code) or locale(language).languages.get(code) or code
    return _cut(name.split(" ", 1)[0]).upper()


def is_silent(tag: str) -> bool:
    """Whether a BCP 47 tag says that nothing is spoken."""
    return tag.split("-", 1)[0] == "zxx"


def _cut(word: str) -> str:
    """The beginning of a word, at least three letters, ending where a Russian shortens it: япон, нем, фран."""
    if len(word) <= _WHOLE:
        return word
    end = _SHORTEST
    while end < len(word) - 1 and word[end - 1].lower() in _OPEN:
        end += 1
    return word[:end]


def language_codes(language: str, tags: Sequence[str]) -> str:
    """Several on one chip: RU EN; in Chinese joined, 哈俄 before the kind of the chip (哈俄配音)."""
    if language == "zh" and len(tags) > 1 and all(tag.split("-", 1)[0] in _CODES["zh"] for tag in tags):
        return "".join(language_code("zh", tag)[0] for tag in tags)
    return ("、" if language == "zh" else " ").join(language_code(language, tag) for tag in tags)


def script(language: str, tag: str) -> str:
    """The writing of a BCP 47 tag, said or implied: kk-Arab is Arabic, zh simplified Han, zh-Latn-pinyin Pinyin."""
    parts = tag.split("-")
    if parts[-1] == "pinyin":
        code = "pinyin"
    else:
        code = next((part for part in parts[1:] if len(part) == len("Cyrl")), "") or _SCRIPT_OF.get(parts[0], "")
    return _SCRIPTS[language].get(code) or locale(language).scripts.get(code) or code
