"""A page's content stream turned into what is on the paper and to whom it belongs.

Every painting operator becomes a `Text` or an `Inked` inside a `MarkedContent`, with its box in the page's own
coordinates; what breaks the rules of marking (ISO 32000-1 14.6, PDF/UA-1 7.1) becomes a problem in words.
"""

from __future__ import annotations

import math
import re
from binascii import unhexlify
from collections.abc import Mapping
from dataclasses import dataclass, field

from handoutgen.pdf.readfont import ReadFont

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_OPERATION = re.compile(
    # a whole path and what is done with it ...
    rb"((?:(?:[-+.\d]++\s++)*+(?:[mlcvyh]|re)\s++)++)(f\*?|F|S|s|B\*?|b\*?|n|W\*?)(?![A-Za-z*])\s*+|"
    # ... or one operator with its operands
    rb"((?:(?:[-+.\d]++|/[^\s<>\[\](){}/%]*+|<<(?:[^<>]++|<[^<>]*>)*+>>|\[(?:[^\]()]++|\((?:[^()\\]|\\.)*\))*+\]"
    rb"|<[0-9A-Fa-f\s]*+>|\((?:[^()\\]|\\.)*+\))\s*+)*+)([A-Za-z'\"][A-Za-z0-9*]*+)?\s*+",
    re.DOTALL,
)
_STEP = re.compile(rb"([-+.\d\s]*)(re|[mlcvyh])\s")
_NO_LETTERS = b"mlcvyhre"
_MCID = re.compile(rb"/MCID\s+(\d+)")
_ASCENT, _DESCENT = 0.7, 0.22
"""A line of text as a box around its baseline, in ems: cap height and descender, near enough for a margin."""


@dataclass(slots=True)
class Text:
    """Text shown in one go: its codes and font, the size on paper, where its baseline starts and its box."""

    codes: str
    font: ReadFont
    size: float
    x: float
    y: float
    box: Box
    colour: tuple[float, ...]

    @property
    def said(self) -> str:
        """The characters, in reading order."""
        return self.font.text(self.codes)


@dataclass(slots=True)
class Inked:
    """A painted path or picture: its box (of the path's points, curves' handles included) and the path."""

    box: Box
    path: bytes
    matrix: Matrix
    pen: float

    def exact_box(self) -> Box:
        """The box with curves taken point by point, for those whose handles stick out."""
        return _widened(_transformed(_box_of(_points_one_by_one(self.path, curves=True)), self.matrix), self.pen)


@dataclass(slots=True)
class MarkedContent:
    """One marked-content sequence, or None-tagged content outside of any."""

    tag: str
    mcid: int | None
    texts: list[Text] = field(default_factory=list)
    inked: list[Inked] = field(default_factory=list)


@dataclass(slots=True)
class PageContent:
    """All marks of a page in painting order, and what is wrong with them."""

    marks: list[MarkedContent] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """The part of the graphics state that matters here."""

    matrix: Matrix = IDENTITY
    font: str = ""
    size: float = 0.0
    line_width: float = 1.0
    fill: tuple[float, ...] = (0.0,)
    clip: Box | None = None

    def copy(self) -> _State:
        return _State(self.matrix, self.font, self.size, self.line_width, self.fill, self.clip)


