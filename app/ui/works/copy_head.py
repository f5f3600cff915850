"""What a copy says above its fields: where it is, and what its digital-cinema name would fill in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.domain.digital_filling import Filling, filling
from app.domain.digital_name import DigitalName, SpokenTrack, read_digital_name
from app.domain.kinds import CustodyKind
from app.i18n import formats, labels_of_records, standings
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.operations import copies
from app.store.copy_rows import CopyRow
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.status import Look
from app.ui.works.deeds import Deeds
from app.ui.works.record_fields import Around
from app.ui.works.record_form import CardHead
from app.ui.works.standing_line import StandingLine
from app.ui.works.tags import language_word, spoken_word
from app.words import N_, phrase

AWAY, HERE = Look("truck", "amber"), Look("map-pin", "text2")
WORDS = {
    "resolution": N_("Resolution"), "aspect": N_("Picture shape"), "sound": N_("Sound"),
    "frame_rate": N_("Frame rate"), "standard": N_("Standard"),
}  # fmt: skip


class CopyHead(CardHead):
    """`fill_in` fills what is empty from the name, `take_over` takes what differs; messages say what that is."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._around: Around | None = None
        self._filling = Filling({}, (), {})
        self.place = StandingLine(HERE)
        self.offer, self.clash, self.unread = InlineMessage(), InlineMessage(), InlineMessage()
        self.fill_in, self.take_over = LinkButton(compact=True), LinkButton(compact=True)
        self.fill_in.clicked.connect(self._fill_in)
        self.take_over.clicked.connect(self._take_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self.place, self.offer, self.fill_in, self.clash, self.take_over, self.unread):
            column.addWidget(part, 0, left if isinstance(part, LinkButton) else Qt.AlignmentFlag(0))

    def show_line(self, around: Around) -> None:
        """Show where this copy is, and what its name says."""
        self._around = around
        line: CopyRow = around.line
        where = line.whereabouts
        damaged = where.kind in (CustodyKind.DAMAGED, CustodyKind.DELETED)
        look = Look("triangle-alert", "red") if damaged else AWAY if where.away else HERE
        words = standings.place(tr(), where)
        self.place.set_status(look, words)
        self.place.setVisible(bool(words) and where.kind is not None)
        name = read_digital_name(line.digital_name)
        stored = {fact: getattr(line, fact) for fact in WORDS}
        self._filling = filling(name, stored, [(track.kind, track.language) for track in line.tracks])
        self._show_offer(name)
        self._show_clash()
        self._show_unread(line, name)
        self.setVisible(any(not part.isHidden() for part in (self.place, self.offer, self.clash, self.unread)))

    def _show_offer(self, name: DigitalName) -> None:
        found = self._filling
        if not name.recognised or not found.number:
            self.offer.clear()
            self.fill_in.hide()
            return
        said = formats.commas(language(), [*found.facts.values(), *map(track_word, found.tracks)])
        sentence = _("The name says: {facts}.", facts=said)
        self.offer.tell(Level.INFO, sentence)
        self.fill_in.setText(ngettext("Fill in {n} field", "Fill in {n} fields", found.number))
        self.fill_in.show()

    def _show_clash(self) -> None:
        differing = self._filling.differing
        if not differing:
            self.clash.clear()
            self.take_over.hide()
            return
        said = [
            pgettext("digital name", "{fact}: here {here}, in the name {there}", fact=_(WORDS[fact]), here=a, there=b)
            for fact, (a, b) in differing.items()
        ]
        sentence = formats.commas(language(), said)
        self.clash.tell(Level.WARNING, sentence)
        self.take_over.setText(ngettext("Take {n} from the name", "Take {n} from the name", len(differing)))
        self.take_over.show()

    def _show_unread(self, line: CopyRow, name: DigitalName) -> None:
        """Say what was not found, and what was not understood."""
        if not line.digital_name or (name.recognised and not name.missing and not name.odd):
            self.unread.clear()
        elif not name.recognised:
            self.unread.tell(Level.INFO, _("This is not a digital-cinema name that can be read."))
        elif name.missing:
            parts = [labels_of_records.name_part(tr(), part) for part in name.missing]
            self.unread.tell(Level.INFO, _("Not found in the name: {parts}", parts=formats.commas(language(), parts)))
        else:
            odd = formats.commas(language(), name.odd)
            self.unread.tell(Level.INFO, _("Not understood in the name: {parts}", parts=odd))

    def _fill_in(self) -> None:
        if self._around is None:
            return
        label = phrase(N_("Read the name of the copy “{name}”"), name=self._around.line.name)
        number = self._filling.number
        self._deeds.do(label, copies.fill_in, self._around.line.id, self._filling.facts, self._filling.tracks)
        self._deeds.tell(ngettext("{n} field filled in", "{n} fields filled in", number))

    def _take_over(self) -> None:
        if self._around is not None:
            label = phrase(N_("Read the name of the copy “{name}”"), name=self._around.line.name)
            facts = {fact: there for fact, (_here, there) in self._filling.differing.items()}
            self._deeds.do(label, copies.fill_in, self._around.line.id, facts, ())


def track_word(track: SpokenTrack) -> str:
    """Subtitles, Russian: a track in words."""
    kind = labels_of_records.track_kind(tr(), track.kind)
    spoken = track.kind.value in ("audio", "audio_description", "sign_language")
    named = (spoken_word if spoken else language_word)(track.language)
    return pgettext("track", "{kind} – {language}", kind=kind, language=named)
