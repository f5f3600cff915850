"""Which language whoever starts the program is spoken to, before anything else is known."""

import sys
from collections.abc import Mapping, Sequence

from app.domain.kinds import LANGUAGES


def asked_language(arguments: Sequence[str]) -> str | None:
    """The language named among `arguments`, before they are understood: help and refusals need it."""
    for place, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        if argument in ("--", "export"):  # what follows is text, or the languages of a document
            return None
        if option == "--language":
            named = value or (arguments[place + 1] if place + 1 < len(arguments) else "")
            if named.lower() in LANGUAGES:
                return named.lower()
    return None


def system_language(environment: Mapping[str, str]) -> str | None:
    """The language of the system, if it is one of the house."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            code = environment[name].replace("-", "_").split("_")[0].split(".")[0]
            return code if code in LANGUAGES else None
    if sys.platform == "win32":
        import locale  # noqa: PLC0415 - only there

        name = (locale.getlocale()[0] or "").split("_")[0]
        return {"Kazakh": "kk", "Chinese": "zh", "Russian": "ru", "English": "en"}.get(name)
    return None
