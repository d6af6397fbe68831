"""Digits of any script into numbers and days, for keys that hold one; it knows nothing of the model."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_SIGNS_IN_NUMBERS = {"٫": ".", "−": "-"}
"""The decimal sign of Arabic digits, and the minus sign."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NoDayWrittenError(ValueError):
    """What is written is no day of the form YYYY-MM-DD."""


def in_plain_digits(value: object) -> object:
    """A value with the digits of any script as 0 to 9, one for one, for keys that hold a number: "٧" is 7. Numbers in
    the author's texts stay as they were written."""
    if not isinstance(value, str) or value.isascii():
        return value
    return "".join(_plain_digit(character) for character in value)


def _plain_digit(character: str) -> str:
    number = unicodedata.decimal(character, None)
    return str(number) if number is not None else _SIGNS_IN_NUMBERS.get(character, character)


def day_of(value: object) -> date:
    """A day as YYYY-MM-DD in any digits. Raises NoDayWrittenError for another form, ValueError for a day that no
    calendar has."""
    value = in_plain_digits(value)
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value.strip()):
        raise NoDayWrittenError(value)
    return date.fromisoformat(value.strip())
