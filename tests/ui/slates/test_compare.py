"""Two candidates side by side say of each opinion whose it is, how many points, when, and why."""

from datetime import UTC, datetime

import pytest

from app.domain.kinds import RightsStatus, SlateState
from app.domain.rights import Standing
from app.operations import opinions, works
from app.ui.slates.page import SlatesPage
from app.ui.widgets.safe import SafeLabel
from app.ui.works.wording import rights_sentence
from app.ui.workspace import Workspace
from app.words import phrase


def test_opinions_are_compared_with_their_days(page: SlatesPage, workspace: Workspace) -> None:
    assert page.desk is not None
    chosen = [entry.id for entry in page.desk.columns[SlateState.LONGLIST][:2]]
    noon = datetime(2026, 10, 3, 12, tzinfo=UTC)
    workspace.edit(phrase("Judge"), opinions.give_opinion, chosen[0], "Dana", 7, "Slow but true", now=noon)
    work = page.desk.slate.by_id[chosen[1]].work
    workspace.edit(phrase("Forget"), works.change, work, runtime=None)
    page.choose(chosen)
    page.deeds.compare()
    said = [line.text() for line in page.rooms.compare.findChildren(SafeLabel)]
    place = said.index("Dana · 7 · 3 Oct 2026")
    assert said[place + 1] == "Slow but true"
    assert "No runtime" in said


@pytest.mark.parametrize("status", [RightsStatus.NOT_ENTERED, RightsStatus.CLEARED])
def test_rights_amid_a_sentence_begin_small(status: RightsStatus) -> None:
    sentence = rights_sentence(Standing(status))
    assert sentence == sentence.lower()
