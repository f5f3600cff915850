"""The toolbar of the slates: title, programme, filter, legend, views, details, more, and the one primary button."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n.active import _, pgettext
from app.ui.programme_switch import ProgrammeSwitch
from app.ui.schedule.toolbar import fill_menu
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.draw import hatch, rounded, width_of
from app.ui.widgets.fields import SearchField
from app.ui.widgets.lines import Panel
from app.ui.widgets.menus import Menu
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented

TALL = 48
Deed = tuple[str, str, str, Callable[[], object]]


class Legend(QWidget):
    """What solid, hatched and the tick mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def say(self, *words: str) -> None:
        """Confirmed, invited, target."""
        self._words = words[0], words[1], words[2]
        self.setAccessibleName(", ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px, font = theme().px, theme().font("small")
        wide = sum(width_of(font, word) for word in self._words)
        return QSize(wide + px(16 + 6) * 2 + px(2 + 6) + px(16) * 2 + 2, px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        font = colours.font("small")
        x, middle = 0, self.height() / 2
        for place, word in enumerate(self._words):
            wide = px(2) if place == 2 else px(16)  # noqa: PLR2004 - the tick
            mark = QRectF(x, middle - px(5), wide, px(10))
            if place == 0:
                rounded(painter, mark, 2, colours.color("accent"))
            elif place == 1:
                ratio = self.devicePixelRatio()
                rounded(painter, mark, 2, hatch(colours.color("accent"), 5, 1.6, ratio), colours.color("accent"))
            else:
                painter.fillRect(mark.adjusted(0, -2, 0, 2), colours.color("text"))
            x += wide + px(6)
            painter.setFont(font)
            painter.setPen(colours.color("text2"))
            room = QRect(x, 0, width_of(font, word) + 2, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)
            x += room.width() + px(14)


class Toolbar(Translated, Panel):
    """What stands above the strip. `viewed` carries board, table or compare."""

    viewed = Signal(str)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.title = SafeLabel(role="title")
        self.switch = ProgrammeSwitch()
        self.field = SearchField()
        self.legend = Legend()
        self.views = Segmented()
        self.details = IconButton("info")
        self.details.setCheckable(True)
        self.more = IconButton("ellipsis")
        self.more.setMenu(Menu(self.more))
        self.add = Button(icon="plus", kind=Kind.PRIMARY)
        self.add.clicked.connect(self.added)
        self.views.chosen.connect(self.viewed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.switch)
        row.addStretch(1)
        row.addWidget(self.legend)
        row.addWidget(self.field)
        for part in (self.views, self.details, self.more, self.add):
            row.addWidget(part)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()
        self.views.set_current("board")

    def retranslate(self) -> None:
        """Say the words again."""
        self.title.setText(pgettext("nav", "Slates"))
        self.field.set_words(_("Filter titles"), _("Clear the filter"))
        self.legend.say(pgettext("slate", "confirmed"), pgettext("slate", "invited"), pgettext("slate", "target"))
        self.views.set_options((("board", pgettext("view", "Board")), ("table", pgettext("view", "Table"))))
        self.views.setAccessibleName(_("View"))
        self.details.set_name(_("Details"), "Return")
        self.more.set_name(_("More"))
        self.add.setText(_("Add from catalogue"))
        self._fit()

    def fill(self, deeds: Sequence[Deed | None]) -> None:
        """The menu behind the dots: (words, icon, keys, deed); None is a line."""
        fill_menu(self.more.menu(), deeds)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The legend goes first where there is little room; the shapes are explained by the bars' own words too."""
        px = theme().px
        others = (self.title, self.switch, self.views, self.details, self.more, self.add)
        needed = sum(part.sizeHint().width() for part in others) + px(150) + px(10) * 9 + px(28)
        self.legend.setVisible(needed + self.legend.sizeHint().width() < self.width())

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(TALL))
        self.field.setFixedWidth(theme().px(150))
