"""The popups of the schedule: what can be done with one event, several, a break, marked ground, or the programme."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from app.domain.kinds import ScreeningStatus
from app.i18n.active import pgettext
from app.ui.schedule.commands import PAIR
from app.ui.schedule.toolbar import fill_menu
from app.ui.widgets.menus import Menu, danger

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

Deed = tuple[str, str, str, Callable[[], object]]


class Menus(QObject):
    """The popups of one page."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page

    def popup(self, at: QPoint) -> None:
        """The menu of what is chosen, or of the board."""
        menu = Menu(self._page)
        fill_menu(menu, self.deeds() or self.board_deeds())
        going = {pgettext("menu", "Take off the schedule"), pgettext("menu", "Remove")}
        for action in menu.actions():
            if action.text() in going:
                danger(action)
        if self._page.chosen:
            self._choose_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _choose_menu(self, menu: Menu) -> None:
        """What else can be chosen with the chosen event."""
        choosing = self._page.choosing
        more = Menu(menu)
        more.setTitle(pgettext("menu", "Select"))
        fill_menu(more, (
            (pgettext("menu", "Everything on this day"), "", "Ctrl+A", lambda: choosing.like("day")),
            (pgettext("menu", "Everything in this hall"), "", "", lambda: choosing.like("hall")),
            (pgettext("menu", "Everything of this strand"), "", "", lambda: choosing.like("strand")),
            (pgettext("menu", "Everything of this status"), "", "", lambda: choosing.like("status")),
        ))  # fmt: skip
        menu.addSeparator()
        menu.addMenu(more)

    def deeds(self) -> Sequence[Deed | None]:
        """All that can be done with what is chosen; nothing chosen, nothing."""
        page = self._page
        if page.plan is None:
            return ()
        if page.blocking.chosen:
            return self._of_blocker()
        if page.marking.mark is not None:
            return self._of_ground()
        if page.choosing.several:
            return self._of_several()
        return self._of_one()

    def _of_blocker(self) -> Sequence[Deed | None]:
        blocking = self._page.blocking
        return (
            (pgettext("menu", "Edit…"), "pencil", "Return", blocking.edit),
            None,
            (pgettext("menu", "Remove"), "trash-2", "Del", blocking.remove),
        )

    def _of_ground(self) -> Sequence[Deed | None]:
        page = self._page
        return (
            (pgettext("menu", "Add a break…"), "ban", "B", page.blocking.add),
            (pgettext("menu", "Add an event…"), "plus", "Ctrl+N", page.asking.add_event),
            (pgettext("menu", "Paste"), "", "Ctrl+V", page.clipboard.paste),
            *self.board_deeds()[3:],
        )

    def _states(self) -> list[Deed | None]:
        deeds = self._page.deeds
        cards = self._page.choosing.cards
        locked = bool(cards) and all(card.locked for card in cards)
        return [
            (pgettext("menu", "Mark as confirmed"), "circle-check", "C",
             lambda: deeds.set_status(ScreeningStatus.CONFIRMED)),
            (pgettext("menu", "Mark as tentative"), "circle-dashed", "T",
             lambda: deeds.set_status(ScreeningStatus.TENTATIVE)),
            (pgettext("menu", "Mark as cancelled"), "circle-x", "Shift+C",
             lambda: deeds.set_status(ScreeningStatus.CANCELLED)),
            (pgettext("menu", "Unlock") if locked else pgettext("menu", "Lock"), "lock", "K", deeds.toggle_lock),
        ]  # fmt: skip

    def _clips(self) -> list[Deed | None]:
        clipboard = self._page.clipboard
        found: list[Deed | None] = [
            (pgettext("menu", "Cut"), "", "Ctrl+X", lambda: clipboard.take(cut=True)),
            (pgettext("menu", "Copy"), "copy", "Ctrl+C", lambda: clipboard.take(cut=False)),
        ]
        if clipboard.clip is not None:
            found.append((pgettext("menu", "Paste"), "", "Ctrl+V", clipboard.paste))
        return found

    def _of_several(self) -> Sequence[Deed | None]:
        page, deeds = self._page, self._page.deeds
        found: list[Deed | None] = [
            (pgettext("menu", "Move with the keyboard"), "keyboard", "Space", page.lifting.lift),
            None,
            *self._states(),
            None,
            *self._clips(),
            (pgettext("menu", "Add a repeat"), "copy", "Ctrl+D", deeds.duplicate),
        ]
        if len(page.choosing.numbers) == PAIR:
            found.append((pgettext("menu", "Swap"), "refresh-cw", "X", deeds.swap))
        found += [None, (pgettext("menu", "Take off the schedule"), "trash-2", "Del", deeds.unplace)]
        return found

    def _of_one(self) -> Sequence[Deed | None]:
        """All that can be done with the chosen event."""
        page, deeds = self._page, self._page.deeds
        plan, card = page.plan, deeds.card
        if plan is None or card is None:
            return ()
        found: list[Deed | None] = []
        if card.works:
            found.append((pgettext("menu", "Open in the catalogue"), "library", "Return", deeds.open))
        found += [
            (pgettext("menu", "Edit this event…"), "pencil", "E", page.asking.edit_event),
            (pgettext("menu", "Edit the start"), "clock", "F2", deeds.edit),
            (pgettext("menu", "Move with the keyboard"), "keyboard", "Space", page.lifting.lift),
            None,
            *self._states(),
            None,
            *self._clips(),
            (pgettext("menu", "Add a repeat"), "copy", "Ctrl+D", deeds.duplicate),
            (pgettext("menu", "Repeat regularly…"), "calendar-range", "", page.copying.ask_series),
            None,
            *page.seeking.deeds(),
        ]
        if plan.against(card.id):
            found.append((pgettext("menu", "Apply the best repair"), "check", "Alt+Return", deeds.repair))
        found += [None, (pgettext("menu", "Take off the schedule"), "trash-2", "Del", deeds.unplace)]
        return found

    def board_deeds(self) -> Sequence[Deed | None]:
        """What can be done with the programme."""
        page = self._page
        return (
            (pgettext("menu", "Add an event…"), "plus", "Ctrl+N", page.asking.add_event),
            (pgettext("menu", "Add a break…"), "ban", "B", page.blocking.add),
            (pgettext("menu", "Paste"), "", "Ctrl+V", page.clipboard.paste),
            None,
            (pgettext("menu", "Plan the rest…"), "calendar-clock", "Ctrl+Shift+G", page.planning.open),
            (pgettext("menu", "Copy a day…"), "copy", "", page.copying.ask_days),
            (pgettext("menu", "Swap two halls…"), "refresh-cw", "", page.copying.ask_halls),
            None,
            (pgettext("menu", "Zoom in"), "zoom-in", "Ctrl++", lambda: page.view.scale_by(1.25)),
            (pgettext("menu", "Zoom out"), "zoom-out", "Ctrl+-", lambda: page.view.scale_by(0.8)),
            (pgettext("menu", "Fit the week"), "", "Ctrl+0", page.view.fit),
            None,
            (pgettext("menu", "Edit the programme…"), "pencil", "", page.asking.edit_programme),
            (pgettext("menu", "People of the programme…"), "users", "", page.asking.people),
            (pgettext("menu", "Hours on particular days…"), "clock", "", page.asking.hours),
            (pgettext("menu", "Rule severity…"), "sliders-horizontal", "", page.asking.rules),
            (pgettext("menu", "New programme…"), "plus", "", page.asking.new_programme),
        )
