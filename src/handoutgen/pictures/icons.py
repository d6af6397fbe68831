"""An icon's name and a colour → a `plan.Drawing`, from the compiled set."""

from __future__ import annotations

import json
from typing import cast

from handoutgen import bounds
from handoutgen.design import iconset
from handoutgen.design.colour import NAMES, parse
from handoutgen.memory import Once, remembered
from handoutgen.pictures.geometry import plain
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.named_colours import operators_of

GRID = 48.0
"""Every icon is drawn on a square of this many units."""


@remembered(bounds.ICONS)
def load_icon(name: str, colour: str) -> Drawing:
    """The icon in one flat colour ("#rrggbb", or a name of `BY_NAME`); KeyError for a name that is not in the set."""
    operators = _compiled()[name]
    return Drawing(GRID, GRID, f"q\n{_set(colour)}\n{operators}\nQ")


def _set(colour: str) -> str:
    if colour in NAMES:
        return " ".join(operators_of(colour))
    channels = " ".join(map(plain, parse(colour)))
    return f"{channels} rg {channels} RG"


@Once
def _compiled() -> dict[str, str]:
    """The installed set; it does not change while the program runs."""
    return cast(dict[str, str], json.loads(iconset.COMPILED.read_text(encoding="utf-8")))
