"""Marked ground: a stretch of time in one hall or several, where something is to be pasted or put."""

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.i18n import formats
from app.i18n.active import _
from app.ui.schedule.board import Layout
from app.ui.schedule.drag import snapped
from app.ui.schedule.plan import Plan, midnight

MINUTE = timedelta(minutes=1)
LEAST = 15
"""Minutes of the shortest stretch."""


class Mark(NamedTuple):
    """From minute `begin` to `end` of a festival day, in these halls, in the order of the board."""

    day: date
    halls: tuple[int, ...]
    begin: int
    end: int

    def moved(self, minutes: int, day: date, halls: tuple[int, ...]) -> "Mark":
        """The same stretch elsewhere."""
        return Mark(day, halls, self.begin + minutes, self.end + minutes)


def mark_of(board: Layout, area: QRectF, grid: int = 5) -> Mark | None:
    """What ground a rectangle of the board covers: the halls of the first day in it, in whole steps of time."""
    rows = [row for row in board.rows_between(area.top(), area.bottom()) if row.bottom > area.top()]
    if not rows:
        return None
    first = rows[0]
    halls = tuple(row.hall.id for row in rows if row.day == first.day)
    begin = snapped(board.minute(area.left()), grid)
    end = max(snapped(board.minute(area.right()), grid), begin + LEAST)
    return Mark(first.day, halls, begin, end)


def mark_at(board: Layout, spot: QPointF, minutes: int) -> Mark | None:
    """A stretch that begins at the quarter of an hour under a point; None beside the rows."""
    row = board.row_at(spot.y())
    if row is None or not 0 <= spot.x() <= board.width:
        return None
    begin = int(board.minute(spot.x())) // LEAST * LEAST
    return Mark(row.day, (row.hall.id,), begin, begin + minutes)


def rects_of(board: Layout, mark: Mark) -> list[QRectF]:
    """Where marked ground lies on the board: one rectangle for rows that touch."""
    left, right = board.x(mark.begin), board.x(mark.end)
    found: list[QRectF] = []
    for hall in mark.halls:
        row = board.row_of(mark.day, hall)
        if row is None:
            continue
        rect = QRectF(left, row.top, right - left, row.height)
        if found and abs(found[-1].bottom() - rect.top()) < 1:
            found[-1] = found[-1].united(rect)
        else:
            found.append(rect)
    return found


def hours_of_mark(plan: Plan, mark: Mark) -> str:
    """10:00–12:00."""
    base = midnight(mark.day)
    return formats.time_range(plan.language, base + mark.begin * MINUTE, base + mark.end * MINUTE)


def words_of(plan: Plan, mark: Mark) -> str:
    """Fri 16 Oct, 10:00–12:00, Hall 1 and Hall 2."""
    reader = plan.language
    return _(
        "{day}, {hours}, {halls}",
        day=formats.day_label(reader, mark.day),
        hours=hours_of_mark(plan, mark),
        halls=formats.listing(reader, [plan.hall_name(hall) for hall in mark.halls]),
    )
