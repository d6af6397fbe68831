"""Boxes on a page, of links, pictures and fields: which of them are one."""

from __future__ import annotations

from handoutgen.pdf.writing.reuse import DrawnBox


def union(a: DrawnBox, b: DrawnBox) -> DrawnBox:
    """The smallest box that holds both."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def goes_on_below(previous: tuple[int, DrawnBox], following: tuple[int, DrawnBox]) -> bool:
    """Whether the second box of a form is the next line of the first."""
    (page, a), (other_page, b) = previous, following
    return page == other_page and abs(a[1] - b[3]) < 1 and abs(a[0] - b[0]) < 1 and abs(a[2] - b[2]) < 1


def continues(previous: tuple[int, DrawnBox], following: tuple[int, DrawnBox]) -> bool:
    """Whether two stretches of a link stand side by side on one line, so that one rectangle holds both."""
    (page, a), (other_page, b) = previous, following
    return page == other_page and abs(a[1] - b[1]) < 1 and b[0] <= a[2] + 1 and a[0] <= b[2] + 1
