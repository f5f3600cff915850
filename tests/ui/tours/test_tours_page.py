"""The page of a tour: stops, ways and copies are shown, put in order, timed, repaired and taken back."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.domain import calendar
from app.domain.kinds_of_plans import PersonTask
from app.domain.repairs_of_travel import SendCopy
from app.domain.screenings import Clash
from app.i18n import phrases
from app.i18n.active import tr
from app.operations import agents, people_at_shows
from app.ui import dialogs
from app.ui.dialogs import Question
from app.ui.language import speak
from app.ui.page import Command
from app.ui.tours.page import ToursPage
from app.ui.tours.stop_dialog import StopDialog
from app.ui.tours.stop_list import spoken
from app.ui.tours.trip import NOTHING, Pick, Trip
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import phrase
from tests.store.rows import records
from tests.ui.shells import FakeShell


def trip(page: ToursPage) -> Trip:
    assert page.trip is not None
    return page.trip


def order(page: ToursPage) -> list[str]:
    return [stop.names.en for stop in trip(page).tour.stops]


def words(page: ToursPage) -> list[str]:
    return [spoken(trip(page), line).replace("\N{NO-BREAK SPACE}", " ") for line in page.stops.rows.lines]


def test_the_list_is_split_where_the_clocks_change(page: ToursPage) -> None:
    assert order(page) == ["Astana", "Almaty", "Yining", "Urumqi", "Xi’an"]
    said = words(page)
    assert said[0] == "Kazakhstan time, UTC+5"
    assert said[5] == "Beijing time, UTC+8, 3 h later"
    assert said[1].startswith("Stop 1: Astana, ")
    assert said[4] == "Almaty → Yining, Road, 30 h, 365 km, customs"


def test_the_models_of_the_list_keep_their_word(page: ToursPage) -> None:
    QAbstractItemModelTester(page.stops.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.stops.rows.show_trip(None)
    page.stops.rows.show_trip(page.trip)


def test_a_leg_shows_its_clocks_in_both_zones_or_in_one(page: ToursPage) -> None:
    leg = trip(page).tour.legs[1]
    page.choose(Pick("leg", leg.id))
    clocks = page.inspector.clocks
    assert (clocks.leaves.hour.text(), clocks.leaves.place.text()) == ("10:00", "Almaty, UTC+5")
    assert (clocks.comes.hour.text(), clocks.comes.place.text()) == ("19:00", "Yining, UTC+8")
    page.toolbar.clocks.segment("UTC+5").click()
    assert (clocks.leaves.hour.text(), clocks.comes.hour.text()) == ("10:00", "16:00")
    assert clocks.comes.place.text() == "Yining, UTC+5"


def test_a_copy_that_comes_too_late_is_named_and_repaired(page: ToursPage, workspace: Workspace) -> None:
    before = records(workspace.store)
    yining = trip(page).tour.stops[2]
    page.choose(Pick("stop", yining.id))
    (late,) = [one for one in trip(page).findings(page.pick) if one.clash is Clash.ARRIVES_LATE]
    said = trip(page).plan.sentence(late)
    assert "19:00" in said
    assert "13:00" in said
    assert "12:00" in said
    page.commands()[Command.REPAIR]()
    assert trip(page).plan.grave == 0
    card = trip(page).plan.cards[late.slots[-1]]
    assert (card.starts, card.zone) == (datetime(2026, 11, 2, 13), "Asia/Shanghai")
    workspace.undo_stack.undo()
    assert records(workspace.store) == before
    assert trip(page).plan.grave == 1


def test_a_copy_that_comes_too_late_is_sent_by_air(page: ToursPage, workspace: Workspace) -> None:
    before = records(workspace.store)
    page.choose(Pick("stop", trip(page).tour.stops[2].id))
    (late,) = [one for one in trip(page).findings(page.pick) if one.clash is Clash.ARRIVES_LATE]
    sending = next(one for one in trip(page).plan.repairs(late) if isinstance(one, SendCopy))
    words_of_it = phrases.repair_title(tr(), sending, trip(page).plan.names)
    assert words_of_it.startswith("Send DCP A by air: arrives Fri 30 Oct, 04:30")
    page.inspector._edits.repair(trip(page).plan, sending, words_of_it)
    assert trip(page).plan.grave == 0
    leg = trip(page).tour.legs[-1]
    track = next(track for track in trip(page).tracks if track.copy == sending.copy)
    assert leg.apart
    assert track.takes(leg.id)
    assert not any(other.takes(leg.id) for other in trip(page).tracks if other is not track)
    assert any("DCP A" in said and "Air" in said for said in words(page))
    workspace.undo_stack.undo()
    assert records(workspace.store) == before
    assert trip(page).plan.grave == 1


def test_while_dragging_a_copy_that_cannot_arrive_is_found(page: ToursPage) -> None:
    """`Board.check` on the moved slot is what the board asks with every move of the pointer."""
    plan = trip(page).plan
    astana, almaty, yining = (trip(page).shows(stop.id) for stop in trip(page).tour.stops[:3])
    tomiris = next(card for card in almaty if card.title == "Tomiris")
    slot = plan.board.slot(tomiris.id)
    hall = yining[0].hall
    early = slot.at(hall, calendar.wall_minute(date(2026, 11, 2), 12 * 60 + 55, "Asia/Shanghai"))
    found = [one for one in plan.board.check(early) if one.rule == "R26"]
    assert [one.clash for one in found] == [Clash.ARRIVES_LATE]
    assert "Sun 1 Nov, 19:00" in plan.sentence(found[0])
    fits = slot.at(hall, calendar.wall_minute(date(2026, 11, 2), 13 * 60, "Asia/Shanghai"))
    assert [one for one in plan.board.check(fits) if one.rule == "R26"] == []
    assert astana[0].zone == "Asia/Almaty"


def test_stops_are_put_in_order_by_keys(page: ToursPage, workspace: Workspace, qtbot: QtBot) -> None:
    before = records(workspace.store)
    page.choose(Pick("stop", trip(page).tour.stops[3].id))
    page.stops.setFocus()
    qtbot.keyClick(page.stops, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(page) == ["Astana", "Almaty", "Urumqi", "Yining", "Xi’an"]
    assert page.pick == Pick("stop", trip(page).tour.stops[2].id)
    assert any(said.startswith("No onward leg from Almaty") for said in words(page))
    workspace.undo_stack.undo()
    assert records(workspace.store) == before


def test_a_missing_way_is_entered_with_times_to_put_right(
    page: ToursPage, workspace: Workspace, shell: FakeShell
) -> None:
    before = records(workspace.store)
    leg = trip(page).tour.legs[2]
    page.choose(Pick("leg", leg.id))
    page.commands()[Command.REMOVE]()
    assert page.pick == Pick("stop", leg.origin)
    assert trip(page).lacks_leg(leg.origin)
    page.open(Pick("gap", leg.origin))
    made = trip(page).tour.between(leg.origin, leg.target)[0]
    assert page.pick == Pick("leg", made.id)
    assert (made.departs, made.customs) == (datetime(2026, 11, 5, 10), 0)
    assert made.minutes
    assert shell.toasts[-1] == "Leg added; correct its times"
    for _step in range(2):
        workspace.undo_stack.undo()
    assert records(workspace.store) == before


def test_the_fields_of_a_leg_and_of_a_stop_change_them(page: ToursPage) -> None:
    leg = trip(page).tour.legs[0]
    page.choose(Pick("leg", leg.id))
    field = page.inspector.leg_form.entries["customs"].part
    field.setFocus()
    field.setText("1:30")  # type: ignore[attr-defined]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert trip(page).tour.legs[0].customs == 90
    page.choose(Pick("stop", trip(page).tour.stops[2].id))
    clock = page.inspector.stop_form.entries["zone"].part
    assert clock.itemText(0).startswith("Beijing time")  # type: ignore[attr-defined]
    assert clock.itemText(1).startswith("Urumqi time")  # type: ignore[attr-defined]
    clock.activated.emit(1)  # type: ignore[attr-defined]
    assert trip(page).tour.stops[2].zone == "Asia/Urumqi"


def test_a_stop_goes_with_its_shows_and_comes_back(page: ToursPage, workspace: Workspace, shell: FakeShell) -> None:
    before = records(workspace.store)
    page.choose(Pick("stop", trip(page).tour.stops[4].id))
    page.commands()[Command.REMOVE]()
    assert len(trip(page).tour.stops) == 4
    assert shell.toasts[-1] == "Xi’an removed; 5 shows wait in the tray"
    workspace.undo_stack.undo()
    assert records(workspace.store) == before
    assert len(trip(page).tour.stops) == 5


def test_a_city_of_the_box_brings_names_clocks_and_place(page: ToursPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def answered(dialog: StopDialog) -> bool:
        dialog.city.setText("қашқар")
        dialog.accept()
        return bool(dialog.result())

    monkeypatch.setattr(dialogs, "show", answered)
    page.choose(Pick("stop", trip(page).tour.stops[3].id))
    page.commands()[Command.NEW]()
    stop = trip(page).tour.stops[4]
    assert (stop.names.en, stop.zone, stop.place) == ("Kashgar", "Asia/Shanghai", (39.47, 75.99))
    assert page.pick == Pick("stop", stop.id)


def test_what_is_refused_is_said_in_the_dialog_which_keeps_what_was_typed(
    page: ToursPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str]] = []

    def far_off(dialog: StopDialog) -> bool:
        told = [label.text() for label in dialog.trouble.findChildren(SafeLabel)]
        seen.append((dialog.city.text(), " ".join(told)))
        dialog.city.setText("Kashgar")
        dialog.last.setDate(dialog.first.date().addDays(3 if len(seen) % 2 == 0 else 900))
        if dialog.name.isVisibleTo(dialog):
            dialog.name.setText("Too long a way")
        return True

    def answered(_window: object, question: Question, _label: object, text: str) -> str | None:
        seen.append((text, question.sentence.message))
        return "never" if len(seen) == 5 else None

    monkeypatch.setattr(dialogs, "show", far_off)
    monkeypatch.setattr(dialogs, "ask_text", answered)
    before, steps = len(trip(page).tour.stops), workspace.undo_stack.count()
    page.acts.add()
    assert (len(trip(page).tour.stops), workspace.undo_stack.count()) == (before + 1, steps + 1)
    page.acts.begin()
    assert workspace.undo_stack.count() == steps + 2
    assert order(page) == ["Kashgar"]
    assert all(city == "Kashgar" and "400" in told for city, told in seen[1::2])
    page.acts.shift_days()
    assert seen[5][0] == "never" and seen[5][1] != seen[4][1]
    assert workspace.undo_stack.count() == steps + 2


def test_map_and_board_of_copies_choose_too_and_are_read_aloud(page: ToursPage, qtbot: QtBot) -> None:
    laid = page.map.laid()
    assert laid is not None
    xian = trip(page).tour.stops[4]
    assert page.map.pick_at(laid.points[xian.id]) == Pick("stop", xian.id)
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=laid.points[xian.id].toPoint())
    assert page.pick == Pick("stop", xian.id)
    page.map.setFocus()
    qtbot.keyClick(page.map, Qt.Key.Key_Left)
    assert page.pick == Pick("leg", trip(page).tour.legs[3].id)
    spot = next(spot for spot in page.gantt.spots() if spot.pick.kind == "stop")
    qtbot.mouseClick(page.gantt.viewport(), Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert page.pick == spot.pick
    for widget in (page.map, page.gantt):
        marks = widget.marks()
        assert marks
        assert all(mark.words for mark in marks)
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.childCount() == len(marks)
        assert told.child(0).text(QAccessible.Text.Name) == marks[0].words


def test_labels_of_the_map_cover_neither_each_other_nor_a_stop(page: ToursPage) -> None:
    for code in ("en", "kk", "zh", "ru"):
        speak(code)
        page.reload()
        laid = page.map.laid()
        assert laid is not None
        rects = [label.rect for label in laid.labels.values()]
        assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1 :])
        assert not any(rect.contains(point) for rect in rects for point in laid.points.values())


def test_each_copy_has_its_way(page: ToursPage) -> None:
    made = trip(page)
    named = {made.copy_name(track.copy): track for track in made.tracks}
    poet = named["Poet", "DCP A"]
    assert [made.tour.by_number[visit.stop].names.en for visit in poet.visits] == [
        "Almaty",
        "Yining",
        "Urumqi",
        "Xi’an",
    ]
    assert [made.late(visit.slots[0]) for visit in poet.visits] == [False, True, False, False]
    assert [passage.leg for passage in poet.passages] == [leg.id for leg in made.tour.legs[1:]]


def test_without_a_tour_the_page_says_what_a_tour_is(page: ToursPage, workspace: Workspace) -> None:
    from app.operations import programmes  # noqa: PLC0415
    from app.words import phrase  # noqa: PLC0415

    workspace.edit(phrase("Delete"), programmes.delete, trip(page).plan.schedule.programme.id)
    assert page.pages.currentWidget() is page.nothing
    assert page.trip is None
    assert page.pick == NOTHING
    assert set(page.commands()) == {Command.NEW}


@pytest.mark.parametrize("place", [QPointF(0, 0)])
def test_nothing_is_chosen_beside_the_route(page: ToursPage, place: QPointF) -> None:
    assert page.map.pick_at(place) == NOTHING


def test_a_late_copy_may_be_accepted_with_a_reason(page: ToursPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.choose(Pick("stop", trip(page).tour.stops[2].id))
    monkeypatch.setattr(dialogs, "ask_text", lambda *_asked: "The border lets it through")
    assert trip(page).plan.grave == 1
    page.inspector.cards[0].accepted.emit()
    assert trip(page).plan.grave == 0
    assert list(trip(page).plan.schedule.accepted.values()) == ["The border lets it through"]


def test_who_is_at_shows_in_both_cities_is_on_board(page: ToursPage, workspace: Workspace) -> None:
    stops = trip(page).tour.stops
    label = phrase("Book")
    guest = workspace.edit(label, agents.add, "Aliya Host")
    assert guest is not None
    for stop in (stops[1], stops[2]):
        show = trip(page).shows(stop.id)[0]
        workspace.edit(label, people_at_shows.book, show.id, guest, PersonTask.GUEST)
    leg = trip(page).tour.between(stops[1].id, stops[2].id)[0]
    page.choose(Pick("leg", leg.id))
    assert "Aliya Host" in [found.text() for found in page.inspector.findChildren(SafeLabel)]


def test_one_more_tour_is_begun_from_the_list_of_tours(page: ToursPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def ask(dialog: StopDialog) -> bool:
        dialog.show()
        asked.append(dialog.name.hasFocus() or dialog.focusWidget() is dialog.name)
        dialog.name.setText("Silk Road again")
        dialog.city.setText("Almaty")
        return True

    monkeypatch.setattr(dialogs, "show", ask)
    page.toolbar.switch.menu().actions()[-1].trigger()
    assert asked == [True]
    assert order(page) == ["Almaty"]
    assert trip(page).plan.schedule.programme.names.en == "Silk Road again"


def test_a_gap_tells_what_is_wrong_with_it_alone(page: ToursPage) -> None:
    page.acts.deeds.remove_leg(trip(page), trip(page).tour.legs[0])
    stops = trip(page).tour.stops
    told = trip(page).troubles_of(Pick("gap", stops[0].id))
    assert [one.stops for one in told] == [(stops[0].id, stops[1].id)]
    assert trip(page).troubles_of(Pick("gap", stops[2].id)) == []


def test_a_stop_is_carried_to_another_place_by_its_row(page: ToursPage, workspace: Workspace) -> None:
    view = page.stops
    view.resize(300, 600)
    port = view.viewport()
    rows = {line.stop.names.en: n for n, line in enumerate(view.rows.lines) if line.pick.kind == "stop"}
    centre = {city: view.visualRect(view.rows.index(row)).center() for city, row in rows.items()}
    before = order(page)

    def carry(city: str, to: str, below: int) -> None:
        QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre[city])
        QTest.mouseMove(port, centre[to])
        QTest.mouseMove(port, centre[to] + QPoint(0, below))

    carry("Astana", "Yining", 6)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre["Yining"])
    assert order(page) == before
    carry("Astana", "Yining", 6)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre["Yining"] + QPoint(0, 6))
    assert order(page) == ["Almaty", "Yining", "Astana", "Urumqi", "Xi’an"]
    workspace.undo_stack.undo()
    assert order(page) == before
