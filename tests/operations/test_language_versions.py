"""A version knows where its subtitles are, who made it and how far it has come."""

import pytest

from app.domain.kinds import Role, SpokenMode, SubtitleKind, TrackKind, VersionStatus
from app.errors import UserError
from app.operations import crediting, language_versions, versions, works
from app.store.schedule_titles import version_facts
from app.store.store import Store
from app.store.version_rows import VersionEntry, version_entries
from app.store.work_rows import version_lines
from tests.store.rows import do, records, step

IN, BURNT, FILE, LIVE = SubtitleKind.IN_PACKAGE, SubtitleKind.BURNT_IN, SubtitleKind.SEPARATE, SubtitleKind.LIVE


@pytest.fixture
def work(store: Store) -> int:
    return do(store, works.add, "Tomiris", "en")


def read(store: Store, work: int) -> list[VersionEntry]:
    with store.read() as session:
        return version_entries(session, work, "en")


def test_all_facts_of_a_version_are_kept(store: Store, work: int) -> None:
    dub = do(store, versions.add_version, work, "kk", SpokenMode.DUBBED)
    facts = {"status": VersionStatus.RECORDED, "runtime": 118, "year": 2021, "studio": " Ақ Орда ", "place": "Алматы"}
    do(store, language_versions.change, dub, **facts, mode=SpokenMode.VOICE_OVER_MULTI, note="Two lines missing")
    [entry] = read(store, work)
    assert (entry.status, entry.runtime, entry.year) == (VersionStatus.RECORDED, 118, 2021)
    assert (entry.studio, entry.place, entry.mode) == ("Ақ Орда", "Алматы", SpokenMode.VOICE_OVER_MULTI)


def test_what_is_made_for_those_who_hear_or_see_little_is_kept_and_known_to_the_rules(store: Store, work: int) -> None:
    version = do(store, versions.add_version, work, "kk", SpokenMode.ORIGINAL)
    before = records(store)
    changed = step(store, language_versions.change, version, access=[TrackKind.SIGN_LANGUAGE, TrackKind.CAPTIONS])
    assert read(store, work)[0].access == (TrackKind.CAPTIONS, TrackKind.SIGN_LANGUAGE)
    with store.read() as session:
        assert version_facts(session, version_lines(session, [work]))[version].captions
    store.replay(changed)
    assert records(store) == before
    with store.read() as session:
        assert not version_facts(session, version_lines(session, [work]))[version].captions


def test_subtitles_have_a_language_and_a_kind(store: Store, work: int) -> None:
    version = do(store, versions.add_version, work, "kk", SpokenMode.ORIGINAL, ("ru", "en"))
    before = records(store)["subtitle"]
    do(store, language_versions.change, version, subtitles=[("ru", BURNT), ("en", IN), ("zh-Hans", LIVE), ("ru", FILE)])
    assert read(store, work)[0].subtitles == (("ru", BURNT), ("en", IN), ("zh-Hans", LIVE), ("ru", FILE))
    after = records(store)["subtitle"]
    assert {row[0] for row in before} < {row[0] for row in after}
    changed = step(store, language_versions.change, version, subtitles=[("en", IN)])
    assert read(store, work)[0].subtitles == (("en", IN),)
    store.replay(changed)
    assert records(store)["subtitle"] == after


def test_people_of_a_version_stand_with_it(store: Store, work: int) -> None:
    original = do(store, versions.add_version, work, "kk", SpokenMode.ORIGINAL)
    dub = do(store, versions.add_version, work, "ru", SpokenMode.DUBBED)
    do(store, crediting.add_named, work, Role.DIRECTOR, "Akan Satayev")
    do(store, crediting.add_named, work, Role.DUBBING_DIRECTOR, "Dub Boss", version=dub)
    do(store, language_versions.move, dub, 0)
    first, second = read(store, work)
    assert (first.id, [credit.name for credit in first.credits]) == (dub, ["Dub Boss"])
    assert (second.id, second.credits) == (original, ())


@pytest.mark.parametrize("facts", [{"year": 1700}, {"runtime": 0}])
def test_what_cannot_be_is_refused(store: Store, work: int, facts: dict[str, int]) -> None:
    version = do(store, versions.add_version, work, "kk", SpokenMode.ORIGINAL)
    with pytest.raises(UserError):
        do(store, language_versions.change, version, **facts)
