"""What is being typed beside a slate and not yet saved: it outlives another choice, another page and a kill."""

from typing import NamedTuple

from app.store.slate_rows import EntryRow
from app.ui.drafts import SLATE, Draft, Drafts, shared
from app.ui.workspace import Workspace

OPINION = "opinion"

Place = tuple[str, int | None, str, str]


class Where(NamedTuple):
    """The programme and the work a draft belongs to, and its field."""

    programme: int
    work: int
    field: str


class Unsaved:
    """The drafts of slates, by programme, title and field."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def _drafts(self) -> Drafts:
        return shared()

    def text(self, programme: int, entry: EntryRow, field: str) -> str | None:
        """What was typed there; None for nothing."""
        found = self._drafts.find(self._place(programme, entry, field))
        return None if found is None else found.text

    def note(self, programme: int, entry: EntryRow, field: str, text: str) -> None:
        """Keep what a field holds."""
        self._drafts.note(Draft(*self._place(programme, entry, field), text=text, title=entry.title))

    def forget(self, programme: int, entry: EntryRow, field: str) -> None:
        """It is saved, or given up."""
        self._drafts.forget([self._place(programme, entry, field)])

    def first(self) -> Where | None:
        """Where the oldest of them was typed; those that lead nowhere are given up."""
        for draft in self._drafts.of(self._workspace.store.address):
            section, _colon, programme = draft.section.partition(":")
            if section == SLATE and draft.work is not None and programme.isdigit():
                return Where(int(programme), draft.work, draft.field)
        return None

    def give_up(self, where: Where) -> None:
        """The title is no longer in the slate."""
        self._drafts.forget([(self._workspace.store.address, where.work, f"{SLATE}:{where.programme}", where.field)])

    def _place(self, programme: int, entry: EntryRow, field: str) -> Place:
        return self._workspace.store.address, entry.work, f"{SLATE}:{programme}", field


class Half(NamedTuple):
    """An opinion that has not been given yet."""

    author: str
    points: int | None
    note: str

    def __str__(self) -> str:
        points = "" if self.points is None else str(self.points)
        return f"{self.author}\n{points}\n{self.note}"

    @classmethod
    def read(cls, text: str) -> "Half":
        """The other way round."""
        author, points, note = (*text.split("\n", 2), "", "")[:3]
        return cls(author, int(points) if points.isdigit() else None, note)
