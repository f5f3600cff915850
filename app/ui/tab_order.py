"""Tab goes through a window as one reads it, also past rows that were made after the parts below them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QButtonGroup, QScrollArea, QWidget

NEAR = 3
"""Pixels by which two parts may overlap and still stand one after the other."""

HEAPED = 30
"""Parts lying over one another of which no order is sought: they have not been laid out yet."""


class ReadingOrder:
    """To be inherited before `QWidget`: by windows, by dialogs, and by pages, which stand alone in tests."""

    def focusNextPrevChild(self, onwards: bool, /) -> bool:  # noqa: FBT001 - Qt's own
        """What Qt asks when Tab or Shift+Tab is pressed."""
        assert isinstance(self, QWidget)
        return move_on(self.window(), 1 if onwards else -1)


def stops(root: QWidget) -> list[QWidget]:
    """Every part of a window or region that Tab stops at, in reading order."""
    if not root.isVisible():
        return []
    inside = root.viewport() if isinstance(root, QAbstractScrollArea) else root
    parts = [part for part in inside.children() if isinstance(part, QWidget) and not part.isWindow()]
    filled = [(part.geometry(), found) for part in parts if (found := stops(part))]
    own = [root] if _takes_focus(root) else []
    return own + [stop for _place, found in _in_reading_order(filled) for stop in found]


def move_on(window: QWidget, step: int) -> bool:
    """Give the focus to the part after (`step` 1) or before (-1) the one that has it."""
    found = stops(window)
    if not found:
        return False
    focused = QApplication.focusWidget()
    here = next((place for place, stop in enumerate(found) if stop is focused), None)
    if here is None:
        here = _place_near(found, focused, step)
    reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
    found[(here + step) % len(found)].setFocus(reason)
    return True


def enter(region: QWidget) -> None:
    """Give the focus to the first stop of a region that may have been made just now, and bring the region to sight."""
    made: QWidget | None = region
    while made is not None and not made.isVisible():
        made.show()
        made = made.parentWidget()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # the order is told by the places
    found = stops(region)
    if found:
        found[0].setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, region, lambda: _bring_to_sight(region))


def _bring_to_sight(region: QWidget) -> None:
    focused, around = QApplication.focusWidget(), region.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(region)
            if focused is not None and region.isAncestorOf(focused):
                around.ensureWidgetVisible(focused)
        around = around.parentWidget()


def _place_near(found: Sequence[QWidget], focused: QWidget | None, step: int) -> int:
    """From where to go on when the focus is on something Tab does not stop at: a page, a card."""
    around = focused
    while around is not None and not around.isWindow():
        inside = [place for place, stop in enumerate(found) if around.isAncestorOf(stop)]
        if inside:
            return inside[0] - 1 if step > 0 else inside[0]
        around = around.parentWidget()
    return -1 if step > 0 else 0


def _takes_focus(part: QWidget) -> bool:
    if not part.isEnabled() or part.focusProxy() is not None:
        return False
    chosen = _chosen_beside(part) if isinstance(part, QAbstractButton) else None
    if chosen is not None and chosen.isVisible():
        # Qt forgets the button that was chosen by the program, not by a click.
        return part is chosen and part.focusPolicy() != Qt.FocusPolicy.NoFocus
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _chosen_beside(button: QAbstractButton) -> QAbstractButton | None:
    """The chosen one of joined buttons, of which only one is a stop."""
    group: QButtonGroup | None = button.group()
    return group.checkedButton() if group is not None and group.exclusive() else None


_Filled = tuple[QRect, list[QWidget]]
"""Where a part stands, and the stops in it."""


def _in_reading_order(parts: list[_Filled]) -> list[_Filled]:
    """Cut along every free line across, else the first free line down; what lies over the rest comes last."""
    if len(parts) <= 1:
        return parts
    bands = _parted([(place.top(), place.bottom()) for place, _found in parts], parts)
    if len(bands) > 1:
        return [part for band in bands for part in _in_reading_order(band)]
    first, *others = _parted([(place.left(), place.right()) for place, _found in parts], parts)
    if others:
        return _in_reading_order(first) + _in_reading_order([part for column in others for part in column])
    if len(parts) > HEAPED:
        return sorted(parts, key=lambda part: (part[0].top(), part[0].left()))
    return [*_in_reading_order(parts[:-1]), parts[-1]]


def _parted(spans: list[tuple[int, int]], parts: list[_Filled]) -> list[list[_Filled]]:
    """The parts, parted wherever none of them crosses; together they stay as they lie over one another."""
    groups: list[list[int]] = []
    reach = 0
    for place in sorted(range(len(parts)), key=lambda place: spans[place]):
        start, end = spans[place]
        if not groups or start > reach - NEAR:
            groups.append([])
            reach = end
        groups[-1].append(place)
        reach = max(reach, end)
    return [[parts[place] for place in sorted(group)] for group in groups]
