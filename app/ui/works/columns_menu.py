"""The menu that chooses the columns of the catalogue and what it is sorted by."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.sorting import TITLE, Level
from app.i18n.active import _, pgettext
from app.i18n.labels import context
from app.ui.widgets.menus import Menu
from app.ui.works.column_heads import DOWN_FIRST, extended
from app.ui.works.row_columns import ALL, WORDS

KEYS = ("title", "country", "year", "kind", "runtime", "age", "dub", "rights", "ends", "added", "changed")
"""What one can sort by, in the order of the menu."""

SORT_WORDS = WORDS | {
    "dub": context("column", "Dub language"),
    "ends": context("column", "End of the rights"),
    "added": context("column", "Added"),
    "changed": context("column", "Last changed"),
}


def columns_menu(
    parent: QWidget,
    shown: Sequence[str],
    order: Sequence[Level],
    want: Callable[[tuple[str, ...]], None],
    sort: Callable[[tuple[Level, ...]], None],
) -> Menu:
    """A menu with a tick at each column that is shown, and the levels of the order below."""
    menu = Menu(parent)
    for name in ALL:
        action = menu.addAction(pgettext(*WORDS[name]))
        action.setCheckable(True)
        action.setChecked(name in shown)
        left = tuple(one for one in ALL if (one in shown) != (one == name))
        action.triggered.connect(lambda _on=False, left=left: want(left))
    menu.addSeparator()
    _add_levels(menu, _("Sort by"), order[:1], lambda by, down: sort(((by, down),)))
    _add_levels(menu, _("Then by"), order[1:], lambda by, down: sort(extended(order, by, down=down)))
    menu.addSeparator()
    turned = tuple((by, not down) for by, down in order)
    menu.addAction(_("Reverse the order")).triggered.connect(lambda: sort(turned))
    usual = menu.addAction(_("Titles from A to Z"))
    usual.setEnabled(tuple(order) != ((TITLE, False),))
    usual.triggered.connect(lambda: sort(((TITLE, False),)))
    return menu


def _add_levels(menu: Menu, title: str, levels: Sequence[Level], chosen: Callable[[str, bool], None]) -> None:
    """A menu inside with everything one can sort by; what is sorted by now is ticked."""
    inside = Menu(menu)
    inside.setTitle(title)
    menu.addMenu(inside)
    current = dict(levels)
    for by in KEYS:
        action = QAction(pgettext(*SORT_WORDS[by]), inside)
        action.setCheckable(True)
        action.setChecked(by in current)
        action.triggered.connect(lambda _on=False, by=by: chosen(by, current.get(by, by in DOWN_FIRST)))
        inside.addAction(action)
