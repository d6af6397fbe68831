"""Lines as an eye follows them, from pieces as programs write them."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.pdf.reading.lines import lines
from handoutgen.pdf.reading.pdfium import FoundText


def piece(text: str, left: float, width: float, *, bottom: float = 700, size: float = 10, page: int = 1) -> FoundText:
    """Words that stand on a page."""
    box = (left, bottom, left + width, bottom + size)
    return FoundText(page, text, size, "Sans", True, "#000000", 1.0, True, box, None)


def said(*pieces: FoundText) -> list[str]:
    return [line.text for line in lines(pieces)]


def test_words_on_one_height_are_a_line() -> None:
    assert said(piece("Call", 50, 20), piece("999", 73, 15), piece("now", 91, 20)) == ["Call 999 now"]


def test_a_word_in_two_pieces_stays_a_word() -> None:
    assert said(piece("med", 50, 20), piece("icine", 70, 25)) == ["medicine"]


def test_columns_are_lines_of_their_own() -> None:
    assert said(piece("left", 50, 20), piece("right", 300, 20)) == ["left", "right"]


def test_lines_below_each_other_and_pages_are_apart() -> None:
    found = said(piece("one", 50, 20), piece("two", 50, 20, bottom=688), piece("three", 50, 20, page=2))
    assert found == ["one", "two", "three"]


def test_a_raised_figure_stays_in_its_line() -> None:
    assert said(piece("stretch", 50, 35), piece("12", 85, 6, bottom=704, size=6)) == ["stretch12"]


def test_a_line_has_its_width_and_its_characters() -> None:
    (line,) = lines([piece("Call", 50, 20), piece("999", 73, 15)])
    assert (line.characters, line.width, line.page) == (8, 38, 1)


@pytest.mark.parametrize("words", ["a" * 30, "b" * 90])
def test_the_longest_line_of_a_file_is_told(words: str) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Helvetica", 5)
    for row, text in enumerate(("short", words, "also short")):
        canvas.drawString(50, 700 - 12 * row, text)
    canvas.save()
    facts = inspect_pdf(out.getvalue())
    assert facts.longest_line and facts.widest_line
    assert (facts.longest_line.text, facts.widest_line.text) == (words, words)
