"""Values turned into the shortest PDF notation that always comes out the same (ISO 32000-1 7.3)."""

from __future__ import annotations

from collections.abc import Iterable

from handoutgen.pdf.writing.number import pdf_number

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def numbers(*values: float) -> str:
    """Numbers with spaces between them."""
    return " ".join([pdf_number(value) for value in values])


def rectangle(left: float, bottom: float, right: float, top: float) -> str:
    """A rectangle array (ISO 32000-1 7.9.5)."""
    return f"[{numbers(left, bottom, right, top)}]"


def text_string(text: str) -> str:
    """A text string (ISO 32000-1 7.9.2.2): as it stands when printable ASCII, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def array(items: Iterable[str]) -> str:
    """An array of ready-made items."""
    return f"[{' '.join(items)}]"


def colour_operands(colour: str) -> tuple[str, bool]:
    """A colour "#rrggbb" as operands and whether it is a grey: ("0", True) is pure black, which prints with black ink
    alone. Greys are allowed beside an RGB output intent (PDF/A-2 6.2.4.3)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    if red == green == blue:
        return pdf_number(red / 255), True
    return numbers(red / 255, green / 255, blue / 255), False
