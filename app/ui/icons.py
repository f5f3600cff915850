"""Line icons in the colours of the theme, sharp at every pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resource
from app.ui.theme import theme

RATIOS = (1.0, 1.5, 2.0, 3.0)
"""Device pixel ratios a `QIcon` is drawn for; painters ask for their exact ratio."""

_THIN, _STRONG, _SMALL = "1.75", "2", 14


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str, stroke: str) -> QSvgRenderer:
    # Qt draws `currentColor` black, so the words are replaced before loading.
    text = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(text.encode()))


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour, _STRONG if size <= _SMALL else _THIN).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def pixmap(name: str, tone: str | QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture: `size` in device-independent pixels, already scaled by the caller."""
    colour = tone.name() if isinstance(tone, QColor) else theme().token(tone)
    return _pixmap(name, colour, size, ratio)


def paint_icon(painter: QPainter, rect: QRectF, name: str, tone: str | QColor) -> None:
    """Draw an icon into `rect`, sharp on the painter's own device; `tone` is a token or a colour."""
    size = round(min(rect.width(), rect.height()))
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(rect.topLeft(), pixmap(name, tone, size, ratio))


def icon(name: str, tone: str = "text2", size: int = 16) -> QIcon:
    """An icon for actions, menus and views; grey while disabled. Ask again when the theme changes."""
    result = QIcon()
    scaled = theme().px(size)
    for ratio in RATIOS:
        result.addPixmap(pixmap(name, tone, scaled, ratio), QIcon.Mode.Normal)
        result.addPixmap(pixmap(name, "disabled", scaled, ratio), QIcon.Mode.Disabled)
    return result


class IconKeeper(QObject):
    """Gives an action its icon, and again whenever the theme changes."""

    def __init__(self, action: QAction, name: str, tone: str = "text2") -> None:
        super().__init__(action)
        self._action = action
        self._name = name
        self._tone = tone
        theme().themed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Draw the icon in the present colours."""
        self._action.setIcon(icon(self._name, self._tone))
