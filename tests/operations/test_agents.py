"""People and organisations have names in many scripts, dated posts and credits; two that are one become one."""

from datetime import date

import pytest
from sqlalchemy import func, select

from app.domain.agents import held_in
from app.domain.kinds import AgentKind, AgentNameType, Role, SpokenMode
from app.errors import UserError
from app.operations import agents, crediting, versions, works
from app.operations.agents import LAST_NAME, OWN_POST, POST_UNTITLED, POST_WRONG
from app.operations.crediting import CREDITED_ALREADY
from app.store.agent_rows import AgentRecord, agent_lines, agent_record, credit_records
from app.store.agents import Agent
from app.store.search import find
from app.store.store import Store
from tests.store.rows import do, records, step


def read(store: Store, agent: int, language: str = "en") -> AgentRecord:
    with store.read() as session:
        found = agent_record(session, agent, language)
    assert found is not None
    return found


def test_a_name_tells_its_language_and_its_reading(store: Store) -> None:
    agent = do(store, agents.add, "陈凯歌")
    do(store, agents.add_name, agent, "Чэнь Кайгэ")
    do(store, agents.add_name, agent, "Chen Kaige", "en", AgentNameType.TRANSLITERATION)
    record = read(store, agent)
    assert [(name.text, name.language, name.reading) for name in record.names] == [
        ("陈凯歌", "zh-Hans", "chén kǎi gē"),
        ("Чэнь Кайгэ", "ru", ""),
        ("Chen Kaige", "en", ""),
    ]
    assert (record.face.title, record.face.second) == ("Chen Kaige", "陈凯歌")
    with store.read() as session:
        assert [hit.id for hit in find(session, "chenkaige", "en") if hit.kind == "agent"] == [agent]


def test_a_corrected_name_is_read_anew_unless_somebody_wrote_the_reading(store: Store) -> None:
    agent = do(store, agents.add, "陈凯歌")
    name = read(store, agent).names[0].id
    do(store, agents.change_name, name, text="章明")
    assert read(store, agent).names[0].reading == "zhāng míng"
    do(store, agents.change_name, name, reading="Zhang Ming")
    do(store, agents.change_name, name, text="章明儿")
    assert read(store, agent).names[0].reading == "Zhang Ming"


def test_the_last_name_stays_and_the_order_can_change(store: Store) -> None:
    agent = do(store, agents.add, "Абай Карпыков")
    with pytest.raises(UserError) as told:
        do(store, agents.remove_name, read(store, agent).names[0].id)
    assert told.value.phrase.message == LAST_NAME
    second = do(store, agents.add_name, agent, "Abai Karpykov")
    do(store, agents.move_name, second, 0)
    assert [name.text for name in read(store, agent).names] == ["Abai Karpykov", "Абай Карпыков"]


def test_posts_are_dated_and_stand_in_organisations(store: Store) -> None:
    agent = do(store, agents.add, "Болат Қалымбетов")
    studio = do(store, agents.add, "Қазақфильм", kind=AgentKind.ORGANISATION)
    do(
        store,
        agents.add_post,
        agent,
        "Director",
        organisation_id=studio,
        starts=date(2010, 1, 1),
        ends=date(2014, 5, 1),
    )
    do(store, agents.add_post, agent, "Adviser", organisation="Ministry of Culture")
    record = read(store, agent, "kk")
    assert [(post.title, post.organisation) for post in record.posts] == [
        ("Director", "Қазақфильм"),
        ("Adviser", "Ministry of Culture"),
    ]
    assert [post.title for post in held_in(record.posts, 2014)] == ["Director", "Adviser"]
    assert [post.title for post in held_in(record.posts, 2015)] == ["Adviser"]
    assert [post.holder for post in read(store, studio, "kk").members] == ["Болат Қалымбетов"]


def test_a_post_that_cannot_be_is_refused(store: Store) -> None:
    agent = do(store, agents.add, "Studio", kind=AgentKind.ORGANISATION)
    for facts, message in (
        ({"title": "Head", "starts": date(2020, 1, 2), "ends": date(2020, 1, 1)}, POST_WRONG),
        ({"title": " "}, POST_UNTITLED),
        ({"title": "Head", "organisation_id": agent}, OWN_POST),
    ):
        with pytest.raises(UserError) as told:
            do(store, agents.add_post, agent, **facts)
        assert told.value.phrase.message == message


