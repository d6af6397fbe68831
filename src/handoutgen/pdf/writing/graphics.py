"""Drawings with gradients or see-through parts → form XObjects with resources of their own (ISO 32000-1 8.10).

Such a form fills the unit square, as an image does, and is painted like one; its box cuts it off, so that nothing of it
can lie outside of the figure. Each layer and each form is a transparency group that blends in RGB, the space of the
output intent, so that no reader has to guess one (PDF/A-2 6.2.10).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise

from handoutgen.pdf.writing.number import pdf_number
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument, stream
from handoutgen.pdf.writing.reuse import DrawnSide
from handoutgen.pdf.writing.syntax import numbers, rectangle
from handoutgen.pictures.model import Drawing, DrawingResources, Ramp, SeeThrough
from handoutgen.pictures.named_colours import SPACE

_GROUP = "/Group<</S/Transparency/I true/CS/DeviceRGB>>"
_LEAST_STEP = 1e-4
"""Two stops of a ramp at one place are set this far apart: the bounds of a function must rise (ISO 32000-1 7.10.4)."""


class Graphics:
    """The drawings of one side that need resources, each once however often it is painted."""

    def __init__(self) -> None:
        self._drawings: dict[str, Drawing] = {}

    def keep(self, drawing: Drawing, resources: DrawingResources) -> str:
        """The name of the form that the drawing will be: that of all that makes it."""
        text = repr((drawing.width, drawing.height, drawing.operators, resources))
        name = "Fm" + sha256(text.encode("ascii")).hexdigest()[:16]
        self._drawings[name] = drawing
        return name

    @property
    def kept(self) -> Mapping[str, Drawing]:
        """By the name of the form."""
        return self._drawings


def write_graphics(document: ArchivalDocument, sides: Iterable[DrawnSide], spaces: str = "") -> str:
    """Write the forms of all sides, with the page's colour `spaces` where they name one; what the resources of the
    pages say of them."""
    drawings = {name: drawing for side in sides for name, drawing in side.graphics.items()}
    return "".join(f"/{name} {_write_drawing(document, drawing, spaces)}" for name, drawing in drawings.items())


def _write_drawing(document: ArchivalDocument, drawing: Drawing, spaces: str) -> str:
    """The reference of a drawing's form, which fills the unit square."""
    resources = drawing.resources or DrawingResources()
    holder = document.reserve()
    box = rectangle(0, 0, drawing.width, drawing.height)

    def form(operators: str, more: str = "") -> str:
        entries = f"/Type/XObject/Subtype/Form/BBox{box}{more}/Resources {holder.reference}{_GROUP}"
        return document.add(stream((operators + "\n").encode("ascii"), entries)).reference

    layers = {name: form(operators) for name, operators in resources.layers}
    ramps = "".join(f"/{name}{_ramp(ramp)}" for name, ramp in resources.ramps)
    states = "".join(f"/{name}{_state(state, layers)}" for name, state in resources.states)
    named = "".join(f"/{name} {reference}" for name, reference in layers.items())
    parts = (("Pattern", ramps), ("ExtGState", states), ("XObject", named))
    own = "".join(f"/{kind}<<{entries}>>" for kind, entries in parts if entries)
    names_colours = any(f"/{SPACE} " in each for each in (drawing.operators, *dict(resources.layers).values()))
    holder.data = f"<<{own}{spaces if names_colours else ''}>>"
    width, height = drawing.width, drawing.height
    return form(drawing.operators, f"/Matrix[{_exact(1 / width)} 0 0 {_exact(1 / height)} 0 0]")


def _state(state: SeeThrough, layers: Mapping[str, str]) -> str:
    """A graphics state parameter dictionary (ISO 32000-1 8.4.5)."""
    mask = f"/SMask<</S/{'Alpha' if state.is_alpha else 'Luminosity'}/G {layers[state.mask]}>>" if state.mask else ""
    return f"<</ca {pdf_number(state.share)}/CA {pdf_number(state.share)}{mask}>>"


def _ramp(ramp: Ramp) -> str:
    """A shading pattern: axial or radial, reaching on beyond both ends (ISO 32000-1 8.7.4.5)."""
    kind = 2 if len(ramp.coordinates) == 4 else 3
    coordinates = " ".join(map(_exact, ramp.coordinates))
    shading = (
        f"<</ShadingType {kind}/ColorSpace/DeviceRGB/Coords[{coordinates}]"
        f"/Function{_function(ramp.stops)}/Extend[true true]>>"
    )
    return f"<</PatternType 2/Matrix[{' '.join(map(_exact, ramp.matrix))}]/Shading{shading}>>"


def _function(stops: Sequence[tuple[float, tuple[float, float, float]]]) -> str:
    """The colour at each place: one straight piece from stop to stop, flat before the first and after the last."""
    places = [0.0, *(offset for offset, _ in stops), 1.0]
    colours = [stops[0][1], *(colour for _, colour in stops), stops[-1][1]]
    kept = [(place, colour) for place, colour in _rising(list(zip(places, colours, strict=True)))]
    pieces = "".join(
        f"<</FunctionType 2/Domain[0 1]/C0[{numbers(*first)}]/C1[{numbers(*second)}]/N 1>>"
        for (_, first), (_, second) in pairwise(kept)
    )
    bounds = " ".join(_exact(place) for place, _ in kept[1:-1])
    encode = " ".join(["0 1"] * (len(kept) - 1))
    return f"<</FunctionType 3/Domain[0 1]/Functions[{pieces}]/Bounds[{bounds}]/Encode[{encode}]>>"


def _rising(
    stops: list[tuple[float, tuple[float, float, float]]],
) -> list[tuple[float, tuple[float, float, float]]]:
    """The stops from 0 to 1, each a little after the one before; the added ends go where stops stand there already."""
    if stops[1][0] <= 0:
        stops = stops[1:]
    if stops[-2][0] >= 1:
        stops = stops[:-1]
    last = len(stops) - 1
    places: list[float] = []
    for index, (place, _) in enumerate(stops):
        least = places[-1] + _LEAST_STEP if places else 0.0
        places.append(min(max(place, least), 1 - (last - index) * _LEAST_STEP))
    places[0], places[-1] = 0.0, 1.0
    return [(place, colour) for place, (_, colour) in zip(places, stops, strict=True)]


def _exact(value: float) -> str:
    """A number with eight digits that count, for what multiplies others."""
    text = f"{value:.8f}" if abs(value) < 1 else f"{value:.{max(0, 8 - len(str(int(abs(value)))))}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
