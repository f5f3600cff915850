"""The facets against a plain reading of their rules, one work and one choice at a time."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.facets import CO_PRODUCTION, NO_DUB, Filter, Traits, counts, passing
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
)
filters = st.builds(
    Filter,
    st.frozensets(st.sampled_from(WorkKind), max_size=9),
    st.frozensets(COUNTRIES | st.just(CO_PRODUCTION), max_size=2),
    st.frozensets(CODES | st.just(NO_DUB), max_size=2),
    st.frozensets(st.sampled_from(RightsStatus), max_size=4),
    st.frozensets(st.sampled_from(("6+", "12+")), max_size=1),
    st.frozensets(CODES, max_size=2),
    st.none() | st.tuples(st.integers(1995, 2005), st.integers(1995, 2005)),
    st.none() | st.integers(1, 3),
)
NOTHING_CHOSEN = {"years": None, "programmes": None}
FIELDS = {"programmes": "programme"}


def choices(work: Traits) -> dict[str, list[str]]:
    """Under what a work is counted, written down plainly."""
    several = [CO_PRODUCTION] if len(work.countries) > 1 else []
    return {
        "kinds": [work.kind], "countries": [*work.countries, *several], "dubs": list(work.dubs) or [NO_DUB],
        "rights": [work.rights], "ages": [work.age] if work.age else [], "missing": list(work.missing),
        "years": [str(work.year)] if work.year else [], "programmes": [str(number) for number in work.programmes],
    }  # fmt: skip


def passes(work: Traits, wanted: Filter) -> bool:
    """Whether a work passes, asked facet by facet."""
    if wanted.years and not (work.year and wanted.years[0] <= work.year <= wanted.years[1]):
        return False
    if wanted.programme and wanted.programme not in work.programmes:
        return False
    asked = ("kinds", "countries", "dubs", "rights", "ages", "missing")
    own = choices(work)
    return all(not getattr(wanted, facet) or getattr(wanted, facet) & set(own[facet]) for facet in asked)


@given(st.lists(works, max_size=12), filters)
def test_what_passes_keeps_its_order(some: list[Traits], wanted: Filter) -> None:
    known = dict(enumerate(some))
    ids = [*reversed(known), 99]  # one of them is gone
    expected = [id_ for id_ in ids if id_ in known and passes(known[id_], wanted)]
    assert passing(ids, known, wanted) == (expected if wanted.active else ids)


@given(st.lists(works, max_size=12), filters)
def test_each_facet_is_counted_under_the_choices_of_all_the_others(some: list[Traits], wanted: Filter) -> None:
    found = counts(some, wanted)
    for facet, counter in found.items():
        others = replace(wanted, **{FIELDS.get(facet, facet): NOTHING_CHOSEN.get(facet, frozenset())})
        assert counter == Counter(choice for work in some if passes(work, others) for choice in choices(work)[facet])
    assert set(found) == set(choices(Traits(WorkKind.SHORT, None, (), (), RightsStatus.CLEARED, "", ())))
