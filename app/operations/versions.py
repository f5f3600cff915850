"""What one can do to language versions, copies and rights of a work."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import RightsState, SpokenMode, SubtitleKind
from app.errors import UserError
from app.operations.works import work_of
from app.store.agents import Credit
from app.store.copies import Copy
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.screenings import Part
from app.store.works import Subtitle, Version
from app.words import N_

WINDOW_WRONG = N_("The rights cannot end before they begin.")
COPY_UNNAMED = N_("A copy needs a name, such as DCP A.")


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
    ]
    for user in users:
        user.version_id = None
    session.flush()
    session.delete(row)


def add_copy(session: Session, work: int, name: str, **facts: Any) -> int:
    """Add a copy of a work; its id."""
    work_of(session, work)
    if not name.strip():
        raise UserError(COPY_UNNAMED)
    copy = Copy(work_id=work, name=name.strip(), **facts)
    session.add(copy)
    session.flush()
    return copy.id


def change_copy(session: Session, copy: int, **facts: Any) -> None:
    """Correct a copy: name, version_id, format, ready_from, place, note."""
    if "name" in facts and not facts["name"].strip():
        raise UserError(COPY_UNNAMED)
    row = session.get_one(Copy, copy)
    for field, value in facts.items():
        setattr(row, field, value)


def remove_copy(session: Session, copy: int) -> None:
    """Take a copy away; showings that used it have none chosen then."""
    for part in session.scalars(select(Part).where(Part.copy_id == copy)):
        part.copy_id = None
    session.flush()
    session.delete(session.get_one(Copy, copy))


def add_rights(session: Session, work: int, state: RightsState, **facts: Any) -> int:
    """Add a licence, agreed or wished; its id."""
    work_of(session, work)
    rights = Rights(work_id=work, state=state, **facts)
    _check(rights)
    session.add(rights)
    session.flush()
    return rights.id


def change_rights(session: Session, rights: int, **facts: Any) -> None:
    """Correct a licence: state, territory, use, starts, ends, not_before, max_showings, holder, note, version_id."""
    row = session.get_one(Rights, rights)
    for field, value in facts.items():
        setattr(row, field, value)
    _check(row)


def remove_rights(session: Session, rights: int) -> None:
    """Take a licence away."""
    session.delete(session.get_one(Rights, rights))


def _check(rights: Rights) -> None:
    if rights.starts and rights.ends and rights.ends < rights.starts:
        raise UserError(WINDOW_WRONG)
