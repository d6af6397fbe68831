"""What a page looks like, as plain data: whoever makes the page hands it in, and nothing here knows where from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

_LINES = {"Aran": '[dir="rtl"] body,[dir="rtl"] body :not(.number,.sizes b){line-height:2.4!important}'}
"""Words in Nastaliq run downhill and are as high as they are long: no line of Latin text is so far from the next.
Whatever leading the sheet gives a part, it is too little: hence "important". Numerals beside a heading stay as they
are."""


class Inset(Struct, frozen=True):
    """A picture that stands in the page itself: SVG shapes of our own making, or a photograph's `data:` address."""

    width: float
    height: float
    shapes: str = ""
    """What stands in an `svg` element with this width and height as its viewBox."""
    prefix: str = ""
    """What stands before each name in the shapes, for the page to put its own in its place."""
    address: str = ""


class WebFace(Struct, frozen=True):
    """A font file, cut down to the words of one page."""

    family: str
    weight: int
    data: bytes


class Dress(Struct, frozen=True):
    """All of it for one leaflet and one clinic."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    """Colours as "#rrggbb" by what they are for: the style sheet's own names."""
    icon: Callable[[str], Inset]
    picture: Callable[[str], Inset]
    """A figure by the name of its file."""
    faces: Callable[[str], Sequence[WebFace]]
    """For the text of the page, in the order in which they are tried."""
    logo: Inset | None = None
    logo_says: str = ""
    """What the logo says beside the clinic's name."""
    hand: str = ""
    """The hand in which its letters are drawn, as ISO 15924 has it; empty for the usual one."""

    @property
    def lines(self) -> str:
        """Rules for lines in such a hand, to stand behind all others; empty where the sheet's own are right."""
        return _LINES.get(self.hand, "")
