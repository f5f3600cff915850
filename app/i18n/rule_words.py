"""The rules of a schedule by name, with what each of them asks: for the settings and the manual."""

from collections.abc import Mapping
from typing import NamedTuple

from app.words import N_


class RuleWords(NamedTuple):
    """A short name and one sentence."""

    name: str
    asks: str


RULE_NAMES: Mapping[str, RuleWords] = {
    "R1": RuleWords(
        N_("One event in a hall"),
        N_("A hall holds one event at a time, from doors to clearing."),
    ),
    "R2": RuleWords(
        N_("Hall turnaround"),
        N_("A hall needs time to be emptied and cleaned, more after a Q&A or children."),
    ),
    "R3": RuleWords(
        N_("Opening hours"),
        N_("Events keep to the hours in which the hall is open or rented."),
    ),
    "R4": RuleWords(
        N_("Days of the programme"),
        N_("A show after midnight belongs to the evening before, and every show to a day of the programme."),
    ),
    "R5": RuleWords(
        N_("Guests"),
        N_("A guest is in town, in one place at a time, and has time to get there."),
    ),
    "R6": RuleWords(
        N_("Interpreters and moderators"),
        N_("They are in one place at a time, and interpreters speak a language of the audience."),
    ),
    "R7": RuleWords(
        N_("Copies"),
        N_("A copy is in one place at a time and needs time for transport and ingest."),
    ),
    "R8": RuleWords(
        N_("Keys of copies"),
        N_("A key opens the copy in this hall from before the start until after the end."),
    ),
    "R9": RuleWords(
        N_("What a hall can play"),
        N_("The hall can play the format, frame rate, sound, aspect and subtitles of the copy."),
    ),
    "R10": RuleWords(
        N_("Rights"),
        N_("Rights cover the country, the use, the day and the number of showings."),
    ),
    "R11": RuleWords(
        N_("Languages required by law"),
        N_("A show has the dub, voice-over or subtitles the law of its country asks for."),
    ),
    "R12": RuleWords(
        N_("Age marks"),
        N_("Titles with an age mark keep to their hours and their audience."),
    ),
    "R13": RuleWords(
        N_("Papers"),
        N_("Permit, certificate or filing is in hand before the show."),
    ),
    "R14": RuleWords(
        N_("Order of shows"),
        N_("The premiere comes before repeats, part 1 before part 2, a film before its talk."),
    ),
    "R15": RuleWords(
        N_("Repeats apart"),
        N_("Showings of one title lie on other days, in other halls, at other hours."),
    ),
    "R16": RuleWords(
        N_("Kept apart in time"),
        N_("Titles kept apart, a strand that runs alone and family shows do not overlap."),
    ),
    "R17": RuleWords(
        N_("Jury and press"),
        N_("The jury can see every title of a strand made for it."),
    ),
    "R18": RuleWords(
        N_("Starts in one building"),
        N_("Shows in one building start some minutes apart."),
    ),
    "R19": RuleWords(
        N_("Start-time grid"),
        N_("Shows start at five-minute steps."),
    ),
    "R20": RuleWords(
        N_("Hall size"),
        N_("The expected audience fits the hall and does not get lost in it."),
    ),
    "R21": RuleWords(
        N_("Prime time"),
        N_("Every strand and country with several showings gets one in prime time."),
    ),
    "R22": RuleWords(
        N_("Holidays, breaks and school"),
        N_("Shows respect public holidays, breaks for prayer and meals, and school hours."),
    ),
    "R23": RuleWords(
        N_("Shifts and rest"),
        N_("Somebody is on duty at every show, nobody twice at once, and all get their rest."),
    ),
    "R24": RuleWords(
        N_("Accessible shows"),
        N_("Every day has a show with captions in a step-free hall."),
    ),
    "R25": RuleWords(
        N_("Room for a repeat"),
        N_("Every day leaves one hall free for a repeat."),
    ),
    "R26": RuleWords(
        N_("Travel on a tour"),
        N_("Copies and people travel by the legs of the tour, with handover and customs."),
    ),
    "R27": RuleWords(
        N_("Published times"),
        N_("What was published moves only if it must."),
    ),
    "R28": RuleWords(
        N_("Every language, every evening"),
        N_("Every evening has a show each language group can follow."),
    ),
    "R29": RuleWords(
        N_("Budget"),
        N_("Screening fees and hall hours stay within the budget."),
    ),
    "R30": RuleWords(
        N_("Opening, closing, gala"),
        N_("Opening, closing and gala are locked; nothing comes before the opening or after the closing."),
    ),
    "F36": RuleWords(
        N_("Understood in the hall"),
        N_("Somebody in the hall understands what is spoken, subtitled or interpreted."),
    ),
}
"""Message ids; `tr(RULE_NAMES["R2"].name)` says one."""
