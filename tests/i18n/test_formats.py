"""Dates, times and numbers are written as each language writes them, to the letter."""

import datetime as dt
from decimal import Decimal

import pytest

from app.i18n import formats
from app.i18n.cldr import LOCALES, locale

FRIDAY = dt.date(2026, 10, 16)
EVENING = dt.datetime(2026, 10, 16, 20, 35, tzinfo=dt.timezone(dt.timedelta(hours=5)))
ALL = ("kk", "zh", "ru", "en")

EXACT = [
    ("date_long", (FRIDAY,), ("2026 ж. 16 қазан", "2026年10月16日", "16 октября 2026 г.", "16 October 2026")),
    (
        "date_full",
        (FRIDAY,),
        ("2026 ж. 16 қазан, жұма", "2026年10月16日 周五", "пятница, 16 октября 2026 г.", "Friday 16 October 2026"),
    ),
    ("date_medium", (FRIDAY,), ("2026 ж. 16 қаз.", "2026年10月16日", "16 окт. 2026 г.", "16 Oct 2026")),
    ("date_numeric", (dt.date(2027, 12, 31),), ("31.12.2027", "2027-12-31", "31.12.2027", "31/12/2027")),
    ("date_numeric", (dt.date(2027, 3, 5),), ("05.03.2027", "2027-03-05", "05.03.2027", "05/03/2027")),
    ("weekday", (FRIDAY,), ("жұма", "星期五", "пятница", "Friday")),
    ("month", (FRIDAY,), ("қазан", "十月", "октябрь", "October")),
    ("month_year", (FRIDAY,), ("2026 ж. қазан", "2026年10月", "октябрь 2026 г.", "October 2026")),
    ("day_month", (FRIDAY,), ("16 қазан", "10月16日", "16 октября", "16 October")),
    ("day_label", (FRIDAY,), ("жм 16 қаз.", "10月16日 周五", "пт 16 окт.", "Fri 16 Oct")),
    (
        "date_and_weekday",
        (FRIDAY,),
        ("2026 ж. 16 қаз., жм", "2026年10月16日 周五", "16 окт. 2026 г., пт", "16 Oct 2026, Fri"),
    ),
    ("time", (EVENING,), ("20:35",) * 4),
    ("time", (dt.time(4, 5),), ("04:05",) * 4),
    ("time_range", (dt.time(11, 30), dt.time(13, 10)), ("11:30–13:10",) * 4),
    (
        "date_time",
        (EVENING,),
        ("2026 ж. 16 қазан, 20:35", "2026年10月16日 20:35", "16 октября 2026 г., 20:35", "16 October 2026, 20:35"),
    ),
    ("date_range", (FRIDAY, FRIDAY), ("2026 ж. 16 қазан", "2026年10月16日", "16 октября 2026 г.", "16 October 2026")),
    (
        "date_range",
        (FRIDAY, dt.date(2026, 10, 18)),
        ("2026 ж. 16–18 қазан", "2026年10月16日至18日", "16–18 октября 2026 г.", "16–18 October 2026"),
    ),
    (
        "date_range",
        (FRIDAY, dt.date(2026, 11, 2)),
        (
            "2026 ж. 16 қазан – 2 қараша",
            "2026年10月16日至11月2日",
            "16 октября – 2 ноября 2026 г.",
            "16 October – 2 November 2026",
        ),
    ),
    (
        "date_range",
        (FRIDAY, dt.date(2027, 1, 2)),
        (
            "2026 ж. 16 қазан – 2027 ж. 2 қаңтар",
            "2026年10月16日至2027年1月2日",
            "16 октября 2026 г. – 2 января 2027 г.",
            "16 October 2026 – 2 January 2027",
        ),
    ),
    ("number", (1234567.5,), ("1 234 567,5", "1,234,567.5", "1 234 567,5", "1,234,567.5")),
    ("percent", (0.354,), ("35%", "35%", "35 %", "35%")),
    ("money", (12500, "KZT"), ("12 500 ₸", "₸12,500", "12 500 ₸", "₸12,500")),
    ("money", (Decimal("12500.50"), "KZT"), ("12 500,50 ₸", "₸12,500.50", "12 500,50 ₸", "₸12,500.50")),
    ("money", (-99, "CNY"), ("-99 CN¥", "-¥99", "-99 CN¥", "-CN¥99")),
    ("minutes", (65,), ("65 мин", "65分钟", "65 мин", "65 min")),
    ("duration", (65,), ("1 сағ 5 мин", "1小时5分钟", "1 ч 5 мин", "1 h 5 min")),
    ("duration", (120,), ("2 сағ", "2小时", "2 ч", "2 h")),
    ("duration", (0,), ("0 мин", "0分钟", "0 мин", "0 min")),
    ("days", (1,), ("1 күн", "1天", "1 день", "1 day")),
    ("days", (24,), ("24 күн", "24天", "24 дня", "24 days")),
    ("days", (111,), ("111 күн", "111天", "111 дней", "111 days")),
    ("size", (500_000_000,), ("500 МБ", "500 MB", "500 МБ", "500 MB")),
    ("size", (1_230_000_000,), ("1,2 ГБ", "1.2 GB", "1,2 ГБ", "1.2 GB")),
    ("size", (999_950,), ("1 МБ", "1 MB", "1 МБ", "1 MB")),
    ("size", (3,), ("1 кБ", "1 kB", "1 кБ", "1 kB")),
    ("country", ("KZ",), ("Қазақстан", "哈萨克斯坦", "Казахстан", "Kazakhstan")),
    ("country", ("SU",), ("КСРО", "苏联", "СССР", "USSR")),
    ("country", ("KG",), ("Қырғызстан", "吉尔吉斯斯坦", "Кыргызстан", "Kyrgyzstan")),
    ("country", ("XX",), ("XX",) * 4),
    ("language_name", ("kk-Cyrl",), ("қазақша", "哈萨克语", "казахский", "Kazakh")),
    ("language_name", ("zh-Hans",), ("қытайша", "汉语", "китайский", "Chinese")),
    ("language_name", ("ko",), ("корейше", "韩语", "корейский", "Korean")),
    ("language_name", ("ug",), ("ұйғырша", "维吾尔语", "уйгурский", "Uyghur")),
    ("language_name", ("hi",), ("хинди тілі", "印地语", "хинди", "Hindi")),
    ("language_name", ("zxx",), ("диалогсыз", "无对白", "без диалогов", "no dialogue")),
    ("language_name", ("qaa",), ("QAA",) * 4),
    ("language_code", ("kk",), ("ҚАЗ", "哈语", "КАЗ", "KK")),
    ("language_code", ("zh-Hans",), ("ҚЫТ", "汉语", "КИТ", "ZH")),
    ("language_code", ("ru",), ("ОРЫС", "俄语", "РУС", "RU")),
    ("language_code", ("en",), ("АҒЫЛШ", "英语", "АНГ", "EN")),
    ("language_code", ("ko",), ("КОР", "韩语", "КОР", "KO")),
    ("language_code", ("ja",), ("ЖАП", "日语", "ЯПОН", "JA")),
    ("language_code", ("fr",), ("ФРАН", "法语", "ФРАН", "FR")),
    ("language_code", ("yue",), ("КАНТ", "粤语", "КАНТ", "CANTO")),
    ("language_code", ("zxx",), ("диалогсыз", "无对白", "без диалогов", "no dialogue")),
    ("language_code", ("und",), ("белгісіз", "未知", "неизвестен", "unknown")),
    ("language_code", ("mul",), ("КӨП ТІЛ", "多语种", "РАЗНЫЕ", "MULTI")),
    ("language_code", ("sah",), ("САХА", "萨哈语", "САХА", "YAK")),
    ("language_code", ("qaa",), ("QAA",) * 4),
    ("language_codes", (("ru", "en"),), ("ОРЫС АҒЫЛШ", "俄英", "РУС АНГ", "RU EN")),
    ("language_codes", (("ru", "ko"),), ("ОРЫС КОР", "俄语、韩语", "РУС КОР", "RU KO")),
    ("language_codes", (("yue", "en"),), ("КАНТ АҒЫЛШ", "粤英", "КАНТ АНГ", "CANTO EN")),
    ("script", ("kk-Arab",), ("төте жазу", "阿拉伯字母", "арабская графика", "Arabic")),
    ("script", ("zh-Hant",), ("қытай, дәстүрлі", "繁体字", "китайское, традиционное", "Han, traditional")),
    ("script", ("zh-Latn-pinyin",), ("пиньинь", "拼音", "пиньинь", "Pinyin")),
    ("script", ("ru",), ("кирилл", "西里尔字母", "кириллица", "Cyrillic")),
    ("listing", (["А", "Ә", "Б"],), ("А, Ә, Б", "А、Ә和Б", "А, Ә и Б", "А, Ә and Б")),
    ("listing", (["А", "Ә"],), ("А және Ә", "А和Ә", "А и Ә", "А and Ә")),
    ("listing", ([],), ("",) * 4),
]


