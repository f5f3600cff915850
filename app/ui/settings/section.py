"""What every section of the settings looks like: a title, and a column of limited width below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.safe import SafeLabel

WIDEST = 860


class Section(Translated, QScrollArea):
    """Put widgets into `body` and call `finish` at the end; the column grows to `widest`."""

    widest = WIDEST

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = SafeLabel(role="title")
        content = QWidget()
        content.setMaximumWidth(theme().px(self.widest))
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(28, 20, 28, 28)
        self.body.setSpacing(8)
        self.body.addWidget(self.title)
        self.body.addSpacing(8)
        ground = QWidget()
        around = QHBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(content, 1)
        around.addStretch(0)
        around.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        ground.setAutoFillBackground(False)
        self.setWidget(ground)

    def heading(self) -> SafeLabel:
        """A heading inside the section, for the caller to place and to word."""
        return SafeLabel(role="section")

    def row(self, *parts: QWidget | None) -> QHBoxLayout:
        """Add widgets side by side at their own size; None is the room between."""
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in parts:
            line.addStretch(1) if part is None else line.addWidget(part)
        if None not in parts:
            line.addStretch(1)
        self.body.addLayout(line)
        return line

    def reload(self) -> None:
        """Read what is shown again."""

    def finish(self) -> None:
        """Everything is in; what is left is room."""
        self.body.addStretch(1)
