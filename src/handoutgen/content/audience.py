"""One leaflet for all clinics becomes the leaflet of one clinic: blocks marked `only_for` or `not_for` come and go.

They ask for a clinic's tags, and for its country, which is a tag without being written: patients in the US have no 111.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pydantic import BaseModel

from handoutgen.content.clinic import Clinic
from handoutgen.content.helping import HelpLevel, OtherAction
from handoutgen.content.model import Leaflet
from handoutgen.content.parts import keys_of, keys_to
from handoutgen.content.sections import moved_up
from handoutgen.content.values import Audience, ForSome
from handoutgen.language import language_of

_CALLED = {"": (), "gb": ("gb", "uk")}
"""What authors call a country where it is not its code alone."""


def tags_of(clinic: Clinic | None) -> frozenset[str]:
    """What blocks of a leaflet may ask of a clinic: its tags, and its country in small letters (us, ie, gb or uk)."""
    if clinic is None:
        return frozenset()
    country = language_of(clinic.locale or "").region.lower()
    return frozenset((*clinic.tags, *_CALLED.get(country, (country,))))


def for_tags(leaflet: Leaflet, tags: Collection[str]) -> Leaflet:
    """The leaflet as a clinic with these tags prints it. Blocks that are not for it are gone, at any depth; what stood
    after a section that is gone stands where that stood."""
    changed = _tailored(leaflet, tags)
    if not isinstance(changed, Leaflet):
        return leaflet
    if changed.sections is leaflet.sections:
        return changed
    return changed.model_copy(update={"sections": tuple(moved_up(changed.sections, leaflet.sections))})


def asked_by(part: BaseModel) -> frozenset[str]:
    """All tags that some block of a leaflet asks for: two clinics that are alike in these print the same."""
    asked: set[str] = set()
    waiting = [part]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ForSome | OtherAction):
            asked.update(part.only_for, part.not_for if isinstance(part, ForSome) else ())
        for name in keys_to(type(part), BaseModel):
            value = getattr(part, name)
            waiting += value if isinstance(value, tuple) else (value,)
    return frozenset(asked)


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


def is_for(block: ForSome | OtherAction, tags: Collection[str]) -> bool:
    """Whether a clinic with these tags prints the block."""
    wanted = not block.only_for or any(tag in tags for tag in block.only_for)
    return wanted and not (isinstance(block, ForSome) and any(tag in tags for tag in block.not_for))


def instead_of(level: HelpLevel, tags: Collection[str]) -> OtherAction | None:
    """What a clinic with these tags says in the place of a level's action, if it is something else."""
    return next((other for other in level.instead if is_for(other, tags)), None)


def _tailored(value: Any, tags: Collection[str]) -> Any:
    if isinstance(value, ForSome) and not is_for(value, tags):
        return None
    if isinstance(value, tuple):
        kept = tuple(new for new in (_tailored(item, tags) for item in value) if new is not None)
        return value if len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True)) else kept
    if isinstance(value, HelpLevel):
        other = instead_of(value, tags)
        changes = {"action": other.action, "actions": ()} if other else {}
        return value.model_copy(update={**changes, "instead": ()}) if value.instead else value
    changes = {}
    for name in keys_of(type(value)):
        old = getattr(value, name)
        new = _tailored(old, tags)
        if new is not old:
            changes[name] = new
    return value.model_copy(update=changes) if changes else value
