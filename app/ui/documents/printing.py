"""Sending a finished PDF to a printer, and opening it in the reader of the desktop."""

from contextlib import closing
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.ui import dialogs
from app.ui.documents.preview import image_of

DOTS = 300
"""Dots an inch at which pages are drawn for the printer: sharp type at about a megabyte a page."""


def print_pdf(parent: QWidget, data: bytes, title: str) -> bool:
    """Ask which printer and which pages, and print; False if the user thought better of it."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        return _print(parent, document, title)


def _print(parent: QWidget, document: pypdfium2.PdfDocument, title: str) -> bool:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    wide, tall = document[0].get_size()
    upright = tall >= wide
    size = QPageSize.PageSizeId.A3 if max(wide, tall) > 1000 else QPageSize.PageSizeId.A4  # noqa: PLR2004 - points; A4 is 842 tall
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(document))
    if not dialogs.show(dialog):
        return False
    send(document, printer)
    return True


def send(document: pypdfium2.PdfDocument, printer: QPrinter) -> None:
    """Draw the chosen pages of `document` on `printer`."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(document)
    painter = QPainter(printer)
    for number in range(first - 1, min(last, len(document))):
        if number >= first:
            printer.newPage()
        image = image_of(document, number, DOTS / 72)
        painter.drawImage(QRectF(painter.viewport()), image, QRectF(image.rect()))
    painter.end()


def open_file(path: Path) -> None:
    """Show a file in the program the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
