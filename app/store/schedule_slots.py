"""What the rules take: the events of a programme as slots, and the blockers of its halls."""

from collections import defaultdict
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.kinds_of_plans import AudienceKind, BlockerKind
from app.domain.names import FourNames
from app.domain.screenings import Slot
from app.store.base import four
from app.store.schedule_cards import Placed
from app.store.screenings import Blocker, BlockerHall

CHILDREN = frozenset({AudienceKind.FAMILY, AudienceKind.SCHOOL})
MEETING = frozenset({PartKind.INTRO, PartKind.TALK, PartKind.QA})
"""The parts in which the public meets somebody."""


class BlockerRow(NamedTuple):
    """Time in which halls are taken without a show; `starts` is the naive wall time in `zone`, `day` the festival day.

    `halls` and `slots` stand side by side: the number under which the rules know the blocker in that hall.
    """

    id: int
    kind: BlockerKind
    names: FourNames
    day: date
    starts: datetime
    zone: str
    minutes: int
    halls: tuple[int, ...]
    slots: tuple[int, ...]


def slot_of(placed: Placed) -> Slot:
    """An event as the rules take it."""
    card, starts, before, body, after = placed
    copies, works, versions, talks = [], [], [], []
    lingers, meets = card.audience in CHILDREN, False
    for part in card.parts:
        kind, work = part.kind, part.work
        if kind in MEETING:
            meets, lingers = True, lingers or kind is PartKind.QA
        if work is None:
            continue
        if kind is PartKind.TALK:
            talks.append(work)
            continue
        works.append(work)
        versions.append(part.version)
        if part.copy is not None:
            copies.append(part.copy)
    return Slot(
        card.id, card.hall, starts - before, starts, starts + body, starts + body + after, tuple(copies), tuple(works),
        tuple(versions), card.status, card.locked, lingers, False, card.entry, card.strand, card.audience,  # noqa: FBT003 - in the order of its fields
        card.occasion, card.expected, card.people, tuple(talks), meets,
    )  # fmt: skip


def blockers(session: Session, programme: int, day_start: int) -> tuple[list[BlockerRow], list[Slot]]:
    """The blockers of a programme by their moments, and the slots they fill: one in each hall."""
    query = select(Blocker.__table__).where(Blocker.programme_id == programme).order_by(Blocker.starts, Blocker.id)
    found = session.execute(query).mappings().all()
    if not found:
        return [], []
    halls: dict[int, list[tuple[int, int]]] = defaultdict(list)
    query = select(BlockerHall.blocker_id, BlockerHall.hall_id, BlockerHall.id).join(Blocker)
    for blocker, hall, key in session.execute(query.where(Blocker.programme_id == programme).order_by(BlockerHall.id)):
        halls[blocker].append((hall, -key))
    rows, slots = [], []
    for row in found:
        own, starts = halls[row["id"]], row["starts_local"]
        rows.append(BlockerRow(
            row["id"], row["kind"], four(row), calendar.festival_day(starts, day_start), starts, row["zone"],
            row["minutes"], tuple(hall for hall, _ in own), tuple(slot for _, slot in own),
        ))  # fmt: skip
        begins = calendar.minute_of(row["starts"])
        slots += [_blocked(slot, hall, begins, begins + row["minutes"]) for hall, slot in own]
    return rows, slots


def _blocked(slot: int, hall: int, begins: int, ends: int) -> Slot:
    return Slot(slot, hall, begins, begins, ends, ends, status=ScreeningStatus.CONFIRMED, blocker=True)
