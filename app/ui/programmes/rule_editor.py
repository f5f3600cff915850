"""The chosen rule of a programme: what it asks, how serious it is, by what it measures, what it weighs."""

from PySide6.QtCore import QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.measures import LEGAL, MEASURES, Unit, usual_severity, usual_weight
from app.domain.screenings import Severity
from app.domain.surroundings import Setting
from app.i18n import formats, law_words, measure_words
from app.i18n.active import _, language, tr
from app.i18n.rule_words import RULE_NAMES
from app.operations.rule_settings import MOST
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import Combo
from app.ui.widgets.lines import Panel
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField, TimeField

HOUR, OFF, TALL = 60, 0, 168


def effective(rule: str, setting: Setting) -> int:
    """How serious a rule is in the end: 0 off to 3 an error."""
    return int(usual_severity(rule)) if setting.severity is None else setting.severity


class RuleEditor(Translated, Panel):
    """`changed` carries the setting; `to_laws` is pressed where the laws of countries decide."""

    changed = Signal(object)
    to_laws = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._rule, self._setting = "R1", Setting()
        self.asks, self.message = SafeLabel(wrap=True), InlineMessage()
        self._labels = [SafeLabel(role="small", tone="text2") for _n in range(3)]
        self.severity = Combo()
        self.number, self.clock = NumberField(), TimeField()
        self.measure = QStackedWidget()
        self.measure.addWidget(self.number)
        self.measure.addWidget(self.clock)
        self.measure.setFixedHeight(theme().px(30))
        self.weight = NumberField(high=MOST)
        self.usual = Button(small=True)
        self.usual.setAutoDefault(False)
        for value in (None, 0, 1, 2, 3):
            self.severity.addItem("", value)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        for place, (label, part) in enumerate(
            zip(self._labels, (self.severity, self.measure, self.weight), strict=True)
        ):
            grid.addWidget(label, 0, place)
            grid.addWidget(part, 1, place)
            grid.setColumnStretch(place, 3 if place < 2 else 2)  # noqa: PLR2004 - the last is a number
        grid.addWidget(self.usual, 1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.asks)
        column.addLayout(grid)
        column.addWidget(self.message)
        column.addStretch(1)
        self.setMinimumHeight(theme().px(TALL))  # so that nothing jumps when a rule has something to say
        self.severity.activated.connect(lambda _n: self._tell())
        self.number.valueChanged.connect(lambda _n: self._tell())
        self.clock.timeChanged.connect(lambda _t: self._tell())
        self.weight.valueChanged.connect(lambda _n: self._tell())
        self.usual.clicked.connect(lambda: self.changed.emit(Setting()))
        self.message.followed.connect(self.to_laws)
        self.retranslate()

    def show_rule(self, rule: str, setting: Setting) -> None:
        """Show a rule as it is set."""
        self._rule, self._setting = rule, setting
        blockers = [QSignalBlocker(one) for one in (self.severity, self.number, self.clock, self.weight)]
        self.severity.setCurrentIndex(0 if setting.severity is None else setting.severity + 1)
        measure = MEASURES.get(rule)
        self.measure.setVisible(measure is not None)
        if measure is not None:
            value = measure.usual if setting.value is None else setting.value
            self.measure.setCurrentWidget(self.clock if measure.unit is Unit.CLOCK else self.number)
            self.number.setRange(measure.low, measure.high)
            self.number.setValue(value)
            self.clock.setTime(QTime(value // HOUR % 24, value % HOUR))
        usual = usual_weight(rule)
        self.weight.setVisible(usual is not None)
        self.weight.setValue((usual or 0) if setting.weight is None else setting.weight)
        del blockers
        self.retranslate()

    def _tell(self) -> None:
        measure, usual = MEASURES.get(self._rule), usual_weight(self._rule)
        value = None
        if measure is not None:
            time = self.clock.time()
            now = time.hour() * HOUR + time.minute() if measure.unit is Unit.CLOCK else self.number.value()
            value = now if now != measure.usual else None
        weight = self.weight.value() if usual is not None and self.weight.value() != usual else None
        setting = Setting(self.severity.currentData(), weight, value)
        if setting != self._setting:
            self.changed.emit(setting)

    def retranslate(self) -> None:
        """Say the words again."""
        rule, measure = self._rule, MEASURES.get(self._rule)
        self.asks.setText(_(RULE_NAMES[rule].asks))
        words = (_("Severity"), _(measure_words.MEASURE_NAMES[rule]) if measure else "",
                 _("Weight for the planner"))  # fmt: skip
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._labels[2].setVisible(usual_weight(rule) is not None)
        self.severity.setAccessibleName(words[0])
        for field in (self.number, self.clock):
            field.setAccessibleName(words[1])
        self.weight.setAccessibleName(words[2])
        self.usual.setText(_("Use default"))
        self.usual.setEnabled(self._setting != Setting())
        self.number.setSuffix(_suffix(measure.unit) if measure else "")
        self.severity.setItemText(0, measure_words.severity(tr(), rule, None))
        for place in range(1, self.severity.count()):
            self.severity.setItemText(place, law_words.severity(tr(), place - 1))
        self._warn()

    def _warn(self) -> None:
        self.message.clear()
        if effective(self._rule, self._setting) == OFF and usual_severity(self._rule) is Severity.ERROR:
            self.message.tell(Level.WARNING, _(
                "This is a hard rule. If it is off, its conflicts are not reported and the planner ignores it."
            ))  # fmt: skip
        elif self._rule in LEGAL:
            self.message.tell(
                Level.INFO, _("What each country’s law requires is listed in Settings."),
                _("Rules and holidays"),
            )  # fmt: skip


def _suffix(unit: Unit) -> str:
    if unit is Unit.MINUTES:
        return formats.minutes(language(), 0).removeprefix("0")
    return ""
