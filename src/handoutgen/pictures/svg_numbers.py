"""Numbers, lengths, transforms and path data as SVG writes them → floats, matrices and segments.

Browsers draw a broken path up to its first mistake. On paper that would be half a figure that nobody notices, so here
a mistake is a `PictureProblem`.
"""

from __future__ import annotations

import re
from math import cos, radians, sin, tan

from handoutgen.pictures import geometry
from handoutgen.pictures.geometry import IDENTITY, Segment, Transform
from handoutgen.pictures.problem import NO_SHAPE, TOO_BIG, PictureProblem

LARGEST = 1e6
"""Coordinates beyond this make no sense on paper and would lose their decimals in PDF."""
MOST_DIGITS = 60
MOST_SEGMENTS = 100_000

_NUMBER = re.compile(r"[\s,]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)")
_FLAG = re.compile(r"[\s,]*([01])")
_COMMAND = re.compile(r"[\s,]*([MmLlHhVvCcSsQqTtAaZz])")
_LENGTH = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(px|pt|pc|mm|cm|in)?")
_TRANSFORM = re.compile(r"[\s,]*(matrix|translate[XY]?|scale|rotate|skewX|skewY)\s*\(([^()]*)\)\s*,?\s*")
_CSS_UNIT = re.compile(r"(\d\.?)(?:px|deg)\b")
_UNITS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, None: 1.0}
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def nonsense(what: str, value: str, line: int) -> PictureProblem:
    """The problem of a value that is not what it should be."""
    shown = value.strip()
    shown = shown if len(shown) <= 40 else shown[:37] + "…"
    return PictureProblem(
        NO_SHAPE, f'the drawing has a {what} that makes no sense: "{shown}"',
        "open it in a drawing program and save it again", line,
    )  # fmt: skip


def too_many_segments(line: int) -> PictureProblem:
    """The problem of a drawing that no printer needs so fine."""
    return PictureProblem(
        TOO_BIG, f"the drawing has more than {MOST_SEGMENTS} lines and curves",
        "simplify its paths, or save it as a PNG picture", line,
    )  # fmt: skip


def number(text: str, what: str, line: int) -> float:
    """One finite number of a sensible size."""
    match = _NUMBER.fullmatch(text.strip())
    return _sensible(match[1] if match else "", text, what, line)


def numbers(text: str, what: str, line: int) -> list[float]:
    """Numbers with commas or spaces between them."""
    found, at = [], 0
    text = text.strip()
    while at < len(text):
        match = _NUMBER.match(text, at)
        if not match:
            raise nonsense(what, text[at:], line)
        found.append(_sensible(match[1], match[0], what, line))
        at = match.end()
    return found


def length(text: str, what: str, line: int, whole: float | None = None) -> float:
    """A length in user units; absolute units count 96 to the inch (CSS), a percentage is of the `whole`. Em is not
    known here: a drawing has no letters."""
    if whole is not None and text.strip().endswith("%"):
        return number(text.strip()[:-1], what, line) * whole / 100
    match = _LENGTH.fullmatch(text.strip())
    if not match:
        raise nonsense(what, text, line)
    return _sensible(match[1], text, what, line) * _UNITS[match[2]]


def _sensible(digits: str, text: str, what: str, line: int) -> float:
    if not digits or len(digits) > MOST_DIGITS or not abs(float(digits)) <= LARGEST:
        raise nonsense(what, text, line)
    return float(digits)


def matrix(text: str, line: int) -> Transform:
    """A transform, as an attribute or a CSS property, as one matrix."""
    result, at = IDENTITY, 0
    text = "" if text.strip() == "none" else _CSS_UNIT.sub(r"\1", text.strip())
    while at < len(text):
        match = _TRANSFORM.match(text, at)
        if not match:
            raise nonsense("transform", text[at:], line)
        step = _step(match[1], numbers(match[2], "transform", line))
        if step is None:
            raise nonsense("transform", match[0], line)
        result = geometry.multiply(result, step)
        at = match.end()
    return result


