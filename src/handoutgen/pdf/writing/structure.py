"""The tree of meaning turned into a structure tree: StructTreeRoot, StructElems and ParentTree (ISO 32000-1 14.7).

The order is that of the `Element` tree, whatever the order in which sheets were painted. Each branch of it has an
object stream of its own: the body of a leaflet has the same streams for every clinic, and is written once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handoutgen.memory import Memory
from handoutgen.pdf.writing.links import Annotation
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument, object_stream
from handoutgen.pdf.writing.reuse import DrawnBox, DrawnBranch, DrawnSide, Mark, WrittenBranch
from handoutgen.pdf.writing.structelem import ElementWriter, Hung, Share
from handoutgen.pdf.writing.syntax import array
from handoutgen.plan.element import Element


class StructureWriter:
    """Writes the structure tree of one document. Making it numbers all elements, so that others can refer to them."""

    def __init__(
        self, document: ArchivalDocument, root: Element, branches: Sequence[DrawnBranch],
        sides: Sequence[DrawnSide], pages: Sequence[int],
    ) -> None:  # fmt: skip
        """`branches` are all of the root's; `pages` are the page objects' numbers, side by side."""
        self.references: dict[Element, str] = {}
        """How other objects name each element."""
        self._document = document
        self._root = root
        self._sides = sides
        self._pages = pages
        self._tree, self._top = document.reserve(), document.reserve()
        self.references[root] = self._top.reference
        self._rows: list[tuple[DrawnBranch, range]] = []
        for branch in branches:
            row = document.reserve_row(len(branch.elements))
            self.references.update(zip(branch.elements, [f"{number} 0 R" for number in row], strict=True))
            self._rows.append((branch, row))

    def write(self, annotations: Sequence[Annotation], memory: Memory[WrittenBranch]) -> str:
        """All structure objects; how to refer to the StructTreeRoot."""
        named: list[tuple[str, str]] = []
        home = {element: index for index, (branch, _) in enumerate(self._rows) for element in branch.elements}
        hung: list[list[Hung]] = [[] for _ in self._rows]
        for note in annotations:
            page = f"{self._pages[note.side]} 0 R"
            hung[home[note.element]].append(Hung(note.element, note.raw.reference, page))
        for (branch, row), shares, notes in zip(self._rows, self._shares(home), hung, strict=True):
            key = (branch.kids, row.start, self._top.number, *shares, *notes)
            written = memory.get(key, lambda: self._written(branch, row, shares, notes))  # noqa: B023 (asked at once)
            self._document.add_pack(row, written.pack)
            named += written.named
        self._top.data = ElementWriter(self.references, (), ()).entries(self._root, self._tree.reference)
        self._tree.data = (
            f"<</Type/StructTreeRoot/K {self._top.reference}/ParentTree {self._parent_tree(annotations)}"
            f"/ParentTreeNextKey {len(self._sides) + len(annotations)}{self._id_tree(named)}>>"
        )
        return self._tree.reference

    def _shares(self, home: Mapping[Element, int]) -> list[list[Share]]:
        """For each branch, what its elements left on each side; `home` says which branch an element is in."""
        shares: list[list[Share]] = [[] for _ in self._rows]
        for side, page in zip(self._sides, self._pages, strict=True):
            left: dict[int, list[tuple[Element, tuple[Mark, ...], DrawnBox | None]]] = {}
            boxes = side.boxes
            for element, marks in side.marks.items():
                owner = element.within or element
                left.setdefault(home[owner], []).append((element, marks, boxes.get(owner)))
            for index, share in left.items():
                shares[index].append(Share(page, tuple(share)))
        return shares

    def _written(
        self, branch: DrawnBranch, row: range, shares: Sequence[Share], notes: Sequence[Hung]
    ) -> WrittenBranch:
        writer = ElementWriter(self.references, shares, notes)
        bodies = writer.branch(branch, self._top.reference)
        return WrittenBranch(object_stream(zip(row, bodies, strict=True)), tuple(writer.named))

    def _parent_tree(self, annotations: Sequence[Annotation]) -> str:
        """From each page's marks and each annotation back to their element (14.7.4.4)."""
        add, references = self._document.add, self.references
        rows = [add(array(map(references.__getitem__, side.owners))).reference for side in self._sides]
        rows += [references[note.element] for note in annotations]  # their keys follow those of the sides
        return add(f"<</Nums[{' '.join(f'{key} {reference}' for key, reference in enumerate(rows))}]>>").reference

    def _id_tree(self, named: Sequence[tuple[str, str]]) -> str:
        """The tree of identifiers, if there are any."""
        if not named:
            return ""
        names = " ".join(f"({name}) {reference}" for name, reference in named)
        leaf = self._document.add(f"<</Names[{names}]/Limits[({named[0][0]})({named[-1][0]})]>>")
        return f"/IDTree<</Kids[{leaf.reference}]>>"
