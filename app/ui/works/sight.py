"""The title that is looked at, as it was read last."""

from app.i18n.active import language
from app.store.programme_rows import ProgrammeRow, programme_rows
from app.store.work_records import WorkRecord, record
from app.ui.works.wording import today
from app.ui.workspace import Workspace


class Sight:
    """Holds the record that inspector, editor and menu all speak of, and the programmes it could go to."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.record: WorkRecord | None = None
        self.programmes: list[ProgrammeRow] = []

    def look_at(self, work: int | None) -> WorkRecord | None:
        """Read a title; None when there is none."""
        self.record = self._workspace.read(record, work, language(), today()) if work is not None else None
        return self.record

    def read_programmes(self) -> None:
        """Read the programmes again."""
        self.programmes = self._workspace.read(programme_rows)

    def programme(self, number: int | None) -> str:
        """The name of a programme, or ''."""
        found = (row.names.shown(language()) for row in self.programmes if row.id == number)
        return next(found, "")
