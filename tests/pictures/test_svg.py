"""SVG drawings: what is drawn is exact, as an independent reader sees it; the output is plain, balanced, the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from handoutgen.design import iconset
from handoutgen.pictures.model import Drawing
from handoutgen.pictures.problem import PictureProblem
from handoutgen.pictures.svg import drawing_from, load_drawing

Render = Callable[[Drawing, int], Image.Image]
RenderPdf = Callable[[bytes, int], Image.Image]


def svg(body: str, attributes: str = 'viewBox="0 0 100 80"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>'.encode()


def draw(body: str, **options: object) -> str:
    return drawing_from(svg(body), **options).operators  # type: ignore[arg-type]


def at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The pixel at a place of the 100 × 80 drawing, y downwards as in SVG."""
    scale = image.width / 100
    return image.getpixel((int(x * scale), int(y * scale)))  # type: ignore[return-value]


def test_y_points_up_and_the_size_is_the_viewbox() -> None:
    drawing = drawing_from(svg('<rect x="10" y="0" width="20" height="30"/>'))
    assert (drawing.width, drawing.height) == (100, 80)
    assert drawing.operators == "q\n0 0 0 rg\n10 80 m\n30 80 l\n30 50 l\n10 50 l\nh\nf\nQ"


def test_a_viewbox_that_starts_elsewhere_is_moved_to_the_origin() -> None:
    drawing = drawing_from(svg('<path d="M-40-30h10v10z"/>', 'viewBox="-50 -40 100 80" width="20cm"'))
    assert "10 70 m\n20 70 l\n20 60 l\nh" in drawing.operators


def test_without_a_viewbox_the_size_in_absolute_units_counts() -> None:
    drawing = drawing_from(svg('<rect width="9" height="9"/>', 'width="1in" height="25.4mm"'))
    assert (drawing.width, drawing.height) == pytest.approx((96, 96))


@pytest.mark.parametrize(
    ("data", "points"),
    [
        ("M1 2 3 4", "1 78 m\n3 76 l"),
        ("m1,2 3,4", "1 78 m\n4 74 l"),
        ("M.5.5+.1e1-.25", "0.5 79.5 m\n1 80.25 l"),
        ("M1 1H9V5h-1v-1", "1 79 m\n9 79 l\n9 75 l\n8 75 l\n8 76 l"),
        ("M0 0C1 1 2 1 3 0S5-1 6 0", "0 80 m\n1 79 2 79 3 80 c\n4 81 5 81 6 80 c"),
        ("M0 0Q3 3 6 0T12 0", "0 80 m\n2 78 4 78 6 80 c\n8 82 10 82 12 80 c"),
        ("M0 0T6 0", "0 80 m\n0 80 2 80 6 80 c"),
        ("M0 0h4v4zl5 5", "0 80 m\n4 80 l\n4 76 l\nh\n0 80 m\n5 75 l"),
        ("M0 0h4v4zm5 5h1", "0 80 m\n4 80 l\n4 76 l\nh\n5 75 m\n6 75 l"),
        ("M0 0A0 5 0 0 1 9 0", "0 80 m\n9 80 l"),
    ],
)
def test_path_data_is_read_as_the_standard_says(data: str, points: str) -> None:
    assert f"\n{points}\n" in draw(f'<path stroke="red" d="{data}"/>')


def test_arc_flags_need_no_spaces(render: Render) -> None:
    tight = draw('<path d="M10 40a30 30 0 0130-30"/>')
    assert tight == draw('<path d="M 10 40 a 30 30 0 0 1 30 -30"/>')


def test_an_arc_too_small_for_its_ends_grows_until_it_reaches(render: Render) -> None:
    image = render(drawing_from(svg('<path d="M20 40A1 1 0 0 1 80 40"/>')), 100)
    assert at(image, 50, 12) == (0, 0, 0)
    assert at(image, 50, 8) == (255, 255, 255)


