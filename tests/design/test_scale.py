"""The type scale and the page grid: everything follows from the body size."""

from __future__ import annotations

import pytest

from handoutgen.design.grid import BINDING_MARGIN, MEASURE_IN_EMS, WIDEST_LARGE_PRINT, grid_for
from handoutgen.design.scale import scale_for
from handoutgen.units import mm

BASES = (12, 14, 15.9, 16, 18, 20, 24, 30, 36)
PAPERS = ((mm(210), mm(297)), (612.0, 792.0))


@pytest.mark.parametrize("base", BASES)
def test_headings_step_down_to_the_body(base: float) -> None:
    scale = scale_for(base)
    assert scale.h1.size > scale.h2.size > scale.h3.size > scale.body.size == base


@pytest.mark.parametrize("base", BASES)
def test_leading_is_between_a_quarter_and_two_fifths_more_than_the_size(base: float) -> None:
    scale = scale_for(base)
    assert 1.2499 <= scale.body.leading / base <= 1.36


def test_large_print_is_a_change_of_design_and_not_a_zoom() -> None:
    standard, giant = scale_for(12), scale_for(24)
    assert giant.h1.size / standard.h1.size < 24 / 12
    assert giant.body.leading / giant.base < standard.body.leading / standard.base
    assert giant.rule > standard.rule


@pytest.mark.parametrize("base", [11.9, 36.1, 0, -5])
def test_sizes_outside_12_to_36_are_refused(base: float) -> None:
    with pytest.raises(ValueError, match="12 to 36"):
        scale_for(base)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("base", BASES)
def test_the_grid_stands_inside_the_binding_margins(base: float, paper: tuple[float, float]) -> None:
    grid = grid_for(*paper, scale_for(base))
    assert grid.left >= BINDING_MARGIN - 0.01
    assert grid.left + grid.full <= paper[0] - BINDING_MARGIN + 0.01


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("base", BASES)
def test_the_text_column_is_never_wider_than_70_characters(base: float, paper: tuple[float, float]) -> None:
    grid = grid_for(*paper, scale_for(base))
    assert grid.measure <= max(MEASURE_IN_EMS * base, 0)
    assert not scale_for(base).is_large or grid.measure <= WIDEST_LARGE_PRINT + 0.01


@pytest.mark.parametrize(("base", "has_side"), [(12, True), (14, True), (15.5, True), (16, False), (24, False)])
def test_the_side_column_is_there_only_below_large_print(base: float, has_side: bool) -> None:
    assert grid_for(*PAPERS[0], scale_for(base)).has_side is has_side
