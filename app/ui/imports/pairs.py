"""Doubtful pairs: what stands in the file beside what is in the library, and whether they are one title."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from app.domain.enrichment import KnownTitle
from app.domain.kinds import Role
from app.domain.proposals import ProposedTitle
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.operations.imports import Answer, Plan
from app.store import likenesses
from app.store.store import Store
from app.ui.imports.flow import Pair
from app.ui.imports.tables import Cells
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button
from app.ui.widgets.column_head import ColumnHead
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented

MOST = 500
"""Pairs shown; the rest gets the answer that is given for all."""

NONE = "–"


def pairs_of(store: Store, plan: Plan) -> list[Pair]:
    """The first doubtful rows with what they may be."""
    asks = plan.asks[:MOST]
    with store.read() as session:
        known = likenesses.known_titles(session, sorted({ask.work for ask in asks if ask.work is not None}))
    found = []
    for ask in asks:
        here = plan.proposal.titles[ask.place]
        there: ProposedTitle | KnownTitle | None = known.get(ask.work or 0)
        if there is None and ask.twin >= 0:
            there = plan.proposal.titles[ask.twin]
        if there is not None:
            found.append(Pair(ask.row, _names(here)[0], _names(there)[0], _facts(here, there)))
    return found


def _names(title: ProposedTitle | KnownTitle) -> list[str]:
    return [name[0] for name in title.names] or [NONE]


def _facts(here: ProposedTitle | KnownTitle, there: ProposedTitle | KnownTitle) -> tuple[tuple[str, str, str], ...]:
    rows = zip(_told(here), _told(there), strict=True)
    return tuple((what, one, other) for (what, one), (_what, other) in rows if one != NONE or other != NONE)


def _told(title: ProposedTitle | KnownTitle) -> list[tuple[str, str]]:
    """(what, how it is) of a title, in the reader's language."""
    directors = dict.fromkeys(name for name, role in title.credits if role is Role.DIRECTOR)
    where = [formats.country(language(), code) for code in title.countries]
    told = [
        (_("Titles"), " · ".join(_names(title))),
        (_("Kind"), labels.work_kind(tr(), title.kind) if title.kind else ""),
        (_("Year"), str(title.year or "")),
        (_("Directors"), " · ".join(directors)),
        (_("Countries"), ", ".join(where)),
        (_("Minutes"), str(title.runtime or "")),
    ]
    return [(what, text or NONE) for what, text in told]


def answer_words() -> dict[str, str]:
    """The answers, in the reader's language."""
    return {
        Answer.SAME: _("The same title"),
        Answer.DIFFERENT: _("Another title"),
        Answer.LEAVE_OUT: _("Leave out"),
    }


class PairsList(Translated, QWidget):
    """The list of pairs with the chosen one side by side. `changed` after every answer."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: Sequence[Pair] = ()
        self.answers: dict[int, Answer] = {}
        self._cells = Cells(self)
        self.table = QTableView()
        self.table.setModel(self._cells)
        self.table.setHorizontalHeader(ColumnHead())
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_pair(now.row()))
        self.answer = Segmented()
        self.answer.chosen.connect(self._answer)
        self.for_all = Button(small=True)
        self.for_all.clicked.connect(self._answer_all)
        self._side = QGridLayout()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        px = theme().px
        self._side.setColumnStretch(1, 1)
        self._side.setColumnStretch(2, 1)
        self._side.setHorizontalSpacing(px(16))
        self._side.setVerticalSpacing(px(5))
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self.answer)
        foot.addStretch(1)
        foot.addWidget(self.for_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.table, 1)
        column.addWidget(Line())
        column.addLayout(self._side)
        column.addLayout(foot)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs; answers given before are kept."""
        self._pairs = pairs
        rows = {pair.row for pair in pairs}
        self.answers = {row: answer for row, answer in self.answers.items() if row in rows}
        self.retranslate()
        if pairs:
            self._select(0)

    def unanswered(self) -> int:
        """How many pairs wait for an answer."""
        return sum(pair.row not in self.answers for pair in self._pairs)

    def retranslate(self) -> None:
        """Say the words."""
        place = self.table.currentIndex().row()
        heads = [_("Row"), _("In the file"), _("In the library"), _("Answer")]
        self._cells.show(heads, [self._line(pair) for pair in self._pairs])
        for column, wide in enumerate((56, 250, 250)):
            self.table.setColumnWidth(column, theme().px(wide))
        self.answer.set_options(list(answer_words().items()))
        self.answer.setAccessibleName(_("Is it the same title?"))
        self.for_all.setText(_("Same answer for all unanswered"))
        if self._pairs:
            self._select(max(place, 0))

    def _line(self, pair: Pair) -> list[str]:
        answer = self.answers.get(pair.row)
        return [str(pair.row), pair.here, pair.there, answer_words()[answer] if answer else _("not answered yet")]

    def _select(self, place: int) -> None:
        place = min(place, len(self._pairs) - 1)
        flags = QItemSelectionModel.SelectionFlag
        index = self._cells.index(place, 0)
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._show_pair(place)

    def _show_pair(self, place: int) -> None:
        while (item := self._side.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not 0 <= place < len(self._pairs):
            return
        pair = self._pairs[place]
        for column, words in enumerate((_("In the file, row {row}", row=str(pair.row)), _("In the library")), 1):
            self._side.addWidget(SafeLabel(words, role="label_strong", tone="text3"), 0, column)
        for number, (what, here, there) in enumerate(pair.facts, 1):
            tone = "text" if here == there or NONE in (here, there) else "amber"
            self._side.addWidget(SafeLabel(what, role="small", tone="text2"), number, 0)
            self._side.addWidget(SafeLabel(here, role="value", tone=tone, wrap=True), number, 1)
            self._side.addWidget(SafeLabel(there, role="value", tone=tone, wrap=True), number, 2)
        self.answer.set_current(self.answers.get(pair.row, ""))

    def _answer(self, key: str) -> None:
        place = self.table.currentIndex().row()
        if not 0 <= place < len(self._pairs):
            return
        self.answers[self._pairs[place].row] = Answer(key)
        self._cells.change(place, self._line(self._pairs[place]))
        following = next(
            (n for n in range(place + 1, len(self._pairs)) if self._pairs[n].row not in self.answers), None
        )
        if following is not None:
            self._select(following)
        self.changed.emit()

    def _answer_all(self) -> None:
        place = self.table.currentIndex().row()
        if not 0 <= place < len(self._pairs):
            return
        answer = self.answers.get(self._pairs[place].row, Answer(self.answer.current() or Answer.LEAVE_OUT))
        for pair in self._pairs:
            self.answers.setdefault(pair.row, answer)
        self.retranslate()
        self.changed.emit()
