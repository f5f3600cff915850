"""The ring around what has keyboard focus: one overlay per window, shown only to those who use keys."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QWidget,
)

from app.ui.theme import theme
from app.ui.widgets.draw import rounded

OUTSIDE = 2
WIDTH = 2
REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_OWN_RING = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractScrollArea, QMenuBar)
"""Widgets that show focus by their own edge, or row by row."""


class FocusRing(QWidget):
    """Follows the focus through `window`.

    A widget may say where its ring goes with `ring_rect()`, and how round it is with the property `ring_radius`.
    """

    # Of the class, too: Qt still asks a ring whose window is being taken apart.
    _window: QWidget | None = None
    _target: QWidget | None = None

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(watched, QWidget) and watched.window() is self._window:
            by_keys = isinstance(event, QFocusEvent) and event.reason() in REASONS
            self._follow(watched if by_keys and not isinstance(watched, _OWN_RING) else None)
        elif kind is QEvent.Type.FocusOut and watched is self._target:
            self._follow(None)
        elif watched is self._target and kind in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide):
            if kind is QEvent.Type.Hide:
                self._follow(None)
            else:
                self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = 9.0
        if self._target is not None:
            own = self._target.property("ring_radius")
            radius = float(own) + 3 if own is not None else radius
        rounded(QPainter(self), QRectF(self.rect()), radius, None, QPen(theme().color("focus"), WIDTH))

    def _follow(self, target: QWidget | None) -> None:
        self._target = target
        if target is None:
            self.hide()
        else:
            self._place()
            self.show()
            self.raise_()

    def _place(self) -> None:
        if self._target is None or self._window is None:
            return
        inside = getattr(self._target, "ring_rect", self._target.rect)()
        origin = self._target.mapTo(self._window, inside.topLeft())
        edge = OUTSIDE + WIDTH
        self.setGeometry(QRect(origin, inside.size()).adjusted(-edge, -edge, edge, edge))