@pytest.mark.parametrize(
    ("style", "operators"),
    [
        ('fill="#f00"', "1 0 0 rg"),
        ('fill="rgb(0,128,255)"', "0 0.502 1 rg"),
        ('fill="rgb(0% 50% 100%)"', "0 0.5 1 rg"),
        ('fill="RebeccaPurple"', "0.4 0.2 0.6 rg"),
        ('fill="currentColor" color="#00f"', "0 0 1 rg"),
        ('fill="#000" opacity=".5"', "0.5 0.5 0.5 rg"),
        ('fill="#000" fill-opacity="25%"', "0.75 0.75 0.75 rg"),
        ('fill="#ff000080"', "1 0.498 0.498 rg"),
        ('style="fill: #0f0 !important" fill="red"', "0 1 0 rg"),
        ('fill="none" stroke="red" stroke-width="3"', "1 0 0 RG\n3 w\n0 J\n0 j\n4 M\n[] 0 d"),
        ('fill="none" stroke="red" stroke-linecap="round" stroke-linejoin="bevel"', "1 w\n1 J\n2 j"),
        ('fill="none" stroke="red" stroke-dasharray="3" stroke-dashoffset="1"', "[3 3] 1 d"),
    ],
)
def test_colours_and_pens_are_flat_pdf_operators(style: str, operators: str) -> None:
    assert f"{operators}\n" in draw(f'<rect width="10" height="10" {style}/>')


@pytest.mark.parametrize(
    ("style", "operator"),
    [
        ("", "f"),
        ('fill-rule="evenodd"', "f*"),
        ('stroke="red"', "B"),
        ('stroke="red" fill-rule="evenodd"', "B*"),
        ('stroke="red" fill="none"', "S"),
        ('stroke="red" stroke-width="0"', "f"),
        ('stroke="red" fill-opacity="0"', "S"),
    ],
)
def test_fill_and_stroke_choose_the_painting_operator(style: str, operator: str) -> None:
    assert draw(f'<rect width="10" height="10" {style}/>').split("\n")[-2] == operator


def test_what_is_hidden_is_not_drawn() -> None:
    seen = '<rect width="1" height="1"/>'
    hidden = '<g display="none"><rect width="9" height="9"/></g><g visibility="hidden"><circle r="5"/></g>'
    assert draw(hidden + seen + '<rect width="7" height="7" opacity="0"/><defs><circle r="3"/></defs>') == draw(seen)


def test_a_colours_name_is_known_the_second_time_too() -> None:
    from PIL import ImageColor  # keeps what it has looked up, in another form

    ImageColor.getrgb("tomato")
    assert draw('<rect width="1" height="1" fill="tomato"/>').startswith("q\n1 0.388 0.278 rg")


def test_inheritance_opacity_and_transforms_add_up_through_groups() -> None:
    nested = '<g opacity=".5" transform="translate(10 10)"><g opacity=".5" fill="#000" transform="scale(2)">'
    text = draw(nested + '<rect width="5" height="5"/></g></g>')
    assert text == "q\n0.75 0.75 0.75 rg\n10 70 m\n20 70 l\n20 60 l\n10 60 l\nh\nf\nQ"


def test_an_even_transform_scales_the_pen_and_an_uneven_one_keeps_its_matrix() -> None:
    line = '<path d="M0 0h5" stroke="red" transform="{}"/>'
    assert "\n4 w\n" in draw(line.format("rotate(30) scale(2)").replace("/>", ' stroke-width="2"/>'))
    assert "q\n2 0 0 -1 0 80 cm\n0 0 m\n5 0 l\nS\nQ" in draw(line.format("scale(2 1)"))


def test_style_sheets_of_drawing_programs_are_followed() -> None:
    sheet = "<style>/* x */ .a, .b { fill: red } .b{fill:#00f} rect{fill:green} #c{fill:#123456}</style>"
    assert draw(f'{sheet}<rect class="a" width="1" height="1"/>').startswith("q\n1 0 0 rg")
    assert draw(f'{sheet}<rect class="b a" width="1" height="1"/>').startswith("q\n0 0 1 rg")
    assert draw(f'{sheet}<rect width="1" height="1"/>').startswith("q\n0 0.502 0 rg")
    assert draw(f'{sheet}<rect id="c" class="a" width="1" height="1"/>').startswith("q\n0.071 0.204 0.337 rg")


def test_a_use_draws_its_target_again_where_it_says() -> None:
    text = draw('<defs><rect id="r" width="5" height="5"/></defs><use href="#r" x="10" y="20" fill="red"/>')
    assert text == "q\n1 0 0 rg\n10 60 m\n15 60 l\n15 55 l\n10 55 l\nh\nf\nQ"


def test_recolouring_spares_white_and_none() -> None:
    body = '<rect width="9" height="9" fill="red"/><rect width="5" height="5" fill="#fff"/>'
    body += '<rect width="3" height="3" fill="none" stroke="blue"/>'
    text = draw(body, recolour="#00525c")
    assert re.findall(r"(.*) (?:rg|RG)", text) == ["0 0.322 0.361", "1 1 1", "0 0.322 0.361"]


