"""Right-to-left runs as strings of codes that every reader turns round into their words."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest

from handoutgen.pdf.writing.cells import Cell, cells
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import NO_INK, Glyph
from handoutgen.text.shaping import shape_word

FONTS = Path(__file__).resolve().parents[3] / "fonts"
RLM, LRM, ZWNJ = "\u200f", "\u200e", "\u200c"
LEAST = 100
"""A tenth of an em: what starts closer to the character before it ends poppler's word."""


@pytest.fixture(scope="module")
def fonts() -> FontBook:
    return FontBook(FONTS)


def glyphs_of(fonts: FontBook, word: str, language: str = "ar") -> tuple[Glyph, ...]:
    return tuple(glyph for part in shape_word(fonts, word, False, language, True)[::-1] for glyph in part.glyphs)


def cells_of(fonts: FontBook, word: str, language: str = "ar") -> list[Cell]:
    return cells(glyphs_of(fonts, word, language), fonts.face("vazirmatn").scale)


def read(string: list[Cell]) -> str:
    """A string turned round, character by character."""
    return "".join(cell.said for cell in string)[::-1]


WORDS = ["لا", "الأسباب", "الآن", "مُدَّ", "أوّلًا", "تَنَفَّسْ", "یَعنی", "می‌شود", "ہے", "مثلًا", "مساءً", "گئے"]


@pytest.mark.parametrize("word", WORDS)
def test_a_string_turned_round_spells_its_word(fonts: FontBook, word: str) -> None:
    assert read(cells_of(fonts, word)) == word


@pytest.mark.parametrize("word", WORDS)
def test_each_code_says_one_character_and_is_wide_enough_for_it(fonts: FontBook, word: str) -> None:
    for cell in cells_of(fonts, word):
        assert len([c for c in cell.said if category(c) != "Cf"]) == 1
        assert cell.shape.advance >= LEAST * len(cell.said)


@pytest.mark.parametrize("word", WORDS)
def test_the_ink_stays_where_shaping_put_it_and_the_word_as_wide(fonts: FontBook, word: str) -> None:
    scale = fonts.face("vazirmatn").scale
    wanted, pen = [], 0.0
    for glyph in glyphs_of(fonts, word):
        wanted.append((glyph.gid, pen + glyph.x_offset, glyph.y_offset))
        pen += glyph.advance
    found, at = [], 0
    for cell in cells_of(fonts, word):
        found += [(gid, at + dx * scale, dy * scale) for gid, dx, dy in cell.shape.parts]
        at += cell.shape.advance
    assert [gid for gid, _, _ in found] == [gid for gid, _, _ in wanted]
    for (_, *place), (_, *right) in zip(found, wanted, strict=True):
        assert place == pytest.approx(right, abs=0.5)
    assert at == pytest.approx(pen, abs=0.5)


def test_a_ligature_is_two_codes_of_which_the_left_has_the_ink(fonts: FontBook) -> None:
    alef, lam = cells_of(fonts, "لا")
    assert (alef.said, lam.said) == ("ا", "ل")
    assert len(alef.shape.parts) == 1
    assert lam.shape.parts == ()


def test_a_space_is_said_by_what_stands_to_the_left_of_it() -> None:
    string = cells((Glyph(7, "ب", 500), Glyph(3, " ", 250), Glyph(9, "ا", 300)), 1)
    assert [(cell.said, cell.shape.advance, len(cell.shape.parts)) for cell in string] == [
        ("ب ", 750, 1),
        ("ا", 300, 1),
    ]


def test_a_space_that_begins_a_string_says_a_mark_before_it() -> None:
    first, _ = cells((Glyph(3, " ", 250), Glyph(9, "ا", 300)), 1)
    assert first.said == f"{RLM} "
    first, second = cells((Glyph(NO_INK, " ", 0), Glyph(9, "ا", 900)), 1)
    assert (first.said, second.said) == (f"{RLM} ", "ا")
    assert first.shape.advance >= 2 * LEAST, "though the space itself has no width"
    assert first.shape.parts == ()
    assert second.shape.parts == ((9, -first.shape.advance, 0),)


def test_what_is_silent_is_said_by_the_code_to_the_right_of_it() -> None:
    """pdf.js drops a code whose text ends with a silent character."""
    string = cells((Glyph(5, f".{RLM}", 300), Glyph(6, f"ی{ZWNJ}", 600)), 1)
    assert [cell.said for cell in string] == [f"{RLM}.", f"{ZWNJ}ی"]
    assert not any(category(cell.said[-1]) == "Cf" for cell in string)


def test_marks_that_begin_a_run_are_a_code_of_their_own_without_width() -> None:
    sign, mark = cells((Glyph(5, "(", 300), Glyph(NO_INK, f"{RLM}{LRM}", 0)), 1)
    assert (sign.said, mark.said) == ("(", f"{LRM}{RLM}")
    assert (mark.shape.advance, mark.shape.parts) == (0, ())
    assert read([sign, mark]) == f"{RLM}{LRM}("


def test_ink_that_stands_for_nothing_goes_with_what_follows_it() -> None:
    (one,) = cells((Glyph(4, "", 0, 120, -30), Glyph(9, "ب", 500)), 1)
    assert one.shape.parts == ((4, 120, -30), (9, 0, 0))
    (one,) = cells((Glyph(9, "ب", 500), Glyph(4, "", 0, -120, 30)), 1)
    assert one.shape.parts == ((9, 0, 0), (4, 380, 30))


def test_what_is_too_narrow_for_all_it_says_is_shared_out_evenly() -> None:
    string = cells((Glyph(1, "ً", 0), Glyph(2, "ّ", 0), Glyph(9, "ا", 240)), 1)
    assert [cell.shape.advance for cell in string] == [80, 80, 80]
    assert string[2].shape.parts == ((9, -160, 0),)


def test_widths_are_whole_and_their_fractions_are_not_lost() -> None:
    string = cells(tuple(Glyph(9, "ب", 400.4) for _ in range(10)), 0.5)
    assert sum(cell.shape.advance for cell in string) == 4004
    assert {cell.shape.advance for cell in string} == {400, 401}
    assert cells((), 1) == []
