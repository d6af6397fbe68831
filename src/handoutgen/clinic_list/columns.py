"""The headings of a list, and what the user maps → which column holds which of a clinic's fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType

from msgspec import Struct

from handoutgen.clinic_list.sheet import SAVE_AS
from handoutgen.errors import UsageProblem

PLACES = ("town", "city", "town or city", "suburb", "village", "locality", "county", "state", "province", "region",
          "postcode", "post code", "postal code", "zip", "zip code", "eircode", "plz")  # fmt: skip
"""Headings of the last lines of an address, which go behind whatever column holds its first ones."""
_POSTCODE_HEADING = re.compile(r"zip|post ?code|postal code|postleitzahl|\bplz\b|code postal|c[óo]digo postal|eircode")
ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("name", "clinic", "clinic name", "hospital", "hospital name", "practice name", "site name"),
        "organisation": ("organisation", "organization", "organisation name", "organization name", "trust",
                         "trust name", "parent organisation", "parent name"),
        "address": ("address", "full address", "postal address", "street", "street address", "address line 1",
                    "address line 2", "address line 3", "address line 4", "address line 5", "address 1", "address 2",
                    "address 3", "address 4", "address 5", *PLACES),
        "phone": ("phone", "telephone", "phone number", "telephone number", "tel", "tel no", "phone no",
                  "contact number", "main phone"),
        "phone_label": ("phone label", "telephone label", "phone name"),
        "hours": ("hours", "opening hours", "phone hours", "opening times", "open"),
        "out_of_hours": ("out of hours", "out of hours phone", "out of hours number", "out of hours line",
                         "after hours phone", "ooh phone"),
        "email": ("email", "e mail", "email address", "e mail address", "mail"),
        "website": ("website", "web", "web site", "web page", "web address", "url", "homepage"),
        "country": ("country", "country code", "nation"),
        "emergency_number": ("emergency number", "emergency", "emergency phone"),
        "colour": ("colour", "color", "brand colour", "brand color"),
        "paper": ("paper", "paper size"),
        "languages": ("languages", "language"),
        "other_formats": ("other formats", "other formats line"),
        "interpreter": ("interpreter", "interpreter line"),
        "feedback": ("feedback", "feedback line"),
        "tags": ("tags",),
    }
)  # fmt: skip
"""Field → the headings taken for it without being told. Only an address may have several columns."""
SEVERAL = frozenset({"address"})
MOST_SHOWN = 30


class Columns(Struct, frozen=True):
    """Field → its columns, by index from 0; `unused` are headings nothing is taken from."""

    headings: tuple[str, ...]
    of: Mapping[str, tuple[int, ...]]
    unused: tuple[str, ...]

    def heading(self, field: str) -> str:
        """What the list calls a field, for messages; our own name when the list has no such column."""
        indices = self.of.get(field, ())
        return self.headings[indices[0]] if indices else field

    def postcodes(self) -> tuple[int, ...]:
        """The columns of the address that hold nothing but a postcode, by index."""
        of_address = self.of.get("address", ())
        return tuple(index for index in of_address if _POSTCODE_HEADING.search(self.headings[index].casefold()))

    def number(self, field: str) -> int:
        """The first column of a field, from 1; 1 when there is none."""
        indices = self.of.get(field, ())
        return indices[0] + 1 if indices else 1


def is_known(heading: str) -> bool:
    """Whether a heading is taken without being mapped."""
    return _field_of(heading) is not None


def columns_of(headings: Sequence[str], maps: Iterable[str] = ()) -> Columns:
    """Find the columns. `maps` are texts such as "phone=Telephone". Raises UsageProblem, listing what there is."""
    of = _mapped(headings, maps)
    taken = {index for indices in of.values() for index in indices}
    found: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        field = _field_of(heading)
        if field and index not in taken and (field not in of or _is_place(heading)):
            found.setdefault(field, []).append(index)
    for field, indices in found.items():
        if len(indices) > 1 and field not in SEVERAL:
            raise _ambiguous(field, [headings[index] for index in indices])
        of[field] = (*of.get(field, ()), *indices)
    if "name" not in of:
        raise _no_name(headings)
    taken = {index for indices in of.values() for index in indices}
    unused = (heading for index, heading in enumerate(headings) if index not in taken and heading)
    return Columns(tuple(headings), MappingProxyType(of), tuple(unused))


def _mapped(headings: Sequence[str], maps: Iterable[str]) -> dict[str, tuple[int, ...]]:
    of: dict[str, tuple[int, ...]] = {}
    for text in maps:
        field, heading = _read_map(text)
        index = _index_of(heading, headings)
        if field in of and field not in SEVERAL:
            raise UsageProblem(f"--map gives two columns for {field}.", "Give one; only address may have several.")
        of[field] = (*of.get(field, ()), index)
    return of


def _read_map(text: str) -> tuple[str, str]:
    left, sign, heading = text.partition("=")
    field = left.strip().lower().replace("-", "_").replace(" ", "_")
    field = field if field in ALIASES else _field_of(left) or field
    if not sign or field not in ALIASES:
        close = get_close_matches(field, ALIASES, 1, 0.5)
        guess = f'Did you mean "{close[0]}=..."? ' if close and sign else ""
        raise UsageProblem(
            f'--map "{text}" is not understood.',
            f'{guess}Write FIELD="HEADING IN THE LIST"; the fields are: {", ".join(ALIASES)}.',
        )
    return field, heading


def _index_of(heading: str, headings: Sequence[str]) -> int:
    places = [index for index, known in enumerate(headings) if _key(known) == _key(heading)]
    if len(places) == 1:
        return places[0]
    if places:
        raise UsageProblem(f'The list has the heading "{heading}" more than once.', "Give the columns different names.")
    close = get_close_matches(heading, headings, 1, 0.5)
    guess = f'Did you mean "{close[0]}"? ' if close else ""
    raise UsageProblem(f'The list has no heading "{heading}".', f"{guess}It has: {_listed(headings)}.")


def _ambiguous(field: str, headings: Sequence[str]) -> UsageProblem:
    examples = " or ".join(f'--map {field}="{heading}"' for heading in dict.fromkeys(headings))
    remedy = f"Say which: {examples}." if len(set(headings)) > 1 else "Give the columns different names in the list."
    return UsageProblem(f"More than one column could be the {field}: {_listed(headings)}.", remedy)


def _no_name(headings: Sequence[str]) -> UsageProblem:
    example = next((heading for heading in headings if heading), "Hospital")
    message = "No column is known to hold the clinic's name."
    if len(headings) == 1:
        remedy = (
            f"The list has one column, {_listed(headings)}: if that is a name, map it: --map name=... Else: {SAVE_AS}"
        )
        return UsageProblem(message, remedy)
    return UsageProblem(message, f'Say which, such as --map name="{example}". The list has: {_listed(headings)}.')


def _field_of(heading: str) -> str | None:
    key = _key(heading)
    return next((field for field, names in ALIASES.items() if key in map(_key, names)), None)


def _is_place(heading: str) -> bool:
    return _key(heading) in map(_key, PLACES)


def _key(text: str) -> str:
    """A heading without case, spaces and stops."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def _listed(headings: Sequence[str]) -> str:
    """As many headings as one can read through; a file that is no list may have thousands, or one without end."""
    shown = [heading if len(heading) <= 40 else heading[:39] + "…" for heading in headings if heading]
    rest = f" and {len(shown) - MOST_SHOWN} more" if len(shown) > MOST_SHOWN else ""
    return ", ".join(f'"{heading}"' for heading in shown[:MOST_SHOWN]) + rest
