"""A card over two columns or in one of them: how its parts stand, and what becomes of one that is too high."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.layout.blocks.card_ways import CardWays
from handoutgen.layout.blocks.cards import NEXT_CARD, Card, narrow_card, single_card, wide_card
from handoutgen.layout.blocks.safety import care_first
from handoutgen.layout.flow.atoms import NEVER
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    Put,
    a_strategy,
    icons,
    left_edges,
    lines_of,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    words,
)

FIGURE = {"file": "calf.svg", "alt": "A calf stretch", "caption": "Lean on a wall."}
PICTURED = [{"title": "Calf", "steps": ["Stand.", "Lean.", "Hold."], "figure": FIGURE}]
TWO = [
    {"title": "Calf", "steps": ["Stand.", "Lean.", "Hold."], "figure": FIGURE},
    {"title": "Thigh", "steps": ["Sit.", "Reach."], "figure": {**FIGURE, "file": "thigh.svg", "alt": "A thigh"}},
]
SAFETY: dict[str, Any] = {"caution": "Go slowly.", "stop_if": ["you feel pain"], "ask_first": ["you are pregnant"]}
DEPTH = 700.0


def wide(look: Look, depth: float = DEPTH, **content: Any) -> Card:
    return wide_card(look, a_strategy(**content), 3, (depth,))


def below_head(card: Card) -> list[Put]:
    """What stands under the line that says a strategy in brief."""
    line = put_that_says(card.atoms, "Do stretching each day.")
    return [put for put in puts(card.atoms) if put.down >= line.down + line.piece.height]


EVERYTHING: dict[str, Any] = {
    "why": "It eases.", "how_often": "Daily.", "benefits": "Less pain.", "risks": "Few.", **SAFETY,
    "callouts": [{"text": "Shoes help.", "title": "Shoes"}],
}  # fmt: skip
SAID = [
    "3 ", "Stretching", "Do stretching each day.", "What stretching is.", "1.", "Sit down.", "2.", "Breathe out.",
    "It eases.", "How often: Daily.", "Benefits: Less pain.", "Risks: Few.", "Take care: Go slowly.",
    "Stop if", "•", "you feel pain", "Ask first if", "•", "you are pregnant", "Note: Shoes", "Shoes help.",
]  # fmt: skip


@pytest.mark.parametrize("base", [12, 14])
def test_over_two_columns_a_card_that_fits_a_page_is_one_that_never_splits(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    card = wide(look, **EVERYTHING)
    assert card.is_whole
    (atom,) = card.atoms
    assert atom.spans
    assert atom.height <= DEPTH
    assert card.height == atom.height
    edges = left_edges(puts(atom, TextPiece))
    assert any(edge < look.grid.measure for edge in edges)
    assert any(edge >= look.grid.second for edge in edges)
    assert all(put.right <= look.grid.measure + 0.01 or put.x >= look.grid.second for put in below_head(card))


def test_a_card_that_never_splits_can_be_given_more_white_between_its_parts(fonts: FontBook) -> None:
    look = look_for(fonts)
    for content in (EVERYTHING, {"how": TWO, **SAFETY}):
        (atom,) = wide(look, **content).atoms
        assert atom.loosened
        same, loose = atom.loosened(1.0), atom.loosened(1.8)
        assert (same.height, same.puts) == (atom.height, atom.puts)
        assert loose.height > atom.height + look.unit
        assert loose.spans
        assert [put.piece for put in loose.puts] == [put.piece for put in atom.puts]
        assert [put.x for put in loose.puts] == [put.x for put in atom.puts]


def test_over_two_columns_what_to_do_stands_left_of_why_and_what_to_beware_of(fonts: FontBook) -> None:
    look = look_for(fonts)
    steps = [f"Do this, and then that: {words(5)}."] * 6
    card = wide(look, **{**EVERYTHING, "how": [{"steps": steps}], "callouts": []})
    shown = [put for put in below_head(card) if isinstance(put.piece, TextPiece)]
    left = [put.text for put in shown if put.x < look.grid.measure]
    right = [put.text for put in shown if put.x >= look.grid.second]
    assert left[0] == "What stretching is."
    assert [text for text in left if text in steps] == steps
    assert right[:2] == ["It eases.", "How often: Daily."]
    assert {"Take care: Go slowly.", "you feel pain", "you are pregnant"} <= set(right)


def test_the_first_fact_stands_under_what_to_do_where_that_makes_a_card_lower(fonts: FontBook) -> None:
    look = look_for(fonts)
    alone = {"why": words(30), "how": [{"steps": ["Do this."] * 12}], "risks": words(20), "callouts": []}
    card = wide(look, **{**EVERYTHING, **alone, "how_often": words(12)})
    shown = [put for put in below_head(card) if isinstance(put.piece, TextPiece)]
    left = [put.text for put in shown if put.x < look.grid.measure]
    right = [put.text for put in shown if put.x >= look.grid.second]
    assert left[-1].startswith("How often"), "the left column ends with the first fact"
    assert [text for text in right if text.startswith(("Benefits", "Risks"))], "the others stay at the right"


def test_the_tags_follow_the_columns_left_before_right(fonts: FontBook) -> None:
    look = look_for(fonts)
    card = wide(look, **EVERYTHING)
    place = {element: index for index, element in enumerate(card.sect.walk())}
    below = [put for put in below_head(card) if isinstance(put.piece, TextPiece) and put.piece.element]
    left = [place[put.piece.element] for put in below if put.x < look.grid.measure]
    right = [place[put.piece.element] for put in below if put.x >= look.grid.second]
    assert max(left) < min(right)


def test_of_two_depths_the_first_that_holds_the_card_is_taken(fonts: FontBook) -> None:
    look = look_for(fonts)
    whole = wide(look, how=TWO, **SAFETY)
    low = wide_card(look, a_strategy(how=TWO, **SAFETY), 3, (whole.height - 1, DEPTH))
    assert low.is_whole
    assert low.height < whole.height


def test_a_card_higher_than_a_page_flows_through_the_columns_under_its_head(fonts: FontBook) -> None:
    look = look_for(fonts)
    card = wide(look, 300, what=words(300), **SAFETY)
    assert not card.is_whole
    head, first, *rest = card.atoms
    assert head.spans
    assert "Stretching" in lines_of(head)
    assert (head.cost, first.cost) == (NEXT_CARD, NEVER)
    assert not any(atom.spans for atom in (first, *rest))
    assert right_end(card.atoms[1:]) <= look.grid.measure + 0.01
    said = [lines_of(atom.heading) for atom in rest if atom.heading]
    assert said
    assert all("3. Stretching (continued)" in lines for lines in said)


def test_of_a_card_higher_than_a_page_the_exercises_stand_first_on_one_page_with_the_warnings(fonts: FontBook) -> None:
    seated = {"title": "Seated", "steps": [words(30), words(30)]}
    card = wide(look_for(fonts), 560, how=[seated, *TWO], risks=words(50), **SAFETY)
    first, *rest = card.atoms
    assert {"Stretching", "Calf", "Thigh", "Reach.", "Take care: Go slowly.", "you feel pain"} <= set(lines_of(first))
    assert first.spans
    assert "Seated" in lines_of(rest)
    assert not any(atom.spans for atom in rest)
    said = said_by(card.sect)
    assert said.index("Thigh") < said.index("you feel pain") < said.index("Seated")


def test_of_a_card_that_flows_the_exercises_stand_side_by_side_where_a_page_holds_them_so(fonts: FontBook) -> None:
    look = look_for(fonts)
    content: dict[str, Any] = {
        "how": [{"title": "Seated", "steps": [words(30), words(30)]}, *TWO],
        "risks": words(50),
        **SAFETY,
    }
    card = wide(look, 430, **content)
    beside, low = card.atoms[0], wide_card(look, a_strategy(**content), 3, ()).atoms[0]
    assert not card.is_whole
    assert put_that_says(beside, "Calf").down == put_that_says(beside, "Thigh").down
    assert put_that_says(low, "Calf").down < put_that_says(low, "Thigh").down
    assert beside.grown, "with larger pictures where there is room"
    assert {"Take care: Go slowly.", "you feel pain", "you are pregnant"} <= set(lines_of(beside))


def test_of_a_card_that_flows_nothing_is_lost(fonts: FontBook) -> None:
    card = wide(look_for(fonts), 300, **{**EVERYTHING, "what": words(300)})
    said = said_by(card.sect)
    assert sorted(text for text in said if text != words(300)) == sorted(t for t in SAID if t != "What stretching is.")
    assert set(SAID) - {"What stretching is."} <= {text.strip() for text in lines_of(card.atoms)} | {"3 "}


def test_two_exercises_stand_side_by_side_with_what_keeps_readers_safe_on_their_page(fonts: FontBook) -> None:
    look = look_for(fonts)
    card = wide(look, how=TWO, **SAFETY)
    assert card.is_whole
    assert [name for name in icons(card.atoms) if name.endswith(".svg")] == ["calf.svg", "thigh.svg"]
    calf, thigh = put_that_says(card.atoms, "Calf"), put_that_says(card.atoms, "Thigh")
    assert (calf.x, thigh.x, calf.down) == (0.0, look.grid.second, thigh.down)
    stop = put_that_says(card.atoms, "Stop if")
    assert stop.down > calf.down
    assert {"Take care: Go slowly.", "you feel pain", "you are pregnant"} <= set(lines_of(card.atoms))


@pytest.mark.parametrize("depth", [700, 580, 520])
def test_what_to_take_care_of_stands_over_the_exercises_and_is_read_before_them(fonts: FontBook, depth: float) -> None:
    card = wide(look_for(fonts), depth, how=TWO, why=words(30), **SAFETY)
    assert card.is_whole
    care, name, stop = (put_that_says(card.atoms, text) for text in ("Take care: Go slowly.", "Calf", "Stop if"))
    assert care.down < name.down < stop.down
    said = " ".join(said_by(card.sect))
    assert said.index("Go slowly.") < said.index("Calf") < said.index("you feel pain")


def test_when_to_ask_first_stands_over_the_exercises_too_where_there_is_room(fonts: FontBook) -> None:
    look = look_for(fonts)
    card = wide(look, how=TWO, **SAFETY)
    care, ask, name = (put_that_says(card.atoms, text) for text in ("Take care: Go slowly.", "Ask first if", "Calf"))
    assert abs(care.down - ask.down) < 1.0
    assert ask.down < name.down
    said = " ".join(said_by(card.sect))
    assert said.index("Go slowly.") < said.index("you are pregnant") < said.index("Calf")
    lower = [wide(look, float(depth), how=TWO, **SAFETY) for depth in range(560, 380, -6)]
    places = [
        [put_that_says(each.atoms, text).down for text in ("Take care: Go slowly.", "Calf", "Ask first if")]
        for each in lower
        if each.is_whole
    ]
    assert any(place == sorted(place) for place in places)


def test_without_it_exercises_are_set_as_ever(fonts: FontBook) -> None:
    look = look_for(fonts)
    bare = a_strategy(how=TWO, **SAFETY | {"caution": None})
    ways = CardWays(look, bare, "1. Stretch")
    assert (ways.beside, ways.bands) == ([], [])
    card = wide(look, how=TWO, **SAFETY | {"caution": None})
    assert {"you feel pain", "you are pregnant"} <= set(lines_of(card.atoms))


@pytest.mark.parametrize("depth", [700, 520, 470, 430, 400, 360, 300])
def test_however_low_the_page_the_warnings_stand_on_the_page_of_the_exercises_or_over_both_columns(
    fonts: FontBook, depth: float
) -> None:
    look = look_for(fonts)
    card = wide(look, depth, how=TWO, why=words(30), **SAFETY)
    said = lines_of(card.atoms)
    for text in ("Take care: Go slowly.", "you feel pain", "you are pregnant", "Stand.", "Reach."):
        assert said.count(text) == 1
    if card.is_whole:
        assert card.height <= depth
    else:
        (stop,) = [atom for atom in card.atoms if "Stop if" in lines_of(atom)]
        assert stop.spans
        assert {"Take care: Go slowly.", "you feel pain", "you are pregnant"} <= set(lines_of(stop))


def test_a_narrow_card_is_whole_in_one_column(fonts: FontBook) -> None:
    look = look_for(fonts)
    card = narrow_card(look, a_strategy(**EVERYTHING), 3)
    assert card.is_whole
    assert not card.atoms[0].spans
    assert right_end(card.atoms) <= look.grid.measure + 0.01
    assert sorted(said_by(card.sect)) == sorted(SAID)
    assert puts(card.atoms, Rule)[0].piece.width == look.grid.measure


@pytest.mark.parametrize("base", [12, 14])
def test_no_element_of_a_card_that_did_not_fit_is_left_in_the_one_that_does(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    for depth in (700, 430, 300):
        card = wide(look, depth, how=TWO, **SAFETY)
        drawn = {put.piece.element for put in puts(card.atoms, TextPiece)} - {None}
        leaves = {element for element in card.sect.walk() if element.text and element.role not in ("Figure",)}
        known = set(card.sect.walk())
        assert {element for element in drawn if isinstance(element, Element)} <= known
        assert all(leaf in drawn or any(kid in drawn for kid in leaf.walk()) or leaf.within for leaf in leaves)


def test_exercises_stay_side_by_side_with_less_white_before_their_pictures_shrink_to_one_beside_the_steps(
    fonts: FontBook,
) -> None:
    look = look_for(fonts)
    heights: list[float] = []
    for depth in range(700, 200, -2):
        card = wide(look, float(depth), how=TWO, why=words(30), **SAFETY)
        if put_that_says(card.atoms, "Calf").down != put_that_says(card.atoms, "Thigh").down:
            break
        heights += [card.height] if card.height not in heights else []
    assert len(heights) == 5  # with more over the pictures and with less, high ones and low ones, and less white
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("base", [12, 14, 18, 24])
@pytest.mark.parametrize("is_narrow", [True, False])
def test_what_to_take_care_of_is_read_and_seen_before_the_steps_of_the_one_exercise(
    fonts: FontBook, base: float, is_narrow: bool
) -> None:
    look, strategy = look_for(fonts, base), a_strategy(how=PICTURED, **SAFETY)
    if is_narrow:
        card = narrow_card(look, strategy, 1)
    else:
        card = wide(look, how=PICTURED, **SAFETY) if look.grid.has_columns else single_card(look, strategy, 1, DEPTH)
    said = said_by(card.sect)
    assert said.index("Take care: Go slowly.") < said.index("Stand.") < said.index("Stop if")
    assert said.count("Take care: Go slowly.") == 1
    (care, care_atom), (step, step_atom) = (_where(card, text) for text in ("Take care: Go slowly.", "Stand."))
    assert care_atom < step_atom or care.down < step.down or care.x < step.x


def _where(card: Card, text: str) -> tuple[Put, int]:
    (found,) = [index for index, atom in enumerate(card.atoms) if text in lines_of(atom)]
    return put_that_says(card.atoms[found], text), found


def test_several_exercises_and_ways_without_pictures_have_what_to_take_care_of_where_they_had_it(
    fonts: FontBook,
) -> None:
    look = look_for(fonts)
    for how in (TWO, [{"steps": ["Sit."]}]):
        care, after = care_first(look, a_strategy(how=how, **SAFETY), 240)
        assert not care and after.caution == "Go slowly."
