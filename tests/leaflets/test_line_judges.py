"""The judges of `benchmarks/languages.py` find what is wrong with set lines, and nothing in what is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.plan.pages import Page, Placed
from handoutgen.text import shaping
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Run, TextStyle
from leaflets.line_judges import Breaks, Shapes, in_scripts
from leaflets.set_lines import SetLine, clashes, paragraphs_of, texts_of
from pdf.copying.copied_sheet import font_book, page_of
from pdf.copying.texts_of_languages import TEXTS_OF_LANGUAGES

pytest.importorskip("icu4py.breakers")
CHINESE = {"zh-Hans", "zh-Hant"}
LANGUAGES = [language for language in TEXTS_OF_LANGUAGES if language not in CHINESE]


@pytest.fixture(scope="module")
def book() -> FontBook:
    return font_book()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong_with_a_page_in_any_language(language: str, book: FontBook) -> None:
    breaks, shapes = Breaks(), Shapes(book)
    plan = page_of(language, TEXTS_OF_LANGUAGES[language], book)
    for lines in paragraphs_of(plan.pages[0]):
        breaks.judge(lines, language, book)
        for put in lines:
            shapes.judge(put.line, language)
    assert breaks.forbidden == breaks.cut == shapes.different == []
    assert len(texts_of(plan)) == breaks.seen + len(TEXTS_OF_LANGUAGES[language])


def set_in(width: float, text: str, book: FontBook, language: str = "en-GB") -> list[SetLine]:
    lines = break_lines([Run(text)], TextStyle(12, 16, language=language), width, book)
    return [SetLine(line, 0.0, 100.0 - 16 * number, width) for number, line in enumerate(lines)]


def test_a_line_end_that_nobody_allows_is_found(book: FontBook) -> None:
    breaks = Breaks()
    one, two = set_in(400, "Stretch your ca", book), set_in(400, "lf gently.", book)
    breaks.judge([*one, *two], "en-GB", book)
    assert breaks.forbidden == ["etch your ca|lf gently."]


def test_a_cut_word_and_an_address_are_told_apart(book: FontBook) -> None:
    breaks = Breaks()
    breaks.judge(set_in(50, "Donaudampfschifffahrt", book), "de", book)
    breaks.judge(set_in(60, "www.mssociety.org.uk", book), "en-GB", book)
    assert (len(breaks.cut), breaks.in_addresses, breaks.forbidden) == (breaks.seen - breaks.in_addresses, 2, [])


def test_a_sign_alone_on_a_line_is_no_cut_word(book: FontBook) -> None:
    breaks = Breaks()
    breaks.judge([*set_in(50, "Schifffahrt", book), *set_in(50, ".", book)], "de", book)
    assert len(breaks.forbidden) == 1


def test_letters_that_do_not_join_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    book, other = font_book(), font_book()
    shape = shaping.shape
    monkeypatch.setattr(
        shaping, "shape", lambda face, text, script, language, rtl: shape(face, text, "Latn", language, rtl)
    )
    shapes = Shapes(other)
    for put in paragraphs_of(page_of("hi", TEXTS_OF_LANGUAGES["hi"], book).pages[0])[0]:
        shapes.judge(put.line, "hi")
    assert shapes.different


def test_lines_that_touch_and_lines_that_leave_the_page_are_found(book: FontBook) -> None:
    page = page_of("ur", TEXTS_OF_LANGUAGES["ur"], book).pages[0]
    assert clashes(page, book) == []
    first, second, *rest = page.pieces
    nearer = Page(page.width, page.height, (first, Placed(second.piece, second.x, first.y - 4), *rest))
    assert clashes(nearer, book)
    assert clashes(replace(page, width=300.0), book)


def test_scripts_are_told_apart() -> None:
    assert in_scripts("पैर (MS) में।") == [("Deva", "पैर ("), ("Latn", "MS) "), ("Deva", "में।")]
    assert in_scripts("5 mg") == [("Latn", "5 mg")]


def test_the_sample_texts_have_what_is_hard(tmp_path: Path) -> None:
    for language, paragraphs in TEXTS_OF_LANGUAGES.items():
        text = " ".join(paragraphs)
        for part in ("Baclofen", "22/11/2026", "0117 496 0000", "www.nhs.uk", "(MS"):
            assert part in text.replace("（", "("), (language, part)
