"""The command `lint`: what titles lack, or have wrong, before they are published."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy.orm import Session

from app.commands.answer import Answer, Asked, Misuse, plain, table
from app.commands.opening import reading
from app.commands.programmes import meant
from app.domain.data_check import CHECKS
from app.domain.found import Code, Found, without
from app.domain.names import shown
from app.domain.screenings import Severity
from app.i18n import formats
from app.i18n.catalogue import Catalogue
from app.i18n.check_words import check_title, found_words
from app.store import check_facts
from app.store.duplicates import as_found, duplicates
from app.store.work_rows import work_names

_ORDER = {code: place for place, code in enumerate(CHECKS)}
_SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "wish": Severity.WISH}


def lint(asked: Asked) -> Answer:
    """What the data check finds; 1 if it finds anything."""
    tr, wanted = asked.tr, _wanted(asked)
    with reading(asked) as store, store.read() as session:
        text = asked.options.programme
        programme = meant(session, text, asked.language) if text else None
        found = sorted(_found(session, asked, wanted, programme), key=lambda one: (_ORDER[one.code], one.work))
        names = work_names(session, {one.work for one in found} if len(found) < MANY else None)
    titles = {work: shown(own, asked.language).title for work, own in names.items()}
    data = [_data(tr, one, titles.get(one.work, "")) for one in found]
    return Answer(data, list(_report(tr, found, data)), 1 if found else 0)


MANY = 10_000
"""Findings from which on the names of all titles are read at once."""


def _wanted(asked: Asked) -> frozenset[Code]:
    """The checks asked for. `Misuse` for a code there is none of."""
    least = _SEVERITIES[asked.options.least]
    codes = frozenset(code for code, made in CHECKS.items() if made.severity >= least)
    if not asked.options.only:
        return codes
    asks = [part.strip().lower() for part in asked.options.only.split(",") if part.strip()]
    for part in asks:
        if part not in set(Code):
            known = formats.commas(asked.language, map(str, CHECKS))
            raise Misuse(asked.tr("There is no check “{code}”; choose from: {codes}", code=part, codes=known))
    return codes & {Code(part) for part in asks}


def _found(session: Session, asked: Asked, wanted: frozenset[Code], programme: int | None) -> list[Found]:
    today = datetime.now().astimezone().date()
    found = check_facts.found(session, today, programme=programme, only=wanted)
    if Code.PROBABLE_DUPLICATE in wanted - check_facts.checks_left_out(session, programme):
        pairs = duplicates(session)
        if programme is not None:
            inside = set(check_facts.works_of_programme(session, programme))
            pairs = [pair for pair in pairs if {pair.one, pair.other} & inside]
        found += without(as_found(session, pairs, asked.language), check_facts.left_as_they_are(session))
    return found


def _data(tr: Catalogue, found: Found, title: str) -> dict[str, object]:
    made = CHECKS[found.code]
    return {
        "code": str(found.code),
        "severity": made.severity.name.lower(),
        "work": found.work,
        "title": title,
        "message": check_title(tr, found.code),
        "detail": found_words(tr, found),
        "record": found.record or None,
        "section": made.section,
        "repair": str(found.fix.mend) if found.fix else None,
    }


def _report(tr: Catalogue, found: Sequence[Found], data: Sequence[dict[str, object]]) -> Iterator[str]:
    if not found:
        yield tr("Nothing is missing.")
        return
    for code, group in groupby(zip(found, data, strict=True), key=lambda pair: pair[0].code):
        rows = [facts for _one, facts in group]
        yield f"{check_title(tr, code)} ({code}): {formats.number(tr.language, len(rows))}"
        for line in table((facts["work"], plain(facts["title"]), plain(facts["detail"])) for facts in rows):
            yield "  " + line
    yield tr.plural("{n} finding.", "{n} findings.", len(found))
