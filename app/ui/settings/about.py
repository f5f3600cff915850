"""Which version this is, whose work is in it, and where its files lie."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n.active import _
from app.paths import data_folder
from app.ui.settings.section import Section
from app.ui.widgets.buttons import Button
from app.ui.widgets.safe import SafeLabel

LICENCES = (
    ("Keruen", "Apache-2.0"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("SQLite", "Public domain"),
    ("Babel", "BSD-3-Clause"),
    ("pypinyin", "MIT"),
    ("OpenCC", "Apache-2.0"),
    ("typst", "Apache-2.0"),
    ("PDFium, pypdfium2", "BSD-3-Clause, Apache-2.0"),
    ("platformdirs", "MIT"),
    ("tzdata", "Apache-2.0"),
    ("Lucide", "ISC, MIT"),
    ("Inter, Noto, Amiri", "OFL-1.1"),
)
"""Names and licences are names: they are the same in every language."""


def version() -> str:
    """The version of the program, as installed."""
    try:
        return installed("keruen")
    except PackageNotFoundError:
        return "0+checkout"


class AboutSection(Section):
    """The last part of the settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._version, self._sentence = SafeLabel(role="value"), SafeLabel(tone="text2", wrap=True)
        self._licences = self.heading()
        self._folder_head = self.heading()
        self._folder = SafeLabel(str(data_folder()), tone="text2", wrap=True)
        self._open = Button(icon="folder-open")
        self._open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(data_folder()))))
        self.body.addWidget(self._version)
        self.body.addWidget(self._sentence)
        self.body.addSpacing(14)
        self.body.addWidget(self._licences)
        self.body.addLayout(_table())
        self.body.addSpacing(14)
        self.body.addWidget(self._folder_head)
        self.body.addWidget(self._folder)
        self.row(self._open)
        self.finish()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words."""
        self.title.setText(_("About Keruen"))
        self._version.setText(_("Version {version}", version=version()))
        self._sentence.setText(_("Keruen is free software. It works without a network and sends nothing to anybody."))
        self._licences.setText(_("Licences"))
        self._folder_head.setText(_("Data folder"))
        self._folder.setAccessibleName(_("Data folder"))
        self._open.setText(_("Open folder"))


def _table() -> QVBoxLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    for place, (name, licence) in enumerate(LICENCES):
        grid.addWidget(SafeLabel(name), place, 0)
        grid.addWidget(SafeLabel(licence, tone="text2"), place, 1)
    grid.setColumnStretch(2, 1)
    column = QVBoxLayout()
    column.addLayout(grid)
    return column
