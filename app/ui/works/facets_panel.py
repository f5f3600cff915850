"""The filters of the catalogue: each choice with how many titles it would leave."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.facets import CO_PRODUCTION, NO, NO_DUB, YES, Filter
from app.domain.kinds import LANGUAGES, RightsStatus, WorkKind
from app.i18n import formats, labels, phrases
from app.i18n.active import _, language, tr
from app.operations.works import AGE_MARKS
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.facet import FacetRow, FacetToggle
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.language_switch import SHORT
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.section import FoldSection
from app.ui.widgets.year_range import YearRange
from app.ui.works.saved_filters import SavedFilters
from app.ui.works.wording import short_kind

FEW = 6
"""Choices of a facet shown before the rest is asked for."""

Counts = Mapping[str, Counter[str]]


class ChoiceFacet(FoldSection):
    """A facet of check boxes. `toggled` carries the choice; a long list begins with its `FEW` commonest.

    `short` says a choice where there is little room.
    """

    toggled = Signal(str)

    def __init__(self, said: Callable[[str], str], short: Callable[[str], str] = lambda _choice: "") -> None:
        super().__init__()
        self._said = said
        self._short = short
        self._rows: dict[str, FacetRow] = {}
        self._order: list[str] = []
        self._shown_all = False
        self._more = LinkButton(role="small")
        self._more.clicked.connect(self._unfold)
        self._more.hide()
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_counts(self, order: Sequence[str], counts: Counter[str], chosen: frozenset[str]) -> None:
        """The choices in order, how many works each has, and which are ticked."""
        if list(order) != self._order:
            self._rebuild(list(order))
        for choice, row in self._rows.items():
            row.setChecked(choice in chosen)
            number = formats.number(language(), counts[choice])
            row.set_words(self._said(choice), counts[choice], number, self._short(choice))
        self._fold(chosen)

    def retranslate(self) -> None:
        """Say the choices again."""
        for choice, row in self._rows.items():
            row.setText(self._said(choice))

    def _rebuild(self, order: list[str]) -> None:
        self._order = order
        for choice in [choice for choice in self._rows if choice not in order]:
            self._rows.pop(choice).deleteLater()
        for place, choice in enumerate(order):
            if choice not in self._rows:
                row = FacetRow()
                row.clicked.connect(lambda _on=False, choice=choice: self.toggled.emit(choice))
                self._rows[choice] = row
            self.body.insertWidget(place, self._rows[choice])

    def _fold(self, chosen: frozenset[str]) -> None:
        rest = 0
        for place, choice in enumerate(self._order):
            hidden = place >= FEW and not self._shown_all and choice not in chosen and len(self._order) > FEW + 1
            self._rows[choice].setVisible(not hidden)
            rest += hidden
        self._more.setVisible(bool(rest))
        self._more.setText(_("All {number}", number=len(self._order)))

    def _unfold(self) -> None:
        self._shown_all = True
        self._fold(frozenset())


class ToggleFacet(FoldSection):
    """A facet of small buttons in rows. `toggled` carries the choice."""

    toggled = Signal(str)

    def __init__(self, choices: Sequence[str], *, columns_gap: int = 5) -> None:
        super().__init__()
        holder = QWidget()
        flow = FlowLayout(holder, gap=columns_gap, line_gap=5)
        flow.setContentsMargins(0, 3, 0, 2)
        self.buttons = {choice: FacetToggle(choice) for choice in choices}
        for choice, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, choice=choice: self.toggled.emit(choice))
            flow.addWidget(button)
        self.body.addWidget(holder)

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Which buttons are down."""
        for choice, button in self.buttons.items():
            button.setChecked(choice in chosen)


GAPS = {"kazakh": NO, "copies": NO, "posters": NO, "unverified": YES}
"""What a record lacks, by facet: the choice that finds it."""


