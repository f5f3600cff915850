"""What changes of many titles at once look at, read by columns."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.bulk import FACTS, NewRights, Seen
from app.domain.kinds import SpokenMode
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.works import Subtitle, Version, Work, WorkCountry

SOME = 500
"""Titles read in one statement."""


def seen(session: Session, works: Sequence[int]) -> Iterator[tuple[int, Seen]]:
    """These titles, in the order of the list; those that are gone are left out."""
    for place in range(0, len(works), SOME):
        yield from _some(session, works[place : place + SOME])


def _some(session: Session, works: Sequence[int]) -> Iterator[tuple[int, Seen]]:
    countries: dict[int, list[str]] = defaultdict(list)
    listed = select(WorkCountry.work_id, WorkCountry.country).where(WorkCountry.work_id.in_(works))
    for work, code in session.execute(listed.order_by(WorkCountry.work_id, WorkCountry.position, WorkCountry.id)):
        countries[work].append(code)
    versions: dict[int, list[tuple[int, str, SpokenMode]]] = defaultdict(list)
    spoken = select(Version.work_id, Version.id, Version.language, Version.mode).where(Version.work_id.in_(works))
    for work, key, language, mode in session.execute(spoken.order_by(Version.position, Version.id)):
        versions[work].append((key, language, mode))
    first = {work: _first(own) for work, own in versions.items()}
    written: dict[int, list[str]] = defaultdict(list)
    below = select(Subtitle.version_id, Subtitle.language).where(Subtitle.version_id.in_(first.values()))
    for key, language in session.execute(below.order_by(Subtitle.position, Subtitle.id)):
        written[key].append(language)
    allowed = _rights(session, works)
    slates: dict[int, set[int]] = defaultdict(set)
    entries = select(SlateEntry.work_id, SlateEntry.programme_id).where(SlateEntry.work_id.in_(works))
    for work, programme in session.execute(entries):
        slates[work].add(programme)
    columns = [getattr(Work, fact) for fact in FACTS]
    rows = {row[0]: row for row in session.execute(select(Work.id, Work.notes, *columns).where(Work.id.in_(works)))}
    for work in works:
        if work in rows:
            yield (
                work,
                Seen(
                    dict(zip(FACTS, rows[work][2:], strict=True)),
                    tuple(countries[work]),
                    frozenset((language, mode) for _key, language, mode in versions[work]),
                    first.get(work),
                    tuple(written[first[work]]) if work in first else (),
                    frozenset(allowed[work]),
                    frozenset(slates[work]),
                    rows[work][1],
                ),
            )


def _first(own: Sequence[tuple[int, str, SpokenMode]]) -> int:
    """The version subtitles are added to: the original, else the first."""
    return next((key for key, _language, mode in own if mode is SpokenMode.ORIGINAL), own[0][0])


def _rights(session: Session, works: Sequence[int]) -> dict[int, set[NewRights]]:
    found: dict[int, set[NewRights]] = defaultdict(set)
    query = select(
        Rights.work_id, Rights.state, Rights.territory, Rights.use, Rights.starts, Rights.ends, Rights.holder
    ).where(Rights.work_id.in_(works), Rights.version_id.is_(None))
    for work, state, territory, use, starts, ends, holder in session.execute(query):
        found[work].add(NewRights(state, territory, use, starts, ends, holder))
    return found
