"""Which keys are allowed where: the model walked by a path, for messages, the author's reference and its test."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from handoutgen import bounds
from handoutgen.memory import remembered

PathStep = str | int
TAGS = ("kind", "type")
"""Keys whose word chooses a model among several."""


def unwrap(annotation: Any) -> Any:
    """An annotation without Annotated and without `| None`."""
    if get_origin(annotation) is Annotated:
        return unwrap(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        return unwrap(members[0]) if len(members) == 1 else Union[tuple(members)]  # noqa: UP007
    return annotation


def is_list(annotation: Any) -> bool:
    """Whether a value of this type is a list in YAML."""
    return get_origin(unwrap(annotation)) is tuple


def parts_of(annotation: Any) -> tuple[type[BaseModel], ...]:
    """The models a value of this type may be; more than one for a tool, whose kind decides."""
    plain = unwrap(annotation)
    if get_origin(plain) is tuple:
        return parts_of(get_args(plain)[0])
    if get_origin(plain) in (Union, types.UnionType):
        return tuple(part for member in get_args(plain) for part in parts_of(member))
    return (plain,) if isinstance(plain, type) and issubclass(plain, BaseModel) else ()


@remembered(bounds.MODEL_PARTS)
def part_at(model: type[BaseModel], path: tuple[PathStep, ...]) -> type[BaseModel] | None:
    """The model of the mapping at a path as pydantic tells it (with a tool's kind, a thing's type after its place)."""
    candidates: tuple[type[BaseModel], ...] = (model,)
    for step in path:
        if isinstance(step, int):
            continue
        chosen = [part for part in candidates if kind_of(part) == step] if len(candidates) > 1 else []
        if chosen:
            candidates = (chosen[0],)
            continue
        field = candidates[0].model_fields.get(step) if len(candidates) == 1 else None
        if field is None:
            return None
        candidates = parts_of(field.annotation)
    return candidates[0] if len(candidates) == 1 else None


def kind_of(part: type[BaseModel]) -> str | None:
    """The word that chooses this model among several: its only value of `kind` or `type`."""
    for tag in TAGS:
        field = part.model_fields.get(tag)
        if field is not None and get_origin(field.annotation) is Literal and field.is_required():
            return str(get_args(field.annotation)[0])
    return None


def all_parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and every model below it, each once, in the order an author meets them."""
    seen: list[type[BaseModel]] = []
    waiting = [model]
    while waiting:
        part = waiting.pop(0)
        if part not in seen:
            seen.append(part)
            yield part
            waiting.extend(inner for field in part.model_fields.values() for inner in parts_of(field.annotation))


MOST_HOMES = 4
"""A key that stands in more kinds of places than these, such as a title, is told of in none."""


def homes_of(model: type[BaseModel], key: str) -> tuple[str, ...]:
    """Where a key stands, in words: "at the top of the file", "in a section". None if nowhere, or nearly everywhere;
    a kind of part that only adds to another is not named beside it."""
    having = [part for part in all_parts(model) if key in part.model_fields]
    plain = [part for part in having if not any(part is not other and issubclass(part, other) for other in having)]
    homes = ("at the top of the file" if part is model else f"in {_with_article(part)}" for part in plain)
    return tuple(homes) if len(plain) <= MOST_HOMES else ()


def words_of(part: type[BaseModel]) -> str:
    """What a part is called: "help level"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", part.__name__).lower()


def _with_article(part: type[BaseModel]) -> str:
    words = words_of(part)
    return words if words == "help" else f"a{'n' if words[0] in 'aeiou' else ''} {words}"
