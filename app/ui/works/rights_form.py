"""The rights of a title in editor and inspector: licences, age marks of other countries, papers of authorities."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import clearances as clearance_rules
from app.domain import rights as rights_rules
from app.domain.clearances import ClearanceStatus
from app.domain.kinds import ClearanceKind, ClearanceState, RightsState, Use
from app.domain.money import CURRENCIES, Money, read_money
from app.domain.rights import WORLD
from app.errors import UserError
from app.i18n import formats, labels, labels_of_records, phrases, standings
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.i18n.labels import context
from app.operations import clearances, rights
from app.operations.clearances import MARK_EMPTY
from app.operations.rights import MOST_SHOWINGS, SHOWINGS_WRONG, WINDOW_WRONG
from app.store.rights_rows import ClearanceRow, RightsRow, clearance_rows, rating_rows, rights_rows
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.status import LOCKED_LOOK, RIGHTS_LOOK, Look, StatusLabel
from app.ui.works.cards import version_choices
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import whole
from app.ui.works.record_fields import Around, Day, LongText, Pick, Read, Text, values
from app.ui.works.record_form import CardHead, RecordForms, RecordKind
from app.ui.works.standing_line import StandingLine
from app.ui.works.window_bar import WindowBar
from app.ui.works.wording import today
from app.words import N_

TERRITORIES = (WORLD, "KZ", "CN", "RU", "UZ", "KG", "TR", "MN", "FR", "DE", "US")

CLEARANCE_LOOK = {
    ClearanceStatus.NEEDED: Look("circle-dashed", "amber"),
    ClearanceStatus.APPLIED: Look("message-square", "text2"),
    ClearanceStatus.GRANTED: Look("badge-check", "green"),
    ClearanceStatus.ENDING: Look("hourglass", "amber"),
    ClearanceStatus.EXPIRED: Look("ban", "red"),
    ClearanceStatus.REFUSED: Look("ban", "red"),
    ClearanceStatus.NOT_NEEDED: Look("check", "text2"),
}


class RightsHead(CardHead):
    """How a licence stands today: window, words, showings used, what it rubs against, and Renew."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._around: Around | None = None
        self.bar, self.status = WindowBar(), StatusLabel(LOCKED_LOOK)
        self.used, self.rub = SafeLabel(role="small", tone="text2"), InlineMessage()
        self.renew = LinkButton(compact=True)
        self.renew.clicked.connect(self._renew)
        line = QWidget()
        flow = FlowLayout(line, gap=14, line_gap=2)
        for part in (self.status, self.used, self.renew):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(line)
        column.addWidget(self.bar)
        column.addWidget(self.rub)

    def show_line(self, around: Around) -> None:
        """Show how this licence stands."""
        self._around = around
        line: RightsRow = around.line
        standing = rights_rules.status((line.window,), today(), line.territory, line.use, line.version)
        word, until = labels.rights_status(tr(), standing.status), phrases.rights_until(tr(), standing)
        words = pgettext("rights", "{status}, {until}", status=word, until=until) if until else word
        self.status.set_status(RIGHTS_LOOK[standing.status], words)
        self.bar.setVisible(line.state is RightsState.CLEARED and bool(line.starts or line.ends))
        self.bar.show_window(line.starts, line.ends, standing.status, words)
        self.used.setText(_used(line))
        self.used.setVisible(bool(self.used.text()))
        self.renew.setText(_("Renew"))
        self.renew.setAccessibleName(_("Renew the rights for another year"))
        self.renew.setVisible(line.ends is not None and line.state is RightsState.CLEARED)
        spent = line.max_showings is not None and line.used > line.max_showings
        self.used.set_tone("red" if spent else "text2")
        if line.rubs:
            found, other = line.rubs[0]
            self.rub.tell(Level.WARNING, standings.overlap(tr(), found, _whose(other)))
        else:
            self.rub.clear()

    def _renew(self) -> None:
        if self._around is not None:
            self._deeds.renew_rights(self._around.record, self._around.line.id, today())


def _used(line: RightsRow) -> str:
    if line.max_showings is not None:
        return ngettext("{used} of {n} showing used", "{used} of {n} showings used", line.max_showings, used=line.used)
    return ngettext("{n} showing", "{n} showings", line.used) if line.used else ""


def _whose(line: RightsRow) -> str:
    territory = formats.country(language(), line.territory)
    return pgettext("rights", "{territory}, {use}", territory=territory, use=labels.use(tr(), line.use).lower())


def territories(around: Around) -> list[tuple[str, str]]:
    """The world, the house's neighbours, and what is chosen."""
    codes = dict.fromkeys((*TERRITORIES, around.line.territory))
    return [(code, formats.country(language(), code)) for code in codes]


def countries(around: Around) -> list[tuple[str, str]]:
    """The same without the world, and without Kazakhstan whose age mark is a fact of the title."""
    return [(code, word) for code, word in territories(around) if code not in (WORLD, "KZ")]


def currencies(around: Around) -> list[tuple[str, str]]:
    """The currencies of the house, and what is chosen."""
    codes = dict.fromkeys((*CURRENCIES, *filter(None, [around.line.currency])))
    return [(code, code) for code in codes]


def _versions(around: Around) -> list[tuple[int | None, str]]:
    return version_choices(around.record)


def write_money(money: Money) -> str:
    """An amount as the language writes it, with its currency if it has one."""
    if not money.currency:
        return formats.number(language(), money.amount)
    return formats.money(language(), money.amount, money.currency)


def _fee(line: RightsRow) -> Money | None:
    return None if line.fee is None else Money(line.fee, line.currency)


