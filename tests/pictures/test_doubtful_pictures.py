"""Pictures that can be printed but will not show: white ones, and photographs with too few pixels."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from handoutgen.content.load import draft_leaflet, load_clinic
from handoutgen.design.scale import CARD_BASE, SMALLEST_BASE, scale_for
from handoutgen.diagnostics import Diagnostic, Severity
from handoutgen.formats import FORMATS, SIZES, Options
from handoutgen.layout.blocks import figures as figure_blocks
from handoutgen.pictures.examine import HIGHEST_PRINTED, LEAST_DPI, WIDEST_PRINTED, broken_pictures, doubts
from handoutgen.pictures.figures import load_figure
from handoutgen.pictures.logo import broken_logo
from handoutgen.pictures.problem import PictureProblem
from handoutgen.pictures.raster import raster_from
from handoutgen.pictures.svg import drawing_from
from handoutgen.workshop import _grid

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80">'


def png(mode: str, size: tuple[int, int], colour: object, name: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new(mode, size, colour).save(file, name)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize(
    ("mode", "colour", "is_blank"),
    [
        ("RGB", (255, 255, 255), True),
        ("RGB", (250, 250, 250), True),
        ("RGB", (255, 255, 240), False),
        ("L", 255, True),
        ("L", 200, False),
        ("RGBA", (0, 0, 0, 0), True),
        ("RGBA", (0, 0, 0, 255), False),
        ("1", 1, True),
    ],
)
def test_a_photograph_with_nothing_darker_than_paper_is_blank(mode: str, colour: object, is_blank: bool) -> None:
    picture = raster_from(png(mode, (2000, 1500), colour), 400.0)
    assert picture.is_blank is is_blank
    assert [doubt.code for doubt in doubts(picture)] == (["HG078"] if is_blank else [])


def test_a_white_jpeg_that_passes_as_it_is_is_blank_too() -> None:
    picture = raster_from(png("RGB", (1200, 800), (255, 255, 255), "JPEG"), 480.0)
    assert (picture.jpeg, picture.is_blank, picture.own_width) == (True, True, 1200)


@pytest.mark.parametrize(
    ("body", "is_blank"),
    [
        ('<rect width="50" height="50" fill="white"/>', True),
        ('<rect width="50" height="50" fill="#fcfcfc"/><rect width="9" height="9" opacity="0.01"/>', True),
        ('<rect width="50" height="50" fill="navy"/><rect width="9" height="9" fill="white"/>', False),
        ('<linearGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-color="#fefefe"/></linearGradient>'
         '<rect width="50" height="50" fill="url(#g)"/>', True),
        ('<linearGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-color="red"/></linearGradient>'
         '<rect width="50" height="50" fill="url(#g)"/>', False),
    ],
)  # fmt: skip
def test_a_drawing_in_white_alone_is_blank(body: str, is_blank: bool) -> None:
    drawing = drawing_from(f"{HEAD}{body}</svg>".encode())
    assert drawing.is_blank is is_blank
    assert [doubt.code for doubt in doubts(drawing)] == (["HG078"] if is_blank else [])


def test_a_photograph_is_coarse_when_its_pixels_are_too_few_where_it_is_printed_widest() -> None:
    enough = int(WIDEST_PRINTED / 72 * LEAST_DPI) + 1
    assert list(doubts(raster_from(png("L", (enough, enough // 2), 0), 480.0))) == []
    (doubt,) = doubts(raster_from(png("L", (60, 40), 0), 480.0))
    assert doubt.code == "HG079"
    assert "60 pixels wide" in doubt.message
    assert "12 dots per inch" in doubt.message
    assert "at least 739 pixels" in doubt.hint


def test_a_high_photograph_is_printed_less_wide_and_needs_fewer_pixels() -> None:
    needed = int(HIGHEST_PRINTED / 2 / 72 * LEAST_DPI) + 2
    assert list(doubts(raster_from(png("L", (needed, 2 * needed), 0), 480.0))) == []


def test_no_form_prints_a_figure_larger_than_the_warning_reckons_with() -> None:
    assert figure_blocks.WIDEST <= WIDEST_PRINTED
    depths = [
        _grid(form, scale_for(form.base(size, Options()), CARD_BASE if form.own_scale else SMALLEST_BASE)).depth
        for name, form in FORMATS.items()
        if not name.endswith("poster")  # a poster shows icons alone
        for size in SIZES.values()
    ]
    assert min(max(depths) * figure_blocks.HIGHEST_SHARE, figure_blocks.LARGE_PANEL_HIGH) <= HIGHEST_PRINTED
    assert figure_blocks.PANEL_HIGH <= figure_blocks.LARGE_PANEL_HIGH


@pytest.mark.parametrize("size", [(30_000, 1), (1, 30_000), (5_100, 100)])
def test_a_strip_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(PictureProblem, match="strip") as caught:
        raster_from(png("1", size, 0)[:60], 400.0)
    assert caught.value.code == "HG075"


def test_a_banner_is_no_strip() -> None:
    assert raster_from(png("L", (5_000, 100), 0), 480.0).own_width == 5_000


def test_a_figure_that_will_not_show_is_a_warning_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "thumb.png").write_bytes(png("L", (60, 40), 0))
    path = tmp_path / "leaflet.yaml"
    fault = Path(__file__).parent / "leaflet_with_thumb.yaml"
    path.write_text(fault.read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = broken_pictures(draft_leaflet(path))
    assert (found.code, found.severity) == ("HG079", Severity.WARNING)
    assert found.span.line > 1


def test_a_white_logo_is_a_warning_and_a_dark_one_is_none(tmp_path: Path) -> None:
    def findings(colour: str) -> list[Diagnostic]:
        (tmp_path / "logo.svg").write_text(f'{HEAD}<rect width="50" height="50" fill="{colour}"/></svg>')
        return list(broken_logo(load_clinic(tmp_path / "clinic.yaml")))

    (tmp_path / "clinic.yaml").write_text(
        "id: hill\nname: Hill Clinic\nemergency_number: 999\nlogo:\n  file: logo.svg\n  alt: Hill Clinic\n",
        encoding="utf-8",
    )
    (white,) = findings("white")
    assert (white.code, white.severity) == ("HG078", Severity.WARNING)
    assert "dark version" in (white.hint or "")
    assert findings("navy") == []


def test_the_file_says_what_it_is_before_its_size_is_reckoned(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png("L", (700, 400), 0))
    assert load_figure(tmp_path, "a.png", max_width_pt=72.0).own_width == 700  # type: ignore[union-attr]


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "huge.png").open("wb") as stream:
        stream.truncate(60_000_001)
    with pytest.raises(PictureProblem, match="more than 60 MB") as caught:
        load_figure(tmp_path, "huge.png", max_width_pt=72.0)
    assert caught.value.code == "HG074"


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    try:
        (tmp_path / "ring.png").symlink_to(tmp_path / "ring.png")
    except OSError:
        pytest.skip("this system makes no links here")
    with pytest.raises(PictureProblem, match=r"ring\.png"):
        load_figure(tmp_path, "ring.png", max_width_pt=72.0)
