"""What one can do to the strands and targets of a programme."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds_of_plans import TargetKind
from app.domain.names import FourNames
from app.errors import UserError
from app.operations.venues import NAME_MISSING
from app.store.programmes import Programme, SlateEntry, Strand, Target
from app.store.screenings import Screening
from app.words import N_

COLOURS = 6
COLOUR_WRONG = N_("Choose one of the six colours.")
TARGET_WRONG = N_("Choose a target between 0 and {most}.")
MOST_WANTED = 1_000_000


class StrandSpec(NamedTuple):
    """A strand as asked for; `id` None makes a new one."""

    id: int | None
    names: FourNames
    colour: int
    alone: bool = False
    for_jury: bool = False


class TargetSpec(NamedTuple):
    """A target as asked for. `place` counts the strands of the form from 0, for a target of a strand."""

    kind: TargetKind
    wanted: int
    about: str = ""
    place: int | None = None


def add_strand(session: Session, programme: int, names: FourNames, colour: int | None = None, **facts: Any) -> int:
    """Add a strand; it takes the next colour unless one (1 to 6) is given. Its id."""
    row = session.get_one(Programme, programme)
    place = len(row.strands)
    strand = Strand(position=place)
    _correct(strand, names=names, colour=colour or place % COLOURS + 1, **facts)
    row.strands.append(strand)
    session.flush()
    return strand.id


def change_strand(session: Session, strand: int, **facts: Any) -> None:
    """Correct a strand: names, colour, alone (its shows never run at the same time), for_jury."""
    _correct(session.get_one(Strand, strand), **facts)


def remove_strand(session: Session, strand: int) -> None:
    """Take a strand away; its titles and shows stay without one, its targets go."""
    for entry in session.scalars(select(SlateEntry).where(SlateEntry.strand_id == strand)):
        entry.strand_id = None
    for show in session.scalars(select(Screening).where(Screening.strand_id == strand)):
        show.strand_id = None
    for target in session.scalars(select(Target).where(Target.strand_id == strand)):
        session.delete(target)
    session.flush()
    row = session.get_one(Strand, strand)
    owner = session.get_one(Programme, row.programme_id)
    owner.strands = [other for other in owner.strands if other is not row]
    _number(owner.strands)
    session.flush()


def order_strands(session: Session, programme: int, strands: Sequence[int]) -> None:
    """State the order of the strands of a programme."""
    own = {strand.id: strand for strand in session.get_one(Programme, programme).strands}
    wanted = [own[strand] for strand in dict.fromkeys(strands) if strand in own]
    _number([*wanted, *(strand for strand in own.values() if strand not in wanted)])


def set_strands(session: Session, programme: int, specs: Sequence[StrandSpec]) -> list[int]:
    """State all strands of a programme, in order; those left out go. Their ids."""
    staying = {spec.id for spec in specs}
    for strand in [row.id for row in session.get_one(Programme, programme).strands if row.id not in staying]:
        remove_strand(session, strand)
    found = []
    for spec in specs:
        facts = {"names": spec.names, "colour": spec.colour, "alone": spec.alone, "for_jury": spec.for_jury}
        if spec.id is None:
            found.append(add_strand(session, programme, **facts))  # type: ignore[arg-type]
        else:
            change_strand(session, spec.id, **facts)
            found.append(spec.id)
    order_strands(session, programme, found)
    session.flush()
    return found


def set_target(  # noqa: PLR0913, PLR0917 - of what, and how much
    session: Session, programme: int, kind: TargetKind, wanted: int | None, about: str = "", strand: int | None = None
) -> None:
    """Say how much of something the slate shall hold; None asks for nothing."""
    if wanted is not None and not 0 <= wanted <= MOST_WANTED:
        raise UserError(TARGET_WRONG, most=MOST_WANTED)
    same = (Target.programme_id == programme, Target.kind == kind, Target.about == about)
    of_strand = Target.strand_id.is_(None) if strand is None else Target.strand_id == strand
    row = session.scalar(select(Target).where(*same, of_strand))
    if wanted is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.get_one(Programme, programme)
        session.add(Target(programme_id=programme, kind=kind, about=about, strand_id=strand, wanted=wanted))
    elif row.wanted != wanted:
        row.wanted = wanted
    session.flush()


def set_targets(session: Session, programme: int, specs: Iterable[TargetSpec], strands: Sequence[int]) -> None:
    """State all targets of a programme; `strands` are those that the places of the specs mean."""
    wanted = {
        (spec.kind, spec.about, None if spec.place is None else strands[spec.place]): spec.wanted for spec in specs
    }
    for row in session.scalars(select(Target).where(Target.programme_id == programme)).all():
        if (row.kind, row.about, row.strand_id) not in wanted:
            session.delete(row)
    session.flush()
    for (kind, about, strand), number in wanted.items():
        set_target(session, programme, kind, number, about, strand)


def _correct(strand: Strand, **facts: Any) -> None:
    if "names" in facts and not any(name.strip() for name in facts["names"]):
        raise UserError(NAME_MISSING)
    if "colour" in facts and not 1 <= facts["colour"] <= COLOURS:
        raise UserError(COLOUR_WRONG)
    for name, value in facts.items():
        setattr(strand, name, value)


def _number(strands: Sequence[Strand]) -> None:
    for place, strand in enumerate(strands):
        if strand.position != place:
            strand.position = place
