"""What becomes of a title's names: how each language shows it, how print does, and what finds it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain import folding
from app.domain.chinese import has_han
from app.domain.folding import FormKind
from app.domain.kinds import LANGUAGES
from app.domain.names import WorkName, shown
from app.domain.scripts import Script, script_of
from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.store.work_records import WorkRecord
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.badges import Tag
from app.ui.widgets.chips import VersionChips
from app.ui.widgets.draw import rounded
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.language_switch import SHORT
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.works.wording import UNKNOWN, chips

MOST_FORMS = 14
SERIF = ("Noto Serif", "Noto Serif CJK SC", "Noto Serif SC")


class Box(QWidget):
    """A frame on the panel."""

    def __init__(self, radius: int = 8) -> None:
        super().__init__()
        self._radius = radius

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), self._radius, theme().color("surface"), theme().color("line2"))


class FormChip(QWidget):
    """One way of typing a name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        label = SafeLabel(text, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.addWidget(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 4, theme().color("surface"), theme().color("line2"))


class Printed(SafeLabel):
    """Words as the programme prints them: with serifs."""

    def __init__(self, role: str, tone: str = "text") -> None:
        super().__init__("", role, tone, wrap=True)

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        """Whatever font the theme gives, its serif sister is taken."""
        if isinstance(font, QFont):
            font.setFamilies([*SERIF, *font.families()])
        super().setFont(font)


class EditorPreview(Translated, Panel):
    """Shows the record as it is kept; what is being typed appears when it is."""

    def __init__(self) -> None:
        super().__init__("panel")
        self._record: WorkRecord | None = None
        self._heads = [SafeLabel(role="small_strong", tone="text3") for _place in range(3)]
        self._faces = Box()
        self._faces_grid = QGridLayout(self._faces)
        self._faces_grid.setContentsMargins(14, 12, 14, 12)
        self._faces_grid.setHorizontalSpacing(12)
        self._faces_grid.setVerticalSpacing(4)
        self._faces_grid.setColumnStretch(1, 1)
        self._print = Box(2)
        self._print_title, self._print_second = Printed("title"), Printed("body", "text2")
        self._print_facts = SafeLabel(role="small", tone="text2", wrap=True)
        self._print_chips = VersionChips()
        self._forms = QWidget()
        self._flow = FlowLayout(self._forms, gap=6, line_gap=6)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        sheet = QVBoxLayout(self._print)
        sheet.setContentsMargins(18, 14, 18, 14)
        sheet.setSpacing(4)
        words: tuple[QWidget, ...] = (self._print_title, self._print_second, self._print_facts, self._print_chips)
        for line in words:
            sheet.addWidget(line)
        inside = Panel("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(7)
        for head, part in zip(self._heads, (self._faces, self._print, self._forms), strict=True):
            column.addWidget(head)
            column.addWidget(part)
            column.addSpacing(12)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def retranslate(self) -> None:
        """Say the headings again."""
        words = (_("How it appears in each language"), _("In the printed programme"), _("Found by typing"))
        for head, text in zip(self._heads, words, strict=True):
            head.setText(text)
        if self._record is not None:
            self.show_record(self._record)

    def show_record(self, record: WorkRecord) -> None:
        """Show what the record amounts to."""
        self._record = record
        self._show_faces(record)
        face = shown(record.work_names, language())
        self._print_title.setText(face.title or UNKNOWN)
        self._print_second.setText(face.second)
        self._print_second.setVisible(bool(face.second))
        facts = [formats.listing(language(), [formats.country(language(), code) for code in record.countries])]
        facts += [str(record.facts.year)] if record.facts.year else []
        facts += [formats.minutes(language(), record.facts.runtime)] if record.facts.runtime else []
        self._print_facts.setText(" · ".join(fact for fact in facts if fact))
        self._print_chips.set_chips(chips(record.versions))
        self._print_chips.setVisible(bool(record.versions))
        self._show_forms(record)

    def _show_faces(self, record: WorkRecord) -> None:
        _clear(self._faces_grid)
        place = 0
        for code in LANGUAGES:
            face = shown(record.work_names, code)
            mark = SafeLabel(SHORT[code].upper(), "label_strong", "text2")
            title = SafeLabel(face.title or UNKNOWN, "body" if face.borrowed else "strong", wrap=True)
            self._faces_grid.addWidget(mark, place, 0, Qt.AlignmentFlag.AlignTop)
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(title, 1)
            if face.borrowed:
                line.addWidget(Tag(formats.language_code(language(), face.language), borrowed=True))
            self._faces_grid.addLayout(line, place, 1)
            if face.borrowed:
                words = pgettext(
                    "preview", "shows the name in {language}", language=formats.language_name(language(), face.language)
                )
                self._faces_grid.addWidget(SafeLabel(words, "small", "text2", wrap=True), place + 1, 1)
            elif face.second:
                self._faces_grid.addWidget(SafeLabel(face.second, "small", "text2", wrap=True), place + 1, 1)
            if code != LANGUAGES[-1]:
                self._faces_grid.addWidget(Line(), place + 2, 0, 1, 2)
            place += 3

    def _show_forms(self, record: WorkRecord) -> None:
        _clear(self._flow)
        forms: dict[str, None] = {}
        for name in record.work_names:
            forms |= dict.fromkeys(_ways(name))
        for text in list(forms)[:MOST_FORMS]:
            self._flow.addWidget(FormChip(text))


def _ways(name: WorkName) -> Iterator[str]:
    """How a name can be typed: as it is, by its pinyin and initials, in Latin letters."""
    for form in folding.index_forms(name.text, name.language, name.reading):
        if form.kind in (FormKind.NAME, FormKind.SIMPLIFIED):
            yield form.text.replace(" ", "") if has_han(form.text) else form.text
        elif form.kind in (FormKind.PINYIN, FormKind.INITIALS, FormKind.LATIN):
            yield form.text
        elif script_of(name.text) is Script.CYRILLIC:
            yield form.text  # the spelling other scripts are brought to


def _clear(layout: QGridLayout | FlowLayout | QHBoxLayout) -> None:
    """Take everything out of a layout, its inner layouts too."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QHBoxLayout):
            _clear(inner)
