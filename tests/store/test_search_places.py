"""People by their posts, halls, screenings by title, hall and day: found as titles are."""

from datetime import date

import pytest
from sqlalchemy import select

from app.domain.folding import FormKind
from app.domain.typed_days import dated
from app.operations import works
from app.store import search
from app.store.agents import Post
from app.store.screenings import Screening
from app.store.search_health import stale
from app.store.search_keeping import number_of
from app.store.store import Store
from tests.store.rows import do


def found(store: Store, text: str, language: str = "en") -> list[tuple[str, str]]:
    with store.read() as session:
        return [(hit.kind, hit.name) for hit in search.find(session, text, language)]


@pytest.fixture
def shown(sample_store: Store) -> tuple[Store, str, date, str]:
    """A sample library with the title, the day and the hall of one of its screenings."""
    with sample_store.read() as session:
        for number, starts in session.execute(select(Screening.id, Screening.starts_local).order_by(Screening.id)):
            hits = search._best(session, "", "en", (0, 0), {number_of("showing", number): 0})
            if hits and hits[0][1].name and hits[0][1].note:
                return sample_store, hits[0][1].name, starts.date(), hits[0][1].note
    raise AssertionError


def test_a_screening_is_found_by_title_and_day(shown: tuple[Store, str, date, str]) -> None:
    store, title, day, hall = shown
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    for text in (f"{title} {day.day} {months[day.month - 1]}", f"{day.isoformat()} {title}",
                 f"{title} {day.day}.{day.month}", f"{day.month}月{day.day}日 {hall}"):  # fmt: skip
        kind, name = found(store, text)[0]
        assert kind == "screening"
        assert title in name or hall in text
    with store.read() as session:
        hit = search.find(session, f"{title} {day.isoformat()}", "en")[0]
        assert hit.when is not None
        assert (hit.when.date(), hit.note, hit.programme is not None) == (day, hall, True)


def test_a_screening_follows_its_title(shown: tuple[Store, str, date, str]) -> None:
    store, title, _day, _hall = shown
    with store.read() as session:
        work = next(hit.id for hit in search.find(session, title, "en") if hit.kind == "work")
    do(store, works.rename, work, "en", "Zanzibar Nights")
    kinds = {kind for kind, name in found(store, "zanzibar")}
    assert kinds == {"work", "screening"}
    with store.read() as session:
        assert not stale(session)


def test_a_hall_is_found_and_told_with_its_venue(shown: tuple[Store, str, date, str]) -> None:
    store, _title, _day, hall = shown
    with store.read() as session:
        hits = [hit for hit in search.find(session, hall, "en", 0) if hit.kind == "hall"]
    assert any(hit.name == hall and hit.note for hit in hits)


def test_a_person_is_found_by_a_post(sample_store: Store) -> None:
    with sample_store.read() as session:
        agent = session.scalar(select(Post.agent_id).limit(1)) or 1

    def appoint(session):
        session.add(Post(agent_id=agent, position=0, title="Keeper of the yurts", organisation="Steppe archive"))

    do(sample_store, appoint)
    with sample_store.read() as session:
        hit = search.find(session, "keeper yurts", "en")[0]
    assert (hit.kind, hit.id) == ("agent", agent)
    assert hit.why == "Keeper of the yurts"


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("Dastur 17 Oct", "d1017", "Dastur"),
        ("17 қазан Дәстүр", "d1017", "Дәстүр"),
        ("17 октября 2026", "d20261017", ""),
        ("2026-10-17", "d20261017", ""),
        ("17.10.2026 зал", "d20261017", "зал"),
        ("10月17日", "d1017", ""),
        ("Oct 17 Hall", "d1017", "Hall"),
        ("29.02", "d0229", ""),
    ],
)
def test_a_day_is_read_out_of_what_is_sought(text: str, word: str, rest: str) -> None:
    assert dated(text) == (word, rest)


@pytest.mark.parametrize("text", ["", "5:32", "2046", "17", "30.02", "99 Moons", "10月", "1.2.3.4.5x", "Room 666"])
def test_numbers_of_titles_are_no_days(text: str) -> None:
    assert dated(text) is None


def test_sample_is_whole_after_all(sample_store: Store) -> None:
    with sample_store.read() as session:
        assert not stale(session)
        assert search.find(session, "x" * 100_000, "en") == []
        assert all(hit.how is not FormKind.ALIKE for hit in search.find(session, "шал", "en"))
