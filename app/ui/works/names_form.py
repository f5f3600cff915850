"""The names of a title in the editor: a table whose rows can be typed in, moved, preferred and taken away."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.automatic import Own, offers
from app.i18n.active import _, ngettext
from app.operations import names
from app.store.work_records import NameLine, WorkRecord
from app.ui import dialogs
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import MarkedField
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.works.deeds import Deeds
from app.ui.works.name_checks import fault
from app.ui.works.name_offers import NamesTable, OffersLine
from app.ui.works.name_row import NameRow
from app.ui.works.name_row_parts import ACTION, GAP, GRIP, LANGUAGE, ROLE, WRITING
from app.ui.works.paste_names import PasteNames
from app.ui.works.tags import likely_tag
from app.words import N_, counted, phrase


class NamesForm(Translated, QWidget):
    """`judged` tells that the number of errors or warnings may be another one."""

    judged = Signal()

    def __init__(self, deeds: Deeds) -> None:
        super().__init__()
        self._deeds = deeds
        self.record: WorkRecord | None = None
        self.rows: dict[int, NameRow] = {}
        self._wanted = ""
        self.title, self.note = SafeLabel(role="section"), SafeLabel(role="small", tone="text2", wrap=True)
        self.heads = [SafeLabel(role="label", tone="text2") for _place in range(4)]
        self.new_name, self.message = MarkedField(), InlineMessage()
        self.new_name.setProperty("draft", "name:new")
        self.add_button = Button(icon="plus", kind=Kind.GHOST)
        self.paste_button = Button(icon="copy")
        self.offers = OffersLine()
        self.table = NamesTable()
        self.lines, self.head = QVBoxLayout(), QHBoxLayout()
        self.grip_room, self.action_room = QWidget(), QWidget()
        _lay_out(self)
        theme().themed.connect(self._measure)
        self._measure()
        self.add_button.clicked.connect(lambda _on=False: self.begin_adding())
        self.paste_button.clicked.connect(lambda _on=False: self.paste())
        self.offers.taken.connect(self._take_offer)
        self.new_name.committed.connect(self._added)
        self.new_name.textEdited.connect(self._judge_new)
        self.message.followed.connect(self._repair_new)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.retranslate()

    def _measure(self) -> None:
        px = theme().px
        for label, wide in zip(self.heads, (LANGUAGE, WRITING, 0, ROLE), strict=True):
            if wide:
                label.setFixedWidth(px(wide))
        self.grip_room.setFixedWidth(px(GRIP))
        self.action_room.setFixedWidth(2 * px(ACTION) + GAP)
        self.head.setStretch(3, 1)

    def retranslate(self) -> None:
        """Say the words of the form itself; the rows say theirs."""
        self.title.setText(_("Names"))
        self.note.setText(_("The name with the star is the one shown in its language. Drag to change the order."))
        heads = (_("Language"), _("Script"), _("Name"), _("Role"))
        for label, words in zip(self.heads, heads, strict=True):
            label.setText(words)
        self.add_button.setText(_("Add a name"))
        self.paste_button.setText(_("Paste from a list"))
        self.new_name.setPlaceholderText(_("A name in any language, then Enter"))
        self.new_name.setAccessibleName(_("New name"))
        if not self.message.isHidden():
            self._judge_new(self.new_name.text())

    # What it shows

    def show_record(self, record: WorkRecord) -> None:
        """Show the names; rows that stay keep what is typed in them."""
        if self.record is not None and self.record.id != record.id:
            self._drop(list(self.rows))
            self._end_adding()
        self.record = record
        wanted = {name.id for name in record.names}
        self._drop([key for key in self.rows if key not in wanted])
        for place, name in enumerate(record.names):
            row = self.rows.get(name.id)
            if row is None:
                row = self.rows[name.id] = self._make(name.id)
            if self.lines.indexOf(row) != place:
                self.lines.insertWidget(place, row)
            row.fill(record, name)
            row.remove.setEnabled(len(record.names) > 1)
        own = [Own(name.text, name.language, name.preferred, name.reading, name.auto) for name in record.names]
        self.offers.show_offers(offers(own))
        self.judged.emit()

    def _make(self, key: int) -> NameRow:
        row = NameRow()
        row.changed.connect(lambda facts: self._deeds.change_name(self._name(key), **facts))
        row.preferred.connect(lambda: self._deeds.prefer_name(self._name(key)))
        row.removed.connect(lambda: self._deeds.remove_name(self._name(key)))
        row.moved.connect(lambda by: self._move(key, by))
        row.co_production.connect(self._co_production)
        row.confirmed.connect(lambda: self._confirm(key))
        row.judged.connect(self.judged)
        row.grip.dragged.connect(self._dragged)
        row.grip.dropped.connect(lambda point: self._dropped(key, point))
        return row

    def _name(self, key: int) -> NameLine:
        assert self.record is not None
        return next(name for name in self.record.names if name.id == key)

    def _drop(self, keys: list[int]) -> None:
        for key in keys:
            row = self.rows.pop(key)
            self.lines.removeWidget(row)
            row.hide()
            row.deleteLater()

    # What one does

    def errors(self) -> int:
        """How many names cannot be kept as they are typed."""
        return sum(row.fault is not None for row in self.rows.values())

    def unkept(self) -> int:
        """How many typed names could not be kept."""
        new = self.new_name.isVisible() and bool(self.new_name.text().strip())
        return sum(row.unkept for row in self.rows.values()) + new

    def warnings(self) -> int:
        """How many names want a look."""
        return sum(row.warned for row in self.rows.values())

    def repair(self) -> bool:
        """Repair the name that has the focus, or else the first that can be repaired."""
        if self._repair_new():
            return True
        ordered = sorted(self.rows.values(), key=lambda row: not row.field.hasFocus())
        return any(row.repair() for row in ordered)

    def drop_typing(self) -> None:
        """Give up what could not be kept."""
        self._end_adding()
        for row in self.rows.values():
            row.drop()

    def begin_adding(self, code: str = "") -> None:
        """Show the field for one more name, perhaps in a language that is wanted."""
        self._wanted = code
        self.add_button.hide()
        self.new_name.show()
        self.new_name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_language(self, code: str) -> None:
        """Go to the name in a language, or to the field for a new one."""
        assert self.record is not None
        name = next((name for name in self.record.names if name.language.split("-")[0] == code), None)
        if name is None:
            self.begin_adding(code)
        else:
            self.rows[name.id].field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paste(self, text: str | None = None) -> None:
        """Ask for names out of a list, beginning with what was copied; add them in one step."""
        if self.record is None:
            return
        there = [(name.text, name.language) for name in self.record.names]
        dialog = PasteNames(QGuiApplication.clipboard().text() if text is None else text, there, self.window())
        if dialogs.show(dialog) and dialog.chosen():
            chosen = dialog.chosen()
            label = counted("Add {n} name", "Add {n} names", len(chosen))
            if self._deeds.do(label, names.add_names, self.record.id, chosen):
                self._deeds.tell(ngettext("{n} name added", "{n} names added", len(chosen)))

    def _take_offer(self, tag: str) -> None:
        if self.record is not None:
            label = phrase(N_("Add a name written by rule"))
            self._deeds.do(label, names.add_automatic, self.record.id, tag)

    def _confirm(self, key: int) -> None:
        label = phrase(N_("Confirm the name “{name}”"), name=self._name(key).text)
        self._deeds.do(label, names.confirm, key)

    def _added(self, text: str) -> None:
        if self.record is None or not text.strip() or not self._judge_new(text):
            return
        # Hidden first: the new row takes the focus, and leaving the field must not add the name again.
        self._end_adding()
        name = self._deeds.add_name(self.record, text, likely_tag(text, self._wanted))
        if name in self.rows:
            self.rows[name].field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _judge_new(self, text: str) -> bool:
        """Show what is wrong with the new name; whether it can be added."""
        found = fault(text) if text.strip() else None
        if found is None:
            self.message.clear()
        else:
            self.message.tell(Level.ERROR, found.sentence, found.repair)
        self.new_name.mark(found.spans if found else ())
        self.new_name.set_state("error" if found else "", found.sentence if found else "")
        return found is None

    def _repair_new(self) -> bool:
        found = fault(self.new_name.text()) if self.new_name.isVisible() and self.new_name.text().strip() else None
        if found is None or not found.repaired:
            return False
        self.new_name.setText(found.repaired)
        self._judge_new(found.repaired)
        return True

    def _end_adding(self) -> None:
        self.message.clear()
        self.new_name.show_value("")
        self.new_name.clear()
        self.new_name.hide()
        self.add_button.show()

    def _co_production(self) -> None:
        if self.record is not None:
            self._deeds.change(self.record, co_production=True)

    def _move(self, key: int, by: int) -> None:
        assert self.record is not None
        place = [name.id for name in self.record.names].index(key) + by
        if 0 <= place < len(self.record.names):
            self._deeds.move_name(self._name(key), place)

    def _place_at(self, point: QPoint) -> int:
        y = self.table.mapFromGlobal(point).y()
        assert self.record is not None
        middles = [self.rows[name.id].geometry().center().y() for name in self.record.names]
        return sum(y > middle for middle in middles)

    def _dragged(self, point: QPoint) -> None:
        place = self._place_at(point)
        assert self.record is not None
        rows = [self.rows[name.id].geometry() for name in self.record.names]
        self.table.show_drop(rows[place].top() if place < len(rows) else rows[-1].bottom())

    def _dropped(self, key: int, point: QPoint) -> None:
        self.table.show_drop(None)
        assert self.record is not None
        here = [name.id for name in self.record.names].index(key)
        place = self._place_at(point)
        place -= place > here
        if place != here:
            self._deeds.move_name(self._name(key), place)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for row in self.rows.values():
            active = new is not None and row.isAncestorOf(new)
            row.set_active(active)
        if new is not self.new_name and self.new_name.isVisible() and not self.new_name.text():
            self._end_adding()


def _lay_out(form: NamesForm) -> None:
    """Put the parts of the form into their places."""
    form.lines.setSpacing(0)
    foot = QHBoxLayout()
    foot.setContentsMargins(6, 5, 8, 5)
    foot.addWidget(form.add_button)
    foot.addWidget(form.new_name, 1)
    foot.addStretch(0)
    below = QHBoxLayout()
    below.setContentsMargins(10, 0, 8, 4)
    below.addWidget(form.message)
    form.new_name.hide()
    head = form.head
    head.setContentsMargins(4, 6, 8, 6)
    head.setSpacing(GAP)
    head.addWidget(form.grip_room)
    for label in form.heads:
        label.setContentsMargins(theme().px(10), 0, 0, 0)
        head.addWidget(label)
    head.addWidget(form.action_room)
    inside = QVBoxLayout(form.table)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.setSpacing(0)
    inside.addLayout(head)
    inside.addLayout(form.lines)
    inside.addWidget(form.offers)
    inside.addLayout(foot)
    inside.addLayout(below)
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    words = QVBoxLayout()
    words.setSpacing(3)
    words.addWidget(form.title)
    words.addWidget(form.note)
    top = QHBoxLayout()
    top.addLayout(words, 1)
    top.addWidget(form.paste_button, 0, Qt.AlignmentFlag.AlignBottom)
    column.addLayout(top)
    column.addSpacing(7)
    column.addWidget(form.table)
