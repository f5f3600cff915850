"""Repairs of what the newer rules find, and places for events that still wait for something."""

from dataclasses import replace
from datetime import timedelta

from app.domain.board import Board
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import CopyFormat, Use
from app.domain.kinds_of_plans import LegalKind
from app.domain.places import Choices, free_places
from app.domain.repairs import MoveTo, Unplace, UseCopy, repairs
from app.domain.screenings import Clash
from app.domain.surroundings import KeyWindow, Law, VersionFacts, WorkFacts
from tests.domain.plans import FIRST, at, event, without_all_but

CHOICES = Choices((FIRST,), closes=26 * 60)
RULES = without_all_but("R1", "R2", "R7", "R8", "R9", "R11", "R12", "R15", "R27")
PLAIN = Context(halls={1: HallFacts(1), 2: HallFacts(1)}, without=RULES)


def offers(clash, *slots, **facts):
    board = Board(slots, replace(PLAIN, **facts))
    finding = next(found for found in board.conflicts() if found.clash is clash)
    return repairs(finding, board, CHOICES)


def moves(*args, **facts):
    return [(one.hall, one.starts) for one in offers(*args, **facts) if isinstance(one, MoveTo)]


def test_what_a_hall_cannot_play_goes_to_another_hall_or_is_played_from_another_copy():
    halls = {1: HallFacts(1, formats=frozenset({"mp4"})), 2: HallFacts(1, formats=frozenset({"dcp"}))}
    copies = {1: CopyFacts(1, format=CopyFormat.DCP), 2: CopyFacts(1, format=CopyFormat.MP4)}
    found = offers(Clash.HALL_CANNOT_PLAY, event(1, 1, "18:00", copies=(1,)), halls=halls, copies=copies)
    assert [type(one) for one in found] == [UseCopy, MoveTo, Unplace]
    assert (found[1].hall, found[1].starts) == (2, at("18:00"))


def test_what_is_for_adults_goes_later():
    law = Law(1, LegalKind.AGE_HOUR, "KZ", 3, mark="21+", from_minute=22 * 60, until_minute=30 * 60)
    works = {5: WorkFacts(marks=(("", "21+"),))}
    found = moves(Clash.AGE_HOUR, event(1, 1, "21:00", works=(5,)), laws=(law,), works=works)
    assert (1, at("22:00")) in found


def test_a_show_goes_to_where_its_key_holds():
    copies = {1: CopyFacts(encrypted=True, keys=(KeyWindow(at("14:00"), at("17:00")),))}
    assert moves(Clash.KEY_EXPIRED, event(1, 1, "18:00", copies=(1,)), copies=copies)[0] == (1, at("15:00"))


def test_what_was_published_goes_back_and_nowhere_else():
    published = {1: (2, at("18:00"))}
    assert moves(Clash.PUBLISHED_MOVED, event(1, 1, "19:00"), published=published) == [(2, at("18:00"))]
    taken = event(2, 2, "18:30")
    assert moves(Clash.PUBLISHED_MOVED, event(1, 1, "19:00"), taken, published=published) == []


def test_going_back_tells_when_the_hall_closes_not_when_the_event_ends():
    halls = {1: HallFacts(1), 2: HallFacts(1, hours=((at("10:00"), at("23:30")),))}
    (offer,) = [
        one
        for one in offers(Clash.PUBLISHED_MOVED, event(1, 1, "19:00"), published={1: (2, at("18:00"))}, halls=halls)
        if isinstance(one, MoveTo)
    ]
    assert offer.closes == at("23:30") > offer.ends


def test_what_was_published_may_move_out_of_the_way():
    both = event(1, 1, "18:00"), event(2, 1, "18:30")
    published = {1: (1, at("18:00")), 2: (1, at("18:30"))}
    assert moves(Clash.HALL_TAKEN, *both, published=published) != []


def test_two_showings_on_one_day_move_apart_by_a_day():
    shows = event(1, 1, "12:00", works=(5,)), event(2, 2, "18:00", works=(5,))
    board = Board(shows, PLAIN)
    finding = next(found for found in board.conflicts() if found.clash is Clash.SAME_DAY)
    days = Choices((FIRST, FIRST + timedelta(days=1)))
    for offer in repairs(finding, board, days):
        after = Board([{one.id: one for one in offer.after}.get(slot.id, slot) for slot in shows], PLAIN)
        assert Clash.SAME_DAY not in [found.clash for found in after.conflicts()]


def test_an_event_may_be_pencilled_in_while_subtitles_and_keys_are_waited_for():
    law = Law(1, LegalKind.LANGUAGE, "KZ", 3, languages=("kk",))
    context = replace(
        PLAIN, laws=(law,), use=Use.PUBLIC, versions={7: VersionFacts("zh")}, copies={1: CopyFacts(encrypted=True)}
    )
    waiting = event(1, None, "18:00", works=(5,), versions=(7,), copies=(1,))
    assert len(free_places(waiting, Board([waiting], context), CHOICES)) == 2
    placed = replace(waiting, hall=1)
    clashes = {found.clash for found in Board([placed], context).conflicts()}
    assert clashes == {Clash.LANGUAGE_MISSING, Clash.KEY_MISSING}
