"""The keys of a leaflet's parts, for whoever walks through them: nearly every check does.

What a part has, and under which of its keys other parts or pictures may lie, is asked of its class once: a leaflet of a
thousand values has some ten pictures.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from handoutgen import bounds
from handoutgen.content.authoring.model_paths import all_parts, parts_of
from handoutgen.content.sections import PictureSource
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.memory import remembered


@remembered(bounds.MODEL_FIELDS)
def keys_of(kind: type) -> tuple[str, ...]:
    """The keys of parts of this class, in their order; none for a class whose values are no parts."""
    return tuple(kind.model_fields) if issubclass(kind, BaseModel) else ()


@remembered(bounds.MODEL_FIELDS)
def keys_to(kind: type, wanted: type[BaseModel]) -> tuple[str, ...]:
    """The keys of parts of a class under which parts of another may lie, at any depth; none for a class whose values
    are no parts."""
    if not issubclass(kind, BaseModel):
        return ()
    return tuple(
        name
        for name, field in kind.model_fields.items()
        if any(issubclass(below, wanted) for part in parts_of(field.annotation) for below in all_parts(part))
    )


def figures_of(part: BaseModel, path: ModelPath = ()) -> Iterator[tuple[ModelPath, PictureSource]]:
    """All figures of a leaflet with their places in the model."""
    for name in keys_to(type(part), PictureSource):
        value = getattr(part, name)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, name) if index is None else (*path, name, index)
            if isinstance(item, PictureSource):
                yield here, item
            else:
                yield from figures_of(item, here)
