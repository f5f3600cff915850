"""The files of a title in the editor: posters, stills and documents as tiles, and the one that is chosen in detail."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import AttachmentKind
from app.i18n.active import _, tr
from app.i18n.labels_of_people import attachment_kind
from app.store.attachment_rows import FileLine, files_of
from app.store.work_records import WorkRecord
from app.ui import dialogs
from app.ui.incoming import PASTED, can_come, paths_in, picture_in
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.draw import rounded
from app.ui.widgets.fields import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.safe import SafeLabel
from app.ui.works.deeds import Deeds
from app.ui.works.file_deeds import KINDS, FileDeeds
from app.ui.works.file_wall import FileWall
from app.ui.works.form_parts import Choice, Labelled, ReadField
from app.words import N_, phrase


class FileDetails(Translated, QWidget):
    """Caption, credit and kind of one file, and what one can do with it."""

    def __init__(self, deeds: FileDeeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.file: FileLine | None = None
        self.caption, self.credit, self.kind = Field(), Field(), Choice[AttachmentKind]()
        self.main, self.open, self.save = Button(icon="star"), Button(icon="eye"), Button(icon="download")
        self.remove = IconButton("trash-2")
        self._caption, self._credit = Labelled(self.caption, 260), Labelled(self.credit, 190)
        self._kind = Labelled(self.kind, 116)
        fields = FlowLayout(gap=10, line_gap=9)
        for part in (self._caption, self._credit, self._kind):
            fields.addWidget(part)
        deeds_row = FlowLayout(gap=8, line_gap=6)
        for button in (self.main, self.open, self.save, self.remove):
            deeds_row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        column.addLayout(fields)
        column.addLayout(deeds_row)
        self.caption.committed.connect(lambda text: self._change(caption=text))
        self.credit.committed.connect(lambda text: self._change(credit=text))
        self.kind.picked.connect(lambda kind: self._change(kind=kind))
        self.main.clicked.connect(lambda: self._do(deeds.make_main))
        self.open.clicked.connect(lambda: self._do(deeds.open))
        self.save.clicked.connect(lambda: self._do(lambda file: deeds.save_copy(self, file)))
        self.remove.clicked.connect(lambda: self._do(deeds.remove))
        self.retranslate()

    def retranslate(self) -> None:
        """Say labels and buttons again."""
        self._caption.set_words(_("Caption"))
        self._credit.set_words(_("Photo credit"))
        self._kind.set_words(_("Kind"))
        self.main.setText(_("Make main poster"))
        self.open.setText(_("Open in another program"))
        self.save.setText(_("Save a copy…"))
        self.remove.set_name(_("Remove this file"), "Del")
        pictures = (AttachmentKind.POSTER, AttachmentKind.STILL)
        self.kind.set_choices([(kind, attachment_kind(tr(), kind)) for kind in pictures])

    def show_file(self, file: FileLine | None) -> None:
        """Show a file; nothing for None."""
        if self.file is not None and file is not None and self.file.id != file.id:
            self.caption.setModified(False)
            self.credit.setModified(False)
        self.file = file
        self.setVisible(file is not None)
        if file is None:
            return
        self.caption.show_value(file.caption)
        self.credit.show_value(file.credit)
        picture = file.kind is not AttachmentKind.DOCUMENT
        self._kind.setVisible(picture)
        self.main.setVisible(picture and not file.main)
        self.kind.show_value(file.kind)

    def _change(self, **facts: object) -> None:
        if self.file is not None:
            self._deeds.change(self.file, **facts)

    def _do(self, deed: object) -> None:
        if self.file is not None and callable(deed):
            deed(self.file)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 8, theme().color("panel"), theme().color("line2"))


class FilesForm(Translated, QWidget):
    """Takes files by dropping, pasting and choosing."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self.deeds = deeds.files
        self._read = deeds.read
        self.record: WorkRecord | None = None
        self._dragged = False
        self.none, self._hint = SafeLabel(tone="text3", wrap=True), SafeLabel(role="small", tone="text3", wrap=True)
        self.wall, self.details = FileWall(), FileDetails(deeds.files)
        self.add_button = Button(icon="plus", kind=Kind.GHOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.add_button)
        foot.addWidget(self._hint, 1)
        for part in (self.none, self.wall, self.details):
            column.addWidget(part)
        column.addLayout(foot)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.add_button.clicked.connect(self.choose_files)
        self.wall.chosen.connect(lambda: self.details.show_file(self.wall.current()))
        self.wall.opened.connect(deeds.files.open)
        self.wall.removed.connect(deeds.files.remove)
        self.wall.moved.connect(self._move)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words of the form itself."""
        self.none.setText(_("No posters, stills or documents yet."))
        self.add_button.setText(_("Add files…"))
        self._hint.setText(_("Or drop files here, or paste a picture with Ctrl+V. Alt and an arrow change the order."))
        self.wall.setAccessibleName(_("Files"))
        self.wall.shown_files.again()

    def show_record(self, record: WorkRecord) -> None:
        """Show the files of a title."""
        self.record = record
        files = self._read(files_of, record.id)
        self.none.setVisible(not files)
        self.wall.show_files(files)

    def fields(self) -> list[ReadField]:
        """Nothing here can hold what cannot be read."""
        return []

    def count(self) -> int:
        """How many files are shown."""
        return len(self.wall.shown_files.files)

    def choose_files(self) -> None:
        """Ask for files and attach them."""
        if self.record is not None:
            paths = dialogs.open_files(self, phrase(N_("Attach files")), KINDS)
            if paths:
                self.deeds.attach_paths(self.record, paths)

    def paste(self) -> bool:
        """Attach what was copied; False if that is neither files nor a picture."""
        mime = QGuiApplication.clipboard().mimeData()
        paths = paths_in(mime)
        if self.record is None or not can_come(mime):
            return False
        picture = None if paths else picture_in(mime)
        if paths:
            self.deeds.attach_paths(self.record, paths)
        elif picture is not None:
            self.deeds.attach_picture(self.record, PASTED, picture)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste():
            event.accept()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_come(event.mimeData()):
            event.acceptProposedAction()
            self._show_drop(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(over=False)
        mime = event.mimeData()
        paths = paths_in(mime)
        if self.record is None:
            return
        picture = None if paths else picture_in(mime)
        event.acceptProposedAction()
        if paths:
            self.deeds.attach_paths(self.record, paths)
        elif picture is not None:
            self.deeds.attach_picture(self.record, PASTED, picture)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._dragged:
            pen = QPen(theme().color("focus"), 2, Qt.PenStyle.DashLine)
            rounded(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, theme().color("accentTint"), pen)

    def _show_drop(self, *, over: bool) -> None:
        self._dragged = over
        self.update()

    def _move(self, file: FileLine, by: int) -> None:
        place = next(at for at, one in enumerate(self.wall.shown_files.files) if one.id == file.id) + by
        if 0 <= place < self.count():
            self.deeds.move(file, place)
