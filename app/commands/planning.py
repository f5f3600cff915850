"""Commands that plan and explain: plan, where, why-not."""

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from time import monotonic
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.commands.answer import Answer, Asked, plain, table
from app.commands.checking import names_of
from app.commands.opening import existing_file, is_address, reading
from app.commands.programmes import meant
from app.domain.board import Board
from app.domain.calendar import minute_of, moment_of, utc_of
from app.domain.places import Choices
from app.domain.planning import Mode, Problem, Proposal, Standing, Status, Unplaced, imagined
from app.domain.screenings import Party, PartyKind, Slot
from app.domain.suggestions import Said, Suggestion, ranked
from app.domain.why_not import why_not, why_nowhere
from app.errors import UserError
from app.i18n import formats
from app.i18n.catalogue import Catalogue
from app.i18n.phrases import Names, finding_sentence
from app.i18n.planning_words import reason_words, standing_sentence, status_sentence
from app.operations import proposals
from app.operations.proposals import Wishes
from app.planner.running import start
from app.store import office
from app.store.schedule import Schedule, schedule
from app.store.store import Store
from app.words import N_, phrase

NO_SUCH_EVENT = N_("There is no screening or waiting title “{text}” in this programme.")
NO_SUCH_HALL = N_("The programme has no hall “{text}”.")
NOT_ITS_DAY = N_("“{day}” is not a day of this programme.")
NOT_A_TIME = N_("“{text}” is not a moment. Write it like this: {example}")

WORTH_LESS = N_(
    "There is a place beside this plan; a longer search may use it, unless it costs more points than it brings."
)
NOT_LOOKED = N_("There was no time to look for the rules in the way.")
SMALLEST = N_("However the rest is placed, these rules cannot all hold. None of them can be left out of this list:")
NOT_SMALLEST = N_(
    "However the rest is placed, these rules cannot all hold; there was no time to see whether all are needed:"
)

FEW = 5
LISTEN = 0.2
"""Seconds between two looks at the planner."""


class _Read(NamedTuple):
    """A schedule with what things in it are called."""

    programme: int
    schedule: Schedule
    names: Names


def plan(asked: Asked) -> Answer:
    """Plan a programme; with --apply as one step. 1 when something found no place."""
    asks, began = asked.options, monotonic()
    with closing(_open(asked)) as store:
        with store.read() as session:
            read = _read(asked, session)
        if asks.day is not None and asks.day not in read.schedule.days:
            raise UserError(NOT_ITS_DAY, day=asks.day.isoformat())
        problem = proposals.problem(read.schedule, _wishes(asked))
        made = _planned(problem, asks.seconds - (monotonic() - began), asks.seed, asks.rounds)
        applied = bool(asks.apply and (made.placed or made.moved))
        if applied:
            label = phrase("Accept a repaired plan") if asks.repair else phrase("Accept a plan")
            store.write(label, proposals.apply, read.programme, made)
    names = _with_imagined(read, problem, made)
    data = _plan_data(asked.tr, read, problem, made, names) | {"applied": applied}
    code = 1 if made.unplaced or made.status is Status.INFEASIBLE else 0
    return Answer(data, _plan_lines(asked.tr, made, data, applied=asks.apply), code)


def _open(asked: Asked) -> Store:
    named = asked.options.library
    if named and is_address(named):
        return Store.connect(office.url_of(named))
    return Store.open(existing_file(asked), own=asked.options.apply)


def _read(asked: Asked, session: Session) -> _Read:
    programme = meant(session, asked.options.programme, asked.language)
    read = schedule(session, programme, asked.language, datetime.now().astimezone().date())
    return _Read(programme, read, names_of(asked.tr, session, read))


def _wishes(asked: Asked) -> Wishes:
    asks = asked.options
    mode = Mode.REPAIR if asks.repair else Mode.FILL
    return Wishes(mode, pencilled=asks.pencilled, days=(asks.day,) if asks.day else ())


def _planned(problem: Problem, seconds: float, seed: int, rounds: int | None) -> Proposal:
    """The best plan within the time, or after so many steps; Ctrl+C ends the search and keeps what it has."""
    with start(problem, max(LISTEN, seconds), seed, rounds=rounds) as running:
        try:
            while not running.done:
                running.poll(LISTEN)
            made = running.best
        except KeyboardInterrupt:
            made = running.finish()
    if made is None:
        raise KeyboardInterrupt
    if not running.done:
        made = replace(made, status=Status.STOPPED)
    return made


def _with_imagined(read: _Read, problem: Problem, made: Proposal) -> Names:
    """The names, the imagined showings of a proposal included."""
    titles = {row.entry: row.title for row in read.schedule.tray}
    slots = {slot.id: slot for slot in imagined(problem, made)}
    shown = {one.number: titles.get(one.entry, "") for one in made.placed}
    return replace(read.names, screenings={**read.names.screenings, **shown}, slots=slots)


