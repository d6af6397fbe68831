"""What one copies out of a page is what stands on it, whichever reader this machine has.

PDFium is always there; poppler where `pdftotext` is, pdf.js where HANDOUTGEN_PDFJS names the folder of `pdfjs-dist`.
`benchmarks/read_back.py` prints all the figures, Chromium's too; docs/reading-back.md says what is behind them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import pypdfium2
import pytest

from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing import cells, operands
from handoutgen.pdf.writing.composed import ComposedGlyph
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Plan
from handoutgen.text import placing, reading_back
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Glyph
from pdf.copying.copied_sheet import can_set, font_book, lines_of, page_of
from pdf.copying.copied_texts import TEXTS
from pdf.copying.copied_words import missing, share, share_anywhere, with_signs, words
from pdf.copying.pdf_readers import Reader, readers_of_this_machine
from soundness import assert_sound

READERS = readers_of_this_machine()
ENOUGH = 0.98
SIGNS_NEED = {"poppler -raw": 0.0}
"""poppler's raw order takes the sign at a word's end for a number, and says it first."""


@pytest.fixture(scope="module")
def book() -> FontBook:
    return font_book()


def copied(plan: Plan, book: FontBook, read: Reader, folder: Path) -> str:
    path = folder / "copied.pdf"
    path.write_bytes(render(plan, book))
    return read(path)


def shares(plan: Plan, text: str) -> tuple[float, float]:
    """Of words, and of words with their signs."""
    lines = lines_of(plan)
    return tuple(share([part(line) for line in lines], part(text)) for part in (words, with_signs))  # type: ignore


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("reader", READERS)
def test_words_come_out_whole_and_in_their_order(reader: str, language: str, book: FontBook, tmp_path: Path) -> None:
    if not can_set(book, TEXTS[language]):
        pytest.skip(f"no font for {language} here")
    plan = page_of(language, TEXTS[language], book)
    text = copied(plan, book, READERS[reader], tmp_path)
    bare, whole = shares(plan, text)
    assert bare >= ENOUGH, [missing(words(line), words(text)) for line in lines_of(plan)]
    assert whole >= SIGNS_NEED.get(reader, ENOUGH)


@pytest.mark.parametrize("language", [language for language in TEXTS if language != "en"])
def test_such_a_page_keeps_its_promises(language: str, book: FontBook) -> None:
    plan = page_of(language, TEXTS[language], book)
    data = render(plan, book)
    assert verify(data, plan) == ()
    assert_sound(data, plan)


KEPT = ["5 mg", "0117 496 0000", "22/11/2026", "9:00", "(MS)", "25%", "٢٠", "Baclofen 5 mg", "«إن استطعت»"]


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize("reader", READERS)
def test_doses_numbers_and_brackets_are_not_turned_round(
    reader: str, kept: str, book: FontBook, tmp_path: Path
) -> None:
    text = copied(page_of("ar", [f"خذ الآن {kept} كل يوم، ثم نم."], book), book, READERS[reader], tmp_path)
    plain = " ".join("".join(c for c in text if category(c) != "Cf").split())
    if reader == "poppler -raw":  # each piece has a line of its own there, in the order of reading
        assert re.sub(r"\s", "", kept) in re.sub(r"\s", "", plain)
    else:
        assert f"الآن {kept} كل يوم، ثم نم." in plain


@pytest.mark.parametrize("phrase", ["لأسباب", "تقلصات الساق", "5 mg", "0117 496 0000", "فجأةً"])
def test_words_and_phrases_are_found_where_they_stand(phrase: str, book: FontBook) -> None:
    text = "خذ 5 mg، ثم اتصل بالرقم 0117 496 0000 (مجانًا). تقلصات الساق تحدث لأسباب كثيرة فجأةً، نعم."
    with pypdfium2.PdfDocument(render(page_of("ar", [text], book), book)) as document:
        assert document[0].get_textpage().search(phrase).get_next() is not None
        assert document[0].get_textpage().search(phrase[::-1]).get_next() is None


# -- each part of what is done is needed ---------------------------------------------------------------------------


def words_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "cut", lambda runs, *line: tuple(run for run, _ in runs))


def no_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_back, "_left_to_right", lambda runs, parted: runs)


def no_mark_before_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_back, "LRM", "")


def no_marks_at_the_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_back, "RLM", "")


def ligatures_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def by_glyph(glyphs: tuple[Glyph, ...], scale: float) -> list[cells.Cell]:
        return [cells.Cell(ComposedGlyph(((g.gid, 0, 0),), round(g.advance)), g.text) for g in glyphs if g.gid > 0]

    monkeypatch.setattr(operands, "cells", by_glyph)


def marks_without_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "_LEAST", 0)


def spaces_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "_RLM", "")


UNDONE: dict[Callable[[pytest.MonkeyPatch], None], tuple[str, ...]] = {
    words_as_they_were: ("PDFium", "poppler", "poppler -raw", "pdf.js"),
    no_leads: ("PDFium",),
    no_mark_before_brackets: ("PDFium",),
    no_marks_at_the_edges: ("PDFium", "poppler"),
    ligatures_whole: ("PDFium", "poppler", "poppler -raw", "pdf.js"),
    marks_without_width: ("poppler -raw",),
    spaces_alone: ("pdf.js",),
}


@pytest.mark.parametrize(
    ("undo", "reader"), [(undo, reader) for undo, hurt in UNDONE.items() for reader in hurt if reader in READERS]
)
def test_without_any_part_of_it_fewer_come_out(
    undo: Callable[[pytest.MonkeyPatch], None], reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> tuple[float, float]:
        book = font_book()  # a new one: books remember what they have set
        plan = page_of("ar", TEXTS["ar"], book)
        return shares(plan, copied(plan, book, READERS[reader], tmp_path))

    good = found()
    undo(monkeypatch)
    assert sum(found()) < sum(good) - 0.005


def test_strings_in_another_order_are_found(book: FontBook) -> None:
    """Our own check reads the file by itself, and holds it against the plan's words."""
    plan, other = (page_of("ar", [text], book) for text in ("خذ الدواء، ثم نم الآن.", "خذ الآن، ثم نم الدواء."))
    assert any("should say" in problem for problem in verify(render(other, book), plan))


