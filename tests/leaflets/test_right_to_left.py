"""A leaflet in Arabic in every form: the page is the mirror of a left-to-right one, and reads in the right order."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from handoutgen.formats import FORMATS, SIZES, Options
from handoutgen.layout.flow.pieces import DrawingPiece, Leaders, Rule, TextPiece, UprightRule
from handoutgen.layout.nothing_lost import lost_words
from handoutgen.pdf.verifying.verify import verify
from handoutgen.plan.pages import Page, Placed, Plan
from handoutgen.units import mm
from leaflets.conftest import Make
from leaflets.samples import ARABIC
from soundness import assert_sound

EVERY = [
    (form.name, size.name) for form in FORMATS.values() for size in SIZES.values() if size.base <= form.largest_base
]


DRAWN = [(form, size) for form, size in EVERY if not form.startswith("exercise")]
"""The Arabic leaflet has no exercises with a picture."""


@pytest.mark.parametrize(("form", "size"), DRAWN)
def test_every_form_is_sound_and_says_what_it_claims(make: Make, form: str, size: str) -> None:
    made = make(form, size, ARABIC)
    assert verify(made.data, made.plan) == ()
    assert_sound(made.data, made.plan)
    assert lost_words(made.plan, made.leaflet, made.setting.voice.fields, made.composed.claims) == ()


def texts(plan: Plan, page: Page, role: str) -> list[Placed]:
    """The words on a page of elements with this role, or below one."""
    wanted = {id(kid) for e in plan.root.walk() if e.role == role for kid in e.walk()}
    return [p for p in page.pieces if isinstance(p.piece, TextPiece) and id(p.piece.element) in wanted]


def starts(plan: Plan, put: Placed) -> list[float]:
    """Where the lines of a paragraph start, in pt from the page's left edge."""
    assert isinstance(put.piece, TextPiece)
    if plan.direction == "rtl":
        return [put.x + max(run.x + run.width for run in line.runs) for line in put.piece.lines]
    return [put.x + min(run.x for run in line.runs) for line in put.piece.lines]


def leans(first: float, then: float) -> str:
    """Which way one reads from one place to the next."""
    return "rtl" if then < first else "ltr"


BOTH = pytest.mark.parametrize(("path", "way"), [(ARABIC, "rtl"), (None, "ltr")])
"""The Arabic leaflet, and the first one as what every rule looks like where it must not hold."""


def made_from(make: Make, path: Path | None, form: str, size: str = "standard") -> Plan:
    return (make(form, size, path) if path else make(form, size)).plan


@BOTH
def test_section_names_and_key_points_stand_where_reading_starts(make: Make, path: Path | None, way: str) -> None:
    plan = made_from(make, path, "a4")
    page = plan.pages[0]
    head, *_ = texts(plan, page, "H2")
    points = sorted(texts(plan, page, "LBody"), key=lambda put: plan_place(plan, put))
    edge = page.width - starts(plan, head)[0] if way == "rtl" else starts(plan, head)[0]
    assert edge == pytest.approx(mm(16), abs=1)
    assert leans(starts(plan, head)[0], starts(plan, points[0])[0]) == way


@BOTH
def test_the_first_column_is_where_reading_starts(make: Make, path: Path | None, way: str) -> None:
    """What is read first of two things that stand level in two columns stands where reading starts."""
    plan = made_from(make, path, "a4")
    found = 0
    for page in plan.pages:
        words = sorted(texts(plan, page, "H2") + texts(plan, page, "H3"), key=lambda put: plan_place(plan, put))
        for first, then in pairwise(words):
            if abs(first.top - then.top) < 0.01 and abs(starts(plan, first)[0] - starts(plan, then)[0]) > 100:
                assert leans(starts(plan, first)[0], starts(plan, then)[0]) == way
                found += 1
    assert found


def plan_place(plan: Plan, put: Placed) -> int:
    """A paragraph's place in the reading order."""
    said = getattr(put.piece, "element", None)
    return next(place for place, element in enumerate(plan.root.walk()) if element is said)


@BOTH
@pytest.mark.parametrize(("form", "size"), [("a4", "standard"), ("a4", "giant"), ("a5-booklet", "clear")])
def test_numerals_bullets_and_boxes_hang_before_their_words(
    make: Make, path: Path | None, way: str, form: str, size: str
) -> None:
    plan = made_from(make, path, form, size)
    found = 0
    for item in (e for e in plan.root.walk() if e.role == "LI" and e.kids[0].role == "Lbl"):
        for page in plan.pages:
            marks = [p for p in page.pieces if isinstance(p.piece, TextPiece) and p.piece.element is item.kids[0]]
            words = [p for p in page.pieces if isinstance(p.piece, TextPiece) and p.piece.element is item.kids[1]]
            if marks and words:
                assert leans(starts(plan, marks[0])[0], starts(plan, words[0])[0]) == way
                found += 1
    assert found > 8


@pytest.mark.parametrize(("form", "size"), DRAWN)
def test_every_paragraph_is_ragged_at_the_far_side_alone(make: Make, form: str, size: str) -> None:
    plan = make(form, size, ARABIC).plan
    for put in (p for page in plan.pages for p in page.pieces if isinstance(p.piece, TextPiece)):
        edges = starts(plan, put)
        assert max(edges) - min(edges) < 0.01


@pytest.mark.parametrize(("form", "size"), DRAWN)
def test_no_ink_leaves_its_page(make: Make, form: str, size: str) -> None:
    plan = make(form, size, ARABIC).plan
    for page in plan.pages:
        assert all(p.right <= page.width - mm(5) and p.x >= mm(5) for p in page.pieces)


