"""Headings and cells in the spellings people use."""

import pytest

from app.intake.figures import count_of, minutes_of, year_of
from app.intake.headings import meaning_of
from app.intake.vocabulary import age_mark, countries, languages

HEADINGS = {
    "name": "Атауы|Фильм атауы|Название|片名|Title|Название фильма|影片名称|Film|Название / Title",
    "name//original": "Ориг. название|Original title|原名|Түпнұсқа атауы|Название оригинала",
    "name/en": "外文片名|Title EN|English title|Название (англ.)|Ағылшынша атауы",
    "name/zh-Hans": "中文名|中文|title_zh_Hans|Название на китайском языке",
    "name/kk-Cyrl": "Қазақша|title_kk_Cyrl|Название (каз.)|哈文片名|Қазақ тіліндегі атауы|TITLE (KAZ)",
    "name/ru": "俄文片名|Русское название|Орысша атауы",
    "name/ru/release": "Прокатное название на русском",
    "runtime": "Хронометраж|Ұзақтығы|时长|片长|мин|Хронометраж, мин|时长（分钟）|Runtime (min)|узактыгы",
    "director": "Режиссёр|导演|Режиссер-постановщик|Director|РЕЖИССЁР",
    "year": "Год|Жылы|年份|Год выпуска|Year",
    "country": "Страна|Ел|国家/地区|Елі|Country",
    "dubbed": "Язык дубляжа|配音|Дубляж",
    "dubbed/kk": "Казахский дубляж|哈语配音",
    "subtitles": "Субтитры|字幕|Subtitles",
    "age": "Возраст|Жас шегі|Возрастная категория",
    "hall": "Зал|Залы|影厅|Hall",
    "date": "Күні|Дата|日期|Date",
    "time": "放映时间|Уақыты|Начало|场次|Время",
    "venue": "影院|Кинотеатр|Venue",
    "number": "№ п/п|№|序号",
}


@pytest.mark.parametrize(("meaning", "heading"), [(m, one) for m, all_ in HEADINGS.items() for one in all_.split("|")])
def test_headings_in_four_languages(meaning, heading):
    assert str(meaning_of(heading)) == meaning


@pytest.mark.parametrize("text", ["Қыз Жібек", "5:32", "", "2019", "Абай Құнанбайұлы", "x" * 500, "中国大陆"])
def test_what_is_no_heading_means_nothing(text):
    assert meaning_of(text) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Казахстан, Китай", ("KZ", "CN")), ("中国大陆/哈萨克斯坦", ("CN", "KZ")), ("KZ/CN", ("KZ", "CN")),
        ("Қазақстан мен Қытай", ("KZ", "CN")), ("KZ CN", ("KZ", "CN")), ("США и Канада", ("US", "CA")),
        ("中国香港", ("HK",)), ("СССР", ("SU",)),
    ],
)  # fmt: skip
def test_countries(text, codes):
    assert countries(text) == (codes, ())


@pytest.mark.parametrize(
    ("text", "tags"),
    [("каз., рус.", ("kk", "ru")), ("中英文字幕", ("zh-Hans", "en")), ("қазақша", ("kk",)), ("Chinese", ("zh-Hans",))],
)
def test_languages(text, tags):
    assert languages(text) == (tags, ())


@pytest.mark.parametrize(
    "text",
    [
        "1 ч 45 мин",
        "105'",
        "1:45",
        "01:45:00",
        "105 мин",
        "105",
        "105.0",
        "1h45",
        "1小时45分",
        "105分钟",
        "1 сағ 45 мин",
    ],
)
def test_lengths(text):
    assert minutes_of(text) == 105


def test_other_figures():
    assert [year_of(text) for text in ("2019", "２０１９", "2019.0", "2019 ж.", "2019年", "1776", "2019 or so")] == [
        2019,
        *[2019] * 4,
        None,
        None,
    ]
    assert [age_mark(text) for text in ("6+", "12 +", "+16", "до 6", "для всех", "PG")] == [
        "6+",
        "12+",
        "16+",
        "6-",
        "0+",
        "",
    ]
    assert [count_of(text) for text in ("12 серий", "30集", "8x45", "many")] == [12, 30, 8, None]
