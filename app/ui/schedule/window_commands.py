"""What the menus and keys of the window do on the schedule page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.page import Command

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage


def window_commands(page: "SchedulePage") -> dict[Command, Callable[[], object]]:
    """The commands that make sense as the page stands now."""
    deeds, view = page.deeds, page.view
    if page.plan is None:
        return {Command.NEW: page.asking.new_programme}
    found: dict[Command, Callable[[], object]] = {
        Command.NEW: page.asking.add_event,
        Command.FILTER: lambda: _filter(page),
        Command.PRINT: page.print,
        Command.PLAN: page.planning.open,
        Command.ZOOM_IN: lambda: view.scale_by(1.25),
        Command.ZOOM_OUT: lambda: view.scale_by(0.8),
        Command.ZOOM_FIT: view.fit,
    }
    if page.plan.findings:
        found |= {
            Command.NEXT_CONFLICT: lambda: deeds.next_conflict(1),
            Command.PREVIOUS_CONFLICT: lambda: deeds.next_conflict(-1),
        }
    if page.blocking.chosen:
        found |= {Command.REMOVE: deeds.unplace, Command.RENAME: page.blocking.edit}
    if page.chosen:
        found |= {Command.DUPLICATE: deeds.duplicate, Command.REMOVE: deeds.unplace, Command.RENAME: deeds.edit}
    if page.plan.against(page.chosen) if page.chosen else page.plan.findings:
        found[Command.REPAIR] = deeds.repair
    return found


def _filter(page: "SchedulePage") -> None:
    """Go to the field that filters what one works on: what waits, or the list."""
    field = page.tray.field if page.on_board else page.daybar.field
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
