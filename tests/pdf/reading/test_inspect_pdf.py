"""Any PDF, ours or not, is told about in facts; what cannot be read is refused in plain words."""

from __future__ import annotations

import io
import json
from typing import Any

import pikepdf
import pytest
from msgspec import to_builtins
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from fuzz.pdf_monsters import plain
from fuzz.pdf_mutations import stream, written
from handoutgen.errors import HandoutError
from handoutgen.pdf.reading.facts import FontFacts, FoundPassage
from handoutgen.pdf.reading.inspect import _finite, inspect_pdf
from handoutgen.pdf.writing.render import render
from handoutgen.text.fontbook import FontBook
from pdf.sample_plan import flat_plan, folded_plan


@pytest.fixture(scope="module")
def ours(fonts: FontBook) -> bytes:
    return render(flat_plan(fonts), fonts)


@pytest.fixture(scope="module")
def foreign() -> bytes:
    """A plain file as ReportLab makes it: untagged, Helvetica, pale grey small print, a link."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setTitle("Old leaflet")
    canvas.drawString(72, 700, "Legs")
    canvas.showPage()
    canvas.setFont("Helvetica", 7)
    canvas.setFillGray(0.6)
    canvas.drawString(72, 700, "small print")
    canvas.linkURL("https://example.org/", (72, 690, 200, 710))
    canvas.save()
    return out.getvalue()


def saved(data: bytes, **how: Any) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, **how)
    return out.getvalue()


def test_our_own_file_tells_all(ours: bytes) -> None:
    facts = inspect_pdf(ours)
    assert (facts.tagged, facts.language, facts.pdf_a, facts.pdf_ua) == (True, "en-GB", "2A", "1")
    assert facts.title == "Leg cramps & how to ease them"
    assert facts.producer.startswith("handoutgen")
    assert [(round(w), round(h)) for w, h in facts.page_sizes] == [(595, 842)] * 2
    assert facts.fonts == (
        FontFacts("AtkinsonHyperlegibleNext-Bold", True),
        FontFacts("AtkinsonHyperlegibleNext-Regular", True),
    )
    assert facts.unembedded_fonts == ()
    assert facts.smallest_text and facts.smallest_text.size == 12
    assert facts.palest_text and facts.palest_text.contrast == pytest.approx(6.38)
    assert facts.images == 3
    assert facts.links == ("https://example.org/cramps?a=1&b=(2)",) * 2 + ("page 1", "page 2")
    assert len(facts.identifier) == 32


def test_the_reading_order_is_whole_paragraphs_and_figures_speak(ours: bytes) -> None:
    order = inspect_pdf(ours).reading_order
    assert order[0] == FoundPassage("H1", "Leg cramps in multiple sclerosis")
    assert any(p.role == "P" and p.text.endswith("les crampes, or go to the top.") for p in order)
    assert FoundPassage("Figure", "A calf muscle, drawn tight") in order
    assert not any("Page 1 of" in passage.text for passage in order)


def test_a_folded_leaflet_reads_in_panel_order(fonts: FontBook) -> None:
    flat = inspect_pdf(render(flat_plan(fonts, paragraphs=8), fonts)).reading_order
    assert inspect_pdf(render(folded_plan(fonts), fonts)).reading_order == flat


def test_a_foreign_file_without_tags_is_told_about(foreign: bytes) -> None:
    facts = inspect_pdf(foreign)
    assert (facts.tagged, facts.language, facts.pdf_a, facts.pdf_ua) == (False, "", "", "")
    assert facts.reading_order == ()
    assert facts.unembedded_fonts == ("Helvetica",)
    assert facts.smallest_text and (facts.smallest_text.page, facts.smallest_text.size) == (2, 7)
    assert facts.palest_text and facts.palest_text.text == "small print"
    assert facts.palest_text.contrast == pytest.approx(2.85, abs=0.01)
    assert facts.links == ("https://example.org/",)


def test_text_scaled_down_counts_with_its_size_on_paper() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.scale(0.5, 0.5)
    canvas.drawString(72, 700, "half")
    canvas.save()
    smallest = inspect_pdf(out.getvalue()).smallest_text
    assert smallest and smallest.size == 6


def test_a_file_that_our_reader_cannot_follow_is_read_page_by_page(ours: bytes) -> None:
    encrypted = saved(ours, encryption=pikepdf.Encryption(owner="secret", user=""))
    order = inspect_pdf(encrypted).reading_order
    assert order[0] == FoundPassage("H1", "Leg cramps in multiple sclerosis")
    assert FoundPassage("Figure", "A calf muscle, drawn tight") in order


@pytest.mark.parametrize(
    "how",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"linearize": True},
        {"compress_streams": False},
        {"qdf": True},
    ],
)
def test_the_same_file_saved_differently_gives_the_same_facts(ours: bytes, how: dict[str, object]) -> None:
    before, after = inspect_pdf(ours), inspect_pdf(saved(ours, **how))
    assert after == before


def test_a_locked_file_is_refused_with_the_reason(ours: bytes) -> None:
    locked = saved(ours, encryption=pikepdf.Encryption(owner="secret", user="secret"))
    with pytest.raises(HandoutError, match="locked with a password"):
        inspect_pdf(locked)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 a spreadsheet", "Häuser".encode("utf-16")])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(HandoutError, match="not a PDF file"):
        inspect_pdf(data)


def test_a_torn_file_is_refused_or_told_about_but_never_a_crash(ours: bytes) -> None:
    for length in range(20, len(ours), len(ours) // 40):
        try:
            inspect_pdf(ours[:length])
        except HandoutError as refusal:
            assert refusal.remedy


def test_a_font_with_an_endless_name_is_told_by_its_beginning() -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/" + b"N" * 10_000 + b">>"
    page = b"/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R"
    facts = inspect_pdf(written(plain(page, _4=font, _5=stream(b"BT /F 9 Tf (a) Tj ET"))))
    assert [font.name for font in facts.fonts] == ["N" * 200]


def test_half_a_letter_in_a_title_is_shown_as_no_letter() -> None:
    parts = plain(_4=b"<</Title<FEFF0041D8000042>/Producer(Somebody)>>")
    parts.trailer = parts.trailer.replace(b"<<", b"<</Info 4 0 R", 1)
    facts = inspect_pdf(written(parts))
    assert (facts.title, facts.producer) == ("A\ufffdB", "Somebody")


def test_numbers_without_end_stay_out_of_the_facts() -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = b"/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R/MediaBox[0 0 1e39 -1e39]"
    shown = stream(b"BT /F 1e30 Tf (a) Tj ET 1e38 0 0 1e38 0 0 cm BT /F 1e38 Tf (a) Tj ET")
    facts = inspect_pdf(written(plain(page, _4=font, _5=shown)))
    assert json.dumps(to_builtins(facts), allow_nan=False)
    assert (_finite((1.0, float("inf"))), _finite((float("nan"), 2.0))) == ((1.0, 0.0), (0.0, 2.0))


def test_a_page_that_is_promised_and_not_there_makes_a_file_damaged() -> None:
    parts = plain()
    parts.objects[2] = b"<</Type/Pages/Kids[3 0 R]/Count 5>>"
    with pytest.raises(HandoutError, match="damaged"):
        inspect_pdf(written(parts))


@pytest.mark.parametrize(("spaces", "claimed"), [(0, "2A"), (2_000_000, "")])
def test_claims_are_read_from_metadata_of_a_sensible_length(spaces: int, claimed: str) -> None:
    packet = b"<x:xmpmeta>" + b" " * spaces + b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</x></x:xmpmeta>"
    assert inspect_pdf(written(plain(catalog=b"/Metadata 4 0 R", _4=stream(packet)))).pdf_a == claimed
