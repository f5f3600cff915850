"""Names written by rule follow their origin until a person confirms them; pasted ones come in one step."""

import pytest

from app.domain.kinds import NameType
from app.errors import UserError
from app.operations import names, works
from app.store.store import Store
from app.store.work_order import sorted_ids
from app.store.works import Name
from tests.store.rows import do, indexed, records, step


@pytest.fixture
def work(store: Store) -> int:
    return do(store, works.add, "Қайран қарттар", "kk-Cyrl")


def texts(store: Store, work: int) -> list[tuple[str, str, bool]]:
    with store.read() as session:
        return [(name.text, name.language, name.auto) for name in works.work_of(session, work).names]


def first(store: Store, work: int, tag: str) -> int:
    with store.read() as session:
        return next(name.id for name in works.work_of(session, work).names if name.language == tag)


def test_an_automatic_name_follows_its_origin_until_it_is_confirmed(store: Store, work: int) -> None:
    latin = do(store, names.add_automatic, work, "kk-Latn")
    arabic = do(store, names.add_automatic, work, "kk-Arab")
    assert texts(store, work)[1:] == [("Qairan qarttar", "kk-Latn", True), ("قايران قارتتار", "kk-Arab", True)]
    do(store, works.change_name, first(store, work, "kk-Cyrl"), text="Қайран қарт")
    assert texts(store, work)[1:] == [("Qairan qart", "kk-Latn", True), ("قايران قارت", "kk-Arab", True)]
    do(store, names.confirm, latin)
    do(store, works.change_name, arabic, text="قايران")
    do(store, works.change_name, first(store, work, "kk-Cyrl"), text="Келин")
    assert texts(store, work)[1:] == [("Qairan qart", "kk-Latn", False), ("قايران", "kk-Arab", False)]


def test_pinyin_follows_the_reading_a_person_corrected(store: Store) -> None:
    work = do(store, works.add, "长安", "zh-Hans")
    do(store, names.add_automatic, work, "zh-Latn-pinyin")
    assert texts(store, work)[1][0].lower().replace(" ", "").replace("'", "") == "cháng'ān".replace("'", "")
    do(store, works.change_name, first(store, work, "zh-Hans"), reading="zhǎng ān")
    assert texts(store, work)[1][0].startswith("Zhǎng")


def test_what_nothing_tells_is_refused(store: Store, work: int) -> None:
    with pytest.raises(UserError) as refusal:
        do(store, names.add_automatic, work, "zh-Latn-pinyin")
    assert refusal.value.phrase.message == names.NOT_TOLD


def test_an_automatic_name_bears_its_role_and_keeps_its_text_without_its_origin(store: Store, work: int) -> None:
    do(store, names.add_automatic, work, "kk-Latn")
    do(store, works.add_name, work, "Hey, Old Man!", "en")
    do(store, works.remove_name, first(store, work, "kk-Cyrl"))
    assert texts(store, work) == [("Qairan qarttar", "kk-Latn", True), ("Hey, Old Man!", "en", False)]
    with store.read() as session:
        assert session.get_one(Name, first(store, work, "kk-Latn")).type is NameType.TRANSLITERATED


def test_a_reading_is_confirmed(store: Store) -> None:
    work = do(store, works.add, "音乐家", "zh-Hans")
    do(store, names.confirm, first(store, work, "zh-Hans"))
    with store.read() as session:
        row = works.work_of(session, work).names[0]
        assert (row.reading, row.reading_auto) == ("yīn yuè jiā", False)


def test_pasted_names_come_and_go_in_one_step(store: Store, work: int) -> None:
    before, found = records(store), indexed(store)
    made = step(store, names.add_names, work, [("Hey, Old Man!", "en"), ("嘿，老头", "zh-Hans"), ("Эй, старик", "ru")])
    assert [text for text, *_ in texts(store, work)] == ["Қайран қарттар", "Hey, Old Man!", "嘿，老头", "Эй, старик"]
    store.replay(made)
    assert (records(store), indexed(store)) == (before, found)


def test_a_title_stands_where_its_reading_belongs(store: Store) -> None:
    digits, abai, yak = (do(store, works.add, name, "ru") for name in ("5:32", "Абай", "Яр"))
    with store.read() as session:
        assert sorted_ids(session, "ru") == [digits, abai, yak]
    do(store, works.change_name, first(store, digits, "ru"), reading="Пять тридцать два")
    with store.read() as session:
        assert sorted_ids(session, "ru") == [abai, digits, yak]
