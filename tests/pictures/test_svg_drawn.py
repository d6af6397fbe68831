"""What ordinary drawing programs write is drawn as browsers draw it: styles, clips, frames, gradients, see-through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PIL import Image

from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render as render_plan
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.problem import PictureProblem
from handoutgen.pictures.svg import drawing_from
from handoutgen.plan.pages import Plan
from handoutgen.text.fontbook import FontBook
from pictures.drawn_page import plan_of
from soundness import unsound

RenderPdf = Callable[[bytes, int], Image.Image]
Pixel = tuple[int, int, int]
Look = Callable[..., "Looked"]
RED, BLUE, GREEN, WHITE = (255, 0, 0), (0, 0, 255), (0, 128, 0), (255, 255, 255)
FRAME = 'viewBox="0 0 100 80"'


def svg(body: str, frame: str = FRAME) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {frame}>{body}</svg>'
    ).encode()


class Looked:
    """A drawing on its page, as PDFium shows it."""

    def __init__(self, drawing: Drawing, image: Image.Image) -> None:
        self.drawing = drawing
        self._image = image

    def at(self, x: float, y: float) -> Pixel:
        """The pixel at a place of the drawing, y downwards as in SVG."""
        scale = self._image.width / self.drawing.width
        pixel = self._image.getpixel((int(x * scale), int(y * scale)))
        assert isinstance(pixel, tuple)
        return pixel[0], pixel[1], pixel[2]


@pytest.fixture
def look(fonts: FontBook, render_pdf: RenderPdf) -> Look:
    """Draw a body, put it into a whole PDF, hold that against all promises, and look at it."""

    def looked(body: str, frame: str = FRAME, **options: str) -> Looked:
        drawing = drawing_from(svg(body, frame), **options)  # type: ignore[arg-type]
        plan: Plan = plan_of(drawing, date(2026, 1, 1))
        data = render_plan(plan, fonts)
        assert verify(data, plan) == ()  # this knows clips, so it answers for the ink
        assert [problem for problem in unsound(data, plan) if " ink" not in f" {problem}"] == []
        return Looked(drawing, render_pdf(data, 400))

    return looked


def near(one: Pixel, other: Pixel, most: int = 6) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


# -- styles --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "element", "colour"),
    [
        (".a{fill:blue !important}.b{fill:red}", 'class="a b"', BLUE),
        (".a{fill:blue !important}#i{fill:red}", 'class="a" id="i"', BLUE),
        (".a{fill:blue!important}", 'class="a" style="fill:red"', BLUE),
        (".a{fill:blue!important}", 'class="a" style="fill:red!important"', RED),
        (".a{fill:blue}#i{fill:red}", 'class="a" id="i"', RED),
        ("rect.a{fill:blue}.a{fill:red}", 'class="a"', BLUE),
        (".a{fill:red}.b{fill:blue}", 'class="b a"', BLUE),
        ("g .a{fill:blue}", 'class="a"', BLUE),
        ("g > .a{fill:blue}", 'class="a"', BLUE),
        ("svg > .a{fill:blue}", 'class="a" fill="red"', RED),
        ("svg g.w rect{fill:blue}", "", BLUE),
        ("@charset 'utf-8';@font-face{font-family:x}rect{fill:blue}", "", BLUE),
        ("<![CDATA[/* .a{fill:red} */ <!-- rect{fill:blue} -->]]>", "", BLUE),
        ("", 'fill="hsl(240, 100%, 50%)"', BLUE),
        ("", 'fill="hsl(120deg 100% 25.1%)"', GREEN),
        ("", 'fill="var(--brand, blue)"', BLUE),
        ("", 'fill="url(#nowhere) blue"', BLUE),
    ],
)
def test_the_cascade_is_that_of_css(sheet: str, element: str, colour: Pixel, look: Look) -> None:
    body = f'<style>{sheet}</style><g class="w"><rect {element} width="100" height="80"/></g>'
    assert look(body).at(50, 40) == colour


def test_shapes_get_their_measures_from_the_style_sheet(look: Look) -> None:
    seen = look("<style>.dot{r:20px;cx:50%;cy:50%;fill:blue}</style><circle class='dot'/><rect width='1' height='1'/>")
    assert (seen.at(50, 40), seen.at(68, 40), seen.at(72, 40)) == (BLUE, BLUE, WHITE)


@pytest.mark.parametrize("radii", ["rx='30'", "ry='30'", "rx='30' ry='auto'", "style='rx:auto;ry:30px'"])
def test_an_ellipse_with_one_radius_is_a_circle(radii: str, look: Look) -> None:
    seen = look(f"<ellipse cx='50' cy='40' {radii} fill='blue'/>")
    assert (seen.at(50, 12), seen.at(78, 40), seen.at(50, 8)) == (BLUE, BLUE, WHITE)


@pytest.mark.parametrize(
    "turned",
    [
        "transform='rotate(90)' transform-origin='50 40'", "transform='rotate(90)' style='transform-origin:50px 40px'",
        "style='transform:rotate(90deg);transform-origin:50% 50%'", "transform='rotate(90)' transform-origin='center'",
        "transform='rotate(90 50 40)'",
    ],
)  # fmt: skip
def test_a_turn_goes_about_the_stated_origin(turned: str, look: Look) -> None:
    seen = look(f"<rect x='60' y='35' width='20' height='10' fill='blue' {turned}/><path d='M0 0h1v1z'/>")
    assert (seen.at(50, 60), seen.at(70, 40)) == (BLUE, WHITE)


def test_percentages_are_of_the_frame(look: Look) -> None:
    seen = look('<rect x="50%" width="50%" height="50%" fill="blue"/>')
    assert (seen.at(75, 20), seen.at(25, 20), seen.at(75, 60)) == (BLUE, WHITE, WHITE)


def test_a_line_may_be_painted_before_the_fill(look: Look) -> None:
    shape = '<rect x="30" y="20" width="40" height="40" fill="blue" stroke="red" stroke-width="20"{}/>'
    assert look(shape.format("")).at(35, 40) == RED
    assert look(shape.format(' paint-order="stroke"')).at(35, 40) == BLUE


def test_the_smallest_radii_of_an_arc_make_a_half_circle_and_no_overflow(look: Look) -> None:
    seen = look('<path d="M20 40A1e-300 1e-300 0 0 1 80 40z" fill="blue"/>')
    assert (seen.at(50, 20), seen.at(50, 60)) == (BLUE, WHITE)
    drawing_from(svg('<path d="M0 0A1e-300 1 0 0 0 50 50A1 1e-300 9 1 1 0 9z"/>'))
    drawing_from(svg('<rect width="9" height="9" rx="1e-300"/><path d="M9 9A5 5 0 1 0 9 9.0000000000001"/>'))


# -- structure -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        '<symbol id="s" viewBox="0 0 2 2"><rect width="2" height="2"/></symbol>'
        '<use href="#s" x="20" y="20" width="40" height="40"/>',
        '<svg x="20" y="20" width="40" height="40" viewBox="0 0 2 2"><rect width="2" height="2"/></svg>',
        '<svg x="20" y="20" width="40" height="40"><rect x="-50" width="900" height="900" y="-9"/></svg>',
        '<svg x="20" y="20" width="40" height="40" viewBox="0 0 4 2" preserveAspectRatio="xMidYMid slice">'
        '<rect width="4" height="2"/></svg>',
        '<switch><rect width="100" height="80" systemLanguage="fr"/><g><rect x="20" y="20" width="40" height="40"/></g>'
        '<rect width="9" height="9"/></switch>',
        '<switch><foreignObject requiredExtensions="x"/><rect x="20" y="20" width="40" height="40"/></switch>',
        '<a href="https://example.org"><rect x="20" y="20" width="40" height="40"/></a>',
    ],
)
def test_what_is_in_the_drawing_stands_where_it_belongs(body: str, look: Look) -> None:
    seen = look(f'<g fill="blue">{body}</g>')
    assert (seen.at(22, 22), seen.at(58, 58)) == (BLUE, BLUE)
    assert (seen.at(17, 40), seen.at(63, 40), seen.at(5, 5)) == (WHITE, WHITE, WHITE)


def test_a_document_type_with_plain_entities_is_read(look: Look) -> None:
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.example/x.dtd" [<!ENTITY ns "url-of-an-editor">]>'
    )
    data = doctype.encode() + svg('<rect xmlns:i="&ns;" i:role="&ns;" width="9" height="9"/>')
    assert drawing_from(data).operators == drawing_from(svg('<rect width="9" height="9"/>')).operators


def test_arrow_heads_stand_at_the_ends_of_lines_and_point_along_them(look: Look) -> None:
    marker = (
        '<marker id="m" viewBox="0 0 2 2" refX="1" refY="1" markerWidth="4" markerHeight="4" orient="auto">'
        '<path d="M0 0L2 1L0 2z" fill="blue"/></marker>'
    )
    seen = look(f'{marker}<path d="M50 10V60" stroke="red" stroke-width="5" marker-end="url(#m)"/>')
    assert (seen.at(50, 62), seen.at(58, 52), seen.at(58, 66), seen.at(50, 20)) == (BLUE, BLUE, WHITE, RED)


def test_artwork_past_the_frame_is_cut_there(look: Look) -> None:
    seen = look('<path d="M-40 20H140V60H-40z" fill="blue"/>')
    assert "re\nW n" in seen.drawing.operators
    assert seen.at(1, 40) == seen.at(99, 40) == BLUE


def test_a_frame_of_other_proportions_leaves_room_beside_the_drawing() -> None:
    wide = drawing_from(svg('<rect width="100" height="80"/>', 'viewBox="0 0 100 80" width="400" height="160"'))
    assert (wide.width, wide.height) == (200, 80)
    assert "50 80 m" in wide.operators


# -- clips and masks -----------------------------------------------------------------------------------------------


def test_a_clip_that_is_the_whole_frame_is_left_aside() -> None:
    clip = '<clipPath id="c"><path fill="#fff" d="M0 0h100v80H0z"/></clipPath>'
    shape = '<rect x="9" y="9" width="50" height="50"/>'
    assert (
        drawing_from(svg(f'{clip}<g clip-path="url(#c)">{shape}</g>')).operators == drawing_from(svg(shape)).operators
    )


@pytest.mark.parametrize(
    "clip",
    [
        '<clipPath id="c"><circle cx="50" cy="40" r="20" fill="none"/></clipPath>',
        '<defs><circle id="d" cx="50" cy="40" r="20"/></defs><clipPath id="c"><use xlink:href="#d"/></clipPath>',
        '<clipPath id="c" clipPathUnits="objectBoundingBox"><ellipse cx=".5" cy=".5" rx=".2" ry=".25"/></clipPath>',
        '<clipPath id="c" transform="translate(50 40)"><circle r="20"/></clipPath>',
        '<clipPath id="c"><circle cx="50" cy="40" r="20"/><circle cx="50" cy="40" r="12"/></clipPath>',
        '<clipPath id="d"><rect y="20" width="100" height="40"/></clipPath>'
        '<clipPath id="c" clip-path="url(#d)"><rect x="30" width="40" height="80"/></clipPath>',
        '<mask id="c"><circle cx="50" cy="40" r="20" fill="white"/></mask>',
        '<mask id="c" style="mask-type:alpha"><circle cx="50" cy="40" r="20"/></mask>',
    ],
)
def test_a_clip_or_mask_shows_what_is_inside(clip: str, look: Look) -> None:
    how = "mask" if "<mask" in clip else "clip-path"
    seen = look(f'{clip}<rect width="100" height="80" fill="blue" {how}="url(#c)"/>')
    assert (seen.at(50, 40), seen.at(35, 40), seen.at(50, 56)) == (BLUE, BLUE, BLUE)
    assert (seen.at(25, 40), seen.at(50, 10)) == (WHITE, WHITE)


def test_a_clip_with_a_hole_keeps_it(look: Look) -> None:
    hole = '<clipPath id="c"><path clip-rule="evenodd" d="M10 10h80v60h-80zM40 30h20v20h-20z"/></clipPath>'
    seen = look(f'{hole}<rect width="100" height="80" fill="blue" clip-path="url(#c)"/>')
    assert (seen.at(50, 40), seen.at(20, 20), seen.at(5, 5)) == (WHITE, BLUE, WHITE)


def test_a_clip_of_nothing_leaves_nothing() -> None:
    clip = '<clipPath id="c"/><rect width="9" height="9"/><rect width="50" height="50" clip-path="url(#c)"/>'
    assert drawing_from(svg(clip)).operators == drawing_from(svg('<rect width="9" height="9"/>')).operators


def test_a_mask_weighs_colours_by_their_lightness(look: Look) -> None:
    grey = '<mask id="m"><rect width="100" height="80" fill="#808080"/></mask>'
    assert near(look(f'{grey}<rect width="100" height="80" fill="blue" mask="url(#m)"/>').at(50, 40), (127, 127, 255))


# -- gradients -----------------------------------------------------------------------------------------------------

STOPS = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>'


@pytest.mark.parametrize(
    "gradient",
    [
        f'<linearGradient id="g">{STOPS}</linearGradient>',
        f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" x2="100">{STOPS}</linearGradient>',
        f'<linearGradient id="h">{STOPS}</linearGradient><linearGradient id="g" xlink:href="#h" y2="0"/>',
        f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="0" y2="100" '
        f'gradientTransform="rotate(-90)">{STOPS}</linearGradient>',
        '<linearGradient id="g"><stop offset="0" style="stop-color:red"/><stop offset=".5" stop-color="#800080"/>'
        '<stop offset="100%" stop-color="blue"/></linearGradient>',
    ],
)
@pytest.mark.parametrize("shape", ['<rect width="100" height="80" fill="url(#g)"/>',
                                   '<path d="M0 40H100" stroke="url(#g)" stroke-width="60"/>'])  # fmt: skip
def test_a_linear_gradient_runs_from_colour_to_colour(gradient: str, shape: str, look: Look) -> None:
    if "M0 40H100" in shape and "userSpace" not in gradient:
        gradient = gradient.replace('id="g"', 'id="g" gradientUnits="userSpaceOnUse" x1="0" x2="100"')
    seen = look(gradient + shape)
    assert near(seen.at(2, 40), (250, 0, 5))
    assert near(seen.at(50, 40), (128, 0, 128))
    assert near(seen.at(98, 40), (5, 0, 250))


def test_a_radial_gradient_runs_from_its_focus_outwards(look: Look) -> None:
    seen = look(f'<radialGradient id="g">{STOPS}</radialGradient><circle cx="50" cy="40" r="40" fill="url(#g)"/>')
    assert near(seen.at(50, 40), RED)
    assert near(seen.at(70, 40), (128, 0, 128))
    assert near(seen.at(88, 40), (12, 0, 242), 8)


def test_a_gradient_of_one_stop_or_without_length_is_its_last_colour() -> None:
    flat = drawing_from(svg('<rect width="9" height="9" fill="blue"/>')).operators
    for gradient in ('<stop stop-color="blue"/>', STOPS):
        body = f'<linearGradient id="g" x2="0">{gradient}</linearGradient><rect width="9" height="9" fill="url(#g)"/>'
        assert drawing_from(svg(body)).operators == flat


def test_hard_stops_and_stops_out_of_order_are_drawn(look: Look) -> None:
    stops = "".join(
        f'<stop offset="{offset}" stop-color="{colour}"/>'
        for offset, colour in ((0.5, "red"), (0.5, "blue"), (0.2, "blue"), (1, "blue"), (1, "red"))
    )
    seen = look(f'<linearGradient id="g">{stops}</linearGradient><rect width="100" height="80" fill="url(#g)"/>')
    assert (seen.at(45, 40), seen.at(55, 40)) == (RED, BLUE)


def test_a_gradient_may_fade_away(look: Look) -> None:
    stops = '<stop stop-color="blue"/><stop offset="1" stop-color="blue" stop-opacity="0"/>'
    body = f'<linearGradient id="g">{stops}</linearGradient><rect width="100" height="80" fill="red"/>'
    seen = look(body + '<rect width="100" height="80" fill="url(#g)"/>')
    assert near(seen.at(2, 40), (5, 0, 250), 8)
    assert near(seen.at(50, 40), (127, 0, 128))
    assert near(seen.at(98, 40), (250, 0, 5), 8)


def test_a_gradient_that_repeats_is_refused() -> None:
    body = f'<linearGradient id="g" spreadMethod="repeat">{STOPS}</linearGradient><path d="M0 0h9v9z" fill="url(#g)"/>'
    with pytest.raises(PictureProblem, match="repeats"):
        drawing_from(svg(body))


def test_a_recoloured_gradient_is_the_one_colour() -> None:
    body = f'<linearGradient id="g">{STOPS}</linearGradient><rect width="9" height="9" fill="url(#g)"/>'
    plain = drawing_from(svg('<rect width="9" height="9"/>'), "#0000ff")
    assert drawing_from(svg(body), "#0000ff").operators == plain.operators


# -- see-through ---------------------------------------------------------------------------------------------------


def test_what_is_see_through_on_bare_paper_is_a_paler_flat_colour() -> None:
    drawing = drawing_from(svg('<rect width="9" height="9" opacity=".5"/><rect x="20" width="9" height="9"/>'))
    assert drawing.resources is None
    assert "0.5 0.5 0.5 rg" in drawing.operators


@pytest.mark.parametrize(
    ("over", "place", "colour"),
    [
        ('<rect width="60" height="80" fill="red" opacity=".5"/>', (50, 40), (128, 0, 128)),
        ('<rect width="60" height="80" fill="red" fill-opacity=".5"/>', (50, 40), (128, 0, 128)),
        ('<rect width="60" height="80" fill="#ff000080"/>', (50, 40), (128, 0, 128)),
        ('<path d="M0 40H60" stroke="red" stroke-width="60" stroke-opacity=".5"/>', (50, 40), (128, 0, 128)),
        ('<g opacity=".5"><rect width="60" height="80" fill="red"/><rect width="60" height="80" fill="white"/></g>',
         (50, 40), (128, 128, 255)),
        ('<g opacity=".5"><rect width="60" height="80" fill="red" stroke="red" stroke-width="30"/></g>', (50, 40),
         (128, 0, 128)),
        ('<g opacity=".5"><g opacity=".5"><rect width="60" height="80" fill="red"/></g><path d="M0 0h9v9"/></g>',
         (50, 40), (64, 0, 191)),
    ],
)  # fmt: skip
def test_what_is_beneath_shows_through(over: str, place: tuple[int, int], colour: Pixel, look: Look) -> None:
    seen = look(f'<rect x="40" width="60" height="80" fill="blue"/>{over}')
    assert near(seen.at(*place), colour)
    assert seen.at(90, 40) == BLUE


def test_a_see_through_group_on_paper_is_made_of_flat_colours(look: Look) -> None:
    seen = look(
        '<g opacity=".5"><rect width="60" height="80" fill="red"/><rect width="30" height="80" fill="blue"/></g>'
    )
    assert seen.drawing.resources is None
    assert near(seen.at(15, 40), (128, 128, 255))
    assert near(seen.at(50, 40), (255, 128, 128))


# -- hostile -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        '<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath><g clip-path="url(#c)">'
        '<path d="M0 0h9v9"/></g>',
        '<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask><path d="M0 0h9v9" mask="url(#m)"/>',
        '<marker id="k"><path d="M0 0h9" marker-end="url(#k)"/></marker><path d="M0 0h9" marker-end="url(#k)"/>',
        '<symbol id="s"><use href="#s"/></symbol><use href="#s"/>',
        '<marker id="k"><path d="M0 0h1v1z"/></marker>'
        f'<path stroke="red" d="M0 0{"h1v1" * 2_000}" marker-mid="url(#k)"/>',
        "<g>" * 8 + "".join(f"<style>{'g ' * 7}path{{fill:#{i:03x}}}</style>" for i in range(900))
        + "<path d='M0 0h9'/>" * 900 + "</g>" * 8,
    ],
    ids=["clip", "mask", "marker", "symbol", "many markers", "long selectors"],
)  # fmt: skip
def test_what_repeats_itself_is_refused_soon(body: str) -> None:
    with pytest.raises(PictureProblem) as caught:
        drawing_from(svg(body))
    assert caught.value.code == "HG074"


def test_a_ring_of_gradients_ends(look: Look) -> None:
    ring = (
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect width="9" height="9" fill="blue"/>'
    )
    assert look(f'{ring}<rect width="50" height="50" fill="url(#a)"/>').at(5, 5) == BLUE


@pytest.mark.parametrize(
    "movement",
    [
        '<animate attributeName="x" from="0" to="50" dur="1s"/>',
        '<animate attributeName="opacity" values="1;0;1" dur="1s"/>',
        '<animateTransform attributeName="transform" type="rotate" to="360"/>',
        '<set attributeName="fill" to="blue"/>',
    ],
)
def test_what_moves_on_a_screen_stands_still_on_paper(look: Look, movement: str) -> None:
    assert look(f'<rect width="40" height="40" fill="red" opacity="1">{movement}</rect>').at(20, 20) == RED
