"""QR codes: black on white with a quiet zone, readable by a phone, large enough when printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import segno
from PIL import Image

from handoutgen.pictures.model import Drawing
from handoutgen.pictures.problem import PictureProblem
from handoutgen.pictures.qr import MOST_BYTES, QUIET, qr_drawing, qr_side_for, with_room_for
from handoutgen.units import mm

ADDRESS = "https://www.example-clinic.org/leaflets/leg-cramps-ms?lang=en-GB"
Render = Callable[[Drawing, int], Image.Image]


def modules(text: str, render: Render) -> list[list[bool]]:
    """The code read back from its picture: one pixel in the middle of each module."""
    drawing = qr_drawing(text)
    count = int(drawing.width)
    image = render(drawing, count * 5).convert("L")
    grey = image.tobytes()  # one byte a pixel, row after row
    return [[grey[(5 * y + 2) * image.width + 5 * x + 2] < 128 for x in range(count)] for y in range(count)]


def test_the_picture_is_the_code_that_the_encoder_made(render: Render) -> None:
    code = segno.make(ADDRESS.encode(), error="m", micro=False)
    inside = [row[QUIET:-QUIET] for row in modules(ADDRESS, render)[QUIET:-QUIET]]
    assert inside == [[bool(dark) for dark in row] for row in code.matrix]


def test_four_modules_all_round_stay_white(render: Render) -> None:
    rows = modules(ADDRESS, render)
    assert not any(any(row) for row in [*rows[:QUIET], *rows[-QUIET:]])
    assert not any(any(row[:QUIET] + row[-QUIET:]) for row in rows)


@pytest.mark.parametrize("text", [ADDRESS, "https://example.org", "tel:+441632960000", "https://exämple.org", "x" * 99])
def test_a_reader_reads_the_address(text: str, render: Render) -> None:
    reader = pytest.importorskip("zxingcpp")
    assert [found.text for found in reader.read_barcodes(render(qr_drawing(text), 400))] == [text]


def test_the_code_is_the_same_every_time() -> None:
    first = qr_drawing(ADDRESS).operators
    qr_drawing.cache_clear()
    assert qr_drawing(ADDRESS).operators == first


def test_it_is_drawn_as_outlines_not_as_thousands_of_squares() -> None:
    assert len(qr_drawing(ADDRESS).operators) < 9_000


def test_its_side_gives_every_module_four_tenths_of_a_millimetre() -> None:
    drawing = qr_drawing("https://example.org")
    assert qr_side_for("https://example.org") == pytest.approx(drawing.width * mm(0.4))
    assert qr_side_for("https://example.org", mm(1)) == pytest.approx(drawing.width * mm(1))


def test_it_is_known_how_much_goes_into_a_code_of_each_size() -> None:
    for version, most in enumerate(MOST_BYTES, start=1):
        assert segno.make(b"x" * most, error="m", micro=False, boost_error=False).version == version
        assert segno.make(b"x" * (most + 1), error="m", micro=False, boost_error=False).version == version + 1


@pytest.mark.parametrize(
    ("length", "added"),
    [(60, "#2"), (50, "#long-one"), (62, ""), (63, "#long-one"), (76, "#2"), (83, ""), (287, ""), (300, "")],
)
def test_an_ending_goes_in_where_it_makes_a_code_no_larger(length: int, added: str) -> None:
    text = "x" * length
    longer = with_room_for(text, ("#long-one", "#2"))
    assert longer == text + added
    assert qr_drawing(longer).width == qr_drawing(text).width
    assert with_room_for(text, ()) == text


@pytest.mark.parametrize("text", ["", "x" * 301, "ä" * 151])
def test_no_text_and_too_much_text_are_refused(text: str) -> None:
    with pytest.raises(PictureProblem) as caught:
        qr_drawing(text)
    assert caught.value.code == "HG074"
