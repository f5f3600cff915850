"""The parts of the slates page and the room each of them has."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.i18n.active import _
from app.ui.slates.board import Board
from app.ui.slates.compare import Compare
from app.ui.slates.edits import Edits
from app.ui.slates.inspector import Inspector
from app.ui.slates.strip import LOW, Strip
from app.ui.slates.table import Table
from app.ui.slates.toolbar import Toolbar
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lines import Line, Splitter

ROOMY = 1700
"""Windows this wide show the details from the start."""

DETAILS = 340
LEAST_DETAILS = 280


class Rooms(Translated, QStackedWidget):
    """Toolbar, strip, board or table or two candidates, details; or nothing but a way to begin.

    `viewed` tells that another view was chosen.
    """

    viewed = Signal(str)

    def __init__(self, edits: Edits, parent: QWidget) -> None:
        super().__init__(parent)
        self.toolbar = Toolbar()
        self.strip = Strip()
        self.board = Board()
        self.table = Table(edits)
        self.compare = Compare(edits)
        self.inspector = Inspector(edits)
        self.nothing, self.empty = EmptyState(), EmptyState()
        self._wanted: bool | None = None
        self.middle = QStackedWidget()
        for view in (self.board, self.table, self.compare, self.empty):
            self.middle.addWidget(view)
        self.split = Splitter()
        self.split.addWidget(self.middle)
        self.split.addWidget(self.inspector)
        self.split.setStretchFactor(0, 1)
        self.inspector.setMinimumWidth(theme().px(LEAST_DETAILS))
        self.inspector.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(Line())
        column.addWidget(self.strip)
        column.addWidget(Line())
        column.addWidget(self.split, 1)
        self.addWidget(inside)
        self.addWidget(self.nothing)
        self.toolbar.viewed.connect(self.viewed)
        self.toolbar.details.clicked.connect(lambda: self.show_details(shown=self.inspector.isHidden()))
        self.inspector.closed.connect(lambda: self.show_details(shown=False))
        self.compare.closed.connect(lambda: self.viewed.emit("board"))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.board.setAccessibleName(_("Slate board"))
        self.nothing.tell(
            _("No programme yet"),
            _("A programme has days, halls and a slate: the titles wanted for it, and how far they have come."),
            _("New programme…"),
        )
        self.nothing.set_icons("plus")
        self.empty.tell(
            _("No titles on this slate yet"),
            _("Choose titles from the catalogue. They start on the longlist and move on to confirmed."),
            _("Add from catalogue"), _("Set targets…"),
        )  # fmt: skip
        self.empty.set_icons("plus", "sliders-horizontal")
        self.empty.set_hint("Ctrl+N", _("adds titles"))

    @property
    def shown(self) -> QWidget:
        """The view in the middle."""
        return self.middle.currentWidget() or self.board

    def settle(self, *, bare: bool, pair: bool) -> None:
        """The empty state stands where there is no title; comparing ends with other than two."""
        comparing = self.comparing and pair
        wanted: QWidget = self.table if self.toolbar.views.current() == "table" else self.board
        self.middle.setCurrentWidget(self.empty if bare else self.compare if comparing else wanted)

    def show_view(self, view: str) -> None:
        """Board, table, or the two chosen titles side by side."""
        if view != "compare":
            self.toolbar.views.set_current(view)
        shown: QWidget = {"table": self.table, "compare": self.compare}.get(view, self.board)
        self.middle.setCurrentWidget(shown)

    @property
    def comparing(self) -> bool:
        """Whether two titles stand side by side."""
        return self.shown is self.compare

    @property
    def details_asked(self) -> bool:
        """Whether the details stand open because they were asked for."""
        return bool(self._wanted) and self.inspector.isVisible()

    def focus(self) -> None:
        """Give the focus to the view in the middle."""
        self.shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_details(self, *, shown: bool) -> None:
        """Open or close the details."""
        self._wanted = shown
        self.fit()
        if not shown:
            self.focus()

    def fit(self) -> None:
        """Give way where the window is low or narrow."""
        window = self.window()
        self.strip.fold(folded=window.height() < LOW)
        shown = window.width() >= ROOMY if self._wanted is None else self._wanted
        if shown == self.inspector.isHidden():
            self.inspector.setVisible(shown)
            if shown:
                wide = theme().px(DETAILS)
                self.split.setSizes([max(1, self.width() - wide), wide])
                if self.board.current is not None:
                    QTimer.singleShot(0, self.board, self.board.reveal_current)
        self.toolbar.details.setChecked(shown)
