"""Titles of a file on their way into the library: found there or not, and written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from sqlalchemy.orm import Session

from app.domain.enrichment import KnownTitle, additions
from app.domain.kinds import Role
from app.domain.likeness import Degree, Gallery, Match, Portrait, portrait
from app.domain.proposals import ProposedTitle
from app.operations.import_plan import Answer, Choices, Fate, OnDuplicate, Progress, RowPlan
from app.store import likenesses

CHUNK = 500
"""Titles compared in one go."""


def planned(session: Session, titles: Sequence[ProposedTitle], choices: Choices, progress: Progress) -> list[RowPlan]:
    """What becomes of each title, in the order of the file."""
    search = likenesses.any_works(session)
    earlier: Gallery[int] = Gallery()
    rows: list[RowPlan] = []
    enriched: dict[int, int] = {}
    flow = enumerate(titles)
    while some := list(islice(flow, CHUNK)):
        shown = {place: seen(title) for place, title in some}
        found = _found(session, shown) if search else {}
        known = likenesses.known_titles(session, [work for work, _match in found.values()])
        for place, title in some:
            row = _in_library(place, title, found.get(place), known, choices)
            if row is None or row.work is None or row.fate is Fate.ADD:
                new = row or RowPlan(place, title.row, Fate.ADD)
                row = _in_file(place, title, earlier, shown[place], choices) or new
            elif row.fate is Fate.UPDATE:
                first = enriched.setdefault(row.work, place)
                row = row._replace(twin=-1 if first == place else first)
            if row.fate is Fate.ADD:
                earlier.add(place, shown[place])
            rows.append(row)
        progress(len(rows), len(titles))
    return rows


def seen(title: ProposedTitle) -> Portrait:
    """What a proposed title is recognised by."""
    return portrait(
        (name.text for name in title.names),
        year=title.year,
        directors=[credit.name for credit in title.credits if credit.role is Role.DIRECTOR],
        identifiers=title.identifiers,
        kind=title.kind,
        languages=[name.language for name in title.names],
    )


def _found(session: Session, shown: Mapping[int, Portrait]) -> dict[int, tuple[int, Match]]:
    """For each place the work it is most likely."""
    called = likenesses.works_called(session, {key for one in shown.values() for key in one.keys})
    numbered = likenesses.works_numbered(session, {pair for one in shown.values() for pair in one.identifiers})
    candidates = numbered.union(*called.values())
    if not candidates:
        return {}
    hung = likenesses.gallery(session, candidates)
    return {place: alike[0] for place, one in shown.items() if (alike := hung.like(one))}


def _in_library(
    place: int,
    title: ProposedTitle,
    found: tuple[int, Match] | None,
    known: Mapping[int, KnownTitle],
    choices: Choices,
) -> RowPlan | None:
    """The plan for a title that is, or may be, a work of the library; None if it is not."""
    if found is None:
        return None
    work, match = found
    more = additions(known[work], title)
    row = RowPlan(place, title.row, Fate.SKIP, work, -1, match.degree, more.what, len(more.differences))
    row = row._replace(passed=tuple(one.territory for one in more.passed))
    return row._replace(fate=_fate(row, choices, changes=bool(more)))


def _fate(row: RowPlan, choices: Choices, *, changes: bool) -> Fate:
    """What is done with a title that is, or may be, known."""
    wish = choices.on_duplicate
    if row.degree is Degree.MAYBE:
        answer = choices.answers.get(row.row)
        if answer is Answer.LEAVE_OUT:
            return Fate.SKIP
        if answer is Answer.DIFFERENT:
            return Fate.ADD
        if answer is None and choices.doubtful is None:
            # A bare name that is there already adds nothing, whichever title it is.
            return Fate.ASK if changes else Fate.SKIP
        if answer is None:
            assert choices.doubtful is not None
            wish = choices.doubtful
        else:
            wish = OnDuplicate.UPDATE
    if wish is OnDuplicate.ADD:
        return Fate.ADD
    return Fate.UPDATE if changes and wish is OnDuplicate.UPDATE else Fate.SKIP


def _in_file(
    place: int, title: ProposedTitle, earlier: Gallery[int], shown: Portrait, choices: Choices
) -> RowPlan | None:
    """The plan for a title that stands in the file already, None if it does not."""
    alike = earlier.like(shown)
    if not alike:
        return None
    twin, match = alike[0]
    row = RowPlan(place, title.row, Fate.UPDATE, None, twin, match.degree)
    return row._replace(fate=_fate(row, choices, changes=True))


def repeats(rows: Iterable[RowPlan]) -> dict[int, list[int]]:
    """The places of later rows to be joined to an earlier one, by its place."""
    found: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.fate is Fate.UPDATE and row.twin >= 0:
            found[row.twin].append(row.place)
    return found
