"""The closed vocabularies of the field: every kind, state and role a record can have."""

from enum import StrEnum


class WorkKind(StrEnum):
    """What a work is (F3). Values are stored; never rename one."""

    FEATURE = "feature"
    SHORT = "short"
    DOCUMENTARY = "documentary"
    DOCUMENTARY_SERIES = "documentary_series"
    ANIMATION = "animation"
    ANIMATED_SHORT = "animated_short"
    ANIMATION_SERIES = "animation_series"
    SERIES = "series"
    MICROSERIES = "microseries"
    TV_STRAND = "tv_strand"
    TV_SHOW = "tv_show"
    CONCERT = "concert"
    STAGE = "stage"
    MUSIC = "music"
    EXHIBITION = "exhibition"
    TALK = "talk"
    MASTER_CLASS = "master_class"


class Level(StrEnum):
    """Where a work stands in a series (EN 15907 descriptive levels; F3). A microseries may have no seasons."""

    WORK = "work"
    SEASON = "season"
    EPISODE = "episode"


class NameType(StrEnum):
    """Why a work bears a name (EN 15907 title types; F2)."""

    ORIGINAL = "original"
    RELEASE = "release"
    FESTIVAL = "festival"
    DUBBED = "dubbed"
    WORKING = "working"
    TRANSLATED = "translated"
    TRANSLITERATED = "transliterated"
    FORMER = "former"
    ALTERNATIVE = "alternative"


class SpokenMode(StrEnum):
    """How a version speaks its language (F4)."""

    ORIGINAL = "original"
    DUBBED = "dubbed"
    VOICE_OVER = "voice_over"
    VOICE_OVER_MULTI = "voice_over_multi"
    NARRATED = "narrated"
    LIVE = "live"


class SubtitleKind(StrEnum):
    """Where a version's subtitles are (F4)."""

    BURNT_IN = "burnt_in"
    IN_PACKAGE = "in_package"
    SEPARATE = "separate"
    LIVE = "live"


class VersionStatus(StrEnum):
    """How far a language version has come (F4)."""

    PLANNED = "planned"
    IN_TRANSLATION = "in_translation"
    RECORDED = "recorded"
    CHECKED = "checked"
    DELIVERED = "delivered"