@pytest.mark.parametrize(("name", "arguments", "expected"), EXACT)
def test_each_language_writes_it_its_own_way(name: str, arguments: tuple[object, ...], expected: tuple[str]) -> None:
    said = tuple(getattr(formats, name)(language, *arguments).replace("\u00a0", " ") for language in ALL)
    assert said == expected


def test_short_forms_take_no_full_stop_on_the_axis() -> None:
    assert [formats.weekday(language, FRIDAY, short=True) for language in ALL] == ["жм", "周五", "пт", "Fri"]
    assert [formats.month(language, FRIDAY, short=True) for language in ALL] == ["қаз", "10月", "окт", "Oct"]
    assert formats.month("ru", dt.date(2026, 5, 9), short=True) == "май"
    assert [formats.day_month(language, FRIDAY, short=True) for language in ALL] == [
        "16 қаз.",
        "10月16日",
        "16 окт.",
        "16 Oct",
    ]


def test_what_is_read_and_what_is_heard_differ_in_chinese() -> None:
    assert formats.language_name("zh", "zh-Hans", written=True) == "中文"
    assert formats.language_name("zh", "kk", written=True) == "哈萨克文"
    assert formats.language_name("ru", "kk", written=True) == "казахский"


@pytest.mark.parametrize("language", ALL)
def test_no_narrow_or_thin_space_is_left_for_a_font_to_lack(language: str) -> None:
    days = [dt.date(2026, month, 28) for month in range(1, 13)]
    said = [formats.date_long(language, day) + formats.date_medium(language, day) for day in days]
    said += [formats.date_range(language, day, day + dt.timedelta(days=20)) for day in days]
    said += [formats.number(language, 1e9), formats.money(language, 1e6, "KZT"), formats.percent(language, 1)]
    assert [text for text in said if set(text) & set("\u202f\u2009\u2007")] == []


