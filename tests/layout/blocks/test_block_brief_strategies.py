"""The strategies in brief: how much of each is said, and in how many columns."""

from __future__ import annotations

import pytest

from handoutgen.layout.blocks.brief_strategies import brief_atom, brief_columns, exercise_atom, exercises_safety
from handoutgen.layout.flow.atoms import FAIR, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_strategy,
    icons,
    left_edges,
    lines_of,
    look_for,
    put_that_says,
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
    holder = Element("Sect")
    return holder, brief_atom(look, holder, (3, FULL), width, detail)


SAFE = [
    "Stop if you feel pain; you feel dizzy.",
    "Ask first if you are pregnant.",
    "Important: Numb skin: No heat.",
]
NAMED = ["3 ", "Stretching", "Do stretching each day."]


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        (Detail(), [*NAMED, *SAFE]),
        (Detail(title=False), ["3 ", "stretching daily", "Do stretching each day.", *SAFE]),
        (Detail(title=False, line="short"), ["3 ", "stretching daily", *SAFE]),
        (Detail(why=True), [*NAMED, "It eases.", *SAFE]),
        (Detail(facts=True), [*NAMED, "How often: Daily.", *SAFE]),
        (Detail(steps="first"), [*NAMED, "Sitting", "1.", "Sit.", "2.", "Lean.", "How often: Daily.", *SAFE]),
        (
            Detail(steps="all"),
            [*NAMED, "Sitting", "1.", "Sit.", "2.", "Lean.", "1.", "Stand.", "How often: Daily.", *SAFE],
        ),
        (Detail(safety=True), [*NAMED, *SAFE]),
    ],
)
def test_as_much_is_said_as_is_asked_for_and_always_what_keeps_safe(
    fonts: FontBook, detail: Detail, said: list[str]
) -> None:
    assert said_by(set_brief(look_for(fonts), detail)[0]) == said


def test_a_caution_is_said_however_little_else(fonts: FontBook) -> None:
    holder = Element("Sect")
    careful = a_strategy(caution="Warm, not hot.", stop_if=["it hurts"])
    brief_atom(look_for(fonts), holder, (1, careful), 250, Detail(title=False, line="short"))
    assert said_by(holder)[-1] == "Take care: Warm, not hot."
    brief_atom(look_for(fonts), holder, (1, careful), 250, Detail(safety=True))
    assert said_by(holder)[-2:] == ["Take care: Warm, not hot.", "Stop if it hurts."]


def test_a_strategy_in_brief_is_a_part_with_a_heading_of_its_number_and_title(fonts: FontBook) -> None:
    holder, atom = set_brief(look_for(fonts), Detail(safety=True))
    assert shape(holder) == "Sect(Sect(H3(Span Span) P P P P))"
    assert holder.kids[0].ident == "stretching"
    assert holder.kids[0].kids[0].bookmark == "3. Stretching"
    assert atom.cost == FAIR


@pytest.mark.parametrize("base", [12, 18, 24])
def test_its_title_and_line_stand_beside_numeral_and_disc_under_a_line(fonts: FontBook, base: float) -> None:
    _, atom = set_brief(look_for(fonts, base), Detail(safety=True), 400)
    (disc,) = puts(atom, Frame)
    assert icons(atom) == ["stretching-icon", "stop", "ask", "warning"]
    title, line = put_that_says(atom, "Stretching"), put_that_says(atom, "Do stretching each day.")
    assert title.x == line.x > disc.right > disc.x > put_that_says(atom, "3").x == 0
    (rule,) = puts(atom, Rule)
    assert (rule.x, rule.down, rule.piece.width) == (0, 0, 400)
    assert right_end(atom) <= 400
    warnings = [put for put in puts(atom, TextPiece) if put.text.startswith(("Stop if", "Ask first"))]
    assert len(warnings) == 2
    (start,) = {round(put.x, 3) for put in warnings}
    assert base * 1.8 < start < base * 2.1, "each right of its icon"


def test_a_title_too_long_to_stand_beside_its_disc_stands_under_it(fonts: FontBook) -> None:
    look, holder = look_for(fonts), Element("Sect")
    atom = brief_atom(look, holder, (1, a_strategy(title="Electroencephalographically")), 200, Detail())
    title = put_that_says(atom, "Electroencephalographically")
    (disc,) = puts(atom, Frame)
    assert title.x == 0
    assert title.down >= disc.down + disc.piece.height


@pytest.mark.parametrize(("base", "columns"), [(12, 2), (14, 2), (18, 1), (24, 1)])
def test_strategies_stand_in_two_columns_and_in_one_where_the_print_is_large(
    fonts: FontBook, base: float, columns: int
) -> None:
    look = look_for(fonts, base)
    strategies = [a_strategy(f"way-{number}", brief=words(6)) for number in range(1, 8)]
    parent = Element("Sect")
    atoms = brief_columns(look, parent, list(enumerate(strategies, start=1)), Detail())
    assert [item.ident for item in parent.kids] == [strategy.id for strategy in strategies]
    assert len(left_edges(puts(atoms, Rule))) == columns
    assert right_end(atoms) <= look.grid.full + 0.001
    assert len(atoms) == (1 if columns == 2 else 7)


def test_an_exercise_is_its_drawing_its_name_and_its_steps(fonts: FontBook) -> None:
    picture = {"file": "calf.svg", "alt": "A calf stretch", "caption": "Lean on a wall."}
    (how,) = a_strategy(how=[{"title": "Calf", "steps": ["Stand.", "Lean."], "figure": picture}]).how
    look, holder = look_for(fonts), Element("Sect")
    atom = exercise_atom(look, holder, how, 240, 100)
    assert shape(holder) == "Sect(Div(H4 Figure L(LI(Lbl LBody) LI(Lbl LBody))))"
    (panel,) = puts(atom, Frame)
    assert panel.piece.fill == look.palette.sand
    assert panel.piece.height <= 100
    assert put_that_says(atom, "Calf").down >= panel.piece.height
    bare = exercise_atom(look, holder, how, 240, None)
    assert not puts(bare, (Frame, DrawingPiece))
    assert lines_of(bare) == ["Calf", "Stand.", "1.", "Lean.", "2."]


def test_when_to_stop_stands_on_a_tint_under_exercises(fonts: FontBook) -> None:
    look, holder = look_for(fonts), Element("Sect")
    (panel,) = exercises_safety(look, holder, FULL, 240)
    assert said_by(holder) == SAFE[:1]
    assert [put.piece.fill for put in puts(panel, Frame)] == [look.palette.tint]
    assert exercises_safety(look, holder, a_strategy(), 240) == []
