"""A rule that stands in the way, in words, with a link to everything it is about."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.planning import Standing
from app.domain.screenings import Party, PartyKind
from app.i18n.active import _, tr
from app.i18n.phrases import Names
from app.i18n.planning_words import standing_sentence
from app.i18n.rule_words import RULE_NAMES
from app.ui.page import Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.draw import fitting
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.message import Level, NoticeBox
from app.ui.widgets.safe import SafeLabel

LINKED = 6
"""Links on one card; a full programme would fill the panel."""

OF_HALLS = frozenset({"R1", "R2", "R3", "R9"})

WIDEST = 220
"""Pixels of a link at most: a button never elides by itself."""

PAGES = {
    PartyKind.HALL: ("settings", "hall"),
    PartyKind.WORK: ("works", "work"),
    PartyKind.PERSON: ("agents", "agent"),
    PartyKind.LEG: ("tours", "leg"),
}
"""Where a thing is shown, and by which word one asks for it."""


class StandingCard(NoticeBox):
    """The rule by its number and name, sentences, links. `shown` carries an event, `followed` a thing."""

    shown = Signal(int)
    followed = Signal(object)

    def __init__(
        self, standing: Standing, names: Names, sentences: Iterable[str] = (), last: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(Level.CONFLICT, parent)
        self.body.setSpacing(5)
        self.set_title(rule_words(standing.rule))
        said = [*sentences] or [standing_sentence(tr(), standing, names)]
        for sentence in said:
            self.body.addWidget(SafeLabel(sentence, wrap=True))
        if last:
            self.body.addWidget(SafeLabel(last, "small", "text2", wrap=True))
        self.setAccessibleDescription(" ".join((*said, last)).strip())
        self.links: list[LinkButton] = []
        for event in standing.slots[:LINKED]:
            if names.screenings.get(event):
                self._link(names.title(event), partial(self.shown.emit, event))
        for party in linked(standing)[: max(0, LINKED - len(self.links))]:
            self._link(names.party(party), partial(self.followed.emit, party))
        if self.links:
            row = QWidget()
            flow = FlowLayout(row, gap=12, line_gap=0)
            for link in self.links:
                flow.addWidget(link)
            self.body.addWidget(row)

    def _link(self, words: str, act: object) -> None:
        link = LinkButton(fitting(theme().font("small", weight=500), words, theme().px(WIDEST)), "small")
        link.setToolTip(words)
        link.clicked.connect(act)
        link.setAccessibleName(_("Show {thing}", thing=words))
        self.links.append(link)


def linked(standing: Standing) -> list[Party]:
    """The things a rule is about that can be shown; halls only where the rule is about nothing else, or about both."""
    able = [party for party in standing.parties if party.kind in PAGES or party.kind is PartyKind.COPY]
    others = [party for party in able if party.kind is not PartyKind.HALL]
    return others if others and standing.rule not in OF_HALLS else able


def rule_words(rule: str) -> str:
    """A rule by its number and its name: R7 · Copies."""
    known = RULE_NAMES.get(rule)
    return _("{rule} · {name}", rule=rule, name=tr()(known.name)) if known is not None else rule


def follow(shell: Shell, party: Party, work_of_copy: int | None = None) -> None:
    """Go to where a thing is shown; a copy is shown with its title."""
    if party.kind is PartyKind.COPY and work_of_copy is not None:
        shell.show_page("works", work=work_of_copy)
    elif party.kind in PAGES:
        page, word = PAGES[party.kind]
        shell.show_page(page, **{word: party.id})
