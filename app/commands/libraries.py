"""Commands about a library as a whole: sample, info, backup, restore."""

from datetime import UTC, date, datetime
from pathlib import Path

from app.commands import targets
from app.commands.answer import Answer, Asked, table
from app.commands.opening import existing_file, is_address, library_file, reading
from app.errors import UserError
from app.i18n import formats
from app.operations import sample as invented
from app.store import backup as copies
from app.store import office, sample_files
from app.store.failures import writing
from app.store.figures import Figures, figures
from app.store.lock import Lock
from app.store.preflight import Found, preflight
from app.store.store import Store
from app.words import N_, phrase

NO_BACKUP = N_("There is no file “{file}”.")
FILLED = N_("The office database holds titles already. Nothing was changed.")


def sample(asked: Asked) -> Answer:
    """A new library with the sample titles and an invented film week."""
    named = asked.options.file
    first_day = asked.options.first_day or sample_files.friday(datetime.now().astimezone().date())
    make = _sample_office if is_address(named) else _sample_file
    library, name, programme, counted = make(named, first_day)
    tr = asked.tr
    data = {
        "library": library,
        "programme": programme,
        "first_day": first_day.isoformat(),
        "titles": counted.works,
        "screenings": counted.screenings,
    }
    said = tr("“{file}” is ready: {titles} titles, {screenings} screenings from {day}.", file=name, day=first_day,
              titles=counted.works, screenings=counted.screenings)  # fmt: skip
    return Answer(data, (said,))


def _sample_file(named: str, first_day: date) -> tuple[str, str, int, Figures]:
    path = Path(named)
    targets.spare_companions(path)
    with writing(path), Store.draft(path) as draft:
        store = Store.create(draft)
        try:
            programme, counted = _fill(store, first_day)
        finally:
            store.close()
    return str(path.absolute()), path.name, programme, counted


def _sample_office(address: str, first_day: date) -> tuple[str, str, int, Figures]:
    store = Store.connect(office.url_of(address))
    try:
        with store.read() as session:
            if figures(session).works:
                raise UserError(FILLED)
        return store.address, store.address, *_fill(store, first_day)
    finally:
        store.close()


def _fill(store: Store, first_day: date) -> tuple[int, Figures]:
    label = phrase(N_("Fill the sample library"))
    programme, _ = store.write(label, invented.fill, sample_files.titles(), sample_files.week(), first_day)
    with store.read() as session:
        return programme, figures(session)


def info(asked: Asked) -> Answer:
    """What is in the library."""
    tr, language = asked.tr, asked.language
    with reading(asked) as store:
        place = str(store.path.absolute()) if store.path else store.address
        size = store.path.stat().st_size if store.path else None
        with store.read() as session:
            found = figures(session)
    data = {
        "library": place,
        "size": size,
        "sample": found.sample,
        "titles": found.works,
        "names": found.names,
        "versions": found.versions,
        "copies": found.copies,
        "agents": found.agents,
        "venues": found.venues,
        "programmes": found.programmes,
        "screenings": found.screenings,
        "steps": found.steps,
        "changed": found.changed.isoformat() if found.changed else None,
    }
    changed = formats.date_time(language, found.changed.astimezone()) if found.changed else "–"
    rows = [
        (tr("Library"), place),
        (tr("Size"), formats.size(language, size) if size is not None else "–"),
        (tr("Titles"), formats.number(language, found.works)),
        (tr("Names"), formats.number(language, found.names)),
        (tr("Versions"), formats.number(language, found.versions)),
        (tr("Copies"), formats.number(language, found.copies)),
        (tr("People and organisations"), formats.number(language, found.agents)),
        (tr("Venues"), formats.number(language, found.venues)),
        (tr("Programmes"), formats.number(language, found.programmes)),
        (tr("Screenings"), formats.number(language, found.screenings)),
        (tr("Steps in the history"), formats.number(language, found.steps)),
        (tr("Last change"), changed),
    ]
    note = [tr("The titles and the programme are samples.")] if found.sample else []
    return Answer(data, [*table(rows), *note])


def backup(asked: Asked) -> Answer:
    """A checked copy of the library, which may be open in a window."""
    source, target = existing_file(asked), Path(asked.options.output)
    if preflight(source) is Found.NOTHING:
        raise UserError(NO_BACKUP, file=str(source))
    with writing(target):
        if target.exists() and target.samefile(source):
            raise UserError(copies.SAME_FILE)
        targets.for_backup(target)
        mark = copies.copy(source, target)
    size = target.stat().st_size
    data = {"library": str(source.absolute()), "backup": str(target.absolute()), "size": size, "sha256": mark}
    said = asked.tr(
        "The backup “{file}” is written and checked: {size}.", file=target.name, size=formats.size(asked.language, size)
    )
    return Answer(data, (said,))


def restore(asked: Asked) -> Answer:
    """A backup put in the place of the library."""
    source, target = Path(asked.options.file), library_file(asked)
    if is_address(asked.options.file) or preflight(source) is Found.NOTHING:
        raise UserError(NO_BACKUP, file=asked.options.file)
    if target.is_dir() or not target.parent.is_dir():
        preflight(target)
    if target.exists() and target.samefile(source):
        raise UserError(copies.SAME_FILE)
    copies.verify(source)  # before anything is left beside the library
    lock = Lock(target)
    with writing(target):
        lock.take()
        try:
            aside = copies.restore(source, target, datetime.now(UTC))
        finally:
            lock.release()
    data = {
        "library": str(target.absolute()),
        "backup": str(source.absolute()),
        "set_aside": str(aside.absolute()) if aside else None,
    }
    tr = asked.tr
    lines = [tr("“{backup}” is the library “{file}” now.", backup=source.name, file=target.name)]
    if aside:
        lines.append(tr("What was there before is kept as “{file}”.", file=aside.name))
    return Answer(data, lines)