class ContentReader:
    """Reads one content stream; `fonts` are the page's fonts by resource name (with slash)."""

    def __init__(self, fonts: Mapping[str, ReadFont]) -> None:
        self._fonts = fonts
        self._page = PageContent()
        self._state = _State()
        self._saved: list[_State] = []
        self._open: list[MarkedContent] = []
        self._loose: MarkedContent | None = None
        self._path = b""
        self._clipping = False
        self._text = self._line = IDENTITY
        self._in_text = False
        self._continues = False
        """Whether what is shown next follows right behind: raised signs part a run into several operators."""
        self._mark_depths: list[tuple[bool, int]] = []

    def read(self, content: bytes) -> PageContent:
        """What the stream paints."""
        handlers = _HANDLERS
        for path, act, operands, operator in _OPERATION.findall(content):
            if path:
                self._path = path
                handlers[act](self, b"")
            elif operator in handlers:
                handlers[operator](self, operands)
            elif operator or operands:
                self._problem(f"the operator {(operator or operands)[:20].decode('latin-1')} is not expected")
        if self._open:
            self._problem("a mark is never closed (EMC is missing)")
        if self._in_text or self._saved:
            self._problem("a text object or a saved state is never closed")
        return self._page

    def _problem(self, words: str) -> None:
        if words not in self._page.problems:
            self._page.problems.append(words)

    # -- marks -------------------------------------------------------------------------------------------------------

    def _begin_mark(self, operands: bytes) -> None:
        self._continues = False
        found = _MCID.search(operands)
        tag = operands.split(b"<<")[0].split()[0].decode("latin-1")[1:]
        mark = MarkedContent(tag, int(found[1]) if found else None)
        if self._open:
            self._problem(f"a mark /{tag} stands inside a mark /{self._open[-1].tag}")
        if tag != "Artifact" and mark.mcid is None:
            self._problem(f"a mark /{tag} has no MCID")
        self._page.marks.append(mark)
        self._open.append(mark)
        self._mark_depths.append((self._in_text, len(self._saved)))

    def _end_mark(self, operands: bytes) -> None:
        if not self._open:
            self._problem("a mark is closed that was never opened (EMC without BDC)")
            return
        self._open.pop()
        if self._mark_depths.pop() != (self._in_text, len(self._saved)):
            self._problem("a mark straddles the edge of a text object or a saved state")

    def _mark(self) -> MarkedContent:
        """The mark that what is painted now belongs to."""
        if self._open:
            return self._open[-1]
        self._problem("something is painted outside of any mark")
        if self._loose is None:
            self._loose = MarkedContent("", None)
            self._page.marks.append(self._loose)
        return self._loose

    # -- graphics state ----------------------------------------------------------------------------------------------

    def _save(self, operands: bytes) -> None:
        self._saved.append(self._state.copy())

    def _restore(self, operands: bytes) -> None:
        if not self._saved:
            self._problem("a state is restored that was never saved (Q without q)")
            return
        self._state = self._saved.pop()

    def _concatenate(self, operands: bytes) -> None:
        self._state.matrix = _product(_matrix(operands), self._state.matrix)

    def _set_line_width(self, operands: bytes) -> None:
        self._state.line_width = float(operands)

    def _set_fill(self, operands: bytes) -> None:
        self._state.fill = tuple(map(float, operands.split()))

    def _ignore(self, operands: bytes) -> None:
        """Operators that neither paint nor move anything."""

    # -- text --------------------------------------------------------------------------------------------------------

    def _begin_text(self, operands: bytes) -> None:
        if self._in_text:
            self._problem("a text object stands inside another (BT without ET)")
        self._in_text = True
        self._text = self._line = IDENTITY

    def _end_text(self, operands: bytes) -> None:
        self._in_text = False

    def _set_font(self, operands: bytes) -> None:
        self._continues = False
        name, size = operands.split()
        self._state.font, self._state.size = name.decode("latin-1"), float(size)

    def _move(self, operands: bytes) -> None:
        self._continues = False
        x, y = map(float, operands.split())
        a, b, c, d, e, f = self._line
        self._text = self._line = (a, b, c, d, e + x * a + y * c, f + x * b + y * d)

    def _set_matrix(self, operands: bytes) -> None:
        self._continues = False
        self._text = self._line = _matrix(operands)

    def _show(self, operands: bytes) -> None:
        state = self._state
        font = self._fonts.get(state.font)
        if not self._in_text or font is None:
            self._problem("text is shown outside of a text object or without a font")
            return
        parts = operands.replace(b">", b"<").split(b"<")  # [ codes kern codes kern ... codes ]
        text = unhexlify(b"".join(parts[1::2])).decode("utf-16-be", "surrogatepass")
        width = font.width(text) - sum(map(float, filter(None, map(bytes.strip, parts[2:-1:2]))))
        whole = self._text if state.matrix is IDENTITY else _product(self._text, state.matrix)
        scale = _scale(whole)
        a, b, c, d, e, f = self._text
        shift = width * state.size / 1000
        self._text = (a, b, c, d, e + shift * a, f + shift * b)
        start, end = font.inked_span(text, width)
        em = state.size / 1000
        box = (start * em, -_DESCENT * state.size, end * em, _ASCENT * state.size)
        box = _transformed(box, whole)
        texts = self._mark().texts
        if self._continues and texts:
            last = texts[-1]
            last.codes += text
            last.box = _union(last.box, box)
        else:
            texts.append(Text(text, font, state.size * scale, whole[4], whole[5], box, state.fill))
        self._continues = True

    # -- paths and pictures ------------------------------------------------------------------------------------------

    def _clip(self, operands: bytes) -> None:
        self._clipping = True

    def _paint(self, operands: bytes, stroked: bool) -> None:
        state = self._state
        if self._path:
            pen = state.line_width / 2 * _scale(state.matrix) if stroked else 0.0
            box = _widened(_transformed(_box_of(_points(self._path)), state.matrix), pen)
            if state.clip:
                box = _intersection(box, state.clip)
            self._mark().inked.append(Inked(box, self._path, state.matrix, pen))
        self._end_path(operands)

    def _fill_path(self, operands: bytes) -> None:
        self._paint(operands, False)

    def _stroke_path(self, operands: bytes) -> None:
        self._paint(operands, True)

    def _end_path(self, operands: bytes) -> None:
        if self._clipping and self._path:
            box = _transformed(_box_of(_points(self._path)), self._state.matrix)
            self._state.clip = _intersection(box, self._state.clip) if self._state.clip else box
        self._path, self._clipping = b"", False

    def _picture(self, operands: bytes) -> None:
        square = b"0 0 1 1 re "
        box = _transformed((0.0, 0.0, 1.0, 1.0), self._state.matrix)
        self._mark().inked.append(Inked(box, square, self._state.matrix, 0.0))


