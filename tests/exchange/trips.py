"""A library with everything a table of titles can tell, and what is compared of two libraries."""

from collections import Counter
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.folding import skeleton
from app.domain.kinds import AgentKind, NameType, RightsState, Role, Scheme, SpokenMode, SynopsisKind, WorkKind
from app.domain.names import plain, shown
from app.domain.title_facts import TitleFacts
from app.store.agents import Agent, AgentName, Credit
from app.store.evidence import Identifier
from app.store.rights import Rights
from app.store.store import Store
from app.store.synopses import Synopsis
from app.store.title_choice import every_title
from app.store.title_lists import title_facts
from app.store.works import Name, Subtitle, Version, Work, WorkCountry
from app.words import phrase

DAY = date(2026, 11, 22)
HARD = (
    "5:32",
    "999",
    "1776",
    "007",
    "12345678901234567890",
    "=1+1",
    "+7",
    "-18",
    "@home",
    "＝cmd",
    "1e5",
    "TRUE",
    "1/2",
)
"""Titles a spreadsheet would like to make something else of."""

NAMES = (
    ("Сары дала сыры", "kk-Cyrl", NameType.ORIGINAL), ("Sary dala syry", "kk-Latn", NameType.TRANSLITERATED),
    ("سارى دالا سىرى", "kk-Arab", NameType.TRANSLATED), ("黄草原的秘密", "zh-Hans", NameType.TRANSLATED),
    ("黃草原的祕密", "zh-Hant", NameType.RELEASE), ("Huáng cǎoyuán de mìmì", "zh-Latn-pinyin", NameType.TRANSLITERATED),
    ("草原之谜", "zh-Hans", NameType.FESTIVAL), ("Тайна жёлтой степи", "ru", NameType.TRANSLATED),
    ("Степная тайна", "ru", NameType.WORKING), ("The Secret of the Yellow Steppe", "en", NameType.TRANSLATED),
    ("A Steppe Secret", "en", NameType.ALTERNATIVE), ("Bawrsak剧场, or Steppe", "en", NameType.ALTERNATIVE),
    ("Шар талын нууц", "mn", NameType.TRANSLATED), ("노란 초원", "ko", NameType.FORMER),
    ("Сары дала сыры (дубляж)", "kk-Cyrl", NameType.DUBBED),
)  # fmt: skip
WITHOUT_ORIGINAL = "Genuine Love"
"""A record of the sample without an original title: an import makes the only name the original."""

NUMBERS = {
    Scheme.EIDR: "10.5240/7791-8534-2C23-9030-8610-5", Scheme.ISAN: "0000-0000-3A8D-0000-Z-0000-0000-6",
    Scheme.IMDB: "tt0012345", Scheme.WIKIDATA: "Q4251", Scheme.KINOPOISK: "00123", Scheme.DOUBAN: "1292052",
    Scheme.KZ_CERTIFICATE: "0012/2024", Scheme.CN_PERMIT: "电审故字[2019]第123号", Scheme.RU_CERTIFICATE: "111001234",
    Scheme.OWN: "КН-0007",
}  # fmt: skip


def fill(session: Session) -> None:
    """One title with all there is, and titles with hard names."""
    work = Work(
        kind=WorkKind.FEATURE,
        year=1970,
        runtime=141,
        age_mark="12+",
        unverified="runtime; zh",
        source="a; b\nc",
        notes="Бірінші\n=2",
    )
    session.add(work)
    session.flush()
    for place, (text, language, kind) in enumerate(NAMES):
        session.add(Name(work_id=work.id, position=place, text=text, language=language, type=kind))
    for place, country in enumerate(("KZ", "CN", "SU")):
        session.add(WorkCountry(work_id=work.id, position=place, country=country))
    _versions(session, work.id)
    for place, role in enumerate(Role):
        agent = Agent(kind=AgentKind.PERSON)
        session.add(agent)
        session.flush()
        session.add(AgentName(agent_id=agent.id, text=f"Studio {role.value}, Ltd", language="en"))
        session.add(Credit(work_id=work.id, agent_id=agent.id, role=role, position=place))
    for scheme, value in NUMBERS.items():
        session.add(Identifier(work_id=work.id, scheme=scheme, value=value))
    place = 0
    for language, text in {"kk": "Махаббат туралы.", "zh": "爱情故事。", "ru": "О любви.", "en": "Of love."}.items():
        for length in SynopsisKind:
            told = f"{text} {length.value}\n\nII"
            session.add(Synopsis(work_id=work.id, language=language, kind=length, text=told, position=place))
            place += 1
    session.add(Rights(work_id=work.id, territory="CN", state=RightsState.NEGOTIATION))
    session.add(Rights(work_id=work.id, territory="KZ", state=RightsState.CLEARED, starts=date(2026, 1, 1),
                       ends=date(2027, 5, 31), holder="Қазақфильм; АҚ"))  # fmt: skip
    _others(session)


