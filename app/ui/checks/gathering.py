"""What the page of the data check knows: the findings of the library, brought up to date by each step."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from app.domain.data_check import CHECKS
from app.domain.found import Code, Found, without
from app.domain.names import Shown, shown
from app.domain.screenings import Severity
from app.store import check_facts
from app.store.duplicates import Pair, as_found, duplicates
from app.store.journal import Step
from app.store.work_rows import work_names
from app.ui.workspace import Workspace
from app.words import N_, phrase

LOOKING = phrase(N_("Checking the data"))
COMPARING = phrase(N_("Looking for titles entered twice"))
FEW = 200
"""Titles a step may change so that they are checked at once, and not the whole library in a job."""

WIDER = frozenset({
    "programme", "slate_entry", "screening", "part", "check_left_out", "left_as_it_is", "distinct_pair",
})  # fmt: skip
"""Tables whose rows say something of titles beside those that are told as changed."""


Report = Callable[[int, int], None]


class Narrowed(NamedTuple):
    """Which findings are shown: of a programme or of all titles, from which severity on."""

    programme: int | None = None
    least: Severity = Severity.WISH


class Gathered(NamedTuple):
    """What a job found: findings and pairs."""

    found: list[Found]
    pairs: list[Pair]


def today() -> date:
    """The day of the reader."""
    return datetime.now().astimezone().date()


class Gathering:
    """Findings by check. `look` is the work of a job; `take` takes what it found."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.narrowed = Narrowed()
        self.pairs: list[Pair] = []
        self.by_code: dict[Code, list[Found]] = {}

    def look(self, report: Report) -> list[Found]:
        """Check every title; runs in a thread of its own."""
        with self._workspace.store.read() as session:
            return check_facts.found(session, today(), programme=self.narrowed.programme, report=report)

    def compare(self, report: Report, language: str) -> Gathered:
        """Compare titles with each other, which takes longer; runs in a thread of its own."""
        programme = self.narrowed.programme
        with self._workspace.store.read() as session:
            if Code.PROBABLE_DUPLICATE in check_facts.checks_left_out(session, programme):
                return Gathered([], [])
            pairs = duplicates(session, report)
            if programme is not None:
                inside = set(check_facts.works_of_programme(session, programme))
                pairs = [pair for pair in pairs if {pair.one, pair.other} & inside]
            told = without(as_found(session, pairs, language), check_facts.left_as_they_are(session))
            left = {(one.record, one.work) for one in told}
            return Gathered(told, [pair for pair in pairs if (pair.one, pair.other) in left])

    def take_found(self, found: list[Found]) -> None:
        """Show what was found in titles one by one; the doubles known so far stay."""
        told = self.by_code.get(Code.PROBABLE_DUPLICATE, [])
        self.take(Gathered([*found, *told], self.pairs))

    def take_compared(self, compared: Gathered) -> None:
        """Show these doubles beside what was found before."""
        kept = [one for code, rows in self.by_code.items() for one in rows if code is not Code.PROBABLE_DUPLICATE]
        self.take(Gathered([*kept, *compared.found], compared.pairs))

    def take(self, gathered: Gathered) -> None:
        """Show these."""
        self.pairs = gathered.pairs
        sorted_ones: dict[Code, list[Found]] = defaultdict(list)
        for one in gathered.found:
            sorted_ones[one.code].append(one)
        self.by_code = dict(sorted_ones)

    def drop_judged(self, step: Step) -> bool:
        """Take away at once the pairs a step told apart or made one; whether nothing else has to be compared again."""
        gone = {change.key for change in step.changes if change.table == "work" and change.after is None}
        told = [change.after for change in step.changes if change.table == "distinct_pair" and change.after]
        apart = {(row["work_id"], row["other_id"]) for row in told}
        left = [p for p in self.pairs if (p.one, p.other) not in apart and p.one not in gone and p.other not in gone]
        kept = {(pair.one, pair.other) for pair in left}
        rows = self.by_code.get(Code.PROBABLE_DUPLICATE, [])
        self.take_compared(Gathered([one for one in rows if (one.record, one.work) in kept], left))
        return len(told) == len(step.changes)

    def renew(self, step: Step) -> bool:
        """Check again the few titles a step changed; False when all have to be."""
        if (
            not step.works
            or len(step.works) > FEW
            or step.tables & WIDER
            or ("work" in step.tables and _came_or_went(step))
        ):
            return False
        works = sorted(step.works)
        fresh = self._workspace.read(check_facts.found, today(), programme=self.narrowed.programme, works=works)
        kept = [one for code, rows in self.by_code.items() for one in rows
                if one.work not in step.works or code is Code.PROBABLE_DUPLICATE]  # fmt: skip
        everything = sorted((*kept, *fresh), key=lambda one: one.work)
        self.take(Gathered(everything, self.pairs))
        return True

    def groups(self) -> list[tuple[Code, int]]:
        """The checks that found something, the gravest first, with how much."""
        return [
            (code, len(self.by_code[code]))
            for code, made in CHECKS.items()
            if code in self.by_code and made.severity >= self.narrowed.least and self.by_code[code]
        ]

    def titles(self, works: set[int], language: str) -> dict[int, Shown]:
        """The names of some works as the reader sees them."""
        return {work: shown(own, language) for work, own in self._workspace.read(work_names, works).items()}


def _came_or_went(step: Step) -> bool:
    """Whether a title was added or deleted: another may have lost, or found, its double."""
    return any(change.table == "work" and None in (change.before, change.after) for change in step.changes)
