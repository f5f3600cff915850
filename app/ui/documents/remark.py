"""A sentence of "Before you print": what a reader would notice, with a link to the place where there is one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel


class Remark(QWidget):
    """A warning sign and a sentence that wraps in a narrow column; `followed` when its link was clicked."""

    followed = Signal()

    def __init__(self, sentence: str, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Glyph("triangle-alert", "amber"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(SafeLabel(sentence, wrap=True))
        if link:
            way = LinkButton(link, compact=True)
            way.setAccessibleDescription(sentence)
            way.clicked.connect(self.followed)
            words.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
