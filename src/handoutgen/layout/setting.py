"""What every block of a leaflet needs to be set: fonts, scale, grid, colours, fixed words, icons, clinic fields.

A `Setting` is made once for a leaflet, clinic, format and size. Its methods turn words into pieces and give every
paragraph its structure element at the moment its meaning is known.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from handoutgen.content.clinic import Clinic
from handoutgen.content.markdown import inline
from handoutgen.content.words import Words
from handoutgen.design.colour import Palette
from handoutgen.design.grid import CHARACTERS_PER_LINE, Grid
from handoutgen.design.scale import Level, Scale
from handoutgen.language import SENTENCE_ENDS, Direction
from handoutgen.layout.pieces import TextPiece
from handoutgen.memory import Memory
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines, line_lengths, longest_unit, measure
from handoutgen.text.model import Alignment, Run, TextStyle

Phrase = Sequence[inline.Text]
Made = TypeVar("Made")

PARTS_KEPT, PARTS_ON_TRIAL = 256, 96
"""More than a leaflet has parts and pages: what all clinics share is asked for each time, so it stays."""


@dataclass(frozen=True, slots=True)
class Setting:
    """See the module's docstring."""

    fonts: FontBook
    scale: Scale
    grid: Grid
    palette: Palette
    words: Words
    language: str
    direction: Direction
    fields: Mapping[str, str]
    icon: Callable[[str, str], Drawing]
    """(icon name, colour) → drawing."""
    figure: Callable[[str, float], Drawing | Raster]
    """(file name in the leaflet's figures folder, widest width in pt) → picture."""
    clinic: Clinic | None = None
    """Whose leaflet it is; without one there are lines to write the contact on."""
    logo: Drawing | Raster | None = None
    """The clinic's."""
    notice: str = ""
    """A line for the head of the first page: why a leaflet past its review date is printed all the same."""
    memory: Memory[Any] = field(default_factory=lambda: Memory(PARTS_KEPT, PARTS_ON_TRIAL))
    """What `kept` has made. Settings that differ in nothing but the clinic's own words share it."""

    def kept(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once for all clinics. `name` must hold what it shows of the clinic, apart from what
        the leaflet's own texts ask for. Drawing never changes an element or a piece, so documents can share them."""
        made: Made = self.memory.get(name, make)
        return made

    def kept_below(self, parent: Element, name: Hashable, make: Callable[[Element], Made]) -> Made:
        """The same for what hangs its elements into `parent`."""

        def make_apart() -> tuple[Made, list[Element]]:
            holder = Element(parent.role)
            return make(holder), holder.kids

        made, kids = self.kept(name, make_apart)
        parent.kids += kids
        return made

    @property
    def locale(self) -> str:
        """Whose way of writing dates to follow: the clinic's, in a leaflet of its language."""
        return self.words.language

    @property
    def unit(self) -> float:
        """The baseline unit: every gap is a whole number of these (pt)."""
        return self.scale.unit

    def style(self, level: Level, align: Alignment = "start") -> TextStyle:
        """A level of the scale as a text style in the leaflet's language."""
        return TextStyle(level.size, level.leading, align, self.direction, self.language)

    def word(self, key: str, **values: str | int) -> str:
        """A fixed phrase in the leaflet's language."""
        return self.words.get(key, **values)

    def phrase(self, source: str) -> Phrase:
        """One paragraph of Markdown with the clinic's fields filled in."""
        return inline.parse_phrase(source, self.fields)

    def run_in(self, sources: Sequence[str]) -> list[inline.Text]:
        """Several phrases as one sentence: "this; that; the other." A phrase that is a sentence stays one."""
        said: list[inline.Text] = []
        for source in sources:
            if said:
                ended = said[-1].text.endswith(SENTENCE_ENDS)
                said.append(inline.Text(" " if ended else self.word("between_items") + " "))
            said += self.phrase(source)
        ended = said[-1].text.endswith(SENTENCE_ENDS)
        return said if ended else [*said, inline.Text(self.word("full_stop"))]

    def text(
        self, element: Element | None, content: str | Phrase, width: float, level: Level | None = None, *,
        bold: bool = False, colour: str | None = None, align: Alignment = "start", balance: bool = False,
    ) -> TextPiece:  # fmt: skip
        """A paragraph set in a column of `width` pt. `element` gets the words (as its text or as Span and Link kids);
        without one the paragraph is an artifact."""
        level = level or self.scale.body
        runs = _runs(element, content, bold, colour or self.palette.ink, self.palette.link)
        style, narrower = self.style(level, align), width
        lines = break_lines(runs, style, width, self.fonts, balance=balance)
        if any(len(line.text.rstrip()) > CHARACTERS_PER_LINE for line in lines):
            while max(line_lengths(runs, style, narrower, self.fonts, balance)) > CHARACTERS_PER_LINE:
                narrower *= 0.98
            lines = break_lines(runs, style, narrower, self.fonts, balance=balance)
        return TextPiece(element, lines, level.size, level.leading, narrower)

    def lines_in(self, content: str | Phrase, width: float, level: Level | None = None) -> int:
        """How many lines `text` would set in a column of `width` pt."""
        runs = self._bare_runs(content, False)
        return len(line_lengths(runs, self.style(level or self.scale.body), width, self.fonts))

    def natural_width(self, content: str | Phrase, level: Level | None = None, *, bold: bool = False) -> float:
        """How wide the words run on one line, in pt."""
        return measure(self._bare_runs(content, bold), self.style(level or self.scale.body), self.fonts)

    def longest_word(self, content: str | Phrase, level: Level | None = None, *, bold: bool = False) -> float:
        """How wide the widest unbreakable unit is, in pt."""
        return longest_unit(self._bare_runs(content, bold), self.style(level or self.scale.body), self.fonts)

    def _bare_runs(self, content: str | Phrase, bold: bool) -> list[Run]:
        return _runs(None, content, bold, self.palette.ink, self.palette.link)


def _runs(element: Element | None, content: str | Phrase, bold: bool, ink: str, link: str) -> list[Run]:
    if isinstance(content, str):
        content = (inline.Text(content),)
    if element is None:
        return [Run(_said(part), bold or part.strong, ink) for part in content]
    if not any(part.link for part in content):
        element.text = "".join(part.text for part in content)
        return [Run(part.text, bold or part.strong, ink) for part in content]
    runs = []
    for part in content:
        said = _said(part)
        kid = _link(element, part, said) if part.link else element.add("Span", text=said)
        runs.append(Run(said, bold or part.strong, link if part.link else ink, tag=kid))
    return runs


def _link(parent: Element, part: inline.Text, said: str) -> Element:
    return parent.add("Link", text=said, uri=part.link, description=part.text)


def _said(part: inline.Text) -> str:
    """A link's words with its address after them, so that paper tells what a screen would open."""
    if not part.link:
        return part.text
    address = printed_address(part.link)
    site = address.removeprefix("www.").partition("/")[0]
    return part.text if site.casefold() in part.text.casefold() else f"{part.text} ({address})"


def printed_address(link: str) -> str:
    """A web, mail or phone link as one writes it on paper. "www." stays: some sites do not answer without it."""
    for start in ("https://", "http://", "mailto:", "tel:"):
        link = link.removeprefix(start)
    return link.rstrip("/")
