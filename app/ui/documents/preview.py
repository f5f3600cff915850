"""The pages of a document on a desk: one large, all of them small in a strip beside it."""

from collections.abc import Callable
from contextlib import closing

import pypdfium2
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

from app.ui.theme import theme

EDGE = 24
POINTS = 72.0
SMALLEST, LARGEST = 0.2, 4.0


class Sheets:
    """The pages of one PDF as pictures, drawn when they are asked for and kept while they fit."""

    def __init__(self, data: bytes) -> None:
        # The document is opened for each picture (4 ms), so that nothing stays open behind the page.
        self._data = data
        with closing(pypdfium2.PdfDocument(data)) as document:
            self._sizes = [page.get_size() for page in document]
        self._kept: dict[tuple[int, int], QPixmap] = {}

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._sizes[page]
        return float(width), float(height)

    def picture(self, page: int, wide: int) -> QPixmap:
        """A page `wide` device pixels wide."""
        key = (page, wide)
        if key not in self._kept:
            if len(self._kept) > len(self) + 8:
                self._kept = {old: picture for old, picture in self._kept.items() if old[1] < wide // 2}
            with closing(pypdfium2.PdfDocument(self._data)) as document:
                image = image_of(document, page, wide / self.size(page)[0])
            self._kept[key] = QPixmap.fromImage(image)
        return self._kept[key]


def image_of(document: "pypdfium2.PdfDocument", page: int, scale: float) -> QImage:
    """A page of a PDF as an image, `scale` pixels a point."""
    bitmap = document[page].render(scale=scale, rev_byteorder=False)
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB888)
    return image.rgbSwapped()


class PageView(QAbstractScrollArea):
    """One page, as a whole or to the width or in a size of one's own. `turned` asks for the page so many on."""

    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets: Sheets | None = None
        self._page = 0
        self._fit = "page"
        self._scale = 1.0

    def show_page(self, sheets: Sheets | None, page: int) -> None:
        """Put a page on the desk; None clears it."""
        self._sheets, self._page = sheets, page
        self._measure()

    def fit(self, how: str) -> None:
        """Show the "page" as a whole, or its "width"."""
        self._fit = how
        self._measure()

    def zoom(self, factor: float) -> None:
        """Show the page larger or smaller."""
        self._scale = min(LARGEST, max(SMALLEST, self._factor() * factor))
        self._fit = ""
        self._measure()

    @property
    def fitted(self) -> str:
        """The word `page` or `width` while the page is fitted so, else an empty one."""
        return self._fit

    @property
    def percent(self) -> int:
        """How large the page is shown, 100 for its size on paper at 96 pixels an inch."""
        return round(self._factor() * POINTS / 96 * 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        self._measure()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, zoom with Ctrl, turn the page at its end."""
        away = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.15 if away > 0 else 1 / 1.15)
            return
        bar = self.verticalScrollBar()
        if (away < 0 and bar.value() == bar.maximum()) or (away > 0 and bar.value() == bar.minimum()):
            self.turned.emit(1 if away < 0 else -1)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, arrows scroll."""
        way = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in way:
            self.turned.emit(way[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The desk, the shadow of the sheet, the sheet."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().color("sunken"))
        if self._sheets is None:
            return
        spot = self._spot()
        for away in (3, 2, 1):
            painter.fillRect(spot.adjusted(-away, -away + 1, away, away + 2), QColor(0, 0, 0, 14))
        painter.fillRect(spot, Qt.GlobalColor.white)
        ratio = self.devicePixelRatioF()
        picture = self._sheets.picture(self._page, max(1, round(spot.width() * ratio)))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(spot, picture, QRectF(picture.rect()))

    def _factor(self) -> float:
        """Pixels a point of the page, in device-independent pixels."""
        if self._sheets is None:
            return 1.0
        wide, tall = self._sheets.size(self._page)
        room = self.viewport().size()
        across = max(1, room.width() - 2 * EDGE) / wide
        if self._fit == "width":
            return across
        if self._fit == "page":
            return min(across, max(1, room.height() - 2 * EDGE) / tall)
        return self._scale

    def _spot(self) -> QRectF:
        assert self._sheets is not None
        wide, tall = (length * self._factor() for length in self._sheets.size(self._page))
        room = self.viewport().size()
        x = max(EDGE, (room.width() - wide) / 2) - self.horizontalScrollBar().value()
        y = max(EDGE, (room.height() - tall) / 2) - self.verticalScrollBar().value()
        return QRectF(round(x), round(y), round(wide), round(tall))

    def _measure(self) -> None:
        if self._sheets is not None:
            wide, tall = (length * self._factor() for length in self._sheets.size(self._page))
            room = self.viewport().size()
            self.horizontalScrollBar().setRange(0, max(0, round(wide) + 2 * EDGE - room.width()))
            self.verticalScrollBar().setRange(0, max(0, round(tall) + 2 * EDGE - room.height()))
            self.verticalScrollBar().setPageStep(room.height())
            self.verticalScrollBar().setSingleStep(theme().px(40))
        self.zoomed.emit(self.percent)
        self.viewport().update()


class PageStrip(QScrollArea):
    """All pages small, one under the other. `chosen` carries the page clicked on."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = StripPages(self.chosen.emit)
        self.setWidget(self._pages)

    def show_pages(self, sheets: Sheets | None, current: int) -> None:
        """List these pages, one of them framed and brought into view."""
        self._pages.show_pages(sheets, current)
        spot = self._pages.spot(current)
        self.ensureVisible(int(spot.center().x()), int(spot.center().y()), 0, int(spot.height()))


class StripPages(QWidget):
    """The painted column inside the strip."""

    def __init__(self, chosen: Callable[[int], object]) -> None:
        super().__init__()
        self._chosen = chosen
        self._sheets: Sheets | None = None
        self._current = 0

    def show_pages(self, sheets: Sheets | None, current: int) -> None:
        """Take these pages."""
        self._sheets, self._current = sheets, current
        count = len(sheets) if sheets else 0
        self.setMinimumHeight(int(self.spot(count).top()) if count else 0)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a small page with air at both sides."""
        return QSize(theme().px(84), self.minimumHeight())

    def spot(self, page: int) -> QRectF:
        """Where a page stands."""
        px = theme().px
        wide, tall = self._sheets.size(0) if self._sheets and len(self._sheets) else (210.0, 297.0)
        width = px(48)
        height = width * tall / wide
        return QRectF((self.width() - width) / 2, px(14) + page * (height + px(30)), width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the page under the pointer."""
        for page in range(len(self._sheets) if self._sheets else 0):
            if self.spot(page).adjusted(-10, -4, 10, 20).contains(event.position()):
                self._chosen(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages with their numbers; the current one in a frame."""
        px, colours = theme().px, theme()
        painter = QPainter(self)
        painter.fillRect(event.rect(), colours.color("panel"))
        for page in range(len(self._sheets) if self._sheets else 0):
            spot = self.spot(page)
            if not spot.adjusted(0, 0, 0, px(24)).intersects(QRectF(event.rect())):
                continue
            assert self._sheets is not None
            picture = self._sheets.picture(page, round(spot.width() * self.devicePixelRatioF() * 1.5))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(spot, picture, QRectF(picture.rect()))
            here = page == self._current
            painter.setPen(colours.color("accent" if here else "line2"))
            painter.drawRect(spot)
            if here:
                painter.drawRect(spot.adjusted(-1, -1, 1, 1))
            painter.setFont(colours.font("label_strong" if here else "label"))
            painter.setPen(colours.color("accent" if here else "text2"))
            below = QRectF(0, spot.bottom() + px(2), self.width(), px(18))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(page + 1))
