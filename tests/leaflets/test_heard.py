"""What a screen reader, a browser or a reflowed page makes of the files: order, links, titles, bookmarks, labels."""

from __future__ import annotations

import io
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from handoutgen.build import Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.formats import FORMATS, SIZES, Options, parse_printed, parse_size
from handoutgen.layout.flow.pages import in_reading_order, reading_places
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed, Plan
from handoutgen.workshop import Workshop
from leaflets.samples import LEG_CRAMPS, ROOT
from soundness import Tree

RIVERSIDE = ROOT / "clinics/riverside-neurology.yaml"
EVERY = [
    (form.name, size.name) for form in FORMATS.values() for size in SIZES.values() if size.base <= form.largest_base
]


def planned(workshop: Workshop, form: str, size: str = "standard", leaflet: Path = LEG_CRAMPS) -> Plan:
    loaded, clinic = workshop.leaflet(leaflet), workshop.clinic(RIVERSIDE)
    printed, print_size = parse_printed(form), parse_size(size)
    setting = workshop.setting(loaded, clinic, printed, print_size, Options())
    return lay_out(for_tags(loaded.leaflet, tags_of(clinic.clinic)), setting, printed, print_size, Options())[0]


def painted(page: Page) -> list[Element]:
    """The elements of a page's pieces as they are painted."""
    return [element for put in page.pieces if (element := getattr(put.piece, "element", None)) is not None]


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_each_page_is_painted_in_the_order_of_the_tags(workshop: Workshop, form: str, size: str) -> None:
    plan = planned(workshop, form, size)
    places = reading_places(plan.root)
    for page in plan.pages:
        order = [places[element] for element in painted(page)]
        assert order == sorted(order)


def piece(element: Element | None) -> TextPiece:
    return TextPiece(element, (), 12.0, 16.0, 100.0)


def test_pieces_out_of_order_change_places_and_what_is_nobodys_stays_behind_its_neighbour() -> None:
    root = Element("Document")
    first, second = root.add("P"), root.add("P")
    rule = Rule(10.0, 1.0, "#000000")
    page = Page(100, 100, tuple(Placed(each, 0, 0) for each in (piece(second), rule, piece(first))))
    ordered = in_reading_order(page, reading_places(root))
    assert [getattr(put.piece, "element", None) for put in ordered.pieces] == [first, second, None]
    assert in_reading_order(ordered, reading_places(root)) is ordered  # so that documents go on sharing it


def links_of(plan: Plan) -> list[Element]:
    return [element for element in plan.root.walk() if element.role == "Link"]


def test_each_link_to_a_page_is_called_by_more_than_its_address(workshop: Workshop) -> None:
    named = [
        link.description or "" for link in links_of(planned(workshop, "a4")) if (link.uri or "").startswith("http")
    ]
    assert "NHS: Leg cramps, www.nhs.uk/conditions/leg-cramps" in named
    sources = [name for name in named if "NHS:" in name]
    assert len(set(sources)) == len(sources) > 1
    assert [name for name in named if re.fullmatch(r"[\w.-]+\.[a-z]{2,}(/\S*)?", name)] == []


def test_phone_numbers_can_be_dialled_and_look_like_any_number(workshop: Workshop) -> None:
    plan = planned(workshop, "a4")
    dialled = {link.uri: link.text for link in links_of(plan) if (link.uri or "").startswith("tel:")}
    assert dialled["tel:999"] == "999"
    assert dialled["tel:01174960123"] == "0117 496 0123"
    ink = {run.colour for page in plan.pages for put in page.pieces if isinstance(put.piece, TextPiece)
           for line in put.piece.lines for run in line.runs
           if getattr(run.tag, "uri", None) in ("tel:999", "tel:01174960123")}  # fmt: skip
    assert ink == {"#000000"}


def test_mail_addresses_in_running_text_are_links(workshop: Workshop) -> None:
    mails = [link for link in links_of(planned(workshop, "a4")) if (link.uri or "").startswith("mailto:")]
    assert {link.text for link in mails} == {"neurology@riverside.example"}
    assert len(mails) == 2  # in the panel, and in the sentence that asks for feedback


