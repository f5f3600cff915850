"""What an import did, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.active import _, ngettext
from app.operations.imports import Imported
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel


class DoneStep(Translated, QWidget):
    """Step 4, when it is over. Signals for each of the deeds."""

    shown = Signal()
    undone = Signal()
    saving = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: Imported | None = None
        self._troubles = 0
        self._title = SafeLabel(role="title", wrap=True)
        self._said = SafeLabel(tone="text2", wrap=True)
        self.show_them = Button(kind=Kind.PRIMARY)
        self.undo, self.save, self.more = (
            Button(icon="undo-2"),
            Button(icon="file-down"),
            Button(icon="file-spreadsheet"),
        )
        for button, signal in (
            (self.show_them, self.shown),
            (self.undo, self.undone),
            (self.save, self.saving),
            (self.more, self.again),
        ):
            button.clicked.connect(signal)
        self.setFocusProxy(self.show_them)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        px = theme().px
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        for button in (self.show_them, self.undo, self.save, self.more):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(px(10))
        column.addStretch(1)
        column.addWidget(Glyph("circle-check", "green", size=44), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._said):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(px(8))
        column.addLayout(row)
        column.addStretch(2)

    @property
    def result(self) -> Imported | None:
        """What was done, if anything."""
        return self._done

    def show_done(self, done: Imported, troubles: int) -> None:
        """Show what was done; how many troubles there were."""
        self._done, self._troubles = done, troubles
        self.undo.setEnabled(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words."""
        self.undo.setText(_("Undo import"))
        self.save.setText(_("Save rows with errors…"))
        self.more.setText(_("Import another file…"))
        self.save.setVisible(bool(self._troubles))
        done = self._done
        if done is None:
            return
        self.show_them.setText(_("Show schedule") if done.screenings else _("Show titles"))
        self._title.setText(said(done))
        lines = []
        if done.screenings and done.titles:
            lines.append(ngettext("{n} title is new.", "{n} titles are new.", done.titles))
        if done.updated:
            lines.append(ngettext("{n} title was filled in.", "{n} titles were filled in.", done.updated))
        if done.skipped:
            lines.append(ngettext("{n} row was there already.", "{n} rows were there already.", done.skipped))
        if done.left_out:
            lines.append(ngettext("{n} doubtful row was left out.", "{n} doubtful rows were left out.", done.left_out))
        self._said.setText(" ".join(lines))


def said(done: Imported) -> str:
    """What was done, in one sentence."""
    if done.screenings:
        return ngettext("{n} screening was imported", "{n} screenings were imported", done.screenings)
    if done.added or not done.updated:
        return ngettext("{n} title was imported", "{n} titles were imported", done.added)
    return ngettext("{n} title was filled in", "{n} titles were filled in", done.updated)
