"""The board by keys: which block is next to which, where a lifted one goes, letters by their place."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.ui.schedule.board import Block, Layout
from app.ui.schedule.plan import Plan

_CYRILLIC = dict(zip("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.", strict=True))
"""ЙЦУКЕН, the places of Russian and Kazakh letters, on a Latin keyboard."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Steps to the right and downwards."""

STEP = 5
"""Minutes a block moves with one arrow."""


def letter(event: QKeyEvent) -> str:
    """The Latin letter at the place of the key that was pressed, whatever the layout; '' for no letter."""
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return chr(key).lower()
    try:
        return _CYRILLIC.get(chr(key).lower(), "")
    except (ValueError, OverflowError):
        return ""


class Place(NamedTuple):
    """Where a lifted block is held: a hall on a day, and a public minute of that day."""

    day: date
    hall: int
    minute: int


def neighbour(board: Layout, here: Block | None, across: int, down: int) -> Block | None:
    """The block one arrow away; from nowhere the first of all."""
    if here is None:
        return next((row.blocks[0] for row in board.rows if row.blocks), None)
    if across:
        own = board.rows[here.row].blocks
        place = next((n for n, block in enumerate(own) if block.card.id == here.card.id), 0) + across
        if 0 <= place < len(own):
            return own[place]
        return _beyond(board, here.row, across)
    middle = (here.body_left + here.body_right) / 2
    row = here.row + down
    while 0 <= row < len(board.rows):
        if board.rows[row].blocks:
            return min(board.rows[row].blocks, key=lambda block: _away(block, middle))
        row += down
    return None


def _beyond(board: Layout, row: int, across: int) -> Block | None:
    """Past the end of a row: the next block of the rows that follow, or the last of those before."""
    row += across
    while 0 <= row < len(board.rows):
        if board.rows[row].blocks:
            return board.rows[row].blocks[0 if across > 0 else -1]
        row += across
    return None


def _away(block: Block, x: float) -> float:
    return (
        max(block.body_left - x, x - block.body_right, 0.0) + abs((block.body_left + block.body_right) / 2 - x) / 1000
    )


def stepped(plan: Plan, place: Place, across: int, down: int, *, far: bool = False) -> Place:
    """A place one arrow further: five minutes (an hour when `far`), or the next hall, over the ends of days."""
    if across:
        return place._replace(minute=place.minute + across * (60 if far else STEP))
    rows = [row for group in plan.groups for row in group.places]
    here = rows.index((place.day, place.hall)) if (place.day, place.hall) in rows else 0
    if far:
        days = [group.places[0] for group in plan.groups if group.places]
        own = max((n for n, first in enumerate(days) if rows.index(first) <= here), default=0)
        aim = days[min(max(own + down, 0), len(days) - 1)]
        same = (aim[0], place.hall)
        here = rows.index(same if same in rows else aim)
    else:
        here = min(max(here + down, 0), len(rows) - 1)
    return place._replace(day=rows[here][0], hall=rows[here][1])
