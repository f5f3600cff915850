"""Repairs of the show itself: another version of a title, or a pin on an event that shall not move."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.domain.board import Board
from app.domain.screenings import Clash, Finding, Slot

FOR_LANGUAGES = frozenset(
    {Clash.NOBODY_UNDERSTANDS, Clash.POLICY_MISSED, Clash.LANGUAGE_MISSING, Clash.HALL_CANNOT_PLAY}
)  # fmt: skip
"""What another version may cure."""


class UseVersion(NamedTuple):
    """Show another version of the same title, from `copy`. `arrives`: when that is ready, None when it is here."""

    slot: int
    version: int
    copy: int
    arrives: int | None
    after: tuple[Slot, ...]


class Lock(NamedTuple):
    """Fasten an event to its place."""

    slot: int
    after: tuple[Slot, ...]


def other_versions(finding: Finding, slots: Sequence[Slot], board: Board) -> Iterator[UseVersion]:
    """Each copy of another version of what these events show, those that are ready first."""
    if finding.clash not in FOR_LANGUAGES:
        return
    known, versions = board.context.copies, board.context.versions
    for slot in slots:
        for work, shown in slot.shown():
            copies = []
            for number, facts in known.items():
                version = None if facts.version is None else versions.get(facts.version)
                if version is not None and version.work == work and facts.version != shown:
                    copies.append((facts.ready_from or 0, number))
            for _ready, copy in sorted(copies):
                made = _showing(slot, work, copy, board)
                yield UseVersion(slot.id, known[copy].version or 0, copy, known[copy].ready_from, (made,))


def _showing(slot: Slot, work: int, copy: int, board: Board) -> Slot:
    """The event with one title shown from another copy."""
    known = board.context.copies
    padded = (*slot.versions, *(None,) * (len(slot.works) - len(slot.versions)))
    pairs = zip(slot.works, padded, strict=False)
    versions = tuple(known[copy].version if own == work else version for own, version in pairs)
    gone = {version for own, version in slot.shown() if own == work}
    kept = [one for one in slot.copies if one not in known or known[one].version not in gone]
    return replace(slot, versions=versions, copies=(*kept, copy))


def locks(finding: Finding, slots: Sequence[Slot]) -> Iterator[Lock]:
    """A pin for each event that ought to have one."""
    if finding.clash is Clash.NOT_PINNED:
        yield from (Lock(slot.id, (replace(slot, locked=True),)) for slot in slots if not slot.locked)
