"""The desk of the print page: one page large with its tools, and all pages small beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.active import _
from app.ui.documents.preview import PageStrip, PageView, Sheets
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented


class Desk(Translated, QWidget):
    """Shows the pages of one document and turns, zooms and fits them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self.at = 0
        self.view, self.strip = PageView(), PageStrip()
        self._back, self._on = IconButton("chevron-left"), IconButton("chevron-right")
        self._out, self._in = IconButton("zoom-out"), IconButton("zoom-in")
        self.count, self._percent = SafeLabel("", "body", "text2"), SafeLabel("", "figure", "text2")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit = Segmented()
        steps: list[QWidget | None] = [self._back, self.count, self._on, None]
        self._tools = row([*steps, self._out, self._percent, self._in, self._fit])
        large = QWidget()
        stack(large, [self._tools, Line(), self.view])
        self._line = Line(upright=True)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(large, 1)
        beside.addWidget(self._line)
        beside.addWidget(self.strip)
        self._connect()
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self.view.turned.connect(self._turn)
        self.view.zoomed.connect(lambda percent: self._percent.setText(_("{n} %", n=percent)))
        self.strip.chosen.connect(self.show_page)
        self._out.clicked.connect(lambda: self.zoom(1 / 1.2))
        self._in.clicked.connect(lambda: self.zoom(1.2))
        self._fit.chosen.connect(self.view.fit)

    def _measure(self) -> None:
        px = theme().px
        self._tools.setFixedHeight(px(40))
        self.strip.setFixedWidth(px(84))
        self._percent.setMinimumWidth(px(40))

    def show_document(self, data: bytes) -> None:
        """Put the pages of a PDF on the desk, open at the page that was shown last."""
        self._sheets = Sheets(data)
        self.show_page(min(self.at, len(self._sheets) - 1))

    def show_page(self, page: int) -> None:
        """Put one page on the desk."""
        self.at = max(0, page)
        self.view.show_page(self._sheets, self.at)
        self.strip.show_pages(self._sheets, self.at)
        self._say_page()

    def show_strip(self, *, shown: bool) -> None:
        """The small pages give way first where the window is narrow."""
        self.strip.setVisible(shown)
        self._line.setVisible(shown)

    def zoom(self, factor: float) -> None:
        """Show the page larger or smaller."""
        self._fit.set_current("")
        self.view.zoom(factor)

    def refit(self, how: str) -> None:
        """Show the "page" as a whole, or its "width"."""
        self._fit.set_current(how)
        self.view.fit(how)

    def retranslate(self) -> None:
        """The words of the tools."""
        for button, words in (
            (self._back, _("Previous page")), (self._on, _("Next page")),
            (self._out, _("Smaller")), (self._in, _("Larger")),
        ):  # fmt: skip
            button.set_name(words)
        self._fit.set_options([("page", _("Whole page")), ("width", _("Width"))])
        self._fit.set_current(self.view.fitted)
        self.view.setAccessibleName(_("Preview"))
        self.strip.setAccessibleName(_("Pages"))
        self._say_page()

    def _turn(self, way: int) -> None:
        if self._sheets and 0 <= self.at + way < len(self._sheets):
            self.show_page(self.at + way)

    def _say_page(self) -> None:
        total = len(self._sheets) if self._sheets else 0
        self.count.setText(_("Page {n} of {total}", n=self.at + 1, total=total) if total else "")
        self._back.setEnabled(self.at > 0)
        self._on.setEnabled(self.at + 1 < total)


def row(parts: list[QWidget | None]) -> Panel:
    """Widgets side by side on the page's ground, None for the room between."""
    panel = Panel("surface")
    layout = QHBoxLayout(panel)
    layout.setContentsMargins(14, 0, 14, 0)
    layout.setSpacing(8)
    for part in parts:
        layout.addStretch(1) if part is None else layout.addWidget(part)
    return panel


def stack(owner: QWidget, parts: list[QWidget]) -> None:
    """Widgets one under the other, edge to edge."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
