"""A report is a verified, tagged page; what a stranger's file says of itself cannot break it."""

from __future__ import annotations

from datetime import date

import pytest

from handoutgen.formats import FORMATS
from handoutgen.layout.forms.report_page import report_pages
from handoutgen.pdf.reading.facts import FontFacts, LineFacts, PdfFacts, TextFacts
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.pdf.reading.profiles import PROFILES, verdicts
from handoutgen.phrases import counted, shortened
from handoutgen.reporting import report_pdf
from handoutgen.service.inspection import IN_EVERY_PROFILE, fact_rows, inspection_report
from handoutgen.story.report import ReportTable, StaffReport

DAY = date(2026, 12, 1)
ODD = "\u202e<b>evil</b> \u0e01 & {clinic.phone} **not bold** \x07" + "long " * 2_000


def stranger(words: str) -> PdfFacts:
    """A file that says this of itself wherever it can."""
    text = TextFacts(1, words, 7.5, 2.1, "#777777")
    line = LineFacts(1, words, len(words), 540.0)
    return PdfFacts(
        page_sizes=((595.28, 841.89),) * 3, tagged=False, language=words, title=words, producer=words, identifier="",
        pdf_a=words[:9], pdf_ua="", fonts=tuple(FontFacts(f"{words[:90]}{n}", embedded=False) for n in range(500)),
        smallest_text=text, typical_size=9.0, palest_text=text, busy_text=text, longest_line=line, widest_line=line,
        reading_order=(), images=9, links=(words,) * 5,
    )  # fmt: skip


@pytest.mark.parametrize("profile", [None, *PROFILES])
@pytest.mark.parametrize("words", ["Leg cramps", ODD], ids=["plain", "odd"])
def test_a_report_is_tagged_and_short_whatever_the_file_says(profile: str | None, words: str) -> None:
    facts = stranger(words)
    judged = verdicts(facts, profile) if profile else ()
    found = inspect_pdf(report_pdf(inspection_report("a.pdf", facts, profile, judged, DAY)))
    assert len(found.page_sizes) <= 2
    assert (found.tagged, found.pdf_ua, found.pdf_a) == (True, "1", "2A")
    said = " ".join(passage.text for passage in found.reading_order)
    assert "a.pdf, inspected on 1 December 2026" in said
    assert words[:4] in said or "evil" in said
    roles = {passage.role for passage in found.reading_order}
    assert {"H1", "H2"} <= roles


def test_what_is_not_kept_stands_first() -> None:
    facts = stranger("Leg cramps")
    report = inspection_report("a.pdf", facts, "uk-large", verdicts(facts, "uk-large"), DAY)
    marks = [row[0] for row in report.tables[0].rows]
    assert marks == sorted(marks, key=lambda mark: mark == "yes")
    assert "NO" in marks and "yes" in marks
    assert report.about[1].startswith(
        f"It keeps {marks.count('yes')} of {len(marks)} rules of the profile uk-large. Sources: "
    )


def test_rows_that_a_profile_says_are_rows_there_are() -> None:
    assert {label for label, _ in fact_rows(stranger("x"))} >= IN_EVERY_PROFILE


def test_a_long_report_goes_on_to_other_pages_with_its_head() -> None:
    table = ReportTable("Rows", ("What", "Found"), tuple((f"row {n}", "found") for n in range(80)))
    found = inspect_pdf(report_pdf(StaffReport("Many", (), (table,)), FORMATS["letter"]))
    assert len(found.page_sizes) > 1
    assert found.page_sizes[0] == (612, 792)
    assert report_pages.__module__ == "handoutgen.layout.forms.report_page"


def test_counts_and_cuts() -> None:
    assert (counted(1, "page"), counted(2, "page")) == ("1 page", "2 pages")
    assert (shortened("abcd", 4), shortened("abcde", 4)) == ("abcd", "abc…")