class AgentKind(StrEnum):
    """A person or an organisation (F6)."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Role(StrEnum):
    """What an agent did (FIAF roles used by the house; F6)."""

    DIRECTOR = "director"
    WRITER = "writer"
    CINEMATOGRAPHER = "cinematographer"
    COMPOSER = "composer"
    EDITOR = "editor"
    PRODUCER = "producer"
    PRODUCTION_COMPANY = "production_company"
    CAST = "cast"
    NARRATOR = "narrator"
    DUBBING_DIRECTOR = "dubbing_director"
    DUBBING_STUDIO = "dubbing_studio"
    VOICE_ACTOR = "voice_actor"
    TRANSLATOR = "translator"
    DISTRIBUTOR = "distributor"
    PRINT_SOURCE = "print_source"
    CO_DIRECTOR = "co_director"
    BASED_ON = "based_on"
    STUDIO = "studio"
    CO_PRODUCER = "co_producer"
    SUBTITLER = "subtitler"
    LITERARY_EDITOR = "literary_editor"
    SALES_AGENT = "sales_agent"
    INTERPRETER = "interpreter"
    MODERATOR = "moderator"
    GUEST = "guest"
    CURATOR = "curator"
    TOUR_MANAGER = "tour_manager"


class RightsState(StrEnum):
    """What has been agreed, as entered (F7); the status shown is derived with the date."""

    CLEARED = "cleared"
    NEGOTIATION = "negotiation"
    NOT_CLEARED = "not_cleared"
    NOT_NEEDED = "not_needed"


class RightsStatus(StrEnum):
    """What the rights amount to on a given day."""

    CLEARED = "cleared"
    ENDING = "ending"
    NEGOTIATION = "negotiation"
    NOT_CLEARED = "not_cleared"
    EXPIRED = "expired"
    NOT_NEEDED = "not_needed"
    NOT_ENTERED = "not_entered"


class Use(StrEnum):
    """What a licence allows (F7)."""

    FESTIVAL = "festival"
    PUBLIC = "public"
    TV = "tv"
    EDUCATION = "education"
    ONLINE = "online"


class AgentNameType(StrEnum):
    """Why somebody bears a name (F6)."""

    NAME = "name"
    ALIAS = "alias"
    TRANSLITERATION = "transliteration"
    BIRTH_NAME = "birth_name"
    FORMER = "former"


class SynopsisKind(StrEnum):
    """How long a synopsis is meant to be: a line of a schedule, a paragraph of a booklet, a page of a catalogue."""

    LINE = "line"
    SHORT = "short"
    LONG = "long"


class ClearanceKind(StrEnum):
    """The papers an authority gives before a work may be shown (F8; docs name the law)."""

    CERTIFICATE = "certificate"
    PERMIT = "permit"
    FILING = "filing"
    MICROSERIES_LICENCE = "microseries_licence"
    MICROSERIES_FILING = "microseries_filing"
    EVENT_APPROVAL = "event_approval"
    OTHER = "other"


class ClearanceState(StrEnum):
    """How far a clearance has come."""

    NEEDED = "needed"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


class TrackKind(StrEnum):
    """What a track of a copy carries (F9)."""

    AUDIO = "audio"
    SUBTITLE = "subtitle"
    CAPTIONS = "captions"
    AUDIO_DESCRIPTION = "audio_description"
    SIGN_LANGUAGE = "sign_language"


FOR_ALL = (TrackKind.CAPTIONS, TrackKind.AUDIO_DESCRIPTION, TrackKind.SIGN_LANGUAGE)
"""What those follow by who hear or see little: tracks of a copy, or in the picture of a version."""


class CustodyKind(StrEnum):
    """What happened to a copy on its way (F9)."""

    RECEIVED = "received"
    CHECKED = "checked"
    INGESTED = "ingested"
    SENT = "sent"
    LENT = "lent"
    RETURNED = "returned"
    CUSTOMS = "customs"
    DAMAGED = "damaged"
    DELETED = "deleted"


class AwardResult(StrEnum):
    """What came of a nomination (F10)."""

    WON = "won"
    NOMINATED = "nominated"
    MENTION = "mention"


class Premiere(StrEnum):
    """The premiere status of a showing at a festival (F10)."""

    NONE = "none"
    WORLD = "world"
    INTERNATIONAL = "international"
    CONTINENTAL = "continental"
    NATIONAL = "national"
    REGIONAL = "regional"
    CITY = "city"


class Measure(StrEnum):
    """What a figure counts (F10)."""

    BOX_OFFICE = "box_office"
    ADMISSIONS = "admissions"
    SCREENINGS = "screenings"
    VIEWS = "views"
    AUDIENCE_SHARE = "audience_share"
    RATING = "rating"
    BUDGET = "budget"


class Scheme(StrEnum):
    """Whose number an identifier is."""

    EIDR = "eidr"
    ISAN = "isan"
    IMDB = "imdb"
    WIKIDATA = "wikidata"
    KINOPOISK = "kinopoisk"
    DOUBAN = "douban"
    KZ_CERTIFICATE = "kz_certificate"
    CN_PERMIT = "cn_permit"
    RU_CERTIFICATE = "ru_certificate"
    OWN = "own"


class AttachmentKind(StrEnum):
    """What a file attached to a record is (F12)."""

    POSTER = "poster"
    STILL = "still"
    DOCUMENT = "document"


class CopyFormat(StrEnum):
    """What a copy is (F9)."""

    DCP = "dcp"
    PRORES = "prores"
    MP4 = "mp4"
    BLURAY = "bluray"
    FILM_35MM = "35mm"
    STREAM = "stream"
    OTHER = "other"


class ProgrammeKind(StrEnum):
    """What a programme is (F22)."""

    FESTIVAL = "festival"
    FILM_WEEK = "film_week"
    SEASON = "season"
    TOUR = "tour"
    ONE_OFF = "one_off"


class SlateState(StrEnum):
    """The columns of the slate (F23)."""

    LONGLIST = "longlist"
    SHORTLIST = "shortlist"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    RESERVE = "reserve"
    DECLINED = "declined"


class ScreeningStatus(StrEnum):
    """How firm a screening is (F29)."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class PartKind(StrEnum):
    """What follows what inside one event (F27)."""

    DOORS = "doors"
    INTRO = "intro"
    FILM = "film"
    TALK = "talk"
    BREAK = "break"
    QA = "qa"
    CLEARING = "clearing"


class Confidence(StrEnum):
    """How sure the house is of a record (F11)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


LANGUAGES = ("kk", "zh", "ru", "en")
"""The languages of the interface and of documents, Kazakh first."""
