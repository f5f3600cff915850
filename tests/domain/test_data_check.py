"""The data check finds what a title lacks, and only that."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.checks_of_names import _suspect
from app.domain.data_check import CHECKS, check
from app.domain.found import (
    Checked,
    CheckedName,
    CheckedNumber,
    CheckedPaper,
    CheckedText,
    Code,
    Fix,
    Mend,
    Plan,
    Show,
    without,
)  # fmt: skip
from app.domain.kinds import ClearanceState, Level, NameType, Scheme, SynopsisKind, Use, WorkKind
from app.domain.name_flaws import flaws
from app.domain.rights import Window

TODAY = date(2026, 10, 1)
DAY = date(2026, 10, 16)
WRONG = "10.5240/7791-8534-2C23-9030-8610-6"


def named(text: str, language: str = "ru", key: int = 1, kind: NameType = NameType.TRANSLATED) -> CheckedName:
    return CheckedName(key, text, language, kind, "", reading_auto=False, auto=False)


WHOLE = Checked(
    7, WorkKind.FEATURE, Level.WORK, 2024, 100, "12+", co_production=False, unverified="",
    names=(named("Шал", "kk-Cyrl"), named("Старик", "ru", 2), named("The Old Man", "en", 3)),
    countries=1, kazakh_version=True, poster=True,
)  # fmt: skip


def codes(facts: Checked) -> list[Code]:
    return [found.code for found in check([facts], TODAY)]


def test_a_whole_title_has_nothing_against_it() -> None:
    assert codes(WHOLE) == []


def test_every_code_has_its_check_in_the_table() -> None:
    assert set(CHECKS) == set(Code)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"runtime": None}, Code.NO_RUNTIME),
        ({"age_mark": ""}, Code.NO_AGE_MARK),
        ({"year": None}, Code.NO_YEAR),
        ({"countries": 0}, Code.NO_COUNTRY),
        ({"poster": False}, Code.NO_POSTER),
        ({"kazakh_version": False}, Code.NO_KAZAKH_VERSION),
        ({"unverified": "year, runtime"}, Code.UNVERIFIED_FACTS),
        ({"co_production": True}, Code.CO_PRODUCTION_ALONE),
        ({"names": (named("Старик"), named("老头", "zh-Hans", 2))}, Code.NO_KAZAKH_NAME),
        ({"names": (*WHOLE.names, named("Cтарик", key=9))}, Code.MIXED_LETTERS),
        ({"names": (*WHOLE.names, named("РљРµР»С–РЅ", key=9))}, Code.WRONG_ENCODING),
        ({"names": (*WHOLE.names, named("Ста\u200bрик", key=9))}, Code.INVISIBLE_LETTERS),
        ({"names": (*WHOLE.names, named("Ста  рик", key=9))}, Code.INVISIBLE_LETTERS),
        ({"names": (*WHOLE.names, named("The Old Man", "ru", key=9))}, Code.WRONG_SCRIPT),
        ({"names": (*WHOLE.names, named("《老头》", "zh-Hans", key=9))}, Code.QUOTED_NAME),
        ({"names": (*WHOLE.names, named("Очень " * 12 + "старый", "ru", key=9))}, Code.LONG_NAME),
        ({"names": (WHOLE.names[0]._replace(auto=True),)}, Code.UNCONFIRMED_NAME),
        ({"names": (WHOLE.names[0]._replace(reading_auto=True, reading="shal"),)}, Code.UNCONFIRMED_READING),
        ({"names": tuple(name._replace(type=NameType.ORIGINAL) for name in WHOLE.names)}, Code.TWO_ORIGINALS),
        ({"synopses": (CheckedText(1, "zh-Hans", SynopsisKind.LINE, "老头" * 9, 30),)}, Code.LONG_SYNOPSIS),
        ({"identifiers": (CheckedNumber(1, Scheme.EIDR, WRONG),)}, Code.WRONG_CHECK_DIGIT),
    ],
)  # fmt: skip
def test_each_gap_is_found_and_nothing_beside_it(facts: dict[str, object], code: Code) -> None:
    assert codes(WHOLE._replace(**facts)) == [code]


def test_a_length_that_nobody_knows_is_missing_for_the_versions_too() -> None:
    assert codes(WHOLE._replace(runtime=None, untimed_versions=(4, 5))) == [
        Code.NO_RUNTIME, Code.VERSION_WITHOUT_RUNTIME, Code.VERSION_WITHOUT_RUNTIME,
    ]  # fmt: skip


def test_an_episode_needs_no_poster_and_an_exhibition_no_length() -> None:
    assert codes(WHOLE._replace(level=Level.EPISODE, poster=False, countries=0, year=None, age_mark="")) == []
    assert codes(WHOLE._replace(kind=WorkKind.EXHIBITION, runtime=None, age_mark="")) == []


@pytest.mark.parametrize(
    ("text", "language", "fix"),
    [
        ("Cтарик", "ru", Fix(Mend.RETEXT, 9, "Старик")),
        ("РљРµР»С–РЅ", "kk-Cyrl", Fix(Mend.RETEXT, 9, "Келін")),
        ("  Старик ", "ru", Fix(Mend.RETEXT, 9, "Старик")),
        ("Қыз Жібек", "ru", Fix(Mend.RETAG, 9, "kk-Cyrl")),
        ("长安的荔枝", "ru", Fix(Mend.RETAG, 9, "zh-Hans")),
    ],
)
def test_a_name_is_mended_in_one_step(text: str, language: str, fix: Fix) -> None:
    (found,) = check([WHOLE._replace(names=(*WHOLE.names, named(text, language, 9)))], TODAY)
    assert found.fix == fix


@pytest.mark.parametrize("text", ["Ещё раз", "Любовь — это", "Café", "5:32", "Їжак", "Олег & Co", "«Мосфильм» ждёт"])
def test_names_that_only_look_unusual_are_left_alone(text: str) -> None:
    language = "en" if text.startswith("Caf") else "zxx" if text == "5:32" else "uk" if "Ї" in text else "ru"
    assert codes(WHOLE._replace(names=(*WHOLE.names, named(text, language, 9)))) == []


@given(
    text=st.text(alphabet=st.sampled_from('abcоеaкКҚііёЁñé长老ئ \u200b\u0301«»"(—?РС\u00b0\u0452'), max_size=40),
    language=st.sampled_from(["ru", "en", "kk-Cyrl", "kk-Latn", "kk", "zh-Hans", "zxx", "ka", "und", "ug"]),
)
def test_the_quick_look_passes_over_nothing_the_rules_would_find(text: str, language: str) -> None:
    if flaws(text, language):
        assert _suspect(text, language)


# Titles that are planned

CLEARED = Window(7, "KZ", Use.FESTIVAL, ends=DAY - timedelta(1))
SHOW = Show(3, DAY, "KZ", Use.FESTIVAL, None)
PLAN = Plan(3, "KZ", Use.FESTIVAL, None)


def test_rights_that_end_before_the_show_are_told_with_both_days() -> None:
    (found,) = check([WHOLE._replace(windows=(CLEARED,), shows=(SHOW,), plans=(PLAN,))], TODAY)
    assert (found.code, dict(found.fields)["show"], dict(found.fields)["day"]) == (
        Code.RIGHTS_BEFORE_SHOW, DAY, DAY - timedelta(1),
    )  # fmt: skip


def test_a_show_that_is_over_asks_for_no_rights() -> None:
    past = SHOW._replace(day=TODAY - timedelta(1))
    assert codes(WHOLE._replace(windows=(CLEARED,), shows=(past,), plans=(PLAN,))) == []


def test_a_planned_title_needs_rights_and_a_name_its_office_can_read() -> None:
    assert codes(WHOLE._replace(plans=(PLAN,))) == [Code.NO_RIGHTS]
    window = Window(7, "CN", Use.FESTIVAL)
    plan = PLAN._replace(territory="CN")
    assert codes(WHOLE._replace(plans=(plan,), windows=(window,))) == [Code.NO_NAME_FOR_OFFICE]


@pytest.mark.parametrize(
    ("papers", "use", "missing"),
    [
        ((), Use.FESTIVAL, False),
        ((), Use.PUBLIC, True),
        ((CheckedPaper(1, "KZ", None, ClearanceState.APPLIED, None),), Use.FESTIVAL, True),
        ((CheckedPaper(1, "KZ", None, ClearanceState.GRANTED, None),), Use.PUBLIC, False),
        ((CheckedPaper(1, "KZ", None, ClearanceState.GRANTED, DAY - timedelta(1)),), Use.PUBLIC, True),
        ((CheckedPaper(1, "CN", None, ClearanceState.NEEDED, None),), Use.FESTIVAL, False),
    ],
)
def test_papers_are_asked_for_where_they_are_needed(
    papers: tuple[CheckedPaper, ...], use: Use, *, missing: bool
) -> None:
    window = Window(7, "KZ", use)
    facts = WHOLE._replace(clearances=papers, shows=(SHOW._replace(use=use),), windows=(window,))
    assert (codes(facts) == [Code.NO_CLEARANCE]) is missing


def test_only_the_checks_asked_for_are_made() -> None:
    facts = WHOLE._replace(year=None, runtime=None, names=(named("Cтарик"),))
    assert [found.code for found in check([facts], TODAY, {Code.NO_YEAR})] == [Code.NO_YEAR]


def test_what_was_left_as_it_is_comes_back_when_it_changes() -> None:
    facts = WHOLE._replace(unverified="year")
    found = list(check([facts], TODAY))
    left = frozenset(one.key for one in found)
    assert without(found, left) == []
    assert without(check([facts._replace(unverified="runtime")], TODAY), left) != []
