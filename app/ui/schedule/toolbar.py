"""The toolbar of the schedule: title, programme, views, print and more; and the legend below the board."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n.active import _, pgettext
from app.ui.programme_switch import ProgrammeSwitch
from app.ui.schedule.plan import Plan
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.lines import Panel
from app.ui.widgets.menus import Menu, give_icon
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.strands import StrandLabel

TALL = 48
LEGEND = 30


class Toolbar(Translated, Panel):
    """What stands above the board. `viewed` carries week, day or list."""

    viewed = Signal(str)
    printed = Signal()
    planned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.title = SafeLabel(role="title")
        self.switch = ProgrammeSwitch()
        self.views = Segmented()
        self.more = IconButton("ellipsis")
        self.more.setMenu(Menu(self.more))
        self.print_button = IconButton("printer")
        self.print_button.set_edged(True)
        self.print_button.clicked.connect(self.printed)
        self.plan_button = IconButton("calendar-clock")
        self.plan_button.set_edged(True)
        self.plan_button.clicked.connect(self.planned)
        self.views.chosen.connect(self.viewed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.switch)
        row.addStretch(1)
        row.addWidget(self.views)
        row.addWidget(self.more)
        row.addWidget(self.plan_button)
        row.addWidget(self.print_button)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()
        self.views.set_current("week")

    def retranslate(self) -> None:
        """Say the words again."""
        self.title.setText(pgettext("nav", "Schedule"))
        words = (
            ("week", pgettext("view", "Week")),
            ("day", pgettext("view", "Day")),
            ("hall", pgettext("view", "Hall")),
            ("list", pgettext("view", "List")),
        )
        self.views.set_options(words)
        self.views.setAccessibleName(_("View"))
        self.more.set_name(_("More"))
        self.plan_button.set_name(_("Plan the rest"), "Ctrl Shift G")
        self.print_button.set_name(_("Print"), "Ctrl P")

    def fill(self, deeds: Sequence[tuple[str, str, str, Callable[[], object]] | None]) -> None:
        """The menu behind the dots: (words, icon, keys, deed); None is a line."""
        fill_menu(self.more.menu(), deeds)  # type: ignore[arg-type]

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(TALL))


def fill_menu(menu: Menu, deeds: Sequence[tuple[str, str, str, Callable[[], object]] | None]) -> None:
    """Fill a popup with deeds. Their keys work in the popup; otherwise window and board listen to them."""
    menu.clear()
    for deed in deeds:
        if deed is None:
            menu.addSeparator()
            continue
        words, icon, keys, act = deed
        action = menu.addAction(words.replace("&", "&&"))
        if icon:
            give_icon(action, icon)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _on=False, act=act: act())


class Legend(Panel):
    """Which colour and glyph is which strand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._shown: list[tuple[int, str]] | None = None
        self._flow = FlowLayout(gap=18, line_gap=0)
        self._flow.setContentsMargins(14, 5, 14, 5)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_plan(self, plan: Plan) -> None:
        """The strands of a programme, in order."""
        wanted = [(plan.strand_number(row.id), plan.strand_name(row.id)) for row in plan.schedule.strands]
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, name in wanted:
            self._flow.addWidget(StrandLabel(number, name, role="small"))
        self.setVisible(bool(wanted))
        self.updateGeometry()