# -- the measure itself ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "bare", "whole"),
    [
        ("مُدَّ ساقك، (الآن).", ["مُدَّ", "ساقك", "الآن"], ["مُدَّ", "ساقك،", "(الآن)."]),
        ("מ-30 9:00", ["מ", "30", "9:00"], ["מ-30", "9:00"]),
        ("\u202bخذ\u200f 5\u00a0mg\u202c", ["خذ", "5", "mg"], ["خذ", "5", "mg"]),
        ("می\u200cشود", ["می\u200cشود"], ["می\u200cشود"]),
        ("— ،", [], ["—", "،"]),
    ],
)
def test_what_counts_as_a_word(text: str, bare: list[str], whole: list[str]) -> None:
    def equal(found: list[str]) -> list[str]:
        return [re.sub("\u064e\u0651", "\u0651\u064e", word) for word in found]

    assert equal(words(text)) == equal(bare)
    assert equal(with_signs(text)) == equal(whole)


@pytest.mark.parametrize(
    ("got", "found"),
    [("a b c d", 1), ("x a b c d x", 1), ("a b x c d", 1), ("d c b a", 0.25), ("a b d c", 0.75), ("abcd", 0), ("", 0)],
)
def test_words_count_in_their_order_alone(got: str, found: float) -> None:
    assert share([["a", "b", "c", "d"]], got.split()) == found


def test_lines_are_found_wherever_they_stand() -> None:
    assert share([["a", "b"], ["c", "d"]], ["c", "d", "a", "b"]) == 1
    assert missing(["a", "b", "c"], ["c", "a", "b"]) == ["c"]


@pytest.mark.parametrize(("got", "found"), [("d c b a", 1), ("a b c", 0.75), ("ab c d d", 0.5), ("", 0)])
def test_words_count_anywhere_if_they_are_whole(got: str, found: float) -> None:
    assert share_anywhere([["a", "b"], ["c", "d"]], got.split()) == found


def test_each_word_counts_as_often_as_it_was_written() -> None:
    assert share_anywhere([["5", "mg"], ["30", "mg"]], ["5", "30", "mg"]) == 0.75
