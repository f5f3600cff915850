"""Colours, sizes and fonts of the window: one dictionary that palette, style sheet and painters all read."""

import json
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QToolTip

from app.paths import resource
from app.ui.fonts import families, load_bundled
from app.ui.stylesheet import style_sheet

TEXT_SIZES: dict[str, float] = {"small": 0.92, "normal": 1.0, "large": 1.15, "larger": 1.3}
"""Factors of View > Text size."""

HAN_MINIMUM = 12
"""Han characters are not legible below this many pixels at normal size."""


class Scheme(StrEnum):
    """Which colours the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Role(NamedTuple):
    """A type role: pixels at normal size, weight, and whether its figures are of equal width."""

    size: int
    weight: int
    tabular: bool = False


ROLES: dict[str, Role] = {
    "hero": Role(24, 600),
    "number": Role(27, 600, tabular=True),
    "day": Role(21, 600, tabular=True),
    "title": Role(17, 600),
    "section": Role(15, 600),
    "row_title": Role(14, 600),
    "body": Role(13, 400),
    "value": Role(13, 500),
    "strong": Role(13, 600),
    "small": Role(12, 400),
    "small_strong": Role(12, 600),
    "label": Role(11, 500),
    "label_strong": Role(11, 600),
    "micro": Role(10, 600),
    "figure": Role(13, 400, tabular=True),
    "figure_strong": Role(13, 600, tabular=True),
    "small_figure": Role(12, 400, tabular=True),
    "label_figure": Role(11, 500, tabular=True),
}


class Theme(QObject):
    """The look of the running program. `themed` tells painters and labels to look again."""

    themed = Signal()

    def __init__(self) -> None:
        super().__init__()
        tokens: dict[str, Any] = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
        self._colours: dict[str, dict[str, str]] = {"light": tokens["light"], "dark": tokens["dark"]}
        self._scheme = Scheme.SYSTEM
        self._factor = 1.0
        self._han = False
        self._dark = False
        self._plain = False
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}
        self._shades: dict[str, QColor] = {}
        self._hints: QStyleHints | None = None

    # What painters ask for

    @property
    def dark(self) -> bool:
        """True while the dark colours are shown."""
        return self._dark

    @property
    def scheme(self) -> Scheme:
        """What the user chose; `SYSTEM` follows the desktop."""
        return self._scheme

    @property
    def factor(self) -> float:
        """The text size, 1.0 is normal."""
        return self._factor

    def token(self, name: str) -> str:
        """A colour as #RRGGBB."""
        return self._tokens()[name]

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """A colour of the present scheme; `alpha` from 0 to 1."""
        colour = self._shades.get(name)
        if colour is None:
            colour = self._shades[name] = QColor(self.token(name))
        if alpha < 1.0:
            colour = QColor(colour)
            colour.setAlphaF(alpha)
        return colour

    def inverse(self, name: str) -> QColor:
        """A colour of the opposite scheme: tooltips and toasts stand out that way."""
        return QColor(self._colours["light" if self._dark else "dark"][name])

    def mix(self, first: str, second: str, share: float) -> QColor:
        """`share` (0 to 1) of the first colour painted over the second, opaque."""
        a, b = self.color(first), self.color(second)
        return QColor(
            round(a.red() * share + b.red() * (1 - share)),
            round(a.green() * share + b.green() * (1 - share)),
            round(a.blue() * share + b.blue() * (1 - share)),
        )

    def px(self, size: float) -> int:
        """A length at the present text size, in whole device-independent pixels."""
        return round(size * self._factor)

    def font(self, role: str, *, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a role; `tabular` gives figures of equal width (times, counts, minutes)."""
        key = (role, weight, tabular)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(*key)
        return QFont(self._fonts[key])

    # What the user changes

    def choose(self, scheme: Scheme) -> None:
        """Show light or dark colours, or follow the system."""
        self._scheme = scheme
        self.apply()

    def resize(self, factor: float) -> None:
        """Show all text, and the rows around it, larger or smaller."""
        self._factor = factor
        self.apply()

    def set_han(self, han: bool) -> None:  # noqa: FBT001 - a plain setter
        """Say whether the interface is Chinese: small labels then grow to a legible size."""
        if han != self._han:
            self._han = han
            self._fonts.clear()
            if QApplication.instance() is not None:
                self._give_fonts()
                self.themed.emit()

    def apply(self) -> None:
        """Give palette, font and style sheet to the application and tell everybody."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        load_bundled()
        if self._hints is None:
            app.setStyle("Fusion")
            self._hints = QGuiApplication.styleHints()
            self._hints.colorSchemeChanged.connect(self._system_changed)
        self._ask_system(self._hints)
        self._shades.clear()
        self._fonts.clear()
        app.setStyleSheet("")  # to take one sheet off and put another on costs Qt a fifth of changing them
        app.setPalette(self._palette())
        self._give_fonts()
        app.setStyleSheet(style_sheet(self._tokens(), self.px))
        self.themed.emit()

    # How it is done

    def _give_fonts(self) -> None:
        QApplication.setFont(self.font("body"))
        QToolTip.setFont(self.font("small"))

    def _ask_system(self, hints: QStyleHints) -> None:
        """Settle whether it is dark: many Linux desktops leave the scheme unknown."""
        wanted = {
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
            Scheme.SYSTEM: Qt.ColorScheme.Unknown,
        }[self._scheme]
        hints.blockSignals(True)  # noqa: FBT003 - we are about to apply everything ourselves
        hints.setColorScheme(wanted)
        hints.blockSignals(False)  # noqa: FBT003
        if self._scheme is Scheme.SYSTEM:
            self._dark = hints.colorScheme() is Qt.ColorScheme.Dark
        else:
            self._dark = self._scheme is Scheme.DARK
        self._plain = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast

    def _system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self.apply()

    def _tokens(self) -> dict[str, str]:
        tokens = self._colours["dark" if self._dark else "light"]
        if not self._plain:
            return tokens
        # High contrast: tints go, edges stay and become visible.
        plain = {name: tokens["surface"] for name in tokens if name.endswith(("Tint", "Tint2"))}
        return {**tokens, **plain, "line": tokens["control"], "line2": tokens["control"], "text3": tokens["text2"]}

    def _make_font(self, role: str, weight: int | None, tabular: bool) -> QFont:  # noqa: FBT001 - private
        size, usual, equal = ROLES[role]
        if self._han and role != "micro":
            size = max(size, HAN_MINIMUM)
        font = QFont()
        font.setFamilies(families())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight or usual))
        if tabular or equal:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, self.color("sunken"))
        return palette


_PALETTE = {
    QPalette.ColorRole.Window: "chrome",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "onRed",
    QPalette.ColorRole.Highlight: "accentTint",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accentHover",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
    QPalette.ColorRole.Accent: "accent",
}


@cache
def theme() -> Theme:
    """The one theme of this program."""
    return Theme()
