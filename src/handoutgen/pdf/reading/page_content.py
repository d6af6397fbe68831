"""What is on a page, as a content reader finds it: text, painted paths and pictures, and the marks around them."""

from __future__ import annotations

from msgspec import Struct, field

from handoutgen.pdf.reading.geometry import PageMatrix, ReadBox, box_of, points_one_by_one, transformed, widened


class ShownText(Struct):
    """Text shown in one go: its codes, its font's resource name (with slash), the size on paper and where its baseline
    starts."""

    codes: str
    font: str
    size: float
    x: float
    y: float


class Inked(Struct):
    """A painted path or picture: its box (of the path's points, curves' handles included) and the path."""

    box: ReadBox
    path: bytes
    matrix: PageMatrix
    pen: float

    def exact_box(self) -> ReadBox:
        """The box with curves taken point by point, for those whose handles stick out."""
        return widened(transformed(box_of(points_one_by_one(self.path, curves=True)), self.matrix), self.pen)


class MarkedContent(Struct):
    """One marked-content sequence, or None-tagged content outside of any."""

    tag: str
    mcid: int | None
    running: str = ""
    """Header or Footer, for an artifact that is one of a page."""
    texts: list[ShownText] = field(default_factory=list)
    inked: list[Inked] = field(default_factory=list)


class PageContent(Struct):
    """All marks of a page in painting order, and what is wrong with them."""

    marks: list[MarkedContent] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def codes(self) -> dict[str, str]:
        """By font, all codes that are shown, each once."""
        shown: dict[str, set[str]] = {}
        for text in self.texts:
            shown.setdefault(text.font, set()).update(text.codes)
        return {font: "".join(sorted(codes)) for font, codes in sorted(shown.items())}

    @property
    def texts(self) -> list[ShownText]:
        """All text of the page, in painting order."""
        return [text for mark in self.marks for text in mark.texts]
