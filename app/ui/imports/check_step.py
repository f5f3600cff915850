"""What an import would change, before it does: numbers and wishes at the left; doubtful pairs, troubles and rows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTableView, QVBoxLayout, QWidget

from app.domain.names import FourNames
from app.i18n import formats
from app.i18n.active import _, language, ngettext, tr
from app.i18n.labels_of_imports import gain
from app.operations.imports import Fate, OnDuplicate, Plan
from app.ui.imports.check_panel import CheckPanel
from app.ui.imports.flow import Pair, Planned, Wishes
from app.ui.imports.pairs import PairsList
from app.ui.imports.tables import Cells, trouble_heads, trouble_lines
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button
from app.ui.widgets.column_head import ColumnHead
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented

MOST = 2000
"""Rows and troubles listed here; all troubles go into the file one can save."""

PARTS = ("pairs", "troubles", "rows")


def lines_of() -> QTableView:
    """A table of lines to be looked at."""
    view = QTableView()
    view.setHorizontalHeader(ColumnHead())
    view.verticalHeader().hide()
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.horizontalHeader().setStretchLastSection(True)
    return view


class CheckStep(Translated, QWidget):
    """Step 3. `changed`: the plan must be made anew; `answered`: only the pairs changed; `saving`: the troubles."""

    changed = Signal()
    answered = Signal()
    saving = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planned: Planned | None = None
        self.panel, self.pairs = CheckPanel(), PairsList()
        self._troubles, self._rows = Cells(self), Cells(self)
        self.troubles, self.rows = lines_of(), lines_of()
        self.troubles.setModel(self._troubles)
        self.rows.setModel(self._rows)
        self.parts = Segmented()
        self.save = Button(icon="file-down", small=True)
        self._more = SafeLabel(role="small", tone="text3")
        self._stack = QStackedWidget()
        for widget in (self.pairs, self.troubles, self.rows):
            self._stack.addWidget(widget)
        self._lay_out()
        self.parts.chosen.connect(self._show_part)
        self.panel.changed.connect(self.changed)
        self.pairs.changed.connect(self.answered)
        self.save.clicked.connect(self.saving)
        self.retranslate()

    def _lay_out(self) -> None:
        px = theme().px
        head = QHBoxLayout()
        head.addWidget(self.parts)
        head.addStretch(1)
        head.addWidget(self._more)
        head.addWidget(self.save)
        right = QVBoxLayout()
        right.setContentsMargins(px(16), px(12), px(16), px(12))
        right.setSpacing(px(10))
        right.addLayout(head)
        right.addWidget(self._stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.panel)
        across.addWidget(Line(upright=True))
        across.addLayout(right, 1)

    def wishes(self) -> Wishes:
        """What is wished now."""
        panel = self.panel
        return Wishes(
            OnDuplicate(panel.on_duplicate.currentData() or OnDuplicate.UPDATE),  # Qt gives a bare text back
            panel.programme.currentData() or None,
            panel.name.text().strip(),
            panel.zone.currentData() or "Asia/Almaty",
            dict(self.pairs.answers),
        )

    def show_plan(self, planned: Planned, pairs: Sequence[Pair], programmes: Sequence[tuple[int, FourNames]]) -> None:
        """Show what would happen."""
        fresh = self._planned is None or self._planned.seen is not planned.seen
        self._planned = planned
        if fresh:
            self.pairs.answers = {}
        self.panel.show_plan(planned, programmes)
        self.pairs.show_pairs(pairs)
        self.retranslate()
        if fresh:
            first = "pairs" if pairs else "troubles" if planned.troubles else "rows"
            self.parts.set_current(first)
            self._show_part(first)

    def retranslate(self) -> None:
        """Say the words."""
        self.save.setText(_("Save rows with errors…"))
        planned = self._planned
        if planned is None:
            return
        now = self.parts.current() or "rows"
        counts = self._counts(planned)
        words = {"pairs": _("Doubtful"), "troubles": _("Problems"), "rows": _("Rows")}
        options = [
            (key, f"{words[key]} {formats.number(language(), n)}") for key, n in counts.items() if n or key == "rows"
        ]
        self.parts.set_options(options)
        now = now if now in dict(options) else "rows"
        self.parts.set_current(now)
        self._stack.setCurrentIndex(PARTS.index(now))
        self.save.setVisible(bool(planned.troubles))
        self._troubles.show(trouble_heads(), trouble_lines(planned.troubles[:MOST]))
        last = _("When and where") if planned.plan.shows else _("What is added")
        self._rows.show([_("Row"), _("Title"), _("What happens"), last], row_lines(planned.plan))
        for view, widths in ((self.troubles, (56, 150, 170, 330)), (self.rows, (56, 280, 190))):
            for column, wide in enumerate(widths):
                view.setColumnWidth(column, theme().px(wide))
        self.troubles.setAccessibleName(_("Problems by row"))
        self.rows.setAccessibleName(_("Rows and what happens to them"))
        self._say_more()

    def _counts(self, planned: Planned) -> dict[str, int]:
        """How much there is in each part."""
        plan = planned.plan
        return {
            "pairs": max(len(plan.asks), len(self.pairs.answers)),
            "troubles": len(planned.troubles),
            "rows": len(plan.shows or plan.rows),
        }

    def _show_part(self, key: str) -> None:
        self._stack.setCurrentIndex(PARTS.index(key))
        self._say_more()

    def _say_more(self) -> None:
        if self._planned is None:
            return
        now = self.parts.current() or "rows"
        every = self._counts(self._planned)[now] if now != "pairs" else 0
        self._more.setText(ngettext("the first {n} row", "the first {n} rows", MOST) if every > MOST else "")


def row_lines(plan: Plan) -> list[list[str]]:
    """The first rows with what happens to them."""
    if plan.shows:
        return [_show_line(plan, place) for place in range(min(MOST, len(plan.shows)))]
    words = {
        Fate.ADD: _("new title"),
        Fate.UPDATE: _("filled in"),
        Fate.SKIP: _("already there"),
        Fate.ASK: _("left out until answered"),
    }
    lines = []
    for row in plan.rows[:MOST]:
        title = plan.proposal.titles[row.place]
        names = " · ".join(name.text for name in title.names)
        fate = _("goes with row {row}", row=str(plan.rows[row.twin].row)) if row.twin >= 0 else words[row.fate]
        gains = ", ".join(gain(tr(), name) for name in row.gains) if row.fate is Fate.UPDATE else ""
        if row.differs and row.fate is Fate.UPDATE:
            beside = ngettext("{n} other value beside", "{n} other values beside", row.differs)
            gains = f"{gains}; {beside}" if gains else beside
        lines.append([str(row.row), names, fate, gains])
    return lines


def _show_line(plan: Plan, place: int) -> list[str]:
    show = plan.shows[place]
    told = plan.proposal.screenings[show.place]
    when = f"{formats.date_medium(language(), told.starts.date())} {formats.time(language(), told.starts)}"
    where = " · ".join(text for text in (told.venue, told.hall) if text)
    titles = " + ".join(name.text for name in told.titles)
    there = show.row in {trouble.row for trouble in plan.troubles if trouble.fatal}
    fate = _("placed") if show.fate is Fate.ADD else _("left out") if there else _("already there")
    return [str(show.row), titles, fate, f"{when} · {where}" if where else when]
