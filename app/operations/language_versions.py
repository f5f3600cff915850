"""What one can do to a language version in detail: where its subtitles are, and its place among the versions."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.domain.kinds import FOR_ALL, SubtitleKind
from app.errors import UserError
from app.operations.records import set_facts
from app.operations.works import FIRST_YEAR, LAST_YEAR, LONGEST, RUNTIME_WRONG, YEAR_WRONG
from app.store.works import Subtitle, Version


def change(session: Session, version: int, **facts: Any) -> None:
    """Correct a version: language, mode, status, runtime, year, studio, place, note, subtitles as (tag, kind), access.

    `access` are those of `FOR_ALL` that are in its picture or sound.
    """
    row = session.get_one(Version, version)
    year, runtime = facts.get("year"), facts.get("runtime")
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(YEAR_WRONG, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    if runtime is not None and not 1 <= runtime <= LONGEST:
        raise UserError(RUNTIME_WRONG, most=LONGEST)
    subtitles = facts.pop("subtitles", None)
    if "access" in facts:
        facts["access"] = " ".join(kind.value for kind in FOR_ALL if kind in facts["access"])
    set_facts(row, **facts)
    if subtitles is not None:
        _set_subtitles(row, subtitles)


def move(session: Session, version: int, place: int) -> None:
    """Put a version at `place` (0 is first) among those of its work."""
    row = session.get_one(Version, version)
    order = [other for other in row.work.versions if other is not row]
    order.insert(max(0, min(place, len(order))), row)
    for position, other in enumerate(order):
        other.position = position


def _set_subtitles(row: Version, subtitles: Sequence[tuple[str, SubtitleKind]]) -> None:
    """One line for each language and kind: a version may carry the same language burnt in and as a file."""
    known = {(one.language, one.kind): one for one in row.subtitles}
    wanted = list(dict.fromkeys((tag, kind) for tag, kind in subtitles))
    left = [one for pair, one in known.items() if pair not in wanted]
    kept = []
    for tag, kind in wanted:
        one = known.get((tag, kind))
        if one is None:  # another kind of the same language is a correction, not another record
            one = next((other for other in left if other.language == tag), None)
            if one is not None:
                left.remove(one)
                one.kind = kind
        kept.append(one or Subtitle(language=tag, kind=kind))
    row.subtitles = kept
    for position, one in enumerate(kept):
        one.position = position
