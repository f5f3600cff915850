"""What the planner proposes, row by row: placed, moved, without a place and why; to be taken over in whole or part."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.planning import Mode, Proposal, Status
from app.domain.screenings import Party, PartyKind
from app.i18n.active import _, ngettext, tr
from app.i18n.phrases import Names
from app.i18n.planning_words import status_sentence
from app.i18n.wish_words import nearness
from app.ui.planner.rows import TickRow, Words
from app.ui.planner.side import empty, padded
from app.ui.planner.standing_card import StandingCard
from app.ui.planner.together_view import TogetherView
from app.ui.translated import Translated
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.message import Level, Notice
from app.ui.widgets.safe import SafeLabel

MOST_CARDS = 25
"""Titles without a place that are explained at once."""


class Shown(NamedTuple):
    """A proposal with what things in it are called, and what stands against a row by now (by its number).

    `askable`: it is a list of which it is asked whether all of it could be placed at once.
    """

    proposal: Proposal
    names: Names
    titles: Mapping[int, str]
    overtaken: bool
    trouble: Mapping[int, str]
    askable: bool = False


class ProposalView(Translated, QWidget):
    """The result. `ticked` when another choice is made, `looked` at a row, `shown` and `followed` from reasons."""

    ticked = Signal()
    looked = Signal(int)
    shown = Signal(int)
    followed = Signal(object)

    def __init__(self, where: Callable[[int, int], str], parent: QWidget | None = None) -> None:
        """`where(hall, minute)` says a place in words."""
        super().__init__(parent)
        self._where = where
        self._what: Shown | None = None
        self._left: set[int] = set()
        self.rows: list[TickRow] = []
        self.cards: list[StandingCard] = []
        self.together: TogetherView | None = None
        self.head, self.stale = Notice(Level.INFO), Notice(Level.WARNING)
        self.all = CheckBox()
        self.all.clicked.connect(self._all)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self._all_row = padded(self.all, top=2, bottom=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(padded(self.head, top=12))
        self._stale_row = padded(self.stale, top=2)
        column.addWidget(self._stale_row)
        column.addWidget(self._all_row)
        column.addLayout(self.list)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.all.setText(_("Everything"))
        if self._what is not None:
            self.show_proposal(self._what)

    def show_proposal(self, what: Shown) -> None:
        """Show it; what was unticked before stays so, and what fits again is ticked again."""
        held = next((row.number for row in self.rows if row.hasFocus()), None)
        self._what = what
        made = what.proposal
        empty(self.list)
        self.rows, self.cards, self.together = [], [], None
        self._tell_head(made, overtaken=what.overtaken)
        self._stale_row.setVisible(what.overtaken)
        if what.overtaken:
            self._tell_stale(len(what.trouble))
        for heading, numbers in (
            (ngettext("{n} placed", "{n} placed", len(made.placed)), [one.number for one in made.placed]),
            (ngettext("{n} moved", "{n} moved", len(made.moved)), [one.slot for one in made.moved]),
        ):
            if numbers:
                self._heading(heading)
                for number in numbers:
                    self._row(what, number, ticked=number not in self._left)
        if made.unplaced:
            self._missing(what)
        self._all_row.setVisible(len(self.rows) > 1)
        self._sum_up()
        if held is not None:
            self._hold(held)

    def forget(self) -> None:
        """Another proposal comes: all of it will be ticked."""
        self._left.clear()

    def _hold(self, number: int) -> None:
        """The row that had the focus is made anew: it keeps it, or the first one has it."""
        able = [row for row in self.rows if row.isEnabled()]
        again = next((row for row in able if row.number == number), able[0] if able else None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> list[int]:
        """The numbers of what is ticked."""
        return [row.number for row in self.rows if row.isChecked() and row.isEnabled()]

    def _tell_head(self, made: Proposal, *, overtaken: bool) -> None:
        if overtaken and made.status is Status.OPTIMAL:  # the best for a schedule that is no more
            made = replace(made, status=Status.FEASIBLE, bound=None)
        good = made.status is Status.OPTIMAL and not made.unplaced
        self.head.set_level(Level.GOOD if good else Level.WARNING if made.unplaced else Level.INFO)
        title = status_sentence(tr(), made.status)
        if not made.placed and not made.moved:
            title = _("There is nothing to change.") if not made.unplaced else _("Nothing more can be placed.")
        elif made.mode is Mode.REPAIR and made.unplaced:
            title = _("Not every conflict can be repaired.")
        near = nearness(tr(), made.objective, made.bound, made.status)
        self.head.tell(title, "" if made.status is Status.OPTIMAL and not good else near)

    def _tell_stale(self, troubled: int) -> None:
        said = _("Everything still fits.")
        if troubled:
            said = ngettext("{n} place is no longer free.", "{n} places are no longer free.", troubled)
        self.stale.tell(_("The schedule has changed since"), said)

    def _heading(self, words: str) -> None:
        self.list.addWidget(padded(SafeLabel(words, "strong"), top=10, bottom=4))

    def _row(self, what: Shown, number: int, *, ticked: bool) -> None:
        against = what.trouble.get(number, "")
        title = what.titles.get(number, "")
        words = [
            Words(title, "strong", "text2" if against else "text"),
            *self._places(what.proposal, what.names, number),
        ]
        if against:
            words.append(Words(against, "small", "red", "triangle-alert"))
        row = TickRow(number, words)
        row.setChecked(ticked and not against)
        row.setEnabled(not against)
        row.looked.connect(self.looked)
        row.toggled.connect(partial(self._tick, number))
        self.rows.append(row)
        self.list.addWidget(row)
        row.show()  # at once: it may be given the focus now

    def _places(self, made: Proposal, names: Names, number: int) -> list[Words]:
        for placement in made.placed:
            if placement.number == number:
                words = [Words(self._where(placement.hall, placement.starts))]
                if placement.copy is not None:
                    copy = names.party(Party(PartyKind.COPY, placement.copy))
                    words.append(Words(_("Copy {copy}", copy=copy)))
                return words
        for move in made.moved:
            if move.slot == number:
                lead = move.starts - move.start
                here, there = self._where(move.was_hall, move.was_start + lead), self._where(move.hall, move.starts)
                lines = [Words(_("From {place}", place=here)), Words(_("To {place}", place=there), tone="text")]
                if move.published:
                    lines.append(Words(_("Its time was published."), "small", "amber", "triangle-alert"))
                return lines
        return []

    def _missing(self, what: Shown) -> None:
        missing = sum(one.missing for one in what.proposal.unplaced)
        self._heading(ngettext("{n} not placed", "{n} not placed", missing))
        if what.proposal.mode is Mode.FILL:
            self._together(what)
        for one in what.proposal.unplaced[:MOST_CARDS]:
            key = one.slot if one.slot is not None else -(one.entry or 0)
            self.list.addWidget(padded(SafeLabel(what.titles.get(key, ""), "value", wrap=True), top=6, bottom=2))
            if not one.why:
                said = (
                    _("There is a place, but it would cost more than it is worth.")
                    if one.looked
                    else _("There was no time to find out why.")
                )
                self.list.addWidget(padded(SafeLabel(said, "small", "text2", wrap=True), top=0))
            for standing in one.why:
                card = StandingCard(standing, what.names)
                card.shown.connect(self.shown)
                card.followed.connect(self.followed)
                self.cards.append(card)
                self.list.addWidget(padded(card, top=2, bottom=4))
        more = len(what.proposal.unplaced) - MOST_CARDS
        if more > 0:
            said = ngettext("{n} more title not placed", "{n} more titles not placed", more)
            self.list.addWidget(padded(SafeLabel(said, "small", "text2", wrap=True)))

    def _together(self, what: Shown) -> None:
        """Why not everything, however the rest is placed."""
        view = self.together = TogetherView(what.proposal.together, what.names, askable=what.askable)
        view.shown.connect(self.shown)
        view.followed.connect(self.followed)
        self.list.addWidget(view)

    def _all(self) -> None:
        able = [row for row in self.rows if row.isEnabled()]
        on = len(self.chosen()) < len(able)
        for row in able:
            row.setChecked(on)
        self._sum_up()

    def _tick(self, number: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        (self._left.discard if on else self._left.add)(number)
        self._sum_up()

    def _sum_up(self) -> None:
        able = [row for row in self.rows if row.isEnabled()]
        count = len(self.chosen())
        state = Qt.CheckState.PartiallyChecked
        if count in (0, len(able)):
            state = Qt.CheckState.Checked if count else Qt.CheckState.Unchecked
        self.all.setTristate(state is Qt.CheckState.PartiallyChecked)
        self.all.setCheckState(state)
        self.all.setEnabled(bool(able))
        self.ticked.emit()
