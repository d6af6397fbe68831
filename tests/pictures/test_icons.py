"""Compiled icons: equal to a fresh conversion, coloured as asked, balanced."""

from __future__ import annotations

import pytest

import compile_icons
from handoutgen.design import iconset
from handoutgen.pictures.icons import load_icon


def test_the_compiled_set_equals_a_fresh_conversion() -> None:
    assert iconset.COMPILED.read_text(encoding="utf-8") == compile_icons.compiled()


def test_an_icon_is_painted_in_the_colour_asked_for_and_nothing_else() -> None:
    drawing = load_icon("walking", "#00525c")
    assert drawing.operators.startswith("q\n0 0.322 0.361 rg 0 0.322 0.361 RG\n")
    assert drawing.operators.count("rg") == 1
    assert drawing.operators.endswith("\nQ")
    assert (drawing.width, drawing.height) == (48, 48)


def test_a_stroked_icon_keeps_the_weight_of_the_set() -> None:
    assert "\n2 w\n" in load_icon("tip", "#000000").operators


def test_an_icon_is_painted_in_a_colour_of_the_clinics_by_its_name() -> None:
    assert load_icon("walking", "deep").operators.startswith("q\n/Pal cs 1 sc /Pal CS 1 SC\n")


@pytest.mark.parametrize("name", ["no-such-icon", "../tip"])
def test_an_unknown_icon_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        load_icon(name, "#000000")


def test_a_colour_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a colour"):
        load_icon("tip", "teal")
