"""What one does about findings of the data check: mend them, leave them as they are, do without a check."""

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.found import Code, Fix, Found, Mend
from app.domain.kinds import NameType
from app.errors import UserError
from app.operations import works
from app.store.judgements import CheckLeftOut, DistinctPair, LeftAsItIs
from app.store.works import Name, Work
from app.words import N_

NOTHING_LEFT = N_("Nothing is left to repair: it has been changed meanwhile.")


def mend(session: Session, found: Iterable[Found]) -> int:
    """Repair findings in one step; how many. What has been changed since it was found is left alone.

    A name with two faults is found twice; its second repair then is one of another text, and waits.
    """
    done = sum(_mended(session, one) for one in found if one.fix is not None)
    if not done:
        raise UserError(NOTHING_LEFT)
    return done


def _mended(session: Session, one: Found) -> bool:
    assert one.fix is not None
    if one.fix.mend is Mend.ONE_COUNTRY:
        work = session.get(Work, one.work)
        if work is None or not work.co_production or len(work.countries) > 1:
            return False
        work.co_production = False
        return True
    name = session.get(Name, one.record)
    if name is None or name.text != one.about:
        return False
    return _REPAIRS[one.fix.mend](session, name, one.fix)


def _retext(session: Session, name: Name, fix: Fix) -> bool:
    works.change_name(session, name.id, text=fix.value)
    return True


def _retag(session: Session, name: Name, fix: Fix) -> bool:
    works.change_name(session, name.id, language=fix.value)
    return True


def _confirm_reading(_session: Session, name: Name, _fix: Fix) -> bool:
    confirmed, name.reading_auto = name.reading_auto, False
    return confirmed


def _confirm_name(_session: Session, name: Name, _fix: Fix) -> bool:
    confirmed, name.auto = name.auto, False
    return confirmed


def _not_original(_session: Session, name: Name, _fix: Fix) -> bool:
    was, name.type = name.type, NameType.ALTERNATIVE
    return was is NameType.ORIGINAL


_REPAIRS: Mapping[Mend, Callable[[Session, Name, Fix], bool]] = {
    Mend.RETEXT: _retext,
    Mend.RETAG: _retag,
    Mend.CONFIRM_READING: _confirm_reading,
    Mend.CONFIRM_NAME: _confirm_name,
    Mend.NOT_ORIGINAL: _not_original,
}


def leave_as_it_is(session: Session, found: Iterable[Found], reason: str = "") -> None:
    """Live with findings; they are told again only when what they are about changes."""
    for one in found:
        works.work_of(session, one.work)
        work, code, about = one.key
        session.add(LeftAsItIs(work_id=work, code=code, about=about, reason=reason.strip()))


def choose_checks(session: Session, left_out: Iterable[Code], programme: int | None = None) -> None:
    """State the checks that are not made: in the whole library, or for a programme beside them."""
    wanted = {str(code) for code in left_out}
    there = select(CheckLeftOut).where(CheckLeftOut.programme_id.is_not_distinct_from(programme))
    for row in session.scalars(there).all():
        if row.code in wanted:
            wanted.discard(row.code)
        else:
            session.delete(row)
    session.flush()
    for code in sorted(wanted):
        session.add(CheckLeftOut(programme_id=programme, code=code))


def tell_apart(session: Session, one: int, other: int) -> None:
    """Remember that two titles only look alike."""
    first, second = sorted((one, other))
    for work in (first, second):
        works.work_of(session, work)
    there = select(DistinctPair.id).where(DistinctPair.work_id == first, DistinctPair.other_id == second)
    if session.scalar(there) is None:
        session.add(DistinctPair(work_id=first, other_id=second))
