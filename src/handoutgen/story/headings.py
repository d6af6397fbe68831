"""The headings that a leaflet's texts can refer to, and what they are called in the outline of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handoutgen.content.model import Leaflet
from handoutgen.story.help import help_title
from handoutgen.story.order import body_parts, part_title
from handoutgen.story.references import References
from handoutgen.story.strategies import numbered_title
from handoutgen.story.voice import SharedVoice


def whole_references(leaflet: Leaflet, voice: SharedVoice, *, has_page_numbers: bool = True) -> References:
    """Of a form that has the whole leaflet, on pages with numbers if it is on paper. How to reach the clinic is not
    among its parts: they are the same for all clinics and for none."""
    found = list(_headings(leaflet, voice))
    often = Counter(title for title, _ in found)
    headings = {title: bookmark for title, bookmark in found if often[title] == 1}
    return References(voice.words, headings, has_page_numbers=has_page_numbers)


def help_references(leaflet: Leaflet, voice: SharedVoice) -> References:
    """Of a form that leaves out what it has no room for: the one part that it never leaves out."""
    title = help_title(voice, leaflet.help.title)
    return References(voice.words, {title: title}, has_page_numbers=False)


def _headings(leaflet: Leaflet, voice: SharedVoice) -> Iterator[tuple[str, str]]:
    """Each title with its bookmark."""
    titles = [voice.word("key_points"), help_title(voice, leaflet.help.title)]
    titles += [part_title(voice, part) for part in body_parts(leaflet)]
    yield from zip(titles, titles, strict=True)
    for number, strategy in enumerate(leaflet.strategies, start=1):
        yield strategy.title, numbered_title(voice, number, strategy)
