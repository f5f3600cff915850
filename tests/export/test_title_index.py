"""The index: every title under its letter, nothing dropped."""

from app.domain.kinds import PartKind
from app.domain.listing import Work
from app.export import title_index
from app.export.issue import Issue
from app.export.options import Options
from app.export.wording import Data
from app.i18n.catalogue import catalogue
from tests.export.festival import FRIDAY, KK, WORKS, at, event, film, names, part, programme


def columns(*works: Work, languages: tuple[str, ...] = ("kk", "zh", "ru", "en")) -> list[Data]:
    shown = programme(
        *(event(n, at(FRIDAY, "10:00"), 1, part(PartKind.FILM, 90, work.id, KK)) for n, work in enumerate(works)),
        works=works,
    )
    options = Options(languages=languages)
    issue = Issue(shown, [catalogue(language) for language in languages], options)
    made: list[Data] = title_index.build(issue)["columns"]
    return made


def listed(column: Data) -> list[tuple[str, list[str]]]:
    return [(group["letter"]["t"], [entry["title"]["t"] for entry in group["entries"]]) for group in column["groups"]]


def test_kazakh_letters_have_places_of_their_own() -> None:
    (kazakh,) = columns(*WORKS, languages=("kk",))
    assert [letter for letter, _ in listed(kazakh)][:5] == ["Д", "К", "Қ", "М", "Т"]
    assert dict(listed(kazakh))["Қ"] == ["Қайран қарттар", "Қыз Жібек"]


def test_chinese_titles_stand_under_their_pinyin() -> None:
    (chinese,) = columns(*WORKS, languages=("zh",))
    assert listed(chinese) == [("H", ["嘿，老头！"]), ("W", ["我的阿勒泰"]), ("X", ["熊出没"]), ("Y", ["音乐家"])]
    assert chinese["groups"][1]["entries"][0]["second"][0]["t"] == "Wǒ de Ālètài"


def test_english_articles_go_behind() -> None:
    (english,) = columns(*WORKS, languages=("en",))
    assert dict(listed(english))["C"] == ["Composer, The"]
    assert dict(listed(english))["D"] == ["Dastur", "Divorce, The"]


def test_a_title_without_a_name_in_a_language_is_listed_below_with_its_times() -> None:
    (kazakh,) = columns(*WORKS, languages=("kk",))
    assert [entry["title"]["t"] for entry in kazakh["borrowed"]] == ["Композитор", "Медведи Буни"]
    assert [len(entry["shows"]) for entry in kazakh["borrowed"]] == [1, 1]


def test_no_title_is_lost_in_any_language() -> None:
    for column in columns(*WORKS):
        own = [entry for group in column["groups"] for entry in group["entries"] if not entry["see"]]
        assert len(own) + len(column["borrowed"]) == len(WORKS)


def test_other_names_refer_to_the_first() -> None:
    work = Work(1, (*names(("ru", "Кочевник")), *names(("ru", "Номад"))))
    (russian,) = columns(work, languages=("ru",))
    first, second = (group["entries"][0] for group in russian["groups"])
    assert (first["title"]["t"], first["see"]) == ("Кочевник", None)
    assert second["title"]["t"] == "Номад"
    assert "Кочевник" in second["see"]["t"]
    assert second["shows"] == []


def test_a_letter_without_a_font_heads_nothing() -> None:
    (chinese,) = columns(Work(1, names(("zh-Hans", "\U00020bb7野"))), languages=("zh",))
    assert listed(chinese) == [("…", ["\U00020bb7野"])]


def test_works_that_are_not_shown_are_not_listed() -> None:
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, film(1, KK)))
    issue = Issue(shown, [catalogue("kk")], Options())
    (kazakh,) = title_index.build(issue)["columns"]
    assert listed(kazakh) == [("Т", ["Томирис"])]
