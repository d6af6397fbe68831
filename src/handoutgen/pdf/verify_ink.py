"""Checks of paper: everything stands where the plan puts it, no text is too small, nothing is too near an edge."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.plan import Plan
from handoutgen.pdf.expected import ExpectedSide
from handoutgen.pdf.geometry import Box
from handoutgen.pdf.shown import Inked, PageContent
from handoutgen.pdf.tagtree import Node, TagTree

_NEAR = 0.6
"""Two places in pt that count as the same: half a point is less than the eye or a printer sees."""
_ASCENT, _DESCENT = 0.7, 0.22
"""How far a line of text reaches above and below its baseline, in ems, near enough for a margin."""


def tell_directions(content: PageContent, side: ExpectedSide) -> None:
    """Mark the text that runs from right to left, where the file has the plan's pieces of text."""
    texts = content.texts
    if len(texts) == len(side.texts):
        for text, wanted in zip(texts, side.texts, strict=True):
            text.rtl = wanted.rtl


def check_ink(
    plan: Plan, sides: Sequence[ExpectedSide], tree: TagTree, pages: Sequence[tuple[int, PageContent]]
) -> list[str]:
    """Sizes, margins, places and figures' boxes on every page."""
    found: list[str] = []
    figures = {mark: node for node in tree.nodes if node.role == "Figure" for mark in node.marks}
    found += ["a figure has no box (BBox)" for node in set(figures.values()) if _figure_box(node) is None]
    for index, ((page, content), side) in enumerate(zip(pages, sides, strict=False)):
        words = f"page {index + 1}: "
        sheet = plan.sheets[index]
        inset = plan.safe_inset
        safe = (inset, inset, sheet.width - inset, sheet.height - inset)
        problems = [*_sizes(content, plan.smallest_text), *_margins(content, side, safe), *_places(content, side)]
        problems += _boxes(page, content, side, figures)
        found += [words + problem for problem in problems]
    return found


def _sizes(content: PageContent, smallest: float) -> list[str]:
    """No text below the plan's floor, however it came to be so small."""
    sizes = {round(text.size, 2): text for mark in content.marks for text in mark.texts}
    return [f"{text.said[:40]!r} is {size:g} pt, below {smallest:g} pt" for size, text in sizes.items()
            if size < smallest - 0.01]  # fmt: skip


def _margins(content: PageContent, side: ExpectedSide, safe: Box) -> list[str]:
    """No ink where an office printer cannot print. Text is measured by the plan, whose places `_places` has proven."""
    left, bottom, right, top = safe
    found = [
        f"{text.text[:40]!r} is too near the edge of the sheet"
        for text in side.texts
        if text.x < left - _NEAR
        or text.right > right + _NEAR
        or text.y - _DESCENT * text.size < bottom - _NEAR
        or text.y + _ASCENT * text.size > top + _NEAR
    ]
    for mark in content.marks:
        found += [f"ink of {mark.tag} is too near the edge of the sheet: {_rounded(ink.exact_box())}"
                  for ink in mark.inked if not _inside(safe, ink)]  # fmt: skip
    return found


def _places(content: PageContent, side: ExpectedSide) -> list[str]:
    """Each run of text starts where the plan has it and is of its size, and there is no other."""
    texts = content.texts
    if len(texts) != len(side.texts):
        return [f"{len(texts)} pieces of text where the plan has {len(side.texts)}"]
    found = []
    for text, wanted in zip(texts, side.texts, strict=True):
        if abs(text.x - wanted.x) > _NEAR or abs(text.y - wanted.y) > _NEAR:
            found.append(f"{text.said[:40]!r} is {_distance(text.x - wanted.x, text.y - wanted.y)} pt from its place")
        if abs(text.size - wanted.size) > 0.01:
            found.append(f"{text.said[:40]!r} is {text.size:g} pt instead of {wanted.size:g} pt")
    return found


def _boxes(page: int, content: PageContent, side: ExpectedSide, figures: dict[tuple[int, int], Node]) -> list[str]:
    """Each figure's BBox is where the plan has it and holds its ink (PDF/UA-1 7.3)."""
    found = []
    wanted = [box for element, box in side.pictures if element is not None and element.role == "Figure"]
    for mark in content.marks:
        node = figures.get((page, mark.mcid if mark.mcid is not None else -1))
        box = _figure_box(node) if node else None
        if node is None or box is None:
            continue
        if not any(_holds(box, other) for other in wanted):
            found.append(f"the box of the figure {node.alt[:40]!r} is not where the plan has it (BBox)")
        if any(not _inside(box, ink) for ink in mark.inked) and node.marks == [(page, mark.mcid)]:
            found.append(f"the box of the figure {node.alt[:40]!r} does not hold its ink (BBox)")
    return found


def _figure_box(node: Node) -> Box | None:
    box = node.attributes.get("/BBox")
    return (box[0], box[1], box[2], box[3]) if isinstance(box, list) and len(box) == 4 else None


def _holds(outer: Box, inner: Box) -> bool:
    return (
        inner[0] >= outer[0] - _NEAR
        and inner[1] >= outer[1] - _NEAR
        and inner[2] <= outer[2] + _NEAR
        and inner[3] <= outer[3] + _NEAR
    )


def _inside(outer: Box, ink: Inked) -> bool:
    """Whether ink lies inside; only when a curve's handles stick out is the curve itself followed."""
    return _holds(outer, ink.box) or _holds(outer, ink.exact_box())


def _rounded(box: Box) -> str:
    return " ".join(f"{edge:.1f}" for edge in box)


def _distance(x: float, y: float) -> str:
    return f"{(x * x + y * y) ** 0.5:.1f}"
