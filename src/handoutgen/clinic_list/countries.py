"""A country → what a clinic there needs: the emergency number, the paper, the locale, how phone numbers are dialled.

Emergency numbers: 999 in the United Kingdom and its islands, 112 in the whole European Union and in Ireland beside 999
(Directive (EU) 2018/1972, article 109), 911 in North America, 000 in Australia, 111 in New Zealand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from handoutgen.clinic_list.phone_plans import PLANS, NumberPlan
from handoutgen.memory import Once


class Country(Struct, frozen=True):
    """A country as a clinic's file needs it."""

    name: str
    emergency: str
    locale: str | None
    plan: NumberPlan
    paper: Literal["a4", "letter"] = "a4"
    code: str = ""
    """Its two letters (ISO 3166)."""

    @property
    def postcode_figures(self) -> int | None:
        """How many figures its postcodes have, if they are figures alone and may begin with 0."""
        return POSTCODE_FIGURES.get(self.code)


POSTCODE_FIGURES: Mapping[str, int] = MappingProxyType(
    {"US": 5, "DE": 5, "FR": 5, "IT": 5, "ES": 5, "FI": 5, "SK": 5, "AU": 4, "NZ": 4, "DK": 4, "RO": 6}
)
# Codes and names by which lists name it; emergency number; locale if most people share one.
_RECORDS: tuple[tuple[str, str, str | None], ...] = (
    ("GB GBR UK United Kingdom/Great Britain/England/Scotland/Wales/Northern Ireland", "999", "en-GB"),
    ("IM IMN Isle of Man", "999", "en-GB"),
    ("JE JEY Jersey", "999", "en-GB"),
    ("GG GGY Guernsey", "999", "en-GB"),
    ("IE IRL Ireland/Republic of Ireland/Éire", "112", "en-IE"),
    ("US USA United States/United States of America", "911", "en-US"),
    ("CA CAN Canada", "911", "en-CA"),
    ("AU AUS Australia", "000", "en-AU"),
    ("NZ NZL New Zealand", "111", "en-NZ"),
    ("AT AUT Austria", "112", "de-AT"),
    ("BE BEL Belgium", "112", None),
    ("BG BGR Bulgaria", "112", "bg-BG"),
    ("HR HRV Croatia", "112", "hr-HR"),
    ("CY CYP Cyprus", "112", "el-CY"),
    ("CZ CZE Czechia/Czech Republic", "112", "cs-CZ"),
    ("DK DNK Denmark", "112", "da-DK"),
    ("EE EST Estonia", "112", "et-EE"),
    ("FI FIN Finland", "112", "fi-FI"),
    ("FR FRA France", "112", "fr-FR"),
    ("DE DEU Germany", "112", "de-DE"),
    ("GR GRC EL Greece", "112", "el-GR"),
    ("HU HUN Hungary", "112", "hu-HU"),
    ("IT ITA Italy", "112", "it-IT"),
    ("LV LVA Latvia", "112", "lv-LV"),
    ("LT LTU Lithuania", "112", "lt-LT"),
    ("LU LUX Luxembourg", "112", None),
    ("MT MLT Malta", "112", "en-MT"),
    ("NL NLD Netherlands/The Netherlands", "112", "nl-NL"),
    ("PL POL Poland", "112", "pl-PL"),
    ("PT PRT Portugal", "112", "pt-PT"),
    ("RO ROU Romania", "112", "ro-RO"),
    ("SK SVK Slovakia", "112", "sk-SK"),
    ("SI SVN Slovenia", "112", "sl-SI"),
    ("ES ESP Spain", "112", "es-ES"),
    ("SE SWE Sweden", "112", "sv-SE"),
)


ALSO_ANSWERED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"112": ("United Kingdom", "Isle of Man", "Jersey", "Guernsey"), "999": ("Ireland",)}
)
"""Emergency number → countries that write another one into files, and answer this."""


def country_named(text: str) -> Country | None:
    """The country of a code (GB, GBR) or an English name, in any case and with any stops; None when unknown."""
    return _by_name().get(_key(text))


def countries_with(emergency: str) -> tuple[Country, ...]:
    """The countries in which a number is an emergency number: the one in their files, or one that is answered too."""
    every = dict.fromkeys(_by_name().values())
    also = ALSO_ANSWERED.get(emergency, ())
    return tuple(country for country in every if country.emergency == emergency or country.name in also)


@Once
def _by_name() -> Mapping[str, Country]:
    return MappingProxyType({key: country for record in _RECORDS for key, country in _named(*record)})


def _named(words: str, emergency: str, locale: str | None) -> Iterable[tuple[str, Country]]:
    found = re.fullmatch(r"((?:[A-Z]{2,3} )+)(.*)", words)
    assert found is not None  # noqa: S101 - the table above is ours
    codes, names = found[1].split(), found[2].split("/")
    paper: Literal["a4", "letter"] = "letter" if codes[0] in ("US", "CA") else "a4"
    country = Country(names[0], emergency, locale, PLANS[codes[0]], paper, codes[0])
    return [(_key(name), country) for name in (*codes, *names)]


def _key(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
