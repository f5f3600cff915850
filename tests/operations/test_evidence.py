"""Synopses, sources and numbers of others: values stand side by side, and the preferred one is the work's."""

from datetime import date

import pytest

from app.domain.kinds import Confidence, Scheme, SynopsisKind, WorkKind
from app.errors import UserError
from app.operations import evidence, synopses, works
from app.store import evidence_rows
from app.store.evidence_rows import ClaimLine
from app.store.store import Store
from app.store.works import Work, WorkCountry
from tests.store.rows import do


@pytest.fixture
def work(store: Store) -> int:
    found = do(store, works.add, "音乐家", "zh-Hans", year=2018, countries=["CN", "KZ"])
    do(store, works.change, found, source="tv7.kz", confidence=Confidence.LOW, unverified="year, runtime")
    return found


def claims(store: Store, work: int, fact: str) -> list[ClaimLine]:
    with store.read() as session:
        return list(evidence_rows.evidence(session, work, "en").claims.get(fact, ()))


def fact(store: Store, work: int, name: str) -> object:
    with store.read() as session:
        return getattr(session.get_one(Work, work), name)


def test_another_value_stands_beside_the_one_there_is(store: Store, work: int) -> None:
    other = do(
        store, evidence.add_claim, work, "year", "2019", source="douban", confidence=Confidence.HIGH,
        seen=date(2026, 11, 1),
    )  # fmt: skip
    assert [(line.value, line.source, line.confidence, line.preferred) for line in claims(store, work, "year")] == [
        ("2018", "tv7.kz", Confidence.LOW, True),
        ("2019", "douban", Confidence.HIGH, False),
    ]
    assert fact(store, work, "year") == 2018
    do(store, evidence.prefer_claim, other)
    assert (fact(store, work, "year"), fact(store, work, "unverified")) == (2019, "runtime")
    assert [line.value for line in claims(store, work, "year")] == ["2019", "2018"]


def test_the_first_source_of_an_empty_fact_gives_it_its_value(store: Store, work: int) -> None:
    do(store, evidence.add_claim, work, "runtime", " 134 ")
    assert fact(store, work, "runtime") == 134
    (line,) = claims(store, work, "runtime")
    assert line.preferred


def test_a_fact_corrected_in_the_form_prefers_the_source_that_says_so(store: Store, work: int) -> None:
    do(store, evidence.add_claim, work, "year", "2019", source="douban")
    do(store, works.change, work, year=2019)
    assert [(line.value, line.preferred) for line in claims(store, work, "year")] == [("2019", True), ("2018", False)]
    do(store, works.change, work, year=2020)
    assert not any(line.preferred for line in claims(store, work, "year"))
    do(store, evidence.add_claim, work, "year", "2017")
    assert claims(store, work, "year")[0][2:4] == ("2020", "tv7.kz")


def test_a_claim_is_corrected_and_taken_away(store: Store, work: int) -> None:
    first = do(store, evidence.add_claim, work, "runtime", "134")
    do(store, evidence.change_claim, first, value="135", source=" letter ")
    assert fact(store, work, "runtime") == 135
    assert claims(store, work, "runtime")[0].source == "letter"
    do(store, evidence.remove_claim, first)
    assert (fact(store, work, "runtime"), claims(store, work, "runtime")) == (135, [])


@pytest.mark.parametrize(
    ("name", "value"), [("year", "x"), ("year", "12345678"), ("kind", "film"), ("runtime", ""), ("year", "1066")]
)
def test_a_value_a_fact_cannot_have_is_refused(store: Store, work: int, name: str, value: str) -> None:
    with pytest.raises(UserError):
        do(store, evidence.add_claim, work, name, value)


def test_a_claim_may_be_of_the_kind(store: Store, work: int) -> None:
    other = do(store, evidence.add_claim, work, "kind", "documentary")
    do(store, evidence.prefer_claim, other)
    assert fact(store, work, "kind") is WorkKind.DOCUMENTARY


def test_facts_are_confirmed_one_by_one_or_all(store: Store, work: int) -> None:
    do(store, evidence.confirm_facts, work, "year")
    assert fact(store, work, "unverified") == "runtime"
    do(store, evidence.doubt_fact, work, "year")
    assert fact(store, work, "unverified") == "runtime, year"
    do(store, evidence.confirm_facts, work)
    assert fact(store, work, "unverified") == ""


def test_numbers_of_others_are_kept_once_and_shared_ones_are_told(store: Store, work: int) -> None:
    first = do(store, evidence.add_identifier, work, Scheme.IMDB, "https://www.imdb.com/title/tt10468394/")
    assert do(store, evidence.add_identifier, work, Scheme.IMDB, "tt10468394") == first
    other = do(store, works.add, "The Composer", "en")
    do(store, evidence.add_identifier, other, Scheme.IMDB, "TT10468394")
    with store.read() as session:
        (line,) = evidence_rows.identifiers(session, work, "en")
    assert (line.value, line.shared) == ("tt10468394", ((other, "The Composer"),))
    do(store, evidence.change_identifier, first, scheme=Scheme.OWN, value="A 12")
    with store.read() as session:
        assert evidence_rows.identifiers(session, work, "en")[0].value == "A 12"
    do(store, evidence.remove_identifier, first)
    with pytest.raises(UserError):
        do(store, evidence.add_identifier, work, Scheme.IMDB, "  ")


def test_a_synopsis_is_written_corrected_and_taken_away(store: Store, work: int) -> None:
    def texts() -> list[tuple[str, str, int | None, str]]:
        with store.read() as session:
            return [(s.language, s.text, s.print_length, s.source) for s in evidence_rows.synopses(session, work)]

    do(store, synopses.write, work, "ru", SynopsisKind.SHORT, "\n Жизнь композитора. \n\n")
    do(store, synopses.write, work, "kk", SynopsisKind.SHORT, "Композитордың өмірі.")
    do(store, synopses.write, work, "ru", SynopsisKind.LONG, "Долгая жизнь.")
    do(store, synopses.credit, work, "ru", SynopsisKind.SHORT, " studio ")
    do(store, synopses.give_room, work, "ru", SynopsisKind.SHORT, 300)
    assert texts() == [
        ("ru", "Жизнь композитора.", 300, "studio"),
        ("kk", "Композитордың өмірі.", None, ""),
        ("ru", "Долгая жизнь.", None, ""),
    ]
    do(store, synopses.write, work, "ru", SynopsisKind.SHORT, "  ")
    assert [text[0] for text in texts()] == ["kk", "ru"]
    with pytest.raises(UserError):
        do(store, synopses.give_room, work, "kk", SynopsisKind.SHORT, 0)


def test_a_country_has_a_role_and_a_share(store: Store, work: int) -> None:
    with store.read() as session:
        country = session.query(WorkCountry).filter_by(country="KZ").one().id
    do(store, works.change_country, country, role=" minority ", share=30)
    with store.read() as session:
        lines = evidence_rows.evidence(session, work, "en").countries
    assert [(line.country, line.role, line.share) for line in lines] == [("CN", "", None), ("KZ", "minority", 30)]
    with pytest.raises(UserError):
        do(store, works.change_country, country, share=101)
