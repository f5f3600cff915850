"""The poster of a title, or the painted landscape that stands where it has none: a flat sky, a disc, three hills."""

from functools import lru_cache
from hashlib import blake2b
from random import Random
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from app.ui.gallery import gallery
from app.ui.thumbnails import Frame

RATIO = 1.5
"""Height over width of every poster."""

RADIUS = 3.0


class Palette(NamedTuple):
    """Sky, disc and the hills from far to near."""

    sky: str
    disc: str
    far: str
    middle: str
    near: str


PALETTES = (
    Palette("#DCE6CF", "#E2A23A", "#97AF7B", "#5F8256", "#34523A"),
    Palette("#CFE4EE", "#F3EEE4", "#7FA9C6", "#4A7BA3", "#274F73"),
    Palette("#E9D6DF", "#B5506B", "#B889A6", "#85587E", "#4E3254"),
    Palette("#F3DCCB", "#F7F0DC", "#D58D6A", "#A95A44", "#66312B"),
    Palette("#F4E3C4", "#DA613C", "#D9A35B", "#B1763A", "#6F4423"),
    Palette("#2B3A5A", "#F0CE8C", "#44598A", "#2A3863", "#18213F"),
    Palette("#1B3F46", "#E2A23A", "#2A6068", "#1D4850", "#102C32"),
    Palette("#BFE0E2", "#F0B65A", "#4E9AA5", "#2B6B78", "#174450"),
)


def _wave(chance: Random, level: float) -> QPainterPath:
    """A rolling ridge over a field 2 wide and 3 high, at about `level` of the height."""
    swing = chance.uniform(0.16, 0.26) * chance.choice((-1, 1))
    y = level * 3
    path = QPainterPath(QPointF(0, y))
    path.cubicTo(QPointF(0.7, y - 2 * swing), QPointF(1.2, y + 2 * swing), QPointF(2, y + swing * 0.4))
    return path


def _peaks(chance: Random, level: float) -> QPainterPath:
    """A ridge of two peaks and the notch between them."""
    y = level * 3
    left, right = chance.uniform(0.4, 0.62), chance.uniform(1.05, 1.35)
    notch = left + (right - left) * chance.uniform(0.35, 0.6)
    path = QPainterPath(QPointF(0, y + 0.3))
    path.lineTo(left, y - chance.uniform(0.22, 0.42))
    path.lineTo(notch, y - chance.uniform(0.0, 0.1))
    path.lineTo(right, y - chance.uniform(0.4, 0.66))
    path.lineTo(2, y + chance.uniform(0.15, 0.35))
    return path


def _closed(ridge: QPainterPath) -> QPainterPath:
    ridge.lineTo(2, 3)
    ridge.lineTo(0, 3)
    ridge.closeSubpath()
    return ridge


def _paint(painter: QPainter, seed: str) -> None:
    """One landscape over a field 2 wide and 3 high."""
    chance = Random(int.from_bytes(blake2b(seed.encode(), digest_size=8).digest()))  # noqa: S311 - a picture
    palette = chance.choice(PALETTES)
    ridges = chance.choice(((_wave, _wave, _wave), (_peaks, _peaks, _wave), (_peaks, _wave, _wave)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(0, 0, 2, 3), QColor(palette.sky))
    radius = chance.uniform(0.27, 0.37)
    painter.setBrush(QColor(palette.disc))
    painter.drawEllipse(QPointF(chance.uniform(0.6, 1.45), chance.uniform(0.7, 1.15)), radius, radius)
    levels = (0.47, 0.655, 0.81)
    for ridge, level, colour in zip(ridges, levels, (palette.far, palette.middle, palette.near), strict=True):
        painter.setBrush(QColor(colour))
        painter.drawPath(_closed(ridge(chance, level)))


@lru_cache(maxsize=4000)
def poster(title: int | str, width: int, ratio: float = 1.0) -> QPixmap:
    """The landscape of a title, `width` device-independent pixels wide, half as high again."""
    height = round(width * RATIO)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(0, 0, width, height), RADIUS, RADIUS)
    painter.setClipPath(clip)
    painter.scale(width / 2, height / 3)
    _paint(painter, f"title {title}")
    painter.end()
    return picture


def paint_poster(painter: QPainter, rect: QRectF, title: int | str) -> None:
    """Draw the poster of a title into `rect` (2:3), its landscape if it has none; sharp on the painter's device."""
    ratio = painter.device().devicePixelRatio()
    own = _own_poster(title, rect, ratio) if isinstance(title, int) else None
    if own is None:
        painter.drawPixmap(rect.topLeft(), poster(title, round(rect.width()), ratio))
        return
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    clip = QPainterPath()
    clip.addRoundedRect(rect, RADIUS, RADIUS)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(rect, own, QRectF(own.rect()))
    painter.restore()


def _own_poster(title: int, rect: QRectF, ratio: float) -> QPixmap | None:
    wide = round(round(rect.width()) * ratio)
    return gallery().poster(title, Frame(wide, round(wide * RATIO), cropped=True))