@pytest.mark.parametrize(
    ("form", "size", "title"),
    [
        ("a4", "large", "Leg cramps in multiple sclerosis (A4 leaflet, large print)"),
        ("card", "standard", "Leg cramps in multiple sclerosis (Wallet cards)"),
    ],
)
def test_the_title_of_a_file_says_which_printing_it_is(workshop: Workshop, form: str, size: str, title: str) -> None:
    assert planned(workshop, form, size).title == title


def test_the_help_levels_are_bookmarks_in_their_order(workshop: Workshop) -> None:
    marks = [element.bookmark for element in planned(workshop, "a4").root.walk() if element.bookmark]
    start = marks.index("When to get help")
    assert marks[start + 1 : start + 4] == [
        "Call 999 now",
        "Call us today on 0117 496 0123",
        "Tell us at your next visit, or call 0117 496 0123",
    ]


def test_an_aside_has_a_heading_that_says_its_kind(workshop: Workshop) -> None:
    headings = [
        "".join(kid.text or "" for kid in element.walk())
        for element in planned(workshop, "a4").root.walk()
        if element.role in ("H3", "H4")
    ]
    assert "Note: If your cramps get worse" in headings
    assert "Important: Stopping baclofen suddenly" in headings


def test_explained_words_are_labels(workshop: Workshop) -> None:
    glossary = next(part for part in planned(workshop, "a4").root.kids if part.ident == "glossary")
    items = [element for element in glossary.walk() if element.role == "LI"]
    assert items
    assert {tuple(kid.role for kid in item.kids) for item in items} == {("Lbl", "LBody")}
    spasm = next(item for item in items if item.kids[0].text == "Spasm: ")
    assert (spasm.kids[1].text or "").startswith("A sudden tightening")


def test_sides_with_several_pages_are_called_by_their_numbers(workshop: Workshop) -> None:
    order = Order(LEG_CRAMPS, RIVERSIDE, "a5-booklet", "standard", date(2026, 12, 1))
    with pikepdf.open(io.BytesIO(build(order, workshop).data)) as pdf:
        labels = [page.label for page in pdf.pages]
    count = 2 * len(labels)
    assert labels[:2] == [f"{count}, 1", f"2, {count - 1}"]
    assert sorted(int(number) for label in labels for number in label.split(", ")) == list(range(1, count + 1))


def test_a_flat_leaflet_needs_no_labels(workshop: Workshop) -> None:
    with pikepdf.open(
        io.BytesIO(build(Order(LEG_CRAMPS, None, "a4", "standard", date(2026, 12, 1)), workshop).data)
    ) as pdf:
        assert "/PageLabels" not in pdf.Root


def test_numbers_of_pages_and_links_never_skip_a_heading_level(workshop: Workshop) -> None:
    for form in ("a4", "a5-booklet"):
        levels = [int(e.role[1]) for e in planned(workshop, form).root.walk() if re.fullmatch("H[1-4]", e.role)]
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_words_in_a_picture_belong_to_it_and_its_alternative_text_has_them_all(workshop: Workshop) -> None:
    figure = next(e for e in planned(workshop, "a4").root.walk() if e.role == "Figure" and len(e.kids) > 1)
    assert [kid.text for kid in figure.inner] == ["Thigh", "Calf", "Foot"]
    assert all((kid.text or "").casefold() in (figure.alt or "").casefold() for kid in figure.inner)


def test_the_box_of_a_figure_holds_its_words(workshop: Workshop) -> None:
    order = Order(LEG_CRAMPS, RIVERSIDE, "a4", "standard", date(2026, 12, 1))
    data, plan = build(order, workshop).data, planned(workshop, "a4")
    figure = next(e for e in plan.root.walk() if e.role == "Figure" and len(e.kids) > 1)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (box,) = [
            [float(edge) for edge in node.attribute("/BBox")]
            for node in Tree(pdf).nodes
            if node.role == "Figure" and node.kids
        ]
    words = [put for page in plan.pages for put in page.pieces if getattr(put.piece, "element", None) in figure.inner]
    assert len(words) == 3
    for put in words:
        assert isinstance(put.piece, TextPiece)
        assert box[0] < put.x
        assert put.x + put.piece.ink_width == pytest.approx(box[2], abs=0.01) or put.x + put.piece.ink_width < box[2]
        assert box[1] < put.y + put.piece.height / 2 < box[3]


