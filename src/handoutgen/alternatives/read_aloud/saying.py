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

from handoutgen.alternatives.read_aloud.capitals import is_spelled
from handoutgen.language import language_of
from handoutgen.memory import Once
from handoutgen.unbreakable import kept_together, phone_numbers

_CAPITALS = re.compile(r"(?<![\w.@/-])[A-Z][A-Z0-9]{1,5}(?![\w@]|[./-]\w)")
_SERVICE = re.compile(r"(?<![\w.,:/+-])(?:999|911|112|111|988|811|000)(?![\w%°]|[.,:/-]\d| \d)")
_RANGE = re.compile(r"(?<=\d) ?[-–−] ?(?=\d)")
_CODE_OF_TEXT = re.compile("(?<!\\w)[2-9CDFHJKMNPQRTVWX]{4}\u00a0[2-9CDFHJKMNPQRTVWX]{4}(?!\\w)")
"""The code of a leaflet's text as it is printed (`approval.short_code`): in no language are its letters a word."""
_UNBROKEN = re.compile(
    r"(?<![\w.,/=#&-])(?:\+\d{7,15}|0\d{6,14}|\d{10,15})(?:,? ?(?:ext|extension|x)\.? ?\d{1,6})?(?!\w|[.,]\d)"
)
"""A number to call that is written without a space; as an amount it would be millions."""
_COUNTRY_BEFORE = re.compile(r"(?<![\w+])(?:\+|00)\d{1,3} ?\(0\) ?$")
_NOT_DIALLED = "(0)"
"""Behind a country's code: a 0 for those who call from inside the country, and for nobody else."""


class Spoken(NamedTuple):
    """A stretch of a text; `said` is how it is said, where that is not as it is written."""

    written: str
    said: str = ""


class _Tongue(Struct, frozen=True):
    """How one language says things; empty where it has no words for them here."""

    units: Mapping[str, tuple[str, str]]
    short: Mapping[str, str]
    signs: Mapping[str, str]
    extension: str


_NO_TONGUE = _Tongue({}, {}, {}, "")


@Once
def _english() -> _Tongue:
    said: Any = yaml.safe_load((Path(__file__).parent / "english.yaml").read_text(encoding="utf-8"))
    units = {unit: (one, more) for unit, (one, more) in said["units"].items()}
    signs = {"–": said["to"], ".": said["dot"], "/": said["slash"], "@": said["at"], "-": said["dash"]}
    return _Tongue(units, said["short"], signs, said["extension"])


def spoken(text: str, language: str) -> list[Spoken]:
    """The text in stretches: joined, what is written is the text itself."""
    parts, at = [], 0
    for start, end, said in _chosen(text, language):
        parts += [Spoken(text[at:start]), Spoken(text[start:end], said)]
        at = end
    return [part for part in (*parts, Spoken(text[at:])) if part.written]


def _chosen(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """What is said in another way, in order, none overlapping another; the first kind that finds a stretch has it."""
    chosen: list[tuple[int, int, str]] = []
    taken = bytearray(len(text))
    for start, end, said in _found(text, language):
        if not any(taken[start:end]):
            chosen.append((start, end, said))
            taken[start:end] = b"\1" * (end - start)
    yield from sorted(chosen)


def _found(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    tongue = _english() if language_of(language).primary == "en" else _NO_TONGUE
    for stretch in kept_together(text):
        if stretch.address and tongue.signs:
            yield stretch.start, stretch.end, _address(text[stretch.start : stretch.end], tongue)
    for start, end in _numbers_to_call(text):
        yield start, end, _figures(text[start:end], tongue)
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
    for match in _CODE_OF_TEXT.finditer(text):
        yield *match.span(), ", ".join(" ".join(group) for group in match[0].split("\u00a0"))
    for match in _CAPITALS.finditer(text):
        if is_spelled(match[0], language):
            yield *match.span(), " ".join(match[0])


def _numbers_to_call(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each phone number stands, with its country's code and its extension."""
    for match in _UNBROKEN.finditer(text):
        yield _with_country(text, *match.span())
    for number in phone_numbers(text):
        yield _with_country(text, number.start, number.end)


def _with_country(text: str, start: int, end: int) -> tuple[int, int]:
    """A number with the code before it that is written in one with it: +44(0)117 496 0123."""
    code = _COUNTRY_BEFORE.search(text, max(0, start - 10), start)
    return (code.start() if code else start), end


def _figures(number: str, tongue: _Tongue) -> str:
    """ "0 1 1 7, 4 9 6, 0 1 2 3, extension 1 2": figure by figure, with a pause between the groups that are written.
    What parts an extension from the number is said, where there is no word for it as it is written: who listens must
    not dial the two as one. A 0 that is not dialled is not said."""
    called, *extension = re.split(r"([^\W\d_]+)\W*", number, maxsplit=1)
    if called.startswith(("+", "00")):
        called = called.replace(_NOT_DIALLED, " ")
    said = ("+ " if called.startswith("+") else "") + _one_by_one(called)
    if not extension:
        return said
    written, figures = extension
    return f"{said}, {tongue.extension or f'{written},'} {_one_by_one(figures)}"


def _one_by_one(figures: str) -> str:
    return ", ".join(" ".join(group) for group in re.findall(r"\d+", figures))


def _address(address: str, tongue: _Tongue) -> str:
    """ "nhs dot uk slash leg-cramps" with each sign as it is said."""
    bare = re.sub(r"^https?://", "", address).rstrip("/")
    parts = re.split(r"([./@-])", bare)
    return " ".join(tongue.signs.get(part, " ".join(part) if part == "www" else part) for part in parts if part)
