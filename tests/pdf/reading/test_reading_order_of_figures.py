"""Arabic-Indic and Persian figures stand and are read from left to right, in a text of any language."""

from __future__ import annotations

from datetime import date

import pytest

from handoutgen.memory import Bound, Memory
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.readfont import CodeMap, ReadFont
from handoutgen.pdf.reading.streams import Stream
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placement, Plan, SheetSide
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Run
from pdf.sample_plan import A4, Stack

CMAP = (
    b"endcodespacerange <0001> <0662> <0002> <0665> <0003> <0627> <0004> <0644> <0005> <06F2> <0006> <06F5>"
    b" <0007> <06270020>"
)


class OneFont(PdfFile):
    """A file that has nothing but a font whose codes 1 to 6 say ٢٥ال۲۵, and 7 an alef with a space to its right."""

    def __init__(self) -> None:
        self.font = {
            "/Subtype": "/Type0", "/Encoding": "/Identity-H",
            "/DescendantFonts": [{"/FontDescriptor": {"/FontFile2": Stream({}, b"")}}], "/ToUnicode": Stream({}, CMAP),
        }  # fmt: skip

    def get(self, value: object) -> object:
        """There are no references."""
        return value


def said(codes: str, rtl: bool) -> str:
    pdf = OneFont()
    return ReadFont(pdf, pdf.font, Memory[CodeMap](Bound(1))).text(codes, rtl)


@pytest.mark.parametrize(("codes", "figures"), [("\1\2", "٢٥"), ("\5\6", "۲۵")])
def test_figures_in_a_run_from_left_to_right_are_read_as_they_stand(codes: str, figures: str) -> None:
    assert said(codes, rtl=False) == figures


def test_letters_in_a_run_from_right_to_left_are_read_from_its_end() -> None:
    assert said("\4\3", rtl=True) == "ال"


def test_what_one_code_says_of_a_run_from_right_to_left_is_turned_round_as_well() -> None:
    assert said("\4\7\3", rtl=True) == "ا ال"
    assert said("\7", rtl=False) == "ا "


def plan_of(fonts: FontBook, text: str) -> Plan:
    root = Element("Document")
    stack = Stack(fonts, *A4, 56.7)
    stack.text(root.add("P", text), [Run(text, tag=root.kids[0])])
    return Plan(
        title="Figures", language="en-GB", direction="ltr", root=root, pages=stack.finished(),
        sheets=(SheetSide(*A4, (Placement(0),)),), duplex="DuplexFlipLongEdge", smallest_text=12, safe_inset=18.4,
        subject="Figures", author="Clinic", keywords=(), modified=date(2026, 3, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Take ٢٥ mg", "Take ۲۵ mg", "Call ١٢٣ or ۱۲۳ now", "خذ ٢٥ ملغ", "المدة ١٢٣ دقيقة", "خذ 25 mg"]
)
def test_a_leaflet_with_such_figures_keeps_its_promises(fonts: FontBook, text: str) -> None:
    plan = plan_of(fonts, text)
    data = render(plan, fonts)
    assert verify(data, plan) == ()
    assert [passage.text for passage in inspect_pdf(data).reading_order] == [text]


def test_figures_the_other_way_round_are_still_found(fonts: FontBook) -> None:
    data = render(plan_of(fonts, "Take ٥٢ mg"), fonts)
    assert any("should say" in problem for problem in verify(data, plan_of(fonts, "Take ٢٥ mg")))
