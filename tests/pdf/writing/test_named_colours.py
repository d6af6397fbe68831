"""Colours that pages name and the file has once: the same pages for every clinic, each painted in its own colours."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from handoutgen.design.colour import NAMES, palette, parse
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, Rule
from handoutgen.pdf.verifying.verify import VerifyMemory, verify
from handoutgen.pdf.writing.render import render
from handoutgen.pdf.writing.reuse import DrawnMemory
from handoutgen.pdf.writing.syntax import colour_space
from handoutgen.pictures.icons import load_icon
from handoutgen.pictures.model import Drawing, DrawingResources, SeeThrough
from handoutgen.pictures.named_colours import operators_of
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placement, Plan, SheetSide
from handoutgen.text.fontbook import FontBook
from handoutgen.text.model import Run
from pdf.sample_plan import A4, Stack, _plan
from soundness import assert_sound

BRANDS = ("#7a1f3d", "#1d5c36")
SWATCH = 60.0
PALE = Drawing(
    SWATCH,
    SWATCH,
    f"q\n/G1 gs\n{operators_of('accent')[0]}\n0 0 60 60 re\nf\nQ",
    DrawingResources(states=(("G1", SeeThrough(0.5)),)),
)


def plan_in(fonts: FontBook, colours: tuple[str, ...], *more: Drawing) -> Plan:
    """A page with a swatch of each colour by its name, words, a line and an icon in one, and more swatches."""
    root = Element("Document")
    stack = Stack(fonts, *A4, 56.7)
    heading = root.add("H1", "Deep words", bookmark="Deep words")
    stack.text(heading, [Run("Deep words", bold=True, colour="deep")], 22)
    for name in NAMES:
        stack.put(Frame(SWATCH, SWATCH, fill=name))
    stack.put(Rule(stack.measure, 2, "rule", 6))
    stack.put(DrawingPiece(None, load_icon("walking", "accent"), 48, 48))
    for drawing in more:
        stack.put(DrawingPiece(None, drawing, SWATCH, SWATCH))
    plan = _plan(root, stack.finished(), (SheetSide(*A4, (Placement(0),)),), "Simplex")
    return replace(plan, colours=colours)


def swatches(data: bytes, plan: Plan) -> list[tuple[int, ...]]:
    """What PDFium paints in the middle of each swatch, from the top."""
    page = pypdfium2.PdfDocument(data)[0]
    picture = page.render(scale=1).to_numpy()
    found = [placed for placed in plan.pages[0].pieces if placed.piece.width == placed.piece.height == SWATCH]
    rows = [round(A4[1] - placed.y - SWATCH / 2) for placed in found]
    return [tuple(int(channel) for channel in picture[row, round(56.7 + SWATCH / 2)][::-1][-3:]) for row in rows]


def channels(colour: str) -> tuple[int, ...]:
    """From 0 to 255."""
    return tuple(round(255 * channel) for channel in parse(colour))


@pytest.mark.parametrize("brand", [*BRANDS, None, "#000000", "#777777"])
def test_each_name_is_painted_in_the_clinics_colour(brand: str | None, fonts: FontBook) -> None:
    colours = palette(brand).named
    plan = plan_in(fonts, colours)
    data = render(plan, fonts)
    assert verify(data, plan) == ()
    assert_sound(data, plan)
    assert swatches(data, plan) == [channels(colour) for colour in colours]


def test_what_is_see_through_lets_half_of_the_paper_through(fonts: FontBook) -> None:
    colours = palette(BRANDS[0]).named
    plan = plan_in(fonts, colours, PALE)
    data = render(plan, fonts)
    assert verify(data, plan) == ()
    assert swatches(data, plan)[-1] == pytest.approx([(255 + each) / 2 for each in channels(colours[0])], abs=2)


def test_pages_of_clinics_of_two_colours_are_the_same_bytes(fonts: FontBook) -> None:
    files = [pikepdf.open(io.BytesIO(render(plan_in(fonts, palette(brand).named), fonts))) for brand in BRANDS]
    pages = [file.pages[0] for file in files]
    assert pages[0].Contents.read_raw_bytes() == pages[1].Contents.read_raw_bytes()
    spaces = [bytes(page.Resources.ColorSpace.Pal[3]) for page in pages]
    assert spaces == [bytes.fromhex("".join(c[1:] for c in palette(brand).named)) for brand in BRANDS]


def test_a_file_made_after_one_of_another_colour_is_the_same_as_one_made_alone(fonts: FontBook) -> None:
    plan = plan_in(fonts, palette(BRANDS[0]).named)
    memory, read = DrawnMemory(), VerifyMemory()
    for brand in (*BRANDS, *BRANDS):
        turned = replace(plan, colours=palette(brand).named)
        data = render(turned, fonts, memory)
        assert data == render(turned, fonts)
        assert verify(data, turned, read) == ()


def test_greys_stand_over_grey_so_that_they_print_with_black_ink_alone() -> None:
    assert colour_space(("#000000", "#8c8c8c")) == "[/Indexed/DeviceGray 1<008C>]"
    assert colour_space(("#000000", "#8c8c8d")) == "[/Indexed/DeviceRGB 1<0000008C8C8D>]"


def test_a_page_that_names_no_colour_has_no_colour_space(fonts: FontBook) -> None:
    root = Element("Document")
    stack = Stack(fonts, *A4, 56.7)
    heading = root.add("H1", "Black words", bookmark="Black words")
    stack.text(heading, [Run("Black words")], 22)
    data = render(_plan(root, stack.finished(), (SheetSide(*A4, (Placement(0),)),), "Simplex"), fonts)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/ColorSpace" not in pdf.pages[0].Resources


def _another_colour(pdf: pikepdf.Pdf) -> None:
    space = pdf.pages[0].Resources.ColorSpace.Pal
    space[3] = pikepdf.String(bytes([*bytes(space[3])[:-1], 1]))


def _in_another_order(pdf: pikepdf.Pdf) -> None:
    space = pdf.pages[0].Resources.ColorSpace.Pal
    space[3] = pikepdf.String(bytes(space[3])[3:] + bytes(space[3])[:3])


def _none(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Resources["/ColorSpace"]


def _over_another_space(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.ColorSpace.Pal[1] = pikepdf.Name.DeviceCMYK


@pytest.mark.parametrize("sabotage", [_another_colour, _in_another_order, _none, _over_another_space])
def test_a_file_with_other_colours_than_the_clinics_is_found_out(
    sabotage: Callable[[pikepdf.Pdf], None], fonts: FontBook
) -> None:
    plan = plan_in(fonts, palette(BRANDS[0]).named)
    memory = VerifyMemory()
    good = render(plan, fonts)
    assert verify(good, plan, memory) == ()
    with pikepdf.open(io.BytesIO(good)) as pdf:
        sabotage(pdf)
        out = io.BytesIO()
        pdf.save(out)
    assert verify(out.getvalue(), plan, memory) == ("page 1: the colours it names are not the clinic's",)
