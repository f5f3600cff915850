"""A work is entered, corrected, named, ordered, doubled and taken away."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import Confidence, NameType, SpokenMode, WorkKind
from app.errors import UserError
from app.operations import versions, works
from app.store import search
from app.store.belongings import tables
from app.store.store import Store
from app.store.work_order import sorted_ids
from app.store.work_rows import work_names
from app.store.works import Name, Version, Work, WorkCountry
from app.words import phrase
from tests.store.rows import do, records

NAME = "Қайран қарттар"


@pytest.fixture
def work(store: Store) -> int:
    return do(store, works.add, NAME, "kk-Cyrl", year=2015, runtime=90, countries=["CN"])


def names(store: Store, work: int) -> list[tuple[str, str, bool]]:
    with store.read() as session:
        return [(name.text, name.language, name.preferred) for name in work_names(session, {work})[work]]


def name_id(store: Store, text: str) -> int:
    with store.read() as session:
        return session.scalars(select(Name.id).where(Name.text == text)).one()


def found(store: Store, text: str) -> list[int]:
    with store.read() as session:
        return [hit.id for hit in search.find(session, text, "en")]


def refused(store: Store, operation: object, *args: object, **facts: object) -> str:
    """The message of the refusal; nothing may have changed."""
    before = records(store)
    with pytest.raises(UserError) as refusal:
        do(store, operation, *args, **facts)  # type: ignore[arg-type]
    assert records(store) == before
    return refusal.value.phrase.message


def test_a_work_is_entered_by_its_original_name(store: Store, work: int) -> None:
    with store.read() as session:
        row = session.get_one(Work, work)
        assert (row.kind, row.year, row.runtime, row.co_production) == (WorkKind.FEATURE, 2015, 90, False)
        (name,) = row.names
        assert (name.text, name.language, name.type, name.preferred) == (NAME, "kk-Cyrl", NameType.ORIGINAL, True)
        assert [country.country for country in row.countries] == ["CN"]
        for language in ("kk", "zh", "ru", "en"):
            assert sorted_ids(session, language) == [work]
    assert found(store, "qairan") == [work]


def test_two_countries_make_a_co_production(store: Store) -> None:
    work = do(store, works.add, "音乐家", "zh-Hans", countries=["CN", "KZ"])
    with store.read() as session:
        row = session.get_one(Work, work)
        assert row.co_production
        assert (row.names[0].reading, row.names[0].reading_auto) == ("yīn yuè jiā", True)


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "\u200b", "…", "\u202e"])
def test_a_name_without_a_letter_is_refused(store: Store, work: int, text: str) -> None:
    if text == "…":  # a title may be nothing but signs
        do(store, works.add, text, "zxx")
        return
    for operation, args in (
        (works.add, (text, "kk-Cyrl")), (works.rename, (work, "en", text)), (works.add_name, (work, text, "en")),
    ):  # fmt: skip
        assert refused(store, operation, *args) == works.NAME_EMPTY
    assert refused(store, works.change_name, name_id(store, NAME), text=text) == works.NAME_EMPTY


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"year": 1879}, works.YEAR_WRONG), ({"year": 2101}, works.YEAR_WRONG), ({"year": 0}, works.YEAR_WRONG),
        ({"runtime": 0}, works.RUNTIME_WRONG), ({"runtime": 6001}, works.RUNTIME_WRONG),
        ({"runtime": -90}, works.RUNTIME_WRONG), ({"episodes": 0}, works.EPISODES_WRONG),
        ({"episodes": 10001}, works.EPISODES_WRONG), ({"age_mark": "13+"}, works.AGE_WRONG),
        ({"age_mark": "6"}, works.AGE_WRONG), ({"notes": "x", "year": 1}, works.YEAR_WRONG),
    ],
)  # fmt: skip
def test_facts_that_cannot_be_are_refused(store: Store, work: int, facts: dict[str, object], message: str) -> None:
    assert refused(store, works.change, work, **facts) == message
    if not facts.keys() - {"year", "runtime"}:
        assert refused(store, works.add, NAME, "kk-Cyrl", **facts) == message


def test_facts_are_corrected(store: Store, work: int) -> None:
    do(
        store, works.change, work, kind=WorkKind.SERIES, year=None, episodes=36, age_mark="6-",
        confidence=Confidence.LOW, source=" tv7.kz ", notes=" as written ",
    )  # fmt: skip
    with store.read() as session:
        row = session.get_one(Work, work)
        assert (row.kind, row.year, row.episodes, row.age_mark) == (WorkKind.SERIES, None, 36, "6-")
        assert (row.confidence, row.source, row.notes) == (Confidence.LOW, "tv7.kz", " as written ")


def test_a_field_that_is_none_is_a_bug(store: Store, work: int) -> None:
    with pytest.raises(AssertionError):
        do(store, works.change, work, titel="x")


def test_what_is_gone_is_told(store: Store) -> None:
    for operation, args in (
        (works.change, (99,)), (works.rename, (99, "en", "x")), (works.add_name, (99, "x", "en")),
        (works.set_countries, (99, ["KZ"])), (works.delete, (99,)), (works.duplicate, (99,)),
    ):  # fmt: skip
        assert refused(store, operation, *args) == works.NO_WORK


def test_a_new_name_is_found_at_once_and_the_old_one_no_more(store: Store, work: int) -> None:
    do(store, works.rename, work, "en", "Bald")
    assert found(store, "bald") == [work]
    do(store, works.rename, work, "en", "Shaven")
    assert (found(store, "shaven"), found(store, "bald")) == ([work], [])
    assert names(store, work) == [(NAME, "kk-Cyrl", True), ("Shaven", "en", True)]


def test_a_name_is_kept_tidy(store: Store, work: int) -> None:
    do(store, works.add_name, work, "  Hey,\u200b  Old\u202e Man!\n", "en")
    assert names(store, work)[1][0] == "Hey, Old Man!"


def test_the_first_name_of_a_language_is_the_preferred_one(store: Store, work: int) -> None:
    first = do(store, works.add_name, work, "Hey, Old Man!", "en")
    second = do(store, works.add_name, work, "Old Boys", "en", NameType.FESTIVAL)
    assert [preferred for _, _, preferred in names(store, work)] == [True, True, False]
    do(store, works.prefer_name, second)
    assert [preferred for _, _, preferred in names(store, work)] == [True, False, True]
    do(store, works.remove_name, second)
    assert names(store, work)[1] == ("Hey, Old Man!", "en", True)
    assert first == name_id(store, "Hey, Old Man!")


def test_the_last_name_stays(store: Store, work: int) -> None:
    assert "at least one name" in refused(store, works.remove_name, name_id(store, NAME))
    assert names(store, work) == [(NAME, "kk-Cyrl", True)]


def test_a_reading_follows_the_text_until_somebody_corrects_it(store: Store, work: int) -> None:
    name = do(store, works.add_name, work, "长安", "zh-Hans")

    def reading() -> tuple[str, bool]:
        with store.read() as session:
            row = session.get_one(Name, name)
            return row.reading, row.reading_auto

    assert reading() == ("cháng ān", True)
    do(store, works.change_name, name, text="嘿，老头！")
    assert reading()[1]
    assert reading()[0].startswith("hēi")
    do(store, works.change_name, name, reading=" hāi lǎo tóu ")
    assert reading() == ("hāi lǎo tóu", False)
    do(store, works.change_name, name, text="老头")
    assert reading() == ("hāi lǎo tóu", False)
    do(store, works.change_name, name, reading="")
    assert reading() == ("", False)


def test_names_are_put_in_order(store: Store, work: int) -> None:
    do(store, works.add_name, work, "嘿，老头！", "zh-Hans")
    last = do(store, works.add_name, work, "Hey, Old Man!", "en")
    do(store, works.move_name, last, 0)
    assert [language for _, language, _ in names(store, work)] == ["en", "kk-Cyrl", "zh-Hans"]
    do(store, works.move_name, last, 99)
    assert [language for _, language, _ in names(store, work)] == ["kk-Cyrl", "zh-Hans", "en"]
    do(store, works.move_name, last, -3)
    assert names(store, work)[0][1] == "en"


def test_countries_keep_their_rows_when_they_are_put_in_order(store: Store, work: int) -> None:
    def rows(session: Session) -> list[tuple[int, str]]:
        query = select(WorkCountry.id, WorkCountry.country).order_by(WorkCountry.position)
        return [(row.id, row.country) for row in session.execute(query)]

    do(store, works.set_countries, work, ["KZ", "CN", "KZ"])
    with store.read() as session:
        before = rows(session)
        assert [country for _, country in before] == ["KZ", "CN"]
        assert session.get_one(Work, work).co_production
    do(store, works.set_countries, work, ["CN", "KZ"])
    with store.read() as session:
        assert rows(session) == before[::-1]
    do(store, works.set_countries, work, [])
    with store.read() as session:
        assert not session.get_one(Work, work).co_production


def test_a_double_has_everything_but_the_numbers(store: Store, work: int) -> None:
    do(store, works.add_name, work, "Hey, Old Man!", "en")
    do(store, versions.add_version, work, "kk", SpokenMode.DUBBED, ["ru", "en"])
    twin = do(store, works.duplicate, work)
    assert names(store, twin) == names(store, work)
    with store.read() as session:
        one, other = session.get_one(Work, work), session.get_one(Work, twin)
        assert [c.country for c in other.countries] == ["CN"]
        assert [[s.language for s in v.subtitles] for v in other.versions] == [["ru", "en"]]
        assert {v.id for v in one.versions}.isdisjoint(v.id for v in other.versions)
    assert sorted(found(store, "old man")) == [work, twin]


def test_a_work_goes_with_all_that_hangs_on_it(sample_store: Store) -> None:
    with sample_store.read() as session:
        every = list(session.scalars(select(Work.id)))
        assert session.scalars(select(Version.id)).first()
    do(sample_store, works.delete_all, every)
    left = {name for name, rows in records(sample_store).items() if rows}
    assert left.isdisjoint(tables())
    assert {row[3] for row in records(sample_store)["part"]} <= {"talk"}


def test_many_works_go_in_one_step(sample_store: Store) -> None:
    before = records(sample_store)
    step = sample_store.write(phrase("Delete titles"), works.delete_all, [1, 2, 3])[1]
    with sample_store.read() as session:
        assert len(sorted_ids(session, "kk")) == 130
    sample_store.replay(step)
    assert records(sample_store) == before
