"""Tabs of languages, each with how full it is: Kazakh 0 of 400."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import width_of


class LanguageTab(QPushButton):
    """One language: its name, and a count in a tone."""

    def __init__(self) -> None:
        super().__init__()
        self._count, self._tone = "", "text2"
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().themed.connect(self.updateGeometry)

    def set_words(self, name: str, count: str, tone: str) -> None:
        """The language and how full it is."""
        self._count, self._tone = count, tone
        self.setText(name)
        self.setAccessibleName(f"{name}, {count}" if count else name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        colours = theme()
        words = width_of(colours.font("strong"), self.text()) + width_of(colours.font("small_figure"), self._count)
        return QSize(words + colours.px(34), colours.px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        painter.setFont(colours.font("strong" if self.isChecked() else "body"))
        painter.setPen(colours.color("accent" if self.isChecked() else "text" if self.underMouse() else "text2"))
        room = self.rect().adjusted(px(13), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        wide = painter.fontMetrics().horizontalAdvance(self.text())
        painter.setFont(colours.font("small_figure"))
        painter.setPen(colours.color(self._tone))
        painter.drawText(room.adjusted(wide + px(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._count)
        if self.isChecked():
            painter.fillRect(0, self.height() - px(2), self.width(), px(2), colours.color("accent"))


class LanguageTabs(QWidget):
    """`chosen` carries the code of the language the user went to. Arrow keys move, Tab leaves."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tabs: dict[str, LanguageTab] = {}
        self._current = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show tabs for these languages, in order."""
        for code in [old for old in self.tabs if old not in codes]:
            tab = self.tabs.pop(code)
            self._row.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        for place, code in enumerate(codes):
            if code not in self.tabs:
                tab = self.tabs[code] = LanguageTab()
                tab.clicked.connect(lambda _on=False, code=code: self._choose(code))
            self._row.insertWidget(place, self.tabs[code])
        if self._current not in codes and codes:
            self.set_current(codes[0])

    def current(self) -> str:
        """The language shown."""
        return self._current

    def set_current(self, code: str) -> None:
        """Show a language as chosen; only its tab is reached by Tab."""
        self._current = code
        for own, tab in self.tabs.items():
            tab.setChecked(own == code)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own == code else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or not self.tabs:
            super().keyPressEvent(event)
            return
        codes = list(self.tabs)
        code = codes[(codes.index(self._current) + by) % len(codes)]
        self._choose(code)
        self.tabs[code].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, code: str) -> None:
        self.set_current(code)
        self.chosen.emit(code)
