"""Countries, languages, kinds, age marks and answers as they stand in cells, in four languages."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from app.domain.kinds import LANGUAGES, RightsState, WorkKind
from app.domain.rights import WORLD
from app.i18n import places
from app.i18n.cldr import locale
from app.intake.limits import LONGEST_FACT
from app.intake.spelling import joined

_LIST = re.compile(
    r"[,;/、，；|+&\n•·]|\s[-–—]\s|\s(?:и|және|and|мен|пен)\s|(?<=[\u4e00-\u9fff])[和与](?=[\u4e00-\u9fff])"
)
_BRACKETS = re.compile(r"[(（\[].*?[)）\]]")

_COUNTRY_WORDS = {
    "KZ": "рк|қр|казахстан республика|қазақстан республикасы|哈国|哈|kaz|kazakhstan republic|каз",
    "CN": (
        "кнр|қхр|中国大陆|中国内地|大陆|内地|中|prc|pr china|china mainland|mainland china|китайская народная"
        " республика|қытай халық республикасы|chn"
    ),
    "RU": "рф|российская федерация|俄|ресей федерациясы|rus",
    "US": "америка|штаты|сша|ақш|usa|u s a|united states of america|美|соединенные штаты",
    "GB": "англия|англия|ұлыбритания|великобритания|uk|u k|england|britain|great britain|英|соединенное королевство",
    "KR": "корея|южная корея|оңтүстік корея|korea|south korea|韩|республика корея|rok|корея республикасы",
    "KP": "кндр|north korea|朝鲜",
    "SU": "ссср|кср о|ксро|苏联|ussr|soviet union|советский союз|кеңес одағы|қазақ кср|казахская сср|казсср|kazakh ssr",
    "HK": "гонконг|香港|中国香港|hong kong|сянган|hong kong china|гонконг китай",
    "TW": "тайвань|台湾|中国台湾|台灣|taiwan|taiwan china|chinese taipei",
    "MO": "макао|澳门|macau|аомынь",
    "KG": (
        "киргизия|киргизстан|кыргызстан|қырғызстан|қырғыз республикасы|吉尔吉斯|kyrgyz republic|кыргызская республика"
    ),
    "DE": "фрг|германия|德|гермaния",
    "FR": "法",
    "JP": "日|жапония",
    "TR": "түркия|туркия|турция|turkiye|türkiye|土耳其",
    "CZ": "чехия|czech republic|чешская республика",
    "BY": "беларусь|белоруссия|belarus",
    "MD": "молдова|молдавия",
    "IR": "иран",
    "YU": "югославия|yugoslavia",
    "CS": "чехословакия|czechoslovakia",
    "DD": "гдр|gdr|east germany",
}
_THREE = {
    "KZ": "kaz", "CN": "chn", "RU": "rus", "GB": "gbr", "KR": "kor", "JP": "jpn", "FR": "fra", "DE": "deu|ger",
    "IT": "ita", "ES": "esp", "IN": "ind", "IR": "irn", "TR": "tur", "UZ": "uzb", "KG": "kgz", "MN": "mng", "HK": "hkg",
    "TW": "twn", "CA": "can", "AU": "aus", "PL": "pol", "UA": "ukr", "GE": "geo", "AZ": "aze", "TJ": "tjk", "TM": "tkm",
}  # fmt: skip
_NO_COUNTRIES = ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ")
_PAST = ("SU", "YU", "CS", "DD")


def parted(text: str) -> list[str]:
    """The items of a cell that lists several."""
    return [part.strip() for part in _LIST.split(text) if part.strip()]


@lru_cache(maxsize=2048)
def countries(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(ISO 3166 codes, what is not understood) of a cell: “Казахстан, Китай”, 中国大陆/哈萨克斯坦, KZ/CN."""
    if len(text) > LONGEST_FACT:
        return (), (text,)
    whole = "" if ";" in text else country_of(text)  # “Hong Kong; China” are two
    if whole:
        return (whole,), ()
    known: list[str] = []
    strange: list[str] = []
    for part in parted(text):
        code = country_of(part) or country_of(_BRACKETS.sub(" ", part))
        for one in [code] if code else _by_words(part):
            if one and one not in known:
                known.append(one)
            elif not one:
                strange.append(part)
    return tuple(known), tuple(strange)


