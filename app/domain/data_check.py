"""The data check: what a title lacks, or has wrong, before it is published (F21).

Each check is a pure function over the facts of one title. A check has a stable code, for
scripts, and a severity; what it finds leads to a field of the editor and may bring its repair.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from app.domain import checks_of_names as names
from app.domain import checks_of_plans as plans
from app.domain.found import Checked, Code, Fix, Found, Mend
from app.domain.identifiers import Doubt, doubt
from app.domain.kinds import Level, WorkKind
from app.domain.print_length import letters, room_of
from app.domain.screenings import Severity

Finder = Callable[[Checked, date], Iterable[Found]]


class Check(NamedTuple):
    """A check: how bad what it finds is, the section of the editor it leads to, and how it finds.

    Several checks may share one way to find, which then goes over the names once; a check
    that compares titles with each other has none here.
    """

    severity: Severity
    section: str
    find: Finder | None = None


_TIMELESS = frozenset({WorkKind.EXHIBITION, WorkKind.TALK, WorkKind.MASTER_CLASS})
"""Works that last as long as one likes."""

_UNMARKED = frozenset({WorkKind.EXHIBITION, WorkKind.TALK, WorkKind.MASTER_CLASS})
"""Works no age mark is asked for."""


def _of_facts(facts: Checked, _today: date) -> Iterable[Found]:
    """What the title itself lacks. One look for all: 100,000 titles are gone through in a second."""
    work, found = facts.work, []
    if facts.level is Level.WORK:
        if not facts.age_mark and facts.kind not in _UNMARKED:
            found.append(Found(Code.NO_AGE_MARK, work))
        if facts.year is None:
            found.append(Found(Code.NO_YEAR, work))
        if not facts.countries:
            found.append(Found(Code.NO_COUNTRY, work))
        if not facts.poster:
            found.append(Found(Code.NO_POSTER, work))
        if not facts.kazakh_version:
            found.append(Found(Code.NO_KAZAKH_VERSION, work))
    if not facts.runtime:
        found += _untimed(facts)
    if facts.co_production and facts.countries == 1:
        found.append(Found(Code.CO_PRODUCTION_ALONE, work, fix=Fix(Mend.ONE_COUNTRY, work)))
    if facts.unverified:
        found.append(Found(Code.UNVERIFIED_FACTS, work, about=facts.unverified))
    return found


def _untimed(facts: Checked) -> Iterator[Found]:
    """A version is as long as its work unless it says otherwise; of a work that says nothing, it has to."""
    if facts.kind not in _TIMELESS and facts.level is not Level.SEASON:
        yield Found(Code.NO_RUNTIME, facts.work)
        for version in facts.untimed_versions:
            yield Found(Code.VERSION_WITHOUT_RUNTIME, facts.work, version)


def _of_texts(facts: Checked, _today: date) -> Iterable[Found]:
    return [*_too_long(facts), *_damaged(facts)] if facts.synopses or facts.identifiers else ()


def _too_long(facts: Checked) -> Iterator[Found]:
    for text in facts.synopses:
        taken, room = letters(text.text), room_of(text.kind, text.room)
        if taken > room:
            fields = ("language", text.language), ("taken", taken), ("room", room)
            yield Found(Code.LONG_SYNOPSIS, facts.work, text.id, str(taken), fields)


def _damaged(facts: Checked) -> Iterator[Found]:
    """Only what its own check character contradicts: forms of numbers change."""
    for number in facts.identifiers:
        if doubt(number.scheme, number.value) is Doubt.CHECK:
            fields = ("scheme", number.scheme), ("value", number.value)
            yield Found(Code.WRONG_CHECK_DIGIT, facts.work, number.id, number.value, fields)


CHECKS: Mapping[Code, Check] = {
    Code.MIXED_LETTERS: Check(Severity.ERROR, "names", names.letters),
    Code.WRONG_ENCODING: Check(Severity.ERROR, "names", names.letters),
    Code.INVISIBLE_LETTERS: Check(Severity.ERROR, "names", names.letters),
    Code.RIGHTS_BEFORE_SHOW: Check(Severity.ERROR, "rights", plans.planned),
    Code.NO_RUNTIME: Check(Severity.ERROR, "facts", _of_facts),
    Code.NO_AGE_MARK: Check(Severity.ERROR, "facts", _of_facts),
    Code.EMPTY_NAME: Check(Severity.WARNING, "names", names.letters),
    Code.NO_CLEARANCE: Check(Severity.WARNING, "rights", plans.planned),
    Code.NO_RIGHTS: Check(Severity.WARNING, "rights", plans.planned),
    Code.NO_KAZAKH_NAME: Check(Severity.WARNING, "names", names.no_kazakh_name),
    Code.NO_NAME_FOR_OFFICE: Check(Severity.WARNING, "names", plans.planned),
    Code.TWO_ORIGINALS: Check(Severity.WARNING, "names", names.two_originals),
    Code.WRONG_SCRIPT: Check(Severity.WARNING, "names", names.letters),
    Code.PROBABLE_DUPLICATE: Check(Severity.WARNING, "names"),
    Code.QUOTED_NAME: Check(Severity.WARNING, "names", names.letters),
    Code.LONG_NAME: Check(Severity.WARNING, "names", names.letters),
    Code.NO_YEAR: Check(Severity.WARNING, "facts", _of_facts),
    Code.NO_COUNTRY: Check(Severity.WARNING, "facts", _of_facts),
    Code.CO_PRODUCTION_ALONE: Check(Severity.WARNING, "facts", _of_facts),
    Code.LONG_SYNOPSIS: Check(Severity.WARNING, "facts", _of_texts),
    Code.WRONG_CHECK_DIGIT: Check(Severity.WARNING, "facts", _of_texts),
    Code.UNVERIFIED_FACTS: Check(Severity.WISH, "facts", _of_facts),
    Code.UNCONFIRMED_READING: Check(Severity.WISH, "names", names.unconfirmed),
    Code.UNCONFIRMED_NAME: Check(Severity.WISH, "names", names.unconfirmed),
    Code.VERSION_WITHOUT_RUNTIME: Check(Severity.WISH, "versions", _of_facts),
    Code.NO_KAZAKH_VERSION: Check(Severity.WISH, "versions", _of_facts),
    Code.NO_POSTER: Check(Severity.WISH, "files", _of_facts),
}
"""Every check, the gravest first: the order in which they are told."""


def check(every: Iterable[Checked], today: date, only: Collection[Code] | None = None) -> Iterator[Found]:
    """What stands against titles, title by title; `only` these checks are made, all if None."""
    wanted = frozenset(CHECKS) if only is None else frozenset(only)
    finders = list(dict.fromkeys(made.find for code, made in CHECKS.items() if code in wanted and made.find))
    for facts in every:
        for find in finders:
            for found in find(facts, today):
                if found.code in wanted:
                    yield found
