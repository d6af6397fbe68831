"""A figure's name: only a file that really lies in the figures folder is opened, and what it is its bytes say."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from handoutgen.pictures.figures import figure_path, load_figure
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.pictures.problem import PictureProblem

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M0 0h9" stroke="red"/></svg>'


def png() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (4, 4), "red").save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    figures = tmp_path / "figures"
    (figures / "more").mkdir(parents=True)
    (figures / "calf-stretch.svg").write_bytes(SVG)
    (figures / "more" / "deep.svg").write_bytes(SVG)
    (tmp_path / "outside.svg").write_bytes(SVG)
    return figures


def refused(folder: Path, name: str) -> PictureProblem:
    with pytest.raises(PictureProblem) as caught:
        load_figure(folder, name, max_width_pt=300)
    return caught.value


def test_a_drawing_and_a_picture_are_told_apart_by_their_bytes(folder: Path) -> None:
    (folder / "wrongly-named.svg").write_bytes(png())
    (folder / "wrongly-named.png").write_bytes(b"\xef\xbb\xbf" + SVG)
    assert isinstance(load_figure(folder, "calf-stretch.svg", max_width_pt=300), Drawing)
    assert isinstance(load_figure(folder, "wrongly-named.svg", max_width_pt=300), Raster)
    assert isinstance(load_figure(folder, "wrongly-named.png", max_width_pt=300), Drawing)


def test_a_drawing_in_utf_16_is_read(folder: Path) -> None:
    (folder / "wide.svg").write_bytes(('<?xml version="1.0" encoding="UTF-16"?>' + SVG.decode()).encode("utf-16"))
    assert isinstance(load_figure(folder, "wide.svg", max_width_pt=300), Drawing)


def test_lines_can_be_made_heavier(folder: Path) -> None:
    heavy = load_figure(folder, "calf-stretch.svg", max_width_pt=300, stroke_scale=2)
    assert isinstance(heavy, Drawing)
    assert "\n2 w\n" in heavy.operators


@pytest.mark.parametrize(
    "name",
    ["../outside.svg", "..", ".", "", "more/deep.svg", "more\\deep.svg", "/etc/passwd", "C:\\x.svg", "C:x.svg",
     "\\\\server\\x.svg", "a\0.svg", ".hidden", "calf-stretch.svg ", "calf-stretch.svg.", "a:stream", "~/x.svg"],
)  # fmt: skip
def test_a_name_that_is_not_a_plain_file_name_is_refused(folder: Path, name: str) -> None:
    assert refused(folder, name).code == "HG072"


def test_a_link_that_leads_out_is_refused(folder: Path) -> None:
    try:
        (folder / "link.svg").symlink_to(folder.parent / "outside.svg")
    except OSError:
        pytest.skip("this system makes no links")
    assert refused(folder, "link.svg").code == "HG072"


def test_a_linked_figures_folder_is_fine(folder: Path, tmp_path: Path) -> None:
    try:
        (tmp_path / "linked").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert figure_path(tmp_path / "linked", "calf-stretch.svg").is_file()


@pytest.mark.parametrize("name", ["calf-strech.svg", "Calf-Stretch.svg"])
def test_a_near_miss_is_told_the_right_name(folder: Path, name: str) -> None:
    found = refused(folder, name)
    assert found.code == "HG077"
    assert "calf-stretch.svg" in found.hint


def test_beside_a_clinics_file_no_other_picture_is_offered(folder: Path) -> None:
    with pytest.raises(PictureProblem) as caught:
        load_figure(folder, "calf-strech.svg", max_width_pt=300, place="the clinic's folder")
    assert (caught.value.code, "calf-stretch" in caught.value.hint) == ("HG077", False)


def test_a_missing_folder_or_a_folder_as_figure_is_told_plainly(folder: Path) -> None:
    assert refused(folder / "none", "calf-stretch.svg").code == "HG077"
    assert refused(folder, "more").code == "HG077"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"GIF89a....", "GIF"), (b"%PDF-1.7", "PDF"), (b"\x1f\x8b\x08", "svgz"), (b"\0\0\0 ftypheic", "HEIC"),
     (b"hello", "cannot be read"), (b"", "cannot be read")],
)  # fmt: skip
def test_other_files_are_called_by_their_kind(folder: Path, data: bytes, said: str) -> None:
    (folder / "odd").write_bytes(data)
    found = refused(folder, "odd")
    assert found.code == "HG076"
    assert said in found.message + found.hint
