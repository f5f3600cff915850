"""What one can do to the sources of facts, and to the numbers under which others know a work."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.facts import facts_of, read_fact, without, write_fact
from app.domain.identifiers import tidy
from app.domain.kinds import Confidence, Scheme
from app.errors import UserError
from app.operations import works
from app.store.evidence import Claim, Identifier
from app.store.works import Work
from app.words import N_

NO_NUMBER = N_("Enter the number or the address first.")
NO_FACT = N_("This is not a value the fact can have.")


def add_claim(  # noqa: PLR0913 - what the form asks for
    session: Session,
    work: int,
    fact: str,
    value: str,
    *,
    source: str = "",
    confidence: Confidence = Confidence.MEDIUM,
    seen: date | None = None,
) -> int:
    """Write down what a source says of a fact. The work's own value, until now without a source, stands beside it."""
    row = works.work_of(session, work)
    value = _value(fact, value)
    mine = write_fact(fact, getattr(row, fact))
    there = _claims(session, work, fact)
    if mine and not any(claim.preferred for claim in there):
        same = next((claim for claim in there if claim.value == mine), None)
        if same is not None:
            same.preferred = True
        elif mine != value:
            kept = Claim(work_id=work, fact=fact, value=mine, source=row.source, confidence=row.confidence)
            kept.preferred = True
            session.add(kept)
    made = Claim(work_id=work, fact=fact, value=value, source=source.strip(), confidence=confidence, seen=seen)
    session.add(made)
    session.flush()
    if not mine or (mine == value and not any(claim.preferred for claim in there)):
        prefer_claim(session, made.id)
    return made.id


def change_claim(session: Session, claim: int, **facts: Any) -> None:
    """Correct a claim: value, source, confidence, seen. The value of the preferred one is the work's."""
    row = session.get_one(Claim, claim)
    if "value" in facts:
        facts["value"] = _value(row.fact, facts["value"])
    for field, value in facts.items():
        setattr(row, field, value.strip() if isinstance(value, str) and field == "source" else value)
    if row.preferred and "value" in facts:
        _follow(session, row)


def prefer_claim(session: Session, claim: int) -> None:
    """Take what one source says for true: it becomes the value of the work."""
    chosen = session.get_one(Claim, claim)
    for other in _claims(session, chosen.work_id, chosen.fact):
        other.preferred = other is chosen
    _follow(session, chosen)


def remove_claim(session: Session, claim: int) -> None:
    """Take a claim away; the work keeps its value."""
    session.delete(session.get_one(Claim, claim))


def confirm_facts(session: Session, work: int, *facts: str) -> None:
    """Say that facts written down from memory have been checked; without `facts` all of them."""
    row = works.work_of(session, work)
    row.unverified = without(row.unverified, facts) if facts else ""


def doubt_fact(session: Session, work: int, fact: str) -> None:
    """Say that a fact wants checking."""
    row = works.work_of(session, work)
    row.unverified = ", ".join(dict.fromkeys([*facts_of(row.unverified), fact]))


def add_identifier(session: Session, work: int, scheme: Scheme, value: str, *, version: int | None = None) -> int:
    """Write down a number of others, out of an address if that was pasted. One that is there already stays one."""
    works.work_of(session, work)
    value = _number(scheme, value)
    same = select(Identifier.id).where(
        Identifier.work_id == work, Identifier.scheme == scheme, Identifier.value == value
    )
    there = session.scalar(same)
    if there is not None:
        return there
    row = Identifier(work_id=work, scheme=scheme, value=value, version_id=version)
    session.add(row)
    session.flush()
    return row.id


def change_identifier(session: Session, identifier: int, **facts: Any) -> None:
    """Correct a number: scheme, value, version_id."""
    row = session.get_one(Identifier, identifier)
    scheme = facts.get("scheme", row.scheme)
    row.value = _number(scheme, facts.get("value", row.value))
    row.scheme = scheme
    if "version_id" in facts:
        row.version_id = facts["version_id"]


def remove_identifier(session: Session, identifier: int) -> None:
    """Take a number away."""
    session.delete(session.get_one(Identifier, identifier))


def _number(scheme: Scheme, value: str) -> str:
    value = tidy(scheme, value)
    if not value:
        raise UserError(NO_NUMBER)
    return value


def _value(fact: str, value: str) -> str:
    read = read_fact(fact, value)
    if read is None:
        raise UserError(NO_FACT)
    works.check(**{fact: read})
    return write_fact(fact, read)


def _claims(session: Session, work: int, fact: str) -> list[Claim]:
    query = select(Claim).where(Claim.work_id == work, Claim.fact == fact).order_by(Claim.id)
    return list(session.scalars(query))


def _follow(session: Session, claim: Claim) -> None:
    row = session.get_one(Work, claim.work_id)
    setattr(row, claim.fact, read_fact(claim.fact, claim.value))
    if claim.source:
        row.unverified = without(row.unverified, (claim.fact,))
