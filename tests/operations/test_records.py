"""Rights, papers, copies and careers come, change and go, each undone as one step."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.domain.digital_name import read_digital_name
from app.domain.kinds import (
    AwardResult,
    ClearanceKind,
    ClearanceState,
    CustodyKind,
    Measure,
    Premiere,
    RightsState,
    ScreeningStatus,
    TrackKind,
    Use,
)  # fmt: skip
from app.operations import careers, clearances, copies, rights, screenings, works
from app.store.career_rows import award_rows, career_count, festival_rows, figure_rows, sale_rows
from app.store.copy_rows import copy_rows, hall_choices
from app.store.rights_rows import clearance_rows, rating_rows, rights_rows
from app.store.store import Store
from app.words import phrase
from tests.operations.week import Week, at, refused
from tests.store.rows import do

DAY = date(2026, 10, 1)
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


def read(store: Store, query: Callable[..., Any], work: int) -> list[Any]:
    """The rows of a work."""
    with store.read() as session:
        return list(query(session, work))


def test_a_licence_is_renewed_for_a_year_and_still_to_be_agreed(store: Store, week: Week) -> None:
    old = do(
        store, rights.add, week.work, RightsState.CLEARED, use=Use.TV, starts=DAY, ends=date(2027, 9, 30),
        holder=" Qazaqfilm ", fee=15_000_000, currency="KZT", papers="14/2026", max_showings=3, note="first",
    )  # fmt: skip
    new = do(store, rights.renew, old, DAY)
    rows = {row.id: row for row in read(store, rights_rows, week.work)}
    assert (rows[new].starts, rows[new].ends) == (date(2027, 10, 1), date(2028, 9, 30))
    assert rows[new].state is RightsState.NEGOTIATION
    assert (rows[new].holder, rows[new].fee, rows[new].currency, rows[new].use) == (
        "Qazaqfilm",
        15_000_000,
        "KZT",
        Use.TV,
    )
    assert (rows[new].papers, rows[new].note) == ("", "")


def test_showings_are_counted_from_the_schedule(store: Store, week: Week) -> None:
    licence = do(store, rights.add, week.work, RightsState.CLEARED, max_showings=1)
    shown = [do(store, screenings.place, week.programme, week.entry, hall, at(hour)) for hall, hour in
             ((week.hall, 12), (week.other_hall, 19))]  # fmt: skip
    (row,) = [row for row in read(store, rights_rows, week.work) if row.id == licence]
    assert row.used == 2
    do(store, screenings.set_status, shown[0], ScreeningStatus.CANCELLED)
    (row,) = [row for row in read(store, rights_rows, week.work) if row.id == licence]
    assert row.used == 1


def test_windows_that_overlap_know_each_other(store: Store, week: Week) -> None:
    one = do(store, rights.add, week.work, RightsState.CLEARED, starts=DAY, ends=DAY)
    other = do(store, rights.add, week.work, RightsState.NOT_CLEARED)
    rows = {row.id: row for row in read(store, rights_rows, week.work)}
    assert [found[1].id for found in rows[one].rubs] == [other]
    assert [found[1].id for found in rows[other].rubs] == [one]


def test_too_many_showings_are_refused(store: Store, week: Week) -> None:
    assert refused(store, rights.add, week.work, RightsState.CLEARED, max_showings=0) == rights.SHOWINGS_WRONG


def test_a_paper_has_the_kind_of_its_territory_and_days_in_order(store: Store, week: Week) -> None:
    paper = do(store, clearances.add, week.work, "CN")
    do(store, clearances.change, paper, state=ClearanceState.APPLIED, applied=DAY, number=" 12 ")
    (row,) = read(store, clearance_rows, week.work)
    assert (row.kind, row.state, row.number) == (ClearanceKind.PERMIT, ClearanceState.APPLIED, "12")
    assert refused(store, clearances.change, paper, granted=DAY - timedelta(1)) == clearances.GRANTED_FIRST
    assert refused(store, clearances.change, paper, granted=DAY, ends=DAY - timedelta(1)) == clearances.ENDS_FIRST
    do(store, clearances.remove, paper)
    assert read(store, clearance_rows, week.work) == []


def test_an_age_mark_is_never_empty(store: Store, week: Week) -> None:
    mark = do(store, clearances.add_rating, week.work, "RU", "12+")
    assert refused(store, clearances.change_rating, mark, mark=" ") == clearances.MARK_EMPTY
    do(store, clearances.change_rating, mark, mark="16+", source="poster")
    (row,) = read(store, rating_rows, week.work)
    assert tuple(row)[1:] == ("RU", "16+", "poster")
    do(store, clearances.remove_rating, mark)
    assert read(store, rating_rows, week.work) == []


def test_a_copy_keeps_tracks_keys_and_its_way_newest_first(store: Store, week: Week) -> None:
    copy = do(store, copies.add, week.work, "DCP B", place="shelf", size=182 * 10**9)
    do(store, copies.add_track, copy, TrackKind.AUDIO, "kk", detail="5.1")
    track = do(store, copies.add_track, copy, TrackKind.SUBTITLE, "ru")
    do(store, copies.change_track, track, language="en")
    key = do(store, copies.add_key, copy, hall_id=week.hall, valid_from=NOON)
    assert refused(store, copies.change_key, key, valid_until=NOON - timedelta(hours=1)) == copies.KEY_WRONG
    do(store, copies.record, copy, DAY, CustodyKind.SENT, place="Beijing")
    event = do(store, copies.record, copy, DAY + timedelta(3), receiver="Keruen", place="Almaty")
    row = next(row for row in read(store, copy_rows, week.work) if row.id == copy)
    assert [(one.language, one.detail) for one in row.tracks] == [("kk", "5.1"), ("en", "")]
    assert row.encrypted
    assert row.keys[0].zone == "Asia/Almaty"
    assert [one.kind for one in row.custody] == [CustodyKind.RECEIVED, CustodyKind.SENT]
    assert row.whereabouts.place == "Almaty"
    do(store, copies.change_custody, event, place="Astana")
    do(store, copies.remove_track, track)
    do(store, copies.remove_key, key)
    row = next(row for row in read(store, copy_rows, week.work) if row.id == copy)
    assert (row.whereabouts.place, len(row.tracks), row.keys) == ("Astana", 1, ())
    do(store, copies.remove_custody, event)
    do(store, copies.remove, copy)


def test_a_copy_taken_away_comes_back_with_all_it_had(store: Store, week: Week) -> None:
    do(store, copies.add_track, week.copy, TrackKind.AUDIO, "kk")
    do(store, copies.add_key, week.copy, hall_id=week.hall)
    do(store, copies.record, week.copy, DAY)
    before = read(store, copy_rows, week.work)
    _done, step = store.write(phrase("Remove"), copies.remove, week.copy)
    assert read(store, copy_rows, week.work) == []
    assert week.work in step.works
    store.replay(step)
    assert read(store, copy_rows, week.work) == before


def test_a_digital_name_fills_what_is_empty_in_one_step(store: Store, week: Week) -> None:
    name = read_digital_name("QyzZhibek_FTR-1_S_KK-RU_KZ-12_51_2K_KZF_20260917_ABC_SMPTE_OV")
    do(store, copies.fill_in, week.copy, name.facts, name.tracks)
    row = next(row for row in read(store, copy_rows, week.work) if row.id == week.copy)
    assert (row.resolution, row.aspect, row.sound, row.standard) == ("2K", "2.39:1", "5.1", "SMPTE")
    assert [(one.kind, one.language) for one in row.tracks] == [(TrackKind.AUDIO, "kk"), (TrackKind.SUBTITLE, "ru")]


def test_halls_can_be_chosen_for_keys(store: Store, week: Week) -> None:
    with store.read() as session:
        assert week.hall in {hall.id for hall in hall_choices(session)}


def test_a_career_is_told_newest_first_and_figures_side_by_side(store: Store, week: Week) -> None:
    do(store, careers.add_award, week.work, "Eurasia", year=2019, result=AwardResult.NOMINATED)
    award = do(store, careers.add_award, week.work, "Shaken", year=2021)
    entry = do(store, careers.add_entry, week.work, "Busan", year=2020, premiere=Premiere.WORLD)
    do(store, careers.change_entry, entry, day=date(2021, 10, 3))
    sale = do(store, careers.add_sale, week.work, "TR", year=2022)
    do(store, careers.add_figure, week.work, Measure.BOX_OFFICE, 100, currency="CNY", day=DAY)
    figure = do(store, careers.add_figure, week.work, Measure.BOX_OFFICE, 200, currency="KZT", day=DAY + timedelta(9))
    do(store, careers.add_figure, week.work, Measure.ADMISSIONS, 5)
    assert [row.event for row in read(store, award_rows, week.work)] == ["Shaken", "Eurasia"]
    assert [row.year for row in read(store, festival_rows, week.work)] == [2021]
    assert [row.value for row in read(store, figure_rows, week.work)] == [200, 100, 5]
    with store.read() as session:
        assert career_count(session, week.work) == 7
    do(store, careers.change_award, award, prize="Best film")
    do(store, careers.change_sale, sale, buyer="TRT")
    for remove, row in ((careers.remove_award, award), (careers.remove_entry, entry), (careers.remove_sale, sale),
                        (careers.remove_figure, figure)):  # fmt: skip
        do(store, remove, row)
    assert read(store, sale_rows, week.work) == []
    assert len(read(store, figure_rows, week.work)) == 2


def test_a_number_keeps_its_worth_when_what_it_counts_changes(store: Store, week: Week) -> None:
    figure = do(store, careers.add_figure, week.work, Measure.BOX_OFFICE, 12_500_00, currency="KZT")
    do(store, careers.change_figure, figure, measure=Measure.ADMISSIONS)
    (row,) = read(store, figure_rows, week.work)
    assert (row.value, row.currency) == (12_500, "")
    do(store, careers.change_figure, figure, measure=Measure.RATING, value=780)
    (row,) = read(store, figure_rows, week.work)
    assert row.value == 780


@pytest.mark.parametrize("year", [1200, 2500])
def test_years_lie_within_the_age_of_film(store: Store, week: Week, year: int) -> None:
    assert refused(store, careers.add_award, week.work, "Festival", year=year) == works.YEAR_WRONG
    assert refused(store, careers.add_award, week.work, " ") == careers.EVENT_UNNAMED
