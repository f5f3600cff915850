"""Commands about kept plans: plans, release, changes."""

from contextlib import closing

from app.commands.answer import Answer, Asked, table
from app.commands.opening import existing_file, is_address, reading
from app.commands.programmes import meant
from app.domain.kept_plans import Changed, KeptEvent, changes
from app.domain.kinds_of_plans import PlanKind
from app.errors import UserError
from app.i18n import formats
from app.i18n.catalogue import Catalogue
from app.i18n.plan_words import difference, plan_kind
from app.operations import plans as operations
from app.operations.plans import Label
from app.store import office
from app.store.plan_rows import PlanRow, events_in_force, kept_events, latest_release, plan_rows
from app.store.store import Store, utc_now
from app.words import N_, phrase

NO_SUCH_PLAN = N_("There is no kept plan “{text}”.")
SEVERAL_PLANS = N_("Several saved plans are called “{name}”. Choose one by its number: {numbers}.")
NEVER_RELEASED = N_("This programme has not been published yet. Publish it with: keruen release")


def plans(asked: Asked) -> Answer:
    """The kept plans of a programme, the latest first."""
    tr = asked.tr
    with reading(asked) as store, store.read() as session:
        rows = plan_rows(session, meant(session, asked.options.programme, asked.language))
    heads = tr("No."), tr("Kind"), tr("Name"), tr("Made"), tr("Events")
    lines = table([_cells(tr, row) for row in rows], heads) if rows else [tr("No plans saved yet.")]
    return Answer([_data(row) for row in rows], lines)


def _cells(tr: Catalogue, row: PlanRow) -> tuple[object, ...]:
    made = formats.date_time(tr.language, row.made.astimezone())
    return row.id, plan_kind(tr, row.kind), f"{row.number} {row.name}" if row.number else row.name, made, row.events


def _data(row: PlanRow) -> dict[str, object]:
    return {
        "id": row.id,
        "kind": row.kind.value,
        "number": row.number or None,
        "name": row.name,
        "note": row.note,
        "made": row.made.isoformat(),
        "author": row.author,
        "events": row.events,
    }


def release(asked: Asked) -> Answer:
    """Give the schedule of a programme out: from now on its times are published."""
    asks, tr = asked.options, asked.tr
    with closing(_writing(asked)) as store:
        with store.read() as session:
            programme = meant(session, asks.programme, asked.language)
        label = Label(asks.name, utc_now(), asks.note or "", store.author)
        kept, _step = store.write(phrase("Published “{name}”", name=asks.name), operations.release, programme, label)
        with store.read() as session:
            row = next(row for row in plan_rows(session, programme) if row.id == kept)
    said = tr.plural("Release {number} “{name}” holds {n} event.", "Release {number} “{name}” holds {n} events.",
                     row.events, number=row.number, name=row.name)  # fmt: skip
    return Answer(_data(row), [said])


def _writing(asked: Asked) -> Store:
    named = asked.options.library
    if named and is_address(named):
        return Store.connect(office.url_of(named))
    return Store.open(existing_file(asked))


def changed(asked: Asked) -> Answer:
    """What has changed since a release, or between two kept plans."""
    asks, tr = asked.options, asked.tr
    with reading(asked) as store, store.read() as session:
        programme = meant(session, asks.programme, asked.language)
        rows = {row.id: row for row in plan_rows(session, programme)}
        latest = latest_release(session, programme)
        since = _meant_plan(rows, asks.since, asked.language) if asks.since is not None else latest
        if since is None:
            raise UserError(NEVER_RELEASED)
        until = _meant_plan(rows, asks.until, asked.language) if asks.until is not None else None
        after = kept_events(session, until) if until is not None else events_in_force(session, programme)
        found = changes(kept_events(session, since), after)
    heads = tr("Event"), tr("What changed"), tr("Before"), tr("Now")
    lines = table([_line(tr, one) for one in found], heads) if found else [tr("Nothing has changed.")]
    data = {"since": _data(rows[since]), "until": _data(rows[until]) if until else None,
            "changes": [_change(one, asked.language) for one in found]}  # fmt: skip
    return Answer(data, lines)


def _meant_plan(rows: dict[int, PlanRow], text: str, language: str) -> int:
    """The plan a number or a name means: a release by its number, then a name only one has, then “No.” in the list."""
    releases = {str(row.number): row.id for row in rows.values() if row.kind is PlanKind.RELEASE}
    by_id = {f"#{number}": number for number in rows}
    found = by_id.get(text) or releases.get(text)
    if found is not None:
        return found
    namesakes = sorted(row.id for row in rows.values() if row.name.casefold() == text.casefold())
    if len(namesakes) > 1:
        numbers = [_number(rows[number], releases) for number in namesakes]
        raise UserError(SEVERAL_PLANS, name=text, numbers=formats.listing(language, numbers))
    found = namesakes[0] if namesakes else by_id.get(f"#{text}")
    if found is None:
        raise UserError(NO_SUCH_PLAN, text=text)
    return found


def _number(row: PlanRow, releases: dict[str, int]) -> str:
    """By what a plan can be asked for, whatever it is called; a shell takes a bare # for a comment."""
    if row.kind is PlanKind.RELEASE:
        return str(row.number)
    return f"'#{row.id}'" if str(row.id) in releases else str(row.id)


def _line(tr: Catalogue, one: Changed) -> tuple[object, ...]:
    words = formats.listing(tr.language, [difference(tr, each) for each in one.differences])
    return one.event.title(tr.language), words, _place(tr, one.before), _place(tr, one.after)


def _place(tr: Catalogue, event: KeptEvent | None) -> str:
    if event is None:
        return "–"
    return formats.commas(
        tr.language, [formats.date_time(tr.language, event.local), event.hall_names.shown(tr.language)]
    )


def _change(one: Changed, language: str) -> dict[str, object]:
    return {
        "event": one.event.id,
        "title": one.event.title(language),
        "differences": [each.value for each in one.differences],
        "public": one.public,
        "before": _event(one.before, language),
        "after": _event(one.after, language),
    }


def _event(event: KeptEvent | None, language: str) -> dict[str, object] | None:
    if event is None:
        return None
    return {
        "hall": event.hall,
        "hall_name": event.hall_names.shown(language),
        "starts": event.local.isoformat(timespec="minutes"),
        "zone": event.zone,
        "status": event.status.value,
        "minutes": event.minutes,
    }
