"""Pictures with words in them and places to write, broken on purpose: both readers must say what was done."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from handoutgen import bounds
from handoutgen.errors import InternalError
from handoutgen.layout.flow.pieces import DrawingPiece, Rule, TextPiece
from handoutgen.memory import Memory
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.tagtree import read_tree
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.verifying.verify_links import check_where_links_lead
from handoutgen.pdf.writing.render import render
from handoutgen.plan.element import Element, Field, Running
from handoutgen.plan.pages import Placement, Plan, SheetSide
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Run, TextStyle
from pdf.sample_plan import A4, MARGIN, MUSCLE, Stack, _plan, say
from pdf.verifying.test_sabotage import Good, edit, elements
from soundness import assert_sound, unsound


def heard_plan(fonts: FontBook) -> Plan:
    """A picture with two words in it, a box to tick, a table with rows to write in, links to a heading, a page and the
    web, and two lines over a page."""
    root = Element("Document", language="en-GB")
    stack = Stack(fonts, *A4, MARGIN)
    say(stack, root, "H1", "To fill in", 22, bookmark="To fill in")
    write_picture(stack, root)
    item = root.add("L", numbering="None").add("LI")
    box = item.add("Lbl").add("Form", "☐", alt="Tick box", field=Field("tick", "I have (stretched)"))
    stack.text(box, [Run("☐")])
    say(stack, item, "LBody", "I have (stretched)")
    write_rows(stack, root)
    lines = root.add("Form", alt="2 empty lines", field=Field("write", "Notes"))
    stack.put(Rule(200, 1, "#000000", 10, lines))
    put_running(stack, "Page 1", "Footer")
    stack.new_page()
    put_running(stack, "Notes (continued)", "Header")
    stack.put(Rule(200, 1, "#000000", 10, lines))
    write_references(stack, root)
    pages = stack.finished()
    sides = tuple(SheetSide(*A4, (Placement(number),)) for number in range(len(pages)))
    return _plan(root, pages, sides, "DuplexFlipLongEdge")


def write_picture(stack: Stack, root: Element) -> None:
    figure = root.add("Figure", alt="A calf and a heel")
    stack.put(DrawingPiece(figure.add("Span", within=figure), MUSCLE, 96, 96))
    style = TextStyle(12, 16)
    for text in ("Calf", "Heel"):
        lines = break_lines((Run(text),), style, 100, stack.fonts)
        stack.put(TextPiece(figure.add("P", text), lines, 12, 16, 100), 120)


def write_rows(stack: Stack, root: Element) -> None:
    table = root.add("Table")
    head = table.add("THead").add("TR")
    for title in ("When", "What"):
        stack.text(head.add("TH", scope="Column").add("P", title), [Run(title)])
    cell = table.add("TBody").add("TR").add("TD", span=2)
    rows = cell.add("Form", alt="3 empty rows", field=Field("write", "My diary"))
    for _ in range(3):
        stack.put(Rule(200, 1, "#000000", 20, rows))


def put_running(stack: Stack, text: str, running: Running) -> None:
    """What stands over or under the text of a page."""
    lines = break_lines((Run(text),), TextStyle(12, 16), 200, stack.fonts)
    stack.put(TextPiece(None, lines, 12, 16, 200, running))


def write_references(stack: Stack, root: Element) -> None:
    last = root.add("H2", "The end", bookmark="The end")
    stack.text(last, [Run("The end", bold=True)])
    paragraph = root.add("P")
    links = [
        paragraph.add("Link", "To fill in", heading="To fill in", description="Go to To fill in"),
        paragraph.add("Span", " and ", within=paragraph),
        paragraph.add("Link", "page 2", page=2, description="Go to page 2"),
        paragraph.add("Span", " and ", within=paragraph),
        paragraph.add("Link", "NHS", uri="https://www.nhs.uk/", description="NHS"),
    ]
    stack.text(None, [Run(link.text or "", tag=link) for link in links])


@pytest.fixture(scope="module")
def heard(fonts: FontBook) -> Good:
    plan = heard_plan(fonts)
    return Good(plan, render(plan, fonts))


def test_it_is_sound_before_anybody_touches_it(heard: Good) -> None:
    assert verify(heard.data, heard.plan) == ()
    assert_sound(heard.data, heard.plan)


def take_word_out_of_picture(pdf: pikepdf.Pdf) -> None:
    figure = elements(pdf, "Figure")[0]
    word = figure.K[len(figure.K) - 1]
    del figure.K[len(figure.K) - 1]
    word.P = figure.P
    figure.P.K.insert(1, word)


def shrink_box_to_nothing(pdf: pikepdf.Pdf) -> None:
    attributes = elements(pdf, "Figure")[0].A
    left, bottom, _, _ = attributes.BBox
    attributes.BBox = [left, bottom, left + 10, bottom + 10]


def forget_what_it_is_for(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Form")[0].A["/Desc"]


def make_it_no_field(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Form")[1]["/A"]


def call_it_something_else(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Form")[1].A.Desc = pikepdf.String("Somebody's diary")


def make_a_line_a_box(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Form")[2].A.Role = pikepdf.Name("/cb")


def miscount_rows(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "Form")[1].Alt = pikepdf.String("4 empty rows")


def say_nothing_of_the_lines(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Form")[2]["/Alt"]


def narrow_the_cell(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "TD")[0]["/A"]


def leave_the_lines_out_of_the_tree(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "Form")[2]["/K"]


def make_the_box_an_artifact(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"/Form<</MCID \d+>>BDC", b"/Artifact BMC")


def make_the_footer_an_artifact_like_any(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"/Artifact<</Type/Pagination/Subtype/Footer>>BDC", b"/Artifact BMC")


def make_the_header_a_footer(pdf: pikepdf.Pdf) -> None:
    edit(pdf, rb"/Subtype/Header", b"/Subtype/Footer", 1)


def lead_elsewhere(pdf: pikepdf.Pdf) -> None:
    note(pdf, "Go to To fill in").Dest[0] = pdf.pages[1].obj


def lead_to_another_page(pdf: pikepdf.Pdf) -> None:
    note(pdf, "Go to page 2").Dest[0] = pdf.pages[0].obj


def open_another_site(pdf: pikepdf.Pdf) -> None:
    note(pdf, "NHS").A.URI = pikepdf.String("https://example.org/")


def call_a_link_something_else(pdf: pikepdf.Pdf) -> None:
    note(pdf, "Go to page 2").Contents = pikepdf.String("Go to page 3")


def note(pdf: pikepdf.Pdf, called: str) -> Any:
    """The annotation of this name."""
    return next(each for page in pdf.pages for each in page.obj.get("/Annots", []) if str(each.Contents) == called)


BOTH = [
    (take_word_out_of_picture, r"the plan has (Document|Figure)", "not the plan's|should say"),
    (shrink_box_to_nothing, "BBox", "BBox does not hold its ink"),
    (forget_what_it_is_for, "does not say what it is for", "Form without Desc"),
    (make_it_no_field, "does not say what it is for", "Form without Role"),
    (make_a_line_a_box, "should have Role", "place to write"),
    (call_it_something_else, "should have Desc 'My diary' but has \"Somebody's diary\"", "place to write"),
    (miscount_rows, "should have Alt '3 empty rows' but has '4 empty rows'", "place to write"),
    (say_nothing_of_the_lines, "should have Alt", "Form without Desc or Alt"),
    (narrow_the_cell, "different numbers of columns", "different numbers of columns"),
    (leave_the_lines_out_of_the_tree, "nowhere on paper", "Form without ink"),
    (make_the_box_an_artifact, "which is not drawn", "never drawn"),
]


@pytest.mark.parametrize(("sabotage", "verdict", "other"), BOTH, ids=[row[0].__name__ for row in BOTH])
def test_both_readers_name_what_was_broken(
    heard: Good, sabotage: Callable[[pikepdf.Pdf], None], verdict: str, other: str
) -> None:
    broken = heard.broken(sabotage)
    findings = "\n".join(verify(broken, heard.plan))
    assert re.search(verdict, findings), findings
    problems = "\n".join(unsound(broken, heard.plan))
    assert re.search(other, problems), problems


@pytest.mark.parametrize(
    ("sabotage", "verdict"),
    [
        (
            make_the_footer_an_artifact_like_any,
            "page 1: 'Page 1' is neither a header nor a footer of the page where the plan has Footer",
        ),
        (make_the_header_a_footer, "page 2: 'Notes (continued)' is Footer of the page where the plan has Header"),
        (lead_elsewhere, "the link 'Go to To fill in' does not lead to the page it names"),
        (lead_to_another_page, "the link 'Go to page 2' does not lead to the page it names"),
        (open_another_site, "the link 'NHS' should open https://www.nhs.uk/ but opens https://example.org/"),
        (call_a_link_something_else, "a link should say 'Go to page 2' but says 'Go to page 3'"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_only_verify_knows_what_links_and_the_edges_of_pages_should_be(
    heard: Good, sabotage: Callable[[pikepdf.Pdf], None], verdict: str
) -> None:
    assert verdict in verify(heard.broken(sabotage), heard.plan)


def test_a_link_to_what_the_plan_does_not_have_is_a_fault_of_ours(fonts: FontBook) -> None:
    for attributes, what in (({"heading": "Nowhere"}, "leads nowhere"), ({"page": 9}, "page 9, which is not there")):
        plan = heard_plan(fonts)
        link = next(element for element in plan.root.walk() if element.heading)
        link.heading, link.page = attributes.get("heading"), attributes.get("page")  # type: ignore[assignment]
        with pytest.raises(InternalError, match=what):
            render(plan, fonts)


def test_where_links_lead_is_asked_only_of_a_file_with_the_plans_links(heard: Good, fonts: FontBook) -> None:
    pdf = PdfFile(heard.broken(lead_elsewhere))
    tree = read_tree(pdf)

    def found(plan: Plan) -> list[str]:
        return check_where_links_lead(pdf, tree, pdf.pages(), plan, tuple(plan.root.walk()), Memory(bounds.ONE))

    assert len(found(heard.plan)) == 1
    other = heard_plan(fonts)
    other.root.add("P").add("Link", "One more")
    assert found(other) == []
