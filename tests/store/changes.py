"""Everything one can do to a library, done at random: each verb picks what it works on among what is there."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import (
    Confidence,
    CopyFormat,
    CustodyKind,
    Measure,
    NameType,
    PartKind,
    ProgrammeKind,
    RightsState,
    ScreeningStatus,
    SlateState,
    SpokenMode,
    TrackKind,
    Use,
    VersionStatus,
    WorkKind,
)
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import careers, clearances, copies, programmes, rights, screenings, venues, versions, works
from app.operations.screenings import PartSpec
from app.store.copies import Copy, Key
from app.store.programmes import Programme, ProgrammeHall, SlateEntry, Strand
from app.store.rights import Rights
from app.store.screenings import Part, Screening
from app.store.venues import Hall, Venue
from app.store.works import Name, Version, Work

NAMES = (
    ("Қайран қарттар", "kk-Cyrl"), ("嘿，老头！", "zh-Hans"), ("Қыз Жібек", "kk-Cyrl"), ("18 килогерц", "ru"),
    ("Hey, Old Man!", "en"), ("Шал", "kk-Cyrl"), ("长安的荔枝", "zh-Hans"), ("5:32", "zxx"), ("Ақсуат", "kk-Cyrl"),
)  # fmt: skip
FIRST = date(2026, 10, 16)


class Nothing(Exception):  # noqa: N818 - a verb found nothing to work on
    """There is no row of the kind a verb needs."""


def change(session: Session, seed: int) -> None:
    """Do one thing, chosen by `seed`. Raises `UserError` when it is refused and `Nothing` when it cannot be."""
    chance = random.Random(seed)
    chance.choice(VERBS)(session, chance)


def _one(session: Session, chance: random.Random, table: Any, *where: Any) -> int:
    ids = list(session.scalars(select(table.id).where(*where).order_by(table.id)))
    if not ids:
        raise Nothing
    return int(chance.choice(ids))


def _some(session: Session, chance: random.Random, table: Any, *where: Any) -> int | None:
    try:
        return _one(session, chance, table, *where) if chance.random() < 0.7 else None
    except Nothing:
        return None


def _four(chance: random.Random) -> FourNames:
    return FourNames(*(chance.choice(("", name)) for name in ("Апта", "周", "Неделя", "Week")))


def _starts(chance: random.Random) -> datetime:
    return datetime(2026, 10, 16, 10) + timedelta(minutes=5 * chance.randrange(800))


def add_work(session: Session, chance: random.Random) -> None:
    name, language = chance.choice(NAMES)
    works.add(
        session, name, language, kind=chance.choice(list(WorkKind)), year=chance.choice((None, 1970, 2024)),
        runtime=chance.choice((None, 90, 141)), countries=chance.sample(["KZ", "CN", "SU", "RU"], chance.randrange(4)),
    )  # fmt: skip


def change_work(session: Session, chance: random.Random) -> None:
    facts = {
        "kind": chance.choice(list(WorkKind)), "year": chance.choice((None, 1999, 3000)),
        "age_mark": chance.choice(works.AGE_MARKS), "confidence": chance.choice(list(Confidence)),
        "notes": chance.choice(("", "A note\nin two lines", "注")), "episodes": chance.choice((None, 8)),
    }  # fmt: skip
    works.change(session, _one(session, chance, Work), **dict(chance.sample(sorted(facts.items()), 2)))


def rename_work(session: Session, chance: random.Random) -> None:
    name, language = chance.choice(NAMES)
    works.rename(session, _one(session, chance, Work), language, name + chance.choice(("", " 2", "…")))


def name_work(session: Session, chance: random.Random) -> None:
    name, language = chance.choice(NAMES)
    works.add_name(session, _one(session, chance, Work), name, language, chance.choice(list(NameType)))


def change_name(session: Session, chance: random.Random) -> None:
    name, language = chance.choice(NAMES)
    facts = chance.choice(({"text": name, "language": language}, {"reading": "a b"}, {"type": NameType.FORMER}))
    works.change_name(session, _one(session, chance, Name), **facts)


def order_names(session: Session, chance: random.Random) -> None:
    name = _one(session, chance, Name)
    chance.choice((works.prefer_name, works.remove_name, lambda s, n: works.move_name(s, n, chance.randrange(3))))(
        session, name
    )


def set_countries(session: Session, chance: random.Random) -> None:
    works.set_countries(session, _one(session, chance, Work), chance.sample(["KZ", "CN", "UZ"], chance.randrange(4)))


def delete_work(session: Session, chance: random.Random) -> None:
    works.delete(session, _one(session, chance, Work))


def duplicate_work(session: Session, chance: random.Random) -> None:
    works.duplicate(session, _one(session, chance, Work))


def add_version(session: Session, chance: random.Random) -> None:
    subtitles = chance.sample(["kk", "ru", "en"], chance.randrange(3))
    versions.add_version(
        session,
        _one(session, chance, Work),
        chance.choice(("kk", "zh-Hans", "ru")),
        chance.choice(list(SpokenMode)),
        subtitles,
    )


def change_version(session: Session, chance: random.Random) -> None:
    version = _one(session, chance, Version)
    if chance.random() < 0.5:
        versions.set_subtitles(session, version, chance.sample(["kk", "ru", "en", "zh-Hans"], chance.randrange(4)))
    else:
        versions.change_version(
            session, version, status=chance.choice(list(VersionStatus)), runtime=chance.choice((None, 100))
        )


def remove_version(session: Session, chance: random.Random) -> None:
    versions.remove_version(session, _one(session, chance, Version))


def add_copy(session: Session, chance: random.Random) -> None:
    work = _one(session, chance, Work)
    version = _some(session, chance, Version, Version.work_id == work)
    copies.add(session, work, "DCP A", version_id=version, format=chance.choice(list(CopyFormat)))


def change_copy(session: Session, chance: random.Random) -> None:
    copy = _one(session, chance, Copy)
    if chance.random() < 0.4:
        copies.remove(session, copy)
    else:
        copies.change(session, copy, place=chance.choice(("", "Алматы")), name="DCP B")


def hang_on_copy(session: Session, chance: random.Random) -> None:
    copy = _one(session, chance, Copy)
    match chance.randrange(4):
        case 0:
            copies.add_track(session, copy, chance.choice(list(TrackKind)), "ru")
        case 1:
            copies.add_key(session, copy, hall_id=_some(session, chance, Hall))
        case 2:
            copies.record(session, copy, FIRST, chance.choice(list(CustodyKind)), place="Алматы")
        case _:
            copies.remove_key(session, _one(session, chance, Key))


def hang_on_work(session: Session, chance: random.Random) -> None:
    work = _one(session, chance, Work)
    match chance.randrange(4):
        case 0:
            version = _some(session, chance, Version, Version.work_id == work)
            clearances.add(session, work, chance.choice(("KZ", "CN")), version_id=version)
        case 1:
            clearances.add_rating(session, work, "RU", "12+")
        case 2:
            careers.add_figure(session, work, chance.choice(list(Measure)), 7)
        case _:
            careers.add_award(session, work, "Фестиваль", year=2020)


def add_rights(session: Session, chance: random.Random) -> None:
    work = _one(session, chance, Work)
    starts, ends = (chance.choice((None, FIRST + timedelta(days=chance.randrange(-9, 9)))) for _ in range(2))
    state, use = chance.choice(list(RightsState)), chance.choice(list(Use))
    rights.add(session, work, state, starts=starts, ends=ends, use=use)


def change_rights(session: Session, chance: random.Random) -> None:
    licence = _one(session, chance, Rights)
    if chance.random() < 0.3:
        rights.remove(session, licence)
    else:
        rights.change(session, licence, state=chance.choice(list(RightsState)), max_showings=chance.choice((None, 2)))


def add_place(session: Session, chance: random.Random) -> None:
    if chance.random() < 0.3:
        venues.add_venue(session, _four(chance), _four(chance))
    else:
        venues.add_hall(session, _one(session, chance, Venue), _four(chance), seats=chance.choice((None, 100)))


def change_hall(session: Session, chance: random.Random) -> None:
    venues.change_hall(session, _one(session, chance, Hall), names=_four(chance), turnaround=chance.choice((10, 20)))


def add_programme(session: Session, chance: random.Random) -> None:
    halls = list(session.scalars(select(Hall.id)))
    last = FIRST + timedelta(days=chance.randrange(-1, 5))
    kind, some = chance.choice(list(ProgrammeKind)), chance.sample(halls, chance.randint(0, len(halls)))
    programmes.add(session, _four(chance), FIRST, last, kind=kind, halls=some)


def change_programme(session: Session, chance: random.Random) -> None:
    programme = _one(session, chance, Programme)
    halls = list(session.scalars(select(Hall.id)))
    match chance.randrange(4):
        case 0:
            programmes.change(session, programme, notes="Ескерту", day_start=chance.choice((240, 300)))
        case 1:
            programmes.set_halls(session, programme, chance.sample(halls, chance.randint(0, len(halls))))
        case 2:
            programmes.add_strand(session, programme, _four(chance))
        case _ if chance.random() < 0.3:
            programmes.delete(session, programme)


def add_entry(session: Session, chance: random.Random) -> None:
    programme, work = _one(session, chance, Programme), _one(session, chance, Work)
    programmes.add_entry(
        session, programme, work, state=chance.choice(list(SlateState)), showings=chance.randrange(4),
        strand=_some(session, chance, Strand, Strand.programme_id == programme),
        version=_some(session, chance, Version, Version.work_id == work),
        intro=chance.choice((0, 5)), qa=chance.choice((0, 20)), reason="жоқ",
    )  # fmt: skip


def change_entry(session: Session, chance: random.Random) -> None:
    entry = _one(session, chance, SlateEntry)
    if chance.random() < 0.3:
        programmes.remove_entry(session, entry)
    else:
        programmes.change_entry(session, entry, state=chance.choice(list(SlateState)), reason="жоқ", note="…")


def place(session: Session, chance: random.Random) -> None:
    entry = session.get_one(SlateEntry, _one(session, chance, SlateEntry))
    hall = session.get_one(ProgrammeHall, _one(session, chance, ProgrammeHall))
    screenings.place(session, entry.programme_id, entry.id, hall.hall_id, _starts(chance))


def add_event(session: Session, chance: random.Random) -> None:
    hall = session.get_one(ProgrammeHall, _one(session, chance, ProgrammeHall))
    parts = [PartSpec(PartKind.TALK, 60), PartSpec(chance.choice(list(PartKind)), chance.choice((0, 10)))]
    screenings.add_event(session, hall.programme_id, hall.hall_id, _starts(chance), parts, names=_four(chance))


def move(session: Session, chance: random.Random) -> None:
    one, other = (_one(session, chance, Screening) for _ in range(2))
    hall = _one(session, chance, Hall)
    match chance.randrange(3):
        case 0:
            screenings.move(session, one, hall, _starts(chance))
        case 1:
            screenings.swap(session, one, other)
        case _:
            screenings.duplicate(session, one, hall, _starts(chance))


def change_screening(session: Session, chance: random.Random) -> None:
    screening = _one(session, chance, Screening)
    match chance.randrange(6):
        case 0:
            screenings.set_status(session, screening, chance.choice(list(ScreeningStatus)))
        case 1:
            screenings.lock(session, screening, locked=chance.random() < 0.5)
        case 2:
            screenings.set_tail(session, screening, chance.choice(list(PartKind)), chance.choice((0, 5, 15)))
        case 3:
            screenings.change(session, screening, note="Қонақ келеді", names=_four(chance))
        case 4:
            screenings.use_copy(session, screening, _one(session, chance, Copy))
        case _:
            screenings.unplace(session, screening)


def change_showing(session: Session, chance: random.Random) -> None:
    part = session.get_one(Part, _one(session, chance, Part, Part.work_id.is_not(None)))
    assert part.work_id is not None
    version = _some(session, chance, Version, Version.work_id == part.work_id)
    screenings.use_version(session, part.screening_id, part.work_id, version)


def accept(session: Session, chance: random.Random) -> None:
    screenings.accept(
        session, _one(session, chance, Programme), f"hall_taken/{chance.randrange(9)}", chance.choice(("", "Келісілді"))
    )


VERBS: tuple[Callable[[Session, random.Random], None], ...] = (
    add_work, add_work, change_work, rename_work, name_work, change_name, order_names, set_countries, delete_work,
    duplicate_work, add_version, change_version, remove_version, add_copy, change_copy, hang_on_copy, hang_on_work,
    add_rights, change_rights,
    add_place, change_hall, add_programme, change_programme, add_entry, add_entry, change_entry, place, place, place,
    add_event, move, change_screening, change_screening, change_showing, accept,
)  # fmt: skip

REFUSALS = (UserError, Nothing)
