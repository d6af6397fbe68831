"""What drawing leaves behind, sheet side by sheet side and branch by branch, fit to be shared between documents.

The leaflets of a thousand clinics differ on a page or two. A side whose pieces are the very same objects at the same
places is the same bytes again, and the marks on it belong to the same elements; so is a branch of the structure tree
whose marks lie on the same sides. Both depend on nothing but their key, so a document made from memory is, byte for
byte, the one that is made without.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct, field

from handoutgen import bounds
from handoutgen.memory import Memory
from handoutgen.pdf.writing.fonts import GlyphCodes, Shown, operands_memory
from handoutgen.pictures.model import Drawing
from handoutgen.plan.element import Element

LEAST_BRANCH = 12
"""So many elements are worth an object stream of their own, which takes some fifty bytes more."""

DrawnBox = tuple[float, float, float, float]


class Mark(NamedTuple):
    """One marked-content sequence of an element: from which page of the plan, under which MCID, on which side."""

    page: int
    mcid: int
    side: int


class Start(NamedTuple):
    """Where an element starts: page of the plan, side, x and upper edge."""

    page: int
    side: int
    x: float
    top: float


class DrawnSide(Struct, frozen=True, eq=False):
    """One sheet side: its content stream, and what elements left on it."""

    content: bytes
    """The finished stream object."""
    owners: tuple[Element, ...]
    """The element of each MCID."""
    marks: Mapping[Element, tuple[Mark, ...]]
    starts: Mapping[Element, Start]
    boxes: Mapping[Element, DrawnBox]
    """Of each Figure, the box of its picture and the words in it."""
    annotated: tuple[tuple[Element, DrawnBox], ...]
    """Each stretch of a Link that can be clicked, and each box of a Form that is filled in on a screen."""
    images: Mapping[str, bytes]
    """XObject resources by name, as finished stream objects."""
    graphics: Mapping[str, Drawing]
    """Drawings that need resources of their own, by the name of their form."""
    codes: Mapping[str, GlyphCodes]
    """By face, what the side shows."""


class DrawnBranch(Struct, frozen=True, eq=False):
    """Some of the Document's kids with all below them."""

    kids: tuple[Element, ...]
    elements: tuple[Element, ...]
    """In reading order."""
    holders: Mapping[Element, Element]
    """For each element inside a Link or a Figure, these themselves included, that Link or Figure."""
    bookmarked: tuple[Element, ...]

    def __add__(self, other: DrawnBranch) -> DrawnBranch:
        return DrawnBranch(
            self.kids + other.kids, self.elements + other.elements,
            {**self.holders, **other.holders}, self.bookmarked + other.bookmarked,
        )  # fmt: skip


class WrittenBranch(NamedTuple):
    """A branch as it stands in the file."""

    pack: bytes
    """The object stream that holds all its elements, in reading order."""
    named: tuple[tuple[str, str], ...]
    """Identifier and reference of each element that has one (Note: PDF/UA-1 7.9)."""


class DrawnMemory(Struct, frozen=True):
    """What may be shared between documents, all of one font book: what is drawn is made of its glyphs."""

    operands: Memory[Shown] = field(default_factory=operands_memory)
    sides: Memory[DrawnSide] = field(default_factory=lambda: Memory(bounds.DRAWN_SIDES))
    branches: Memory[DrawnBranch] = field(default_factory=lambda: Memory(bounds.DRAWN_BRANCHES))
    written: Memory[WrittenBranch] = field(default_factory=lambda: Memory(bounds.DRAWN_BRANCHES))
    packs: Memory[bytes] = field(default_factory=lambda: Memory(bounds.OBJECT_STREAMS))
    """Object streams, by the objects in them."""

    def branches_of(self, root: Element) -> list[DrawnBranch]:
        """The kids of the Document in runs that are each worth an object stream."""
        runs: list[DrawnBranch] = []
        for kid in root.kids:
            branch = self.branches.get(kid, lambda kid=kid: _look_through(kid))  # type: ignore[misc]
            if runs and len(runs[-1].elements) < LEAST_BRANCH:
                runs[-1] += branch
            else:
                runs.append(branch)
        return runs


def _look_through(kid: Element) -> DrawnBranch:
    elements = tuple(element for element in kid.walk() if element.within is None)
    holders = {inner: element for element in elements if element.role in ("Link", "Figure") for inner in element.walk()}
    return DrawnBranch((kid,), elements, holders, tuple(element for element in elements if element.bookmark))
