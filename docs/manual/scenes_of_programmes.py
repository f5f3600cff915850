"""The pages of a programme that the manual shows, one function each: slates, tours, plans and releases, rules."""
# ruff: noqa: INP001 - beside a text

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import ScreeningStatus, SlateState
from app.domain.kinds_of_plans import LegalKind
from app.i18n.active import language
from app.operations import plans as keeping
from app.operations import screenings
from app.store.programme_rows import programme_rows
from app.store.rule_rows import law_rows
from app.store.screenings import Screening
from app.ui.main_window import MainWindow
from app.ui.plans.page import PlansPage
from app.ui.schedule.page import SchedulePage
from app.ui.settings.page import SettingsPage
from app.ui.slates.page import SlatesPage
from app.ui.tours.page import ToursPage
from app.ui.tours.trip import Pick
from app.words import N_, phrase

RELEASE = {"kk": "Қонақтарға", "zh": "发给嘉宾", "ru": "Для гостей", "en": "For the guests"}
"""What the release in the pictures is called."""
AGO = dt.timedelta(days=2)
LATER = dt.timedelta(minutes=30)
PATIENCE = 150
"""How often one looks whether the planner is through, five times a second."""


def slates(window: MainWindow) -> None:
    """The board of the film week, an invited title chosen, so that the strip says what confirming it would do."""
    window.show_page("slates", programme=_programme(window, tour=False))
    page = window.current_page()
    assert isinstance(page, SlatesPage)
    assert page.desk is not None
    page.choose([page.desk.columns[SlateState.INVITED][0].id], focus=True)


def tours(window: MainWindow) -> None:
    """The tour, its leg over the border chosen."""
    window.show_page("tours", programme=_programme(window, tour=True))
    page = window.current_page()
    assert isinstance(page, ToursPage)
    assert page.trip is not None
    legs = page.trip.tour.legs
    page.choose(Pick("leg", max(legs, key=lambda leg: leg.customs).id))
    page.stops.setFocus(Qt.FocusReason.OtherFocusReason)


def rules(window: MainWindow) -> None:
    """The rules of law in the settings, one of them chosen."""
    laws = window.workspace.read(law_rows)
    chosen = next(law for law in laws if law.kind is LegalKind.LANGUAGE)
    window.show_page("settings", section="rules")
    page = window.current_page()
    assert isinstance(page, SettingsPage)
    page.rules.show_law(chosen.id)


def planner(window: MainWindow) -> None:
    """What the planner proposes for the titles that wait; it is through with them in some seconds."""
    window.show_page("schedule", programme=_programme(window, tour=False))
    page = window.current_page()
    assert isinstance(page, SchedulePage)
    page.choose(0)
    page.planning.open()
    page.planning.panel.form.seconds.set_current("10")
    page.planning.start()
    for _pulse in range(PATIENCE):
        QTest.qWait(200)
        if page.planning.made is not None and page.planning.running is None:
            break
    assert page.planning.made is not None
    page.planning.panel.enter()


def plans(window: MainWindow) -> None:
    """A release beside the schedule as it has become since."""
    programme = _programme(window, tour=False)
    window.workspace.edit(phrase(N_("Published “{name}”"), name=RELEASE[language()]), _give_out, programme)
    window.workspace.edit(phrase(N_("Move “{title}”"), title=""), _go_on, programme)
    window.show_page("plans", programme=programme)
    page = window.current_page()
    assert isinstance(page, PlansPage)
    page.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _programme(window: MainWindow, *, tour: bool) -> int:
    """The film week of the sample library, or its tour."""
    rows = window.workspace.read(programme_rows)
    return next(row.id for row in rows if (row.kind.value == "tour") is tour)


def _give_out(session: Session, programme: int) -> None:
    made = dt.datetime.now(dt.UTC) - AGO
    keeping.release(session, programme, keeping.Label(RELEASE[language()], made, author="curator"))


def _go_on(session: Session, programme: int) -> None:
    """Some shows half an hour later, one confirmed and one cancelled."""
    query = select(Screening).where(Screening.programme_id == programme, Screening.locked.is_(False))
    shows = list(session.scalars(query.order_by(Screening.starts_local, Screening.id)))
    for show in shows[2:12:3]:
        screenings.move(session, show.id, show.hall_id, show.starts_local + LATER)
    waiting = next(show for show in shows if show.status is ScreeningStatus.TENTATIVE)
    screenings.set_status(session, waiting.id, ScreeningStatus.CONFIRMED)
    screenings.set_status(session, shows[-1].id, ScreeningStatus.CANCELLED)
