"""Seats, prime time, access, shifts, room, budget and languages: where each rule fires and where it just does not."""

from dataclasses import replace

import pytest

from app.domain.board import Board, conflicts
from app.domain.context import Context, HallFacts
from app.domain.following import base, followed
from app.domain.kinds_of_plans import AudienceKind, PersonTask
from app.domain.screenings import Booked, Clash, PartyKind
from app.domain.surroundings import Duty, EntryFacts, VersionFacts, WorkFacts
from tests.domain.plans import FIRST, at, event

HALLS = {1: HallFacts(1), 2: HallFacts(1), 3: HallFacts(2)}
ALL = frozenset({*(f"R{number}" for number in range(1, 31)), "F36"})


def only(*rules, **facts):
    return replace(Context(halls=HALLS, without=ALL - set(rules)), **facts)


def clashes(slots, context):
    return [finding.clash for finding in conflicts(slots, context)]


@pytest.mark.parametrize(
    ("expected", "found"),
    [(101, [Clash.HALL_TOO_SMALL]), (100, []), (20, []), (19, [Clash.HALL_TOO_BIG]), (None, [])],
)
def test_the_audience_fits_its_hall(expected, found):
    context = only("R20", halls={1: HallFacts(1, seats=100)})
    assert clashes([event(1, 1, "18:00", expected=expected)], context) == found


def test_several_showings_ask_for_one_in_prime_time():
    context = only("R21", works={5: WorkFacts(countries=("CN",))})
    morning = [event(n, 1, "10:00", day=n, strand=4, works=(5,)) for n in (0, 1)]
    assert clashes(morning, context) == []
    third = event(2, 1, "17:59", day=2, strand=4, works=(5,))
    found = conflicts([*morning, third], context)
    assert {f.clash for f in found} == {Clash.PRIME_STRAND, Clash.PRIME_COUNTRY}
    assert {f.value("showings") for f in found} == {3}
    assert clashes([*morning, event(2, 1, "18:00", day=2, strand=4, works=(5,))], context) == []
    assert len(clashes([*morning, event(2, 1, "21:00", day=2, strand=4, works=(5,))], context)) == 2


def test_talks_keep_their_own_hours():
    context = only("R21")
    talks = [event(n, 1, "10:00", day=n, strand=4) for n in range(5)]
    assert clashes(talks, context) == []


def test_every_day_has_an_accessible_show():
    halls = {1: HallFacts(1, step_free=True), 2: HallFacts(1, step_free=False)}
    context = only("R24", halls=halls, versions={6: VersionFacts("kk", captions=True), 7: VersionFacts("kk")})
    steps = event(1, 2, "12:00", works=(5,), versions=(6,))
    silent = event(2, 1, "12:00", works=(5,), versions=(7,))
    (finding,) = conflicts([steps, silent], context)
    assert (finding.clash, finding.slots, finding.value("day")) == (Clash.NOTHING_ACCESSIBLE, (), FIRST)
    assert clashes([steps, silent, event(3, 1, "18:00", works=(5,), versions=(6,))], context) == []
    assert clashes([steps, silent], only("R24", halls=HALLS)) == []


def test_somebody_is_on_duty_from_the_first_minute_to_the_last():
    def on(*spans, hall=None):
        return only("R23", duties=tuple(Duty(n, 1, hall, at(a), at(b)) for n, (a, b) in enumerate(spans)))

    show = event(1, 1, "18:00", 90)
    assert clashes([show], on(("17:00", "19:30"))) == []
    (finding,) = conflicts([show], on(("17:00", "19:29")))
    assert (finding.clash, finding.value("starts"), finding.value("until")) == (
        Clash.NOBODY_ON_DUTY, at("19:29"), at("19:30"),
    )  # fmt: skip
    assert clashes([show], on(("10:00", "18:30"), ("18:30", "22:00"))) == []
    assert clashes([show], on(("10:00", "18:30"), ("18:31", "22:00"))) == [Clash.NOBODY_ON_DUTY]
    assert clashes([show], on(("10:00", "22:00"), hall=2)) == []  # no shift is planned for its hall
    assert clashes([event(1, 1, "18:00", 90, day=1)], on(("10:00", "12:00"))) == []


