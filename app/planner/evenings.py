"""Wishes over days in the model: something accessible (R24), room for a repeat (R25), evenings for everybody (R28)."""

from datetime import date
from typing import TYPE_CHECKING

from app.domain.calendar import wall_minute, window_of_day
from app.domain.following import KNOWN_AUDIENCE, audience_of, base, followed
from app.domain.places import Opening
from app.domain.rules_of_audience import accessible_known
from app.domain.rules_of_languages import EVENING
from app.domain.rules_of_plans import ROOM, longest_free
from app.domain.screenings import Clash, Slot
from app.planner.ground import Plan
from app.planner.spots import Literal, Spot, no, within

if TYPE_CHECKING:
    from app.planner.model import Model


def accessible(model: "Model") -> None:
    """R24: every day has a show with captions in a hall without steps."""
    if model.bearings.tolls.minds(Clash.NOTHING_ACCESSIBLE) and accessible_known(model.ground.context):
        for day in model.days:
            free, fixed = ([spot for spot in own if spot.day == day and spot.slot.works] for own in model.spots)
            there = [spot for spot in fixed if _captioned(model, spot.slot)]
            if free and not any(_step_free(model, hall) for spot in there for hall in spot.halls):
                _accessible(model, free, fixed)


def _accessible(model: "Model", free: list[Spot], fixed: list[Spot]) -> None:
    able = [spot for spot in free if _captioned(model, spot.slot) or _copies(model, spot)]
    ways = [way for spot in able if (way := within(model, spot, lambda hall: _step_free(model, hall))) is not False]

    def lacking(plan: Plan) -> bool:
        seats = [seat for spot in able if (seat := spot.seat(plan)) is not None]
        shown = any(spot.seat(plan) is not None for spot in (*free, *fixed))
        return shown and not any(_step_free(model, seat.hall) for seat in seats)

    ways += model.escape(Clash.NOTHING_ACCESSIBLE, lacking)
    if fixed:
        model.model.add_bool_or(ways)
        return
    for spot in free:
        model.model.add_bool_or([*ways, no(spot.there)])


def _step_free(model: "Model", hall: int) -> bool:
    facts = model.ground.context.halls.get(hall)
    return facts is not None and bool(facts.step_free)


def _captioned(model: "Model", slot: Slot) -> bool:
    context = model.ground.context
    versions = (context.versions.get(version) for version in slot.versions if version is not None)
    copies = (context.copies.get(copy) for copy in slot.copies)
    return any(one is not None and one.captions for one in (*versions, *copies))


def _copies(model: "Model", spot: Spot) -> bool:
    """Whether one of the copies it may use has captions; it is hoped that this one is taken."""
    copies = (model.ground.context.copies.get(copy) for copy in spot.copies)
    return any(one is not None and one.captions for one in copies)


def room_for_repeats(model: "Model") -> None:
    """R25: one hall has room for a repeat. Asked of the halls that are planned when no other has it."""
    ground = model.ground
    if not model.bearings.tolls.minds(Clash.NO_ROOM_LEFT) or model.bearings.touring:
        return
    needed = ground.context.value("R25", ROOM)
    for day in model.days:
        planned = {hall for spot in model.spots[0] if spot.day == day for hall in spot.halls}
        if not planned or _room_elsewhere(model, day, planned, needed):
            continue
        opens = [one for hall in sorted(planned) for one in ground.alone.openings.get((day, hall), ())]
        ways = [_repeat(model, one, needed) for one in opens if one.closes - one.opens >= needed]
        model.model.add_bool_or([*model.escape(Clash.NO_ROOM_LEFT, lambda _plan: True), *ways])


def _repeat(model: "Model", opening: Opening, minutes: int) -> Literal:
    """Whether a hall is left alone for so long; no turnarounds are counted."""
    free = model.switch(lambda _plan: False)
    begins = model.model.new_int_var(opening.opens, opening.closes - minutes, "")
    model.model.add_hint(begins, opening.opens)
    shows = [
        model.model.new_optional_fixed_size_interval_var(spot.begins, spot.slot.end - spot.slot.start, there, "")
        for spot in model.spots[0]
        if (there := spot.halls.get(opening.hall)) is not None and abs((spot.day - opening.day).days) <= 1
    ]
    stays = [spot.slot for spot in model.spots[1] if opening.hall in spot.halls]
    stays += [pin for pin in model.ground.pins if pin.blocker and pin.hall == opening.hall]
    taken = model.blocks(
        (slot.start, slot.end) for slot in stays if slot.start < opening.closes and opening.opens < slot.end
    )
    repeat = model.model.new_optional_fixed_size_interval_var(begins, minutes, free, "")
    model.model.add_no_overlap([repeat, *shows, *taken])
    return free