def _step(name: str, values: list[float]) -> Transform | None:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) <= 1:
            return (1, 0, 0, 1, x, rest[0] if rest else 0)
        case "translateX", [x]:
            return (1, 0, 0, 1, x, 0)
        case "translateY", [y]:
            return (1, 0, 0, 1, 0, y)
        case "scale", [x, *rest] if len(rest) <= 1:
            return (x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", [turn]:
            return (cos(radians(turn)), sin(radians(turn)), -sin(radians(turn)), cos(radians(turn)), 0, 0)
        case "rotate", [turn, x, y]:
            about = geometry.multiply((1, 0, 0, 1, x, y), _step("rotate", [turn]) or IDENTITY)
            return geometry.multiply(about, (1, 0, 0, 1, -x, -y))
        case "skewX", [turn]:
            return (1, 0, tan(radians(turn)), 1, 0, 0)
        case "skewY", [turn]:
            return (1, tan(radians(turn)), 0, 1, 0, 0)
    return None


def path_segments(text: str, line: int) -> list[Segment]:
    """Path data (SVG 1.1 8.3) as absolute segments."""
    pen = _Pen()
    at, command = 0, ""
    text = text.rstrip()
    while at < len(text):
        match = _COMMAND.match(text, at)
        if match:
            command, at = match[1], match.end()
        elif not command or command in "Zz":
            raise nonsense("path", text[at:], line)
        if not pen.segments and command not in "Mm":
            raise nonsense("path", text, line)
        values, at = _arguments(text, at, command.upper(), line)
        pen.draw(command, values)
        if len(pen.segments) > MOST_SEGMENTS:
            raise too_many_segments(line)
        command = {"M": "L", "m": "l"}.get(command, command)
    return pen.segments


def _arguments(text: str, at: int, command: str, line: int) -> tuple[list[float], int]:
    values = []
    for index in range(_ARGUMENTS[command]):
        pattern = _FLAG if command == "A" and index in (3, 4) else _NUMBER
        match = pattern.match(text, at)
        if not match:
            raise nonsense("path", text[at:] or text[-20:], line)
        values.append(_sensible(match[1], match[0], "path", line))
        at = match.end()
    return values, at


class _Pen:
    """Turns commands into segments; remembers where it is, where the subpath began, and the last control point."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.control: tuple[str, float, float] | None = None
        """The curve family (C or Q) of the last command, and its last control point, for S and T to mirror."""

    def draw(self, command: str, values: list[float]) -> None:
        name = command.upper()
        if command != name:
            values = self._absolute(name, values)
        if name != "M" and self.segments[-1][0] == "Z":
            self.segments.append(("M", (self.x, self.y)))
        control: tuple[str, float, float] | None = None
        match name:
            case "M":
                self.start_x, self.start_y = values
                self.segments.append(("M", (values[0], values[1])))
            case "L":
                self.segments.append(("L", (values[0], values[1])))
            case "H":
                self.segments.append(("L", (values[0], self.y)))
            case "V":
                self.segments.append(("L", (self.x, values[0])))
            case "C" | "S":
                first = values[:-4] or self._mirrored("C")
                self.segments.append(("C", (*first, *values[-4:])))
                control = ("C", *values[-4:-2])  # type: ignore[assignment]
            case "Q" | "T":
                px, py = values[:-2] or self._mirrored("Q")
                self.segments.append(self._quadratic(px, py, *values[-2:]))
                control = ("Q", px, py)
            case "A":
                rx, ry, turn, large, sweep, to_x, to_y = values
                self.segments += geometry.arc(self.x, self.y, rx, ry, turn, bool(large), bool(sweep), to_x, to_y)
            case "Z":
                self.segments.append(("Z", ()))
        self.control = control
        self._move_on()

    def _move_on(self) -> None:
        operator, numbers_ = self.segments[-1]
        self.x, self.y = (self.start_x, self.start_y) if operator == "Z" else numbers_[-2:]

    def _absolute(self, name: str, values: list[float]) -> list[float]:
        if name == "A":
            return [*values[:5], values[5] + self.x, values[6] + self.y]
        if name == "V":
            return [values[0] + self.y]
        return [value + (self.y if index % 2 else self.x) for index, value in enumerate(values)]

    def _mirrored(self, family: str) -> list[float]:
        if self.control is None or self.control[0] != family:
            return [self.x, self.y]
        return [2 * self.x - self.control[1], 2 * self.y - self.control[2]]

    def _quadratic(self, px: float, py: float, x: float, y: float) -> Segment:
        """A quadratic curve raised to a cubic one."""
        return (
            "C",
            (self.x + 2 / 3 * (px - self.x), self.y + 2 / 3 * (py - self.y),
             x + 2 / 3 * (px - x), y + 2 / 3 * (py - y), x, y),
        )  # fmt: skip
