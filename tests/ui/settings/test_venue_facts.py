"""Settings > Venues and halls in full: what a hall can play, the public of a venue, ways, and what may be removed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.domain.kinds import CopyFormat
from app.domain.names import FourNames
from app.operations import programmes, venues
from app.store.schedule_halls import way_rows
from app.store.venue_rows import hall_details, venue_rows
from app.store.venues import Hall, Venue, VenueWay
from app.ui.navigation import PAGES, SETTINGS, page_of
from app.words import phrase

LEFT = Qt.MouseButton.LeftButton


def rows(workspace):
    tables = [model.__table__ for model in (Venue, Hall, VenueWay)]
    return workspace.read(lambda s: [tuple(s.execute(select(table).order_by(table.c.id)).all()) for table in tables])


@pytest.fixture
def section(page, workspace):
    for name in ("Keruen", "Esil"):
        venue = workspace.edit(phrase("Add"), venues.add_venue, FourNames(en=name), FourNames(en="Almaty"))
        workspace.edit(phrase("Add"), venues.add_hall, venue, FourNames(en=f"Hall of {name}"))
    page.go(section="venues")
    return page.venues


def test_what_a_hall_can_play_is_kept_and_shown_again(section, workspace, answer):
    before = rows(workspace)
    section.table.selectRow(1)

    def fill(dialog):
        QTest.mouseClick(dialog.formats.buttons[CopyFormat.DCP], LEFT)
        dialog.lists["sounds"].setText("5.1, 7.1")
        dialog.answers["step_free"].setCurrentIndex(1)
        dialog.answers["soft_subtitles"].setCurrentIndex(2)
        dialog.turnaround_long.setValue(35)
        dialog.cost.setText("many")
        dialog.accept()
        assert dialog.trouble.isVisible()
        dialog.cost.setText("25 000")
        dialog.server.setText("Barco")

    answer(fill)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    found = workspace.read(hall_details, 1)
    assert (found.formats, found.sounds, found.step_free, found.soft_subtitles) == (
        ("dcp",),
        ("5.1", "7.1"),
        True,
        False,
    )
    assert (found.turnaround_long, found.hour_cost, found.server) == (35, 2_500_000, "Barco")
    count = workspace.undo_stack.count()
    shown = answer(lambda _dialog: None)
    section._correct()
    assert shown[0].formats.down() == ["dcp"]
    assert workspace.undo_stack.count() == count  # nothing was changed
    workspace.undo_stack.undo()
    assert rows(workspace) == before


def test_a_venue_has_a_public_and_an_address(section, workspace, answer):
    section.table.selectRow(0)

    def fill(dialog):
        dialog.audience.show_tags(["kk", "ru"])
        dialog.address.setText("Abai 1")

    answer(fill)
    QTest.mouseClick(section.correct, LEFT)
    venue = workspace.read(venue_rows)[0]
    assert (venue.audience, venue.address) == (("kk", "ru"), "Abai 1")


def test_ways_are_entered_corrected_and_forgotten(page, section, workspace, answer):
    before, part = rows(workspace), section.ways
    shown = answer(lambda dialog: dialog.other.setCurrentIndex(0))
    QTest.mouseClick(part.add, LEFT)
    assert shown[0]._troubles["other"].isVisible()
    answer(lambda dialog: dialog.minutes.setValue(25))
    QTest.mouseClick(part.add, LEFT)
    assert [way.minutes for way in workspace.read(way_rows)] == [25]
    answer(lambda dialog: dialog.minutes.setValue(40))
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert [way.minutes for way in workspace.read(way_rows)] == [40]
    QTest.mouseClick(part.remove, LEFT)
    assert not workspace.read(way_rows)
    jumps = []
    workspace.jumped.connect(jumps.append)
    for _n in range(3):
        workspace.undo_stack.undo()
    assert {page_of(step, (*PAGES, SETTINGS)) for step in jumps} == {"settings"}
    page.reveal(jumps[0])
    assert rows(workspace) == before


def test_what_is_used_stays_and_what_is_not_goes(section, workspace, shell):
    first = date(2026, 10, 15)
    workspace.refused.connect(lambda refusal: shell.toasts.append(refusal.message))
    workspace.edit(
        phrase("Add"), lambda session: programmes.add(session, FourNames(en="Week"), first, first, halls=(1,))
    )
    before = rows(workspace)
    section.table.selectRow(1)
    QTest.mouseClick(section.remove, LEFT)
    assert "is used by" in shell.toasts[-1]
    assert rows(workspace) == before
    section.table.selectRow(3)
    QTest.mouseClick(section.remove, LEFT)
    section.table.selectRow(2)
    QTest.mouseClick(section.remove, LEFT)
    assert len(workspace.read(venue_rows)) == 1
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert rows(workspace) == before
