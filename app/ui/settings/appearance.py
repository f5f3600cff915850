"""Language, colours, text size, ornament."""

from PySide6.QtWidgets import QWidget

from app.domain.kinds import LANGUAGES
from app.i18n.active import _, language, pgettext
from app.i18n.labels import context
from app.settings import Settings
from app.ui.language import speak
from app.ui.page import Shell
from app.ui.pending import commit_pending_edits
from app.ui.settings.section import Section
from app.ui.theme import TEXT_SIZES, Scheme, theme
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.language_switch import ENDONYMS
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented

SCHEMES = {
    Scheme.SYSTEM: context("settings", "As the system"),
    Scheme.LIGHT: context("settings", "Light"),
    Scheme.DARK: context("settings", "Dark"),
}
SIZES = {
    "small": context("settings", "Small"),
    "normal": context("settings", "Normal"),
    "large": context("settings", "Large"),
    "larger": context("settings", "Larger"),
}


class AppearanceSection(Section):
    """Each choice is carried out at once and remembered on this machine."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.heads = {name: self.heading() for name in ("language", "scheme", "size", "ornament")}
        self.notes = {name: SafeLabel(tone="text2", wrap=True) for name in ("language", "ornament")}
        self.languages, self.schemes, self.sizes = Segmented(), Segmented(), Segmented()
        self.languages.set_options([(code, ENDONYMS[code]) for code in LANGUAGES])
        self.ornament = CheckBox()
        for name, part in (("language", self.languages), ("scheme", self.schemes), ("size", self.sizes)):
            self.body.addWidget(self.heads[name])
            self.row(part)
            if name in self.notes:
                self.body.addWidget(self.notes[name])
            self.body.addSpacing(18)
        self.body.addWidget(self.heads["ornament"])
        self.row(self.ornament)
        self.body.addWidget(self.notes["ornament"])
        self.finish()
        self.languages.chosen.connect(self._speak)
        self.schemes.chosen.connect(self._choose)
        self.sizes.chosen.connect(self._resize)
        self.ornament.toggled.connect(lambda on: shell.preferences.change(ornament=on))
        shell.preferences.changed.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words."""
        self.title.setText(_("Language and appearance"))
        self.heads["language"].setText(_("Language of the program"))
        self.notes["language"].setText(_("Documents have their own languages, whatever the language of the program."))
        self.heads["scheme"].setText(_("Colours"))
        self.heads["size"].setText(_("Text size"))
        self.heads["ornament"].setText(_("Ornament"))
        self.ornament.setText(_("Show the ram’s horn on Home and on the first page"))
        self.notes["ornament"].setText(_("In print it is chosen for each document."))
        self.schemes.set_options([(str(key), pgettext(*words)) for key, words in SCHEMES.items()])
        self.sizes.set_options([(key, pgettext(*words)) for key, words in SIZES.items()])
        for name, part in (("language", self.languages), ("scheme", self.schemes), ("size", self.sizes)):
            part.setAccessibleName(self.heads[name].text())
        self._show(self._shell.preferences.now)

    def _show(self, settings: Settings) -> None:
        self.languages.set_current(language())
        self.schemes.set_current(settings.theme)
        self.sizes.set_current(settings.text_size)
        self.ornament.setChecked(settings.ornament)

    def _speak(self, code: str) -> None:
        commit_pending_edits()
        speak(code)
        self._shell.preferences.change(language=code)

    def _choose(self, scheme: str) -> None:
        theme().choose(Scheme(scheme))
        self._shell.preferences.change(theme=scheme)

    def _resize(self, size: str) -> None:
        theme().resize(TEXT_SIZES[size])
        self._shell.preferences.change(text_size=size)
