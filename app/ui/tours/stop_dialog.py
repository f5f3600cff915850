"""Adding a stop: a city of the box or any other, and its days."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from app.domain.names import FourNames
from app.i18n.active import _, language
from app.operations.programmes import DAYS_WRONG
from app.operations.venues import NAME_MISSING
from app.store.cities import City, cities, city_called
from app.ui.programmes.days_field import ORDERS
from app.ui.schedule.forms import FormDialog
from app.ui.widgets.fields import Field
from app.ui.widgets.spinners import DateField


class StopDialog(FormDialog):
    """City and days. Choosing a city of the box brings its names, clocks and place."""

    def __init__(self, first: date, parent: QWidget | None = None, *, founding: bool = False) -> None:
        super().__init__(parent)
        self._founding = founding
        self.name, self.city = Field(), Field()
        names = sorted({name for city in cities() for name in city.names})
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.city.setCompleter(completer)
        self.first, self.last = DateField(), DateField()
        for field in (self.first, self.last):
            field.setDate(QDate(first.year, first.month, first.day))
        self.first.dateChanged.connect(lambda day: self.last.setDate(max(day, self.last.date())))
        days = QHBoxLayout()
        days.setSpacing(10)
        days.addWidget(self.first)
        days.addWidget(self.last)
        days.addStretch(1)
        if founding:
            self.add_row(self.name)
        self.add_row(self.city)
        self.add_row(days)
        self.retranslate()
        (self.name if founding else self.city).setFocus()

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("A new tour") if self._founding else _("A new stop"))
        rows = (_("City"), _("First and last day"))
        self.name_rows(*((_("Name of the tour"), *rows) if self._founding else rows))
        self.name.setAccessibleName(_("Name of the tour"))
        self.city.setAccessibleName(_("City"))
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        for field in (self.first, self.last):
            field.set_order(ORDERS[language()])
        self.city.setPlaceholderText(_("Almaty, 西安, Құлжа…"))
        self.act_button.setText(_("Create tour") if self._founding else _("Add stop"))

    def found(self) -> City | None:
        """The city of the box that was typed."""
        return city_called(self.city.text())

    def names(self) -> FourNames:
        """The names of the city: those of the box, or what was typed in the language of the window."""
        known = self.found()
        return known.names if known is not None else FourNames(**{language(): self.city.text().strip()})

    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        first, last = self.first.date(), self.last.date()
        return date(first.year(), first.month(), first.day()), date(last.year(), last.month(), last.day())

    def accept(self) -> None:
        """Only with a city and days in order."""
        if not any(self.names()) or (self._founding and not self.name.text().strip()):
            self.refuse(_(NAME_MISSING))
        elif self.last.date() < self.first.date():
            self.refuse(_(DAYS_WRONG))
        else:
            super().accept()
