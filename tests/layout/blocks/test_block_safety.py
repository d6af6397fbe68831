"""What keeps the reader of a strategy safe, as it stands: on a tint over a page's columns, or in one column."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import force_setattr, replace

from handoutgen.layout.blocks.panels import panel_padding
from handoutgen.layout.blocks.safety import safety_across, safety_part
from handoutgen.layout.blocks.strategy_parts import atoms_of
from handoutgen.layout.flow.pieces import Frame, TextPiece
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_strategy, lines_of, look_for, put_that_says, puts, words

CAUTION = "Stand only if you are steady. Do not stretch a swollen, hot or discoloured leg."
STOP, ASK = ["you feel pain", "you feel dizzy"], ["you are pregnant"]


@pytest.mark.parametrize("base", [12, 14])
def test_over_two_columns_warnings_stand_in_the_pages_own_columns_where_that_is_hardly_higher(
    fonts: FontBook, base: float
) -> None:
    look = look_for(fonts, base)
    (atom,) = atoms_of(safety_across(look, a_strategy(caution="Go slowly.", stop_if=STOP, ask_first=ASK)))
    care, stop, ask = (put_that_says([atom], text).x for text in ("Take care: Go slowly.", "Stop if", "Ask first if"))
    assert care == stop
    assert ask - stop == pytest.approx(look.grid.second - panel_padding(look))
    (panel,) = puts(atom, Frame)
    assert (panel.piece.width, panel.piece.fill) == (look.grid.full, look.palette.tint)


@pytest.mark.parametrize("base", [12, 14])
def test_long_cautions_run_over_both_columns_and_the_lists_stand_under_them(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    stops = ["you feel sharp pain", "you feel dizzy or unsteady", "your muscles jerk or tighten more"]
    asks = ["you have fallen in the last year", "you have had an injury or an operation"]
    given = a_strategy(caution=CAUTION, stop_if=stops, ask_first=asks)
    (atom,) = atoms_of(safety_across(look, given))
    stop, ask = (put_that_says([atom], text) for text in ("Stop if", "Ask first if"))
    (care,) = [put for put in puts(atom, TextPiece) if put.text.startswith("Take care")]
    assert care.right > look.grid.second
    assert care.right - care.x <= look.grid.line
    assert care.down + care.piece.height < stop.down == ask.down
    assert max(put.right for put in puts(atom, TextPiece)) <= look.grid.full - panel_padding(look) + 0.01
    left = [put for put in puts(atom, TextPiece) if put.down >= stop.down and put.x < look.grid.second]
    assert max(put.right for put in left) < look.grid.second


def test_where_they_would_be_much_higher_so_they_stand_in_three(fonts: FontBook) -> None:
    look = look_for(fonts)
    many = ["you feel pain", *(f"you feel {number}" for number in range(6))]
    (atom,) = atoms_of(safety_across(look, a_strategy(caution=words(14), stop_if=many, ask_first=many)))
    stop, ask = (put_that_says([atom], text) for text in ("Stop if", "Ask first if"))
    assert 0 < stop.x < ask.x
    assert stop.down == ask.down


@pytest.mark.parametrize(
    "only",
    [{"caution": ["Go slowly."]}, {"stop_if": STOP}, {"ask_first": ASK}, {"caution": ["Go slowly."], "ask_first": ASK}],
)
def test_nothing_is_lost_whatever_there_is_to_beware_of(fonts: FontBook, only: dict[str, list[str]]) -> None:
    content: dict[str, Any] = {key: said[0] if key == "caution" else said for key, said in only.items()}
    said = " ".join(lines_of(atoms_of(safety_across(look_for(fonts), a_strategy(**content)))))
    assert all(text in said for texts in only.values() for text in texts)
    assert safety_across(look_for(fonts), a_strategy()) == []


def test_in_one_column_of_standard_print_two_lists_stand_side_by_side(fonts: FontBook) -> None:
    look = look_for(fonts)
    small = look_for(fonts)
    force_setattr(small, "grid", look.grid.narrowed(360))
    (atom,) = atoms_of(safety_part(small, a_strategy(stop_if=STOP, ask_first=ASK), 360))
    stop, ask = (put_that_says([atom], text) for text in ("Stop if", "Ask first if"))
    assert stop.down == ask.down
    assert stop.x < ask.x
    (narrow,) = atoms_of(safety_part(look, a_strategy(stop_if=STOP, ask_first=ASK), look.grid.measure))
    assert put_that_says([narrow], "Stop if").x == put_that_says([narrow], "Ask first if").x


@pytest.mark.parametrize(("white", "share"), [(1.0, 1.0), (0.8, 0.8), (0.3, 0.7)])
def test_the_tint_in_a_column_stands_closer_round_its_words_where_all_white_is_less(
    fonts: FontBook, white: float, share: float
) -> None:
    look = look_for(fonts)
    look = replace(look, scale=replace(look.scale, unit=look.scale.base / 1.5 * white))
    (atom,) = atoms_of(safety_part(look, a_strategy(ask_first=ASK), look.grid.measure))
    (panel,) = puts(atom, Frame)
    words_down = min(put.down for put in puts(atom, TextPiece))
    assert words_down - panel.down == pytest.approx(panel_padding(look) * share)
