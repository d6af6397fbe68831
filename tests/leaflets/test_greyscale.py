"""Every form holds in grey and wastes no ink: measured from the pixels of its pages, and from its plan's colours."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from greyscale import floods, too_pale
from handoutgen import bounds
from handoutgen.design.colour import GRAPHIC_RATIO, NAMES, TEXT_RATIO, WHITE, Palette, proven_contrast
from handoutgen.formats import FORMATS, SIZES, Options, parse_printed, parse_size
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Leaders, Rule, TextPiece, UprightRule
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.memory import Memory
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Page, Placed, Plan
from handoutgen.workshop import Workshop
from leaflets.conftest import Make

EVERY = [
    (form.name, size.name) for form in FORMATS.values() for size in SIZES.values() if size.base <= form.largest_base
]
ICON = 48
"""How wide icons are drawn; the picture beside a title is no mark that must be told from its ground."""
MEASURED = [*((form, "standard") for form in FORMATS), ("a4-summary", "large"), ("diary-a4", "giant")]
"""From pixels, which takes a while: every form once, and large print where its lines are heavier."""


@pytest.mark.parametrize(("form", "size"), MEASURED)
def test_words_and_lines_keep_their_contrast_in_grey(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    assert too_pale(made.data, made.plan) == []


@pytest.mark.parametrize(("form", "size"), MEASURED)
def test_no_page_is_flooded_with_ink(make: Make, form: str, size: str) -> None:
    made = make(form, size)
    assert floods(made.data, made.plan) == []


def grounds(page: Page, index: int) -> str:
    """What a piece stands on: the last filled frame painted before it under its middle, or the paper."""
    put = page.pieces[index]
    wide = put.piece.ink_width if isinstance(put.piece, TextPiece) else put.piece.width
    x, y = put.x + wide / 2, put.y + put.piece.height / 2
    under = [
        ground.piece.fill
        for ground in page.pieces[:index]
        if isinstance(ground.piece, Frame) and ground.piece.fill
        and ground.x <= x <= ground.right and ground.y <= y <= ground.top
    ]  # fmt: skip
    return under[-1] if under else WHITE


def colours(plan: Plan) -> Iterator[tuple[str, str, float]]:
    """Every colour that means something, what it stands on, and the contrast it needs; names as what they stand for."""
    meant = dict(zip(NAMES, plan.colours, strict=True))
    for colour, ground, least in named_colours(plan):
        yield meant.get(colour, colour), meant.get(ground, ground), least


def named_colours(plan: Plan) -> Iterator[tuple[str, str, float]]:
    """The same with the colours as the plan has them."""
    for page in plan.pages:
        for index, (piece, *_) in enumerate(page.pieces):
            ground = grounds(page, index)
            match piece:
                case TextPiece():
                    yield from ((run.colour, ground, TEXT_RATIO) for line in piece.lines for run in line.runs)
                case Rule() | UprightRule() | Leaders():
                    yield piece.colour, ground, GRAPHIC_RATIO
                case Frame() if piece.stroke:
                    yield piece.stroke, ground, GRAPHIC_RATIO
                case DrawingPiece() if piece.element is None and piece.drawing.width == ICON:
                    for channels in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) RG\b", piece.drawing.operators):
                        yield "#" + "".join(f"{round(255 * float(c)):02x}" for c in channels), ground, GRAPHIC_RATIO
                    for number in re.findall(r"/Pal CS (\d+) SC\b", piece.drawing.operators):
                        yield NAMES[int(number)], ground, GRAPHIC_RATIO


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_every_colour_of_the_plan_holds_in_colour_and_in_grey(make: Make, form: str, size: str) -> None:
    found = set(colours(make(form, size).plan))
    assert len(found) >= 2
    assert [each for each in found if proven_contrast(each[0], each[1]) < each[2]] == []


@pytest.mark.parametrize(("form", "size"), EVERY)
def test_grounds_are_the_palettes_and_in_large_print_none_lies_behind_words(make: Make, form: str, size: str) -> None:
    """From 16 pt on but for a numeral on its disc, and the words in a picture on its panel."""
    made = make(form, size)
    palette = made.setting.palette
    fills = {put.piece.fill for page in made.plan.pages for put in page.pieces if isinstance(put.piece, Frame)} - {None}
    assert fills <= {palette.tint, palette.sand, palette.deep, palette.accent}
    pictured = {id(kid) for e in made.plan.root.walk() if e.role == "Figure" for kid in e.walk()}
    for page in made.plan.pages if made.setting.scale.is_large else ():
        for index, put in enumerate(page.pieces):
            if isinstance(put.piece, TextPiece) and put.piece.lines and grounds(page, index) != WHITE:
                said = " ".join(line.text for line in put.piece.lines)
                assert said.isdigit() or id(put.piece.element) in pictured, said


def painted(make: Make, workshop: Workshop, palette: Palette) -> tuple[bytes, Plan]:
    """The summary in other colours than ours."""
    made = make("a4-summary", "standard")
    setting = replace(made.setting, palette=palette, memory=Memory(bounds.PARTS))
    form, size = parse_printed("a4-summary"), parse_size("standard")
    plan, _ = lay_out(made.leaflet, setting, form, size, Options())
    return render(plan, workshop.fonts), plan


def test_pale_words_and_icons_are_found(make: Make, workshop: Workshop) -> None:
    found = too_pale(*painted(make, workshop, Palette(accent="#9adbe0", deep="#9adbe0")))
    assert any("Key points has" in problem and "needs 7:1" in problem for problem in found)
    assert any("DrawingPiece has" in problem and "needs 3:1" in problem for problem in found)
    assert not any("Draft" in problem for problem in found), "black words are dark enough"


def test_words_just_too_pale_are_found_and_just_dark_enough_are_not(make: Make, workshop: Workshop) -> None:
    assert too_pale(*painted(make, workshop, Palette(accent="#5f5f5f")))
    assert not too_pale(*painted(make, workshop, Palette(accent="#555555")))


def test_lines_too_pale_to_write_on_are_found(make: Make, workshop: Workshop) -> None:
    palette = replace(make("a4-summary", "standard").setting.palette, write="#c0c0c0")
    assert any("Rule has" in problem for problem in too_pale(*painted(make, workshop, palette)))


def test_pale_colours_of_a_plan_are_found(make: Make, workshop: Workshop) -> None:
    _, plan = painted(make, workshop, Palette(accent="#9adbe0"))
    assert ("#9adbe0", WHITE, TEXT_RATIO) in set(colours(plan))
    assert ("#9adbe0", WHITE, GRAPHIC_RATIO) in set(colours(plan))


def test_pale_colours_that_a_plan_names_are_found(make: Make) -> None:
    plan = make("a4-summary", "standard").plan
    pale = replace(plan, colours=("#9adbe0",) * len(plan.colours))
    needed = {least for colour, ground, least in colours(pale) if (colour, ground) == ("#9adbe0", WHITE)}
    assert needed == {TEXT_RATIO, GRAPHIC_RATIO}


@pytest.mark.parametrize(("width", "height", "said"), [(60.0, 60.0, "are solid"), (560.0, 130.0, "of the page is ink")])
def test_a_flood_of_ink_is_found(make: Make, workshop: Workshop, width: float, height: float, said: str) -> None:
    plan = make("a4-summary", "standard").plan
    flood = Placed(Frame(width, height, fill="#00525c"), 20, 20)
    page = replace(plan.pages[0], pieces=(*plan.pages[0].pieces, flood))
    flooded = replace(plan, pages=(page, *plan.pages[1:]))
    assert any(said in problem for problem in floods(render(flooded, workshop.fonts), flooded))
