"""The sample library holds the 133 known titles and a film week with something to find in it."""

from collections import Counter
from datetime import date

from sqlalchemy import select

from app.domain.board import conflicts
from app.domain.kinds_of_plans import AudienceKind, Occasion, PersonTask
from app.domain.screenings import Clash, Severity
from app.store import search
from app.store.schedule import schedule
from app.store.store import Store
from app.store.work_order import sorted_ids
from app.store.work_rows import work_rows
from app.store.works import Name, Version
from tests.store.test_undo import assert_follows_from_the_records

SOUGHT = ("qairan qarttar", "кайран карттар", "қайран", "قايران", "嘿老头", "heilaotou", "hlt", "hey old man")
DAY = date(2026, 10, 16)


def test_every_title_is_listed_in_every_language(sample_store: Store) -> None:
    with sample_store.read() as session:
        for language in ("kk", "zh", "ru", "en"):
            ids = sorted_ids(session, language)
            assert len(ids) == len(set(ids)) == 133
            assert all(row.title for row in work_rows(session, language, ids, DAY))


def test_a_title_is_found_in_any_script(sample_store: Store) -> None:
    with sample_store.read() as session:
        for text in (
            "qairan qarttar",
            "кайран карттар",
            "қайран",
            "قايران",
            "嘿老头",
            "heilaotou",
            "hlt",
            "hey old man",
        ):
            names = [hit.why for hit in search.find(session, text, "kk") if hit.kind == "work"]
            assert names, text
            assert search.find(session, text, "en")[0].original == "嘿，老头！", text


def test_the_week_has_the_conflicts_it_is_to_show(sample_store: Store) -> None:
    with sample_store.read() as session:
        read = schedule(session, 1, "en", DAY)
    assert (len(read.days), len(read.halls), len(read.cards), len(read.strands)) == (4, 3, 34, 6)
    findings = conflicts(read.slots, read.context)
    found = Counter(finding.clash for finding in findings if finding.severity > Severity.WISH)
    assert found == {
        Clash.RIGHTS_ENDED: 1, Clash.RIGHTS_NEGOTIATION: 3, Clash.COPY_ELSEWHERE: 1, Clash.TURNAROUND_SHORT: 2,
        Clash.SAME_DAY: 1, Clash.NOBODY_UNDERSTANDS: 2, Clash.NOT_PINNED: 1, Clash.GUEST_GONE: 1,
        Clash.HALL_TOO_SMALL: 1,
    }  # fmt: skip


def test_the_week_has_people_a_break_and_hours_of_its_own(sample_store: Store) -> None:
    with sample_store.read() as session:
        read = schedule(session, 1, "kk", DAY)
    tasks = Counter(one.task for card in read.cards for one in card.people)
    assert tasks == {PersonTask.GUEST: 3, PersonTask.INTERPRETER: 2, PersonTask.MODERATOR: 2}
    assert {one.languages for card in read.cards for one in card.people if one.languages} == {("zh", "kk")}
    assert all(read.people[one.person] for card in read.cards for one in card.people)
    assert [(len(row.halls), row.minutes, row.names.kk) for row in read.blockers] == [(2, 60, "Түскі үзіліс")]
    assert {card.occasion for card in read.cards} == {
        Occasion.NONE, Occasion.OPENING, Occasion.GALA, Occasion.CLOSING,
    }  # fmt: skip
    assert {card.audience for card in read.cards} == {AudienceKind.PUBLIC, AudienceKind.SCHOOL}
    context = read.context
    assert all(hall.formats for hall in context.halls.values())
    assert len(context.halls[3].hours) == 4
    assert (len(context.people), len(context.duties)) == (2, 2)


def test_search_and_order_follow_from_the_records(sample_store: Store) -> None:
    assert_follows_from_the_records(sample_store)


def test_a_name_of_figures_does_not_make_a_film_silent(sample_store: Store) -> None:
    with sample_store.read() as session:
        works = select(Name.work_id).where(Name.text.in_(("5:32", "999")))
        assert session.scalars(select(Version.language).where(Version.work_id.in_(works))).all() == []
