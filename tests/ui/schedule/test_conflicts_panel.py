"""The cards of conflicts: wishes wait behind what is graver, and several chosen events have only their own."""

from PySide6.QtWidgets import QApplication

from app.domain.screenings import Severity
from app.ui.schedule.faces import face, spoken
from app.ui.schedule.page import SchedulePage
from app.ui.schedule.series_dialog import SeriesDialog
from app.ui.widgets.safe import SafeLabel
from tests.ui.schedule.test_page import event


def counted(page: SchedulePage, *severities: Severity) -> int:
    assert page.plan is not None
    return sum(one.severity in severities for one in page.plan.findings)


def test_wishes_are_folded_below_what_is_graver(page: SchedulePage) -> None:
    panel = page.inspector.conflicts
    heavy, wishes = counted(page, Severity.ERROR, Severity.WARNING), counted(page, Severity.WISH)
    assert heavy and wishes
    assert len(panel.cards) == heavy
    assert panel.warnings.text().startswith(str(counted(page, Severity.WARNING)))
    assert panel.wishes.head.text().startswith(str(wishes))
    panel.wishes.head.click()
    assert len(panel.cards) == heavy + wishes
    page.reload()
    assert len(panel.cards) == heavy + wishes
    panel.wishes.head.click()
    assert len(panel.cards) == heavy


def test_several_chosen_have_only_their_own_conflicts(page: SchedulePage) -> None:
    assert page.plan is not None
    one, other = event(page, "Tomiris", 1, 2), event(page, "Kyz-Zhibek", 0)
    page.choosing.choose([one.id, other.id])
    theirs = [found for found in page.plan.findings if {one.id, other.id} & set(found.slots)]
    heavy = [found for found in theirs if found.severity > Severity.WISH]
    assert 0 < len(heavy) < counted(page, Severity.ERROR, Severity.WARNING)
    assert len(page.inspector.conflicts.cards) == len(heavy)


def test_cards_have_their_heights_as_soon_as_they_are_there(page: SchedulePage) -> None:
    QApplication.processEvents()
    for chosen in (event(page, "Tomiris", 1, 2).id, 0):
        page.choose(chosen)
        assert page.inspector.conflicts.cards
        for card in page.inspector.conflicts.cards:
            labels = [label for label in card.findChildren(SafeLabel) if label.isVisible() and label.wordWrap()]
            assert labels
            assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)


def test_wishes_have_their_heights_as_soon_as_they_are_unfolded(page: SchedulePage) -> None:
    QApplication.processEvents()
    panel = page.inspector.conflicts
    panel.wishes.head.click()
    labels = [label for label in panel.wishes.findChildren(SafeLabel) if label.isVisible() and label.wordWrap()]
    assert labels
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    panel.wishes.head.click()
    assert panel.height() < 400 * len(panel.cards)


def test_the_best_repair_never_settles_a_wish_nobody_sees(page: SchedulePage) -> None:
    assert page.plan is not None
    calm = next(
        card.id
        for card in page.plan.schedule.cards
        if page.plan.against(card.id) and page.plan.worst(card.id) is Severity.WISH
    )
    page.choose(calm)
    assert page.inspector.conflicts.cards == []
    assert not page.inspector.conflicts.apply_best()


def test_a_wish_puts_no_warning_on_a_block(page: SchedulePage) -> None:
    assert page.plan is not None
    calm = next(card for card in page.plan.schedule.cards if page.plan.worst(card.id) is Severity.WISH)
    assert not any(remark.icon == "triangle-alert" for remark in face(page.plan, calm).remarks)
    assert "conflict" not in spoken(page.plan, calm)


def test_a_series_in_a_short_programme_begins_by_days(page: SchedulePage) -> None:
    assert page.plan is not None
    dialog = SeriesDialog(page.plan, event(page, "Dubbing workshop", 0), page)
    assert dialog.dates() == list(page.plan.days[1:])
    dialog.deleteLater()
