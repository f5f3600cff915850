"""Finding what was typed with a mistake: the words of the index that are spelt alike, and who has them."""

import json
from collections.abc import Sequence

from sqlalchemy import and_, func, or_, select, text
from sqlalchemy.orm import Session

from app.domain import folding
from app.domain.alike import SHORTEST_PHRASE, beginnings, forgiven, meant, nearest, split_phrases
from app.domain.chinese import has_han
from app.store.faces import Subject

Alike = str
"""What a query is taken for, spelt right."""

MOST_WORDS = 4
"""Words of a query in which mistakes are looked for; longer ones find something by what is right."""

MOST_ALIKE = 8
"""Words that are tried in the place of one."""

REST = 8
"""Letters that may be missing at the end of the last word, which is still being typed."""

# The words of the index are a table that SQLite makes of it while it is read; it belongs to the connection.
_VOCABULARY = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_vocabulary USING fts5vocab('main', 'word_index', 'row')"
)
_SPELT = text(
    "SELECT DISTINCT term FROM json_each(:beginnings) AS begun CROSS JOIN temp.word_vocabulary"
    " ON term >= begun.value AND term < begun.value || char(1114111)"
    " WHERE length(term) BETWEEN :shortest AND :longest"
)
_MATCH = text(
    "SELECT subject.id, subject.words FROM word_index JOIN subject ON subject.id = word_index.rowid"
    " WHERE word_index MATCH :match LIMIT :most"
)


def alike(session: Session, sought: str, most: int) -> dict[int, Alike]:
    """Subjects whose words are spelt like those of `sought`, one mistake in a short word and two in a long one.

    Each with what `sought` must mean to find it. Numbers, short words and what has too many words find nothing.
    """
    terms = folding.query_forms(sought).terms
    if not terms or len(terms) > MOST_WORDS:
        return {}
    if any(has_han(term[0]) for term in terms):
        return _alike_in_chinese(session, terms, most) if len(terms) == 1 else {}
    if not any(forgiven(term[0]) for term in terms):
        return {}
    ways = [_ways(session, term, begun=place == len(terms) - 1) for place, term in enumerate(terms)]
    if not all(ways):
        return {}
    found = {}
    for subject, words in _having(session, ways, most):
        own = set(words.split())
        spelt = [next((word for word in way if word in own), way[0]) for way in ways]
        found[subject] = " ".join(spelt)
    return found


def _ways(session: Session, term: Sequence[str], *, begun: bool) -> list[str]:
    """Words of the index that one word may stand for: itself if it is there, those alike."""
    found: list[str] = []
    for word in term:
        slack = min(forgiven(term[0]), forgiven(word))  # what was typed counts: its skeleton may be longer (ш is sh)
        longest = len(word) + slack + (REST if begun else 0)
        near = _spelt(session, beginnings(word) if slack else [word], len(word) - slack, longest)
        found += nearest(word, near, slack, begun=begun, most=MOST_ALIKE)
    return list(dict.fromkeys(found))


def _spelt(session: Session, begun: Sequence[str], shortest: int, longest: int) -> list[str]:
    """The words of the index that begin in one of these ways and are so long."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.execute(_VOCABULARY)
        asked = {"beginnings": json.dumps(begun, ensure_ascii=False), "shortest": shortest, "longest": longest}
        return list(connection.scalars(_SPELT, asked))
    word = func.unnest(func.string_to_array(Subject.words, " ")).label("word")
    words = select(word).distinct().subquery()
    some = or_(*(words.c.word.startswith(letters, autoescape=True) for letters in begun))
    return list(session.scalars(select(words.c.word).where(func.length(words.c.word).between(shortest, longest), some)))


def _having(session: Session, ways: Sequence[Sequence[str]], most: int) -> Sequence[tuple[int, str]]:
    """The subjects that have one word, or one phrase, of each of the ways."""
    if session.get_bind().dialect.name == "sqlite":
        match = " AND ".join(f"({' OR '.join(f'{chr(34)}{word}{chr(34)}' for word in way)})" for way in ways)
        return session.connection().execute(_MATCH, {"match": match, "most": most}).all()
    spaced = " " + Subject.words + " "
    each = [or_(*(spaced.contains(f" {word} ", autoescape=True) for word in way)) for way in ways]
    query = select(Subject.id, Subject.words).where(and_(*each)).order_by(Subject.id)
    return session.execute(query.limit(most)).all()


def _alike_in_chinese(session: Session, terms: Sequence[Sequence[str]], most: int) -> dict[int, Alike]:
    """Subjects with a name in which one character of the phrase is another, is missing, or is too many."""
    found: dict[int, Alike] = {}
    for phrase in terms[0]:
        characters = phrase.split()
        if len(characters) < SHORTEST_PHRASE:
            continue
        typed = "".join(characters)
        for parts in split_phrases(characters):
            for subject, words in _having(session, [[part] for part in parts], most):
                run = "".join(word if has_han(word) else " " for word in words.split())
                if subject not in found and (right := meant(typed, run)) and " " not in right:
                    found[subject] = right
    return found