def territories(text: str) -> tuple[str, ...]:
    """The codes of the countries rights are for, of the whole world, too."""
    world = {joined(places.country(language, WORLD)) for language in LANGUAGES}
    return (WORLD,) if joined(text[:LONGEST_FACT]) in world else countries(text)[0]


def _by_words(part: str) -> list[str]:
    """The countries of “Казахстан Китай” or KZ CN; [""] when a word is none."""
    found = [country_of(word) for word in part.split()]
    return found if len(found) > 1 and all(found) else [""]


def country_of(text: str) -> str:
    """The ISO 3166 code of one country named in any of four languages or by a code, '' if it is none."""
    return _countries().get(joined(text), "")


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        names = {str(code): str(name) for code, name in locale(language).territories.items()}
        codes = [code for code in names if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES]  # noqa: PLR2004
        for code in (*codes, *_PAST):
            found.setdefault(joined(names.get(code, code)), code)
            found.setdefault(joined(places.country(language, code)), code)
            found.setdefault(code.lower(), code)
    for table in (_COUNTRY_WORDS, _THREE):
        for code, words in table.items():
            found |= {joined(word): code for word in words.split("|")}
    return found


_TAGS = (
    "kk", "zh", "ru", "en", "yue", "ug", "mn", "ky", "uz", "tg", "tk", "tr", "az", "tt",
    "ba", "ja", "ko", "fr", "de", "es", "it", "pt", "ar", "fa", "hi", "ur", "uk", "be",
    "pl", "cs", "sk", "hu", "ro", "bg", "sr", "hr", "sl", "el", "he", "ka", "hy", "et",
    "lv", "lt", "fi", "sv", "no", "da", "nl", "is", "id", "ms", "th", "vi", "bo", "my",
    "km", "wuu", "sah", "mul", "zxx",
)  # fmt: skip
_LANGUAGE_WORDS = {
    "kk": (
        "казахский|каз|казахском|казахская|қазақ|қазақша|қаз|қазақ тілі|қазақ тілінде|哈|哈语|哈文|哈萨克语|哈萨克文"
        "|kaz|kz|qazaq"
    ),
    "zh-Hans": (
        "китайский|кит|китайском|китайская|қытай|қытайша|қыт|қытай тілі|汉语|中文|国语|普通话|华语|汉|中|mandarin"
        "|chi|zho|cn|chn|путунхуа|chinese|zh|简体中文|简体|zh hans"
    ),
    "zh-Hant": "繁体中文|繁体|traditional chinese|zh hant",
    "ru": "русский|рус|русском|русская|орыс|орысша|орыс тілі|俄|俄语|俄文|rus|росс",
    "en": (
        "английский|англ|анг|английском|английская|ағылшын|ағылшынша|ағыл|ағылш|ағылшын тілі|英|英语|英文|eng|gb|uk|us"
    ),
    "yue": "кантонский|кантонша|粤语|廣東話|广东话|cantonese|cant|canto",
    "ug": "уйгурский|ұйғыр|ұйғырша|维语|维吾尔语|uyghur",
    "ky": "кыргызский|киргизский|қырғызша|柯语|柯尔克孜语",
    "mn": "монгольский|моңғолша|蒙语|蒙古语",
    "ko": "корейский|корейша|韩语|кор",
    "ja": "японский|жапонша|日语|日文|яп",
    "zxx": "без слов|без диалогов|сөзсіз|диалогсыз|无对白|no dialogue|silent|немой|без языка",
}


