"""What of the slate waits to be placed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import rights
from app.domain.kinds import ScreeningStatus, SlateState
from app.domain.rights import Standing, Window
from app.store.programme_rows import ProgrammeRow
from app.store.schedule_cards import Card, EntryRow, Face3
from app.store.work_rows import VersionLine
from app.store.works import Work

USUAL = 90
"""Minutes taken for a film whose length nobody knows yet."""


class TrayRow(NamedTuple):
    """A confirmed slate entry with showings still to place; `minutes` is the film without tails."""

    entry: int
    work: int
    title: str
    title_language: str
    second: str
    minutes: int
    version: VersionLine | None
    placed: int
    showings: int
    standing: Standing
    strand: int | None
    intro: int
    qa: int


class Stock(NamedTuple):
    """What is known of the titles of the slate: how they are shown to the reader, their versions, their rights."""

    titles: Mapping[int, Face3]
    versions: Mapping[int, VersionLine]
    allowed: Mapping[int, tuple[Window, ...]]
    language: str
    today: date


def tray(
    session: Session, row: ProgrammeRow, entries: Sequence[EntryRow], cards: Iterable[Card], stock: Stock
) -> list[TrayRow]:
    """The entries that are confirmed and not shown as often as they shall be, in the order of the slate."""
    placed = Counter(card.entry for card in cards if card.status is not ScreeningStatus.CANCELLED)
    waiting = [e for e in entries if e.state is SlateState.CONFIRMED and placed[e.id] < e.showings]
    lengths = _lengths(session, {entry.work for entry in waiting})
    found = []
    for entry in waiting:
        line = stock.versions.get(entry.version or 0)
        title, code, second = stock.titles.get(entry.work, ("", stock.language, ""))
        minutes = (line.runtime if line else None) or lengths.get(entry.work) or USUAL
        standing = rights.status(stock.allowed.get(entry.work, ()), stock.today, row.territory, row.use)
        found.append(TrayRow(
            entry.id, entry.work, title, code, second, minutes, line, placed[entry.id], entry.showings, standing,
            entry.strand, entry.intro, entry.qa,
        ))  # fmt: skip
    return found


def _lengths(session: Session, works: Collection[int]) -> dict[int, int | None]:
    return dict(session.execute(select(Work.id, Work.runtime).where(Work.id.in_(works))).all())
