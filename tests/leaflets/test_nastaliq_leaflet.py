"""A leaflet in Urdu, drawn in Nastaliq because it was asked for in ur-Aran."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from handoutgen.bilingual import path_beside
from handoutgen.build import Built, build, read_for
from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.library.files import find_leaflet
from handoutgen.making import laid_out, meant
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.pages import Page, Plan
from handoutgen.service.packs import AskedPack, pack_order
from handoutgen.service.requests import Asked, orders_for
from handoutgen.text.fontbook import FontBook
from handoutgen.workshop import Workshop
from leaflets.samples import ROOT
from pdf.copying.copied_sheet import lines_of
from pdf.copying.copied_words import share, words
from pdf.copying.pdf_readers import readers_of_this_machine
from soundness import assert_sound
from text.test_nastaliq import Box, boxes

TODAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def asked(language: str, form: str = "a4", size: str = "standard", beside: str = "") -> Asked:
    return Asked(("leg-cramps-ms",), (), (size,), (form,), (language,), TODAY, None, Options(beside=beside))


def built(workshop: Workshop, language: str, form: str = "a4", beside: str = "") -> Built:
    (order,) = orders_for(asked(language, form, beside=beside), ROOT)
    return build(order, workshop)


def plan_of(workshop: Workshop, form: str, size: str = "standard") -> Plan:
    (order,) = orders_for(asked("ur-Aran", form, size), ROOT)
    read, _ = read_for(order, workshop)
    output = parse_printed(form)
    return laid_out(read, output, parse_size(size), meant(read, output, order.options), workshop).plan


def faces_in(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = (font for page in pdf.pages for font in page.Resources.Font.values())
        return {str(font.BaseFont).partition("+")[2] for font in fonts}


def test_the_tag_takes_the_file_of_the_same_words_and_another_font(workshop: Workshop) -> None:
    handed, plain = built(workshop, "ur-Aran", "diary-a4"), built(workshop, "ur", "diary-a4")
    assert handed.order.leaflet == plain.order.leaflet == find_leaflet("leg-cramps-ms", ROOT, "ur")
    assert handed.file_name == plain.file_name.replace("_ur_", "_ur-Aran_")
    assert any("Nastaliq" in name for name in faces_in(handed.data))
    assert not any("Vazirmatn" in name for name in faces_in(handed.data))
    assert not any("Nastaliq" in name for name in faces_in(plain.data))


def test_who_listens_is_told_urdu(workshop: Workshop) -> None:
    with pikepdf.open(io.BytesIO(built(workshop, "ur-Aran", "diary-a4").data)) as pdf:
        assert str(pdf.Root.Lang) == "ur"
    page = built(workshop, "ur-Aran", "html").data.decode()
    assert '<html lang="ur" dir="rtl"' in page


def test_urdu_is_the_same_to_the_byte_after_nastaliq_was_made(workshop: Workshop) -> None:
    fresh = built(Workshop(), "ur", "write-on-a4").data
    built(workshop, "ur-Aran", "write-on-a4")
    assert built(workshop, "ur", "write-on-a4").data == fresh


def test_a_file_may_say_it_itself(tmp_path: Path) -> None:
    folder = tmp_path / "handouts" / "leg-cramps-ms"
    shutil.copytree(ROOT / "handouts" / "leg-cramps-ms", folder)
    text = (folder / "ur.yaml").read_text(encoding="utf-8").replace("language: ur\n", "language: ur-Aran\n", 1)
    (folder / "ur-Aran.yaml").write_text(text, encoding="utf-8", newline="\n")
    (order,) = orders_for(asked("ur-Aran", "diary-a4"), tmp_path)
    assert order.leaflet.name == "ur-Aran.yaml"
    made = build(order, Workshop())
    assert "_ur-Aran_" in made.file_name
    assert any("Nastaliq" in name for name in faces_in(made.data))
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert str(pdf.Root.Lang) == "ur"


@pytest.mark.parametrize("tag", ["pa-Aran", "en-Aran", "hi-Aran"])
def test_a_language_that_is_not_there_is_refused_with_those_that_are(tag: str) -> None:
    with pytest.raises(UsageProblem, match=f'not there in "{tag}"') as refused:
        orders_for(asked(tag), ROOT)
    assert "ur" in str(refused.value.remedy)


def test_a_pack_is_asked_in_the_same_way() -> None:
    order = pack_order(AskedPack(("leg-cramps-ms",), None, TODAY, language="ur-Aran"), ROOT)
    assert [(each.leaflet.name, each.options.hand) for each in order.orders] == [("ur.yaml", "Aran")]


def test_it_can_stand_beside_another_language_and_not_beside_itself(workshop: Workshop) -> None:
    first = built(workshop, "en-GB", beside="ur-Aran")
    assert any("Nastaliq" in name for name in faces_in(first.data))
    with pytest.raises(UsageProblem, match="already"):
        path_beside(find_leaflet("leg-cramps-ms", ROOT, "ur"), "ur-Aran")


def test_a_form_without_room_says_so(workshop: Workshop) -> None:
    with pytest.raises(HandoutError, match="does not fit on the Wallet cards"):
        built(workshop, "ur-Aran", "card")


def ink_on(page: Page, fonts: FontBook) -> Iterator[tuple[int, int, Box]]:
    """The box of each glyph on a page, with its piece and line."""
    for number, placed in enumerate(page.pieces):
        piece = placed.piece
        if isinstance(piece, TextPiece):
            for row, line in enumerate(piece.lines):
                y = placed.y + piece.height - piece.baseline - row * piece.leading
                for left, right, low, high in boxes(line, fonts):
                    yield number, row, (left + placed.x, right + placed.x, low + y, high + y)


def met(page: Page, fonts: FontBook) -> int:
    """How many glyphs of one line reach into the box of a glyph of another."""
    return sum(
        a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]
        for (piece, row, a), (other, another, b) in combinations(ink_on(page, fonts), 2)
        if (piece, row) != (other, another)
    )


@pytest.mark.parametrize(("form", "size"), [("a4", "standard"), ("a4", "large"), ("exercise-a4", "standard")])
def test_no_mark_on_any_page_touches_another_line(workshop: Workshop, form: str, size: str) -> None:
    plan = plan_of(workshop, form, size)
    assert [met(page, workshop.fonts) for page in plan.pages] == [0] * len(plan.pages)


def test_with_the_baselines_of_other_scripts_they_would_touch(workshop: Workshop) -> None:
    page = plan_of(workshop, "a4").pages[0]
    pieces = tuple(
        placed._replace(piece=replace(placed.piece, leading=placed.piece.size * 1.3))
        if isinstance(placed.piece, TextPiece) else placed
        for placed in page.pieces
    )  # fmt: skip
    assert met(replace(page, pieces=pieces), workshop.fonts)


def test_its_words_can_be_copied_and_searched(workshop: Workshop, tmp_path: Path) -> None:
    plan = plan_of(workshop, "a4")
    data = render(plan, workshop.fonts)
    assert verify(data, plan) == ()
    assert_sound(data, plan)
    path, lines = tmp_path / "nastaliq.pdf", lines_of(plan)
    path.write_bytes(data)
    for name, read in readers_of_this_machine().items():
        # PDFium loses the space between a bold lead-in with a colon and what follows it.
        needed = 0.97 if name == "PDFium" else 0.98
        assert share([words(line) for line in lines], words(read(path))) >= needed, name


def test_web_page_and_book_bring_the_font_and_its_leading(workshop: Workshop) -> None:
    page = built(workshop, "ur-Aran", "html").data.decode()
    assert "font-family:leaflet-nastaliq" in page
    assert "line-height:2.4" in page
    with zipfile.ZipFile(io.BytesIO(built(workshop, "ur-Aran", "epub").data)) as book:
        sheet = book.read("EPUB/book.css").decode()
    assert "leaflet-nastaliq" in sheet
    assert "line-height:2.4" in sheet
    plain = built(workshop, "ur", "html").data.decode()
    assert "nastaliq" not in plain
    assert "2.4!important" not in plain
