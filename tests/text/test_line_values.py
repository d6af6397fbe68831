"""Where lines end, letter by letter: words of n's, whose letters are all as wide, in columns that just hold so many."""

from __future__ import annotations

import pytest

from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines, line_lengths, longest_unit, measure, overlong_units
from handoutgen.text.model import Run, TextStyle

STYLE = TextStyle(12, 16)
SIZES = pytest.mark.parametrize("size", [9.0, 12.0, 24.0])


def column(letters: int, spaces: int, fonts: FontBook, style: TextStyle = STYLE) -> float:
    """The width in pt of a line of so many n's and spaces."""
    letter = measure([Run("n")], style, fonts)
    space = measure([Run("n n")], style, fonts) - 2 * letter
    return letters * letter + spaces * space


def words(*lengths: int) -> list[Run]:
    """A paragraph of words of n's."""
    return [Run(" ".join("n" * length for length in lengths))]


@SIZES
@pytest.mark.parametrize(
    ("lengths", "letters", "spaces", "lines"),
    [
        ((7,), 7, 0, (7,)),
        ((7, 7, 7), 21, 2, (23,)),
        ((7, 7, 7), 14, 1, (15, 7)),
        ((7, 7, 7), 13, 1, (7, 7, 7)),
        ((7, 7, 7), 14, 0, (7, 7, 7)),
        ((6, 6, 6, 6, 6, 6), 18, 2, (20, 20)),
        ((6, 6, 6, 6, 6, 6), 24, 3, (27, 13)),
        ((1, 2, 3, 4, 5, 7), 10, 3, (13, 5, 7)),
        ((), 10, 0, ()),
    ],
)
def test_a_line_holds_as_many_words_as_the_column_does(
    lengths: tuple[int, ...], letters: int, spaces: int, lines: tuple[int, ...], size: float, fonts: FontBook
) -> None:
    style = TextStyle(size, 16)
    width = column(letters, spaces, fonts, style)
    assert line_lengths(words(*lengths), style, width, fonts) == lines
    assert tuple(len(line.text) for line in break_lines(words(*lengths), style, width, fonts)) == lines


@pytest.mark.parametrize(
    ("lengths", "letters", "spaces", "greedy", "balanced"),
    [
        ((6, 6, 6, 6, 6, 6), 24, 3, (27, 13), (20, 20)),
        ((6, 6, 6, 6, 6), 24, 3, (27, 6), (20, 13)),
        ((8, 6, 6, 6), 20, 2, (22, 6), (15, 13)),
        ((6, 6), 12, 1, (13,), (13,)),
        ((6, 6), 6, 0, (6, 6), (6, 6)),
        ((6, 6, 6), 40, 2, (20,), (20,)),
        ((6, 20, 6), 21, 1, (6, 20, 6), (6, 20, 6)),
    ],
)
def test_a_balanced_heading_is_as_narrow_as_its_number_of_lines_allows(
    lengths: tuple[int, ...], letters: int, spaces: int, greedy: tuple[int, ...], balanced: tuple[int, ...],
    fonts: FontBook,
) -> None:  # fmt: skip
    width = column(letters, spaces, fonts)
    for balance, lines in ((False, greedy), (True, balanced), (False, greedy)):
        set_lines = break_lines(words(*lengths), STYLE, width, fonts, balance)
        assert tuple(len(line.text) for line in set_lines) == lines
        assert line_lengths(words(*lengths), STYLE, width, fonts, balance) == lines
    assert tuple(len(line.text) for line in break_lines(words(*lengths), STYLE, width, fonts)) == greedy


@pytest.mark.parametrize(
    ("lengths", "letters", "spaces", "lines", "why"),
    [
        ((11, 3, 3), 14, 1, (11, 7), "what stays is eleven of fourteen letters and a space: more than seven tenths"),
        ((11, 3, 4), 14, 1, (11, 8), "four letters are a short word"),
        ((11, 3, 5), 14, 1, (15, 5), "five letters are not"),
        ((9, 5, 3), 14, 1, (15, 3), "what would stay is less than seven tenths of the column"),
        ((14, 6, 3), 20, 1, (21, 3), "the same, if only just: the space after it does not count"),
        ((6, 5, 3, 3), 14, 2, (12, 7), "all that stays counts, and the spaces between"),
        ((14, 8, 6, 3), 14, 1, (14, 15, 3), "only the line above counts"),
        ((14, 11, 3, 3), 14, 1, (14, 11, 7), "the line above gives, wherever it stands"),
        ((6, 9, 11, 3, 3), 14, 1, (6, 9, 11, 7), "and from the word after the break before it"),
        ((9, 3), 9, 0, (9, 3), "a line of one word has none to give"),
        ((4, 1, 4), 5, 1, (4, 6), "the two last words just fit the column"),
        ((4, 1, 5), 5, 1, (6, 5), "the two last words would be wider than the column"),
        ((9, 5, 2, 2), 14, 1, (15, 5), "two words are company enough"),
        ((3,), 14, 0, (3,), "there is no line above"),
    ],
)
def test_a_short_last_word_gets_company_where_the_line_above_can_spare_it(
    lengths: tuple[int, ...], letters: int, spaces: int, lines: tuple[int, ...], why: str, fonts: FontBook
) -> None:
    assert line_lengths(words(*lengths), STYLE, column(letters, spaces, fonts), fonts) == lines, why


