"""Tabs of an inspector: a fixed grid in which all are always visible."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import width_of


class TabCell(QPushButton):
    """One tab, perhaps with a quiet number."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._count = ""
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 3)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, count: str = "") -> None:
        """The word and how many there are inside."""
        self._count = count
        self.setText(text)
        self.setAccessibleName(f"{text}, {count}" if count else text)
        self.setToolTip(text if self._words_width() + theme().px(8) > self.width() > 0 else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._words_width() + theme().px(10), theme().px(29))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        ground = "surface" if self.isChecked() else "hover" if self.underMouse() else "panel"
        painter.fillRect(self.rect(), colours.color(ground))
        font = colours.font("small", weight=600 if self.isChecked() else None)
        word = width_of(font, self.text())
        left = max((self.width() - self._words_width()) // 2, px(3))
        painter.setFont(font)
        painter.setPen(colours.color("accent" if self.isChecked() else "text2"))
        painter.drawText(QRect(left, 0, word + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(colours.font("label_figure"))
            painter.setPen(colours.color("text3"))
            rest = QRect(left + word + px(5), 1, self.width(), self.height() - 1)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._count)
        if self.isChecked():
            painter.fillRect(QRect(0, self.height() - 2, self.width(), 2), colours.color("accent"))

    def wanted(self) -> int:
        """The width it wants whether it is chosen or not, so that choosing moves nothing."""
        return self._words_width(600) + theme().px(10)

    def _words_width(self, weight: int | None = None) -> int:
        word = width_of(theme().font("small", weight=600 if self.isChecked() else weight), self.text())
        return word + (theme().px(5) + width_of(theme().font("label_figure"), self._count) if self._count else 0)


class TabGrid(QWidget):
    """Tabs in rows of four; `chosen` carries the key. Arrow keys move inside."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None, *, columns: int = 4) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._cells = {key: TabCell(key, self) for key in keys}
        self._columns = columns
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 1, 0, 1)
        grid.setSpacing(1)
        for place, cell in enumerate(self._cells.values()):
            self._group.addButton(cell)
            grid.addWidget(cell, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._group.buttonClicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self._measure)
        if keys:
            self.set_current(keys[0])

    def set_words(self, key: str, text: str, count: str = "") -> None:
        """The word of one tab and how many there are inside."""
        self._cells[key].set_words(text, count)
        self._share()

    def set_current(self, key: str) -> None:
        """Show which tab is open, without a signal."""
        self._cells[key].setChecked(True)

    def current(self) -> str:
        """The key of the open tab, or ''."""
        button = self._group.checkedButton()
        return button.key if isinstance(button, TabCell) else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        # What shows between the cells are the hairlines.
        QPainter(self).fillRect(self.rect(), theme().color("line"))

    def _clicked(self, button: TabCell) -> None:
        self.chosen.emit(button.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Columns of one width, unless the words of one want more: then each has what its words want."""
        cells = list(self._cells.values())
        wanted = [max(cell.wanted() for cell in cells[place :: self._columns]) for place in range(self._columns)]
        equal = max(wanted) * self._columns <= self.width()
        for place, wide in enumerate(wanted):
            self._grid.setColumnStretch(place, 1 if equal else wide)

    def _measure(self) -> None:
        for cell in self._cells.values():
            cell.updateGeometry()
        self._share()
