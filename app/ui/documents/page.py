"""The print page: choose a document and how it shall look, see its pages, save or print them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.board import Board
from app.domain.listing import Programme
from app.domain.screenings import Severity
from app.export import products, render
from app.export.before_print import before_you_print
from app.export.options import Options, Rendered
from app.files import write_whole
from app.i18n.active import _, language, ngettext
from app.i18n.catalogue import catalogue
from app.store.listings import printed
from app.store.programme_rows import programme_rows
from app.store.schedule import schedule
from app.ui import dialogs
from app.ui.documents import printing
from app.ui.documents.options_panel import OptionsPanel
from app.ui.documents.preview import PageStrip, PageView, Sheets
from app.ui.documents.product_list import ProductList
from app.ui.jobs import Job, Outcome
from app.ui.page import Command, Page, Shell
from app.ui.programme_switch import ProgrammeSwitch
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lines import Line, Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented
from app.ui.workspace import Workspace
from app.words import N_, Phrase, counted, phrase

PAUSE = 180
"""Milliseconds without a new choice before the pages are set again."""

PDF = dialogs.Files(phrase(N_("PDF document")), ("*.pdf",))


class Proof(NamedTuple):
    """A set document with what there is to know before it is printed."""

    rendered: Rendered
    remarks: tuple[tuple[Phrase, bool], ...]
    title: str


class DocumentsPage(Page):
    """Documents of one programme, with a live preview."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self._programme: int | None = None
        self._product = "day-grid"
        self._sheets: Sheets | None = None
        self._proof: Proof | None = None
        self._at = 0
        self._asked = 0
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
        self._list.set_current(self._product)
        self._options = OptionsPanel(Options(languages=languages))
        self._view, self._strip = PageView(), PageStrip()
        self._back, self._on = IconButton("chevron-left"), IconButton("chevron-right")
        self._out, self._in = IconButton("zoom-out"), IconButton("zoom-in")
        self._count, self._percent = SafeLabel("", "body", "text2"), SafeLabel("", "figure", "text2")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit = Segmented()
        self._empty = EmptyState()
        self._empty.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self._bar = bar = _row([self._title, self._switch, None, self._print, self._save])
        steps: list[QWidget | None] = [self._back, self._count, self._on, None]
        self._tools = zoom = _row([*steps, self._out, self._percent, self._in, self._fit])
        self._products_panel = products_panel = Panel("panel")
        _stack(products_panel, [self._list])
        desk = QWidget()
        _stack(desk, [zoom, Line(), self._view])
        self._strip_line = Line(upright=True)
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for side in (products_panel, Line(upright=True), self._options, Line(upright=True)):
            body.addWidget(side)
        body.addWidget(desk, 1)
        body.addWidget(self._strip_line)
        body.addWidget(self._strip)
        _stack(self, [bar, Line(), self._body, self._empty])
        theme().themed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Give every part its size, again when the text grows or shrinks."""
        px = theme().px
        self._bar.setFixedHeight(px(48))
        self._tools.setFixedHeight(px(40))
        for part, wide in ((self._products_panel, 232), (self._options, 292), (self._strip, 84)):
            part.setFixedWidth(px(wide))
        self._percent.setMinimumWidth(px(40))
        self._give_way()

    def _connect(self) -> None:
        self._switch.chosen.connect(lambda id_: self.go(programme=id_))
        self._list.chosen.connect(self._choose)
        self._options.changed.connect(self._again.start)
        self._options.followed.connect(self._follow)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self._view.turned.connect(self._turn)
        self._view.zoomed.connect(lambda percent: self._percent.setText(_("{n} %", n=percent)))
        self._strip.chosen.connect(self._show)
        self._out.clicked.connect(lambda: self._zoom(1 / 1.2))
        self._in.clicked.connect(lambda: self._zoom(1.2))
        self._fit.chosen.connect(self._view.fit)
        self._empty.primary.connect(lambda: self.shell.show_page("schedule"))

    def reload(self) -> None:
        """List the programmes and set the pages again."""
        rows = self.workspace.read(programme_rows)
        if self._programme not in [row.id for row in rows]:
            self._programme = rows[0].id if rows else None
        self._switch.show_programmes(rows, self._programme)
        self._body.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        for button in (self._print, self._save):
            button.setEnabled(bool(rows))
        self._again.start()

    def go(self, programme: int | None = None, product: str | None = None, **_where: object) -> None:
        """Show a programme, or one of its documents."""
        if product is not None and product in products.PRODUCTS:
            self._product = product
            self._list.set_current(product)
        if programme is not None:
            self._programme = programme
        self._at = 0
        self.reload()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Printing, saving and zooming."""
        if self._proof is None:
            return {}
        return {
            Command.PRINT: self.print,
            Command.EXPORT: self.save,
            Command.ZOOM_IN: lambda: self._zoom(1.2),
            Command.ZOOM_OUT: lambda: self._zoom(1 / 1.2),
            Command.ZOOM_FIT: lambda: self._refit("page"),
        }

    def regions(self) -> list[QWidget]:
        """Documents, options, pages."""
        return [self._list, self._options, self._view]

    def status(self) -> str:
        """How many pages, and that they can be read anywhere."""
        if self._proof is None:
            return ""
        return ngettext(
            "{n} page. The fonts are stored in the PDF", "{n} pages. The fonts are stored in the PDF",
            self._proof.rendered.pages,
        )  # fmt: skip

    def retranslate(self) -> None:
        """Every word of the page; the document keeps its own languages."""
        self._title.setText(_("Print and export"))
        self._print.setText(_("Print…"))
        self._save.setText(_("Save PDF"))
        for button, words in (
            (self._back, _("Previous page")), (self._on, _("Next page")),
            (self._out, _("Smaller")), (self._in, _("Larger")),
        ):  # fmt: skip
            button.set_name(words)
        self._fit.set_options([("page", _("Whole page")), ("width", _("Width"))])
        self._fit.set_current(self._view.fitted)
        self._view.setAccessibleName(_("Preview"))
        self._strip.setAccessibleName(_("Pages"))
        self._empty.tell(
            _("Nothing to print yet"), _("A programme with screenings becomes a day grid, a list and an index."),
            _("Open schedule"),
        )  # fmt: skip
        if not self._stale:
            self._switch.show_programmes(self.workspace.read(programme_rows), self._programme)
        self._say_page()

    def resizeEvent(self, event: object) -> None:
        self._give_way()
        super().resizeEvent(event)  # type: ignore[arg-type]  # handed on as it came

    def _give_way(self) -> None:
        wide = self.width() >= theme().px(1240)  # the strip of pages gives way first
        self._strip.setVisible(wide)
        self._strip_line.setVisible(wide)

    def save(self) -> None:
        """Ask for a file and write the document into it."""
        proof = self._proof
        if proof is None:
            return
        path = dialogs.save_file(self, phrase(N_("Save as PDF")), (PDF,), file_name(proof.title))
        if path is None:
            return

        def work(_job: Job[None]) -> None:
            write_whole(path, proof.rendered.pdf)

        def then(outcome: Outcome[None]) -> None:
            if outcome.done:
                pages = ngettext("Saved, {n} page", "Saved, {n} pages", proof.rendered.pages)
                self.shell.offer(pages, _("Open"), lambda: printing.open_file(path))

        self.shell.run(Job(work, phrase(N_("Saving the PDF"))), then)

    def print(self) -> None:
        """Ask for a printer and send the pages there."""
        if self._proof is not None:
            printing.print_pdf(self, self._proof.rendered.pdf, self._proof.title)

    def _choose(self, product: str) -> None:
        self._product = product
        self._at = 0
        self._again.start(0)

    def _set_pages(self) -> None:
        programme = self._programme
        if programme is None:
            return
        self._asked += 1
        asked, product, options = self._asked, self._product, self._options.options()
        today = date.today()  # noqa: DTZ011 - the day on the wall where one prints

        def work(_job: Job[Proof]) -> Proof:
            with self.workspace.store.read() as session:
                listing = printed(session, programme, today)
                read = schedule(session, programme, "en", today)
            findings = Board(read.slots, read.context).conflicts()
            open_ones = sum(f.severity is Severity.ERROR and f.key not in read.accepted for f in findings)
            return proof(product, listing, options, open_ones)

        def then(outcome: Outcome[Proof]) -> None:
            if outcome.value is not None and asked == self._asked:
                self._took(outcome.value)

        self.shell.jobs.start(Job(work, phrase(N_("Setting the pages"))), then)

    def _took(self, made: Proof) -> None:
        self._proof = made
        self._sheets = Sheets(made.rendered.pdf)
        self._options.show_remarks(made.remarks)
        self._show(min(self._at, len(self._sheets) - 1))
        self.shell.set_status(self.status())
        self.shell.commands_changed()

    def _show(self, page: int) -> None:
        self._at = max(0, page)
        self._view.show_page(self._sheets, self._at)
        self._strip.show_pages(self._sheets, self._at)
        self._say_page()

    def _turn(self, way: int) -> None:
        if self._sheets and 0 <= self._at + way < len(self._sheets):
            self._show(self._at + way)

    def _say_page(self) -> None:
        total = len(self._sheets) if self._sheets else 0
        self._count.setText(_("Page {n} of {total}", n=self._at + 1, total=total) if total else "")
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at + 1 < total)

    def _zoom(self, factor: float) -> None:
        self._fit.set_current("")
        self._view.zoom(factor)

    def _refit(self, how: str) -> None:
        self._fit.set_current(how)
        self._view.fit(how)

    def _follow(self, place: int) -> None:
        if self._proof and self._proof.remarks[place][1]:
            self.shell.show_page("schedule", programme=self._programme)


