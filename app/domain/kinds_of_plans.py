"""The closed vocabularies of planning: audiences, targets, rules, people at shows, tours. Values are stored."""

from enum import StrEnum


class AudienceKind(StrEnum):
    """For whom an event is meant (R12, R16, R17)."""

    PUBLIC = "public"
    FAMILY = "family"
    SCHOOL = "school"
    PRESS = "press"
    JURY = "jury"
    INVITED = "invited"


class Occasion(StrEnum):
    """What an event is among the others: opening, closing and gala are pinned (R30), a premiere is the first (R14)."""

    NONE = "none"
    OPENING = "opening"
    CLOSING = "closing"
    GALA = "gala"
    PREMIERE = "premiere"


class TargetKind(StrEnum):
    """What a slate is measured against (F25); `about` of a target says which one."""

    MINUTES = "minutes"
    TITLES = "titles"
    COUNTRY = "country"  # about: ISO 3166, or "co_production"
    LANGUAGE = "language"  # about: the language a title can be followed in
    STRAND = "strand"
    NEW = "new"  # titles of the programme's year and the year before
    WOMEN = "women"  # titles with a woman among the directors
    PREMIERE = "premiere"
    PARITY = "parity"  # the largest accepted difference between Chinese and Kazakh titles


class Gender(StrEnum):
    """As somebody says it of themselves, asked only for the balance of a slate."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class LinkKind(StrEnum):
    """How two titles of one slate belong together (R14, R16)."""

    BEFORE = "before"
    APART = "apart"


class PersonTask(StrEnum):
    """What somebody does at an event (F41)."""

    GUEST = "guest"
    MODERATOR = "moderator"
    INTERPRETER = "interpreter"


class LegalKind(StrEnum):
    """What a legal rule of a country is about (R11 to R13, R22). Comments name the columns it uses."""

    LANGUAGE = "language"  # languages: the show must be followed in one of them; exempt: uses
    AGE_HOUR = "age_hour"  # mark, from_minute, until_minute: titles of that mark are shown only in between
    AGE_SCHOOL = "age_school"  # mark: the highest mark for school and family shows
    PAPER = "paper"  # mark: the ClearanceKind asked for; days: an error so many days before the show
    PAUSE = "pause"  # weekdays, from_minute, until_minute: prayer, meals
    SCHOOL_HOURS = "school_hours"  # weekdays, from_minute, until_minute: no family show meanwhile
    HOLIDAY = "holiday"  # a show on a public holiday is worth a word


class TermUnit(StrEnum):
    """What the term of a law counts (R13): every day, or those on which its country works."""

    CALENDAR = "calendar"
    WORKING = "working"


class DayKind(StrEnum):
    """Why a day is not like its weekday."""

    HOLIDAY = "holiday"
    WORKING_DAY = "working_day"
    SCHOOL_HOLIDAY = "school_holiday"


class BlockerKind(StrEnum):
    """Why halls are taken without a show (F29)."""

    BREAK = "break"
    CLOSED = "closed"
    REHEARSAL = "rehearsal"
    RENTED = "rented"
    OTHER = "other"


class TravelMode(StrEnum):
    """How one gets from stop to stop (F37)."""

    ROAD = "road"
    RAIL = "rail"
    AIR = "air"
    SEA = "sea"


class PlanKind(StrEnum):
    """What a kept plan is: another way to do it, or what was given out (F33)."""

    ALTERNATIVE = "alternative"
    RELEASE = "release"
