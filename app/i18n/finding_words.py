"""The sentence of every finding: who, where, when and how much."""

from collections.abc import Mapping

from app.domain.screenings import Clash
from app.words import N_

Forms = tuple[str, str]
"""A sentence for one and for many."""


def plural(one: str, other: str) -> Forms:
    """Mark the two forms of a counted sentence for extraction; `tr.plural(*forms, n)` says it."""
    return one, other


SENTENCES: Mapping[Clash, str | Forms] = {
    Clash.HALL_TAKEN: plural(
        "“{title}” occupies {hall} until {until}. “{title2}” begins there at {starts}. They overlap by {n} minute.",
        "“{title}” occupies {hall} until {until}. “{title2}” begins there at {starts}. They overlap by {n} minutes.",
    ),
    Clash.TURNAROUND_SHORT: plural(
        "{hall}: “{title}” ends at {until}, “{title2}” begins at {starts}. There is {n} minute between them, "
        "{needed} are needed.",
        "{hall}: “{title}” ends at {until}, “{title2}” begins at {starts}. There are {n} minutes between them, "
        "{needed} are needed.",
    ),
    Clash.HALL_CLOSED: N_("“{title}” occupies {hall} from {starts} to {until}. The hall is open {opens}–{closes}."),
    Clash.COPY_ELSEWHERE: plural(
        "“{title}” is on screen in {hall} until {until}. In {hall2} the same copy starts at {starts}. They "
        "overlap by {n} minute.",
        "“{title}” is on screen in {hall} until {until}. In {hall2} the same copy starts at {starts}. They "
        "overlap by {n} minutes.",
    ),
    Clash.COPY_TRAVELLING: plural(
        "“{title}” is on screen in {hall} until {until}. In {hall2} the same copy starts at {starts}. "
        "There is {n} minute to get there, {needed} are needed.",
        "“{title}” is on screen in {hall} until {until}. In {hall2} the same copy starts at {starts}. "
        "There are {n} minutes to get there, {needed} are needed.",
    ),
    Clash.COPY_NOT_READY: N_("“{title}” begins at {starts}. Copy {copy} is ready on {ready}."),
    Clash.COPY_GONE: N_("“{title}” ends at {until}. Copy {copy} leaves on {leaves}."),
    Clash.RIGHTS_MISSING: N_("No rights are entered for “{work}”. The screening is on {day}."),
    Clash.RIGHTS_TERRITORY: N_("No rights for “{work}” are entered for this country: {country}."),
    Clash.RIGHTS_USE: N_("The rights for “{work}” do not cover this use: {use}."),
    Clash.RIGHTS_NOT_CLEARED: N_("The rights for “{work}” are not cleared. The screening is on {day}."),
    Clash.RIGHTS_ENDED: N_("“{work}”: rights end on {ends}, the screening is on {day}."),
    Clash.RIGHTS_NOT_BEGUN: N_("“{work}”: rights begin on {begins}, the screening is on {day}."),
    Clash.RIGHTS_NOT_BEFORE: N_("“{work}” may be shown from {not_before}, the screening is on {day}."),
    Clash.RIGHTS_NEGOTIATION: N_("The rights for “{work}” are still being negotiated. The screening is on {day}."),
    Clash.SHOWINGS_SPENT: plural(
        "“{work}”: {n} screening is planned, {allowed} are allowed.",
        "“{work}”: {n} screenings are planned, {allowed} are allowed.",
    ),
    Clash.DAY_OUTSIDE: N_("“{title}” is on {day}. The programme runs from {first} to {last}."),
    Clash.GUEST_ELSEWHERE: plural(
        "{person} is at “{title}” in {hall} until {until} and at “{title2}” in {hall2} from {starts}. They "
        "overlap by {n} minute.",
        "{person} is at “{title}” in {hall} until {until} and at “{title2}” in {hall2} from {starts}. They "
        "overlap by {n} minutes.",
    ),
    Clash.GUEST_TRAVELLING: plural(
        "{person} is at “{title}” in {hall} until {until} and at “{title2}” in {hall2} from {starts}. "
        "There is {n} minute to get there, {needed} are needed.",
        "{person} is at “{title}” in {hall} until {until} and at “{title2}” in {hall2} from {starts}. "
        "There are {n} minutes to get there, {needed} are needed.",
    ),
    Clash.GUEST_NOT_ARRIVED: N_("{person} arrives on {arrives}. “{title}” begins on {starts}."),
    Clash.GUEST_GONE: N_("{person} leaves on {leaves}. “{title}” lasts until {until}."),
    Clash.GUEST_MISSES_ALL: plural(
        "{person} is the guest of “{work}”, but not in town for its {n} showing.",
        "{person} is the guest of “{work}”, but in town for none of its {n} showings.",
    ),
    Clash.STAFF_ELSEWHERE: plural(
        "{task} {person} is at “{title}” in {hall} until {until} and at “{title2}” in {hall2} from {starts}. They "
        "overlap by {n} minute.",
        "{task} {person} is at “{title}” in {hall} until {until} and at “{title2}” in {hall2} from {starts}. They "
        "overlap by {n} minutes.",
    ),
    Clash.STAFF_TRAVELLING: plural(
        "{task} {person} is at “{title}” in {hall} until {until} and at “{title2}” in {hall2} from "
        "{starts}. There is {n} minute to get there, {needed} are needed.",
        "{task} {person} is at “{title}” in {hall} until {until} and at “{title2}” in {hall2} from "
        "{starts}. There are {n} minutes to get there, {needed} are needed.",
    ),
    Clash.STAFF_NOT_ARRIVED: N_("{task} {person} arrives on {arrives}. “{title}” begins on {starts}."),
    Clash.STAFF_GONE: N_("{task} {person} leaves on {leaves}. “{title}” lasts until {until}."),
    Clash.INTERPRETER_PAIR: N_(
        "{person} interprets between {languages}. The audience of “{title}” understands {audience}."
    ),
    Clash.KEY_MISSING: N_("Copy {copy} is encrypted and has no key for {hall}. “{title}” begins on {starts}."),
    Clash.KEY_NOT_YET: N_(
        "The key for copy {copy} is valid from {begins_at}. “{title}” begins on {starts} and needs it {margin} earlier."
    ),
    Clash.KEY_EXPIRED: N_(
        "The key for copy {copy} is valid until {ends_at}. “{title}” ends on {until} and needs it {margin} longer."
    ),
    Clash.HALL_CANNOT_PLAY: N_("{hall} cannot play the copy of “{title}”. {what}: {asked}."),
    Clash.LANGUAGE_MISSING: N_(
        "“{title}” has neither sound nor subtitles in the language required by law: {languages}."
    ),
    Clash.AGE_HOUR: N_(
        "“{title}” is marked {mark} and begins at {time}. Such titles are shown from {from_minute} to {until_minute}."
    ),
    Clash.AGE_AUDIENCE: N_("“{title}” is marked {mark}. Shows for schools and families go up to {allowed}."),
    Clash.PAPER_MISSING: plural(
        "“{work}” is shown in {n} day, and this paper is not in hand: {paper}.",
        "“{work}” is shown in {n} days, and this paper is not in hand: {paper}.",
    ),
    Clash.ORDER_WRONG: N_("“{title}” begins on {starts}, before “{title2}” is over on {until}. It belongs after it."),
    Clash.PARTS_ORDER: N_("Part {number}, “{title}”, runs before part {other}, “{title2}”."),
    Clash.TALK_BEFORE_FILM: N_(
        "“{title}” begins on {starts}, but what it is about is over only on {until}: “{title2}”."
    ),
    Clash.PREMIERE_NOT_FIRST: N_("“{title}” begins on {earlier}, before its premiere on {starts}."),
    Clash.SAME_DAY: N_("“{work}” is shown twice on {day}: at {time} in {hall} and at {time2} in {hall2}."),
    Clash.SHOWINGS_CLOSE: plural(
        "Showings of “{work}” are {n} day apart, {wanted} are wanted.",
        "Showings of “{work}” are {n} days apart, {wanted} are wanted.",
    ),
    Clash.SAME_HALL: plural(
        "{n} showing of “{work}” is in {hall}. Another hall would reach other people.",
        "All {n} showings of “{work}” are in {hall}. Another hall would reach other people.",
    ),
    Clash.SAME_HOUR: N_("Showings of “{work}” begin at {time} and at {time2}. Another hour would reach other people."),
    Clash.AGAINST: plural(
        "“{title}” and “{title2}” must not run at the same time. They overlap by {n} minute.",
        "“{title}” and “{title2}” must not run at the same time. They overlap by {n} minutes.",
    ),
    Clash.STRAND_PARALLEL: plural(
        "“{title}” and “{title2}” are in one strand that must not run twice at once: {strand}. They "
        "overlap by {n} minute.",
        "“{title}” and “{title2}” are in one strand that must not run twice at once: {strand}. They "
        "overlap by {n} minutes.",
    ),
    Clash.FAMILY_PARALLEL: plural(
        "“{title}” and “{title2}” are both for families. They overlap by {n} minute.",
        "“{title}” and “{title2}” are both for families. They overlap by {n} minutes.",
    ),
    Clash.JURY_MISSES: plural(
        "{strand}: the jury cannot see {n} title of it: {works}.",
        "{strand}: no choice of showings lets the jury see all {n} of these titles: {works}.",
    ),
    Clash.STARTS_TOGETHER: plural(
        "“{title}” in {hall} and “{title2}” in {hall2} start {n} minute apart in one building, {needed} are wanted.",
        "“{title}” in {hall} and “{title2}” in {hall2} start {n} minutes apart in one building, {needed} are wanted.",
    ),
    Clash.OFF_GRID: N_("“{title}” begins at {starts}. Starts should fall on every {grid} minutes."),
    Clash.HALL_TOO_SMALL: plural(
        "{n} person is expected at “{title}”, {hall} has {seats} seats.",
        "{n} people are expected at “{title}”, {hall} has {seats} seats.",
    ),
    Clash.HALL_TOO_BIG: plural(
        "{n} person is expected at “{title}”, {hall} has {seats} seats.",
        "{n} people are expected at “{title}”, {hall} has {seats} seats.",
    ),
    Clash.PRIME_STRAND: plural(
        "{strand}: {n} showing, and not in prime time.",
        "{strand}: {n} showings, none of them in prime time.",
    ),
    Clash.PRIME_COUNTRY: plural(
        "{country}: {n} showing, and not in prime time.",
        "{country}: {n} showings, none of them in prime time.",
    ),
    Clash.ON_HOLIDAY: N_("“{title}” is on {day}, a public holiday."),
    Clash.IN_PAUSE: plural(
        "“{title}” runs into the break from {from_minute} to {until_minute} by {n} minute.",
        "“{title}” runs into the break from {from_minute} to {until_minute} by {n} minutes.",
    ),
    Clash.IN_SCHOOL_HOURS: plural(
        "“{title}” is for families, but {n} minute of it falls into school hours, {from_minute}–{until_minute}.",
        "“{title}” is for families, but {n} minutes of it fall into school hours, {from_minute}–{until_minute}.",
    ),
    Clash.NOBODY_ON_DUTY: N_("Nobody is on duty in {hall} for “{title}”, {starts}–{until}."),
    Clash.SHIFTS_OVERLAP: plural(
        "{person} begins a shift on {starts} while another one still lasts. They overlap by {n} minute.",
        "{person} begins a shift on {starts} while another one still lasts. They overlap by {n} minutes.",
    ),
    Clash.REST_SHORT: N_(
        "{person} works until {until} and again from {starts}. That leaves {gap} of rest, {needed} are needed."
    ),
    Clash.NOTHING_ACCESSIBLE: N_("No show on {day} has captions and step-free access."),
    Clash.NO_ROOM_LEFT: N_("On {day} no hall has {needed} free for a repeat."),
    Clash.LEG_MISSED: N_(
        "{who} is at “{title}” until {until}. {leg} departs on {departs}, and {needed} are needed for the handover."
    ),
    Clash.ARRIVES_LATE: N_("{who} arrives on {arrives} and can be used from {ready}. “{title}” begins on {starts}."),
    Clash.NO_WAY: N_(
        "{who} is at “{title}” until {until} and at “{title2}” from {starts}. No leg of the tour leads there in "
        "between."
    ),
    Clash.NO_TRAVEL_DAY: N_(
        "On {day} there are shows in two cities: “{title}” in {hall} and “{title2}” in {hall2}. There is "
        "no day for travel."
    ),
    Clash.PUBLISHED_MOVED: N_(
        "“{title}” was published for {was_starts} in {hall}. Now it begins on {starts} in {hall2}."
    ),
    Clash.EVENING_WITHOUT: N_("On the evening of {day} no show can be followed in {language}."),
    Clash.OVER_BUDGET: N_("Screening fees and hall hours come to {planned}. The budget is {budget}."),
    Clash.NOT_PINNED: N_("“{title}” is not locked in its place. Kind of event: {occasion}."),
    Clash.OPENING_NOT_FIRST: N_(
        "The opening, “{title2}”, begins on {starts}. “{title}” begins before it, on {earlier}."
    ),
    Clash.CLOSING_NOT_LAST: N_("The closing, “{title}”, begins on {starts}. “{title2}” begins after it, on {later}."),
    Clash.NOBODY_UNDERSTANDS: N_("“{title}” can be followed in {languages}. Its audience understands {audience}."),
    Clash.POLICY_MISSED: N_(
        "“{title}” can be followed in {languages}. Every show of the programme should be in {wanted}."
    ),
}
"""`n` of a counted sentence is the first of `EXTENTS` the finding has."""

