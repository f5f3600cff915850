"""Language versions, copies and rights come, change and go."""

from datetime import date

from app.domain.kinds import CopyFormat, RightsState, SpokenMode, SubtitleKind, VersionStatus
from app.operations import copies, rights, screenings, versions, works
from app.store.copies import Copy
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.screenings import Screening
from app.store.store import Store
from app.store.works import Subtitle, Version
from tests.operations.week import Week, at, refused
from tests.store.rows import do, records

DAY, NEXT = date(2026, 10, 16), date(2026, 10, 17)


def test_versions_are_put_behind_one_another(store: Store, week: Week) -> None:
    third = do(store, versions.add_version, week.work, "ru", SpokenMode.VOICE_OVER, ["en", "kk"], studio="Aray")
    with store.read() as session:
        row = session.get_one(Version, third)
        assert (row.position, row.studio, row.status) == (2, "Aray", VersionStatus.DELIVERED)
        assert [(s.language, s.kind) for s in row.subtitles] == [
            ("en", SubtitleKind.IN_PACKAGE), ("kk", SubtitleKind.IN_PACKAGE),
        ]  # fmt: skip


def test_a_version_is_corrected(store: Store, week: Week) -> None:
    do(store, versions.change_version, week.version, status=VersionStatus.RECORDED, runtime=None, note="x")
    with store.read() as session:
        row = session.get_one(Version, week.version)
        assert (row.status, row.runtime, row.note) == (VersionStatus.RECORDED, None, "x")


def test_subtitles_keep_their_rows(store: Store, week: Week) -> None:
    do(store, versions.set_subtitles, week.version, ["ru", "en"], SubtitleKind.BURNT_IN)
    do(store, versions.set_subtitles, week.version, ["en", "ru", "en"])
    with store.read() as session:
        rows = session.get_one(Version, week.version).subtitles
        assert [(row.language, row.kind, row.position) for row in rows] == [
            ("en", SubtitleKind.BURNT_IN, 0), ("ru", SubtitleKind.IN_PACKAGE, 1),
        ]  # fmt: skip
    do(store, versions.set_subtitles, week.version, [])
    with store.read() as session:
        assert session.query(Subtitle).count() == 0


def test_what_pointed_to_a_version_points_to_the_work_alone(store: Store, week: Week) -> None:
    shown = do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    licence = do(store, rights.add, week.work, RightsState.CLEARED, version_id=week.version)
    do(store, versions.remove_version, week.version)
    with store.read() as session:
        (film,) = [part for part in session.get_one(Screening, shown).parts if part.work_id]
        assert (film.work_id, film.version_id, film.copy_id) == (week.work, None, week.copy)
        assert session.get_one(SlateEntry, week.entry).version_id is None
        assert session.get_one(Copy, week.copy).version_id is None
        assert session.get_one(Rights, licence).version_id is None


def test_a_copy_needs_a_name(store: Store, week: Week) -> None:
    assert refused(store, copies.add, week.work, " ") == copies.COPY_UNNAMED
    assert refused(store, copies.change, week.copy, name="\t") == copies.COPY_UNNAMED
    copy = do(store, copies.add, week.work, " 35 mm ", format=CopyFormat.FILM_35MM)
    do(store, copies.change, copy, place="Алматы")
    with store.read() as session:
        row = session.get_one(Copy, copy)
        assert (row.name, row.format, row.place) == ("35 mm", CopyFormat.FILM_35MM, "Алматы")


def test_showings_have_no_copy_when_theirs_is_taken_away(store: Store, week: Week) -> None:
    shown = do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    do(store, copies.remove, week.copy)
    with store.read() as session:
        assert {part.copy_id for part in session.get_one(Screening, shown).parts} == {None}
    assert records(store)["copy"] == set()


def test_rights_cannot_end_before_they_begin(store: Store, week: Week) -> None:
    wrong = rights.WINDOW_WRONG
    assert refused(store, rights.add, week.work, RightsState.CLEARED, starts=NEXT, ends=DAY) == wrong
    licence = do(store, rights.add, week.work, RightsState.CLEARED, starts=DAY, ends=DAY)
    assert refused(store, rights.change, licence, starts=NEXT) == wrong
    do(store, rights.change, licence, starts=NEXT, ends=None, max_showings=2)
    with store.read() as session:
        row = session.get_one(Rights, licence)
        assert (row.starts, row.ends, row.max_showings, row.territory) == (NEXT, None, 2, "KZ")
    do(store, rights.remove, licence)
    assert records(store)["rights"] == set()


def test_nothing_is_added_to_a_work_that_is_gone(store: Store, week: Week) -> None:
    do(store, works.delete, week.work)
    for operation, args in (
        (versions.add_version, (week.work, "kk", SpokenMode.DUBBED)), (copies.add, (week.work, "DCP")),
        (rights.add, (week.work, RightsState.CLEARED)),
    ):  # fmt: skip
        assert refused(store, operation, *args) == works.NO_WORK
