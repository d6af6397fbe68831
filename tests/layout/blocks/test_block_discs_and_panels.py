"""Round marks and panels: where the ink stands in them, and what of it is read."""

from __future__ import annotations

import pytest

from handoutgen.design.colour import WHITE
from handoutgen.layout.blocks.discs import HELP_DISC, STRATEGY_DISC, DiscKind, disc_size, icon_disc, numeral_disc
from handoutgen.layout.blocks.panels import framed, on_panel, panel_padding
from handoutgen.layout.flow.atoms import NEVER
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import block, icons, look_for, puts


def test_a_disc_grows_half_as_fast_as_the_text(fonts: FontBook) -> None:
    assert disc_size(look_for(fonts, 12), STRATEGY_DISC) == pytest.approx(mm(14))
    assert disc_size(look_for(fonts, 24), STRATEGY_DISC) == pytest.approx(mm(14) * 1.5)
    assert disc_size(look_for(fonts, 18), HELP_DISC) == pytest.approx(mm(12.5) * 1.25)


@pytest.mark.parametrize("base", [12, 18, 24])
@pytest.mark.parametrize("kind", ["tint", "solid", "ring", "thin ring"])
def test_an_icon_stands_in_the_middle_of_its_disc_with_its_corners_inside(
    fonts: FontBook, kind: DiscKind, base: float
) -> None:
    atom = icon_disc(look_for(fonts, base), "walk", 40, kind)
    (circle,), (icon,) = puts(atom, Frame), puts(atom, DrawingPiece)
    assert (atom.height, icons(atom)) == (40, ["walk"])
    assert icon.x + icon.piece.width / 2 == icon.down + icon.piece.height / 2 == pytest.approx(20)
    assert circle.x + circle.piece.width / 2 == circle.down + circle.piece.height / 2 == pytest.approx(20)
    assert circle.piece.radius == pytest.approx(circle.piece.width / 2)
    edge = circle.piece.width / 2 + circle.piece.thickness / 2
    assert edge == pytest.approx(20)  # the line's outer side, too, is no wider than the disc
    assert 2**0.5 * icon.piece.width / 2 <= circle.piece.width / 2


def test_levels_are_told_apart_without_colour_filled_or_by_a_heavy_ring_or_a_thin_one(fonts: FontBook) -> None:
    look = look_for(fonts)
    circles = {}
    for kind in ("tint", "solid", "ring", "thin ring"):
        (put,) = puts(icon_disc(look, "phone", 40, kind), Frame)
        circles[kind] = put.piece
    deep, tint = look.palette.deep, look.palette.tint
    assert {kind: (circle.fill, circle.stroke) for kind, circle in circles.items()} == {
        "tint": (tint, None), "solid": (deep, None), "ring": (None, deep), "thin ring": (None, deep),
    }  # fmt: skip
    assert circles["ring"].thickness > 2 * circles["thin ring"].thickness > 0


@pytest.mark.parametrize("kind", ["tint", "solid", "ring"])
def test_an_icon_is_white_on_a_solid_disc_alone_and_nobody_hears_it(fonts: FontBook, kind: DiscKind) -> None:
    look = look_for(fonts)
    (icon,) = puts(icon_disc(look, "phone", 40, kind), DrawingPiece)
    assert icon.piece.element is None
    assert icon.piece.drawing.operators.split()[1] == (WHITE if kind == "solid" else look.palette.deep)


@pytest.mark.parametrize("base", [12, 18, 24, 36])
@pytest.mark.parametrize("number", [1, 8, 12])
def test_a_steps_numeral_stands_in_white_in_the_middle_of_its_disc_and_is_read(
    fonts: FontBook, number: int, base: float
) -> None:
    look, label = look_for(fonts, base), Element("Lbl")
    atom = numeral_disc(look, label, number)
    (circle,), (numeral,) = puts(atom, Frame), puts(atom, TextPiece)
    assert (label.text, numeral.text) == (str(number), str(number))
    assert {run.colour for run in numeral.piece.lines[0].runs} == {WHITE}
    assert circle.piece.fill == look.palette.accent
    assert circle.piece.width == circle.piece.height == 2 * circle.piece.radius == pytest.approx(1.3 * base)
    assert numeral.x + numeral.piece.ink_width / 2 == pytest.approx(circle.piece.width / 2)
    middle = circle.down + circle.piece.height / 2
    assert middle == pytest.approx(numeral.down + numeral.piece.baseline - 0.335 * base)
    assert numeral.x >= 0
    assert numeral.right <= circle.right


def test_circles_are_painted_before_what_stands_on_them(fonts: FontBook) -> None:
    look = look_for(fonts)
    for atom in (icon_disc(look, "walk", 40), numeral_disc(look, Element("Lbl"), 1)):
        assert isinstance(atom.puts[0].piece, Frame)


@pytest.mark.parametrize("base", [12, 18])
def test_what_stands_on_a_panel_keeps_its_break_and_stands_clear_of_every_edge(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    inside = block(50, before=7, cost=NEVER)
    atom = on_panel(look, inside, 200, look.palette.tint)
    panel, content = puts(atom)
    pad = panel_padding(look)
    assert pad == base
    assert (panel.x, panel.down, panel.piece.width, panel.piece.height) == (0, 0, 200, 50 + 2 * pad)
    assert (content.x, content.down) == (pad, pad)
    assert (atom.height, atom.before, atom.cost) == (panel.piece.height, 7, NEVER)
    assert (panel.piece.fill, panel.piece.stroke, panel.piece.radius) == (look.palette.tint, None, look.scale.corner)


def test_a_panel_is_as_high_as_it_must_be_or_higher_if_it_is_told(fonts: FontBook) -> None:
    look = look_for(fonts)
    assert on_panel(look, block(50), 200, look.palette.sand, least=120).height == 120
    assert on_panel(look, block(50), 200, look.palette.sand, least=20).height == 50 + 24


def test_a_frame_is_a_line_and_no_ground(fonts: FontBook) -> None:
    look = look_for(fonts)
    atom = framed(look, block(50, before=7, cost=NEVER), 200, 9)
    frame, content = puts(atom)
    assert (frame.piece.width, frame.piece.height, atom.height) == (200, 68, 68)
    assert (content.x, content.down, atom.before, atom.cost) == (9, 9, 7, NEVER)
    assert (frame.piece.fill, frame.piece.stroke) == (None, look.palette.ink)
    assert frame.piece.thickness == look.scale.frame
