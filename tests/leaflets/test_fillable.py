"""Places to write as fields: named, filled in and read back, and on paper what they are without."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from handoutgen.build import Order, build
from handoutgen.depth import Depth
from handoutgen.errors import HandoutError
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.making import refuse_nothing_to_fill_in
from handoutgen.pdf.reading.fields import FoundField, read_fields
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.verifying.verify import verify
from handoutgen.plan.pages import Plan
from handoutgen.workshop import Workshop
from leaflets.samples import ARABIC, CRAMPS, as_built
from soundness import assert_sound

TODAY = date(2026, 1, 1)
FILLABLE = Options(fillable=True)


def made(workshop: Workshop, form: str, size: str = "standard", options: Options = FILLABLE) -> bytes:
    return build(Order(CRAMPS, None, form, size, TODAY, options=options), workshop).data


def planned(workshop: Workshop, form: str, size: str = "standard", options: Options = FILLABLE) -> Plan:
    loaded, printed, print_size = workshop.leaflet(CRAMPS), parse_printed(form), parse_size(size)
    setting = workshop.setting(loaded, None, printed, print_size, options)
    shown, setting = as_built(loaded.leaflet, setting, printed)
    return lay_out(shown, setting, printed, print_size, options)[0]


def fields_of(data: bytes) -> tuple[FoundField, ...]:
    return read_fields(PdfFile(data))


@pytest.mark.parametrize("size", ["standard", "giant"])
@pytest.mark.parametrize("form", ["write-on-a4", "diary-a4", "exercise-a4"])
def test_forms_that_are_filled_in_are_sound(workshop: Workshop, form: str, size: str) -> None:
    assert_sound(made(workshop, form, size), planned(workshop, form, size))


def test_every_field_is_named_once_and_says_its_row_and_column(workshop: Workshop) -> None:
    fields = fields_of(made(workshop, "diary-a4"))
    names = [field.name for field in fields]
    assert len(set(names)) == len(names) > 20
    assert any("row 3, " in field.said for field in fields)


@pytest.mark.parametrize("form", ["write-on-a4", "diary-a4"])
def test_paper_is_the_same_with_fields_and_without(workshop: Workshop, form: str) -> None:
    """Lines that are a field's lie as much as half a hundredth of a point from those on paper: less than a shade."""

    def pictures(data: bytes) -> list[Any]:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
        return [page.render(scale=1).to_numpy().astype(int) for page in document]

    both = zip(pictures(made(workshop, form)), pictures(made(workshop, form, options=Options())), strict=True)
    assert max(abs(a - b).max() for a, b in both) < 8


def test_the_same_bytes_twice(workshop: Workshop) -> None:
    assert made(workshop, "write-on-a4") == made(Workshop(), "write-on-a4")


def test_what_is_filled_in_is_read_back(workshop: Workshop) -> None:
    with pikepdf.open(io.BytesIO(made(workshop, "write-on-a4"))) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        for field in pdf.Root.AcroForm.Fields:
            field.V = pikepdf.Name.Yes if field.FT == "/Btn" else pikepdf.String("Zażółć")
            if field.FT == "/Btn":
                field.AS = pikepdf.Name.Yes
        saved = io.BytesIO()
        pdf.save(saved)
    with pikepdf.open(saved) as again:
        values = {str(field.V) for field in again.Root.AcroForm.Fields}
    assert values == {"/Yes", "Zażółć"}


@pytest.mark.parametrize("leaflet", [CRAMPS, ARABIC])
def test_what_is_typed_has_the_letters_of_its_language(workshop: Workshop, leaflet: Path) -> None:
    data = build(Order(leaflet, None, "write-on-a4", "standard", TODAY, options=FILLABLE), workshop).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (font,) = pdf.Root.AcroForm.DR.Font.values()
        to_unicode = font.ToUnicode.read_bytes()
    letter = {CRAMPS: "ł", ARABIC: "م"}[leaflet]
    assert f"<{ord(letter):04X}>".encode() in to_unicode


