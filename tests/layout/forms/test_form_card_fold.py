"""No list goes over the fold of a card if each side holds what it has; else no line stands on it, if there is room."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.layout.flow.atoms import merge, piece_atom
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.forms.card import HEIGHT, PADDING, WIDTH
from handoutgen.layout.forms.card_help import APART, FOLDED_BACKS, CardSide, clear_of_fold, help_side, in_halves
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import CLOSED, a_clinic, a_leaflet, all_of, block, said_by, setting_for, words


def test_what_stands_on_the_fold_moves_under_it_with_all_that_follows() -> None:
    moved = clear_of_fold([block(30), block(20, before=4), block(10, before=4)], 40, 90)
    assert moved is not None
    assert ([put.down for put in moved.puts], moved.height) == ([0, 40, 64], 74)


def test_what_ends_or_begins_at_the_fold_stays() -> None:
    moved = clear_of_fold([block(40), block(20)], 40, 90)
    assert moved is not None
    assert ([put.down for put in moved.puts], moved.height) == ([0, 40], 60)


def test_nothing_moves_where_there_is_no_room() -> None:
    assert clear_of_fold([block(30), block(20)], 40, 59) is None


def test_each_part_is_whole_over_the_fold_or_under_it_and_that_takes_the_place_of_a_rule() -> None:
    rule = piece_atom(Rule(50, 1, "#000000"), before=4)
    halves = in_halves([block(20), block(10, before=4), rule, block(30, before=4)], 40, 80, 1.0)
    assert halves is not None
    tops = [put.down for put in halves.puts]
    assert (tops[0], len(tops)) == (0, 3)
    assert tops[1] + 10 <= 40 < tops[2] <= 50
    assert in_halves([block(20), block(30), block(30)], 40, 80, 1.0) is None
    assert in_halves([block(50), block(10)], 40, 80, 1.0) is None


def inside(fonts: FontBook, urgent: list[str], *, in_front: bool = False, **clinic: Any) -> CardSide:
    setting = setting_for(fonts, clinic=a_clinic(**clinic), form="card")
    setting = replace(setting, grid=setting.grid.narrowed(WIDTH - 2 * PADDING))
    levels = {"emergency": {"signs": ["trouble breathing"] * 5}, "urgent": {"signs": urgent, "action": "Rest."}}
    leaflet = a_leaflet(help={**levels, "routine": {"signs": [words(12)] * 20}})
    depth, fold = 2 * HEIGHT - 2 * PADDING, HEIGHT - PADDING
    return help_side(setting, leaflet, [], depth, FOLDED_BACKS, fold, has_number_in_front=in_front)


def downs(side: CardSide) -> dict[str, float]:
    pieces = ((put.piece, put.down) for put in merge(side.atoms).puts)
    return {line.text.strip(): down for piece, down in pieces if isinstance(piece, TextPiece) for line in piece.lines}


def test_all_of_what_to_call_about_today_stands_under_the_fold(fonts: FontBook) -> None:
    side = inside(fonts, [f"sign {number}" for number in range(7)], out_of_hours=CLOSED)
    found = {said: down for said, down in downs(side).items() if down >= HEIGHT - PADDING}
    assert {"sign 0", "sign 6", "Rest."} < set(found)
    assert any(said.startswith("Call us today") for said in found)


def test_where_that_has_no_room_the_numbers_stand_over_it_and_the_label_once_under_it(
    fonts: FontBook,
) -> None:
    side = inside(fonts, [f"sign {number}" for number in range(9)], out_of_hours=CLOSED)
    found, fold = downs(side), HEIGHT - PADDING
    over = {said for said, down in found.items() if down < fold}
    assert {"Nurse advice line: 0117 496 0123", "When we are closed, call 0117 496 0999."} < over
    assert not any("today" in said for said in over)
    assert {"Call us today on 0117 496 0123 if you have:", "sign 0", "sign 8", "Rest."} <= set(found) - over
    (group,) = (each for kid in side.kids for each in all_of(kid, "Sect") if each.ident == "help-urgent")
    assert said_by(group)[0] == "Call us today on 0117 496 0123 if you have:"
    assert group.kids[0].role in ("H2", "H3")


def test_a_number_that_stands_in_front_stands_once_inside(fonts: FontBook) -> None:
    signs = [f"sign {number}" for number in range(9)]
    said = [line for line in downs(inside(fonts, signs, in_front=True, out_of_hours=CLOSED)) if "0123" in line]
    assert said == ["Nurse advice line: 0117 496 0123"]
    said = [line for line in downs(inside(fonts, signs, out_of_hours=CLOSED)) if "0123" in line]
    assert len(said) == 2, "without it in front, whoever sees the lower half alone has it"
    whole = downs(inside(fonts, signs[:4], in_front=True, out_of_hours=CLOSED))
    assert any("today on 0117 496 0123" in line for line in whole), "a whole list keeps the number in its label"


@pytest.mark.parametrize(("count", "has_room"), [(7, True), (11, False)])
def test_what_to_do_is_no_sign_and_stands_apart_from_them_where_that_has_room(
    fonts: FontBook, count: int, has_room: bool
) -> None:
    found = downs(inside(fonts, [f"sign {number}" for number in range(count)], in_front=True))
    pitch = found["sign 1"] - found["sign 0"]
    more = found["Rest."] - found[f"sign {count - 1}"] - pitch
    assert (more >= APART[-2] * 10 - 0.01) == has_room


def test_where_no_line_holds_the_number_once_more_the_words_over_the_list_are_shorter(fonts: FontBook) -> None:
    number = {"label": "Nurses", "number": "+44 (0)117 496 0123 ext 45678"}
    side = inside(fonts, [f"sign {number}" for number in range(9)], out_of_hours=CLOSED, phones=[number])
    assert "Call your clinic today if you have:" in downs(side)


@pytest.mark.parametrize("signs", range(4, 9))
def test_the_inside_of_a_card_has_no_line_on_its_fold(fonts: FontBook, signs: int) -> None:
    setting = setting_for(fonts, clinic=a_clinic(), form="card")
    setting = replace(setting, grid=setting.grid.narrowed(WIDTH - 2 * PADDING))
    depth, fold = 2 * HEIGHT - 2 * PADDING, HEIGHT - PADDING
    levels = {
        "emergency": {"signs": ["trouble breathing"] * 3},
        "urgent": {"signs": ["a sore leg"] * signs},
        "routine": {"signs": ["more cramps"]},
    }
    side = help_side(setting, a_leaflet(help=levels), [], depth, FOLDED_BACKS, fold)
    whole = merge(side.atoms)
    assert side.excess == 0
    assert [put for put in whole.puts if put.down < fold < put.down + put.piece.height] == []
