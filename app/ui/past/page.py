"""The history of the library: every step, newest first, with who did it, what it did, and the way back."""

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.store.history import Past
from app.store.journal import Step
from app.store.past_changes import Deed, changes, steps, taken_back
from app.ui.page import Page, Shell
from app.ui.past.deed_view import DeedView, step_words
from app.ui.past.deeds import PastDeeds
from app.ui.theme import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import SearchField
from app.ui.widgets.lines import Line as Hairline
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.two_lines import Line, TwoLines
from app.ui.workspace import Workspace

READ = 300
"""Steps read at once."""

FARTHEST = 20_000
"""Steps a search goes back."""

DETAIL = 420


class HistoryPage(Page):
    """Steps at the left, what the chosen one did at the right."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self._deeds = PastDeeds(workspace, shell)
        self._every: list[Past] = []
        self._back: frozenset[int] = frozenset()
        self._title = SafeLabel(role="title")
        self.search = SearchField()
        self.steps = TwoLines(self._line)
        self.what, self.when = SafeLabel(role="section", wrap=True), SafeLabel(tone="text2", wrap=True)
        self.take_back = Button(icon="undo-2")
        self.older = Button(icon="chevron-down")
        self._detail = QVBoxLayout()
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._lay_out()
        self.search.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self._narrow)
        self.steps.picked.connect(self._show_step)
        self.take_back.clicked.connect(self._take_back)
        self.older.clicked.connect(self._read_older)
        self.retranslate()

    def _lay_out(self) -> None:
        px = theme().px
        bar = QHBoxLayout()
        bar.setContentsMargins(px(18), px(9), px(16), px(9))
        bar.setSpacing(px(12))
        self.search.setFixedWidth(px(320))
        bar.addWidget(self._title)
        bar.addWidget(self.search)
        bar.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.steps, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 9, 16, 9)
        foot.addWidget(self.older)
        foot.addStretch(1)
        left.addWidget(Hairline())
        left.addLayout(foot)
        right = Panel("panel")
        right.setFixedWidth(px(DETAIL))
        self._fill_right(right)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addLayout(left, 1)
        both.addWidget(Hairline(upright=True))
        both.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline())
        column.addLayout(both, 1)

    def _fill_right(self, right: Panel) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(16, 14, 16, 12)
        words.setSpacing(4)
        words.addWidget(self.what)
        words.addWidget(self.when)
        words.addSpacing(6)
        words.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        ground = Panel("panel")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(16, 8, 16, 16)
        inside.addLayout(self._detail)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(Hairline())
        column.addWidget(area, 1)

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setText(_("History"))
        self.search.set_words(_("Search the steps"), _("Clear"))
        self.search.setAccessibleName(_("Search the steps"))
        self.steps.setAccessibleName(_("Steps, newest first"))
        self.take_back.setText(_("Revert this step"))
        self.older.setText(_("Older steps"))

    def reload(self) -> None:
        """Read the newest steps."""
        self._every = self.workspace.read(steps, limit=max(READ, min(len(self._every), FARTHEST)))
        self._read_back()
        self._narrow()

    def refresh(self, step: Step) -> None:
        """A step more: read again."""
        del step
        self.reload()

    def go(self, **where: Any) -> None:
        """Go to step=NUMBER."""
        number = where.get("step")
        row = next((row for row, past in enumerate(self.steps.lines.values) if past.step == number), None)
        if row is not None:
            self.steps.choose(row)

    def regions(self) -> list[QWidget]:
        """Search, steps, the way back."""
        return [self.search, self.steps, self.take_back]

    def status(self) -> str:
        """How many steps are shown."""
        number = len(self.steps.lines.values)
        return ngettext("{n} step", "{n} steps", number)

    def _read_back(self) -> None:
        self._back = self.workspace.read(taken_back, [past.step for past in self._every])

    def _read_older(self) -> None:
        if self._every:
            self._every += self.workspace.read(steps, before=self._every[-1].step, limit=READ)
            self._read_back()
            self._narrow()

    def _narrow(self) -> None:
        words = self.search.text().casefold().split()
        shown = [past for past in self._every if all(word in self._sought(past) for word in words)]
        self.steps.show_values(shown)
        self.older.setEnabled(bool(self._every) and self._every[-1].step > 1)
        if self.isVisible():
            self.shell.set_status(self.status())

    @staticmethod
    def _sought(past: Past) -> str:
        return f"{step_words(past)} {past.author}".casefold()

    def _line(self, past: Past) -> Line:
        ago = formats.ago(language(), past.at, datetime.now(UTC))
        second = _("reverted") if past.step in self._back else ""
        who = " · ".join(part for part in (past.author, second) if part)
        return Line(step_words(past), who, ago, faint=past.step in self._back)

    def _show_step(self, _row: int) -> None:
        past: Past | None = self.steps.value()
        while self._detail.count():
            item = self._detail.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.take_back.setVisible(past is not None)
        self.what.setText(step_words(past) if past else "")
        self.when.setText(_when(past) if past else "")
        if past is None:
            return
        self.take_back.setEnabled(past.step not in self._back)
        done = self.workspace.read(changes, [past.step]).get(past.step, [])
        view = DeedView()
        view.restored.connect(self._deeds.restore)
        view.show_deed(Deed(past, tuple(done)))
        self._detail.addWidget(view)

    def _take_back(self) -> None:
        past: Past | None = self.steps.value()
        if past is not None:
            self._deeds.take_back(past)


def _when(past: Past) -> str:
    moment = formats.date_time(language(), past.at.astimezone())
    return _("{when}, {author}", when=moment, author=past.author) if past.author else moment
