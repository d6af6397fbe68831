"""Every prop: it draws, in sound shapes, where it belongs, the same each time, and no larger than a file may be."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, get_args

import numpy as np
import pytest
from pydantic import ValidationError
from shapely.geometry import Polygon

from drawing.prop_examples import ANCHORS, EXAMPLES, PROPS, drawn, prop_of
from handoutgen.content.poses.things.base import Small
from handoutgen.drawing import style
from handoutgen.drawing.page import laid_out
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.props import draw_prop, layer_of, pieces_of, solids
from handoutgen.drawing.props.brush import PALE
from handoutgen.drawing.props.registry import ENTRIES
from handoutgen.drawing.style import FigureColours

MOST_BYTES = 16_000
KINDS = sorted(EXAMPLES)
COLOURS = {style.INK, style.WHITE, style.ACCENT, style.CLOTH, PALE}


def test_every_type_has_an_example_and_an_entry() -> None:
    types = {get_args(model.model_fields["type"].annotation)[0] for model in ENTRIES}
    assert types == set(EXAMPLES)
    assert {type(prop_of(kind)) for kind in KINDS} == set(ENTRIES)
    assert len(ENTRIES) == len(EXAMPLES)


@pytest.mark.parametrize("camera", [0, 25])
@pytest.mark.parametrize("kind", KINDS)
def test_every_prop_draws_sound_shapes_in_the_palette(kind: str, camera: float) -> None:
    pen = drawn(prop_of(kind), camera=camera)
    assert pen.strokes
    for stroke in pen.strokes:
        assert np.isfinite(stroke.course).all()
        assert {stroke.fill, stroke.colour} - {None} <= COLOURS
        if stroke.closed and stroke.fill:
            shape = Polygon(stroke.course)
            assert shape.is_valid
            assert shape.area > 0


@pytest.mark.parametrize("size", [52, 150])
@pytest.mark.parametrize("kind", KINDS)
def test_no_prop_makes_a_file_too_large(kind: str, size: float) -> None:
    assert len(laid_out([drawn(prop_of(kind), size=size)]).svg()) <= MOST_BYTES


@pytest.mark.parametrize("kind", [kind for kind in KINDS if EXAMPLES[kind].get("at") == [0, 0]])
def test_a_small_thing_is_drawn_round_its_spot_and_moves_with_it(kind: str) -> None:
    keys = {**EXAMPLES[kind], "at": [30, 40]}
    keys.pop("tube", None)
    here = drawn(prop_of(kind, **{**keys, "at": [0, 0]})).bounds()
    there = drawn(prop_of(kind, **keys)).bounds()
    assert np.allclose(np.array(there), np.array(here) + np.array([30, 40, 30, 40]), atol=1e-6)
    assert here[0] <= 0.01
    assert here[2] >= -1.8


@pytest.mark.parametrize("kind", [kind for kind in KINDS if isinstance(EXAMPLES[kind].get("x"), list)])
def test_what_reaches_from_one_place_to_another_stays_between_them(kind: str) -> None:
    x0, x1 = EXAMPLES[kind]["x"]
    left, _, right, _ = drawn(prop_of(kind)).bounds()
    assert x0 - 5.1 <= left <= x0 + 1
    assert x1 - 1 <= right <= x1 + 5.1


SMALL = [kind for kind in KINDS if isinstance(prop_of(kind), Small)]


@pytest.mark.parametrize("kind", SMALL)
def test_a_larger_scale_draws_a_larger_thing(kind: str) -> None:
    one, two = (drawn(prop_of(kind, at=[0, 0], scale=scale)).bounds() for scale in (1, 2))
    assert np.allclose(np.array(two), np.array(one) * 2, atol=1e-6)


def test_flipped_things_are_mirrored() -> None:
    left, low, right, high = drawn(prop_of("thermometer", at=[0, 0])).bounds()
    assert drawn(prop_of("thermometer", at=[0, 0], flip=True)).bounds() == pytest.approx((-right, low, -left, high))


def test_a_spot_may_be_on_the_figure() -> None:
    x0, _, _, _ = drawn(prop_of("inhaler", at=["mouth", 1, 0])).bounds()
    assert x0 == pytest.approx(ANCHORS["mouth"][0] + 1)


def test_a_prop_is_drawn_the_same_each_time() -> None:
    first = [laid_out([drawn(prop_of(kind))]).svg() for kind in KINDS]
    assert first == [laid_out([drawn(prop_of(kind))]).svg() for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_every_piece_says_its_layer_and_an_author_s_word_comes_first(kind: str) -> None:
    assert all(piece.layer for piece in pieces_of(prop_of(kind)))
    spoken = prop_of(kind, **EXAMPLES[kind], layer="after_head")
    assert [piece.layer for piece in pieces_of(spoken)] == ["after_head"]
    assert layer_of(spoken) == "after_head"


def bounds_of(kind: str) -> list[tuple[str, float]]:
    """Every number of a prop at the least and at the greatest value that it may have."""
    found = []
    for key, field in type(prop_of(kind)).model_fields.items():
        limits = [getattr(item, word, None) for item in field.metadata for word in ("ge", "gt", "le", "lt")]
        found += [(key, limit) for limit in limits if limit is not None and abs(limit) < 200 and limit != 0]
    return found


@pytest.mark.parametrize("kind", [kind for kind in KINDS if bounds_of(kind)])
def test_a_prop_draws_at_the_ends_of_its_bounds(kind: str) -> None:
    drawings = 0
    for key, limit in bounds_of(kind):
        for value in (limit, limit * 0.999, limit * 1.001):
            with suppress(ValidationError):
                prop = prop_of(kind, **{**EXAMPLES[kind], key: int(value) if value == int(value) else value})
                drawings += bool(drawn(prop, size=52).strokes)
                break
    assert drawings == len(bounds_of(kind))


SILLY: list[tuple[str, dict[str, Any]]] = [
    ("chair", {"x": 0, "h": 90}),
    ("chair", {"x": 0, "back": 2}),
    ("chair", {"x": "left"}),
    ("chair", {"x": 0, "colour": "red"}),
    ("bed", {"x": [60, -10]}),
    ("stairs", {"x": 0, "steps": 40}),
    ("stairs", {"x": 0, "rise": 30}),
    ("table", {"x": [0, 50], "h": 200}),
    ("ball", {"at": [0, 0], "r": 80}),
    ("tablet", {"at": [0, 0], "r": -1}),
    ("glass", {"at": [0, 0], "full": 2}),
    ("glass", {}),
    ("inhaler", {"at": ["mouht", 0, 0]}),
    ("phone", {"at": [0, 0], "shows": "cat"}),
    ("phone", {"held_by": "third_hand"}),
    ("clock", {"at": [0, 0], "hour": 25}),
    ("towel", {"ends": ["near_hand"]}),
    ("towel", {}),
    ("towel", {"wraps": "near_nose"}),
    ("cuff", {}),
    ("rail", {"points": [[0, 0]]}),
    ("pill_box", {"at": [0, 0], "open": 8}),
    ("wheelchair", {"x": 0, "w": 90}),
    ("spaceship", {"at": [0, 0]}),
]


@pytest.mark.parametrize(("kind", "keys"), SILLY)
def test_silly_props_are_refused(kind: str, keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        PROPS.validate_python({"type": kind, **keys})


def test_values_may_come_as_text_as_our_reader_gives_them() -> None:
    as_text = PROPS.validate_python({"type": "chair", "x": "-14", "back": "-1", "rest": "false", "h": "27"})
    assert as_text == prop_of("chair", x=-14, back=-1, rest=False, h=27)


def test_small_and_soft_things_are_not_solid() -> None:
    hard = {kind for kind in KINDS if solids(prop_of(kind))}
    assert hard == {
        "wall", "step", "stairs", "table", "worktop", "chair", "chair_front", "sofa", "bench", "bed", "mat", "frame",
        "rollator", "wheelchair", "box",
    }  # fmt: skip


def test_a_piece_alone_draws_less_than_the_whole() -> None:
    pieces = pieces_of(prop_of("wheelchair"))
    assert [piece.layer for piece in pieces] == ["back", "after_trunk", "after_trunk"]
    whole = len(drawn(prop_of("wheelchair")).strokes)
    alone = Pen(100)
    draw_prop(alone, pieces[0], FigureColours(), ANCHORS)
    assert 0 < len(alone.strokes) < whole
