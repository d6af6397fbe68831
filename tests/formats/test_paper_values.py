"""Every printed form in millimetres or inches, and what is said of one that cannot be had."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from handoutgen.errors import UsageProblem
from handoutgen.formats import (
    FORMATS,
    SIZES,
    Format,
    Options,
    on_both_papers,
    on_paper,
    parse_format,
    parse_size,
    refuse,
)
from handoutgen.formats.paper import A4_HEIGHT, A4_WIDTH, LETTER_HEIGHT, LETTER_WIDTH, Scaled

LONG_EDGE, SHORT_EDGE = "DuplexFlipLongEdge", "DuplexFlipShortEdge"
NAMES = (
    "a4, letter, a5-booklet, half-letter-booklet, a4-trifold, letter-trifold, a4-fold, letter-fold, a4-summary, "
    "letter-summary, a4-sheet, letter-sheet, exercise-a4, exercise-letter, easy-read-a4, easy-read-letter, "
    "write-on-a4, write-on-letter, diary-a4, "
    "diary-letter, a3-poster, tabloid-poster, card, card-letter, a6-card, a6-card-letter"
)


def points(millimetres: float) -> float:
    """An inch is 25.4 mm and 72 pt."""
    return round(millimetres / 25.4 * 72, 2)


FORMS: Mapping[str, tuple[object, ...]] = {
    # name: title, family, paper, width and height of a page, how the printer turns the sheet, largest body, instead
    "a4": ("A4 leaflet", "leaflet", "a4", points(210), points(297), LONG_EDGE, 36, "a4"),
    "letter": ("Letter leaflet", "leaflet", "letter", 612, 792, LONG_EDGE, 36, "letter"),
    "a5-booklet": ("A5 booklet", "booklet", "a4", points(148.5), points(210), SHORT_EDGE, 14, "a4"),
    "half-letter-booklet": ("Half-letter booklet", "booklet", "letter", 396, 612, SHORT_EDGE, 14, "letter"),
    "a4-trifold": ("Folded A4 leaflet", "trifold", "a4", points(100), points(210), SHORT_EDGE, 12, "a4"),
    "letter-trifold": ("Folded Letter leaflet", "trifold", "letter", 265.5, 612, SHORT_EDGE, 12, "letter"),
    "a4-fold": ("A4 folded once", "fold", "a4", points(148.5), points(210), SHORT_EDGE, 12, "a4"),
    "letter-fold": ("Letter folded once", "fold", "letter", 396, 612, SHORT_EDGE, 12, "letter"),
    "a4-summary": ("A4 summary", "summary", "a4", points(210), points(297), LONG_EDGE, 18, "a4"),
    "letter-summary": ("Letter summary", "summary", "letter", 612, 792, LONG_EDGE, 18, "letter"),
    "a4-sheet": ("A4 sheet", "sheet", "a4", points(210), points(297), LONG_EDGE, 12, "a4"),
    "letter-sheet": ("Letter sheet", "sheet", "letter", 612, 792, LONG_EDGE, 12, "letter"),
    "exercise-a4": ("A4 exercises", "exercise", "a4", points(210), points(297), LONG_EDGE, 36, "exercise-a4"),
    "exercise-letter": ("Letter exercises", "exercise", "letter", 612, 792, LONG_EDGE, 36, "exercise-letter"),
    "easy-read-a4": ("A4 Easy Read", "easy-read", "a4", points(210), points(297), LONG_EDGE, 36, "easy-read-a4"),
    "easy-read-letter": ("Letter Easy Read", "easy-read", "letter", 612, 792, LONG_EDGE, 36, "easy-read-letter"),
    "write-on-a4": ("A4 sheet to write on", "write-on", "a4", points(210), points(297), LONG_EDGE, 36, "write-on-a4"),
    "write-on-letter": ("Letter sheet to write on", "write-on", "letter", 612, 792, LONG_EDGE, 36, "write-on-letter"),
    "diary-a4": ("A4 diary", "diary", "a4", points(210), points(297), LONG_EDGE, 36, "diary-a4"),
    "diary-letter": ("Letter diary", "diary", "letter", 612, 792, LONG_EDGE, 36, "diary-letter"),
    "a3-poster": ("A3 poster", "poster", "a4", points(297), points(420), "Simplex", 12, "a4"),
    "tabloid-poster": ("Tabloid poster", "poster", "letter", 792, 1224, "Simplex", 12, "letter"),
    "card": ("Wallet cards", "card", "a4", points(210), points(297), SHORT_EDGE, 12, "a4"),
    "card-letter": ("Wallet cards on Letter", "card", "letter", 612, 792, SHORT_EDGE, 12, "letter"),
    "a6-card": ("A6 cards", "a6-card", "a4", points(210), points(297), LONG_EDGE, 12, "a4"),
    "a6-card-letter": ("Quarter Letter cards", "a6-card", "letter", 612, 792, LONG_EDGE, 12, "letter"),
}

SPECIAL: Mapping[str, Mapping[str, object]] = {
    # What a form has beside these; the others are flat, without panels, margin or scale of their own.
    "a5-booklet": {"imposition": "booklet", "margin": points(15)},
    "half-letter-booklet": {"imposition": "booklet", "margin": points(14)},
    "a4-trifold": {"imposition": "trifold", "margin": points(8), "panels": (points(100), points(100), points(97))},
    "letter-trifold": {"imposition": "trifold", "margin": points(7), "panels": (265.5, 265.5, 261)},
    "a4-fold": {"imposition": "booklet", "margin": points(12)},
    "letter-fold": {"imposition": "booklet", "margin": points(11)},
    "a3-poster": {"margin": points(22), "own_scale": Scaled(fixed=0.0, per_metre=16.0)},
    "tabloid-poster": {"margin": points(20), "own_scale": Scaled(fixed=0.0, per_metre=16.0)},
    "card": {"own_scale": Scaled(fixed=10.0, per_metre=0.0)},
    "card-letter": {"own_scale": Scaled(fixed=10.0, per_metre=0.0)},
    "a6-card": {"own_scale": Scaled(fixed=12.0, per_metre=0.0)},
    "a6-card-letter": {"own_scale": Scaled(fixed=12.0, per_metre=0.0)},
}
PLAIN: Mapping[str, object] = {"imposition": "flat", "margin": None, "panels": (), "own_scale": None}


def test_the_forms_are_offered_in_this_order() -> None:
    assert ", ".join(FORMATS) == NAMES


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_of_its_paper_and_of_this_size(name: str) -> None:
    form = FORMATS[name]
    size = (round(form.page_width, 2), round(form.page_height, 2))
    assert form.name == name
    assert (form.title, form.family, form.paper, *size, form.duplex, form.largest_base, form.instead) == FORMS[name]


@pytest.mark.parametrize("name", FORMS)
def test_only_folded_and_own_scale_forms_differ_from_a_flat_leaflet(name: str) -> None:
    form = FORMATS[name]
    rounded = {
        "imposition": form.imposition,
        "margin": None if form.margin is None else round(form.margin, 2),
        "panels": tuple(round(panel, 2) for panel in form.panels),
        "own_scale": form.own_scale,
    }
    assert rounded == {**PLAIN, **SPECIAL.get(name, {})}


def test_easy_read_alone_has_a_least_size_and_is_made_in_large_print_where_a_smaller_one_is_asked_for() -> None:
    assert {name for name, form in FORMATS.items() if form.least_base} == {"easy-read-a4", "easy-read-letter"}
    form = FORMATS["easy-read-a4"]
    asked = [SIZES["standard"], SIZES["clear"], parse_size("16"), SIZES["large"], SIZES["giant"]]
    assert [form.in_print(size).base for size in asked] == [18, 18, 16, 18, 24]
    assert FORMATS["a4"].in_print(SIZES["standard"]) is SIZES["standard"]


def test_papers_are_of_iso_and_american_size() -> None:
    assert (round(A4_WIDTH, 2), round(A4_HEIGHT, 2)) == (595.28, 841.89)
    assert (LETTER_WIDTH, LETTER_HEIGHT) == (612, 792)


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("a4", points(210), points(297)), ("a5-booklet", points(297), points(210)), ("half-letter-booklet", 792, 612),
     ("a4-trifold", points(297), points(210)), ("letter-trifold", 792, 612), ("a3-poster", points(297), points(420))],
)  # fmt: skip
def test_a_sheet_holds_all_pages_or_panels_that_lie_side_by_side(name: str, width: float, height: float) -> None:
    sheet_width, sheet_height = FORMATS[name].sheet
    assert (round(sheet_width, 2), round(sheet_height, 2)) == (width, height)


@pytest.mark.parametrize(
    ("name", "size", "distance", "base"),
    [("a4", "standard", 1.5, 12), ("a4", "giant", 1.5, 24), ("a5-booklet", "clear", 2.0, 14),
     ("card", "standard", 1.5, 10), ("card-letter", "giant", 2.0, 10), ("a3-poster", "standard", 1.0, 16),
     ("a3-poster", "giant", 1.5, 24), ("tabloid-poster", "standard", 2.0, 32), ("a3-poster", "standard", 1.03, 16.5)],
)  # fmt: skip
def test_the_body_size_is_that_asked_for_or_the_forms_own(name: str, size: str, distance: float, base: float) -> None:
    assert FORMATS[name].base(SIZES[size], Options(distance=distance)) == base


TWINS = [
    ("a4", "letter"), ("a5-booklet", "half-letter-booklet"), ("a4-trifold", "letter-trifold"),
    ("a4-summary", "letter-summary"), ("diary-a4", "diary-letter"), ("a3-poster", "tabloid-poster"),
    ("card", "card-letter"), ("a6-card", "a6-card-letter"),
]  # fmt: skip


@pytest.mark.parametrize(("iso", "letter"), TWINS)
def test_twins_are_the_same_form_on_the_two_papers(iso: str, letter: str) -> None:
    assert on_both_papers(iso) == on_both_papers(letter) == (iso, letter)
    assert (on_paper(letter, "a4"), on_paper(letter, "letter")) == (iso, letter)


def test_what_is_not_on_paper_has_no_twin() -> None:
    assert (on_paper("text", "a4"), on_paper("text", "letter")) == ("text", "text")
    assert on_both_papers("text") == ("text",)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_a_pdf_for_each_print_size_unless_it_has_a_scale_of_its_own(name: str) -> None:
    assert FORMATS[name].suffix == ".pdf"
    assert FORMATS[name].is_sized is ("poster" not in name and "card" not in name)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_found_by_its_name(name: str) -> None:
    assert parse_format(name) is FORMATS[name]


@pytest.mark.parametrize(
    ("text", "guess"),
    [("a4-booklet", 'Did you mean "a5-booklet"? '), ("postcard", 'Did you mean "card"? '), ("wall paper", "")],
)
def test_a_form_that_there_is_not_gets_the_nearest_if_one_is_near(text: str, guess: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        parse_format(text)
    assert caught.value.message == f'There is no format "{text}".'
    assert caught.value.remedy.startswith(f"{guess}The formats are: {NAMES}")


@pytest.mark.parametrize(
    ("name", "largest"),
    [("a5-booklet", "clear"), ("a4-trifold", "standard"), ("card", "standard"), ("a4-summary", "large"),
     ("a4", "giant")],
)  # fmt: skip
def test_the_largest_size_that_fits_is_not_refused(name: str, largest: str) -> None:
    refuse(FORMATS[name], SIZES[largest])
    larger = [size for size in SIZES.values() if size.base > SIZES[largest].base]
    for size in larger:
        with pytest.raises(UsageProblem):
            refuse(FORMATS[name], size)


@pytest.mark.parametrize(
    ("name", "size", "remedy"),
    [
        ("a4-trifold", "clear", "Use --format a4 --size clear, or this format in standard."),
        ("a5-booklet", "large", "Use --format a4 --size large, or this format in standard or clear."),
        ("letter-summary", "giant", "Use --format letter --size giant, or this format in standard or clear or large."),
        ("card-letter", "clear", "Leave out --size, or use --format letter --size clear."),
        ("a3-poster", "giant", "Leave out --size, or use --format a4 --size giant."),
    ],
)
def test_a_size_that_is_too_large_is_refused_with_every_choice_there_is(name: str, size: str, remedy: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        refuse(FORMATS[name], SIZES[size])
    assert caught.value.remedy == remedy
    assert caught.value.message.startswith(FORMATS[name].title)


@pytest.mark.parametrize("name", FORMS)
def test_the_forms_of_a_family_share_its_composition(name: str) -> None:
    assert FORMATS[name].composed_as == FORMATS[name].family


def test_a_form_may_be_composed_as_another_familys_are() -> None:
    slip = Format("slip", "Slip", "slip", "a4", 200, 300, "Simplex", 14, "a4", composition="summary")
    assert slip.composed_as == "summary"


def test_forms_are_shared_and_cannot_be_changed() -> None:
    form: Any = FORMATS["card"]
    with pytest.raises(AttributeError):
        form.title = "Other cards"
    with pytest.raises(AttributeError):
        form.own_scale.fixed = 10.0
    with pytest.raises(TypeError):
        FORMATS["slip"] = form  # type: ignore[index]


def test_a_form_needs_no_more_than_a_name_a_paper_and_its_measures() -> None:
    slip = Format("slip", "Slip", "leaflet", "a4", 200, 300, "Simplex", 14, "a4")
    assert (slip.sheet, slip.imposition, slip.panels, slip.margin, slip.own_scale) == (
        (200, 300),
        "flat",
        (),
        None,
        None,
    )
