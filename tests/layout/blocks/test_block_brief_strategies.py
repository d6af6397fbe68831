"""The strategies in brief: how much of each is said, and in how many columns."""

from __future__ import annotations

import pytest

from handoutgen.layout.blocks.brief_strategies import brief_atom, brief_grid
from handoutgen.layout.flow.atoms import FAIR, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_strategy,
    costs,
    gaps,
    icons,
    left_edges,
    lines_of,
    look_for,
    puts,
    right_end,
    said_by,
    shape,
    words,
)

FULL = a_strategy(
    why="It eases.",
    how=[{"title": "Sitting", "steps": ["Sit.", "Lean."]}, {"steps": ["Stand."]}],
    how_often="Daily.",
    stop_if=["you feel pain", "you feel dizzy"],
    ask_first=["you are pregnant."],
    callouts=[{"kind": "important", "title": "Numb skin", "text": "No heat."}, {"kind": "tip", "text": "Use a chair."}],
)


def set_brief(look: Look, detail: Detail, width: float = 250) -> tuple[Element, Atom]:
    holder = Element("L")
    return holder, brief_atom(look, holder, FULL, width, detail)


SAFE = [
    "Stop if you feel pain; you feel dizzy.",
    "Ask first if you are pregnant.",
    "Important: Numb skin: No heat.",
]


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        (Detail(), ["Stretching", "Do stretching each day.", *SAFE]),
        (Detail(title=False), ["Do stretching each day.", *SAFE]),
        (Detail(title=False, line="short"), ["stretching daily"]),
        (Detail(title=False, why=True), ["Do stretching each day.", "It eases.", *SAFE]),
        (Detail(title=False, facts=True), ["Do stretching each day.", "How often: Daily.", *SAFE]),
        (
            Detail(title=False, steps="first"),
            ["Do stretching each day.", "Sitting", "1.", "Sit.", "2.", "Lean.", "How often: Daily.", *SAFE],
        ),
        (
            Detail(title=False, steps="all"),
            [
                "Do stretching each day.", "Sitting", "1.", "Sit.", "2.", "Lean.", "1.", "Stand.",
                "How often: Daily.", *SAFE,
            ],
        ),
        (
            Detail(title=False, safety=True),
            [
                "Do stretching each day.", "Stop if you feel pain; you feel dizzy.", "Ask first if you are pregnant.",
                "Important: Numb skin", "No heat.",
            ],
        ),
    ],
)  # fmt: skip
def test_as_much_is_said_as_is_asked_for(fonts: FontBook, detail: Detail, said: list[str]) -> None:
    assert said_by(set_brief(look_for(fonts), detail)[0]) == said


def test_a_strategy_in_brief_is_an_item_that_knows_whose_it_is(fonts: FontBook) -> None:
    holder, atom = set_brief(look_for(fonts), Detail(line="short"))
    assert shape(holder) == "L(LI(LBody(P P)))"
    assert holder.kids[0].ident == "stretching"
    assert atom.cost == FAIR


@pytest.mark.parametrize("base", [12, 18, 24])
def test_its_words_hang_right_of_its_icon(fonts: FontBook, base: float) -> None:
    _, atom = set_brief(look_for(fonts, base), Detail(title=False, why=True, safety=True))
    (icon,) = puts(atom, DrawingPiece)
    assert icons(atom) == ["stretching-icon"]
    assert (icon.x, icon.down, icon.piece.width) == (0.0, 0.0, base * 2.2)
    assert left_edges(puts(atom, TextPiece)) == pytest.approx([base * 3])
    assert right_end(atom) <= 250


def test_words_less_high_than_the_icon_stand_in_its_middle(fonts: FontBook) -> None:
    _, atom = set_brief(look_for(fonts), Detail(title=False, line="short"))
    (words_,) = puts(atom, TextPiece)
    assert words_.down == pytest.approx((12 * 2.2 - 16) / 2)
    assert atom.height == pytest.approx(12 * 2.2)


@pytest.mark.parametrize(
    ("base", "detail", "rows"),
    [(12, Detail(line="short"), [3, 3, 1]), (12, Detail(), [2, 2, 2, 1]), (14, Detail(), [2, 2, 2, 1]),
     (18, Detail(line="short"), [1] * 7), (24, Detail(), [1] * 7)],
)  # fmt: skip
def test_there_are_three_columns_of_a_few_words_or_two_of_a_line_and_one_in_large_print(
    fonts: FontBook, base: float, detail: Detail, rows: list[int]
) -> None:
    look = look_for(fonts, base)
    strategies = [a_strategy(f"way-{number}", brief=words(6)) for number in range(1, 8)]
    parent = Element("Sect")
    atoms = brief_grid(look, parent, strategies, 430, detail)
    assert [len(puts(atom, DrawingPiece)) for atom in atoms] == rows
    assert parent.kids[0].numbering == "None"
    assert [item.ident for item in parent.kids[0].kids] == [strategy.id for strategy in strategies]
    assert set(gaps(look, atoms)) == {1}
    assert set(costs(atoms)) == {FAIR}
    assert right_end(atoms) <= 430


def test_columns_are_equally_wide_with_the_same_white_between_them(fonts: FontBook) -> None:
    strategies = [a_strategy(f"way-{number}") for number in range(1, 4)]
    (row,) = brief_grid(look_for(fonts), Element("Sect"), strategies, 336, Detail(title=False, line="short"))
    share = (336 - 2 * 18) / 3
    assert left_edges(puts(row, DrawingPiece)) == pytest.approx([0, share + 18, 2 * (share + 18)])
    assert lines_of(row) == ["way-1 daily", "way-2 daily", "way-3 daily"]