@lru_cache(maxsize=2048)
def languages(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(BCP 47 tags of what is heard, what is not understood) of a cell: “каз., рус.”, 中英文字幕, kk/ru."""
    if len(text) > LONGEST_FACT:
        return (), (text,)
    known: list[str] = []
    strange: list[str] = []
    for part in parted(text.replace(".", " ")):
        tags = _tags_in(part)
        if not tags:
            strange.append(part)
        known += [tag for tag in tags if tag not in known]
    return tuple(known), tuple(strange)


def language_of(text: str) -> str:
    """The tag of one language named in any of four languages or by a code, '' if it is none."""
    return _languages().get(joined(text), "")


def _tags_in(part: str) -> list[str]:
    if tag := language_of(part):
        return [tag]
    words = [language_of(word) for word in joined(_BRACKETS.sub(" ", part)).split()]
    if any(words):
        return list(filter(None, words))
    return list(_han_tags(joined(part)))


def _han_tags(text: str) -> Iterator[str]:
    """The languages in 中英文字幕 or 哈俄双语."""
    if not any("\u4e00" <= letter <= "\u9fff" for letter in text) or len(text) > 12:  # noqa: PLR2004 - a sentence
        return
    signs = {
        "哈": "kk",
        "中": "zh-Hans",
        "汉": "zh-Hans",
        "国": "zh-Hans",
        "俄": "ru",
        "英": "en",
        "粤": "yue",
        "维": "ug",
    }
    for letter in text:
        if letter in signs:
            yield signs[letter]
        elif letter not in "文语双三字幕配音对白原声版萨克译制":
            return


@cache
def _languages() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for tag in _TAGS:
            own = "zh-Hans" if tag == "zh" else tag
            for name in (
                places.language_name(language, tag),
                places.language_name(language, tag, written=True),
                locale(language).languages.get(tag) or tag,
            ):
                found.setdefault(joined(name), own)
                found.setdefault(joined(name).removesuffix(" тілі").removesuffix(" язык"), own)
            found.setdefault(tag, own)
    return found | {joined(word): tag for tag, words in _LANGUAGE_WORDS.items() for word in words.split("|")}


_KINDS = {
    WorkKind.FEATURE: (
        "feature|feature film|fiction|полнометражный|художественный|игровой|игровое|полный метр|п м|толықметражды"
        "|көркем фильм|ойын фильмі|故事片|剧情片|剧情|电影|художественный фильм|игровой фильм|fiction film|narrative"
        "|drama|драма|comedy|комедия|喜剧|полнометражный игровой фильм|көркем|фильм|長片|长片|дорама|драмалық"
        "|кинофильм"
    ),
    WorkKind.SHORT: (
        "қысқаметражды фильм|short|short film|shorts|короткометражный|короткий метр|к м|короткометражка"
        "|қысқаметражды|қысқа метр|短片|короткометражный фильм|қысқа метражды"
    ),
    WorkKind.DOCUMENTARY: (
        "documentary|doc|docu|документальный|документальное|док|деректі|деректі фильм|纪录片|documentary film"
        "|документальный фильм|记录片|纪实"
    ),
    WorkKind.DOCUMENTARY_SERIES: (
        "деректі телехикая|documentary series|docuseries|документальный сериал|деректі сериал|纪录剧集|系列纪录片"
        "|纪录系列片"
    ),
    WorkKind.ANIMATION: (
        "animation|animated|анимация|анимационный|мультфильм|м ф|анимациялық|мультипликация|动画|动画片|动画电影"
        "|анимационный фильм|animated film|cartoon|анимациялық фильм|мультипликационный"
    ),
    WorkKind.ANIMATED_SHORT: (
        "қысқаметражды анимация|короткометражная анимация|animated short|короткая анимация|анимационный"
        " короткометражный|动画短片|қысқа анимация|animated short series episode"
    ),
    WorkKind.ANIMATION_SERIES: (
        "animation series|animated series|animation franchise|мультсериал|анимационный сериал|动画剧集|анимациялық"
        " сериал|мультхикая|动画系列|动画连续剧"
    ),
    WorkKind.SERIES: (
        "series|tv series|serial|сериал|телесериал|телехикая|сериялы|电视剧|剧集|连续剧|tv drama|хикая|т с"
    ),
    WorkKind.MICROSERIES: "microseries|micro series|микросериал|微短剧|短剧|микрохикая|вертикальный сериал|竖屏剧",
    WorkKind.TV_STRAND: "电视栏目|tv strand|рубрика|айдар|栏目|телерубрика",
    WorkKind.TV_SHOW: "tv show|show|телешоу|шоу|телепередача|передача|тв шоу|综艺|电视节目|телебағдарлама|бағдарлама",
    WorkKind.CONCERT: "concert|концерт|音乐会|演唱会",
    WorkKind.STAGE: (
        "舞台剧目|постановка|stage work|stage|stage dance drama|спектакль|театр|қойылым|舞剧|戏剧|话剧|опера|балет"
    ),
    WorkKind.MUSIC: "music|клип|музыка|music video|音乐|mv",
    WorkKind.EXHIBITION: "exhibition|выставка|көрме|展览",
    WorkKind.TALK: "talk|встреча|кездесу|对谈|座谈|дискуссия|panel",
    WorkKind.MASTER_CLASS: "шеберлік сағаты|master class|masterclass|мастер класс|шеберлік сыныбы|大师班",
}


@cache
def _kinds() -> dict[str, WorkKind]:
    return {joined(word): kind for kind, words in _KINDS.items() for word in words.split("|")}


@lru_cache(maxsize=2048)
def kind_of(text: str) -> WorkKind | None:
    """What kind of work a cell names; of several genres the first that tells one."""
    if len(text) > LONGEST_FACT:
        return None
    for part in (text, _BRACKETS.sub(" ", text), *parted(text)):
        if kind := _kinds().get(joined(part)):
            return kind
    return None


_AGE = re.compile(
    r"(?:от|до|pg|age|ages)?\s*(\d{1,2})\s*(\+|-|–|−|＋|岁以上|жастан|лет|жас|и старше)?(?:\s*и старше)?", re.IGNORECASE
)
_FOR_ALL = (
    "для всех|без ограничений|жалпы|барлығына|барлық жас|全年龄|general|all|all ages|u|g|для всех возрастов|老少皆宜"
)
_OLDEST_MARK = 21


@lru_cache(maxsize=2048)
def age_mark(text: str) -> str:
    """An age mark as the house writes it: 6+, 6-, 18+; '' when it is none."""
    if len(text) > LONGEST_FACT:
        return ""
    text = text.strip().strip("«»\"'()")
    if text.startswith("+") and text[1:].strip().isdigit():
        text = text[1:].strip() + "+"
    found = _AGE.fullmatch(text)
    if found and int(found[1]) <= _OLDEST_MARK:
        below = found[2] in ("-", "–", "−") or text.lower().startswith("до")
        return f"{int(found[1])}{'-' if below else '+'}"
    return "0+" if joined(text) in _folded(_FOR_ALL) else ""


_YES = "да|есть|имеется|иә|бар|yes|y|true|1|有|是|√|✓|v|x|х|да есть|готов|готово|дайын|已有|ok|ок|available"
_NO = "нет|жоқ|no|n|false|0|无|没有|否|не|n a|none|отсутствует|没"


@cache
def _folded(words: str) -> frozenset[str]:
    """The words of a list as they are compared."""
    return frozenset(joined(word) or word for word in words.split("|"))


@lru_cache(maxsize=2048)
def answer_of(text: str) -> bool | None:
    """Yes or no, None when it is neither."""
    key = joined(text[:LONGEST_FACT]) or text.strip()
    if key in _folded(_YES) or text.strip() in "+✓√✔":
        return True
    if key in _folded(_NO) or text.strip() in "-–—−×":
        return False
    return None


_RIGHTS = {
    RightsState.CLEARED: (
        "已获授权|жақында бітеді|即将到期|скоро истекают|ending soon|мерзімі өткен|已过期|истекли|expired|cleared"
        "|получены|куплены|оформлены|есть|да|бар|алынған|рәсімделген|已授权|已获得|有|yes|ok|подписан|согласованы"
        "|келісілген|已签|signed|licensed|лицензия"
    ),
    RightsState.NEGOTIATION: (
        "келіссөзде|negotiation|in negotiation|переговоры|в переговорах|на согласовании|согласование|келіссөз"
        "|келісілуде|谈判中|洽谈中|协商中|pending|в процессе|ожидание|өңделуде"
    ),
    RightsState.NOT_CLEARED: (
        "未获授权|рәсімделмеген|not cleared|нет|не получены|не оформлены|отсутствуют|жоқ|алынбаған|未授权|无|no|没有"
        "|не куплены"
    ),
    RightsState.NOT_NEEDED: (
        "无需授权|not needed|не требуются|не нужны|қажет емес|керек емес|不需要|无需|public domain|общественное"
        " достояние|公版|公有领域"
    ),
}


@lru_cache(maxsize=2048)
def rights_of(text: str) -> RightsState | None:
    """What a cell says about rights."""
    key = joined(text[:LONGEST_FACT])
    return next((state for state, words in _RIGHTS.items() if key in _folded(words)), None)
