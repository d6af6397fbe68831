"""A drawing is written anew as SVG: the same shapes and colours, and nothing of the file that it was read from."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from handoutgen.pictures.icons import load_icon
from handoutgen.pictures.inline_svg import CURRENT, PREFIX, data_address, inline_svg
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.pictures.raster import raster_from
from handoutgen.pictures.svg import drawing_from

ROOT = Path(__file__).parents[2]
DRAWINGS = sorted((ROOT / "handouts").rglob("*.svg"))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{}</svg>'
SHAPES = {"svg", "g", "path", "defs", "clipPath", "mask", "linearGradient", "radialGradient", "stop"}


def written(inner: str) -> str:
    return inline_svg(drawing_from(SVG.format(inner).encode())).markup


def of_operators(operators: str) -> str:
    return inline_svg(Drawing(100, 50, operators)).markup


@pytest.mark.parametrize(
    ("operators", "markup"),
    [
        ("1 0 0 rg\n0 0 m\n5 5 l\nh\nf", '<path d="M0 0L5 5Z" fill="#ff0000"/>'),
        ("0 g\n0 0 10 5 re\nf*", '<path d="M0 0h10v5h-10Z" fill="#000000" fill-rule="evenodd"/>'),
        (
            "0 0 1 RG\n2 w\n1 J\n1 j\n[3 1] 2 d\n0 0 m\n1 2 3 4 5 6 c\nS",
            '<path d="M0 0C1 2 3 4 5 6" fill="none" stroke="#0000ff" stroke-width="2" stroke-linecap="round"'
            ' stroke-linejoin="round" stroke-dasharray="3 1" stroke-dashoffset="2"/>',
        ),
        ("0 0 m\n1 1 l\n4 M\nS", 'stroke-miterlimit="4"/>'),
        (
            "q\n2 0 0 1 5 6 cm\n0 0 m\n1 1 l\nB\nQ",
            'd="M0 0L1 1" transform="matrix(2 0 0 1 5 6)" fill="#000000" stroke=',
        ),
        (
            "q\n0 0 m\n9 9 l\nW* n\n0 0 m\n1 1 l\nf\nQ\n2 2 m\nf",
            '<g clip-path="url(#\x001)"><path d="M0 0L1 1" fill="#000000"/></g><path d="M2 2"',
        ),
        ("q\n1 0 0 rg\nQ\n0 0 m\nf", '<path d="M0 0" fill="#000000"/>'),
    ],
)
def test_each_operator_is_written_as_svg_has_it(operators: str, markup: str) -> None:
    assert markup in of_operators(operators)


def test_a_page_counts_down_and_pdf_counts_up() -> None:
    assert of_operators("0 0 m\nf").startswith('<g transform="matrix(1 0 0 -1 0 50)">')


def test_clips_gradients_masks_and_layers_keep_what_they_do() -> None:
    gradient = (
        '<defs><linearGradient id="a" x1="0" x2="1"><stop offset="0" stop-color="red"/><stop offset="1" '
        'stop-color="blue"/></linearGradient></defs><rect width="100" height="50" fill="url(#a)"/>'
    )
    markup = written(gradient)
    assert '<stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/></linearGradient>' in markup
    assert f'fill="url(#{PREFIX}1)"' in markup
    seen = written('<rect width="100" height="50"/><rect width="50" height="50" fill="red" opacity="0.5"/>')
    assert '<g opacity="0.5"><path' in seen
    mask = (
        '<mask id="m"><rect width="50" height="50" fill="white"/></mask><rect width="100" height="50" mask="url(#m)"/>'
    )
    masked = written(mask)
    assert re.search(r'<mask id="\x00\d" maskUnits="userSpaceOnUse"', masked)
    assert re.search(r'<g mask="url\(#\x00\d\)">', masked)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_our_drawings_become_well_formed_shapes_and_nothing_else(path: Path) -> None:
    markup = inline_svg(drawing_from(path.read_bytes(), None, 1.0, "#7a1050")).markup.replace(PREFIX, "p-")
    root = ElementTree.fromstring(f"<svg>{markup}</svg>")  # noqa: S314 - ours
    assert {each.tag for each in root.iter()} <= SHAPES
    assert not [key for each in root.iter() for key in each.attrib if key.startswith("on") or key in ("style", "href")]
    idents = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(idents) == len(set(idents))


def test_nothing_of_a_file_but_its_shapes_gets_through() -> None:
    odd = '<title>&lt;b&gt;</title><a href="https://a.org"><path id="evil" class="x" d="M0 0h9v9z"/></a>'
    markup = written(f"{odd}<metadata>y</metadata>")
    assert markup == '<g transform="matrix(1 0 0 -1 0 50)"><path d="M0 50L9 50L9 41Z" fill="#000000"/></g>'


def test_an_icon_takes_the_colour_of_the_text_around_it() -> None:
    markup = inline_svg(load_icon("phone", "#000000"), True).markup
    assert CURRENT in markup
    assert "#" not in markup


def test_the_same_drawing_is_written_once() -> None:
    drawing = drawing_from(SVG.format('<path d="M0 0h9v9z"/>').encode())
    assert inline_svg(drawing) is inline_svg(drawing)


def png(image: Image.Image) -> bytes:
    told = BytesIO()
    image.save(told, "PNG")
    return told.getvalue()


def test_a_photograph_comes_as_what_takes_least() -> None:
    flat = raster_from(png(Image.new("RGB", (40, 30), "navy")), 345.0)
    address = data_address(flat)
    assert address.startswith("data:image/png;base64,")
    back = Image.open(BytesIO(base64.b64decode(address.partition(",")[2])))
    assert (back.size, back.convert("RGB").getpixel((3, 3))) == ((40, 30), (0, 0, 128))
    noise = Raster(400, 300, "RGB", Image.effect_noise((400, 300), 90).convert("RGB").tobytes())
    assert data_address(noise).startswith("data:image/jpeg;base64,")
    assert data_address(Raster(1, 1, "L", b"\xff\xd8\xffjpeg", jpeg=True)) == "data:image/jpeg;base64,/9j/anBlZw=="
