"""How likely a text is to be Kazakh, Russian, Chinese or a western language: what tells one encoding from another."""

import re
from functools import cache
from itertools import pairwise
from math import log

_FOLLOWS = {
    "kk": """^-кбжтақсомедөәнпшруұүліифэғхзцчяһ а-лнртсуқйдғпмңзшбяжцвкюи ә-рнлзтскйдкшмжп$у
    б-аоеіұыүөлтиәурс в-ета$иор г-еіт$аүөлдәрио ғ-аыдұ$лжиын д-ыаеіиуұрәтюү$оө
    е-р$нтсклйгдмушңзпбжхаві ё-рнтлмк ж-аоыеәұі$иүдөүб з-$ігауедыбимшғәк и-нлясятмкреавждхцә$фйгу
    й-дтыілш$нрмежкғсвбғгаоә к-өеіү$тқсаиоцркә қ-а$тыоұсшупсжт л-адіы$меғугтьжяпшксолиқ
    м-еа$ідиыүкәұнпгғшусмотбы н-$дыаеіұугшньғоибстәжөцзлмк ң-$ыдіаеғсбгіз о-рқлсйнңғю$дмгкштпзяу
    ө-ршзтлңмн$бпскгй п-$хтеаыінбиоьрсклшқуғ р-$ісыемтлаундгизұғопвәқкөж с-еыатқ$іуокпөұүсәшлцт
    т-аіуые$үторикпқұөәсө у-$ыадтбеғлгшірмсзні ұ-қрслзжнмйтд$пғбң ү-нзмйрлтсшпгк$йб ф-аиеоил
    х-аиытано һ-аеир$ ц-иеа$ ч-аеиу$ ш-іыауте$қбкоқ щ-аи$ ъ-ея ы-$нлқңзстпғрмяшбдйкжң
    і-$нлрмтзңскшпдгбкйж ь-м$июдге э-кпт ю-$тшсын я-қж$длсрнз""",
    "ru": """^-пнсвокдибзруметчфяэлагцхшжйщю а-$нзтвлмкпечяйдсржюхбцгщишё б-лиаоерыщунтск$цзюь
    в-ае$иоынрлсткьумпвшёящхз г-орлиу$адеё д-еоаинру$клёвытсхпюячь е-$нртдсклзщчгймжшёпевбцихоюяафь
    ё-$нтрмлдзхш ж-ндеиа$муё з-ав$мыедоняружикьл и-$тзеяснбойлиюкмчцрдвхгашфжп й-$лтсдшкмнв
    к-аои$ретулнвсц л-иьоеа$яюыжлёнкуфчсбгм м-е$миаыояунлпёч н-аиеоы$уяьтнфёсгчкхдюцзл
    о-$твксгбрмидпйнлзехжщчяшфёою п-роиелакун$ьят р-аоеиуыв$сняжмьтшхгдёрк
    с-тяока$лиепьвснуёмрбычдюцх т-ь$еаосирквыунмбчяёлдп у-$бгтюдкжсмпечщнлврхзш ф-алиотер$
    х-р$освуами ц-еи$аывуо ч-еаитнёкушь$ ш-еираёкнло$ь щ-ёаеиу$ ъ-еяю ы-$ткйбевмхлгдчнсрш
    ь-$тмнзшксюибче э-ткл ю-$тбщдчсюн я-$зтджеюнсямцлхв""",
}
"""Which letters follow a letter, the most frequent first; ^ begins and $ ends a word. Counted in texts of the field."""

_COMMON_HAN = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
    "计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔片影演剧"
    "集视频馆厅播映译配音字幕哈萨语汉阿勒泰草童画纪录喜爱故城春夏秋冬风云歌曲乐族兄弟姐妹父母亲星首周单元"
    "节份钟國語說時對來為們這個電視頻導劇譯場廳館萬與無開長門間東後動畫錄愛樂風雲師學會發體點實現應關當進"
    "過還經"
)

_WORD = re.compile(r"[^\W\d_]+|[^\x00-\x7f]")
_UNSEEN, _FOREIGN, _SIGN, _CASE, _MIXED = log(1 / 90), log(1 / 3000), log(1 / 4000), log(1 / 300), log(1 / 500)
_COMMON, _KNOWN, _RARE, _ODD = log(1 / 300), log(1 / 2500), log(1 / 60_000), log(1 / 400_000)
_WESTERN = log(1 / 40)
_ORDINARY_SIGNS = set("«»–—…“”„№’‘·•\xa0°×½（），。、：；！？《》【】／－～")
_BIG5_FREQUENT = 0xC6
_GB_FREQUENT = 0xD7


@cache
def _table(language: str) -> dict[tuple[str, str], float]:
    """(letter, letter after it) -> log of its likelihood, by rank."""
    table: dict[tuple[str, str], float] = {}
    for entry in _FOLLOWS[language].split():
        first, after = entry[0], entry[1:].removeprefix("-")
        for rank, letter in enumerate(dict.fromkeys(after)):
            table[first, letter] = log(0.22 / (rank + 1) ** 0.85)
    return table


@cache
def alphabet(language: str) -> frozenset[str]:
    """The letters of Kazakh or Russian."""
    return frozenset(first for first, _letter in _table(language) if first != "^")


def likelihood(text: str, encoding: str = "") -> float:
    """The log likelihood of everything beyond ASCII in `text`; words of ASCII letters alone count nothing."""
    return sum(_word(word, encoding) for word in _WORD.findall(text) if not word.isascii())


@cache
def _word(word: str, encoding: str) -> float:
    if len(word) == 1 and not word.isalpha():
        return log(1 / 30) if word in _ORDINARY_SIGNS else _SIGN
    if "\u0400" <= max(word, key=_is_cyrillic) <= "\u052f":
        return max(_cyrillic(word, language) for language in _FOLLOWS) + _cases(word)
    return sum(_other(letter, word, encoding) for letter in word if not letter.isascii()) + _cases(word)


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _cyrillic(word: str, language: str) -> float:
    table, known = _table(language), alphabet(language)
    total, before = 0.0, "^"
    for letter in word.lower() + "$":
        if letter != "$" and letter not in known:
            total += _MIXED if letter.isascii() else _FOREIGN
            before = ""
        else:
            total += table.get((before, letter), _UNSEEN)
            before = letter
    return total


def _cases(word: str) -> float:
    """Small letters before capitals are not written, except by chance of a wrong encoding."""
    return sum(_CASE for one, two in pairwise(word) if one.islower() and two.isupper())


def _other(letter: str, word: str, encoding: str) -> float:
    if "\u4e00" <= letter <= "\u9fff":
        return _han(letter, encoding)
    if letter in _ORDINARY_SIGNS or "\u3000" <= letter <= "\u303f":
        return _COMMON
    if "\u00c0" <= letter <= "\u024f":
        lonely = len(word) > 1 and sum(one.isascii() for one in word) * 2 >= len(word)
        return _WESTERN if lonely else _MIXED
    if "\u0600" <= letter <= "\u06ff":
        return _COMMON
    return _ODD


def _han(letter: str, encoding: str) -> float:
    """A character by how often it is met, which its place in the old standards tells."""
    if letter in _COMMON_HAN:
        return _COMMON
    if encoding == "big5":
        return _KNOWN if letter.encode("big5", "replace")[0] <= _BIG5_FREQUENT else _RARE
    try:
        code = letter.encode("gb2312")
    except UnicodeEncodeError:
        return _ODD
    return _KNOWN if code[0] <= _GB_FREQUENT else _RARE
