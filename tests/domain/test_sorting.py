"""Several levels of order at once, against sorting plainly level by level."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.columns import Columns
from app.domain.facets import Traits
from app.domain.kinds import RightsStatus, WorkKind
from app.domain.sorting import in_order

works = st.builds(
    Traits,
    st.sampled_from(WorkKind),
    st.none() | st.integers(1990, 1995),
    st.lists(st.sampled_from(("KZ", "CN", "SU")), max_size=2, unique=True).map(tuple),
    st.lists(st.sampled_from(("kk", "zh")), max_size=2, unique=True).map(tuple),
    st.just(RightsStatus.CLEARED),
    st.sampled_from(("", "6-", "6+", "12+")),
    st.just(()),
    runtime=st.none() | st.integers(60, 63),
    ends=st.sampled_from((0, 738_000, 738_001)),
)
KEYS = {
    "year": lambda work: work.year,
    "country": lambda work: work.countries[0] if work.countries else None,
    "dub": lambda work: work.dubs[0] if work.dubs else None,
    "kind": lambda work: work.kind,
    "runtime": lambda work: work.runtime,
    "ends": lambda work: work.ends or None,
    "age": lambda work: ("6-", "6+", "12+").index(work.age) if work.age else None,
}


@given(
    st.lists(works, max_size=12),
    st.lists(st.tuples(st.sampled_from([*KEYS, "title"]), st.booleans()), min_size=1, max_size=3),
    st.randoms(),
)
def test_levels_decide_one_after_the_other(some: list[Traits], order: list[tuple[str, bool]], chance) -> None:
    known = dict(enumerate(some))
    titles = list(known)
    chance.shuffle(titles)
    expected = titles
    levels = order[: next((place + 1 for place, (by, _) in enumerate(order) if by == "title"), len(order))]
    for by, down in reversed(levels):
        if by == "title":
            expected = expected[::-1] if down else expected
            continue
        told = [work for work in expected if KEYS[by](known[work]) is not None]
        silent = [work for work in expected if KEYS[by](known[work]) is None]
        groups = sorted({KEYS[by](known[work]) for work in told}, reverse=down)
        expected = [*(work for group in groups for work in told if KEYS[by](known[work]) == group), *silent]
    assert in_order([*titles, 99], Columns.of(date(2026, 1, 1), known), order) == expected


def test_countries_stand_where_their_names_do() -> None:
    plain = Traits(WorkKind.SHORT, None, ("KZ",), (), RightsStatus.CLEARED, "", ())
    known = Columns.of(date(2026, 1, 1), {1: plain, 2: plain._replace(countries=("CN",)), 3: plain})
    assert in_order([3, 2, 1], known, [("country", False)], {"country": {"KZ": "a", "CN": "b"}.__getitem__}) == [
        3,
        1,
        2,
    ]
