"""The cells of an address → its lines, as an envelope has them; and the town and postcode in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from handoutgen.clinic_list.cells import is_empty_word

MOST_LINES = 8
_NUMBER_ALONE = re.compile(r"(?:no\.? ?)?\d+[A-Za-z]?(?: ?[-–] ?\d+[A-Za-z]?)?", re.IGNORECASE)
_STATE = re.compile(r"[A-Z]{2}(?: [0-9A-Z -]{3,10})?")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d")
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?|\d{4})\b",
    re.IGNORECASE,
)
"""The United Kingdom, Ireland, Canada, five figures (United States and much of Europe), four figures."""


def address_lines(cells: Sequence[Sequence[str]], name: str, north_american: bool = False) -> list[str]:
    """The lines of an address. A cell of one line is parted at its commas; a line that only repeats the clinic's name
    goes; a house number keeps its street; what is more than eight lines is joined again, the shortest first."""
    lines = [part for cell in cells for part in (cell if len(cell) > 1 else _parted(cell))]
    lines = [line.strip(" ,;") for line in lines]
    lines = [line for line in lines if line and not is_empty_word(line)]
    if len(lines) > 1 and lines[0].casefold() == name.casefold():
        del lines[0]
    lines = _joined_numbers(lines)
    if north_american:
        lines = _joined_states(lines)
    while len(lines) > MOST_LINES:
        lengths = [len(first) + len(second) for first, second in pairwise(lines)]
        at = lengths.index(min(lengths))
        lines[at : at + 2] = [f"{lines[at]}, {lines[at + 1]}"]
    return lines


def _parted(cell: Sequence[str]) -> list[str]:
    return cell[0].split(",") if cell else []


def _joined_numbers(lines: list[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if joined and _NUMBER_ALONE.fullmatch(joined[-1]) and not _NUMBER_ALONE.fullmatch(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _joined_states(lines: list[str]) -> list[str]:
    """ "Springfield", "IL", "62701" on one line: Springfield, IL 62701."""
    joined: list[str] = []
    for line in lines:
        if joined and _STATE.fullmatch(line):
            joined[-1] = f"{joined[-1]}, {line}"
        elif joined and _ZIP.fullmatch(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def postcode_in(lines: Sequence[str]) -> str:
    """The postcode in the last two lines, in capitals without its space; empty when there is none."""
    for line in reversed(lines[-2:]):
        found = _POSTCODE.findall(line)
        if found:
            return str(found[-1]).upper().replace(" ", "")
    return ""


def place_in(lines: Sequence[str]) -> str:
    """The town, as far as an address tells: the last line but one of street, town, county; empty when there is none."""
    bare = [_POSTCODE.sub("", line).strip(" ,") for line in lines]
    bare = [line for line in bare if line]
    return "" if len(bare) < 2 else bare[-1] if len(bare) == 2 else bare[-2]
