"""A strategy as a card: what it says in which order, and where a page may part it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from handoutgen.content.strategies import Management
from handoutgen.layout.blocks.strategies import PICTURE_APART, management_atoms, strategy_atoms
from handoutgen.layout.flow.atoms import EASY, FAIR, FREE, HARD, LAST_RESORT, NEVER, ONLY_WHERE_TOO_HIGH, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_strategy,
    all_of,
    gaps,
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

FIGURE = {"file": "calf.svg", "alt": "A calf stretch", "caption": "Lean on a wall."}
PICTURED = [{"title": "Calf", "steps": ["Stand.", "Lean.", "Hold."], "figure": FIGURE}]
SAFETY = {"stop_if": ["you feel pain"], "ask_first": ["you are pregnant"]}


def set_card(look: Look, **content: Any) -> tuple[Element, list[Atom]]:
    root = Element("Document")
    return root, strategy_atoms(look, root, a_strategy(**content), 3)


def set_all(look: Look, **content: Any) -> tuple[Element, list[Atom]]:
    root = Element("Document")
    management = Management.model_validate({"strategies": [a_strategy(), a_strategy("warmth")], **content})
    return root, management_atoms(look, root, management)


def cost_before(atoms: list[Atom], text: str) -> float:
    (atom,) = [atom for atom in atoms if text in lines_of(atom)]
    return atom.cost


def test_a_card_says_what_why_and_how_then_facts_then_when_to_stop(fonts: FontBook) -> None:
    root, _ = set_card(
        look_for(fonts), why="It eases.", how_often="Daily.", benefits="Less pain.", risks="Few.", **SAFETY
    )
    steps = "Div(L(LI(Lbl LBody) LI(Lbl LBody)))"
    assert shape(root) == f"Document(Sect(H3(Span Span) P P {steps} P P P P L(LI(Lbl LBody)) P L(LI(Lbl LBody))))"
    assert said_by(root) == [
        "3 ", "Stretching", "What stretching is.", "It eases.", "1.", "Sit down.", "2.", "Breathe out.",
        "How often: Daily.", "Benefits: Less pain.", "Risks: Few.",
        "Stop if", "•", "you feel pain", "Ask first if", "•", "you are pregnant",
    ]  # fmt: skip


def test_a_cards_title_is_in_the_outline_with_its_number(fonts: FontBook) -> None:
    root, _ = set_card(look_for(fonts))
    (title,) = all_of(root, "H3")
    assert title.bookmark == "3. Stretching"
    assert root.kids[0].ident == "stretching"


def test_the_outline_calls_a_card_what_the_rest_of_the_leaflet_calls_it(fonts: FontBook) -> None:
    look = look_for(fonts)
    said = replace(look.voice.words, texts={**look.voice.words.texts, "strategy": "Way {number}: {title}"})
    other = replace(look, voice=replace(look.voice, words=said))
    assert all_of(set_card(other)[0], "H3")[0].bookmark == "Way 3: Stretching"


@pytest.mark.parametrize(("base", "numeral"), [(12, 31.2), (18, 30.6), (24, 40.8)])
def test_the_numeral_is_big_and_the_icon_stands_right_of_it(fonts: FontBook, base: float, numeral: float) -> None:
    look = look_for(fonts, base)
    _, atoms = set_card(look)
    digit, (icon,) = put_that_says(atoms, "3"), puts(atoms, DrawingPiece)
    assert digit.piece.size == numeral
    assert icons(atoms) == ["stretching-icon"]
    assert 0 == digit.x < digit.right < icon.x
    title = put_that_says(atoms, "Stretching")
    assert title.x == look.grid.text_x
    stacked = title.down >= digit.down + digit.piece.height
    assert stacked is (base >= 16)


def test_a_card_starts_with_a_hairline_across_the_page_and_may_start_one(fonts: FontBook) -> None:
    for base, space in ((12, 1.5), (18, 2), (24, 2)):
        look = look_for(fonts, base)
        first = set_card(look)[1][0]
        (line,) = puts(first, Rule)
        assert (line.x, line.down, line.piece.width) == (0.0, 0.0, look.grid.full)
        assert (first.cost, first.before) == (FREE, look.unit * space)


@pytest.mark.parametrize("base", [12, 18, 24])
def test_the_title_is_never_parted_from_what_it_is(fonts: FontBook, base: float) -> None:
    _, atoms = set_card(look_for(fonts, base), what=f"What it is.\n\n{words(40)}")
    together = "What it is." in lines_of(atoms[0]) or cost_before(atoms, "What it is.") == NEVER
    assert "Stretching" in lines_of(atoms[0])
    assert together


def test_why_and_the_first_steps_leave_the_rest_of_the_card_as_a_last_resort(fonts: FontBook) -> None:
    _, atoms = set_card(look_for(fonts, 18), why="It eases.")
    assert cost_before(atoms, "It eases.") == LAST_RESORT
    assert cost_before(atoms, "Sit down.") == LAST_RESORT


def test_a_second_way_may_start_a_page_more_easily(fonts: FontBook) -> None:
    _, atoms = set_card(look_for(fonts, 18), how=[{"steps": ["One."]}, {"title": "Sitting", "steps": ["Two."]}])
    assert cost_before(atoms, "Sitting") == HARD * 0.5
    assert cost_before(atoms, "Two.") == NEVER


def test_a_way_with_a_title_has_a_heading_of_its_own(fonts: FontBook) -> None:
    root, _ = set_card(look_for(fonts), how=PICTURED)
    (way,) = [kid for kid in root.kids[0].kids if kid.role == "Div"]
    assert shape(way) == "Div(H4 Div(Figure Caption) L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody)))"
    assert all_of(way, "Figure")[0].alt == "A calf stretch"


def test_a_picture_of_a_way_stands_in_the_side_column_and_its_short_steps_beside_it_whole(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, atoms = set_card(look, how=PICTURED)
    (way,) = [atom for atom in atoms if "Calf" in lines_of(atom)]
    assert {"Calf", "Stand.", "Lean.", "Hold.", "Lean on a wall."} <= set(lines_of(way))
    (picture,) = puts(way, DrawingPiece)
    assert picture.x == 0.0
    assert picture.right <= look.grid.side


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_a_picture_stands_over_its_steps_and_is_hardly_ever_parted_from_them(
    fonts: FontBook, base: float
) -> None:
    _, atoms = set_card(look_for(fonts, base), how=PICTURED)
    assert [lines_of(atom)[0] for atom in atoms[2:]] == ["Calf", "Lean on a wall.", "Stand.", "Lean.", "Hold."]
    assert [atom.cost for atom in atoms[2:]] == [EASY, NEVER, PICTURE_APART, LAST_RESORT, LAST_RESORT]


@pytest.mark.parametrize("base", [18, 24])
def test_steps_on_the_next_page_say_whose_and_which_they_are(fonts: FontBook, base: float) -> None:
    _, atoms = set_card(look_for(fonts, base), how=PICTURED, how_often="Daily.")
    over = {lines_of(atom)[0]: lines_of(atom.heading) for atom in atoms if atom.heading}
    assert over["Lean."] == ["3. Stretching (continued)", "Calf"]
    assert over["How often: Daily."] == ["3. Stretching (continued)"]
    assert atoms[0].heading is None


def test_when_to_stop_stands_beside_when_to_ask_first(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, atoms = set_card(look, **SAFETY)
    stop, ask = put_that_says(atoms, "Stop if"), put_that_says(atoms, "Ask first if")
    assert stop.down == ask.down
    assert ask.x - stop.x == pytest.approx((look.grid.measure - 18) / 2 + 18)
    assert icons(atoms[-1]) == ["stop", "ask"]


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_they_stand_one_under_the_other_each_whole(fonts: FontBook, base: float) -> None:
    _, atoms = set_card(look_for(fonts, base), **SAFETY)
    assert [lines_of(atom) for atom in atoms[-2:]] == [
        ["Stop if", "you feel pain", "•"], ["Ask first if", "you are pregnant", "•"],
    ]  # fmt: skip
    assert [atom.cost for atom in atoms[-2:]] == [HARD, HARD]


@pytest.mark.parametrize("base", [12, 18, 24])
def test_stop_if_stands_in_one_atom_with_all_its_items(fonts: FontBook, base: float) -> None:
    items = [f"sign {number}" for number in range(1, 7)]
    _, atoms = set_card(look_for(fonts, base), stop_if=items)
    (quiet,) = [atom for atom in atoms if "Stop if" in lines_of(atom)]
    assert set(items) <= set(lines_of(quiet))


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_list_when_to_stop_that_is_higher_than_a_page_may_part_but_not_under_its_word(
    fonts: FontBook, base: float
) -> None:
    items = [f"sign {number}" for number in range(1, 61)]
    root, atoms = set_card(look_for(fonts, base), stop_if=items, ask_first=items)
    start = next(index for index, atom in enumerate(atoms) if "Stop if" in lines_of(atom))
    assert [atom.cost for atom in atoms[start : start + 3]] == [HARD, NEVER, ONLY_WHERE_TOO_HIGH]
    shown = [line for line in lines_of(atoms[start:]) if line not in ("•", "Stop if", "Ask first if")]
    assert shown == items * 2
    assert said_by(root).count("sign 60") == 2


def test_an_aside_in_a_card_is_no_cheaper_to_part_for_being_long(fonts: FontBook) -> None:
    _, atoms = set_card(look_for(fonts), callouts=[{"text": words(300), "title": "Numb skin"}])
    start = next(index for index, atom in enumerate(atoms) if "Note: Numb skin" in lines_of(atom))
    assert [atom.cost for atom in atoms[start : start + 2]] == [HARD, NEVER]
    assert min(atom.cost for atom in atoms[start:]) == HARD


def test_facts_stand_closer_to_each_other_than_to_the_steps(fonts: FontBook) -> None:
    look = look_for(fonts)
    _, atoms = set_card(look, how_often="Daily.", benefits="Less pain.", risks="Few.")
    assert gaps(look, atoms)[-3:] == [1.5, 0.5, 0.5]
    assert [atom.cost for atom in atoms[-3:]] == [FAIR, HARD * 0.5, HARD * 0.5]


def test_the_heading_over_all_strategies_is_never_parted_from_the_first(fonts: FontBook) -> None:
    root, atoms = set_all(look_for(fonts), intro="Try these.")
    assert said_by(root)[:3] == ["What you can do", "Try these.", "1 "]
    assert cost_before(atoms, "Stretching") == NEVER
    assert cost_before(atoms, "Warmth") == FREE
    assert [heading.bookmark for heading in all_of(root, "H3")] == ["1. Stretching", "2. Warmth"]


def test_an_author_may_name_the_strategies_and_leave_out_the_introduction(fonts: FontBook) -> None:
    root, atoms = set_all(look_for(fonts, 18), title="Ways to ease cramps")
    assert all_of(root, "H2")[0].bookmark == "Ways to ease cramps"
    assert lines_of(atoms[0]) == ["Ways to ease cramps"]


def test_what_is_not_known_comes_last_under_its_own_heading(fonts: FontBook) -> None:
    root, atoms = set_all(look_for(fonts), uncertainty="Nobody knows yet.")
    assert said_by(root)[-2:] == ["What we do not know yet", "Nobody knows yet."]
    assert [kid.role for kid in root.kids[0].kids[-2:]] == ["H3", "P"]
    assert atoms[-1].cost == FREE


@pytest.mark.parametrize("base", [12, 18, 24])
def test_nothing_in_a_card_reaches_beyond_the_page(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    many = words(20)
    how = [{"title": words(7), "steps": [many], "figure": FIGURE}]
    _, atoms = set_card(look, what=many, why=many, how=how, how_often=many, stop_if=[many], ask_first=[many])
    assert right_end(atoms) == pytest.approx(look.grid.full)
    assert left_edges(puts(atoms, TextPiece))[0] == 0.0
