"""What stands against a schedule and what could be done about it is said in whole sentences."""

from datetime import date, datetime

import pytest

from app.domain.calendar import minute_of, zone_of
from app.domain.kinds import RightsStatus, ScreeningStatus
from app.domain.repairs import MoveTo, Repair, ShortenTail, Swap, Unplace, UseCopy
from app.domain.repairs_of_shows import Lock, UseVersion
from app.domain.rights import Standing
from app.domain.screenings import Clash, Finding, Party, PartyKind, Severity, Slot
from app.i18n import phrases
from app.i18n.catalogue import catalogue

HALL, STUDIO = 1, 2
TOMIRIS, AGAIN, TALAQ = 11, 12, 13


def at(hour: int, minute: int = 0, *, day: int = 16) -> int:
    return minute_of(datetime(2026, 10, day, hour, minute, tzinfo=zone_of("Asia/Almaty")))


def slot(number: int, hall: int, start: int, end: int) -> Slot:
    return Slot(number, hall, start, start, end, end, status=ScreeningStatus.CONFIRMED)


SLOTS = {
    TOMIRIS: slot(TOMIRIS, HALL, at(18), at(20, 35)),
    AGAIN: slot(AGAIN, STUDIO, at(19, 30), at(22, 5)),
    TALAQ: slot(TALAQ, HALL, at(16), at(17, 45)),
}


def names(language: str) -> phrases.Names:
    hall = {"kk": "1-зал", "zh": "1号厅", "ru": "зал 1", "en": "Hall 1"}[language]
    studio = {"kk": "Студия", "zh": "小放映厅", "ru": "Студия", "en": "Studio"}[language]
    tomiris = "Tomiris" if language in ("en", "zh") else "Томирис"
    return phrases.Names(
        screenings={TOMIRIS: tomiris, AGAIN: tomiris, TALAQ: "Талақ"},
        halls={HALL: hall, STUDIO: studio},
        copies={5: "DCP A", 6: "DCP B"},
        works={7: "Дәстүр"},
        versions={8: "KK dub"},
        slots=SLOTS,
    )


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


ONE_COPY = Finding(
    "R7",
    Clash.COPY_ELSEWHERE,
    Severity.ERROR,
    (TOMIRIS, AGAIN),
    at(19, 30),
    (("overlap", 65), ("until", at(20, 35)), ("starts", at(19, 30))),
    (Party(PartyKind.COPY, 5), Party(PartyKind.HALL, HALL), Party(PartyKind.HALL, STUDIO)),
)


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        (
            "en",
            "One copy, two halls",
            (
                "“Tomiris” is on screen in Hall 1 until 20:35. In Studio the same copy starts at 19:30. "
                "They overlap by 65 minutes."
            ),
        ),
        (
            "kk",
            "Бір көшірме, екі зал",
            "«Томирис»: 1-зал, 20:35-ке дейін. Студия: дәл осы көшірме 19:30-да басталады. Қабаттасуы: 65 минут.",
        ),
        (
            "ru",
            "Одна копия, два зала",
            "«Томирис»: зал 1, до 20:35. Студия: показ с той же копии начинается в 19:30. Накладка: 65 минут.",
        ),
        ("zh", "一份拷贝，两个影厅", "《Tomiris》在1号厅放映至20:35，小放映厅在19:30要用同一份拷贝，时间重叠65分钟。"),
    ],
)
def test_one_copy_two_halls_in_four_languages(language: str, title: str, sentence: str) -> None:
    tr = catalogue(language)
    assert phrases.finding_title(tr, ONE_COPY) == title
    assert plain(phrases.finding_sentence(tr, ONE_COPY, names(language))) == sentence


NOT_BEFORE = Finding(
    "R10", Clash.RIGHTS_NOT_BEFORE, Severity.ERROR, (TOMIRIS,), at(18),
    (("day", date(2026, 10, 16)), ("not_before", date(2027, 1, 2))), (Party(PartyKind.WORK, 7),),
)  # fmt: skip


def test_a_day_of_another_year_is_told_with_its_year() -> None:
    sentence = phrases.finding_sentence(catalogue("en"), NOT_BEFORE, names("en"))
    assert sentence == "“Дәстүр” may be shown from 2 January 2027, the screening is on 16 October 2026."


def test_days_of_one_year_do_without_it() -> None:
    clash = Finding(
        "R10",
        Clash.RIGHTS_ENDED,
        Severity.ERROR,
        (TOMIRIS,),
        at(18),
        (("day", date(2026, 10, 16)), ("ends", date(2026, 10, 3))),
        (Party(PartyKind.WORK, 7), Party(PartyKind.HALL, HALL)),
    )
    said = [
        phrases.finding_sentence(catalogue(language), clash, names(language)) for language in ("en", "kk", "ru", "zh")
    ]
    assert said == [
        "“Дәстүр”: rights end on 3 October, the screening is on 16 October.",
        "«Дәстүр»: құқық мерзімі 3 қазан күні бітеді, көрсетілім 16 қазан күні өтеді.",
        "«Дәстүр»: права истекают 3 октября, показ назначен на 16 октября.",
        "《Дәстүр》授权10月3日到期，早于10月16日的放映。",
    ]


def test_what_is_gone_is_a_dash_not_an_error() -> None:
    sentence = phrases.finding_sentence(catalogue("en"), ONE_COPY, phrases.Names())
    assert sentence.startswith("“–” is on screen in – until 20:35.")


def test_each_hall_has_its_own_clock() -> None:
    known = phrases.Names(zones={STUDIO: "Asia/Shanghai"})
    assert "until 20:35. In – the same copy starts at 22:30." in phrases.finding_sentence(
        catalogue("en"), ONE_COPY, known
    )


