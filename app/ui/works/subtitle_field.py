"""The subtitles of a version: each a small button with its language and kind, and one that adds another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.kinds import LANGUAGES, SubtitleKind
from app.domain.names import plain
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.menus import Menu, danger, give_icon
from app.ui.works.tags import language_choices, language_word, spoken_tag

Pair = tuple[str, SubtitleKind]


class SubtitleField(QWidget):
    """`picked` carries all subtitles as (tag, kind) after a change. The buttons open menus."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._subtitles: list[Pair] = []
        self.buttons: list[Button] = []
        self.add_button = Button(icon="plus", kind=Kind.GHOST, small=True)
        self.add_button.setMenu(Menu(self.add_button))
        self.add_button.menu().aboutToShow.connect(self.offer_languages)
        self._flow = FlowLayout(self, gap=6, line_gap=5)
        self._flow.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def show_subtitles(self, subtitles: Sequence[Pair]) -> None:
        """Show what is stored."""
        self._subtitles = [(tag, kind) for tag, kind in subtitles]
        while len(self.buttons) < len(self._subtitles):
            self._more()
        while len(self.buttons) > len(self._subtitles):
            gone = self.buttons.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.retranslate()

    def retranslate(self) -> None:
        """Say languages and kinds again."""
        for button, (tag, kind) in zip(self.buttons, self._subtitles, strict=True):
            code = formats.language_code(language(), tag)
            word = labels.subtitle_kind(tr(), kind)
            button.setText(pgettext("subtitle", "{language} · {kind}", language=code, kind=word))
            button.setAccessibleName(
                _("Subtitles in {language}: {kind}", language=language_word(tag).lower(), kind=word.lower())
            )
        self.add_button.setText(pgettext("subtitles", "Add"))
        self.add_button.setAccessibleName(_("Add subtitles"))
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be as tall as all lines of buttons, which the flow around cannot ask for."""
        self._flow.invalidate()
        self.setMinimumHeight(max(self._flow.heightForWidth(self.width()), theme().px(30)))
        self.updateGeometry()

    def _more(self) -> None:
        button = Button(small=True)
        menu = Menu(button)
        button.setMenu(menu)
        menu.aboutToShow.connect(lambda: self.offer_kinds(button, menu))
        self._flow.removeWidget(self.add_button)
        self._flow.addWidget(button)
        self._flow.addWidget(self.add_button)
        self.buttons.append(button)
        button.show()

    def offer_kinds(self, button: Button, menu: Menu) -> dict[str, QAction]:
        """Fill a menu with the kinds these subtitles can be, and the way to take them away."""
        menu.clear()
        offered: dict[str, QAction] = {}
        place = self.buttons.index(button)
        tag, now = self._subtitles[place]
        for kind in SubtitleKind:
            word = labels.subtitle_kind(tr(), kind)
            action = offered[word] = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(kind is now)
            action.triggered.connect(lambda _on=False, kind=kind: self._put(place, (tag, kind)))
        menu.addSeparator()
        action = danger(give_icon(menu.addAction(_("Remove these subtitles")), "trash-2"))
        action.triggered.connect(lambda _on=False: self._put(place, None))
        return offered

    def offer_languages(self) -> dict[str, QAction]:
        """Fill the menu with the languages of the house, then the others; its actions by their words."""
        menu = self.add_button.menu()
        menu.clear()
        offered: dict[str, QAction] = {}
        more: Menu | None = None
        for code, word in language_choices(*(plain(tag) for tag, _kind in self._subtitles)):
            if code not in LANGUAGES and more is None:
                more = Menu(menu)
                menu.addMenu(more).setText(_("Other languages"))
            action = offered[word] = (more or menu).addAction(word)
            action.triggered.connect(lambda _on=False, code=code: self._put(None, (spoken_tag(code), None)))
        return offered

    def _put(self, place: int | None, pair: tuple[str, SubtitleKind | None] | None) -> None:
        pairs = list(self._subtitles)
        if place is None:
            assert pair is not None
            usual = pairs[-1][1] if pairs else SubtitleKind.IN_PACKAGE
            taken = [kind for tag, kind in pairs if tag == pair[0]]
            free = next((kind for kind in (usual, *SubtitleKind) if kind not in taken), None)
            if free is None:
                return
            pairs.append((pair[0], free))
        elif pair is None:
            del pairs[place]
        else:
            assert pair[1] is not None
            pairs[place] = (pair[0], pair[1])
        if pairs != self._subtitles:
            self.picked.emit(pairs)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
