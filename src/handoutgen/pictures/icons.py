"""An icon's name and a colour → a `plan.Drawing`, from the compiled set."""

from __future__ import annotations

import json
from typing import cast

from handoutgen import bounds
from handoutgen.design import iconset
from handoutgen.memory import Once, remembered
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.named_colours import setting_of

GRID = 48.0
"""Every icon is drawn on a square of this many units."""


@remembered(bounds.ICONS)
def load_icon(name: str, colour: str) -> Drawing:
    """The icon in one flat colour ("#rrggbb", or a name of `BY_NAME`); KeyError for a name that is not in the set."""
    operators = _compiled()[name]
    return Drawing(GRID, GRID, f"q\n{' '.join(setting_of(colour))}\n{operators}\nQ")


@Once
def _compiled() -> dict[str, str]:
    """The installed set; it does not change while the program runs."""
    return cast(dict[str, str], json.loads(iconset.COMPILED.read_text(encoding="utf-8")))