def test_right_to_left_what_is_typed_starts_at_the_right(workshop: Workshop) -> None:
    data = build(Order(ARABIC, None, "write-on-a4", "standard", TODAY, options=FILLABLE), workshop).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert {int(field.get("/Q", 0)) for field in pdf.Root.AcroForm.Fields if field.FT == "/Tx"} == {2}
    with pikepdf.open(io.BytesIO(made(workshop, "write-on-a4"))) as pdf:
        assert not any("/Q" in field for field in pdf.Root.AcroForm.Fields)


@pytest.mark.parametrize(("size", "detail"), [
    ("standard", Depth.FULL), ("giant", Depth.FULL), ("standard", Depth.ESSENTIAL),
])  # fmt: skip
def test_a_whole_leaflet_with_what_is_written_on_is_filled_in(workshop: Workshop, size: str, detail: Depth) -> None:
    options = Options(fillable=True, write_on=True, detail=detail)
    data = made(workshop, "a4", size, options)
    assert_sound(data)
    kinds = {(field.kind, field.many_lines) for field in fields_of(data)}
    assert kinds == {("text", False), ("text", True), ("tick", False)}


@pytest.mark.parametrize("form", ["a5-booklet", "a4-trifold", "card"])
def test_a_form_that_cannot_be_filled_in_says_why(workshop: Workshop, form: str) -> None:
    with pytest.raises(HandoutError, match="filled in on a screen"):
        made(workshop, form)


@pytest.mark.parametrize(
    ("form", "has_tools", "write_on", "remedy"),
    [
        ("a4", True, False, "Leave out --fillable, or add --with write-on, or use --format write-on-a4."),
        ("a4-sheet", True, False,
         "Leave out --fillable, or add --with write-on to a whole leaflet, or use --format write-on-a4."),
        ("a4", True, True, "Leave out --fillable, or use --format write-on-a4."),
        ("a4", False, False, "Leave out --fillable."),
        ("a4", False, True, "Leave out --fillable."),
    ],
)  # fmt: skip
def test_a_form_without_a_place_to_write_says_so_and_advises_what_was_not_done(
    workshop: Workshop, form: str, has_tools: bool, write_on: bool, remedy: str
) -> None:
    plan, leaflet = planned(workshop, "a4", options=Options()), workshop.leaflet(CRAMPS).leaflet
    leaflet = leaflet if has_tools else leaflet.model_copy(update={"tools": ()})
    with pytest.raises(HandoutError, match="nothing to write on") as refused:
        refuse_nothing_to_fill_in(plan, parse_printed(form), leaflet, Options(write_on=write_on))
    assert refused.value.remedy == remedy


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("/TU", pikepdf.String("something else"), "should have the fields"),
        ("/F", 2, "hidden or not printed"),
        ("/Rect", pikepdf.Array([0, 0, 10, 10]), "not where the plan has it"),
        ("/V", pikepdf.String("typed"), "filled in already"),
        ("/A", pikepdf.Dictionary(S=pikepdf.Name.ResetForm), "does something"),
        ("/StructParent", 0, "ParentTree"),
        ("/DA", pikepdf.String("/Helv 12 Tf 0 g"), "font that the form does not have"),
    ],
)
def test_a_damaged_field_is_found(workshop: Workshop, key: str, value: object, said: str) -> None:
    plan = planned(workshop, "diary-a4")
    with pikepdf.open(io.BytesIO(made(workshop, "diary-a4"))) as pdf:
        pdf.Root.AcroForm.Fields[0][key] = value
        saved = io.BytesIO()
        pdf.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    assert any(said in problem for problem in verify(saved.getvalue(), plan)), verify(saved.getvalue(), plan)


def test_a_field_for_several_lines_that_shows_none_is_found(workshop: Workshop) -> None:
    plan = planned(workshop, "write-on-a4")
    with pikepdf.open(io.BytesIO(made(workshop, "write-on-a4"))) as pdf:
        one = next(field for field in pdf.Root.AcroForm.Fields if int(field.get("/Ff", 0)) & 1 << 12)
        one.AP.N.write(b"/Tx BMC\nEMC\n")
        saved = io.BytesIO()
        pdf.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    assert any("does not show its lines" in problem for problem in verify(saved.getvalue(), plan))
