"""How much findings matter in one programme: its settings laid over what the clashes and the laws say."""

from collections.abc import Iterable, Iterator
from functools import cache

from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Severity


class Severities:
    """What the settings of a programme do to findings.

    A setting says how grave the gravest clash of its rule shall be; what the rule finds less grave shifts with
    it, and stays a wish at least. Legal findings come with the severity of their row of law and shift alike.
    """

    def __init__(self, context: Context) -> None:
        """Work out the shifts once."""
        self._shifts: dict[str, int] = {}
        for rule, setting in context.settings.items():
            if setting.severity and rule in _gravest():
                shift = setting.severity - _gravest()[rule]
                if shift:
                    self._shifts[rule] = shift

    def of(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """The findings as this programme takes them."""
        return self._shifted(findings) if self._shifts else findings

    def _shifted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            shift = self._shifts.get(finding.rule)
            yield finding if shift is None else finding._replace(severity=_within(finding.severity + shift))


def _within(severity: int) -> Severity:
    return Severity(min(max(severity, Severity.WISH), Severity.ERROR))


@cache
def _gravest() -> dict[str, int]:
    """The severity of the gravest clash of each rule."""
    found: dict[str, int] = {}
    for clash in Clash:
        found[clash.rule] = max(found.get(clash.rule, 0), clash.severity)
    return found
