"""Checks of paper: everything stands where the plan puts it, no text is too small, nothing is too near an edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from handoutgen.pdf.reading.geometry import ReadBox
from handoutgen.pdf.reading.page_content import Inked, PageContent
from handoutgen.pdf.reading.readfont import ReadFont
from handoutgen.pdf.reading.tagtree import TagNode, TagTree
from handoutgen.pdf.verifying.expected import ExpectedSide
from handoutgen.plan.pages import Plan, SheetSide

_NEAR = 0.6
"""Two places in pt that count as the same: half a point is less than the eye or a printer sees."""
_ASCENT, _DESCENT = 0.7, 0.22
"""How far a line of text reaches above and below its baseline, in ems, near enough for a margin."""


class ReadSide(Struct, frozen=True, eq=False):
    """A sheet side as it stands in the file, held against the plan's."""

    problems: tuple[str, ...]
    tags: tuple[tuple[int, str], ...]
    """MCID and tag of each mark that belongs to an element, in the order of painting."""
    said: Mapping[int, str]
    """What each mark says, by its MCID."""
    figures: Mapping[int, tuple[Inked, ...]]
    """The ink of each mark of a Figure."""
    pictures: tuple[ReadBox, ...]
    """Where the plan has its figures."""


def read_side(
    content: PageContent, fonts: Mapping[str, ReadFont], side: ExpectedSide, sheet: SheetSide, plan: Plan
) -> ReadSide:
    """What a page's content says and shows, and what of it is not as the plan has it."""
    inset = plan.safe_inset
    safe = (inset, inset, sheet.width - inset, sheet.height - inset)
    said = _what_is_said(content, fonts, side)
    marks = [(mark.mcid, mark) for mark in content.marks if mark.mcid is not None]
    return ReadSide(
        problems=(
            *content.problems,
            *_sizes(content, said, plan.smallest_text),
            *_margins(content, side, safe),
            *_places(content, said, side),
        ),
        tags=tuple((mcid, mark.tag) for mcid, mark in marks),
        said={mcid: "".join([said[id(text)] for text in mark.texts]) for mcid, mark in marks},
        figures={mcid: tuple(mark.inked) for mcid, mark in marks if mark.tag == "Figure"},
        pictures=tuple(box for element, box in side.pictures if element is not None and element.home.role == "Figure"),
    )


def _what_is_said(content: PageContent, fonts: Mapping[str, ReadFont], side: ExpectedSide) -> dict[int, str]:
    """The characters of each text in reading order, by the text's id. Which text runs from right to left, the plan
    knows: signs alone, without letters, do not tell."""
    texts = content.texts
    rtl = [text.rtl for text in side.texts] if len(side.texts) == len(texts) else [False] * len(texts)
    return {id(text): fonts[text.font].text(text.codes, right) for text, right in zip(texts, rtl, strict=True)}


def check_figures(tree: TagTree, pages: Sequence[tuple[int, ReadSide]]) -> list[str]:
    """Each figure's BBox is where the plan has it and holds its ink (PDF/UA-1 7.3)."""
    nodes = [node for branch in tree.branches for node in branch.figures]
    found = ["a figure has no box (BBox)" for node in nodes if node.marks and _figure_box(node) is None]
    owners = {mark: node for node in nodes for mark in node.marks}
    for number, (page, side) in enumerate(pages, 1):
        for mcid, inked in side.figures.items():
            node = owners.get((page, mcid))
            box = _figure_box(node) if node else None
            if node is None or box is None:
                continue
            words = f"page {number}: the box of the figure {node.alt[:40]!r}"
            if not any(_holds(box, other) for other in side.pictures):
                found.append(f"{words} is not where the plan has it (BBox)")
            if any(not _inside(box, ink) for ink in inked) and node.marks == [(page, mcid)]:
                found.append(f"{words} does not hold its ink (BBox)")
    return found


def _sizes(content: PageContent, said: Mapping[int, str], smallest: float) -> list[str]:
    """No text below the plan's floor, however it came to be so small."""
    sizes = {round(text.size, 2): text for text in content.texts}
    return [f"{said[id(text)][:40]!r} is {size:g} pt, below {smallest:g} pt" for size, text in sizes.items()
            if size < smallest - 0.01]  # fmt: skip


def _margins(content: PageContent, side: ExpectedSide, safe: ReadBox) -> list[str]:
    """No ink where an office printer cannot print. Text is measured by the plan, whose places `_places` has proven;
    white space, such as stands at the end of a full line from right to left, is no ink."""
    left, bottom, right, top = safe
    found = [
        f"{text.text[:40]!r} is too near the edge of the sheet"
        for text in side.texts
        if text.text.strip()
        and (
            text.left < left - _NEAR
            or text.right > right + _NEAR
            or text.y - _DESCENT * text.size < bottom - _NEAR
            or text.y + _ASCENT * text.size > top + _NEAR
        )
    ]
    for mark in content.marks:
        found += [f"ink of {mark.tag} is too near the edge of the sheet: {_rounded(ink.exact_box())}"
                  for ink in mark.inked if not _inside(safe, ink)]  # fmt: skip
    return found


def _places(content: PageContent, said: Mapping[int, str], side: ExpectedSide) -> list[str]:
    """Each run of text starts where the plan has it and is of its size, and there is no other."""
    texts = content.texts
    if len(texts) != len(side.texts):
        return [f"{len(texts)} pieces of text where the plan has {len(side.texts)}"]
    found = []
    running = [mark.running for mark in content.marks for _ in mark.texts]
    for text, wanted, kind in zip(texts, side.texts, running, strict=True):
        across, up = text.x - wanted.x, text.y - wanted.y
        if abs(across) > _NEAR or abs(up) > _NEAR:
            found.append(f"{said[id(text)][:40]!r} is {_distance(across, up)} pt from its place")
        if abs(text.size - wanted.size) > 0.01:
            found.append(f"{said[id(text)][:40]!r} is {text.size:g} pt instead of {wanted.size:g} pt")
        if kind != wanted.running:
            is_now, should_be = (of or "neither a header nor a footer" for of in (kind, wanted.running))
            found.append(f"{said[id(text)][:40]!r} is {is_now} of the page where the plan has {should_be}")
    return found


def _figure_box(node: TagNode) -> ReadBox | None:
    box = node.attributes.get("/BBox")
    return (box[0], box[1], box[2], box[3]) if isinstance(box, list) and len(box) == 4 else None


def _holds(outer: ReadBox, inner: ReadBox) -> bool:
    return (
        inner[0] >= outer[0] - _NEAR
        and inner[1] >= outer[1] - _NEAR
        and inner[2] <= outer[2] + _NEAR
        and inner[3] <= outer[3] + _NEAR
    )


def _inside(outer: ReadBox, ink: Inked) -> bool:
    """Whether ink lies inside; only when a curve's handles stick out is the curve itself followed."""
    return _holds(outer, ink.box) or _holds(outer, ink.exact_box())


def _rounded(box: ReadBox) -> str:
    return " ".join(f"{edge:.1f}" for edge in box)


def _distance(x: float, y: float) -> str:
    return f"{(x * x + y * y) ** 0.5:.1f}"
