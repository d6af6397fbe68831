"""Values turned into the shortest PDF notation that always comes out the same (ISO 32000-1 7.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handoutgen import bounds
from handoutgen.memory import remembered
from handoutgen.pdf.writing.number import pdf_number
from handoutgen.pictures.named_colours import operators_of

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def numbers(*values: float) -> str:
    """Numbers with spaces between them."""
    return " ".join([pdf_number(value) for value in values])


@remembered(bounds.RECTANGLES)
def rectangle(left: float, bottom: float, right: float, top: float) -> str:
    """A rectangle array (ISO 32000-1 7.9.5)."""
    return f"[{numbers(left, bottom, right, top)}]"


def text_string(text: str) -> str:
    """A text string (ISO 32000-1 7.9.2.2): as it stands when printable ASCII, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        is_plain = "(" not in text and ")" not in text and "\\" not in text  # mostly, and translating takes long
        return f"({text})" if is_plain else f"({text.translate(_ESCAPES)})"
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def array(items: Iterable[str]) -> str:
    """An array of ready-made items."""
    return f"[{' '.join(items)}]"


def colour_operators(colour: str) -> tuple[str, str]:
    """The operators that set a colour, "#rrggbb" or a name of `BY_NAME`, for filling and for stroking."""
    if not colour.startswith("#"):
        return operators_of(colour)
    operands, is_grey = colour_operands(colour)
    return (f"{operands} g", f"{operands} G") if is_grey else (f"{operands} rg", f"{operands} RG")


def colour_space(colours: Sequence[str]) -> str:
    """The colours ("#rrggbb") that pages name, as a colour space (ISO 32000-1 8.6.6.3): over grey where all are, so
    that those print with black ink alone."""
    channels = bytes.fromhex("".join(colour[1:] for colour in colours))
    is_grey = channels[0::3] == channels[1::3] == channels[2::3]
    table = channels[0::3] if is_grey else channels
    return f"[/Indexed/Device{'Gray' if is_grey else 'RGB'} {len(colours) - 1}<{table.hex().upper()}>]"


def colour_operands(colour: str) -> tuple[str, bool]:
    """A colour "#rrggbb" as operands and whether it is a grey: ("0", True) is pure black, which prints with black ink
    alone. Greys are allowed beside an RGB output intent (PDF/A-2 6.2.4.3)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    if red == green == blue:
        return pdf_number(red / 255), True
    return numbers(red / 255, green / 255, blue / 255), False