def test_shifts_do_not_overlap_and_leave_a_night():
    def two(a, b, *, day=0, person=7):
        first = Duty(7, 1, None, at("10:00"), at(a))
        return only("R23", duties=(first, Duty(person, 1, None, at(b, day), at(b, day) + 60)))

    (finding,) = conflicts([], two("18:00", "17:59"))
    assert (finding.clash, finding.value("overlap"), finding.party(PartyKind.PERSON)) == (Clash.SHIFTS_OVERLAP, 1, (7,))
    assert clashes([], two("18:00", "18:00")) == []
    assert clashes([], two("18:00", "17:59", person=8)) == []
    assert clashes([], two("23:00", "09:59", day=1)) == [Clash.REST_SHORT]
    assert clashes([], two("23:00", "10:00", day=1)) == []


def test_a_day_keeps_room_for_a_repeat():
    hours = ((at("10:00"), at("14:00")),)
    context = only("R25", halls={1: HallFacts(1, hours), 2: HallFacts(1, hours)})
    full = [event(1, 1, "10:00", 240), event(2, 2, "12:01", 119)]
    assert clashes(full, context) == []
    (finding,) = conflicts([full[0], event(2, 2, "11:59", 121)], context)
    assert (finding.clash, finding.value("needed")) == (Clash.NO_ROOM_LEFT, 120)
    assert clashes([full[0]], only("R25", halls={1: HallFacts(1, hours), 2: HallFacts(1)})) == []


def test_a_hall_open_around_the_clock_has_room():
    halls = {1: HallFacts(1, ((at("0:00"), at("24:00", 1)),))}
    shows = [event(1, 1, "18:00"), event(2, 1, "18:00", day=1)]
    assert clashes(shows, only("R25", halls=halls)) == []
    (finding,) = conflicts([shows[0], event(2, 1, "5:59", 21 * 60, day=1)], only("R25", halls=halls))
    assert finding.at == at("5:59", 1)  # of the night before two hours less a minute are left, and none of this one


def test_what_it_costs_is_within_the_budget():
    facts = {"entries": {5: EntryFacts(50, fee=30_000)}, "halls": {1: HallFacts(1, hour_cost=10_000)}}
    show = event(1, 1, "18:00", 90, entry=5)
    assert clashes([show], only("R29", budget=45_000, **facts)) == []
    (finding,) = conflicts([show], only("R29", budget=44_999, **facts))
    assert (finding.clash, finding.value("planned"), finding.value("currency")) == (Clash.OVER_BUDGET, 45_000, "KZT")
    assert clashes([show], only("R29", **facts)) == []


VERSIONS = {
    1: VersionFacts("zh"),
    2: VersionFacts("zh", ("kk",)),
    3: VersionFacts("ru"),
    4: VersionFacts("zxx"),
    5: VersionFacts("yue", ("zh-Hans",)),
}


def show(number, version, clock="18:00", **more):
    return event(number, 1, clock, works=(number,), versions=(version,), **more)


@pytest.mark.parametrize(("version", "found"), [
    (1, [Clash.NOBODY_UNDERSTANDS]), (2, []), (3, []), (4, []), (None, []), (9, []),
])  # fmt: skip
def test_somebody_in_a_hall_of_kazakhstan_understands(version, found):
    assert clashes([show(1, version)], only("F36", versions=VERSIONS)) == found