EXTENTS = ("overlap", "gap", "planned", "showings", "titles", "days", "expected")

WITHOUT: Mapping[tuple[Clash, str], str] = {
    (Clash.AGE_HOUR, "until_minute"): N_(
        "“{title}” is marked {mark} and begins at {time}. Such titles are shown only from {from_minute} on."
    ),
    (Clash.AGE_HOUR, "from_minute"): N_(
        "“{title}” is marked {mark} and begins at {time}. Such titles are shown only until {until_minute}."
    ),
    (Clash.PAPER_MISSING, "days"): N_("“{work}” is shown, but this paper is not in hand: {paper}."),
    (Clash.LEG_MISSED, "needed"): N_("{who} is at “{title}” until {until}. {leg} departs on {departs}."),
    (Clash.ARRIVES_LATE, "ready"): N_("{who} arrives on {arrives}. “{title}” begins on {starts}."),
}
"""What is said instead where a finding lacks one of its values: people are neither packed nor unpacked."""

MORE: Mapping[tuple[Clash, str, str], str | Forms] = {
    (Clash.PAPER_MISSING, "unit", "working"): plural(
        "The last day to apply for it is {apply_by}: {n} whole working day must lie between that day and the show.",
        "The last day to apply for it is {apply_by}: {n} whole working days must lie between that day and the show.",
    ),
    (Clash.PAPER_MISSING, "unit", "calendar"): plural(
        "The last day to apply for it is {apply_by}: {n} whole calendar day must lie between that day and the show.",
        "The last day to apply for it is {apply_by}: {n} whole calendar days must lie between that day and the show.",
    ),
    (Clash.PAPER_MISSING, "unlisted", ""): N_(
        "No days off are entered for {unlisted} ({country}): only weekends were left out of the count."
    ),
    (Clash.PUBLISHED_MOVED, "because", ""): N_(
        "The move was needed: in its published place there would be this error: {because}."
    ),
}
"""What is said besides where a finding has a value, whichever if none is named; `n` counts the term."""

AT_NONE: Mapping[Clash, str] = {
    Clash.PAPER_MISSING: N_("“{work}” is shown today, and this paper is not in hand: {paper}."),
}
"""What is said instead of a counted sentence where there is nothing to count."""
