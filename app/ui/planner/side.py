"""The right column of the schedule: the inspector, or a panel of the planner over it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel


class SidePanel(Translated, Panel):
    """A title with a way to close, a body that scrolls, and a foot that stays. `closed` when it is done with."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = SafeLabel(role="title", wrap=True)
        self.close_button = IconButton("x", size=28)
        self.close_button.clicked.connect(self.closed)
        self.setFocusProxy(self.close_button)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 10, 10)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        inside.setMinimumWidth(1)
        inside.setAutoFillBackground(False)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.foot = QWidget()
        self.foot_column = QVBoxLayout(self.foot)
        self.foot_column.setContentsMargins(16, 10, 16, 12)
        self.foot_column.setSpacing(8)
        self._foot_line = Line()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(Line())
        outer.addWidget(self.area, 1)
        outer.addWidget(self._foot_line)
        outer.addWidget(self.foot)

    def show_foot(self, *, shown: bool) -> None:
        """Show what stands below, or not."""
        self.foot.setVisible(shown)
        self._foot_line.setVisible(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Side(QStackedWidget):
    """What stands at the right of the board: the inspector unless a panel is open."""

    def __init__(self, inspector: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inspector = inspector
        self.addWidget(inspector)

    @property
    def panel(self) -> SidePanel | None:
        """The panel that is open."""
        shown = self.currentWidget()
        return shown if isinstance(shown, SidePanel) else None

    def region(self, usual: QWidget) -> QWidget:
        """Where F6 leads: into the panel that is open, or where it usually leads."""
        return self.panel or usual

    def open(self, panel: SidePanel) -> None:
        """Show a panel."""
        self.setCurrentWidget(panel)

    def close_panel(self) -> None:
        """Show the inspector again."""
        self.setCurrentWidget(self.inspector)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def padded(widget: QWidget, *, top: int = 10, bottom: int = 6) -> QWidget:
    """A widget with the usual room at its sides."""
    around = QWidget()
    column = QVBoxLayout(around)
    px = theme().px
    column.setContentsMargins(px(16), top, px(16), bottom)
    column.addWidget(widget)
    return around
