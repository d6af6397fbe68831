"""Previews at the command line, and the watch that goes on through an author's mistakes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cli.commandline import Typed


def pictures(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "preview").glob("*"))


def test_the_pages_asked_for_are_drawn(typed: Typed, tmp_path: Path) -> None:
    answer = typed("preview", "leg-cramps-ms", "--pages", "1-2", "--dpi", "30", "--size", "large")
    assert answer.code == 0
    assert pictures(tmp_path) == [f"leg-cramps-ms_en-GB_a4_large_p0{n}.png" for n in (1, 2)]
    assert (tmp_path / "preview" / pictures(tmp_path)[0]).read_bytes().startswith(b"\x89PNG")


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
    assert "no pages in plain text" in answer.err


@pytest.mark.parametrize("pages", ["9" * 5000, "1-" + "9" * 5000, "9" * 300, ",".join(["1-9999"] * 500), "0", "2-1"])
def test_pages_that_no_leaflet_has_are_wrong_usage_however_long_their_numbers(typed: Typed, pages: str) -> None:
    answer = typed("preview", "leg-cramps-ms", "--pages", pages)
    assert answer.code == 2
    assert "such as 1 or 1-2,5" in answer.err or "Pages count from 1" in answer.err
    assert len(answer.err) < 400
