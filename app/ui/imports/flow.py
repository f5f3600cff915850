"""An import on its way through the pages: the file, how it is read, what it would change, what it did. No widgets."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.domain.proposals import Proposal, RowTrouble
from app.errors import UserError
from app.intake.options import Overrides, What
from app.intake.reading import Look, look, propose
from app.operations import imports
from app.operations.imports import BACKUP_FROM, Answer, Choices, Imported, OnDuplicate, Plan
from app.store import backup
from app.store.bulk import uncollected
from app.store.journal import Step
from app.store.known_files import remembered
from app.store.programme_rows import programme_called
from app.store.store import Store, utc_now
from app.words import N_

CHANGED = N_("“{file}” was changed since you looked at it. Choose it once more.")

Report = Callable[[int, int], None]


@dataclass(frozen=True)
class Pair:
    """A row that may be a title that is there: both as a list of (what, in the file, in the library)."""

    row: int
    here: str
    there: str
    facts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Seen:
    """A file that was looked at; `known` when it is read as one of its kind was before."""

    path: Path
    look: Look
    overrides: Overrides = field(default_factory=Overrides)
    known: bool = False
    mark: tuple[int, int] = (0, 0)
    """Size and moment of the last change when it was looked at."""

    @property
    def ready(self) -> bool:
        """Whether nothing is left to ask."""
        return not self.look.asks

    @property
    def screenings(self) -> bool:
        """Whether its rows are showings."""
        return self.look.reading.what is What.SCREENINGS


@dataclass(frozen=True)
class Wishes:
    """What was chosen on the page that checks."""

    on_duplicate: OnDuplicate = OnDuplicate.UPDATE
    programme: int | None = None
    new_programme: str = ""
    zone: str = "Asia/Almaty"
    answers: dict[int, Answer] = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """A file read whole, with what it would change."""

    seen: Seen
    proposal: Proposal
    plan: Plan

    @property
    def troubles(self) -> tuple[RowTrouble, ...]:
        """Everything there is to tell about its rows."""
        return (*self.seen.look.notes, *self.plan.troubles)


def looked(store: Store, path: Path, overrides: Overrides | None, report: Report) -> Seen:
    """Look at a file: as it was said to be, else as the last of its kind was read."""
    report(0, 0)
    mark = _mark(path)
    if overrides is not None:
        return Seen(path, look(path, overrides), overrides, mark=mark)
    first = look(path)
    with store.read() as session:
        known = remembered(session, first.signature)
    if not known:
        return Seen(path, first, mark=mark)
    before = Overrides.from_json(json.loads(known))
    # Encoding and separator are the file's own; the meaning of its columns is what was said before.
    return Seen(path, look(path, before), before, known=True, mark=mark)


def _mark(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)  # reading says what is the matter
    return (found.st_size, found.st_mtime_ns)


def planned(store: Store, seen: Seen, wishes: Wishes, report: Report) -> Planned:
    """Read the file whole and plan. Raises `UserError` when it is another one than was looked at."""
    if _mark(seen.path) != seen.mark:
        raise UserError(CHANGED, file=seen.path.name)
    proposal = propose(seen.path, seen.look.reading, report, most=imports.MOST_TITLES)
    if seen.screenings and wishes.programme is None and not wishes.new_programme:
        with store.read() as session:  # the same file tomorrow goes into the programme it made today
            wishes = replace(wishes, programme=programme_called(session, seen.path.stem))
    return again(store, Planned(seen, proposal, Plan(proposal, Choices())), wishes, report)


def again(store: Store, before: Planned, wishes: Wishes, report: Report) -> Planned:
    """Plan anew what was read already: something else is wished."""
    choices = choices_of(before.seen, wishes)
    with store.read() as session:
        return replace(before, plan=imports.plan(session, before.proposal, choices, report))


def choices_of(seen: Seen, wishes: Wishes) -> Choices:
    """What the operation needs to know."""
    return Choices(
        file=seen.path.name,
        on_duplicate=wishes.on_duplicate,
        answers=dict(wishes.answers),
        programme=wishes.programme if seen.screenings else None,
        new_programme=wishes.new_programme or seen.path.stem,
        zone=wishes.zone,
        day_start=seen.look.reading.day_start,
        signature=seen.look.signature,
        reading=json.dumps(seen.look.remembered().as_json(), ensure_ascii=False),
    )


def carried_out(store: Store, before: Planned, wishes: Wishes, report: Report) -> tuple[Imported, Step]:
    """Import: a backup first where there is much, the plan once more as of now, then one step."""
    done = again(store, before, wishes, report)
    library = store.path
    if library is not None and len(done.plan.rows) + len(done.plan.shows) > BACKUP_FROM:
        backup.keep(library, library.parent / "backups", utc_now(), "import")
    label = imports.step_name(before.seen.path.name)
    with uncollected():
        return store.write(label, imports.carry_out, done.plan, report)
