"""Where the floor of a drawing of ours lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.pictures.floor import MARGIN, UNDER_LINES, cut_at_floor, ends_at_floor, floor_of
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.svg import drawing_from

POSES = Path(__file__).parents[2] / "handouts" / "poses"


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1:g} {y1:g} m\n{x2:g} {y2:g} l\nS"


@pytest.mark.parametrize(
    ("operators", "floor"),
    [
        (line(1.5, 1.76, 48, 1.76), 1.76),
        (line(1.5, 30, 48, 30), None),  # a table
        (line(1.5, 2.57, 48, 2.57), None),  # a mat
        (line(1.5, 1.76, 12, 1.76), None),  # the foot of a thing
        (line(1.5, 1.76, 22, 1.76) + "\n" + line(28, 1.76, 48, 1.76), 1.76),  # two drawings side by side
        (line(1.5, 1.5, 48, 2.2), None),  # a slope
        (line(1.5, 1.76, 48, 1.76).replace("S", "h"), None),
        ("", None),
    ],
)
def test_the_floor_is_the_long_level_line_at_the_foot(operators: str, floor: float | None) -> None:
    assert floor_of(operators, 50.0) == floor


@pytest.mark.parametrize(("name", "has_floor"), [("ankle-foot/calf-wall", True), ("hand-wrist/fist-open", False)])
def test_drawings_of_ours_say_where_their_floor_is(name: str, has_floor: bool) -> None:
    drawing = drawing_from((POSES / f"{name}.svg").read_bytes())
    assert (drawing.floor is not None) is has_floor


def test_a_drawing_by_others_has_no_floor() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 40"><path d="M1 38h48" stroke="#000"/></svg>'
    assert drawing_from(svg).floor is None


def test_a_drawing_is_cut_at_its_floor_whatever_the_weight_of_its_lines() -> None:
    cut = cut_at_floor(drawing_from((POSES / "ankle-foot" / "calf-wall.svg").read_bytes()))
    spare = MARGIN - UNDER_LINES
    assert cut.floor == pytest.approx(1.76 - spare)
    assert cut.height == pytest.approx(57.34 - spare)
    assert cut.operators.startswith(f"q 1 0 0 1 0 {-spare:g} cm\n")
    assert cut_at_floor(cut) is cut
    assert ends_at_floor(cut)
    assert cut.with_lines is not None
    heavier = cut.with_lines(2.0)
    assert (heavier.width, heavier.height) == (cut.width, cut.height)


def test_a_drawing_without_a_floor_is_as_it_was() -> None:
    drawing = Drawing(50, 40, "")
    assert cut_at_floor(drawing) is drawing
