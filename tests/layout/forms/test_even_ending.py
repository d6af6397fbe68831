"""The last two pages of a form, shared out."""

from __future__ import annotations

import pytest

from handoutgen.layout.flow.atoms import FREE, NEVER, Atom, PieceInAtom
from handoutgen.layout.flow.pieces import Frame
from handoutgen.layout.forms.even_ending import even_ending


def box(height: float, cost: float = FREE) -> Atom:
    return Atom((PieceInAtom(Frame(10, height), 0, 0),), height, 0.0, cost)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([[90], [30, 30, 30], [30]], [[90], [30, 30], [30, 30]]),
        ([[90], [70, 20], [50]], [[90], [70], [20, 50]]),
        ([[40, 40], [80, 20], [10]], [[40, 40], [80], [20, 10]]),
    ],
)
def test_the_last_two_pages_are_as_nearly_of_one_height_as_can_be(
    pages: list[list[float]], expected: list[list[float]]
) -> None:
    made = even_ending([[box(high) for high in page] for page in pages], 100)
    assert [[atom.height for atom in page] for page in made] == expected


def test_what_belongs_together_is_not_parted_for_that() -> None:
    made = even_ending([[box(30), box(30), box(30, NEVER)], [box(20)]], 100)
    assert [[atom.height for atom in page] for page in made] == [[30], [30, 30, 20]]


def test_no_page_gets_too_high_for_that() -> None:
    made = even_ending([[box(60), box(40, NEVER), box(40)], [box(55)]], 100)
    assert [[atom.height for atom in page] for page in made] == [[60, 40], [40, 55]]
