"""The word for a value of any vocabulary, whichever list of labels holds it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.domain import kinds
from app.i18n import labels, labels_of_people, labels_of_plans, labels_of_records, labels_of_texts
from app.i18n.labels import context, speaker

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

LEVELS = {
    kinds.Level.WORK: context("level", "Title"),
    kinds.Level.SEASON: context("part", "Season"),
    kinds.Level.EPISODE: context("part", "Episode"),
}

SYNOPSIS_KINDS = {
    kinds.SynopsisKind.LINE: context("synopsis", "Line"),
    kinds.SynopsisKind.SHORT: context("synopsis", "Programme"),
    kinds.SynopsisKind.LONG: context("synopsis", "Catalogue"),
}

_SPEAKERS: Mapping[type[StrEnum], "Callable[[Catalogue, Any], str]"] = {
    **labels.SPEAKERS,
    **labels_of_plans.SPEAKERS,
    kinds.Level: speaker(LEVELS),
    kinds.SynopsisKind: speaker(SYNOPSIS_KINDS),
    kinds.AgentNameType: labels_of_people.agent_name_type,
    kinds.AttachmentKind: labels_of_people.attachment_kind,
    kinds.Scheme: labels_of_texts.scheme_word,
    kinds.ClearanceKind: labels_of_records.clearance_kind,
    kinds.ClearanceState: labels_of_records.clearance_state,
    kinds.TrackKind: labels_of_records.track_kind,
    kinds.CustodyKind: labels_of_records.custody_kind,
    kinds.AwardResult: labels_of_records.award_result,
    kinds.Premiere: labels_of_records.premiere,
    kinds.Measure: labels_of_records.measure,
}


def word(tr: "Catalogue", value: StrEnum) -> str:
    """The word for a value of any vocabulary in `app.domain.kinds`."""
    return _SPEAKERS[type(value)](tr, value)
