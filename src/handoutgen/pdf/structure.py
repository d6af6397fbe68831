"""The tree of meaning turned into a structure tree: StructTreeRoot, StructElems and ParentTree (ISO 32000-1 14.7).

The order is that of the `Element` tree, whatever the order in which sheets were painted. Each object is written as
text in one go: a leaflet has hundreds of them, and their form never varies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from handoutgen.errors import InternalError
from handoutgen.layout.plan import Element
from handoutgen.pdf.canvas import Mark, Trace
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
        elements = list(root.walk())
        objects = self.objects
        for element in elements:
            objects[element] = self.document.reserve()
        parents = {kid: objects[element] for element in elements for kid in element.kids}
        for element in elements:
            self._write_element(element, parents.get(element, tree))
        tree.data = (
            f"<</Type/StructTreeRoot/K {objects[root].reference}/ParentTree {self._parent_tree().reference}"
            f"/ParentTreeNextKey {len(self.pages) + sum(map(len, self.annotations.values()))}{self._id_tree()}>>"
        )
        return tree

    def _write_element(self, element: Element, parent: RawObject) -> None:
        """One element: its kids, or its marks, and the annotations of a link."""
        objects, trace = self.objects, self.traces.get(element)
        home = ""
        if element.kids:
            if trace and trace.marks:
                raise InternalError(f"a {element.role} with kids owns text itself: {element.kids[0].text!r}")
            kids = " ".join([objects[kid].reference for kid in element.kids])
        elif trace and trace.marks:
            marks = trace.marks if len(trace.marks) == 1 else sorted(trace.marks)
            home = f"/Pg {self.pages[marks[0].side]} 0 R"
            kids = str(marks[0].mcid) if len(marks) == 1 else self._marks(marks)
        else:
            kids = ""
        for note in self.annotations.get(element, ()):
            kids += f"<</Type/OBJR/Pg {self.pages[note.side]} 0 R/Obj {note.raw.reference}>>"
        content = f"/K[{kids}]" if kids else ""
        attributes = self._attributes(element, trace)
        objects[element].data = f"<</Type/StructElem/S/{element.role}/P {parent.reference}{home}{content}{attributes}>>"

    def _marks(self, marks: Sequence[Mark]) -> str:
        """Several marks, in reading order. One on another page than the first says on which (14.7.4.2)."""
        home = marks[0].side
        return " ".join(
            [
                str(mcid) if side == home else f"<</Type/MCR/Pg {self.pages[side]} 0 R/MCID {mcid}>>"
                for _, mcid, side in marks
            ]
        )

    def _attributes(self, element: Element, trace: Trace | None) -> str:
        """What else an element says of itself."""
        entries = ""
        if element.language:
            entries += f"/Lang{text_string(element.language)}"
        if element.alt:
            entries += f"/Alt{text_string(element.alt)}"
        if element.role == "Note":
            name = f"note-{len(self.named) + 1:04d}"
            self.named.append((name, self.objects[element]))
            entries += f"/ID({name})"
        write = _ATTRIBUTES.get(element.role)
        return entries + write(element, trace) if write else entries

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
    return f"/A<</O/Layout/Placement/Block/BBox{rectangle(*trace.box)}>>" if trace and trace.box else ""


def _list(element: Element, trace: Trace | None) -> str:
    """How a list is numbered (14.8.5.5)."""
    return f"/A<</O/List/ListNumbering/{element.numbering}>>" if element.numbering else ""


def _table(element: Element, trace: Trace | None) -> str:
    """Which cells a header cell is for (14.8.5.7; PDF/UA-1 7.5)."""
    return f"/A<</O/Table/Scope/{element.scope}>>" if element.scope else ""


_ATTRIBUTES: dict[str, Callable[[Element, Trace | None], str]] = {"Figure": _layout, "L": _list, "TH": _table}
