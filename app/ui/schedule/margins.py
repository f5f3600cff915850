"""The fixed edges of the board: days and halls at the left, hours at the top."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.i18n import formats
from app.i18n.active import ngettext
from app.ui.icons import paint_icon
from app.ui.schedule.board import Density, Layout, Row
from app.ui.schedule.faces import seats
from app.ui.schedule.plan import Plan
from app.ui.schedule.sight import Mode
from app.ui.theme import theme
from app.ui.widgets.draw import fading_text, rounded

DAY = 46
HALL = 80
AXIS = 30
FOLD = 100
"""Days at least this high carry the sign that folds them."""

TWO_LINES = 38
"""Rows lower than this name the hall without its seats."""


def head_width() -> int:
    """How wide days and halls are together."""
    return theme().px(DAY + HALL)


def axis_height() -> int:
    """How high the line of hours is."""
    return theme().px(AXIS)


def paint_days(painter: QPainter, plan: Plan, rows: Sequence[Row], dy: float, edge: int) -> None:
    """The days of the rows that show below `edge`; `dy` moves content heights to those of the painter."""
    foldable = bool(rows) and rows[0].layout.sight.mode is Mode.WEEK
    day = theme().px(DAY)
    spans: dict[tuple[int, date], tuple[float, float]] = {}
    for row in rows:
        top, bottom = spans.get((row.group, row.day), (row.top + dy, 0.0))
        spans[row.group, row.day] = top, max(bottom, row.bottom + dy)
    for (_group, which), (top, bottom) in spans.items():
        begin = max(top, edge)
        end = min(bottom, painter.window().height())
        _day(
            painter,
            plan,
            which,
            QRectF(0, begin, day, end - begin),
            foldable=foldable and bottom - top >= theme().px(FOLD),
        )


def head_left(mode: Mode) -> int:
    """Where the heads of rows begin: after the days, or at the edge where every row is a day."""
    return 0 if mode is Mode.HALL else theme().px(DAY)


def head_picture(plan: Plan, row: Row, ratio: float) -> QPixmap:
    """The head of a row: its hall, at the right of the day; or its day, where all rows are of one hall."""
    colours, mode = theme(), row.layout.sight.mode
    wide = head_width() - head_left(mode)
    made = QPixmap(round(wide * ratio), round(row.height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(colours.color("panel"))
    painter = QPainter(made)
    if mode is Mode.HALL:
        name, said = day_words(plan, row.day), count_words(plan, row.day, row.hall.id)
    else:
        name, said = row.hall.names.shown(plan.language), seats(row.hall.seats)
        painter.fillRect(QRect(0, 0, 1, row.height), colours.color("line"))
    if len(plan.zones) > 1:
        said = plan.zone_words(row.day, row.hall.id)
    _two_lines(painter, QRectF(0, 0, wide, row.height), name, said)
    if not row.last:
        painter.fillRect(QRect(0, row.height - 1, wide, 1), colours.color("line"))
    painter.end()
    return made


def day_words(plan: Plan, day: date) -> str:
    """Thu 15 Oct."""
    return formats.day_label(plan.language, day)


def count_words(plan: Plan, day: date, hall: int | None = None) -> str:
    """3 screenings, on a day or in one hall of it; nothing for none."""
    number = plan.counts.get(day, 0) if hall is None else len(plan.at_place(day, hall))
    return ngettext("{n} screening", "{n} screenings", number) if number else ""


def _two_lines(painter: QPainter, rect: QRectF, name: str, said: str) -> None:
    colours, px = theme(), theme().px
    rect = rect.adjusted(px(8), 0, -px(2), 0)
    painter.setFont(colours.font("small"))
    if rect.height() < px(TWO_LINES) or not said:
        fading_text(painter, rect, name, colours.color("text"))
        return
    middle = rect.center().y() if rect.height() < px(60) else rect.top() + px(22)
    line = px(16)
    fading_text(painter, QRectF(rect.left(), middle - line, rect.width(), line), name, colours.color("text"))
    painter.setFont(colours.font("label", weight=400))
    fading_text(painter, QRectF(rect.left(), middle, rect.width(), line), said, colours.color("text3"))


def _day(painter: QPainter, plan: Plan, today: date, rect: QRectF, *, foldable: bool = False) -> None:
    """Weekday, number and month, in the order of the language, at the top of what shows of the day."""
    colours, px = theme(), theme().px
    if rect.height() < px(26):
        return
    centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    weekday, month = _day_words(plan.language, today)
    number = str(today.day)
    lines = [(weekday, "small", "text2", 17), (number, "day", "text", 25), (month, "small", "text2", 17)]
    if rect.height() < px(TWO_LINES):
        lines = [(number, "strong", "text", 20)]
    elif rect.height() < px(8 + 17 + 25):
        lines = [(weekday, "small", "text2", 15), (number, "strong", "text", 18)]
    if plan.language == "zh":  # the month comes before the day, the weekday after both
        lines.reverse()
    top = rect.top() + px(8 if len(lines) > 2 else 3)  # noqa: PLR2004 - the usual three
    for text, role, tone, height in lines:
        painter.setFont(colours.font(role))
        painter.setPen(colours.color(tone))
        painter.drawText(QRectF(rect.left(), top, rect.width(), px(height)), centre, text)
        top += px(height)
    if foldable and rect.height() >= px(FOLD):
        size = px(13)
        spot = QRectF(rect.center().x() - size / 2, rect.bottom() - px(18), size, size)
        paint_icon(painter, spot, "chevron-up", "text3")
    painter.restore()


@lru_cache(maxsize=512)
def _day_words(language: str, day: date) -> tuple[str, str]:
    weekday = formats.heading(formats.weekday(language, day, short=True)).rstrip(".")
    return weekday, formats.month(language, day, short=True).rstrip(".")


def paint_axis(painter: QPainter, layout: Layout, width: int, dx: float) -> None:
    """The hours; `dx` moves content x to that of the painter."""
    colours, px = theme(), theme().px
    tall, left = axis_height(), head_width()
    painter.fillRect(QRect(0, 0, width, tall), colours.color("surface"))
    painter.save()
    painter.setClipRect(QRectF(left, 0, width - left, tall))
    painter.setFont(colours.font("label_figure", weight=400))
    tick = {Density.WEEK: 0, Density.DAY: 15, Density.HOUR: 5}[layout.scale.density]
    if tick:
        minute = -(-layout.first // tick) * tick
        while minute <= layout.last:
            high = px(8 if minute % 60 == 0 else 6 if minute % 15 == 0 else 4)
            painter.fillRect(QRectF(round(layout.x(minute) + dx), tall - 1 - high, 1, high), colours.color("line2"))
            minute += tick
    step = 15 if layout.scale.density is Density.HOUR and layout.scale.hour > px(240) else 60
    if layout.scale.hour < px(34):
        step = 120
    half = painter.fontMetrics().horizontalAdvance(clock("", 0)) / 2  # labels cut in the middle would mislead
    minute = -(-layout.first // step) * step
    while minute <= layout.last:
        x = layout.x(minute) + dx
        if left + half <= x <= width - half:
            painter.setPen(colours.color("text2" if minute % 60 == 0 else "text3"))
            words = clock(layout.plan.language, minute)
            painter.drawText(
                QRectF(x - px(40), 0, px(80), tall - px(2 if not tick else 6)), Qt.AlignmentFlag.AlignCenter, words
            )
        minute += step
    painter.restore()
    _corner(painter, layout, QRectF(px(10), 0, left - px(12), tall))
    painter.fillRect(QRect(0, tall - 1, width, 1), colours.color("line2"))
    painter.fillRect(QRect(left - 1, 0, 1, tall), colours.color("line2"))


class HoursLine:
    """The line of hours, painted once for where one has scrolled to: a drag shows it anew with every step."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[Layout, int, float, float], QPixmap] | None = None

    def picture(self, layout: Layout, width: int, dx: float, ratio: float) -> QPixmap:
        """The hours as wide as the viewport."""
        key = (layout, width, dx, ratio)
        if self._kept is None or self._kept[0] != key:
            made = QPixmap(round(width * ratio), round(axis_height() * ratio))
            made.setDevicePixelRatio(ratio)
            painter = QPainter(made)
            paint_axis(painter, layout, width, dx)
            painter.end()
            self._kept = key, made
        return self._kept[1]


def _corner(painter: QPainter, layout: Layout, rect: QRectF) -> None:
    """What all rows share: the hall, where they are its days."""
    of_hall = layout.sight.mode is Mode.HALL and layout.sight.hall is not None
    if of_hall:
        words = layout.plan.hall_name(layout.sight.hall or 0)
        painter.setFont(theme().font("small_strong"))
        fading_text(painter, rect, words, theme().color("text"))


def clock(_language: str, minute: int) -> str:
    """20:35, also for minutes after midnight of the next day."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def paint_flag(painter: QPainter, x: float, words: str, tone: str, ink: str) -> None:
    """A time in a filled ground on the line of hours."""
    colours, px = theme(), theme().px
    painter.setFont(colours.font("label_figure", weight=600))
    wide = painter.fontMetrics().horizontalAdvance(words) + px(12)
    rect = QRectF(round(x - wide / 2), px(5), wide, px(19))
    rounded(painter, rect, 4, colours.color(tone))
    painter.setPen(colours.color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