def fields_of(plan: Plan) -> list[Element]:
    return [element for element in plan.root.walk() if element.field]


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_each_line_to_write_on_belongs_to_a_place_that_says_what_it_is_for(
    workshop: Workshop, form: str, size: str
) -> None:
    plan = planned(workshop, form, size)
    for element in fields_of(plan):
        assert element.role == "Form"
        assert element.alt
        assert element.field
        assert element.field.about.strip(" :")
    places = set(fields_of(plan))
    drawn = {element for page in plan.pages for element in painted(page) if element.role == "Form"}
    assert drawn == places
    is_copied = form.startswith(("card", "diary")) or any(e.ident == "entry" for e in plan.root.walk())
    shown = workshop.setting(workshop.leaflet(LEG_CRAMPS), None, parse_printed(form), parse_size(size), Options())
    lines = [put.piece for page in plan.pages for put in page.pieces if isinstance(put.piece, Rule)]
    unsaid = [line for line in lines if line.colour == shown.palette.write and line.element not in places]
    ticks_and_the_line_under_the_example = [line for line in unsaid if line.width > 20][1:]
    assert is_copied or ticks_and_the_line_under_the_example == []


def test_a_listener_hears_how_many_rows_are_empty_and_does_not_walk_through_them(workshop: Workshop) -> None:
    plan = planned(workshop, "a4")
    diary = next(part for part in plan.root.kids if part.ident == "tool-1")
    table = next(element for element in diary.walk() if element.role == "Table")
    *_, last = [row for row in table.walk() if row.role == "TR"]
    (cell,) = last.kids
    assert (cell.span, [form.alt for form in cell.kids]) == (6, ["14 empty rows"])
    assert len([row for row in table.walk() if row.role == "TR"]) == 3  # the head, the example, the empty ones
    rules = [put for page in plan.pages for put in page.pieces if getattr(put.piece, "element", None) is cell.kids[0]]
    assert len([put for put in rules if isinstance(put.piece, Rule)]) == 14


def test_boxes_to_tick_are_called_by_what_they_tick(workshop: Workshop) -> None:
    ticks = [
        element for element in fields_of(planned(workshop, "a4")) if element.field and element.field.kind == "tick"
    ]
    assert {element.alt for element in ticks} == {"Tick box"}
    assert "Can I see a physiotherapist?" in [element.field.about for element in ticks if element.field]
    assert len(ticks) == 10


def test_in_a_file_places_to_write_are_form_elements_with_print_fields(workshop: Workshop) -> None:
    order = Order(LEG_CRAMPS, RIVERSIDE, "diary-a4", "standard", date(2026, 12, 1))
    with pikepdf.open(io.BytesIO(build(order, workshop).data)) as pdf:
        forms = [node for node in Tree(pdf).nodes if node.role == "Form"]
        told = [
            (str(f.obj.Alt), str(f.attribute("/O")), str(f.attribute("/Role")), str(f.attribute("/Desc")))
            for f in forms
        ]
    line = "1 empty line", "/PrintField", "/tv"
    assert told[:2] == [(*line, "Name"), (*line, "Starting on")]
    assert re.fullmatch(r"\d+ empty rows", told[2][0])
    assert told[2][1:] == ("/PrintField", "/tv", "My cramp diary")
    assert len(told) == 3


def test_what_runs_over_and_under_the_text_is_a_header_or_a_footer_of_the_page(workshop: Workshop) -> None:
    """PDF/UA-1 7.8."""
    order = Order(LEG_CRAMPS, RIVERSIDE, "a4", "large", date(2026, 12, 1))
    found: list[str] = []
    with pikepdf.open(io.BytesIO(build(order, workshop).data)) as pdf:
        for page in pdf.pages:
            marks = [
                str(step.operands[1].get("/Subtype"))
                for step in pikepdf.parse_content_stream(page)
                if str(step.operator) == "BDC" and str(step.operands[0]) == "/Artifact"
            ]
            assert marks[-1] == "/Footer"
            found += marks
    assert set(found) == {"/Header", "/Footer"}