def test_half_a_hyphenated_word_is_not_given_the_other_half_for_company(fonts: FontBook) -> None:
    runs = [Run("nnnnnnnnnnn nnnnnnnnnnn-nnn")]
    width = measure([Run("nnnnnnnnnnn nnnnnnnnnnn-")], STYLE, fonts)
    assert line_lengths(runs, STYLE, width, fonts) == (24, 3)


def test_a_column_that_is_a_hundredth_of_a_point_too_narrow_does_not_hold_the_line(fonts: FontBook) -> None:
    just = column(14, 1, fonts)
    assert line_lengths(words(7, 7, 7), STYLE, just, fonts) == (15, 7)
    assert line_lengths(words(7, 7, 7), STYLE, just - 0.01, fonts) == (7, 7, 7)


@SIZES
@pytest.mark.parametrize(
    ("lengths", "letters", "lines"),
    [((10,), 4, (4, 4, 2)), ((10,), 10, (10,)), ((10,), 9, (9, 1)), ((3, 10), 4, (3, 4, 4, 2)),
     ((10, 4), 4, (4, 4, 2, 4))],
)  # fmt: skip
def test_a_word_wider_than_the_column_is_cut_where_the_column_ends(
    lengths: tuple[int, ...], letters: int, lines: tuple[int, ...], size: float, fonts: FontBook
) -> None:
    style = TextStyle(size, 16)
    assert line_lengths(words(*lengths), style, column(letters, 0, fonts, style), fonts) == lines


@SIZES
def test_words_are_overlong_from_the_first_letter_that_does_not_fit(size: float, fonts: FontBook) -> None:
    style = TextStyle(size, 16)
    width = column(8, 0, fonts, style)
    assert overlong_units(words(3, 9, 8, 20, 7), style, width, fonts) == ("n" * 9, "n" * 20)
    assert overlong_units(words(3, 8, 7), style, width, fonts) == ()


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"), [("n", False, 550), ("n n", False, 1380), ("nnnn", True, 2284), ("", False, 0)]
)
def test_a_width_is_the_sum_of_the_advances_in_the_font(
    text: str, bold: bool, thousandths: float, fonts: FontBook
) -> None:
    for size in (1.0, 12.0, 36.0):
        expected = thousandths * size / 1000
        assert measure([Run(text, bold=bold)], TextStyle(size, 16), fonts) == pytest.approx(expected, abs=0.0005 * size)


@SIZES
def test_the_width_of_a_paragraph_is_that_of_the_line_it_makes(size: float, fonts: FontBook) -> None:
    runs = [Run("Stretch the "), Run("calf", bold=True), Run(" for 30 seconds")]
    style = TextStyle(size, 16)
    (line,) = break_lines(runs, style, 1000, fonts)
    advances = sum(glyph.advance for run in line.runs for glyph in run.glyphs)
    assert measure(runs, style, fonts) == pytest.approx(advances * size / 1000)
    assert line.width == pytest.approx(advances * size / 1000)


@SIZES
@pytest.mark.parametrize(
    ("text", "widest"),
    [("nn nnnn nnn", "nnnn"), ("take 25 mg now", "25 mg"), ("a self-management plan", "management"), ("n", "n")],
)
def test_the_longest_unit_is_the_widest_part_that_may_not_be_broken(
    text: str, widest: str, size: float, fonts: FontBook
) -> None:
    style = TextStyle(size, 16)
    assert longest_unit([Run(text)], style, fonts) == pytest.approx(measure([Run(widest)], style, fonts))


def test_what_is_remembered_of_one_column_is_not_told_of_another(fonts: FontBook) -> None:
    for letters, spaces, lines in ((12, 1, (13, 6)), (18, 2, (20,)), (6, 0, (6, 6, 6)), (12, 1, (13, 6))):
        set_lines = break_lines(words(6, 6, 6), STYLE, column(letters, spaces, fonts), fonts)
        assert tuple(len(line.text) for line in set_lines) == lines
