"""One of each: whether of every thing one option can be taken so that no two of those taken exclude each other.

Where nothing has more than two options left this is decided in time that grows with the square of their number: an
option that can be taken together with all that follows from it need never be given up. What can be told at once goes
first: an option that excludes nothing that is left is taken, and one that excludes all another of its thing does, and
more, is dropped. Only things that still have three options or more are tried option by option, and that may take
time that doubles with each of them: whether there is a quicker way nobody knows.
"""

from collections.abc import Mapping, Sequence

Left = dict[int, list[int]]
"""What is still to be decided: of each thing the options that are possible."""

PAIR = 2
"""Of two options one can be tried for good."""

MOST = 500
"""So many choices are tried before it is left undecided, a quarter of a second or so."""


class Undecided(Exception):  # noqa: N818 - no error: an answer
    """More than `MOST` choices were tried."""


def one_of_each(options: Mapping[int, Sequence[int]], excluded: Mapping[int, frozenset[int]]) -> bool:
    """Whether one can be taken of each; `excluded` holds for an option those it cannot be taken with.

    Raises `Undecided`.
    """
    return _Search(excluded).found({thing: list(own) for thing, own in options.items()})


class _Search:
    """One search; `tries` counts choices that may have to be taken back."""

    def __init__(self, excluded: Mapping[int, frozenset[int]]) -> None:
        self.excluded = excluded
        self.tries = 0

    def found(self, left: Left | None) -> bool:
        """Whether one of each of these can be taken."""
        while left:
            left = self._simpler(left)
            if not left:
                break
            many = [(len(own), thing) for thing, own in left.items() if len(own) > PAIR]
            thing = min(many)[1] if many else min(left)
            if many:
                return self._any_of(left, thing)
            left = next((rest for one in left[thing] if (rest := self._taken(left, thing, one)) is not None), None)
        return left is not None

    def _any_of(self, left: Left, thing: int) -> bool:
        for option in left[thing]:
            self.tries += 1
            if self.tries > MOST:
                raise Undecided
            if self.found(self._taken(left, thing, option)):
                return True
        return False

    def _taken(self, left: Left, thing: int, option: int) -> Left | None:
        """What is left once an option of a thing is taken, with all that follows; None if nothing is left of one."""
        rest = dict(left)
        waiting = [(thing, option)]
        while waiting:
            of, taken = waiting.pop()
            if rest.pop(of, None) is None:
                continue
            out = self.excluded[taken]
            for other, own in list(rest.items()):
                if out.isdisjoint(own):
                    continue
                kept = [one for one in own if one not in out]
                if not kept:
                    return None
                rest[other] = kept
                if len(kept) == 1:
                    waiting.append((other, kept[0]))
        return rest

    def _simpler(self, left: Left) -> Left | None:
        """The same without what can be told at once; None if nothing is left of one thing."""
        while True:
            single = next(((thing, own[0]) for thing, own in left.items() if len(own) == 1), None)
            if single is not None:
                rest = self._taken(left, *single)
                if rest is None:
                    return None
                left = rest
                continue
            alive = frozenset(one for own in left.values() for one in own)
            against = {one: self.excluded[one] & alive for one in alive}
            slim = {t: kept for t, own in left.items() if (kept := _undominated(own, against)) is not None}
            if slim == left:
                return left
            left = slim


def _undominated(own: list[int], against: Mapping[int, frozenset[int]]) -> list[int] | None:
    """The options none of which excludes all that another does; None if one excludes nothing: the thing is decided."""
    if any(not against[one] for one in own):
        return None
    kept: list[int] = []
    for one in sorted(own, key=lambda option: (len(against[option]), option)):
        if not any(against[better] <= against[one] for better in kept):
            kept.append(one)
    return sorted(kept, key=own.index)
