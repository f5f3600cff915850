"""Titles to print: ordinary ones, and all that is hard about a title."""

from datetime import date

from app.domain import title_cards as cards
from app.domain.kinds import (
    AwardResult,
    ClearanceKind,
    ClearanceState,
    Confidence,
    CopyFormat,
    Measure,
    NameType,
    Premiere,
    RightsState,
    RightsStatus,
    Role,
    Scheme,
    SpokenMode,
    SubtitleKind,
    SynopsisKind,
    Use,
    VersionStatus,
    WorkKind,
)  # fmt: skip
from app.domain.names import FourNames, WorkName
from app.domain.rights import Standing
from app.domain.title_cards import Cards, TitleCard
from app.domain.title_facts import Choice, Doer, Licence, SynopsisText, TitleFacts, Titles, VersionFacts

DAY = date(2026, 11, 22)
LONG = (
    "Қазақстанның халық әртісі Шәкен Аймановтың өмірі мен шығармашылығына арналған деректі фильмнің қысқаша нұсқасы"
    " мен жалғасы"
)
HAN = "关于艺术家沙肯艾马诺夫的生平与创作的长篇纪录片的短版本以及其续集和花絮以及更多的内容在此"
NOWHERE = Standing(RightsStatus.NOT_ENTERED)
POSTER = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6360606000000004000163"
    "2a5c5f0000000049454e44ae426082"
)
"""One black pixel."""


def names(*pairs: tuple[str, str], reading: str = "") -> tuple[WorkName, ...]:
    """Names of a work, the first of them the original."""
    return tuple(
        WorkName(text, tag, NameType.TRANSLATED if place else NameType.ORIGINAL, not place,
                 reading if tag == "zh-Hans" else "")
        for place, (tag, text) in enumerate(pairs)
    )  # fmt: skip


DUB = (
    VersionFacts("zh", SpokenMode.ORIGINAL, ("ru", "en")),
    VersionFacts("kk", SpokenMode.DUBBED),
    VersionFacts("ru", SpokenMode.VOICE_OVER),
)
OLD_MAN = TitleFacts(
    4, names(("zh-Hans", "嘿，老头！"), ("kk-Cyrl", "Қайран қарттар"), ("ru", "Эй, старик!"), ("en", "Hey, Old Man!"),
             reading="Hēi, lǎotóu!"),
    WorkKind.SERIES, 2015, 45, 40, "12+", ("CN",), DUB, Standing(RightsStatus.ENDING, date(2026, 12, 4), 12),
    people=(Doer(Role.DIRECTOR, names(("zh-Hans", "杨亚洲"), ("kk-Cyrl", "Ян Ячжоу"))),),
    synopses=(SynopsisText("kk-Cyrl", SynopsisKind.SHORT, "Қарт әке мен баласы туралы хикая."),),
    source="kino.kz", notes="=1+1", identifiers=((Scheme.IMDB, "tt0012345"),),
    licence=Licence(RightsState.CLEARED, "KZ", None, date(2026, 12, 4), "Қытай киносы"),
)  # fmt: skip
WILD = TitleFacts(
    7, names(("kk-Cyrl", LONG), ("zh-Hans", HAN), ("ru", "Сверхдлинноесловобезединогопробелакотороенегдеразорвать"),
             ("en", "Cinema 🎬 “#panic()”")),
    WorkKind.ANIMATED_SHORT, 2024, 5, None, "", ("KZ", "CN", "RU", "US"), DUB, NOWHERE,
    source="https://example.org/a/very/long/address/without/any/space/in/it?x=1",
)  # fmt: skip
SCRIPTS = TitleFacts(
    8, names(("kk-Arab", "قايران قارتتار"), ("zh-Hant", "臥虎藏龍"), ("en", "=1+1 & <b>$x$</b> \\ *bold*")),
    WorkKind.FEATURE, None, None, None, "", (), (), NOWHERE,
)  # fmt: skip
NAMELESS = TitleFacts(9, (), WorkKind.FEATURE, None, None, None, "", (), (), NOWHERE)
TIME = TitleFacts(10, names(("zxx", "5:32")), WorkKind.SERIES, 2021, None, None, "", ("KZ",), (), NOWHERE)
ALL = (OLD_MAN, WILD, SCRIPTS, NAMELESS, TIME)


