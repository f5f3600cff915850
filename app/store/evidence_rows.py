"""What sources say of a work, the numbers others gave it, and its synopses: read when they are shown."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import Confidence, Scheme, SynopsisKind
from app.store.evidence import Claim, Identifier
from app.store.parts import face_of
from app.store.synopses import Synopsis
from app.store.works import WorkCountry


class ClaimLine(NamedTuple):
    """What one source says of one fact."""

    id: int
    fact: str
    value: str
    source: str
    confidence: Confidence
    preferred: bool
    seen: date | None


class IdentifierLine(NamedTuple):
    """A number of others; `shared` are (id, title) of other works that bear it too."""

    id: int
    scheme: Scheme
    value: str
    version: int | None
    shared: tuple[tuple[int, str], ...] = ()


class SynopsisLine(NamedTuple):
    """A synopsis; `print_length` is the room in letters if it is not the house's."""

    id: int
    language: str
    kind: SynopsisKind
    text: str
    print_length: int | None
    source: str


class CountryLine(NamedTuple):
    """A producing country, what it did and its share in per cent."""

    id: int
    country: str
    role: str
    share: int | None


class Evidence(NamedTuple):
    """All of it for one work."""

    claims: dict[str, tuple[ClaimLine, ...]]
    identifiers: tuple[IdentifierLine, ...]
    countries: tuple[CountryLine, ...]


def evidence(session: Session, work: int, language: str) -> Evidence:
    """What is known of where the facts of a work come from."""
    claims: dict[str, list[ClaimLine]] = defaultdict(list)
    for line in _claims(session, work):
        claims[line.fact].append(line)
    columns = (WorkCountry.id, WorkCountry.country, WorkCountry.role, WorkCountry.share)
    rows = session.execute(
        select(*columns).where(WorkCountry.work_id == work).order_by(WorkCountry.position, WorkCountry.id)
    )
    return Evidence(
        {fact: tuple(lines) for fact, lines in claims.items()},
        identifiers(session, work, language),
        tuple(CountryLine(*row) for row in rows),
    )


def identifiers(session: Session, work: int, language: str) -> tuple[IdentifierLine, ...]:
    """The numbers of a work in the order of their schemes."""
    columns = (Identifier.id, Identifier.scheme, Identifier.value, Identifier.version_id)
    rows = session.execute(select(*columns).where(Identifier.work_id == work).order_by(Identifier.id)).all()
    lines = [IdentifierLine(*row, _shared(session, work, row.scheme, row.value, language)) for row in rows]
    return tuple(sorted(lines, key=lambda line: (list(Scheme).index(line.scheme), line.id)))


def _shared(session: Session, work: int, scheme: Scheme, value: str, language: str) -> tuple[tuple[int, str], ...]:
    query = select(Identifier.work_id).where(
        Identifier.scheme == scheme, Identifier.value == value, Identifier.work_id != work
    )
    others = session.scalars(query.distinct().order_by(Identifier.work_id).limit(5))
    return tuple((other, face_of(session, other, language).title) for other in others)


def synopses(session: Session, work: int) -> tuple[SynopsisLine, ...]:
    """The synopses of a work in order."""
    columns = (
        Synopsis.id, Synopsis.language, Synopsis.kind, Synopsis.text, Synopsis.print_length, Synopsis.source,
    )  # fmt: skip
    rows = session.execute(select(*columns).where(Synopsis.work_id == work).order_by(Synopsis.position, Synopsis.id))
    return tuple(SynopsisLine(*row) for row in rows)


def _claims(session: Session, work: int) -> list[ClaimLine]:
    columns = (Claim.id, Claim.fact, Claim.value, Claim.source, Claim.confidence, Claim.preferred, Claim.seen)
    rows = session.execute(
        select(*columns).where(Claim.work_id == work).order_by(Claim.fact, Claim.preferred.desc(), Claim.id)
    )
    return [ClaimLine(*row) for row in rows]
