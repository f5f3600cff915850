"""The rows of a file that could not be taken as they are, as CSV: to be mended and brought in again."""

import csv
import io
from collections.abc import Iterable

from app.domain.proposals import RowTrouble
from app.export.comma_file import MARK, guarded, separator
from app.i18n.catalogue import Catalogue


def trouble_list(troubles: Iterable[RowTrouble], tr: Catalogue) -> bytes:
    """A line for each trouble: row, column, value, what is wrong, whether the row was left out."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=separator(tr.language), lineterminator="\r\n")
    writer.writerow([tr("Row"), tr("Column"), tr("Value"), tr("Problem"), tr("What was done")])
    for trouble in troubles:
        done = tr("The row was left out") if trouble.fatal else tr("The row was imported without this value")
        cells = [trouble.column, trouble.value, tr.say(trouble.problem), done]
        writer.writerow([str(trouble.row or ""), *(guarded(cell.replace("\0", "")) for cell in cells)])
    return (MARK + made.getvalue()).encode("utf-8", "replace")