MOVE = MoveTo(AGAIN, STUDIO, at(21), at(21), at(23, 35), at(0, day=17), ())


@pytest.mark.parametrize(
    ("repair", "title", "detail"),
    [
        (MOVE, "Move the Studio screening to 21:00", "It ends at 23:35, the hall closes at 00:00"),
        (MOVE._replace(hall=HALL), "Move “Tomiris” to Hall 1, 21:00", "It ends at 23:35, the hall closes at 00:00"),
        (
            MOVE._replace(starts=at(11, day=17)),
            "Move “Tomiris” to Sat 17 Oct, 11:00, Studio",
            "It ends at 23:35, the hall closes at 00:00",
        ),
        (UseCopy(AGAIN, 5, 6, at(9), ()), "Studio: use copy DCP B", "It arrives on Fri 16 Oct, 09:00"),
        (UseCopy(AGAIN, 5, 6, None, ()), "Studio: use copy DCP B", "This copy is here"),
        (
            UseVersion(AGAIN, 8, 6, at(9), ()),
            "Studio: show the version KK dub, copy DCP B",
            "It arrives on Fri 16 Oct, 09:00",
        ),
        (Lock(AGAIN, ()), "Lock “Tomiris” in its place", "It stays where it is until it is unlocked"),
        (
            Swap(AGAIN, TALAQ, HALL, at(16), True, ()),  # noqa: FBT003 - a NamedTuple's field
            "Swap with “Талақ”, Fri 16 Oct, 16:00",
            "That screening is still tentative",
        ),
        (
            ShortenTail(TOMIRIS, 1, 10, at(20, 34), ()),
            "Shorten what follows “Tomiris” by 1 minute",
            "It ends at 20:34, 10 minutes remain after the film",
        ),
        (
            Unplace(AGAIN, ()),
            "Take the Studio screening off the schedule",
            "It goes back to the screenings not placed yet",
        ),
    ],
)
def test_repairs_are_said(repair: Repair, title: str, detail: str) -> None:
    tr, known = catalogue("en"), names("en")
    assert (phrases.repair_title(tr, repair, known), phrases.repair_detail(tr, repair, known)) == (title, detail)


@pytest.mark.parametrize(
    ("language", "title", "detail"),
    [
        ("kk", "Студия: көрсетілімді 21:00-ге жылжыту", "23:35-те аяқталады, зал 00:00-де жабылады"),
        ("ru", "Студия: перенести показ на 21:00", "Конец в 23:35, зал закрывается в 00:00"),
        ("zh", "将小放映厅场次移至21:00", "23:35结束，影厅00:00关闭"),
    ],
)
def test_a_move_in_the_other_languages(language: str, title: str, detail: str) -> None:
    tr, known = catalogue(language), names(language)
    assert (phrases.repair_title(tr, MOVE, known), phrases.repair_detail(tr, MOVE, known)) == (title, detail)


def test_a_drag_is_told_whether_it_fits() -> None:
    assert phrases.fits(catalogue("en")) == "Fits"
    said = [phrases.fits(catalogue(language), 21, "Талақ") for language in ("en", "kk", "ru", "zh")]
    assert said == [
        "Fits. 21 minutes left before “Талақ”",
        "Сыяды. «Талақ» басталғанша 21 минут бар",
        "Подходит. До показа «Талақ» 21 минута",
        "排得下，距《Талақ》开场还有21分钟",
    ]


def test_how_long_rights_last() -> None:
    today = date(2026, 12, 31)
    standings = [
        Standing(RightsStatus.ENDING, today, 21),
        Standing(RightsStatus.CLEARED, today),
        Standing(RightsStatus.EXPIRED, today),
        Standing(RightsStatus.NEGOTIATION),
    ]
    assert [phrases.rights_until(catalogue("ru"), standing) for standing in standings] == [
        "остался 21 день",
        "до 31.12.2026",
        "истекли 31.12.2026",
        "",
    ]


@pytest.mark.parametrize(
    ("shown", "total", "expected"),
    [
        (10, 148, ("148 ішінен 10 туынды", "共148部，显示10部", "10 из 148 произведений", "10 of 148 titles")),
        (1, 21, ("21 ішінен 1 туынды", "共21部，显示1部", "1 из 21 произведения", "1 of 21 titles")),
        (3, 3, ("3 туынды", "3部作品", "3 произведения", "3 titles")),
        (1, 1, ("1 туынды", "1部作品", "1 произведение", "1 title")),
    ],
)
def test_how_many_titles_are_shown(shown: int, total: int, expected: tuple[str, ...]) -> None:
    said = tuple(phrases.titles_shown(catalogue(language), shown, total) for language in ("kk", "zh", "ru", "en"))
    assert said == expected


@pytest.mark.parametrize(
    ("language", "move", "off"),
    [
        ("en", "Move “Tomiris” to 21:00", "Take “Tomiris” off the schedule"),
        ("kk", "«Томирис» көрсетілімін 21:00-ге жылжыту", "«Томирис» көрсетілімін кестеден алу"),
        ("ru", "Перенести «Томирис» на 21:00", "Снять «Томирис» с сетки"),
        ("zh", "将《Tomiris》移至21:00", "将《Tomiris》移出排片"),
    ],
)
def test_two_in_one_hall_are_told_apart_by_title(language: str, move: str, off: str) -> None:
    tr, known = catalogue(language), names(language)
    said = [phrases.repair_title(tr, repair, known, by_title=True) for repair in (MOVE, Unplace(AGAIN, ()))]
    assert said == [move, off]
