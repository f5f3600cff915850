"""What a screen reader finds on the map and on the board of copies: every mark as a child with its sentence."""

from functools import cache, partial
from typing import Any, NamedTuple, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Mark(NamedTuple):
    """Something painted: where, what it says, whether it is chosen."""

    rect: QRectF
    words: str
    chosen: bool = False


class Marked(Protocol):
    """What a painted widget tells of itself."""

    def ground(self) -> QWidget:
        """The widget the marks are painted on."""

    def marks(self) -> list[Mark]:
        """What is painted, in reading order."""


class MarkInterface(QAccessibleInterface):
    """One mark."""

    def __init__(self, owner: "MarkedInterface", place: int) -> None:
        super().__init__()
        self._owner, self.place = owner, place

    def _mark(self) -> Mark | None:
        marks = self._owner.painted.marks()
        return marks[self.place] if self.place < len(marks) else None

    def isValid(self) -> bool:
        return self._mark() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._owner.painted.ground().window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._owner

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

    def rect(self) -> QRect:
        mark = self._mark()
        if mark is None:
            return QRect()
        rect = mark.rect.toAlignedRect()
        return QRect(self._owner.painted.ground().mapToGlobal(rect.topLeft()), rect.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state, mark = QAccessible.State(), self._mark()
        state.selectable = state.focusable = True
        state.selected = mark is not None and mark.chosen
        return state

    def text(self, text: QAccessible.Text) -> str:
        mark = self._mark()
        return mark.words if text is QAccessible.Text.Name and mark is not None else ""

    def setText(self, text: QAccessible.Text, words: str) -> None:
        """The words come from the tour."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()


class MarkedInterface(QAccessibleWidget):
    """A painted widget as a list of its marks."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.List)
        self.painted = cast("Marked", widget)
        self._children: list[MarkInterface] = []

    def childCount(self) -> int:
        return len(self.painted.marks())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        while len(self._children) <= index:
            made = MarkInterface(self, len(self._children))
            QAccessible.registerAccessibleInterface(made)
            self._children.append(made)
        return self._children[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self.painted.ground().mapFromGlobal(QPoint(x, y)).toPointF()
        place = next((n for n, mark in enumerate(self.painted.marks()) if mark.rect.contains(point)), -1)
        return self.child(place)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.place if isinstance(child, MarkInterface) else -1


_KEPT: dict[int, MarkedInterface] = {}
"""Interfaces are held here: Qt does not own what Python made."""


def _made(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or not callable(getattr(thing, "marks", None)):
        return None
    kept = _KEPT.get(id(thing))
    if kept is None:
        kept = _KEPT[id(thing)] = MarkedInterface(thing)
        thing.destroyed.connect(partial(_gone, id(thing)))
    return kept


def _gone(key: int, _thing: object = None) -> None:
    _KEPT.pop(key, None)


@cache
def install() -> None:
    """Let Qt ask for these interfaces. Once for the program."""
    QAccessible.installFactory(_made)
