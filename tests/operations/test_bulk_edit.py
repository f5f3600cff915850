"""Many titles are changed in one step, only where that changes anything, and taken back to the letter."""

from datetime import date

import pytest
from sqlalchemy import func, select

from app.domain.bulk import Changes, NewPlace, NewRights, NewVersion, Part, Seen, common, touched
from app.domain.kinds import Confidence, RightsState, SlateState, SpokenMode, WorkKind
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import bulk_edit, programmes, versions, works
from app.store import bulk_facts
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.store import Store
from app.store.works import Subtitle, Version, Work, WorkCountry
from tests.store.rows import do, indexed, records, step

FIRST = date(2026, 10, 16)


@pytest.fixture
def three(store: Store) -> list[int]:
    made = [do(store, works.add, name, "kk-Cyrl", year=2012, countries=["KZ"]) for name in ("Шал", "Келін", "Томирис")]
    do(store, works.change, made[0], age_mark="16+")
    return made


def told(store: Store, chosen: list[int], changes: Changes) -> dict[int, frozenset[Part]]:
    with store.read() as session:
        return dict(bulk_edit.would_change(session, chosen, changes))


EVERYTHING = Changes(
    {"kind": WorkKind.DOCUMENTARY, "age_mark": "16+", "confidence": Confidence.LOW},
    add_countries=("CN",),
    remove_countries=("KZ",),
    note="Seen at the market",
    version=NewVersion("kk", SpokenMode.DUBBED),
    rights=NewRights(RightsState.CLEARED, ends=FIRST),
)


def test_everything_at_once_is_one_step_back_and_forth(store: Store, three: list[int]) -> None:
    before = records(store), indexed(store)
    done = step(store, bulk_edit.edit_all, three, EVERYTHING)
    assert done.works == set(three)
    with store.read() as session:
        assert set(session.scalars(select(Work.kind))) == {WorkKind.DOCUMENTARY}
        assert set(session.scalars(select(WorkCountry.country))) == {"CN"}
        assert session.scalars(select(Version.language)).all() == ["kk"] * 3
        assert session.scalars(select(Rights.ends)).all() == [FIRST] * 3
        assert set(session.scalars(select(Work.notes))) == {"Seen at the market"}
    after = records(store)
    undone = store.replay(done)
    assert (records(store), indexed(store)) == before
    store.replay(undone)
    assert records(store) == after


def test_the_preview_counts_what_the_step_then_changes(store: Store, three: list[int]) -> None:
    changes = Changes({"age_mark": "16+"})
    assert told(store, three, changes) == {work: {Part.FACTS} for work in three[1:]}
    assert do(store, bulk_edit.edit_all, three, changes) == 2
    assert told(store, three, changes) == {}
    with pytest.raises(UserError) as refusal:
        do(store, bulk_edit.edit_all, three, changes)
    assert refusal.value.phrase.message == bulk_edit.NOTHING


def test_titles_are_put_into_a_slate_unless_they_are_in_it(store: Store, three: list[int]) -> None:
    programme = do(store, programmes.add, FourNames(en="Week"), FIRST, FIRST)
    do(store, programmes.add_entry, programme, three[1])
    changes = Changes(slate=NewPlace(programme, SlateState.SHORTLIST))
    assert do(store, bulk_edit.edit_all, three, changes) == 2
    with store.read() as session:
        rows = session.execute(select(SlateEntry.work_id, SlateEntry.position).order_by(SlateEntry.position))
        assert [tuple(row) for row in rows] == [(three[1], 0), (three[0], 1), (three[2], 2)]


def test_subtitles_go_below_the_original(store: Store, three: list[int]) -> None:
    do(store, versions.add_version, three[0], "ru", SpokenMode.DUBBED)
    original = do(store, versions.add_version, three[0], "kk", SpokenMode.ORIGINAL, ("ru",))
    assert do(store, bulk_edit.edit_all, three, Changes(subtitles=("ru", "en"))) == 1
    with store.read() as session:
        rows = session.execute(select(Subtitle.version_id, Subtitle.language).order_by(Subtitle.position))
        assert [tuple(row) for row in rows] == [(original, "ru"), (original, "en")]


def test_a_value_that_cannot_be_changes_nothing(store: Store, three: list[int]) -> None:
    before = records(store)
    for changes in (
        Changes({"year": 12}),
        Changes(rights=NewRights(RightsState.CLEARED, starts=FIRST, ends=date(2025, 1, 1))),
    ):
        with pytest.raises(UserError):
            do(store, bulk_edit.edit_all, three, changes)
    assert records(store) == before


def test_a_stopped_edit_leaves_nothing(store: Store, three: list[int]) -> None:
    before = records(store)

    class Stopped(Exception):  # noqa: N818 - nothing failed
        """Somebody pressed Stop."""

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        do(store, bulk_edit.edit_all, three, EVERYTHING, stop)
    assert records(store) == before


def test_a_title_that_is_gone_is_passed_over(store: Store, three: list[int]) -> None:
    do(store, works.delete, three[0])
    assert do(store, bulk_edit.edit_all, three, Changes({"year": 1999})) == 2


def test_only_equal_values_are_filled_in() -> None:
    one = Seen({"year": 2012, "age_mark": "16+"})
    other = Seen({"year": 2012, "age_mark": ""})
    assert common([one, other]) == {"year": 2012}
    assert common([]) == {}
    assert touched(one, Changes()) == frozenset()


def test_many_titles_are_many_rows_and_one_step(store: Store) -> None:
    def fill(session) -> list[int]:
        return [works.add(session, f"Шал {number}", "kk-Cyrl") for number in range(bulk_facts.SOME + 20)]

    made = do(store, fill)
    told_of: list[tuple[int, int]] = []
    assert do(store, bulk_edit.edit_all, made, Changes({"year": 2020}), lambda *n: told_of.append(n)) == len(made)
    assert told_of == [(500, 520), (520, 520)]
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Work).where(Work.year == 2020)) == len(made)
