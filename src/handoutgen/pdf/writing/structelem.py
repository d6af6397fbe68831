"""An element of the plan turned into the text of its structure element (ISO 32000-1 14.7.2, 14.8.5).

Each object is written in one go: a leaflet has hundreds of them, and their form never varies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from handoutgen.errors import InternalError
from handoutgen.pdf.writing.reuse import DrawnBox, DrawnBranch, Mark
from handoutgen.pdf.writing.syntax import rectangle, text_string
from handoutgen.plan.element import Element

_FIELD_ROLES = {"tick": "cb", "write": "tv"}
"""Check box and text value (ISO 32000-1 table 348)."""


class Share(NamedTuple):
    """What a branch left on one side: the number of its page, and of each element the marks and a Figure's box."""

    page: int
    left: tuple[tuple[Element, tuple[Mark, ...], DrawnBox | None], ...]


class Hung(NamedTuple):
    """An annotation of an element, and its page: how other objects name them."""

    element: Element
    annotation: str
    page: str


class ElementWriter:
    """Writes the elements of one branch."""

    def __init__(self, references: Mapping[Element, str], shares: Sequence[Share], notes: Sequence[Hung]) -> None:
        """`shares` hold the branch's marks, `notes` are the annotations of its links and forms."""
        self.named: list[tuple[str, str]] = []
        """Identifier and reference of each element that has one (Note: PDF/UA-1 7.9)."""
        self._references = references
        self._notes: dict[Element, list[Hung]] = {}
        for note in notes:
            self._notes.setdefault(note.element, []).append(note)
        self._marks: dict[Element, tuple[Mark, ...]] = {}
        self._boxes: dict[Element, DrawnBox] = {}
        self._pages: dict[int, str] = {}
        """How to refer to the page of each side, by the side's number."""
        for page, left in shares:
            for element, marks, box in left:
                self._marks[element] = self._marks.get(element, ()) + marks
                self._pages[marks[0].side] = f"{page} 0 R"
                if box:
                    self._boxes[element.home] = box

    def branch(self, branch: DrawnBranch, parent: str) -> list[bytes]:
        """The objects of a branch, in reading order, below the object `parent`."""
        references = self._references
        parents = dict.fromkeys(branch.kids, parent)
        parents.update((kid, references[element]) for element in branch.elements for kid in element.kids)
        return [self.entries(element, parents[element]).encode("ascii") for element in branch.elements]

    def entries(self, element: Element, parent: str) -> str:
        """One element: its kids, or its marks, and the annotations of a link or a form."""
        marks = self._marks.get(element, ())
        home = kids = ""
        if element.kids:
            if marks:
                raise InternalError(f"a {element.role} with kids owns text itself: {element.kids[0].text!r}")
            home, kids = self._kids(element)
        elif marks:
            first, *others = sorted(marks)
            home = f"/Pg {self._pages[first.side]}"
            kids = " ".join([str(first.mcid), *[self._mark(mark, first.side) for mark in others]])
        if element.role in ("Link", "Form"):
            for _, annotation, page in self._notes.get(element, ()):
                kids += f"<</Type/OBJR/Pg {page}/Obj {annotation}>>"
        content = f"/K[{kids}]" if kids else ""
        return f"<</Type/StructElem/S/{element.role}/P {parent}{home}{content}{self._attributes(element)}>>"

    def _kids(self, element: Element) -> tuple[str, str]:
        """The page that an element's own words begin on, if it has any, and its kids, with these words among them."""
        own = [mark for kid in element.kids if kid.within for mark in self._marks.get(kid, ())]
        if not own:
            return "", " ".join([self._references[kid] for kid in element.inner])
        side = min(own).side
        entries: list[str] = []
        for kid in element.kids:
            if kid.within:
                entries += [self._mark(mark, side) for mark in sorted(self._marks.get(kid, ()))]
            else:
                entries.append(self._references[kid])
        return f"/Pg {self._pages[side]}", " ".join(entries)

    def _mark(self, mark: Mark, home: int) -> str:
        """A further mark, in reading order. One on another page than the first says on which (14.7.4.2)."""
        return str(mark.mcid) if mark.side == home else f"<</Type/MCR/Pg {self._pages[mark.side]}/MCID {mark.mcid}>>"

    def _attributes(self, element: Element) -> str:
        """What else an element says of itself."""
        entries = ""
        if element.language:
            entries += f"/Lang{text_string(element.language)}"
        if element.alt:
            entries += f"/Alt{text_string(element.alt)}"
        if element.role == "Note":
            reference = self._references[element]
            name = f"note-{int(reference.partition(' ')[0]):06d}"
            self.named.append((name, reference))
            entries += f"/ID({name})"
        return entries + self._attribute_objects(element)

    def _attribute_objects(self, element: Element) -> str:
        """What readers that know a role ask of it (14.8.5)."""
        found: list[str] = []
        if element.role == "Figure" and (box := self._boxes.get(element)):  # PDF/UA-1 7.3
            found.append(f"<</O/Layout/Placement/Block/BBox{rectangle(*box)}>>")
        if element.role == "L" and element.numbering:  # 14.8.5.5
            found.append(f"<</O/List/ListNumbering/{element.numbering}>>")
        if element.role == "TH" and element.scope:  # 14.8.5.7, PDF/UA-1 7.5
            found.append(f"<</O/Table/Scope/{element.scope}>>")
        if element.role == "TD" and element.span > 1:
            found.append(f"<</O/Table/ColSpan {element.span}>>")
        if element.field is not None and self._is_print_field(element):  # 14.8.5.6
            role = _FIELD_ROLES[element.field.kind]
            found.append(f"<</O/PrintField/Role/{role}/Desc{text_string(element.field.about)}>>")
        return f"/A{found[0]}" if len(found) == 1 else f"/A[{''.join(found)}]" if found else ""

    def _is_print_field(self, element: Element) -> bool:
        """Whether a Form says its role: on paper, and where it has several fields, for its lines go over a page. One
        without a role has one field and nothing else (table 340)."""
        return element.field is not None and (element.field.typed is None or len(self._notes.get(element, ())) > 1)
