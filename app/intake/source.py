"""An open file as a table: its sample for the guess, and its rows for the reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import BinaryIO, NamedTuple

from app.errors import UserError
from app.intake.contents import NOTHING_IN_IT, Content, content_of
from app.intake.encodings import NAMES, Encoding, encoding_of
from app.intake.header_rows import header_of
from app.intake.options import Ask, Choice, Overrides, Reading, Topic, Truncated
from app.intake.separated import SEPARATORS, Separator, records, separator_of, text_of, unfinished, wrapped_width
from app.intake.table import Merged, Row, Sample
from app.intake.workbook import EMPTY, Workbook
from app.words import N_, phrase

SAMPLED = 400
"""Rows that are looked at for a guess."""

_PROBED_SHEETS = 12
_PROBED_ROWS = 30

ENCODING = N_("In which encoding is this file? Choose the one whose letters are right.")
SEPARATOR = N_("What separates the columns?")
SHEET = N_("Which sheet is to be read?")
CUT = N_("The file ends in the middle of row {row}. It was probably cut short on its way: is this all of it?")
WITHOUT = N_("Read it without this row")
AS_IT_STANDS = N_("Read this row as it stands, too")
READS_AS = N_("{encoding}")
SEMICOLON, COMMA, TABULATOR, BAR = N_("Semicolon"), N_("Comma"), N_("Tab"), N_("Vertical bar")
_SIGNS = dict(zip(SEPARATORS, (SEMICOLON, TABULATOR, COMMA, BAR), strict=True))


class Seen(NamedTuple):
    """A sample with what is known of the file, and questions about that."""

    sample: Sample
    start: Reading
    asks: tuple[Ask, ...] = ()
    sheets: tuple[str, ...] = ()
    broken: bool = False


class Rows(NamedTuple):
    """All rows of a table; `height` if it is known, `sheet` and merged cells of a workbook."""

    rows: Iterator[Row]
    height: int | None = None
    merged: tuple[Merged, ...] = ()


class Source:
    """A file that holds a table. Raises `UserError` when it holds none."""

    def __init__(self, file: BinaryIO, size: int, name: str, *, second: bool = False) -> None:
        self.file, self.name = file, name
        self.content = content_of(file, size)
        self._book = None if self.content is Content.TEXT else Workbook(file, self.content, second=second)

    def seen(self, said: Overrides) -> Seen:
        """The beginning of the table, with what was said or guessed about the file."""
        return self._seen_text(said) if self._book is None else self._seen_book(self._book, said)

    @contextmanager
    def rows(self, reading: Reading) -> Iterator[Rows]:
        """All rows, as `reading` says."""
        if self._book is None:
            with text_of(self.file, reading.encoding) as text:
                yield Rows(records(text, reading.separator, len(reading.columns)))
        else:
            sheet = self._book.sheet(reading.sheet or next(iter(self._book.sheets), ""))
            yield Rows(sheet.rows, sheet.height, sheet.merged)

    def _seen_text(self, said: Overrides) -> Seen:
        encoding = Encoding(said.encoding) if said.encoding else encoding_of(self.file)
        if said.separator:
            separator = Separator(said.separator)
        else:
            with text_of(self.file, encoding.name) as text:
                separator = self._settled(separator_of(text), encoding.name)
        rows = self._first_rows(encoding.name, separator.sign, SAMPLED)
        if all(row.empty for row in rows):
            raise UserError(NOTHING_IN_IT)
        asks = [*_ask_encoding(encoding), *self._ask_separator(separator, encoding.name)]
        sample = Sample(rows, name=self.name)
        if said.truncated is None and (row := unfinished(self.file, encoding.name, separator.sign, sample.width)):
            choices = (Choice(Truncated.LEAVE_OUT, phrase(WITHOUT)), Choice(Truncated.KEEP, phrase(AS_IT_STANDS)))
            asks.append(Ask(Topic.TRUNCATED, phrase(CUT, row=str(row)), choices, likely=Truncated.LEAVE_OUT))
        start = Reading(encoding=encoding.name, separator=separator.sign)
        return Seen(sample, start, tuple(asks), broken=encoding.broken)

    def _first_rows(self, encoding: str, separator: str, most: int) -> list[Row]:
        with text_of(self.file, encoding) as text:
            first = list(islice(records(text, separator), most))
        width = max(*(len(row.cells) for row in first), wrapped_width(first, separator), 0)
        with text_of(self.file, encoding) as text:
            return list(islice(records(text, separator, width), most))

    def _settled(self, separator: Separator, encoding: str) -> Separator:
        """The separator under which the headings make most sense, where several cut as evenly."""
        if not separator.others:
            return separator
        known = {
            sign: sum(column is not None for column in header_of(Sample(self._first_rows(encoding, sign, 40))).known)
            for sign in (separator.sign, *separator.others)
        }
        best = max(known.values())
        if not best:
            return separator
        signs = [sign for sign in known if known[sign] == best]
        return Separator(signs[0], tuple(signs[1:]))

    def _ask_separator(self, separator: Separator, encoding: str) -> Iterator[Ask]:
        if not separator.others:
            return
        choices = []
        for sign in (separator.sign, *separator.others):
            cut = tuple(" │ ".join(row.cells)[:120] for row in self._first_rows(encoding, sign, 3))
            choices.append(Choice(sign, phrase(_SIGNS.get(sign, BAR)), cut))
        yield Ask(Topic.SEPARATOR, phrase(SEPARATOR), tuple(choices), likely=separator.sign)

    def _seen_book(self, book: Workbook, said: Overrides) -> Seen:
        sheets = book.sheets
        if said.sheet:
            sample = self._sampled(book, said.sheet, SAMPLED)
            return Seen(sample, Reading(sheet=said.sheet), (), sheets)
        probes = {name: self._sampled(book, name, _PROBED_ROWS) for name in sheets[:_PROBED_SHEETS]}
        full = {name: probe for name, probe in probes.items() if any(not row.empty for row in probe.rows)}
        if not full:
            raise UserError(EMPTY)
        known = {name: sum(column is not None for column in header_of(probe).known) for name, probe in full.items()}
        best = max(full, key=lambda name: known[name])
        tables = [name for name in full if known[name] > 1] or list(full)
        asks = (_ask_sheet(best, tables, full),) if len(tables) > 1 else ()
        return Seen(self._sampled(book, best, SAMPLED), Reading(sheet=best), asks, sheets)

    def _sampled(self, book: Workbook, name: str, most: int) -> Sample:
        sheet = book.sheet(name, rows=most)
        return Sample(list(islice(sheet.rows, most)), sheet.merged, self.name, name, sheet.height)


def _ask_encoding(encoding: Encoding) -> Iterator[Ask]:
    """The question with a few lines as each encoding has them."""
    if encoding.certain:
        return
    lines = [line for line in encoding.sample.split(b"\n") if line.strip()][:3]
    choices = tuple(
        Choice(
            name,
            phrase(READS_AS, encoding=NAMES.get(name, name)),
            tuple(line.decode(name, "replace")[:160] for line in lines),
        )
        for name in (encoding.name, *encoding.others)
    )
    yield Ask(Topic.ENCODING, phrase(ENCODING), choices, likely=encoding.name)


def _ask_sheet(best: str, tables: list[str], full: dict[str, Sample]) -> Ask:
    choices = []
    for name in tables:
        rows = [row for row in full[name].rows if not row.empty][:3]
        choices.append(Choice(name, phrase("{sheet}", sheet=name), tuple(" │ ".join(row.cells)[:120] for row in rows)))
    return Ask(Topic.SHEET, phrase(SHEET), tuple(choices), likely=best)
