"""The head of a sheet of exercises in large print: whom to call, the titles, and the first exercise's name."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.formats import FORMATS, Options
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.forms import exercise
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, a_strategy, look_for, placed_text, said_by, setting_for

FIGURE = {"file": "calf.svg", "alt": "A calf.", "caption": "Heel down."}
WIDE = "Standing stretch of the whole calf against a wall"


def first_page(fonts: FontBook, name: str | None) -> tuple[Page, Element]:
    how: list[dict[str, Any]] = [{"title": name, "steps": ["Lean in."], "figure": FIGURE}]
    strategies = [a_strategy("stretch", how=how, stop_if=["you feel pain"])]
    setting = setting_for(fonts, 18, a_clinic(), form="exercise-a4")
    leaflet = a_leaflet(management={"strategies": strategies})
    composed = exercise.compose(leaflet, setting, FORMATS["exercise-a4"], Options())
    return composed.pages[0], composed.root


def saying(page: Page, words: str) -> Placed:
    return next(put for put in page.pieces if placed_text([put]) == [words])


def whom_to_call(page: Page, ink: str) -> Placed:
    """The highest frame in ink: that of when to stop stands at the foot."""
    frames = [put for put in page.pieces if isinstance(put.piece, Frame) and put.piece.stroke == ink]
    return max(frames, key=lambda put: put.top)


def test_a_short_name_stands_beside_the_frame_and_the_leaflets_title_over_both(fonts: FontBook) -> None:
    page, root = first_page(fonts, "Calf stretch")
    look = look_for(fonts, 18)
    call, name, over = whom_to_call(page, look.palette.ink), saying(page, "Calf stretch"), saying(page, "Leg cramps")
    title = saying(page, "Stretch")
    assert over.y >= call.top, "nothing presses on the frame from its left"
    assert call.top > title.y > name.top
    assert name.y >= call.y - 0.01
    assert max(title.right, name.right) < call.x
    said = said_by(root)
    assert said.index("Leg cramps") < said.index("Stretch") < said.index("Calf stretch")


@pytest.mark.parametrize("name", [WIDE, None])
def test_a_name_that_has_no_room_there_stands_under_the_frame_or_none_does(fonts: FontBook, name: str | None) -> None:
    page, _ = first_page(fonts, name)
    call, over = whom_to_call(page, look_for(fonts, 18).palette.ink), saying(page, "Leg cramps")
    assert call.y < over.y < call.top, "the leaflet's title stands beside the frame"
    if name:
        assert saying(page, name).top < call.y
