"""The field of the catalogue in which a query is typed, with what may be typed next listed below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.domain.completions import Completion
from app.i18n.active import _
from app.ui.accessible import announce
from app.ui.theme import theme
from app.ui.widgets.fields import SearchField

SHOWN = 8
"""Lines of the list that are seen at once."""

Complete = Callable[[str, int], Sequence[Completion]]
"""What may stand at a place of a text."""


class HintList(QListView):
    """The list below the field. It never takes the focus, so that typing and input methods go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("floating", True)  # noqa: FBT003 - Qt's property
        self.hide()


class QueryField(SearchField):
    """`typed` carries the text as it is typed; Enter and the arrow go to the list (`down`), Esc clears and leaves."""

    typed = Signal(str)
    left = Signal()
    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.complete: Complete = lambda _text, _cursor: ()
        self.hints = HintList()
        self._offers: list[Completion] = []
        self._composing = False
        self._lines = QStringListModel(self)
        self.hints.setModel(self._lines)
        self.hints.clicked.connect(lambda index: self._take(index.row()))
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Show a query that was made elsewhere; nobody is told."""
        if self.text() != text:
            self.blockSignals(True)  # noqa: FBT003 - Qt's setter
            self.setText(text)
            self.blockSignals(False)  # noqa: FBT003 - as above
            self.show_clear()
        self._close()

    # Typing

    def _edited(self, text: str) -> None:
        if self._composing:
            return
        self._offers = list(self.complete(text, self.cursorPosition()))
        self._lines.setStringList([offer.shown for offer in self._offers])
        if self._offers:
            self._open()
        else:
            self._close()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing or not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.hints.currentIndex().row()
        is_open = self.hints.isVisible()
        if is_open and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif is_open and key == Qt.Key.Key_Escape:
            self._close()
        elif is_open and row >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(row)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
            self.down.emit()
        elif key == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        # Tab would leave the field; while something is offered it takes the first of it.
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().event(event)
        if event.key() == Qt.Key.Key_Tab and self.hints.isVisible() and not self._composing:
            self._take(max(self.hints.currentIndex().row(), 0))
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    # The list

    def _step(self, by: int) -> None:
        row = (self.hints.currentIndex().row() + by) % len(self._offers)
        self.hints.setCurrentIndex(self._lines.index(row))
        announce(self, self._offers[row].shown)

    def _take(self, row: int) -> None:
        """Put what was offered into the text; behind a key its values are offered at once."""
        if not 0 <= row < len(self._offers):
            return
        offer, text = self._offers[row], self.text()
        ending = "" if offer.key == "" else " "
        self.setText(text[: offer.start] + offer.text + ending + text[offer.end :].lstrip(" "))
        self.setCursorPosition(offer.start + len(offer.text + ending))
        self._edited(self.text())
        if ending:
            self._close()

    def _open(self) -> None:
        window, px = self.window(), theme().px
        if self.hints.parentWidget() is not window:
            self.hints.setParent(window)
            window.installEventFilter(self)
        tall = self.hints.sizeHintForRow(0) * min(len(self._offers), SHOWN) + px(10)
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        wide = max(self.hints.sizeHintForColumn(0) + px(40), px(220))
        self.hints.setGeometry(QRect(corner.x(), corner.y(), min(wide, self.width()), tall))
        self.hints.setAccessibleName(_("What may be typed next"))
        self.hints.setCurrentIndex(self._lines.index(-1))
        self.hints.show()
        self.hints.raise_()

    def _close(self) -> None:
        self.hints.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._close()
        return super().eventFilter(watched, event)
