"""Every form but the flat leaflet, of three leaflets: the first, a very short one and a long one."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, SIZES, Options
from handoutgen.layout.flow.pieces import Frame, Rule, TextPiece
from handoutgen.layout.nothing_lost import lost_words, tree_text
from handoutgen.pdf.verifying.verify import verify
from handoutgen.plan.pages import Placed
from handoutgen.units import mm
from leaflets.conftest import Made, Make
from leaflets.samples import CRAMPS, LEG_CRAMPS, write_changed, write_long_leaflet
from soundness import assert_sound
from written import written_leaflet

FLAT = ("a4", "letter")
EVERY = [
    (form.name, size.name)
    for form in FORMATS.values()
    for size in SIZES.values()
    if size.base <= form.largest_base and form.name not in FLAT
]


def keeps_its_claims(made: Made) -> bool:
    return lost_words(made.plan, made.leaflet, made.setting.voice.fields, made.composed.claims) == ()


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_the_first_leaflet_is_sound_and_says_what_the_form_claims(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    assert verify(made.data, made.plan) == ()
    assert_sound(made.data, made.plan)
    assert keeps_its_claims(made)


PARTED = [form.name for form in FORMATS.values() if form.imposition != "flat"]


@pytest.mark.parametrize("form", PARTED)
def test_page_by_page_for_screens_it_is_as_sound(make: Make, form: str) -> None:
    for size in (size for size in SIZES.values() if size.base <= FORMATS[form].largest_base):
        made = make(form, size.name, LEG_CRAMPS, Options(reading_order=True))
        assert verify(made.data, made.plan) == ()
        assert keeps_its_claims(made)


def test_a_line_over_the_fold_is_on_the_folded_sheet_alone(make: Make) -> None:
    def lines(options: Options) -> int:
        made = make("a4-trifold", "standard", LEG_CRAMPS, options)
        return sum(isinstance(put.piece, Rule) for page in made.plan.pages for put in page.pieces)

    assert lines(Options()) == lines(Options(reading_order=True)) + 2


@pytest.fixture(scope="module")
def short_leaflet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("short") / "short" / "en-GB.yaml"
    path.parent.mkdir()
    path.write_text(written_leaflet("short", "en-GB", date(2026, 1, 1)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def long_leaflet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_long_leaflet(tmp_path_factory.mktemp("long"))


NO_DIARY = [(form, size) for form, size in EVERY if not form.startswith(("diary", "exercise", "easy-read"))]


@pytest.mark.parametrize("form", ["exercise-a4", "exercise-letter"])
def test_a_leaflet_without_pictured_exercises_has_no_sheet_of_them(make: Make, short_leaflet: Path, form: str) -> None:
    with pytest.raises(HandoutError, match="has no exercises with a picture"):
        make(form, "standard", short_leaflet)


@pytest.mark.parametrize("form", ["easy-read-a4", "easy-read-letter"])
def test_a_leaflet_without_an_easy_read_has_none_to_print(make: Make, short_leaflet: Path, form: str) -> None:
    with pytest.raises(HandoutError, match="has no Easy Read"):
        make(form, "large", short_leaflet)


@pytest.mark.parametrize(("form", "size"), [*NO_DIARY, ("a4", "standard"), ("letter", "giant")])
def test_a_very_short_leaflet_is_sound_in_every_form(make: Make, short_leaflet: Path, form: str, size: str) -> None:
    made = make(form, size, short_leaflet)
    assert_sound(made.data, made.plan)
    assert keeps_its_claims(made)


@pytest.mark.parametrize(("form", "size"), [*EVERY, *((form, size) for form in FLAT for size in SIZES)])
def test_a_long_leaflet_with_tables_is_sound_in_every_form(
    make: Make, long_leaflet: Path, form: str, size: str
) -> None:
    made = make(form, size, long_leaflet)
    assert_sound(made.data, made.plan)
    assert keeps_its_claims(made)


@pytest.mark.parametrize("form", ["a4-fold", "a4-sheet", "a4-trifold"])
def test_signs_that_are_sentences_get_no_second_full_stop(make: Make, short_leaflet: Path, form: str) -> None:
    said = tree_text(make(form, "standard", short_leaflet).plan.root)
    assert "help at once here." in said
    assert ".." not in said


def panels(made: Made) -> list[tuple[int, float, float, float]]:
    """(side, left, right, sheet width) of every panel."""
    return [
        (number, p.x, p.x + made.plan.pages[p.page].width, side.width)
        for number, side in enumerate(made.plan.sheets)
        for p in side.placements
        if p.page < len(made.composed.pages)
    ]


@pytest.mark.parametrize("form", ["a5-booklet", "half-letter-booklet", "a4-trifold", "letter-trifold"])
def test_panels_stand_side_by_side_and_fill_the_sheet(make: Make, form: str) -> None:
    made = make(form, "standard")
    for number in range(len(made.plan.sheets)):
        row = sorted((left, right, width) for side, left, right, width in panels(made) if side == number)
        assert row[0][0] == 0
        assert row[-1][1] == pytest.approx(row[-1][2], abs=0.01)
        assert all(a[1] == pytest.approx(b[0], abs=0.01) for a, b in pairwise(row))


@pytest.mark.parametrize("form", ["a4-trifold", "letter-trifold"])
def test_nothing_comes_within_5_mm_of_a_fold(make: Make, form: str) -> None:
    for page in make(form, "standard").composed.pages:
        for placed in page.pieces:
            if isinstance(placed.piece, Rule) or is_tint(placed):  # it may run on over the fold: nothing of it is read
                continue
            width = placed.piece.ink_width if isinstance(placed.piece, TextPiece) else placed.piece.width
            assert placed.x >= mm(5)
            assert placed.x + width <= page.width - mm(5)


def is_tint(put: Placed) -> bool:
    """Whether it is a plain ground behind words."""
    return isinstance(put.piece, Frame) and put.piece.stroke is None and not put.piece.radius


def is_box(put: Placed) -> bool:
    """Whether it is the frame round the help, and no disc or panel."""
    piece = put.piece
    return isinstance(piece, Frame) and piece.stroke is not None and piece.radius < piece.height / 2 - 1


@pytest.mark.parametrize("form", ["a5-booklet", "half-letter-booklet"])
@pytest.mark.parametrize("size", ["standard", "clear"])
def test_a_booklet_has_all_help_on_its_back_and_a_multiple_of_four_pages(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    pages = made.composed.pages
    assert len(pages) % 4 == 0
    assert sum(is_box(p) for p in pages[-1].pieces) == 1
    assert sum(is_box(p) for p in pages[0].pieces) == 1  # where to find it, on the cover
    assert not any(is_box(p) for page in pages[1:-1] for p in page.pieces)
    assert made.plan.duplex == "DuplexFlipShortEdge"


def test_a_booklet_for_screens_has_the_same_pages_one_by_one(make: Make) -> None:
    folded = make("a5-booklet", "standard")
    flat = make("a5-booklet", "standard", LEG_CRAMPS, Options(reading_order=True))
    assert len(flat.plan.sheets) == len(folded.composed.pages) == 2 * len(folded.plan.sheets)
    assert_sound(flat.data, flat.plan)


@pytest.mark.parametrize("form", ["a4-summary", "letter-summary"])
@pytest.mark.parametrize(("size", "most"), [("standard", 2), ("clear", 2), ("large", 4)])
def test_a_summary_is_one_sheet_and_two_at_most_in_large_print(make: Make, form: str, size: str, most: int) -> None:
    assert len(make(form, size).plan.pages) <= most


def test_what_does_not_fit_is_refused_by_how_much(make: Make, tmp_path: Path) -> None:
    text = CRAMPS.read_text(encoding="utf-8")
    for sign in ("sudden trouble breathing or chest pain", "cramps that come more often", "hard or sore"):
        assert sign in text
        text = text.replace(sign, sign + " or a pain that comes and goes" * 15)
    path = write_changed(tmp_path, text)
    with pytest.raises(HandoutError, match=r"\d+ mm \(\d+ lines\) too long"):
        make("a4-trifold", "standard", path)


@pytest.mark.parametrize("form", ["diary-a4", "diary-letter"])
@pytest.mark.parametrize("size", ["standard", "giant"])
def test_diary_rows_are_at_least_10_mm_apart(make: Make, form: str, size: str) -> None:
    for page in make(form, size).plan.pages:
        lines = sorted({round(p.y, 1) for p in page.pieces if isinstance(p.piece, Rule) and p.y > mm(35)})
        writing = [b - a for a, b in pairwise(lines)]
        assert min(writing[:3]) >= mm(10) - 1


@pytest.mark.parametrize("form", ["diary-a4", "diary-letter"])
@pytest.mark.parametrize(("size", "most"), [("large", 3), ("giant", 5)])
def test_a_week_of_entries_fills_its_pages_in_large_print(make: Make, form: str, size: str, most: int) -> None:
    pages = make(form, size).plan.pages
    assert len(pages) <= most
    for page in pages[1:-1]:
        lowest = min(p.y for p in page.pieces if isinstance(p.piece, Rule) and p.y > mm(35))
        assert lowest < page.height * 0.3, "no page ends half empty"


def test_every_week_has_its_own_page_and_is_read_once(make: Make) -> None:
    one, three = make("diary-a4", "standard"), make("diary-a4", "standard", LEG_CRAMPS, Options(weeks=3))
    assert len(three.plan.pages) == 3 * len(one.plan.pages)
    assert_sound(three.data, three.plan)


@pytest.mark.parametrize("form", ["a3-poster", "tabloid-poster"])
def test_a_poster_grows_with_the_distance_it_is_read_from(make: Make, form: str) -> None:
    near, far = (make(form, "standard", LEG_CRAMPS, Options(distance=d)) for d in (1.0, 1.5))
    assert far.plan.smallest_text == pytest.approx(1.5 * near.plan.smallest_text)
    assert far.plan.smallest_text >= 24
    codes = [p for p in far.plan.pages[0].pieces if p.piece.width == p.piece.height == mm(40)]
    assert len(codes) == 1
    assert_sound(near.data, near.plan)


@pytest.mark.parametrize(("form", "cards"), [("card", 4), ("card-letter", 4)])
def test_cards_lie_alike_on_both_sides_and_are_read_once(make: Make, form: str, cards: int) -> None:
    made = make(form, "standard")
    title = made.leaflet.title
    fronts = [p for p in made.plan.pages[0].pieces
              if isinstance(p.piece, TextPiece) and title.startswith(p.piece.lines[0].text.strip())]  # fmt: skip
    assert len(fronts) == cards
    assert sum(p.piece.element is not None for p in fronts) == 1  # type: ignore[attr-defined]
    for page in made.plan.pages:
        left, right = min(p.x for p in page.pieces), max(p.right for p in page.pieces)
        assert left == pytest.approx(page.width - right, abs=0.5), "a turned sheet would not match"


@pytest.mark.parametrize("form", ["a4", "a5-booklet", "a4-trifold", "letter-trifold"])
def test_proof_marks_are_artifacts_and_the_ruler_is_50_mm_long(make: Make, form: str) -> None:
    plain, proof = make(form, "standard"), make(form, "standard", LEG_CRAMPS, Options(proof=True))
    assert_sound(proof.data, proof.plan)
    marks = proof.plan.pages[len(plain.plan.pages) :]
    assert len(marks) == len(proof.plan.sheets)
    assert all(any(isinstance(p.piece, Rule) and p.piece.width == mm(50) for p in page.pieces) for page in marks)
    folds = {"a5-booklet": 1, "a4-trifold": 2, "letter-trifold": 2}.get(form, 0)
    uprights = [p for p in marks[0].pieces if p.piece.height > mm(100) and p.piece.width == 0]
    assert len(uprights) == folds


def test_a_leaflet_without_a_diary_has_none_to_print(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "leg-cramps-ms" / "en-GB.yaml"
    path.parent.mkdir()
    text = LEG_CRAMPS.read_text(encoding="utf-8")
    start, stop = text.index("  - kind: diary"), text.index("  - kind: checklist")
    path.write_text(text[:start] + text[stop:], encoding="utf-8")
    with pytest.raises(HandoutError, match="no diary"):
        make("diary-a4", "standard", path)


def ticks(made: Made) -> list[tuple[int, Placed]]:
    """(side, mark) of every fold tick: what lies on a sheet beside the pages."""
    count = len(made.composed.pages)
    return [
        (number, put)
        for number, side in enumerate(made.plan.sheets)
        for p in side.placements
        if p.page >= count
        for put in made.plan.pages[p.page].pieces
    ]


@pytest.mark.parametrize(("form", "folds"), [("a5-booklet", 1), ("half-letter-booklet", 1), ("a4-trifold", 2),
                                             ("letter-trifold", 2)])  # fmt: skip
def test_ticks_at_both_ends_of_each_fold_stand_on_the_side_that_faces_up(make: Make, form: str, folds: int) -> None:
    made = make(form, "standard")
    side = made.plan.sheets[-1]
    found = ticks(made)
    assert {number for number, _ in found} == {len(made.plan.sheets) - 1}
    assert len({round(put.x, 1) for _, put in found}) == folds
    assert len(found) == 2 * folds
    for _, put in found:
        edge = min(put.y, side.height - put.top)
        assert mm(6.5) <= edge
        assert edge + put.piece.height <= mm(11), "clear of the text"
        assert getattr(put.piece, "element", None) is None, "an artifact"


@pytest.mark.parametrize(
    ("form", "options"), [("a4", Options()), ("card", Options()), ("a4-trifold", Options(reading_order=True))]
)
def test_nothing_that_is_not_folded_has_ticks(make: Make, form: str, options: Options) -> None:
    assert ticks(make(form, "standard", LEG_CRAMPS, options)) == []
