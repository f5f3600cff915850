"""What may not be wrong with the words of a language before they are let through."""

from collections.abc import Iterator
from string import Formatter

from babel.messages.catalog import Catalog, Message
from catalogues import key


def faults(language: str, words: Catalog, catalogue: Catalog) -> Iterator[str]:
    """One line for everything that stands against `catalogue` given the extracted `words`."""
    wanted = {key(message): message for message in words if message.id}
    had = {key(message): message for message in catalogue if message.id}
    for known in wanted:
        if known not in had:
            yield f"{language}: missing: {told(known)}"
    for known in had:
        if known not in wanted:
            yield f"{language}: no longer said: {told(known)}"
    for message in catalogue.obsolete.values():
        yield f"{language}: obsolete: {told(key(message))}"
    for known, message in had.items():
        if known in wanted:
            for fault in _faults_of(language, wanted[known], message, catalogue.num_plurals):
                yield f"{language}: {fault}: {told(known)}"


def told(known: tuple[str | None, str]) -> str:
    """A message as it is named to a translator."""
    context, sentence = known
    return f"“{sentence}”" + (f" [{context}]" if context else "")


def _faults_of(language: str, wanted: Message, message: Message, plurals: int) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    ids, forms = _sentences(wanted.id), _sentences(message.string)
    expected = plurals if len(ids) > 1 else 1
    if len(_sentences(message.id)) != len(ids):
        yield "one has plural forms, the other has not"
        return
    if len(forms) != expected:
        yield f"{len(forms)} plural forms instead of {expected}"
    if not all(forms):
        yield "empty"
        return
    if language == "en" and forms != ids:
        yield "the English differs from the sources"
    for number, form in enumerate(forms):
        yield from _faults_of_form(ids, form, exactly_one=number == 0 and plurals == len(ids))


def _faults_of_form(ids: tuple[str, ...], form: str, *, exactly_one: bool) -> Iterator[str]:
    """A form has the fields of the plural; the form for exactly one may say “one” instead."""
    try:
        allowed = [_fields(ids[-1])] + ([_fields(ids[0])] if exactly_one else [])
        if _fields(form) not in allowed:
            yield f"fields differ, {_listed(_fields(form))} instead of {_listed(allowed[-1])}"
    except ValueError as fault:
        yield f"braces that do not fit ({fault})"
    if (form[:1].isspace(), form[-1:].isspace()) != (ids[0][:1].isspace(), ids[0][-1:].isspace()):
        yield "space at an end"


def _sentences(said: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The one sentence, or its plural forms; nothing said counts as one that is empty."""
    return (said or "",) if isinstance(said, str | None) else tuple(said)


def _fields(sentence: str) -> set[str]:
    """The named fields of a sentence. Raises ValueError when its braces do not fit."""
    names = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    if not all(name.isidentifier() for name in names):
        msg = f"fields are plain names: {_listed(names)}"
        raise ValueError(msg)
    return names


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