def test_whoever_is_credited_cannot_be_deleted_but_others_can(store: Store) -> None:
    work = do(store, works.add, "Келін", "kk-Cyrl")
    credit = do(store, crediting.add_named, work, Role.DIRECTOR, "Ермек Тұрсынов")
    with store.read() as session:
        [line] = credit_records(session, work, "kk")
    with pytest.raises(UserError) as told:
        do(store, agents.delete, line.agent)
    assert (told.value.phrase.n, dict(told.value.phrase.fields)["name"]) == (1, "Ермек Тұрсынов")
    do(store, crediting.remove, credit)
    do(store, agents.add_post, line.agent, "Director")
    before = records(store)
    deleted = step(store, agents.delete, line.agent)
    with store.read() as session:
        assert agent_record(session, line.agent, "kk") is None
    store.replay(deleted)
    assert records(store) == before


def test_a_studio_that_goes_leaves_its_name_in_posts(store: Store) -> None:
    agent, studio = do(store, agents.add, "A B"), do(store, agents.add, "Studio", kind=AgentKind.ORGANISATION)
    do(store, agents.add_post, agent, "Head", organisation_id=studio)
    do(store, agents.delete, studio)
    [post] = read(store, agent).posts
    assert (post.organisation, post.linked) == ("Studio", None)


def test_two_records_of_one_person_become_one_and_come_apart_by_undo(store: Store) -> None:
    first, second = do(store, works.add, "Келін", "kk-Cyrl"), do(store, works.add, "Шал", "kk-Cyrl")
    kept = do(store, agents.add, "Ермек Тұрсынов", country="KZ")
    gone = do(store, agents.add, "Ermek Tursunov", "en")
    do(store, agents.add_name, gone, "Ермек Турсунов", "ru")
    do(store, agents.add_name, gone, "Ермек Тұрсынов", "kk-Cyrl")
    do(store, agents.change, gone, notes="Born 1961", contact="a@example.org")
    do(store, agents.add_post, gone, "Chairman", organisation="Union of Cinematographers")
    for work, agent in ((first, kept), (first, gone), (second, gone)):
        do(store, crediting.add, work, Role.DIRECTOR, agent)
    before = records(store)
    merged = step(store, agents.merge, kept, gone)
    record = read(store, kept)
    assert [name.text for name in record.names] == ["Ермек Тұрсынов", "Ermek Tursunov", "Ермек Турсунов"]
    assert sorted(role.work for role in record.roles) == [first, second]
    assert (record.country, record.notes, record.contact) == ("KZ", "Born 1961", "a@example.org")
    assert [post.title for post in record.posts] == ["Chairman"]
    assert merged.works == {first, second}
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Agent)) == 1
        assert [hit.id for hit in find(session, "tursunov", "en") if hit.kind == "agent"] == [kept]
    undone = store.replay(merged)
    assert records(store) == before
    store.replay(undone)
    assert len(read(store, kept).roles) == 2


def test_credits_stand_on_both_levels_in_their_own_order(store: Store) -> None:
    work = do(store, works.add, "音乐家", "zh-Hans")
    dub = do(store, versions.add_version, work, "kk", SpokenMode.DUBBED)
    director = do(store, agents.add, "西尔扎提·亚合甫")
    do(store, crediting.add, work, Role.DIRECTOR, director)
    do(store, crediting.add_named, work, Role.WRITER, "A Writer")
    voice = do(store, crediting.add_named, work, Role.VOICE_ACTOR, "Берік Айтжанов", version=dub, character=" 冼星海 ")
    boss = do(store, crediting.add_named, work, Role.DUBBING_DIRECTOR, "Dub Boss", version=dub)
    studio = do(store, crediting.add_named, work, Role.DUBBING_STUDIO, "Ақ Орда", version=dub)
    do(store, crediting.move, boss, 0)
    with store.read() as session:
        lines = credit_records(session, work, "kk")
    assert [(line.id, line.version) for line in lines[2:]] == [(boss, dub), (voice, dub), (studio, dub)]
    assert [line.character for line in lines] == ["", "", "", "冼星海", ""]
    assert lines[4].kind is AgentKind.ORGANISATION
    with pytest.raises(UserError) as told:
        do(store, crediting.add, work, Role.DIRECTOR, director)
    assert told.value.phrase.message == CREDITED_ALREADY
    do(store, crediting.add, work, Role.DIRECTOR, director, version=dub)
    roles = read(store, director, "zh").roles
    assert [(role.title, role.language, role.mode) for role in roles] == [
        ("音乐家", "", None),
        ("音乐家", "kk", SpokenMode.DUBBED),
    ]


def test_a_list_of_everybody_is_in_the_order_of_its_reader(store: Store) -> None:
    work = do(store, works.add, "Келін", "kk-Cyrl")
    for name in ("Ұлан", "Абай", "Әсел"):
        do(store, crediting.add_named, work, Role.CAST, name)
    with store.read() as session:
        lines = agent_lines(session, "kk")
    assert [(line.name, line.works) for line in lines] == [("Абай", 1), ("Әсел", 1), ("Ұлан", 1)]
