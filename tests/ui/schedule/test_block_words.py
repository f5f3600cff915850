"""What finds room on a block, how high rows are, and where views open: measures without a window."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from app.domain.kinds import ScreeningStatus
from app.store.schedule import schedule
from app.store.store import Store
from app.store.tour_rows import stop_rows
from app.ui.schedule.board import Density, Layout, Scale
from app.ui.schedule.faces import Code, Face
from app.ui.schedule.heights import height_of
from app.ui.schedule.hours import whole_hours
from app.ui.schedule.opening import opening_minute
from app.ui.schedule.plan import Plan, minutes_after
from app.ui.schedule.sight import Mode, Sight
from app.ui.schedule.stamps import measures
from app.ui.schedule.wording import Room, Style, arrange, code_width, single
from app.ui.schedule.zoom import Zoom
from app.ui.widgets.chips import ChipKind
from tests.ui.conftest import THURSDAY

pytestmark = pytest.mark.usefixtures("qapp")

STYLE = Style("small_strong", "label_figure")
CODES = (Code(ChipKind.ORIG, "ҚАЗ"), Code(ChipKind.SUB, "РУС"), Code(ChipKind.SUB, "АҒЫ"))
FACE = Face("The Composer", "18:50", "18:50–20:50", CODES, 4, ScreeningStatus.CONFIRMED, locked=False, severity=None,
            remarks=())  # fmt: skip


@pytest.fixture(scope="module")
def plan(film_week: Path) -> Plan:
    store = Store.open(film_week, own=False)
    with store.read() as session:
        found = Plan(schedule(session, 1, "en", THURSDAY), "en")
    store.close()
    return found


@pytest.mark.parametrize("lines", [2, 3, 4])
def test_a_block_always_says_a_language_and_nothing_leaves_it(lines: int) -> None:
    for width in range(34, 220, 3):
        said(width, lines)


def said(width: int, lines: int) -> None:
    words = arrange(FACE, Room(lines, width - 14, width, width), ("18:50",), STYLE)
    second, known = words.second, measures()
    assert second.codes + words.below >= 1
    assert len(words.title) + 1 + bool(words.below) <= lines
    taken = (
        14 * second.glyph
        + known.width("label_figure", 400, second.hours)
        + second.gap * bool(second.hours and second.codes)
    )
    taken += sum(code_width(code, slim=second.slim) + 4 for code in CODES[: second.codes]) - 4 * bool(second.codes)
    assert taken <= width + 4
    assert not (second.hours and second.codes) or second.gap >= 3  # hours and a code never touch
    if lines > 2:
        assert second.hours or width < known.width("label_figure", 400, "18:50")


def test_a_title_breaks_between_words_and_stays_whole_where_it_fits() -> None:
    room = Room(3, 64, 70, 70)
    assert arrange(FACE, room, ("18:50",), STYLE).title == ("The", "Composer")
    assert arrange(FACE._replace(title="Poet"), room, ("18:50",), STYLE).title == ("Poet",)
    assert arrange(FACE._replace(title="Композиторлар"), room, ("18:50",), STYLE).title == ("Композиторлар",)
    talk = FACE._replace(title="How subtitles are written", codes=())
    assert " ".join(arrange(talk, Room(4, 64, 70, 70), ("18:50",), STYLE).title) == talk.title


def test_on_one_line_the_title_gives_way_to_a_language() -> None:
    for width in range(60, 160, 5):
        line = single(FACE, width, width + 20)
        taken = 14 * line.glyph + line.title + 6 + code_width(CODES[0])
        assert line.codes >= 1
        assert taken <= line.width + 1
        assert line.width <= width + 20


def test_rows_take_the_free_height_and_no_more(plan: Plan) -> None:
    heights = []
    for room in (300, 510, 620, 720, 2000):
        scale = Zoom().scale(plan, QRectF(0, 0, 700, room), 900)
        heights.append(scale.row)
        if room > 500:
            assert Layout(plan, scale, whole_hours(plan)).height == height_of(plan, scale, Sight(), room)[0] <= room
    assert heights == sorted(heights)
    assert heights[0] == 41
    assert heights[-1] == 74


def test_a_day_opens_at_its_first_event_or_now(plan: Plan) -> None:
    day = plan.days[1]
    sight = Sight(Mode.DAY, day)
    first = min(minutes_after(day, card.event_starts) for card in plan.cards.values() if card.day == day)
    noon = datetime(day.year, day.month, day.day, 15)
    assert opening_minute(plan, sight, None) == first - 30
    assert opening_minute(plan, sight, noon + timedelta(days=9)) == first - 30
    assert opening_minute(plan, sight, noon) == 14 * 60
    assert opening_minute(plan, Sight(), noon) is None


def test_the_head_of_a_stop_stays_and_the_next_pushes_it_out(film_week: Path) -> None:
    store = Store.open(film_week, own=False)
    with store.read() as session:
        tour = Plan(schedule(session, 2, "en", THURSDAY), "en", stop_rows(session, 2))
    store.close()
    board = Layout(tour, Scale(60.0, Density.WEEK, 41, 20, 5), whole_hours(tour))
    first, second = board.bands[:2]
    assert board.held(0) == (first, 0.0)
    assert board.held(60) == (first, 0.0)
    assert board.held(second.top - 10) == (first, 10.0 - first.height)
    assert board.held(second.top) == (second, 0.0)
    for row in board.rows:
        assert board.held(row.top - board.held_above(row)) is not None
