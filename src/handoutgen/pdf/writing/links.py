"""Where things are in the drawn file, turned into annotations, destinations and outline (ISO 32000-1 12.3, 12.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct, field

from handoutgen.errors import InternalError
from handoutgen.pdf.writing.fields import FieldWriter
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument, RawObject
from handoutgen.pdf.writing.reuse import DrawnBox, DrawnSide, Start
from handoutgen.pdf.writing.syntax import numbers, rectangle, text_string
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Plan

_HEADING_LEVELS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4}
_LEVEL_OF_OTHERS = 5


class Destinations:
    """Where everything stands that can be jumped to, as destinations (12.3.2)."""

    def __init__(
        self, plan: Plan, sides: Sequence[DrawnSide], objects: Sequence[int], marked: Sequence[Element]
    ) -> None:
        """`objects` are the page objects' numbers, side by side; `marked` are the elements with a bookmark."""
        self._plan = plan
        self._objects = objects
        self._starts = _first_starts(sides)
        self._parts = plan.parts_of_elements()
        self._headings = {(self._parts.get(element), element.bookmark): element for element in reversed(marked)}

    def of_link(self, link: Element) -> str:
        """Where a link to another place in the file leads."""
        part = self._parts.get(link)
        if link.page is not None:
            return self.of_page(link.page + (part.first_page if part else 0))
        target = link.target or self._headings.get((part, link.heading))
        if target is None:
            raise InternalError(f"a link leads nowhere: {link.text!r}")
        return self.of_element(target)

    def of_element(self, element: Element) -> str:
        """The page and upper left corner of where the first drawn part of an element starts."""
        found = [start for part in element.walk() if (start := self._starts.get(part))]
        if not found:
            raise InternalError(f"something points to a {element.role} that is not on any page ({element.ident})")
        _, side, x, top = min(found, key=lambda start: start.page)
        return self._destination(side, max(0.0, x - 6), top + 6)

    def of_page(self, number: int) -> str:
        """The upper left corner of a page of the plan, on whatever side of paper it lies."""
        for side, sheet in enumerate(self._plan.sheets):
            for put in sheet.placements:
                if put.page == number - 1:
                    return self._destination(side, put.x, put.y + self._plan.pages[put.page].height)
        raise InternalError(f"a link leads to page {number}, which is not there")

    def _destination(self, side: int, x: float, y: float) -> str:
        return f"[{self._objects[side]} 0 R/XYZ {numbers(x, y)} null]"


def _first_starts(sides: Sequence[DrawnSide]) -> dict[Element, Start]:
    """Where each element starts, over all sides: on the earliest page, in whatever order sheets are drawn."""
    found: dict[Element, Start] = {}
    for side in sides:
        for element, start in side.starts.items():
            known = found.get(element)
            if known is None or start.page < known.page:
                found[element] = start
    return found


class Annotation(NamedTuple):
    """A link's clickable rectangle, or a field: the object to be written, where it lies, its key in the ParentTree."""

    raw: RawObject
    element: Element
    side: int
    box: DrawnBox
    key: int


def reserve_annotations(document: ArchivalDocument, sides: Sequence[DrawnSide]) -> list[Annotation]:
    """Number the annotations of all links and fields, side by side."""
    found = [(element, side, box) for side, drawn in enumerate(sides) for element, box in drawn.annotated]
    return [Annotation(document.reserve(), *where, key) for key, where in enumerate(found, start=len(sides))]


def write_annotations(
    document: ArchivalDocument, annotations: Sequence[Annotation], places: Destinations, pages: Sequence[int],
    fields: FieldWriter,
) -> None:  # fmt: skip
    """Put all annotations on their pages and fill them in (PDF/UA-1 7.18.5: each says in words where it leads).
    Those of a page have an object stream of their own: a clinic has links of its own on some pages, and the same as
    others on the rest."""
    last = {note.element: note.key for note in annotations}
    for raw, element, side, box, key in annotations:
        document.annotate(side, raw)
        place = f"/P {pages[side]} 0 R/StructParent {key}"
        if element.field is not None:
            goes_on = key < last[element]
            raw.data = fields.widget(raw.reference, element.field, box, place, goes_on=goes_on)
            continue
        action = f"/A<</S/URI/URI{text_string(element.uri)}>>" if element.uri else f"/Dest{places.of_link(element)}"
        contents = element.description or "".join(part.text or "" for part in element.walk()) or element.uri or ""
        raw.data = (
            f"<</Type/Annot/Subtype/Link/Rect{rectangle(*box)}/Border[0 0 0]/F 4{place}"
            f"/Contents{text_string(contents)}{action}>>"
        )
    for _, notes in groupby(annotations, key=attrgetter("side")):
        document.pack_apart([note.raw for note in notes])


class _Entry(Struct):
    """An outline entry while the outline is being built."""

    number: int
    level: int
    title: str = ""
    place: str = ""
    kids: list[_Entry] = field(default_factory=list)


def write_outline(
    document: ArchivalDocument, marked: Sequence[Element], references: Mapping[Element, str], places: Destinations
) -> str:
    """The outline of the elements with a bookmark, nested by their heading level (ISO 32000-1 12.3.3); how to refer to
    it. It has an object stream of its own: a clinic with a long name moves the first headings, and nothing else."""
    if not marked:
        return ""
    row = document.reserve_row(1 + len(marked))
    top = _Entry(row[0], 0)
    branch = [top]
    for number, element in zip(row[1:], marked, strict=True):
        level = _HEADING_LEVELS.get(element.role, _LEVEL_OF_OTHERS)
        while branch[-1].level >= level:
            branch.pop()
        place = f"/Dest{places.of_element(element)}/SE {references[element]}"
        entry = _Entry(number, level, element.bookmark or "", place)
        branch[-1].kids.append(entry)
        branch.append(entry)
    bodies = [f"<</Type/Outlines{_family(top)}>>", *_entries_below(top)]
    document.pack_row(row, [body.encode("ascii") for body in bodies])
    return f"{row[0]} 0 R"


def _entries_below(parent: _Entry) -> Iterator[str]:
    """The entries below `parent` in their order, each with its neighbours."""
    for i, entry in enumerate(parent.kids):
        before = f"/Prev {parent.kids[i - 1].number} 0 R" if i else ""
        after = f"/Next {parent.kids[i + 1].number} 0 R" if i + 1 < len(parent.kids) else ""
        yield (
            f"<</Title{text_string(entry.title)}/Parent {parent.number} 0 R{before}{after}"
            f"{_family(entry)}{entry.place}>>"
        )
        yield from _entries_below(entry)


def _family(entry: _Entry) -> str:
    """First and last kid and how many entries show when all is open."""
    if not entry.kids:
        return ""
    return f"/First {entry.kids[0].number} 0 R/Last {entry.kids[-1].number} 0 R/Count {_count(entry)}"


def _count(entry: _Entry) -> int:
    return sum(1 + _count(kid) for kid in entry.kids)
