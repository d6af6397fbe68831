"""What the Unicode Common Locale Data Repository (CLDR) knows of a language, read with babel.

Nobody asks this but `language`, which takes tags apart and never asks for English, so that leaflets in English neither
import babel nor read its files. All answers are for the parts of a tag: "pa", "Arab", "PK".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from handoutgen import bounds
from handoutgen.memory import remembered

if TYPE_CHECKING:
    from babel import Locale

MONTH_AND_YEAR, SHORT_MONTH_AND_YEAR = "yMMMM", "yMMM"
"""CLDR's skeleton for a month in full with its year."""
_NATIVE_ZEROS = {
    "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "gujr": "૦", "guru": "੦", "khmr": "០", "knda": "೦",
    "laoo": "໐", "mlym": "൦", "mymr": "၀", "orya": "୦", "tamldec": "௦", "telu": "౦", "thai": "๐", "tibt": "༠",
}  # fmt: skip
"""The zero of each system of numbers (CLDR supplemental numberingSystems.xml, which babel does not carry)."""

_WEEKDAYS_OF_ROOT = frozenset(["Mon", "Tue", "Wed", "Thu", "Sat", "Sun"])
"""What CLDR's root says where a language says nothing, as for its months ("M01")."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a language names itself, counts and writes days."""

    own_name: str
    """As its speakers call it; empty where CLDR does not know."""
    english_name: str
    months: tuple[str, ...]
    """As they stand in a date; empty where CLDR has none."""
    weekdays: tuple[str, ...]
    """Short, from Monday on; empty where CLDR has none."""
    digits: str
    """Its own digits from 0 to 9, which an author may write."""
    plurals: tuple[str, ...]
    """The plural categories that whole numbers take, and "other"."""
    _locale: Locale = field(repr=False, compare=False)

    def plural_of(self, number: int) -> str:
        """The plural category of a whole number: "one", "few", "other"."""
        return self._locale.plural_form(number)

    def day(self, day: date) -> str:
        """A day with its month in full, by the locale's own pattern; empty where CLDR has no names of months."""
        from babel.dates import format_date

        return format_date(day, "long", self._locale) if self.months else ""

    def month(self, day: date) -> str:
        """A month in full with its year; empty where CLDR has no names of months."""
        return self._by_skeleton(MONTH_AND_YEAR, day)

    def short_month(self, day: date) -> str:
        """The same with the month's name abbreviated."""
        return self._by_skeleton(SHORT_MONTH_AND_YEAR, day)

    def _by_skeleton(self, skeleton: str, day: date) -> str:
        from babel.dates import format_skeleton

        known = self.months and skeleton in self._locale.datetime_skeletons
        return format_skeleton(skeleton, day, fuzzy=False, locale=self._locale) if known else ""


_UNITS = (
    "duration-second", "duration-minute", "duration-hour", "duration-day", "duration-week", "duration-month",
    "duration-year", "mass-microgram", "mass-milligram", "mass-gram", "mass-kilogram", "volume-milliliter",
    "volume-liter", "length-millimeter", "length-centimeter", "length-meter", "length-kilometer",
    "temperature-celsius", "temperature-fahrenheit",
)  # fmt: skip
_COUNTED = (1, 2, 3, 5, 11, 100)
"""Numbers that take every plural form of nearly every language."""


@remembered(bounds.LOCALES)
def unit_names_of(primary: str, script: str, region: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What units are called after a number, the longest name first; one name may be of several units ("m")."""
    from babel.units import format_unit

    locale = _locale_of(primary, script, region)
    found: dict[str, set[str]] = {}
    for unit in _UNITS if locale else ():
        for length in ("long", "short", "narrow"):
            for number in _COUNTED:
                told = format_unit(number, unit, length, locale=locale)
                name = "".join(sign for sign in told if not sign.isdecimal()).replace("\u00a0", " ").strip()
                if name:
                    found.setdefault(name.casefold(), set()).add(unit)
    return tuple((name, frozenset(found[name])) for name in sorted(found, key=len, reverse=True))


@remembered(bounds.LOCALES)
def decimal_sign_of(primary: str, script: str, region: str) -> str:
    """The sign before decimals; a point where CLDR knows nothing of the language."""
    from babel.numbers import get_decimal_symbol

    locale = _locale_of(primary, script, region)
    return get_decimal_symbol(locale) if locale else "."


def modern_parts(primary: str) -> tuple[str, str]:
    """The language and region that CLDR files a language under: ("fa", "AF") for prs, ("fil", "") for tl."""
    from babel.core import get_global

    modern = get_global("language_aliases").get(primary) or primary
    language, *rest = modern.split("_")
    return language, next((part for part in rest if len(part) == 2), "")


def likely_script(primary: str, region: str) -> str:
    """The script that a language is usually written with, in a region if one is named (CLDR likely subtags); empty for
    a language that CLDR does not know."""
    from babel.core import get_global

    likely = get_global("likely_subtags")
    modern, modern_region = modern_parts(primary)
    found = likely.get(f"{modern}_{region or modern_region}") or likely.get(modern) or likely.get(primary) or ""
    return next((part for part in found.split("_") if len(part) == 4), "")


@remembered(bounds.LOCALES)
def conventions_of(primary: str, script: str, region: str) -> Conventions | None:
    """What is known of a language in a script; None where CLDR has nothing of it."""
    locale = _locale_of(primary, script, region)
    if locale is None:
        return None
    months = tuple(locale.months["format"]["wide"][number] for number in range(1, 13))
    weekdays = tuple(locale.days["stand-alone"]["abbreviated"][number] for number in range(7))
    native = locale.other_numbering_systems.get("native", "")
    zero = ord(_NATIVE_ZEROS.get(native, "0"))
    return Conventions(
        locale.get_display_name(locale) or "",
        locale.english_name or "",
        () if months[0] == "M01" else months,
        () if modern_parts(primary)[0] != "en" and _WEEKDAYS_OF_ROOT & {*weekdays} else weekdays,
        "".join(map(chr, range(zero, zero + 10))),
        tuple(sorted({*map(locale.plural_form, range(1, 201)), "other"})),
        locale,
    )


def _locale_of(primary: str, script: str, region: str) -> Locale | None:
    """The narrowest locale that there is of a language in this script."""
    from babel import Locale
    from babel.localedata import exists

    modern, modern_region = modern_parts(primary)
    place = region or modern_region
    is_usual = likely_script(modern, "") == script
    for name in (
        f"{modern}_{script}_{place}", *([f"{modern}_{place}"] if is_usual else []),
        f"{modern}_{script}", *([modern] if is_usual else []),
    ):  # fmt: skip
        if exists(name):
            return Locale.parse(name)
    return None
