"""What one can do to many titles at once: one step, and only where it changes anything."""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from app.domain.bulk import Changes, Part, Seen, countries_after, notes_after, touched
from app.errors import UserError
from app.operations import works
from app.store import bulk_facts
from app.store.programmes import Programme, SlateEntry
from app.store.rights import Rights
from app.store.works import Subtitle, Version, Work
from app.words import N_

NOTHING = N_("Nothing would be changed: the titles are like that already.")
DAYS_WRONG = N_("The rights cannot end before they begin.")


def edit_all(
    session: Session, chosen: Sequence[int], changes: Changes, report: Callable[[int, int], None] | None = None
) -> int:
    """Change these titles; how many were changed. `UserError` if that would be none, or a value cannot be.

    `report` is told how many of how many are done and may end it by raising: nothing is saved then.
    """
    if changes.rights and changes.rights.starts and changes.rights.ends and changes.rights.ends < changes.rights.starts:
        raise UserError(DAYS_WRONG)
    wanted = {work: (one, parts) for work, one in bulk_facts.seen(session, chosen) if (parts := touched(one, changes))}
    if not wanted:
        raise UserError(NOTHING)
    place = _next_place(session, changes)
    keys = list(wanted)
    for first in range(0, len(keys), bulk_facts.SOME):
        some = keys[first : first + bulk_facts.SOME]
        # Held until all of them are changed: a session lets go of rows nobody holds.
        rows = {row.id: row for row in session.scalars(_with_all(changes).where(Work.id.in_(some)))}
        for work in some:
            seen, parts = wanted[work]
            _change(session, rows[work], (seen, parts), changes)
            if Part.SLATE in parts and changes.slate is not None:
                slate = changes.slate
                session.add(
                    SlateEntry(programme_id=slate.programme, work_id=work, state=slate.state, position=place, note="")
                )
                place += 1
        session.flush()
        if report is not None:
            report(min(first + bulk_facts.SOME, len(keys)), len(keys))
    return len(wanted)


def would_change(session: Session, chosen: Sequence[int], changes: Changes) -> Mapping[int, frozenset[Part]]:
    """What the changes would change in which of these titles."""
    return {work: parts for work, one in bulk_facts.seen(session, chosen) if (parts := touched(one, changes))}


def _with_all(changes: Changes):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a statement of SQLAlchemy
    """The works with what the changes touch, read in a few statements instead of a few for each."""
    query = select(Work)
    if changes.add_countries or changes.remove_countries:
        query = query.options(selectinload(Work.countries))
    if changes.version or changes.subtitles:
        query = query.options(selectinload(Work.versions).selectinload(Version.subtitles))
    return query


def _next_place(session: Session, changes: Changes) -> int:
    """Where in the slate the first title goes. `UserError` if the programme is gone."""
    if changes.slate is None:
        return 0
    session.get_one(Programme, changes.slate.programme)
    count = select(func.count()).select_from(SlateEntry).where(SlateEntry.programme_id == changes.slate.programme)
    return session.scalar(count) or 0


def _change(session: Session, row: Work, found: tuple[Seen, frozenset[Part]], changes: Changes) -> None:
    seen, parts = found
    if Part.COUNTRIES in parts:
        works.set_countries(session, row.id, countries_after(seen, changes))
    if Part.FACTS in parts:
        works.change(session, row.id, **changes.facts)
    if Part.NOTE in parts:
        row.notes = notes_after(seen, changes)
    if Part.VERSION in parts and changes.version is not None:
        version = Version(language=changes.version.language, mode=changes.version.mode, position=len(row.versions))
        row.versions.append(version)
    if Part.SUBTITLES in parts:
        _subtitle(row, seen, changes)
    if Part.RIGHTS in parts and changes.rights is not None:
        session.add(Rights(work_id=row.id, **changes.rights._asdict()))


def _subtitle(row: Work, seen: Seen, changes: Changes) -> None:
    version = next(version for version in row.versions if version.id == seen.first_version)
    for language in changes.subtitles:
        if language not in seen.subtitled:
            version.subtitles.append(Subtitle(language=language, position=len(version.subtitles)))
