"""No line stands on the fold of a card, where there is room to move it under that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handoutgen.layout.flow.atoms import merge
from handoutgen.layout.forms.card import HEIGHT, PADDING, WIDTH
from handoutgen.layout.forms.card_help import FOLDED_BACKS, clear_of_fold, help_side
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, block, setting_for


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
