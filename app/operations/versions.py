"""What one can do to language versions of a work."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import SpokenMode, SubtitleKind
from app.operations.works import work_of
from app.store.agents import Credit
from app.store.clearances import Clearance
from app.store.copies import Copy
from app.store.evidence import Identifier
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.screenings import Part
from app.store.works import Subtitle, Version


def add_version(
    session: Session, work: int, language: str, mode: SpokenMode, subtitles: Sequence[str] = (), **facts: Any
) -> int:
    """Add a language version with subtitles in `subtitles`; its id."""
    row = work_of(session, work)
    version = Version(language=language, mode=mode, position=len(row.versions), **facts)
    version.subtitles = [Subtitle(language=code, position=place) for place, code in enumerate(subtitles)]
    row.versions.append(version)
    session.flush()
    return version.id


def change_version(session: Session, version: int, **facts: Any) -> None:
    """Correct a version: language, mode, status, runtime, year, studio, note."""
    row = session.get_one(Version, version)
    for field, value in facts.items():
        setattr(row, field, value)


def set_subtitles(
    session: Session, version: int, languages: Sequence[str], kind: SubtitleKind = SubtitleKind.IN_PACKAGE
) -> None:
    """State the subtitle languages of a version, in order."""
    row = session.get_one(Version, version)
    known = {subtitle.language: subtitle for subtitle in row.subtitles}
    row.subtitles = [known.get(code) or Subtitle(language=code, kind=kind) for code in dict.fromkeys(languages)]
    for place, subtitle in enumerate(row.subtitles):
        subtitle.position = place


def remove_version(session: Session, version: int) -> None:
    """Take a version away; what pointed to it points to the work alone."""
    row = session.get_one(Version, version)
    # One by one, for only so are the rows' common column and their types both known.
    users = [
        *session.scalars(select(Part).where(Part.version_id == version)),
        *session.scalars(select(SlateEntry).where(SlateEntry.version_id == version)),
        *session.scalars(select(Credit).where(Credit.version_id == version)),
        *session.scalars(select(Copy).where(Copy.version_id == version)),
        *session.scalars(select(Rights).where(Rights.version_id == version)),
        *session.scalars(select(Clearance).where(Clearance.version_id == version)),
        *session.scalars(select(Identifier).where(Identifier.version_id == version)),
    ]
    for user in users:
        user.version_id = None
    session.flush()
    session.delete(row)
