"""A drawing or a photograph → what a web page can hold inside itself: SVG of plain paths, or a `data:` address.

A drawing's operators are written anew as SVG, never its file: what stood in the file beside shapes (links, scripts,
names, styles) was turned away when it was read, so a page cannot get it, and it looks as it prints. Names are given out
here, each with a prefix that the page chooses, so that no two drawings of a page share one.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.design.colour import to_hex
from handoutgen.memory import remembered
from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import IDENTITY, Transform
from handoutgen.pictures.model import Drawing, DrawingResources, Ramp, Raster, SeeThrough

PREFIX = "\x00"
"""Stands before every name in the markup, from signs that no markup has; a page puts its own in its place."""
CURRENT = "currentColor"
LARGEST_PNG = 150_000
"""Bytes of a lossless picture; a larger one is a photograph, and is sent as a JPEG."""
JPEG_QUALITY = 82
_PATHS = {"m": "M", "l": "L", "c": "C", "h": "Z"}
_KINDS = {4: ("linearGradient", "x1 y1 x2 y2"), 6: ("radialGradient", "fx fy fr cx cy r")}
_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")


class InlineSvg(Struct, frozen=True):
    """What stands inside an `svg` element whose viewBox is `0 0 width height`."""

    width: float
    height: float
    markup: str


class _State(Struct, frozen=True):
    """What a graphics state holds of colours, pen and place."""

    fill: str = "#000000"
    stroke: str = "#000000"
    width: str = "1"
    cap: int = 0
    join: int = 0
    miter: str = "10"
    dashes: str = ""
    dash_offset: str = "0"
    matrix: Transform = IDENTITY


@remembered(bounds.INLINE_DRAWINGS)
def inline_svg(drawing: Drawing, in_one_ink: bool = False) -> InlineSvg:
    """The drawing as SVG. In one ink all of it is painted in the colour of the text around it, as icons are."""
    writer = _Writer(drawing, in_one_ink)
    body = writer.written(drawing.operators)
    defined = f"<defs>{''.join(writer.defined)}</defs>" if writer.defined else ""
    turned = f'<g transform="matrix(1 0 0 -1 0 {_number(drawing.height)})">{defined}{body}</g>'
    return InlineSvg(drawing.width, drawing.height, turned)


@remembered(bounds.PHOTOGRAPHS)
def data_address(raster: Raster) -> str:
    """A photograph as a `data:` address."""
    if raster.jpeg:
        return _address("jpeg", raster.data)
    from PIL import Image

    image = Image.frombytes(raster.mode, (raster.pixel_width, raster.pixel_height), raster.data)
    lossless, small = io.BytesIO(), io.BytesIO()
    image.save(lossless, "PNG", optimize=True)
    if lossless.tell() <= LARGEST_PNG:
        return _address("png", lossless.getvalue())
    image.save(small, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return _address("jpeg", small.getvalue())


def _address(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"


class _Writer(Struct):
    """Walks the operators of a drawing and of its layers."""

    drawing: Drawing
    in_one_ink: bool
    defined: list[str] = field(default_factory=list)
    _named: int = 0

    def written(self, operators: str) -> str:
        """The markup of operators that stand for themselves: the drawing's, or a layer's."""
        return "".join(self._steps(operators))

    def _steps(self, operators: str) -> Iterator[str]:
        state, above = _State(), []
        path: list[str] = []
        clip, groups, opened = "", 0, []
        for line in operators.split("\n"):
            for numbers, operator in _parted(line):
                match operator:
                    case "m" | "l" | "c" | "h" | "re":
                        path.append(_segment(operator, numbers))
                    case "q":
                        above.append(state)
                        opened.append(groups)
                        groups = 0
                    case "Q":
                        yield "</g>" * groups
                        state, groups = above.pop(), opened.pop()
                    case "W" | "W*":
                        clip = "evenodd" if operator == "W*" else "nonzero"
                    case "n":
                        if clip:
                            yield self._clip(path, clip, state)
                            clip, groups = "", groups + 1
                        path = []
                    case "f" | "f*" | "S" | "B" | "B*":
                        yield self._painted(path, operator, state)
                        path = []
                    case "gs":
                        yield self._see_through(numbers[0])
                        groups += 1
                    case "Do":
                        yield self.written(dict(self._resources.layers)[numbers[0]])
                    case _:
                        state = self._changed(state, numbers, operator)
        yield "</g>" * groups

    @property
    def _resources(self) -> DrawingResources:
        return self.drawing.resources or DrawingResources()

    def _changed(self, state: _State, numbers: list[str], operator: str) -> _State:
        match operator:
            case "rg" | "g":
                return replace(state, fill=self._colour(numbers))
            case "RG" | "G":
                return replace(state, stroke=self._colour(numbers))
            case "scn":
                return replace(state, fill=numbers[0])
            case "SCN":
                return replace(state, stroke=numbers[0])
            case "w":
                return replace(state, width=numbers[0])
            case "J":
                return replace(state, cap=int(numbers[0]))
            case "j":
                return replace(state, join=int(numbers[0]))
            case "M":
                return replace(state, miter=numbers[0])
            case "d":
                return replace(state, dashes=" ".join(numbers[:-1]), dash_offset=numbers[-1])
            case "cm":
                a, b, c, d, e, f = map(float, numbers)
                return replace(state, matrix=geometry.multiply(state.matrix, (a, b, c, d, e, f)))
        return state

    def _colour(self, numbers: list[str]) -> str:
        if self.in_one_ink:
            return CURRENT
        channels = [float(number) for number in numbers]
        red, green, blue = channels if len(channels) == 3 else channels * 3
        return to_hex(red, green, blue)

    def _painted(self, path: list[str], operator: str, state: _State) -> str:
        said = [f'd="{"".join(path)}"', *_placed(state)]
        if operator == "S":
            said.append('fill="none"')
        else:
            said.append(f'fill="{self._paint(state.fill, state)}"')
            said += ['fill-rule="evenodd"'] if operator.endswith("*") else []
        if operator[0] in "SB":
            said += [f'stroke="{self._paint(state.stroke, state)}"', *_pen(state)]
        return f"<path {' '.join(said)}/>"

    def _paint(self, paint: str, state: _State) -> str:
        """A colour, or a ramp that is defined for this use: in the units of what it paints."""
        if not paint.startswith("/"):
            return paint
        ramp = dict(self._resources.ramps)[paint[1:]]
        name = self._name()
        self.defined.append(_gradient(name, ramp, geometry.inverse(state.matrix)))
        return f"url(#{name})"

    def _clip(self, path: list[str], rule: str, state: _State) -> str:
        name = self._name()
        shape = " ".join([f'd="{"".join(path)}"', *_placed(state), f'clip-rule="{rule}"'])
        self.defined.append(f'<clipPath id="{name}"><path {shape}/></clipPath>')
        return f'<g clip-path="url(#{name})">'

    def _see_through(self, named: str) -> str:
        state: SeeThrough = dict(self._resources.states)[named[1:]]
        share = f' opacity="{_number(state.share)}"' if state.share < 1 else ""
        if not state.mask:
            return f"<g{share}>"
        name, kind = self._name(), ' mask-type="alpha"' if state.is_alpha else ""
        frame = f'width="{_number(self.drawing.width)}" height="{_number(self.drawing.height)}"'
        layer = self.written(dict(self._resources.layers)[state.mask])
        self.defined.append(f'<mask id="{name}" maskUnits="userSpaceOnUse" x="0" y="0" {frame}{kind}>{layer}</mask>')
        return f'<g mask="url(#{name})"{share}>'

    def _name(self) -> str:
        self._named += 1
        return f"{PREFIX}{self._named}"


def _parted(line: str) -> Iterator[tuple[list[str], str]]:
    """The operators of a line, each with what stands before it; names of resources keep their slash but for `Do`."""
    numbers: list[str] = []
    for word in line.replace("[", " ").replace("]", " ").split():
        if word.startswith("/"):
            numbers.append(word)
        elif word[0].isalpha():
            yield [each[1:] for each in numbers] if word == "Do" else numbers, word
            numbers = []
        else:
            numbers.append(word)


def _segment(operator: str, numbers: list[str]) -> str:
    if operator == "re":
        x, y, w, h = numbers
        return f"M{x} {y}h{w}v{h}h{_number(-float(w))}Z"
    return _PATHS[operator] + " ".join(numbers)


def _placed(state: _State) -> list[str]:
    if state.matrix == IDENTITY:
        return []
    return [f'transform="matrix({" ".join(map(_long, state.matrix))})"']


def _pen(state: _State) -> Iterator[str]:
    yield f'stroke-width="{state.width}"'
    if state.cap:
        yield f'stroke-linecap="{_CAPS[state.cap]}"'
    if state.join:
        yield f'stroke-linejoin="{_JOINS[state.join]}"'
    else:
        yield f'stroke-miterlimit="{state.miter}"'
    if state.dashes:
        yield f'stroke-dasharray="{state.dashes}" stroke-dashoffset="{state.dash_offset}"'


def _gradient(name: str, ramp: Ramp, back: Transform) -> str:
    """A linear gradient from four coordinates, a radial one from six; `back` leads to the units of what it paints."""
    a, b, c, d, e, f = ramp.matrix
    moved = " ".join(map(_long, geometry.multiply(back, (a, b, c, d, e, f))))
    kind, names = _KINDS[len(ramp.coordinates)]
    places = " ".join(f'{key}="{_long(value)}"' for key, value in zip(names.split(), ramp.coordinates, strict=True))
    stops = "".join(
        f'<stop offset="{_number(offset)}" stop-color="{to_hex(*colour)}"/>' for offset, colour in ramp.stops
    )
    return (
        f'<{kind} id="{name}" gradientUnits="userSpaceOnUse" {places} gradientTransform="matrix({moved})">'
        f"{stops}</{kind}>"
    )


def _number(value: float) -> str:
    return geometry.plain(value)


def _long(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"
