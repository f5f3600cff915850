"""Events where they are not yet: dashed in the accent on the board, with the way from where they are now."""

from collections.abc import Iterable
from dataclasses import replace
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.domain.calendar import day_of
from app.i18n import formats
from app.i18n.active import _
from app.store.schedule import Card
from app.ui.schedule.blocks import BlockPainter
from app.ui.schedule.drag import shifted
from app.ui.schedule.faces import face
from app.ui.schedule.plan import Plan
from app.ui.theme import theme
from app.ui.widgets.draw import rounded

if TYPE_CHECKING:
    from app.ui.schedule.canvas import Canvas

ARROW = 8
FAINT = 0.45
"""How much is seen of what is not to be taken over."""


class Ghost(NamedTuple):
    """An event that is proposed somewhere; `source` is it where it is now, 0 for what is not placed.

    `wanted` ghosts are to be taken over, `near` is the one that is looked at.
    """

    number: int
    card: Card
    source: int = 0
    wanted: bool = True
    near: bool = False


def card_there(plan: Plan, card: Card, hall: int, starts: int) -> Card:
    """A card as it would be in a hall at a public time, minutes since the epoch."""
    moved = shifted(card, plan.wall(starts, hall) - card.starts.replace(tzinfo=None))
    day = day_of(starts, plan.schedule.programme.day_start, plan.zone_of(hall))
    return moved._replace(hall=hall, day=day)


def ghost_words(plan: Plan, ghost: Ghost) -> str:
    """What a screen reader says of a ghost: Proposed: Tomiris, Sat 17 Oct, 19:15, Hall 1; now Fri 16 Oct, 21:00."""
    there, own = place_words(plan, ghost.card), plan.cards.get(ghost.source)
    if own is None:
        return _("Proposed: {title}, {place}", title=ghost.card.title, place=there)
    return _("Proposed: {title}, {place}; now {own}", title=ghost.card.title, place=there, own=place_words(plan, own))


def place_words(plan: Plan, card: Card) -> str:
    """Where a card stands: Sat 17 Oct, 19:15, Hall 1."""
    joint = " " if plan.language == "zh" else ", "
    when = formats.day_label(plan.language, card.starts.date()) + joint + formats.time(plan.language, card.starts)
    return _("{when}, {hall}", when=when, hall=plan.hall_name(card.hall))


def paint_ghosts(painter: QPainter, view: "Canvas", origin: QPointF, ghosts: Iterable[Ghost]) -> None:
    """Paint them over the rows, the one that is looked at last."""
    for ghost in sorted(ghosts, key=lambda one: one.near):
        _paint(painter, view, origin, ghost)


def _paint(painter: QPainter, view: "Canvas", origin: QPointF, ghost: Ghost) -> None:
    board, plan = view.board, view.plan
    row = board.row_of(ghost.card.day, ghost.card.hall) if board is not None else None
    if board is None or plan is None or row is None:
        return
    block = board.place(ghost.card, row)
    rect = QRectF(block.left, block.top, block.right - block.left, block.height).translated(origin)
    source = board.blocks.get(ghost.source)
    if source is not None and ghost.wanted:
        _source(painter, view.rect_of(source), rect, near=ghost.near)
    if not rect.intersects(QRectF(view.viewport().rect())):
        return
    painter.save()
    painter.setOpacity(1.0 if ghost.wanted or ghost.near else FAINT)
    rounded(painter, rect, 4, theme().color("surface"))
    said = face(plan, ghost.card)._replace(severity=None)
    BlockPainter(painter, board.scale.density).paint(block, said, origin.x(), origin.y())
    if ghost.near:
        rounded(painter, rect.adjusted(-3, -3, 3, 3), 7, None, QPen(theme().color("surface"), 2))
    pen = QPen(theme().color("accent"), 3 if ghost.near else 2)
    pen.setDashPattern([3, 2])
    rounded(painter, rect.adjusted(-1, -1, 1, 1), 5, theme().color("accent", 0.07), pen)
    painter.restore()


def _source(painter: QPainter, here: QRectF, there: QRectF, *, near: bool) -> None:
    """The place an event would leave, and an arrow to where it would go."""
    dashes = QPen(theme().color("control"), 1)
    dashes.setDashPattern([3, 2.5])
    rounded(painter, here, 4, theme().color("surface", 0.6), dashes)
    pen = QPen(theme().color("accent", 1.0 if near else 0.55), 2 if near else 1.4)
    start, end = here.center(), QPointF(there.left() + min(24.0, there.width() / 2), there.center().y())
    if abs(start.y() - end.y()) < 2:  # noqa: PLR2004 - in one row: from edge to edge
        end.setX(there.left() if there.left() > start.x() else there.right())
    else:
        end.setY(there.top() if there.top() > start.y() else there.bottom())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawLine(start, end)
    turn = atan2(end.y() - start.y(), end.x() - start.x())
    wings = [end - QPointF(ARROW * cos(turn + side), ARROW * sin(turn + side)) for side in (pi / 7, -pi / 7)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    painter.drawPolygon(QPolygonF([end, *wings]))
    painter.restore()


def reveal(view: "Canvas", card: Card) -> None:
    """Have a place in sight: its day, its hall, its day unfolded; then scroll there."""
    if view.board is None:
        return
    if view.board.row_of(card.day, card.hall) is None:
        folded = frozenset(fold for fold in view.sight.folded if fold[1] != card.day)
        view.see(replace(view.sight, day=card.day, hall=card.hall, folded=folded, busy_only=False))
    row = view.board.row_of(card.day, card.hall)
    if row is not None:
        view.reveal(view.board.place(card, row))
