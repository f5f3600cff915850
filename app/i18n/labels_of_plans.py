"""The words for the vocabularies of planning: audiences, occasions, targets, people at shows, laws, tours."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.domain import kinds_of_plans as plans
from app.i18n.labels import context, speaker

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

AUDIENCE_KINDS = {
    plans.AudienceKind.PUBLIC: context("audience", "Public"),
    plans.AudienceKind.FAMILY: context("audience", "Family"),
    plans.AudienceKind.SCHOOL: context("audience", "School"),
    plans.AudienceKind.PRESS: context("audience", "Press"),
    plans.AudienceKind.JURY: context("audience", "Jury"),
    plans.AudienceKind.INVITED: context("audience", "Invited guests"),
}

OCCASIONS = {
    plans.Occasion.NONE: context("occasion", "Ordinary show"),
    plans.Occasion.OPENING: context("occasion", "Opening"),
    plans.Occasion.CLOSING: context("occasion", "Closing"),
    plans.Occasion.GALA: context("occasion", "Gala"),
    plans.Occasion.PREMIERE: context("occasion", "Premiere"),
}

TARGET_KINDS = {
    plans.TargetKind.MINUTES: context("target", "Minutes"),
    plans.TargetKind.TITLES: context("target", "Titles"),
    plans.TargetKind.COUNTRY: context("target", "Country"),
    plans.TargetKind.LANGUAGE: context("target", "Language"),
    plans.TargetKind.STRAND: context("target", "Strand"),
    plans.TargetKind.NEW: context("target", "New titles"),
    plans.TargetKind.WOMEN: context("target", "Directed by women"),
    plans.TargetKind.PREMIERE: context("target", "Premieres"),
    plans.TargetKind.PARITY: context("target", "Parity"),
}

GENDERS = {
    plans.Gender.FEMALE: context("gender", "Female"),
    plans.Gender.MALE: context("gender", "Male"),
    plans.Gender.OTHER: context("gender", "Other"),
}

LINK_KINDS = {
    plans.LinkKind.BEFORE: context("link", "Before"),
    plans.LinkKind.APART: context("link", "Not at the same time"),
}

PERSON_TASKS = {
    plans.PersonTask.GUEST: context("task", "Guest"),
    plans.PersonTask.MODERATOR: context("task", "Moderator"),
    plans.PersonTask.INTERPRETER: context("task", "Interpreter"),
}

LEGAL_KINDS = {
    plans.LegalKind.LANGUAGE: context("law", "Language of the show"),
    plans.LegalKind.AGE_HOUR: context("law", "Hours of an age mark"),
    plans.LegalKind.AGE_SCHOOL: context("law", "Age mark for children"),
    plans.LegalKind.PAPER: context("law", "Paper before the show"),
    plans.LegalKind.PAUSE: context("law", "Break for prayer or meals"),
    plans.LegalKind.SCHOOL_HOURS: context("law", "School hours"),
    plans.LegalKind.HOLIDAY: context("law", "Public holidays"),
}

TERM_UNITS = {
    plans.TermUnit.CALENDAR: context("term", "calendar days"),
    plans.TermUnit.WORKING: context("term", "working days"),
}

DAY_KINDS = {
    plans.DayKind.HOLIDAY: context("day", "Public holiday"),
    plans.DayKind.WORKING_DAY: context("day", "Working weekend"),
    plans.DayKind.SCHOOL_HOLIDAY: context("day", "School holiday"),
}

BLOCKER_KINDS = {
    plans.BlockerKind.BREAK: context("blocker", "Break"),
    plans.BlockerKind.CLOSED: context("blocker", "Closed"),
    plans.BlockerKind.REHEARSAL: context("blocker", "Rehearsal"),
    plans.BlockerKind.RENTED: context("blocker", "Rented out"),
    plans.BlockerKind.OTHER: context("blocker", "Other use"),
}

TRAVEL_MODES = {
    plans.TravelMode.ROAD: context("travel", "Road"),
    plans.TravelMode.RAIL: context("travel", "Train"),
    plans.TravelMode.AIR: context("travel", "Air"),
    plans.TravelMode.SEA: context("travel", "Sea"),
}

PLAN_KINDS = {
    plans.PlanKind.ALTERNATIVE: context("plan", "Alternative"),
    plans.PlanKind.RELEASE: context("plan", "Release"),
}

_AUDIENCE_CHIPS = {
    plans.AudienceKind.FAMILY: context("chip", "family"),
    plans.AudienceKind.SCHOOL: context("chip", "school"),
    plans.AudienceKind.PRESS: context("chip", "press"),
    plans.AudienceKind.JURY: context("chip", "jury"),
    plans.AudienceKind.INVITED: context("chip", "closed"),
}

_OCCASION_CHIPS = {
    plans.Occasion.OPENING: context("chip", "opening"),
    plans.Occasion.CLOSING: context("chip", "closing"),
    plans.Occasion.GALA: context("chip", "gala"),
    plans.Occasion.PREMIERE: context("chip", "premiere"),
}

audience_kind = speaker(AUDIENCE_KINDS)
occasion = speaker(OCCASIONS)
target_kind = speaker(TARGET_KINDS)
gender = speaker(GENDERS)
link_kind = speaker(LINK_KINDS)
person_task = speaker(PERSON_TASKS)
legal_kind = speaker(LEGAL_KINDS)
term_unit = speaker(TERM_UNITS)
day_kind = speaker(DAY_KINDS)
blocker_kind = speaker(BLOCKER_KINDS)
travel_mode = speaker(TRAVEL_MODES)
plan_kind = speaker(PLAN_KINDS)

SPEAKERS: Mapping[type[StrEnum], "Callable[[Catalogue, Any], str]"] = {
    plans.AudienceKind: audience_kind,
    plans.Occasion: occasion,
    plans.TargetKind: target_kind,
    plans.Gender: gender,
    plans.LinkKind: link_kind,
    plans.PersonTask: person_task,
    plans.LegalKind: legal_kind,
    plans.TermUnit: term_unit,
    plans.DayKind: day_kind,
    plans.BlockerKind: blocker_kind,
    plans.TravelMode: travel_mode,
    plans.PlanKind: plan_kind,
}


def audience_chip(tr: "Catalogue", kind: plans.AudienceKind) -> str:
    """The short word on a card, '' for the public: family, school, closed."""
    return tr.context(*_AUDIENCE_CHIPS[kind]) if kind in _AUDIENCE_CHIPS else ""


def occasion_chip(tr: "Catalogue", kind: plans.Occasion) -> str:
    """The short word on a card, '' for an ordinary show: opening, gala."""
    return tr.context(*_OCCASION_CHIPS[kind]) if kind in _OCCASION_CHIPS else ""
