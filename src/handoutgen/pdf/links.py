"""Where things are in the drawn file, turned into annotations, destinations and outline (ISO 32000-1 12.3, 12.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handoutgen.errors import InternalError
from handoutgen.layout.plan import Element
from handoutgen.pdf.canvas import Trace
from handoutgen.pdf.seam import ArchivalDocument, RawObject
from handoutgen.pdf.structure import Annotation
from handoutgen.pdf.syntax import numbers, rectangle, text_string

_HEADING_LEVELS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4}
_LEVEL_OF_OTHERS = 5


def enclosing_links(root: Element) -> dict[Element, Element]:
    """For each element inside a Link, the Link itself included, that Link."""
    found: dict[Element, Element] = {}
    for element in root.walk():
        if element.role == "Link":
            found.update((inner, element) for inner in element.walk())
    return found


def destination(element: Element, traces: Mapping[Element, Trace], pages: Sequence[int]) -> str:
    """A place in the file: the page and upper left corner of where the first drawn part of an element starts."""
    starts = [trace.start for part in element.walk() if (trace := traces.get(part)) and trace.start]
    if not starts:
        raise InternalError(f"something points to a {element.role} that is not on any page ({element.ident})")
    _, side, x, top = min(starts, key=lambda start: start[0])
    return f"[{pages[side]} 0 R/XYZ {numbers(max(0.0, x - 6), top + 6)} null]"


@dataclass(slots=True)
class LinkWriter:
    """Makes the annotations of all links: reserved when a side is closed, written when all pages are known."""

    document: ArchivalDocument
    side_count: int
    annotations: dict[Element, list[Annotation]] = field(default_factory=dict)
    _rectangles: list[tuple[Element, Annotation, tuple[float, float, float, float]]] = field(default_factory=list)

    def reserve(self, traces: Mapping[Element, Trace], side: int) -> list[Annotation]:
        """Number the annotations that lie on this side."""
        made: list[Annotation] = []
        for element, trace in traces.items():
            for _, where, box in trace.links:
                if where == side:
                    note = Annotation(self.document.reserve(), side, self.side_count + len(self._rectangles))
                    self.annotations.setdefault(element, []).append(note)
                    self._rectangles.append((element, note, box))
                    made.append(note)
        return made

    def write(self, traces: Mapping[Element, Trace], pages: Sequence[int]) -> None:
        """Fill in all annotations (PDF/UA-1 7.18.5: each says in words where it leads)."""
        for element, note, box in self._rectangles:
            if element.uri:
                action = f"/A<</S/URI/URI{text_string(element.uri)}>>"
            elif element.target is not None:
                action = f"/Dest{destination(element.target, traces, pages)}"
            else:
                raise InternalError(f"a link leads nowhere: {element.text!r}")
            contents = element.description or "".join(part.text or "" for part in element.walk()) or element.uri or ""
            note.raw.data = (
                f"<</Type/Annot/Subtype/Link/Rect{rectangle(*box)}/Border[0 0 0]/F 4/P {pages[note.side]} 0 R"
                f"/StructParent {note.key}/Contents{text_string(contents)}{action}>>"
            )


@dataclass(slots=True)
class _Entry:
    """An outline entry while the outline is being built."""

    raw: RawObject
    level: int
    title: str = ""
    place: str = ""
    kids: list[_Entry] = field(default_factory=list)


def write_outline(
    document: ArchivalDocument, root: Element, objects: Mapping[Element, RawObject],
    traces: Mapping[Element, Trace], pages: Sequence[int],
) -> RawObject | None:  # fmt: skip
    """The outline of all elements with a bookmark, nested by their heading level (ISO 32000-1 12.3.3)."""
    marked = [element for element in root.walk() if element.bookmark]
    if not marked:
        return None
    top = _Entry(document.reserve(), 0)
    branch = [top]
    for element in marked:
        level = _HEADING_LEVELS.get(element.role, _LEVEL_OF_OTHERS)
        while branch[-1].level >= level:
            branch.pop()
        place = f"/Dest{destination(element, traces, pages)}/SE {objects[element].reference}"
        entry = _Entry(document.reserve(), level, element.bookmark or "", place)
        branch[-1].kids.append(entry)
        branch.append(entry)
    _write_entries(top)
    top.raw.data = f"<</Type/Outlines{_family(top)}>>"
    return top.raw


def _write_entries(parent: _Entry) -> None:
    """The entries below `parent`, each with its neighbours."""
    for i, entry in enumerate(parent.kids):
        before = f"/Prev {parent.kids[i - 1].raw.reference}" if i else ""
        after = f"/Next {parent.kids[i + 1].raw.reference}" if i + 1 < len(parent.kids) else ""
        entry.raw.data = (
            f"<</Title{text_string(entry.title)}/Parent {parent.raw.reference}{before}{after}"
            f"{_family(entry)}{entry.place}>>"
        )
        _write_entries(entry)


def _family(entry: _Entry) -> str:
    """First and last kid and how many entries show when all is open."""
    if not entry.kids:
        return ""
    return f"/First {entry.kids[0].raw.reference}/Last {entry.kids[-1].raw.reference}/Count {_count(entry)}"


def _count(entry: _Entry) -> int:
    return sum(1 + _count(kid) for kid in entry.kids)
