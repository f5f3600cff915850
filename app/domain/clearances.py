"""Certificates, permits and filings: what one amounts to on a day, and which are asked for where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.kinds import ClearanceKind, ClearanceState
from app.domain.rights import ENDING_DAYS

KINDS_OF: Mapping[str, tuple[ClearanceKind, ...]] = {
    "KZ": (ClearanceKind.CERTIFICATE, ClearanceKind.EVENT_APPROVAL),
    "CN": (
        ClearanceKind.PERMIT, ClearanceKind.FILING, ClearanceKind.MICROSERIES_LICENCE,
        ClearanceKind.MICROSERIES_FILING, ClearanceKind.EVENT_APPROVAL,
    ),
}  # fmt: skip
"""The papers usual in a territory, the first of them offered first.

Kazakhstan: distribution certificate (Law on Cinematography of 2019, art. 7), agreement of mass events with foreign
performers (2026). China: public screening permit (Film Industry Promotion Law of 2017), filing before a festival
abroad (China Film Administration, 2024), licence or filing number of microseries. Whether a showing needs one is
for the rows to say, not for this table: the laws change, and festivals may be exempt.
"""


class ClearanceStatus(StrEnum):
    """What a clearance amounts to on a day."""

    NEEDED = "needed"
    APPLIED = "applied"
    GRANTED = "granted"
    ENDING = "ending"
    EXPIRED = "expired"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Paper:
    """A clearance as the rules take it; `version` None covers all, days are inclusive, None is open or unknown."""

    territory: str
    kind: ClearanceKind
    state: ClearanceState
    version: int | None = None
    applied: date | None = None
    granted: date | None = None
    ends: date | None = None


class ClearanceStanding(NamedTuple):
    """The standing of one clearance: since when (applied, refused) or until when (granted), and how many days."""

    status: ClearanceStatus
    day: date | None = None
    days: int | None = None


def standing(paper: Paper, today: date) -> ClearanceStanding:
    """What one clearance amounts to `today`."""
    match paper.state:
        case ClearanceState.GRANTED:
            return _granted(paper.ends, today)
        case ClearanceState.APPLIED:
            days = (today - paper.applied).days if paper.applied and paper.applied <= today else None
            return ClearanceStanding(ClearanceStatus.APPLIED, paper.applied, days)
        case ClearanceState.REFUSED:
            return ClearanceStanding(ClearanceStatus.REFUSED)
        case ClearanceState.NOT_NEEDED:
            return ClearanceStanding(ClearanceStatus.NOT_NEEDED)
        case _:
            return ClearanceStanding(ClearanceStatus.NEEDED)


def holds(paper: Paper, territory: str, day: date, version: int | None = None) -> bool:
    """Whether this paper lets one show the work, or the version, in a territory on `day` (R13)."""
    if paper.territory != territory or paper.version not in (None, version):
        return False
    if paper.state is ClearanceState.NOT_NEEDED:
        return True
    begun = paper.granted is None or paper.granted <= day
    return paper.state is ClearanceState.GRANTED and begun and (paper.ends is None or day <= paper.ends)


def lacking(
    papers: Iterable[Paper], territory: str, day: date, today: date, version: int | None = None
) -> list[tuple[Paper, ClearanceStanding]]:
    """The papers of a territory that do not let one show on `day`, each with its standing `today`; none if one holds.

    Nothing is lacking where no paper has been entered: whether one is needed is for people to say.
    """
    here = [paper for paper in papers if paper.territory == territory and paper.version in (None, version)]
    by_kind: dict[ClearanceKind, list[Paper]] = {}
    for paper in here:
        by_kind.setdefault(paper.kind, []).append(paper)
    return [
        (own[-1], standing(own[-1], today))
        for own in by_kind.values()
        if not any(holds(paper, territory, day, version) for paper in own)
    ]


def _granted(ends: date | None, today: date) -> ClearanceStanding:
    if ends is None:
        return ClearanceStanding(ClearanceStatus.GRANTED)
    left = (ends - today).days
    if left < 0:
        return ClearanceStanding(ClearanceStatus.EXPIRED, ends, -left)
    return ClearanceStanding(ClearanceStatus.ENDING if left <= ENDING_DAYS else ClearanceStatus.GRANTED, ends, left)