class FacetsPanel(Translated, Panel):
    """All facets. `narrowed` carries the new `Filter`, `cleared` asks to show everything."""

    narrowed = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._filter = Filter()
        self._programmes: dict[str, str] = {}
        self._span = (0, 0)
        self._title = SafeLabel(role="strong")
        self._clear = LinkButton()
        self._clear.clicked.connect(self.cleared)
        self.kinds = ChoiceFacet(
            lambda choice: labels.work_kind(tr(), WorkKind(choice)), lambda choice: short_kind(WorkKind(choice))
        )
        self.countries = ChoiceFacet(_country)
        self.dubs = ChoiceFacet(_dub)
        self.subtitles = ChoiceFacet(_subtitle)
        self.gaps = ChoiceFacet(_gap)
        self.saved = SavedFilters()
        self.rights = ChoiceFacet(lambda choice: labels.rights_status(tr(), RightsStatus(choice)))
        self.years = FoldSection()
        self.range = YearRange()
        self.years.body.addWidget(self.range)
        self.ages = ToggleFacet(AGE_MARKS[1:])
        self.missing = ToggleFacet(LANGUAGES)
        self.slates = ChoiceFacet(lambda choice: self._programmes.get(choice, choice))
        self._build()
        self._connect()
        self.retranslate()

    def _measure(self) -> None:
        self._head.setFixedHeight(theme().px(47))

    def _build(self) -> None:
        self._head = head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 12, 0)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._clear)
        theme().themed.connect(self._measure)
        self._measure()
        inside = Panel("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in self._sections():
            column.addWidget(section)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (head, Line(), self.area):
            whole.addWidget(part)

    def _sections(self) -> tuple[FoldSection, ...]:
        return (
            self.saved, self.kinds, self.countries, self.dubs, self.subtitles, self.rights, self.years, self.ages,
            self.missing, self.gaps, self.slates,
        )  # fmt: skip

    def _connect(self) -> None:
        for facet in ("kinds", "countries", "dubs", "subtitles", "rights", "ages", "missing"):
            getattr(self, facet).toggled.connect(lambda choice, facet=facet: self._toggle(facet, choice))
        self.range.chosen.connect(self._years)
        self.gaps.toggled.connect(lambda facet: self._toggle(facet, GAPS[facet]))
        self.slates.toggled.connect(self._slate)

    def retranslate(self) -> None:
        """Say all headings and choices again."""
        self._title.setText(_("Filters"))
        self._clear.setText(_("Clear all"))
        self.kinds.set_title(_("Kind"))
        self.countries.set_title(_("Country"))
        self.dubs.set_title(_("Dub language"))
        self.subtitles.set_title(_("Subtitle language"))
        self.gaps.set_title(_("Gaps"))
        self.rights.set_title(_("Rights status"))
        self.years.set_title(_("Year"))
        self.ages.set_title(_("Age rating"))
        self.missing.set_title(_("Names missing in"))
        self.slates.set_title(_("On slate"))
        self.range.set_names(_("Year"), _("From year"), _("To year"))
        for facet in (self.kinds, self.countries, self.dubs, self.subtitles, self.rights, self.gaps, self.saved):
            facet.retranslate()
        self.setAccessibleName(_("Filters"))

    def set_clearable(self, clearable: bool) -> None:  # noqa: FBT001 - a plain setter
        """Whether there is anything to clear."""
        self._clear.setEnabled(clearable)

    def show_counts(self, wanted: Filter, counts: Counts, everywhere: Counts, programmes: Mapping[int, str]) -> None:
        """`counts` follow the other facets, `everywhere` is of the whole library: it decides which rows there are."""
        self._filter = wanted
        self._programmes = {str(id_): name for id_, name in programmes.items()}
        kinds = [kind.value for kind in WorkKind if everywhere["kinds"][kind]]
        kinds.sort(key=lambda kind: -everywhere["kinds"][kind])
        places = [code for code, _n in everywhere["countries"].most_common() if code != CO_PRODUCTION]
        places.insert(min(len(places), FEW - 1), CO_PRODUCTION)
        dubs = [code for code, _n in everywhere["dubs"].most_common() if code != NO_DUB]
        standard = (RightsStatus.CLEARED, RightsStatus.ENDING, RightsStatus.NEGOTIATION, RightsStatus.NOT_CLEARED)
        rights = [s.value for s in RightsStatus if s in standard or everywhere["rights"][s] or s in wanted.rights]
        self.kinds.show_counts(kinds, counts["kinds"], wanted.kinds)
        self.countries.show_counts(places, counts["countries"], wanted.countries)
        self.dubs.show_counts([*dubs, NO_DUB], counts["dubs"], wanted.dubs)
        subtitles = [code for code, _n in everywhere["subtitles"].most_common() if code != NO_DUB]
        self.subtitles.show_counts([*subtitles, NO_DUB], counts["subtitles"], wanted.subtitles)
        lacking = Counter({facet: counts[facet][choice] for facet, choice in GAPS.items()})
        chosen_gaps = frozenset(facet for facet, choice in GAPS.items() if choice in getattr(wanted, facet))
        self.gaps.show_counts(list(GAPS), lacking, chosen_gaps)
        self.rights.show_counts(rights, counts["rights"], wanted.rights)
        self._show_years(counts["years"], everywhere["years"])
        self._show_toggles(counts)
        chosen = frozenset({str(wanted.programme)} if wanted.programme is not None else ())
        self.slates.setVisible(bool(programmes))
        self.slates.show_counts(list(self._programmes), counts["programmes"], chosen)

    def _show_years(self, counts: Counter[str], everywhere: Counter[str]) -> None:
        years = sorted(int(year) for year in everywhere)
        if not years:
            self.years.hide()
            return
        self.years.show()
        self._span = (years[0], years[-1])
        low, high = self._filter.years or self._span
        self.range.set_counts({year: counts[str(year)] for year in years}, low, high)

    def _show_toggles(self, counts: Counts) -> None:
        self.ages.set_chosen(self._filter.ages)
        for mark, button in self.ages.buttons.items():
            titles = phrases.titles_shown(tr(), counts["ages"][mark], counts["ages"][mark])
            button.set_words(mark, "", _("{choice}: {titles}", choice=mark, titles=titles))
        self.missing.set_chosen(self._filter.missing)
        for code, button in self.missing.buttons.items():
            number = formats.number(language(), counts["missing"][code])
            name = formats.heading(formats.language_name(language(), code, written=True))
            titles = phrases.titles_shown(tr(), counts["missing"][code], counts["missing"][code])
            button.set_words(SHORT[code], number, _("{choice}: {titles}", choice=name, titles=titles))

    def _toggle(self, facet: str, choice: str) -> None:
        self.narrowed.emit(self._filter.toggled(facet, choice))

    def _years(self, low: int, high: int) -> None:
        whole = (low, high) == self._span  # all years are no choice
        self.narrowed.emit(replace(self._filter, years=None if whole else (low, high)))

    def _slate(self, choice: str) -> None:
        programme = int(choice)
        self.narrowed.emit(replace(self._filter, programme=None if programme == self._filter.programme else programme))


def _country(code: str) -> str:
    return _("Co-production") if code == CO_PRODUCTION else formats.country(language(), code)


def _dub(code: str) -> str:
    if code == NO_DUB:
        return _("No dub")
    return formats.heading(formats.language_name(language(), code))


def _subtitle(code: str) -> str:
    if code == NO_DUB:
        return _("No subtitles")
    return formats.heading(formats.language_name(language(), code))


def _gap(facet: str) -> str:
    words = {
        "kazakh": _("No version in Kazakh"), "copies": _("No copy"), "posters": _("No poster"),
        "unverified": _("Unverified facts"),
    }  # fmt: skip
    return words[facet]