@BOTH
@pytest.mark.parametrize("form", ["a4", "a4-trifold", "a4-summary", "a3-poster"])
def test_icons_of_the_help_box_stand_before_their_words(make: Make, path: Path | None, way: str, form: str) -> None:
    plan = made_from(make, path, form)
    help_box = next(element for element in plan.root.walk() if element.ident == "help")
    known = {id(element) for element in help_box.walk()}
    page = next(p for p in plan.pages if any(id(getattr(x.piece, "element", None)) in known for x in p.pieces))
    words = [p for p in page.pieces if isinstance(p.piece, TextPiece) and id(p.piece.element) in known]
    top, foot = max(p.top for p in words), min(p.y for p in words)
    marks = [p for p in page.pieces if isinstance(p.piece, DrawingPiece) and foot <= p.y + p.piece.height / 2 <= top]
    beside = [(mark, [p for p in words if p.y < mark.top and p.top > mark.y]) for mark in marks]
    led = [(mark, min(found, key=lambda p: abs(starts(plan, p)[0] - mark.x))) for mark, found in beside if found]
    assert led
    for mark, first in led:
        assert leans(mark.x + mark.piece.width / 2, starts(plan, first)[0]) == way


@BOTH
@pytest.mark.parametrize("form", ["diary-a4", "diary-letter"])
def test_columns_of_a_table_run_the_way_it_is_read(make: Make, path: Path | None, way: str, form: str) -> None:
    plan = made_from(make, path, form)
    heads = texts(plan, plan.pages[0], "TH")
    assert len(heads) >= 4
    assert all(leans(starts(plan, a)[0], starts(plan, b)[0]) == way for a, b in pairwise(heads))


@BOTH
def test_the_page_number_stands_at_the_end_of_the_footer(make: Make, path: Path | None, way: str) -> None:
    plan = made_from(make, path, "a4")
    foot = [p for p in plan.pages[1].pieces if isinstance(p.piece, TextPiece) and p.piece.element is None]
    code, number = foot[0], foot[-1]
    assert isinstance(number.piece, TextPiece)
    ink = number.x + min(run.x for run in number.piece.lines[0].runs if run.text.strip())
    assert leans(starts(plan, code)[0], ink) == way


def panels_from_left(plan: Plan, side: int) -> list[tuple[int, float]]:
    """(page, width) of a sheet side's panels, left to right."""
    placed = sorted(plan.sheets[side].placements, key=lambda p: p.x)
    whole = plan.sheets[side].width
    return [(p.page, round(plan.pages[p.page].width, 1)) for p in placed if plan.pages[p.page].width < whole]


@pytest.mark.parametrize("form", ["a4-trifold", "letter-trifold"])
def test_the_panels_of_a_folded_leaflet_are_mirrored(make: Make, form: str) -> None:
    there, here = make(form, "standard", ARABIC).plan, make(form, "standard").plan
    for side in (0, 1):
        assert panels_from_left(there, side) == panels_from_left(here, side)[::-1]
    assert [page for page, _ in panels_from_left(there, 0)] == [0, 5, 1], "cover, back, flap"
    assert [page for page, _ in panels_from_left(there, 1)] == [4, 3, 2]


@pytest.mark.parametrize("form", ["a5-booklet", "half-letter-booklet"])
def test_a_booklet_opens_on_the_other_side(make: Make, form: str) -> None:
    there, here = make(form, "standard", ARABIC).plan, make(form, "standard").plan
    fronts = [[page for page, _ in panels_from_left(plan, 0)] for plan in (there, here)]
    assert [front.index(0) for front in fronts] == [0, 1], "the cover is the left half"


@pytest.mark.parametrize("form", ["card", "card-letter"])
def test_crop_marks_lie_where_they_lie_for_any_language(make: Make, form: str) -> None:
    def marks(plan: Plan) -> set[tuple[float, float]]:
        lines = [p for p in plan.pages[0].pieces if isinstance(p.piece, Rule | UprightRule)]
        return {(round(p.x, 1), round(p.y, 1)) for p in lines if max(p.piece.width, p.piece.height) < mm(5)}

    assert marks(make(form, "standard", ARABIC).plan) == marks(make(form, "standard").plan)


class Strokes:
    """Remembers the lines a piece draws."""

    def __init__(self) -> None:
        self.lines: list[tuple[float, float]] = []

    def draw_rule(
        self, element: None, x1: float, y1: float, x2: float, y2: float, thickness: float, colour: str
    ) -> None:
        self.lines.append((x1, x2))

    def draw_box(self, *place: float, **look: object) -> None:
        """The dot at a line's end."""


@BOTH
def test_the_words_of_a_figure_point_into_it_from_the_side_they_stand_on(
    make: Make, path: Path | None, way: str
) -> None:
    plan = made_from(make, path, "a4")
    page = next(p for p in plan.pages if any(isinstance(x.piece, Leaders) for x in p.pieces))
    leaders = next(p for p in page.pieces if isinstance(p.piece, Leaders))
    picture = next(p for p in page.pieces if isinstance(p.piece, DrawingPiece) and p.piece.element is not None)
    strokes = Strokes()
    leaders.piece.paint(strokes)  # type: ignore[arg-type]
    assert len(strokes.lines) == 3
    for word, place in strokes.lines:
        assert picture.x < leaders.x + place < picture.right
        assert leans(place, word) == ("rtl" if way == "rtl" else "ltr")


def test_a_folded_form_for_screens_keeps_the_reading_order(make: Make) -> None:
    made = make("a5-booklet", "standard", ARABIC, Options(reading_order=True))
    assert [side.placements[0].page for side in made.plan.sheets] == list(range(len(made.plan.pages)))
    assert_sound(made.data, made.plan)
    for data, way in ((made.data, "/R2L"), (make("a5-booklet", "standard").data, "/L2R")):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.Root.ViewerPreferences.get("/Direction", "/L2R") == way
