"""The tree of meaning turned into a structure tree: StructTreeRoot, StructElems and ParentTree (ISO 32000-1 14.7).

The order is that of the `Element` tree, whatever the order in which sheets were painted. Each object is written as
text in one go: a leaflet has hundreds of them, and their form never varies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handoutgen.errors import InternalError
from handoutgen.layout.plan import Element
from handoutgen.pdf.canvas import Trace
from handoutgen.pdf.seam import ArchivalDocument, RawObject
from handoutgen.pdf.syntax import array, rectangle, text_string


@dataclass(slots=True)
class Annotation:
    """A link's clickable rectangle: the object to be filled in, the side it lies on and its key in the ParentTree."""

    raw: RawObject
    side: int
    key: int


@dataclass(slots=True)
class StructureWriter:
    """Writes the structure tree of one document; `pages` are the page objects' numbers, side by side."""

    document: ArchivalDocument
    traces: Mapping[Element, Trace]
    owners: Sequence[Sequence[Element]]
    pages: Sequence[int]
    annotations: Mapping[Element, Sequence[Annotation]]
    objects: dict[Element, RawObject] = field(default_factory=dict)
    named: list[tuple[str, RawObject]] = field(default_factory=list)
    """Elements with an identifier (Note: PDF/UA-1 7.9)."""

    def write(self, root: Element) -> RawObject:
        """All structure objects; the StructTreeRoot."""
        tree = self.document.reserve()
        for element in root.walk():
            self.objects[element] = self.document.reserve()
        self._write_element(root, tree)
        tree.data = (
            f"<</Type/StructTreeRoot/K {self.objects[root].reference}/ParentTree {self._parent_tree().reference}"
            f"/ParentTreeNextKey {len(self.pages) + sum(map(len, self.annotations.values()))}{self._id_tree()}>>"
        ).encode("ascii")
        return tree

    def _write_element(self, element: Element, parent: RawObject) -> None:
        """One element and all below it."""
        raw = self.objects[element]
        trace = self.traces.get(element)
        marks = sorted(trace.marks, key=lambda mark: (mark.page, mark.mcid)) if trace else []
        if marks and element.kids:
            raise InternalError(f"a {element.role} with kids owns text itself: {element.kids[0].text!r}")
        entries = [f"/Type/StructElem/S/{element.role}/P {parent.reference}"]
        kids: list[str] = []
        if marks:
            home = marks[0].side
            entries.append(f"/Pg {self.pages[home]} 0 R")
            kids += [self._mark(mark.mcid, mark.side, home) for mark in marks]
        for kid in element.kids:
            kids.append(self.objects[kid].reference)
            self._write_element(kid, raw)
        kids += [self._annotation(note) for note in self.annotations.get(element, ())]
        if kids:
            entries.append(f"/K {kids[0] if len(kids) == 1 else array(kids)}")
        entries += self._attributes(element, trace)
        raw.data = f"<<{''.join(entries)}>>".encode("ascii")

    def _mark(self, mcid: int, side: int, home: int) -> str:
        """A marked-content reference; on another page than the element's own it says which (14.7.4.2)."""
        return str(mcid) if side == home else f"<</Type/MCR/Pg {self.pages[side]} 0 R/MCID {mcid}>>"

    def _annotation(self, note: Annotation) -> str:
        return f"<</Type/OBJR/Pg {self.pages[note.side]} 0 R/Obj {note.raw.reference}>>"

    def _attributes(self, element: Element, trace: Trace | None) -> list[str]:
        """What else an element says of itself."""
        entries: list[str] = []
        if element.language:
            entries.append(f"/Lang{text_string(element.language)}")
        if element.alt:
            entries.append(f"/Alt{text_string(element.alt)}")
        if element.role == "Note":
            name = f"note-{len(self.named) + 1:04d}"
            self.named.append((name, self.objects[element]))
            entries.append(f"/ID({name})")
        attributes = [write(element, trace) for write in (_layout, _list, _table)]
        present = [a for a in attributes if a]
        if present:
            entries.append(f"/A{present[0] if len(present) == 1 else array(present)}")
        return entries

    def _parent_tree(self) -> RawObject:
        """From each page's marks and each annotation back to their element (14.7.4.4)."""
        rows: list[tuple[int, str]] = []
        for side, owners in enumerate(self.owners):
            row = self.document.add(array(self.objects[owner].reference for owner in owners))
            rows.append((side, row.reference))
        for element, notes in self.annotations.items():
            rows += [(note.key, self.objects[element].reference) for note in notes]
        return self.document.add(f"<</Nums[{' '.join(f'{key} {reference}' for key, reference in sorted(rows))}]>>")

    def _id_tree(self) -> str:
        """The tree of identifiers, if there are any."""
        if not self.named:
            return ""
        names = " ".join(f"({name}) {raw.reference}" for name, raw in self.named)
        limits = f"/Limits[({self.named[0][0]})({self.named[-1][0]})]"
        leaf = self.document.add(f"<</Names[{names}]{limits}>>")
        return f"/IDTree<</Kids[{leaf.reference}]>>"


def _layout(element: Element, trace: Trace | None) -> str:
    """A figure's box on its sheet (PDF/UA-1 7.3, ISO 32000-1 14.8.5.4.3)."""
    if element.role != "Figure" or trace is None or trace.box is None:
        return ""
    return f"<</O/Layout/Placement/Block/BBox{rectangle(*trace.box)}>>"


def _list(element: Element, trace: Trace | None) -> str:
    """How a list is numbered (14.8.5.5)."""
    return f"<</O/List/ListNumbering/{element.numbering}>>" if element.role == "L" and element.numbering else ""


def _table(element: Element, trace: Trace | None) -> str:
    """Which cells a header cell is for (14.8.5.7; PDF/UA-1 7.5)."""
    return f"<</O/Table/Scope/{element.scope}>>" if element.role == "TH" and element.scope else ""
