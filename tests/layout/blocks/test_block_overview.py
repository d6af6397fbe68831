"""All strategies at a glance: how many stand in a row, and where each entry leads."""

from __future__ import annotations

from itertools import pairwise

import pytest

from handoutgen.content.strategies import Management
from handoutgen.layout.blocks.overview import MOST_MORE, overview_atoms, says_pages
from handoutgen.layout.blocks.strategies import management_atoms
from handoutgen.layout.flow.atoms import Atom, grown_by
from handoutgen.layout.flow.pieces import Frame, TextPiece
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_strategy,
    all_of,
    icons,
    lines_of,
    look_for,
    put_that_says,
    puts,
    right_end,
    said_by,
    shape,
)

NAMES = ("stretching", "warmth", "water", "walking", "massage", "rest", "sleep", "shoes", "salt", "sun", "air", "tea")


def strip(fonts: FontBook, count: int, base: float = 12, **changes: str) -> tuple[Element, list[Atom], list[Element]]:
    sect = Element("Sect")
    strategies = [a_strategy(name, **({"short": name} | changes)) for name in NAMES[:count]]
    return sect, *overview_atoms(look_for(fonts, base), sect, strategies)


def rows(atoms: list[Atom], count: int) -> list[int]:
    """How many entries stand in each row."""
    downs = [round(put_that_says(atoms, name).down, 3) for name in NAMES[:count]]
    return [downs.count(down) for down in sorted(set(downs))]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(2, [2]), (3, [3]), (6, [6]), (7, [4, 3]), (8, [4, 4]), (9, [5, 4]), (12, [6, 6])],
)
def test_rows_are_of_nearly_one_length_and_at_most_six(fonts: FontBook, count: int, expected: list[int]) -> None:
    _, atoms, links = strip(fonts, count)
    assert rows(atoms, count) == expected
    assert len(links) == count
    assert len(atoms) == 1  # never parted


def test_a_single_strategy_needs_no_overview(fonts: FontBook) -> None:
    sect, atoms, links = strip(fonts, 1)
    assert (atoms, links, sect.kids) == ([], [], [])


def test_each_entry_is_a_numeral_an_icon_and_the_few_words_in_reading_order(fonts: FontBook) -> None:
    sect, atoms, _ = strip(fonts, 3)
    assert shape(sect) == f"Sect(TOC({' '.join(['TOCI(Reference(Link(Span Span)))'] * 3)}))"
    assert said_by(sect) == ["1 ", "stretching", "2 ", "warmth", "3 ", "water"]
    assert icons(atoms) == ["stretching-icon", "warmth-icon", "water-icon"]
    assert lines_of(atoms) == ["1", "stretching", "2", "warmth", "3", "water"]
    assert [link.description for link in all_of(sect, "Link")] == [
        f"Go to {number}. {name.capitalize()}" for number, name in enumerate(NAMES[:3], start=1)
    ]


def test_entries_start_at_equal_distances_from_the_left_edge_and_do_not_touch(fonts: FontBook) -> None:
    _, atoms, _ = strip(fonts, 6)
    full = look_for(fonts).grid.full
    named = [put_that_says(atoms, name) for name in NAMES[:6]]
    assert [put.x for put in named] == pytest.approx([index * full / 6 for index in range(6)])
    assert all(left.right < right.x for left, right in pairwise(named))
    assert right_end(atoms) <= full


@pytest.mark.parametrize("base", [12, 14, 15.9])
def test_fewer_stand_in_a_row_where_words_are_long(fonts: FontBook, base: float) -> None:
    long = "Physiotherapeutically"
    sect = Element("Sect")
    look = look_for(fonts, base)
    strategies = [a_strategy(name, short=f"{long} {name}") for name in NAMES[:6]]
    atoms, _ = overview_atoms(look, sect, strategies)
    words = [put for put in puts(atoms, TextPiece) if put.text.startswith(long)]
    assert len({put.down for put in words}) > 1
    assert all(put.piece.lines[0].text.split()[0] == long for put in words)  # no word is torn
    assert right_end(atoms) <= look.grid.full


@pytest.mark.parametrize("base", [12, 14])
def test_numeral_and_disc_stand_beside_each_other_over_the_words(fonts: FontBook, base: float) -> None:
    _, atoms, _ = strip(fonts, 6, base)
    numerals = [put for put in puts(atoms, TextPiece) if put.text.isdigit()]
    discs = puts(atoms, Frame)
    assert all(numeral.right <= disc.x + 0.01 for numeral, disc in zip(numerals, discs, strict=True))
    named = [put_that_says(atoms, name) for name in NAMES[:6]]
    assert all(disc.down + disc.piece.height < put.down for disc, put in zip(discs, named, strict=True))


@pytest.mark.parametrize("base", [16, 18, 24])
def test_in_large_print_two_stand_in_a_row_each_with_its_words_beside_its_icon(fonts: FontBook, base: float) -> None:
    sect, atoms, links = strip(fonts, 5, base)
    assert icons(atoms) == [f"{name}-icon" for name in NAMES[:5]]
    assert rows(atoms, 5) == [2, 2, 1]
    assert len(links) == 5
    assert said_by(sect) == [said for number, name in enumerate(NAMES[:5], start=1) for said in (f"{number} ", name)]
    for number, (name, disc) in enumerate(zip(NAMES[:5], puts(atoms, Frame), strict=True), start=1):
        numeral, put = put_that_says(atoms, str(number)), put_that_says(atoms, name)
        assert numeral.right <= disc.x + 0.01
        assert disc.right < put.x
        assert disc.down + disc.piece.height / 2 == pytest.approx(put.down + put.piece.height / 2)
    assert right_end(atoms) <= look_for(fonts, base).grid.full


