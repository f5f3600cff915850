"""Two titles that are one become one: nothing is lost, nothing there twice, and undo brings both back."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from app.domain.kinds import NameType, RightsState, Role, SlateState, SpokenMode, WorkKind
from app.domain.merging import FACTS, Side, differences, given_up, settled, together
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import copies, data_repairs, merging, programmes, screenings, venues, versions, works
from app.store.agents import Agent, AgentName, Credit
from app.store.attachments import Attachment
from app.store.careers import Award
from app.store.clearances import Clearance
from app.store.copies import Copy, Track
from app.store.evidence import Claim, Identifier
from app.store.judgements import DistinctPair
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.schema import metadata
from app.store.screenings import Part, Screening
from app.store.store import Store
from app.store.synopses import Synopsis
from app.store.works import Name, Version, Work, WorkCountry
from tests.store.rows import do, indexed, records, step

FIRST = date(2026, 10, 16)


def fill(session) -> tuple[int, int]:
    """Two records of one film, each with everything that can hang on a title, some of it in both."""
    director = Agent(names=[AgentName(text="Ермек Тұрсынов", language="kk")])
    session.add(director)
    keep = works.add(session, "Шал", "kk-Cyrl", year=2012, countries=["KZ"])
    gone = works.add(session, "Шал", "kk-Cyrl", year=2013, runtime=102, countries=["KZ", "RU"])
    works.add_name(session, gone, "Старик", "ru", NameType.RELEASE)
    works.change(session, keep, notes="Seen in Astana", source="catalogue")
    works.change(session, gone, notes="Seen in Astana\nA copy is in Moscow", source="kinopoisk", kind=WorkKind.SHORT)
    hall = venues.add_hall(
        session, venues.add_venue(session, FourNames(en="Cinema"), FourNames(en="Almaty")), FourNames(en="Hall")
    )
    programme = programmes.add(session, FourNames(en="Week"), FIRST, FIRST, halls=[hall])
    other = programmes.add(session, FourNames(en="Other"), FIRST, FIRST, halls=[hall])
    session.flush()
    for number, work in enumerate((keep, gone)):
        version = versions.add_version(session, work, "kk", SpokenMode.ORIGINAL, ("ru",))
        entry = programmes.add_entry(session, programme, work, state=SlateState.CONFIRMED, version=version)
        screenings.place(session, programme, entry, hall, datetime(2026, 10, 16, 12 + 4 * number))
        copy = copies.add(session, work, f"DCP {number}", version_id=version)
        session.add(Track(copy_id=copy, kind="audio", language="kk"))
        session.add(Credit(work_id=work, agent_id=director.id, role=Role.DIRECTOR))
        session.add(Attachment(work_id=work, kind="poster", name="p.png", media_type="image/png", size=1, digest="d"))
        session.add(Identifier(work_id=work, scheme="imdb", value="tt1234567"))
        session.add(Rights(work_id=work, version_id=version, state=RightsState.CLEARED, holder=f"Studio {number}"))
    session.add(Award(work_id=gone, event="Almaty"))
    session.add(Clearance(work_id=gone, version_id=version, number="7"))
    session.add(Synopsis(work_id=gone, language="ru", text="О старике"))
    dubbed = versions.add_version(session, gone, "ru", SpokenMode.DUBBED)
    session.add(Credit(work_id=gone, agent_id=director.id, role=Role.VOICE_ACTOR, version_id=dubbed))
    programmes.add_entry(session, other, gone)
    return keep, gone


@pytest.fixture
def pair(store: Store) -> tuple[int, int]:
    return do(store, fill)


def count(store: Store, model: type, *where: object) -> int:
    with store.read() as session:
        return len(session.scalars(select(model).where(*where)).all())


def test_nothing_leads_to_the_one_that_went(store: Store, pair: tuple[int, int]) -> None:
    keep, gone = pair
    do(store, merging.merge, keep, gone)
    with store.read() as session:
        for table in metadata().tables.values():
            for column in table.columns:
                if any(key.column.table.name == "work" for key in column.foreign_keys):
                    left = session.execute(select(table).where(column == gone)).all()
                    assert left == [], f"{table.name}.{column.name}"
        assert session.get(Work, gone) is None


def test_what_both_had_is_there_once_and_what_one_had_is_kept(store: Store, pair: tuple[int, int]) -> None:
    keep, gone = pair
    do(store, merging.merge, keep, gone)
    mine = (Name, 2), (WorkCountry, 2), (Version, 2), (Credit, 2), (Attachment, 1), (Identifier, 1), (Rights, 2)
    more = (Copy, 2), (Award, 1), (Clearance, 1), (Synopsis, 1), (SlateEntry, 2)
    assert {model.__tablename__: count(store, model, model.work_id == keep) for model, _n in (*mine, *more)} == {
        model.__tablename__: n for model, n in (*mine, *more)
    }
    assert count(store, Track) == 2
    assert count(store, Screening) == 2
    assert count(store, Part, Part.work_id == keep) == 2
    with store.read() as session:
        entries = set(session.scalars(select(Screening.entry_id)))
        assert len(entries) == 1
        assert session.scalars(select(Name.text).where(Name.work_id == keep).order_by(Name.position)).all() == [
            "Шал", "Старик",
        ]  # fmt: skip


def test_facts_come_from_the_side_that_knows_them_and_contradictions_are_kept_as_claims(
    store: Store, pair: tuple[int, int]
) -> None:
    keep, gone = pair
    do(store, merging.merge, keep, gone, {"year": Side.GONE})
    with store.read() as session:
        work = session.get_one(Work, keep)
        assert (work.year, work.runtime, work.kind) == (2013, 102, WorkKind.FEATURE)
        assert work.notes == "Seen in Astana\nA copy is in Moscow"
        claims = session.execute(select(Claim.fact, Claim.value, Claim.source).where(Claim.work_id == keep))
        assert {tuple(row) for row in claims} == {("year", "2012", "catalogue"), ("kind", "short", "kinopoisk")}


def test_a_merging_is_one_step_back_and_forth_to_the_letter(store: Store, pair: tuple[int, int]) -> None:
    keep, gone = pair
    before = records(store), indexed(store)
    merged = step(store, merging.merge, keep, gone)
    after = records(store), indexed(store)
    undone = store.replay(merged)
    assert (records(store), indexed(store)) == before
    store.replay(undone)
    assert (records(store), indexed(store)) == after


def test_what_was_told_apart_from_the_one_that_went_is_told_apart_from_the_other(
    store: Store, pair: tuple[int, int]
) -> None:
    keep, gone = pair
    third = do(store, works.add, "Шал", "kk-Cyrl")
    do(store, data_repairs.tell_apart, gone, third)
    do(store, data_repairs.tell_apart, keep, gone)
    do(store, merging.merge, keep, gone)
    with store.read() as session:
        pairs = session.execute(select(DistinctPair.work_id, DistinctPair.other_id)).all()
        assert [tuple(row) for row in pairs] == [(keep, third)]


def test_a_title_is_not_merged_with_itself_nor_with_its_own_season(store: Store, pair: tuple[int, int]) -> None:
    keep, gone = pair
    for refused in ((keep, keep),):
        with pytest.raises(UserError):
            do(store, merging.merge, *refused)
    do(store, works.change, gone, parent_id=keep)
    for one, other in ((keep, gone), (gone, keep)):
        with pytest.raises(UserError) as refusal:
            do(store, merging.merge, one, other)
        assert refusal.value.phrase.message == merging.KIN


def test_texts_of_both_are_put_together_and_said_once() -> None:
    assert together("a\nb", "b\nc") == "a\nb\nc"
    assert together("", "x ") == "x"


def test_the_side_that_knows_is_proposed() -> None:
    facts = dict.fromkeys(FACTS, "")
    found = differences({**facts, "year": None, "runtime": 90}, {**facts, "year": 2012, "runtime": 95})
    assert settled(found, {}) == {"year": 2012, "runtime": 90}
    assert settled(found, {"runtime": Side.GONE}) == {"year": 2012, "runtime": 95}
    assert given_up(found, {}) == {"runtime": 95}
