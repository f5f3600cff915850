"""The slate of the sample film week: targets, titles in every column, and what two invented people think of them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import Premiere, SlateState
from app.domain.kinds_of_plans import Gender, LinkKind, TargetKind
from app.domain.slates import CO_PRODUCTION
from app.operations import opinions, slates, strands
from app.store.agents import Agent, Credit
from app.store.works import Work

AIGERIM, WANG = "Айгерім", "王芳"

_TARGETS = (
    (TargetKind.MINUTES, "", 1500), (TargetKind.TITLES, "", 16), (TargetKind.COUNTRY, "KZ", 9),
    (TargetKind.COUNTRY, "CN", 5), (TargetKind.COUNTRY, CO_PRODUCTION, 3), (TargetKind.LANGUAGE, "zh", 12),
    (TargetKind.LANGUAGE, "kk", 13), (TargetKind.LANGUAGE, "ru", 10), (TargetKind.LANGUAGE, "en", 8),
    (TargetKind.NEW, "", 2), (TargetKind.WOMEN, "", 3), (TargetKind.PREMIERE, "", 1), (TargetKind.PARITY, "", 4),
)  # fmt: skip
_OF_STRANDS = {"panorama": 8, "dubbed": 2, "classics": 3, "family": 2, "joint": 2}

_TITLES = (
    ("T124", SlateState.LONGLIST, "panorama", 117, ""), ("T028", SlateState.LONGLIST, "dubbed", 112, ""),
    ("T057", SlateState.LONGLIST, "classics", 80, ""), ("T113", SlateState.SHORTLIST, "panorama", 76, ""),
    ("T048", SlateState.SHORTLIST, "joint", 104, ""), ("T089", SlateState.INVITED, "panorama", None, ""),
    ("T055", SlateState.INVITED, "family", 89, ""), ("T125", SlateState.RESERVE, "panorama", 105, ""),
    ("T027", SlateState.RESERVE, "dubbed", 110, ""),
    ("T126", SlateState.DECLINED, "panorama", 100, "Субтитрлі көшірме уақытында дайын болмайды."),
)  # fmt: skip
"""Title, column, strand, minutes where the table has none, and why it was declined."""

_OPINIONS = (
    ("T124", AIGERIM, 8, "Тыныш, бірақ ұмытылмайды."), ("T124", WANG, 7, "节奏慢，画面很好。"),
    ("T113", AIGERIM, 9, "Міндетті түрде көрсету керек."), ("T113", WANG, 8, ""),
    ("T028", WANG, 6, "轻松，适合周末。"), ("T089", AIGERIM, 9, ""), ("T089", WANG, None, "先看中文字幕。"),
    ("T125", AIGERIM, 7, ""), ("T125", WANG, 8, "可以作候补。"), ("T126", AIGERIM, 6, ""), ("T048", WANG, 8, ""),
    ("T112", AIGERIM, 9, ""), ("T112", WANG, 9, "开幕片的好选择。"),
)  # fmt: skip
_WOMEN = ("T089", "T113")


def fill_slate(
    session: Session, programme: int, works: Mapping[str, int], sections: Mapping[str, int], first_day: date
) -> None:
    """Give the film week a slate; its runtimes are placeholders, its opinions are of invented people."""
    for kind, about, wanted in _TARGETS:
        strands.set_target(session, programme, kind, wanted, about)
    for key, wanted in _OF_STRANDS.items():
        strands.set_target(session, programme, TargetKind.STRAND, wanted, "", sections[key])
    strands.change_strand(session, sections["classics"], alone=True)
    entries = {entry.work_id: entry.id for entry in slates.entries_of(session, programme)}
    for title, state, section, minutes, reason in _TITLES:
        work = session.get_one(Work, works[title])
        if work.runtime is None and minutes is not None:
            work.runtime = minutes
            work.unverified = "; ".join(filter(None, (work.unverified, "runtime")))
        made = slates.add(session, programme, [work.id], state, strand=sections[section], reason=reason)
        entries[work.id] = made[0]
    slates.change_entry(session, entries[works["T113"]], premiere=Premiere.CITY)
    opinions.tie(session, entries[works["T124"]], entries[works["T125"]], LinkKind.APART)
    for place, (title, author, points, note) in enumerate(_OPINIONS):
        given = datetime.combine(first_day - timedelta(days=60 - place), time(9), UTC)
        opinions.give_opinion(session, entries[works[title]], author, points, note, now=given)
    directors = select(Agent).join(Credit, Credit.agent_id == Agent.id)
    for agent in session.scalars(directors.where(Credit.work_id.in_([works[title] for title in _WOMEN]))):
        agent.gender = Gender.FEMALE
    session.flush()
