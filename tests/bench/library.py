"""Libraries of invented titles, as large as one likes: filled below the operations, then indexed as they would be.

Run by itself, with a number of works, it tells how long that takes; with a path too, it leaves the library there.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.domain.chinese import reading
from app.domain.kinds import Confidence, NameType, RightsState, SpokenMode, Use, VersionStatus, WorkKind
from app.store import search_keeping
from app.store.agents import Agent, AgentName, Credit
from app.store.base import Base
from app.store.rights import Rights
from app.store.store import Store
from app.store.works import Name, Version, Work, WorkCountry

KAZAKH = (
    "Қайран", "қарттар", "ақсуат", "шал", "томирис", "бала", "күн", "жер", "дала", "тау", "өзен", "көктем", "жаз",
    "күз", "қыс", "ана", "әке", "аға", "іні", "қыз", "жігіт", "ат", "құс", "бөрі", "арыстан", "жұлдыз", "ай",
    "теңіз", "қала", "ауыл", "жол", "керуен", "домбыра", "күй", "ән", "той", "үй", "отан", "ел", "батыр", "хан",
    "ғашық", "махаббат",
)  # fmt: skip
RUSSIAN = (
    "композитор", "степь", "дорога", "весна", "лето", "осень", "зима", "мать", "отец", "брат", "сестра", "конь",
    "птица", "волк", "лев", "звезда", "луна", "море", "город", "село", "караван", "домбра", "песня", "праздник",
    "дом", "родина", "народ", "воин", "хан", "любовь", "тишина", "ветер", "снег", "дождь", "огонь", "вода",
    "камень",
)  # fmt: skip
ENGLISH = (
    "composer", "steppe", "road", "spring", "summer", "autumn", "winter", "mother", "father", "brother", "sister",
    "horse", "bird", "wolf", "lion", "star", "moon", "sea", "city", "village", "caravan", "song", "feast", "house",
    "homeland", "people", "warrior", "khan", "love", "silence", "wind", "snow", "rain", "fire", "water", "stone",
)  # fmt: skip
CHINESE = (
    "我的阿勒泰音乐家嘿老头长安荔枝都挺好草原山河春夏秋冬父母兄弟马鸟狼狮星月海城村歌家国人爱风雪雨火水石红高粱霸王别姬"
)
FAMILY, GIVEN = "王李张刘陈杨黄赵吴周", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"
CHUNK = 2_000

Rows = list[dict[str, Any]]


def make(path: Path, works: int, seed: int = 1) -> Store:
    """An open library with so many works, 3.5 names each, versions, rights and a director."""
    store = Store.create(path)
    chance = random.Random(seed)
    for first in range(0, works, CHUNK):
        numbers = range(first + 1, min(first + CHUNK, works) + 1)
        with Session(store._writer) as session, session.begin():
            _fill(session, chance, numbers)
            search_keeping.refresh_works(session, numbers)
            search_keeping.refresh_agents(session, _directors(numbers))
    return store


def _directors(numbers: range) -> range:
    """Every four works have a director of their own; a chunk is a multiple of four."""
    return range((numbers[0] - 1) // 4 + 1, (numbers[-1] - 1) // 4 + 2)


def _fill(session: Session, chance: random.Random, numbers: range) -> None:
    tables: dict[type[Base], Rows] = {}

    def add(table: type[Base], **facts: Any) -> None:
        tables.setdefault(table, []).append(facts)

    for director in _directors(numbers):
        add(Agent, id=director, kind="person", notes="")
        name = chance.choice(FAMILY) + chance.choice(GIVEN) + chance.choice(GIVEN)
        add(AgentName, agent_id=director, position=0, text=name, language="zh-Hans", reading=reading(name))
    for number in numbers:
        _work(add, chance, number)
    for table in (Agent, AgentName, Work, Name, WorkCountry, Version, Rights, Credit):
        if table in tables:
            session.connection().execute(insert(table.__table__), tables[table])  # type: ignore[arg-type]


def _work(add: Any, chance: random.Random, number: int) -> None:
    country = chance.choice(("CN", "KZ", "SU", "RU", "UZ"))
    add(
        Work, id=number, kind=chance.choice(list(WorkKind)), year=chance.randint(1938, 2026), episodes=None,
        runtime=chance.randint(20, 180), age_mark=chance.choice(("", "6+", "12+")), co_production=False,
        confidence=Confidence.HIGH, verified="", unverified="", source="", notes="", sample=False,
    )  # fmt: skip
    for position, (text, language) in enumerate(titles(chance, country)):
        add(
            Name, work_id=number, position=position, text=text, language=language,
            type=NameType.TRANSLATED if position else NameType.ORIGINAL, preferred=True,
            reading=reading(text) if language == "zh-Hans" else "", reading_auto=language == "zh-Hans",
        )  # fmt: skip
    add(WorkCountry, work_id=number, position=0, country=country, role="", share=None)
    for position, language in enumerate(("zh-Hans", "kk")[: chance.randint(1, 2)]):
        mode = SpokenMode.DUBBED if position else SpokenMode.ORIGINAL
        add(
            Version, work_id=number, position=position, language=language, mode=mode, status=VersionStatus.DELIVERED,
            runtime=None, year=None, studio="", note="",
        )  # fmt: skip
    add(
        Rights, work_id=number, version_id=None, territory="KZ", use=Use.FESTIVAL,
        state=chance.choice(list(RightsState)), starts=date(2026, 1, 1),
        ends=date(2026, chance.randint(2, 12), 28), not_before=None, max_showings=None,
        holder="", note="",
    )  # fmt: skip
    add(
        Credit,
        work_id=number,
        version_id=None,
        agent_id=(number - 1) // 4 + 1,
        role="director",
        position=0,
        character="",
    )


def titles(chance: random.Random, country: str) -> Iterator[tuple[str, str]]:
    """Names of an invented work, the original first: three or four of the four languages."""
    named = [
        (" ".join(chance.choices(KAZAKH, k=chance.randint(1, 3))).capitalize(), "kk-Cyrl"),
        ("".join(chance.choices(CHINESE, k=chance.randint(2, 6))), "zh-Hans"),
        (" ".join(chance.choices(RUSSIAN, k=chance.randint(1, 3))).capitalize(), "ru"),
        (" ".join(chance.choices(ENGLISH, k=chance.randint(1, 3))).title(), "en"),
    ]
    original = {"CN": 1, "KZ": 0}.get(country, 2)
    yield named.pop(original)
    yield from named[: chance.randint(2, 3)]


def measured(works: int) -> dict[str, float]:
    """How long a library of so many works takes to make, and how large it is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.keruen"
        started = time.perf_counter()
        make(path, works).close()
        took = time.perf_counter() - started
        return {"works": works, "made_s": round(took, 2), "work_ms": round(took / works * 1000, 3),
                "size_mb": round(path.stat().st_size / 1e6, 1)}  # fmt: skip


if __name__ == "__main__":
    if sys.argv[2:]:
        make(Path(sys.argv[2]), int(sys.argv[1])).close()
    else:
        print(json.dumps(measured(int(sys.argv[1]) if sys.argv[1:] else 2_000)))
