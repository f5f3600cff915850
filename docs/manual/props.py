"""What the pictures show beside the sample library: saved filters, a title entered twice, a history, a sheet."""
# ruff: noqa: INP001 - beside a text

from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.bulk import Changes
from app.domain.kinds import AgentNameType, Confidence, Role, WorkKind
from app.operations import agents, bulk_edit, clearances, copies, crediting, evidence, filters, works
from app.store.agents import AgentName
from app.store.clearances import Clearance
from app.store.copies import Copy
from app.store.store import Store
from app.store.works import Name, Version
from app.words import N_, counted, phrase

MANY = 12
FILTERS = {
    "kk": ("Қазақша дубляж", "Қазақшасы жоқ"),
    "zh": ("哈语配音", "缺哈语"),
    "ru": ("Казахский дубляж", "Без казахского"),
    "en": ("Dubbed in Kazakh", "Not in Kazakh"),
}
QUERIES = ("dub:kk -rights:none", "lacks:kazakh")

HEADS = (
    "№",
    "Қазақша атауы",
    "中文片名",
    "Название на русском",
    "Year",
    "Режиссёр",
    "мин",
    "Ел / 国家",
    "Дубляж",
    "English title",
)
ROWS = (
    ("Жетінші рота", "七连", "Седьмая рота", 2011, "康洪雷", "92", "中国", "қаз", ""),
    ("Ғажайып ұшақ", "中国机长", "Китайский капитан", 2019, "Лю Вэйцян", "111 мин", "中国", "қаз, орыс", "The Captain"),
    ("Менің халқым, менің Отаным", "我和我的祖国", "Я и моя Родина", 2019, "陈凯歌", "2 сағ 38", "中国", "қаз", ""),
    ("Дәрігерлер", "中国医生", "Китайские врачи", 2021, "刘伟强", "129", "中国", "", "Chinese Doctors"),
    ("Мұзды маржан", "冰之下", "", "2017?", "蔡尚君", "126", "中国", "", "The Conformist"),
    ("Томирис", "托米莉丝", "Томирис", 2019, "Ақан Сатаев", "155", "Қазақстан", "", "Tomiris"),
    ("Ақын", "诗人", "Поэт", 2021, "Дәрежан Өмірбаев", "105", "Қазақстан", "", "Poet"),
    ("Айка", "小家伙", "Айка", 2018, "Сергей Дворцевой", "109", "Қазақстан; Ресей", "", "Ayka"),
    ("Шапағат", "", "Шапагат", 1980, "Дамир Манабай", "96", "Қазақ КСР", "", ""),
    ("Бауырына салу", "", "Бауыр", 2017, "Бақыт Мұқыш", "94", "Қазақстан", "", "Foster Mother"),
    ("", "", "", None, "", "88", "Гонконг", "", "Cold War"),
    ("Көкжиек", "地平线", "Горизонт", 2023, "", "88 мин", "Қазақстан / Қытай", "қаз", "Horizon"),
    ("Жібек жолы", "丝绸之路", "Шёлковый путь", 2016, "", "8 × 45", "中国", "қаз", "The Silk Road"),
)


def sheet(folder: Path) -> Path:
    """A workbook as a studio would send it: a line above the headings, units in cells, a year in doubt."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "2026"
    page.append(["Қытай–Қазақстан кино алмасуы, 2026"])
    page.merge_cells("A1:J1")
    page["A1"].font = Font(bold=True)
    page.append(HEADS)
    for number, row in enumerate(ROWS, 1):
        page.append((number, *row))
    path = folder / "studio-list-2026.xlsx"
    book.save(path)
    return path


def furnish(store: Store, language: str, turn_back: Callable[[int], None]) -> None:
    """Add it all. `turn_back` sets the clock this many minutes back, so that steps were done one after the other."""
    turn_back(26 * 60)
    for name, query in zip(FILTERS[language], QUERIES, strict=True):
        store.write(phrase(N_("Save the filter “{name}”"), name=name), filters.keep, name, query)
    turn_back(180)
    composer = store.write(phrase(N_("Add a credit to “{title}”"), title="音乐家"), _composer)[0]
    turn_back(95)
    store.write(phrase(N_("Add “{title}”"), title="Tomiris"), _twice)
    turn_back(50)
    store.write(phrase(N_("Change the sources of “{title}”"), title="音乐家"), _source, composer)
    turn_back(20)
    chosen = _chinese_series(store)
    changes = Changes({"confidence": Confidence.HIGH}, note="Checked against the broadcaster’s list")
    label = counted("Change {n} title", "Change {n} titles", len(chosen))
    store.write(label, bulk_edit.edit_all, chosen, changes)
    turn_back(12)
    store.write(phrase(N_("Change a copy of “{title}”"), title="音乐家"), _checked, composer)
    turn_back(0)


def work_called(session: Session, text: str) -> int:
    """The first title with exactly this name."""
    return session.scalars(select(Name.work_id).where(Name.text == text).order_by(Name.work_id)).first() or 0


def _composer(session: Session) -> int:
    """People of the Kazakh dub, and who is behind the film; invented."""
    work = work_called(session, "音乐家")
    dubbed = select(Version.id).where(Version.work_id == work, Version.language == "kk").order_by(Version.id)
    version = session.scalars(dubbed).first()
    crediting.add_named(session, work, Role.DUBBING_DIRECTOR, "Гүлнар Сәрсенова", version=version)
    crediting.add_named(session, work, Role.VOICE_ACTOR, "Ерлан Біләл", version=version, character="冼星海")
    director = session.scalars(select(AgentName.agent_id).where(AgentName.text == "Xirzat Yahup")).first()
    assert director is not None
    agents.change(session, director, country="CN", notes="Answers letters in Chinese and Uyghur (invented).")
    agents.add_name(session, director, "Шерзат Яқуп", "kk-Cyrl", type=AgentNameType.TRANSLITERATION)
    agents.add_post(session, director, "Director", organisation="Sample Studio", starts=date(2015, 3, 1))
    paper = session.scalars(select(Clearance.id).where(Clearance.work_id == work)).first()
    if paper is not None:
        clearances.change(session, paper, note="Original with the archive, copy in the folder (invented)")
    return work


def _source(session: Session, work: int) -> None:
    evidence.add_claim(session, work, "runtime", "118", source="Print list of the studio", confidence=Confidence.HIGH)


def _checked(session: Session, work: int) -> None:
    """A copy was looked at: several fields of one record, which the history tells in order."""
    copy = session.scalars(select(Copy.id).where(Copy.work_id == work).order_by(Copy.id)).first()
    assert copy is not None
    copies.change(session, copy, owner="Sample Distribution", note="Checked on the server of hall 1")


def _twice(session: Session) -> None:
    """Tomiris once more, as another list has it."""
    work = works.add(session, "Tomiris", "en", kind=WorkKind.FEATURE, year=2020, runtime=156, countries=["KZ"])
    works.add_name(session, work, "Томирис", "ru")
    works.add_name(session, work, "托米莉丝", "zh-Hans")
    works.change(session, work, age_mark="16+", source="List of a distributor (invented)")


def _chinese_series(store: Store) -> list[int]:
    with store.read() as session:
        every = select(Name.work_id).where(Name.language == "zh-Hans").distinct().order_by(Name.work_id)
        return list(session.scalars(every).all())[3 : 3 + MANY]
