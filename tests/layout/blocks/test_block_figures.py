"""Figures: how large they are, the words that point into them, and what stays with them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.sections import Figure
from handoutgen.layout.blocks.figures import AIR, caption_atoms, figure_atoms, figure_panel, fitted, kept_apart
from handoutgen.layout.flow.atoms import grown_by
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Leaders, TextPiece
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import lines_of, look_for, put_that_says, puts, right_end, said_by, shape

LABELS = [
    {"text": "Heel", "x": 0.5, "y": 0.9},
    {"text": "Calf", "x": 0.2, "y": 0.3},
    {"text": "Knee", "x": 0.4, "y": 0.3},
]


def a_figure(**changes: Any) -> Figure:
    return Figure.model_validate({"file": "leg.svg", "alt": "A leg", "caption": "A leg from the side.", **changes})


def test_a_picture_and_its_caption_are_one_that_never_parts(fonts: FontBook) -> None:
    look, parent = look_for(fonts), Element("Sect")
    (atom,) = figure_atoms(look, parent, a_figure(), 300, before=look.unit)
    assert shape(parent) == "Sect(Div(Figure Caption))"
    (picture,) = puts(atom, DrawingPiece)
    assert picture.piece.element.alt == "A leg"
    pad = 0.7 * 12
    assert (picture.piece.width, picture.piece.height) == pytest.approx((300 - 2 * pad, 150 - pad))
    (panel,) = puts(atom, Frame)
    assert (panel.piece.width, panel.piece.height) == pytest.approx((300, 150 + pad))
    assert panel.piece.fill == look.palette.sand
    assert put_that_says(atom, "A leg from the side.").down == pytest.approx(150 + pad + look.unit * 0.5)


@pytest.mark.parametrize(("width", "expected"), [(200, 200 - 16.8), (480, mm(125))])
def test_a_picture_fills_its_panel_up_to_a_hundred_and_twenty_five_millimetres(
    fonts: FontBook, width: float, expected: float
) -> None:
    look = replace(look_for(fonts), figure=lambda name, width: Drawing(400, 100, name))
    (atom,) = figure_atoms(look, Element("Sect"), a_figure(), width, before=0)
    (panel,), (picture,) = puts(atom, Frame), puts(atom, DrawingPiece)
    assert picture.piece.width == pytest.approx(expected)
    assert panel.piece.width == width
    assert (picture.x + picture.right) / 2 == pytest.approx(width / 2)
    assert picture.down + picture.piece.height / 2 == pytest.approx(panel.piece.height / 2)


@pytest.mark.parametrize(("base", "labels", "high"), [(12, [], mm(60)), (12, LABELS, mm(48)), (18, [], mm(88))])
def test_a_tall_picture_leaves_room_on_the_page_for_its_first_steps(
    fonts: FontBook, base: float, labels: list[dict[str, Any]], high: float
) -> None:
    look = look_for(fonts, base)
    tall = replace(look, figure=lambda name, width: Drawing(100, 300, name))
    (atom,) = figure_atoms(tall, Element("Sect"), a_figure(labels=labels), 340, before=0)
    most = min(high, look.grid.depth * 0.36)
    (panel,) = puts(atom, Frame)
    assert panel.piece.height == pytest.approx(most)
    assert puts(atom, DrawingPiece)[0].piece.height == pytest.approx(most - 1.4 * base)


def test_a_panel_is_as_high_as_it_is_told_at_least_and_at_most(fonts: FontBook) -> None:
    look = look_for(fonts)
    low, under = figure_panel(look, Element("Div"), a_figure(), 200, high=60)
    high, _ = figure_panel(look, Element("Div"), a_figure(), 200, 150)
    assert low.height == pytest.approx(60)
    assert (high.height, under) == (150, [])
    (picture,) = puts(high, DrawingPiece)
    assert picture.down + picture.piece.height / 2 == pytest.approx(75)


def test_a_caption_is_read_after_its_picture_and_stands_by_itself(fonts: FontBook) -> None:
    group = Element("Div")
    (caption,) = caption_atoms(look_for(fonts), group, a_figure(), 200)
    assert (shape(group), lines_of(caption)) == ("Div(Caption)", ["A leg from the side."])


@pytest.mark.parametrize(
    ("base", "width", "scale"), [(12, 100, 0.5), (18, 100, 0.75), (12, 40, 1.25), (12, 20, 1.7), (18, 20, 2.55)]
)
def test_a_drawing_of_ours_has_lines_of_one_weight_however_large_it_is_printed(
    fonts: FontBook, base: float, width: float, scale: float
) -> None:
    asked: list[float] = []

    def redrawn(scale: float) -> Drawing:
        asked.append(scale)
        return Drawing(50, 25, "redrawn")

    look = replace(look_for(fonts, base), figure=lambda name, width: Drawing(50, 25, name, with_lines=redrawn))
    panel = mm(width) + 0.7 * base  # a picture as wide as is said, and the panel round it
    (atom,) = figure_atoms(look, Element("Sect"), a_figure(), panel, before=0)
    assert puts(atom, DrawingPiece)[0].piece.drawing.operators == "redrawn"
    assert asked == [pytest.approx(scale)]


def with_floor(width: float, height: float) -> Drawing:
    """A drawing of ours whose floor lies 1.5 mm over its lower edge."""
    return Drawing(width, height, "a floor", with_lines=lambda scale: with_floor(width, height), floor=1.5)


@pytest.mark.parametrize("size", [(53, 47), (49, 57), (79, 38)])
@pytest.mark.parametrize(("base", "box"), [(12, (84, 60)), (12, (33, 44)), (12, (84, 44)), (18, (88, 76))])
def test_a_drawing_with_a_floor_fills_its_panel_and_stands_on_its_foot(
    fonts: FontBook, base: float, box: tuple[float, float], size: tuple[float, float]
) -> None:
    wide, high = map(mm, box)
    look = replace(look_for(fonts, base), figure=lambda name, width: with_floor(*size))
    panel, _ = figure_panel(look, Element("Div"), a_figure(), wide, high, high)
    (picture,) = puts(panel, DrawingPiece)
    assert panel.height == pytest.approx(high)
    assert picture.down + picture.piece.height == pytest.approx(high)
    margins = 1.5 * picture.piece.height / picture.piece.drawing.height  # of the drawing itself, at each side
    assert max((picture.piece.width - 2 * margins) / wide, (picture.piece.height - margins) / high) >= 0.85


def test_a_drawing_without_a_floor_stands_in_the_middle_of_its_panel(fonts: FontBook) -> None:
    redrawn = Drawing(50, 40, "")
    look = replace(look_for(fonts), figure=lambda name, width: Drawing(50, 40, "", with_lines=lambda scale: redrawn))
    panel, _ = figure_panel(look, Element("Div"), a_figure(), 100, 120, 120)
    (picture,) = puts(panel, DrawingPiece)
    assert picture.down == pytest.approx(120 - picture.down - picture.piece.height)
    assert (picture.x, picture.right) == pytest.approx((0.35 * 12, 100 - 0.35 * 12))


def test_words_stand_right_of_the_picture_from_top_to_bottom_without_touching_each_other(fonts: FontBook) -> None:
    look, parent = look_for(fonts, 18), Element("Sect")
    (atom,) = figure_atoms(look, parent, a_figure(labels=LABELS), 400, before=0)
    assert said_by(parent) == ["Calf", "Knee", "Heel", "A leg from the side."]
    assert shape(parent) == "Sect(Div(Figure(P P P) Caption))"
    (picture,), (leaders,) = puts(atom, DrawingPiece), puts(atom, Leaders)
    named = [put_that_says(atom, text) for text in ("Calf", "Knee", "Heel")]
    assert [put.x for put in named] == pytest.approx([picture.right + 1.6 * 18] * 3)
    assert all(lower.down >= upper.down + upper.piece.height - 0.001 for upper, lower in pairwise(named))
    assert right_end(atom) <= 400
    places = [(spoke[2] / picture.piece.width, 1 - spoke[3] / picture.piece.height) for spoke in leaders.piece.spokes]
    assert [pytest.approx(place) for place in places] == [(0.2, 0.3), (0.4, 0.3), (0.5, 0.9)]


def test_words_that_are_higher_than_a_wide_picture_stand_apart_with_the_picture_at_half_their_height(
    fonts: FontBook,
) -> None:
    look = replace(look_for(fonts), figure=lambda name, width: Drawing(600, 30, name))
    (atom,) = figure_atoms(look, Element("Sect"), a_figure(labels=LABELS), 300, before=0)
    (picture,), (leaders,) = puts(atom, DrawingPiece), puts(atom, Leaders)
    named = [put_that_says(atom, text) for text in ("Calf", "Knee", "Heel")]
    assert all(lower.down >= upper.down + upper.piece.height - 0.001 for upper, lower in pairwise(named))
    last = named[-1].down + named[-1].piece.height
    middle = (named[0].down + last) / 2
    assert picture.down + picture.piece.height / 2 == pytest.approx(middle)
    assert puts(atom, Frame)[0].piece.height / 2 == pytest.approx(middle)
    assert put_that_says(atom, "A leg from the side.").down >= last
    ends = [leaders.down + leaders.piece.height - spoke[3] for spoke in leaders.piece.spokes]
    assert all(picture.down <= end <= picture.down + picture.piece.height for end in ends)


def test_words_too_long_to_stand_beside_a_picture_stand_under_it_in_order(fonts: FontBook) -> None:
    look, parent = look_for(fonts, 24), Element("Sect")
    long = [{"text": f"{number} " + "word " * 35, "x": 0.5, "y": number / 8} for number in range(8)]
    atoms = figure_atoms(look, parent, a_figure(labels=long), 340, before=0)
    assert shape(parent) == f"Sect(Div(Figure L({' '.join(['LI(LBody)'] * 8)}) Caption))"
    assert max(atom.height for atom in atoms) <= look.grid.depth / 2
    assert not any(puts(atom, Leaders) for atom in atoms)


@pytest.mark.parametrize(
    ("wanted", "room", "tops"),
    [
        ([], 10, []),
        ([3], 20, [3]),
        ([-4], 20, [0]),
        ([18], 20, [15]),
        ([1, 2, 3], 40, [1, 6, 11]),
        ([30, 36, 39], 40, [25, 30, 35]),
        ([0, 7, 20], 40, [0, 7, 20]),
        ([9, 9, 9], 15, [0, 5, 10]),
    ],
)
def test_boxes_stand_as_near_their_places_as_they_can_without_touching(
    wanted: list[float], room: float, tops: list[float]
) -> None:
    assert kept_apart(wanted, [5.0] * len(wanted), room) == tops


@pytest.mark.parametrize(
    ("picture", "size"),
    [
        (Drawing(400, 200, ""), (100, 50)),
        (Drawing(100, 200, ""), (30, 60)),
        (Raster(600, 100, "L", b""), (100, 100 / 6)),
    ],
)
def test_a_picture_keeps_its_proportions_in_its_box(picture: Drawing | Raster, size: tuple[float, float]) -> None:
    assert fitted(picture, 100, 60) == pytest.approx(size)


@pytest.mark.parametrize(("more", "high"), [(20, 200), (90, 270), (500, 270)])
def test_a_picture_may_grow_by_half_and_stays_the_same_element(fonts: FontBook, more: float, high: float) -> None:
    look = replace(look_for(fonts, 18), figure=lambda name, width: Drawing(100, 100, name))
    panel, _ = figure_panel(look, Element("Sect"), a_figure(labels=LABELS), 480, high=180)
    larger = grown_by(panel, more)
    assert (panel.height, larger.height) == pytest.approx((180, high))
    one, other = (puts(atom, DrawingPiece)[0] for atom in (panel, larger))
    assert one.piece.element is other.piece.element
    assert other.piece.height > one.piece.height
    assert [piece.text for piece in puts(panel, TextPiece)] == [piece.text for piece in puts(larger, TextPiece)]
    assert max(put.right for put in puts(larger)) <= 480


def test_one_as_wide_as_its_panel_has_a_little_more_sand_round_it(fonts: FontBook) -> None:
    look = replace(look_for(fonts), figure=lambda name, width: Drawing(400, 100, name))
    panel, _ = figure_panel(look, Element("Sect"), a_figure(), 300)
    larger = grown_by(panel, 100)
    assert larger.height == pytest.approx(panel.height * AIR)
    assert puts(larger, DrawingPiece)[0].piece.height == pytest.approx(puts(panel, DrawingPiece)[0].piece.height)


def test_one_of_two_beside_each_other_does_not_grow(fonts: FontBook) -> None:
    panel, _ = figure_panel(look_for(fonts), Element("Sect"), a_figure(), 300, 100)
    assert panel.grown is None
