"""Menus with icons, keys at the right and the red of what destroys."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)  # fmt: skip
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from app.ui.icons import IconKeeper, paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import rounded
from app.ui.widgets.key_hint import keys_shown

RADIUS = 8


class Menu(QMenu):
    """A popup of actions. Mark a destroying one with `danger`; give icons with `give_icon`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._letters = Qt.TextFlag.TextHideMnemonic
        self._cut = QApplication.platformName() == "xcb"
        # Without a compositor translucency turns black, so on X11 the corners are cut instead.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._cut)

    def showEvent(self, event: QShowEvent) -> None:
        """Underline the letters only for those who opened the menu with keys."""
        held = QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton
        self._letters = Qt.TextFlag.TextHideMnemonic if held else Qt.TextFlag.TextShowMnemonic
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cut:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS, theme().color("raised"), theme().color("line2"))
        for action in self.actions():
            rect = self.actionGeometry(action)
            if rect.isEmpty():
                continue  # hidden, or one separator of several
            if action.isSeparator():
                line = QRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1)
                painter.fillRect(line, theme().color("line"))
            elif action.isVisible():
                self._paint_action(painter, rect, action)

    def _paint_action(self, painter: QPainter, rect: QRect, action: QAction) -> None:
        px = theme().px
        active = self.activeAction() is action
        if active and action.isEnabled():
            rounded(painter, QRectF(rect), 4, theme().color("accentTint"))
        tone = "disabled" if not action.isEnabled() else "red" if action.property("danger") else "text"
        size = px(15)
        spot = QRectF(rect.left() + px(9), rect.top() + (rect.height() - size) // 2, size, size)
        name = "check" if action.isCheckable() and action.isChecked() else action.property("icon_name")
        if name and not (action.isCheckable() and not action.isChecked()):
            paint_icon(painter, spot, str(name), "text2" if tone == "text" else tone)
        painter.setPen(theme().color(tone))
        painter.setFont(theme().font("body"))
        room = rect.adjusted(px(33), 0, -px(10), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | self._letters, action.text())
        self._paint_tail(painter, room, action)

    def _paint_tail(self, painter: QPainter, room: QRect, action: QAction) -> None:
        """The keys, or the arrow of a menu inside."""
        if action.menu() is not None:
            size = theme().px(13)
            spot = QRectF(room.right() - size, room.top() + (room.height() - size) // 2, size, size)
            paint_icon(painter, spot, "chevron-right", "text3")
        elif not action.shortcut().isEmpty():
            painter.setFont(theme().font("small"))
            painter.setPen(theme().color("text3" if action.isEnabled() else "disabled"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, flags, keys_shown(action.shortcut()))


class MenuBar(QMenuBar):
    """The titles of the menus. Their letters are underlined while Alt is held."""

    def minimumSizeHint(self) -> QSize:
        """All titles stay visible; the search gives way."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme()
        alt = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier
        letters = Qt.TextFlag.TextShowMnemonic if alt else Qt.TextFlag.TextHideMnemonic
        for action in self.actions():
            rect = self.actionGeometry(action)
            active = action is self.activeAction()
            menu = action.menu()
            if active:
                is_open = isinstance(menu, QMenu) and menu.isVisible()
                rounded(painter, QRectF(rect), 6, colours.color("sunken" if is_open else "hover"))
            painter.setFont(colours.font("body"))
            painter.setPen(colours.color("text" if active else "text2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | letters, action.text())


def give_icon(action: QAction, name: str) -> QAction:
    """Draw this icon before the action, in menus of the house and in those of the system."""
    action.setProperty("icon_name", name)
    IconKeeper(action, name)
    return action


def danger(action: QAction) -> QAction:
    """Mark an action that destroys: its words are red."""
    action.setProperty("danger", True)  # noqa: FBT003 - Qt's property
    return action
