"""From a file on the disk to what it proposes: one looks first, then reads; both happen in a process of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.proposals import Proposal, RowTrouble
from app.intake.options import Ask, Overrides, Reading

Progress = Callable[[int, int], None]
"""`(done, total)` in bytes of the file or in rows; called about ten times a second even when nothing moves.

What it raises ends the reading and passes through: `ui.jobs.Job.report` can be handed in as it is.
"""

PREVIEWED = 50


class Format(StrEnum):
    """What kind of file it is, told from its content."""

    TEXT = "text"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Look:
    """A file as it presents itself. `reading` holds all guesses, with the overrides in them.

    `preview` are the first rows as text, from row 1 of the file, headings and titles too; `numbers` their rows.
    `headings` are the headings of the columns as they stand ('' without). `rows` is how many there are if known.
    `encodings` and `sheets` are what one could choose instead. `asks` must be answered before `propose`;
    `notes` are things to know. `signature` is the same for files with the same headings: the key of a remembered
    mapping.
    """

    format: Format
    reading: Reading
    preview: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    headings: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    encodings: tuple[str, ...] = ()
    rows: int | None = None
    asks: tuple[Ask, ...] = ()
    notes: tuple[RowTrouble, ...] = ()
    signature: str = ""

    def remembered(self) -> Overrides:
        """The mapping of this file by its headings, to be kept under `signature` and used for the next one."""
        columns = zip(self.headings, self.reading.columns, strict=False)
        return Overrides(
            what=self.reading.what,
            by_heading=tuple((heading, column) for heading, column in columns if heading),
            date_order=self.reading.date_order,
        )


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Raised when `stop` said so."""


def look(path: Path, overrides: Overrides | None = None) -> Look:
    """What the file is and how it would be read. Raises `UserError` when it cannot be."""
    raise NotImplementedError


def propose(
    path: Path,
    reading: Reading,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
) -> Proposal:
    """Everything the file proposes, read as `reading` says. Raises `UserError`, and `Stopped` within a second."""
    raise NotImplementedError
