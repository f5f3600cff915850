"""Titles read for what leaves the house: in their order, with their strands, and only those that are meant."""

from datetime import date

from app.domain.kinds import NameType
from app.domain.queries import parse
from app.domain.title_facts import Choice
from app.store.store import Store
from app.store.title_choice import cards_of, every_title, slate_of, titles_by_number, titles_found, titles_of
from app.store.title_lists import table_shape

DAY = date(2026, 11, 22)


def test_the_whole_catalogue_comes_in_the_order_of_the_language(sample_store: Store) -> None:
    with sample_store.read() as session:
        titles = titles_of(session, every_title(session, "kk"), DAY)
        cards = cards_of(session, titles.choice, DAY)
    assert len(titles.titles) == len(cards.cards) == 133
    assert [title.id for title in titles.titles] == list(titles.choice.ids)
    assert [card.facts for card in cards.cards] == list(titles.titles)
    assert titles.sample


def test_titles_by_number_keep_their_order_and_leave_out_what_is_gone(sample_store: Store) -> None:
    with sample_store.read() as session:
        choice = titles_by_number(session, [9, 3, 9, 10_000, 4], selected=True)
        assert [title.id for title in titles_of(session, choice, DAY).titles] == [9, 3, 4]


def test_a_slate_brings_its_strands(sample_store: Store) -> None:
    with sample_store.read() as session:
        titles = titles_of(session, slate_of(session, 1), DAY)
    assert titles.titles
    assert {title.strand for title in titles.titles} <= {None, *titles.choice.strands}
    assert any(title.strand for title in titles.titles)


def test_a_query_finds_what_the_catalogue_finds(sample_store: Store) -> None:
    with sample_store.read() as session:
        choice = titles_found(session, parse("dub:kk kind:series"), "dub:kk kind:series", "en", DAY)
        titles = titles_of(session, choice, DAY).titles
    assert titles
    assert all(any(version.language == "kk" for version in title.versions) for title in titles)
    assert not choice.every


def test_a_table_has_a_column_for_every_name_there_is(sample_store: Store) -> None:
    with sample_store.read() as session:
        shape = table_shape(session, None)
        titles = titles_of(session, Choice(every_title(session, "en").ids), DAY).titles
    columns = {(column.language, column.type) for column in shape.names}
    assert columns == {(name.language, NameType(name.type)) for title in titles for name in title.names}
    assert shape.names[0].type is NameType.ORIGINAL
