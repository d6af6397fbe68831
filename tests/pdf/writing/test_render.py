"""A plan becomes a tagged file that says and shows what the plan has."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from handoutgen.errors import InternalError
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placement, Plan, SheetSide
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Run, TextStyle
from pdf.sample_plan import A4, LONG, PHOTO, Stack, _plan, flat_plan, folded_plan, say
from soundness import Tree, assert_sound


def opened(plan: Plan, fonts: FontBook) -> pikepdf.Pdf:
    data = render(plan, fonts)
    assert verify(data, plan) == ()
    assert_sound(data, plan)
    return pikepdf.open(io.BytesIO(data))


def small_plan(fonts: FontBook, *leaves: tuple[Any, str]) -> tuple[Plan, Element]:
    """One page with these (role, text) leaves under each other."""
    root = Element("Document")
    stack = Stack(fonts, *A4, 56.7)
    for role, text in leaves:
        say(stack, root, role, text)
    return _plan(root, stack.finished(), (SheetSide(*A4, (Placement(0),)),), "Simplex"), root


@pytest.mark.parametrize("make", [flat_plan, folded_plan])
def test_the_same_plan_gives_the_same_bytes(fonts: FontBook, make: Any) -> None:
    assert render(make(fonts), fonts) == render(make(fonts), FontBook(fonts.folder))


def test_another_process_with_another_hash_seed_gives_the_same_bytes(fonts: FontBook) -> None:
    here = hashlib.sha256(render(flat_plan(fonts), fonts)).hexdigest()
    script = (
        "import hashlib,sys;from pathlib import Path;sys.path.insert(0,sys.argv[1]);"
        "from pdf.sample_plan import flat_plan;from handoutgen.pdf.writing.render import render;"
        "from handoutgen.text.fontbook import FontBook;f=FontBook(Path(sys.argv[2]));"
        "print(hashlib.sha256(render(flat_plan(f),f)).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(Path(__file__).parents[2]), str(fonts.folder)],
        capture_output=True, text=True, check=True, encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )  # fmt: skip
    assert told.stdout.strip() == here


def test_the_reading_order_is_that_of_the_meaning_whatever_side_is_drawn_first(fonts: FontBook) -> None:
    plan = folded_plan(fonts)
    pdf = opened(plan, fonts)
    assert [node.role for node in Tree(pdf).nodes] == [element.role for element in plan.root.walk()]
    headings = [node for node in Tree(pdf).nodes if node.role == "H1"]
    assert headings[0].marks[0][0] == pdf.pages[1].obj.objgen  # the first panel is on the second side


def test_a_paragraph_that_runs_over_to_another_sheet_is_one_element_with_marks_on_both(fonts: FontBook) -> None:
    plan = flat_plan(fonts, paragraphs=9)
    pdf = opened(plan, fonts)
    split = [node for node in Tree(pdf).nodes if len({page for page, _ in node.marks}) == 2]
    assert split
    assert [page for page, _ in split[0].marks] == [pdf.pages[0].obj.objgen, pdf.pages[1].obj.objgen]


def test_a_paragraph_painted_line_by_line_is_one_mark(fonts: FontBook) -> None:
    plan, _ = small_plan(fonts, ("H1", "A"), ("P", LONG * 3))
    assert [len(node.marks) for node in Tree(opened(plan, fonts)).nodes] == [0, 1, 1]


def test_a_link_over_a_line_end_has_two_annotations_in_one_element(fonts: FontBook) -> None:
    pdf = opened(flat_plan(fonts), fonts)
    links = [node for node in Tree(pdf).nodes if node.role == "Link"]
    assert [len(link.annotations) for link in links] == [2, 1, 1]
    first = pdf.pages[0].Annots[0]
    assert first.A.URI == "https://example.org/cramps?a=1&b=(2)"
    assert first.Contents == "The society's page about cramps"
    assert first.F == 4


def test_a_link_inside_the_file_leads_to_the_page_of_its_target(fonts: FontBook) -> None:
    pdf = opened(folded_plan(fonts), fonts)
    page_of = {}
    for sheet in pdf.pages:
        for annotation in sheet.obj.get("/Annots", []):
            if "/Dest" in annotation:
                page_of[str(annotation.Contents)] = annotation.Dest[0].objgen
    assert page_of == {
        "Go to the title": pdf.pages[1].obj.objgen,
        "Go to Café and more": pdf.pages[0].obj.objgen,
    }


def test_the_outline_nests_by_heading_level(fonts: FontBook) -> None:
    with opened(flat_plan(fonts), fonts) as pdf, pdf.open_outline() as outline:
        top = outline.root
        assert [item.title for item in top] == ["Leg cramps"]
        assert [item.title for item in top[0].children] == ["What are they?", "Café and more"]
        assert [item.title for item in top[0].children[0].children] == ["Try these"]


def test_a_picture_used_twice_is_stored_once(fonts: FontBook) -> None:
    pdf = opened(flat_plan(fonts), fonts)
    images = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Image"]
    assert len(images) == 2
    photo = next(image for image in images if image.ColorSpace == "/DeviceRGB")
    assert photo.read_bytes()[: len(PHOTO.data)] == PHOTO.data


def test_a_figure_s_box_is_the_painted_box_on_the_sheet(fonts: FontBook) -> None:
    pdf = opened(folded_plan(fonts), fonts)
    figure = next(node for node in Tree(pdf).nodes if node.role == "Figure")
    left, bottom, right, top = (float(edge) for edge in figure.attribute("/BBox"))
    assert (round(right - left), round(top - bottom)) == (96, 96)
    assert figure.obj.Alt == "A calf muscle, drawn tight"


def test_running_text_and_decoration_are_artifacts(fonts: FontBook) -> None:
    data = render(flat_plan(fonts), fonts)
    with pypdfium2.PdfDocument(data) as document:
        assert "Page 1 of 2" in document[0].get_textpage().get_text_range()
    tags = " ".join(element.text or "" for element in flat_plan(fonts).root.walk())
    assert "Page 1 of 2" not in tags  # the sample's tree has none, and verify holds the file's tree against it


def test_print_settings_and_direction_follow_the_plan(fonts: FontBook) -> None:
    folded = opened(folded_plan(fonts), fonts)
    preferences = folded.Root.ViewerPreferences
    assert (str(preferences.PrintScaling), str(preferences.Duplex)) == ("/None", "/DuplexFlipShortEdge")
    assert "/Direction" not in preferences
    # PDFium reads words of such a file from right to left, so English in it is not held against assert_sound
    turned = pikepdf.open(io.BytesIO(render(replace(flat_plan(fonts), direction="rtl"), fonts)))
    assert turned.Root.ViewerPreferences.Direction == "/R2L"


def test_the_only_date_is_the_content_s(fonts: FontBook) -> None:
    plan = flat_plan(fonts)
    with opened(plan, fonts) as pdf, pdf.open_metadata() as metadata:
        assert str(pdf.docinfo["/ModDate"]) == "D:20260301000000Z"
        assert metadata["xmp:ModifyDate"] == "2026-03-01T00:00:00Z"
        assert metadata["dc:creator"] == ["Clínica"]
    with opened(replace(plan, modified=None), fonts) as undated:
        assert "/ModDate" not in undated.docinfo
    assert render(replace(plan, modified=date(2027, 1, 1)), fonts) != render(plan, fonts)


def test_a_plan_without_author_subject_or_keywords_is_sound(fonts: FontBook) -> None:
    opened(replace(flat_plan(fonts), author="", subject="", keywords=()), fonts)


def test_a_link_to_what_no_page_shows_is_our_fault(fonts: FontBook) -> None:
    plan, root = small_plan(fonts, ("H1", "A"), ("Link", "over there"))
    root.kids[1].target = Element("P", text="nowhere")
    with pytest.raises(InternalError, match="not on any page"):
        render(plan, fonts)


def test_text_in_an_element_that_has_kids_is_our_fault(fonts: FontBook) -> None:
    plan, root = small_plan(fonts, ("H1", "A"), ("P", "text"))
    root.kids[1].add("Span", "more")
    with pytest.raises(InternalError, match="owns text itself"):
        render(plan, fonts)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "اشرب 6 أكواب من الماء (كل يوم)، ثم اتصل على 01632 960000. لا تأخذ أكثر من 5 mg، مثلاً مُسَكِّن."),
        ("ur", "پانی زیادہ پئیں (روزانہ 6 گلاس) اور ڈاکٹر سے بات کریں۔"),
        ("vi", "Chuột rút ở chân thường gặp, uống 6 ly nước mỗi ngày."),
        ("el", "Οι κράμπες στα πόδια είναι συχνές."),
    ],
)
def test_every_script_says_what_its_element_says(fonts: FontBook, language: str, text: str) -> None:
    direction: Any = "rtl" if language in ("ar", "ur") else "ltr"
    root = Element("Document")
    stack = Stack(fonts, *A4, 56.7)
    element = root.add("P", text * 3)
    style = TextStyle(14, 20, direction=direction, language=language)
    for line in break_lines((Run(text * 3),), style, stack.measure, fonts):
        stack.put(TextPiece(element, (line,), style.size, style.leading, stack.measure))
    plan = _plan(root, stack.finished(), (SheetSide(*A4, (Placement(0),)),), "Simplex")
    opened(replace(plan, language=language, direction=direction), fonts)
