"""A help box of two pages whose second level stands on both: only where one page would be half empty."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.helping import Help
from handoutgen.layout.blocks.help_pages import LEAST_APART, UNEVEN
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.pieces import Rule
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, lines_of, put_that_says, puts, said_by, setting_for

PAGE = 480.0
"""As deep as it takes for the emergency to leave half of its page white, in pt."""
LABEL = "Call us today on 0117 496 0123"


def box_of(fonts: FontBook, depth: float = PAGE, emergency: int = 2, **urgent: Any) -> HelpBox:
    levels = {
        "emergency": {"signs": [f"emergency sign {number}" for number in range(emergency)]},
        "urgent": urgent or {"signs": signs(8)},
        "routine": {"signs": ["routine sign"]},
    }
    return help_box(setting_for(fonts, 24, a_clinic()), Help.model_validate(levels), depth)


def signs(count: int, name: str = "urgent sign") -> list[str]:
    return [f"{name} {number}" for number in range(count)]


def signs_in(atom: Atom, name: str = "urgent sign") -> list[str]:
    return [line for line in lines_of(atom) if line.startswith(name)]


@pytest.mark.parametrize("count", [6, 7, 8])
def test_pages_share_the_signs_where_one_would_be_half_empty_and_are_even_then(fonts: FontBook, count: int) -> None:
    first, second = box_of(fonts, signs=signs(count)).atoms
    assert [*signs_in(first), *signs_in(second)] == signs(count)
    assert min(len(signs_in(first)), len(signs_in(second))) >= 2
    assert min(first.height, second.height) > UNEVEN * max(first.height, second.height)
    assert max(first.height, second.height) <= PAGE


def test_signs_on_both_pages_stand_equally_far_apart(fonts: FontBook) -> None:
    def between(atom: Atom) -> float:
        one, two = (put_that_says(atom, sign) for sign in signs_in(atom)[:2])
        return float(two.down - one.down)

    first, second = box_of(fonts).atoms
    assert between(first) == pytest.approx(between(second), abs=setting_for(fonts, 24).unit * LEAST_APART)


def test_whoever_reads_one_page_alone_knows_whom_to_call_and_that_there_is_more(fonts: FontBook) -> None:
    box = box_of(fonts)
    first, second = box.atoms
    label, again = (put_that_says(atom, LABEL) for atom in box.atoms)
    assert (again.piece.size, again.x) == (label.piece.size, label.x)
    assert (again.piece.element, again.piece.running) == (None, "Header"), "it was said once"
    assert lines_of(first)[-1] == "Please turn over"
    assert lines_of(second)[:3] == ["When to get help (continued)", LABEL, "if you have:"]
    last = put_that_says(first, "Please turn over").piece
    assert (last.element, last.running) == (None, "Header")
    assert [said for said in said_by(box.element) if said.startswith("urgent sign")] == signs(8)


def test_the_emergency_is_never_shared(fonts: FontBook) -> None:
    first, second = box_of(fonts, emergency=5).atoms
    assert len(signs_in(first, "emergency sign")) == 5
    assert "emergency sign 0" not in lines_of(second)


def test_a_level_is_whole_where_the_emergency_fills_most_of_its_page(fonts: FontBook) -> None:
    first, second = box_of(fonts, emergency=8).atoms
    assert first.height > UNEVEN * second.height
    assert (signs_in(first), signs_in(second)) == ([], signs(8))
    assert "Please turn over" not in lines_of(first)


@pytest.mark.parametrize("count", [2, 3])
def test_so_few_signs_are_never_parted(fonts: FontBook, count: int) -> None:
    long = [f"{sign} {'which is said at some length ' * 2}" for sign in signs(count)]
    atoms = box_of(fonts, signs=long).atoms
    assert [len(signs_in(atom)) for atom in atoms] == [0, count]


def test_what_stands_over_a_list_is_said_again_over_its_rest(fonts: FontBook) -> None:
    before, after = signs(2, "early sign"), signs(6, "late sign")
    first, second = box_of(
        fonts, PAGE + 60, groups=[{"when": "Before", "signs": before}, {"when": "After", "signs": after}]
    ).atoms
    assert "After:" in lines_of(first)
    assert "After (continued)" in lines_of(second)
    assert [*signs_in(first, "late sign"), *signs_in(second, "late sign")] == after
    assert put_that_says(second, "After (continued)").piece.element is None


def test_a_level_under_another_stands_as_far_from_their_line_as_its_signs_do_from_each_other(fonts: FontBook) -> None:
    _, second = box_of(fonts, emergency=8, signs=signs(4)).atoms
    one, two, label = (
        put_that_says(second, said)
        for said in ("urgent sign 0", "urgent sign 1", "Tell us at your next visit, or call 0117 496 0123")
    )
    apart = two.down - one.down - one.piece.height - setting_for(fonts, 24).unit * 0.1
    (line,) = puts(second, Rule)
    assert apart > 1
    assert label.down - line.down > apart
