"""Why not here, why nowhere, where instead: the sets of rules are smallest, the places free and ranked."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.board import Board
from app.domain.places import Choices
from app.domain.screenings import Party, PartyKind
from app.domain.suggestions import Reason, Said, ranked
from app.domain.surroundings import EntryFacts, Span
from app.domain.why_not import fewest, why_not, why_nowhere
from tests.planner.small import allowed, at, days, film, halls, problem, shown

BARS = [(f"R{n}", frozenset()) for n in range(1, 7)]


def board(asked):
    return Board(asked.slots, asked.context)


def choices(asked):
    return Choices(asked.days, tuple(asked.context.halls))


@given(st.lists(st.frozensets(st.sampled_from(BARS), min_size=1), max_size=8))
@settings(max_examples=150)
def test_the_fewest_rules_meet_every_place_and_no_fewer_do(sets):
    found = fewest(sets)
    assert all(one & found for one in sets)
    for bar in found:
        assert not all(one & (found - {bar}) for one in sets)
    for less in range(len(found)):
        assert not any(all(one & set(few) for one in sets) for few in combinations(BARS, less))


def test_a_free_place_needs_no_reason():
    asked = problem([film(1)])
    assert why_nowhere(asked.wanted[0].slot, board(asked), choices(asked)) is None


def test_a_film_longer_than_any_opening_and_a_programme_without_halls_are_told_by_the_hours():
    long = problem([film(1, 300)], halls=halls(2, days(1)))
    (found,) = why_nowhere(long.wanted[0].slot, board(long), choices(long))
    assert found.rule == "R3"
    assert found.parties == (Party(PartyKind.HALL, 1), Party(PartyKind.HALL, 2))
    bare = problem([film(1)], halls={})
    (found,) = why_nowhere(bare.wanted[0].slot, board(bare), choices(bare))
    assert (found.rule, found.parties) == ("R3", ())


def test_every_rule_against_a_place_is_told_once():
    asked = problem([film(1)], slots=[shown(9, 1, "18:30")], count=2, rights={1: (allowed(1, 1, 1),)})
    found = why_not(asked.wanted[0].slot, 1, at("19:00"), board(asked))
    assert [one.rule for one in found.standing] == ["R1", "R10"]
    assert found.standing[0].slots == (9,)
    assert why_not(asked.wanted[0].slot, 1, at("19:00", 1), board(asked)).findings == ()


def test_nowhere_is_explained_by_what_fills_the_hall_and_what_forbids_the_other_day():
    asked = problem(
        [film(1)], slots=[shown(9, 1, "18:00", minutes=240, works=(9,))], count=2, rights={1: (allowed(1, 0, 0),)}
    )
    found = why_nowhere(asked.wanted[0].slot, board(asked), choices(asked))
    assert [one.rule for one in found] == ["R1", "R10"]
    assert Party(PartyKind.WORK, 1) in found[1].parties


@given(st.lists(st.tuples(st.integers(1, 2), st.integers(0, 1), st.integers(0, 30)), max_size=6), st.integers(0, 1))
@settings(max_examples=40, deadline=None)
def test_lifting_any_one_rule_makes_a_place(pins, day):
    slots = []
    for number, (hall, on, step) in enumerate(pins, 10):
        event = shown(number, hall, "18:00", day=on, minutes=90, works=(number,))
        slots.append(event.at(hall, event.start + 5 * step))
    asked = problem([film(1, 110)], slots=slots, count=2, halls=halls(2, days(2)), rights={1: (allowed(1, day, day),)})
    found = why_nowhere(asked.wanted[0].slot, board(asked), choices(asked))
    places = list(_places())
    against = [_rules(asked, hall, start) for hall, start in places]
    if found is None:
        assert frozenset() in against
        return
    rules = {one.rule for one in found}
    assert all(one & rules for one in against)
    for rule in rules:
        assert any(not one & (rules - {rule}) for one in against)


def _places():
    for day in range(2):
        for hall in (1, 2):
            for start in range(at("18:00", day), at("22:00", day) - 110 + 1, 5):
                yield hall, start


def _rules(asked, hall, start):
    found = board(asked).check(asked.wanted[0].slot.at(hall, start))
    return frozenset(one.rule for one in found if one.severity == 3 or one.clash == "turnaround_short")


def test_the_best_place_is_first_with_its_reasons():
    asked = problem(
        [film(1, expected=100)], count=2, halls=halls(2, days(2), opens=10, seats=100),
        entries={1: EntryFacts(1, guests=(7,), expected=100)}, people={7: (Span(at("09:00", 1), at("23:00", 1)),)},
    )  # fmt: skip
    best, *others = ranked(asked.wanted[0].slot, board(asked), choices(asked))
    assert best.place.day == asked.days[1]
    assert at("18:00", 1) <= best.starts < at("21:00", 1)
    assert {said.reason for said in best.good} >= {Reason.GUEST_THERE, Reason.PRIME_TIME, Reason.HALL_FITS}
    assert all(best.points >= other.points for other in others)


def test_where_nothing_is_free_somebody_pencilled_may_give_way():
    two = halls(1, days(1))[1]
    slots = [
        shown(9, 1, "18:00", works=(9,)),
        shown(8, 1, "20:20", works=(8,), locked=True),
        shown(7, 2, "18:00", minutes=110, works=(7,), locked=True),
    ]
    asked = problem([film(1, 115)], slots=slots, halls={1: two, 2: two})
    assert why_nowhere(asked.wanted[0].slot, board(asked), choices(asked)) is not None
    found = ranked(asked.wanted[0].slot, board(asked), choices(asked))
    assert [one.after for one in found] == [(9,)]
    assert found[0].bad[0] == Said(Reason.AFTER_MOVE, (("slot", 9),))
    assert (found[0].place.hall, found[0].starts) == (1, at("18:00"))
    fast = problem(
        [film(1, 115)], slots=[shown(9, 1, "18:00", works=(9,), locked=True), *slots[1:]], halls={1: two, 2: two}
    )
    assert ranked(fast.wanted[0].slot, board(fast), choices(fast)) == []
