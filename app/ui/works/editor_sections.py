"""The list of sections at the left of the editor."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout

from app.i18n import formats
from app.i18n.active import _, language, ngettext, pgettext
from app.i18n.labels import context
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.lines import Panel

SECTIONS = {
    "names": (context("tab", "Names"), "languages"),
    "facts": (context("tab", "Facts"), "clapperboard"),
    "versions": (context("tab", "Versions"), "audio-lines"),
    "rights": (context("tab", "Rights"), "scroll-text"),
    "copies": (context("tab", "Copies"), "disc-3"),
    "credits": (context("tab", "Credits"), "users"),
    "files": (context("tab", "Files"), "image"),
    "festivals": (context("tab", "Festivals and figures"), "star"),
    "screenings": (context("tab", "Screenings"), "calendar-clock"),
    "history": (context("tab", "History"), "history"),
}


class SectionButton(QPushButton):
    """One section: icon, word, how many, and how many errors."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._count = ""
        self._errors = 0
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().themed.connect(self.updateGeometry)

    def set_words(self, text: str, count: str, errors: int) -> None:
        """The word, how many records there are, and how many errors."""
        self._count, self._errors = count, errors
        self.setText(text)
        wrong = ngettext("{n} error", "{n} errors", errors) if errors else ""
        self.setAccessibleName(", ".join(part for part in (text, count, wrong) if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(150), theme().px(46 if self._long() else 32))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _long(self) -> bool:
        """Whether the word takes two lines."""
        tail = width_of(theme().font("figure"), self._count or str(self._errors or ""))
        room = self.width() - theme().px(36 + 16 + (19 if self._errors else 0)) - tail
        return width_of(theme().font("strong"), self.text()) > room

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        ground = "accentTint" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground:
            rounded(painter, QRectF(self.rect()), 6, colours.color(ground))
        tone = "accent" if self.isChecked() else "text2"
        side = px(16)
        top = (self.height() - side) // 2
        paint_icon(painter, QRectF(px(10), top, side, side), self._icon, tone)
        tail = self._paint_tail(painter)
        font = colours.font("strong" if self.isChecked() else "body")
        room = QRect(px(36), 0, self.width() - px(36) - tail - px(6), self.height())
        painter.setFont(font)
        painter.setPen(colours.color(tone))
        if self._long():
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
        else:
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, self.text(), room.width()))

    def _paint_tail(self, painter: QPainter) -> int:
        """Errors in red or the count in grey; the room it takes."""
        colours, px = theme(), theme().px
        text = str(self._errors) if self._errors else self._count
        font = colours.font("figure_strong" if self._errors else "figure")
        wide = width_of(font, text)
        painter.setFont(font)
        painter.setPen(colours.color("red" if self._errors else "text3"))
        room = QRect(self.width() - px(10) - wide, 0, wide + 2, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if self._errors:
            side = px(14)
            spot = QRectF(room.left() - px(5) - side, (self.height() - side) // 2, side, side)
            paint_icon(painter, spot, "octagon-alert", "red")
            wide += side + px(5)
        return wide + px(10)


class SectionList(Translated, Panel):
    """`chosen` carries the key of a section. Arrow keys move inside."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("panel")
        self._counts: dict[str, int] = {}
        self._errors: dict[str, int] = {}
        self._group = QButtonGroup(self)
        self._buttons = {key: SectionButton(icon) for key, (_words, icon) in SECTIONS.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 10)
        column.setSpacing(2)
        for key, button in self._buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            column.addWidget(button)
        column.addStretch(1)
        self.set_current("names")
        self.retranslate()

    def retranslate(self) -> None:
        """Say the sections again."""
        for key, button in self._buttons.items():
            words, _icon = SECTIONS[key]
            count = formats.number(language(), self._counts[key]) if key in self._counts else ""
            button.set_words(pgettext(*words), count, self._errors.get(key, 0))
        self.setAccessibleName(_("Sections"))

    def show_counts(self, counts: dict[str, int], errors: dict[str, int]) -> None:
        """How many records and errors each section has."""
        self._counts, self._errors = counts, errors
        self.retranslate()

    def set_current(self, key: str) -> None:
        """Show which section is open, without a signal."""
        self._buttons[key].setChecked(True)

    def focus_current(self) -> None:
        """Put the focus on the section that is open."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        here = next((place for place, key in enumerate(keys) if self._buttons[key].isChecked()), 0)
        key = keys[(here + step) % len(keys)]
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._buttons[key].click()
