"""The type scale and the page grid: everything follows from the body size."""

from __future__ import annotations

import pytest

from handoutgen.design.grid import (
    GIANT_FROM,
    MEASURE_IN_EMS,
    OFFICE_PRINTER_INSET,
    WIDEST_LARGE_PRINT,
    Grid,
    grid_for,
    narrow_grid,
)
from handoutgen.design.scale import scale_for
from handoutgen.units import mm

BASES = (12, 14, 15.9, 16, 18, 20, 24, 30, 36)
PAPERS = ((mm(210), mm(297)), (612.0, 792.0))


@pytest.mark.parametrize("base", BASES)
def test_headings_step_down_to_the_body(base: float) -> None:
    scale = scale_for(base)
    assert scale.h1.size > scale.strategy.size >= scale.h2.size > scale.h3.size > scale.body.size == base
    assert scale.h1.size > scale.standfirst.size > scale.body.size


@pytest.mark.parametrize("base", BASES)
def test_leading_is_between_a_quarter_and_two_fifths_more_than_the_size(base: float) -> None:
    scale = scale_for(base)
    assert 1.2499 <= scale.body.leading / base <= 1.36


@pytest.mark.parametrize("base", BASES)
def test_lists_and_small_text_are_as_large_as_the_body_and_only_closer(base: float) -> None:
    scale = scale_for(base)
    assert scale.list.size == scale.small.size == base
    assert 1.2499 * base <= scale.small.leading <= scale.list.leading <= scale.body.leading


@pytest.mark.parametrize("base", BASES)
def test_lines_are_told_apart_by_their_weight(base: float) -> None:
    scale = scale_for(base)
    assert scale.hairline < scale.rule < scale.frame < scale.band < scale.corner


def test_large_print_is_a_change_of_design_and_not_a_zoom() -> None:
    standard, giant = scale_for(12), scale_for(24)
    assert giant.h1.size / standard.h1.size < 24 / 12
    assert giant.body.leading / giant.base < standard.body.leading / standard.base
    assert giant.rule > standard.rule


@pytest.mark.parametrize("base", [11.9, 36.1, 0, -5])
def test_sizes_outside_12_to_36_are_refused(base: float) -> None:
    with pytest.raises(ValueError, match="12 to 36"):
        scale_for(base)


def right_edge(grid: Grid) -> float:
    return grid.left + grid.full


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("base", BASES)
def test_the_margins_are_equal_left_and_right_and_clear_of_what_printers_cut_off(
    base: float, paper: tuple[float, float]
) -> None:
    grid = grid_for(*paper, scale_for(base))
    assert grid.left == pytest.approx(paper[0] - right_edge(grid))
    assert grid.left >= mm(16 if base < 16 else 17 if base >= GIANT_FROM else 20) - 0.01
    assert min(grid.top, grid.bottom) > OFFICE_PRINTER_INSET
    assert grid.depth == pytest.approx(paper[1] - grid.top - grid.bottom)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("base", BASES)
def test_no_line_of_text_is_wider_than_70_characters(base: float, paper: tuple[float, float]) -> None:
    grid = grid_for(*paper, scale_for(base))
    assert grid.measure <= grid.line <= MEASURE_IN_EMS * base + 0.01
    assert grid.line <= grid.full + 0.01
    widest = mm(182) if base >= GIANT_FROM else WIDEST_LARGE_PRINT
    assert not scale_for(base).is_large or grid.measure <= widest + 0.01


@pytest.mark.parametrize(("base", "columns"), [(12, 2), (14, 2), (15.9, 2), (16, 1), (18, 1), (24, 1), (36, 1)])
def test_there_are_two_columns_below_large_print_and_one_from_there(base: float, columns: int) -> None:
    grid = grid_for(*PAPERS[0], scale_for(base))
    assert grid.columns == columns
    assert grid.has_columns is (columns == 2)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("base", [12, 14, 15.9])
def test_two_columns_are_of_one_width_and_fill_the_page_with_the_gutter(
    base: float, paper: tuple[float, float]
) -> None:
    grid = grid_for(*paper, scale_for(base))
    assert grid.gutter == pytest.approx(mm(9))
    assert grid.second == pytest.approx(grid.measure + grid.gutter)
    assert grid.second + grid.measure == pytest.approx(grid.full)
    assert grid.full == pytest.approx(paper[0] - mm(32))


@pytest.mark.parametrize("base", [16, 18, 24, 36])
def test_one_column_is_the_page_and_has_no_gutter(base: float) -> None:
    grid = grid_for(*PAPERS[0], scale_for(base))
    assert grid.gutter == 0
    assert grid.full == grid.measure == grid.line


@pytest.mark.parametrize("base", [12, 18])
def test_a_part_of_a_page_has_one_column_of_its_own_width(base: float) -> None:
    grid = grid_for(*PAPERS[0], scale_for(base))
    part = grid.narrowed(100)
    assert (part.columns, part.gutter, part.measure, part.line, part.full) == (1, 0, 100, 100, 100)
    assert (part.width, part.height, part.left, part.depth) == (grid.width, grid.height, grid.left, grid.depth)


def test_a_folded_panel_has_one_column_in_its_middle() -> None:
    grid = narrow_grid(mm(99), mm(210), scale_for(12), mm(8))
    assert not grid.has_columns
    assert grid.left == pytest.approx(mm(8))
    assert grid.full == pytest.approx(mm(83))
