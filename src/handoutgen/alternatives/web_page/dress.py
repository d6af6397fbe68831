"""What a page looks like, as plain data: whoever makes the page hands it in, and nothing here knows where from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inset:
    """A picture that stands in the page itself: SVG shapes of our own making, or a photograph's `data:` address."""

    width: float
    height: float
    shapes: str = ""
    """What stands in an `svg` element with this width and height as its viewBox."""
    prefix: str = ""
    """What stands before each name in the shapes, for the page to put its own in its place."""
    address: str = ""


@dataclass(frozen=True, slots=True)
class WebFace:
    """A font file, cut down to the words of one page."""

    family: str
    weight: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Dress:
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
