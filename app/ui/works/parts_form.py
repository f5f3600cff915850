"""Seasons and episodes of a series in the editor: how many, their numbers and names, and the way up and down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import Level
from app.domain.parts import MOST_AT_ONCE, SERIAL
from app.i18n import formats
from app.i18n.active import _, language, ngettext, pgettext
from app.operations import series, works
from app.store import parts
from app.store.parts import Above, PartLine
from app.store.work_records import WorkRecord
from app.ui import dialogs
from app.ui.dialogs import Question
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton, LinkButton
from app.ui.widgets.fields import Field
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField
from app.ui.works.deeds import Deeds
from app.ui.works.form_parts import ReadField, whole
from app.ui.works.tags import likely_tag
from app.words import N_, counted, phrase

LAST_NUMBER = 100_000


class PartsForm(Translated, QWidget):
    """`opened` carries the season, episode or series one wants to go to."""

    opened = Signal(int)

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: WorkRecord | None = None
        self.lines: list[PartLine] = []
        self._above: list[Above] = []
        self._shown: tuple[str, list[PartLine]] = ("", [])
        self.names: dict[int, Field] = {}
        self.numbers: dict[int, ReadField] = {}
        self.links: dict[int, LinkButton] = {}
        self._title, self._total = SafeLabel(role="section"), SafeLabel(role="small", tone="text2")
        self.up = LinkButton(compact=True)
        self.join, self.leave = LinkButton(role="small"), LinkButton(role="small")
        self.count = NumberField(low=1, high=MOST_AT_ONCE)
        self.seasons, self.episodes = Button(icon="plus"), Button(icon="plus")
        self._rows = QGridLayout()
        self._build()
        self.up.clicked.connect(lambda: self.opened.emit(self._above[-1].id))
        self.join.clicked.connect(self._join)
        self.leave.clicked.connect(self._leave)
        self.seasons.clicked.connect(lambda: self.add(Level.SEASON))
        self.episodes.clicked.connect(lambda: self.add(Level.EPISODE))
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._total)
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(2, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.count, self.seasons, self.episodes):
            foot.addWidget(part)
        foot.addStretch(1)
        self.count.setFixedWidth(theme().px(80))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self.up, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._rows)
        column.addLayout(foot)
        for link in (self.join, self.leave):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(_("Seasons and episodes"))
        self.seasons.setText(_("Add seasons"))
        self.episodes.setText(_("Add episodes"))
        self.join.setText(_("Make it part of a series…"))
        self.leave.setText(_("Make it a title of its own"))
        self.count.setAccessibleName(_("How many to add"))
        if self.record is not None:
            self._fill()

    def show_record(self, record: WorkRecord) -> None:
        """Read the parts and show them; hidden for what comes in one piece."""
        self.record = record
        self.lines = self._deeds.read(parts.parts, record.id, language())
        self._above = self._deeds.read(parts.above, record.id, language())
        self._fill()

    def _fill(self) -> None:
        assert self.record is not None
        level = self.record.facts.level
        serial = self.record.facts.kind in SERIAL or bool(self.lines)
        self._title.setVisible(serial or bool(self._above))
        self.up.setVisible(bool(self._above))
        self.leave.setVisible(bool(self._above))
        self.join.setVisible(not self._above)
        if self._above:
            self.up.setText(_("Belongs to “{title}”", title=self._above[-1].title))
        self.seasons.setVisible(serial and level is Level.WORK)
        for part in (self.count, self.episodes):
            part.setVisible(serial and level is not Level.EPISODE)
        self._total.setText(_totals(self.lines))
        if self._shown == (language(), self.lines):  # a hundred episodes are not made anew for another fact
            return
        self._shown = language(), self.lines
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.names, self.numbers, self.links = {}, {}, {}
        for place, line in enumerate(self.lines):
            self._add_row(place, line)

    def _add_row(self, place: int, line: PartLine) -> None:
        name, remove = Field(), IconButton("trash-2", size=24)
        number = ReadField(whole(1, LAST_NUMBER, series.NUMBER_WRONG))
        word = part_word(line)
        label = SafeLabel(_level_word(line.level), tone="text2")
        number.show_read(line.number)
        number.setFixedWidth(theme().px(56))
        number.setAccessibleName(_("Number of {part}", part=word))
        number.entered.connect(lambda value: self._do(series.number, line.id, value))
        name.show_value(line.title)
        name.setPlaceholderText(_("no name of its own"))
        name.setAccessibleName(_("Name of {part}", part=word))
        name.committed.connect(lambda text: self._name(line, text))
        link = LinkButton(_("Open"), compact=True)
        link.setAccessibleName(_("Open {part}", part=word))
        link.clicked.connect(lambda: self.opened.emit(line.id))
        remove.set_name(_("Remove {part}", part=word))
        remove.clicked.connect(lambda: self._remove(line))
        facts = SafeLabel(_facts(line), role="small", tone="text2")
        for column, widget in enumerate((label, number, name, facts, link, remove)):
            self._rows.addWidget(widget, place, column)
        self.names[line.id], self.numbers[line.id], self.links[line.id] = name, number, link

    def fields(self) -> list[ReadField]:
        """The fields that may hold what cannot be read."""
        return list(self.numbers.values())

    # What one does

    def add(self, level: Level) -> None:
        """Add as many as the field says."""
        if self.record is None:
            return
        count = self.count.value()
        label = (
            counted("Add {n} season", "Add {n} seasons", count)
            if level is Level.SEASON
            else counted("Add {n} episode", "Add {n} episodes", count)
        )
        if self._deeds.do(label, series.add_parts, self.record.id, level, count):
            self.count.setValue(1)

    def _join(self) -> None:
        if self.record is None:
            return
        title = self.record.face.title
        question = Question(
            phrase(N_("Which series does “{title}” belong to?"), title=title),
            phrase(N_("Type the name of the series in any script. The title becomes its last episode.")),
            phrase(N_("Make it an episode")), phrase(N_("Cancel")), "film",
        )  # fmt: skip
        called = dialogs.ask_text(self, question, phrase(N_("Series")))
        if called:
            label = phrase(N_("Put “{title}” into a series"), title=title)
            self._deeds.do(label, series.place_in, self.record.id, called, language())

    def _leave(self) -> None:
        if self.record is not None:
            label = phrase(N_("Make “{title}” a title of its own"), title=self.record.face.title)
            self._deeds.do(label, series.release, self.record.id)

    def _name(self, line: PartLine, text: str) -> None:
        self._do(series.name_part, line.id, likely_tag(text, language()), text)

    def _remove(self, line: PartLine) -> None:
        label = phrase(N_("Delete “{title}”"), title=part_word(line))
        self._deeds.take_away(label, _("“{title}” deleted", title=part_word(line)), works.delete, line.id)

    def _do(self, operation: object, *args: object) -> None:
        if self.record is not None and callable(operation):
            label = phrase(N_("Change “{title}”"), title=self.record.face.title)
            self._deeds.do(label, operation, *args)


def part_word(line: PartLine) -> str:
    """Episode 3, or its name."""
    number = "–" if line.number is None else formats.number(language(), line.number)
    if line.title:
        return line.title
    if line.level is Level.SEASON:
        return pgettext("part", "Season {n}", n=number)
    return pgettext("part", "Episode {n}", n=number)


def _level_word(level: Level) -> str:
    return pgettext("part", "Season") if level is Level.SEASON else pgettext("part", "Episode")


def _facts(line: PartLine) -> str:
    minutes = formats.minutes(language(), line.runtime) if line.runtime else ""
    below = ngettext("{n} episode", "{n} episodes", line.below) if line.below else ""
    return ", ".join(part for part in (below, minutes) if part)


def _totals(lines: list[PartLine]) -> str:
    seasons = sum(line.level is Level.SEASON for line in lines)
    episodes = sum(line.level is Level.EPISODE for line in lines) + sum(line.below for line in lines)
    minutes = sum(line.runtime or 0 for line in lines)
    told = [ngettext("{n} season", "{n} seasons", seasons)] if seasons else []
    told += [ngettext("{n} episode", "{n} episodes", episodes)] if episodes else []
    told += [formats.minutes(language(), minutes)] if minutes else []
    return ", ".join(told)
