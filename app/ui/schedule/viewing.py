"""Which of the views is shown: all days, one day, one hall, or the list; remembered, with what one looked at."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.i18n.active import pgettext
from app.ui.schedule.list_edits import ListEdits
from app.ui.schedule.sight import Mode, Sight

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.schedule.page import SchedulePage

LIST = "list"
VIEWS = (*(mode.value for mode in Mode), LIST)
KEPT = "schedule view"
"""The name under which the view is remembered."""


class Viewing(QObject):
    """The views of one page."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        view, bar = page.view, page.daybar
        bar.stepped.connect(self._step)
        bar.day_picked.connect(self.go_to)
        bar.hall_picked.connect(self.show_hall)
        bar.filtered.connect(self._filter)
        view.turned_to.connect(self.turn)
        view.seen.connect(page.fill_menu)
        self._edits = ListEdits(page)
        for changed in (view.seen, view.looked, view.verticalScrollBar().valueChanged):
            changed.connect(self.renew)
        for place, name in enumerate(VIEWS, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{place}"), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda name=name: page.show_view(name))
        go = QShortcut(QKeySequence("Ctrl+G"), page)
        go.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        go.activated.connect(self.ask_day)
        self._shown: object = None
        kept = page.shell.preferences.layout(KEPT)
        name = bytes(kept.data()).decode("ascii", "replace") if kept is not None else Mode.WEEK.value
        self._set(name if name in VIEWS else Mode.WEEK.value)

    # Showing

    def show(self, name: str) -> None:
        """Show a view and remember it; what is chosen and the hour one looks at stay."""
        self._set(name)
        self._page.shell.preferences.keep_layout(KEPT, QByteArray(name.encode()))

    def _set(self, name: str) -> None:
        page = self._page
        page.toolbar.views.set_current(name)
        if name == LIST:
            page.middle.setCurrentWidget(page.lines)
            page.lines.select(page.chosen)
        else:
            page.middle.setCurrentWidget(page.view)
            page.view.set_mode(Mode(name))
        self._shown = None
        self.renew()

    def turn(self, sight: Sight) -> None:
        """Show what a head of the board leads to: its day or its hall alone."""
        self._page.view.see(sight)
        self.show(sight.mode.value)

    def go_to(self, day: date) -> None:
        """Show a day."""
        self._page.view.go_to(day)
        self._page.view.setFocus()

    def show_hall(self, hall: int) -> None:
        """Show a hall alone."""
        view = self._page.view
        view.see(replace(view.sight, hall=hall))
        view.setFocus()

    def ask_day(self) -> None:
        """Open the list of days; the board of one hall asks which hall."""
        if self._page.on_board and self._page.daybar.isVisible():
            self._page.daybar.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._page.daybar.choice.showPopup()
        elif self._page.on_board:
            self._page.show_view(Mode.DAY.value)

    def _step(self, step: int) -> None:
        self._page.view.page(step)
        self.renew()

    def renew(self) -> None:
        """Say above the board where one is."""
        page = self._page
        if page.plan is None:
            return
        if not page.on_board:
            page.daybar.show_list(page.lines.lines.rowCount(), len(page.plan.cards))
            return
        eye = page.view.eye()
        now = (page.plan, page.view.sight, eye.day if eye else None)
        if now != self._shown:
            self._shown = now
            page.daybar.show_sight(page.plan, page.view.sight, eye.day if eye else None)

    def _filter(self, words: str) -> None:
        self._page.lines.lines.filter(words)
        self.renew()

    # What is folded away

    def deeds(self) -> "list[tuple[str, str, str, Callable[[], object]] | None]":
        """What the menu can do with the view: (words, icon, keys, deed)."""
        sight = self._page.view.sight
        busy = pgettext("menu", "Show empty halls") if sight.busy_only else pgettext("menu", "Hide empty halls")
        found: list[tuple[str, str, str, Callable[[], object]] | None] = [
            (pgettext("menu", "Go to a day…"), "calendar-range", "Ctrl+G", self.ask_day),
            (busy, "", "", self._toggle_busy),
        ]
        if sight.mode is Mode.WEEK:
            found.append((pgettext("menu", "Fold the other days"), "", "", self.fold_others))
        if sight.folded:
            found.append((pgettext("menu", "Unfold all days"), "", "", self.unfold))
        return found

    def _toggle_busy(self) -> None:
        view = self._page.view
        view.see(replace(view.sight, busy_only=not view.sight.busy_only))

    def fold_others(self) -> None:
        """Leave open only the day one is on."""
        view, plan = self._page.view, self._page.plan
        if plan is None:
            return
        card, eye = plan.cards.get(self._page.chosen), view.eye()
        day = card.day if card else eye.day if eye else None
        folds = frozenset(group.fold for group in plan.groups if group.fold is not None and group.day != day)
        view.see(replace(view.sight, folded=folds))

    def unfold(self) -> None:
        """Open all days again."""
        view = self._page.view
        view.see(replace(view.sight, folded=frozenset()))
