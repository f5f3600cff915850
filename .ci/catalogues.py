"""The files of words: extracted from the sources, updated, written so that a change is a small difference."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("kk", "zh", "ru", "en")
PROJECT = "Keruen"

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "tr": None,
    "phrase": None,
    "UserError": None,
    "counted": (1, 2),
    "ngettext": (1, 2),
    "plural": (1, 2),
    "pgettext": ((1, "c"), 2),
    "context": ((1, "c"), 2),
}
"""The calls whose first arguments are sentences; `c` marks the place where a short word is used."""

METHODS = [("**.py", "python")]
COMMENT_TAGS = ("Translators:",)
_IDLE = ("POT-Creation-Date", "PO-Revision-Date", "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team")
_IDLE_LINES = tuple(f'"{name}:'.encode() for name in (*_IDLE, "Project-Id-Version", "Generated-By"))
"""Headers that change without a word having changed, or say nothing."""


def template(root: Path) -> Catalog:
    """Every message in the sources below `root`/app, with the files it is said in."""
    words = Catalog(project=PROJECT, header_comment=f"# The words of {PROJECT}.", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        root / "app",
        METHODS,
        keywords=KEYWORDS,
        comment_tags=COMMENT_TAGS,
        strip_comment_tags=True,
        directory_filter=lambda folder: not Path(folder).name.startswith((".", "_")) and Path(folder).name != "bundled",
    )
    for name, line, message, comments, context in found:
        words.add(message, None, [(f"app/{Path(name).as_posix()}", line)], auto_comments=comments, context=context)
    return words


def updated(old: Catalog | None, words: Catalog, language: str) -> Catalog:
    """The words of one language after the sources changed: new ones empty, gone ones gone.

    A reworded sentence begins anew: a guess from a similar one would be wrong too often.
    English says what the sources say.
    """
    catalogue = old or Catalog(locale=language, project=PROJECT, charset="utf-8", fuzzy=False)
    catalogue.header_comment = words.header_comment
    catalogue.fuzzy = False
    catalogue.update(words, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    if language == "en":
        for message in catalogue:
            if message.id:
                message.string = message.id
    return catalogue


def path_of(folder: Path, language: str) -> Path:
    """Where the words of a language lie below the folder `translations`."""
    return folder / language / "LC_MESSAGES" / "app.po"


def read(path: Path, language: str | None = None) -> Catalog | None:
    """The words in a file, or None if there is none."""
    if not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as text: in order, one line per sentence, files without line numbers, no dates."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, sort_output=True, include_lineno=False)
    lines = buffer.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_IDLE_LINES))


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def key(message: Message) -> tuple[str | None, str]:
    """What tells one message from another: where it is used, and its (singular) sentence."""
    return message.context, message.id if isinstance(message.id, str) else message.id[0]
