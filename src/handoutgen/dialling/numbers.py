"""A text → the phone numbers in it, and which of those a link may dial; a phone number → the figures to dial.

A number has spaces in it, and so has what stands beside it: "0117 496 0123 24/7", "ward 4 01632 960 124". What can be
no part of a number is taken off. Where two readings are left, the figures are found, and no link dials them: a reader
who taps a wrong number may not notice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.dialling.edges import begins_certainly, ends_certainly, two_numbers, without_a_count, without_hours
from handoutgen.dialling.runs import (
    FEWEST_FIGURES,
    FIGURES_WITHOUT_A_ZERO,
    RUN,
    FigureGroup,
    figure_count,
    figures_of,
    groups_of,
    in_western_figures,
    is_whole,
    most_figures,
)

_EXTENSION = re.compile(r",? ?(?:ext|extension|x)\.? ?\d{1,6}(?!\w)")
_TRUNK = re.compile(r"(?<=\d)\s*\(0\)\s*")
_AREA_AND_STROKE = re.compile(r"(\(?0\d{1,5}\)?)\s?/\s?(?=[1-9])")
"""As Germans write it: 0351/555 01 01."""
_LOOSE = re.compile(r"\s*([-‐‑.\s])\s*")
_WITH_ONE_DASH = re.compile(r"(\d+)[-‐‑–−](\d+)")
_ZERO_IN_BRACKETS = re.compile(r"\(0\d")
_KEEPS_ITS_ZERO = re.compile(r"(?:\+|00)(?:39|378)")
"""Countries whose numbers are dialled with their first 0 from abroad too: Italy, San Marino."""
_MOST_OF_A_DAY = 2
_SPACED_DASH = re.compile(r"\s[-‐‑–−]\s")


class NumberWritten(NamedTuple):
    """A phone number from `start` to before `end` of a text. `is_certain`: it can be read as no other number."""

    start: int
    end: int
    is_certain: bool


def numbers_written(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[NumberWritten]:
    """The whole phone numbers in a text: those that begin with 0, + or a bracket and have seven figures or more, those
    of ten figures or more, and Europe's of six that begin with 116. What is `taken`, a date or a dose, is part of
    none."""
    text = in_western_figures(text)
    found: list[NumberWritten] = []
    for run in RUN.finditer(text):
        if run.end() - run.start() >= len("116123"):
            groups = _without_what_is_taken(groups_of(text, run), taken)
            found += _numbers_in(text, groups, is_known=False)
    return found


def number_at_start(text: str) -> NumberWritten | None:
    """The number that a text begins with, however short: 111 of "111, day and night"."""
    text = in_western_figures(text)
    run = RUN.match(text)
    found = _numbers_in(text, groups_of(text, run), is_known=True) if run else []
    return found[0] if found else None


def figures_to_dial(number: str) -> str:
    """What a link dials for a phone number, such as +441174960123: no extension, nor the "(0)" after a country's code
    (RFC 3966). Empty for words, and where it is not certain which number is meant."""
    text = in_western_figures(number).strip()
    dash = _SPACED_DASH.search(text)
    text = _LOOSE.sub(r"\1", _AREA_AND_STROKE.sub(r"\1 ", text, count=1))
    run = RUN.match(text)
    are_two = dash and len(figures_of(number[: dash.start()])) >= FEWEST_FIGURES
    if not run or are_two or _EXTENSION.sub("", text[run.end() :]):
        return ""
    found = _numbers_in(text, groups_of(text, run), is_known=True)
    if len(found) != 1 or found[0].start or not found[0].is_certain:
        return ""
    said = without_trunk(_EXTENSION.sub("", text[: found[0].end]))
    is_clear = not _TRUNK.search(said) and (
        not _starts_abroad(said) or not _ZERO_IN_BRACKETS.search(said) or _KEEPS_ITS_ZERO.match(figures_of(said))
    )
    return figures_of(said) if is_clear else ""


def without_trunk(number: str) -> str:
    """A number that begins with a country's code, without the "(0)" after it, which is dialled at home alone."""
    return _TRUNK.sub("", number) if _starts_abroad(number) else number


def is_one_number(text: str) -> bool:
    """Whether figures on both sides of one dash are a phone number and no range: 01632-960123 begins with a 0, and
    98765-43210 would go down. Times of day are a range, 0900-1730, and so is whatever may be one."""
    match = _WITH_ONE_DASH.fullmatch(in_western_figures(text))
    if not match:
        return False
    first, second = match.groups()
    if first.startswith("0"):
        return len(first + second) >= FEWEST_FIGURES and not (_is_time(first) and _is_time(second))
    return len(first + second) >= FIGURES_WITHOUT_A_ZERO and int(second) < int(first)


def _is_time(written: str) -> bool:
    """0930 or 930, as a timetable has it."""
    return re.fullmatch(r"(?:[01]?\d|2[0-4])[0-5][05]", written) is not None


def _starts_abroad(written: str) -> bool:
    return re.match(r"\+|00|011(?!\d)", written) is not None


def _without_what_is_taken(groups: list[FigureGroup], taken: Sequence[tuple[int, int]]) -> list[FigureGroup]:
    """The groups before a date or a dose that begins among them; none where they go on from one, or where what is left
    may be half a number. What is a mere part of the run is none, as 123-4567 of (555) 123-4567."""
    for start, end in taken:
        if not groups:
            break
        first, last = groups[0].start, groups[-1].end
        is_part = first <= start and end <= last and end - start < last - first
        if start < last and first < end and not is_part:
            kept = [group for group in groups if group.end <= start]
            is_short = any(len(group.figures) <= _MOST_OF_A_DAY for group in groups[len(kept) : len(kept) + 1])
            groups = kept if is_short or figure_count(kept) >= FIGURES_WITHOUT_A_ZERO else []
    return groups


def _numbers_in(text: str, groups: list[FigureGroup], *, is_known: bool) -> list[NumberWritten]:
    """The numbers that a run of figures is made of. `is_known`: that it begins with one, however short."""
    if not groups:
        return []
    groups, is_certain = without_hours(text, without_a_count(text, groups), is_known=is_known)
    found = []
    for part in two_numbers(text, groups):
        if is_known or is_whole(text, part):
            extension = _EXTENSION.match(text, part[-1].end)
            ends = extension is not None or ends_certainly(text, part)
            certain = (
                is_certain and ends and begins_certainly(text, part) and figure_count(part) <= most_figures(text, part)
            )
            found.append(NumberWritten(part[0].start, extension.end() if extension else part[-1].end, certain))
    return found
