"""The dialog in which the checks are chosen: for the whole library, or for a programme."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.data_check import CHECKS
from app.domain.found import Code
from app.i18n.active import _, tr
from app.i18n.check_words import check_reason, check_title
from app.ui import dialogs
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.choice import CheckBox

WIDE = 720


class ChooseChecks(dialogs.House):
    """A box for every check, ticked where it is made. `elsewhere` are left out in the whole library already."""

    def __init__(self, left_out: frozenset[Code], elsewhere: frozenset[Code], whose: str, parent: QWidget) -> None:
        super().__init__("sliders-horizontal", "accent", parent)
        self._whose = whose
        self.boxes = {code: CheckBox() for code in CHECKS}
        self._act, self._keep = Button(kind=Kind.PRIMARY), Button()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(18))
        grid.setVerticalSpacing(theme().px(3))
        half = (len(self.boxes) + 1) // 2
        for place, (code, box) in enumerate(self.boxes.items()):
            box.setChecked(code not in left_out)
            box.setEnabled(code not in elsewhere)
            grid.addWidget(box, place % half, place // half)
        self.body.addLayout(grid)
        self.foot.addWidget(self._keep)
        self.foot.addWidget(self._act)
        self._act.clicked.connect(self.accept)
        self._keep.clicked.connect(self.reject)
        self._act.setDefault(True)
        self.setMinimumWidth(theme().px(WIDE))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.heading.setText(_("Which checks should be run?"))
        self.sentence.setText(_("For: {whose}", whose=self._whose))
        self.setWindowTitle(self.heading.text())
        for code, box in self.boxes.items():
            box.setText(check_title(tr(), code))
            box.setToolTip(check_reason(tr(), code))
        self._act.setText(_("Choose these"))
        self._keep.setText(_("Cancel"))

    def left_out(self) -> frozenset[Code]:
        """The checks that shall not be made here."""
        return frozenset(code for code, box in self.boxes.items() if box.isEnabled() and not box.isChecked())