def _plan_data(tr: Catalogue, read: _Read, problem: Problem, made: Proposal, names: Names) -> dict[str, object]:
    placed = [
        {"entry": one.entry, "title": names.title(one.number), **_place(names, one.hall, one.starts),
         "day": one.day.isoformat(), "guests": list(one.guests), **_copy(names, one.copy)}
        for one in made.placed
    ]  # fmt: skip
    moved = [
        {"screening": one.slot, "title": names.title(one.slot), "published": one.published,
         "before": _place(names, one.was_hall, one.was_start + _lead(problem, one.slot)),
         **_place(names, one.hall, one.starts)}
        for one in made.moved
    ]  # fmt: skip
    gap = made.gap
    return {
        "status": made.status.value,
        "placed": placed,
        "unplaced": [_unplaced(tr, read, one, names) for one in made.unplaced],
        "stands_in_the_way": _together(tr, made, names),
        "moved": moved,
        "objective": made.objective,
        "bound": None if made.bound is None else round(made.bound, 1),
        "gap": None if gap is None else round(gap, 4),
        "seconds": round(made.seconds, 1),
        "seed": made.seed,
        "rounds": made.rounds,
    }


def _copy(names: Names, copy: int | None) -> dict[str, object]:
    """The copy a showing is to use."""
    named = None if copy is None else names.party(Party(PartyKind.COPY, copy))
    return {"copy": copy, "copy_name": named}


def _lead(problem: Problem, slot: int) -> int:
    return next(one.body_start - one.start for one in problem.slots if one.id == slot)


def _place(names: Names, hall: int, starts: int) -> dict[str, object]:
    zone = names.zone_of(hall)
    local = moment_of(starts, zone).replace(tzinfo=None).isoformat(timespec="minutes")
    return {"hall": hall, "hall_name": names.hall(hall), "starts": local, "zone": zone}


def _unplaced(tr: Catalogue, read: _Read, one: Unplaced, names: Names) -> dict[str, object]:
    titles = {row.entry: row.title for row in read.schedule.tray}
    title = names.title(one.slot) if one.slot is not None else titles.get(one.entry or 0, "")
    why = [_standing(tr, standing, names) for standing in one.why]
    return {
        "entry": one.entry, "screening": one.slot, "title": title, "missing": one.missing, "why": why,
        "minimal": one.looked,
    }  # fmt: skip


def _together(tr: Catalogue, made: Proposal, names: Names) -> dict[str, object] | None:
    """Why not all that was wanted can be placed at once; null where all of it was."""
    if not made.unplaced:
        return None
    answer = {None: "unknown", True: "possible", False: "impossible"}[made.together.possible]
    rules = [_standing(tr, standing, names) for standing in made.together.why]
    return {"answer": answer, "minimal": made.together.minimal, "rules": rules}


def _standing(tr: Catalogue, standing: Standing, names: Names) -> dict[str, object]:
    return {
        "rule": standing.rule,
        "clashes": list(standing.clashes),
        "message": standing_sentence(tr, standing, names),
        "parties": [
            {"kind": party.kind.value, "id": party.id, "name": names.party(party)} for party in standing.parties
        ],
        "screenings": [slot for slot in standing.slots if slot > 0],
    }


def _plan_lines(tr: Catalogue, made: Proposal, data: dict[str, object], *, applied: bool) -> list[str]:
    lines = [status_sentence(tr, made.status)]
    missing = sum(one.missing for one in made.unplaced)
    rows = [(tr("Placed"), len(made.placed)), (tr("Moved"), len(made.moved)), (tr("Not placed"), missing),
            (tr("Points"), made.objective)]  # fmt: skip
    if made.bound is not None:
        rows.append((tr("No plan can have more than"), int(made.bound)))
    lines += table(rows)
    for key in ("placed", "moved"):
        found = data[key]
        assert isinstance(found, list)
        lines += table([(_told(tr, one["starts"]), plain(one["hall_name"]), plain(one["title"])) for one in found])
    without = data["unplaced"]
    assert isinstance(without, list)
    for one in without:
        lines.append(tr("“{title}” is not placed:", title=plain(one["title"])))
        lines += [f"  {why['rule']}  {plain(why['message'])}" for why in one["why"]]
        if not one["why"]:
            lines.append(f"  {tr(WORTH_LESS if one['minimal'] else NOT_LOOKED)}")
    lines += _together_lines(tr, made, data)
    if not applied and (made.placed or made.moved):
        lines.append(tr("Nothing has been changed; use --apply to apply the plan."))
    return lines


def _together_lines(tr: Catalogue, made: Proposal, data: dict[str, object]) -> list[str]:
    found = data["stands_in_the_way"]
    if made.together.possible is not False or not isinstance(found, dict):
        return []
    if not made.together.minimal and len(found["rules"]) > FEW:  # what may not be needed only hides what is
        return []
    lines = [tr(SMALLEST if made.together.minimal else NOT_SMALLEST)]
    return lines + [f"  {one['rule']}  {plain(one['message'])}" for one in found["rules"]]


def _told(tr: Catalogue, starts: object) -> str:
    return formats.date_time(tr.language, datetime.fromisoformat(str(starts)))


