"""Asking until it can be done: what is refused is said where it was asked, and nothing that was typed is lost."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeVar, cast

from PySide6.QtWidgets import QDialog, QWidget

from app.errors import UserError
from app.i18n.active import say
from app.ui import dialogs
from app.ui.dialogs import Question
from app.ui.workspace import Workspace
from app.words import Phrase

T = TypeVar("T")


class Form(Protocol):
    """A dialog that can say why what it asks for was refused."""

    def refuse(self, sentence: str) -> None:
        """Say it; the dialog stays as it is filled in."""


def fulfil(workspace: Workspace, dialog: Form, deed: Callable[[], T]) -> T | None:
    """Show a dialog and do what it asks for; refused, it says why and comes back. None when it was given up."""
    while dialogs.show(cast("QDialog", dialog)):
        result, refusal = attempt(workspace, deed)
        if refusal is None:
            return result
        dialog.refuse(say(refusal))
    return None


def ask_text(  # noqa: PLR0913, PLR0917 - a question, and what is done with its answer
    workspace: Workspace, parent: QWidget, question: Question, label: Phrase, deed: Callable[[str], T], text: str = "",
) -> T | None:  # fmt: skip
    """Ask for a line of text and do something with it; refused, the question comes back and says why."""
    while (answer := dialogs.ask_text(parent, question, label, text)) is not None:
        text = answer
        result, refusal = attempt(workspace, lambda: deed(text))  # noqa: B023 - done at once
        if refusal is None:
            return result
        question = replace(question, sentence=refusal, icon="octagon-alert")
    return None


def attempt(workspace: Workspace, deed: Callable[[], T]) -> tuple[T | None, Phrase | None]:
    """What came of a deed, and why it was refused."""
    told: list[Phrase] = []
    hear = lambda refusal: told.append(refusal)  # noqa: E731, PLW0108 - the same one is disconnected again
    workspace.refused.connect(hear)
    try:
        return deed(), told[-1] if told else None
    except UserError as error:
        return None, error.phrase
    finally:
        workspace.refused.disconnect(hear)
