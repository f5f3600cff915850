"""The works a person, a programme, a strand, a hall or a source stands behind, sought by its name."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.facets import NOT
from app.domain.folding import index_forms, match_expression, matches, query_forms
from app.domain.letters import fold
from app.domain.names import FourNames
from app.store.agents import Credit
from app.store.base import HasFourNames
from app.store.programmes import Programme, SlateEntry, Strand
from app.store.screenings import Part, Screening
from app.store.search import found_agents
from app.store.venues import Hall, Venue
from app.store.works import Work

Text = tuple[str, str]
"""A key and what was typed behind it; `NOT` before the key leaves the works out."""


def works_by_texts(session: Session, texts: Iterable[Text]) -> tuple[set[int] | None, set[int]]:
    """(the works that may stay, None for all; the works that may not). Texts of one key are ways to say one thing."""
    asked: dict[str, set[int]] = {}
    for key, text in texts:
        asked.setdefault(key, set()).update(_FINDERS[key.removeprefix(NOT)](session, text))
    stay: set[int] | None = None
    leave: set[int] = set()
    for key, works in asked.items():
        if key.startswith(NOT):
            leave |= works
        else:
            stay = works if stay is None else stay & works
    return stay, leave


def _by_person(session: Session, text: str) -> Iterable[int]:
    return session.scalars(select(Credit.work_id).where(Credit.agent_id.in_(found_agents(session, text))))


def _by_programme(session: Session, text: str) -> Iterable[int]:
    found = list(_called(session, Programme, text))
    if text.isdecimal() and len(text) < len(str(2**31)):
        found.append(int(text))
    return session.scalars(select(SlateEntry.work_id).where(SlateEntry.programme_id.in_(found)))


def _by_strand(session: Session, text: str) -> Iterable[int]:
    found = list(_called(session, Strand, text))
    return session.scalars(select(SlateEntry.work_id).where(SlateEntry.strand_id.in_(found)))


def _by_hall(session: Session, text: str) -> Iterable[int]:
    venues = list(_called(session, Venue, text))
    halls = [*_called(session, Hall, text), *session.scalars(select(Hall.id).where(Hall.venue_id.in_(venues)))]
    query = select(Part.work_id).join(Screening, Screening.id == Part.screening_id)
    works = session.scalars(query.where(Screening.hall_id.in_(halls), Part.work_id.is_not(None)))
    return (work for work in works if work is not None)


def _by_source(session: Session, text: str) -> Iterable[int]:
    """Sources are few and read alike, so each is folded once."""
    wanted = fold(text)
    sources = session.scalars(select(Work.source).where(Work.source != "").distinct())
    fitting = [source for source in sources if wanted in fold(source)]
    return session.scalars(select(Work.id).where(Work.source.in_(fitting)))


def _called(session: Session, model: type[HasFourNames], text: str) -> Iterator[int]:
    """The rows of a small table with names in four languages that a search would find by `text`."""
    if match_expression(text) is None:
        return
    query = query_forms(text)
    key: InstrumentedAttribute[int] = model.id  # type: ignore[attr-defined]  # every such table has a number
    for number, *names in session.execute(select(key, model.name_kk, model.name_zh, model.name_ru, model.name_en)):
        forms = (
            form
            for language, name in zip(FourNames._fields, names, strict=True)
            if name
            for form in index_forms(name, language)
        )
        if matches(query, forms):
            yield number


_FINDERS: Mapping[str, Callable[[Session, str], Iterable[int]]] = {
    "person": _by_person,
    "programme": _by_programme,
    "strand": _by_strand,
    "hall": _by_hall,
    "source": _by_source,
}
