"""What is filled in on a screen in any PDF: strangers' forms, filled in, odd or hostile."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from fuzz.pdf_monsters import plain, references
from fuzz.pdf_mutations import Parts, stream, written
from handoutgen.pdf.reading.facts import FieldFacts, PdfFacts
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.pdf.reading.inspector import Inspector
from handoutgen.pdf.reading.limits import MOST_FIELDS
from handoutgen.pdf.reading.pdfium_fields import fields_of
from handoutgen.service.inspection import fact_rows, field_rows


def strangers_form(path: Path) -> Path:
    """As ReportLab makes one: two pages, all kinds but signatures, some without a name for screen readers."""
    canvas = Canvas(io.BytesIO())
    form = canvas.acroForm
    form.textfield(name="who", tooltip="Your name", x=50, y=700, value="Ada")
    form.checkbox(name="agree", x=50, y=650, checked=True)
    form.radio(name="leg", tooltip="Which leg", value="left", x=50, y=600)
    form.radio(name="leg", tooltip="Which leg", value="right", x=90, y=600, selected=True)
    canvas.showPage()
    form.choice(name="when", tooltip="When", options=["am", "pm"], value="pm", x=50, y=700)
    canvas.showPage()
    path.write_bytes(canvas.getpdfdata())
    return path


def test_a_strangers_form_is_told_field_by_field(tmp_path: Path) -> None:
    with Inspector() as inspector:
        facts = inspector.facts_of(strangers_form(tmp_path / "form.pdf"))
    assert facts.fields == (
        FieldFacts(1, 1, "who", "Your name", "text", "Ada"),
        FieldFacts(1, 2, "agree", "", "tick", "Yes"),
        FieldFacts(1, 3, "leg", "Which leg", "one of several", ""),
        FieldFacts(1, 4, "leg", "Which leg", "one of several", "right"),
        FieldFacts(2, 1, "when", "When", "choice", "pm"),
    )
    assert dict(fact_rows(facts))["Fields"] == (
        "5: 2 one of several, 1 text, 1 tick, 1 choice; 4 filled in; 1 without a name for screen readers (TU)"
    )
    assert list(field_rows(facts))[:2] == [
        "page 1, 1: text, Your name = Ada",
        "page 1, 2: tick, agree (no name for screen readers) = Yes",
    ]


def test_a_widget_that_no_form_names_is_a_field_all_the_same() -> None:
    widget = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[0 0 9 9]>>"
    fields, count = fields_of(written(plain(b"/Annots[4 0 R]", b"/AcroForm<</Fields[]>>", _4=widget)))
    assert count == len(fields) == 1
    assert fields_of(written(plain(b"/Annots[4 0 R]", _4=widget))) == ((), 0)


def test_a_file_with_nothing_to_fill_in_says_so() -> None:
    facts = inspect_pdf(written(plain()))
    assert (facts.fields, facts.field_count) == ((), 0)
    assert dict(fact_rows(facts))["Fields"] == "none: nothing to fill in on a screen"


def test_a_file_whose_fields_take_too_long_says_that_they_were_not_looked_at() -> None:
    first: list[PdfFacts] = []
    facts = inspect_pdf(written(form_of(1, b"/T(f)")), first.append)
    assert (first[0].field_count, facts.field_count) == (None, 1)
    assert dict(fact_rows(first[0]))["Fields"].startswith("not looked at")


def form_of(count: int, entries: bytes, **more: bytes) -> Parts:
    """A page with so many fields from object 100 on, each with these entries."""
    notes = references(100, count)
    parts = plain(b"/Annots[%b]" % notes, b"/AcroForm<</Fields[%b]>>" % notes, **more)
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 9 9]%b>>"
    parts.objects |= {100 + number: field % entries.replace(b"%", b"%d" % number) for number in range(count)}
    return parts


def test_of_very_many_fields_the_first_are_told_and_all_are_counted() -> None:
    facts = inspect_pdf(written(form_of(MOST_FIELDS + 5, b"/T(f%)/TU(field %)")))
    assert (len(facts.fields), facts.field_count) == (MOST_FIELDS, MOST_FIELDS + 5)
    assert "5 not looked at" in dict(fact_rows(facts))["Fields"]
    assert list(field_rows(facts))[-1] == "and 5 more"


HOSTILE = {
    "a field that is its own parent": form_of(1, b"/T(f)/Parent 100 0 R"),
    "a field that is its own kid": form_of(1, b"/T(f)/Kids[100 0 R]"),
    "two fields over each other": form_of(2, b"/T(f)/Parent 101 0 R/Kids[100 0 R 101 0 R]"),
    "numbers where there are texts": form_of(1, b"/T 5/TU[1 2]/V<</A 1>>/Ff(no)/DA 9"),
    "a name of nothing but lines": form_of(1, b"/T(a\n\n\nb)/TU(\x00\x01\x1b[31m)"),
    "a script in each event": form_of(1, b"/T(f)/AA<</K<</S/JavaScript/JS(while(1);)>>>>/A<</S/JavaScript/JS(1)>>"),
    "a long text that all share": form_of(900, b"/T(f%)/V 50 0 R", _50=b"(" + b"word " * 200_000 + b")"),
    "a value that is a stream": form_of(1, b"/T(f)/V 50 0 R", _50=stream(b"", b"typed")),
    "no place": form_of(1, b"/T(f)/Rect null"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_odd_and_hostile_fields_are_told_or_left_out_and_nothing_hangs(name: str, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(written(HOSTILE[name]))
    with Inspector() as inspector:
        facts = inspector.facts_of(path)
    assert facts.field_count is None or len(facts.fields) <= facts.field_count
    assert all(len(field.value) <= 10_000 and "\n" not in field.name for field in facts.fields)
