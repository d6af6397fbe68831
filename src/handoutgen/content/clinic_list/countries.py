"""A country → what a clinic there needs: the emergency number, the paper, the locale, how phone numbers are written.

Emergency numbers: 999 in the United Kingdom and its islands, 112 in the whole European Union and in Ireland beside 999
(Directive (EU) 2018/1972, article 109), 911 in North America, 000 in Australia, 111 in New Zealand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

_ANY = r"\d{3,15}"
_ZERO = r"0\d{5,13}|\d{3,6}"
_SHORT_AREAS = (
    "1204 1208 1254 1276 1297 1298 1363 1364 1384 1386 1404 1420 1460 1461 1480 1488 1524 1527 1562 1566 1606 1629 "
    "1635 1647 1659 1695 1726 1744 1750 1768 1827 1837 1884 1900 1905 1935 1946 1949 1963 1995"
)
"""British area codes in which some numbers have ten figures; everywhere else ten is one short."""
_UK = rf"0\d{{10}}|0(?:{_SHORT_AREAS.replace(' ', '|')})\d{{5}}|0169772\d{{3}}|0[58]00\d{{6}}|08001111|\d{{3,6}}"
_NORTH_AMERICA = r"1?[2-9]\d{9}|[2-9]11|988"


@dataclass(frozen=True, slots=True)
class Country:
    """A country as a clinic's file needs it. `numbers` is what the figures of its phone numbers look like."""

    name: str
    emergency: str
    locale: str | None
    numbers: str
    paper: Literal["a4", "letter"] = "a4"

    @property
    def starts_with_zero(self) -> bool:
        """Whether a number is dialled with a 0 in front, which spreadsheets take away."""
        return self.numbers.startswith("0")

    def takes(self, figures: str) -> bool:
        """Whether these figures, without a +, are a whole number in this country."""
        return re.fullmatch(rf"{self.numbers}|00\d{{8,15}}", figures) is not None


# Codes and names by which lists name it; emergency number; locale if most people share one; phone numbers.
_RECORDS: tuple[tuple[str, str, str | None, str], ...] = (
    ("GB GBR UK United Kingdom/Great Britain/England/Scotland/Wales/Northern Ireland", "999", "en-GB", _UK),
    ("IM IMN Isle of Man", "999", "en-GB", _UK),
    ("JE JEY Jersey", "999", "en-GB", _UK),
    ("GG GGY Guernsey", "999", "en-GB", _UK),
    ("IE IRL Ireland/Republic of Ireland/Éire", "112", "en-IE", r"0\d{7,10}|1[58]\d{8}|\d{3,6}"),
    ("US USA United States/United States of America", "911", "en-US", _NORTH_AMERICA),
    ("CA CAN Canada", "911", "en-CA", _NORTH_AMERICA),
    ("AU AUS Australia", "000", "en-AU", r"0\d{9}|1[38]\d{4}|1[38]00\d{6}|\d{3}"),
    ("NZ NZL New Zealand", "111", "en-NZ", r"0\d{7,10}|\d{3,4}"),
    ("AT AUT Austria", "112", "de-AT", _ZERO),
    ("BE BEL Belgium", "112", None, _ZERO),
    ("BG BGR Bulgaria", "112", "bg-BG", _ZERO),
    ("HR HRV Croatia", "112", "hr-HR", _ZERO),
    ("CY CYP Cyprus", "112", "el-CY", _ANY),
    ("CZ CZE Czechia/Czech Republic", "112", "cs-CZ", _ANY),
    ("DK DNK Denmark", "112", "da-DK", _ANY),
    ("EE EST Estonia", "112", "et-EE", _ANY),
    ("FI FIN Finland", "112", "fi-FI", _ZERO),
    ("FR FRA France", "112", "fr-FR", _ZERO),
    ("DE DEU Germany", "112", "de-DE", _ZERO),
    ("GR GRC EL Greece", "112", "el-GR", _ANY),
    ("HU HUN Hungary", "112", "hu-HU", _ANY),
    ("IT ITA Italy", "112", "it-IT", _ANY),
    ("LV LVA Latvia", "112", "lv-LV", _ANY),
    ("LT LTU Lithuania", "112", "lt-LT", _ANY),
    ("LU LUX Luxembourg", "112", None, _ANY),
    ("MT MLT Malta", "112", "en-MT", _ANY),
    ("NL NLD Netherlands/The Netherlands", "112", "nl-NL", _ZERO),
    ("PL POL Poland", "112", "pl-PL", _ANY),
    ("PT PRT Portugal", "112", "pt-PT", _ANY),
    ("RO ROU Romania", "112", "ro-RO", _ZERO),
    ("SK SVK Slovakia", "112", "sk-SK", _ZERO),
    ("SI SVN Slovenia", "112", "sl-SI", _ZERO),
    ("ES ESP Spain", "112", "es-ES", _ANY),
    ("SE SWE Sweden", "112", "sv-SE", _ZERO),
)


def country_named(text: str) -> Country | None:
    """The country of a code (GB, GBR) or an English name, in any case and with any stops; None when unknown."""
    return _by_name().get(_key(text))


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Country]:
    return MappingProxyType({key: country for record in _RECORDS for key, country in _named(*record)})


def _named(words: str, emergency: str, locale: str | None, numbers: str) -> Iterable[tuple[str, Country]]:
    found = re.fullmatch(r"((?:[A-Z]{2,3} )+)(.*)", words)
    assert found is not None  # noqa: S101 - the table above is ours
    names = found[2].split("/")
    paper: Literal["a4", "letter"] = "letter" if numbers == _NORTH_AMERICA else "a4"
    country = Country(names[0], emergency, locale, numbers, paper)
    return [(_key(name), country) for name in (*found[1].split(), *names)]


def _key(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
