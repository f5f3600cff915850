"""One row by the meaning of its columns, with what is wrong in it gathered on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.proposals import RowTrouble
from app.intake.cleaning import short_text
from app.intake.options import Column, Meaning, Reading, Truncated
from app.intake.spelling import joined
from app.intake.table import Fault, Row, Typed
from app.words import N_, Phrase, phrase

_FAULTS = {
    Fault.MENDED: N_("Quotation marks in this row are damaged; it was cut at its separators."),
    Fault.CUT: N_("The file ends in the middle of this row."),
    Fault.LOST: N_("Some bytes fit no letter; � stands for them."),
    Fault.FORMULA: N_(
        "This cell holds a formula without its result. Open the file in a spreadsheet program and save it."
    ),
    Fault.FAILED: N_("The formula in this cell failed."),
    Fault.LONG: N_("This cell is longer than any spreadsheet allows and was cut."),
}
TOTALS = frozenset(("итого", "всего", "барлығы", "жиыны", "total", "totals", "sum", "合计", "总计", "共计"))
_SHOWN = 200


def letters(column: int) -> str:
    """The name of a column in a spreadsheet: A, B ... AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


@dataclass(slots=True)
class Plan:
    """How rows are taken apart: the columns by meaning, and what the headings are called in reports."""

    reading: Reading
    headings: tuple[str, ...] = ()
    by_meaning: dict[Meaning, list[tuple[int, Column]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, column in enumerate(self.reading.columns):
            if column is not None:
                self.by_meaning.setdefault(column.meaning, []).append((place, column))

    def called(self, place: int) -> str:
        """What a report calls a column."""
        if place < 0:
            return ""
        heading = self.headings[place] if place < len(self.headings) else ""
        return short_text(heading)[:_SHOWN] or letters(place)


class Cells:
    """The cells of one row."""

    def __init__(self, row: Row, plan: Plan) -> None:
        self.row, self.plan = row, plan
        self.troubles: list[RowTrouble] = []

    def all(self, meaning: Meaning) -> Sequence[tuple[int, Column, str]]:
        """(place, column, text) of each cell of that meaning that holds something."""
        columns = self.plan.by_meaning.get(meaning)
        if not columns:
            return ()
        cells = self.row.cells
        return [
            (place, column, text) for place, column in columns if place < len(cells) and (text := cells[place].strip())
        ]

    def first(self, meaning: Meaning) -> tuple[int, str]:
        """(place, text) of the first of that meaning that holds something; (-1, '') without."""
        for place, _column, text in self.all(meaning):
            return place, text
        return -1, ""

    def typed(self, place: int) -> Typed | None:
        """What the workbook says the cell is."""
        return self.row.typed.get(place)

    def tell(self, problem: Phrase | str, place: int = -1, value: str = "", *, fatal: bool = False) -> None:
        """Note a trouble."""
        said = problem if isinstance(problem, Phrase) else phrase(problem)
        self.troubles.append(RowTrouble(self.row.number, self.plan.called(place), said, value[:_SHOWN], fatal))

    def faults(self) -> bool:
        """Tell what the reader of the file noticed; whether the row is still to be used."""
        for noticed in self.row.noticed:
            lost = noticed.fault is Fault.CUT and self.plan.reading.truncated is not Truncated.KEEP
            self.tell(_FAULTS[noticed.fault], noticed.column, noticed.value, fatal=lost)
        return not any(trouble.fatal for trouble in self.troubles)

    def is_total(self) -> bool:
        """Whether the row is a sum at the foot of a table."""
        first = next((cell for cell in self.row.cells if cell.strip()), "")
        return joined(first.strip(" :")) in TOTALS

    def repeats_headings(self) -> bool:
        """Whether the row is the heading once more, as printed lists have it on each page."""
        said = [cell.strip() for cell in self.row.cells if cell.strip()]
        return len(said) > 1 and said == [heading for heading in self.plan.headings if heading]
