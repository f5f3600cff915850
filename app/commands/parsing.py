"""The parser of the command line, speaking the reader's language, and the values it understands."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NoReturn

from app.commands.answer import wrapped
from app.i18n.catalogue import Catalogue
from app.i18n.formats import commas

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
COMMA = ", "
UNKNOWN = "invalid choice: %(value)s (choose from %(choices)s)"
_HAN_COLON = re.compile(r"(?<=[\u4e00-\u9fff]):$", re.MULTILINE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST = 1_000_000
"""The largest number that makes sense as a limit or a distance."""


class Lines(argparse.HelpFormatter):
    """Help whose lines fit the terminal, in Chinese too."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return list(wrapped(text, width))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))


class Parser(argparse.ArgumentParser):
    """A parser that refuses in the reader's language, with the usage and one sentence."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(formatter_class=Lines, add_help=False, allow_abbrev=False, **facts)

    def format_help(self) -> str:
        """The help; after Chinese words with Chinese colons."""
        return _HAN_COLON.sub("：", super().format_help())

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout and file is not None:  # argparse keeps to itself what goes wrong
            file.write(message)
        else:
            super()._print_message(message, file)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            say = vars(argparse)["_"]
            words = {"value": value, "choices": say(COMMA).join(map(str, action.choices))}
            raise argparse.ArgumentError(action, say(UNKNOWN) % words)

    def error(self, message: str) -> NoReturn:
        """Say what cannot be understood and end with 2."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {message}\n")


def file_name(tr: Catalogue) -> Callable[[str], str]:
    """A name of a file, not empty."""

    def file(text: str) -> str:
        if not text:  # a script whose variable is not set would write, or read, it knows not where
            raise argparse.ArgumentTypeError(tr("a file name is expected"))
        return text

    return file


def day_value(tr: Catalogue, text: str) -> date:
    """A day as 2026-10-16, of this age."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else date.min
    except ValueError:
        day = date.min
    if not FIRST_DAY <= day <= LAST_DAY:
        raise argparse.ArgumentTypeError(
            tr("“{text}” is not a day. Write it like this: {example}", text=text, example="2026-10-16")
        )
    return day


def whole_number(tr: Catalogue, least: int, most: int = MOST) -> Callable[[str], int]:
    """A whole number from `least` to `most`."""

    def number(text: str) -> int:
        value = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(MOST)) else -1
        if not least <= value <= most:
            says = tr("“{text}” is not a whole number from {least} to {most}.", text=text, least=least, most=str(most))
            raise argparse.ArgumentTypeError(says)
        return value

    return number


def whole_numbers(tr: Catalogue, text: str) -> tuple[int, ...]:
    """Several whole numbers with commas between."""
    return tuple(whole_number(tr, 1)(part.strip()) for part in text.split(","))


def some_of(tr: Catalogue, known: Sequence[str], text: str) -> tuple[str, ...]:
    """Some of the known names with commas between, each once, in small or capital letters."""
    names = {name.casefold(): name for name in known}
    asked = [part.strip() for part in text.split(",")]
    for name in asked:
        if name.casefold() not in names:
            choices = commas(tr.language, known)
            says = tr("“{value}” is not known; choose from: {choices}", value=name, choices=choices)
            raise argparse.ArgumentTypeError(says)
    return tuple(dict.fromkeys(names[name.casefold()] for name in asked))


def country_code(tr: Catalogue, text: str) -> str:
    """A country by its two letters, small or capital."""
    code = text.strip().upper()
    if len(code) != 2 or not (code.isascii() and code.isalpha()):  # noqa: PLR2004 - two letters
        raise argparse.ArgumentTypeError(tr("Choose a country by its two letters."))
    return code
