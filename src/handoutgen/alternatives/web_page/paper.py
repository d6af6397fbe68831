"""What all parts of one page share while it is written: its phrases, its pictures, and names given out once."""

from __future__ import annotations

import re

from handoutgen.alternatives.web_page.dress import Dress, Inset
from handoutgen.alternatives.web_page.markup import Phrases, attributes, element, text
from handoutgen.story.page_words import SurroundingWords
from handoutgen.story.passages import Passage

_UNFIT = re.compile(r"[^a-z0-9]+")


class PageInMaking:
    """One page as it is written."""

    def __init__(self, phrases: Phrases, words: SurroundingWords, dress: Dress) -> None:
        self.phrases = phrases
        self._words = words
        self._dress = dress
        self._taken: set[str] = set()
        self._icons: dict[str, str] = {}
        self._places: dict[int, str] = {}

    def name(self, wanted: str) -> str:
        """An id that no other part of the page has."""
        base = _UNFIT.sub("-", wanted.casefold()).strip("-") or "part"
        number, ident = 1, base
        while ident in self._taken:
            number += 1
            ident = f"{base}-{number}"
        self._taken.add(ident)
        return ident

    def place(self, passage: Passage) -> str:
        """The id of a passage's heading, the same each time it is asked for."""
        return self._places.get(id(passage)) or self._places.setdefault(id(passage), self.name(passage.ident))

    def own(self, key: str, name: str = "span", inside: str = "", **given: str | bool | None) -> str:
        """A fixed word of the page in an element; `inside` goes before it."""
        return element(name, inside + text(self._words.texts[key]), **given)

    def say(self, key: str, **values: str | int) -> str:
        """A fixed word of the page as text, with its slots filled."""
        said = self._words.texts[key]
        for slot, value in values.items():
            said = said.replace(f"{{{slot}}}", str(value))
        return said

    def icon(self, name: str, class_: str = "icon") -> str:
        """An icon in the colour of the text around it; what it means stands beside it in words."""
        if name not in self._icons:
            inset = self._dress.icon(name)
            frame = f'viewBox="0 0 {inset.width:g} {inset.height:g}"'
            shapes = inset.shapes.replace(inset.prefix, f"s{len(self._icons)}-")
            self._icons[name] = f'<symbol id="icon-{len(self._icons)}" {frame}>{shapes}</symbol>'
        place = list(self._icons).index(name)
        return f'<svg class="{class_}" aria-hidden="true" focusable="false"><use href="#icon-{place}"/></svg>'

    def disc(self, name: str, kind: str = "tint") -> str:
        """An icon in a disc."""
        return element("span", self.icon(name), class_=f"disc {kind}")

    @property
    def icons(self) -> str:
        """All icons that were used, once."""
        return f'<svg class="icons" aria-hidden="true" width="0" height="0">{"".join(self._icons.values())}</svg>'

    def picture(self, file: str, alt: str, places: tuple[tuple[float, float], ...] = ()) -> str:
        """A figure; `places` are numbered in it."""
        return self._shown(self._dress.picture(file), alt, places)

    def decoration(self, file: str) -> str:
        """A figure that is explained elsewhere."""
        return self._shown(self._dress.picture(file), "")

    @property
    def logo(self) -> str:
        """The clinic's logo, if it has one."""
        logo = self._dress.logo
        return element("span", self._shown(logo, self._dress.logo_says), class_="logo") if logo else ""

    def _shown(self, inset: Inset, alt: str, places: tuple[tuple[float, float], ...] = ()) -> str:
        size = f'width="{inset.width:.0f}" height="{inset.height:.0f}"'
        if inset.address:
            return f'<img {size} src="{inset.address}" alt="{text(alt)}">'
        prefix = self.name("picture")
        shapes = inset.shapes.replace(inset.prefix, f"{prefix}-")
        shapes += "".join(_numbered(inset, number, *place) for number, place in enumerate(places, start=1))
        said = attributes(role="img", aria_labelledby=f"{prefix}-says") if alt else ' aria-hidden="true"'
        title = element("title", text(alt), id=f"{prefix}-says") if alt else ""
        frame = f'viewBox="0 0 {inset.width:g} {inset.height:g}"'
        return f'<svg {frame} {size} focusable="false"{said}>{title}{shapes}</svg>'


def _numbered(inset: Inset, number: int, across: float, down: float) -> str:
    """A number in a disc at a place of a picture, as large in every picture."""
    unit = max(inset.width, inset.height) / 36
    x, y = across * inset.width, down * inset.height
    disc = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{1.25 * unit:.2f}"/>'
    numeral = f'<text x="{x:.1f}" y="{y + 0.6 * unit:.1f}" font-size="{1.7 * unit:.2f}">{number}</text>'
    return f'<g class="place" aria-hidden="true">{disc}{numeral}</g>'
