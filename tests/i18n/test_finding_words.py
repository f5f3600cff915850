"""Every finding of every rule is said in whole sentences, in four languages, with all it carries."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.calendar import minute_of, zone_of
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, Value
from app.i18n import phrases
from app.i18n.catalogue import catalogue
from app.i18n.finding_titles import TITLES
from app.i18n.finding_words import SENTENCES, WITHOUT
from app.i18n.rule_words import RULE_NAMES

FIRST, LAST = 11, 12


def at(hour: int, minute: int = 0, *, day: int = 16) -> int:
    return minute_of(datetime(2026, 10, day, hour, minute, tzinfo=zone_of("Asia/Almaty")))


CARRIES = {
    Clash.HALL_TAKEN: "overlap until starts",
    Clash.TURNAROUND_SHORT: "gap needed until starts",
    Clash.HALL_CLOSED: "starts until opens closes",
    Clash.COPY_ELSEWHERE: "overlap until starts",
    Clash.COPY_TRAVELLING: "gap needed until starts",
    Clash.COPY_NOT_READY: "ready starts",
    Clash.COPY_GONE: "leaves until",
    Clash.RIGHTS_MISSING: "day",
    Clash.RIGHTS_TERRITORY: "day territory",
    Clash.RIGHTS_USE: "day use",
    Clash.RIGHTS_NOT_CLEARED: "day",
    Clash.RIGHTS_ENDED: "day ends",
    Clash.RIGHTS_NOT_BEGUN: "day begins",
    Clash.RIGHTS_NOT_BEFORE: "day not_before",
    Clash.RIGHTS_NEGOTIATION: "day",
    Clash.SHOWINGS_SPENT: "planned allowed",
    Clash.DAY_OUTSIDE: "day first last",
    Clash.GUEST_ELSEWHERE: "overlap until starts",
    Clash.GUEST_TRAVELLING: "gap needed until starts",
    Clash.GUEST_NOT_ARRIVED: "arrives starts",
    Clash.GUEST_GONE: "leaves until",
    Clash.GUEST_MISSES_ALL: "showings",
    Clash.STAFF_ELSEWHERE: "overlap until starts task",
    Clash.STAFF_TRAVELLING: "gap needed until starts task",
    Clash.STAFF_NOT_ARRIVED: "arrives starts task",
    Clash.STAFF_GONE: "leaves until task",
    Clash.INTERPRETER_PAIR: "languages audience",
    Clash.KEY_MISSING: "starts",
    Clash.KEY_NOT_YET: "begins_at starts margin",
    Clash.KEY_EXPIRED: "ends_at until margin",
    Clash.HALL_CANNOT_PLAY: "what asked",
    Clash.LANGUAGE_MISSING: "languages law",
    Clash.AGE_HOUR: "mark from_minute until_minute law",
    Clash.AGE_AUDIENCE: "mark allowed law",
    Clash.PAPER_MISSING: "paper days law apply_by term unit unlisted country",
    Clash.ORDER_WRONG: "starts until",
    Clash.PARTS_ORDER: "number other",
    Clash.TALK_BEFORE_FILM: "starts until",
    Clash.PREMIERE_NOT_FIRST: "starts earlier",
    Clash.SAME_DAY: "day",
    Clash.SHOWINGS_CLOSE: "days wanted",
    Clash.SAME_HALL: "showings",
    Clash.SAME_HOUR: "gap",
    Clash.AGAINST: "overlap",
    Clash.STRAND_PARALLEL: "overlap",
    Clash.FAMILY_PARALLEL: "overlap",
    Clash.JURY_MISSES: "titles",
    Clash.STARTS_TOGETHER: "gap needed",
    Clash.OFF_GRID: "starts grid",
    Clash.HALL_TOO_SMALL: "expected seats",
    Clash.HALL_TOO_BIG: "expected seats",
    Clash.PRIME_STRAND: "showings",
    Clash.PRIME_COUNTRY: "country showings",
    Clash.ON_HOLIDAY: "day law",
    Clash.IN_PAUSE: "overlap from_minute until_minute law",
    Clash.IN_SCHOOL_HOURS: "overlap from_minute until_minute law",
    Clash.NOBODY_ON_DUTY: "starts until",
    Clash.SHIFTS_OVERLAP: "overlap starts",
    Clash.REST_SHORT: "gap needed until starts",
    Clash.NOTHING_ACCESSIBLE: "day",
    Clash.NO_ROOM_LEFT: "day needed",
    Clash.LEG_MISSED: "until departs needed",
    Clash.ARRIVES_LATE: "arrives ready starts customs",
    Clash.NO_WAY: "until starts",
    Clash.NO_TRAVEL_DAY: "day",
    Clash.PUBLISHED_MOVED: "was_starts starts later_by because",
    Clash.EVENING_WITHOUT: "day language",
    Clash.OVER_BUDGET: "planned budget currency",
    Clash.NOT_PINNED: "occasion",
    Clash.OPENING_NOT_FIRST: "starts earlier",
    Clash.CLOSING_NOT_LAST: "starts later",
    Clash.NOBODY_UNDERSTANDS: "languages audience",
    Clash.POLICY_MISSED: "languages wanted",
}
"""What each finding carries, as the comments of `Clash` say."""

DAY = date(2026, 10, 16)
SAMPLES: dict[str, Value] = {
    **dict.fromkeys(("overlap", "gap", "days", "number", "showings", "titles"), 5),
    **dict.fromkeys(("needed", "margin", "customs", "expected", "seats", "grid", "allowed", "other"), 20),
    **dict.fromkeys(("until", "leaves", "departs", "ends_at", "earlier"), at(20, 35)),
    **dict.fromkeys(("starts", "opens", "ready", "arrives", "begins_at", "was_starts", "later"), at(20)),
    **dict.fromkeys(("day", "first", "begins", "not_before"), DAY),
    "closes": at(0, day=17), "ends": date(2026, 10, 3), "last": date(2026, 10, 20), "apply_by": date(2026, 8, 31),
    "term": 30, "unit": "working", "unlisted": 2027, "later_by": 30, "because": "hall_taken",
    "territory": "KZ", "country": "CN",
    "use": "tv", "task": "interpreter", "languages": "zh ru", "audience": "kk ru", "wanted": "kk", "language": "kk",
    "what": "format", "asked": "dcp", "mark": "21+", "from_minute": 22 * 60, "until_minute": 30 * 60, "law": 3,
    "paper": "certificate", "planned": 3, "budget": 1_000_000, "currency": "KZT", "occasion": "gala",
}  # fmt: skip

NAMES = phrases.Names(
    screenings={FIRST: "Дәстүр", LAST: "Томирис"},
    halls={1: "1-зал", 2: "Студия"},
    copies={5: "DCP A"},
    works={7: "Дәстүр", 8: "Талақ"},
    people={9: "Айгерім Төлеген"},
    strands={4: "Панорама"},
    legs={6: "Алматы – Үрімжі"},
    slots={
        FIRST: Slot(FIRST, 1, at(18), at(18), at(20, 35), at(20, 35)),
        LAST: Slot(LAST, 2, at(20), at(20), at(22), at(22)),
    },
)

PARTIES = (
    Party(PartyKind.PERSON, 9), Party(PartyKind.COPY, 5), Party(PartyKind.WORK, 7), Party(PartyKind.WORK, 8),
    Party(PartyKind.STRAND, 4), Party(PartyKind.LEG, 6), Party(PartyKind.HALL, 1), Party(PartyKind.HALL, 2),
)  # fmt: skip


def finding(clash: Clash, **changed: Value) -> Finding:
    """A finding with everything it may carry."""
    values = {name: SAMPLES[name] for name in CARRIES[clash].split()}
    if clash is Clash.SHOWINGS_CLOSE:
        values["wanted"] = 2
    if clash is Clash.AGE_AUDIENCE:
        values["allowed"] = "12+"
    values |= changed
    return Finding(clash.rule, clash, clash.severity, (FIRST, LAST), at(20), tuple(values.items()), PARTIES)


def said(clash: Clash, language: str, names: phrases.Names = NAMES, **changed: Value) -> str:
    sentence = phrases.finding_sentence(catalogue(language), finding(clash, **changed), names)
    return sentence.replace("\u00a0", " ")


@pytest.mark.parametrize("clash", list(Clash))
def test_every_clash_has_a_title_a_sentence_and_a_rule_with_a_name(clash: Clash) -> None:
    assert clash in TITLES
    assert clash in SENTENCES
    assert all(RULE_NAMES[clash.rule])


def test_every_rule_has_a_name() -> None:
    assert list(RULE_NAMES) == [*(f"R{number}" for number in range(1, 31)), "F36"]


@pytest.mark.parametrize("language", ["kk", "zh", "ru", "en"])
@pytest.mark.parametrize("clash", list(Clash))
def test_every_clash_is_said_without_gaps(clash: Clash, language: str) -> None:
    title = phrases.finding_title(catalogue(language), finding(clash))
    assert title
    for number in (1, 2, 5):
        counted = {name: number for name in CARRIES[clash].split() if name in ("overlap", "gap", "days", "showings")}
        sentence = said(clash, language, **counted)
        assert not set(sentence) & set("{}"), sentence
        assert not re.search(r"(?<![\d\w] )–(?! ?\w)|“–”|«–»|《–》|None", sentence), sentence


@pytest.mark.parametrize("clash", list(Clash))
def test_nothing_a_finding_carries_is_left_as_a_code(clash: Clash) -> None:
    sentence = said(clash, "en")
    assert not re.search(r"\b(kk|zh|ru|dcp|tv|gala|interpreter|29\d{6})\b", sentence), sentence


@pytest.mark.parametrize(("kind", "name"), [
    (PartyKind.PERSON, "Айгерім Төлеген"), (PartyKind.STRAND, "Панорама"), (PartyKind.LEG, "Алматы – Үрімжі"),
    (PartyKind.HALL, "1-зал"), (PartyKind.COPY, "DCP A"), (PartyKind.WORK, "Дәстүр"), (PartyKind.VERSION, "–"),
])  # fmt: skip
def test_every_kind_of_party_has_its_name(kind: PartyKind, name: str) -> None:
    party = next((party for party in PARTIES if party.kind is kind), Party(kind, 1))
    assert NAMES.party(party) == name


def test_somebody_in_two_places_is_told_by_name() -> None:
    assert said(Clash.GUEST_TRAVELLING, "en") == (
        "Айгерім Төлеген is at “Дәстүр” in 1-зал until 20:35 and at “Томирис” in Студия from 20:00. "
        "There are 5 minutes to get there, 20 are needed."
    )


def test_lengths_read_as_hours_where_nothing_is_counted() -> None:
    assert "8 h 20 min of rest, 11 h are needed" in said(Clash.REST_SHORT, "en", gap=500, needed=660)


def test_events_days_apart_are_told_with_their_days() -> None:
    sentence = said(Clash.ORDER_WRONG, "en", until=at(20, 35), starts=at(18, day=17))
    assert sentence.startswith("“Дәстүр” begins on Sat 17 Oct, 18:00, before “Томирис” is over on Fri 16 Oct, 20:35.")


def test_on_a_tour_every_time_says_on_whose_clock() -> None:
    tour = replace(NAMES, zones={1: "Asia/Almaty", 2: "Asia/Shanghai"})
    assert "until 20:35 (Kazakhstan time)" in said(Clash.GUEST_TRAVELLING, "en", tour)
    assert "from 23:00 (Beijing time)" in said(Clash.GUEST_TRAVELLING, "en", tour)


def test_money_and_titles_are_listed() -> None:
    assert "₸" in said(Clash.OVER_BUDGET, "en")
    assert said(Clash.JURY_MISSES, "en").endswith("“Дәстүр” and “Талақ”.")


def test_a_finding_without_events_is_said_too() -> None:
    alone = finding(Clash.SHIFTS_OVERLAP)._replace(slots=(), parties=PARTIES[:1])
    assert phrases.finding_sentence(catalogue("en"), alone, NAMES).startswith("Айгерім Төлеген begins a shift on")


@pytest.mark.parametrize("language", ["kk", "zh", "ru", "en"])
@pytest.mark.parametrize(("clash", "lacks"), list(WITHOUT))
def test_what_a_law_does_not_say_leaves_no_hole(clash: Clash, lacks: str, language: str) -> None:
    whole = finding(clash)
    short = whole._replace(values=tuple((name, value) for name, value in whole.values if name != lacks))
    sentence = phrases.finding_sentence(catalogue(language), short, NAMES)
    assert not set(sentence) & set("{}")
    assert sentence != phrases.finding_sentence(catalogue(language), whole, NAMES)


def told(clash: Clash, values: dict[str, Value], *parties: Party, names: phrases.Names = NAMES) -> str:
    """A finding with just these values and parties, in English."""
    one = Finding(clash.rule, clash, clash.severity, tuple(names.slots), at(20), tuple(values.items()), parties)
    return phrases.finding_sentence(catalogue("en"), one, names).replace("\u00a0", " ")


def test_people_are_neither_packed_nor_unpacked() -> None:
    somebody = (PARTIES[0], *PARTIES[5:])
    late = told(Clash.ARRIVES_LATE, {"arrives": at(21), "starts": at(20)}, *somebody)
    assert late == "Айгерім Төлеген arrives on Fri 16 Oct, 21:00. “Томирис” begins on Fri 16 Oct, 20:00."
    missed = told(Clash.LEG_MISSED, {"until": at(20), "departs": at(19)}, *somebody)
    assert "handover" not in missed
    assert missed.endswith("Алматы – Үрімжі departs on Fri 16 Oct, 19:00.")


def test_a_copy_comes_too_late_for_the_later_event() -> None:
    assert "“Томирис” begins on" in said(Clash.ARRIVES_LATE, "en")


def test_what_lacks_a_paper_today_is_not_told_in_no_days() -> None:
    lacking = told(Clash.PAPER_MISSING, {"paper": "certificate", "days": 0, "law": 3}, Party(PartyKind.WORK, 7))
    assert lacking.startswith("“Дәстүр” is shown today")


@pytest.mark.parametrize("clash", [Clash.AGE_HOUR, Clash.AGE_AUDIENCE, Clash.LANGUAGE_MISSING])
def test_of_several_titles_of_an_event_the_one_that_is_wrong_is_named(clash: Clash) -> None:
    block = replace(NAMES.slots[FIRST], works=(7, 8), versions=(None, None))
    names = replace(NAMES, screenings={FIRST: "Шорты"}, slots={FIRST: block})
    values = {name: SAMPLES[name] for name in CARRIES[clash].split()} | {"allowed": "12+"}
    assert told(clash, values, Party(PartyKind.WORK, 8), names=names).startswith("“Талақ” ")
    alone = replace(names, slots={FIRST: replace(block, works=(8,), versions=(None,))})
    assert told(clash, values, Party(PartyKind.WORK, 8), names=alone).startswith("“Шорты” ")
