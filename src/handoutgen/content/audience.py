"""One leaflet for all clinics becomes the leaflet of one clinic: blocks marked `only_for` or `not_for` come and go."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pydantic import BaseModel

from handoutgen.content.model import Audience, Leaflet


def for_tags(leaflet: Leaflet, tags: Collection[str]) -> Leaflet:
    """The leaflet as a clinic with these tags prints it. Blocks that are not for it are gone, at any depth."""
    changed = _tailored(leaflet, tags)
    return changed if isinstance(changed, Leaflet) else leaflet


def path_of(block: Audience, part: BaseModel) -> tuple[str | int, ...] | None:
    """Where below `part` a block stands: this very block or, for one that a clinic prints without some of its inner
    blocks, the one with its id."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for place, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            if not isinstance(item, BaseModel):
                continue
            here = (name,) if place is None else (name, place)
            if item is block or (type(item) is type(block) and getattr(item, "id", here) == getattr(block, "id", None)):
                return here
            if (below := path_of(block, item)) is not None:
                return (*here, *below)
    return None


def is_for(block: Audience, tags: Collection[str]) -> bool:
    """Whether a clinic with these tags prints the block."""
    wanted = not block.only_for or any(tag in tags for tag in block.only_for)
    return wanted and not any(tag in tags for tag in block.not_for)


def _tailored(value: Any, tags: Collection[str]) -> Any:
    if isinstance(value, Audience) and not is_for(value, tags):
        return None
    if isinstance(value, tuple):
        kept = tuple(new for new in (_tailored(item, tags) for item in value) if new is not None)
        return value if len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True)) else kept
    if isinstance(value, BaseModel):
        changes = {}
        for name in type(value).model_fields:
            old = getattr(value, name)
            new = _tailored(old, tags)
            if new is not old:
                changes[name] = new
        return value.model_copy(update=changes) if changes else value
    return value
