"""How large the board is shown: fitting the week, or as many pixels an hour as the user chose."""

from PySide6.QtCore import QRectF

from app.ui.schedule.board import Density, Scale, used_hours, whole_hours
from app.ui.schedule.plan import Plan
from app.ui.theme import theme

LEAST, MOST = 20.0, 600.0
DAY_FROM, HOUR_FROM = 98.0, 230.0
"""Pixels an hour from which a block says more."""

LOW = 800
"""Windows lower than this take flat rows when the week would not fit otherwise."""

ROWS = {Density.WEEK: (41, 32), Density.DAY: (74, 74), Density.HOUR: (96, 96)}
LANES = {Density.WEEK: 20, Density.DAY: 46, Density.HOUR: 60}
GAP = 5


class Zoom:
    """The zoom of one board."""

    def __init__(self) -> None:
        self.fitting = True
        self._hour = 60.0

    def fit(self) -> None:
        """Fit the used hours into the width, at all times."""
        self.fitting = True

    def choose(self, density: Density, room: QRectF) -> None:
        """The usual scale of a density."""
        if density is Density.WEEK:
            self.fit()
            return
        self.fitting = False
        least = {Density.DAY: 110.0, Density.HOUR: 260.0}[density]
        self._hour = max(least, min(room.width() / 10, 200.0)) if density is Density.DAY else least

    def scale_by(self, factor: float, present: float) -> None:
        """Larger or smaller than the present pixels an hour."""
        self.fitting = False
        self._hour = min(max(present * factor, LEAST), MOST)

    def used(self, plan: Plan) -> tuple[int, int]:
        """The minutes of the day that fit into the width."""
        return used_hours(plan)

    def span(self, plan: Plan) -> tuple[int, int]:
        """All minutes of the day that can be scrolled to."""
        return whole_hours(plan)

    def scale(self, plan: Plan, room: QRectF, window: int) -> Scale:
        """Everything measured for a board of this size in a window of this height."""
        hour = self._hour
        if self.fitting:
            first, last = used_hours(plan)
            hour = min(max(room.width() / (last - first) * 60, LEAST), MOST)
        density = Density.WEEK
        if not self.fitting:
            density = Density.HOUR if hour >= HOUR_FROM else Density.DAY if hour >= DAY_FROM else Density.WEEK
        px = theme().px
        usual, flat = (px(size) for size in ROWS[density])
        rows = len(plan.days) * len(plan.schedule.halls)
        fits = rows * usual + len(plan.days) * GAP <= room.height()
        row = usual if fits or window >= LOW else flat
        return Scale(hour, density, row, px(LANES[density]), GAP)