def _room_elsewhere(model: "Model", day: date, planned: set[int], needed: int) -> bool:
    """Whether a hall that is not planned has room, or any whose hours nobody knows: that one may be empty all day."""
    context, fixed = model.ground.context, model.spots[1]
    events = [pin for pin in model.ground.pins if pin.blocker] + [spot.slot for spot in fixed if spot.day == day]
    for hall, facts in context.halls.items():
        if not facts.hours:
            return True
        window = window_of_day(day, context.day_start, context.place(hall).zone)
        own = [slot for slot in events if slot.hall == hall]
        if hall not in planned and longest_free(own, facts, window) >= needed:
            return True
    return False


def evenings(model: "Model") -> None:
    """R28: each language of the audience can follow one show of every evening."""
    if not model.bearings.tolls.minds(Clash.EVENING_WITHOUT):
        return
    for day in model.days:
        for town in model.bearings.towns:
            free, fixed = (
                [spot for spot in own if spot.day == day and spot.slot.works and spot.slot.audience in KNOWN_AUDIENCE
                 and town & spot.halls.keys()]
                for own in model.spots
            )  # fmt: skip
            fast = [spot for spot in fixed if _late(model, spot, spot.starts)]
            if free and not any(_anybody(model, spot) for spot in fast):
                _evening(model, free, fast)


def _late(model: "Model", spot: Spot, starts: int) -> bool:
    return starts >= _from(model, spot)


def _from(model: "Model", spot: Spot) -> int:
    """When the evening of an event begins."""
    context = model.ground.context
    _territory, zone = context.place(next(iter(spot.halls)))
    return wall_minute(spot.day, context.value("R28", EVENING), zone)


def _anybody(model: "Model", spot: Spot) -> bool:
    """Whether everybody can follow it, or nobody knows who can: then nothing is said of the evening."""
    languages = followed(spot.slot, model.ground.context)
    return languages is None or not languages


def _follows(model: "Model", spot: Spot, language: str) -> bool:
    return all(language in own for own in followed(spot.slot, model.ground.context) or ())


def _asks(model: "Model", spot: Spot, language: str) -> bool:
    """Whether its audience has this language in every hall it may be in."""
    halls = (spot.slot.at(hall, spot.slot.start) for hall in spot.halls)
    return all(language in {base(tag) for tag in audience_of(slot, model.ground.context)} for slot in halls)


def _languages(model: "Model", spots: list[Spot]) -> list[str]:
    halls = {hall: spot.slot.at(hall, spot.slot.start) for spot in spots for hall in spot.halls}
    return sorted({base(tag) for slot in halls.values() for tag in audience_of(slot, model.ground.context)})


def _evening(model: "Model", free: list[Spot], fast: list[Spot]) -> None:
    late = {spot: _in_the_evening(model, spot) for spot in free}
    for language in _languages(model, [*free, *fast]):
        if any(_follows(model, spot, language) for spot in fast):
            continue
        able = [spot for spot in free if _follows(model, spot, language)]
        asking = [spot for spot in free if spot not in able and _asks(model, spot, language)]

        def lacking(plan: Plan, able: list[Spot] = able, asking: list[Spot] = asking) -> bool:
            seats = [(spot, seat) for spot in free if (seat := spot.seat(plan)) is not None]
            evening = [spot for spot, seat in seats if _late(model, spot, seat.starts)]
            return any(spot in asking for spot in evening) and not any(spot in able for spot in evening)

        asked = any(_asks(model, spot, language) for spot in fast)
        escape = model.escape(Clash.EVENING_WITHOUT, (lambda _plan: True) if asked else lacking)
        ways = [*escape, *(late[spot][0] for spot in able)]
        if asked:
            model.model.add_bool_or(ways)
        for spot in asking if not asked else ():
            model.model.add_bool_or([*ways, late[spot][1], no(spot.there)])


def _in_the_evening(model: "Model", spot: Spot) -> tuple[Literal, Literal]:
    """Literals that are only true when an event is in the evening, and only when it is before."""
    begins = _from(model, spot)
    if spot.home:
        return (spot.there, False) if spot.starts >= begins else (False, spot.there)

    def told(plan: Plan, *, evening: bool) -> bool:
        seat = spot.seat(plan)
        return seat is not None and (seat.starts >= begins) is evening

    late = model.switch(lambda plan: told(plan, evening=True))
    early = model.switch(lambda plan: told(plan, evening=False))
    model.model.add(spot.starts >= begins).only_enforce_if(late)
    model.model.add(spot.starts < begins).only_enforce_if(early)
    model.model.add_implication(late, spot.there)
    return late, early
