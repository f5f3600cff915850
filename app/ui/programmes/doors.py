"""What else can be asked about a programme there is: three buttons below its form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n.active import pgettext
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow_layout import FlowLayout


class Doors(Translated, QWidget):
    """`opened` carries which: hours, people or rules."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icons = {"hours": "clock", "people": "users", "rules": "sliders-horizontal"}
        self.buttons = {key: Button(icon=icon, small=True) for key, icon in icons.items()}
        flow = FlowLayout(gap=8, line_gap=6)
        flow.setContentsMargins(0, 0, 0, 0)
        for key, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, key=key: self.opened.emit(key))
            flow.addWidget(button)
        self.setLayout(flow)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        words = (
            pgettext("menu", "Hours on particular days…"), pgettext("menu", "People of the programme…"),
            pgettext("menu", "Rule severity…"),
        )  # fmt: skip
        for button, text in zip(self.buttons.values(), words, strict=True):
            button.setText(text)
