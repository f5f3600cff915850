"""What the data check says: the name of each check, why it matters, what it found, and the verb of its repair."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from app.domain.found import Code, Found, Mend
from app.i18n import formats
from app.words import N_

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

TITLES: Mapping[Code, str] = {
    Code.MIXED_LETTERS: N_("Letters of two scripts in one word"),
    Code.WRONG_ENCODING: N_("Read with the wrong encoding"),
    Code.EMPTY_NAME: N_("An empty name"),
    Code.INVISIBLE_LETTERS: N_("Letters nobody can see"),
    Code.RIGHTS_BEFORE_SHOW: N_("The rights do not reach the screening"),
    Code.NO_RUNTIME: N_("No runtime"),
    Code.NO_AGE_MARK: N_("No age mark"),
    Code.NO_CLEARANCE: N_("No clearance for a screening"),
    Code.NO_RIGHTS: N_("Planned, but no rights entered"),
    Code.NO_KAZAKH_NAME: N_("No Kazakh name"),
    Code.NO_NAME_FOR_OFFICE: N_("No name where it is shown"),
    Code.TWO_ORIGINALS: N_("Two original titles without a co-production"),
    Code.WRONG_SCRIPT: N_("Not in the letters of its language"),
    Code.QUOTED_NAME: N_("A name in quotation marks"),
    Code.LONG_NAME: N_("A name too long for its line in print"),
    Code.PROBABLE_DUPLICATE: N_("Probably one title entered twice"),
    Code.NO_YEAR: N_("No year"),
    Code.NO_COUNTRY: N_("No country"),
    Code.CO_PRODUCTION_ALONE: N_("A co-production of one country"),
    Code.LONG_SYNOPSIS: N_("A synopsis too long for print"),
    Code.WRONG_CHECK_DIGIT: N_("A number with a wrong check digit"),
    Code.UNVERIFIED_FACTS: N_("Facts from memory"),
    Code.UNCONFIRMED_READING: N_("Automatic pinyin not confirmed"),
    Code.UNCONFIRMED_NAME: N_("Automatic transliteration not confirmed"),
    Code.VERSION_WITHOUT_RUNTIME: N_("A version without a runtime"),
    Code.NO_KAZAKH_VERSION: N_("No Kazakh version"),
    Code.NO_POSTER: N_("No poster"),
}

REASONS: Mapping[Code, str] = {
    Code.MIXED_LETTERS: N_("It looks right, but search and sorting cannot find it."),
    Code.WRONG_ENCODING: N_("The name came from an old list and cannot be read."),
    Code.EMPTY_NAME: N_("A name without a single letter is shown as nothing."),
    Code.INVISIBLE_LETTERS: N_("Double spaces, direction marks or invisible characters get in the way of search."),
    Code.RIGHTS_BEFORE_SHOW: N_("On the day of the screening nothing may be shown."),
    Code.NO_RUNTIME: N_("The schedule cannot work out its end, and the programme prints none."),
    Code.NO_AGE_MARK: N_("The mark must appear beside every announcement in Kazakhstan."),
    Code.NO_CLEARANCE: N_("A paper the authority requires is not in hand on the day of the screening."),
    Code.NO_RIGHTS: N_("It is on a slate, and nobody knows whether it may be shown."),
    Code.NO_KAZAKH_NAME: N_("Readers of Kazakh see a name in another language."),
    Code.NO_NAME_FOR_OFFICE: N_("An office that plans it has no name in its own language."),
    Code.TWO_ORIGINALS: N_("Only co-productions have an original title in each language."),
    Code.WRONG_SCRIPT: N_("Perhaps it is entered under the wrong language."),
    Code.QUOTED_NAME: N_("The marks are added where the title stands in a sentence."),
    Code.LONG_NAME: N_("It takes two lines of the day’s list."),
    Code.PROBABLE_DUPLICATE: N_("Rights and screenings are sought in one record and stored in the other."),
    Code.NO_YEAR: N_("Without it, films of one name cannot be told apart."),
    Code.NO_COUNTRY: N_("The balance of countries does not count it."),
    Code.CO_PRODUCTION_ALONE: N_("The other country is missing, or it is none."),
    Code.LONG_SYNOPSIS: N_("The end would be cut off in the booklet."),
    Code.WRONG_CHECK_DIGIT: N_("A digit was mistyped, or two changed places."),
    Code.UNVERIFIED_FACTS: N_("Somebody wrote them down without a source."),
    Code.UNCONFIRMED_READING: N_("Characters with two readings are sorted and found under the wrong one."),
    Code.UNCONFIRMED_NAME: N_("The program wrote it letter by letter; people may call it otherwise."),
    Code.VERSION_WITHOUT_RUNTIME: N_("Neither the version nor the title says how long it is."),
    Code.NO_KAZAKH_VERSION: N_("Nobody can hear or read it in Kazakh."),
    Code.NO_POSTER: N_("Lists and catalogue cards show a drawing instead."),
}

REPAIRS: Mapping[Mend, str] = {
    Mend.RETEXT: N_("Repair the name"),
    Mend.RETAG: N_("Change the language"),
    Mend.CONFIRM_READING: N_("Confirm the reading"),
    Mend.CONFIRM_NAME: N_("Confirm the name"),
    Mend.NOT_ORIGINAL: N_("Make it “Also known as”"),
    Mend.ONE_COUNTRY: N_("No co-production"),
}


def check_title(tr: "Catalogue", code: Code) -> str:
    """The name of a check: No Kazakh name."""
    return tr(TITLES[code])


def check_reason(tr: "Catalogue", code: Code) -> str:
    """Why it matters, in a sentence."""
    return tr(REASONS[code])


def repair_verb(tr: "Catalogue", mend: Mend) -> str:
    """What the button of a repair says."""
    return tr(REPAIRS[mend])


def found_words(tr: "Catalogue", found: Found) -> str:
    """What exactly was found: the name and what it should be, the days, the number; '' where the check says it all."""
    said = _SAID.get(found.code)
    return said(tr, dict(found.fields), found) if said else ""


Fields = Mapping[str, object]


def _mended(tr: "Catalogue", fields: Fields, found: Found) -> str:
    if fields["mended"]:
        return tr("“{name}” should be “{mended}”", **_texts(fields))
    return _name(tr, fields, found)


def _name(tr: "Catalogue", fields: Fields, _found: Found) -> str:
    return tr("“{name}”", name=fields["name"])


def _texts(fields: Fields) -> dict[str, object]:
    return {key: fields[key] for key in ("name", "mended")}


def _language(tr: "Catalogue", fields: Fields, found: Found) -> str:
    if not fields["guess"]:
        return _name(tr, fields, found)
    words = {key: formats.language_name(tr.language, str(fields[key]), written=True) for key in ("language", "guess")}
    return tr("“{name}”: entered as {language}, its letters suggest {guess}", name=fields["name"], **words)


def _rights(tr: "Catalogue", fields: Fields, _found: Found) -> str:
    days = {
        key: formats.date_medium(tr.language, day) for key in ("day", "show") if isinstance(day := fields[key], date)
    }
    if fields["how"] == "ends":
        return tr("Rights end on {day}, the screening is on {show}", **days)
    return tr("Rights begin on {day}, the screening is on {show}", **days)


def _clearance(tr: "Catalogue", fields: Fields, _found: Found) -> str:
    show = fields["show"]
    assert isinstance(show, date)
    place = formats.country(tr.language, str(fields["territory"]))
    return tr("{country}, screening on {show}", country=place, show=formats.date_medium(tr.language, show))


def _missing(tr: "Catalogue", fields: Fields, _found: Found) -> str:
    return formats.heading(formats.language_name(tr.language, str(fields["language"]), written=True))


def _long(tr: "Catalogue", fields: Fields, found: Found) -> str:
    return tr("{language}: {taken} letters, there is room for {room}", taken=fields["taken"], room=fields["room"],
              language=_missing(tr, fields, found))  # fmt: skip


def _number(tr: "Catalogue", fields: Fields, _found: Found) -> str:
    del tr  # only EIDR and ISAN have check digits, and they are called so everywhere
    return f"{str(fields['scheme']).upper()} {fields['value']}"


def _reading(tr: "Catalogue", fields: Fields, _found: Found) -> str:
    return tr("“{name}”: {reading}", name=fields["name"], reading=fields["reading"])


def _twin(tr: "Catalogue", fields: Fields, _found: Found) -> str:
    return tr("Also entered as “{title}”, number {number}", title=fields["title"], number=str(fields["other"]))


def _as_entered(_tr: "Catalogue", _fields: Fields, found: Found) -> str:
    return found.about


_SAID: Mapping[Code, Callable[["Catalogue", Fields, Found], str]] = {
    Code.MIXED_LETTERS: _mended,
    Code.WRONG_ENCODING: _mended,
    Code.INVISIBLE_LETTERS: _mended,
    Code.QUOTED_NAME: _mended,
    Code.EMPTY_NAME: _missing,
    Code.LONG_NAME: _name,
    Code.WRONG_SCRIPT: _language,
    Code.TWO_ORIGINALS: _name,
    Code.UNCONFIRMED_NAME: _name,
    Code.UNCONFIRMED_READING: _reading,
    Code.RIGHTS_BEFORE_SHOW: _rights,
    Code.NO_CLEARANCE: _clearance,
    Code.NO_NAME_FOR_OFFICE: _missing,
    Code.LONG_SYNOPSIS: _long,
    Code.WRONG_CHECK_DIGIT: _number,
    Code.UNVERIFIED_FACTS: _as_entered,
    Code.PROBABLE_DUPLICATE: _twin,
}
