"""Checks of a title that is planned: whether those who plan it may show it, and can read its name."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.domain import rights
from app.domain.found import Checked, CheckedPaper, Code, Found, Show
from app.domain.kinds import ClearanceState, Use
from app.domain.names import plain
from app.domain.rights import Asked, Obstacle

OFFICE_LANGUAGES = {"KZ": ("kk", "ru"), "CN": ("zh",)}
"""In which languages a title has to have a name where it is shown; elsewhere in English."""

CERTIFIED = frozenset({Use.PUBLIC})
"""Uses for which Kazakhstan asks for a distribution certificate. Festivals and retrospectives are excepted
(Law on Cinematography of 2019, article 7)."""

_IN_HAND = frozenset({ClearanceState.GRANTED, ClearanceState.NOT_NEEDED})


def planned(facts: Checked, today: date) -> Iterable[Found]:
    """What stands in the way of those who plan the title; nothing while nobody does."""
    if not facts.plans and not facts.shows:
        return ()
    shows = [show for show in sorted(facts.shows, key=lambda show: show.day) if show.day >= today]
    checks = (
        _no_name_for_office(facts),
        _no_rights(facts),
        _rights_before_show(facts, shows),
        _no_clearance(facts, shows),
    )
    return (found for check in checks for found in check)


def _no_name_for_office(facts: Checked) -> Iterator[Found]:
    """No name in a language of an office that plans the title."""
    there = {plain(name.language) for name in facts.names}
    if "zxx" in there:
        return
    offices = dict.fromkeys(plan.territory for plan in facts.plans)
    for territory in offices:
        for language in OFFICE_LANGUAGES.get(territory, ("en",)):
            if language not in there and language != "kk":  # that is a check of its own
                fields = ("language", language), ("territory", territory)
                yield Found(Code.NO_NAME_FOR_OFFICE, facts.work, about=language, fields=fields)


def _no_rights(facts: Checked) -> Iterator[Found]:
    """Planned, and nothing is known of the rights."""
    if facts.plans and not facts.windows:
        yield Found(Code.NO_RIGHTS, facts.work)


def _rights_before_show(facts: Checked, shows: Sequence[Show]) -> Iterator[Found]:
    """The rights end before a planned show, or begin after it. The first such show is told."""
    if not facts.windows:
        return
    for show in shows:
        found = rights.obstacle(facts.windows, Asked(show.version, show.territory, show.use), show.day)
        if found is None or found[0] not in (Obstacle.ENDED, Obstacle.NOT_BEGUN, Obstacle.NOT_BEFORE):
            continue
        window = found[1]
        end = window.ends if window and found[0] is Obstacle.ENDED else window.first if window else None
        kind = "ends" if found[0] is Obstacle.ENDED else "begins"
        fields = ("show", show.day), ("day", end), ("how", kind), ("territory", show.territory)
        yield Found(Code.RIGHTS_BEFORE_SHOW, facts.work, about=f"{kind} {end}", fields=fields)
        return


def _no_clearance(facts: Checked, shows: Sequence[Show]) -> Iterator[Found]:
    """A paper that is needed is not in hand, or ends before the show; or the use asks for one and there is none."""
    for show in shows:
        papers = [paper for paper in facts.clearances if _covers(paper, show)]
        if _missing(papers, show):
            fields = ("show", show.day), ("territory", show.territory)
            yield Found(Code.NO_CLEARANCE, facts.work, about=show.territory, fields=fields)
            return


def _covers(paper: CheckedPaper, show: Show) -> bool:
    return paper.territory == show.territory and paper.version in (None, show.version)


def _missing(papers: Sequence[CheckedPaper], show: Show) -> bool:
    if any(paper.state in _IN_HAND and (paper.ends is None or paper.ends >= show.day) for paper in papers):
        return False
    return bool(papers) or (show.territory == "KZ" and show.use in CERTIFIED)
