"""Settings: looks, the open library and its backups, venues and halls, rules and holidays, and what Keruen is."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import labels
from app.i18n.active import pgettext, tr
from app.i18n.labels import context
from app.store.journal import Step
from app.ui.icons import paint_icon
from app.ui.page import Page, Shell
from app.ui.settings.about import AboutSection
from app.ui.settings.appearance import AppearanceSection
from app.ui.settings.backups import BackupsSection
from app.ui.settings.library import LibrarySection
from app.ui.settings.rules import RulesSection
from app.ui.settings.section import Section
from app.ui.settings.venues import VenuesSection
from app.ui.theme import theme
from app.ui.widgets.buttons import PaintedButton
from app.ui.widgets.draw import rounded, width_of
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace

WIDE = 220

SECTIONS = {
    "appearance": ("sun", context("settings", "Language and appearance")),
    "library": ("library", context("settings", "Library")),
    "backups": ("history", context("settings", "Backups")),
    "venues": ("map-pin", context("settings", "Venues and halls")),
    "rules": ("scroll-text", context("settings", "Rules and holidays")),
    "about": ("info", context("settings", "About Keruen")),
}
"""Each section with its icon and its name in the list."""


class SectionButton(PaintedButton):
    """A section in the list at the left."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme().px
        room = px(WIDE - 16) - px(46)
        lines = 1 if width_of(theme().font("strong"), self.text()) <= room else 2
        return QSize(px(WIDE - 16), px(36 if lines == 1 else 50))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px, on = theme(), theme().px, self.isChecked()
        if on or self.underMouse():
            rounded(painter, QRectF(self.rect()), 6, colours.color("accentTint" if on else "hover"))
        tone = "accent" if on else "text2"
        size = px(16)
        spot = QRectF(px(12), (self.height() - size) // 2, size, size)
        paint_icon(painter, spot, SECTIONS[self.key][0], tone)
        painter.setFont(colours.font("strong" if on else "body"))
        painter.setPen(colours.color("accent" if on else "text"))
        words = self.rect().adjusted(px(38), 0, -px(8), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())


class SectionList(QWidget):
    """The names of the sections; `chosen` carries the key. Arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons = {key: SectionButton(key, self) for key in SECTIONS}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(2)
        for button in self.buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.key))

    def set_current(self, key: str) -> None:
        """Show which one is open."""
        self.buttons[key].setChecked(True)


class SettingsPage(Page):
    """The page at the foot of the rail."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.venues, self.rules = VenuesSection(workspace, shell), RulesSection(workspace, shell)
        self.sections: dict[str, Section] = {
            "appearance": AppearanceSection(shell),
            "library": LibrarySection(workspace, shell),
            "backups": BackupsSection(workspace, shell),
            "venues": self.venues,
            "rules": self.rules,
            "about": AboutSection(),
        }
        self._title = SafeLabel(role="title")
        self.list = SectionList()
        self.stack = QStackedWidget()
        for section in self.sections.values():
            self.stack.addWidget(section)
        self.list.chosen.connect(self.open)
        self._side = panel = Panel("panel")
        side = QVBoxLayout(panel)
        side.setContentsMargins(0, 18, 0, 0)
        side.setSpacing(12)
        self._title.setContentsMargins(20, 0, 12, 0)
        side.addWidget(self._title)
        side.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(panel)
        row.addWidget(Line(upright=True))
        row.addWidget(self.stack, 1)
        theme().themed.connect(self._measure)
        self._measure()
        self.open("appearance")
        self.retranslate()

    def _measure(self) -> None:
        self._side.setFixedWidth(theme().px(WIDE))

    def open(self, key: str) -> None:
        """Show one section."""
        self.list.set_current(key)
        section = self.sections[key]
        self.stack.setCurrentWidget(section)
        if self.isVisible():
            section.reload()
            self.shell.set_status(self.status())

    def reload(self) -> None:
        """Read the shown section again."""
        shown = self.stack.currentWidget()
        if isinstance(shown, Section):
            shown.reload()

    def go(self, section: str = "", venue: int | None = None, hall: int | None = None, **_where: Any) -> None:
        """Show a section, or a venue or hall among the venues."""
        if venue is not None:
            self.open("venues")
            self.venues.show_venue(venue)
        elif hall is not None:
            self.open("venues")
            self.venues.show_hall(hall)
        elif section in self.sections:
            self.open(section)
            self.list.buttons[section].setFocus()

    def reveal(self, step: Step) -> None:
        """Show the section and the record that an undo has changed."""
        shows = (
            ("venue", self.venues.show_venue), ("hall", self.venues.show_hall), ("legal_rule", self.rules.show_law),
            ("special_day", self.rules.show_day),
        )  # fmt: skip
        if step.tables & {"legal_rule", "special_day"}:
            self.open("rules")
        elif step.tables & {"venue", "hall", "venue_way"}:
            self.open("venues")
        for table, show in shows:
            if step.keys(table):
                show(min(step.keys(table)))
                return

    def regions(self) -> list[QWidget]:
        """The list of sections and the section."""
        return [self.list, self.stack]

    def status(self) -> str:
        """Which section is shown."""
        shown = self.stack.currentWidget()
        return next((pgettext(*SECTIONS[key][1]) for key, one in self.sections.items() if one is shown), "")

    def retranslate(self) -> None:
        """Name the sections; they say their own words."""
        self._title.setText(labels.page(tr(), "settings"))
        for key, button in self.list.buttons.items():
            button.setText(pgettext(*SECTIONS[key][1]))
            button.setAccessibleName(button.text())
            button.updateGeometry()
