"""What a file adds to a title: filled where empty, beside what differs, never over it."""

from app.domain.enrichment import Difference, KnownRights, KnownTitle, additions, joined
from app.domain.kinds import NameType, RightsState, Role, SpokenMode, WorkKind
from app.domain.proposals import ProposedCredit, ProposedName, ProposedRights, ProposedTitle, ProposedVersion

KNOWN = KnownTitle(
    7,
    (("Шал", "kk-Cyrl"), ("老人", "zh-Hans")),
    kind=WorkKind.FEATURE,
    year=2012,
    credits=(("Ермек Тұрсынов", Role.DIRECTOR),),
    versions=(("kk", SpokenMode.ORIGINAL),),
    rights=(KnownRights("KZ", RightsState.CLEARED, None, None),),
)


def told(**facts: object) -> ProposedTitle:
    return ProposedTitle(2, facts.pop("names", ()), **facts)  # type: ignore[arg-type]


def test_what_is_there_is_not_added() -> None:
    same = told(
        names=(ProposedName("ШАЛ", "kk-Cyrl", NameType.ORIGINAL), ProposedName("老人", "zh-Hans")),
        kind=WorkKind.FEATURE,
        year=2012,
        credits=(ProposedCredit("Yermek Tursynov"), ProposedCredit("Турсынов Ермек")),
        versions=(ProposedVersion("kk", SpokenMode.ORIGINAL),),
        rights=(ProposedRights(RightsState.NEGOTIATION),),
    )
    assert not additions(KNOWN, same)


def test_empty_places_are_filled() -> None:
    more = additions(KNOWN, told(runtime=102, age_mark="12+", countries=("KZ",), source="Archive"))
    assert dict(more.facts) == {"runtime": 102, "age_mark": "12+", "source": "Archive"}
    assert more.countries == ("KZ",)
    assert more.differences == ()


def test_what_differs_stands_beside_and_only_once() -> None:
    more = additions(KNOWN, told(year=2013))
    assert more.facts == ()
    assert more.differences == (Difference("year", "2012", "2013"),)
    again = KnownTitle(7, (), year=2012, claims=(("year", "2013"),))
    assert not additions(again, told(year=2013))


def test_another_original_name_becomes_an_alternative() -> None:
    (name,) = additions(KNOWN, told(names=(ProposedName("Старик", "ru", NameType.ORIGINAL),))).names
    assert name.type is NameType.ALTERNATIVE


def test_notes_are_continued() -> None:
    known = KnownTitle(1, (), notes="Lent to Astana")
    assert dict(additions(known, told(notes="Scratched")).facts) == {"notes": "Lent to Astana\nScratched"}
    assert not additions(known, told(notes="Lent to Astana"))


def test_two_rows_of_one_title_become_one() -> None:
    first = told(names=(ProposedName("Шал", "kk-Cyrl", NameType.ORIGINAL),), year=2012)
    later = told(names=(ProposedName("The Old Man", "en", NameType.ORIGINAL),), year=2013, runtime=102)
    both = joined(first, later)
    assert (both.year, both.runtime) == (2012, 102)
    assert [(name.text, name.type) for name in both.names] == [
        ("Шал", NameType.ORIGINAL),
        ("The Old Man", NameType.ALTERNATIVE),
    ]
