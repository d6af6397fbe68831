"""Where in a run of figures a phone number begins and ends, and whether that is certain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from handoutgen.dialling.runs import (
    FEWEST_FIGURES,
    FIGURES_WITHOUT_A_ZERO,
    RUN,
    SPACE,
    TEXT_RELAY,
    FigureGroup,
    figure_count,
    groups_of,
    is_whole,
    most_figures,
)

_CLOCK = rf"(?:{SPACE}?(?:am|pm|a\.m\.|p\.m\.|h|hrs?|uhr)(?![^\W_]))"
_HOUR = r"(?:[01]?\d|2[0-4])"
_HOURS = re.compile(
    rf"({_HOUR})([.:]\d\d|{_CLOCK})*{SPACE}?[-‐‑–−]{SPACE}?{_HOUR}([.:]\d\d|{_CLOCK})*(?![\w/]|[-.:]\d)", re.IGNORECASE
)
_NO_FIGURES = re.compile(rf"(?:24/7|24/24|7/7)(?![\w/])|{_HOUR}(?:[.:]\d\d)?{_CLOCK}", re.IGNORECASE)
"""What tells when a number is answered, and can be no part of it."""
_LETTERS_FOR_FIGURES = re.compile(r"[-‐‑.][A-Z]{2}|[ \u00a0][A-Z]{3}")
"""Behind the first figures of a number that has words in it: 0800 123 HELP."""
_BETWEEN = re.compile(rf"(?:{SPACE}{{2,}}|{SPACE}?[-–−/]{SPACE}?)(?=\+?\(?\d)")
_STROKE = re.compile(r"[/:]\d")
_AREA_BEFORE = re.compile(rf"(?<!\d)0\d{{2,5}}\)?(?:{SPACE}{{2,}}|{SPACE}?[-–−/]{SPACE}?)$")
_FEWEST_KNOWN = 3
"""Figures of what is known to be a number, such as 111."""
_FEWEST_AFTER_A_COUNT, _MOST_OF_A_COUNT = 9, 3
_MOST_OF_AN_HOUR = 2
_NORTH_AMERICAN = [3, 3, 4]
_WHOLE_IN_BRITAIN, _WHOLE_FROM_ABROAD = 11, 12
_NEAR = 10
"""How far apart two numbers of one house are, where the second is written in short."""


def without_a_count(text: str, groups: list[FigureGroup]) -> list[FigureGroup]:
    """Without the number of a ward or a room before a number that begins with 0, or before one that is whole where
    both together are none. An 8 may be dialled, in some countries before a 0."""
    if text[groups[0].start] in "0+(" or TEXT_RELAY.fullmatch(groups[0].figures):
        return groups
    for index, group in enumerate(groups[1:3], start=1):
        rest, before = groups[index:], groups[:index]
        if text.startswith("(0)", group.start):
            break
        is_apart = group.ahead.isspace() and all(len(each.figures) <= _MOST_OF_A_COUNT for each in before)
        is_told = text[group.start] == "0" and figure_count(rest) >= _FEWEST_AFTER_A_COUNT and before[0].figures != "8"
        if is_apart and is_whole(text, rest) and (is_told or not is_whole(text, groups)):
            return rest
    return groups


def without_hours(text: str, groups: list[FigureGroup], *, is_known: bool) -> tuple[list[FigureGroup], bool]:
    """Without when the number is answered, and whether that is certain: 9-5 is no part of a number, while 10-12 may be
    the end of one, unless it were too long then."""
    for index in range(max(1, len(groups) - 4), len(groups)):
        rest, at = groups[:index], groups[index].start
        if not groups[index].ahead.isspace():
            continue
        if not (is_whole(text, rest) or (is_known and figure_count(rest) >= _FEWEST_KNOWN)):
            continue
        found = _NO_FIGURES.match(text, at)
        if found and found.end() >= groups[-1].end:
            return rest, True
        hours = _HOURS.match(text, at)
        if hours and hours.end() >= groups[-1].end:
            added = len(re.findall(r"\d", hours[0]))
            is_certain = (
                len(hours[1]) == 1 or hours[2] or hours[3] or figure_count(rest) + added > most_figures(text, rest)
            )
            return (rest, True) if is_certain else (groups, False)
    return groups, True


def two_numbers(text: str, groups: list[FigureGroup]) -> list[list[FigureGroup]]:
    """Two numbers with a space between them, where they have the same area's code and are written alike."""
    first, second = groups[: len(groups) // 2], groups[len(groups) // 2 :]
    alike = [len(each.figures) for each in first] == [len(each.figures) for each in second]
    if not (first and alike and first[0].figures == second[0].figures and second[0].ahead.isspace()):
        return [groups]
    return [first, second] if is_whole(text, first) and is_whole(text, second) else [groups]


def begins_certainly(text: str, groups: Sequence[FigureGroup]) -> bool:
    """Whether nothing before a number may belong to it, and its first figures belong to no other thing."""
    first, *rest = groups
    if text[first.start] in "0+(":
        return True
    if _AREA_BEFORE.search(text[max(0, first.start - 12) : first.start]):
        return False
    sizes = [len(group.figures) for group in rest]
    if sizes == _NORTH_AMERICAN and len(first.figures) <= _MOST_OF_A_COUNT and first.figures != "1":
        return False
    return bool(TEXT_RELAY.fullmatch(first.figures)) or not any(
        text[each.start] == "0" and figure_count(rest[index:]) >= _FEWEST_AFTER_A_COUNT
        for index, each in enumerate(rest[:2])
    )


def ends_certainly(text: str, groups: Sequence[FigureGroup]) -> bool:
    """Whether nothing after a number may belong to it, and its last figures belong to no other thing."""
    end, size = groups[-1].end, len(groups[-1].figures)
    after = text[end : end + 1]
    if after.isalpha() or after == "_":
        return size > _MOST_OF_AN_HOUR and "LATIN" not in unicodedata.name(after, "LATIN")
    if _STROKE.match(text, end):
        return size > _MOST_OF_AN_HOUR and figure_count(groups) >= FEWEST_FIGURES
    if figure_count(groups) < FIGURES_WITHOUT_A_ZERO and (
        _LETTERS_FOR_FIGURES.match(text, end) or _may_go_on(text, groups)
    ):
        return False
    return len(groups) == 1 or _last_is_its_own(text, groups)


def _may_go_on(text: str, groups: Sequence[FigureGroup]) -> bool:
    """Whether figures behind a dash, a stroke or a wide space may be the rest of the number, and no other number."""
    between = _BETWEEN.match(text, groups[-1].end)
    run = RUN.match(text, between.end()) if between else None
    more = groups_of(text, run) if run else []
    if figure_count(more) <= _MOST_OF_AN_HOUR:
        return False
    return figure_count(groups) < FEWEST_FIGURES or not is_whole(text, more)


def _last_is_its_own(text: str, groups: Sequence[FigureGroup]) -> bool:
    """Whether the last group is part of the number: no count, as in 0117 496 0123 2 times, and no other number's end,
    as in 0117 496 0123-4. A -0 is that of a switchboard."""
    *_, before, last = groups
    size, room, others = len(last.figures), len(before.figures), figure_count(groups[:-1])
    if last.ahead.isspace() and size == 1:
        return last.figures == "0"
    if last.ahead.isspace() and size == _MOST_OF_AN_HOUR and room != size:
        whole = _WHOLE_FROM_ABROAD if text[groups[0].start] == "+" else _WHOLE_IN_BRITAIN
        return room <= _MOST_OF_A_COUNT and others < whole
    if last.ahead not in "-‐‑" or size > room or others < FEWEST_FIGURES:
        return True
    apart = int(last.figures) - int(before.figures[-size:])
    return apart <= 0 or apart > _NEAR if size == room else size > _MOST_OF_AN_HOUR or apart <= 0
