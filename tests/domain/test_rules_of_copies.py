"""R8 and R9: keys to the minute, and what a hall can play."""

from dataclasses import replace

import pytest

from app.domain.board import conflicts
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import CopyFormat
from app.domain.screenings import Clash, PartyKind, Severity
from app.domain.surroundings import KeyWindow, Setting, VersionFacts
from tests.domain.plans import at, event, without_all_but

PLAIN = Context(halls={1: HallFacts(1, server="A"), 2: HallFacts(1)}, without=without_all_but("R8", "R9"))


def found(copy, hall=None, **facts):
    show = event(1, 1, "18:00", 90, copies=(1,), versions=(7,), works=(5,))
    halls = PLAIN.halls | ({1: hall} if hall else {})
    return conflicts([show], replace(PLAIN, copies={1: copy}, halls=halls, **facts))


def locked(*keys):
    return CopyFacts(encrypted=True, keys=keys)


@pytest.mark.parametrize(
    ("begins", "ends", "clash"),
    [
        ("17:30", "20:00", None),
        ("17:31", "20:00", Clash.KEY_NOT_YET),
        ("17:30", "19:59", Clash.KEY_EXPIRED),
        (None, "20:00", None),
        ("17:30", None, None),
        ("21:00", None, Clash.KEY_NOT_YET),
    ],
)
def test_a_key_holds_half_an_hour_before_and_after(begins, ends, clash):
    key = KeyWindow(at(begins) if begins else None, at(ends) if ends else None, hall=1)
    assert [(f.clash, f.severity) for f in found(locked(key))] == ([(clash, Severity.ERROR)] if clash else [])


def test_the_margin_is_for_the_programme_to_set():
    key = KeyWindow(at("17:50"), at("19:40"))
    assert [f.value("margin") for f in found(locked(key))] == [30]
    assert found(locked(key), settings={"R8": Setting(value=10)}) == []
    assert [f.clash for f in found(locked(key), settings={"R8": Setting(value=11)})] == [Clash.KEY_NOT_YET]


@pytest.mark.parametrize(
    ("key", "fits"),
    [
        (KeyWindow(hall=1), True),
        (KeyWindow(hall=2), False),
        (KeyWindow(server="A"), True),
        (KeyWindow(server=" a"), True),
        (KeyWindow(server="B"), False),
        (KeyWindow(hall=1, server="B"), True),
        (KeyWindow(), True),
    ],
)
def test_a_key_is_for_a_hall_or_its_server(key, fits):
    assert [(f.clash, f.severity) for f in found(locked(key))] == (
        [] if fits else [(Clash.KEY_MISSING, Severity.WARNING)]
    )


def test_the_best_of_several_keys_is_told():
    worse, better = KeyWindow(ends=at("12:00")), KeyWindow(begins=at("17:40"))
    (finding,) = found(locked(worse, better))
    assert (finding.clash, finding.value("begins_at")) == (Clash.KEY_NOT_YET, at("17:40"))
    assert found(locked(worse, better, KeyWindow())) == []
    assert [f.clash for f in found(locked())] == [Clash.KEY_MISSING]
    assert found(CopyFacts()) == []


@pytest.mark.parametrize(
    ("copy", "hall", "what"),
    [
        (CopyFacts(format=CopyFormat.MP4), HallFacts(1, formats=frozenset({"dcp"})), "format"),
        (CopyFacts(format=CopyFormat.DCP), HallFacts(1, formats=frozenset({"dcp"})), None),
        (CopyFacts(format=CopyFormat.MP4), HallFacts(1), None),
        (CopyFacts(), HallFacts(1, formats=frozenset({"dcp"})), None),
        (CopyFacts(frame_rate="25"), HallFacts(1, frame_rates=frozenset({"24", "48"})), "frame_rate"),
        (CopyFacts(frame_rate="48"), HallFacts(1, frame_rates=frozenset({"24", "48"})), None),
        (CopyFacts(sound="7.1"), HallFacts(1, sounds=frozenset({"5.1"})), "sound"),
        (CopyFacts(aspect="1.37"), HallFacts(1, aspects=frozenset({"1.85"})), "aspect"),
    ],
)
def test_a_hall_plays_what_it_has_said_it_can(copy, hall, what):
    told = [(f.clash, f.value("what")) for f in found(copy, hall)]
    assert told == ([] if what is None else [(Clash.HALL_CANNOT_PLAY, what)])


def test_of_a_block_the_film_the_hall_cannot_play_is_named():
    halls = {1: HallFacts(1, formats=frozenset({"dcp"}), soft_subtitles=False)}
    copies = {3: CopyFacts(format=CopyFormat.DCP, work=5), 4: CopyFacts(format=CopyFormat.MP4, work=6)}
    block = event(1, 1, "18:00", works=(5, 6), versions=(7, 8), copies=(3, 4))
    texts = {8: VersionFacts("zh", ("kk",), separate=True), 7: VersionFacts("zh", ("kk",))}
    context = Context(halls=halls, copies=copies, versions=texts, without=without_all_but("R9"))
    told = {(f.value("what"), f.party(PartyKind.WORK)) for f in conflicts([block], context)}
    assert told == {("format", (6,)), ("subtitles", (6,))}
    (alone,) = conflicts([event(1, 1, "18:00", works=(6,), versions=(7,), copies=(4,))], context)
    assert alone.party(PartyKind.WORK) == ()


def test_subtitles_beside_the_picture_need_a_second_screen():
    without = HallFacts(1, soft_subtitles=False)
    separate = {"versions": {7: VersionFacts("zh", ("kk",), separate=True)}}
    assert [f.value("what") for f in found(CopyFacts(), without, **separate)] == ["subtitles"]
    assert found(CopyFacts(), HallFacts(1, soft_subtitles=True), **separate) == []
    assert found(CopyFacts(), HallFacts(1), **separate) == []
    assert found(CopyFacts(), without, versions={7: VersionFacts("zh", ("kk",))}) == []
