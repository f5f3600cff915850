"""What is being typed and not yet saved, kept in a file beside the settings so that it survives a kill."""

import json
import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from app.files import write_whole
from app.paths import data_folder

SLATE = "slate"
"""The section of what was typed beside a slate; the programme follows it: `slate:7`."""

WITHIN = 700
"""Milliseconds from a keystroke until it is in the file. The clock is never set back by the next keystroke."""

LARGEST = 200_000
MOST = 200


class Draft(NamedTuple):
    """Typing that was not handed over: in which library, of which work (None: a new one), in which field."""

    library: str
    work: int | None
    section: str
    field: str
    text: str
    title: str = ""
    at: str = ""

    @property
    def place(self) -> tuple[str, int | None, str, str]:
        """Where it was typed."""
        return self.library, self.work, self.section, self.field


class Drafts(QObject):
    """The drafts of this user. One object in a program writes them."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or data_folder() / "drafts.json"
        self._drafts = {draft.place: draft for draft in _read(self._path)}
        self._soon = QTimer(self, singleShot=True, interval=WITHIN)
        self._soon.timeout.connect(self.write)

    def of(self, library: str) -> list[Draft]:
        """What was being typed in a library, oldest first."""
        return sorted((draft for draft in self._drafts.values() if draft.library == library), key=lambda one: one.at)

    def find(self, place: tuple[str, int | None, str, str]) -> Draft | None:
        """What was typed into one field."""
        return self._drafts.get(place)

    def note(self, draft: Draft) -> None:
        """Keep what a field holds now."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._drafts[draft.place] = draft._replace(at=now, text=draft.text[:LARGEST])
        self._write_soon()

    def forget(self, places: Iterable[tuple[str, int | None, str, str]]) -> None:
        """What was typed there is saved, or given up."""
        gone = [place for place in places if self._drafts.pop(place, None) is not None]
        if gone:
            self._write_soon()

    def _write_soon(self) -> None:
        if not self._soon.isActive():  # started anew by every key, it would wait as long as one types
            self._soon.start()

    def write(self) -> None:
        """Write the file now."""
        self._soon.stop()
        kept = [draft._asdict() for draft in list(self._drafts.values())[-MOST:]]
        try:
            if kept:
                write_whole(self._path, json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace"))
                self._path.chmod(0o600)
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:  # a full disk costs the draft, not the work
            logging.getLogger(__name__).warning("Drafts could not be written: %s", type(error).__name__)


_open: dict[Path, Drafts] = {}


def shared() -> Drafts:
    """The one object of this program that writes the drafts."""
    path = data_folder() / "drafts.json"
    found = _open.get(path)
    if found is None or not isValid(found):
        found = _open[path] = Drafts(path)
    return found


def _read(path: Path) -> list[Draft]:
    """The drafts of a file; one that cannot be read holds none."""
    try:
        rows = json.loads(path.read_bytes())
        return [Draft(**row) for row in rows if isinstance(row["text"], str) and isinstance(row["library"], str)]
    except (OSError, ValueError, TypeError, KeyError):
        return []
