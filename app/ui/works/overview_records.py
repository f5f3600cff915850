"""Blocks of the overview for papers, and for festivals and figures: a line or two of each."""

from PySide6.QtWidgets import QVBoxLayout

from app.domain import clearances as rules
from app.domain.kinds import Measure, Premiere
from app.i18n import formats, labels_of_records, standings
from app.i18n.active import language, ngettext, pgettext, tr
from app.store.career_rows import Career, FigureRow
from app.store.rights_rows import ClearanceRow
from app.ui.widgets.safe import SafeLabel
from app.ui.works.rights_form import clearance_look
from app.ui.works.standing_line import StandingLine
from app.ui.works.wording import today

FEW = 3


def paper_lines(column: QVBoxLayout, papers: tuple[ClearanceRow, ...]) -> None:
    """The standings of the papers, what stands in the way first."""
    order = list(rules.ClearanceStatus)
    known = sorted(papers, key=lambda one: order.index(rules.standing(one.paper, today()).status))
    for paper in known[:FEW]:
        column.addWidget(StandingLine(*clearance_look(paper)))
    _more(column, len(known))


def career_lines(column: QVBoxLayout, career: Career) -> None:
    """The first premiere, the newest prize, and of each measure the newest figure."""
    lines = [*_premieres(career), *_prizes(career), *map(figure_line, _newest(career))]
    for line in lines[: FEW + 1]:
        column.addWidget(SafeLabel(line, tone="text2", wrap=True))
    rest = sum(map(len, career)) - min(len(lines), FEW + 1)
    if rest > 0:
        column.addWidget(SafeLabel(ngettext("and {n} more", "and {n} more", rest), "small", "text3"))


def _more(column: QVBoxLayout, number: int) -> None:
    if number > FEW:
        column.addWidget(SafeLabel(ngettext("and {n} more", "and {n} more", number - FEW), "small", "text3"))


def _premieres(career: Career) -> list[str]:
    order: list[Premiere] = [status for status in Premiere if status is not Premiere.NONE]
    premieres = (one for one in career.festivals if one.premiere in order)
    shown = sorted(premieres, key=lambda one: order.index(one.premiere))
    return [_dated(labels_of_records.premiere(tr(), one.premiere), one.event, one.year) for one in shown[:1]]


def _prizes(career: Career) -> list[str]:
    return [
        _dated(one.prize or labels_of_records.award_result(tr(), one.result), one.event, one.year)
        for one in career.awards[:1]
    ]


def _dated(what: str, event: str, year: int | None) -> str:
    if year is None:
        return pgettext("career", "{what}: {event}", what=what, event=event)
    return pgettext("career", "{what}: {event}, {year}", what=what, event=event, year=str(year))


def _newest(career: Career) -> list[FigureRow]:
    found: dict[tuple[Measure, str], FigureRow] = {}
    for one in career.figures:
        found.setdefault((one.measure, one.territory), one)
    return list(found.values())


def figure_line(one: FigureRow) -> str:
    """Box office: CN¥2,400,000, China."""
    said = standings.figure(tr(), one.measure, one.value, one.currency)
    measure = labels_of_records.measure(tr(), one.measure)
    if not one.territory:
        return pgettext("career", "{measure}: {figure}", measure=measure, figure=said)
    place = formats.country(language(), one.territory)
    return pgettext("career", "{measure}: {figure}, {place}", measure=measure, figure=said, place=place)
