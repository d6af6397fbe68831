"""Drawings of ours take the clinic's colour; a stranger's drawing keeps its own."""

from __future__ import annotations

import pytest

from handoutgen.content.poses.stamp import Stamp, stamped
from handoutgen.design.colour import BY_NAME, CLOTH_SHARE, NAMES, palette, parse, to_hex
from handoutgen.drawing import style
from handoutgen.pictures.inks import DRAWN_ACCENT, DRAWN_CLOTH, reclothed
from handoutgen.pictures.svg import drawing_from

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 60">
<path d="M5 5L35 5L20 50Z" fill="#005f6b" stroke="#111111"/>
<path d="M8 8L30 8L20 40Z" fill="#cce0e2"/>
<path d="M8 8L30 8L20 30Z" fill="#e0ad84"/>
</svg>
"""
OURS = stamped(SVG, Stamp("a", "0" * 16, 1)).encode()


def test_the_colours_that_are_changed_are_those_that_are_drawn() -> None:
    assert (DRAWN_ACCENT, DRAWN_CLOTH) == (style.ACCENT, style.CLOTH)


def test_cloth_is_the_accent_on_paper() -> None:
    own = tuple(1 - CLOTH_SHARE * (1 - channel) for channel in parse(DRAWN_ACCENT))
    assert own == pytest.approx(parse(DRAWN_CLOTH), abs=1 / 255)


def test_accent_and_cloth_change_and_nothing_else() -> None:
    painted = drawing_from(OURS, accent="#7a1f3d").operators
    plain = drawing_from(OURS).operators
    for old, new in (("0 0.373 0.42 rg", "0.478 0.122 0.239 rg"), ("0.8 0.878 0.886 rg", "0.896 0.824 0.848 rg")):
        assert old in plain and old not in painted
        assert new in painted
        plain = plain.replace(old, new)
    assert plain == painted


def test_the_lines_of_a_drawing_of_ours_can_be_made_heavier_and_keep_its_colours() -> None:
    painted = drawing_from(OURS, accent="#7a1f3d")
    assert painted.with_lines is not None
    heavy = painted.with_lines(2.5).operators
    assert "2.5 w" in heavy and "2.5 w" not in painted.operators
    assert "0.478 0.122 0.239 rg" in heavy
    assert drawing_from(SVG.encode()).with_lines is None


def test_a_strangers_drawing_keeps_its_colours() -> None:
    assert drawing_from(SVG.encode(), accent="#7a1f3d").operators == drawing_from(SVG.encode()).operators


def test_a_colour_near_the_accent_is_another_colour() -> None:
    change = reclothed("#ff0000")
    assert change(parse("#005f6c")) == parse("#005f6c")
    assert change(parse("#005f6b")) == (1.0, 0.0, 0.0)


@pytest.mark.parametrize("brand", ["#7a1f3d", "#1d5c36", "#000000"])
def test_a_colour_by_its_name_is_the_colour_that_the_palette_has_for_it(brand: str) -> None:
    accent = palette(brand).accent
    named, painted = drawing_from(OURS, accent=BY_NAME.accent).operators, drawing_from(OURS, accent=accent).operators
    for name, colour in zip(NAMES, palette(brand).named, strict=True):
        number = NAMES.index(name)
        named = named.replace(f"/Pal cs {number} sc", f"{colour} rg").replace(f"/Pal CS {number} SC", f"{colour} RG")
    assert "/Pal" not in named
    assert [_hex(line) for line in painted.split("\n")] == named.split("\n")


def _hex(line: str) -> str:
    """A line that sets a colour of the clinic's, with that as "#rrggbb"; others as they are."""
    words = line.split(" ")
    if words[-1] not in ("rg", "RG") or line.startswith(("0.067 ", "0.878 ")):
        return line
    red, green, blue = map(float, words[:3])
    return f"{to_hex(red, green, blue)} {words[-1]}"


def test_what_is_pale_in_a_named_colour_is_see_through() -> None:
    pale = SVG.replace('fill="#005f6b"', 'fill="#005f6b" fill-opacity="0.5"')
    drawn = drawing_from(stamped(pale, Stamp("a", "0" * 16, 1)).encode(), accent=BY_NAME.accent)
    assert drawn.resources is not None
    assert [state.share for _, state in drawn.resources.states] == [0.5]
    assert "/Pal cs 0 sc" in drawn.operators


def test_a_gradient_keeps_its_own_colours_where_the_clinics_is_a_name() -> None:
    shaded = SVG.replace(
        "<path d=",
        '<linearGradient id="g"><stop offset="0" stop-color="#005f6b"/><stop offset="1" stop-color="#fff"/>'
        '</linearGradient><path d="M0 0H9V9Z" fill="url(#g)"/><path d=', 1,
    )  # fmt: skip
    drawn = drawing_from(stamped(shaded, Stamp("a", "0" * 16, 1)).encode(), accent=BY_NAME.accent)
    assert drawn.resources is not None
    ((_, ramp),) = drawn.resources.ramps
    assert ramp.stops[0][1] == pytest.approx(parse("#005f6b"), abs=1e-3)