def _versions(session: Session, work: int) -> None:
    spoken = (
        ("kk", SpokenMode.ORIGINAL, ("kk", "ru", "en")), ("zh-Hans", SpokenMode.DUBBED, ("zh-Hans",)),
        ("ru", SpokenMode.VOICE_OVER, ()), ("ru", SpokenMode.VOICE_OVER_MULTI, ("kk",)),
        ("en", SpokenMode.NARRATED, ()), ("yue", SpokenMode.LIVE, ("zh-Hans", "en")),
    )  # fmt: skip
    for place, (language, mode, subtitles) in enumerate(spoken):
        version = Version(work_id=work, language=language, mode=mode, position=place)
        session.add(version)
        session.flush()
        for order, tag in enumerate(subtitles):
            session.add(Subtitle(version_id=version.id, language=tag, position=order))


def _others(session: Session) -> None:
    """Hard names; rights abroad, of the whole world, past, and unneeded."""
    licences = (
        ("CN", RightsState.NEGOTIATION, None), ("001", RightsState.CLEARED, None), ("KZ", RightsState.NOT_NEEDED, None),
        ("KZ", RightsState.CLEARED, date(2020, 1, 1)), ("RU", RightsState.CLEARED, date(2030, 1, 1)),
    )  # fmt: skip
    for place, text in enumerate(HARD):
        work = Work(kind=WorkKind.SHORT, year=1900 + place)
        session.add(work)
        session.flush()
        session.add(Name(work_id=work.id, text=text, language="zxx", type=NameType.ORIGINAL, position=0))
        session.add(Name(work_id=work.id, text=f"Аты {text}", language="kk-Cyrl", type=NameType.TRANSLATED,
                         position=1))  # fmt: skip
        if place < len(licences):
            territory, state, ends = licences[place]
            session.add(Rights(work_id=work.id, territory=territory, state=state, ends=ends))


def filled(path: Path) -> None:
    """Add all this to the library at `path`."""
    store = Store.open(path)
    store.write(phrase("Fill"), fill)
    store.close()


def told(path: Path, language: str, *, source: str = "") -> Counter[object]:
    """What a table tells of every title of a library; `source` stands for none."""
    store = Store.open(path, own=False)
    with store.read() as session:
        works = every_title(session, language).ids
        facts = title_facts(session, works, DAY)
        assert len(works) == len(session.scalars(select(Work.id)).all())
    store.close()
    whole = (one for one in facts if all(name.text != WITHOUT_ORIGINAL for name in one.names))
    return Counter(_portrait(one, language, source) for one in whole)


def _portrait(title: TitleFacts, language: str, source: str) -> object:
    return (
        frozenset((name.text, name.language, str(name.type)) for name in title.names),
        title.kind, title.year, title.runtime, title.episodes, title.age_mark, title.countries,
        frozenset((version.language, version.mode, version.subtitles) for version in title.versions),
        frozenset((doer.role, skeleton(shown(doer.names, language).title)) for doer in title.people),
        frozenset(title.identifiers),
        frozenset((plain(one.language), one.kind, one.text) for one in title.synopses),
        title.licence, title.unverified, "" if title.source == source else title.source, title.notes,
    )  # fmt: skip
