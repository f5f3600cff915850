"""What reading a digital-cinema name would add to a copy, and where the two say different things."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.digital_name import DigitalName, SpokenTrack
from app.domain.kinds import TrackKind
from app.domain.names import plain


@dataclass(frozen=True)
class Filling:
    """`facts` and `tracks` are what the copy lacks; `differing` maps a fact to what the copy and what the name says."""

    facts: dict[str, str]
    tracks: tuple[SpokenTrack, ...]
    differing: dict[str, tuple[str, str]]

    @property
    def number(self) -> int:
        """How many fields would be filled."""
        return len(self.facts) + len(self.tracks)


def filling(name: DigitalName, stored: Mapping[str, str], tracks: Iterable[tuple[TrackKind, str]]) -> Filling:
    """Compare a name with what is stored of a copy: facts under their columns, tracks as (kind, BCP 47 tag)."""
    there = {(kind, plain(language)) for kind, language in tracks}
    facts, differing = {}, {}
    for fact, said in name.facts.items():
        known = stored.get(fact, "").strip()
        if not known:
            facts[fact] = said
        elif _same(known) != _same(said):
            differing[fact] = (known, said)
    lacking = tuple(track for track in name.tracks if (track.kind, plain(track.language)) not in there)
    return Filling(facts, lacking, differing)


def _same(text: str) -> str:
    return "".join(text.split()).casefold()
