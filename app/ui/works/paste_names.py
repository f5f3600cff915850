"""The dialog that takes names out of a pasted list: what was copied above, what was understood below."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QWidget

from app.domain.pasted_names import Pasted, fresh, pasted
from app.i18n.active import _, ngettext
from app.ui import dialogs
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import LONGEST
from app.ui.widgets.lines import Panel
from app.ui.widgets.safe import SafeLabel
from app.ui.works.form_parts import Choice
from app.ui.works.tags import naming_choices, naming_word, writing_word, writings

TALL = 190


class PasteNames(dialogs.House):
    """`there` are (text, tag) of the names the title has already: they are shown, and not added again."""

    def __init__(self, text: str, there: Sequence[tuple[str, str]], parent: QWidget | None) -> None:
        super().__init__("languages", "accent", parent)
        self._there = list(there)
        self._tags: dict[int, str] = {}
        self.found: list[Pasted] = []
        self.boxes: list[CheckBox] = []
        self.choices: list[Choice[str]] = []
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.none = SafeLabel(tone="text2", wrap=True)
        self._list = Panel("surface")
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(10, 8, 10, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._list)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keep_button, self.add_button = Button(), Button(kind=Kind.PRIMARY)
        for part in (self.text, self.none, self._area):
            self.body.addWidget(part)
        for button, answer in ((self.keep_button, self.reject), (self.add_button, self.accept)):
            button.clicked.connect(answer)
            self.foot.addWidget(button)
        self.add_button.setDefault(True)
        self.text.setFixedHeight(theme().px(110))
        self._area.setFixedHeight(theme().px(TALL))
        self.setMinimumWidth(theme().px(680))
        self.text.setPlainText(text[: LONGEST * 10])
        self.text.textChanged.connect(self._read)
        self._read()
        self.retranslate()
        self.text.setFocus()

    def chosen(self) -> list[tuple[str, str]]:
        """The names to add, with their tags."""
        places = (place for place, box in enumerate(self.boxes) if box.isChecked())
        return [(self.found[place].text, self._tags[place]) for place in places]

    def retranslate(self) -> None:
        """Say the dialog again."""
        self.setWindowTitle(_("Keruen"))
        self.heading.setText(_("Paste names from a list"))
        self.sentence.setText(
            _(
                "One name a line, or the cells of a table. A language may stand before it, as in “kk: …”; "
                "else it is guessed by its letters. Correct it below."
            )
        )
        self.text.setAccessibleName(_("Pasted list"))
        self.keep_button.setText(_("Cancel"))
        self._show()

    def _read(self) -> None:
        """Understand the text anew."""
        self.found = pasted(self.text.toPlainText())
        self._tags = {place: name.language for place, name in enumerate(self.found)}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self.choices = [], []
        for place in range(len(self.found)):
            box, choice = CheckBox(""), Choice[str]()
            box.setChecked(self._is_fresh(place))
            box.toggled.connect(self._count)
            choice.setMinimumContentsLength(24)
            choice.picked.connect(partial(self._retag, place))
            self.boxes.append(box)
            self.choices.append(choice)
            self._grid.addWidget(box, place, 0)
            self._grid.addWidget(choice, place, 1)
        self._grid.setRowStretch(len(self.found), 1)
        self._show()

    def _is_fresh(self, place: int) -> bool:
        name = self.found[place]._replace(language=self._tags[place])
        return bool(fresh([name], self._there))

    def _retag(self, place: int, tag: str) -> None:
        self._tags[place] = tag
        self.boxes[place].setChecked(self._is_fresh(place))
        self._show()

    def _show(self) -> None:
        for place, name in enumerate(self.found):
            there = not self._is_fresh(place)
            words = _("{name} (there already)", name=name.text) if there else name.text
            self.boxes[place].setText(words)
            self.boxes[place].setEnabled(not there)
            tag = self._tags[place]
            self.choices[place].set_choices(_tag_choices(tag))
            self.choices[place].show_value(tag)
            self.choices[place].setAccessibleName(_("Language of “{name}”", name=name.text))
        self._area.setVisible(bool(self.found))
        self.none.setVisible(not self.found)
        self.none.setText(_("Paste or type the names above."))
        self._count()

    def _count(self) -> None:
        number = len(self.chosen())
        self.add_button.setText(ngettext("Add {n} name", "Add {n} names", number))
        self.add_button.setEnabled(number > 0)


def _tag_choices(tag: str) -> list[tuple[str, str]]:
    """Every language in each of its writings."""
    found = dict.fromkeys(own for code, _word in naming_choices(tag) for own in writings(code))
    found.setdefault(tag)
    return [(own, _tag_word(own)) for own in found]


def _tag_word(tag: str) -> str:
    code = tag.split("-", maxsplit=1)[0]
    return f"{naming_word(tag)} · {writing_word(tag)}" if len(writings(code)) > 1 else naming_word(tag)
