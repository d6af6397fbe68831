"""The list of contents of long large print: what it names, and its part."""

from __future__ import annotations

from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.layout.blocks.contents_list import ContentsEntry, contents_atoms
from handoutgen.layout.blocks.overview import says_pages
from handoutgen.layout.blocks.parts import BodyPart
from handoutgen.layout.flow.atoms import total_height
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.strategies import numbered_title

NOT_IN_CONTENTS = ("glossary", "sources", "review")
"""What stands at the end of every leaflet, and nobody looks for by its name."""


class ContentsHeading(NamedTuple):
    """What the contents list names: a title, its heading, which atom of which part has it, whether it stands below
    the part."""

    title: str
    element: Element
    part: str
    atom: int
    is_below: bool


def what_to_list(
    setting: Setting, leaflet: Leaflet, parts: list[BodyPart], depth: float, *, is_roomy: bool = False
) -> list[ContentsHeading]:
    """The headings of all parts after the opening, and of the strategies if a page can hold so many and their own
    overview, which `is_roomy` or not, does not say their pages."""
    found: list[ContentsHeading] = []
    for part in parts:
        if part.name in NOT_IN_CONTENTS:
            continue
        found.append(ContentsHeading(part.title, heading_of(part.element), part.name, 0, False))
        if part.name == "management" and not says_pages(setting, leaflet.strategies, is_roomy=is_roomy):
            below = setting.kept(("strategies", part.element), lambda _, part=part: _strategies(part))  # type: ignore[misc]
            titles = (
                numbered_title(setting.voice, number, strategy)
                for number, strategy in enumerate(leaflet.strategies, start=1)
            )
            named = zip(titles, below, strict=False)
            found += [ContentsHeading(title, element, part.name, atom, True) for title, (element, atom) in named]
    if total_height(contents_part(setting, found, [1] * len(found)).atoms) > depth:
        return [heading for heading in found if not heading.is_below]
    return found


def _strategies(part: BodyPart) -> list[tuple[Element, int]]:
    """The headings below a part's own, and the index of each one's atom in the part."""
    at = {getattr(put.piece, "element", None): i for i, atom in reversed([*enumerate(part.atoms)]) for put in atom.puts}
    headings = [element for element in part.element.walk() if element.role == "H3"]
    return [(heading, min(at[kid] for kid in heading.walk() if kid in at)) for heading in headings]


def contents_part(setting: Setting, headings: list[ContentsHeading], numbers: list[int]) -> BodyPart:
    """The part that lists them, each with its page."""
    entries = tuple(
        ContentsEntry(heading.title, heading.element, page, heading.is_below)
        for heading, page in zip(headings, numbers, strict=True)
    )

    def make(look: Look) -> BodyPart:
        sect = Element("Sect", ident="contents")
        return BodyPart("contents", look.voice.word("contents"), sect, contents_atoms(look, sect, entries))

    return setting.kept(("contents", entries), make)


def heading_of(element: Element) -> Element:
    """A part's own heading."""
    return element.first("H2")
