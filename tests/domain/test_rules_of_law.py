"""R11, R12, R13 and R22: where each legal rule bites, and where it just does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.board import conflicts
from app.domain.clearances import Paper
from app.domain.context import Context, HallFacts
from app.domain.kinds import ClearanceKind, ClearanceState, Use
from app.domain.kinds_of_plans import AudienceKind, DayKind, LegalKind, PersonTask, TermUnit
from app.domain.rules_of_law import age
from app.domain.screenings import Booked, Clash, PartyKind, Severity
from app.domain.surroundings import Law, VersionFacts, WorkFacts
from tests.domain.plans import FIRST, event, without_all_but

NEXT = FIRST + timedelta(days=1)
HALLS = {1: HallFacts(1), 2: HallFacts(2, territory="CN", zone="Asia/Shanghai")}
LEGAL = Context(halls=HALLS, without=without_all_but("R11", "R12", "R13", "R22"))


def found(slots, *laws, **facts):
    return conflicts(slots, replace(LEGAL, laws=laws, **facts))


def clashes(slots, *laws, **facts):
    return [finding.clash for finding in found(slots, *laws, **facts)]


def film(hall, clock, length=90, **more):
    return event(1, hall, clock, length, works=(5,), versions=(7,), **more)


KAZAKH = Law(1, LegalKind.LANGUAGE, "KZ", 3, languages=("kk",), exempt=frozenset({"festival"}))
CHINESE = {"works": {5: WorkFacts(original=("zh",))}, "use": Use.PUBLIC}


@pytest.mark.parametrize(
    ("version", "allowed"),
    [
        (VersionFacts("zh"), False),
        (VersionFacts("zh", ("ru", "en")), False),
        (VersionFacts("zh", ("ru", "kk")), True),
        (VersionFacts("kk-Latn"), True),
        (VersionFacts("zxx"), True),
        (VersionFacts(""), True),  # nobody has said what is spoken
    ],
)
def test_a_show_in_kazakhstan_can_be_followed_in_kazakh(version, allowed):
    expected = [] if allowed else [Clash.LANGUAGE_MISSING]
    assert clashes([film(1, "18:00")], KAZAKH, versions={7: version}, **CHINESE) == expected


def test_the_language_law_knows_its_exceptions():
    chinese = {"versions": {7: VersionFacts("zh")}, **CHINESE}
    (finding,) = found([film(1, "18:00")], KAZAKH, **chinese)
    assert (finding.severity, dict(finding.values)) == (Severity.ERROR, {"languages": "kk", "law": 1})
    assert finding.party(PartyKind.WORK) == (5,)
    assert clashes([film(1, "18:00")], KAZAKH, **chinese | {"use": Use.FESTIVAL}) == []
    assert clashes([film(2, "18:00")], KAZAKH, **chinese) == []
    kazakh = {"works": {5: WorkFacts(original=("kk",))}}
    assert clashes([film(1, "18:00")], KAZAKH, **chinese | kazakh) == [
        Clash.LANGUAGE_MISSING
    ]  # a dub of it is no Kazakh
    silent = {"versions": {7: VersionFacts("", ("ru",))}}
    assert clashes([film(1, "18:00")], KAZAKH, **chinese | silent | kazakh) == []
    assert clashes([film(1, "18:00")], KAZAKH, **chinese | silent) == [Clash.LANGUAGE_MISSING]
    assert clashes([replace(film(1, "18:00"), versions=(None,))], KAZAKH, **chinese) == []
    interpreter = Booked(3, PersonTask.INTERPRETER, ("zh", "kk"))
    assert clashes([film(1, "18:00", people=(interpreter,))], KAZAKH, **chinese) == []
    other = Booked(3, PersonTask.INTERPRETER, ("zh", "ru"))
    assert clashes([film(1, "18:00", people=(other,))], KAZAKH, **chinese) == [Clash.LANGUAGE_MISSING]
    deaf = Booked(3, PersonTask.INTERPRETER, ("ru", "kk"))  # does not follow the film
    assert clashes([film(1, "18:00", people=(deaf,))], KAZAKH, **chinese) == [Clash.LANGUAGE_MISSING]
    mandarin = chinese | {"versions": {7: VersionFacts("cmn")}}
    assert clashes([film(1, "18:00", people=(interpreter,))], KAZAKH, **mandarin) == []
    read = chinese | {"versions": {7: VersionFacts("zh", ("ru",))}}
    assert clashes([film(1, "18:00", people=(deaf,))], KAZAKH, **read) == []
    guest = Booked(3, PersonTask.GUEST, ("zh", "kk"))
    assert clashes([film(1, "18:00", people=(guest,))], KAZAKH, **chinese) == [Clash.LANGUAGE_MISSING]


def test_a_law_counts_from_its_first_day_to_its_last():
    chinese = {"versions": {7: VersionFacts("zh")}, **CHINESE}
    for days, begins, ends in ((0, FIRST, FIRST), (0, None, FIRST), (0, FIRST, None)):
        law = replace(KAZAKH, valid_from=begins, valid_until=ends)
        assert clashes([film(1, "18:00", day=days)], law, **chinese) == [Clash.LANGUAGE_MISSING]
    late = replace(KAZAKH, valid_from=NEXT)
    assert clashes([film(1, "27:59")], late, **chinese) == []  # a show past midnight is one of the day before
    assert clashes([film(1, "28:00")], late, **chinese) == [Clash.LANGUAGE_MISSING]
    over = replace(KAZAKH, valid_until=FIRST - timedelta(days=1))
    assert clashes([film(1, "18:00")], over, **chinese) == []


LATE = Law(2, LegalKind.AGE_HOUR, "KZ", 3, mark="21+", from_minute=22 * 60, until_minute=30 * 60)


@pytest.mark.parametrize(
    ("mark", "hall", "clock", "allowed"),
    [
        ("21+", 1, "21:30", False),
        ("21+", 1, "21:59", False),
        ("21+", 1, "22:00", True),
        ("21+", 2, "21:30", True),  # in Beijing there is no such law
        ("21+", 1, "28:30", True),  # it ends at six
        ("21+", 1, "28:31", False),
        ("18+", 1, "21:30", True),
        ("6-", 1, "10:00", True),
        ("", 1, "10:00", True),
    ],
)
def test_what_is_for_adults_runs_late(mark, hall, clock, allowed):
    works = {5: WorkFacts(marks=(("KZ", mark),))}
    assert clashes([film(hall, clock)], LATE, works=works) == ([] if allowed else [Clash.AGE_HOUR])


def test_the_mark_of_the_country_goes_before_that_of_the_house():
    works = {5: WorkFacts(marks=(("", "21+"), ("KZ", "12+")))}
    assert clashes([film(1, "18:00")], LATE, works=works) == []
    works = {5: WorkFacts(marks=(("", "21+"), ("RU", "12+")))}
    (finding,) = found([film(1, "18:00")], replace(LATE, severity=2), works=works)
    assert (finding.severity, finding.value("mark"), finding.value("from_minute")) == (Severity.WARNING, "21+", 1320)


@pytest.mark.parametrize(("mark", "years"), [("6-", 0), ("6+", 6), ("12+", 12), ("21 +", 21), ("", None), ("PG", None)])
def test_marks_are_ages(mark, years):
    assert age(mark) == years


SCHOOL = Law(3, LegalKind.AGE_SCHOOL, "KZ", 2, mark="12+")


@pytest.mark.parametrize(
    ("mark", "audience", "allowed"),
    [
        ("12+", AudienceKind.SCHOOL, True),
        ("14+", AudienceKind.SCHOOL, False),
        ("16+", AudienceKind.FAMILY, False),
        ("6-", AudienceKind.FAMILY, True),
        ("16+", AudienceKind.PUBLIC, True),
    ],
)
def test_schools_and_families_see_what_they_may(mark, audience, allowed):
    works = {5: WorkFacts(marks=(("", mark),))}
    expected = [] if allowed else [Clash.AGE_AUDIENCE]
    assert clashes([film(1, "10:00", audience=audience)], SCHOOL, works=works) == expected


CERTIFICATE = Law(4, LegalKind.PAPER, "KZ", 2, mark="certificate", days=42, exempt=frozenset({"festival"}))


def papers(*own, countries=("CN",)):
    return {"works": {5: WorkFacts(countries=countries, papers=own)}, "use": Use.PUBLIC}


def granted(kind=ClearanceKind.CERTIFICATE, territory="KZ", **dates):
    return Paper(territory, kind, ClearanceState.GRANTED, **dates)


def test_papers_are_in_hand_on_the_day_of_the_show():
    show = [film(1, "18:00", day=1)]
    assert clashes(show, CERTIFICATE, **papers()) == [Clash.PAPER_MISSING]
    assert clashes(show, CERTIFICATE, **papers(granted(granted=NEXT, ends=NEXT))) == []
    assert clashes(show, CERTIFICATE, **papers(granted(ends=FIRST))) == [Clash.PAPER_MISSING]
    assert clashes(show, CERTIFICATE, **papers(granted(ClearanceKind.PERMIT))) == [Clash.PAPER_MISSING]
    assert clashes(show, CERTIFICATE, **papers(granted(territory="CN"))) == [Clash.PAPER_MISSING]
    assert clashes(show, CERTIFICATE, **papers(granted(version=8))) == [Clash.PAPER_MISSING]
    assert clashes(show, CERTIFICATE, **papers(countries=("SU",))) == []
    assert clashes(show, CERTIFICATE, **papers() | {"use": Use.FESTIVAL}) == []
    assert clashes([film(2, "18:00")], CERTIFICATE, **papers()) == []


@pytest.mark.parametrize(
    ("days", "severity"), [(43, Severity.WARNING), (42, Severity.ERROR), (0, Severity.ERROR), (-1, None)]
)
def test_a_missing_paper_is_grave_once_there_is_no_time_left(days, severity):
    today = FIRST - timedelta(days=days)
    told = [(f.severity, f.value("days")) for f in found([film(1, "18:00")], CERTIFICATE, today=today, **papers())]
    assert told == ([] if severity is None else [(severity, days)])


def test_a_term_counts_the_working_days_of_the_country_that_asks():
    filing = Law(5, LegalKind.PAPER, "CN", 2, mark="filing", days=3, unit=TermUnit.WORKING)
    tuesday, wednesday = FIRST - timedelta(days=2), FIRST - timedelta(days=1)
    feast = dict.fromkeys([("CN", tuesday), ("KZ", tuesday), ("KZ", wednesday)], DayKind.HOLIDAY)

    def told(today, law=filing, **facts):
        (finding,) = found([film(1, "18:00")], law, today=today, special=feast, **papers(), **facts)
        return finding.severity, finding.value("apply_by"), finding.value("unlisted")

    friday, thursday = date(2026, 10, 9), date(2026, 10, 8)  # the show is on Thursday, 15 October; Tuesday is off
    assert told(thursday) == (Severity.WARNING, thursday, None)
    assert told(friday) == (Severity.ERROR, thursday, None)
    assert told(friday, replace(filing, days=2)) == (Severity.WARNING, friday, None)
    assert told(friday + timedelta(days=1), replace(filing, days=2)) == (Severity.ERROR, friday, None)
    calendar = replace(filing, days=6, unit=TermUnit.CALENDAR)
    assert told(friday, calendar) == (Severity.ERROR, thursday, None)
    here = Law(6, LegalKind.PAPER, "RU", 2, mark="certificate", days=3, unit=TermUnit.WORKING)
    assert told(friday, here, territory="RU") == (Severity.WARNING, friday, 2026)
    assert found([film(1, "18:00")], replace(filing, days=None), **papers())[0].value("apply_by") is None


def test_a_filing_is_asked_for_at_home_before_a_show_abroad():
    filing = Law(5, LegalKind.PAPER, "CN", 2, mark="filing")
    assert clashes([film(1, "18:00")], filing, **papers()) == [Clash.PAPER_MISSING]
    assert clashes([film(1, "18:00")], filing, **papers(granted(ClearanceKind.FILING, "CN"))) == []
    assert clashes([film(1, "18:00")], filing, **papers(countries=("KZ",))) == []
    assert clashes([film(2, "18:00")], filing, **papers()) == []


PRAYER = Law(6, LegalKind.PAUSE, "KZ", 2, weekdays=frozenset({5}), from_minute=750, until_minute=870)


@pytest.mark.parametrize(
    ("clock", "day", "overlap"),
    [("11:00", 1, None), ("11:01", 1, 1), ("14:30", 1, None), ("14:29", 1, 1), ("12:00", 0, None)],
)
def test_a_pause_is_kept(clock, day, overlap):
    told = [(f.clash, f.value("overlap")) for f in found([event(1, 1, clock, 90, day=day)], PRAYER)]
    assert told == ([] if overlap is None else [(Clash.IN_PAUSE, overlap)])


def test_a_break_may_fall_into_a_pause():
    assert clashes([event(1, 1, "13:00", 60, day=1, blocker=True)], PRAYER) == []


LESSONS = Law(7, LegalKind.SCHOOL_HOURS, "KZ", 2, weekdays=frozenset(range(1, 6)), from_minute=480, until_minute=780)


@pytest.mark.parametrize(
    ("clock", "day", "special", "allowed"),
    [
        ("12:59", 0, None, False),
        ("13:00", 0, None, True),
        ("10:00", 0, DayKind.HOLIDAY, True),
        ("10:00", 0, DayKind.SCHOOL_HOLIDAY, True),
        ("10:00", 2, None, True),  # Saturday
        ("10:00", 2, DayKind.WORKING_DAY, False),
    ],
)
def test_families_come_when_there_is_no_school(clock, day, special, allowed):
    days = {("KZ", FIRST + timedelta(days=day)): special} if special else {}
    show = event(1, 1, clock, day=day, audience=AudienceKind.FAMILY)
    assert clashes([show], LESSONS, special=days) == ([] if allowed else [Clash.IN_SCHOOL_HOURS])
    assert clashes([replace(show, audience=AudienceKind.SCHOOL)], LESSONS, special=days) == []


def test_a_holiday_is_told_once_a_day_where_it_is_one():
    feast = Law(8, LegalKind.HOLIDAY, "KZ", 1)
    shows = [event(1, 1, "20:00"), event(2, 1, "12:00"), event(3, 2, "10:00"), event(4, 1, "12:00", day=1)]
    (finding,) = found(shows, feast, special={("KZ", FIRST): DayKind.HOLIDAY})
    assert (finding.clash, finding.severity, finding.slots) == (Clash.ON_HOLIDAY, Severity.WISH, (2,))
    assert clashes(shows, feast, special={("KZ", FIRST): DayKind.WORKING_DAY}) == []