def where(asked: Asked) -> Answer:
    """The best free places for a screening or a waiting title; 1 when there is none."""
    tr = asked.tr
    with reading(asked) as store, store.read() as session:
        read = _read(asked, session)
    slot = _event(read, asked.options.event)
    board, choices = Board(read.schedule.slots, read.schedule.context), _choices(read)
    found = ranked(slot, board, choices, asked.options.limit)
    why = () if found else why_nowhere(slot, board, choices) or ()
    data = {
        "places": [_suggestion(tr, one, read.names) for one in found],
        "why": [_standing(tr, standing, read.names) for standing in why],
    }
    lines = [line for one in found for line in _suggested(tr, one, read.names)]
    if not found:
        lines = [tr("There is no free place.")]
        lines += [f"{one.rule}  {plain(standing_sentence(tr, one, read.names))}" for one in why]
    return Answer(data, lines, 0 if found else 1)


def _suggestion(tr: Catalogue, one: Suggestion, names: Names) -> dict[str, object]:
    lead = one.starts - one.place.start
    return {
        **_place(names, one.place.hall, one.starts),
        "day": one.place.day.isoformat(),
        "first": _place(names, one.place.hall, one.place.first + lead)["starts"],
        "last": _place(names, one.place.hall, one.place.last + lead)["starts"],
        "points": one.points,
        "for": [_reason(tr, said, names) for said in one.good],
        "against": [_reason(tr, said, names) for said in one.bad],
        "after_moving": list(one.after),
    }


def _reason(tr: Catalogue, said: Said, names: Names) -> dict[str, object]:
    values = {name: value.isoformat() if isinstance(value, date) else value for name, value in said.values}
    rule = said.finding.rule if said.finding else None
    return {"reason": said.reason.value, "rule": rule, "message": reason_words(tr, said, names), "values": values}


def _suggested(tr: Catalogue, one: Suggestion, names: Names) -> list[str]:
    starts = _told(tr, _place(names, one.place.hall, one.starts)["starts"])
    lines = [f"{starts}  {plain(names.hall(one.place.hall))}  {one.points:+}"]
    lines += [f"  + {plain(reason_words(tr, said, names))}" for said in one.good]
    return lines + [f"  − {plain(reason_words(tr, said, names))}" for said in one.bad]


def why_not_here(asked: Asked) -> Answer:
    """What stands against an event in a hall at a time; 1 when something does."""
    tr, asks = asked.tr, asked.options
    with reading(asked) as store, store.read() as session:
        read = _read(asked, session)
    slot = _event(read, asks.event)
    hall = _hall(read, asks.hall)
    starts = minute_of(utc_of(_moment(asks.at), read.names.zone_of(hall)))
    board = Board(read.schedule.slots, read.schedule.context)
    found = why_not(slot, hall, starts - (slot.body_start - slot.start), board)
    names = replace(
        read.names,
        slots={**read.names.slots, slot.id: slot.at(hall, starts - (slot.body_start - slot.start))},
        screenings={**read.names.screenings, slot.id: _title(read, slot)},
    )
    findings = [*found.findings, *found.others]
    data = {
        "possible": not found.findings,
        "standing": [_standing(tr, standing, names) for standing in found.standing],
        "findings": [
            {"rule": one.rule, "clash": one.clash.value, "severity": one.severity.name.lower(),
             "message": finding_sentence(tr, one, names)}
            for one in findings
        ],
    }  # fmt: skip
    lines = [f"{one.rule}  {plain(finding_sentence(tr, one, names))}" for one in findings]
    if not found.findings:
        lines.insert(0, tr("No rule prevents it."))
    return Answer(data, lines, 1 if found.findings else 0)


def _event(read: _Read, text: str) -> Slot:
    """The event of a number, or what waits of the entry of `entry:NUMBER`."""
    kind, _, number = text.rpartition(":")
    if number.isascii() and number.isdecimal():
        if kind in ("entry", "e"):
            for row in read.schedule.tray:
                if row.entry == int(number):
                    return proposals.wanted(read.schedule, row).slot
        elif not kind:
            for slot in read.schedule.slots:
                if slot.id == int(number):
                    return slot
    raise UserError(NO_SUCH_EVENT, text=text)


def _title(read: _Read, slot: Slot) -> str:
    titles = {row.entry: row.title for row in read.schedule.tray}
    return titles.get(slot.entry or 0, "") if slot.hall is None else read.names.title(slot.id)


def _hall(read: _Read, text: str) -> int:
    """The hall of a number or a name in any language."""
    for hall in read.schedule.halls:
        if str(hall.id) == text or text.casefold() in {name.casefold() for name in hall.names if name}:
            return hall.id
    raise UserError(NO_SUCH_HALL, text=text)


def _moment(text: str) -> datetime:
    """A day and an hour by the clock of the hall; an hour of other clocks is not taken for one of these."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None or ":" not in text:
        raise UserError(NOT_A_TIME, text=text, example="2026-10-16T19:30")
    return moment


def _choices(read: _Read) -> Choices:
    return Choices(read.schedule.days, tuple(hall.id for hall in read.schedule.halls))
