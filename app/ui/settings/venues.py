"""Venues and their halls in one table, to add to and to correct."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.domain.kinds import LANGUAGES
from app.i18n import formats
from app.i18n.active import _, language
from app.operations import venues as operations
from app.store.programme_rows import HallRow, hall_rows
from app.store.venue_rows import VenueRow, hall_details, venue_rows
from app.ui import dialogs
from app.ui.page import Shell
from app.ui.settings.deeds import Deeds
from app.ui.settings.hall_dialog import HallDialog
from app.ui.settings.section import Section
from app.ui.settings.venue_dialogs import VenueDialog, clock
from app.ui.settings.ways import WaysPart
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.row_table import read_by_rows
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import N_, phrase

_SHOWN, _FONT, _ALIGNED = (
    int(role) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.TextAlignmentRole)
)
_TIP, _SPOKEN = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex
SEATS, HOURS, TURNAROUND = 4, 5, 6


class Line(NamedTuple):
    """A row of the table: a venue, or a hall of it."""

    venue: VenueRow
    hall: HallRow | None = None


def lines(venues: Sequence[VenueRow], halls: Sequence[HallRow]) -> list[Line]:
    """Each venue with its halls below it."""
    found: list[Line] = []
    for venue in venues:
        found.append(Line(venue))
        found += [Line(venue, hall) for hall in halls if hall.venue == venue.id]
    return found


def hours(hall: HallRow) -> str:
    """10:00–01:00."""
    return f"{clock(hall.opens)}–{clock(hall.closes)}"


class VenueModel(QAbstractTableModel):
    """Names in four languages, then seats, hours and turnaround of the halls."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, found: list[Line]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.lines = found
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else TURNAROUND + 1

    def data(self, index: _Index, role: int = _SHOWN) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (_SHOWN, _TIP, _SPOKEN):
            text = self._text(line, index.column())
            return text if role == _SHOWN else text.strip()
        if role == _FONT:
            return theme().font("body" if line.hall else "strong", tabular=index.column() >= SEATS)
        if role == _ALIGNED and index.column() in (SEATS, TURNAROUND):
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _SHOWN) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ALIGNED and section in (SEATS, TURNAROUND):
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        if role != _SHOWN:
            return None
        if section < len(LANGUAGES):
            return formats.heading(formats.language_name(language(), LANGUAGES[section], written=True))
        return (_("Seats"), _("Opening hours"), _("Turnaround"))[section - len(LANGUAGES)]

    def _text(self, line: Line, column: int) -> str:
        names = line.hall.names if line.hall else line.venue.names
        if column < len(LANGUAGES):
            own = names[column] or "–"
            return f"    {own}" if line.hall else own
        if line.hall is None:
            return line.venue.city.shown(language()) if column == HOURS else ""
        match column:
            case 4:  # SEATS
                return formats.number(language(), line.hall.seats) if line.hall.seats else "–"
            case 5:  # HOURS
                return hours(line.hall)
            case _:
                return formats.minutes(language(), line.hall.turnaround)


