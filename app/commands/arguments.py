"""What may be asked on the command line: every command with its options, explained in the reader's language."""

import argparse
from argparse import SUPPRESS
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from app.commands.arguments_of_planning import commands as planning
from app.commands.parsing import COMMA, UNKNOWN, Parser, day_value, file_name, some_of, whole_number, whole_numbers
from app.domain.kinds import LANGUAGES
from app.domain.screenings import Clash
from app.domain.sorting import BY_TITLE, FIELDS, TITLE, Level
from app.i18n.catalogue import Catalogue
from app.i18n.formats import commas

PROGRAM = "keruen"
COLUMNS = ("original", "kind", "country", "year", "runtime", "age", "versions", "rights", "source")
"""The columns of a list of titles (app.export.title_options.Column)."""


def understand(tr: Catalogue, arguments: Sequence[str]) -> argparse.Namespace:
    """The command asked for. Ends with 2 for what cannot be understood and with 0 after the help."""
    speak(tr)
    return parser(tr).parse_args(arguments)


def parser(tr: Catalogue) -> Parser:
    """The parser of all commands, explaining itself through `tr`."""
    top = Parser(prog=PROGRAM, description=tr("Catalogue, programmes and schedules without a window."))
    _ask_everywhere(top, tr, default=None)
    _ask_language(top, tr, default=None)
    top.add_argument("--version", action="store_true", help=tr("Show the version of the program."))
    top.add_argument("--self-check", action="store_true", help=SUPPRESS)
    top.set_defaults(command=None, file=None)
    commands = top.add_subparsers(title=tr("Commands"), metavar="COMMAND", parser_class=Parser)
    for name, (says, ask) in _commands(tr).items():
        own = commands.add_parser(name, help=says, description=says)
        own.set_defaults(command=name)
        ask(own, tr)
        own.usage = _usage(own)
        _ask_everywhere(own, tr, default=SUPPRESS)
        if name != "export":  # there it names the languages of the document
            _ask_language(own, tr, default=SUPPRESS)
    return top


def _usage(own: Parser) -> str:
    """How the command is written: what it needs, in the order one would say it."""
    needed = [action for action in own._actions if action.required or not action.option_strings]  # noqa: SLF001 - argparse tells no other way
    words = [_named(action) for action in sorted(needed, key=lambda action: bool(action.option_strings))]
    return " ".join(("%(prog)s", *words, "[…]"))


def _named(action: argparse.Action) -> str:
    name = str(action.metavar)
    match action.nargs:
        case "?":
            name = f"[{name}]"
        case "+":
            name = f"{name}…"
    return " ".join((*action.option_strings[:1], name))


def _ask_everywhere(own: Parser, tr: Catalogue, default: Any) -> None:
    group = own.add_argument_group(tr("Options of every command"))
    says = tr("The library: a file, or the address of an office database.")
    group.add_argument("--library", metavar="FILE", type=file_name(tr), default=default, help=says)
    as_json = SUPPRESS if default is SUPPRESS else False
    says = tr("Answer with JSON, in UTF-8.")
    group.add_argument("--json", action="store_true", default=as_json, help=says)
    group.add_argument("-h", "--help", action="help", help=tr("Show this help."))


def _ask_language(own: Parser, tr: Catalogue, default: Any) -> None:
    says = tr("The language of the answer.")
    own.add_argument(
        "--language", type=str.lower, choices=LANGUAGES, metavar="|".join(LANGUAGES), default=default, help=says
    )


Ask = Callable[[Parser, Catalogue], None]


def _commands(tr: Catalogue) -> dict[str, tuple[str, Ask]]:
    return {
        "sample": (tr("Create a library with the sample titles and an invented film week."), _ask_sample),
        "info": (tr("Show what is in the library."), _ask_nothing),
        "search": (tr("Find titles, people and venues, in any script."), _ask_search),
        "titles": (tr("List the titles in the order of the language."), _ask_titles),
        "show": (tr("Show everything about one title."), _ask_show),
        "programmes": (tr("List the programmes."), _ask_nothing),
        "check": (tr("Check the schedule of a programme for conflicts."), _ask_check),
        **planning(tr),
        "lint": (tr("Report what titles lack, or have wrong, before they are published."), _ask_lint),
        "export": (tr("Write a document of a programme, or titles as a list, cards or a table."), _ask_export),
        "import": (tr("Import titles or screenings from a spreadsheet or CSV file."), _ask_import),
        "backup": (tr("Write a checked copy of the library."), _ask_output),
        "restore": (tr("Replace the library with a backup; the old file is set aside."), _ask_restore),
        "doctor": (tr("Examine the program, the disk, the library and its backups."), _ask_nothing),
        "run": (tr("Open the window."), _ask_run),
    }


