"""The open library: its file, its size, what is in it, and the way to another one."""

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.store.figures import figures
from app.store.store import utc_now
from app.ui.page import Shell
from app.ui.settings.section import Section
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace


class LibrarySection(Section):
    """Facts of the open library; buttons for another; the recent ones as links."""

    def __init__(self, workspace: Workspace, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._shell = workspace, shell
        assert shell.libraries is not None, "the program hands its libraries to the window"
        self._libraries = shell.libraries
        self._keys = {key: SafeLabel(tone="text2") for key in ("name", "file", "size", "since", "holds", "changed")}
        self.values = {key: SafeLabel(wrap=True) for key in self._keys}
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for place, (key, label) in enumerate(self._keys.items()):
            grid.addWidget(label, place, 0)
            grid.addWidget(self.values[key], place, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addSpacing(18)
        self._another = self.heading()
        self.open, self.make, self.sample = Button(icon="folder-open"), Button(icon="plus"), Button(icon="clapperboard")
        self.body.addWidget(self._another)
        self.row(self.open, self.make, self.sample)
        self.body.addSpacing(18)
        self._recent_head = self.heading()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.body.addWidget(self._recent_head)
        self.body.addLayout(self._recent)
        self.finish()
        self.open.clicked.connect(self._libraries.choose)
        self.make.clicked.connect(self._libraries.make)
        self.sample.clicked.connect(self._libraries.open_sample)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words, and the facts with them."""
        self.title.setText(_("Library"))
        words = {
            "name": _("Name"), "file": _("File"), "size": _("Size"), "since": _("Opened"), "holds": _("Holds"),
            "changed": _("Last change"),
        }  # fmt: skip
        for key, text in words.items():
            self._keys[key].setText(text)
        self._another.setText(_("Another library"))
        self.open.setText(_("Open…"))
        self.make.setText(_("New…"))
        self.sample.setText(_("Sample library"))
        self._recent_head.setText(_("Recent libraries"))

    def reload(self) -> None:
        """Read the facts again."""
        tongue, now, path = language(), utc_now(), self._libraries.path
        found = self._workspace.read(figures)
        facts = {
            "name": self._libraries.name(),
            "file": str(path) if path else self._workspace.store.address,
            "size": formats.size(tongue, path.stat().st_size) if path and path.exists() else "–",
            "since": formats.ago(tongue, self._libraries.since, now),
            "holds": formats.listing(
                tongue,
                [
                    ngettext("{n} title", "{n} titles", found.works),
                    ngettext("{n} programme", "{n} programmes", found.programmes),
                    ngettext("{n} screening", "{n} screenings", found.screenings),
                ],
            ),
            "changed": formats.ago(tongue, found.changed, now) if found.changed else "–",
        }
        for key, text in facts.items():
            self.values[key].setText(text)
        self._show_recent(self._libraries.recent())

    def _show_recent(self, paths: list[Path]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for path in paths:
            self._recent.addWidget(self._line(path))
        if not paths:
            self._recent.addWidget(SafeLabel(_("No other libraries yet"), tone="text2"))

    def _line(self, path: Path) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        link = LinkButton(path.stem.replace("&", "&&"))
        link.setAccessibleDescription(str(path))
        link.clicked.connect(lambda: self._libraries.open(path))
        where = SafeLabel(str(path.parent), "small", "text3", wrap=True)
        where.setContentsMargins(0, 0, 0, 6)
        for part in (link, where, Line()):
            column.addWidget(part)
        return ground
