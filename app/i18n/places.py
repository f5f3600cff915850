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
    "kk": {"zxx": "сөзсіз", "und": "белгісіз", "mul": "бірнеше тіл", "yue": "кантонша", "wuu": "у тілі"},
    "zh": {"zh": "汉语", "zxx": "无对白", "und": "未知", "mul": "多语种", "ky": "吉尔吉斯语"},
    "ru": {"zxx": "без слов", "und": "неизвестен", "mul": "несколько языков", "ky": "кыргызский", "wuu": "у"},
    "en": {"zxx": "no dialogue", "und": "unknown", "mul": "several languages"},
}
_WRITTEN_ZH = {"kk": "哈萨克文", "zh": "中文", "ru": "俄文", "en": "英文"}

_CODES = {
    "kk": {"kk": "ҚАЗ", "zh": "ҚЫТ", "ru": "ОРЫС", "en": "АҒЫЛШ"},
    "zh": {"kk": "哈语", "zh": "汉语", "ru": "俄语", "en": "英语"},
    "ru": {"kk": "КАЗ", "zh": "КИТ", "ru": "РУС", "en": "АНГ"},
    "en": {"kk": "KK", "zh": "ZH", "ru": "RU", "en": "EN"},
}
"""What a version chip says (GLOSSARY, rules of style)."""

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
    """The short form on a chip: KK, ҚАЗ, КАЗ, 哈语. A language not of the house: ISO letters, in Chinese its name."""
    code = tag.split("-", 1)[0]
    own = _CODES[language].get(code)
    if own:
        return own
    return language_name("zh", code) if language == "zh" else code.upper()


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
