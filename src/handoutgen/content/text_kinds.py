"""How a text of a model is to be read: as it stands, as a phrase in Markdown, or as paragraphs of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args

from pydantic import AfterValidator, BaseModel

from handoutgen import bounds
from handoutgen.content.validators import refuse_bad_phrase, refuse_bad_prose
from handoutgen.memory import remembered

TextKind = Literal["plain", "phrase", "prose"]


@remembered(bounds.MODEL_FIELDS)
def kind_of_text(part: type[BaseModel], name: str) -> TextKind:
    """The kind of the text, or of the texts in the list, that a model has under a name."""
    field = part.model_fields[name]
    validators = {id(v.func) for v in _validators((field.annotation, *field.metadata))}
    if id(refuse_bad_prose) in validators:
        return "prose"
    return "phrase" if id(refuse_bad_phrase) in validators else "plain"


def _validators(items: tuple[Any, ...]) -> Iterator[AfterValidator]:
    for item in items:
        if isinstance(item, AfterValidator):
            yield item
        yield from _validators(get_args(item) + tuple(getattr(item, "__metadata__", ())))