def test_stroke_scale_makes_lines_heavier() -> None:
    assert "\n3 w\n" in draw('<path d="M0 0h9" stroke="red" stroke-width="2"/>', stroke_scale=1.5)


def test_an_editors_own_data_is_dropped() -> None:
    ours = '<rect width="1" height="1"/>'
    theirs = '<x:view xmlns:x="urn:x" href="http://example.org/"><rect width="9" height="9"/><x:script/></x:view>'
    assert draw(theirs + ours) == draw(ours)


MIXED = """
<g transform="translate(50 40) rotate(20) scale(.8 1.2)" stroke="#a33" stroke-width="2" fill="#8bd">
  <rect x="-20" y="-10" width="30" height="20" rx="6"/><circle cx="12" cy="12" r="9" stroke-dasharray="4 2"/></g>
<path d="M10 60q5-20 15 0t15 0a12 7 30 1 1 20-10z" fill="#cce5cc" fill-rule="evenodd" stroke="#000"/>
<polyline points="5,5 20,20 35,5 50,20" fill="none" stroke="#00f" stroke-linejoin="round" stroke-linecap="round"/>
<polygon points="80,10 95,30 70,30" fill="none" stroke="#060" stroke-width="3"/>
<ellipse cx="80" cy="60" rx="12" ry="6" transform="skewX(-10)"/><line x1="2" y1="78" x2="60" y2="76" stroke="#777"/>
"""

NUMBERS = r"(?:-?\d+(?:\.\d{1,3})? )*"
MATRIX = r"(?:-?\d+(?:\.\d{1,6})? ){6}cm"
ALLOWED = re.compile(rf"q|Q|{MATRIX}|\[[\d. ]*\] \S+ d|{NUMBERS}(?:[wJjMmlch]|rg|RG|[fB]\*?|S)")


@pytest.mark.parametrize("name", ["mixed", *iconset.icon_names()[::9]])
def test_only_path_operators_come_out_and_q_is_balanced(name: str) -> None:
    data = svg(MIXED) if name == "mixed" else iconset.icon_path(name).read_bytes()
    lines = drawing_from(data).operators.split("\n")
    assert [line for line in lines if not ALLOWED.fullmatch(line)] == []
    assert lines.count("Q") > 0
    assert lines.count("Q") == lines.count("q")


def test_the_same_bytes_give_the_same_drawing_from_the_cache(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        (tmp_path / name).write_bytes(svg('<circle cx="9" cy="9" r="5"/>'))
    assert load_drawing(tmp_path / "a.svg") is load_drawing(tmp_path / "b.svg")
    (tmp_path / "a.svg").write_bytes(svg('<circle cx="9" cy="9" r="6"/>'))
    assert load_drawing(tmp_path / "a.svg").operators != load_drawing(tmp_path / "b.svg").operators


# svglib does not let shapes inherit from the root element, as our own icons do.
HEALTHICONS = [name for name in iconset.icon_names() if b"stroke=" not in iconset.icon_path(name).read_bytes()]


@pytest.fixture
def by_svglib(render_pdf: RenderPdf) -> Callable[[bytes], Image.Image]:
    """A drawing by svglib and ReportLab, 200 pixels wide: another reading of the same standard."""
    from reportlab.graphics import renderPDF
    from svglib.svglib import svg2rlg

    return lambda data: render_pdf(renderPDF.drawToString(svg2rlg(BytesIO(data))), 200)


def share_that_differs(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ clearly."""
    histogram = ImageChops.difference(one, other).convert("L").histogram()
    return sum(histogram[48:]) / (one.width * one.height)


@pytest.mark.parametrize("source", ["mixed", *HEALTHICONS[::7]])
def test_another_reader_draws_the_same(source: str, render: Render, by_svglib: Callable[[bytes], Image.Image]) -> None:
    data = svg(MIXED) if source == "mixed" else iconset.icon_path(source).read_bytes()
    assert share_that_differs(render(drawing_from(data), 200), by_svglib(data)) <= 0.002


def test_the_comparison_sees_a_moved_shape(render: Render, by_svglib: Callable[[bytes], Image.Image]) -> None:
    moved = svg(MIXED.replace('cx="80" cy="60"', 'cx="78" cy="60"'))
    assert share_that_differs(render(drawing_from(moved), 200), by_svglib(svg(MIXED))) > 0.002


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(PictureProblem, match=r"calf\.svg") as caught:
        load_drawing(tmp_path / "calf.svg")
    assert caught.value.code == "HG077"
