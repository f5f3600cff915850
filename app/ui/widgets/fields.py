"""Places to type and to choose: a field that knows its state, a search field, a combo box, a note."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

from app.i18n import formats
from app.i18n.active import _, language
from app.ui.accessible import announce
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.draw import fitting, rounded

LONGEST = 2000
"""A name or a note line never needs more; pasting a book into a field would freeze it."""

NUL = "\0"
"""Pasted along with some texts; an office database can hold no text that has it."""


class Field(QLineEdit):
    """One line. `committed` comes once per real change, on Enter or on leaving; Esc takes the typing back."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setMaxLength(LONGEST)
        self.inputRejected.connect(self._tell_full)
        self.editingFinished.connect(self._finished)

    def show_value(self, text: str) -> None:
        """Show what is stored; what the user is typing right now is left alone."""
        typing = self.hasFocus() and self.isModified()
        self._kept = text
        if not typing and text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    @property
    def typing(self) -> str:
        """What the field holds."""
        return self.text()

    @property
    def pending(self) -> bool:
        """Whether that has not been handed over yet."""
        return self.text() != self._kept

    def set_state(self, state: str, sentence: str = "") -> None:
        """'error', 'warning' or '' with the sentence a screen reader adds."""
        self.setAccessibleDescription(sentence)
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified() and self.text() != self._kept:
            self.setText(self._kept)
            event.accept()
            return
        super().keyPressEvent(event)

    def _tell_full(self) -> None:
        """What was pasted or typed is longer than the field: say so, for Qt cuts it without a word."""
        said = _("Only the first {number} letters fit here.", number=formats.number(language(), self.maxLength()))
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), said, self)
        announce(self, said)

    def _finished(self) -> None:
        if NUL in self.text():
            self.setText(self.text().replace(NUL, ""))
        self.setModified(False)
        if self.text() != self._kept:
            self._kept = self.text()
            self.committed.emit(self._kept)


class SearchField(QLineEdit):
    """A field with a magnifying glass, and a cross while there is something to clear."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self._clear = IconButton("x", parent=self, size=24)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self.show_clear)
        theme().themed.connect(self._measure)
        self._measure()

    def set_words(self, placeholder: str, clear: str) -> None:
        """The hint inside the empty field (also its name) and the name of the cross."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._clear.set_name(clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = theme().px(24)
        self._clear.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = theme().px(14)
        spot = QRectF(theme().px(10), (self.height() - size) // 2, size, size)
        paint_icon(QPainter(self), spot, "search", "text3")

    def show_clear(self) -> None:
        """Show the cross while there is something to clear."""
        self._clear.setVisible(bool(self.text()))

    def _measure(self) -> None:
        self.setTextMargins(theme().px(22), 0, theme().px(22), 0)


class Combo(QComboBox):
    """A list to choose from. The wheel scrolls the page, not the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setItemDelegate(QStyledItemDelegate(self))  # the style's own delegate ignores the style sheet
        theme().themed.connect(self.updateGeometry)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(30))

    def showPopup(self) -> None:
        """Open the list as wide as its longest line."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + theme().px(34))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = QPen(colours.color("focus" if focus else "control" if self.isEnabled() else "line2"), 2 if focus else 1)
        rounded(painter, QRectF(self.rect()), 6, colours.color("surface" if self.isEnabled() else "panel"), edge)
        glyph = px(14)
        right = self.width() - px(8) - glyph
        paint_icon(painter, QRectF(right, (self.height() - glyph) // 2, glyph, glyph), "chevron-down", "text2")
        if self.isEditable():
            return
        shown = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        font = colours.font("body")
        painter.setFont(font)
        tone = "text" if self.currentIndex() >= 0 else "text3"
        painter.setPen(colours.color(tone if self.isEnabled() else "disabled"))
        room = self.rect().adjusted(px(10), 0, -px(26), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, shown, room.width()))


class Note(QPlainTextEdit):
    """Several lines of plain text. `committed` comes once per real change, when the field is left."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._kept = ""
        self._lines = lines
        self.setTabChangesFocus(True)
        theme().themed.connect(self.updateGeometry)

    def show_value(self, text: str) -> None:
        """Show what is stored; what the user is typing right now is left alone."""
        typing = self.hasFocus() and self.document().isModified()
        self._kept = text
        if not typing and text != self.toPlainText():
            self.setPlainText(text)

    @property
    def typing(self) -> str:
        """What the field holds."""
        return self.toPlainText()

    @property
    def pending(self) -> bool:
        """Whether that has not been handed over yet."""
        return self.toPlainText() != self._kept

    def commit(self) -> None:
        """Hand over what was typed, if it differs from what is stored."""
        if NUL in self.toPlainText():
            self.setPlainText(self.toPlainText().replace(NUL, ""))
        self.document().setModified(False)
        if self.toPlainText() != self._kept:
            self._kept = self.toPlainText()
            self.committed.emit(self._kept)

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing() * self._lines + theme().px(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()


class MarkedField(Field):
    """A field that can underline some of its letters: those of another script, those too many for print."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[tuple[int, int], ...] = ()
        self.cursorPositionChanged.connect(self.update)

    def mark(self, spans: tuple[tuple[int, int], ...]) -> None:
        """Underline the letters from `start` to `end` (exclusive) of each span in red."""
        self._spans = spans
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._spans:
            return
        painter = QPainter(self)
        metrics = self.fontMetrics()
        # The caret tells how far Qt has scrolled the text, which it does not tell otherwise.
        caret = self.cursorRect().center().x() - metrics.horizontalAdvance(self.text()[: self.cursorPosition()])
        bottom = (self.height() + metrics.height()) / 2
        painter.setPen(QPen(theme().color("redFill"), 2))
        for start, end in self._spans:
            left = caret + metrics.horizontalAdvance(self.text()[:start])
            right = caret + metrics.horizontalAdvance(self.text()[:end])
            painter.fillRect(
                QRectF(left, bottom - metrics.height(), right - left, metrics.height()), theme().color("redFill", 0.14)
            )
            painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
