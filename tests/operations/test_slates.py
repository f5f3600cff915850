"""A slate: titles go in, change columns, are judged, tied and taken out; every deed is undone to the same rows."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.kinds import ScreeningStatus, SlateState
from app.domain.kinds_of_plans import LinkKind, Occasion, TargetKind
from app.domain.names import FourNames
from app.operations import opinions, screenings, slates, strands, works
from app.store.programmes import EntryGuest, EntryLink, Opinion, SlateEntry, Strand, Target
from app.store.screenings import Screening
from app.store.slate_rows import slate
from app.store.store import Store
from tests.operations.week import FIRST, Week, at, refused
from tests.store.rows import do, records, step


def undone(store: Store, operation: Callable[..., Any], *args: Any, **facts: Any) -> None:
    """Do it, take it back: the same rows as before; and carry it out again for what follows."""
    before = records(store)
    made = step(store, operation, *args, **facts)
    after = records(store)
    back = store.replay(made)
    assert records(store) == before
    store.replay(back)
    assert records(store) == after


def column(store: Store, week: Week, state: SlateState) -> list[int]:
    with store.read() as session:
        return [entry.id for entry in slate(session, week.programme, "en", FIRST).column(state)]


def ranks(store: Store, week: Week) -> list[int | None]:
    with store.read() as session:
        return [entry.rank for entry in slate(session, week.programme, "en", FIRST).column(SlateState.RESERVE)]


@pytest.fixture
def four(store: Store, week: Week) -> list[int]:
    """Four more titles on the longlist, after the one that is there."""
    added = [do(store, works.add, name, "en", runtime=90) for name in ("A", "B", "C", "D")]
    return do(store, slates.add, week.programme, added)


def test_several_titles_go_in_at_once_and_those_there_stay(store: Store, week: Week) -> None:
    more = do(store, works.add, "Шал", "kk-Cyrl")
    undone(store, slates.add, week.programme, [week.work, more, more], SlateState.INVITED, strand=week.strand)
    assert len(column(store, week, SlateState.INVITED)) == 1
    assert column(store, week, SlateState.CONFIRMED) == [week.entry]
    assert refused(store, slates.add, week.programme, [more]) == slates.ALREADY_IN_SLATE
    assert refused(store, slates.add, week.programme, [more, week.work]) == slates.ALL_IN_SLATE


def test_entries_move_to_a_place_of_a_column(store: Store, week: Week, four: list[int]) -> None:
    a, b, c, d = four
    assert column(store, week, SlateState.LONGLIST) == [week.other_entry, a, b, c, d]
    undone(store, slates.move, [d], SlateState.LONGLIST, 1)
    assert column(store, week, SlateState.LONGLIST) == [week.other_entry, d, a, b, c]
    undone(store, slates.move, [d, b], SlateState.LONGLIST, None)
    assert column(store, week, SlateState.LONGLIST) == [week.other_entry, a, c, d, b]
    undone(store, slates.move, [a, c], SlateState.CONFIRMED, 0)
    assert column(store, week, SlateState.CONFIRMED) == [a, c, week.entry]


def test_the_reserve_is_ranked_without_gaps(store: Store, week: Week, four: list[int]) -> None:
    a, b, c, _d = four
    undone(store, slates.move, [a, b, c], SlateState.RESERVE)
    assert (column(store, week, SlateState.RESERVE), ranks(store, week)) == ([a, b, c], [1, 2, 3])
    undone(store, slates.move, [c], SlateState.RESERVE, 0)
    assert (column(store, week, SlateState.RESERVE), ranks(store, week)) == ([c, a, b], [1, 2, 3])
    undone(store, slates.move, [c], SlateState.CONFIRMED)
    assert ranks(store, week) == [1, 2]
    undone(store, slates.remove, [a])
    assert ranks(store, week) == [1]
    with store.read() as session:
        assert session.get_one(SlateEntry, c).rank is None


def test_declining_needs_a_reason_which_goes_when_it_is_taken_up_again(store: Store, week: Week) -> None:
    other = week.other_entry
    assert refused(store, slates.move, [other], SlateState.DECLINED, reason="  ") == slates.REASON_MISSING
    undone(store, slates.move, [other], SlateState.DECLINED, reason="No subtitles in time.")
    assert refused(store, slates.change_entry, other, reason="") == slates.REASON_MISSING
    with store.read() as session:
        assert session.get_one(SlateEntry, other).reason == "No subtitles in time."
    undone(store, slates.move, [other], SlateState.SHORTLIST)
    with store.read() as session:
        assert session.get_one(SlateEntry, other).reason == ""


def test_what_is_confirmed_no_longer_leaves_the_schedule(store: Store, week: Week) -> None:
    first = do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    second = do(store, screenings.place, week.programme, week.entry, week.hall, at(19, day=17))
    do(store, screenings.lock, second)
    assert refused(store, slates.move, [week.entry], SlateState.RESERVE) == slates.LOCKED_SHOW
    do(store, screenings.lock, second, locked=False)
    undone(store, slates.move, [week.entry], SlateState.RESERVE)
    with store.read() as session:
        assert session.get(Screening, first) is None
        assert session.get(Screening, second) is None


def test_the_slate_tells_how_many_shows_are_placed(store: Store, week: Week) -> None:
    do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    other = do(store, screenings.place, week.programme, week.entry, week.hall, at(19, day=17))
    do(store, screenings.set_status, other, ScreeningStatus.CANCELLED)
    with store.read() as session:
        row = slate(session, week.programme, "en", FIRST).by_id[week.entry]
    assert (row.placed, row.showings, row.minutes, row.title, row.year) == (1, 2, 120, "Қыз Жібек", 1970)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"showings": 0}, slates.SHOWINGS_WRONG), ({"intro": -1}, slates.TAIL_WRONG), ({"qa": 241}, slates.TAIL_WRONG),
        ({"expected": -1}, slates.EXPECTED_WRONG), ({"fee": -1}, slates.FEE_WRONG),
        ({"version_id": 99}, slates.STRANGE_VERSION), ({"strand_id": 99}, slates.STRANGE_STRAND),
    ],
)  # fmt: skip
def test_facts_that_cannot_be_are_refused(store: Store, week: Week, facts: dict[str, Any], sentence: str) -> None:
    assert refused(store, slates.change_entry, week.entry, **facts) == sentence


def test_facts_of_several_entries_are_corrected_in_one_step(store: Store, week: Week) -> None:
    both = [week.entry, week.other_entry]
    undone(store, slates.change_entries, both, strand_id=week.strand, occasion=Occasion.GALA, showings=3)
    with store.read() as session:
        assert {session.get_one(SlateEntry, one).occasion for one in both} == {Occasion.GALA}


def test_one_person_has_one_opinion_which_may_change(store: Store, week: Week) -> None:
    then, later = datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 9, 2, tzinfo=UTC)
    undone(store, opinions.give_opinion, week.entry, " Айгүл ", 9, "Керемет", now=then)
    undone(store, opinions.give_opinion, week.entry, "Айгүл", 8, "Жақсы", now=later)
    do(store, opinions.give_opinion, week.entry, "王芳", None, "字幕太小")
    with store.read() as session:
        found = slate(session, week.programme, "kk", FIRST)
    assert [(one.author, one.points) for one in found.opinions[week.entry]] == [("Айгүл", 8), ("王芳", None)]
    assert (found.by_id[week.entry].points, found.by_id[week.entry].opinions) == (8.0, 2)
    for args, sentence in (
        ((" ", 5), opinions.AUTHOR_MISSING), (("A", 11), opinions.POINTS_WRONG), (("A", None), opinions.NOTHING_SAID),
    ):  # fmt: skip
        assert refused(store, opinions.give_opinion, week.entry, *args) == sentence


def test_titles_are_tied_in_order_or_apart_but_not_in_a_circle(store: Store, four: list[int]) -> None:
    a, b, c, _d = four
    undone(store, opinions.tie, a, b, LinkKind.BEFORE)
    do(store, opinions.tie, b, c, LinkKind.BEFORE)
    do(store, opinions.tie, c, a, LinkKind.APART)
    assert refused(store, opinions.tie, c, a, LinkKind.BEFORE) == opinions.IN_A_CIRCLE
    assert refused(store, opinions.tie, a, c, LinkKind.APART) == opinions.TIED_ALREADY
    assert refused(store, opinions.tie, a, a, LinkKind.APART) == opinions.WITH_ITSELF


def test_an_entry_goes_with_everything_that_hangs_on_it(store: Store, week: Week, four: list[int]) -> None:
    from app.operations import agents  # noqa: PLC0415 - only here

    guest = do(store, agents.add, "Ақан Сатаев", "kk-Cyrl")
    do(store, opinions.give_opinion, week.entry, "A", 5)
    do(store, opinions.expect_guest, week.entry, guest)
    do(store, opinions.tie, week.entry, four[0], LinkKind.BEFORE)
    do(store, opinions.tie, four[1], week.entry, LinkKind.APART)
    do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    assert refused(store, opinions.expect_guest, week.entry, guest) == opinions.INVITED_ALREADY
    undone(store, works.delete, week.work)
    undone(store, slates.remove, [four[0]])
    with store.read() as session:
        for table in (Opinion, EntryGuest, EntryLink, Screening):
            assert session.query(table).count() == 0


def test_strands_are_stated_as_a_whole(store: Store, week: Week) -> None:
    do(store, strands.set_target, week.programme, TargetKind.STRAND, 3, "", week.strand)
    specs = [
        strands.StrandSpec(None, FourNames(en="Panorama"), 2, alone=True),
        strands.StrandSpec(week.strand, FourNames(en="Old films"), 3, for_jury=True),
    ]
    undone(store, strands.set_strands, week.programme, specs)
    with store.read() as session:
        rows = slate(session, week.programme, "en", FIRST).strands
    assert [(row.names.en, row.colour, row.alone, row.for_jury) for row in rows] == [
        ("Panorama", 2, True, False), ("Old films", 3, False, True),
    ]  # fmt: skip
    undone(store, strands.set_strands, week.programme, [])
    with store.read() as session:
        assert session.get_one(SlateEntry, week.entry).strand_id is None
        assert session.query(Strand).count() == session.query(Target).count() == 0
    assert refused(store, strands.add_strand, week.programme, FourNames(en="X"), 7) == strands.COLOUR_WRONG


def test_targets_are_set_changed_and_taken_away(store: Store, week: Week) -> None:
    specs = [
        strands.TargetSpec(TargetKind.MINUTES, 900), strands.TargetSpec(TargetKind.COUNTRY, 5, "KZ"),
        strands.TargetSpec(TargetKind.STRAND, 2, "", 0),
    ]  # fmt: skip
    undone(store, strands.set_targets, week.programme, specs, [week.strand])
    undone(store, strands.set_targets, week.programme, [*specs[1:], strands.TargetSpec(TargetKind.PARITY, 1)],
           [week.strand])  # fmt: skip
    undone(store, strands.set_target, week.programme, TargetKind.COUNTRY, None, "KZ")
    with store.read() as session:
        found = {
            (row.kind, row.about, row.strand): row.wanted for row in slate(session, week.programme, "en", FIRST).targets
        }
    assert found == {(TargetKind.STRAND, "", week.strand): 2, (TargetKind.PARITY, "", None): 1}
    assert refused(store, strands.set_target, week.programme, TargetKind.TITLES, -1) == strands.TARGET_WRONG
