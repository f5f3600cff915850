"""A screening is placed, moved, swapped, doubled, lengthened, fastened, shown otherwise and taken off."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.names import FourNames
from app.operations import copies, programmes, screenings, venues, works
from app.operations.screenings import LENGTH_WRONG, PartSpec
from app.store.screenings import Accepted, Part, Screening
from app.store.store import Store
from tests.operations.week import Week, at, refused
from tests.store.rows import do, records, step


@pytest.fixture
def shown(store: Store, week: Week) -> int:
    return do(store, screenings.place, week.programme, week.entry, week.hall, at(19))


def of(store: Store, screening: int, read: Callable[[Screening], Any]) -> Any:
    with store.read() as session:
        return read(session.get_one(Screening, screening))


def parts(store: Store, screening: int) -> list[tuple[PartKind, int]]:
    found: list[tuple[PartKind, int]] = of(
        store, screening, lambda row: [(part.kind, part.minutes) for part in row.parts]
    )
    return found


def where(store: Store, screening: int) -> tuple[int, datetime]:
    place: tuple[int, datetime] = of(store, screening, lambda row: (row.hall_id, row.starts_local))
    return place


def test_a_slate_entry_is_placed_with_its_tails_its_version_and_its_only_copy(
    store: Store, week: Week, shown: int
) -> None:
    assert parts(store, shown) == [(PartKind.INTRO, 10), (PartKind.FILM, 120), (PartKind.QA, 20)]
    film = of(store, shown, lambda row: [(p.work_id, p.version_id, p.copy_id) for p in row.parts][1])
    assert film == (week.work, week.version, week.copy)
    facts = of(store, shown, lambda row: (row.entry_id, row.strand_id, row.status, row.locked, row.zone))
    assert facts == (week.entry, week.strand, ScreeningStatus.TENTATIVE, False, "Asia/Almaty")
    assert of(store, shown, lambda row: row.starts) == datetime(2026, 10, 16, 14, tzinfo=UTC)


def test_a_film_of_unknown_length_takes_ninety_minutes_and_of_two_copies_none(store: Store, week: Week) -> None:
    for name in ("DCP A", "DCP B"):
        do(store, copies.add, week.other_work, name)
    screening = do(store, screenings.place, week.programme, week.other_entry, week.other_hall, at(10))
    assert parts(store, screening) == [(PartKind.FILM, 90)]
    assert of(store, screening, lambda row: row.parts[0].copy_id) is None


def test_an_entry_of_another_programme_cannot_be_placed(store: Store, week: Week) -> None:
    other = do(store, programmes.add, FourNames(en="Other"), at(0).date(), at(0).date(), halls=[week.hall])
    assert refused(store, screenings.place, other, week.entry, week.hall, at(19)) == screenings.GONE
    assert refused(store, screenings.place, week.programme, 99, week.hall, at(19)) == screenings.GONE


def test_a_screening_stays_in_the_halls_of_its_programme(store: Store, week: Week, shown: int) -> None:
    for operation, args in (
        (screenings.place, (week.programme, week.entry, week.strange_hall, at(10))),
        (screenings.move, (shown, week.strange_hall, at(10))),
        (screenings.duplicate, (shown, week.strange_hall, at(10))),
    ):
        assert refused(store, operation, *args) == screenings.NOT_A_HALL


def test_a_screening_is_moved_with_its_moment(store: Store, week: Week, shown: int) -> None:
    do(store, screenings.move, shown, week.other_hall, at(23, 55, day=17))
    assert where(store, shown) == (week.other_hall, at(23, 55, day=17))
    assert of(store, shown, lambda row: row.starts) == datetime(2026, 10, 17, 18, 55, tzinfo=UTC)


def test_an_hour_that_happens_twice_is_told_apart_and_a_missing_one_refused(store: Store, week: Week) -> None:
    day, halls = at(0).date(), [week.hall]
    do(store, venues.change_venue, week.venue, zone="Europe/Berlin")
    berlin = do(store, programmes.add, FourNames(en="Berlin"), day, day, halls=halls, zone="Europe/Berlin")
    entry = do(store, programmes.add_entry, berlin, week.work)
    twice, missing = datetime(2026, 10, 25, 2, 30), datetime(2026, 3, 29, 2, 30)
    screening = do(store, screenings.place, berlin, entry, week.hall, twice)
    first = of(store, screening, lambda row: row.starts)
    do(store, screenings.move, screening, week.hall, twice, fold=1)
    assert of(store, screening, lambda row: row.starts) - first == timedelta(hours=1)
    assert refused(store, screenings.move, screening, week.hall, missing) == screenings.MISSING_HOUR


def test_two_screenings_change_places(store: Store, week: Week, shown: int) -> None:
    other = do(store, screenings.place, week.programme, week.other_entry, week.other_hall, at(11, day=18))
    do(store, screenings.swap, shown, other)
    assert where(store, shown) == (week.other_hall, at(11, day=18))
    assert where(store, other) == (week.hall, at(19))


def test_a_locked_screening_stays(store: Store, week: Week, shown: int) -> None:
    other = do(store, screenings.place, week.programme, week.other_entry, week.other_hall, at(11))
    do(store, screenings.lock, shown)
    for operation, args in (
        (screenings.move, (shown, week.hall, at(20))), (screenings.unplace, (shown,)),
        (screenings.swap, (shown, other)), (screenings.swap, (other, shown)),
    ):  # fmt: skip
        assert refused(store, operation, *args) == screenings.LOCKED
    do(store, screenings.lock, shown, locked=False)
    do(store, screenings.unplace, shown)
    assert refused(store, screenings.unplace, shown) == screenings.GONE


def test_what_is_gone_is_told(store: Store, week: Week) -> None:
    for operation, args in (
        (screenings.move, (9, week.hall, at(10))), (screenings.unplace, (9,)), (screenings.swap, (9, 9)),
        (screenings.duplicate, (9, week.hall, at(10))), (screenings.lock, (9,)), (screenings.change, (9,)),
        (screenings.set_status, (9, ScreeningStatus.CONFIRMED)), (screenings.set_parts, (9, ())),
        (screenings.set_tail, (9, PartKind.QA, 5)), (screenings.use_copy, (9, week.copy)),
        (screenings.use_version, (9, week.work, None)),
    ):  # fmt: skip
        assert refused(store, operation, *args) == screenings.GONE


def test_a_double_is_tentative_and_free(store: Store, week: Week, shown: int) -> None:
    do(store, screenings.set_status, shown, ScreeningStatus.CONFIRMED)
    do(store, screenings.lock, shown)
    do(store, screenings.change, shown, note="Ескерту", names=FourNames(en="Opening"))
    twin = do(store, screenings.duplicate, shown, week.other_hall, at(10))
    assert parts(store, twin) == parts(store, shown)
    facts = of(store, twin, lambda row: (row.status, row.locked, row.entry_id, row.note, row.names))
    assert facts == (ScreeningStatus.TENTATIVE, False, week.entry, "Ескерту", FourNames(en="Opening"))


def test_a_talk_stands_on_the_board_by_its_own_name(store: Store, week: Week) -> None:
    talk = do(
        store, screenings.add_event, week.programme, week.hall, at(12), [PartSpec(PartKind.TALK, 45)],
        names=FourNames(kk="Кездесу"), strand_id=week.strand,
    )  # fmt: skip
    assert parts(store, talk) == [(PartKind.TALK, 45)]
    assert of(store, talk, lambda row: (row.names.kk, row.strand_id)) == ("Кездесу", week.strand)


@pytest.mark.parametrize(
    ("specs", "message"),
    [
        ([], screenings.NEEDS_PART), ([PartSpec(PartKind.QA, 10)], screenings.NEEDS_PART),
        ([PartSpec(PartKind.TALK, 0)], LENGTH_WRONG), ([PartSpec(PartKind.TALK, 1441)], LENGTH_WRONG),
        ([PartSpec(PartKind.TALK, 60), PartSpec(PartKind.QA, -5)], LENGTH_WRONG),
    ],
)  # fmt: skip
def test_an_event_needs_a_film_or_talk_of_some_length(
    store: Store, week: Week, shown: int, specs: list[PartSpec], message: str
) -> None:
    assert refused(store, screenings.add_event, week.programme, week.hall, at(9), specs) == message
    assert refused(store, screenings.set_parts, shown, specs) == message


def test_parts_keep_their_rows_and_the_film_its_start(store: Store, week: Week, shown: int) -> None:
    before = of(store, shown, lambda row: [part.id for part in row.parts])
    specs = [
        PartSpec(PartKind.DOORS, 15), PartSpec(PartKind.FILM, 120, week.work, week.version, week.copy, before[1]),
        PartSpec(PartKind.BREAK, 10), PartSpec(PartKind.FILM, 90, week.other_work),
    ]  # fmt: skip
    do(store, screenings.set_parts, shown, specs)
    assert [kind for kind, _ in parts(store, shown)] == [PartKind.DOORS, PartKind.FILM, PartKind.BREAK, PartKind.FILM]
    after = of(store, shown, lambda row: [part.id for part in row.parts])
    assert after[1] == before[1]
    assert where(store, shown) == (week.hall, at(19))


def test_tails_are_given_changed_and_taken(store: Store, shown: int) -> None:
    for kind, minutes, kinds in (
        (PartKind.CLEARING, 15, "intro film qa clearing"),
        (PartKind.DOORS, 30, "doors intro film qa clearing"),
        (PartKind.QA, 0, "doors intro film clearing"),
        (PartKind.QA, 25, "doors intro film qa clearing"),
        (PartKind.INTRO, 0, "doors film qa clearing"),
        (PartKind.INTRO, 5, "doors intro film qa clearing"),
        (PartKind.QA, 10, "doors intro film qa clearing"),
    ):
        do(store, screenings.set_tail, shown, kind, minutes)
        assert " ".join(str(kind) for kind, _ in parts(store, shown)) == kinds
    assert dict(parts(store, shown)) == {
        PartKind.DOORS: 30, PartKind.INTRO: 5, PartKind.FILM: 120, PartKind.QA: 10, PartKind.CLEARING: 15,
    }  # fmt: skip


def test_a_tail_that_changes_keeps_its_row(store: Store, shown: int) -> None:
    (change,) = step(store, screenings.set_tail, shown, PartKind.QA, 30).changes
    assert (change.table, change.before and change.before["minutes"], change.row["minutes"]) == ("part", 20, 30)


def test_a_film_is_shown_from_another_copy_in_its_version(store: Store, week: Week, shown: int) -> None:
    dubbed = do(store, copies.add, week.work, "DCP B", version_id=week.other_version)
    strange = do(store, copies.add, week.other_work, "DCP C")

    def film() -> tuple[int | None, int | None]:
        shown_from: tuple[int | None, int | None] = of(
            store, shown, lambda row: next((p.version_id, p.copy_id) for p in row.parts if p.work_id)
        )
        return shown_from

    do(store, screenings.use_copy, shown, dubbed)
    assert film() == (week.other_version, dubbed)
    do(store, screenings.use_copy, shown, strange)
    assert film() == (week.other_version, dubbed)
    do(store, screenings.use_version, shown, week.work, week.version)
    assert film() == (week.version, None)
    do(store, screenings.use_copy, shown, week.copy)
    do(store, screenings.use_version, shown, week.work, None)
    assert film() == (None, None)


def test_a_finding_is_accepted_with_a_reason_and_taken_seriously_again(store: Store, week: Week) -> None:
    assert "reason" in refused(store, screenings.accept, week.programme, "hall_taken/1-2", "  ")
    do(store, screenings.accept, week.programme, "hall_taken/1-2", " Келісілді ")
    with store.read() as session:
        assert session.execute(select(Accepted.signature, Accepted.reason)).all() == [("hall_taken/1-2", "Келісілді")]
    do(store, screenings.reconsider, week.programme, "hall_taken/9-9")
    do(store, screenings.reconsider, week.programme, "hall_taken/1-2")
    assert records(store)["accepted"] == set()


def test_a_block_loses_a_film_that_is_withdrawn_and_an_empty_one_goes(store: Store, week: Week, shown: int) -> None:
    block = do(
        store, screenings.add_event, week.programme, week.hall, at(10),
        [PartSpec(PartKind.FILM, 20, week.work), PartSpec(PartKind.FILM, 30, week.other_work)],
    )  # fmt: skip
    do(store, works.delete, week.work)
    assert parts(store, block) == [(PartKind.FILM, 30)]
    assert refused(store, screenings.unplace, shown) == screenings.GONE
    with store.read() as session:
        assert {part.screening_id for part in session.scalars(select(Part))} == {block}


def test_an_event_is_corrected_and_a_locked_one_keeps_its_place(store: Store, week: Week) -> None:
    talk = do(store, screenings.add_event, week.programme, week.hall, at(12), [PartSpec(PartKind.TALK, 45)])
    facts = {"names": FourNames(en="Talk"), "strand_id": week.strand}
    do(store, screenings.correct_event, talk, week.other_hall, at(13), [PartSpec(PartKind.TALK, 60)], **facts)
    assert where(store, talk) == (week.other_hall, at(13))
    assert parts(store, talk) == [(PartKind.TALK, 60)]
    do(store, screenings.lock, talk)
    do(store, screenings.correct_event, talk, week.other_hall, at(13), [PartSpec(PartKind.TALK, 30)], **facts)
    assert parts(store, talk) == [(PartKind.TALK, 30)]
    again = [PartSpec(PartKind.TALK, 30)]
    assert refused(store, screenings.correct_event, talk, week.hall, at(13), again, **facts) == screenings.LOCKED
