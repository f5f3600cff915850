"""What a screen reader finds of things that are painted and no widgets: what their interfaces share."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QWidget


class PaintedPart(QAccessibleInterface):
    """Something painted on a widget, without children unless it says so."""

    def __init__(self, parent: QAccessibleInterface, ground: QWidget) -> None:
        super().__init__()
        self._parent, self._ground = parent, ground

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._ground.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def relations(self, match: Any = None) -> list[Any]:
        del match
        return []

    def state(self) -> QAccessible.State:
        return QAccessible.State()

    def setText(self, text: QAccessible.Text, words: str) -> None:
        """The words come from what is painted."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def on_screen(self, rect: QRect) -> QRect:
        """A rectangle of the ground where the screen has it."""
        return QRect(self._ground.mapToGlobal(rect.topLeft()), rect.size())


class Painters:
    """Tells Qt the interfaces of one kind of painted widget, and holds them: Qt does not own what Python made."""

    def __init__(self, make: Callable[[QObject], QAccessibleInterface | None]) -> None:
        self._make = make
        self._kept: dict[int, QAccessibleInterface] = {}

    def __call__(self, _name: str, thing: QObject) -> QAccessibleInterface | None:
        kept = self._kept.get(id(thing))
        if kept is None and (kept := self._make(thing)) is not None:
            self._kept[id(thing)] = kept
            thing.destroyed.connect(partial(self._gone, id(thing)))
        return kept

    def _gone(self, key: int, _thing: object = None) -> None:
        self._kept.pop(key, None)
