"""A walk that passes by what can hold no part and no picture meets all that a walk through everything meets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from handoutgen.content.audience import asked_by
from handoutgen.content.authoring.starter import starter_leaflet, uncommented
from handoutgen.content.kinds import KindName
from handoutgen.content.load import draft_from, load_leaflet
from handoutgen.content.model import Leaflet
from handoutgen.content.parts import figures_of, keys_of, keys_to
from handoutgen.content.sections import Figure, PictureSource
from handoutgen.content.yaml.nodes import ModelPath

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path for path in (ROOT / "handouts").glob("*/*.yaml") if path.parent.name != "poses")


def everything(value: Any, path: ModelPath = ()) -> Iterator[tuple[ModelPath, BaseModel]]:
    """Every part below a value, with its place."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from everything(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from everything(item, (*path, index))


def is_the_same_walk(leaflet: Leaflet) -> int:
    """Hold the walks against each other; how many figures there were."""
    parts = list(everything(leaflet))
    figures = [(path, part) for path, part in parts if isinstance(part, PictureSource)]
    assert list(figures_of(leaflet)) == figures
    assert asked_by(leaflet) == {
        tag for _, part in parts for name in ("only_for", "not_for") for tag in getattr(part, name, ())
    }
    return len(figures)


def test_of_each_leaflet_that_ships_every_figure_and_tag_is_met() -> None:
    assert sum(is_the_same_walk(load_leaflet(path).leaflet) for path in SHIPPED) > 50


@pytest.mark.parametrize("kind", list(KindName))
def test_of_a_leaflet_with_every_key_they_are_met_too(kind: KindName) -> None:
    text = uncommented(starter_leaflet("my-leaflet", "en-GB", kind=kind))
    is_the_same_walk(draft_from(text.encode(), Path("en-GB.yaml")).leaflet)


def test_what_is_no_part_has_no_keys() -> None:
    assert keys_of(str) == keys_of(tuple) == keys_to(type(None), BaseModel) == ()
    assert keys_of(Figure) == tuple(Figure.model_fields)
    assert keys_to(Figure, PictureSource) == () and keys_to(Leaflet, PictureSource)
