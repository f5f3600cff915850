"""The language versions of a work with their subtitles and their people, for the form that shows them."""

from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import SpokenMode, SubtitleKind, TrackKind, VersionStatus
from app.store.agent_rows import CreditRecord, credit_records
from app.store.works import Subtitle, Version


class SubtitleLine(NamedTuple):
    """Subtitles in one language (BCP 47), and where they are."""

    language: str
    kind: SubtitleKind


class VersionEntry(NamedTuple):
    """A language version; `runtime` in minutes if it differs from the work's, `credits` are of this version alone.

    `access` is what it has for those who hear or see little.
    """

    id: int
    language: str
    mode: SpokenMode
    status: VersionStatus
    runtime: int | None
    year: int | None
    studio: str
    place: str
    note: str
    access: tuple[TrackKind, ...] = ()
    subtitles: tuple[SubtitleLine, ...] = ()
    credits: tuple[CreditRecord, ...] = ()


def version_entries(session: Session, work: int, language: str) -> list[VersionEntry]:
    """The versions of a work in their order; names of people as the reader of `language` sees them."""
    subtitles: dict[int, list[SubtitleLine]] = defaultdict(list)
    query = select(Subtitle.version_id, Subtitle.language, Subtitle.kind).join(
        Version, Version.id == Subtitle.version_id
    )
    for version, tag, kind in session.execute(
        query.where(Version.work_id == work).order_by(Subtitle.version_id, Subtitle.position)
    ):
        subtitles[version].append(SubtitleLine(tag, kind))
    people: dict[int, list[CreditRecord]] = defaultdict(list)
    for credit in credit_records(session, work, language):
        if credit.version is not None:
            people[credit.version].append(credit)
    columns = (
        Version.id, Version.language, Version.mode, Version.status, Version.runtime, Version.year, Version.studio,
        Version.place, Version.note, Version.access,
    )  # fmt: skip
    rows = session.execute(select(*columns).where(Version.work_id == work).order_by(Version.position, Version.id))
    return [
        VersionEntry(
            *row[:9], access=tuple(map(TrackKind, row.access.split())), subtitles=tuple(subtitles[row.id]),
            credits=tuple(people[row.id]),
        )
        for row in rows
    ]  # fmt: skip
