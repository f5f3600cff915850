"""What a screen reader finds on the map and on the board of copies: every mark as a child with its sentence."""

from functools import cache
from typing import NamedTuple, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from app.ui.widgets.painted_part import PaintedPart, Painters


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


class MarkInterface(PaintedPart):
    """One mark."""

    def __init__(self, owner: "MarkedInterface", place: int) -> None:
        super().__init__(owner, owner.painted.ground())
        self._owner, self.place = owner, place

    def _mark(self) -> Mark | None:
        marks = self._owner.painted.marks()
        return marks[self.place] if self.place < len(marks) else None

    def isValid(self) -> bool:
        return self._mark() is not None

    def rect(self) -> QRect:
        mark = self._mark()
        return self.on_screen(mark.rect.toAlignedRect()) if mark is not None else QRect()

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


def _made(thing: QObject) -> QAccessibleInterface | None:
    painted = isinstance(thing, QWidget) and callable(getattr(thing, "marks", None))
    return MarkedInterface(cast("QWidget", thing)) if painted else None


_interfaces = Painters(_made)


@cache
def install() -> None:
    """Let Qt ask for these interfaces. Once for the program."""
    QAccessible.installFactory(_interfaces)
