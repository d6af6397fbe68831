"""A strategy as a card: what it says in which order, how its parts stand, and where a page may part it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.layout.blocks.cards import NEXT_CARD, WHOLE_CARD, Card, single_card, wide_card
from handoutgen.layout.blocks.exercises import OWN_PAGE
from handoutgen.layout.flow.atoms import FREE, HARD, LAST_RESORT, NEVER, ONLY_WHERE_TOO_HIGH, Atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule, TextPiece
from handoutgen.layout.setting import Look
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
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
    setting_for,
    shape,
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


def single(look: Look, depth: float = DEPTH, **content: Any) -> Card:
    return single_card(look, a_strategy(**content), 3, depth)


def made(look: Look, **content: Any) -> Card:
    """As a leaflet of this size has it."""
    return wide(look, **content) if look.grid.has_columns else single(look, **content)


def cost_before(atoms: tuple[Atom, ...], text: str) -> float:
    (atom,) = [atom for atom in atoms if text in lines_of(atom)]
    return atom.cost


EVERYTHING: dict[str, Any] = {
    "why": "It eases.", "how_often": "Daily.", "benefits": "Less pain.", "risks": "Few.", **SAFETY,
    "callouts": [{"text": "Shoes help.", "title": "Shoes"}],
}  # fmt: skip
SAID = [
    "3 ", "Stretching", "Do stretching each day.", "What stretching is.", "1.", "Sit down.", "2.", "Breathe out.",
    "It eases.", "How often: Daily.", "Benefits: Less pain.", "Risks: Few.", "Take care: Go slowly.",
    "Stop if", "•", "you feel pain", "Ask first if", "•", "you are pregnant", "Note: Shoes", "Shoes help.",
]  # fmt: skip


@pytest.mark.parametrize("base", [12, 14, 18, 24])
def test_a_card_says_everything_once_and_its_line_under_its_title(fonts: FontBook, base: float) -> None:
    card = made(look_for(fonts, base), **EVERYTHING)
    said = said_by(card.sect)
    assert sorted(said) == sorted(SAID)
    assert said[:4] == SAID[:4]
    assert said.index("Take care: Go slowly.") < said.index("Stop if") < said.index("Ask first if")


@pytest.mark.parametrize("base", [12, 14, 18, 24])
def test_a_line_that_says_all_that_there_is_is_not_printed_twice(fonts: FontBook, base: float) -> None:
    card = made(look_for(fonts, base), brief="Do it each day.", what="Do it each day.")
    assert said_by(card.sect).count("Do it each day.") == 1
    assert lines_of(card.atoms).count("Do it each day.") == 1


def test_a_line_under_a_title_does_not_end_in_one_of_one_word(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    for count in range(6, 30):
        brief = words(count, "leg")
        line = put_that_says(single_card(look, a_strategy(brief=brief), 1, 700).atoms, brief).piece
        assert len(line.lines) == 1 or len(line.lines[-1].text.split()) > 1


def test_a_cards_title_is_in_the_outline_with_its_number(fonts: FontBook) -> None:
    card = wide(look_for(fonts))
    assert all_of(card.sect, "H3") == [card.title]
    assert card.title.bookmark == "3. Stretching"
    assert card.sect.ident == "stretching"


def test_the_outline_calls_a_card_what_the_rest_of_the_leaflet_calls_it(fonts: FontBook) -> None:
    look = look_for(fonts)
    said = replace(look.voice.words, texts={**look.voice.words.texts, "strategy": "Way {number}: {title}"})
    other = replace(look, voice=replace(look.voice, words=said))
    assert wide(other).title.bookmark == "Way 3: Stretching"


@pytest.mark.parametrize(("base", "numeral"), [(12, 27.96), (18, 43.92), (24, 52.64)])
def test_a_band_a_big_numeral_the_icon_and_the_title_stand_at_the_head(
    fonts: FontBook, base: float, numeral: float
) -> None:
    look = look_for(fonts, base)
    atoms = made(look).atoms
    (band,) = puts(atoms[0], Rule)[:1]
    assert (band.x, band.down, band.piece.width, band.piece.thickness) == (0, 0, look.grid.full, look.scale.band)
    digit, disc, (icon,) = put_that_says(atoms, "3"), puts(atoms, Frame)[0], puts(atoms[0], DrawingPiece)
    title, line = put_that_says(atoms, "Stretching"), put_that_says(atoms, "Do stretching each day.")
    assert (digit.piece.size, title.piece.size, line.piece.size) == (numeral, look.scale.strategy.size, base)
    assert icons(atoms[0]) == ["stretching-icon"]
    assert 0 == digit.x < digit.right < icon.x < icon.right < title.x == line.x
    assert disc.x < icon.x < icon.right < disc.right
    assert band.down < digit.down
    assert title.down + title.piece.height <= line.down


def test_where_a_titles_longest_word_has_no_room_beside_the_icon_it_stands_under_it(fonts: FontBook) -> None:
    look = look_for(fonts, 36)
    title = "Otorhinolaryngologie"
    atoms = made(look, title=title).atoms
    digit, name = put_that_says(atoms, "3"), put_that_says(atoms, title)
    assert name.x == 0
    assert name.down >= digit.down + digit.piece.height
    assert right_end(atoms) <= look.grid.full + 0.01


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_card_may_start_a_page_at_little_cost(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    first = made(look).atoms[0]
    assert (first.cost, gaps(look, [first])) == (NEXT_CARD if base < 18 else FREE, [2])


@pytest.mark.parametrize("base", [18, 24])
def test_in_one_column_parts_stand_under_each_other_in_reading_order(fonts: FontBook, base: float) -> None:
    card = single(look_for(fonts, base), **EVERYTHING)
    order = [2, 3, 8, 4, 5, 6, 7, *range(9, len(SAID))]
    assert said_by(card.sect) == [*SAID[:2], *(SAID[index] for index in order)]


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_the_title_is_never_parted_from_what_follows(fonts: FontBook, base: float) -> None:
    atoms = single(look_for(fonts, base), what=f"What it is.\n\n{words(40)}").atoms
    assert "Stretching" in lines_of(atoms[0])
    assert cost_before(atoms, "What it is.") == NEVER


def test_a_card_that_a_page_can_hold_is_whole_whatever_white_it_costs(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    short, long = single(look, what=words(20), why="It eases."), single(look, what=words(180), why="It eases.")
    assert short.height <= DEPTH < long.height
    assert min(atom.cost for atom in short.atoms[1:]) >= WHOLE_CARD
    assert min(atom.cost for atom in long.atoms[1:]) < WHOLE_CARD


def test_a_card_a_little_higher_than_a_page_has_less_white_between_its_parts(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    content: dict[str, Any] = {"what": words(40), **EVERYTHING}
    plain = single(look, 2000, **content)
    white = sum(atom.before for atom in plain.atoms[1:])
    for missing, share in ((0.0, 1.0), (0.2, 0.8), (0.44, 0.56), (0.46, 1.0)):
        depth = plain.height - white * missing
        card = single(look, depth, **content)
        assert sum(atom.before for atom in card.atoms[1:]) == pytest.approx(white * share)
        assert (card.height <= depth + 0.01) is (missing < 0.45)
        assert (min(atom.cost for atom in card.atoms[1:]) >= WHOLE_CARD) is (missing < 0.45)


def test_why_and_the_first_steps_leave_the_rest_of_a_long_card_as_a_last_resort(fonts: FontBook) -> None:
    atoms = single(look_for(fonts, 18), what=words(180), why="It eases.").atoms
    assert cost_before(atoms, "It eases.") == LAST_RESORT
    assert cost_before(atoms, "Sit down.") >= HARD * 0.5


@pytest.mark.parametrize("base", [18, 24])
def test_each_exercise_of_large_print_is_a_page_after_the_cards_own_words(fonts: FontBook, base: float) -> None:
    card = single(look_for(fonts, base), how=[*TWO, {"title": "Sitting", "steps": ["Sit."]}], **SAFETY)
    at = {text: index for index, atom in enumerate(card.atoms) for text in lines_of(atom)}
    assert at["you are pregnant"] < at["Sitting"] < at["Calf"] < at["Thigh"]
    assert [card.atoms[at[name]].cost for name in ("Calf", "Thigh")] == [OWN_PAGE, OWN_PAGE]
    said = said_by(card.sect)
    stop = "Stop if you feel pain."
    order = ["Take care: Go slowly.", "Ask first if", "Sitting", "Calf", stop, "Thigh"]
    assert [text for text in said if text in order] == order
    assert "Stop if" not in said  # that stands with the exercises


@pytest.mark.parametrize("base", [12, 18, 24])
def test_stop_if_stands_in_one_atom_with_all_its_items(fonts: FontBook, base: float) -> None:
    items = [f"sign {number}" for number in range(1, 7)]
    (quiet,) = [atom for atom in made(look_for(fonts, base), stop_if=items).atoms if "Stop if" in lines_of(atom)]
    assert set(items) <= set(lines_of(quiet))


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_list_when_to_stop_that_is_higher_than_a_page_may_part_but_not_under_its_word(
    fonts: FontBook, base: float
) -> None:
    items = [f"sign {number}" for number in range(1, 61)]
    card = made(look_for(fonts, base), stop_if=items, ask_first=items)
    start = next(index for index, atom in enumerate(card.atoms) if "Stop if" in lines_of(atom))
    assert [atom.cost for atom in card.atoms[start : start + 3]][1:] == [NEVER, ONLY_WHERE_TOO_HIGH]
    shown = [line for line in lines_of(card.atoms[start:]) if line not in ("•", "Stop if", "Ask first if")]
    assert shown == items * 2
    assert said_by(card.sect).count("sign 60") == 2


@pytest.mark.parametrize("base", [12, 18, 24])
def test_nothing_in_a_card_reaches_beyond_the_page(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    many = words(20)
    how = [{"title": words(7), "steps": [many], "figure": FIGURE}]
    for card in (
        made(look, what=many, why=many, how=how, how_often=many, stop_if=[many], ask_first=[many]),
        made(
            look, what=many, why=many, how=how * 2, how_often=many, stop_if=[many], ask_first=[many], caution=words(14)
        ),
    ):
        assert right_end(card.atoms) == pytest.approx(look.grid.full)
        assert left_edges(puts(card.atoms, TextPiece))[0] == 0.0


def test_a_way_with_a_title_has_a_heading_of_its_own(fonts: FontBook) -> None:
    card = wide(look_for(fonts), how=PICTURED)
    (way,) = [kid for kid in card.sect.kids if kid.role == "Div"]
    assert shape(way) == "Div(H4 Figure Caption L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody)))"
    assert all_of(way, "Figure")[0].alt == "A calf stretch"


def test_exercises_apart_have_facts_and_warnings_before_them_and_large_pictures(fonts: FontBook) -> None:
    look = setting_for(fonts, form="a5-booklet").shared
    strategy = a_strategy(how=TWO, benefits="You sleep.", **SAFETY)
    beside, apart = (single_card(look, strategy, 1, 500, is_spread=is_spread) for is_spread in (False, True))
    said = [" ".join(lines_of(atom)) for atom in apart.atoms]
    first, second = (next(i for i, line in enumerate(said) if name in line) for name in ("Calf", "Thigh"))
    assert "Benefits: You sleep." in " ".join(said[:first])
    assert "Stop if" in " ".join(said[:first])
    assert all(step in said[first] for step in ("Stand.", "Lean.", "Hold."))
    assert [apart.atoms[index].cost for index in (first, second)] == [FREE, FREE]
    wide, narrow = (max(put.piece.width for put in puts(card.atoms, DrawingPiece)) for card in (apart, beside))
    assert wide > 2 * narrow
    exercise = apart.atoms[first]
    assert exercise.grown is not None
    assert exercise.height - exercise.grown(-1000).height == pytest.approx(mm(12), abs=0.1)
    assert exercise.grown(20).height > exercise.height
