"""The words for kinds of names of people and organisations, and for kinds of attached files."""

from app.domain import kinds
from app.i18n.labels import context, speaker

AGENT_NAME_TYPES = {
    kinds.AgentNameType.NAME: context("agent name", "Name"),
    kinds.AgentNameType.ALIAS: context("agent name", "Alias"),
    kinds.AgentNameType.TRANSLITERATION: context("agent name", "Transliteration"),
    kinds.AgentNameType.BIRTH_NAME: context("agent name", "Birth name"),
    kinds.AgentNameType.FORMER: context("agent name", "Former name"),
}

ATTACHMENT_KINDS = {
    kinds.AttachmentKind.POSTER: context("file", "Poster"),
    kinds.AttachmentKind.STILL: context("file", "Still"),
    kinds.AttachmentKind.DOCUMENT: context("file", "Document"),
}

agent_name_type = speaker(AGENT_NAME_TYPES)
attachment_kind = speaker(ATTACHMENT_KINDS)
