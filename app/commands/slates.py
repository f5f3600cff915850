"""The command about slates: its columns, what they amount to, and the targets."""

from datetime import datetime

from app.commands.answer import Answer, Asked, table
from app.commands.opening import reading
from app.commands.programmes import meant
from app.domain.slates import Measure
from app.i18n import formats, labels
from app.i18n.catalogue import Catalogue
from app.store.slate_rows import COLUMNS, EntryRow, Slate, slate


def slate_of(asked: Asked) -> Answer:
    """The slate of a programme."""
    today = datetime.now().astimezone().date()
    with reading(asked) as store, store.read() as session:
        read = slate(session, meant(session, asked.options.programme, asked.language), asked.language, today)
    return Answer(_data(read, asked.language), list(_lines(asked.tr, read)))


def _lines(tr: Catalogue, read: Slate) -> list[str]:
    if not read.entries:
        return [tr("There are no titles on this slate yet.")]
    heads = tr("Column"), tr("Rank"), tr("Title"), tr("Minutes"), tr("Strand"), tr("Rights"), tr("Points"), tr("Shows")
    names = {row.id: row.names.shown(tr.language) for row in read.strands}
    rows = [_cells(tr, entry, names) for entry in read.entries]
    found = table(rows, heads)
    minutes = read.balance.minutes
    found.append("")
    found += [_measured(tr, tr("Minutes"), minutes), _measured(tr, tr("Titles"), read.balance.titles)]
    return found


def _cells(tr: Catalogue, entry: EntryRow, strands: dict[int, str]) -> tuple[object, ...]:
    column, rights = labels.slate_state(tr, entry.state), labels.rights_status(tr, entry.standing.status)
    points = "" if entry.points is None else formats.number(tr.language, entry.points)
    shows = f"{entry.placed}/{entry.showings}"
    return (
        column, entry.rank or "", entry.title, entry.minutes or "", strands.get(entry.strand or 0, ""), rights, points,
        shows,
    )  # fmt: skip


def _measured(tr: Catalogue, name: str, measure: Measure) -> str:
    if measure.wanted is None:
        return tr("{name}: {confirmed} confirmed, {invited} invited", name=name, confirmed=measure.confirmed,
                  invited=measure.invited)  # fmt: skip
    return tr(
        "{name}: {confirmed} confirmed, {invited} invited, {wanted} wanted", name=name, confirmed=measure.confirmed,
        invited=measure.invited, wanted=measure.wanted,
    )  # fmt: skip


def _data(read: Slate, language: str) -> dict[str, object]:
    parity = read.balance.parity
    return {
        "programme": read.programme.id,
        "name": read.programme.names.shown(language),
        "columns": {state.value: [_entry(read, entry) for entry in read.column(state)] for state in COLUMNS},
        "strands": [
            {"id": row.id, "name": row.names.shown(language), "alone": row.alone, "for_jury": row.for_jury}
            for row in read.strands
        ],
        "totals": [
            {
                "kind": one.key.kind.value, "about": one.key.about, "strand": one.key.strand,
                "confirmed": one.confirmed, "invited": one.invited, "wanted": one.wanted,
            }
            for one in read.balance.measures
        ],
        "parity": {
            "chinese": parity.chinese.total, "kazakh": parity.kazakh.total, "difference": parity.difference,
            "wanted": parity.wanted,
        },
        "targets": [
            {"kind": row.kind.value, "about": row.about, "strand": row.strand, "wanted": row.wanted}
            for row in read.targets
        ],
    }  # fmt: skip


def _entry(read: Slate, entry: EntryRow) -> dict[str, object]:
    return {
        "entry": entry.id,
        "work": entry.work,
        "title": entry.title,
        "year": entry.year,
        "minutes": entry.minutes,
        "countries": list(entry.countries),
        "version": entry.version,
        "strand": entry.strand,
        "rank": entry.rank,
        "reason": entry.reason,
        "note": entry.note,
        "showings": entry.showings,
        "placed": entry.placed,
        "rights": entry.standing.status.value,
        "premiere": entry.premiere.value,
        "points": entry.points,
        "opinions": [
            {"author": one.author, "points": one.points, "note": one.note, "given": one.given.isoformat()}
            for one in read.opinions.get(entry.id, ())
        ],
    }
