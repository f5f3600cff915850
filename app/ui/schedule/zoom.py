"""How large the board is shown: fitting the week, or as many pixels an hour as the user chose."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from app.ui.schedule.board import Density, Scale
from app.ui.schedule.heights import height_of
from app.ui.schedule.hours import used_hours, whole_hours
from app.ui.schedule.plan import Plan
from app.ui.schedule.sight import Mode, Sight
from app.ui.theme import theme

LEAST, MOST = 20.0, 600.0
DAY_FROM, HOUR_FROM = 98.0, 230.0
"""Pixels an hour from which a block says more."""

LOW = 800
"""Windows lower than this take flat rows when the week would not fit otherwise. Rows of a tour stay: clocks differ."""

ROWS = {Density.WEEK: (41, 32), Density.DAY: (74, 74), Density.HOUR: (96, 96)}
TALLEST = {Density.WEEK: 74, Density.DAY: 96, Density.HOUR: 96}
STEP = 4
"""Rows take the height that is free, by steps: blocks then say more."""

LANES = {Density.WEEK: 20, Density.DAY: 46, Density.HOUR: 60}
GAP = 5
BAND = 28
"""The head of a stop, or a day that is folded."""

DAY_LEAST = 100.0
"""Pixels an hour at which one day or one hall opens, or more if the hours fit."""


class Zoom:
    """The zoom of one board."""

    def __init__(self, opening: float | None = None) -> None:
        self._opening = opening
        self._opened = True
        self._hour = 60.0
        self.open()
        self._known: tuple[Plan | None, tuple[int, int], tuple[int, int]] = (None, (0, 0), (0, 0))

    def open(self) -> None:
        """As a view opens: fitting, or as large as it opens at least."""
        self.fitting = self._opening is None
        self._opened = self._opening is not None

    def fit(self) -> None:
        """Fit the used hours into the width, at all times."""
        self.fitting, self._opened = True, False

    def scale_by(self, factor: float, present: float) -> None:
        """Larger or smaller than the present pixels an hour."""
        self.fitting = self._opened = False
        self._hour = min(max(present * factor, LEAST), MOST)

    def used(self, plan: Plan) -> tuple[int, int]:
        """The minutes of the day that fit into the width."""
        return self._hours(plan)[1]

    def span(self, plan: Plan) -> tuple[int, int]:
        """All minutes of the day that can be scrolled to."""
        return self._hours(plan)[2]

    def _hours(self, plan: Plan) -> tuple[Plan | None, tuple[int, int], tuple[int, int]]:
        if self._known[0] is not plan:
            self._known = plan, used_hours(plan), whole_hours(plan)
        return self._known

    def scale(self, plan: Plan, room: QRectF, window: int, sight: Sight | None = None) -> Scale:
        """Everything measured for a board of this size in a window of this height."""
        hour = self._hour
        if self.fitting or self._opened:
            first, last = self.used(plan)
            hour = min(max(room.width() / (last - first) * 60, self._opening or LEAST if self._opened else LEAST), MOST)
        density = self._density(hour, alone=sight is not None and sight.mode is not Mode.WEEK)
        px = theme().px
        usual, flat = (px(size) for size in ROWS[density])
        scale = Scale(hour, density, usual, px(LANES[density]), GAP, px(BAND))
        tall, rows = height_of(plan, scale, sight or Sight(), room.height())
        if tall > room.height():
            return scale if window >= LOW or plan.stops else replace(scale, row=flat)
        most, step = px(TALLEST[density]), px(STEP)
        row = min(most, usual + int((room.height() - tall) / max(rows, 1)) // step * step)
        return replace(scale, row=row)

    def _density(self, hour: float, *, alone: bool) -> Density:
        """How much blocks say: a whole week little, however wide its hours are; a day that fits as much as any."""
        if self.fitting:
            return Density.DAY if alone else Density.WEEK
        return Density.HOUR if hour >= HOUR_FROM else Density.DAY if hour >= DAY_FROM else Density.WEEK
