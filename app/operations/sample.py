"""The sample library: known facts about 133 titles, and an invented film week to try things on."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.chinese import has_han, reading
from app.domain.kinds import (
    AgentKind,
    Confidence,
    CopyFormat,
    NameType,
    PartKind,
    RightsState,
    Role,
    ScreeningStatus,
    SlateState,
    SpokenMode,
    WorkKind,
)  # fmt: skip
from app.domain.names import FourNames, plain
from app.domain.scripts import guess_language_tag
from app.operations import programmes, sample_people, sample_tour, screenings, venues, versions
from app.operations.copies import add as add_copy
from app.operations.rights import add as add_rights
from app.operations.sample_records import fill_records
from app.operations.sample_schedule import fill_schedule
from app.operations.sample_slates import fill_slate
from app.operations.sample_texts import add_texts
from app.operations.screenings import PartSpec
from app.store.agents import Agent, AgentName, Credit
from app.store.programmes import SlateEntry
from app.store.venues import Hall
from app.store.works import Name, Version, Work, WorkCountry

MINUTE = timedelta(minutes=1)
Facts = Mapping[str, str]

_KINDS = {
    "feature": WorkKind.FEATURE,
    "series": WorkKind.SERIES,
    "documentary": WorkKind.DOCUMENTARY,
    "documentary series": WorkKind.DOCUMENTARY_SERIES,
    "animation": WorkKind.ANIMATION,
    "animation series": WorkKind.ANIMATION_SERIES,
    "animation franchise": WorkKind.ANIMATION_SERIES,
    "animated short": WorkKind.ANIMATED_SHORT,
    "animated short (series episode)": WorkKind.ANIMATED_SHORT,
    "stage (dance drama)": WorkKind.STAGE,
    "TV show": WorkKind.TV_SHOW,
    "TV strand": WorkKind.TV_STRAND,
}
_CONFIDENCE = {"high": Confidence.HIGH, "med": Confidence.MEDIUM, "low": Confidence.LOW}
_COLUMNS = (("title_kk_Cyrl", "kk-Cyrl"), ("title_zh_Hans", "zh-Hans"), ("title_ru", "ru"), ("title_en", "en"))
_DUB = re.compile(r"^(kk|ru) (dubbed|narrated)")


def fill(session: Session, titles: Iterable[Facts], week: Mapping[str, Any], first_day: date) -> int:
    """Enter the titles, and a film week beginning on `first_day`; the id of the film week.

    `titles` are the rows of the sample table, `week` the invented programme. Everything is
    marked as sample; facts from memory are marked as unverified.
    """
    people: dict[str, Agent] = {}
    works: dict[str, Work] = {}
    for facts in titles:
        work = _work(facts)
        session.add(work)
        works[facts["id"]] = work
        session.flush()
        for place, person in enumerate(filter(None, facts["director"].split(";"))):
            _credit(session, work, person.strip(), place, people)
    session.flush()
    programme = _week(session, week, {key: work.id for key, work in works.items()}, first_day)
    sample_people.add_dubbing_studio(session)
    add_texts(session, {key: work.id for key, work in works.items()})
    sample_tour.add_tour(session, {key: work.id for key, work in works.items()}, programme, first_day)
    return programme


def _work(facts: Facts) -> Work:
    countries = [code for code in facts["countries"].split(";") if code]
    work = Work(
        kind=_KINDS[facts["kind"]],
        year=int(facts["year"]) if facts["year"] else None,
        runtime=int(facts["runtime_min"]) if facts["runtime_min"] else None,
        episodes=int(facts["episodes"]) if facts["episodes"] else None,
        co_production=len(countries) > 1,
        confidence=_CONFIDENCE[facts["confidence"]],
        verified=facts["verified_fields"],
        unverified=facts["memory_fields"],
        source=facts["source"],
        notes=facts["notes"],
        sample=True,
    )
    work.countries = [WorkCountry(country=code, position=place) for place, code in enumerate(countries)]
    work.names = _names(facts)
    spoken = facts["original_lang"]
    if spoken not in ("und", "zxx"):  # a name of figures alone tells nothing of what is spoken
        work.versions.append(Version(language=_spoken(spoken), mode=SpokenMode.ORIGINAL))
    dub = _DUB.match(facts["language_versions_known"])
    if dub:
        work.versions.append(Version(language=dub[1], mode=SpokenMode(dub[2]), position=1))
    return work


def _spoken(tag: str) -> str:
    return plain(tag) if plain(tag) != "zh" else "zh-Hans"


def _names(facts: Facts) -> list[Name]:
    original, tag = facts["original_title"], facts["original_lang"]
    if tag == "und":
        tag = guess_language_tag(original)
    found = [(original, tag, NameType.ORIGINAL)]
    dubbed_kk = facts["language_versions_known"].startswith("kk dubbed")
    for column, language in _COLUMNS:
        for place, text in enumerate(filter(None, facts[column].split(" / "))):
            kind = NameType.DUBBED if language == "kk-Cyrl" and dubbed_kk else NameType.TRANSLATED
            found.append((text, language, NameType.ALTERNATIVE if place else kind))
    names: list[Name] = []
    seen: set[tuple[str, str]] = set()
    for text, language, kind in found:
        if (text, language) in seen:
            continue
        seen.add((text, language))
        first = not any(plain(name.language) == plain(language) and name.preferred for name in names)
        read = facts["pinyin_auto"] if language == "zh-Hans" and has_han(text) else ""
        names.append(Name(
            text=text, language=language, type=kind, position=len(names), preferred=first,
            reading=read, reading_auto=bool(read),
        ))  # fmt: skip
    return names


def _credit(session: Session, work: Work, person: str, place: int, people: dict[str, Agent]) -> None:
    text, _, latin = person.removesuffix(")").partition(" (")
    agent = people.get(text)
    if agent is None:
        agent = people[text] = Agent(kind=AgentKind.PERSON)
        tag = guess_language_tag(text)
        agent.names = [AgentName(text=text, language=tag, reading=reading(text) if tag.startswith("zh-Han") else "")]
        session.add(agent)
    if latin and all(name.text != latin for name in agent.names):
        agent.names.append(AgentName(text=latin, language="en", position=len(agent.names)))
    session.flush()
    session.add(Credit(work_id=work.id, agent_id=agent.id, role=Role.DIRECTOR, position=place))


def _week(session: Session, week: Mapping[str, Any], works: Mapping[str, int], first_day: date) -> int:
    place = week["venue"]
    city = FourNames(*place["city"])
    venue = venues.add_venue(session, FourNames(*place["names"]), city, zone=place["zone"], country=place["country"])
    halls = {hall["key"]: _hall(session, venue, hall) for hall in week["halls"]}
    plan = week["programme"]
    names = FourNames(*(f"{name} {first_day.year}" for name in plan["names"]))
    if first_day.year:
        names = FourNames(f"Кино апталығы – {first_day.year}", f"{first_day.year}电影周", names.ru, names.en)
    last_day = first_day + timedelta(days=plan["days"] - 1)
    programme = programmes.add(
        session, names, first_day, last_day, halls=list(halls.values()), city=city, zone=place["zone"], sample=True
    )
    strands = {
        strand["key"]: programmes.add_strand(session, programme, FourNames(*strand["names"]), strand["colour"])
        for strand in week["strands"]
    }
    entries, copies = {}, {}
    for facts in week["entries"]:
        entry, own = _entry(session, programme, works[facts["title"]], facts, strands[facts["strand"]], first_day)
        entries[facts["title"]] = entry
        copies[facts["title"]] = own
    talks = {talk["key"]: FourNames(*talk["names"]) for talk in week["talks"]}
    for day, clock, hall, what, state, *more in week["shows"]:
        starts = datetime.combine(first_day + timedelta(days=day), datetime.min.time()) + _minutes(clock)
        if what.startswith("talk:"):
            screening = screenings.add_event(
                session, programme, halls[hall], starts, [PartSpec(PartKind.TALK, more[0])],
                names=talks[what.removeprefix("talk:")], strand_id=strands["talks"],
            )  # fmt: skip
        else:
            copy = copies[what].get(more[0] if more else next(iter(copies[what]), ""))
            screening = screenings.place(session, programme, entries[what], halls[hall], starts, copy=copy)
        screenings.set_status(session, screening, ScreeningStatus("confirmed" if state == "locked" else state))
        screenings.lock(session, screening, locked=state == "locked")
    fill_records(session, week.get("records", {}), works, halls, first_day)
    fill_slate(session, programme, works, strands, first_day)
    fill_schedule(session, programme, works, halls, first_day)
    return programme


def _hall(session: Session, venue: int, facts: Mapping[str, Any]) -> int:
    hall = venues.add_hall(
        session, venue, FourNames(*facts["names"]), seats=facts["seats"], turnaround=facts["turnaround"],
        opens=_minutes(facts["opens"]) // MINUTE, closes=_minutes(facts["closes"]) // MINUTE,
    )  # fmt: skip
    assert session.get(Hall, hall)
    return hall


def _minutes(clock: str) -> timedelta:
    hours, minutes = clock.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


def _entry(  # noqa: PLR0913, PLR0917 - one slate entry with all that belongs to it
    session: Session, programme: int, work: int, facts: Mapping[str, Any], strand: int, first_day: date
) -> tuple[int, dict[str, int]]:
    row = session.get_one(Work, work)
    if facts.get("runtime") and row.runtime is None:
        row.runtime = facts["runtime"]
        row.unverified = "; ".join(filter(None, (row.unverified, "runtime")))
    row.age_mark = facts["age"]
    row.versions.clear()
    session.flush()
    spoken = [
        versions.add_version(session, work, language, SpokenMode(mode), subtitles)
        for language, mode, subtitles in facts["versions"]
    ]
    _rights(session, work, facts["rights"], first_day)
    copies = {}
    for name, version, days in facts["copies"]:
        midnight = datetime.combine(first_day + timedelta(days=days), datetime.min.time()) + timedelta(hours=9)
        ready = calendar.utc_of(midnight, "Asia/Almaty")
        format_ = {"35 mm": CopyFormat.FILM_35MM, "MP4": CopyFormat.MP4}.get(name, CopyFormat.DCP)
        copies[name] = add_copy(
            session, work, name, version_id=spoken[version], ready_from=ready, format=format_, place="Алматы"
        )
    entry = programmes.add_entry(
        session, programme, work, state=SlateState(facts.get("state", "confirmed")), showings=facts["showings"],
        strand=strand, version=spoken[facts["play"]], intro=facts.get("intro", 0), qa=facts.get("qa", 0),
    )  # fmt: skip
    assert session.get(SlateEntry, entry)
    return entry, copies


def _rights(session: Session, work: int, facts: Sequence[Any], first_day: date) -> None:
    state, starts, ends, showings = facts
    add_rights(
        session, work, RightsState(state), max_showings=showings,
        starts=None if starts is None else first_day + timedelta(days=starts),
        ends=None if ends is None else first_day + timedelta(days=ends),
    )  # fmt: skip
