"""Where, for whom and with what money a programme is: the fields of the form's part of that name."""

from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.kinds import Use
from app.domain.money import CURRENCIES, read_money
from app.errors import UserError
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.store.programme_rows import ProgrammeRow
from app.store.slate_rows import Terms
from app.ui.theme import theme
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import TimeField
from app.ui.works.form_parts import LanguageToggles

ZONES = ("Asia/Almaty", "Asia/Aqtau", "Asia/Shanghai", "Asia/Urumqi", "Asia/Tashkent", "Asia/Bishkek", "Europe/Moscow",
         "Europe/Istanbul", "Europe/Berlin", "Europe/Paris", "UTC")  # fmt: skip
TERRITORIES = ("KZ", "CN", "HK", "KG", "UZ", "RU", "MN", "TR", "AZ", "TJ", "TM", "DE", "FR", "US")
PRIME = (18 * 60, 21 * 60)


class PublicFields:
    """The fields; `rows` are they in the order of the form."""

    def __init__(self, row: ProgrammeRow | None, terms: Terms | None) -> None:
        self.zone, self.territory, self.use = Combo(), Combo(), Combo()
        for combo, values, own in (
            (self.zone, ZONES, row.zone if row else ""), (self.territory, TERRITORIES, row.territory if row else ""),
        ):  # fmt: skip
            for value in dict.fromkeys((*(() if row else ("",)), *((own,) if own else ()), *values)):
                combo.addItem(value, value)
            combo.setCurrentIndex(max(0, combo.findData(own)))
        for use in Use:
            self.use.addItem("", use.value)
        self.use.setCurrentIndex(self.use.findData((row.use if row else Use.FESTIVAL).value))
        self.audience, self.policy = LanguageToggles(), LanguageToggles()
        for toggles, tags in (
            (self.audience, terms.audience if terms else ()),
            (self.policy, terms.policy if terms else ()),
        ):
            toggles.show_tags(tags)
            toggles.picked.connect(toggles.show_tags)
        self.prime_from, self.prime_until = TimeField(), TimeField()
        for field, minute in zip((self.prime_from, self.prime_until),
                                 (terms.prime_from, terms.prime_until) if terms else PRIME, strict=True):  # fmt: skip
            field.setTime(QTime(minute // 60 % 24, minute % 60))
        self.budget, self.currency = Field(), Combo()
        for code in CURRENCIES:
            self.currency.addItem(code, code)
        if terms is not None:
            self.currency.setCurrentIndex(max(0, self.currency.findData(terms.currency)))
            self.budget.setText("" if terms.budget is None else formats.number(language(), terms.budget / 100))
        self.prime, self.money = _side_by_side(self.prime_from, self.prime_until), QHBoxLayout()
        self.money.setSpacing(8)
        self.money.addWidget(self.budget, 1)
        self.money.addWidget(self.currency)

    def words(self) -> tuple[str, ...]:
        """The labels of the rows; the choices are said again too."""
        now = None
        for place in range(self.zone.count()):
            zone = self.zone.itemData(place)
            self.zone.setItemText(place, labels.zone(tr(), zone, now) if zone else _("As in the halls"))
        for place in range(self.territory.count()):
            code = self.territory.itemData(place)
            self.territory.setItemText(place, formats.country(language(), code) if code else _("As in the halls"))
        for place, use in enumerate(Use):
            self.use.setItemText(place, labels.use(tr(), use))
        for toggles in (self.audience, self.policy):
            toggles.retranslate()
        words = (_("Time zone"), _("Territory of the rights"), _("Use of the rights"), _("Audience languages"),
                 _("Languages required at every show"), _("Prime time"), _("Budget"))  # fmt: skip
        for part, name in zip((self.zone, self.territory, self.use, self.audience, self.policy), words, strict=False):
            part.setAccessibleName(name)
        self.prime_from.setAccessibleName(_("Prime time begins"))
        self.prime_until.setAccessibleName(_("Prime time ends"))
        self.budget.setAccessibleName(words[-1])
        self.currency.setAccessibleName(_("Currency"))
        return words

    @property
    def rows(self) -> tuple[QWidget | QHBoxLayout, ...]:
        """In the order of `words`."""
        return self.zone, self.territory, self.use, self.audience, self.policy, self.prime, self.money

    def minutes(self) -> tuple[int, int]:
        """Prime time in minutes after midnight; midnight ends the same evening."""
        first, last = (_minute(field.time().toPython()) for field in (self.prime_from, self.prime_until))
        return first, last or 24 * 60

    def hundredths(self) -> int | None:
        """The budget. Raises `UserError` where it cannot be read."""
        found = read_money(self.budget.text())
        return found.hundredths if found else None

    def fault(self) -> UserError | None:
        """What is wrong with the budget."""
        try:
            self.hundredths()
        except UserError as error:
            return error
        return None


def _minute(clock: object) -> int:
    assert isinstance(clock, time)
    return clock.hour * 60 + clock.minute


def _side_by_side(*fields: TimeField) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for place, field in enumerate(fields):
        if place:
            row.addWidget(SafeLabel("–", tone="text2"))
        field.setFixedWidth(theme().px(90))
        row.addWidget(field)
    row.addStretch(1)
    return row
