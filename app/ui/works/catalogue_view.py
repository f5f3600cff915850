"""The list side of the catalogue: facets, toolbar, lines, inspector, and which of them give way in a narrow window."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.active import _
from app.store.past_changes import Deed
from app.ui.gallery import gallery
from app.ui.preferences import Preferences
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lines import Line, Panel, Splitter
from app.ui.works.column_heads import ColumnHeads
from app.ui.works.deeds import Deeds
from app.ui.works.facets_panel import FacetsPanel
from app.ui.works.inspector import Inspector
from app.ui.works.list_model import WorkModel
from app.ui.works.list_view import PosterWall, Titles, WorkView
from app.ui.works.new_title import NewTitle
from app.ui.works.toolbar import Toolbar

FACETS_FROM, INSPECTOR_FROM = 1240, 1120
"""Widths of the window below which the facets become a popup and the inspector a drawer."""

FACETS, NARROW_FACETS, INSPECTOR, NARROW_INSPECTOR = 220, 208, 372, 340
NARROW = 1400
WIDEST_LIST, WIDEST_INSPECTOR = 1200, 480
LAYOUT = "catalogue"


class CatalogueView(Translated, QWidget):
    """Lays the parts out; the page connects them."""

    def __init__(
        self, model: WorkModel, deeds: Deeds, remember: Callable[[int], list[Deed]], preferences: Preferences
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._narrow_facets = self._drawer = False
        self._posters: PosterWall | None = None
        self.facets, self.toolbar, self.list = FacetsPanel(), Toolbar(), WorkView(model)
        self.heads, self.inspector, self.new_title = ColumnHeads(self.list), Inspector(deeds, remember), NewTitle()
        self.empty, self.none_match = EmptyState(), EmptyState()
        self.new_title.hide()
        self.popup = QWidget(self, Qt.WindowType.Popup)
        self._popup_column = QVBoxLayout(self.popup)
        self._popup_column.setContentsMargins(1, 1, 1, 1)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.list)
        self._lines = lines
        self._places = QStackedWidget()
        for part in (lines, self.none_match, self.empty):
            self._places.addWidget(part)
        self._middle = Panel("surface")
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part in (self.toolbar, self.new_title, self._places):
            middle.addWidget(part)
        self._side = QWidget()
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.facets)
        side.addWidget(Line(upright=True))
        self.splitter = Splitter()
        self.splitter.addWidget(self._middle)
        self.splitter.addWidget(self.inspector)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        toolbar = self.toolbar
        toolbar.filters.connect(self._open_facets)
        toolbar.drawer.connect(self._toggle_drawer)
        toolbar.posters.connect(self.set_posters)
        toolbar.entered.connect(lambda: self.titles.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.new_title.dropped.connect(self.end_title)
        self.splitter.splitterMoved.connect(
            lambda _place, _handle: self._preferences.keep_layout(LAYOUT, self.splitter.saveState())
        )
        theme().themed.connect(self._themed)
        gallery().arrived.connect(self._repaint)

    def _repaint(self) -> None:
        self.titles.viewport().update()

    def _themed(self) -> None:
        self.arrange(self.window().width())

    def retranslate(self) -> None:
        """Say the empty states again."""
        sentence = _("A title can have names in many languages, and a version for each dub and subtitle set. "
                     "One name is enough to begin.")  # fmt: skip
        self.empty.tell(_("No titles yet"), sentence, _("Add title"), _("Import a spreadsheet…"))
        self.empty.set_icons("plus", "file-spreadsheet")
        self.empty.set_hint("Ctrl+N", "")
        self.none_match.tell(_("No titles match"), _("The filters leave nothing to show."), _("Clear all"))
        self.list.setAccessibleName(_("Titles"))

    # What is shown

    def show_state(self, *, any_at_all: bool, any_shown: bool) -> None:
        """The lines, or why there are none."""
        empty = self.none_match if any_at_all else self.empty
        self._places.setCurrentWidget((self._posters or self._lines) if any_shown else empty)
        self._take_focus_to_what_is_shown()
        bare = not any_at_all
        self.toolbar.set_bare(bare)
        self._side.setVisible(not bare and not self._narrow_facets)
        self.inspector.setVisible(not bare and not self._drawer)

    def _take_focus_to_what_is_shown(self) -> None:
        """Let the focus the page is given, or has, be on the lines, or on what stands in their place."""
        shown = self._places.currentWidget()
        held = self.titles.hasFocus() or self.list.hasFocus()
        empty = shown if shown in (self.empty, self.none_match) else None
        self.setFocusProxy(empty or self.titles)
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def titles(self) -> Titles:
        """The lines or the posters, whichever are shown."""
        return self._posters or self.list

    def set_posters(self, posters: bool) -> None:  # noqa: FBT001 - a signal
        """Show posters or lines; the selection is the same."""
        if posters and self._posters is None:
            wall = PosterWall(self.list)
            wall.opened.connect(self.list.opened)
            wall.asked.connect(self.list.asked)
            wall.setAccessibleName(_("Titles"))
            self._posters = wall
            self._places.addWidget(wall)
            self._places.setCurrentWidget(wall)
        elif not posters and self._posters is not None:
            self._places.removeWidget(self._posters)
            self._posters.deleteLater()
            self._posters = None
            self._places.setCurrentWidget(self._lines)
        self._take_focus_to_what_is_shown()
        self.titles.scrollTo(self.list.currentIndex())

    def begin_title(self) -> None:
        """Show the line that enters a title."""
        self.new_title.begin()

    def end_title(self) -> None:
        """Take that line away."""
        self.new_title.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """Parts that F6 goes through."""
        return [self.toolbar, self.facets, self.titles, self.inspector]

    # Narrow and wide

    def arrange(self, width: int) -> None:
        """Let parts give way as the window of this width wants it."""
        px = theme().px
        narrow = width < px(NARROW)
        self.facets.setFixedWidth(px(NARROW_FACETS if narrow else FACETS))
        self.inspector.setMinimumWidth(px(NARROW_INSPECTOR))
        self.inspector.setMaximumWidth(px(WIDEST_INSPECTOR))
        self._set_facets_popup(width < px(FACETS_FROM))
        self._set_drawer(width < px(INSPECTOR_FROM))
        if not self._drawer:
            saved = self._preferences.layout(LAYOUT)
            if saved is None or not self.splitter.restoreState(saved):
                wide = px(NARROW_INSPECTOR if narrow else INSPECTOR)
                rest = max(self.splitter.width() - wide, px(520))
                wide = max(wide, min(self.splitter.width() - px(WIDEST_LIST), px(WIDEST_INSPECTOR)))
                self.splitter.setSizes([rest, wide])

    def _set_facets_popup(self, popup: bool) -> None:  # noqa: FBT001 - private
        self.toolbar.filters_button.setVisible(popup)
        if popup == self._narrow_facets:
            return
        self._narrow_facets = popup
        if popup:
            self._popup_column.addWidget(self.facets)
            self.facets.show()
        else:
            layout = self._side.layout()
            assert isinstance(layout, QHBoxLayout)
            layout.insertWidget(0, self.facets)
        self._side.setVisible(not popup)

    def _open_facets(self) -> None:
        button = self.toolbar.filters_button
        self.popup.resize(theme().px(FACETS) + 2, min(theme().px(620), self.height()))
        self.popup.move(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.popup.show()

    def _set_drawer(self, drawer: bool) -> None:  # noqa: FBT001 - private
        self.toolbar.drawer_button.setVisible(drawer)
        if drawer == self._drawer:
            if drawer:
                self._place_drawer()
            return
        self._drawer = drawer
        if drawer:
            self.inspector.setParent(self)
            self.inspector.hide()
        else:
            self.splitter.addWidget(self.inspector)
            self.inspector.show()

    def _toggle_drawer(self) -> None:
        self.inspector.setVisible(self.inspector.isHidden())
        self._place_drawer()

    def _place_drawer(self) -> None:
        wide = theme().px(NARROW_INSPECTOR)
        top = self.toolbar.height()
        self.inspector.setGeometry(self.width() - wide, top, wide, self.height() - top)
        self.inspector.raise_()
