"""The front door of the window: understands what was asked, and sees whether a window can be opened at all."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from app.commands.arguments import speak as explain
from app.commands.parsing import Parser
from app.commands.tongue import asked_language, system_language
from app.domain.kinds import LANGUAGES
from app.i18n.catalogue import Catalogue, catalogue
from app.paths import data_folder
from app.settings import load
from app.ui import display

SETTINGS = "settings.json"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; the exit code. 1 with a sentence on standard error where that cannot be."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        folder = data_folder()
        chosen = load(folder / SETTINGS).language
    except OSError as error:
        return _refuse(catalogue("en")("Keruen cannot write into its own folder: {reason}", reason=str(error)))
    tongue = asked_language(arguments) or chosen or system_language(os.environ) or "en"
    tr = catalogue(tongue)
    options = _understood(tr, arguments)
    if options is None:
        return 0
    reason = display.missing(os.environ, sys.platform)
    if reason is not None and not options.self_check:
        return _refuse(tr.say(reason))
    # What follows makes a great many objects that all stay: looking through them for garbage takes a sixth of a start.
    # The collector is switched on again after the first paint.
    gc.disable()
    if options.self_check:
        from app.self_check import self_check  # noqa: PLC0415 - not at every start

        return self_check(tr, reason)
    from app.ui.program import run  # noqa: PLC0415 - a machine without a display is told so without it

    refusal = run(folder / SETTINGS, tongue, Path(options.file).absolute() if options.file else None)
    return 0 if refusal is None else _refuse(tr.say(refusal))


def _understood(tr: Catalogue, arguments: list[str]) -> argparse.Namespace | None:
    """What was asked for; None when it has been answered. Ends the program with 2 for what is not understood."""
    explain(tr)
    parser = Parser(prog="keruen run", description=tr("Open the window."))
    parser.add_argument("file", metavar="FILE", nargs="?", help=tr("The library to open."))
    says = tr("The language of the window, this time.")
    parser.add_argument("--language", choices=LANGUAGES, metavar="|".join(LANGUAGES), help=says)
    says = tr("Report whether the window can be opened here.")
    parser.add_argument("--self-check", action="store_true", help=says)
    parser.add_argument("--version", action="store_true", help=tr("Show the version of the program."))
    parser.add_argument("-h", "--help", action="store_true", help=tr("Show this help."))
    options = parser.parse_args(arguments)
    if options.help:
        parser.print_help()
        return None
    if options.version:
        from app.ui.settings.about import version  # noqa: PLC0415 - hardly ever asked

        sys.stdout.write(f"Keruen {version()}\n")
        return None
    return options


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1
