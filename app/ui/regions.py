"""F6: from one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.tab_order import stops

_SHORTCUT = Qt.FocusReason.ShortcutFocusReason


def next_region(regions: Sequence[QWidget], step: int) -> None:
    """Give the focus to the region after (`step` 1) or before (-1) the one that has it."""
    able = [region for region in regions if first_stop(region) is not None]
    if not able:
        return
    focused = QApplication.focusWidget()
    here = next((place for place, region in enumerate(able) if focused is not None and _within(region, focused)), None)
    place = (0 if step > 0 else -1) if here is None else (here + step) % len(able)
    stop = first_stop(able[place])
    if stop is not None:
        stop.setFocus(_SHORTCUT)


def first_stop(region: QWidget) -> QWidget | None:
    """The first part of a region that Tab would stop at."""
    return next(iter(stops(region)), None)


def _within(region: QWidget, widget: QWidget) -> bool:
    return region is widget or region.isAncestorOf(widget)
