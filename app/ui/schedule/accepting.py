"""Asking why a conflict is accepted as it is; the same on the schedule and on a tour."""

from PySide6.QtWidgets import QWidget

from app.domain.screenings import Finding
from app.i18n import phrases
from app.i18n.active import tr
from app.ui import dialogs
from app.ui.dialogs import CANCEL, Question
from app.words import N_, phrase


def ask_reason(parent: QWidget, finding: Finding) -> str | None:
    """The reason somebody types, None where it is not accepted after all."""
    question = Question(
        phrase(N_("Accept this conflict as it is?")),
        phrase(
            N_("{conflict}. It stays on the schedule and no longer counts as a conflict."),
            conflict=phrases.finding_title(tr(), finding),
        ),
        phrase(N_("Accept")), CANCEL, "triangle-alert",
    )  # fmt: skip
    return dialogs.ask_text(parent, question, phrase(N_("Reason, so that others understand it later")))
