"""Whether the window can work on this machine: packages, fonts, words, folder, and the window itself, built once."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from app.commands.answer import Answer, table, tell
from app.commands.doctor import Report, ill, machine, well
from app.domain.kinds import LANGUAGES
from app.errors import UserError
from app.i18n import formats, labels
from app.i18n.catalogue import Catalogue, catalogue
from app.store.store import Store, utc_now
from app.ui import shelf
from app.ui.fonts import SYSTEM_HAN, families, load_bundled
from app.ui.house import House
from app.ui.language import speak
from app.ui.preferences import Preferences
from app.ui.program import application
from app.ui.theme import theme
from app.words import N_, Phrase

KAZAKH = "әғқңөұүһі"
HAN = "驼队"


def self_check(tr: Catalogue, obstacle: Phrase | None = None) -> int:
    """Say what was found, a line each; 0 when all is well, else 1.

    `obstacle` is why no window can be shown here, if that is known already; it is built without a display then.
    """
    if obstacle is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    shown = [Report("display", obstacle, sound=False)] if obstacle else []
    reports = [*machine(), *_words(), *_fonts(), *_window(tr.language), *shown]
    lines = table(("✓" if one.sound else "✗", tr.say(one.says)) for one in reports)
    wrong = sum(not one.sound for one in reports)
    last = tr.plural("{n} finding.", "{n} findings.", wrong) if wrong else tr("Everything is in order.")
    tell(Answer(None, [*lines, last]), as_json=False)
    return 1 if wrong else 0


def _words() -> Iterator[Report]:
    english = labels.page(catalogue("en"), "works")
    silent = [code for code in LANGUAGES if code != "en" and labels.page(catalogue(code), "works") == english]
    if silent:
        names = ", ".join(formats.language_name("en", code) for code in silent)
        yield ill("words", N_("Words are missing: {languages}"), languages=names)
    else:
        yield well("words", N_("The words of four languages are there"))


def _fonts() -> Iterator[Report]:
    load_bundled()
    wanted = families()
    known = set(QFontDatabase.families())
    latin = QRawFont.fromFont(QFont(wanted[0]))
    if wanted[0] not in known or not all(latin.supportsCharacter(ord(letter)) for letter in KAZAKH):
        yield ill("fonts", N_("The font “{font}” is missing, or lacks Kazakh letters."), font=wanted[0])
        return
    han = next((family for family in (*wanted, *SYSTEM_HAN) if family in known and _has(family, HAN)), "")
    if han:
        yield well("fonts", N_("Fonts: {latin}, {han}"), latin=wanted[0], han=han)
    else:
        yield ill("fonts", N_("There is no font with Chinese characters."))


def _has(family: str, letters: str) -> bool:
    font = QRawFont.fromFont(QFont(family))
    return all(font.supportsCharacter(ord(letter)) for letter in letters)


def _window(tongue: str) -> Iterator[Report]:
    """Build the window over a small library of its own and paint it once."""
    with tempfile.TemporaryDirectory(prefix="keruen-") as folder:
        try:
            store = Store.create(Path(folder) / f"check{shelf.SUFFIX}")
        except UserError as error:
            yield Report("window", error.phrase, sound=False)
            return
        began = utc_now()
        theme().apply()
        speak(tongue)
        house = House(store, Preferences(Path(folder) / "settings.json"))
        house.window.show_page("home")
        house.window.ensurePolished()
        painted = not house.window.grab().isNull()
        took = (utc_now() - began).total_seconds()
        house.window.close()
        house.workspace.store.close()
    platform = QApplication.platformName()
    if painted:
        yield well("window", N_("The window was built and painted in {seconds} s ({platform})"),
                   seconds=formats.number("en", round(took, 1)), platform=platform)  # fmt: skip
    else:
        yield ill("window", N_("The window could not be painted ({platform})."), platform=platform)
