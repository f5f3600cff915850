"""What the inspector of a tour tells line by line: copies, people, shows."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.tours import Stop
from app.domain.tracks import Track
from app.i18n import formats, tour_words
from app.i18n.active import _, language, ngettext, tr
from app.ui.tours.trip import Trip
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel

SHOWS = 12


class Told(QVBoxLayout):
    """The lines, one below the other. `followed` carries an event to be shown on the schedule."""

    followed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(10)

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def head(self, words: str) -> None:
        """A heading over lines."""
        self.addWidget(SafeLabel(words, "small_strong", "text2"))

    def small(self, words: str) -> None:
        """A remark below lines, or where there are none."""
        self.addWidget(SafeLabel(words, "small", "text2", wrap=True))

    def line(self, sign: str, words: str) -> QHBoxLayout:
        """A copy or a person on a line of its own."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Glyph(sign, "text2", size=15), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(SafeLabel(words, wrap=True), 1)
        self.addWidget(row)
        return layout

    def shows(self, trip: Trip, stop: Stop) -> None:
        """What is shown at a stop; each leads to the schedule."""
        cards = trip.shows(stop.id)
        self.head(tour_words.shows(tr(), len(cards)))
        for card in cards[:SHOWS]:
            day = formats.day_label(language(), card.day)
            words = _("{day}, {time}  {title}", day=day, time=formats.time(language(), card.starts), title=card.title)
            link = LinkButton(words, compact=True)
            link.clicked.connect(partial(self.followed.emit, card.id))
            self.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if len(cards) > SHOWS:
            self.small(ngettext("{n} more show", "{n} more shows", len(cards) - SHOWS))

    def copies(
        self, trip: Trip, own: Sequence[Track], none: str, send: Callable[[Track], object] | None = None
    ) -> None:
        """Copies; each may be sent by itself where `send` does it. `none` is said where there are none."""
        for track in own:
            title, copy = trip.copy_name(track.copy)
            words = _("{title}, {copy}", title=title, copy=copy)
            row = self.line("disc-3", words)
            if send is not None:
                link = LinkButton(_("Send separately"), compact=True)
                link.setAccessibleName(_("Send {copy} separately", copy=words))
                link.clicked.connect(partial(_sent, send, track))
                row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        if none and not own:
            self.small(none)


def _sent(send: Callable[[Track], object], track: Track, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
    send(track)