_HANDLERS = {
    b"BDC": ContentReader._begin_mark,
    b"BMC": ContentReader._begin_mark,
    b"EMC": ContentReader._end_mark,
    b"q": ContentReader._save,
    b"Q": ContentReader._restore,
    b"cm": ContentReader._concatenate,
    b"w": ContentReader._set_line_width,
    b"g": ContentReader._set_fill,
    b"rg": ContentReader._set_fill,
    b"BT": ContentReader._begin_text,
    b"ET": ContentReader._end_text,
    b"Tf": ContentReader._set_font,
    b"Td": ContentReader._move,
    b"Tm": ContentReader._set_matrix,
    b"TJ": ContentReader._show,
    b"Tj": ContentReader._show,
    b"W": ContentReader._clip,
    b"W*": ContentReader._clip,
    b"n": ContentReader._end_path,
    b"Do": ContentReader._picture,
    **dict.fromkeys((b"f", b"f*", b"F"), ContentReader._fill_path),
    **dict.fromkeys((b"S", b"s", b"B", b"B*", b"b", b"b*"), ContentReader._stroke_path),
    **dict.fromkeys((b"G", b"RG", b"J", b"j", b"M", b"d", b"ri", b"i", b"Ts"), ContentReader._ignore),
}


def _matrix(operands: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f


def _product(m: Matrix, n: Matrix) -> Matrix:
    """m first, then n."""
    a, b, c, d, e, f = m
    g, h, i, j, k, o = n
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + o


def _scale(matrix: Matrix) -> float:
    """The smaller of the two scales: what a size in text space is at least on paper."""
    a, b, c, d, _, _ = matrix
    if not b and not c:
        return min(abs(a), abs(d))
    return min(math.hypot(a, b), math.hypot(c, d))


def _transformed(box: Box, matrix: Matrix) -> Box:
    """The upright box around a transformed one."""
    a, b, c, d, e, f = matrix
    left, bottom, right, top = box
    if a > 0 and d > 0 and not b and not c:
        return a * left + e, d * bottom + f, a * right + e, d * top + f
    xs = (a * left + e, a * right + e)
    ys = (d * bottom + f, d * top + f)
    if b or c:
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        xs = tuple(a * x + c * y + e for x, y in corners)  # type: ignore[assignment]
        ys = tuple(b * x + d * y + f for x, y in corners)  # type: ignore[assignment]
    return min(xs), min(ys), max(xs), max(ys)


def _widened(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _union(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _intersection(a: Box, b: Box) -> Box:
    left, bottom = max(a[0], b[0]), max(a[1], b[1])
    return left, bottom, max(left, min(a[2], b[2])), max(bottom, min(a[3], b[3]))


def _box_of(points: tuple[list[float], list[float]]) -> Box:
    xs, ys = points
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


def _points(path: bytes) -> tuple[list[float], list[float]]:
    """The x and y of all points of a path, the handles of its curves included."""
    if b"re" in path:
        return _points_one_by_one(path, curves=False)
    values = list(map(float, path.translate(None, _NO_LETTERS).split()))
    return values[0::2], values[1::2]


def _points_one_by_one(path: bytes, curves: bool) -> tuple[list[float], list[float]]:
    """The same, step by step; with `curves`, points on the curves stand in for their handles."""
    xs: list[float] = []
    ys: list[float] = []
    for operands, operator in _STEP.findall(path):
        values = list(map(float, operands.split()))
        if operator == b"re":
            values[2:] = [values[0] + values[2], values[1] + values[3]]
        elif curves and len(values) > 2:
            start, end = [xs[-1], ys[-1]], values[-2:]
            values = [*(start if operator == b"v" else []), *values, *(end if operator == b"y" else [])]
            across, up = _on_curve(start[0], *values[0::2]), _on_curve(start[1], *values[1::2])
            values = [value for pair in zip(across, up, strict=True) for value in pair]
        xs += values[0::2]
        ys += values[1::2]
    return xs, ys


def _on_curve(a: float, b: float, c: float, d: float) -> list[float]:
    """Sixteen steps along one coordinate of a Bézier curve."""
    steps = [i / 16 for i in range(17)]
    return [a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3 for t in steps]
