"""The command line: the second front door, for scripts, nightly tasks and machines without a display.

Exit codes: 0 done; 1 findings, or refused with a sentence on standard error; 2 not
understood; 130 stopped with Ctrl+C. See docs/cli.md.
"""

import contextlib
import errno
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from app.commands.answer import Answer, Asked, Misuse, steady, tell
from app.commands.arguments import PROGRAM, understand
from app.commands.tongue import asked_language, system_language
from app.errors import UserError
from app.i18n.catalogue import Catalogue, catalogue
from app.paths import data_folder
from app.settings import Settings, load
from app.words import N_

DONE, REFUSED, MISUSED, STOPPED = 0, 1, 2, 130
FULL = N_("The answer could not be written: the disk is full.")
UNWRITTEN = N_("The answer could not be written.")
SET_ASIDE = N_("The settings were damaged. They are now in “{file}”, and new ones are in force.")


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        steady(sys.stdout, "replace")
        steady(sys.stderr, "backslashreplace")
        damaged: list[str] = []
        settings = _settings(damaged.append)
        language = asked_language(arguments) or settings.language or system_language(os.environ) or "en"
        tr = catalogue(language)
        for name in damaged:
            _say(tr(SET_ASIDE, file=name))
        return _carried_out(tr, arguments, settings)
    except KeyboardInterrupt:
        return STOPPED


def _written(tr: Catalogue, code: int, speak: Callable[[], None] | None = None) -> int:
    """The exit code, once all that `speak` says has arrived; another if it could not."""
    try:
        if speak is not None:
            speak()
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        return _unwritten(tr, error, code)
    return code


def _unwritten(tr: Catalogue, error: OSError, code: int = DONE) -> int:
    _write_no_more()
    if isinstance(error, BrokenPipeError):  # whoever read the answer has had enough of it; what was found stays found
        return code
    return _refuse(tr(FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else UNWRITTEN), REFUSED)


def _write_no_more() -> None:
    """Nothing can be written to standard output any more: let Python not try again when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _carried_out(tr: Catalogue, arguments: list[str], settings: Settings) -> int:
    try:
        options = understand(tr, arguments)
    except SystemExit as end:
        code = int(end.code or 0)
        return _written(tr, code)
    except OSError as error:  # of the help
        return _unwritten(tr, error)
    if options.version:
        return _written(tr, DONE, lambda: tell(Answer(None, [f"Keruen {_version()}"]), as_json=False))
    if options.command in (None, "run"):
        return _window(tr, options)
    tr = catalogue(options.language or tr.language)
    from app.store.failures import told  # noqa: PLC0415 - as in _commands

    try:
        with told():
            answer = _commands()[options.command](Asked(tr, options, settings))
    except Misuse as misuse:
        return _refuse(f"{PROGRAM}: {misuse}", MISUSED)
    except UserError as error:
        return _refuse(tr.say(error.phrase), REFUSED)
    return _written(tr, answer.code, lambda: tell(answer, as_json=options.json))


def _commands() -> Mapping[str, Callable[[Asked], Answer]]:
    from app.commands import (  # noqa: PLC0415 - the help needs no database
        checking,
        doctor,
        exports,
        imports,
        libraries,
        lint,
        planning,
        plans,
        programmes,
        ruling,
        showing,
        slates,
        titles,
        tours,
    )

    return {
        "sample": libraries.sample,
        "info": libraries.info,
        "import": imports.import_,
        "backup": libraries.backup,
        "restore": libraries.restore,
        "search": titles.search,
        "titles": titles.titles,
        "show": showing.show,
        "programmes": programmes.programmes,
        "check": checking.check,
        "slate": slates.slate_of,
        "rules": ruling.rules,
        "tour": tours.tour,
        "plans": plans.plans,
        "release": plans.release,
        "changes": plans.changed,
        "plan": planning.plan,
        "where": planning.where,
        "why-not": planning.why_not_here,
        "lint": lint.lint,
        "export": exports.export,
        "doctor": doctor.doctor,
    }


def _refuse(sentence: str, code: int) -> int:
    _say(sentence)
    return code


def _say(sentence: str) -> None:
    """Say something beside the answer; where even that cannot be written there is nobody to tell."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(sentence, file=sys.stderr, flush=True)


def _window(tr: Catalogue, options: Namespace) -> int:
    """Open the window; on a machine that cannot, say so."""
    try:
        from app import main as window  # noqa: PLC0415 - Qt is for whoever wants to see something
    except ImportError as error:
        return _refuse(tr("The window cannot be opened here: {reason}", reason=str(error)), REFUSED)
    library = options.file or options.library
    arguments = ["--self-check"] if options.self_check else []
    arguments += ["--language", options.language] if options.language else []
    return window.main([*arguments, "--", library] if library else arguments)


def _version() -> str:
    try:
        return version(PROGRAM)
    except PackageNotFoundError:  # a checkout
        return "0+checkout"


def _settings(damaged: Callable[[str], None]) -> Settings:
    """The settings of this machine; without its folder those of a new one."""
    try:
        return load(data_folder() / "settings.json", damaged)
    except OSError:
        return Settings()
