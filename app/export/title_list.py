"""The title list (P19): titles with what is wished of their facts, in columns as long as the sheet has room."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from app.domain.title_facts import TitleFacts, VersionFacts
from app.export import wording
from app.export.issue import Run, original_name, own_name, run
from app.export.title_issue import TitleIssue
from app.export.title_options import Column
from app.export.wording import Data
from app.i18n import formats, labels, phrases
from app.i18n.catalogue import Catalogue
from app.i18n.labels import context

NARROW, SIDE = 52.0, 40.0
"""The least width of the titles in one column, and of a column for each language, in millimetres at 10 pt."""

_EDGES = 24.8
"""Both margins of an A4 page in millimetres."""

_NUMBER = 8.0

_WIDE: dict[Column, float] = {
    Column.YEAR: 11, Column.RUNTIME: 20, Column.AGE: 11, Column.KIND: 28, Column.COUNTRY: 26, Column.VERSIONS: 32,
    Column.RIGHTS: 26, Column.ORIGINAL: 36, Column.SOURCE: 34,
}  # fmt: skip
"""Widths in millimetres at 10 pt; in this order columns get their room, and those without go below the title."""

HEADS = {
    Column.ORIGINAL: context("column", "Original title"),
    Column.KIND: context("column", "Kind"),
    Column.COUNTRY: context("column", "Country"),
    Column.YEAR: context("column", "Year"),
    Column.RUNTIME: context("column", "Length"),
    Column.AGE: context("column", "Age"),
    Column.VERSIONS: context("column", "Versions"),
    Column.RIGHTS: context("column", "Rights"),
    Column.SOURCE: context("column", "Source"),
}


class Room(NamedTuple):
    """How a sheet is shared out: columns with their widths in millimetres, and what goes below the title."""

    columns: list[tuple[str, float]]
    below: list[Column]
    side: bool


def room(issue: TitleIssue) -> Room:
    """The columns that fit, the titles of all languages side by side where there is room for that, too."""
    options = issue.options
    k = options.scale
    free = options.sheet[0] - _EDGES * options.enlargement - _NUMBER * k
    chosen = set(options.columns)
    below: list[Column] = []
    taken: list[Column] = []
    for column, wide in _WIDE.items():
        if column in chosen:
            if free - wide * k >= NARROW * k:
                taken.append(column)
                free -= wide * k
            else:
                below.append(column)
    languages = len(issue.languages)
    side = languages > 1 and not below and free >= SIDE * k * languages
    names = [f"title-{n}" for n in range(languages)] if side else ["title"]
    columns = [("number", _NUMBER * k), *((name, free / len(names)) for name in names)]
    columns += [(column.value, _WIDE[column] * k) for column in Column if column in taken]
    return Room(columns, [column for column in Column if column in below], side)


def build(issue: TitleIssue) -> Data:
    """The data of resources/templates/title_list.typ."""
    shared = room(issue)
    number = 0
    groups = []
    for group in issue.groups():
        rows = []
        for title in group.titles:
            number += 1
            rows.append(_row(issue, shared, number, title))
        n = formats.number(issue.languages[0], len(group.titles))
        groups.append({"head": group.head, "count": run(n, issue.languages[0]), "rows": rows})
    return {
        "options": wording.choices(issue),
        "masthead": {"names": issue.chosen(), "city": issue.counted()},
        "foot": issue.foot(),
        "heads": issue.said((tr.language, tr("List of titles")) for tr in issue.catalogues),
        "columns": [{"key": key, "width": width, "head": _head(issue, key)} for key, width in shared.columns],
        "groups": groups,
    }


def _head(issue: TitleIssue, key: str) -> list[Run]:
    if key == "number":
        return [run("№" if issue.languages[0] != "en" else "No.", issue.languages[0])]
    if key.startswith("title-"):
        tr = issue.catalogues[int(key.removeprefix("title-"))]
        return [run(tr.context("column", "Title"), tr.language)]
    word = context("column", "Title") if key == "title" else HEADS[Column(key)]
    return issue.said((tr.language, tr.context(*word)) for tr in issue.catalogues)


def _row(issue: TitleIssue, shared: Room, number: int, title: TitleFacts) -> Data:
    keys = [key for key, _width in shared.columns[1:]]
    cells = [_title_cell(issue, key, title) if key.startswith("title") else _cell(issue, Column(key), title)
             for key in keys]  # fmt: skip
    below = [_cell(issue, column, title) for column in shared.below]
    said = {one["t"] for cell in cells if cell["title"] for one in cell["runs"]}
    facts = [cell["runs"][0] for cell in below if cell["runs"] and cell["runs"][0]["t"] not in said]
    chips = [chip for cell in below for chip in cell["chips"]]
    return {"number": str(number), "cells": cells, "facts": facts, "chips": chips}


def _title_cell(issue: TitleIssue, key: str, title: TitleFacts) -> Data:
    if key == "title":
        runs = issue.titled(title)
        if Column.ORIGINAL in issue.options.columns:  # it has a place of its own
            runs = [one for place, one in enumerate(runs) if not place or one["lang"] in issue.languages]
        return _said(runs or [run("–", "und")], title=True)
    place = int(key.removeprefix("title-"))
    if place == 0:
        face = issue.face(title)
        return _said([run(face.title or "–", face.language)], title=True)
    language = issue.languages[place]
    own = own_name(title.names, language)
    return _said([run(own, language)] if own else [], title=True)


def _said(runs: list[Run], *, title: bool = False, chips: Sequence[Data] = ()) -> Data:
    return {"runs": runs, "title": title, "chips": list(chips)}


def _cell(issue: TitleIssue, column: Column, title: TitleFacts) -> Data:
    first = issue.languages[0]
    match column:
        case Column.ORIGINAL:
            return _said(_original(issue, title))
        case Column.KIND:
            return _said(_everywhere(issue, lambda tr: labels.work_kind(tr, title.kind)))
        case Column.COUNTRY:
            return _said(_everywhere(issue, lambda tr: countries(tr, title.countries)))
        case Column.YEAR:
            return _said([run(str(title.year), first)] if title.year else [])
        case Column.RUNTIME:
            return _said(_everywhere(issue, lambda tr: length(tr, title)))
        case Column.AGE:
            return _said([run(title.age_mark, first)] if title.age_mark else [])
        case Column.VERSIONS:
            return _said([], chips=version_chips(issue, title.versions))
        case Column.RIGHTS:
            return _said(_everywhere(issue, lambda tr: rights(tr, title)))
        case Column.SOURCE:
            return _said([run(title.source, first)] if title.source else [])


def _original(issue: TitleIssue, title: TitleFacts) -> list[Run]:
    """The original name unless it is the one that stands large already."""
    original = original_name(title.names)
    if original is None or original.text == issue.face(title).title:
        return []
    return [run(original.text, original.language)]


def _everywhere(issue: TitleIssue, words: Callable[[Catalogue], str]) -> list[Run]:
    return issue.said((tr.language, words(tr)) for tr in issue.catalogues)


def countries(tr: Catalogue, codes: Iterable[str]) -> str:
    """The countries in a row, in one language."""
    return formats.commas(tr.language, (formats.country(tr.language, code) for code in codes))


def length(tr: Catalogue, title: TitleFacts) -> str:
    """65 min; with episodes 40 × 45 min."""
    minutes = formats.minutes(tr.language, title.runtime) if title.runtime else ""
    if not title.episodes or title.episodes == 1:
        return minutes
    if minutes:
        return f"{title.episodes}\xa0×\xa0{minutes}"
    return tr.plural("{n} episode", "{n} episodes", title.episodes)


def rights(tr: Catalogue, title: TitleFacts) -> str:
    """The status of the rights with its date, in one line."""
    word, until = labels.rights_status(tr, title.standing.status), phrases.rights_until(tr, title.standing)
    return formats.commas(tr.language, filter(None, (word, until)))


def version_chips(issue: TitleIssue, versions: Iterable[VersionFacts]) -> list[Data]:
    """One chip for what each version speaks, one for all subtitles, in the first language."""
    versions = tuple(versions)
    chips = [wording.spoken_chip(issue, version.mode, version.language) for version in versions]
    tags = [tag for version in versions for tag in version.subtitles]
    unique = [chip for place, chip in enumerate(chips) if chip not in chips[:place]]
    return [*unique, *([wording.subtitle_chip(issue, tags)] if tags else [])]
