"""The icon set's SVG files → `icons.json`: their PDF operators without colour, so that a build parses no SVG for them.

Run after adding an icon: `python tools/compile_icons.py`.
"""

from __future__ import annotations

import json

from handoutgen.design import iconset
from handoutgen.pictures.icons import GRID
from handoutgen.pictures.svg import load_drawing

_BLACK = ("0 0 0 rg\n", "0 0 0 RG\n")


def compiled() -> str:
    """The text of `icons.json`: one line for each icon, so that a change is seen where it is."""
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(_operators(name))}" for name in iconset.icon_names())
    return "{\n" + rows + "\n}\n"


def _operators(name: str) -> str:
    drawing = load_drawing(iconset.icon_path(name), recolour="#000000")
    if (drawing.width, drawing.height) != (GRID, GRID):
        raise ValueError(f"{name} is not on the {GRID} unit grid")
    operators = drawing.operators.removeprefix("q\n").removesuffix("\nQ")
    for colour in _BLACK:
        operators = operators.replace(colour, "")
    if "rg" in operators.lower():
        raise ValueError(f"{name} has more than one colour")
    return operators


if __name__ == "__main__":
    iconset.COMPILED.write_text(compiled(), encoding="utf-8", newline="\n")