def test_an_interpreter_helps_and_so_do_other_audiences():
    context = only("F36", versions=VERSIONS)
    voice = (Booked(7, PersonTask.INTERPRETER, ("zh", "kk")),)
    assert clashes([show(1, 1, people=voice)], context) == []
    assert clashes([show(1, 1, people=(Booked(7, PersonTask.INTERPRETER),))], context) == []
    deaf = (Booked(7, PersonTask.INTERPRETER, ("en", "kk")),)
    assert clashes([show(1, 1, people=deaf)], context) == clashes([show(1, 1)], context) != []
    assert clashes([show(1, 1, audience=AudienceKind.JURY)], context) == []
    assert clashes([show(1, 1)], replace(context, territory="CN")) == []
    assert clashes([show(1, 3)], replace(context, territory="CN")) == [Clash.NOBODY_UNDERSTANDS]
    assert clashes([show(1, 5)], replace(context, territory="CN")) == []
    assert clashes([show(1, 1)], replace(context, halls={1: HallFacts(1, audience=("zh",))})) == []
    assert clashes([show(1, 1)], replace(context, territory="FR")) == []


def test_the_policy_of_a_programme():
    context = only("F36", versions=VERSIONS, policy=("kk",))
    assert clashes([show(1, 2)], context) == []
    (finding,) = conflicts([show(1, 3)], context)
    assert (finding.clash, finding.value("languages"), finding.value("wanted")) == (Clash.POLICY_MISSED, "ru", "kk")


def test_of_a_block_the_titles_nobody_follows_are_named():
    block = event(1, 1, "18:00", works=(50, 51, 52, 50), versions=(1, 2, 1, 1))
    found = conflicts([block], only("F36", versions=VERSIONS))
    assert [(f.clash, f.party(PartyKind.WORK)) for f in found] == [
        (Clash.NOBODY_UNDERSTANDS, (50,)), (Clash.NOBODY_UNDERSTANDS, (52,)),
    ]  # fmt: skip
    found = conflicts([block], only("F36", versions=VERSIONS, policy=("zh", "kk"), audience=("zh",)))
    assert [f.party(PartyKind.WORK) for f in found] == [(50,), (52,)]
    (alone,) = conflicts([show(1, 3)], only("F36", versions=VERSIONS, policy=("kk",)))
    assert alone.party(PartyKind.WORK) == ()


def test_every_evening_has_something_for_each_language():
    context = only("R28", versions=VERSIONS)
    kazakh, russian = show(1, 2, "17:00"), show(2, 3, "20:00")
    assert clashes([kazakh, russian], context) == []
    (finding,) = conflicts([kazakh, show(2, 3, "16:59")], context)
    assert (finding.clash, finding.value("language"), finding.slots) == (Clash.EVENING_WITHOUT, "ru", ())
    assert clashes([kazakh, show(2, None, "20:00")], context) == []
    assert clashes([kazakh, show(2, 4, "20:00")], context) == []


def test_scripts_do_not_divide_a_language():
    assert [base(tag) for tag in ("kk-Latn", "cmn-Hans", "zh-Latn-pinyin", "yue")] == ["kk", "zh", "zh", "yue"]
    assert followed(show(1, 2), only("F36", versions=VERSIONS)) == (frozenset({"zh", "kk"}),)
    assert followed(event(1, 1, "18:00", works=(1, 2), versions=(1,)), only("F36", versions=VERSIONS)) is None


def test_what_concerns_days_and_plans_follows_every_move():
    context = only(
        "R21", "R25", "R28", "R29", versions=VERSIONS, budget=100, entries={5: EntryFacts(50, fee=60)},
        works={n: WorkFacts(countries=("KZ",)) for n in range(9)},
        halls={1: HallFacts(1, tuple((at("10:00", n), at("20:00", n)) for n in range(3)))},
    )  # fmt: skip
    plan = {n: show(n, 2, "11:00", day=n % 3, entry=5, strand=4) for n in range(6)}
    board = Board(plan.values(), context)
    for number, (clock, day) in enumerate([("18:30", 0), ("18:30", 1), ("11:00", 2), ("13:00", 0)]):
        before = board.conflicts()
        plan[number] = show(number, 3, clock, day=day, entry=5, strand=4)
        change = board.replace(plan[number])
        assert board.conflicts() == conflicts(plan.values(), context)
        assert set(change.appeared) == set(board.conflicts()) - set(before)
