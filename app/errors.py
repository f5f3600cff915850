"""What can go wrong in a way the user can do something about."""

from app.words import Phrase, phrase


class UserError(Exception):
    """A refusal told to the user as one sentence in her language.

    `message` is an `N_` message id with named fields. Anything that is not a
    `UserError` is a bug and goes to the crash report.
    """

    def __init__(self, message: str | Phrase, /, **fields: object) -> None:
        self.phrase = message if isinstance(message, Phrase) else phrase(message, **fields)
        super().__init__(self.phrase.message.format(**dict(self.phrase.fields)))
