"""Which titles leave the house: all, some by number, the slate of a programme, or what a query finds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.columns import passing
from app.domain.kinds import SlateState
from app.domain.queries import Query
from app.domain.title_cards import Cards
from app.domain.title_facts import Choice, TitleFacts, Titles
from app.store.figures import has_sample
from app.store.programme_rows import programme_row, strand_rows
from app.store.programmes import SlateEntry
from app.store.search import matching_works
from app.store.title_cards import title_cards
from app.store.title_lists import chunks, title_facts
from app.store.work_order import title_order
from app.store.work_texts import works_by_texts
from app.store.work_traits import columns
from app.store.works import Work

Heard = Callable[[int], object]
"""Told how many titles have been read; whoever is told may stop the reading by raising."""


def _unheard(read: int) -> None:
    del read


def every_title(session: Session, language: str) -> Choice:
    """The whole catalogue, in the order of a language."""
    return Choice(tuple(title_order(session, language)), every=True)


def titles_by_number(session: Session, works: Sequence[int], *, query: str = "", selected: bool = False) -> Choice:
    """These titles in this order, each once; those that are not in the library are left out."""
    known: set[int] = set()
    for start in range(0, len(works), 5_000):
        some = works[start : start + 5_000]
        known.update(session.scalars(select(Work.id).where(Work.id.in_(some))))
    return Choice(tuple(work for work in dict.fromkeys(works) if work in known), query=query, selected=selected)


def slate_of(session: Session, programme: int) -> Choice:
    """The titles of a slate with their strands, without those that were declined."""
    row = programme_row(session, programme)
    query = select(SlateEntry.work_id, SlateEntry.strand_id).where(SlateEntry.programme_id == programme)
    query = query.where(SlateEntry.state != SlateState.DECLINED).order_by(SlateEntry.position, SlateEntry.id)
    rows = session.execute(query).all()
    return Choice(
        tuple(work for work, _strand in rows),
        programme=row.names,
        strands={strand.id: strand.names for strand in strand_rows(session, programme)},
        strand_of={work: strand for work, strand in rows if strand is not None},
    )


def titles_found(session: Session, query: Query, text: str, language: str, today: date) -> Choice:
    """What a typed query finds, in the order of a language; `text` is how it was typed."""
    ids = title_order(session, language)
    if query.words:
        some = matching_works(session, query.words)
        ids = [work for work in ids if work in some]
    if query.filter.texts:
        stay, leave = works_by_texts(session, query.filter.texts)
        ids = [work for work in ids if (stay is None or work in stay) and work not in leave]
    if query.filter.active:
        ids = passing(ids, columns(session, today, timed=query.filter.asks_times), query.filter)
    return Choice(tuple(ids), query=text, every=not query.active)


def facts_of(session: Session, choice: Choice, today: date, heard: Heard = _unheard) -> Iterator[list[TitleFacts]]:
    """The chosen titles, some thousands at a time, with their strands in the slate they come from."""
    read = 0
    for some in chunks(choice.ids):
        facts = title_facts(session, some, today)
        if choice.strand_of:
            facts = [replace(one, strand=choice.strand_of.get(one.id)) for one in facts]
        read += len(some)
        heard(read)
        yield facts


def titles_of(session: Session, choice: Choice, today: date, heard: Heard = _unheard) -> Titles:
    """The chosen titles for a list."""
    facts = tuple(one for some in facts_of(session, choice, today, heard) for one in some)
    return Titles(choice, facts, today, has_sample(session))


def cards_of(session: Session, choice: Choice, today: date) -> Cards:
    """The chosen titles with all that hangs on them, for cards."""
    cards = tuple(card for some in chunks(choice.ids) for card in title_cards(session, some, today))
    return Cards(choice, cards, today, has_sample(session))