def titles(*facts: TitleFacts, programme: FourNames | None = None) -> Titles:
    """These titles, or all of them, as a list."""
    chosen = facts or ALL
    choice = Choice(tuple(one.id for one in chosen), every=programme is None, programme=programme)
    return Titles(choice, chosen, DAY)


def crowded() -> TitleCard:
    """A card with everything there is: forty credits, three thousand letters, rights, copies, sources, a poster."""
    agents = {n: names(("kk-Cyrl", f"Айбек Серікұлы {n}"), ("ru", f"Айбек Серикулы {n}")) for n in range(40)}
    made = tuple(cards.CardCredit(list(Role)[n % 8], n, "Батыр" if n % 8 == 7 else "", None) for n in range(38))
    told = ("Шәкен Айманов туралы фильм оның өмірінің соңғы жылдарын баяндайды. " * 45)[:3000]
    facts = TitleFacts(
        WILD.id, WILD.names, WILD.kind, 2024, 98, None, "16+", ("KZ", "CN"), DUB, OLD_MAN.standing, Confidence.LOW,
        "year", "kino.kz", "Ескертпе\nЕкінші жол", synopses=(
            SynopsisText("kk-Cyrl", SynopsisKind.LONG, told),
            SynopsisText("zh-Hans", SynopsisKind.LONG, "影片讲述。" * 90),
        ),
    )  # fmt: skip
    return TitleCard(
        facts, co_production=True,
        names=tuple(cards.CardName(n.text, n.language, NameType(n.type), n.reading, auto=False) for n in WILD.names),
        countries=(cards.CardCountry("KZ", "", 60), cards.CardCountry("CN", "", 40)),
        versions=(
            cards.CardVersion(1, "kk", SpokenMode.DUBBED, VersionStatus.DELIVERED, 98, 2024, "", "Алматы", "құпия"),
        ),
        subtitles=(cards.CardSubtitles(1, "ru", SubtitleKind.BURNT_IN),),
        credits=(
            *made,
            cards.CardCredit(Role.DUBBING_DIRECTOR, 38, "", 1),
            cards.CardCredit(Role.VOICE_ACTOR, 39, "Қыз", 1),
        ),
        rights=(
            cards.CardRights(
                "KZ", Use.FESTIVAL, RightsState.CLEARED, DAY, None, "China Film", 1250000, "CNY", "5/2", "жабық"
            ),
        ),
        ratings=(cards.CardRating("RU", "18+"),),
        clearances=(
            cards.CardClearance("KZ", ClearanceKind.CERTIFICATE, ClearanceState.GRANTED, "0012/2024", DAY, None),
        ),
        copies=(cards.CardCopy("DCP-17", CopyFormat.DCP, "Алматы, қойма", "Орталық", ""),),
        awards=(cards.CardAward("SIFF", 2024, "Golden Goblet", AwardResult.WON),),
        entries=(cards.CardEntry("Eurasia IFF", 2024, "Competition", "KZ", "Almaty", Premiere.NATIONAL),),
        figures=(
            cards.CardFigure(Measure.BOX_OFFICE, 123456700, "KZT", "KZ"),
            cards.CardFigure(Measure.RATING, 840, "", ""),
        ),
        claims=(cards.CardClaim("year", "2023", "kino-teatr", Confidence.LOW, preferred=False),),
        identifiers=(cards.CardIdentifier(Scheme.IMDB, "tt0012345"), cards.CardIdentifier(Scheme.OWN, "007")),
        agents=agents, poster=cards.Picture("ab" * 32, "image/png", POSTER),
    )  # fmt: skip


def of(*shown: TitleCard) -> Cards:
    """These cards."""
    return Cards(Choice(tuple(card.facts.id for card in shown)), shown, DAY)
