"""Bringing a file in: new titles, known ones enriched, doubtful ones asked about; one step, taken back whole."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.kinds import NameType, RightsState, Role, SpokenMode
from app.domain.proposals import (
    Proposal,
    ProposedCredit,
    ProposedName,
    ProposedRights,
    ProposedScreening,
    ProposedSynopsis,
    ProposedTitle,
    ProposedVersion,
)  # fmt: skip
from app.errors import UserError
from app.operations import imports, works
from app.operations.imports import Answer, Choices, Fate, OnDuplicate, Plan
from app.store import search
from app.store.agents import AgentName, Credit
from app.store.evidence import Claim
from app.store.history import recent
from app.store.journal import Step
from app.store.programmes import Programme, SlateEntry
from app.store.screenings import Part, Screening
from app.store.store import Store
from app.store.venues import Hall, Venue
from app.store.works import Name, Work, WorkCountry
from tests.store.rows import do, records

FILE = "festival.xlsx"


def title(row: int, *names: str, **facts: Any) -> ProposedTitle:
    tags = ("kk-Cyrl", "zh-Hans", "en")
    told = tuple(
        ProposedName(text, tag, NameType.TRANSLATED if place else NameType.ORIGINAL)
        for place, (text, tag) in enumerate(zip(names, tags, strict=False))
        if text
    )
    return ProposedTitle(row, told, **facts)


def show(row: int, hour: str, *titles: str, **facts: Any) -> ProposedScreening:
    starts = datetime.fromisoformat(f"2026-10-{hour}")
    return ProposedScreening(row, starts, tuple(ProposedName(text, "ru") for text in titles), **facts)


def bring(store: Store, *titles: ProposedTitle, screenings: tuple[ProposedScreening, ...] = (), **choices: Any) -> Step:
    """Import as the window does: plan, then carry out as one step."""
    step: Step = brought(store, planned(store, *titles, screenings=screenings, **choices))[1]
    return step


def planned(
    store: Store, *titles: ProposedTitle, screenings: tuple[ProposedScreening, ...] = (), **choices: Any
) -> Plan:
    proposal = Proposal(len(titles) + len(screenings), titles, screenings)
    with store.read() as session:
        return imports.plan(session, proposal, Choices(FILE, **choices))


def brought(store: Store, plan: Plan, progress: Callable[[int, int], object] = lambda _a, _b: None) -> Any:
    return store.write(imports.step_name(FILE), imports.carry_out, plan, progress)


OLD_MAN = title(
    2,
    "Шал",
    "老人",
    "The Old Man",
    year=2012,
    runtime=102,
    countries=("KZ",),
    credits=(ProposedCredit("Ермек Тұрсынов"), ProposedCredit("Kazakhfilm", Role.PRODUCTION_COMPANY)),
    versions=(ProposedVersion("kk", SpokenMode.ORIGINAL, ("ru", "en")), ProposedVersion("zh", SpokenMode.DUBBED)),
    rights=(ProposedRights(RightsState.CLEARED, ends=date(2027, 1, 1)),),
    synopses=(ProposedSynopsis("ru", "Старик и волки."),),
    identifiers=(("imdb", "tt2556874"),),
)


def test_a_chinese_person_comes_with_a_reading(store: Store) -> None:
    bring(store, title(2, "Шал", credits=(ProposedCredit("王小帅"), ProposedCredit("Ермек Тұрсынов"))))
    with store.read() as session:
        readings = {name.text: name.reading for name in session.scalars(select(AgentName))}
        assert readings == {"王小帅": "wáng xiǎo shuài", "Ермек Тұрсынов": ""}


def test_a_new_title_comes_with_all_that_hangs_on_it(store: Store) -> None:
    step = bring(store, OLD_MAN)
    assert step.label == imports.step_name(FILE)
    with store.read() as session:
        work = session.scalars(select(Work)).one()
        assert [(name.text, name.type, name.preferred) for name in work.names] == [
            ("Шал", NameType.ORIGINAL, True),
            ("老人", NameType.TRANSLATED, True),
            ("The Old Man", NameType.TRANSLATED, True),
        ]
        assert work.names[1].reading == "lǎo rén"
        assert [(v.language, [s.language for s in v.subtitles]) for v in work.versions] == [
            ("kk", ["ru", "en"]),
            ("zh", []),
        ]
        assert (work.year, work.runtime, work.source) == (2012, 102, FILE)
        assert {name.text for name in session.scalars(select(AgentName))} == {"Ермек Тұрсынов", "Kazakhfilm"}
        for sought in ("шал", "lao ren", "lr", "old man", "tursynov"):
            assert search.find(session, sought, "kk"), sought
        assert [past.label.message for past in recent(session)] == ["Import {file}"]


def test_an_import_taken_back_leaves_the_rows_as_they_were_and_comes_back_the_same(store: Store) -> None:
    do(store, works.add, "Томирис", "kk-Cyrl", year=2019)
    before = records(store)
    step = bring(store, OLD_MAN, title(3, "Томирис", "", "Tomyris", year=2019, runtime=155))
    after = records(store)
    back = store.replay(step)
    assert records(store) == before
    store.replay(back)
    assert records(store) == after
    with store.read() as session:
        assert search.find(session, "laoren", "kk")


def test_a_second_import_of_the_same_file_changes_nothing(store: Store) -> None:
    bring(store, OLD_MAN, title(3, "Ана"))
    again = planned(store, OLD_MAN, title(3, "Ана"))
    assert [row.fate for row in again.rows] == [Fate.SKIP, Fate.SKIP]
    with pytest.raises(UserError):
        brought(store, again)


def test_a_known_title_is_filled_and_what_differs_stands_beside(store: Store) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl", year=2012, runtime=100)
    plan = planned(store, OLD_MAN)
    (row,) = plan.rows
    assert (row.fate, row.work, row.differs) == (Fate.UPDATE, work, 1)
    assert {"names", "countries", "credits", "versions"} <= set(row.gains)
    brought(store, plan)
    with store.read() as session:
        assert session.get_one(Work, work).runtime == 100
        claims = {(c.value, c.preferred, c.source) for c in session.scalars(select(Claim))}
        assert claims == {("100", True, ""), ("102", False, FILE)}
        assert session.scalars(select(WorkCountry.country)).all() == ["KZ"]
        assert len(session.scalars(select(Name)).all()) == 3
    assert [row.fate for row in planned(store, OLD_MAN).rows] == [Fate.SKIP]


def test_duplicates_may_be_left_out_or_added(store: Store) -> None:
    do(store, works.add, "Шал", "kk-Cyrl", year=2012)
    assert planned(store, OLD_MAN, on_duplicate=OnDuplicate.SKIP).rows[0].fate is Fate.SKIP
    assert planned(store, OLD_MAN, on_duplicate=OnDuplicate.ADD).rows[0].fate is Fate.ADD


def test_a_doubtful_title_waits_for_an_answer(store: Store) -> None:
    do(store, works.add, "Cold War", "en")
    told = title(4, "", "寒战", "Cold War", year=2012)
    plan = planned(store, told)
    assert [row.row for row in plan.asks] == [4]
    with pytest.raises(UserError):
        brought(store, plan)
    fates = {
        answer: planned(store, told, answers={4: answer}).rows[0].fate
        for answer in (Answer.SAME, Answer.DIFFERENT, Answer.LEAVE_OUT)
    }
    assert list(fates.values()) == [Fate.UPDATE, Fate.ADD, Fate.SKIP]


def test_rows_about_one_title_become_one(store: Store) -> None:
    later = title(9, "ШАЛ", year=2012, age_mark="12+", credits=(ProposedCredit("Турсынов Ермек"),))
    bring(store, OLD_MAN, later)
    with store.read() as session:
        work = session.scalars(select(Work)).one()
        assert (work.age_mark, len(work.names)) == ("12+", 3)


def test_two_rows_that_enrich_one_work_write_nothing_twice(store: Store) -> None:
    do(store, works.add, "Шал", "kk-Cyrl", year=2012)
    english = title(2, "Шал", "", "The Old Man", year=2012)
    bring(store, english, english)
    with store.read() as session:
        assert len(session.scalars(select(Name)).all()) == 2


def test_one_person_is_entered_once(store: Store) -> None:
    people = (ProposedCredit("Шәкен Айманов"), ProposedCredit("Шәкен Айманов", Role.WRITER))
    bring(store, title(2, "Тақиялы періште", credits=people))
    bring(store, title(2, "Атамекен", credits=(ProposedCredit("ШӘКЕН АЙМАНОВ"),)))
    with store.read() as session:
        assert len(session.scalars(select(AgentName)).all()) == 1
        assert len(session.scalars(select(Credit)).all()) == 3


def test_what_is_stopped_leaves_nothing(store: Store) -> None:
    before = records(store)

    class Enough(Exception):  # noqa: N818 - nothing went wrong
        pass

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Enough

    many = [title(row, f"Дала {row}", "", f"Steppe {row}") for row in range(2, 1502)]
    with pytest.raises(Enough):
        brought(store, planned(store, *many), stop)
    assert records(store) == before


# Screenings


def test_a_sheet_becomes_titles_venues_halls_and_screenings(store: Store) -> None:
    shows = (
        show(2, "17T19:00", "Шал", venue="Арман", hall="Зал 1", city="Алматы", minutes=100),
        show(3, "18T00:30", "Томирис", venue="Арман", hall="Зал 1", city="Алматы"),
        show(4, "18T21:00", "Шал", "Ана", venue="Арман", hall="Зал 2", city="Алматы", minutes=160),
    )
    plan = planned(store, screenings=shows, new_programme="Неделя кино")
    assert (len(plan.new_titles), plan.new_venues, len(plan.new_halls)) == (3, ("Арман",), 2)
    assert plan.days == (date(2026, 10, 17), date(2026, 10, 18))
    assert [one.day.day for one in plan.shows] == [17, 17, 18]
    step = brought(store, plan)[1]
    with store.read() as session:
        programme = session.scalars(select(Programme)).one()
        assert (programme.name_ru, programme.first_day.day, programme.last_day.day) == ("Неделя кино", 17, 18)
        assert len(session.scalars(select(Venue)).all()) == 1
        assert [hall.name_ru for hall in session.scalars(select(Hall))] == ["Зал 1", "Зал 2"]
        assert len(session.scalars(select(Work)).all()) == 3
        assert [len(one.parts) for one in session.scalars(select(Screening).order_by(Screening.starts))] == [1, 1, 2]
        assert [part.minutes for part in session.scalars(select(Part).order_by(Part.id))] == [100, 90, 80, 80]
        showings = dict(session.execute(select(SlateEntry.work_id, SlateEntry.showings)).all())
        assert sorted(showings.values()) == [1, 1, 2]
    store.replay(step)
    with store.read() as session:
        assert not session.scalars(select(Venue)).all()


def test_a_sheet_goes_into_a_programme_that_is_there_and_only_once(store: Store) -> None:
    do(store, works.add, "Шал", "kk-Cyrl", runtime=102)
    shows = (show(2, "17T19:00", "ШАЛ", venue="Арман", hall="Зал 1"),)
    bring(store, screenings=shows, new_programme="Неделя")
    with store.read() as session:
        programme = session.scalars(select(Programme.id)).one()
    more = (*shows, show(3, "20T19:00", "Шал", hall="зал 1"))
    plan = planned(store, screenings=more, programme=programme)
    assert [one.fate for one in plan.shows] == [Fate.SKIP, Fate.ADD]
    brought(store, plan)
    with store.read() as session:
        assert session.get_one(Programme, programme).last_day.day == 20
        assert len(session.scalars(select(Work)).all()) == 1
        assert len(session.scalars(select(Hall)).all()) == 1
        assert {part.minutes for part in session.scalars(select(Part))} == {102}


def test_a_name_of_several_titles_is_told(store: Store) -> None:
    do(store, works.add, "Cold War", "en", year=2012)
    do(store, works.add, "Cold War", "en", year=2018)
    plan = planned(store, screenings=(show(2, "17T19:00", "Cold War", hall="1"), show(3, "17T19:00", "Шал")))
    assert [(trouble.row, trouble.value) for trouble in plan.troubles] == [(2, "Cold War"), (3, "")]
    assert plan.days is None


def test_titles_of_screenings_that_are_left_out_are_not_made(store: Store) -> None:
    plan = planned(store, screenings=(show(2, "17 19:00", "Ана"), show(3, "17 21:00", "Шал", hall="1")))
    assert [name.text for name in plan.new_titles] == ["Шал"]
    assert (plan.count(Fate.SKIP), plan.refused) == (1, 1)
    done, _step = brought(store, plan)
    assert (done.read, done.added, done.skipped) == (2, 1, 0)


def test_rights_that_say_otherwise_are_told_and_not_taken_over(store: Store) -> None:
    facts = {"year": 2012}
    bring(store, title(2, "Шал", rights=(ProposedRights(RightsState.CLEARED, "KZ", None, date(2027, 1, 1)),), **facts))
    same = planned(store, title(2, "Шал", rights=(ProposedRights(RightsState.CLEARED, "KZ"),), **facts))
    assert same.troubles == ()
    other = planned(store, title(5, "Шал", rights=(ProposedRights(RightsState.NOT_CLEARED, "KZ"),), **facts))
    assert [(told.row, told.value, told.fatal) for told in other.troubles] == [(5, "KZ", False)]
    assert other.empty
