"""Why everything cannot be placed: the rules that contradict one another over the whole list, or honest words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.planning import Together
from app.i18n.active import _, ngettext
from app.i18n.phrases import Names
from app.ui.planner.side import padded
from app.ui.planner.standing_card import StandingCard
from app.ui.widgets.safe import SafeLabel

MOST_RULES = 8
"""Rules that are shown of a set nobody has shown to be needed whole."""


class TogetherView(QWidget):
    """A heading, a sentence, and a card for each rule. `shown` carries an event, `followed` a thing."""

    shown = Signal(int)
    followed = Signal(object)

    def __init__(self, together: Together, names: Names, *, askable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[StandingCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading, said = _("Why everything cannot be placed"), _words(together, askable=askable)
        if together.possible is not False:
            heading = _("Everything at once")
        self.said = SafeLabel(said, "small", "text2", wrap=True)
        column.addWidget(padded(SafeLabel(heading, "value", wrap=True), top=6, bottom=2))
        column.addWidget(padded(self.said, top=0, bottom=2))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(said)
        most = len(together.why) if together.minimal else MOST_RULES
        for standing in together.why[:most]:
            card = StandingCard(standing, names)
            card.shown.connect(self.shown)
            card.followed.connect(self.followed)
            self.cards.append(card)
            column.addWidget(padded(card, top=2, bottom=4))
        more = len(together.why) - most
        if more > 0:
            words = ngettext("{n} more rule", "{n} more rules", more)
            column.addWidget(padded(SafeLabel(words, "small", "text2", wrap=True), top=0))


def _words(together: Together, *, askable: bool) -> str:
    """What is known of the whole list."""
    if together.possible:
        return _(
            "Everything could be placed together, but not in this plan: a longer search may find how, "
            "unless it costs more points than it brings."
        )
    if together.possible is None and askable:
        return _("There was no time to find out whether everything could be placed at once.")
    if together.possible is None:
        return _(
            "Whether everything could be placed at once is only worked out for up to 16 showings and 60 halls on "
            "days, and where nothing on the schedule may move."
        )
    if together.minimal and len(together.why) == 1:
        return _("However the rest is placed, this one rule leaves something unplaced.")
    if together.minimal:
        return _(
            "However the rest is placed, these rules cannot all hold. With any one of them relaxed and "
            "only the others kept, everything can be placed."
        )
    return _(
        "However the rest is placed, these rules cannot all hold. It is not proven that all of them are "
        "needed for that."
    )
