"""Checks of links: each has its place in the tags, and says and leads where the plan wants it to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handoutgen.memory import Memory
from handoutgen.pdf.reading.objects import Ref, text_of
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.tagtree import TagNode, TagTree
from handoutgen.pdf.verifying.verify_tree import Pages
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed, Plan, PlanPart


def check_links(pdf: PdfFile, tree: TagTree, pages: Pages) -> list[str]:
    """Every annotation is a link in a Link, says where it leads and is printed (PDF/UA-1 7.18)."""
    found: list[str] = []
    links = [node for branch in tree.branches for node in branch.links]
    owners = {number: node for node in links for number in node.annotations}
    met: set[int] = set()
    for sheet, (_, page) in enumerate(pages, 1):
        for reference in pdf.get(page.get("/Annots")) or []:
            entries = pdf.get(reference)
            owner = owners.get(int(reference))
            met.add(int(reference))
            if entries.get("/Subtype") == "/Widget":  # `verify_fields` looks at these
                continue
            if owner is None or owner.role != "Link":
                found.append(f"page {sheet}: a link's annotation is not in a Link element")
            elif tree.parents.get(entries.get("/StructParent")) != Ref(owner.number):
                found.append(f"page {sheet}: the ParentTree does not lead from a link's annotation to its Link")
            if not text_of(entries.get("/Contents")):
                found.append(f"page {sheet}: a link's annotation does not say where it leads (Contents)")
            if entries.get("/F", 0) & 0b110111 != 4:
                found.append(f"page {sheet}: a link's annotation is hidden or not printed (F)")
            if "/A" not in entries and "/Dest" not in entries:
                found.append(f"page {sheet}: a link leads nowhere")
    found += ["a Link names an annotation that is on no page" for number in owners if number not in met]
    found += ["a Link has no annotation" for node in links if not node.annotations]
    return found


def check_where_links_lead(
    pdf: PdfFile, tree: TagTree, pages: Pages, plan: Plan, elements: Sequence[Element],
    shown: Memory[tuple[Element, ...]],
) -> list[str]:  # fmt: skip
    """Each link opens the plan's address, or the page with what the plan's link points to, and says so (Contents).
    `elements` are the plan's links and all that has a bookmark; `shown` remembers of which elements the pieces of a
    page show something."""
    wanted = [element for element in elements if element.role == "Link"]
    found = [node for branch in tree.branches for node in branch.links if node.role == "Link"]
    if len(wanted) != len(found):
        return []  # what else is wrong with the tree is said elsewhere
    sides = _Sides(plan, elements, shown)
    numbers = [number for number, _ in pages]
    return [
        problem
        for element, node in zip(wanted, found, strict=True)
        for problem in _led(pdf, element, node, sides, numbers)
    ]


class _Sides:
    """On which side of paper the things are that links lead to."""

    def __init__(self, plan: Plan, elements: Sequence[Element], shown: Memory[tuple[Element, ...]]) -> None:
        self._plan, self._elements, self._shown = plan, elements, shown
        self._places: dict[Element, int] = {}
        self._headings: dict[tuple[PlanPart | None, str], Element] = {}
        self._parts = plan.parts_of_elements()
        self._side_of: dict[int, int] = {}
        for side, sheet in enumerate(plan.sheets):
            for put in sheet.placements:
                self._side_of.setdefault(put.page, side)

    def of(self, link: Element) -> int | None:
        """The side that a link leads to; None where the plan has nothing there."""
        part = self._parts.get(link)
        page = link.page + (part.first_page if part else 0) if link.page is not None else None
        if page is None:
            self._look()
            target = link.target or self._headings.get((part, link.heading or ""))
            page = (
                min((self._places[part] for part in target.walk() if part in self._places), default=0) if target else 0
            )
        return self._side_of.get(page - 1)

    def _look(self) -> None:
        """Go through the plan, once."""
        if self._headings:
            return
        for element in self._elements:
            if element.bookmark:
                self._headings.setdefault((self._parts.get(element), element.bookmark), element)
        for number, page in enumerate(self._plan.pages, start=1):
            for owner in self._shown.get(page, lambda: _owners(page.pieces)):  # noqa: B023 (called at once)
                self._places.setdefault(owner, number)


def _owners(pieces: Sequence[Placed]) -> tuple[Element, ...]:
    """The elements that pieces show something of, in their order."""
    found: dict[Element, None] = {}
    for piece in (put.piece for put in pieces):
        element = getattr(piece, "element", None)
        if element is not None:
            found[element] = None
        for line in getattr(piece, "lines", ()):
            found.update((run.tag, None) for run in line.runs if isinstance(run.tag, Element))
    return tuple(found)


def _led(pdf: PdfFile, link: Element, node: TagNode, sides: _Sides, pages: Sequence[int]) -> Iterator[str]:
    """What is wrong with the annotations of one link."""
    said = link.description or "".join(part.text or "" for part in link.walk()) or link.uri
    for number in node.annotations:
        entries = pdf.get(Ref(number))
        if text_of(entries.get("/Contents")) != said:
            yield f"a link should say {said!r} but says {text_of(entries.get('/Contents'))!r}"
        if link.uri:
            address = text_of(pdf.entry(entries, "/A", "/URI"))
            if address != link.uri:
                yield f"the link {said!r} should open {link.uri} but opens {address or 'nothing'}"
            continue
        place = pdf.get(entries.get("/Dest"))
        side = sides.of(link)
        page = place[0] if isinstance(place, list) and place else None
        if side is None or page != Ref(pages[side]):
            yield f"the link {said!r} does not lead to the page it names"
