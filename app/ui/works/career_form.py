"""Festivals and figures of a title in the editor: prizes, appearances, sales, and numbers somebody published."""

from collections.abc import Callable
from typing import Any

from app.domain.kinds import AwardResult, Measure, Premiere
from app.domain.money import CURRENCIES, Money, read_count, read_money, read_share
from app.errors import UserError
from app.i18n import formats, labels_of_records
from app.i18n.active import _, language
from app.i18n.labels import context
from app.operations import careers
from app.operations.careers import EVENT_UNNAMED, MONEY
from app.operations.works import FIRST_YEAR, LAST_YEAR, YEAR_WRONG
from app.store.career_rows import FigureRow, award_rows, festival_rows, figure_rows, sale_rows
from app.ui.works.deeds import Deeds
from app.ui.works.facts_form import NEAR
from app.ui.works.form_parts import whole
from app.ui.works.record_fields import Around, Day, Pick, Read, Text, values
from app.ui.works.record_form import RecordForms, RecordKind
from app.ui.works.rights_form import currencies, write_money
from app.words import N_


def _event(text: str) -> str:
    if not text:
        raise UserError(EVENT_UNNAMED)
    return text


def countries(around: Around) -> list[tuple[str, str]]:
    """Countries near and far, the chosen one too."""
    code = getattr(around.line, "country", None) or getattr(around.line, "territory", "")
    codes = dict.fromkeys((*NEAR, *filter(None, [code])))
    return [(code, formats.country(language(), code)) for code in codes]


def _country_or_none(around: Around) -> list[tuple[str, str]]:
    return [("", "–"), *countries(around)]


def _territories(around: Around) -> list[tuple[str, str]]:
    return [("", _("The whole world")), *countries(around)]


def _year() -> Callable[[str], int | None]:
    return whole(FIRST_YEAR, LAST_YEAR, YEAR_WRONG, first=str(FIRST_YEAR), last=str(LAST_YEAR))


AWARDS = RecordKind(
    fields=(
        Read(name="event", label=N_("Festival or prize"), wide=230, read=_event),
        Read(name="year", label=N_("Year"), wide=84, read=_year()),
        Text(name="prize", label=N_("Prize"), wide=190),
        Pick(name="result", label=N_("Result"), wide=136, choices=values(AwardResult, labels_of_records.award_result)),
        Text(name="source", label=N_("Source"), wide=190),
    ),
    lines=award_rows, add=careers.add_award, change=careers.change_award, remove=careers.remove_award,
    first=lambda _record, _lines: {"event": _("New prize")},
    none=N_("No prizes entered."), add_word=N_("Add a prize"), remove_word=N_("Remove this prize"),
    added=N_("Add a prize of “{title}”"), changed=N_("Change a prize of “{title}”"),
    removed=N_("Remove a prize of “{title}”"), gone=N_("Prize removed"),
)  # fmt: skip

FESTIVALS = RecordKind(
    fields=(
        Read(name="event", label=N_("Festival"), wide=230, read=_event),
        Read(name="year", label=N_("Year"), wide=84, read=_year()),
        Day(name="day", label=N_("Day")),
        Pick(name="premiere", label=N_("Premiere"), wide=180, choices=values(Premiere, labels_of_records.premiere)),
        Text(name="section", label=N_("Section"), wide=150),
        Pick(name="country", label=N_("Country"), wide=136, choices=_country_or_none),
        Text(name="city", label=N_("City"), wide=112),
        Text(name="source", label=N_("Source"), wide=190),
    ),
    lines=festival_rows, add=careers.add_entry, change=careers.change_entry, remove=careers.remove_entry,
    first=lambda _record, _lines: {"event": _("New festival")},
    none=N_("No festivals entered."), add_word=N_("Add a festival"), remove_word=N_("Remove this festival"),
    added=N_("Add a festival of “{title}”"), changed=N_("Change a festival of “{title}”"),
    removed=N_("Remove a festival of “{title}”"), gone=N_("Festival removed"),
)  # fmt: skip

SALES = RecordKind(
    fields=(
        Pick(name="country", label=N_("Country"), wide=150, choices=countries),
        Text(name="buyer", label=N_("Buyer"), wide=190),
        Read(name="year", label=N_("Year"), wide=84, read=_year()),
        Text(name="source", label=N_("Source"), wide=190),
    ),
    lines=sale_rows, add=careers.add_sale, change=careers.change_sale, remove=careers.remove_sale,
    none=N_("No sales entered."), add_word=N_("Add a sale"), remove_word=N_("Remove this sale"),
    added=N_("Add a sale of “{title}”"), changed=N_("Change a sale of “{title}”"),
    removed=N_("Remove a sale of “{title}”"), gone=N_("Sale removed"),
)  # fmt: skip


def _needed(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def reading(text: str) -> Any:
        value = read(text)
        if value is None:
            raise UserError(FIGURE_MISSING)
        return value

    return reading


FIGURE_MISSING = N_("Enter a number.")


def _amount(line: FigureRow) -> Money:
    return Money(line.value, line.currency or CURRENCIES[0])


def _put_amount(line: FigureRow, money: Money) -> dict[str, Any]:
    return {"value": money.hundredths, "currency": money.currency or line.currency or CURRENCIES[0]}


def _write_share(hundredths: int) -> str:
    return formats.number(language(), hundredths / 100)


FIGURES = RecordKind(
    fields=(
        Pick(name="measure", label=N_("What was counted"), wide=160,
             choices=values(Measure, labels_of_records.measure)),
        Read(
            name="amount", label=N_("Amount"), wide=150, read=_needed(read_money), write=write_money, get=_amount,
            put=_put_amount, shown=lambda line: line.measure in MONEY,
        ),
        Pick(name="currency", label=N_("Currency"), wide=84, choices=currencies,
             shown=lambda line: line.measure in MONEY),
        Read(
            name="share", label=N_("Value"), wide=112, read=_needed(read_share), write=_write_share,
            get=lambda line: line.value, put=lambda _line, value: {"value": value},
            shown=lambda line: line.measure in (Measure.AUDIENCE_SHARE, Measure.RATING),
        ),
        Read(
            name="value", label=N_("Number"), wide=112, read=_needed(read_count),
            write=lambda value: formats.number(language(), value),
            shown=lambda line: line.measure in (Measure.ADMISSIONS, Measure.SCREENINGS, Measure.VIEWS),
        ),
        Pick(name="territory", label=context("place", "Territory"), wide=136, choices=_territories),
        Day(name="day", label=N_("As of")),
        Text(name="source", label=N_("Source"), wide=190),
    ),
    lines=figure_rows, add=careers.add_figure, change=careers.change_figure, remove=careers.remove_figure,
    none=N_("No figures entered."), add_word=N_("Add a figure"), remove_word=N_("Remove this figure"),
    added=N_("Add a figure of “{title}”"), changed=N_("Change a figure of “{title}”"),
    removed=N_("Remove a figure of “{title}”"), gone=N_("Figure removed"),
)  # fmt: skip


class CareerForm(RecordForms):
    """All four, one below the other."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__(
            deeds,
            ((N_("Festivals"), FESTIVALS), (N_("Prizes"), AWARDS), (N_("Sales"), SALES),
             (N_("Box office and audience"), FIGURES)),
        )  # fmt: skip
        self.festivals, self.awards, self.sales, self.figures = self.forms
