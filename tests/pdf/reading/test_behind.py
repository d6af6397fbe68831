"""Contrast is against what is behind the words, seen by painting a page without them."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from handoutgen.design.colour import contrast
from handoutgen.pdf.reading.behind import on_white
from handoutgen.pdf.reading.facts import PdfFacts
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.pdf.reading.pdfium import FoundText

Drawing = Callable[[Canvas], None]


def facts_of(*drawings: Drawing, size: tuple[float, float] = (595, 842)) -> PdfFacts:
    """The facts of a page with these things on it, each over the one before."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for drawing in drawings:
        drawing(canvas)
    canvas.save()
    return inspect_pdf(out.getvalue())


def box(colour: str, x: float = 50, y: float = 650, width: float = 300, height: float = 100) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.rect(x, y, width, height, stroke=0, fill=1)

    return draw


def words(colour: str, text: str = "Call 999 now", x: float = 72, y: float = 700, opacity: float = 1) -> Drawing:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour, alpha=opacity)
        canvas.setFont("Helvetica", 18)
        canvas.drawString(x, y, text)
        canvas.setFillColor(colour, alpha=1)

    return draw


def photo(*colours: tuple[int, int, int]) -> Drawing:
    """A picture that is a patchwork of these colours."""
    picture = Image.new("RGB", (60, 20))
    picture.putdata([colours[(x // 2 + y // 2) % len(colours)] for y in range(20) for x in range(60)])

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 50, 650, 300, 100)

    return draw


def palest(facts: PdfFacts) -> tuple[float, str]:
    assert facts.palest_text
    return facts.palest_text.contrast, facts.palest_text.behind


def test_white_words_on_a_dark_panel_stand_out() -> None:
    assert palest(facts_of(box("#00525c"), words("#ffffff"))) == (round(contrast("#ffffff", "#00525c"), 2), "#00525c")


def test_white_words_beside_the_panel_are_the_palest() -> None:
    assert palest(facts_of(box("#00525c", x=400), words("#ffffff"))) == (1, "#ffffff")


def test_dark_words_on_a_dark_panel_are_found_though_they_would_do_on_white() -> None:
    found = facts_of(box("#00525c"), words("#000000"))
    assert palest(found) == (round(contrast("#000000", "#00525c"), 2), "#00525c")
    assert palest(facts_of(words("#000000"))) == (21, "#ffffff")


def test_letters_that_let_the_ground_through_are_as_pale_as_they_look() -> None:
    assert palest(facts_of(words("#000000", opacity=0.3)))[0] == pytest.approx(contrast("#b3b3b3"), abs=0.05)


def test_what_hides_in_a_group_of_drawings_is_hidden_too() -> None:
    def group(canvas: Canvas) -> None:
        canvas.beginForm("group")
        box("#333333")(canvas)
        words("#000000")(canvas)
        canvas.endForm()
        canvas.doForm("group")

    assert palest(facts_of(group)) == (round(contrast("#000000", "#333333"), 2), "#333333")


def test_a_page_that_is_turned_is_seen_as_it_lies() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setPageRotation(90)
    box("#00525c", y=250)(canvas)
    words("#ffffff", y=300)(canvas)
    canvas.save()
    assert palest(inspect_pdf(out.getvalue()))[1] == "#00525c"


def test_words_over_a_photograph_are_held_against_its_worst_part() -> None:
    facts = facts_of(photo((255, 255, 255), (20, 20, 20), (120, 90, 60)), words("#000000"))
    assert facts.busy_text and facts.busy_text.text == "Call 999 now"
    assert palest(facts)[0] < 1.5


@pytest.mark.parametrize("ground", [box("#edf4f5"), photo((250, 250, 250), (245, 246, 247))])
def test_an_even_ground_is_no_picture(ground: Drawing) -> None:
    assert facts_of(ground, words("#000000")).busy_text is None


def test_the_edge_of_a_panel_beside_words_does_not_count() -> None:
    assert facts_of(box("#000000", x=50, width=24), words("#000000")).busy_text is None
    assert palest(facts_of(box("#000000", x=50, width=24), words("#000000")))[1] == "#ffffff"


def test_words_beyond_the_paper_are_held_against_white() -> None:
    assert palest(facts_of(words("#777777", x=2000)))[1] == ""


def test_words_nobody_saw_the_ground_of_are_held_against_white() -> None:
    grey = FoundText(1, "grey", 12, "Sans", True, "#777777", 1.0, True, (0, 0, 9, 9), None)
    assert (on_white(grey).contrast, on_white(grey).behind) == (contrast("#777777"), "")


def test_words_without_ink_under_a_scan_are_read_and_not_judged() -> None:
    def hidden(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setFont("Helvetica", 4)
        text.setTextRenderMode(3)
        text.textLine("found by a scanner")
        canvas.drawText(text)

    facts = facts_of(photo((200, 200, 200)), hidden)
    assert (facts.has_text, facts.palest_text, facts.typical_size) == (False, None, 0)


def test_what_is_known_is_told_before_the_pages_are_painted() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    box("#00525c")(canvas)
    words("#000000")(canvas)
    canvas.save()
    early: list[PdfFacts] = []
    late = inspect_pdf(out.getvalue(), early.append)
    assert early and {palest(facts)[1] for facts in early} == {""}
    assert palest(late)[1] == "#00525c"
    assert {facts.longest_line for facts in early} == {late.longest_line}
