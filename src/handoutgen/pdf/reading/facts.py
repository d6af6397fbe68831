"""What can be told of a finished PDF, as plain values. Sizes are in pt."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from msgspec import Struct


class FontFacts(Struct, frozen=True):
    """A font of the file; `name` without its subset tag."""

    name: str
    embedded: bool


class TextFacts(Struct, frozen=True):
    """A piece of text that stands out, on a page counted from 1."""

    page: int
    text: str
    size: float
    contrast: float
    """Against what is behind it, or against white paper where that was not seen."""
    behind: str = ""
    """The colour it stands on, as #rrggbb; empty where that was not seen."""


class LineFacts(Struct, frozen=True):
    """A line of text that stands out, on a page counted from 1; its width in pt, its length in characters."""

    page: int
    text: str
    characters: int
    width: float


class FoundPassage(Struct, frozen=True):
    """One step of the reading order: a role (P, H1, Figure …) and what a screen reader says there."""

    role: str
    text: str


class FieldFacts(Struct, frozen=True):
    """A place that is filled in on a screen, on a page counted from 1."""

    page: int
    place: int
    """Its place among the page's fields, counted from 1: the order of the Tab key, but where a page asks for that of
    its rows or columns."""
    name: str
    """What a program calls it (T)."""
    said: str
    """What a screen reader says of it (TU)."""
    kind: str
    """text, tick, one of several, choice, button or signature."""
    value: str
    """What is in it: what was typed or chosen, or the name of what is ticked."""


class PdfFacts(Struct, frozen=True):
    """What a finished PDF is. Sizes in pt."""

    page_sizes: tuple[tuple[float, float], ...]
    tagged: bool
    language: str
    title: str
    producer: str
    identifier: str
    pdf_a: str
    """The PDF/A level it claims, as "2A", or nothing."""
    pdf_ua: str
    """The part of PDF/UA it claims, as "1", or nothing."""
    fonts: tuple[FontFacts, ...]
    smallest_text: TextFacts | None
    typical_size: float
    """The size in pt that most characters have, to half a point; 0 where there is no text."""
    palest_text: TextFacts | None
    """The text with the lowest contrast against what is behind it. Where that was not seen, for the pages take too long
    to paint: against white paper, and white words are not judged."""
    busy_text: TextFacts | None
    """A text over a picture or a pattern."""
    longest_line: LineFacts | None
    """The line with most characters."""
    widest_line: LineFacts | None
    reading_order: tuple[FoundPassage, ...]
    images: int
    links: tuple[str, ...]
    text_identifier: str = ""
    """What its metadata says that it is (dc:identifier): of ours, id, version, language and short code of the text."""
    fields: tuple[FieldFacts, ...] = ()
    """What is filled in on a screen, page by page; of very many the first."""
    field_count: int | None = None
    """How many there are; None where it takes too long to look at them."""

    @property
    def unembedded_fonts(self) -> tuple[str, ...]:
        """Fonts that another computer may replace by its own."""
        return tuple(font.name for font in self.fonts if not font.embedded)

    @property
    def repeated_links(self) -> tuple[str, ...]:
        """Where several links lead to: a screen reader's list of links says each of them again. A link that is broken
        over lines is one, and so is one to a page of the file."""
        links = Counter(link for link, _ in groupby(self.links) if not link.startswith("page "))
        return tuple(sorted(link for link, count in links.items() if count > 1))

    @property
    def has_text(self) -> bool:
        """Whether there is any text at all, or only pictures of it."""
        return self.smallest_text is not None