class VenueTable(Translated, QTableView):
    """The table; Enter, F2 and double click correct the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = VenueModel(self)
        self.setModel(self.rows)
        read_by_rows(self)
        theme().themed.connect(self.measure)
        self.retranslate()

    def retranslate(self) -> None:
        """Say headings and units again."""
        self.setAccessibleName(_("Venues and halls"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TURNAROUND)
        self.measure()

    def current(self) -> Line | None:
        """The chosen row."""
        row = self.currentIndex().row()
        return self.rows.lines[row] if 0 <= row < len(self.rows.lines) else None

    def sizeHint(self) -> QSize:
        shown = min(max(len(self.rows.lines), 4), 14)
        return QSize(theme().px(860), theme().px(34) * shown + theme().px(32))

    def measure(self) -> None:
        """Columns as wide as their content; names share what is left."""
        self.verticalHeader().setDefaultSectionSize(theme().px(34))
        head = self.horizontalHeader()
        for column in range(TURNAROUND + 1):
            stretched = column < len(LANGUAGES)
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(column, mode)
        self.updateGeometry()


class VenuesSection(Section):
    """Every change is one step that can be undone."""

    widest = 1160

    def __init__(self, workspace: Workspace, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._shell = workspace, shell
        self._note = SafeLabel(tone="text2", wrap=True)
        self.table = VenueTable()
        self.add_venue, self.add_hall = Button(icon="plus"), Button(icon="plus", kind=Kind.PRIMARY)
        self.correct, self.remove = Button(icon="pencil"), Button(icon="trash-2")
        self._deeds = Deeds(workspace, shell, self)
        self._deeds.done.connect(self.reload)
        self.ways = WaysPart(self._deeds)
        self.body.addWidget(self._note)
        self.body.addWidget(self.table)
        self.row(self.add_hall, self.add_venue, self.correct, self.remove)
        self.body.addWidget(self.ways)
        self.finish()
        self.remove.clicked.connect(self.take_away)
        self.add_venue.clicked.connect(self._add_venue)
        self.add_hall.clicked.connect(self._add_hall)
        self.correct.clicked.connect(self._correct)
        self.table.activated.connect(self._correct)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words."""
        self.title.setText(_("Venues and halls"))
        self._note.setText(_("Halls appear on the board of every programme that plays in them."))
        self.add_venue.setText(_("Add venue…"))
        self.add_hall.setText(_("Add hall…"))
        self.correct.setText(_("Edit entry…"))
        self.remove.setText(_("Remove"))

    def reload(self) -> None:
        """List venues and halls; the chosen one stays chosen."""
        before = self.table.current()
        found = lines(self._workspace.read(venue_rows), self._workspace.read(hall_rows))
        self.table.rows.show_lines(found)
        self.table.measure()
        key = _key(before) if before else None
        place = next((n for n, line in enumerate(found) if _key(line) == key), 0)
        if found:
            self.table.selectRow(place)
        self.add_hall.setEnabled(bool(found))
        self.correct.setEnabled(bool(found))
        self.remove.setEnabled(bool(found))
        self.ways.reload()

    def show_venue(self, venue: int) -> None:
        """Choose the row of a venue."""
        self._show(lambda line: line.venue.id == venue)

    def show_hall(self, hall: int) -> None:
        """Choose the row of a hall."""
        self._show(lambda line: line.hall is not None and line.hall.id == hall)

    def _show(self, wanted: Callable[[Line], bool]) -> None:
        self.reload()
        place = next((n for n, line in enumerate(self.table.rows.lines) if wanted(line)), None)
        if place is not None:
            self.table.selectRow(place)
            self.table.setFocus()

    def _add_venue(self) -> None:
        dialog = VenueDialog(None, self.window())
        if dialogs.show(dialog):
            facts = dialog.facts()
            names, city = facts.pop("names"), facts.pop("city")
            label = phrase(N_("Add the venue “{name}”"), name=names.shown(language()))
            done = self._workspace.edit(label, lambda session: operations.add_venue(session, names, city, **facts))
            self._done(done, _("Venue added"))

    def _add_hall(self) -> None:
        line = self.table.current()
        if line is None:
            return
        dialog = HallDialog(line.venue, None, self.window())
        if dialogs.show(dialog):
            facts = dialog.facts()
            names = facts.pop("names")
            label = phrase(N_("Add the hall “{name}”"), name=names.shown(language()))
            done = self._workspace.edit(
                label, lambda session: operations.add_hall(session, line.venue.id, names, **facts)
            )
            self._done(done, _("Hall added"))

    def _dialog(self, line: Line) -> HallDialog | VenueDialog:
        if line.hall is None:
            return VenueDialog(line.venue, self.window())
        return HallDialog(line.venue, line.hall, self.window(), self._workspace.read(hall_details, line.hall.id))

    def take_away(self) -> None:
        """Remove the chosen hall, or the venue with its halls; what is in use stays and a sentence says why."""
        line = self.table.current()
        if line is None:
            return
        if line.hall is not None:
            hall, name = line.hall.id, line.hall.names.shown(language())
            label = phrase(N_("Remove the hall “{name}”"), name=name)
            self._deeds.do(label, _("“{name}” removed", name=name), lambda s: operations.remove_hall(s, hall))
        else:
            name = line.venue.names.shown(language())
            label = phrase(N_("Remove the venue “{name}”"), name=name)
            self._deeds.do(label, _("“{name}” removed", name=name), lambda s: operations.remove_venue(s, line.venue.id))

    def _correct(self) -> None:
        line = self.table.current()
        if line is None:
            return
        dialog = self._dialog(line)
        if not dialogs.show(dialog):
            return
        facts = dialog.facts()
        name = facts["names"].shown(language())
        steps = self._workspace.undo_stack.count()
        if line.hall:
            hall = line.hall.id
            label = phrase(N_("Edit the hall “{name}”"), name=name)
            self._workspace.edit(label, lambda session: operations.change_hall(session, hall, **facts))
        else:
            label = phrase(N_("Edit the venue “{name}”"), name=name)
            self._workspace.edit(label, lambda session: operations.change_venue(session, line.venue.id, **facts))
        self._done(self._workspace.undo_stack.count() != steps or None, _("Saved"))

    def _done(self, result: object, words: str) -> None:
        if result is not None:
            self._shell.toast(words, undo=True)


def _key(line: Line) -> tuple[int, int]:
    return line.venue.id, line.hall.id if line.hall else 0
