"""Small crowded plans for the tests of the board: many clashes on few halls, copies and days."""

from datetime import date, timedelta

from hypothesis import strategies as st

from app.domain.calendar import wall_minute
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import RightsState, ScreeningStatus, Use
from app.domain.rights import WORLD, Window
from app.domain.screenings import Clash, Slot

FIRST = date(2026, 10, 15)
ZONE = "Asia/Almaty"

ASIDE = frozenset({"R14", "R15", "R18", "R19", "R25", "R28", "F36"})
"""Rules that would speak of every crowded plan, left aside where others are tried; each has its own tests."""


def without_all_but(*rules):
    """What to switch off so that only these rules are asked."""
    return frozenset(clash.rule for clash in Clash) - frozenset(rules)


def at(clock, day=0):
    """The minute of a wall time such as 19:30 on one of the days of the plan."""
    hours, minutes = clock.split(":")
    return wall_minute(FIRST + timedelta(days=day), int(hours) * 60 + int(minutes), ZONE)


def event(number, hall, clock, length=90, *, day=0, intro=0, tail=0, **more):
    """An event by its public time and the length of its films."""
    starts = at(clock, day)
    return Slot(number, hall, starts - intro, starts, starts + length, starts + length + tail, **more)


MINUTES = st.integers(at("22:00"), at("27:00"))
OFFSETS = st.none() | st.integers(-2, 3).map(lambda n: FIRST + timedelta(days=n))


@st.composite
def slots(draw, most=12):
    """Events of the plan, unplaced and cancelled ones among them."""
    count = draw(st.integers(0, most))
    return [draw(slot(number)) for number in range(count)]


@st.composite
def slot(draw, number):
    """One event somewhere in the plan."""
    start = draw(MINUTES) + draw(st.sampled_from([0, 24 * 60]))
    body = start + draw(st.integers(0, 15))
    body_end = body + draw(st.integers(1, 70))  # no part lasts less than a minute
    works = tuple(draw(st.lists(st.integers(1, 3), unique=True, max_size=2)))
    return Slot(
        number,
        draw(st.sampled_from([1, 1, 2, 3, None])),
        start,
        body,
        body_end,
        body_end + draw(st.integers(0, 20)),
        copies=tuple(draw(st.lists(st.integers(1, 3), unique=True, max_size=2))),
        works=works,
        versions=tuple(draw(st.sampled_from([None, 1, 2])) for _ in works),
        status=draw(st.sampled_from([*ScreeningStatus, ScreeningStatus.CONFIRMED])),
        locked=draw(st.booleans()),
        lingers=draw(st.booleans()),
        blocker=draw(st.sampled_from([False, False, False, True])),
    )


def windows(work):
    """A few windows of one work; sometimes only one, and that one limited."""
    return st.lists(
        st.builds(
            Window,
            work=st.just(work),
            territory=st.sampled_from(["KZ", "KZ", "CN", WORLD]),
            use=st.sampled_from([None, Use.FESTIVAL, Use.TV]),
            version=st.sampled_from([None, None, 1]),
            starts=OFFSETS,
            ends=OFFSETS,
            not_before=OFFSETS,
            max_showings=st.sampled_from([None, 1, 2]),
            state=st.sampled_from([*RightsState, RightsState.CLEARED, RightsState.CLEARED]),
        ),
        max_size=2,
    ).map(tuple)


@st.composite
def contexts(draw, *, rights=True):
    """What is known around the plan: two venues, hours, ways, copies, rights."""
    hours = draw(st.sampled_from([(), ((at("21:00"), at("25:30")), (at("22:00", 1), at("26:00", 1)))]))
    minutes = st.none() | st.integers(0, 40)
    halls = {
        hall: HallFacts(venue, hours if hall == 1 else (), draw(minutes), draw(minutes))
        for hall, venue in ((1, 1), (2, 1), (3, 2))
    }
    moments = st.none() | MINUTES
    copies = {
        copy: CopyFacts(
            draw(st.integers(1, 2)), draw(moments), draw(moments), draw(st.integers(0, 30)), draw(st.booleans())
        )
        for copy in (1, 2)
    }
    return Context(
        halls=halls,
        copies=copies,
        rights={work: draw(windows(work)) for work in (1, 2)} if rights and draw(st.booleans()) else None,
        travel=draw(st.sampled_from([{}, {(1, 2): 25}, {(2, 1): 90}])),
        within_venue=draw(st.sampled_from([0, 10])),
        turnaround=draw(st.integers(0, 30)),
        without=ASIDE,
    )
