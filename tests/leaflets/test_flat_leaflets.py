"""The first leaflet in every flat form and size: the promises of the page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from handoutgen.formats import parse_size
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.layout.nothing_lost import lost_words, tree_text
from handoutgen.pdf.verifying.verify import verify
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Page, Placed
from handoutgen.story.printed_words import plain_texts, printed_strings
from handoutgen.story.promises import fold
from handoutgen.units import mm
from leaflets.conftest import Make
from soundness import assert_sound

FORMS = ("a4", "letter")
SIZES = ("standard", "clear", "large", "giant", "16", "30")
EVERY = [(form, size) for form in FORMS for size in SIZES]


def texts(page: Page) -> list[Placed]:
    return [placed for placed in page.pieces if isinstance(placed.piece, TextPiece) and placed.piece.lines]


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_the_file_is_sound(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    assert verify(made.data, made.plan) == ()
    assert_sound(made.data, made.plan)


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_every_string_of_the_leaflet_is_said(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    assert lost_words(made.plan, made.leaflet, made.setting.voice.fields) == ()


@pytest.mark.parametrize("size", SIZES)
def test_no_long_text_is_said_twice(make: Make, size: str) -> None:
    made = make("a4", size)
    said = tree_text(made.plan.root)
    for path, source, kind in printed_strings(made.leaflet):
        for text in plain_texts(source, kind, {}):
            if len(text) > 45:
                assert said.count(fold(text)) == 1, path


@pytest.mark.parametrize("size", SIZES)
def test_the_leaflet_is_read_in_its_own_order(make: Make, size: str) -> None:
    made = make("a4", size)
    leaflet, said = made.leaflet, tree_text(made.plan.root)
    parts = [leaflet.title, leaflet.main_message, leaflet.key_points[0], leaflet.key_points[-1]]
    parts += ["Multiple sclerosis (MS) is a long-term condition", "Damaged nerves disturb the signals"]
    parts += ["A muscle tightens suddenly", "Tight clothes, shoes or straps"]
    parts += [s.title for s in leaflet.strategies]
    parts += [how.steps[0] for how in leaflet.strategies[-1].how]
    parts += [leaflet.tools[0].title, leaflet.glossary[0].meaning, leaflet.support[0].name, leaflet.review.owner]
    start = 0
    for part in parts:
        found = said.find(fold(part), start)
        assert found >= 0, part
        start = found


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_nothing_is_smaller_than_the_body(make: Make, form: str, size: str) -> None:
    smallest = min(
        run.size
        for page in make(form, size).plan.pages
        for placed in texts(page)
        for line in placed.piece.lines  # type: ignore[attr-defined]
        for run in line.runs
    )
    assert smallest >= parse_size(size).base


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_no_line_of_running_text_is_longer_than_70_characters(make: Make, form: str, size: str) -> None:
    for page in make(form, size).plan.pages:
        for placed in texts(page):
            piece = placed.piece
            if isinstance(piece, TextPiece) and len(piece.lines) > 1:
                for line in piece.lines:
                    assert len(line.text.strip()) <= 70, line.text


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_texts_neither_overlap_nor_leave_the_margins(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    grid = made.setting.grid
    for number, page in enumerate(made.plan.pages, start=1):
        boxes = []
        for placed in texts(page):
            piece = placed.piece
            assert isinstance(piece, TextPiece)
            left, right = placed.x, placed.x + piece.ink_width
            if any(run.x for line in piece.lines for run in line.runs[:1]):
                left, right = placed.x, placed.x + piece.width
            assert left >= grid.left - 0.5, f"page {number}: {piece.lines[0].text}"
            assert placed.x + piece.ink_width <= page.width - grid.left + 0.5, f"page {number}: {piece.lines[0].text}"
            if piece.element is not None:
                boxes.append((left, placed.y, right, placed.top, piece.lines[0].text))
        for i, a in enumerate(boxes):
            for b in boxes[i + 1 :]:
                apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
                assert apart, f"page {number}: {a[4]!r} over {b[4]!r}"


def lowest_content(page: Page, bottom: float) -> float:
    """How far down a page's content goes, its footer left out."""
    return min((p.y for p in page.pieces if p.y > bottom + 1), default=0.0)


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_no_page_but_the_last_is_less_than_a_third_full(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    grid = made.setting.grid
    top = grid.height - grid.top
    foot = grid.bottom + made.setting.scale.body.leading * 2
    for number, page in enumerate(made.plan.pages[:-1], start=1):
        filled = top - lowest_content(page, foot)
        assert filled >= (top - foot) / 3 - 30, f"page {number} of {len(made.plan.pages)}"


def heading_elements(root: Element) -> set[int]:
    return {id(e) for h in root.walk() if h.role in ("H1", "H2", "H3", "H4") for e in h.walk()}


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_no_heading_stands_at_the_foot_of_a_page(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    headings = heading_elements(made.plan.root)
    for number, page in enumerate(made.plan.pages, start=1):
        content = [p for p in texts(page) if p.piece.element is not None]  # type: ignore[attr-defined]
        if not content:
            continue  # a page of empty diary forms
        lowest = min(content, key=lambda p: p.y)
        alone = [p for p in content if abs(p.y - lowest.y) < made.setting.unit]
        assert any(id(p.piece.element) not in headings for p in alone), (  # type: ignore[attr-defined]
            f"page {number} ends with the heading {lowest.piece.lines[0].text!r}"  # type: ignore[attr-defined]
        )


WHOLE_BOX = [*(each for each in EVERY if each[1] in ("standard", "clear", "16", "large"))]
"""Where the box is lower than a page."""


def is_box(put: Placed) -> bool:
    """Whether it is the frame round the help, and no disc or panel."""
    piece = put.piece
    return isinstance(piece, Frame) and piece.stroke is not None and piece.radius < piece.height / 2 - 1


@pytest.mark.parametrize(("form", "size"), WHOLE_BOX)
def test_the_help_box_is_whole_on_the_first_or_last_page(make: Make, form: str, size: str) -> None:
    plan = make(form, size).plan
    box = next(e for e in plan.root.walk() if e.ident == "help")
    inside = {id(e) for e in box.walk()}
    pages = {
        number
        for number, page in enumerate(plan.pages, start=1)
        for placed in texts(page)
        if id(placed.piece.element) in inside  # type: ignore[attr-defined]
    }
    assert len(pages) == 1
    assert pages <= {1, len(plan.pages)}
    assert len([p for p in plan.pages[min(pages) - 1].pieces if is_box(p)]) == 1


@pytest.mark.parametrize("form", ["a4", "letter"])
def test_in_clear_print_the_record_stands_under_the_help_box_on_the_last_page(make: Make, form: str) -> None:
    plan = make(form, "clear").plan
    help_box, record = (next(e for e in plan.root.walk() if e.ident == ident) for ident in ("help", "review"))
    assert plan.root.kids[-2:] == [help_box, record]
    of_record = {id(element) for element in record.walk()}
    pages = [[put for put in texts(page) if id(put.piece.element) in of_record] for page in plan.pages]  # type: ignore[attr-defined]
    assert not any(pages[:-1])
    (box,) = [put for put in plan.pages[-1].pieces if is_box(put)]
    assert pages[-1]
    assert max(put.top for put in pages[-1]) < box.y


def test_standard_print_has_the_help_box_on_page_1(make: Make) -> None:
    plan = make("a4", "standard").plan
    assert any(is_box(p) for p in plan.pages[0].pieces)


@pytest.mark.parametrize("size", ["standard", "clear", "large"])
def test_the_key_points_stand_on_page_1(make: Make, size: str) -> None:
    made = make("a4", size)
    first = " ".join(line.text for p in texts(made.plan.pages[0]) for line in p.piece.lines)  # type: ignore[attr-defined]
    for point in made.leaflet.key_points:
        assert fold(point) in fold(first)


@pytest.mark.parametrize(
    ("size", "listed"), [("standard", False), ("clear", False), ("large", False), ("22", True), ("giant", True)]
)
def test_large_print_of_over_twenty_pages_has_a_contents_list_with_the_right_pages(
    make: Make, size: str, listed: bool
) -> None:
    plan = make("a4", size).plan
    assert (len(plan.pages) > 20) is listed
    contents = [part for part in plan.root.kids if part.ident == "contents"]
    entries = [e for part in contents for e in part.walk() if e.role == "TOCI"]
    assert bool(entries) is listed
    for entry in entries:
        link = next(e for e in entry.walk() if e.role == "Link")
        assert link.target
        said = next(e.text for e in entry.walk() if e.role == "Span")
        on = next(
            number
            for number, page in enumerate(plan.pages, start=1)
            for placed in texts(page)
            if placed.piece.element in link.target.walk()  # type: ignore[attr-defined]
        )
        assert said == str(on), link.text


def test_either_the_contents_list_or_their_overview_says_the_page_of_each_strategy_where_it_has_room(
    make: Make,
) -> None:
    for form, size, wanted in (("a4", "22", True), ("letter", "22", True), ("a4", "giant", True), ("a4", "36", False)):
        made = make(form, size)
        (contents,) = (part for part in made.plan.root.kids if part.ident == "contents")
        said = " ".join(e.text or "" for e in contents.walk() if e.role == "Link")
        is_listed = all(s.title in said for s in made.leaflet.strategies)
        strategies = next(part for part in made.plan.root.kids if part.ident == "management")
        entries = [
            [kid.text or "" for kid in e.walk() if kid.role == "Span"] for e in strategies.walk() if e.role == "TOCI"
        ]
        has_pages = bool(entries) and all(entry[-1].isdigit() for entry in entries)
        assert (is_listed, has_pages) in ([(True, False), (False, True)] if wanted else [(False, False)]), (form, size)


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_headings_go_down_one_level_at_a_time(make: Make, form: str, size: str) -> None:
    levels = [int(e.role[1]) for e in make(form, size).plan.root.walk() if re.fullmatch("H[1-6]", e.role)]
    assert levels[0] == 1
    assert Counter(levels)[1] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_large_print_is_laid_out_anew(make: Make) -> None:
    """One column instead of two."""
    assert make("a4", "standard").setting.grid.has_columns
    assert not make("a4", "large").setting.grid.has_columns
    assert len(make("a4", "large").plan.pages) > len(make("a4", "standard").plan.pages)


@pytest.mark.parametrize("form", ["a4", "letter"])
@pytest.mark.parametrize("size", SIZES)
def test_a_labelled_figure_is_never_squeezed_by_its_words(make: Make, form: str, size: str) -> None:
    pages = make(form, size).plan.pages
    figures = [p.piece for page in pages for p in page.pieces if isinstance(p.piece, DrawingPiece) and p.piece.element]
    assert figures
    assert min(figure.width for figure in figures) >= mm(19)
