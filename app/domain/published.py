"""R27: what was published stays, unless a must would be broken where it was published."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Matter, Severity, Slot

Check = Callable[[Slot, Sequence[Slot]], list[Finding]]
Errors = tuple[tuple[Clash, Matter], ...]


def published_place(slot: Slot, context: Context) -> Slot | None:
    """An event as it was published, where it stands elsewhere now; None if it stands there or never was published."""
    there = context.published.get(slot.id)
    if there is None or there == (slot.hall, slot.body_start):
        return None
    hall, body_start = there
    return slot.at(hall, body_start - slot.body_start + slot.start)


class Moves:
    """The events that were published for other places, and why they could not have stayed there.

    A move was needed when an error would stand against the event at its published place that does not stand against
    it now. What those errors are is remembered until the board changes.
    """

    __slots__ = ("_check", "_context", "_errors", "moved")

    def __init__(self, context: Context, check: Check) -> None:
        """No events yet; `check` judges one event somewhere beside others."""
        self._context, self._check = context, check
        self._errors: dict[int, tuple[Slot, Errors]] = {}
        self.moved: dict[int, Slot] = {}

    def put(self, slot: Slot) -> None:
        """Take note of a live event that came to the board."""
        self._errors.clear()
        if published_place(slot, self._context) is not None:
            self.moved[slot.id] = slot

    def take(self, slot: Slot) -> None:
        """Forget an event that left it."""
        self._errors.clear()
        self.moved.pop(slot.id, None)

    def findings(self, but: int) -> Iterator[Finding]:
        """What R27 says now of all that has moved, one event left out."""
        for number, slot in list(self.moved.items()):
            if number != but:
                yield from (one for one in self._check(slot, ()) if one.clash is Clash.PUBLISHED_MOVED)

    def explained(self, slot: Slot, findings: list[Finding], beside: Sequence[Slot] = ()) -> list[Finding]:
        """The findings against one event, with the reason of its move where it has one."""
        there = published_place(slot, self._context)
        if there is None:
            return findings
        errors = self._against(slot.id, there, beside)
        now = {one.matter for one in findings if one.severity is Severity.ERROR} if errors else ()
        because = next((clash for clash, matter in errors if matter not in now), None)
        return findings if because is None else [_for(because, one) for one in findings]

    def all_explained(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings of a whole plan likewise."""
        told: dict[int, list[Finding]] = {number: [] for number in self.moved}
        found = list(findings)
        for one in found:
            for number in one.slots:
                if number in told:
                    told[number].append(one)
        said: dict[Finding, Finding] = {}
        for number, own in told.items():
            said.update(zip(own, self.explained(self.moved[number], own), strict=True))
        return [said.get(one, one) if one.clash is Clash.PUBLISHED_MOVED else one for one in found]

    def _against(self, number: int, there: Slot, beside: Sequence[Slot]) -> Errors:
        """The errors against an event where it was published, the first first."""
        known = None if beside else self._errors.get(number)
        if known is not None and known[0] == there:
            return known[1]
        found = self._check(there, beside)
        errors = tuple((one.clash, one.matter) for one in found if one.severity is Severity.ERROR)
        if not beside:
            self._errors[number] = there, errors
        return errors


def _for(because: Clash, finding: Finding) -> Finding:
    if finding.clash is not Clash.PUBLISHED_MOVED:
        return finding
    return finding._replace(values=(*finding.values, ("because", because.value)))
