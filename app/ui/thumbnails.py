"""Decoding pictures safely and small: limited memory, the stated format alone, no colour profile."""

from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QPainter

from app.domain.pictures import MOST_PIXELS, MOST_UNFOLDED, Medium

FORMATS = {Medium.PNG: b"png", Medium.JPEG: b"jpeg", Medium.WEBP: b"webp"}
"""What Qt may take a picture for. It must not guess: it would also read vectors, icons and PDF."""

CLOSE_TO_FRAME = 0.25
"""A picture whose shape differs from the frame by less than this is cropped; a wider one is shown whole."""


class Frame(NamedTuple):
    """Device pixels to be filled; `cropped` for posters, which may lose an edge to fill theirs."""

    width: int
    height: int
    cropped: bool = False


def decoded(data: bytes, media_type: str, frame: Frame) -> QImage | None:
    """The picture at the size of its frame; None if it cannot be read. May run in any thread."""
    form = FORMATS.get(Medium(media_type)) if media_type in FORMATS else None
    if form is None:
        return None
    QImageReader.setAllocationLimit(MOST_UNFOLDED // (1024 * 1024))
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    reader.setScaledSize(_reduced(size, frame))
    image = reader.read()
    if image.isNull():
        return None
    image.setColorSpace(QColorSpace())
    return _framed(image, frame) if frame.cropped else _within(image, frame)


def _reduced(size: QSize, frame: Frame) -> QSize:
    """Small enough to be cheap, twice as large as needed to be smooth; a picture is never enlarged here."""
    side = 2 * max(frame.width, frame.height)
    wanted = size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    return wanted if wanted.width() < size.width() else size


def _within(image: QImage, frame: Frame) -> QImage:
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    if image.width() <= frame.width and image.height() <= frame.height:
        return image
    return image.scaled(frame.width, frame.height, keep, smooth)


def _framed(image: QImage, frame: Frame) -> QImage:
    """The picture in a frame that it fills: cropped if it is nearly of that shape, else whole on its own colour."""
    shape = (image.width() / image.height()) / (frame.width / frame.height)
    smooth = Qt.TransformationMode.SmoothTransformation
    if 1 - CLOSE_TO_FRAME < shape < 1 / (1 - CLOSE_TO_FRAME):
        expand = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        filled = image.scaled(frame.width, frame.height, expand, smooth)
        left, top = (filled.width() - frame.width) // 2, (filled.height() - frame.height) // 2
        return filled.copy(QRect(left, top, frame.width, frame.height))
    ground = QImage(frame.width, frame.height, QImage.Format.Format_ARGB32_Premultiplied)
    ground.fill(_calm(image))
    whole = image.scaled(frame.width, frame.height, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    painter = QPainter(ground)
    painter.drawImage((frame.width - whole.width()) // 2, (frame.height - whole.height()) // 2, whole)
    painter.end()
    return ground


def _calm(image: QImage) -> QColor:
    """The colour of the whole picture, darkened: a ground on which it lies quietly."""
    keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    colour = image.scaled(1, 1, keep, smooth).pixelColor(0, 0)
    return colour.darker(150)
