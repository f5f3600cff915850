"""Founding a programme in one step, with halls that exist already and halls that are made with it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import ProgrammeKind, Use
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import programmes, strands, venues
from app.operations.strands import StrandSpec, TargetSpec
from app.store.venues import Hall, Venue
from app.words import N_

NEEDS_HALL = N_("A programme needs at least one hall.")
PRIME_WRONG = N_("Prime time cannot end before it begins.")


class NewHall(NamedTuple):
    """A hall to be made. `venue` is its building; None makes one of this name and city."""

    names: FourNames
    seats: int | None
    opens: int
    closes: int
    venue: int | None
    venue_names: FourNames = FourNames()
    city: FourNames = FourNames()


class Planned(NamedTuple):
    """What a programme is planned by. `zone` and `territory` '' are those of its first hall.

    `audience` and `policy` are language tags, prime time is in minutes after midnight, `budget` in hundredths.
    """

    zone: str = ""
    territory: str = ""
    use: Use = Use.FESTIVAL
    audience: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()
    prime_from: int = 18 * 60
    prime_until: int = 21 * 60
    budget: int | None = None
    currency: str = "KZT"
    strands: tuple[StrandSpec, ...] = ()
    targets: tuple[TargetSpec, ...] = ()


class Founding(NamedTuple):
    """What the form of a programme asks for; days are inclusive, `day_start` in minutes after midnight."""

    names: FourNames
    kind: ProgrammeKind
    first_day: date
    last_day: date
    day_start: int
    halls: tuple[int, ...]
    new_halls: tuple[NewHall, ...] = ()
    plan: Planned | None = None


def found(session: Session, founding: Founding) -> int:
    """Found a programme; its id. City, country and zone are those of its first hall."""
    halls = _halls(session, founding)
    venue = _venue_of(session, halls[0])
    programme = programmes.add(
        session, founding.names, founding.first_day, founding.last_day, kind=founding.kind, halls=halls,
        city=FourNames(venue.city_kk, venue.city_zh, venue.city_ru, venue.city_en), zone=venue.zone,
        territory=venue.country, day_start=founding.day_start,
    )  # fmt: skip
    _plan(session, programme, founding.plan)
    return programme


def correct(session: Session, programme: int, founding: Founding) -> None:
    """Correct what the form of a programme asks for. Halls with screenings cannot leave."""
    programmes.change(
        session, programme, names=founding.names, kind=founding.kind, first_day=founding.first_day,
        last_day=founding.last_day, day_start=founding.day_start,
    )  # fmt: skip
    programmes.set_halls(session, programme, _halls(session, founding))
    _plan(session, programme, founding.plan)


def _plan(session: Session, programme: int, plan: Planned | None) -> None:
    """What the other parts of the form ask for; None leaves all of it as it is."""
    if plan is None:
        return
    if plan.prime_until <= plan.prime_from:
        raise UserError(PRIME_WRONG)
    facts = {"zone": plan.zone, "territory": plan.territory}
    programmes.change(
        session, programme, use=plan.use, audience=" ".join(plan.audience), policy=" ".join(plan.policy),
        prime_from=plan.prime_from, prime_until=plan.prime_until, budget=plan.budget, currency=plan.currency,
        **{name: value for name, value in facts.items() if value},
    )  # fmt: skip
    made = strands.set_strands(session, programme, plan.strands)
    strands.set_targets(session, programme, plan.targets, made)


def _halls(session: Session, founding: Founding) -> Sequence[int]:
    made: dict[tuple[FourNames, FourNames], int] = {}
    halls = list(founding.halls)
    for new in founding.new_halls:
        venue = new.venue or made.get((new.venue_names, new.city))
        if venue is None:
            venue = made[new.venue_names, new.city] = venues.add_venue(session, new.venue_names, new.city)
        halls.append(venues.add_hall(session, venue, new.names, seats=new.seats, opens=new.opens, closes=new.closes))
    if not halls:
        raise UserError(NEEDS_HALL)
    return halls


def _venue_of(session: Session, hall: int) -> Venue:
    return session.scalars(select(Venue).join(Hall, Hall.venue_id == Venue.id).where(Hall.id == hall)).one()
