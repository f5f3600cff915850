"""From a file on the disk to what it proposes: one looks first, then reads; both happen in a process of their own."""

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.domain.proposals import Proposal, RowTrouble
from app.errors import UserError
from app.intake import limits
from app.intake.keeping import Kept
from app.intake.options import Ask, Overrides, Reading
from app.intake.packing import Frame, ask_of, reading_of, screening_of, title_of, trouble_of, unpacked
from app.intake.process import UNREADABLE, Broken, run
from app.words import N_

TOO_MANY = N_("This file has more than {most} titles, which is more than one step can hold. Divide it.")

Progress = Callable[[int, int], None]
"""`(done, total)` in bytes of the file or in rows; called about ten times a second even when nothing moves.

What it raises ends the reading and passes through: `ui.jobs.Job.report` can be handed in as it is.
"""


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
    job = {"do": "look", "said": (overrides or Overrides()).as_json()}
    for kind, payload in _answers(path, job, limits.LOOK_SECONDS):
        if kind is Frame.LOOK:
            return _look_of(unpacked(payload))
    raise UserError(UNREADABLE, name=path.name)


def propose(
    path: Path,
    reading: Reading,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
    most: int | None = None,
) -> Proposal:
    """Everything the file proposes, read as `reading` says. Raises `UserError`, and `Stopped` within a second.

    A file with more than `most` titles is refused as soon as that is seen.
    """
    titles, screenings, troubles = Kept(title_of), Kept(screening_of), Kept(trouble_of)
    kept: dict[Frame, Kept[Any]] = {Frame.TITLES: titles, Frame.SCREENINGS: screenings, Frame.TROUBLES: troubles}
    done, total = 0, 0
    with closing(_answers(path, {"do": "propose", "said": reading.as_json()}, limits.READ_SECONDS)) as answers:
        for kind, payload in answers:
            if stop is not None and stop():
                raise Stopped
            if kind in kept:
                kept[kind].add(payload)
                if most is not None and len(titles) > most:
                    raise UserError(TOO_MANY, most=most)
            elif kind is Frame.PROGRESS:
                done, total = unpacked(payload)
            elif kind is Frame.DONE:
                return Proposal(unpacked(payload)[0], titles, screenings, troubles)
            if progress is not None:
                progress(done, total)
    raise UserError(UNREADABLE, name=path.name)


def _answers(path: Path, job: dict[str, Any], seconds: int) -> Generator[tuple[Frame | None, bytes], None, None]:
    """The frames of the job; a workbook that one reader breaks down over is given to the other."""
    for second in (False, True):
        begun = False
        try:
            with closing(run(path, {**job, "second": second}, seconds)) as found:
                for kind, payload in found:
                    begun = begun or kind in (Frame.TITLES, Frame.SCREENINGS, Frame.TROUBLES)
                    yield kind, payload
        except Broken:
            if begun:
                break
        else:
            return
    raise UserError(UNREADABLE, name=path.name)


def _look_of(data: Any) -> Look:
    shape, reading, preview, numbers, headings, sheets, encodings, rows, asks, notes, signature = data
    return Look(
        Format(shape),
        reading_of(reading),
        tuple(tuple(cells) for cells in preview),
        tuple(numbers),
        tuple(headings),
        tuple(sheets),
        tuple(encodings),
        rows,
        tuple(ask_of(ask) for ask in asks),
        tuple(trouble_of(note) for note in notes),
        signature,
    )
