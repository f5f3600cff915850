"""The line above the board that leads through days and halls: back, which one, on, and all days at a glance."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from app.i18n import formats
from app.i18n.active import _
from app.ui.schedule.imagining import Fit
from app.ui.schedule.margins import count_words, day_words
from app.ui.schedule.plan import Plan
from app.ui.schedule.quiet import Option, QuietCombo
from app.ui.schedule.sight import Mode, Sight
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.draw import rounded
from app.ui.widgets.fields import SearchField
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel

TALL = 38
MANY = 7
"""From this many days a whole festival has the line too."""

NARROWEST, WIDEST = 20, 38
TONES = {Fit.FITS: "focus", Fit.WARNS: "amber"}
"""The edge of the day on which something would be put down; what clashes is red."""


class DayStrip(QWidget):
    """All days as small cells: which one is shown, how full each is, where something clashes. For the pointer only."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._day: date | None = None
        self._target: tuple[date, Fit | None] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("")

    def show_plan(self, plan: Plan, day: date | None) -> None:
        """The days of a programme, one of them shown."""
        self._plan, self._day = plan, day
        self.updateGeometry()
        self.update()

    def light(self, day: date | None, fit: Fit | None = None) -> None:
        """Mark the day on which something would be put down, and whether it may; None for none."""
        target = (day, fit) if day is not None else None
        if target != self._target:
            self._target = target
            self.update()

    def sizeHint(self) -> QSize:
        days = len(self._plan.days) if self._plan else 0
        return QSize(days * theme().px(WIDEST), theme().px(TALL - 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme().px(TALL - 6))

    def day_at(self, spot: QPoint) -> date | None:
        """The day under a point."""
        days = self._plan.days if self._plan else ()
        place = int(spot.x() / self._wide()) if days else -1
        return days[place] if 0 <= place < len(days) else None

    def _wide(self) -> float:
        count = max(1, len(self._plan.days) if self._plan else 1)
        return min(max(self.width() / count, 1.0), theme().px(WIDEST))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.picked.emit(day)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._plan is not None:
            day = self.day_at(event.pos())
            said = ", ".join(filter(None, (day_words(self._plan, day), count_words(self._plan, day)))) if day else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        plan = self._plan
        if plan is None:
            return
        painter = QPainter(self)
        colours, px = theme(), theme().px
        wide = self._wide()
        fullest = max(plan.counts.values(), default=1)
        for place, day in enumerate(plan.days):
            cell = QRectF(place * wide, px(2), wide - 2, self.height() - px(4))
            chosen = day == self._day
            if chosen:
                rounded(painter, cell, 5, colours.color("accentTint"), colours.color("accent"))
            weekend = day.weekday() >= 5  # noqa: PLR2004 - Saturday
            tone = "accent" if chosen else "text2" if weekend else "text"
            if wide >= px(NARROWEST) or place % 5 == 0 or chosen:
                painter.setFont(colours.font("label_figure", weight=600 if chosen else 400))
                painter.setPen(colours.color(tone))
                words = QRectF(cell.left() - px(8), cell.top() + px(2), cell.width() + px(16), px(16))
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(day.day))
            share = plan.counts.get(day, 0) / fullest
            if share:
                bar = QRectF(cell.left() + 4, cell.bottom() - px(7), max(2.0, (cell.width() - 8) * share), px(3))
                painter.fillRect(bar, colours.color("redFill" if day in plan.grave_days else "control"))
            if self._target is not None and self._target[0] == day:
                edge = QPen(colours.color(TONES.get(self._target[1] or Fit.REFUSED, "redFill")), 2)
                rounded(painter, cell.adjusted(-1, -1, 1, 1), 6, None, edge)


class DayBar(Translated, Panel):
    """Back, a list of days or halls, on, and the strip. `day_picked` and `hall_picked` carry what was chosen."""

    day_picked = Signal(object)
    hall_picked = Signal(object)
    stepped = Signal(int)
    filtered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._mode = Mode.WEEK
        self.back = IconButton("chevron-left", size=28)
        self.on = IconButton("chevron-right", size=28)
        self.choice = QuietCombo()
        self.strip = DayStrip()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        for part in (self.back, self.choice, self.on):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.strip, 1)
        self.field = SearchField()
        self.found = SafeLabel(role="small", tone="text2")
        row.addWidget(self.field)
        row.addWidget(self.found)
        row.addStretch(0)
        self.field.setMaximumWidth(320)
        self.field.textChanged.connect(self.filtered)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.choice.picked.connect(self._picked)
        self.strip.picked.connect(self.day_picked)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        halls = self._mode is Mode.HALL
        self.back.set_name(_("Previous hall") if halls else _("Previous day"), "PgUp")
        self.on.set_name(_("Next hall") if halls else _("Next day"), "PgDown")
        self.choice.setAccessibleName(_("Hall") if halls else _("Day"))
        self.field.set_words(_("Filter screenings"), _("Clear"))

    def show_sight(self, plan: Plan, sight: Sight, day: date | None) -> None:
        """Say where one is; `day` is the one on top where all are shown."""
        self._mode = sight.mode
        self._lead(shown=True)
        self.setVisible(sight.mode is not Mode.WEEK or len(plan.days) > MANY)
        self.strip.setVisible(sight.mode is not Mode.HALL)
        here = sight.day if sight.mode is Mode.DAY else day
        if sight.mode is Mode.HALL:
            options = [Option(hall, plan.hall_name(hall)) for hall in plan.halls]
            self.choice.set_options(options, sight.hall)
        else:
            self.choice.set_options([Option(one, _full(plan, one)) for one in plan.days], here)
        keys: list[object] = list(plan.halls) if sight.mode is Mode.HALL else list(plan.days)
        now: object = sight.hall if sight.mode is Mode.HALL else here
        place = keys.index(now) if now in keys else 0
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place + 1 < len(keys))
        self.strip.show_plan(plan, here)
        self.retranslate()

    def show_list(self, shown: int, of: int) -> None:
        """The list is shown: its filter stands here, and how many lines it leaves."""
        self._lead(shown=False)
        self.found.setText(_("{n} of {all}", n=shown, all=of) if shown != of else "")
        self.show()

    def _lead(self, *, shown: bool) -> None:
        leads: tuple[QWidget, ...] = (self.back, self.choice, self.on, self.strip)
        filters: tuple[QWidget, ...] = (self.field, self.found)
        for part in leads:
            part.setVisible(shown)
        for part in filters:
            part.setVisible(not shown)

    def _picked(self, key: object) -> None:
        (self.hall_picked if self._mode is Mode.HALL else self.day_picked).emit(key)

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(TALL))
        self.choice.setFixedWidth(theme().px(190))


def _full(plan: Plan, day: date) -> str:
    """Thu 15 Oct, 12 screenings."""
    return formats.commas(plan.language, filter(None, (day_words(plan, day), count_words(plan, day))))
