"""A text in any language → its numbers, phone numbers, addresses and clinic's fields, so that two can be compared.

Digits of every script are read, decimal signs and unit names as CLDR has them. A number is a set of readings: "11pm" is
23:00 too, and 1 may be an article, as 2 is part of the word where a language has a dual.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from handoutgen.language import language_of
from handoutgen.unbreakable import kept_together, phone_numbers

_NUMBER = re.compile(r"\d+(?:[.,:٫٬/](?=\d)\d+|[\u00a0\u202f](?=\d{3}(?!\d))\d{3})*|[¼½¾⅓⅔⅛]")
_AM_PM = re.compile(r"[ \u00a0]?([ap])\.?m\b", re.IGNORECASE)
_FIELD = re.compile(r"\{clinic\.\w+\}")
_SMALL = {
    word: str(number)
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


class Quantity(Struct, frozen=True):
    """A number in a text: as it is written, what it may mean, and what it may count in."""

    written: str
    readings: frozenset[str]
    units: frozenset[str] = frozenset()
    start: int = 0
    """In the text."""
    end: int = 0


def apart(text: str) -> tuple[Counter[str], str]:
    """The addresses, phone numbers and fields of a text, and the text without them."""
    places = [
        (each.start, each.end, _address(text[each.start : each.end])) for each in kept_together(text) if each.address
    ]
    places += [(each.start, each.end, _digits(text[each.start : each.end])) for each in phone_numbers(_latin(text))]
    places += [(*match.span(), match[0]) for match in _FIELD.finditer(text)]
    bare = list(text)
    for start, end, _ in places:
        bare[start:end] = " " * (end - start)
    return Counter(said for *_, said in places), "".join(bare)


def quantities_in(text: str, tag: str) -> list[Quantity]:
    """The numbers of a text in a language."""
    latin, language = _latin(text), language_of(tag)
    names = language.unit_names
    found = []
    for match in _NUMBER.finditer(latin):
        readings = _readings(match[0], language.decimal_sign)
        if (half := _AM_PM.match(latin, match.end())) is not None:
            readings |= _of_day(match[0], half[1].lower() == "p")
        units = _unit(latin[match.end() :], names)
        found.append(Quantity(match[0], frozenset(readings), units, *match.span()))
    return found


def words_of_numbers(text: str) -> set[str]:
    """The numbers from 1 to 12 that an English text says in words."""
    return {_SMALL[word] for word in map(str.lower, _WORD.findall(text)) if word in _SMALL}


def unmatched(source: Sequence[Quantity], made: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity], list[str]]:
    """What only one of two texts has, and the numbers that stand before another unit."""
    left, here, others = list(made), [], []
    for one in source:
        same = [each for each in left if each.readings & one.readings]
        fits = [each for each in same if not one.units or not each.units or one.units & each.units]
        if not same:
            here.append(one)
            continue
        left.remove((fits or same)[0])
        if not fits:
            others.append(one.written)
    return here, left, others


def _latin(text: str) -> str:
    """With digits 0 to 9, sign for sign."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _digits(text: str) -> str:
    return re.sub(r"[^\d+]", "", _latin(text))


def _address(text: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|^www\.|/$", "", text.strip("()[]").casefold())


def _readings(written: str, decimal: str) -> set[str]:
    if not written[0].isdecimal():
        return {f"{unicodedata.numeric(written):g}"}
    if re.fullmatch(r"\d{1,2}[:.]\d{2}", written):
        time = written.replace(".", ":").lstrip("0")
        return {time, *([_plain(written)] if "." in written else []), *([time[:-3]] if time.endswith(":00") else [])}
    if ":" in written or "/" in written:
        return {written}
    grouped = re.fullmatch(r"[1-9]\d{0,2}(?:([.,٬\u00a0\u202f])\d{3})(?:\1\d{3})*", written)
    if grouped and grouped[1] != decimal:
        return {re.sub(r"\D", "", written)}
    return {_plain(re.sub(r"[,٫]", ".", written))}


def _plain(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole)}.{rest.rstrip('0')}".rstrip(".") if point else str(int(whole))


def _of_day(written: str, afternoon: bool) -> set[str]:
    hour, _, minutes = written.replace(".", ":").partition(":")
    if int(hour) > 12:
        return set()
    of_24 = int(hour) % 12 + (12 if afternoon else 0)
    return {f"{of_24}:{minutes}"} if minutes else {str(of_24), f"{of_24}:00"}


def _unit(after: str, names: Sequence[tuple[str, frozenset[str]]]) -> frozenset[str]:
    """What stands right after a number, by its longest name."""
    said = after[:40].replace("\u00a0", " ").lstrip(" -").casefold()
    for name, units in names:
        if said.startswith(name):
            next_one = said[len(name) : len(name) + 1]
            if not (next_one.isalpha() and unicodedata.category(name[-1]) != "Lo") or ord(name[-1]) > 0x3000:
                return units
    return frozenset()
