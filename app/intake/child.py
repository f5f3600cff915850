"""The process that reads a file: `python -m app.intake.child JOB` with the file for its input, frames for its output.

It is held to limits before it looks at the file, opens no other file and no connection, and
sends back plain values. Nothing but `app.intake.reading` starts it.
"""

import json
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from itertools import chain
from time import monotonic
from types import TracebackType
from typing import Any, BinaryIO

from app.domain.proposals import RowTrouble
from app.errors import UserError
from app.intake import limits
from app.intake.cells import Cells, Plan
from app.intake.dating import whole_day
from app.intake.encodings import NAMES
from app.intake.grid import as_list, unfolded
from app.intake.guess import guess
from app.intake.options import Layout, Overrides, Reading, What
from app.intake.packing import Frame, packed, send
from app.intake.showings import Showings
from app.intake.source import Rows, Source
from app.intake.table import Fault, Row
from app.intake.titles import title_from
from app.words import N_, phrase

TOO_LARGE = N_("The file asks for more memory than a list should. Divide it.")
SOME_BROKEN = N_("Some bytes of the file fit no letter; � stands for them.")

CUT_SHORT = N_("The file ends in the middle of row {row}. Nothing was read from it.")

PAUSE = 0.1
_BATCH = 256 * 1024
_PREVIEWED = 50


def main() -> int:
    """Do the one job on the command line."""
    job: dict[str, Any] = json.loads(sys.argv[1])
    limits.hold(limits.LOOK_SECONDS if job["do"] == "look" else limits.READ_SECONDS)
    out = os.fdopen(os.dup(1), "wb")
    sys.excepthook = lambda kind, fault, trace: _broken(out, kind, fault, trace)
    with open(0, "rb", closefd=False) as file:
        try:
            work(file, job, out)
        except UserError as refusal:
            send(out, Frame.REFUSED, packed(refusal.phrase))
    return 0


def work(file: BinaryIO, job: dict[str, Any], out: BinaryIO) -> None:
    """Look at the file or read it, sending what is found. Raises `UserError`."""
    source = Source(file, job["size"], job["name"], second=job["second"])
    if job["do"] == "look":
        send(out, Frame.LOOK, packed(_look(source, Overrides.from_json(job["said"]))))
        return
    reading = Overrides.from_json(job["said"]).on(Reading())
    _Reader(source, reading, out, job["size"]).read()


def _broken(out: BinaryIO, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Tell the parent what ended this process."""
    if issubclass(kind, MemoryError):
        send(out, Frame.REFUSED, packed(phrase(TOO_LARGE)))
    else:
        send(out, Frame.BROKEN, "".join(traceback.format_exception(kind, fault, trace))[-8_000:].encode())


def _look(source: Source, said: Overrides) -> list[object]:
    """What `reading.Look` is made of."""
    seen = source.seen(said)
    found = guess(seen.sample, seen.start, said)
    first = seen.sample.rows[:_PREVIEWED]
    notes = list(found.notes)
    if seen.broken:
        notes.append(RowTrouble(0, "", phrase(SOME_BROKEN), "", fatal=False))
    return [
        "text" if source.content == "text" else "workbook",
        found.reading,
        [row.cells for row in first],
        [row.number for row in first],
        found.headings,
        seen.sheets,
        [] if seen.sheets else list(NAMES),
        seen.sample.total,
        [*seen.asks, *found.asks],
        notes,
        found.signature,
    ]


class _Reader:
    """Reads a whole table and sends what it proposes, in batches."""

    def __init__(self, source: Source, reading: Reading, out: BinaryIO, size: int) -> None:
        self._source, self._reading, self._out, self._size = source, reading, out, size
        self._lines: dict[Frame, list[bytes]] = {Frame.TITLES: [], Frame.SCREENINGS: [], Frame.TROUBLES: []}
        self._waiting = 0
        self._told = monotonic()
        self._count = 0

    def read(self) -> None:
        with self._source.rows(self._reading) as table:
            above, heads, body = _parted(table.rows, self._reading)
            headings = _headings(heads, self._reading)
            if self._reading.layout is Layout.GRID:
                rows = unfolded(self._counted(body, table), heads, self._reading, table.merged)
                self._screenings(rows, Plan(as_list(self._reading)), above)
            elif self._reading.what is What.SCREENINGS:
                self._screenings(self._counted(body, table), Plan(self._reading, headings), above)
            else:
                self._titles(self._counted(body, table), Plan(self._reading, headings))
        self._flush()
        send(self._out, Frame.DONE, packed([self._count]))

    def _titles(self, rows: Iterable[Row], plan: Plan) -> None:
        for row in rows:
            cells = Cells(row, plan)
            title = title_from(cells)
            self._keep(Frame.TITLES, [title] if title else [], cells)

    def _screenings(self, rows: Iterable[Row], plan: Plan, above: list[Row]) -> None:
        order = self._reading.date_order
        said = [cell for row in above for cell in row.cells if cell.strip()]
        day = next(filter(None, (whole_day(text, order) for text in (*said, self._reading.sheet))), None)
        showings = Showings(plan, day)
        for row in rows:
            ready, cells = showings.of(row)
            self._keep(Frame.SCREENINGS, ready, cells)
        for last in showings.rest():
            self._add(Frame.SCREENINGS, last)

    def _keep(self, kind: Frame, values: Iterable[object], cells: Cells) -> None:
        for value in values:
            self._add(kind, value)
        for trouble in cells.troubles:
            self._add(Frame.TROUBLES, trouble)

    def _add(self, kind: Frame, value: object) -> None:
        line = packed(value) + b"\n"
        self._lines[kind].append(line)
        self._waiting += len(line)
        if self._waiting > _BATCH:
            self._flush()

    def _flush(self) -> None:
        for kind, lines in self._lines.items():
            if lines:
                send(self._out, kind, b"".join(lines))
                lines.clear()
        self._waiting = 0

    def _counted(self, rows: Iterable[Row], table: Rows) -> Iterator[Row]:
        """The rows that hold anything, counted, with the progress told now and then."""
        for row in rows:
            if row.empty and not row.noticed:
                continue
            if self._reading.truncated is None and any(one.fault is Fault.CUT for one in row.noticed):
                raise UserError(CUT_SHORT, row=str(row.number))
            self._count += 1
            if monotonic() - self._told > PAUSE:
                self._told = monotonic()
                done = (row.number, table.height) if table.height else (self._source.file.tell(), self._size)
                send(self._out, Frame.PROGRESS, packed(done))
            yield row


def _parted(rows: Iterator[Row], reading: Reading) -> tuple[list[Row], list[Row], Iterator[Row]]:
    """(the rows above the heading, the heading, the rows below)."""
    above: list[Row] = []
    heads: list[Row] = []
    if not reading.header_row:
        return above, heads, rows
    for row in rows:
        if row.number < reading.header_row:
            above.append(row)
        elif row.number < reading.header_row + reading.header_rows:
            heads.append(row)
        else:
            return above, heads, chain([row], rows)
    return above, heads, iter(())


def _headings(heads: list[Row], reading: Reading) -> tuple[str, ...]:
    """The headings as reports call the columns."""
    width = max([len(reading.columns), *(len(head.cells) for head in heads)])
    lines = [[*head.cells, *[""] * (width - len(head.cells))] for head in heads]
    return tuple(" ".join(filter(None, (line[place].strip() for line in lines))) for place in range(width))


if __name__ == "__main__":
    sys.exit(main())
