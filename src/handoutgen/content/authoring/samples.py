"""The texts that starters bring for an author to replace: none of them may reach a patient."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from handoutgen import bounds
from handoutgen.content.authoring.starter import starter_clinic, starter_leaflet
from handoutgen.content.kinds import KindName
from handoutgen.content.load import clinic_from, leaflet_from
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.memory import remembered

_GENUINE = frozenset({
    "Questions to ask", "What can I do myself?", "No outside funding.", "Once a day.", "Do not", "Do not take it if",
    "When", "What you can expect", "What you can do again", "The first week", "After two weeks", "After a few days",
    "After some weeks", "Your exercises", "What the operation is", "What the test is", "What it is for",
    "What has happened", "The first days", "Main line", "Monday to Friday, 9am to 5pm",
})  # fmt: skip
"""Texts of starters that a finished leaflet or clinic may have just so."""
_MACHINE = frozenset({"id", "code", "language", "icon", "kind", "status", "version", "locale", "languages"})
"""Fields that are for programs, or are made from the name."""
_IDS = ("sources", "uncertainty_sources")
"""Fields that name entries of another list by their ids."""


def samples_in(model: BaseModel) -> list[tuple[ModelPath, str]]:
    """Every text of a leaflet or clinic that is still a starter's, with its path."""
    known = _sample_texts()
    return [(path, text) for path, text in _texts(model, ()) if " ".join(text.split()) in known]


@remembered(bounds.MODEL_FIELDS)
def _sample_texts() -> frozenset[str]:
    nowhere = Path("en-GB.yaml")
    models: list[BaseModel] = [clinic_from(starter_clinic("x").encode(), nowhere).clinic]
    for kind in KindName:
        models.append(leaflet_from(starter_leaflet("x", "en-GB", kind=kind).encode(), nowhere).leaflet)
    found = {" ".join(text.split()) for model in models for _, text in _texts(model, ())}
    return frozenset(text for text in found - _GENUINE if len(text) > 3)


def _texts(value: Any, path: ModelPath) -> Iterator[tuple[ModelPath, str]]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield path, str(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _MACHINE and (name not in _IDS or not path):
                yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