def _ask_nothing(own: Parser, tr: Catalogue) -> None:
    del own, tr


def _ask_sample(own: Parser, tr: Catalogue) -> None:
    own.add_argument("file", metavar="FILE", type=file_name(tr), help=tr("The new library file."))
    says = tr("The first day of the film week; otherwise a Friday in two weeks or so.")
    own.add_argument("--first-day", metavar="YYYY-MM-DD", type=partial(day_value, tr), help=says)


def _ask_search(own: Parser, tr: Catalogue) -> None:
    own.add_argument("text", metavar="TEXT", nargs="+", help=tr("What to look for; after -- it may begin with a dash."))
    own.add_argument(
        "--limit", metavar="N", type=whole_number(tr, 1), default=20, help=tr("The most results to return.")
    )


def _ask_titles(own: Parser, tr: Catalogue) -> None:
    own.add_argument("--query", metavar="TEXT", help=tr("Only what this finds, as typed in the catalogue: dub:kk"))
    says = tr("What to sort by, most important first; a minus reverses it: year,-runtime,title")
    own.add_argument("--sort", metavar="KEY[,KEY…]", type=partial(_order, tr), default=BY_TITLE, help=says)
    own.add_argument("--limit", metavar="N", type=whole_number(tr, 1), help=tr("The most results to return."))
    says = tr("How many to skip at the beginning.")
    own.add_argument("--offset", metavar="N", type=whole_number(tr, 0), default=0, help=says)


def _order(tr: Catalogue, text: str) -> tuple[Level, ...]:
    """The levels of an order; a minus before a key turns it round."""
    levels = tuple((key.strip().lstrip("-").lower(), key.strip().startswith("-")) for key in text.split(","))
    for key, _down in levels:
        if key not in (TITLE, *FIELDS):
            message = tr("There is no order by “{key}”; there are {keys}.", key=key, keys=", ".join((TITLE, *FIELDS)))
            raise argparse.ArgumentTypeError(message)
    return levels


def _ask_show(own: Parser, tr: Catalogue) -> None:
    own.add_argument("number", metavar="NUMBER", type=whole_number(tr, 1), help=tr("The number of the title."))


def _ask_check(own: Parser, tr: Catalogue) -> None:
    own.add_argument("programme", metavar="PROGRAMME", help=_programme_says(tr))
    says = tr("Only what these rules find: R5,R7")
    own.add_argument("--rule", dest="rules", metavar="RULE[,RULE…]", type=partial(_rules, tr), default=(), help=says)
    says = tr("The lowest severity to report.")
    own.add_argument("--severity", type=str.lower, choices=("error", "warning", "wish"), default="wish", help=says)


def _rules(tr: Catalogue, text: str) -> tuple[str, ...]:
    """Rules of a schedule by their numbers, in small or capital letters."""
    known = sorted({clash.rule for clash in Clash}, key=lambda rule: (rule[0] != "R", int(rule[1:])))
    return some_of(tr, known, text)


def _ask_lint(own: Parser, tr: Catalogue) -> None:
    own.add_argument("--programme", metavar="PROGRAMME", help=_programme_says(tr))
    own.add_argument("--only", metavar="CODE[,CODE…]", help=tr("Which checks: no-kazakh-name,no-runtime …"))
    says = tr("The lowest severity to report.")
    own.add_argument("--least", type=str.lower, choices=("error", "warning", "wish"), default="wish", help=says)