@pytest.mark.parametrize("base", [12, 18, 24])
def test_words_on_two_lines_are_parted_in_the_middle(fonts: FontBook, base: float) -> None:
    _, atoms, _ = strip(fonts, 6, base, short="Stretch a little every single day")
    lines = [line.text.split() for put in puts(atoms, TextPiece) for line in put.piece.lines if "day" in line.text]
    assert len(lines) == 6
    assert all(len(line) > 1 for line in lines)


@pytest.mark.parametrize("base", [18, 24])
def test_in_large_print_long_words_have_a_row_for_each(fonts: FontBook, base: float) -> None:
    _, atoms, _ = strip(fonts, 4, base, short="Physiotherapeutically")
    words = [put for put in puts(atoms, TextPiece) if put.text == "Physiotherapeutically"]
    assert len({put.down for put in words}) == len(words) == 4


@pytest.mark.parametrize("base", [16, 18])
def test_in_large_print_each_entry_says_its_page_and_takes_no_more_room_for_it(fonts: FontBook, base: float) -> None:
    look, sect = look_for(fonts, base), Element("Sect")
    strategies = [a_strategy(name, short=name) for name in NAMES[:4]]
    (bare,), _ = overview_atoms(look, Element("Sect"), strategies)
    (atom,), _ = overview_atoms(look, sect, strategies, (5, 8, 9, 12))
    assert atom.height == bare.height
    assert shape(sect) == f"Sect(TOC({' '.join(['TOCI(Reference(Link(Span Span Span)))'] * 4)}))"
    assert said_by(sect) == ["1 ", "stretching", "5", "2 ", "warmth", "8", "3 ", "water", "9", "4 ", "walking", "12"]
    for name, page in zip(NAMES[:4], ("5", "8", "9", "12"), strict=True):
        words, (number,) = put_that_says(atom, name), [p for p in puts(atom, TextPiece) if p.text == page and p.x > 99]
        assert words.right < number.x
        assert words.down + words.piece.baseline == pytest.approx(number.down + number.piece.baseline)
    assert right_end([atom]) == pytest.approx(look.grid.full, abs=1)
    assert {put.piece.size for put in puts(atom, TextPiece) if put.text in NAMES} == {look.scale.h3.size}


def test_giant_print_with_two_in_a_row_has_no_room_for_pages(fonts: FontBook) -> None:
    sect = Element("Sect")
    strategies = [a_strategy(name, short=name) for name in NAMES[:4]]
    overview_atoms(look_for(fonts, 24), sect, strategies, (5, 8, 9, 12))
    assert said_by(sect) == ["1 ", "stretching", "2 ", "warmth", "3 ", "water", "4 ", "walking"]


def test_giant_print_says_pages_where_each_entry_has_a_row(fonts: FontBook) -> None:
    look, sect = look_for(fonts, 24), Element("Sect")
    strategies = [a_strategy(name, short=name) for name in NAMES[:4]]
    atoms, _ = overview_atoms(look, sect, strategies, (5, 8, 9, 12), is_roomy=True)
    assert rows(atoms, 4) == [1, 1, 1, 1]
    assert said_by(sect) == ["1 ", "stretching", "5", "2 ", "warmth", "8", "3 ", "water", "9", "4 ", "walking", "12"]
    assert right_end(atoms) <= look.grid.full


def test_rows_of_one_entry_stand_further_apart_where_their_page_has_room(fonts: FontBook) -> None:
    look = look_for(fonts, 24)
    strategies = [a_strategy(name, short=name) for name in NAMES[:4]]
    (roomy,), _ = overview_atoms(look, Element("Sect"), strategies, is_roomy=True)
    (close,), _ = overview_atoms(look, Element("Sect"), strategies)
    assert close.grown is None, "two in a row are not a list that fills a page"
    for room, more in ((60.0, 60.0), (900.0, 7 * MOST_MORE * look.scale.body.leading), (-9.0, 0.0)):
        apart = grown_by(roomy, room)
        assert apart.height == pytest.approx(roomy.height + more)
        assert lines_of(apart) == lines_of(roomy)
        downs = [put_that_says(apart, name).down for name in NAMES[:4]]
        assert len({round(below - above, 3) for above, below in pairwise(downs)}) == 1
        assert downs[0] - put_that_says(roomy, NAMES[0]).down == pytest.approx(more / 7), "over the first too"


@pytest.mark.parametrize(
    ("base", "count", "close", "roomy"),
    [(24, 4, False, True), (18, 4, True, True), (12, 4, False, False), (24, 1, False, False), (36, 4, False, False)],
)
def test_whether_an_overview_says_pages_is_known_before_it_is_set(
    fonts: FontBook, base: float, count: int, close: bool, roomy: bool
) -> None:
    strategies = [a_strategy(name, short=name) for name in NAMES[:count]]
    said = [says_pages(look_for(fonts, base), strategies, is_roomy=is_roomy) for is_roomy in (False, True)]
    assert said == [close, roomy]


def test_each_entry_leads_to_the_heading_of_its_card(fonts: FontBook) -> None:
    look, root = look_for(fonts), Element("Document")
    strategies = [a_strategy(name) for name in NAMES[:5]]
    management_atoms(look, root, Management.model_validate({"strategies": strategies}), 700)
    titles = all_of(root, "H3")
    assert [title.bookmark for title in titles] == [
        f"{number}. {name.capitalize()}" for number, name in enumerate(NAMES[:5], start=1)
    ]
    assert [link.target for link in all_of(root, "Link")] == titles
