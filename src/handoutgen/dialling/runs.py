"""Figures as they stand in a text, in groups; how many of them are a phone number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

FEWEST_FIGURES, FIGURES_WITHOUT_A_ZERO = 7, 10
"""Of a phone number that begins as one, and of one that does not."""
_MOST_FIGURES = {"+": 15, "00": 17, "0": 13, "": 12}
"""Of a number that begins so: with its country's code (ITU-T E.164), with what is dialled to get out before it, and as
one dials at home."""
_MOST_OUT_OF_AMERICA, _MOST_FOR_HELP = 18, 6
"""Of a number after 011; of Europe's that begin with 116."""

SPACE = "[ \u00a0\u202f\u2009]"
_GROUP = r"(?:\(\d{1,6}\)\d*+|\d++)"
_GROUPS = re.compile(_GROUP)
RUN = re.compile(rf"(?:\+{SPACE}?)?(?:0\d{{2,5}}[–−](?=[1-9]\d\d))?{_GROUP}(?:(?:{SPACE}|[-‐‑.]|(?=\(0\))){_GROUP})*+")
"""Figures in a row. Behind an area's code a dash may be a long one; before a "(0)" there may be no space."""
TEXT_RELAY = re.compile(r"1800[12]")
"""What somebody who types dials before a British number: 18001 0808 800 8004."""


class FigureGroup(NamedTuple):
    """Figures without a space, from `start` to before `end`; `ahead` is what parts them from those before."""

    start: int
    end: int
    figures: str
    ahead: str


def in_western_figures(text: str) -> str:
    """The text with digits 0 to 9, sign for sign."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def figures_of(written: str) -> str:
    """The figures of what is written, with a + before them."""
    return re.sub(r"[^\d+]", "", written)


def figure_count(groups: Sequence[FigureGroup]) -> int:
    """How many figures the groups have."""
    return sum(len(group.figures) for group in groups)


def groups_of(text: str, run: re.Match[str]) -> list[FigureGroup]:
    """The groups of a run; none where it goes on from something else, as in 25/0117 496 0123 and v.0117 496 0123."""
    groups: list[FigureGroup] = []
    for match in _GROUPS.finditer(text, run.start(), run.end()):
        start = match.start() if groups else run.start()
        ahead = text[groups[-1].end : start] if groups else ""
        groups.append(FigureGroup(start, match.end(), re.sub(r"\D", "", match[0]), ahead))
    if not re.match(r"[\w.,/]", text[max(0, run.start() - 1) : run.start()]):
        return groups
    has_a_name = re.search(r"[^\W\d]\d{1,2}$|\d,\d+$", text[max(0, run.start() - 2) : groups[0].end])
    return groups[1:] if has_a_name and groups[1:] and groups[1].ahead.isspace() else []


def is_whole(text: str, groups: Sequence[FigureGroup]) -> bool:
    """Whether so many figures are a phone number, wherever they stand."""
    if not groups:
        return False
    begin, count = text[groups[0].start], figure_count(groups)
    is_one_group = len(groups) == 1 and begin not in "+("
    if is_one_group or count < 2 * len(groups):  # the second: a scale from 0 to 10
        return False
    if begin in "0+(":
        return count >= FEWEST_FIGURES
    return FIGURES_WITHOUT_A_ZERO <= count <= most_figures(text, groups) or _is_for_help(groups)


def most_figures(text: str, groups: Sequence[FigureGroup]) -> int:
    """The most figures of a number that begins like this."""
    first, *rest = groups
    if rest and TEXT_RELAY.fullmatch(first.figures):
        return len(first.figures) + most_figures(text, rest)
    if _is_for_help(groups[:2]):
        return _MOST_FOR_HELP
    if first.figures == "011":
        return _MOST_OUT_OF_AMERICA
    begins = figures_of(text[first.start : first.end])
    return next(most for start, most in _MOST_FIGURES.items() if begins.startswith(start))


def _is_for_help(groups: Sequence[FigureGroup]) -> bool:
    """Whether it is one of Europe's numbers for help, such as 116 123."""
    return [len(group.figures) for group in groups] == [3, 3] and groups[0].figures == "116"
