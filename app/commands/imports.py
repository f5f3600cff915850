"""The command that brings a spreadsheet in: keruen import."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.commands import targets
from app.commands.answer import Answer, Asked, table
from app.commands.opening import existing_file, is_address
from app.commands.programmes import meant
from app.domain.names import shown
from app.domain.proposals import RowTrouble
from app.errors import UserError
from app.export.trouble_list import trouble_list
from app.files import write_whole
from app.i18n.catalogue import Catalogue
from app.intake.options import Ask, Overrides, Topic, Truncated, What
from app.intake.reading import Look, look, propose
from app.operations import imports
from app.operations.imports import BACKUP_FROM, Choices, Fate, Imported, OnDuplicate, Plan
from app.store import backup, office
from app.store.bulk import uncollected
from app.store.failures import writing
from app.store.known_files import remembered
from app.store.programme_rows import programme_called
from app.store.store import Store, utc_now
from app.store.work_rows import work_names
from app.words import N_

NO_MAP = N_("“{file}” is not a mapping: it cannot be read as JSON.")
NOT_THERE = N_("There is no file “{file}”.")
UNSURE = N_("It is unclear how to read this file. Nothing was imported.")

MOST_TOLD = 50
"""Troubles said line by line; all of them are in the JSON and in the file of --errors."""

_TELL = {
    Topic.WHAT: "--as",
    Topic.ENCODING: "--encoding",
    Topic.SEPARATOR: "--separator",
    Topic.SHEET: "--sheet",
}
"""Questions with an option of their own; others are answered in a mapping."""


def import_(asked: Asked) -> Answer:
    """Read a file, plan it, and bring it in unless only the plan is wanted."""
    tr, path = asked.tr, Path(asked.options.file)
    if not path.is_file():
        raise UserError(NOT_THERE, file=str(path))
    said = _said(asked)
    with closing(_open(asked)) as store:
        seen = _looked(store, path, said)
        if asked.options.save_map:
            _write(Path(asked.options.save_map), _as_json(seen.remembered().as_json()))
        if seen.asks:
            return _unsure(tr, seen)
        proposal = propose(path, seen.reading, most=imports.MOST_TITLES)
        with store.read() as session:
            plan = imports.plan(session, proposal, _choices(asked, session, path, seen))
            doubtful = _doubtful(session, plan, tr.language)
        troubles = (*seen.notes, *plan.troubles)
        if asked.options.errors:
            _write(Path(asked.options.errors), trouble_list(troubles, tr))
        done = None if asked.options.dry_run or plan.empty else _carried_out(store, plan, path)
    return _told(asked, plan, done, troubles, doubtful)


def _open(asked: Asked) -> Store:
    """The library for writing; a dry run only reads it."""
    named = asked.options.library
    if named and is_address(named):
        return Store.connect(office.url_of(named))
    return Store.open(existing_file(asked), own=not asked.options.dry_run)


def _said(asked: Asked) -> Overrides:
    """What the mapping and the options say of the file; options have the last word."""
    options = asked.options
    said = Overrides()
    if options.map:
        path = Path(options.map)
        try:
            said = Overrides.from_json(json.loads(path.read_text("utf-8-sig")))
        except FileNotFoundError:
            raise UserError(NOT_THERE, file=str(path)) from None
        except (ValueError, RecursionError):
            raise UserError(NO_MAP, file=path.name) from None
    own = {"sheet": options.sheet, "encoding": options.encoding, "separator": options.separator}
    if options.what:
        own["as"] = options.what
    if options.accept_truncated:
        own["truncated"] = Truncated.LEAVE_OUT
    told = Overrides.from_json({name: value for name, value in own.items() if value is not None})
    fields = ("what", "sheet", "encoding", "separator", "truncated")
    return replace(said, **{name: value for name in fields if (value := getattr(told, name)) is not None})


def _looked(store: Store, path: Path, said: Overrides) -> Look:
    """How the file is read; as files with these headings were read before, where nothing else is said."""
    seen = look(path, said)
    with store.read() as session:
        known = remembered(session, seen.signature)
    if not known or said.columns is not None or said.by_heading:
        return seen
    before = Overrides.from_json(json.loads(known))
    own = {name: value for name in said.__dataclass_fields__ if (value := getattr(said, name)) not in (None, ())}
    return look(path, replace(before, **own))


def _choices(asked: Asked, session: Session, path: Path, seen: Look) -> Choices:
    options = asked.options
    wish = OnDuplicate(options.on_duplicate) if options.on_duplicate else None
    programme = None
    if seen.reading.what is What.SCREENINGS and options.programme:
        programme = meant(session, options.programme, asked.language)
    elif seen.reading.what is What.SCREENINGS:
        # The same file tomorrow goes into the programme it made today.
        programme = programme_called(session, options.new_programme or path.stem)
    return Choices(
        file=path.name,
        on_duplicate=wish or OnDuplicate.UPDATE,
        doubtful=wish,
        programme=programme,
        new_programme=options.new_programme or path.stem,
        zone=options.zone,
        day_start=seen.reading.day_start,
        signature=seen.signature,
        reading=json.dumps(seen.remembered().as_json(), ensure_ascii=False),
    )


def _carried_out(store: Store, plan: Plan, path: Path) -> Imported:
    library = store.path
    if library is not None and len(plan.rows) + len(plan.shows) > BACKUP_FROM:
        backup.keep(library, library.parent / "backups", utc_now(), "import")
    with uncollected():
        done, _step = store.write(imports.step_name(path.name), imports.carry_out, plan)
    return done


def _doubtful(session: Session, plan: Plan, language: str) -> list[dict[str, object]]:
    """The titles that may be there already, with the one they may be."""
    names = work_names(session, {row.work for row in plan.asks if row.work is not None})
    return [
        {
            "row": row.row,
            "title": plan.proposal.titles[row.place].names[0].text,
            "work": row.work,
            "name": shown(names.get(row.work or 0, ()), language).title,
            "same_as_row": plan.rows[row.twin].row if row.twin >= 0 else None,
        }
        for row in plan.asks
    ]


def _unsure(tr: Catalogue, seen: Look) -> Answer:
    """What must be told first, as sentences and with the options that tell it."""
    lines = [tr(UNSURE)]
    for ask in seen.asks:
        lines.append(f"• {tr.say(ask.question)}")
        lines += [f"    {_option(seen, ask, choice.value)}    {tr.say(choice.label)}" for choice in ask.choices]
        if not ask.choices:
            lines.append(f"    {_option(seen, ask, ask.likely or '…')}")
    data = {
        "read": 0, "added": 0, "updated": 0, "skipped": 0, "errors": [],
        "asks": [
            {
                "topic": str(ask.topic),
                "column": ask.column if ask.column >= 0 else None,
                "question": tr.say(ask.question),
                "likely": ask.likely,
                "choices": [choice.value for choice in ask.choices],
            }
            for ask in seen.asks
        ],
    }  # fmt: skip
    return Answer(data, lines, 1)


def _option(seen: Look, ask: Ask, value: str) -> str:
    if value == Truncated.LEAVE_OUT:
        return "--accept-truncated"
    if ask.topic in _TELL:
        return f"{_TELL[ask.topic]} {json.dumps(value, ensure_ascii=False)}"
    if ask.topic is Topic.COLUMNS:
        said: object = _columns(seen, ask, value)
    else:
        said = int(value) if value.isdecimal() else value
    return f"--map: {json.dumps({str(ask.topic): said}, ensure_ascii=False)}"


def _columns(seen: Look, ask: Ask, value: str) -> object:
    """What a mapping says of one column: by its heading, or without headings as a list of all."""
    place = int(value) if value.isdecimal() else ask.column
    meaning = "name" if value.isdecimal() else value or None
    heading = seen.headings[place] if place < len(seen.headings) else ""
    if heading:
        return {heading: meaning}
    columns = [None if column is None else str(column) for column in seen.reading.columns]
    return [*columns[:place], meaning, *columns[place + 1 :]]


def _told(
    asked: Asked,
    plan: Plan,
    done: Imported | None,
    troubles: tuple[RowTrouble, ...],
    doubtful: list[dict[str, object]],
) -> Answer:
    tr = asked.tr
    data = {
        "file": str(Path(asked.options.file).absolute()),
        "as": str(What.SCREENINGS if plan.proposal.screenings else What.TITLES),
        "dry_run": asked.options.dry_run,
        "read": plan.proposal.read,
        "added": plan.count(Fate.ADD),
        "updated": sum(row.fate is Fate.UPDATE and row.twin < 0 for row in plan.rows),
        "skipped": plan.count(Fate.SKIP) - plan.refused,
        "repeated": sum(row.fate is Fate.UPDATE and row.twin >= 0 for row in plan.rows),
        "titles": plan.count(Fate.ADD)
        if not plan.shows
        else sum(row.fate is Fate.ADD for row in plan.rows) + len(plan.new_titles),
        "screenings": sum(show.fate is Fate.ADD for show in plan.shows),
        "venues": list(plan.new_venues),
        "halls": list(plan.new_halls),
        "programme": done.programme if done else plan.choices.programme,
        "doubtful": doubtful,
        "errors": [_error(tr, trouble) for trouble in troubles],
    }
    bad = any(trouble.fatal for trouble in troubles)
    return Answer(data, [*_summary(asked, data), *_lines(tr, troubles, doubtful)], 1 if bad or doubtful else 0)


def _error(tr: Catalogue, trouble: RowTrouble) -> dict[str, object]:
    return {
        "row": trouble.row,
        "column": trouble.column,
        "value": trouble.value,
        "message": tr.say(trouble.problem),
        "left_out": trouble.fatal,
    }


def _summary(asked: Asked, data: dict[str, object]) -> list[str]:
    tr = asked.tr
    first = (
        tr("Dry run: nothing was changed.")
        if asked.options.dry_run
        else tr("Imported “{file}”.", file=asked.options.file)
    )
    rows = [(tr("Rows read"), data["read"]), (tr("Added"), data["added"]), (tr("Updated"), data["updated"]),
            (tr("Already there"), data["skipped"])]  # fmt: skip
    return [first, *table(rows)]


def _lines(tr: Catalogue, troubles: tuple[RowTrouble, ...], doubtful: list[dict[str, object]]) -> list[str]:
    lines = [
        tr("Row {row}: “{title}” may be there already as “{name}”. It was left out; --on-duplicate decides.",
           row=str(one["row"]), title=one["title"], name=one["name"] or one["title"])
        for one in doubtful[:MOST_TOLD]
    ]  # fmt: skip
    for trouble in troubles[:MOST_TOLD]:
        said = tr.say(trouble.problem)
        lines.append(_line(tr, trouble, said))
    more = len(troubles) + len(doubtful) - len(lines)
    if more > 0:
        lines.append(tr.plural("{n} more is in the JSON.", "{n} more are in the JSON.", more))
    return lines


def _line(tr: Catalogue, trouble: RowTrouble, said: str) -> str:
    row = str(trouble.row)
    if trouble.row and trouble.column:
        return tr("Row {row}, {column}: {problem}", row=row, column=trouble.column, problem=said)
    return tr("Row {row}: {problem}", row=row, problem=said) if trouble.row else said


def _as_json(said: object) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _write(target: Path, data: bytes) -> None:
    targets.for_document(target)
    with writing(target):
        write_whole(target, data)
