"""The best way to lay a leaflet out is sought once for all clinics whose own parts are of one shape.

Ways are told apart by heights alone (`flow.pagebreak`, `fewest_pages`). The parts that show nothing of a clinic are the
same for all of one look. So what a search finds depends on the clinic only by where the lines of its own parts stand:
where they stand the same with all their white, they do with less, and so is the answer, whoever asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from handoutgen.layout.blocks.strategies import FirstCard
from handoutgen.layout.forms.fewest_pages import Lay, Paged
from handoutgen.memory import Memory


def known_way(lay: Lay, search: Callable[[Lay], Paged], shape: Hashable, memory: Memory[Any]) -> Paged:
    """What `search` finds, or found for a clinic of the same `shape`: the outlines of its own parts, and all else of it
    that decides. `memory` is that of a look."""
    key = ("way", shape)
    way: tuple[float, FirstCard] | None = memory.find(key)
    if way:
        return lay(*way)
    best = search(lay)
    memory.keep(key, best.way)
    return best