def proof(product: str, listing: Programme, options: Options, conflicts: int) -> Proof:
    """Set a document and gather what a reader of it would notice; `conflicts` are the errors still open."""
    document = products.document(product, listing, options, catalogue)
    rendered = render.pdf(document)
    remarks = [(remark, False) for remark in (*before_you_print(listing, options), *rendered.warnings)]
    if conflicts:
        words = counted("{n} conflict is not settled yet.", "{n} conflicts are not settled yet.", conflicts)
        remarks.insert(0, (words, True))
    return Proof(rendered, tuple(dict(remarks).items()), document.title)


def file_name(title: str) -> Path:
    """Where a document of this title is proposed to be saved: no colon or quote of a title may break the path."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    safe = "".join("-" if letter in '<>:"/\\|?*' or not letter.isprintable() else letter for letter in title)
    return folder / f"{safe.strip(' .')[:100]}.pdf"


def _row(parts: list[QWidget | None]) -> Panel:
    """Widgets side by side on the page's ground, None for the room between."""
    panel = Panel("surface")
    row = QHBoxLayout(panel)
    row.setContentsMargins(14, 0, 14, 0)
    row.setSpacing(8)
    for part in parts:
        row.addStretch(1) if part is None else row.addWidget(part)
    return panel


def _stack(owner: QWidget, parts: list[QWidget]) -> None:
    """Widgets one under the other, edge to edge."""
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
