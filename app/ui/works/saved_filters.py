"""The saved filters above the facets: each narrows the catalogue to what fits it today."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n.active import _
from app.store.filters import KeptFilter
from app.ui.theme import theme
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.draw import fitting
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.menus import Menu, danger, give_icon
from app.ui.widgets.section import FoldSection


class SavedRow(QWidget):
    """A saved filter: its name narrows, the button at its end has what else can be done with it."""

    def __init__(self, kept: KeptFilter) -> None:
        super().__init__()
        self.kept, self.on = kept, False
        self.name = LinkButton()
        self.more = IconButton("ellipsis", size=24)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(self.name, 1)
        row.addWidget(self.more)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_filter(self, kept: KeptFilter, *, on: bool) -> None:
        """The filter of this row, and whether the list is narrowed to it now."""
        self.kept, self.on = kept, on
        self._fit()
        self.name.setAccessibleName(_("{name}, active", name=kept.name) if on else kept.name)
        self.name.setToolTip(f"{kept.name}\n{kept.query}")
        self.more.set_name(_("More about “{name}”", name=kept.name))

    def _fit(self) -> None:
        """The name, cut where the panel ends; a long one must not make the panel wider than its place."""
        words = ("✓ " if self.on else "") + self.kept.name
        self.name.setText(fitting(theme().font("body", weight=500), words, self.name.width()).replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class SavedFilters(FoldSection):
    """`applied` carries a `KeptFilter`, `kept` asks to save the present one.

    `renamed`, `overwritten` and `removed` carry the filter that is meant, `moved` the filter and its new place.
    """

    applied = Signal(object)
    kept = Signal()
    renamed = Signal(object)
    overwritten = Signal(object)
    removed = Signal(object)
    moved = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SavedRow] = []
        self._none = ElidedLabel("", "small", "text3")
        self._able = False
        self.keep = LinkButton(role="small")
        self.keep.clicked.connect(self.kept)
        self.body.addWidget(self._none)
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)

    def show_filters(self, filters: Sequence[KeptFilter], current: str, *, active: bool) -> None:
        """The saved filters in order. `current` is the query in force as it is stored, `active` whether it narrows."""
        while len(self._rows) > len(filters):
            row = self._rows.pop()
            self.body.removeWidget(row)
            row.deleteLater()
        for place, kept in enumerate(filters):
            if place == len(self._rows):
                self._add_row(kept)
            self._rows[place].show_filter(kept, on=active and kept.query == current)
        self._able = active
        known = any(kept.query == current for kept in filters)
        self.keep.setVisible(active and not known)
        self._none.setVisible(not filters and not self.keep.isVisibleTo(self))

    def retranslate(self) -> None:
        """Say the heading and the link again."""
        self.set_title(_("Saved filters"))
        self.keep.setText(_("Save this filter…"))
        self._none.setText(_("None yet"))
        for row in self._rows:
            row.show_filter(row.kept, on=row.on)

    def _add_row(self, kept: KeptFilter) -> None:
        row = SavedRow(kept)
        row.name.clicked.connect(lambda: self.applied.emit(row.kept))
        row.more.clicked.connect(lambda: self._menu(row, row.more.rect().bottomLeft(), row.more))
        row.customContextMenuRequested.connect(lambda point: self._menu(row, point, row))
        row.name.installEventFilter(self)
        self.body.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Del forgets, Alt with the arrows moves the filter the focus is on."""
        row = next((row for row in self._rows if row.name.hasFocus()), None)
        place = self._rows.index(row) if row is not None else -1
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if row is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self.renamed.emit(row.kept)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row.kept)
        elif event.key() == Qt.Key.Key_Menu:
            self._menu(row, row.rect().bottomLeft(), row)
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(row.kept, place + (1 if event.key() == Qt.Key.Key_Down else -1))
        else:
            super().keyPressEvent(event)

    def _menu(self, row: SavedRow, point: QPoint, origin: QWidget) -> None:
        menu = Menu(self)
        place = self._rows.index(row)
        give_icon(menu.addAction(_("Rename…")), "pencil").triggered.connect(lambda: self.renamed.emit(row.kept))
        over = menu.addAction(_("Save the current filters here"))
        over.setEnabled(self._able)
        over.triggered.connect(lambda: self.overwritten.emit(row.kept))
        up, down = menu.addAction(_("Move up")), menu.addAction(_("Move down"))
        up.setEnabled(place > 0)
        down.setEnabled(place < len(self._rows) - 1)
        up.triggered.connect(lambda: self.moved.emit(row.kept, place - 1))
        down.triggered.connect(lambda: self.moved.emit(row.kept, place + 1))
        menu.addSeparator()
        gone = danger(give_icon(menu.addAction(_("Delete this filter")), "trash-2"))
        gone.triggered.connect(lambda: self.removed.emit(row.kept))
        menu.popup(origin.mapToGlobal(point))
