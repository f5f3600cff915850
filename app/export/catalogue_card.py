"""The catalogue card (P19): one title a page, or two or four a sheet to be cut apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.title_cards import Cards, TitleCard
from app.domain.title_facts import Titles
from app.export import wording
from app.export.card_sections import Sections, synopsis
from app.export.issue import Run, run
from app.export.title_issue import TitleIssue
from app.export.title_list import version_chips
from app.export.title_options import TitleOptions
from app.export.wording import Data
from app.i18n.catalogue import Catalogue

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}


@dataclass(frozen=True)
class CardIssue(TitleIssue):
    """What the cards ask: the titles in their order, and the card of each."""

    cards: Cards

    @classmethod
    def of(cls, cards: Cards, catalogues: Sequence[Catalogue], options: TitleOptions) -> "CardIssue":
        """The issue of these cards."""
        titles = Titles(cards.choice, tuple(card.facts for card in cards.cards), cards.as_of, cards.sample)
        return cls(titles, catalogues, options, cards)


def build(issue: CardIssue) -> Data:
    """The data of resources/templates/catalogue_card.typ."""
    by_id = {card.facts.id: card for card in issue.cards.cards}
    return {
        "options": wording.choices(issue),
        "masthead": {"names": issue.chosen(), "city": issue.counted()},
        "foot": issue.foot(),
        "per_sheet": issue.options.per_sheet,
        "cards": [_card(issue, by_id[title.id]) for title in issue.ordered()],
    }


def pictures(cards: Cards) -> dict[str, bytes]:
    """The posters under the names the template knows them by."""
    return {_file(card): card.poster.data for card in cards.cards if card.poster}


def _file(card: TitleCard) -> str:
    assert card.poster
    return f"{card.poster.digest}.{_ENDINGS[card.poster.media_type]}"


def _card(issue: CardIssue, card: TitleCard) -> Data:
    sections = Sections(issue, card, internal=issue.options.internal)
    titles = issue.titled(card.facts) or [run("–", "und")]
    poster = None
    if card.poster:
        alt = issue.tr("Poster of “{title}”", title=titles[0]["t"])
        poster = {"file": _file(card), "alt": alt}
    return {
        "titles": titles,
        "number": str(card.facts.id),
        "poster": poster,
        "facts": sections.facts(),
        "chips": version_chips(issue, card.facts.versions),
        "synopses": _synopses(issue, card),
        "sections": sections.all(),
    }


def _synopses(issue: CardIssue, card: TitleCard) -> list[list[Run]]:
    """The synopsis in every language of the document that has one, in paragraphs."""
    found = []
    for language in issue.languages:
        text = synopsis(card, language)
        if text:
            found.append([run(part, language) for part in text.split("\n") if part.strip()])
    return found
