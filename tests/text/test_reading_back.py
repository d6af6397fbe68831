"""How a line with right-to-left text is cut and marked for programs that read PDFs back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import NO_INK, GlyphRun, Run, TextStyle
from handoutgen.text.reading_back import ALM, LRM, RLM
from text.spoken import said, spoken

ARABIC = TextStyle(12, 16, direction="rtl", language="ar")
ENGLISH = TextStyle(12, 16)


def cut_up(fonts: FontBook, *texts: str, style: TextStyle = ARABIC, width: float = 400) -> list[GlyphRun]:
    """The runs of the first line of these texts, every other one bold."""
    runs = [Run(text, bold=bool(number % 2)) for number, text in enumerate(texts)]
    return list(break_lines(runs, style, width, fonts)[0].runs)


def texts(runs: list[GlyphRun]) -> list[str]:
    return [run.text for run in runs]


def test_words_side_by_side_are_one_run_and_signs_are_runs_of_their_own(fonts: FontBook) -> None:
    assert texts(cut_up(fonts, "لا تتوقف الآن، بل اسأل.")) == [
        "لا تتوقف الآن", f"،{RLM}", " بل اسأل", f".{RLM}", " "
    ]  # fmt: skip


def test_a_sign_between_letters_needs_no_mark(fonts: FontBook) -> None:
    assert texts(cut_up(fonts, "الألم/الشد")) == ["الألم", "/", "الشد "]


def test_what_clings_to_a_number_is_parted_from_it(fonts: FontBook) -> None:
    assert "".join(texts(cut_up(fonts, "في 2028. نعم"))) == f"في 2028{RLM}.{RLM} نعم "
    assert "".join(texts(cut_up(fonts, "في 2028 نعم"))) == f"في 2028{RLM} نعم "
    assert texts(cut_up(fonts, "من-30 نعم"))[:3] == ["من", f"-{RLM}", "30"]


@pytest.mark.parametrize("pair", ["()", "[]", "«»", "“”", "‘’"])
def test_a_sign_that_pdfium_would_mirror_stands_behind_a_left_to_right_mark(fonts: FontBook, pair: str) -> None:
    first, last = pair[0], pair[1]
    found = cut_up(fonts, f"ألم {first}شديد{last} هنا")
    assert [run.text for run in found if run.text.strip()] == [
        "ألم ", f"{LRM}{first}", "شديد", f"{LRM}{last}{RLM}", " هنا "
    ]  # fmt: skip
    assert all(run.glyphs[-1].gid == NO_INK for run in found if LRM in run.text), "the mark has no ink"


def test_other_signs_have_no_left_to_right_mark(fonts: FontBook) -> None:
    assert LRM not in "".join(texts(cut_up(fonts, "ألم؟ نعم! لا: - / % „")))


def test_a_sign_stays_with_a_word_that_ends_with_a_vowel_mark(fonts: FontBook) -> None:
    assert texts(cut_up(fonts, "نم مساءً. ثم")) == [f"نم مساءً{ALM}.{RLM}", " ثم "]
    assert texts(cut_up(fonts, "نم مساءً) ثم"))[0] == f"نم مساءً{ALM}{LRM}){RLM}"
    assert texts(cut_up(fonts, "نم مساء. ثم"))[0] == "نم مساء"


def test_a_vowel_mark_at_the_end_of_a_paragraph_stands_behind_its_space(fonts: FontBook) -> None:
    """A string stands from left to right: its first code is the last of its text."""
    (found,) = cut_up(fonts, "نم مساءً")
    assert [glyph.text for glyph in found.glyphs[:2]] == [" ", "ً"]


def starts(runs: list[GlyphRun]) -> list[float]:
    """Where the string of each run starts."""
    return [run.x - run.lead for run in runs]


@pytest.mark.parametrize("stretch", ["5 mg", "0117 496 0000", "multiple sclerosis society", "Baclofen 5 mg"])
def test_each_word_of_a_stretch_starts_to_the_left_of_the_one_before(fonts: FontBook, stretch: str) -> None:
    found = [run for run in cut_up(fonts, f"خذ {stretch} كل يوم") if not run.rtl]
    assert [said(run).strip() for run in found] == stretch.split()
    assert all(first > then for first, then in pairwise(starts(found)))
    assert all(first.x < then.x for first, then in pairwise(found)), "the ink stands from left to right"
    assert {run.glyphs[0].gid for run in found} == {NO_INK}
    assert [run.glyphs[0].text for run in found] == [" "] * (len(found) - 1) + [RLM]
    assert len({run.glyphs[0].advance for run in found}) == len(found), "PDFium drops the second of two alike"


def test_a_stretch_of_several_runs_is_led_as_one(fonts: FontBook) -> None:
    found = [run for run in cut_up(fonts, "خذ ", "Baclofen", " 5 mg ", "now", " ثم") if not run.rtl]
    assert [said(run).strip() for run in found] == ["Baclofen", "", "5", "mg", "now"]
    assert all(first > then for first, then in pairwise(starts(found)))


def test_words_that_touch_are_not_parted_by_a_lead(fonts: FontBook) -> None:
    found = cut_up(fonts, "من 9am to 5pm", ". When we are closed")
    assert "5pm." in "".join(texts(found)).replace(RLM, "")
    for text in ("و5 mg", "(5 mg)", "5 mgو"):
        assert text in "".join(texts(cut_up(fonts, f"خذ {text} كل يوم"))).translate({ord(RLM): "", ord(LRM): ""}), text


def test_one_word_and_text_in_a_left_to_right_line_have_no_lead(fonts: FontBook) -> None:
    assert not any(run.lead for run in cut_up(fonts, "خذ Baclofen كل يوم"))
    for text in ("Say تناول 5 mg من الدواء to them.", "Take ٢٥ ٣٠ mg", "Take ۲۵ mg, 5 mg"):
        assert not any(run.lead for run in cut_up(fonts, text, style=ENGLISH))


@pytest.mark.parametrize("text", ["اسأل الطبيب", "خذ 5 mg", "اسأل الطبيب عن هذا الآن.", "مساءً"])
def test_a_right_to_left_paragraph_ends_with_one_space_on_its_far_side(fonts: FontBook, text: str) -> None:
    line = break_lines([Run(text)], ARABIC, 400, fonts)[-1]
    last = line.runs[-1]
    assert last.glyphs[0].text == " "
    assert last.text == " " or text[-1].isalpha() or text[-1] == "ً"
    assert last.x == min(run.x for run in line.runs)
    assert last.x + last.glyphs[0].advance * 0.012 == pytest.approx(400 - line.width)
    assert not "".join(texts(list(line.runs))).endswith("  ")


def test_a_word_that_goes_on_in_the_next_line_has_no_space_in_it(fonts: FontBook) -> None:
    for text in ("www.example.org/leg-cramps/and/more", "المستشفياتوالعيادات", "9am to 5pm-9am"):
        lines = break_lines([Run(text)], ARABIC, 60, fonts)
        assert len(lines) > 1
        whole = "".join(run.text for line in lines for run in line.runs).replace(RLM, "")
        assert " ".join(whole.split()) == text


def test_lines_from_left_to_right_are_as_they_were(fonts: FontBook) -> None:
    found = cut_up(fonts, "Take 5 mg (½) at 9am, ", "now", ".", style=ENGLISH)
    assert texts(found) == ["Take 5 mg (½) at 9am, ", "now", "."]
    assert not any(glyph.gid == NO_INK for run in found for glyph in run.glyphs)


def test_nothing_that_is_on_paper_is_said_twice_or_not_at_all(fonts: FontBook) -> None:
    for text in ("خذ 5 mg من Baclofen (الدواء)، ثم نم مساءً.", "می‌شود ۲۵٪ «سؤال» 6–8", "מ-30 (או 40)"):
        assert spoken(break_lines([Run(text)], ARABIC, 400, fonts)) == text
