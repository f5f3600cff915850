"""Titles with all that hangs on them, read by columns for catalogue cards."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import title_cards as cards
from app.domain.title_cards import Picture, TitleCard
from app.store import card_copies
from app.store.agents import Credit
from app.store.attachment_rows import posters
from app.store.attachments import Attachment, Content
from app.store.careers import Award, FestivalEntry, Figure, Sale
from app.store.clearances import Clearance, Rating
from app.store.copies import Copy
from app.store.evidence import Claim, Identifier
from app.store.rights import Rights
from app.store.title_lists import agent_names, title_facts
from app.store.work_rows import among, work_names
from app.store.works import Name, Subtitle, Version, Work, WorkCountry

Row = TypeVar("Row", bound=tuple[Any, ...])

SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""Kinds of pictures a document can hold."""

_OWN = ("level", "number", "co_production", "national_film", "agreement")


def title_cards(session: Session, works: Sequence[int], today: date) -> list[TitleCard]:
    """The cards of these works, in their order; works that are gone are left out."""
    rows: dict[str, dict[int, Any]] = {
        "names": _rows(session, cards.CardName, Name, works, Name.position),
        "countries": _rows(session, cards.CardCountry, WorkCountry, works, WorkCountry.position),
        "versions": _rows(session, cards.CardVersion, Version, works, Version.position),
        "credits": _rows(session, cards.CardCredit, Credit, works, Credit.position),
        "rights": _rows(session, cards.CardRights, Rights, works),
        "ratings": _rows(session, cards.CardRating, Rating, works),
        "clearances": _rows(session, cards.CardClearance, Clearance, works),
        "copies": _rows(session, cards.CardCopy, Copy, works),
        "awards": _rows(session, cards.CardAward, Award, works, Award.year),
        "entries": _rows(session, cards.CardEntry, FestivalEntry, works, FestivalEntry.year),
        "figures": _rows(session, cards.CardFigure, Figure, works),
        "claims": _rows(session, cards.CardClaim, Claim, works),
        "identifiers": _rows(session, cards.CardIdentifier, Identifier, works),
        "subtitles": _subtitles(session, works),
        "tracks": card_copies.tracks(session, works),
        "keys": card_copies.keys(session, works),
        "custody": card_copies.custody(session, works),
        "sales": _rows(session, cards.CardSale, Sale, works, Sale.year),
    }
    agents = agent_names(session, {credit.agent_id for own in rows["credits"].values() for credit in own})
    query = select(Work.id, Work.parent_id, *(getattr(Work, field) for field in _OWN)).where(among(Work.id, works))
    own = {row.id: row for row in session.execute(query)}
    parents = work_names(session, {row.parent_id for row in own.values() if row.parent_id})
    pictures = _posters(session, works)
    return [
        TitleCard(
            facts=facts,
            parent=parents.get(own[facts.id].parent_id, ()),
            agents=agents,
            poster=pictures.get(facts.id),
            **{field: getattr(own[facts.id], field) for field in _OWN},
            **{name: found.get(facts.id, ()) for name, found in rows.items()},
        )
        for facts in title_facts(session, works, today)
    ]


def _rows(
    session: Session, shape: type[Row], model: Any, works: Sequence[int], *order: Any
) -> dict[int, tuple[Any, ...]]:
    """The rows of a table that belong to works, by work, in the shape whose fields are named as its columns."""
    fields: Iterable[str] = getattr(shape, "_fields")  # noqa: B009 - a bound of TypeVar knows no named tuples
    query = select(model.work_id, *(getattr(model, field) for field in fields)).where(among(model.work_id, works))
    found: dict[int, list[Row]] = defaultdict(list)
    for work, *values in session.execute(query.order_by(model.work_id, *order, model.id)):
        found[work].append(shape(*values))
    return {work: tuple(own) for work, own in found.items()}


def _subtitles(session: Session, works: Sequence[int]) -> dict[int, tuple[cards.CardSubtitles, ...]]:
    query = select(Version.work_id, Subtitle.version_id, Subtitle.language, Subtitle.kind)
    query = query.join(Version, Version.id == Subtitle.version_id).where(among(Version.work_id, works))
    found: dict[int, list[cards.CardSubtitles]] = defaultdict(list)
    for work, version, tag, kind in session.execute(query.order_by(Subtitle.version_id, Subtitle.position)):
        found[work].append(cards.CardSubtitles(version, tag, kind))
    return {work: tuple(own) for work, own in found.items()}


def _posters(session: Session, works: Sequence[int]) -> dict[int, Picture]:
    """The poster that stands for each work, where this library has its bytes and a document can show it."""
    digests = posters(session, works)
    query = select(Content.digest, Attachment.media_type, Content.data).join(
        Attachment, Attachment.digest == Content.digest
    )
    query = query.where(Content.digest.in_(set(digests.values())), Attachment.media_type.in_(SHOWN))
    pictures = {row[0]: Picture(*row) for row in session.execute(query)}
    return {work: pictures[digest] for work, digest in digests.items() if digest in pictures}
