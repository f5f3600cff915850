"""The facets against a plain reading of their rules, one work and one choice at a time."""

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns import Columns, counts, passing
from app.domain.days import days
from app.domain.facets import CO_PRODUCTION, NO, NO_DUB, NOT, YES, Filter, Traits
from app.domain.kinds import RightsStatus, WorkKind

CODES = st.sampled_from(("kk", "zh", "ru"))
COUNTRIES = st.sampled_from(("KZ", "CN", "SU"))
works = st.builds(
    Traits,
    st.sampled_from(WorkKind),
    st.none() | st.integers(1995, 2005),
    st.lists(COUNTRIES, max_size=2).map(tuple),
    st.lists(CODES, max_size=2, unique=True).map(tuple),
    st.sampled_from(RightsStatus),
    st.sampled_from(("", "6+", "12+")),
    st.lists(CODES, max_size=2, unique=True).map(tuple),
    st.lists(st.integers(1, 3), max_size=2, unique=True).map(tuple),
    st.lists(CODES, max_size=2, unique=True).map(tuple),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(("work", "season", "episode")),
    st.none() | st.integers(1, 300),
    *[st.just(0) | st.integers(738_000, 738_010)] * 3,
)
YES_NO = st.frozensets(st.sampled_from((YES, NO, NOT + YES)), max_size=1)
filters = st.builds(
    Filter,
    st.frozensets(st.sampled_from(WorkKind), max_size=9),
    st.frozensets(COUNTRIES | st.just(CO_PRODUCTION), max_size=2),
    st.frozensets(CODES | st.sampled_from((NO_DUB, NOT + NO_DUB, NOT + "kk")), max_size=2),
    st.frozensets(st.sampled_from(RightsStatus), max_size=4),
    st.frozensets(st.sampled_from(("6+", "12+")), max_size=1),
    st.frozensets(CODES, max_size=2),
    st.none() | st.tuples(st.integers(1995, 2005), st.integers(1995, 2005)),
    st.none() | st.integers(1, 3),
    st.frozensets(CODES | st.just(NO_DUB), max_size=2),
    YES_NO,
    YES_NO,
    YES_NO,
    YES_NO,
    st.frozensets(st.sampled_from(("work", "episode")), max_size=1),
    st.none() | st.just((0, 90)) | st.tuples(st.integers(1, 300), st.integers(1, 300)),
    *[st.sampled_from(("", "", "7d", "2021", "2021-07..", "2021-07-24"))] * 3,
)
TODAY = date(2021, 7, 25)
NOTHING_CHOSEN = {"years": None, "programmes": None}
FIELDS = {"programmes": "programme"}


def choices(work: Traits) -> dict[str, list[str]]:
    """Under what a work is counted, written down plainly."""
    several = [CO_PRODUCTION] if len(work.countries) > 1 else []
    return {
        "kinds": [work.kind], "countries": [*work.countries, *several], "dubs": list(work.dubs) or [NO_DUB],
        "rights": [work.rights], "ages": [work.age] if work.age else [], "missing": list(work.missing),
        "subtitles": list(work.subtitles) or [NO_DUB], "copies": _said(work.copies), "posters": _said(work.posters),
        "kazakh": _said(work.kazakh), "unverified": _said(work.unverified), "levels": [work.level],
        "years": [str(work.year)] if work.year else [], "programmes": [str(number) for number in work.programmes],
    }  # fmt: skip


def _said(has: bool) -> list[str]:  # noqa: FBT001 - a trait
    return [YES if has else NO]


def in_days(asked: str, ordinal: int, *, ahead: bool = False) -> bool:
    """Whether a day is one that is asked for."""
    span = days(asked, TODAY, ahead=ahead)
    return span is None or (bool(ordinal) and span[0] <= date.fromordinal(ordinal) <= span[1])


def passes(work: Traits, wanted: Filter) -> bool:
    """Whether a work passes, asked facet by facet."""
    if wanted.years and not (work.year and wanted.years[0] <= work.year <= wanted.years[1]):
        return False
    if wanted.programme and wanted.programme not in work.programmes:
        return False
    if wanted.runtime and not (work.runtime and wanted.runtime[0] <= work.runtime <= wanted.runtime[1]):
        return False
    if not in_days(wanted.ends, work.ends, ahead=True) or not in_days(wanted.added, work.added):
        return False
    if not in_days(wanted.changed, work.changed):
        return False
    own = choices(work)
    for facet in set(own) - {"years", "programmes"}:
        asked = {choice for choice in getattr(wanted, facet) if not choice.startswith(NOT)}
        barred = {choice.removeprefix(NOT) for choice in getattr(wanted, facet)} - asked
        if (asked and not asked & set(own[facet])) or barred & set(own[facet]):
            return False
    return True


@given(st.lists(works, max_size=12), filters)
def test_what_passes_keeps_its_order(some: list[Traits], wanted: Filter) -> None:
    known = dict(enumerate(some))
    ids = [*reversed(known), 99]  # one of them is gone
    expected = [id_ for id_ in ids if id_ in known and passes(known[id_], wanted)]
    assert passing(ids, Columns.of(TODAY, known), wanted) == (expected if wanted.active else ids)


@given(st.lists(works, max_size=12), filters)
def test_each_facet_is_counted_under_the_choices_of_all_the_others(some: list[Traits], wanted: Filter) -> None:
    found = counts(Columns.of(TODAY, dict(enumerate(some))), wanted)
    for facet, counter in found.items():
        others = replace(wanted, **{FIELDS.get(facet, facet): NOTHING_CHOSEN.get(facet, frozenset())})
        assert counter == Counter(choice for work in some if passes(work, others) for choice in choices(work)[facet])
    assert set(found) == set(choices(Traits(WorkKind.SHORT, None, (), (), RightsStatus.CLEARED, "", ())))


@given(st.lists(st.tuples(st.integers(-3, 60_000), works), max_size=12), st.data())
def test_columns_hold_what_was_put_in_last(some: list[tuple[int, Traits]], data: st.DataObject) -> None:
    held = dict(some[:6])
    known = Columns.of(TODAY, held)
    gone = data.draw(st.lists(st.sampled_from(sorted(held)), max_size=2)) if held else []
    known.drop(gone)
    known.update(dict(some[6:]))
    expected = {work: own for work, own in held.items() if work not in gone} | dict(some[6:])
    assert dict(known) == expected == dict(known.copy())
    assert len(known) == len(expected)
    assert known.among(list(held), known.mask(expected)) == [work for work in held if work in expected]
    total = counts(known, Filter())["kinds"]
    assert total == Counter(own.kind for own in expected.values())


def test_more_values_than_fit_into_a_byte_are_counted_all_the_same() -> None:
    plain = Traits(WorkKind.SHORT, None, (), (), RightsStatus.CLEARED, "", ())
    known = Columns.of(TODAY, {work: plain._replace(year=work % 700) for work in range(2_000)})
    counted = counts(known, Filter(years=(10, 600)), known.mask(range(1_400)))
    assert counted["years"] == Counter(str(work % 700) for work in range(1_400))
    assert counted["kinds"] == {"short": 2 * 591}
    assert len(passing(range(2_000), known, Filter(years=(0, 9)))) == 30


def test_a_choice_that_was_barred_is_wanted_once_it_is_ticked() -> None:
    barred = Filter(dubs=frozenset({NOT + "kk", NOT + "ru"}))
    assert barred.toggled("dubs", "kk") == Filter(dubs=frozenset({NOT + "ru", "kk"}))
    assert barred.toggled("dubs", "kk").toggled("dubs", "kk") == Filter(dubs=frozenset({NOT + "ru"}))
