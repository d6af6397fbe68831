"""Written words → what of them is said in another way, and how: numbers to call figure by figure, units in full,
abbreviations letter by letter, addresses with their dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from msgspec import Struct

from handoutgen.language import language_of
from handoutgen.memory import Once
from handoutgen.unbreakable import kept_together, phone_numbers

_ABBREVIATION = re.compile(r"(?<![\w.@/-])[A-Z][A-Z0-9]{1,5}(?![\w@]|[./-]\w)")
_SERVICE = re.compile(r"(?<![\w.,:/+-])(?:999|911|112|111|988|811|000)(?![\w%°]|[.,:/-]\d| \d)")
_RANGE = re.compile(r"(?<=\d) ?[-–−] ?(?=\d)")


class Spoken(NamedTuple):
    """A stretch of a text; `said` is how it is said, where that is not as it is written."""

    written: str
    said: str = ""


class _Tongue(Struct, frozen=True):
    """How one language says things; empty where it has no words for them here."""

    units: Mapping[str, tuple[str, str]]
    short: Mapping[str, str]
    as_words: frozenset[str]
    signs: Mapping[str, str]


_NO_TONGUE = _Tongue({}, {}, frozenset(), {})


@Once
def _english() -> _Tongue:
    said: Any = yaml.safe_load((Path(__file__).parent / "english.yaml").read_text(encoding="utf-8"))
    units = {unit: (one, more) for unit, (one, more) in said["units"].items()}
    signs = {"–": said["to"], ".": said["dot"], "/": said["slash"], "@": said["at"], "-": said["dash"]}
    return _Tongue(units, said["short"], frozenset(said["said_as_words"]), signs)


def spoken(text: str, language: str) -> list[Spoken]:
    """The text in stretches: joined, what is written is the text itself."""
    tongue = _english() if language_of(language).primary == "en" else _NO_TONGUE
    parts, at = [], 0
    for start, end, said in _chosen(text, tongue):
        parts += [Spoken(text[at:start]), Spoken(text[start:end], said)]
        at = end
    return [part for part in (*parts, Spoken(text[at:])) if part.written]


def _chosen(text: str, tongue: _Tongue) -> Iterator[tuple[int, int, str]]:
    """What is said in another way, in order, none overlapping another; the first kind that finds a stretch has it."""
    taken: list[tuple[int, int, str]] = []
    for start, end, said in _found(text, tongue):
        if not any(first < end and start < last for first, last, _ in taken):
            taken.append((start, end, said))
    yield from sorted(taken)


def _found(text: str, tongue: _Tongue) -> Iterator[tuple[int, int, str]]:
    for stretch in kept_together(text):
        if stretch.address and tongue.signs:
            yield stretch.start, stretch.end, _address(text[stretch.start : stretch.end], tongue)
    for number in phone_numbers(text):
        yield number.start, number.end, _figures(text[number.start : number.end])
    for match in _SERVICE.finditer(text):
        yield *match.span(), " ".join(match[0])
    for short, said in tongue.short.items():
        for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text):
            yield *match.span(), said
    if tongue.units:
        signs = "|".join(map(re.escape, sorted(tongue.units, key=len, reverse=True)))
        for match in re.finditer(rf"(?<=\d)[ \u00a0]?({signs})(?!\w)", text):
            one, more = tongue.units[match[1]]
            is_one = re.search(r"(?<![\d.,/–-])1$", text[: match.start()]) is not None
            yield *match.span(1), one if is_one else more
        for match in _RANGE.finditer(text):
            yield *match.span(), f" {tongue.signs['–']} "
    for match in _ABBREVIATION.finditer(text):
        if match[0] not in tongue.as_words:
            yield *match.span(), " ".join(match[0])


def _figures(number: str) -> str:
    """ "0 1 1 7, 4 9 6, 0 1 2 3": figure by figure, with a pause between the groups that are written."""
    groups = [" ".join(group) for group in re.findall(r"\d+", number)]
    return ("+ " if number.startswith("+") else "") + ", ".join(groups)


def _address(address: str, tongue: _Tongue) -> str:
    """ "nhs dot uk slash leg-cramps" with each sign as it is said."""
    bare = re.sub(r"^https?://", "", address).rstrip("/")
    parts = re.split(r"([./@-])", bare)
    return " ".join(tongue.signs.get(part, " ".join(part) if part == "www" else part) for part in parts if part)
