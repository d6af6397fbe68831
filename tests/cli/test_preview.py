"""Previews at the command line, and the watch that goes on through an author's mistakes."""

from __future__ import annotations

import io
import time
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from cli.commandline import Typed
from handoutgen.build import Order, build
from handoutgen.preview import render_pages
from handoutgen.workshop import Workshop


def pictures(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "preview").glob("*"))


def pages_shown(folder: Path) -> list[Image.Image]:
    return [Image.open(path).convert("RGB") for path in sorted((folder / "preview").glob("*.png"))]


def test_the_pages_asked_for_are_drawn(typed: Typed, tmp_path: Path) -> None:
    answer = typed("preview", "leg-cramps-ms", "--pages", "1-2", "--dpi", "30", "--size", "large")
    assert answer.code == 0
    assert pictures(tmp_path) == [f"leg-cramps-ms_en-GB_a4_large_p0{n}.png" for n in (1, 2)]
    assert (tmp_path / "preview" / pictures(tmp_path)[0]).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("form", ["a4", "a4-trifold"])
def test_samples_show_with_a_notice_across_every_page_that_moves_nothing(
    typed: Typed, tmp_path: Path, form: str
) -> None:
    typed("new", "leaflet", "my-leaflet")
    answer = typed("preview", "my-leaflet", "--dpi", "40", "--format", form)
    assert answer.code == 0
    with_samples = pages_shown(tmp_path)
    path = tmp_path / "handouts/my-leaflet/en-GB.yaml"
    order = Order(path, None, form, "standard", date.today(), is_preview=True)
    plain = list(render_pages(build(order, Workshop()).data, 40))
    assert len(with_samples) == len(plain) >= 2
    for shown, image in zip(with_samples, plain, strict=True):
        page = Image.open(io.BytesIO(image.png)).convert("RGB")
        changed = ImageChops.difference(shown, page).getbbox()
        assert changed is not None
        assert changed[2] - changed[0] > page.width * 0.6 and changed[3] - changed[1] > page.height * 0.6
        red, green, _ = shown.split()
        reds = sum(ImageChops.subtract(red, green).histogram()[60:])
        assert reds > 0.005 * page.width * page.height


def test_a_written_leaflet_shows_without_one(typed: Typed, tmp_path: Path) -> None:
    typed("preview", "leg-cramps-ms", "--pages", "1", "--dpi", "30")
    [shown] = pages_shown(tmp_path)
    path = Path(__file__).parents[2] / "handouts/leg-cramps-ms/en-GB.yaml"
    data = build(Order(path, None, "a4", "standard", date.today()), Workshop()).data
    [image] = render_pages(data, 30, frozenset({1}))
    assert ImageChops.difference(shown, Image.open(io.BytesIO(image.png)).convert("RGB")).getbbox() is None


def test_a_page_that_is_gone_takes_its_picture_along(typed: Typed, tmp_path: Path) -> None:
    typed("preview", "leg-cramps-ms", "--pages", "1", "--dpi", "30")
    old = tmp_path / "preview" / "leg-cramps-ms_en-GB_a4_standard_p99.png"
    old.touch()
    typed("preview", "leg-cramps-ms", "--pages", "1", "--dpi", "30")
    assert not old.exists()


@pytest.mark.parametrize(
    "words", [["--pages", "x"], ["--pages", "999"], ["--dpi", "5"], ["--size", "huge"], ["--format", "all"]]
)
def test_wrong_usage_is_told(typed: Typed, words: list[str]) -> None:
    answer = typed("preview", "leg-cramps-ms", *words)
    assert answer.code == 2
    assert answer.err


def test_the_watch_redraws_on_change_tells_errors_and_goes_on(
    typed: Typed, own_leaflet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = own_leaflet.read_bytes()
    figure = next((own_leaflet.parent / "figures").glob("*.svg"))
    drawn: list[int] = []

    def next_look(seconds: float) -> None:
        drawn.append(len(pictures(tmp_path)))
        step = len(drawn)
        if step == 1:
            own_leaflet.write_bytes(good.replace(b"main_message:", b"main_mesage:"))
        elif step == 2:
            own_leaflet.unlink()
        elif step == 3:
            own_leaflet.write_bytes(good)
        elif step == 4:
            figure.write_bytes(figure.read_bytes() + b"\n")
        elif step == 6:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", next_look)
    answer = typed("preview", "my-cramps", "--watch", "--pages", "1", "--dpi", "30")
    assert answer.code == 130
    assert answer.err.splitlines()[-1] == "Stopped."
    assert 'did you mean "main_message"?' in answer.err
    assert "There is no file" in answer.err
    assert answer.err.count("Drawn in") == 3, "at first, when mended, and with the new figure; not when nothing changed"


def test_what_has_no_pages_has_no_preview(typed: Typed) -> None:
    answer = typed("preview", "leg-cramps-ms", "--format", "text")
    assert answer.code == 2
    assert "no printed pages in the plain text" in answer.err


@pytest.mark.parametrize("pages", ["9" * 5000, "1-" + "9" * 5000, "9" * 300, ",".join(["1-9999"] * 500), "0", "2-1"])
def test_pages_that_no_leaflet_has_are_wrong_usage_however_long_their_numbers(typed: Typed, pages: str) -> None:
    answer = typed("preview", "leg-cramps-ms", "--pages", pages)
    assert answer.code == 2
    assert "such as 1 or 1-2,5" in answer.err or "Pages count from 1" in answer.err
    assert len(answer.err) < 400