def _ask_export(own: Parser, tr: Catalogue) -> None:
    says = tr("Which document: day-grid, list, index, tour-sheet, title-list, cards, titles-xlsx, titles-csv")
    own.add_argument("product", metavar="PRODUCT", type=str.lower, help=says)
    own.add_argument("--programme", metavar="PROGRAMME", help=_programme_says(tr))
    says = tr("The languages of the document, the largest first: kk,zh")
    own.add_argument(
        "--language", dest="languages", metavar="kk[,zh…]", type=partial(_languages, tr), default=("kk",), help=says
    )
    _ask_output(own, tr)
    choose = partial(own.add_argument, type=str.lower)
    choose("--as", dest="format", choices=("pdf",), default="pdf", help=tr("The format of the file."))
    choose("--paper", choices=("a4", "a3", "a5"), default="a4", help=tr("The size of the paper."))
    choose("--orientation", choices=("portrait", "landscape"), default="portrait", help=tr("Portrait or landscape."))
    says = tr("The size of running text on A4, in points.")
    own.add_argument("--text-size", metavar="8–14", type=whole_number(tr, 8, 14), default=10, help=says)
    says = tr("The day of the facts, printed at the foot; otherwise today.")
    own.add_argument("--as-of", metavar="YYYY-MM-DD", type=partial(day_value, tr), help=says)
    own.add_argument(
        "--black-and-white", action="store_true", help=tr("Without colour: strands are told apart by signs.")
    )
    own.add_argument("--no-versions", action="store_true", help=tr("Without language versions."))
    own.add_argument("--no-extras", action="store_true", help=tr("Without introductions, Q&As and breaks."))
    own.add_argument("--no-tentative", action="store_true", help=tr("Without tentative screenings."))
    own.add_argument("--cancelled", action="store_true", help=tr("With cancelled screenings, marked as such."))
    says = tr("With blocked hall times: closed, rented out, rehearsals.")
    own.add_argument("--house", action="store_true", help=says)
    own.add_argument("--no-ornament", action="store_true", help=tr("Without the ornament."))
    _ask_of_titles(own, tr)


def _ask_of_titles(own: Parser, tr: Catalogue) -> None:
    """What may be said of lists, cards and tables of titles."""
    group = own.add_argument_group(tr("Lists, cards and tables of titles"))
    group.add_argument("--query", metavar="TEXT", help=tr("Only what this finds, as typed in the catalogue: dub:kk"))
    says = tr("Only the titles with these numbers.")
    group.add_argument("--ids", metavar="N[,N…]", type=partial(whole_numbers, tr), help=says)
    says = tr("What a list shows, in this order: original,kind,country,year,runtime,age,versions,rights,source")
    group.add_argument("--columns", metavar="NAME[,NAME…]", type=partial(some_of, tr, COLUMNS), help=says)
    choose = partial(group.add_argument, type=str.lower)
    says = tr("How titles are grouped.")
    choose("--group", choices=("none", "initial", "country", "kind", "strand"), default="none", help=says)
    says = tr("By title, or as the titles were named or found.")
    choose("--order", choices=("title", "shown"), default="title", help=says)
    says = tr("How many cards to a sheet.")
    group.add_argument("--per-sheet", type=int, choices=(1, 2, 4), default=1, metavar="1|2|4", help=says)
    says = tr("For internal use: with rights, fees, copies, notes and sources.")
    group.add_argument("--internal", action="store_true", help=says)
    says = tr("What separates the cells of a CSV file: , or ;")
    group.add_argument("--separator", choices=(",", ";"), default="", metavar=",|;", help=says)


