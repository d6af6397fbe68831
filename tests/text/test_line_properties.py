"""What holds for any text, any width and any script."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handoutgen.text.characters import JOINERS, clusters
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines, measure, overlong_units
from handoutgen.text.model import Run, TextStyle
from handoutgen.text.paragraph import compile_paragraph, normalise
from handoutgen.unbreakable import kept_together
from text.spoken import said, spoken

WORDS = [
    "cramp", "a", "self-care", "and/or", "5 mg", "0117 496 0000", "22 November 2026", "www.nhs.uk/ms", "(see)",
    "e\u0301a", "Chuột", "ніг", "πόδι", "الساق", "مُؤلِمة", "می‌شود", "ٹانگوں", "क्षत्रिय", "स्ट्रेचिंग", "→", "≤",
    "\u200b", "\u00ad", "\u00a0", "\u2067", "\u2069", "\u200f", "Donaudampfschifffahrtsgesellschaft",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*WORDS, " ", " ", "\n", "-", "."]), max_size=14).map("".join)
ANY = st.text(st.sampled_from("ab Zé-/.5%٣با،ُكं्कषि ọ\u00a0\u200b\u200d\u200c\u2066\u2069\u200f()→"), max_size=24)
RUNS = st.lists(st.builds(Run, text=TEXTS | ANY, bold=st.booleans()), min_size=1, max_size=3)
STYLES = st.builds(
    TextStyle,
    size=st.sampled_from([9.0, 12.0, 24.0]),
    leading=st.just(16.0),
    direction=st.sampled_from(["ltr", "rtl"]),
    align=st.sampled_from(["start", "center", "end"]),
    language=st.sampled_from(["en-GB", "ar", "ur", "hi", "vi"]),
)
WIDTHS = st.floats(20, 400)


@given(RUNS, STYLES, WIDTHS, st.booleans())
@settings(deadline=None, max_examples=300)
def test_no_character_is_lost_doubled_or_moved(
    fonts: FontBook, runs: Any, style: Any, width: Any, balance: Any
) -> None:
    lines = break_lines(runs, style, width, fonts, balance)
    assert spoken(lines) == "".join(normalise(runs))
    for run in (run for line in lines for run in line.runs):
        assert run.text == "".join(glyph.text for glyph in (reversed(run.glyphs) if run.rtl else run.glyphs))


@given(RUNS, STYLES, WIDTHS, st.booleans())
@settings(deadline=None, max_examples=300)
def test_no_line_is_wider_than_its_column_unless_one_letter_is(
    fonts: FontBook, runs: Any, style: Any, width: Any, balance: Any
) -> None:
    for line in break_lines(runs, style, width, fonts, balance):
        if line.width > width + 1e-3:
            assert len(list(clusters(line.text.strip(JOINERS)))) == 1  # joiners have no width
            units = compile_paragraph(runs, style.direction, style.language, fonts)
            assert overlong_units(runs, style, width, fonts) or any(map(units.is_address, units.units))


@given(RUNS, STYLES, WIDTHS)
@settings(deadline=None, max_examples=300)
def test_runs_of_a_line_lie_side_by_side_without_gap_or_overlap(
    fonts: FontBook, runs: Any, style: Any, width: Any
) -> None:
    for line in break_lines(runs, style, width, fonts):
        spans = sorted((run.x, run.x + run.width) for run in line.runs)
        for (_, end), (start, _) in pairwise(spans):
            assert start == pytest.approx(end, abs=1e-6)
        for run in line.runs:
            inked = run.glyphs[1:] if run.lead else run.glyphs
            assert run.width == pytest.approx(sum(glyph.advance for glyph in inked) * style.size / 1000)


@given(RUNS, STYLES, WIDTHS)
@settings(deadline=None, max_examples=300)
def test_doses_and_numbers_that_fit_are_never_split(fonts: FontBook, runs: Any, style: Any, width: Any) -> None:
    paragraph = compile_paragraph(runs, style.direction, style.language, fonts)
    lines = break_lines(runs, style, width, fonts)
    breaks, at = set(), 0
    for line in lines[:-1]:
        at += sum(len(said(run)) for run in line.runs)
        breaks.add(at)
    if "".join(normalise(runs)) != paragraph.text:
        return  # silent controls shift the counting
    for kept in kept_together(paragraph.text):
        if not kept.address and paragraph.unit(kept.start, kept.end, kept.end).width * style.size / 1000 <= width:
            assert not any(kept.start < place < kept.end for place in breaks)


@given(RUNS, STYLES)
@settings(deadline=None, max_examples=100)
def test_a_paragraph_fits_in_one_line_of_its_measured_width(fonts: FontBook, runs: Any, style: Any) -> None:
    assert len(break_lines(runs, style, measure(runs, style, fonts) + 0.01, fonts)) <= 1


@given(RUNS, STYLES, WIDTHS)
@settings(deadline=None, max_examples=50)
def test_what_was_set_before_changes_nothing(fonts: FontBook, runs: Any, style: Any, width: Any) -> None:
    fonts.shelves.clear()
    fresh = break_lines(runs, style, width, fonts)
    again = break_lines(runs, style, width, fonts)
    assert [(r.face, r.x, r.text, r.glyphs) for line in fresh for r in line.runs] == [
        (r.face, r.x, r.text, r.glyphs) for line in again for r in line.runs
    ]
