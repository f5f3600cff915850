"""A small festival to print: four halls, two days, every mark there is; and a large one for the clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.kinds import PartKind, ScreeningStatus, SpokenMode
from app.domain.listing import NO_NAMES, Event, Hall, Part, Programme, Strand, Subtitles, Version, Work, laid_out
from app.domain.names import FourNames, WorkName

ALMATY = ZoneInfo("Asia/Almaty")
FRIDAY, SATURDAY = date(2026, 10, 16), date(2026, 10, 17)

HALLS = (
    Hall(1, FourNames("1-зал", "1号厅", "Зал 1", "Hall 1"), 320),
    Hall(2, FourNames("2-зал", "2号厅", "Зал 2", "Hall 2"), 180),
    Hall(3, FourNames("Студия", "小放映厅", "Студия", "Studio"), 60),
    Hall(4, FourNames("Ашық алаң", "露天放映", "Под открытым небом", "Open air")),
)
STRANDS = (
    Strand(1, FourNames("Панорама", "全景", "Панорама", "Panorama"), 1),
    Strand(2, FourNames("Қазақша дубляж", "哈语配音", "Казахский дубляж", "Dubbed in Kazakh"), 2),
    Strand(3, FourNames("Классика", "经典", "Классика", "Classics"), 3),
    Strand(4, FourNames("Отбасымен көру", "合家欢", "Семейное кино", "Family"), 4),
    Strand(5, FourNames("Бірлескен өндіріс", "合拍", "Копродукции", "Co-productions"), 5),
    Strand(6, FourNames("Кездесулер", "对谈", "Встречи", "Talks"), 6),
)


def names(*pairs: tuple[str, str], reading: str = "") -> tuple[WorkName, ...]:
    """Names of a work, the first of them the original."""
    return tuple(
        WorkName(text, tag, "original" if i == 0 else "translated", i == 0, reading if tag == "zh-Hans" else "")
        for i, (tag, text) in enumerate(pairs)
    )


WORKS = (
    Work(1, names(("kk-Cyrl", "Томирис"), ("en", "Tomiris"), ("ru", "Томирис")),
         year=2019, countries=("KZ",), runtime=155),
    Work(2, names(("zh-Hans", "我的阿勒泰"), ("en", "To the Wonder"), ("kk-Cyrl", "Менің Алтайым"), ("ru", "Мой Алтай"),
                  reading="Wǒ de Ālètài"), year=2024, countries=("CN",), runtime=90),
    Work(3, names(("zh-Hans", "熊出没"), ("en", "Boonie Bears"), ("ru", "Медведи Буни"), reading="Xióngchūmò"),
         countries=("CN",), runtime=100),
    Work(4, names(("kk-Cyrl", "Көшпенділер"), ("en", "Nomad"), ("ru", "Кочевник")),
         year=2005, countries=("KZ",), runtime=110),
    Work(5, names(("kk-Cyrl", "Дәстүр"), ("en", "Dastur")), year=2023, countries=("KZ",), runtime=95),
    Work(6, names(("kk-Cyrl", "Талақ"), ("en", "The Divorce")), countries=("KZ",), runtime=105),
    Work(7, names(("zh-Hans", "音乐家"), ("en", "The Composer"), ("ru", "Композитор"), reading="Yīnyuèjiā"),
         year=2019, countries=("CN", "KZ"), runtime=120),
    Work(8, names(("kk-Cyrl", "Қыз Жібек"), ("en", "Kyz Zhibek"), ("ru", "Кыз-Жибек")),
         year=1970, countries=("SU",), runtime=140),
    Work(9, names(("zh-Hans", "嘿，老头！"), ("kk-Cyrl", "Қайран қарттар"), ("en", "Hey, Old Man!"),
                  ("kk-Arab", "قايران قارتتار"), reading="Hēi, lǎotóu!"), year=2015, countries=("CN",), runtime=90),
)  # fmt: skip

KK = Version("kk", SpokenMode.ORIGINAL, (Subtitles("ru"),))
KK_EN = Version("kk", SpokenMode.ORIGINAL, (Subtitles("en"),))
KK_ZH = Version("kk", SpokenMode.ORIGINAL, (Subtitles("zh-Hans"), Subtitles("ru")))
RU_DUB = Version("ru", SpokenMode.DUBBED)
KK_DUB = Version("kk", SpokenMode.DUBBED, (Subtitles("ru"),))
ZH_LIVE = Version("zh", SpokenMode.VOICE_OVER, (Subtitles("en"),))
MEETING = FourNames(
    "Жас кино кураторлары кездесуі", "青年选片人见面会", "Встреча молодых кураторов", "Young programmers meet"
)
TALK_NAMES = FourNames("Құқық бойынша кеңес", "版权咨询", "Консультация по правам", "Rights clinic")


def at(day: date, clock: str, after_midnight: int = 0) -> datetime:
    """A moment in Almaty."""
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day + after_midnight, hour, minute, tzinfo=ALMATY)


def part(kind: PartKind, minutes: int, work: int | None = None, version: Version | None = None,
         named: FourNames = NO_NAMES) -> Part:  # fmt: skip
    """A part whose start is not known yet."""
    return Part(kind, minutes, at(FRIDAY, "00:00"), work, version, named)


def event(number: int, starts: datetime, hall: int, *parts: Part, day: date | None = None, strand: int | None = None,
          status: ScreeningStatus = ScreeningStatus.CONFIRMED, named: FourNames = NO_NAMES) -> Event:  # fmt: skip
    """An event laid out from its parts."""
    placed, ends, event_starts, event_ends = laid_out(starts, parts)
    return Event(number, day or starts.date(), hall, starts, ends, event_starts, event_ends, placed, strand, status,
                 names=named)  # fmt: skip


def film(work: int, version: Version | None = None, minutes: int | None = None) -> Part:
    """The film part of one of WORKS."""
    return part(PartKind.FILM, minutes or next(w.runtime or 90 for w in WORKS if w.id == work), work, version)


def intro(minutes: int) -> Part:
    return part(PartKind.INTRO, minutes)


def qa(minutes: int) -> Part:
    return part(PartKind.QA, minutes)


def events() -> tuple[Event, ...]:
    """Two days: an introduction, talks, tails, a pencilled screening, a cancelled one, and one after midnight."""
    pencilled, off = ScreeningStatus.TENTATIVE, ScreeningStatus.CANCELLED
    f, s = FRIDAY, SATURDAY
    return (
        event(1, at(f, "11:00"), 1, film(3, RU_DUB), strand=4),
        event(2, at(f, "12:00"), 3, part(PartKind.TALK, 60), strand=6, named=TALK_NAMES),
        event(3, at(f, "13:00"), 2, film(2, KK_DUB), strand=2),
        event(4, at(f, "14:15"), 1, film(4, KK_ZH), strand=1, status=pencilled),
        event(5, at(f, "15:30"), 3, film(5, KK), qa(20), strand=1),
        event(6, at(f, "16:00"), 2, film(6, KK), strand=1, status=pencilled),
        event(7, at(f, "18:00"), 1, intro(20), film(1, KK_EN), qa(25), strand=1),
        event(8, at(f, "21:00"), 2, film(7, ZH_LIVE), strand=5),
        event(9, at(f, "21:00"), 3, film(1, KK_ZH), strand=1),
        event(10, at(f, "20:30"), 4, film(8, KK_EN), strand=3),
        event(11, at(f, "18:00"), 3, film(9, KK), strand=2, status=off),
        event(12, at(f, "00:30", 1), 1, film(9, KK), day=f, strand=2),
        event(20, at(s, "11:30"), 2, film(3, KK_DUB), strand=4),
        event(21, at(s, "12:00"), 1, film(7, KK_DUB), strand=5),
        event(22, at(s, "13:00"), 3, part(PartKind.TALK, 90), strand=6, named=MEETING),
        event(23, at(s, "14:00"), 2, film(1, RU_DUB), strand=1),
        event(24, at(s, "15:15"), 1, film(8, KK_ZH), strand=3),
        event(25, at(s, "16:30"), 3, film(4, KK_EN), strand=1, status=pencilled),
        event(26, at(s, "17:10"), 2, film(9, KK), qa(30), strand=1),
        event(27, at(s, "19:15"), 1, film(5, KK_EN), qa(35), strand=1),
        event(28, at(s, "20:30"), 4, film(7, RU_DUB), strand=5),
    )  # fmt: skip


def programme(*own: Event, works: tuple[Work, ...] = WORKS, halls: tuple[Hall, ...] = HALLS) -> Programme:
    """The festival, or the same with other events."""
    shown = own or events()
    return Programme(
        FourNames("2026 жылғы Кино апталығы", "2026电影周", "Неделя кино 2026", "Film Week 2026"),
        FourNames("Алматы", "阿拉木图", "Алматы", "Almaty"),
        "Asia/Almaty", date(2026, 9, 21), tuple(sorted({e.day for e in shown})), halls, STRANDS, works, shown,
    )  # fmt: skip
