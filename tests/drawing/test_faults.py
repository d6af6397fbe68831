"""Faults in drawings, each shown one that was planted, beside the same drawing without it."""

from __future__ import annotations

import numpy as np
import pytest

from handoutgen.drawing import style
from handoutgen.drawing.checks.faults import MOST_BYTES, Fault, faults_of
from handoutgen.drawing.checks.marks import course_of, read_marks

INK = ' stroke="#111111" stroke-width="0.353"'
SKIN = f' fill="{style.SKINS["brown"]}"'
ACCENT = f' fill="{style.ACCENT}" stroke="none"'
KEYLINE = ' fill="#ffffff" stroke="#ffffff" stroke-width="0.522"'
BLOB = "M10 10c10 0 10 0 10 10 0 10-10 10-10 10-10 0-10-10-10-10 0-10 10-10 10-10z"


def drawing(*paths: tuple[str, str], width: float = 40, height: float = 40) -> str:
    lines = [f'<path d="{data}"{paint}/>' for data, paint in paths]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
            f'viewBox="0 0 {width} {height}">',
            f'<g fill="none"{INK} stroke-linecap="round" stroke-linejoin="round">',
            *lines,
            "</g>",
            "</svg>",
            "",
        ]
    )


def box(x: float, y: float, width: float, height: float) -> str:
    return f"M{x} {y}l{width} 0 0 {height} {-width} 0z"


def kinds(*paths: tuple[str, str]) -> list[str]:
    return [fault.kind for fault in faults_of(drawing(*paths))]


def test_path_data_is_read_as_it_is_written() -> None:
    assert course_of("M1 2l3-.5 .5 .25z").tolist() == [[1, 2], [4, 1.5], [4.5, 1.75]]
    curve = course_of("M0 0c0 4 4 4 4 0")
    assert len(curve) == 9
    assert curve[4] == pytest.approx([2, 3])
    assert curve[-1] == pytest.approx([4, 0])
    two = course_of("M10.5-1c1 0 2 0 3 0 1 0 2 0 3-.5l1 1")
    assert two[8] == pytest.approx([13.5, -1])
    assert two[16] == pytest.approx([16.5, -1.5])
    assert two[17] == pytest.approx([17.5, -0.5])


def test_paint_is_that_of_the_path_or_else_of_all() -> None:
    plain, bare, painted = read_marks(
        drawing((box(5, 5, 9, 9), SKIN), (BLOB, ' fill="none" stroke="none"'), ("M1 1l5 5", ' stroke-width="0.6"'))
    ).marks
    assert (plain.fill, plain.stroke, plain.width, plain.closed) == (style.SKINS["brown"], "#111111", 0.353, True)
    assert (bare.fill, bare.stroke) == (None, None)
    assert (painted.stroke, painted.width, painted.closed) == ("#111111", 0.6, False)


def test_what_is_no_drawing_of_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="no drawing made from a pose"):
        read_marks("<svg/>")


def test_a_good_drawing_has_no_fault() -> None:
    assert faults_of(drawing((box(5, 5, 20, 20), SKIN), (box(9, 9, 6, 6), KEYLINE), (box(9, 9, 6, 6), ACCENT))) == ()


def test_an_outline_that_crosses_itself() -> None:
    assert kinds(("M5 5l20 20 0-20-20 20z", SKIN)) == ["crossing"]
    assert kinds(("M5 5l20 0 0 20-20 0z", SKIN)) == []
    (fault,) = faults_of(drawing(("M5 5l20 20 0-20-20 20z", SKIN)))
    assert "a loop of 100.0 mm²" in fault.text
    assert kinds(("M5 5l20 0 0 20-.1 0 .2-.1-20 0z", SKIN)) == []


@pytest.mark.parametrize(("apart", "found"), [(0.3, ["sliver"]), (0.45, ["sliver"]), (0.9, []), (6, [])])
def test_a_limb_that_peeps_out_behind_another(apart: float, found: list[str]) -> None:
    slope = "l4 22 5 0-4-22z"
    assert kinds((f"M{5 + apart} 5{slope}", SKIN), (f"M5 5{slope}", SKIN)) == found


def test_what_is_covered_is_no_sliver() -> None:
    slope = "l4 22 5 0-4-22z"
    near, far = (f"M5 5{slope}", SKIN), (f"M5.3 5{slope}", SKIN)
    assert kinds(far, near, (box(2, 3, 20, 28), SKIN)) == []


def test_a_body_that_lies_on_a_line_is_no_sliver() -> None:
    assert kinds(("M2 25.3l36 0", ""), (box(5, 5, 20, 20), SKIN)) == []


@pytest.mark.parametrize(
    ("x", "y", "found"),
    [(0.5, 5, []), (0.1, 5, ["outside"]), (5, 0.1, ["outside"]), (19.9, 5, ["outside"]), (5, 19.9, ["outside"])],
)
def test_a_stroke_that_the_frame_cuts(x: float, y: float, found: list[str]) -> None:
    assert kinds((box(x, y, 20, 20), SKIN)) == found


def test_a_fill_without_a_stroke_may_go_to_the_edge() -> None:
    assert kinds((box(0, 0, 40, 40), SKIN + ' stroke="none"')) == []


@pytest.mark.parametrize("skin", ["brown", "dark"])
def test_a_muscle_without_its_white_line_on_a_skin_that_is_too_dark(skin: str) -> None:
    ground = (box(2, 2, 30, 30), f' fill="{style.SKINS[skin]}"')
    muscle = (box(9, 9, 8, 8), ACCENT)
    assert kinds(ground, muscle) == ["contrast"]
    assert kinds(ground, (box(9, 9, 8, 8), KEYLINE), muscle) == []
    assert kinds((box(2, 2, 30, 30), ' fill="#ffffff"'), muscle) == []


def test_an_arrow_over_a_dark_skin_needs_its_white_line() -> None:
    ground = (box(2, 2, 30, 30), f' fill="{style.SKINS["dark"]}"')
    arrow = ("M6 6l15 15", f' stroke="{style.ACCENT}" stroke-width="0.617"')
    assert kinds(ground, arrow) == ["contrast"]
    assert kinds(ground, ("M6 6l15 15", ' stroke="#ffffff" stroke-width="1.2"'), arrow) == []


def test_a_drawing_that_is_too_heavy() -> None:
    path = (box(5, 5, 20, 20), SKIN)
    heavy = drawing(path).replace("</g>", "<!--" + "x" * MOST_BYTES + "--></g>")
    assert [fault.kind for fault in faults_of(heavy)] == ["size"]
    assert faults_of(heavy, frames=2) == ()


def test_a_fault_says_where_it_is() -> None:
    (fault,) = faults_of(drawing((box(-3, 5, 20, 20), SKIN)))
    assert isinstance(fault, Fault)
    assert fault.text.startswith("A stroke lies 3.18 mm outside the frame")
    assert np.isfinite([fault.x, fault.y]).all()
