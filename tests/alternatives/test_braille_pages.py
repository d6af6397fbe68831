"""Pages: no line too long, no page too low, headings with what they head, long words divided so that they join."""

from __future__ import annotations

from itertools import pairwise

import pytest

from handoutgen.alternatives.braille.pages import BraillePaper, lines_of, paged, words_in
from handoutgen.alternatives.braille.stretches import BrailleBlock
from handoutgen.errors import UsageProblem

NUMBER = {"#": "#", **{str(figure): "JABCDEFGHI"[figure] for figure in range(10)}}
PAPER = BraillePaper(20, 10)


def text(words: str, first: int = 2, rest: int = 0, holds_next: bool = False, after: bool = False) -> BrailleBlock:
    return BrailleBlock(words, words, first, rest, holds_next=holds_next, after=after)


HEADING = BrailleBlock("H", "HEAD", 4, 4, before=True, holds_next=True)


def test_forty_cells_and_twenty_five_lines_are_what_one_gets_and_both_have_bounds() -> None:
    assert (BraillePaper().cells, BraillePaper().lines) == (40, 25)
    for cells, lines in ((19, 25), (101, 25), (40, 9), (40, 101), (-1, 25)):
        with pytest.raises(UsageProblem, match=f"{cells} cells and {lines} lines"):
            BraillePaper(cells, lines)
    for cells, lines in ((20, 10), (100, 100)):
        BraillePaper(cells, lines)


def test_lines_begin_in_their_cells_and_end_at_words() -> None:
    assert lines_of(text("AB CDEF GHI JKL MNOP QR"), 12) == ["  AB CDEF", "GHI JKL MNOP", "QR"]
    assert lines_of(text("AB CDEF GHI JKL", 0, 2), 9) == ["AB CDEF", "  GHI JKL"]


def test_a_centred_line_has_three_blank_cells_at_each_side_at_least() -> None:
    centred = BrailleBlock("x", "ABCDEF GHIJKLM NO", is_centred=True)
    assert lines_of(centred, 20) == ["   ABCDEF GHIJKLM", "         NO"]


def test_a_word_that_no_line_holds_goes_on_behind_dot_5_and_is_whole_again_when_read() -> None:
    word = "WWW4NHS4UK_/CONDITIONS_/LEG-CRAMPS"
    lines = lines_of(text(f"SEE {word} NOW"), 20)
    assert lines == ["  SEE", 'WWW4NHS4UK_/"', 'CONDITIONS_/"', "LEG-CRAMPS NOW"]
    assert all(len(line) <= 20 for line in lines)
    assert not any(line[-2] in '@^_",.;#' for line in lines if line.endswith('"'))
    assert list(words_in([[*lines, "#A"]], 20)) == ["SEE", word, "NOW"]


def test_a_heading_is_never_alone_at_a_pages_foot() -> None:
    for before in range(1, 12):
        pages = paged([*[text("A")] * before, HEADING, text("BODY")], PAPER, NUMBER)
        for page in pages:
            lines = [line for line in page[:-1] if line]
            assert lines[-1] != "    HEAD"
        assert "    HEAD" in pages[-1]


def test_two_headings_in_a_row_stay_with_what_they_head_and_a_chain_higher_than_a_page_still_ends() -> None:
    pages = paged([*[text("A")] * 6, HEADING, HEADING, text("BODY")], PAPER, NUMBER)
    assert [line for line in pages[1][:-1] if line] == ["    HEAD", "    HEAD", "  BODY"]
    many = paged([*[HEADING] * 30, text("BODY")], PAPER, NUMBER)
    assert sum(line == "    HEAD" for page in many for line in page) == 30


def test_no_line_of_a_paragraph_is_alone_on_a_page() -> None:
    words = " ".join(["ABCDEFGHIJKLMNOP"] * 5)
    for before in range(1, 10):
        pages = paged([*[text("A")] * before, text(words)], PAPER, NUMBER)
        counts = [sum("BCDEF" in line for line in page) for page in pages]
        assert 1 not in counts


def test_each_page_has_all_its_lines_with_its_number_at_the_end_of_the_last() -> None:
    pages = paged([text("A")] * 100, PAPER, NUMBER)
    assert len(pages) == 12
    assert {len(page) for page in pages} == {10}
    assert [page[-1] for page in pages[8:]] == [f"{'#I':>20}", f"{'#AJ':>20}", f"{'#AA':>20}", f"{'#AB':>20}"]


def test_no_page_begins_with_a_blank_line_and_no_two_stand_in_a_row() -> None:
    story = [text("A", after=True), BrailleBlock("B", "B", before=True, after=True)] * 20
    for page in paged(story, PAPER, NUMBER):
        assert page[0]
        lines = page[:-1]
        used = lines[: max(index for index, line in enumerate(lines) if line) + 1]
        assert all(one or two for one, two in pairwise(used))


def test_what_is_drawn_is_no_word() -> None:
    page = ["7" * 20, "    NOTE", "GGG", "G" * 20, '"333  "33', "A  B", f"{'#A':>20}"]
    assert list(words_in([page], 20)) == ["NOTE", "GGG", "A", "B"]


def test_the_foot_of_a_box_is_never_the_first_line_of_a_page() -> None:
    foot = BrailleBlock("", "G" * 20, is_whole=True, after=True, holds_last=True)
    for before in range(1, 10):
        pages = paged([*[text("A")] * before, text("LAST"), foot, text("B")], PAPER, NUMBER)
        assert not any(page[0].startswith("G") for page in pages)
