"""Pages become pictures, and a watch sees every change of what is in the files, and nothing else."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from handoutgen.errors import UsageProblem
from handoutgen.preview import fingerprint, inputs_of, page_name, parse_pages, render_pages, stale_pages


def three_pages() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(144, 72))
    for number in range(1, 4):
        canvas.rect(0, 0, number * 36, 72, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def dark_share(png: bytes) -> float:
    picture = Image.open(io.BytesIO(png)).convert("L")
    return sum(picture.histogram()[:128]) / (picture.width * picture.height)


def test_every_page_becomes_a_picture_of_itself_at_the_resolution_asked_for() -> None:
    images = list(render_pages(three_pages(), dpi=100))
    assert [image.number for image in images] == [1, 2, 3]
    assert Image.open(io.BytesIO(images[0].png)).size == (200, 100)
    assert [dark_share(image.png) for image in images] == pytest.approx([0.25, 0.5, 0.75], abs=0.03)


def test_only_the_pages_asked_for_are_drawn() -> None:
    assert [image.number for image in render_pages(three_pages(), 72, frozenset({3, 1}))] == [1, 3]


def test_a_page_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(UsageProblem, match="no page 4") as caught:
        list(render_pages(three_pages(), 72, frozenset({1, 4})))
    assert "1 to 3" in caught.value.remedy


@pytest.mark.parametrize(("text", "pages"), [("3", {3}), ("1-3", {1, 2, 3}), ("1-2, 5", {1, 2, 5}), ("2,2", {2})])
def test_pages_are_named_by_numbers_and_ranges(text: str, pages: set[int]) -> None:
    assert parse_pages(text) == pages


@pytest.mark.parametrize("text", ["", "x", "0", "3-1", "1-", "-2", "1,,2", "1-99999", "²"])
def test_anything_else_names_no_pages(text: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        parse_pages(text)
    assert caught.value.remedy


def test_pictures_of_pages_that_are_gone_are_found_and_no_other_file(tmp_path: Path) -> None:
    for name in (page_name("a_large", n) for n in (1, 2, 3, 11)):
        (tmp_path / name).touch()
    for name in ("a_large_p3x.png", "b_large_p09.png", "mine.png", "a_large_p03.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in stale_pages(tmp_path, "a_large", 2)] == ["a_large_p03.png", "a_large_p11.png"]


def test_the_fingerprint_changes_with_every_kind_of_change(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    leaflet, figure = tmp_path / "en-GB.yaml", tmp_path / "figures" / "a.svg"
    leaflet.write_text("a", encoding="utf-8")
    figure.write_text("b", encoding="utf-8")
    seen = [fingerprint([tmp_path])]
    leaflet.write_text("c", encoding="utf-8")
    seen.append(fingerprint([tmp_path]))
    figure.write_text("d", encoding="utf-8")
    seen.append(fingerprint([tmp_path]))
    (tmp_path / "figures" / "new.svg").write_text("e", encoding="utf-8")
    seen.append(fingerprint([tmp_path]))
    figure.unlink()
    seen.append(fingerprint([tmp_path]))
    figure.parent.joinpath("new.svg").rename(figure)
    seen.append(fingerprint([tmp_path]))
    assert len(set(seen)) == len(seen)


def test_a_file_saved_unchanged_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "en-GB.yaml"
    path.write_text("a", encoding="utf-8")
    before = fingerprint([path])
    path.write_text("a", encoding="utf-8")
    os.utime(path, (time.time() + 10, time.time() + 10))
    assert fingerprint([path, path]) == before


def test_a_file_that_is_missing_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "en-GB.yaml"
    missing = fingerprint([path])
    path.write_text("", encoding="utf-8")
    assert fingerprint([path]) != missing


def test_the_inputs_are_the_leaflets_folder_the_clinic_with_its_logo_and_the_fonts(tmp_path: Path) -> None:
    clinics = tmp_path / "clinics"
    clinics.mkdir()
    for name in ("mine.yaml", "other.yaml", "logo.svg"):
        (clinics / name).touch()
    places = inputs_of(tmp_path / "handouts" / "a" / "en-GB.yaml", clinics / "mine.yaml", tmp_path / "fonts")
    assert places == [tmp_path / "handouts" / "a", clinics / "mine.yaml", clinics / "logo.svg", tmp_path / "fonts"]
    assert inputs_of(tmp_path / "a.yaml", None, tmp_path / "fonts") == [tmp_path, tmp_path / "fonts"]
