"""Structure elements: the tree of what the pieces of a leaflet mean, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct
from msgspec import field as struct_field

Role = Literal[
    "Document", "Part", "Sect", "Div", "Aside", "BlockQuote", "TOC", "TOCI", "Reference", "Caption",
    "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD",
    "Span", "Link", "Figure", "Note", "Form",
]  # fmt: skip

Running = Literal["Header", "Footer"]
"""What stands over or under the text of a page for those who see it: no content, but an artifact of the page (ISO
32000-1 14.8.2.2.2, PDF/UA-1 7.8)."""


class Ruling(Struct, frozen=True):
    """Lines to write on by hand, `pitch` pt from one to the next."""

    pitch: float
    thickness: float
    colour: str


class Typed(Struct, frozen=True):
    """How a place to write is filled in on a screen: the face (of the font book), size in pt and colour of what is put
    there."""

    face: str
    size: float
    colour: str
    ruling: Ruling | None = None
    """Of a place for several lines: what is there to write on by hand until something is typed. Each reader sets typed
    lines as close as it likes, so they would run through printed ones."""

    @property
    def many_lines(self) -> bool:
        """Whether what is typed may run over several lines."""
        return self.ruling is not None


class Field(Struct, frozen=True):
    """What a place to write is for (ISO 32000-1 14.8.5.6): a box to tick, or lines and cells to write in."""

    kind: Literal["tick", "write"]
    about: str
    """Its name, as a form on a screen would have one: the item to tick, the word before the line."""
    typed: Typed | None = None
    """For a place that the file has a field for (12.7): its Form owns no ink, but the boxes of its `draw_field`."""


class Element(Struct, eq=False):
    """A structure element (PDF 32000-1 14.7). Built with the story, in reading order; drawing never changes it.

    A leaf (`text` is not None, or a Figure or Form) owns marked content, or a field; any other element only has kids. A
    paragraph with links or a foreign word has Span and Link kids that own the content; a Figure with words in it has a
    Span kid that owns the picture.
    """

    role: Role
    kids: list[Element] = struct_field(default_factory=list)
    text: str | None = None
    """What a leaf says: the very characters that will be drawn, spaces at line ends included."""
    alt: str | None = None
    language: str | None = None
    uri: str | None = None
    """Link: the address it opens."""
    target: Element | None = None
    """Link: the element it jumps to."""
    heading: str | None = None
    """Link: the bookmark of the heading it jumps to, where that is set elsewhere."""
    page: int | None = None
    """Link: the page it jumps to, counted from 1 in reading order."""
    description: str | None = None
    """Link: what the annotation's Contents says."""
    scope: Literal["Column", "Row", "Both"] | None = None
    span: int = 1
    """TD: how many columns it takes."""
    field: Field | None = None
    """Form: what to do there; `alt` is what is said of it."""
    numbering: Literal["Decimal", "Disc", "None"] | None = None
    """L: the ListNumbering attribute."""
    bookmark: str | None = None
    """A heading's entry in the outline."""
    within: Element | None = None
    """Span: the paragraph or heading whose own words these are, between its links, or the figure whose picture this is.
    In the file they are its marks, not an element of their own."""
    ident: str | None = None
    """A name for goldens and messages (strategy id, section id); not written to the file."""

    def add(self, role: Role, text: str | None = None, **attributes: Any) -> Element:
        """Append and return a new kid."""
        kid = Element(role, text=text, **attributes)
        self.kids.append(kid)
        return kid

    @property
    def home(self) -> Element:
        """The element that has these words or this picture in the file: itself, or what they are `within`."""
        return self.within or self

    @property
    def own_text(self) -> str:
        """What the element says itself: its text, or the words between the links in it."""
        if self.text is not None:
            return self.text
        return "".join(kid.text or "" for kid in self.kids if kid.within is self)

    @property
    def inner(self) -> list[Element]:
        """The elements below it in the file: its kids but for its own words."""
        return [kid for kid in self.kids if kid.within is None]

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order, as they are now."""
        found: list[Element] = []  # a generator takes twice as long, and each build goes through all several times
        waiting = [self]
        while waiting:
            element = waiting.pop()
            found.append(element)
            if element.kids:
                waiting += reversed(element.kids)
        return iter(found)

    def first(self, role: Role) -> Element:
        """The first element of a role among this one and all below, in reading order: no more of them are looked at.
        Raises LookupError where there is none."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.role == role:
                return element
            waiting += reversed(element.kids)
        raise LookupError(f"no {role} in {self.role} {self.ident or ''}")
