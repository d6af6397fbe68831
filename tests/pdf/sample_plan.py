"""Plans made by hand: every kind of element the program knows, on flat pages and on panels of one side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from handoutgen.layout.flow.pieces import DrawingPiece, Frame, RasterPiece, Rule, TextPiece
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element
from handoutgen.plan.ink import Piece
from handoutgen.plan.pages import Page, Placed, Placement, Plan, SheetSide
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Run, TextStyle

A4 = (595.276, 841.89)
MARGIN = 56.7

MUSCLE = Drawing(
    24,
    24,
    "0.2 0.4 0.6 rg 2 2 m 22 2 l 22 12 l 18 22 6 22 2 12 c h f 1 w 0.1 0.1 0.1 RG 4 4 m 20 4 l S",
)
PHOTO = Raster(2, 2, "RGB", bytes([0, 80, 160, 40, 90, 150, 70, 100, 140, 20, 20, 20]))
SCAN = Raster(2, 1, "L", bytes([40, 200]))

LONG = (
    "Leg cramps are sudden, tight pains in a muscle. They often come at night and last from a few seconds to several "
    "minutes. Many people with multiple sclerosis have them. They are not a sign that the illness is getting worse. "
)


class Stack:
    """Pieces stacked from the top of a page downwards, page after page."""

    def __init__(self, fonts: FontBook, width: float, height: float, margin: float, size: float = 12.0) -> None:
        self.fonts, self.width, self.height, self.margin, self.size = fonts, width, height, margin, size
        self.pages: list[list[Placed]] = [[]]
        self.y = height - margin

    @property
    def measure(self) -> float:
        return self.width - 2 * self.margin

    def text(
        self, element: Element | None, runs: Sequence[Run], size: float = 0, indent: float = 0, measure: float = 0
    ) -> None:
        """A paragraph, line by line, over as many pages as it takes."""
        size = size or self.size
        style = TextStyle(size, size * 1.35)
        lines = break_lines(tuple(runs), style, measure or self.measure - indent, self.fonts)
        for line in lines:
            self.put(TextPiece(element, (line,), size, style.leading, measure or self.measure - indent), indent)
        self.y -= size * 0.5

    def put(self, piece: Piece, indent: float = 0) -> None:
        if self.y - piece.height < self.margin:
            self.new_page()
        self.y -= piece.height
        self.pages[-1].append(Placed(piece, self.margin + indent, self.y))

    def new_page(self) -> None:
        self.pages.append([])
        self.y = self.height - self.margin

    def finished(self) -> tuple[Page, ...]:
        return tuple(Page(self.width, self.height, tuple(pieces)) for pieces in self.pages)


def say(stack: Stack, parent: Element, role: Any, text: str, size: float = 0, **attributes: Any) -> Element:
    """A heading or paragraph of one leaf."""
    element = parent.add(role, text, **attributes)
    stack.text(element, [Run(text, bold=role.startswith("H"))], size)
    return element


def write_leaflet(stack: Stack, root: Element, paragraphs: int) -> None:
    """The sample's story: headings, text with links and a foreign word, lists, a table, a figure, pictures."""
    title = say(stack, root, "H1", "Leg cramps in multiple sclerosis", 22, bookmark="Leg cramps")
    section = root.add("Sect", ident="about")
    say(stack, section, "H2", "What are they?", 16, bookmark="What are they?")
    for number in range(paragraphs):
        say(stack, section, "P", f"This is part {number + 1}. {LONG * 2}")
    write_links(stack, section, title)
    say(stack, section, "H3", "Try these (or ask \\ first)", 14, bookmark="Try these")
    write_list(stack, section)
    write_table(stack, section)
    write_figure(stack, section)
    say(stack, section, "Note", "A note with its own name.")
    last = say(stack, root, "H2", "Café and more", 16, bookmark="Café and more")
    stack.put(Rule(stack.measure, 1, "#005eb8", 6))
    say(stack, root, "P", LONG)
    link = root.add("P").add("Link", "Back to the last part", target=last, description="Go to Café and more")
    stack.text(None, [Run(link.text or "", colour="#005eb8", tag=link)])


def write_links(stack: Stack, section: Element, target: Element) -> None:
    """A paragraph with two links, the first long enough to break over a line, and a word in another language."""
    paragraph = section.add("P")
    before = paragraph.add("Span", "Read more on the page of ")
    link = paragraph.add(
        "Link",
        "the national society for people who live with multiple sclerosis and for everybody who cares for them",
        uri="https://example.org/cramps?a=1&b=(2)",
        description="The society's page about cramps",
    )
    middle = paragraph.add("Span", " or in French, ")
    french = paragraph.add("Span", "les crampes", language="fr")
    after = paragraph.add("Span", ", or go ")
    inner = paragraph.add("Link", target=target, description="Go to the title")
    top = inner.add("Span", "to the top")
    end = paragraph.add("Span", ".")
    colours = {link: "#005eb8", top: "#005eb8"}
    parts = (before, link, middle, french, after, top, end)
    stack.text(None, [Run(p.text or "", tag=p, colour=colours.get(p, "#000000"), language=p.language) for p in parts])


