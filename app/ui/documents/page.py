"""The print page: choose a document and how it shall look, see its pages, save or print them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.board import Board
from app.domain.listing import Programme
from app.domain.screenings import Severity
from app.export import products, render
from app.export.before_print import before_you_print
from app.export.options import Options, Rendered
from app.i18n.active import _, language, ngettext
from app.i18n.catalogue import catalogue
from app.store.figures import has_titles
from app.store.listings import printed
from app.store.programme_rows import programme_rows
from app.store.schedule import schedule
from app.store.store import Store
from app.ui import dialogs
from app.ui.documents import printing
from app.ui.documents.desk import Desk, row, stack
from app.ui.documents.options_panel import OptionsPanel
from app.ui.documents.product_list import ProductList
from app.ui.documents.saving import save_pages, save_titles
from app.ui.documents.table_view import TablePreview, table_sentence
from app.ui.documents.title_options_panel import TitleOptionsPanel
from app.ui.documents.title_proofs import TITLE_PRODUCTS, Source, TitleProof, Wanted, proof_of
from app.ui.jobs import Job, Outcome
from app.ui.page import Command, Page, Shell
from app.ui.programme_switch import ProgrammeSwitch
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import N_, Phrase, counted, phrase

PAUSE = 180
"""Milliseconds without a new choice before the pages are set again."""

PDF = dialogs.Files(phrase(N_("PDF document")), ("*.pdf",))
_SAVE_AS = {
    "pdf": (phrase(N_("Save as PDF")), PDF),
    "xlsx": (phrase(N_("Save as a workbook")), dialogs.Files(phrase(N_("Workbook")), ("*.xlsx",))),
    "csv": (phrase(N_("Save as CSV")), dialogs.Files(phrase(N_("CSV file")), ("*.csv",))),
}


class Proof(NamedTuple):
    """A set document with what there is to know before it is printed."""

    rendered: Rendered
    remarks: tuple[tuple[Phrase, bool], ...]
    title: str


class DocumentsPage(Page):
    """Documents of one programme, and lists, cards and tables of titles, with a live preview."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self._programme: int | None = None
        self._product = "day-grid"
        self._proof: Proof | TitleProof | None = None
        self._asked = 0
        self._ids: dict[Source, tuple[int, ...]] = {}
        self._query = ""
        self._again = QTimer(self, singleShot=True, interval=PAUSE)
        self._again.timeout.connect(self._set_pages)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        # Kazakh first and largest, as anything posted in public in Kazakhstan has it.
        languages = ("kk", "ru") if language() == "ru" else ("kk", "zh", "en")
        self._title = SafeLabel("", "title")
        self._switch = ProgrammeSwitch()
        self._print = Button("", "printer")
        self._save = Button("", "file-down", Kind.PRIMARY)
        self._list = ProductList()
        self._options = OptionsPanel(Options(languages=languages))
        self._of_titles = TitleOptionsPanel((language(),))
        self._panels = QStackedWidget()
        self._desk, self._table = Desk(), TablePreview()
        self._count = self._desk.count
        self._views = QStackedWidget()
        self._empty = EmptyState()
        self._empty.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self._bar = bar = row([self._title, self._switch, None, self._print, self._save])
        for panel in (self._options, self._of_titles):
            self._panels.addWidget(panel)
        for view in (self._desk, self._table):
            self._views.addWidget(view)
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for side in (self._list, Line(upright=True), self._panels, Line(upright=True)):
            body.addWidget(side)
        body.addWidget(self._views, 1)
        stack(self, [bar, Line(), self._body, self._empty])
        theme().themed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Give every part its size, again when the text grows or shrinks."""
        px = theme().px
        self._bar.setFixedHeight(px(48))
        for part, wide in ((self._list, 232), (self._panels, 292), (self._options, 292)):
            part.setFixedWidth(px(wide))
        self._give_way()

    def _connect(self) -> None:
        self._switch.chosen.connect(lambda id_: self.go(programme=id_))
        self._list.chosen.connect(self._choose)
        self._options.changed.connect(self._again.start)
        self._of_titles.changed.connect(self._show_product)
        self._of_titles.changed.connect(self._again.start)
        self._options.followed.connect(self._follow)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)
        self._empty.primary.connect(lambda: self.shell.show_page("schedule"))

    def reload(self) -> None:
        """List the programmes and set the pages again."""
        rows = self.workspace.read(programme_rows)
        if self._programme not in [row.id for row in rows]:
            self._programme = rows[0].id if rows else None
        titles = bool(rows) or self.workspace.read(has_titles)
        if not rows and self._product in products.PRODUCTS and titles:
            self._product = "title-list"
        self._list.offer_programmes(there=bool(rows))
        self._of_titles.offer_sources(
            shown=len(self._ids.get(Source.SHOWN, ())), selected=len(self._ids.get(Source.SELECTED, ())),
            programmes=bool(rows),
        )  # fmt: skip
        self._switch.show_programmes(rows, self._programme)
        self._show_product()
        self._body.setVisible(titles)
        self._empty.setVisible(not titles)
        for button in (self._print, self._save):
            button.setEnabled(titles)
        self._again.start()

    def go(self, programme: int | None = None, product: str | None = None, **titles: Any) -> None:
        """Show a programme, one of its documents, or titles: works=[…] with source="shown" or "selected", query="…"."""
        if product is not None and product in {*products.PRODUCTS, *TITLE_PRODUCTS}:
            self._product = product
        if programme is not None:
            self._programme = programme
        if "works" in titles:
            source = Source(titles.get("source", Source.SELECTED))
            self._ids[source] = tuple(titles["works"])
            self._query = str(titles.get("query", self._query))
            self.reload()
            self._of_titles.set_source(source)
        elif titles.get("source") == Source.ALL:
            self._of_titles.set_source(Source.ALL)
        self._desk.at = 0
        self.reload()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Printing, saving and zooming."""
        if self._proof is None:
            return {}
        able: dict[Command, Callable[[], object]] = {Command.EXPORT: self.save}
        if self._proof.rendered is not None:
            able |= {
                Command.PRINT: self.print,
                Command.ZOOM_IN: lambda: self._desk.zoom(1.2),
                Command.ZOOM_OUT: lambda: self._desk.zoom(1 / 1.2),
                Command.ZOOM_FIT: lambda: self._desk.refit("page"),
            }
        return able

    def regions(self) -> list[QWidget]:
        """Documents, options, pages."""
        of_titles = self._product in TITLE_PRODUCTS
        return [
            self._list,
            self._of_titles if of_titles else self._options,
            self._desk.view if self._paged else self._table.table,
        ]

    def status(self) -> str:
        """How many pages, and that they can be read anywhere; of a table how many titles."""
        if self._proof is None:
            return ""
        if self._proof.rendered is None:
            return ngettext("{n} title", "{n} titles", getattr(self._proof, "number", 0))
        return ngettext(
            "{n} page. The fonts are embedded in the PDF", "{n} pages. The fonts are embedded in the PDF",
            self._proof.rendered.pages,
        )  # fmt: skip

    def retranslate(self) -> None:
        """Every word of the page; the document keeps its own languages."""
        self._title.setText(_("Print and export"))
        self._print.setText(_("Print…"))
        self._empty.tell(
            _("Nothing to print yet"), _("A programme with screenings becomes a day grid, a list and an index."),
            _("Open schedule"),
        )  # fmt: skip
        if not self._stale:
            self._switch.show_programmes(self.workspace.read(programme_rows), self._programme)
        self._show_product()

    def resizeEvent(self, event: object) -> None:
        self._give_way()
        super().resizeEvent(event)  # type: ignore[arg-type]  # handed on as it came

    def _give_way(self) -> None:
        self._desk.show_strip(shown=self.width() >= theme().px(1240))  # the strip of pages gives way first

    # What is chosen

    @property
    def _paged(self) -> bool:
        """Whether what is chosen has pages."""
        return self._product not in TITLE_PRODUCTS or not TITLE_PRODUCTS[self._product].table

    def _choose(self, product: str) -> None:
        self._product = product
        self._desk.at = 0
        self._show_product()
        self._again.start(0)

    def _show_product(self) -> None:
        """Show the options and the view that go with the product."""
        of_titles = self._product in TITLE_PRODUCTS
        self._list.set_current(self._product)
        self._panels.setCurrentWidget(self._of_titles if of_titles else self._options)
        if of_titles:
            self._of_titles.show_product(self._product)
        self._views.setCurrentWidget(self._desk if self._paged else self._table)
        self._print.setVisible(self._paged)
        needed = not of_titles or self._of_titles.source() is Source.SLATE
        self._switch.setVisible(needed and self._programme is not None)
        self._save.setText(_("Save PDF") if self._paged else _("Save table"))

    def _wanted(self) -> Wanted:
        source = self._of_titles.source()
        ids = self._ids.get(source, ())
        return Wanted(self._product, source, self._of_titles.options(), ids, self._query, self._programme)

    # Setting, saving, printing

    def _set_pages(self) -> None:
        of_titles = self._product in TITLE_PRODUCTS
        if not of_titles and self._programme is None:
            return
        self._asked += 1
        asked, today, store = self._asked, _today(), self.workspace.store
        made: Callable[[], Proof | TitleProof]
        if of_titles:
            made = partial(proof_of, store, self._wanted(), today)
        else:
            assert self._programme is not None
            made = partial(programme_proof, store, self._product, self._programme, self._options.options(), today)

        def then(outcome: Outcome[Proof | TitleProof]) -> None:
            if outcome.value is not None and asked == self._asked:
                self._took(outcome.value)

        self.shell.jobs.start(Job(lambda _job: made(), phrase(N_("Laying out the pages"))), then)

    def _took(self, made: Proof | TitleProof) -> None:
        self._proof = made
        panel = self._of_titles if isinstance(made, TitleProof) else self._options
        panel.show_remarks(made.remarks)
        if made.rendered is not None:
            self._desk.show_document(made.rendered.pdf)
        elif isinstance(made, TitleProof):
            self._table.show_rows(made.rows, table_sentence(made.number, len(made.rows[0])))
        if self.isVisible():  # else another page speaks there by now
            self.shell.set_status(self.status())
            self.shell.commands_changed()

    def save(self) -> None:
        """Ask for a file and write the document or the table into it, whole or not at all."""
        proof = self._proof
        if proof is None:
            return
        product = TITLE_PRODUCTS.get(self._product)
        ending = product.ending if product else "pdf"
        path = dialogs.save_file(self, _SAVE_AS[ending][0], (_SAVE_AS[ending][1],), file_name(_(proof.title), ending))
        if path is None:
            return
        if isinstance(proof, TitleProof) and (proof.rendered is None or not proof.whole):
            save_titles(self.shell, self.workspace.store, path, self._wanted(), _today())
        elif proof.rendered is not None:
            save_pages(self.shell, path, proof.rendered)

    def print(self) -> None:
        """Ask for a printer and send the pages there."""
        if self._proof is not None and self._proof.rendered is not None:
            printing.print_pdf(self, self._proof.rendered.pdf, self._proof.title)

    def _follow(self, place: int) -> None:
        if self._proof and self._proof.remarks[place][1]:
            self.shell.show_page("schedule", programme=self._programme)


