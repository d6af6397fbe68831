"""The best way to lay a leaflet out is sought once for all clinics whose own parts are of one shape.

Ways are told apart by heights alone (`flow.pagebreak`, `fewest_pages`). The parts that show nothing of a clinic are the
same for all of one look. So what a search finds depends on the clinic only by the heights of its own parts, in each
share of white that the search tries: where those are the same, so is the answer, whoever asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.forms.fewest_pages import LESS_WHITE, Lay, Paged
from handoutgen.memory import Memory

OwnShape = Callable[[float], Hashable]
"""The heights of the clinic's own parts with a share of white, and all else of the clinic that decides."""
ALL_WHITES = (1.0, *LESS_WHITE)
STAGES = ((1.0,), ALL_WHITES)
"""Most leaflets are well as they are: then the parts need no other share of white to be known."""


def known_way(lay: Lay, search: Callable[[Lay], Paged], shape: OwnShape, memory: Memory[Any]) -> Paged:
    """What `search` finds, or found for a clinic of the same shape; `memory` is that of a look."""
    for whites in STAGES:
        way: tuple[float, FirstCard] | None = memory.find(_key(whites, shape))
        if way:
            return lay(*way)
    tried: dict[tuple[float, FirstCard], Paged] = {}

    def noting(white: float, first: FirstCard) -> Paged:
        tried[white, first] = lay(white, first)
        return tried[white, first]

    best = search(noting)
    whites = STAGES[any(white != 1.0 for white, _ in tried)]
    memory.keep(_key(whites, shape), next(way for way, paged in tried.items() if paged is best))
    return best


def _key(whites: tuple[float, ...], shape: OwnShape) -> Hashable:
    return ("way", tuple((white, shape(white)) for white in whites))
