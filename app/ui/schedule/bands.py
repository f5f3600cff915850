"""Lines across the board that are no halls: the head of a stop with its clocks, and a day that is folded away."""

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.domain import calendar
from app.i18n import labels
from app.i18n.active import _, pgettext, tr
from app.ui.icons import paint_icon
from app.ui.schedule.board import Band, Layout
from app.ui.schedule.margins import count_words, day_words, head_width
from app.ui.schedule.plan import Plan, minutes_after
from app.ui.schedule.sight import Group
from app.ui.theme import theme
from app.ui.widgets.draw import fading_text, rounded
from app.ui.widgets.strands import strand_tone


def stop_words(plan: Plan, group: Group) -> tuple[str, str]:
    """A stop and its clocks: (Urumqi, Beijing time (UTC+8), 3 h later)."""
    stop = group.stop
    if stop is None:
        return pgettext("board", "Outside the stops"), ""
    said = zone_words(stop.zone, group.day or stop.first_day)
    apart = offset(stop.zone, stop.first_day) - offset(plan.zone, stop.first_day)
    if apart:
        hours = f"{abs(apart) // 60}" + (f":{abs(apart) % 60:02}" if apart % 60 else "")
        said = (
            _("{zone}, {hours} h later than at home", zone=said, hours=hours)
            if apart > 0
            else _("{zone}, {hours} h earlier than at home", zone=said, hours=hours)
        )
    if not group.places:
        said = _("{zone}. No hall yet", zone=said)
    return stop.names.shown(plan.language), said


def zone_words(zone: str, day: date) -> str:
    """Beijing time (UTC+8)."""
    return labels.zone(tr(), zone, calendar.moment_of(calendar.wall_minute(day, 12 * 60, zone), zone))


@lru_cache(maxsize=512)
def offset(zone: str, day: date) -> int:
    """How many minutes the clocks of a zone are ahead of UTC at noon of a day."""
    return calendar.wall_minute(day, 12 * 60, "UTC") - calendar.wall_minute(day, 12 * 60, zone)


def band_words(plan: Plan, band: Band) -> str:
    """A band in one line, for tooltips and screen readers."""
    if band.folded and band.group.day is not None:
        said = ", ".join(filter(None, (day_words(plan, band.group.day), count_words(plan, band.group.day))))
        return _("{day}, folded", day=said)
    return ", ".join(filter(None, stop_words(plan, band.group)))


def paint_band(painter: QPainter, layout: Layout, band: Band, rect: QRectF, across: float) -> None:
    """One band over the whole width; `across` moves content x to that of the painter."""
    painter.fillRect(rect, theme().color("chrome" if not band.folded else "panel"))
    if band.folded:
        _folded(painter, layout, band, rect, across)
    else:
        _stop(painter, layout.plan, band.group, rect)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme().color("line2"))


def _stop(painter: QPainter, plan: Plan, group: Group, rect: QRectF) -> None:
    colours, px = theme(), theme().px
    side = px(10)
    spot = QRectF(rect.left() + px(12), rect.center().y() - side / 2, side, side)
    home = group.stop is None or offset(group.stop.zone, group.stop.first_day) == offset(plan.zone, plan.days[0])
    rounded(painter, spot, side / 2 if home else 3, colours.color("accent" if home else "amberFill"))
    name, said = stop_words(plan, group)
    left = spot.right() + px(8)
    painter.setFont(colours.font("strong"))
    wide = QFontMetricsF(colours.font("strong")).horizontalAdvance(name)
    fading_text(painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), name, colours.color("text"))
    left += wide + px(12)
    painter.setFont(colours.font("small"))
    tone = "text2" if home else "amber"
    fading_text(painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), said, colours.color(tone))


def _folded(painter: QPainter, layout: Layout, band: Band, rect: QRectF, across: float) -> None:
    """A chevron and the day at the left; at the right all its events as thin bars at their hours."""
    colours, px = theme(), theme().px
    plan, day = layout.plan, band.group.day
    if day is None:
        return
    size, left = px(14), head_width()
    paint_icon(painter, QRectF(px(10), rect.center().y() - size / 2, size, size), "chevron-right", "text2")
    painter.setFont(colours.font("small_strong"))
    words = QRectF(px(30), rect.top(), left - px(34), rect.height())
    fading_text(painter, words, day_words(plan, day), colours.color("text"))
    painter.save()
    painter.setClipRect(rect.adjusted(left, 0, 0, 0))
    halls = band.group.places
    step = (rect.height() - px(6)) / max(len(halls), 1)
    for place, (_day, hall) in enumerate(halls):
        for card in plan.at_place(day, hall):
            begin = layout.x(minutes_after(day, card.event_starts)) + across
            end = layout.x(minutes_after(day, card.event_ends)) + across
            strand = plan.strand_number(card.strand)
            tone = strand_tone(strand) if strand >= 0 else "s6"
            top = rect.top() + px(3) + place * step
            painter.fillRect(QRectF(begin, top, end - begin, max(step - 1, 1)), colours.color(tone, 0.55))
    painter.restore()


def band_rect(band: Band, down: float, width: int) -> QRect:
    """Where a band lies in the viewport."""
    return QRect(0, round(band.top + down), width, band.height)
