"""Pills tell how long events overlap and leave every title to be read."""

from itertools import combinations

from PySide6.QtCore import QPointF, QRectF

from app.operations import screenings
from app.ui.schedule.page import SchedulePage
from app.ui.schedule.pills import Pill, _title
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.schedule.conftest import Hand
from tests.ui.schedule.test_page import event


def said(page: SchedulePage) -> tuple[Pill, ...]:
    assert page.view.rows is not None
    return page.view.rows.pills


def titles(page: SchedulePage) -> list[QRectF]:
    assert page.view.board is not None
    return [_title(block) for block in page.view.board.blocks.values()]


def crowd(page: SchedulePage, workspace: Workspace) -> None:
    """Three more events in Hall 2 on the second evening, over one that is there."""
    assert page.plan is not None
    composer = event(page, "The Composer", 1)
    for title, hour, minute in (("The Divorce", 21, 30), ("Dastur (Tradition)", 21, 0), ("Poet", 22, 0)):
        card = next(card for card in page.plan.cards.values() if card.title == title)
        starts = composer.starts.replace(hour=hour, minute=minute, tzinfo=None)
        workspace.edit(phrase("Move"), screenings.move, card.id, composer.hall, starts)


def test_pills_cover_no_title_and_no_other_pill(page: SchedulePage, workspace: Workspace) -> None:
    crowd(page, workspace)
    found = said(page)
    assert len(found) >= 4
    assert not any(pill.rect.intersects(title) for pill in found for title in titles(page))
    assert not any(one.rect.intersects(other.rect) for one, other in combinations(found, 2))
    assert page.view.board is not None
    assert all(pill.rect.left() >= 0 and pill.rect.right() <= page.view.board.width for pill in found)


def test_the_pill_of_one_copy_stands_above_the_lower_event(page: SchedulePage) -> None:
    assert page.view.board is not None
    (pill,) = said(page)
    (overlap,) = page.view.board.overlaps
    assert pill.words == "65 min overlap"
    assert pill.rect.top() < overlap.bottom < pill.rect.bottom()
    assert abs(pill.rect.center().x() - (overlap.left + overlap.right) / 2) <= 1


def test_nothing_is_said_of_an_event_that_is_in_the_hand(page: SchedulePage, hand: Hand) -> None:
    (pill,) = said(page)
    red = page.view.grab(page.view.viewport().rect()).toImage()
    spot = (QPointF(pill.rect.left() + 5, pill.rect.center().y()) + page.view.origin()).toPoint()
    before = red.pixelColor(spot)
    hand.take(pill.events[1])
    hand.move(hand.place(3, 2, 20 * 60))
    after = page.view.grab(page.view.viewport().rect()).toImage().pixelColor(spot)
    page.pointer.cancel()
    assert before.red() > 150 > before.green()
    assert after != before