def proof(product: str, listing: Programme, options: Options, conflicts: int) -> Proof:
    """Set a document and gather what a reader of it would notice; `conflicts` are the errors still open."""
    document = products.document(product, listing, options, catalogue)
    rendered = render.pdf(document)
    remarks = [(remark, False) for remark in (*before_you_print(listing, options), *rendered.warnings)]
    if conflicts:
        words = counted("{n} conflict is not resolved yet.", "{n} conflicts are not resolved yet.", conflicts)
        remarks.insert(0, (words, True))
    return Proof(rendered, tuple(dict(remarks).items()), document.title)


def programme_proof(store: Store, product: str, programme: int, options: Options, today: date) -> Proof:
    """The document of a programme, with what a reader of it would notice."""
    with store.read() as session:
        listing = printed(session, programme, today)
        read = schedule(session, programme, "en", today)
    findings = Board(read.slots, read.context).conflicts()
    open_ones = sum(f.severity is Severity.ERROR and f.key not in read.accepted for f in findings)
    return proof(product, listing, options, open_ones)


def file_name(title: str, ending: str = "pdf") -> Path:
    """Where a document of this title is proposed to be saved: no colon or quote of a title may break the path."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    safe = "".join("-" if letter in '<>:"/\\|?*' or not letter.isprintable() else letter for letter in title)
    return folder / f"{safe.strip(' .')[:100]}.{ending}"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the wall where one prints