def write_list(stack: Stack, section: Element) -> None:
    """A numbered list and, in its second item, a list with discs."""
    steps = section.add("L", numbering="Decimal")
    for number, text in enumerate(("Stretch the calf.", "Drink enough."), 1):
        _item(stack, steps, f"{number}.", text, 0)
    inner = steps.kids[-1].kids[-1].add("L", numbering="Disc")
    _item(stack, inner, "•", "Water is best.", 20)


def _item(stack: Stack, parent: Element, label: str, text: str, indent: float) -> None:
    item = parent.add("LI")
    mark = item.add("Lbl", label)
    body = item.add("LBody").add("P", text)
    y = stack.y
    stack.text(mark, [Run(label)], indent=indent)
    stack.y = y
    stack.text(body, [Run(text)], indent=indent + 20)


def write_table(stack: Stack, section: Element) -> None:
    """Two columns, a head and two rows, in a frame."""
    table = section.add("Table")
    head = table.add("THead").add("TR")
    rows = [[head.add("TH", scope="Column").add("P", text) for text in ("When", "What helps")]]
    body = table.add("TBody")
    for first, second in (("At night", "Stretch before bed."), ("After sport", "Warmth.")):
        row = body.add("TR")
        rows.append([row.add("TH", scope="Row").add("P", first), row.add("TD").add("P", second)])
    for left, right in rows:
        y = stack.y
        stack.put(Frame(stack.measure, 20, 3, "#333333", 0.75, "#f2f2f2"))
        stack.y = y
        stack.text(left, [Run(left.text or "")], indent=4, measure=100)
        stack.y = y
        stack.text(right, [Run(right.text or "")], indent=120)


def write_figure(stack: Stack, section: Element) -> None:
    """A drawing with its words, a picture that is a figure, and one that is only decoration."""
    figure = section.add("Figure", alt="A calf muscle, drawn tight")
    stack.put(DrawingPiece(figure, MUSCLE, 96, 96))
    photo = section.add("Figure", alt="Élise stretches her calf")
    stack.put(RasterPiece(photo, PHOTO, 60, 60))
    stack.put(RasterPiece(None, SCAN, 60, 30))
    stack.put(RasterPiece(None, PHOTO, 30, 30))
    stack.put(DrawingPiece(None, MUSCLE, 24, 24))
    stack.y -= 12


def footers(stack: Stack, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The same pages with a page number at the foot, an artifact."""
    style = TextStyle(stack.size, stack.size * 1.35)
    result = []
    for number, page in enumerate(pages, 1):
        lines = break_lines((Run(f"Page {number} of {len(pages)}"),), style, stack.measure, stack.fonts)
        piece = TextPiece(None, lines, style.size, style.leading, stack.measure)
        result.append(replace(page, pieces=(*page.pieces, Placed(piece, stack.margin, stack.margin / 2))))
    return tuple(result)


def flat_plan(fonts: FontBook, paragraphs: int = 3) -> Plan:
    """An A4 leaflet of two pages or more."""
    root = Element("Document", language="en-GB")
    stack = Stack(fonts, *A4, MARGIN)
    write_leaflet(stack, root, paragraphs)
    pages = footers(stack, stack.finished())
    sheets = tuple(SheetSide(*A4, (Placement(number),)) for number in range(len(pages)))
    return _plan(root, pages, sheets, "DuplexFlipLongEdge")


def folded_plan(fonts: FontBook) -> Plan:
    """Panels two to a side: the side with the last panels comes first, as on a folded sheet."""
    root = Element("Document")
    width, height = A4[1] / 2, A4[0]
    stack = Stack(fonts, width, height, 28.4)
    write_leaflet(stack, root, 8)
    pages = stack.finished()
    if len(pages) % 2:
        pages += (Page(width, height, ()),)
    order = [(n, n + 1) for n in range(0, len(pages), 2)][::-1]
    sheets = tuple(SheetSide(A4[1], A4[0], (Placement(a), Placement(b, width))) for a, b in order)
    return _plan(root, pages, sheets, "DuplexFlipShortEdge")


def _plan(root: Element, pages: tuple[Page, ...], sheets: tuple[SheetSide, ...], duplex: Any) -> Plan:
    return Plan(
        title="Leg cramps & how to ease them", language="en-GB", direction="ltr", root=root, pages=pages,
        sheets=sheets, duplex=duplex, smallest_text=12, safe_inset=18.4, subject="Leg cramps", author="Clínica",
        keywords=("cramp", "MS"), modified=date(2026, 3, 1),
    )  # fmt: skip