def _put_fee(line: RightsRow, money: Money | None) -> dict[str, Any]:
    if money is None:
        return {"fee": None}
    return {"fee": money.hundredths, "currency": money.currency or line.currency or CURRENCIES[0]}


def _first_day(line: RightsRow, day: date | None) -> None:
    if day and line.ends and day > line.ends:
        raise UserError(WINDOW_WRONG)


def _last_day(line: RightsRow, day: date | None) -> None:
    if day and line.starts and day < line.starts:
        raise UserError(WINDOW_WRONG)


LICENCES = RecordKind(
    fields=(
        Pick(name="territory", label=N_("Territory"), wide=136, choices=territories),
        Pick(name="use", label=N_("Use"), wide=136, choices=values(Use, labels.use)),
        Pick(name="state", label=N_("State"), wide=136, choices=values(RightsState, labels.rights_state)),
        Day(name="starts", label=N_("From"), check=_first_day),
        Day(name="ends", label=N_("To"), check=_last_day),
        Read(
            name="max_showings", label=N_("Maximum showings"), wide=112,
            read=whole(1, MOST_SHOWINGS, SHOWINGS_WRONG, most=MOST_SHOWINGS),
        ),
        Text(name="holder", label=N_("Rights holder"), wide=190),
        Pick(
            name="version_id", label=N_("Version"), wide=152, choices=_versions, get=lambda line: line.version,
        ),
        Day(name="not_before", label=N_("Not before"), more=True),
        Read(name="fee", label=N_("Fee"), wide=136, more=True, read=read_money, write=write_money, get=_fee,
             put=_put_fee),
        Pick(name="currency", label=N_("Currency"), wide=84, more=True, choices=currencies),
        Text(name="papers", label=N_("Contract and where it is kept"), wide=300, more=True),
        LongText(name="note", label=N_("Note"), wide=300, more=True),
    ),
    lines=rights_rows, add=rights.add, change=rights.change, remove=rights.remove, head=RightsHead,
    none=N_("No rights entered."), add_word=N_("Add rights"), remove_word=N_("Remove these rights"),
    added=N_("Add rights for “{title}”"), changed=N_("Change the rights for “{title}”"),
    removed=N_("Remove rights for “{title}”"), gone=N_("Rights removed"),
)  # fmt: skip


class ClearanceHead(CardHead):
    """How a paper stands today."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        del deeds
        self.status = StandingLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.status)

    def show_line(self, around: Around) -> None:
        """Show how this paper stands."""
        self.status.set_status(*clearance_look(around.line))


def clearance_look(line: ClearanceRow) -> tuple[Look, str]:
    """The icon and the words for the standing of a paper today: “Filing: applied for 12 days ago”."""
    standing = clearance_rules.standing(line.paper, today())
    kind = labels_of_records.clearance_kind(tr(), line.kind)
    words = pgettext("clearance", "{kind}: {standing}", kind=kind, standing=standings.clearance(tr(), standing))
    return CLEARANCE_LOOK[standing.status], words


def _marked(text: str) -> str:
    if not text:
        raise UserError(MARK_EMPTY)
    return text


PAPERS = RecordKind(
    fields=(
        Pick(name="territory", label=context("place", "Territory"), wide=136, choices=territories),
        Pick(
            name="kind", label=context("clearance", "Paper"), wide=190,
            choices=values(ClearanceKind, labels_of_records.clearance_kind),
        ),
        Pick(
            name="state", label=N_("State"), wide=136,
            choices=values(ClearanceState, labels_of_records.clearance_state),
        ),
        Text(name="number", label=context("paper", "Number"), wide=136),
        Day(name="applied", label=N_("Applied for on")),
        Day(name="granted", label=N_("Granted on")),
        Day(name="ends", label=N_("To")),
        Text(name="authority", label=N_("Authority"), wide=190),
        Pick(
            name="version_id", label=N_("Version"), wide=152, more=True, choices=_versions,
            get=lambda line: line.version,
        ),
        LongText(name="note", label=N_("Note"), wide=300, more=True),
    ),
    lines=clearance_rows, add=clearances.add, change=clearances.change, remove=clearances.remove, head=ClearanceHead,
    none=N_("No certificates, permits or filings entered."), add_word=N_("Add a paper"),
    remove_word=N_("Remove this paper"), added=N_("Add a paper for “{title}”"),
    changed=N_("Change a paper for “{title}”"), removed=N_("Remove a paper for “{title}”"), gone=N_("Paper removed"),
)  # fmt: skip

MARKS = RecordKind(
    fields=(
        Pick(name="territory", label=context("place", "Territory"), wide=136, choices=countries),
        Read(name="mark", label=N_("Age mark"), wide=84, read=_marked),
        Text(name="source", label=N_("Source"), wide=190),
    ),
    lines=rating_rows, add=clearances.add_rating, change=clearances.change_rating, remove=clearances.remove_rating,
    none=N_("No age marks of other countries. The one for Kazakhstan is among the facts."),
    add_word=N_("Add an age mark"), remove_word=N_("Remove this age mark"),
    added=N_("Add an age mark for “{title}”"), changed=N_("Change an age mark for “{title}”"),
    removed=N_("Remove an age mark for “{title}”"), gone=N_("Age mark removed"),
)  # fmt: skip


class RightsForm(RecordForms):
    """All three, one below the other."""

    def __init__(self, deeds: Deeds) -> None:
        headings = (("", LICENCES), (N_("Certificates, permits and filings"), PAPERS),
                    (N_("Age marks of other countries"), MARKS))  # fmt: skip
        super().__init__(deeds, headings)
        self.licences, self.papers, self.marks = self.forms
