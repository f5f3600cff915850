"""The button that names the programme a page is about, with a menu of all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import formats
from app.i18n.active import _, language
from app.store.programme_rows import ProgrammeRow
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.buttons import PaintedButton
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.menus import Menu

GAP = 8
PAD = 6


def described(row: ProgrammeRow) -> tuple[str, str]:
    """(name, "city, dates") of a programme in the language of the window."""
    dates = formats.date_range(language(), row.first_day, row.last_day)
    city = row.city.shown(language())
    place = _("{city}, {dates}", city=city, dates=dates) if city else dates
    return row.names.shown(language()), place


class ProgrammeSwitch(PaintedButton):
    """Shows the chosen programme; its menu lists all. `chosen` carries the id of another one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ProgrammeRow] = ()
        self._current: int | None = None
        self._name, self._place = "", ""
        self.setMenu(Menu(self))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_programmes(self, rows: Sequence[ProgrammeRow], current: int | None) -> None:
        """List these programmes, one of them chosen."""
        self._rows, self._current = rows, current
        menu = self.menu()
        menu.clear()
        for row in rows:
            name, place = described(row)
            action = menu.addAction(f"{name}   {place}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(row.id == current)
            action.triggered.connect(lambda _on, id_=row.id: self.chosen.emit(id_))
        here = next((row for row in rows if row.id == current), None)
        self._name, self._place = described(here) if here else ("", "")
        self.setVisible(here is not None)
        programme = _("Programme")
        self.setAccessibleName(f"{programme}: {self._name}, {self._place}")
        self.setToolTip(self._place)
        self._measure()

    def sizeHint(self) -> QSize:
        """Room for the name, the place and the chevron."""
        px, font = theme().px, theme().font
        words = width_of(font("title", weight=500), self._name) + px(GAP) + width_of(font("body"), self._place)
        return QSize(words + 2 * px(PAD) + px(GAP + 16), px(30))

    def minimumSizeHint(self) -> QSize:
        """The name stays whole, the place may be cut."""
        px = theme().px
        return QSize(width_of(theme().font("title", weight=500), self._name) + 2 * px(PAD) + px(GAP + 16), px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name in the ink of a title, place beside it in grey."""
        px, colours = theme().px, theme()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            rounded(painter, QRectF(self.rect()), 6, colours.color("sunken" if self.isDown() else "hover"))
        room = self.rect().adjusted(px(PAD), 0, -px(PAD) - px(16), 0)
        font = colours.font("title", weight=500)
        font.setPixelSize(px(14))
        painter.setFont(font)
        painter.setPen(colours.color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)
        room.setLeft(room.left() + width_of(font, self._name) + px(GAP))
        painter.setFont(colours.font("body"))
        painter.setPen(colours.color("text2"))
        place = fitting(colours.font("body"), self._place, max(0, room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, place)
        chevron = QRectF(self.width() - px(PAD + 16), (self.height() - px(16)) // 2, px(16), px(16))
        paint_icon(painter, chevron, "chevron-down", "text2")
