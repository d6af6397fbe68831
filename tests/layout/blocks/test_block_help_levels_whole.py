"""A help box of two pages: whole levels, and how far they stand apart."""

from __future__ import annotations

import pytest

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.pieces import Rule
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, lines_of, put_that_says, puts, setting_for

PAGE = 480.0
"""As deep as it takes for the emergency to leave half of its page white, in pt."""


def box_of(fonts: FontBook, emergency: int, urgent: int = 8) -> HelpBox:
    levels = {
        "emergency": {"signs": signs(emergency, "emergency sign")},
        "urgent": {"signs": signs(urgent)},
        "routine": {"signs": ["routine sign"]},
    }
    return help_box(setting_for(fonts, 24, a_clinic()), Help.model_validate(levels), PAGE)


def signs(count: int, name: str = "urgent sign") -> list[str]:
    return [f"{name} {number}" for number in range(count)]


def signs_in(atom: Atom, name: str = "urgent sign") -> list[str]:
    return [line for line in lines_of(atom) if line.startswith(name)]


@pytest.mark.parametrize("emergency", [2, 5, 8])
def test_no_level_goes_over_a_page_however_unequal_that_leaves_both(fonts: FontBook, emergency: int) -> None:
    first, second = box_of(fonts, emergency).atoms
    assert (signs_in(first, "emergency sign"), signs_in(second)) == (signs(emergency, "emergency sign"), signs(8))
    assert (signs_in(first), signs_in(second, "emergency sign")) == ([], [])


def test_a_level_under_another_stands_as_far_from_their_line_as_its_signs_do_from_each_other(fonts: FontBook) -> None:
    _, second = box_of(fonts, 8, 4).atoms
    one, two, label = (
        put_that_says(second, said)
        for said in ("urgent sign 0", "urgent sign 1", "Tell us at your next visit, or call 0117 496 0123")
    )
    apart = two.down - one.down - one.piece.height - setting_for(fonts, 24).unit * 0.1
    (line,) = puts(second, Rule)
    assert apart > 1
    assert label.down - line.down > apart


@pytest.mark.parametrize("emergency", [2, 5, 8])
def test_the_frame_on_the_first_page_says_that_it_goes_on(fonts: FontBook, emergency: int) -> None:
    first, second = box_of(fonts, emergency).atoms
    assert lines_of(first)[-1] == "Please turn over"
    assert "Please turn over" not in lines_of(second)
    last = put_that_says(first, "Please turn over").piece
    assert (last.element, last.running) == (None, "Header"), "seen, and not read aloud"
    assert max(first.height, second.height) <= PAGE
