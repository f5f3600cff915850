"""The first tab of the inspector: a title at one glance."""

from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import LANGUAGES, NameType, RightsState, SpokenMode
from app.domain.names import plain
from app.domain.parts import SERIAL
from app.domain.rights import WORLD, Asked, Obstacle, Window, obstacle
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.store import evidence_rows, parts
from app.store.career_rows import career as career_of
from app.store.parts import Above, PartLine
from app.store.rights_rows import clearance_rows
from app.store.work_records import NameLine, RightsLine, ShowLine, WorkRecord
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.chips import Chip, ChipKind, VersionChips
from app.ui.widgets.lines import Line
from app.ui.widgets.message import Glyph, InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.status import RIGHTS_LOOK, StatusLabel
from app.ui.works.deeds import Deeds
from app.ui.works.overview_records import career_lines, paper_lines
from app.ui.works.overview_texts import number_lines, series_lines, synopsis_text
from app.ui.works.record_lists import Listed, empty, upcoming, when, where
from app.ui.works.tags import WORDLESS, naming_word, writing_word
from app.ui.works.window_bar import WindowBar
from app.ui.works.wording import UNKNOWN, doubt, rights_sentence, today


class Overview(Listed):
    """Signals: `named` asks for a name in a language, `edited` for a section of the editor, `shown` for a screening."""

    named = Signal(str)
    edited = Signal(str)
    shown = Signal(int, int)

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds

    def build(self, record: WorkRecord) -> None:
        """All blocks, with hairlines between them."""
        blocks = [self._names(record), self._versions(record), self._rights(record), *self._records(record)]
        blocks += self._texts(record)
        if record.facts.notes:
            blocks.append(_text_block(_("Notes"), record.facts.notes))
        blocks.append(self._source(record))
        for place, block in enumerate(blocks):
            if place:
                self._column.addSpacing(12)
                self._column.addWidget(Line())
                self._column.addSpacing(11)
            self._column.addWidget(block)

    def _texts(self, record: WorkRecord) -> list[QWidget]:
        """Synopsis, series and numbers of others, as far as there are any."""
        told = (
            (_("Synopsis"), synopsis_text(self._deeds.read(evidence_rows.synopses, record.id))),
            (_("Series"), series_lines(*self._around(record))),
            (_("Identifiers"), number_lines(self._deeds.read(evidence_rows.identifiers, record.id, language()))),
        )
        return [_text_block(title, text) for title, text in told if text]

    def _around(self, record: WorkRecord) -> tuple[list[Above], list[PartLine]]:
        if record.facts.parent_id is None and record.facts.kind not in SERIAL:
            return [], []
        return (
            self._deeds.read(parts.above, record.id, language()),
            self._deeds.read(parts.parts, record.id, language()),
        )

    # Names

    def _names(self, record: WorkRecord) -> QWidget:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 34)
        for name in _telling(record.names):
            self._name_line(grid, name)
        there = {plain(name.language) for name in record.names}
        for code in LANGUAGES:
            if code not in there:
                place = grid.rowCount()
                grid.addWidget(_code(code), place, 0)
                grid.addWidget(SafeLabel(_("no name yet"), tone="amber"), place, 1)
                link = LinkButton(_("Add name"), compact=True)
                spoken = formats.language_name(language(), code, written=True)
                link.setAccessibleName(_("Add a name in {language}", language=spoken))
                link.clicked.connect(partial(self.named.emit, code))
                grid.addWidget(link, place, 2, Qt.AlignmentFlag.AlignRight)
        return block

    def _name_line(self, grid: QGridLayout, name: NameLine) -> None:
        place = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(_code(plain(name.language), named=True), place, 0, top)
        grid.addWidget(SafeLabel(name.text, wrap=True), place, 1)
        if name.auto:
            told = _("{script}, automatic", script=writing_word(name.language))
            grid.addWidget(SafeLabel(told, "small", "text3"), place, 2, Qt.AlignmentFlag.AlignRight | top)
        elif name.type is not NameType.TRANSLATED:
            role = (
                pgettext("short", "Original") if name.type is NameType.ORIGINAL else labels.name_type(tr(), name.type)
            )
            grid.addWidget(SafeLabel(role, "small", "text3"), place, 2, Qt.AlignmentFlag.AlignRight | top)
        if name.reading:
            grid.addWidget(SafeLabel(name.reading, tone="text2", wrap=True), place + 1, 1)
            words = _("Pinyin, automatic") if name.reading_auto else _("Pinyin")
            words = words if plain(name.language) == "zh" else _("Sorted by")
            grid.addWidget(SafeLabel(words, "small", "text3"), place + 1, 2, Qt.AlignmentFlag.AlignRight | top)

    # Versions

    def _versions(self, record: WorkRecord) -> QWidget:
        block, column = _block(_("Versions"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(7)
        spoken = {plain(version.language) for version in record.versions}
        codes = [*LANGUAGES, *sorted(spoken - set(LANGUAGES))][:6]
        for place, code in enumerate(codes, 1):
            grid.addWidget(_code(code), 0, place)
            grid.setColumnStretch(place, 1)
        for row, words in ((1, _("Audio")), (2, _("Subtitles"))):
            grid.addWidget(SafeLabel(words, tone="text2"), row, 0)
        for place, code in enumerate(codes, 1):
            grid.addWidget(_audio(record, code), 1, place)
            grid.addWidget(_subtitles(record, code), 2, place)
        column.addLayout(grid)
        return block

    # Rights

    def _rights(self, record: WorkRecord) -> QWidget:
        line = leading(record)
        note = ""
        if line is not None:
            territory = formats.country(language(), line.territory)
            note = pgettext("rights", "{territory}, {use}", territory=territory, use=labels.use(tr(), line.use).lower())
        block, column = _block(_("Rights window"), note)
        status = record.standing.status
        if line is None or line.state is not RightsState.CLEARED:
            column.addWidget(StatusLabel(RIGHTS_LOOK[status], labels.rights_status(tr(), status)))
        else:
            bar = WindowBar()
            bar.show_window(line.starts, line.ends, status, rights_sentence(record.standing))
            column.addWidget(bar)
        self._rights_message(record, column, has_line=line is not None)
        return block

    def _rights_message(self, record: WorkRecord, column: QVBoxLayout, *, has_line: bool) -> None:
        found = first_obstacle(record, datetime.now(UTC))
        message = InlineMessage()
        column.addWidget(message)  # shown without a place it would be a window of its own
        if found is not None:
            what, window, show = found
            day = formats.day_month(language(), show.starts.date(), short=True)
            if what is Obstacle.ENDED and window is not None and window.ends is not None:
                ends = formats.day_month(language(), window.ends, short=True)
                sentence = _("Ends {date}, before the {day} screening", date=ends, day=day)
                message.tell(Level.CONFLICT, sentence, _("Renew"))
                message.followed.connect(partial(self._renew, record, window))
            else:
                message.followed.connect(partial(self.edited.emit, "rights"))
                message.tell(Level.CONFLICT, _("No rights for the {day} screening", day=day), _("Rights"))
        elif not has_line:
            link = LinkButton(_("Add rights"), compact=True)
            link.clicked.connect(partial(self.edited.emit, "rights"))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _renew(self, record: WorkRecord, ended: Window) -> None:
        line = next(line for line, window in zip(record.rights, record.windows, strict=True) if window == ended)
        self._deeds.renew_rights(record, line.id, today())

    # What hangs on the title

    def _records(self, record: WorkRecord) -> list[QWidget]:
        """Papers if there are any, what comes next, festivals and figures if there are any."""
        found = []
        papers = self._deeds.read(clearance_rows, record.id)
        if papers:
            block, column = _block(_("Certificates, permits and filings"))
            paper_lines(column, papers)
            found.append(block)
        found.append(self._next(record))
        career = self._deeds.read(career_of, record.id)
        if any(career):
            block, column = _block(_("Festivals and figures"))
            career_lines(column, career)
            found.append(block)
        return found

    # What comes next, notes, source

    def _next(self, record: WorkRecord) -> QWidget:
        block, column = _block(_("Next screening"))
        shows = upcoming(record, datetime.now(UTC))
        if not shows:
            column.addWidget(SafeLabel(_("none planned"), tone="text3"))
            return block
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Glyph("calendar-clock", "text2"))
        link = LinkButton(when(shows[0]), "value", compact=True)
        link.clicked.connect(partial(self.shown.emit, shows[0].programme, shows[0].id))
        row.addWidget(link)
        row.addWidget(SafeLabel(where(shows[0]), tone="text2", wrap=True), 1)
        column.addLayout(row)
        return block

    def _source(self, record: WorkRecord) -> QWidget:
        facts = record.facts
        sure = _("Confidence: {level}", level=labels.confidence(tr(), facts.confidence).lower())
        block, column = _block(_("Source"), sure)
        if facts.source:
            column.addWidget(SafeLabel(facts.source, tone="text2", wrap=True))
        unsure = doubt(facts.unverified, facts.confidence)
        if unsure:
            row = QHBoxLayout()
            row.setSpacing(7)
            row.addWidget(Glyph("circle-alert", "amber"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(SafeLabel(unsure, "small", "text2", wrap=True), 1)
            column.addLayout(row)
        return block

    def clear(self) -> None:
        """Show nothing."""
        self.record = None
        empty(self._column)


def leading(record: WorkRecord) -> RightsLine | None:
    """The licence the overview shows: at home the cleared one that lasts longest, else what there is."""
    here = [line for line in record.rights if line.territory in ("KZ", WORLD)] or list(record.rights)
    cleared = [line for line in here if line.state is RightsState.CLEARED]
    if cleared:
        return max(cleared, key=lambda line: line.ends or date.max)
    return here[0] if here else None


def first_obstacle(record: WorkRecord, now: datetime) -> tuple[Obstacle, Window | None, ShowLine] | None:
    """The first showing to come that the rights do not cover, and why."""
    for show in upcoming(record, now):
        found = obstacle(record.windows, Asked(show.version, show.country, None), show.starts.date())
        if found is not None:
            return found[0], found[1], show
    return None


def _telling(names: tuple[NameLine, ...]) -> list[NameLine]:
    """Originals first, then the languages of the house, the preferred name of each first, then the rest."""

    def place(name: NameLine) -> tuple[bool, int, bool]:
        code = plain(name.language)
        order = LANGUAGES.index(code) if code in LANGUAGES else len(LANGUAGES)
        return name.type is not NameType.ORIGINAL, order, not name.preferred

    return sorted(names, key=place)


def _code(code: str, *, named: bool = False) -> SafeLabel:
    """The short form of a language; of a name in no language a dash."""
    wordless = named and code == WORDLESS
    text = UNKNOWN if wordless else formats.language_code(language(), code)
    label = SafeLabel(text, "label_strong", "text2")
    label.setAccessibleName(naming_word(code) if named else formats.language_name(language(), code))
    label.setContentsMargins(0, 2, 0, 0)  # small letters on the line of larger ones
    return label


def _block(title: str, note: str = "") -> tuple[QWidget, QVBoxLayout]:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(7)
    head = QHBoxLayout()
    head.addWidget(SafeLabel(title, "small_strong", "text3"))
    head.addStretch(1)
    head.addWidget(SafeLabel(note, "small", "text2"))
    column.addLayout(head)
    return block, column


def _text_block(title: str, text: str) -> QWidget:
    block, column = _block(title)
    column.addWidget(SafeLabel(text, tone="text2", wrap=True))
    return block


def _chip(kind: ChipKind, text: str) -> QWidget:
    chips = VersionChips(lines=1)
    chips.set_chips([Chip(kind, text)])
    return chips


def _audio(record: WorkRecord, code: str) -> QWidget:
    own = [version.mode for version in record.versions if plain(version.language) == code]
    if not own:
        return SafeLabel(UNKNOWN, tone="text3")
    mode = SpokenMode.ORIGINAL if SpokenMode.ORIGINAL in own else own[0]
    return _chip(ChipKind.ORIG if mode is SpokenMode.ORIGINAL else ChipKind.DUB, labels.chip(tr(), mode))


def _subtitles(record: WorkRecord, code: str) -> QWidget:
    if any(plain(tag) == code for version in record.versions for tag in version.subtitles):
        return _chip(ChipKind.SUB, labels.chip(tr(), None))
    return SafeLabel(UNKNOWN, tone="text3")
