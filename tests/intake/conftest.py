"""Spreadsheets made from the sample library, read in this process where the other is not the point."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import xlsxwriter

from app.domain.proposals import ProposedScreening, ProposedTitle, RowTrouble
from app.intake import child
from app.intake.options import Overrides
from app.intake.packing import Frame, frames, screening_of, title_of, trouble_of, unpacked
from app.intake.reading import Look, _look_of
from app.paths import resource


class Read(NamedTuple):
    """Everything one file gave."""

    look: Look
    titles: list[ProposedTitle]
    screenings: list[ProposedScreening]
    troubles: list[RowTrouble]

    @property
    def asked(self) -> set[str]:
        return {ask.topic.value for ask in self.look.asks}

    @property
    def fatal(self) -> list[int]:
        return [trouble.row for trouble in self.troubles if trouble.fatal]


def _worked(data: bytes, name: str, job: dict[str, Any]) -> list[tuple[Frame, bytes]]:
    out = io.BytesIO()
    child.work(io.BytesIO(data), {"size": len(data), "name": name, "second": False, **job}, out)
    out.seek(0)
    return list(frames(out))


def look_at(data: bytes, name: str = "list.csv", said: Overrides | None = None) -> Look:
    """Look at a file, in this process."""
    ((_kind, payload),) = _worked(data, name, {"do": "look", "said": (said or Overrides()).as_json()})
    return _look_of(unpacked(payload))


def read_bytes(data: bytes, name: str = "list.csv", said: Overrides | None = None) -> Read:
    """Look at a file and read it as the look says, in this process."""
    look = look_at(data, name, said)
    found: dict[Frame, list[Any]] = {Frame.TITLES: [], Frame.SCREENINGS: [], Frame.TROUBLES: []}
    made = {Frame.TITLES: title_of, Frame.SCREENINGS: screening_of, Frame.TROUBLES: trouble_of}
    for kind, payload in _worked(data, name, {"do": "propose", "said": look.reading.as_json()}):
        if kind in found:
            found[kind] += [made[kind](unpacked(line)) for line in payload.splitlines()]
    return Read(look, *found.values())


def read_text(text: str, said: Overrides | None = None, name: str = "list.csv") -> Read:
    return read_bytes(text.encode(), name, said)


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Writes a workbook: `fill(book, sheet)` puts things into it."""

    def write(fill: Callable[[Any, Any], None], name: str = "list.xlsx") -> Path:
        path = tmp_path / name
        book = xlsxwriter.Workbook(str(path))
        fill(book, book.add_worksheet("Кесте"))
        book.close()
        return path

    return write


def library() -> list[dict[str, str]]:
    with resource("sample", "titles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(rows: Sequence[Sequence[str]], separator: str, end: str) -> str:
    """A text file as spreadsheets write it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue()