def _ask_import(own: Parser, tr: Catalogue) -> None:
    own.add_argument("file", metavar="FILE", type=file_name(tr), help=tr("The spreadsheet or CSV file."))
    choose = partial(own.add_argument, type=str.lower)
    says = tr("What its rows are; otherwise worked out from the headings.")
    choose("--as", dest="what", choices=("titles", "screenings"), help=says)
    own.add_argument(
        "--map", metavar="FILE", type=file_name(tr), help=tr("How the file is read, as --save-map writes it.")
    )
    own.add_argument("--save-map", metavar="FILE", type=file_name(tr), help=tr("Write how the file is read, as JSON."))
    own.add_argument("--sheet", metavar="NAME", help=tr("The sheet of the workbook."))
    own.add_argument("--encoding", metavar="NAME", help=tr("The encoding of a CSV file: utf-8, gb18030, kz1048 …"))
    own.add_argument("--separator", metavar="SIGN", type=_separator, help=tr("What separates the cells: , ; | or tab"))
    says = tr("Read a file that ends in the middle of a row; that row is left out.")
    own.add_argument("--accept-truncated", action="store_true", help=says)
    says = tr("What to do with a title that is there already; without it doubtful ones are left out and reported.")
    choose("--on-duplicate", choices=("update", "skip", "add"), help=says)
    where = own.add_mutually_exclusive_group()
    where.add_argument("--programme", metavar="PROGRAMME", help=_programme_says(tr))
    where.add_argument("--new-programme", metavar="NAME", help=tr("The name of a new programme for the screenings."))
    says = tr("The time zone of a new programme: Asia/Almaty, Asia/Shanghai …")
    own.add_argument("--zone", metavar="ZONE", default="Asia/Almaty", help=says)
    own.add_argument("--errors", metavar="FILE", type=file_name(tr), help=tr("Write the rows with errors as CSV."))
    own.add_argument("--dry-run", action="store_true", help=tr("Show what would be done and change nothing."))


def _separator(text: str) -> str:
    return {"tab": "\t", "\\t": "\t"}.get(text.lower(), text)


def _ask_output(own: Parser, tr: Catalogue) -> None:
    says = tr("The file to write.")
    own.add_argument("-o", "--output", metavar="FILE", type=file_name(tr), required=True, help=says)


def _ask_restore(own: Parser, tr: Catalogue) -> None:
    own.add_argument("file", metavar="FILE", type=file_name(tr), help=tr("The backup."))


def _ask_run(own: Parser, tr: Catalogue) -> None:
    own.add_argument("file", metavar="FILE", type=file_name(tr), nargs="?", help=tr("The library to open."))
    says = tr("Report whether the window can be opened here.")
    own.add_argument("--self-check", action="store_true", default=SUPPRESS, help=says)


def _programme_says(tr: Catalogue) -> str:
    return tr("The number of a programme, its name in any language, or a beginning that only one has.")


def _languages(tr: Catalogue, text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.strip().lower() for code in text.split(",")))
    unknown = [code for code in codes if code not in LANGUAGES]
    if unknown:
        names = {
            "text": commas(tr.language, unknown) if all(unknown) else text,
            "languages": commas(tr.language, LANGUAGES),
        }
        says = tr.plural(
            "“{text}” is not a language of the program; these are: {languages}",
            "“{text}” are not languages of the program; these are: {languages}",
            len(unknown),
            **names,
        )
        raise argparse.ArgumentTypeError(says)
    return codes


def speak(tr: Catalogue) -> None:
    """Let argparse say its own words through `tr`; sentences of other versions of Python stay English."""
    words = dict(_own_words(tr))
    several = {"expected %s argument", "expected %s arguments"}

    def said_of(one: str, many: str, n: int) -> str:
        if many in several:
            return tr.plural("{n} value is expected", "{n} values are expected", n, n="%s")
        return one if n == 1 else many

    vars(argparse).update(_=lambda message: words.get(message, message), ngettext=said_of)


def _own_words(tr: Catalogue) -> Iterable[tuple[str, str]]:
    usage = tr("Usage:")
    yield "usage: ", usage if usage.endswith("：") else usage + " "
    yield "options", tr("Options")
    yield "positional arguments", tr("Arguments")
    yield "argument %(argument_name)s: %(message)s", "%(argument_name)s: %(message)s"
    yield "the following arguments are required: %s", tr("missing: {arguments}", arguments="%s")
    yield "unrecognized arguments: %s", tr("not understood: {arguments}", arguments="%s")
    yield "expected one argument", tr("a value is expected")
    yield "expected at most one argument", tr("one value is expected at most")
    yield "expected at least one argument", tr("a value is expected")
    yield "ignored explicit argument %r", tr("no value is expected: “{value}”", value="%s")
    yield COMMA, commas(tr.language, ("", ""))
    yield UNKNOWN, tr("“{value}” is not known; choose from: {choices}", value="%(value)s", choices="%(choices)s")
