"""Drawings with gradients or see-through parts become forms that fill the unit square, each stored once."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest

from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.pictures.model import Drawing, DrawingResources, Ramp, SeeThrough
from handoutgen.text.fontbook import FontBook
from pictures.drawn_page import plan_of
from soundness import assert_sound

RED, BLUE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
AXIS = (0.0, 0.0, 1.0, 0.0)
TODAY = date(2026, 1, 1)


def shaded(*stops: tuple[float, tuple[float, float, float]], coordinates: tuple[float, ...] = AXIS) -> Drawing:
    ramp = Ramp(coordinates, (100.0, 0.0, 0.0, -80.0, 0.0, 80.0), stops)
    return Drawing(100, 80, "q\n/Pattern cs /P1 scn\n0 0 100 80 re\nf\nQ", DrawingResources(ramps=(("P1", ramp),)))


def opened(drawing: Drawing, fonts: FontBook, copies: int = 1) -> pikepdf.Pdf:
    plan = plan_of(drawing, TODAY, copies)
    data = render(plan, fonts)
    assert verify(data, plan) == ()
    assert_sound(data, plan)
    return pikepdf.open(io.BytesIO(data))


def form_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    (form,) = pdf.pages[0].Resources.XObject.values()
    return form


def test_a_drawing_without_resources_stays_in_the_page(fonts: FontBook) -> None:
    pdf = opened(Drawing(100, 80, "q\n0 0 100 80 re\nf\nQ"), fonts)
    assert "/XObject" not in pdf.pages[0].Resources


def test_a_form_fills_the_unit_square_and_has_resources_of_its_own(fonts: FontBook) -> None:
    pdf = opened(shaded((0.0, RED), (1.0, BLUE)), fonts)
    form = form_of(pdf)
    assert [float(number) for number in form.Matrix] == pytest.approx([1 / 100, 0, 0, 1 / 80, 0, 0])
    assert [float(number) for number in form.BBox] == [0, 0, 100, 80]
    shading = form.Resources.Pattern.P1.Shading
    assert (int(shading.ShadingType), str(shading.ColorSpace)) == (2, "/DeviceRGB")
    assert list(shading.Extend) == [True, True]


def test_two_circles_make_a_radial_shading(fonts: FontBook) -> None:
    pdf = opened(shaded((0.0, RED), (1.0, BLUE), coordinates=(0.5, 0.5, 0, 0.5, 0.5, 0.5)), fonts)
    form = form_of(pdf)
    assert form.Resources.Pattern.P1.Shading.ShadingType == 3


@pytest.mark.parametrize(
    "places", [(0.0, 1.0), (0.5, 0.5), (0.0, 0.0), (1.0, 1.0), (0.2, 0.2, 0.2, 0.9), (0.0, 0.5, 0.5, 1.0), (1.0,) * 5]
)
def test_the_bounds_of_a_ramp_rise_wherever_its_stops_are(places: tuple[float, ...], fonts: FontBook) -> None:
    pdf = opened(shaded(*((place, RED if index % 2 else BLUE) for index, place in enumerate(places))), fonts)
    form = form_of(pdf)
    function = form.Resources.Pattern.P1.Shading.Function
    bounds = [0.0, *(float(bound) for bound in function.Bounds), 1.0]
    assert bounds == sorted(set(bounds))
    assert len(function.Functions) == len(bounds) - 1
    assert len(function.Encode) == 2 * len(function.Functions)


def test_layers_and_masks_are_groups_that_blend_in_rgb(fonts: FontBook) -> None:
    layers = (("L1", "q\n1 g\n0 0 50 80 re\nf\nQ"), ("L2", "q\n1 0 0 rg\n0 0 100 80 re\nf\nQ"))
    states = (("G1", SeeThrough(0.5, "L1")), ("G2", SeeThrough(0.25, "L1", is_alpha=True)), ("G3", SeeThrough(0.75)))
    operators = "\n".join(f"q\n/{name} gs\n/L2 Do\nQ" for name, _ in states)
    pdf = opened(Drawing(100, 80, operators, DrawingResources(states=states, layers=layers)), fonts)
    form = form_of(pdf)
    first, second, third = (form.Resources.ExtGState[f"/G{number}"] for number in (1, 2, 3))
    assert [state.SMask.S for state in (first, second)] == ["/Luminosity", "/Alpha"]
    assert (float(third.ca), float(third.CA), "/SMask" in third) == (0.75, 0.75, False)
    for group in (form, first.SMask.G, form.Resources.XObject.L2):
        assert (str(group.Group.S), str(group.Group.CS)) == ("/Transparency", "/DeviceRGB")


def test_a_drawing_painted_twice_is_stored_once(fonts: FontBook) -> None:
    drawing = shaded((0.0, RED), (1.0, BLUE))
    pdf = opened(drawing, fonts, copies=2)
    assert len(pdf.pages[0].Resources.XObject.keys()) == 1


def test_the_same_drawing_gives_the_same_bytes(fonts: FontBook) -> None:
    one, other = (render(plan_of(shaded((0.0, RED), (1.0, BLUE)), TODAY), fonts) for _ in range(2))
    assert one == other


def test_what_a_clip_cuts_off_leaves_no_ink_for_the_check_to_find(fonts: FontBook) -> None:
    outside = "q\n0 0 100 80 re\nW n\n500 500 9 9 re\nf\n-90 0 300 80 re\nf\nQ"
    plan = plan_of(Drawing(100, 80, outside), TODAY)
    assert verify(render(plan, fonts), plan) == ()
    uncut = plan_of(Drawing(100, 80, outside.replace("0 0 100 80 re\nW n\n", "")), TODAY)
    assert any("does not hold its ink" in problem for problem in verify(render(uncut, fonts), uncut))
