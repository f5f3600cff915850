"""A conflict with what would settle it, the best first."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind, LinkButton
from app.ui.widgets.lines import Line
from app.ui.widgets.message import Level, NoticeBox
from app.ui.widgets.safe import SafeLabel

MOST = 3


class Fix(NamedTuple):
    """What to do and what comes of it."""

    label: str
    result: str = ""


class ConflictCard(NoticeBox):
    """Title, sentence, up to three fixes (`applied` with the index), and "Accept as is" (`accepted`)."""

    applied = Signal(int)
    accepted = Signal()
    shown = Signal()

    def __init__(self, level: Level = Level.CONFLICT, parent: QWidget | None = None) -> None:
        super().__init__(level, parent)
        self.body.setSpacing(7)
        self._sentence = SafeLabel(wrap=True)
        self._fixes = QVBoxLayout()
        self._fixes.setSpacing(7)
        self._show = LinkButton()
        self._show.clicked.connect(self.shown)
        self._accept = LinkButton()
        self._accept.clicked.connect(self.accepted)
        self._more = LinkButton()
        self._more.clicked.connect(self.unfold)
        self._more.hide()
        self._folded: list[QWidget] = []
        links = QHBoxLayout()
        links.setSpacing(14)
        links.addWidget(self._show)
        links.addWidget(self._accept)
        links.addStretch(1)
        self.body.addWidget(self._sentence)
        self.body.addLayout(self._fixes)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(links)

    def tell(self, title: str, sentence: str, *, show: str = "", accept: str = "") -> None:
        """`show` and `accept` are the words of the two links; '' leaves one out."""
        self.set_title(title)
        self._sentence.setText(sentence)
        self.setAccessibleDescription(sentence)
        for link, words in ((self._show, show), (self._accept, accept)):
            link.setText(words)
            link.setVisible(bool(words))

    def set_fixes(self, fixes: Sequence[Fix], verb: str, *, primary: bool = True, more: str = "") -> None:
        """Offer up to three fixes; `verb` is the word on their buttons ("Apply").

        With `more` ("2 more fixes") only the best shows, and the others when this link is followed.
        """
        while (item := self._fixes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._folded = []
        for index, fix in enumerate(fixes[:MOST]):
            for piece in (Line(), self._row(index, fix, verb, loud=primary and index == 0)):
                self._fixes.addWidget(piece)
                if more and index:
                    piece.hide()
                    self._folded.append(piece)
        if fixes:
            self._fixes.addWidget(Line())
        self._more.setText(more)
        self._more.setVisible(bool(self._folded))

    def unfold(self) -> None:
        """Show all fixes."""
        folded, self._folded = self._folded, []
        for piece in folded:
            piece.show()
            if isinstance(button := piece.findChild(Button), Button) and self._more.hasFocus():
                button.setFocus()
        self._more.hide()

    def _row(self, index: int, fix: Fix, verb: str, *, loud: bool) -> QWidget:
        row = QWidget()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(SafeLabel(fix.label, "value", wrap=True))
        if fix.result:
            words.addWidget(SafeLabel(fix.result, "small", "text2", wrap=True))
        button = Button(verb, kind=Kind.PRIMARY if loud else Kind.DEFAULT, small=True)
        button.setAccessibleName(f"{verb}: {fix.label}")
        button.clicked.connect(lambda: self.applied.emit(index))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(10))
        layout.addLayout(words, 1)
        layout.addWidget(button)
        return row
