"""What the dialogs of the schedule share: a frame with fields, and a name in four languages."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QGridLayout, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.kinds import LANGUAGES
from app.domain.names import FourNames
from app.i18n.active import _
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import Field
from app.ui.widgets.language_switch import ENDONYMS
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel

WIDE = 600
FRAME = 40
"""What a window manager may put around a dialog."""


class FourNamesField(QWidget):
    """One name in the languages of the house, each field named in its own language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {code: Field() for code in LANGUAGES}
        self._labels = {code: SafeLabel(ENDONYMS[code], "small", "text2") for code in LANGUAGES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        for place, code in enumerate(LANGUAGES):
            row, side = divmod(place, 2)
            grid.addWidget(self._labels[code], row * 2, side)
            grid.addWidget(self.fields[code], row * 2 + 1, side)

    def name(self, words: str) -> None:
        """What the name is of, for screen readers."""
        for code, field in self.fields.items():
            field.setAccessibleName(f"{words}, {ENDONYMS[code]}")

    def names(self) -> FourNames:
        """What was typed."""
        return FourNames(*(self.fields[code].text().strip() for code in LANGUAGES))

    def show_names(self, names: FourNames) -> None:
        """Show what is stored."""
        for code in LANGUAGES:
            self.fields[code].show_value(getattr(names, code))

    def first(self) -> Field:
        """The field one types into first."""
        return self.fields[LANGUAGES[0]]


class FormDialog(Translated, QDialog):
    """A dialog with a heading, rows of fields, a line for what is wrong, and two verbs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SafeLabel(role="section")
        self.trouble = InlineMessage()
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._labels: list[SafeLabel] = []
        self._heard: set[QLineEdit] = set()
        self.keep_button = Button()
        self.act_button = Button(kind=Kind.PRIMARY)
        self.keep_button.clicked.connect(self.reject)
        self.act_button.clicked.connect(self.accept)
        body = QVBoxLayout()
        body.setContentsMargins(20, 18, 20, 18)
        body.setSpacing(14)
        body.addWidget(self.heading)
        body.addLayout(self.form)
        body.addWidget(self.trouble)
        body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.act_button)
        ground = Panel("panel")
        ground.setLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(Line())
        column.addWidget(ground)
        self.act_button.setDefault(True)
        self.setMinimumWidth(theme().px(WIDE))

    def add_row(self, editor: QWidget | QLayout) -> None:
        """One more row; `name_rows` says its label."""
        label = SafeLabel(tone="text2")
        self._labels.append(label)
        self.form.addRow(label, editor)

    def name_rows(self, *words: str) -> None:
        """The labels of all rows, in order."""
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)

    def retranslate(self) -> None:
        """The words every such dialog has."""
        self.setWindowTitle(_("Keruen"))
        self.keep_button.setText(_("Cancel"))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._make_room()
        return done

    def _make_room(self) -> None:
        """Lines that wrap need more height than the first guess of a dialog."""
        layout, screen = self.layout(), self.screen()
        if layout is not None and layout.hasHeightForWidth() and self.isVisible():
            needed = min(layout.totalHeightForWidth(self.width()), screen.availableGeometry().height() - 60)
            if needed > self.height():
                self.resize(self.width(), needed)
                self._keep_on(screen.availableGeometry())

    def _keep_on(self, area: QRect) -> None:
        """What has grown over the foot of the screen goes up, so that its verbs can be reached."""
        frame = self.frameGeometry()
        over = frame.top() + self.height() + FRAME - area.bottom()
        if over > 0:
            self.move(frame.left(), max(area.top(), frame.top() - over))

    def refuse(self, sentence: str) -> None:
        """Say what is missing; the dialog stays."""
        self.trouble.tell(Level.ERROR, sentence)
        for field in self.findChildren(QLineEdit):
            if field not in self._heard:
                field.textEdited.connect(self.trouble.clear)
                self._heard.add(field)
