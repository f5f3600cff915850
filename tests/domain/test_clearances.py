"""Papers: what one amounts to, whether it holds on a day, what is lacking."""

from datetime import date, timedelta

import pytest

from app.domain.clearances import ClearanceStatus, Paper, holds, lacking, standing
from app.domain.kinds import ClearanceKind, ClearanceState

TODAY = date(2026, 11, 22)
DAYS = timedelta(days=1)
CERTIFICATE = ClearanceKind.CERTIFICATE


def paper(state: ClearanceState, **facts: object) -> Paper:
    """A certificate of Kazakhstan."""
    return Paper("KZ", CERTIFICATE, state, **facts)  # type: ignore[arg-type]


STANDINGS = [
    (paper(ClearanceState.GRANTED), (ClearanceStatus.GRANTED, None, None)),
    (paper(ClearanceState.GRANTED, ends=TODAY + 100 * DAYS), (ClearanceStatus.GRANTED, TODAY + 100 * DAYS, 100)),
    (paper(ClearanceState.GRANTED, ends=TODAY + 60 * DAYS), (ClearanceStatus.ENDING, TODAY + 60 * DAYS, 60)),
    (paper(ClearanceState.GRANTED, ends=TODAY), (ClearanceStatus.ENDING, TODAY, 0)),
    (paper(ClearanceState.GRANTED, ends=TODAY - DAYS), (ClearanceStatus.EXPIRED, TODAY - DAYS, 1)),
    (paper(ClearanceState.APPLIED, applied=TODAY - 12 * DAYS), (ClearanceStatus.APPLIED, TODAY - 12 * DAYS, 12)),
    (paper(ClearanceState.APPLIED, applied=TODAY + DAYS), (ClearanceStatus.APPLIED, TODAY + DAYS, None)),
    (paper(ClearanceState.APPLIED), (ClearanceStatus.APPLIED, None, None)),
    (paper(ClearanceState.REFUSED), (ClearanceStatus.REFUSED, None, None)),
    (paper(ClearanceState.NEEDED), (ClearanceStatus.NEEDED, None, None)),
    (paper(ClearanceState.NOT_NEEDED), (ClearanceStatus.NOT_NEEDED, None, None)),
]


@pytest.mark.parametrize(("one", "expected"), STANDINGS)
def test_a_paper_stands_as_its_state_and_days_say(one: Paper, expected: tuple[object, ...]) -> None:
    assert tuple(standing(one, TODAY)) == expected


def test_a_paper_holds_in_its_territory_from_grant_to_end() -> None:
    granted = paper(ClearanceState.GRANTED, granted=TODAY, ends=TODAY + 10 * DAYS)
    assert holds(granted, "KZ", TODAY)
    assert holds(granted, "KZ", TODAY + 10 * DAYS)
    assert not holds(granted, "KZ", TODAY + 11 * DAYS)
    assert not holds(granted, "KZ", TODAY - DAYS)
    assert not holds(granted, "CN", TODAY)
    assert holds(paper(ClearanceState.NOT_NEEDED), "KZ", TODAY)
    assert not holds(paper(ClearanceState.GRANTED, version=3), "KZ", TODAY, version=4)


def test_only_what_was_entered_can_be_lacking() -> None:
    assert lacking([], "KZ", TODAY, TODAY) == []
    refused, granted = paper(ClearanceState.REFUSED), paper(ClearanceState.GRANTED)
    assert lacking([refused, granted], "KZ", TODAY, TODAY) == []
    filing = Paper("KZ", ClearanceKind.FILING, ClearanceState.APPLIED)
    assert [one for one, _standing in lacking([granted, filing, refused], "KZ", TODAY, TODAY)] == [filing]
    assert lacking([refused], "CN", TODAY, TODAY) == []
