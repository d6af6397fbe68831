"""Places to write turned into fields that are filled in on a screen (ISO 32000-1 12.7).

Field and widget are one object. What a field shows is in its appearance: nothing, or the lines to write on by hand,
until somebody fills it in and a reader puts what was typed in their place (12.7.3.3). So the paper looks as it does
without fields, and no reader has to make up what it shows (NeedAppearances is forbidden by PDF/A-2 6.4.1). There are no
actions: what is typed leads nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handoutgen.errors import InternalError
from handoutgen.pdf.writing.fonts import FontEmbedder
from handoutgen.pdf.writing.number import pdf_number
from handoutgen.pdf.writing.reportlab_seam import ArchivalDocument, stream
from handoutgen.pdf.writing.reuse import DrawnBox
from handoutgen.pdf.writing.syntax import colour_operands, numbers, rectangle, text_string
from handoutgen.plan.element import Field, Ruling, Typed

_MULTILINE, _NO_SCROLLING = 1 << 12, 1 << 23
"""Flags of a text field (ISO 32000-1 table 228). Without scrolling it takes no more than can be seen, and printed."""
_TICK = ((0.24, 0.52), (0.42, 0.28), (0.78, 0.78))
"""The corners of a tick, in shares of its box."""
_TICK_STROKE = 0.09
"""How thick it is, in shares of the box."""


class FieldWriter:
    """The fields of one document. Ask for each `widget`, then for the whole `form`."""

    def __init__(self, document: ArchivalDocument, fonts: FontEmbedder, *, is_rtl: bool) -> None:
        self._document = document
        self._fonts = fonts
        self._is_rtl = is_rtl
        self._references: list[str] = []
        self._names: Counter[str] = Counter()
        self._appearances: dict[tuple[str, float, float], str] = {}

    def widget(self, reference: str, field: Field, box: DrawnBox, place: str, *, goes_on: bool = False) -> str:
        """A field's object, to be stored under `reference`; `place` says on which page it is and what leads to its
        Form (PDF/UA-1 7.18.4). The last line of one that `goes_on` on another page is its own."""
        if field.typed is None:
            raise InternalError(f"a place to write on paper has a field: {field.about!r}")
        self._references.append(reference)
        width, height = round(box[2] - box[0], 2), round(box[3] - box[1], 2)
        if field.kind == "tick":
            kind = self._check_box(field.typed, width, height)
        else:
            kind = self._text(field.typed, width, height, goes_on)
        return (
            f"<</Type/Annot/Subtype/Widget/Rect{rectangle(*box)}/F 4{place}"
            f"/T{text_string(self._name(field.about))}/TU{text_string(field.about)}"
            f"{kind}>>"
        )

    def form(self) -> str | None:
        """The catalog's AcroForm, if there are fields."""
        if not self._references:
            return None
        return f"<</Fields[{' '.join(self._references)}]/DR<</Font{self._fonts.whole_fonts()}>>>>"

    def _name(self, about: str) -> str:
        """What a program calls a field: its words without the dots that part names (12.7.3.2), each once in a file."""
        name = about.replace(".", " ").strip()
        self._names[name] += 1
        while self._names[name] > 1:
            name = f"{name} ({self._names[name]})"
            self._names[name] += 1
        return name

    def _text(self, typed: Typed, width: float, height: float, goes_on: bool) -> str:
        flags = _NO_SCROLLING | (_MULTILINE if typed.many_lines else 0)
        colour, is_grey = colour_operands(typed.colour)
        font = f"/{self._fonts.whole(typed.face)} {pdf_number(typed.size)} Tf {colour} {'g' if is_grey else 'rg'}"
        lines = "".join(_lines(typed.ruling, width, height, goes_on)) if typed.ruling else ""
        empty = self._appearance(f"/Tx BMC\n{lines}EMC", width, height)
        return f"/FT/Tx/Ff {flags}/DA({font}){'/Q 2' if self._is_rtl else ''}/AP<</N {empty}>>"

    def _check_box(self, typed: Typed, width: float, height: float) -> str:
        """Its box is on the page; the tick alone comes and goes (12.7.4.2.3)."""
        ticked = self._appearance(_tick(typed.colour, width, height), width, height)
        return f"/FT/Btn/V/Off/AS/Off/AP<</N<</Off {self._appearance('', width, height)}/Yes {ticked}>>>>"

    def _appearance(self, operators: str, width: float, height: float) -> str:
        """A form XObject (12.5.5), one for all fields that look alike."""
        key = operators, width, height
        if key not in self._appearances:
            entries = f"/Type/XObject/Subtype/Form/BBox{rectangle(0, 0, width, height)}/Resources<<>>"
            content = stream(f"{operators}\n".encode("ascii"), entries, compressed=False)
            self._appearances[key] = self._document.add(content).reference
        return self._appearances[key]


def _lines(ruling: Ruling, width: float, height: float, goes_on: bool) -> Iterator[str]:
    """The lines of a field from the upper one; that on its foot is on the page, unless the field `goes_on`."""
    operands, is_grey = colour_operands(ruling.colour)
    pen = f"q {pdf_number(ruling.thickness)} w {operands} {'G' if is_grey else 'RG'}"
    count = round(height / ruling.pitch)
    for number in range(1, count + goes_on):
        y = max(ruling.thickness / 2, height - number * ruling.pitch)
        yield f"{pen} {numbers(0, y)} m {numbers(width, y)} l S Q\n"


def _tick(colour: str, width: float, height: float) -> str:
    side = min(width, height)
    start, turn, end = [numbers(x * width, y * height) for x, y in _TICK]
    operands, is_grey = colour_operands(colour)
    pen = f"{numbers(_TICK_STROKE * side)} w 1 J 1 j {operands} {'G' if is_grey else 'RG'}"
    return f"q {pen} {start} m {turn} l {end} l S Q"
