"""Buttons, painted to the pixel: with words, with an icon alone, and links inside a sentence."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import rounded, width_of
from app.ui.widgets.enter_key import EnterButton

RADIUS = 6


class Kind(Enum):
    """How loud a button is. One PRIMARY per page."""

    DEFAULT = auto()
    PRIMARY = auto()
    DANGER = auto()
    GHOST = auto()


class PaintedButton(EnterButton):
    """A push button that paints itself and measures itself again when the theme changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        theme().themed.connect(self._measure)

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """A button never elides: the layout wraps instead."""
        return self.sizeHint()


class Button(PaintedButton):
    """A button with words and perhaps an icon. The words are verbs."""

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        kind: Kind = Kind.DEFAULT,
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._kind = kind
        self._small = small
        self.setText(text)

    def set_kind(self, kind: Kind) -> None:
        """Make the button louder or quieter."""
        self._kind = kind
        self._measure()

    def set_icon_name(self, icon: str) -> None:
        """Show another icon before the words, or none."""
        self._icon = icon
        self._measure()

    def sizeHint(self) -> QSize:
        px = theme().px
        width = width_of(self._font(), _without_mnemonic(self.text())) + 2 * px(13)
        if self._icon:
            width += px(15) + px(8)
        if self.menu() is not None:
            width += px(18)
        return QSize(width, px(26 if self._small else 30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, tone = self._colours()
        height = theme().px(26 if self._small else 30)
        rect = QRectF(0, (self.height() - height) / 2, self.width(), height)
        rounded(painter, rect, RADIUS, fill, edge)
        self._paint_words(painter, rect.toRect(), tone)

    def _font(self) -> QFont:
        loud = self._kind is Kind.PRIMARY or (self.isCheckable() and self.isChecked())
        return theme().font("strong" if loud else "body")

    def _paint_words(self, painter: QPainter, rect: QRect, tone: str) -> None:
        px = theme().px
        painter.setFont(self._font())
        words = width_of(self._font(), _without_mnemonic(self.text()))
        content = words + (px(15) + px(8) if self._icon else 0) + (px(18) if self.menu() is not None else 0)
        x = rect.left() + (rect.width() - content) // 2
        if self._icon:
            size = px(15)
            spot = QRectF(x, rect.top() + (rect.height() - size) // 2, size, size)
            paint_icon(painter, spot, self._icon, tone)
            x += size + px(8)
        painter.setPen(theme().color(tone))
        line = QRect(x, rect.top(), words + 2, rect.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | _mnemonic_flag(self), self.text())
        if self.menu() is not None:
            size = px(14)
            spot = QRectF(x + words + px(6), rect.top() + (rect.height() - size) // 2, size, size)
            paint_icon(painter, spot, "chevron-down", tone)

    def _colours(self) -> tuple[QColor | None, QColor | None, str]:
        """(fill, edge, tone of words and icon) in the present state."""
        colours = theme()
        hover, down = self.underMouse() and self.isEnabled(), self.isDown()
        if self._kind is Kind.PRIMARY:
            if not self.isEnabled():
                return colours.color("sunken"), None, "disabled"
            return colours.color("accentHover" if hover or down else "accent"), None, "onAccent"
        state = "sunken" if down else "hover" if hover else ""
        if self._kind is Kind.GHOST:
            fill = colours.color(state) if state else None
            return fill, None, "text2" if self.isEnabled() else "disabled"
        if not self.isEnabled():
            return colours.color("surface"), colours.color("line2"), "disabled"
        if self._kind is Kind.DANGER:
            return colours.color("redTint" if state else "surface"), colours.color("red"), "red"
        if self.isCheckable() and self.isChecked():
            return colours.color("accentTint"), colours.color("accent"), "accent"
        return colours.color(state or "surface"), colours.color("control"), "text"


class IconButton(PaintedButton):
    """An icon alone: undo, redo, close, more, zoom, view switch and the like. It always has a name."""

    def __init__(self, icon: str, name: str = "", parent: QWidget | None = None, *, size: int = 30) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size = size
        self._edged = False
        self.set_name(name)

    def set_name(self, name: str, shortcut: str = "") -> None:
        """What the button does, for screen readers and in the tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    def set_edged(self, edged: bool) -> None:  # noqa: FBT001 - a plain setter
        """Draw the edge of an ordinary button."""
        self._edged = edged
        self.update()

    def set_icon_name(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme()
        side = colours.px(self._size)
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        checked = self.isCheckable() and self.isChecked()
        fill = None
        if self.isEnabled() and (self.isDown() or checked or self.underMouse()):
            fill = colours.color("accentTint" if checked else "sunken" if self.isDown() else "hover")
        elif self._edged:
            fill = colours.color("surface")
        edge = colours.color("control" if self.isEnabled() else "line2") if self._edged else None
        rounded(painter, rect, RADIUS, fill, edge)
        tone = "disabled" if not self.isEnabled() else "accent" if checked else "text" if self._edged else "text2"
        glyph = colours.px(16)
        spot = QRectF(rect.left() + (side - glyph) // 2, rect.top() + (side - glyph) // 2, glyph, glyph)
        paint_icon(painter, spot, self._icon, tone)


class LinkButton(PaintedButton):
    """Words that act, inside or beside a text: no edge, the colour of links."""

    def __init__(
        self, text: str = "", role: str = "body", parent: QWidget | None = None, *, compact: bool = False
    ) -> None:
        """`compact` is for a link inside a line of text; all others keep a target of 24 pixels."""
        super().__init__(parent)
        self._role = role
        self._compact = compact
        self.setText(text)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))

    def sizeHint(self) -> QSize:
        font = self._link_font()
        height = QFontMetrics(font).height() + 2 if self._compact else theme().px(24)
        return QSize(width_of(font, _without_mnemonic(self.text())) + 1, height)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._link_font()
        hover = self.underMouse() and self.isEnabled()
        font.setUnderline(hover)
        painter.setFont(font)
        tone = "accentHover" if hover else "accent"
        painter.setPen(theme().color(tone if self.isEnabled() else "disabled"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | _mnemonic_flag(self), self.text())

    def _link_font(self) -> QFont:
        return theme().font(self._role, weight=500)


class FilterPill(PaintedButton):
    """An active filter in the page's toolbar: what it narrows, and a cross that takes it away (`clicked`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = ""

    def set_words(self, lead: str, value: str, name: str) -> None:
        """`lead` is quiet, `value` strong; `name` says what a click does."""
        self._lead = lead
        self.setText(value.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._measure()

    def sizeHint(self) -> QSize:
        px = theme().px
        words = width_of(theme().font("small_strong"), _without_mnemonic(self.text()))
        lead = width_of(theme().font("small"), self._lead)
        return QSize(px(11) + lead + (px(5) if lead else 0) + words + px(7) + px(14) + px(9), px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, px = theme(), theme().px
        painter = QPainter(self)
        rect = QRectF(0, (self.height() - px(26)) / 2, self.width(), px(26))
        rounded(painter, rect, rect.height() / 2, colours.color("accentTint2" if self.underMouse() else "accentTint"))
        x = px(11)
        for text, role, tone in (
            (self._lead, "small", "text"),
            (self.text().replace("&&", "&"), "small_strong", "accent"),
        ):
            font = colours.font(role)
            painter.setFont(font)
            painter.setPen(colours.color(tone))
            width = width_of(font, text)
            painter.drawText(QRect(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += width + (px(5) if text and role == "small" else 0)
        glyph = px(14)
        paint_icon(painter, QRectF(x + px(7), (self.height() - glyph) // 2, glyph, glyph), "x", "text2")


def _without_mnemonic(text: str) -> str:
    """The words as drawn: & marks the letter that Alt reaches."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _mnemonic_flag(button: QAbstractButton) -> Qt.TextFlag:
    hint = button.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, button)
    return Qt.TextFlag.TextShowMnemonic if hint else Qt.TextFlag.TextHideMnemonic
