"""Writing the chosen document or table into a file, in a job with progress and a way to stop it."""

from datetime import date
from pathlib import Path

from app.export.options import Rendered
from app.files import write_whole
from app.i18n.active import _, ngettext
from app.store.store import Store
from app.ui.documents import printing
from app.ui.documents.title_proofs import TITLE_PRODUCTS, Wanted, file_of
from app.ui.jobs import Job, Outcome
from app.ui.page import Shell
from app.words import N_, phrase


def save_pages(shell: Shell, path: Path, rendered: Rendered) -> None:
    """Write the document that is shown."""

    def work(_job: Job[tuple[int, bool]]) -> tuple[int, bool]:
        write_whole(path, rendered.pdf)
        return rendered.pages, True

    shell.run(Job(work, phrase(N_("Saving the PDF"))), lambda outcome: _tell(shell, path, outcome))


def save_titles(shell: Shell, store: Store, path: Path, wanted: Wanted, today: date) -> None:
    """Make the whole of what is shown only in part, or as a table, and write it."""

    def work(job: Job[tuple[int, bool]]) -> tuple[int, bool]:
        data, number = file_of(store, wanted, today, lambda read: job.report(read, 0))
        job.report(1, 0)
        write_whole(path, data)
        return number, not TITLE_PRODUCTS[wanted.product].table

    shell.run(Job(work, phrase(N_("Saving the titles"))), lambda outcome: _tell(shell, path, outcome))


def _tell(shell: Shell, path: Path, outcome: Outcome[tuple[int, bool]]) -> None:
    if outcome.value is None:
        return
    number, paged = outcome.value
    said = (
        ngettext("Saved, {n} page", "Saved, {n} pages", number)
        if paged
        else ngettext("Saved, {n} title", "Saved, {n} titles", number)
    )
    shell.offer(said, _("Open"), lambda: printing.open_file(path))