def test_a_unit_and_a_year_do_not_part_from_their_figure() -> None:
    assert formats.minutes("kk", 65) == "65\u00a0мин"
    assert formats.duration("ru", 65) == "1\u00a0ч\u00a05\u00a0мин"
    assert formats.date_long("kk", FRIDAY) == "2026\u00a0ж. 16 қазан"
    assert formats.date_full("ru", FRIDAY) == "пятница, 16 октября 2026\u00a0г."


@pytest.mark.parametrize("language", ALL)
def test_the_clock_of_the_house_is_the_clock_of_cldr(language: str) -> None:
    assert locale(language).time_formats["short"].pattern == "HH:mm"


def test_the_locale_of_chinese_is_the_mainland() -> None:
    assert LOCALES["zh"] == "zh_Hans_CN"


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (dt.timedelta(seconds=20), ("жаңа ғана", "刚刚", "только что", "just now")),
        (dt.timedelta(minutes=5), ("5 минут бұрын", "5分钟前", "5 минут назад", "5 minutes ago")),
        (dt.timedelta(days=2), ("2 күн бұрын", "2天前", "2 дня назад", "2 days ago")),
        (-dt.timedelta(hours=3), ("3 сағаттан кейін", "3小时后", "через 3 часа", "in 3 hours")),
    ],
)
def test_how_long_ago(passed: dt.timedelta, expected: tuple[str, ...]) -> None:
    assert tuple(formats.ago(language, EVENING - passed, EVENING) for language in ALL) == expected


def test_a_heading_begins_with_a_large_letter_and_keeps_the_rest() -> None:
    assert [formats.heading(text) for text in ("іздеу", "қазақша", "DCP A", "")] == ["Іздеу", "Қазақша", "DCP A", ""]


def test_a_short_kazakh_month_is_kazakh_whatever_was_read_before() -> None:
    days = [dt.date(2026, number, 1) for number in range(1, 13)]
    for language in ("zh", "ru", "en"):
        assert formats.month(language, days[0], short=True)
    assert "жел" in {formats.month("kk", day, short=True) for day in days}
    assert not any("月" in formats.month("kk", day, short=True) for day in days)
