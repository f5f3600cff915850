"""The mark that makes a word known to the translators without translating it yet."""

from typing import NamedTuple


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark `message` for extraction; it is translated where it is shown."""
    return message


class Phrase(NamedTuple):
    """A message id with its fields: a sentence that knows no language yet.

    `fields` are plain values (str, int, date, datetime); whoever shows the
    phrase formats them for the reader. `plural` and `n` are set together.
    """

    message: str
    fields: tuple[tuple[str, object], ...] = ()
    plural: str | None = None
    n: int | None = None


def phrase(message: str, /, **fields: object) -> Phrase:
    """A `Phrase` of one message id with named fields."""
    return Phrase(message, tuple(fields.items()))


def counted(singular: str, plural: str, n: int, /, **fields: object) -> Phrase:
    """A `Phrase` whose wording depends on the number `n` (also offered as field `n`)."""
    return Phrase(singular, (("n", n), *fields.items()), plural, n)
