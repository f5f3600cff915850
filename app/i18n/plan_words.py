"""The words of kept plans and of what changed between them."""

from typing import TYPE_CHECKING

from app.domain.kept_plans import Difference
from app.domain.kinds_of_plans import PlanKind
from app.i18n.labels import Word, context

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

_KINDS: dict[PlanKind, Word] = {
    PlanKind.ALTERNATIVE: context("plan", "Alternative"),
    PlanKind.RELEASE: context("plan", "Release"),
}

_DIFFERENCES: dict[Difference, Word] = {
    Difference.ADDED: context("change", "new"),
    Difference.REMOVED: context("change", "taken off"),
    Difference.CANCELLED: context("change", "cancelled"),
    Difference.BACK: context("change", "on again"),
    Difference.MOVED: context("change", "another time"),
    Difference.OTHER_HALL: context("change", "another hall"),
    Difference.CONFIRMED: context("change", "confirmed"),
    Difference.TENTATIVE: context("change", "tentative"),
    Difference.OTHER_VERSION: context("change", "another version"),
    Difference.OTHER_TITLES: context("change", "other titles"),
    Difference.OTHER_LENGTH: context("change", "another length"),
    Difference.RENAMED: context("change", "renamed"),
}


def plan_kind(tr: "Catalogue", kind: PlanKind) -> str:
    """What a kept plan is."""
    return tr.context(*_KINDS[kind])


def difference(tr: "Catalogue", value: Difference) -> str:
    """What happened to an event, in one or two words."""
    return tr.context(*_DIFFERENCES[value])
