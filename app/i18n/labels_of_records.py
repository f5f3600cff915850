"""The words for the values of the records that hang on a title: papers, tracks, custody, prizes, figures."""

from app.domain import kinds
from app.domain.copies import KeyStatus
from app.domain.digital_name import Part
from app.i18n.labels import context, speaker

CLEARANCE_KINDS = {
    kinds.ClearanceKind.CERTIFICATE: context("clearance", "Distribution certificate"),
    kinds.ClearanceKind.PERMIT: context("clearance", "Public screening permit"),
    kinds.ClearanceKind.FILING: context("clearance", "Filing"),
    kinds.ClearanceKind.MICROSERIES_LICENCE: context("clearance", "Microseries licence"),
    kinds.ClearanceKind.MICROSERIES_FILING: context("clearance", "Microseries filing"),
    kinds.ClearanceKind.EVENT_APPROVAL: context("clearance", "Event approval"),
    kinds.ClearanceKind.OTHER: context("clearance", "Other paper"),
}

CLEARANCE_STATES = {
    kinds.ClearanceState.NEEDED: context("clearance", "Needed"),
    kinds.ClearanceState.APPLIED: context("clearance", "Applied for"),
    kinds.ClearanceState.GRANTED: context("clearance", "Granted"),
    kinds.ClearanceState.REFUSED: context("clearance", "Refused"),
    kinds.ClearanceState.NOT_NEEDED: context("clearance", "Not needed"),
}

TRACK_KINDS = {
    kinds.TrackKind.AUDIO: context("track", "Sound"),
    kinds.TrackKind.SUBTITLE: context("track", "Subtitles"),
    kinds.TrackKind.CAPTIONS: context("track", "Captions for the deaf"),
    kinds.TrackKind.AUDIO_DESCRIPTION: context("track", "Audio description"),
    kinds.TrackKind.SIGN_LANGUAGE: context("track", "Sign language"),
}

CUSTODY_KINDS = {
    kinds.CustodyKind.RECEIVED: context("custody", "Received"),
    kinds.CustodyKind.CHECKED: context("custody", "Checked"),
    kinds.CustodyKind.INGESTED: context("custody", "Ingested"),
    kinds.CustodyKind.SENT: context("custody", "Sent"),
    kinds.CustodyKind.LENT: context("custody", "Lent"),
    kinds.CustodyKind.RETURNED: context("custody", "Returned"),
    kinds.CustodyKind.CUSTOMS: context("custody", "At customs"),
    kinds.CustodyKind.DAMAGED: context("custody", "Damaged"),
    kinds.CustodyKind.DELETED: context("custody", "Deleted or destroyed"),
}

AWARD_RESULTS = {
    kinds.AwardResult.WON: context("award", "Won"),
    kinds.AwardResult.NOMINATED: context("award", "Nominated"),
    kinds.AwardResult.MENTION: context("award", "Special mention"),
}

PREMIERES = {
    kinds.Premiere.NONE: context("premiere", "No premiere"),
    kinds.Premiere.WORLD: context("premiere", "World premiere"),
    kinds.Premiere.INTERNATIONAL: context("premiere", "International premiere"),
    kinds.Premiere.CONTINENTAL: context("premiere", "Continental premiere"),
    kinds.Premiere.NATIONAL: context("premiere", "National premiere"),
    kinds.Premiere.REGIONAL: context("premiere", "Regional premiere"),
    kinds.Premiere.CITY: context("premiere", "City premiere"),
}

MEASURES = {
    kinds.Measure.BOX_OFFICE: context("figure", "Box office"),
    kinds.Measure.ADMISSIONS: context("figure", "Admissions"),
    kinds.Measure.SCREENINGS: context("figure", "Screenings"),
    kinds.Measure.VIEWS: context("figure", "Views"),
    kinds.Measure.AUDIENCE_SHARE: context("figure", "Audience share"),
    kinds.Measure.RATING: context("figure", "Rating out of ten"),
    kinds.Measure.BUDGET: context("figure", "Budget"),
}

KEY_STATUSES = {
    KeyStatus.VALID: context("key", "Valid"),
    KeyStatus.ENDS: context("key", "Ends soon"),
    KeyStatus.EXPIRED: context("key", "Expired"),
    KeyStatus.NOT_YET: context("key", "Not valid yet"),
    KeyStatus.UNKNOWN: context("key", "Validity unknown"),
}

NAME_PARTS = {
    Part.TITLE: context("digital name", "title"),
    Part.CONTENT: context("digital name", "kind of content"),
    Part.ASPECT: context("digital name", "aspect"),
    Part.LANGUAGE: context("digital name", "languages"),
    Part.TERRITORY: context("digital name", "territory"),
    Part.AUDIO: context("digital name", "sound"),
    Part.RESOLUTION: context("digital name", "resolution"),
    Part.STUDIO: context("digital name", "studio"),
    Part.DATE: context("digital name", "date"),
    Part.FACILITY: context("digital name", "facility"),
    Part.STANDARD: context("digital name", "standard"),
    Part.PACKAGE: context("digital name", "package type"),
}

clearance_kind = speaker(CLEARANCE_KINDS)
clearance_state = speaker(CLEARANCE_STATES)
track_kind = speaker(TRACK_KINDS)
custody_kind = speaker(CUSTODY_KINDS)
award_result = speaker(AWARD_RESULTS)
premiere = speaker(PREMIERES)
measure = speaker(MEASURES)
key_status = speaker(KEY_STATUSES)
name_part = speaker(NAME_PARTS)
