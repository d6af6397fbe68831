"""The first leaflet for clinics at the edges of what a list holds: no phone, a very long name, the samples."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.build import Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.load import load_clinic
from handoutgen.errors import ContentRefused, UsageProblem
from handoutgen.formats import FORMATS, Options, parse_printed, parse_size
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.pictures.svg import load_drawing
from handoutgen.plan.pages import Plan
from handoutgen.story.promises import fold
from handoutgen.workshop import Workshop
from leaflets.conftest import LEG_CRAMPS, ROOT

TODAY = date(2026, 11, 24)
SAMPLES = sorted((ROOT / "clinics").glob("*.yaml"))
SIZES = ("standard", "clear", "large", "giant")
NO_PHONE = 'id: clinic\nname: Hillside Hospital\nemergency_number: "999"\n'
LONG = "Bassetlaw and Wolverhampton Community Rehabilitation Service with Crisis Resolution and Access Teams "
LONGEST = f"""\
id: clinic
name: {(LONG * 2)[:119]}x
organisation: {(LONG * 2)[:119]}x
address: [{", ".join([LONG.strip()] * 8)}]
phones:
  - {{label: {LONG[:60]}, number: +44 (0)117 496 0123 ext 123456}}
emergency_number: "999"
web: https://clinic.example/{"w" * 200}
"""


FULL_COVER = f"""\
id: clinic
name: Children's and Young People's Neurodisability Service (Hartcliffe, Withywood and Bishopsworth Health Centre)
phones:
  - label: MS nurses
    number: 0117 496 0123
    hours: "Mon–Thu 8.30am–12.30pm and 1.30pm–5pm, Fri 8.30am–12 noon; closed Bank Holidays & 24 Dec–2 Jan"
out_of_hours: {{label: When we are closed, number: 0117 496 0199}}
emergency_number: "999"
web: https://clinic.example/{"w" * 150}
"""


def planned(workshop: Workshop, clinic: Path, form: str, size: str) -> Plan:
    loaded, owner = workshop.leaflet(LEG_CRAMPS), workshop.clinic(clinic)
    setting = workshop.setting(loaded, owner, parse_printed(form), parse_size(size), Options())
    leaflet = for_tags(loaded.leaflet, tags_of(owner.clinic))
    return lay_out(leaflet, setting, parse_printed(form), parse_size(size), Options())[0]


def overlaps(plan: Plan) -> list[str]:
    """Texts on page 1, its footer left out, that stand in each other's way or past the edge of the paper."""
    page = plan.pages[0]
    boxes = [(p.x, p.y, p.x + p.piece.ink_width, p.top, p.piece.lines[0].text) for p in page.pieces
             if isinstance(p.piece, TextPiece) and p.piece.lines and p.piece.element]  # fmt: skip
    found = [box[4] for box in boxes if box[0] < 0 or box[2] > page.width or box[1] < 0 or box[3] > page.height]
    for index, a in enumerate(boxes):
        for b in boxes[index + 1 :]:
            if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1:
                found.append(f"{a[4]!r} over {b[4]!r}")
    return found


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_clinic_without_a_phone_has_every_form(workshop: Workshop, tmp_path: Path, form: str) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(NO_PHONE, encoding="utf-8")
    made = 0
    for size in SIZES:
        try:
            made += len(build(Order(LEG_CRAMPS, path, form, size, TODAY), workshop).data) > 0
        except UsageProblem:
            continue
    assert made


def test_a_clinic_without_a_phone_has_a_line_to_write_it_on(workshop: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(NO_PHONE, encoding="utf-8")
    said = tree_text(planned(workshop, path, "a4", "standard").root)
    assert fold("Call your clinic today") in said
    assert fold("Phone:") in said
    assert fold("Hillside Hospital") in said


def test_a_text_that_needs_the_phone_is_an_error_for_a_clinic_without_one(workshop: Workshop, tmp_path: Path) -> None:
    clinic, leaflet = tmp_path / "clinic.yaml", tmp_path / "en-GB.yaml"
    clinic.write_text(NO_PHONE, encoding="utf-8")
    text = (ROOT / "tests/content/fixtures/leaflet/en-GB.yaml").read_text(encoding="utf-8")
    leaflet.write_text(text.replace("funding: ", "funding: Call {clinic.phone}. ", 1), encoding="utf-8")
    with pytest.raises(ContentRefused) as refused:
        build(Order(leaflet, clinic, "a4", "standard", TODAY), workshop)
    assert "HG110" in {finding.code for finding in refused.value.diagnostics if finding.is_error}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", ["a4", "letter"])
def test_the_longest_name_and_address_stand_in_nothings_way(
    workshop: Workshop, tmp_path: Path, form: str, size: str
) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(LONGEST, encoding="utf-8")
    assert overlaps(planned(workshop, path, form, size)) == []
    build(Order(LEG_CRAMPS, path, form, size, TODAY), workshop)


@pytest.mark.parametrize(("form", "size"), [
    ("a5-booklet", "standard"), ("a5-booklet", "clear"), ("half-letter-booklet", "clear"), ("a4-trifold", "standard"),
    ("letter-trifold", "standard"),
])  # fmt: skip
def test_a_full_cover_keeps_the_numbers_and_gives_up_hours_and_pages(
    workshop: Workshop, tmp_path: Path, form: str, size: str
) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(FULL_COVER, encoding="utf-8")
    plan = planned(workshop, path, form, size)
    assert overlaps(plan) == []
    cover = "".join(
        line.text for put in plan.pages[0].pieces if isinstance(put.piece, TextPiece) for line in put.piece.lines
    )
    assert "0117 496 0123" in cover
    assert "0117 496 0199" in cover
    assert ("wwww" in cover) <= ("12.30pm" in cover), "the page goes before the hours"
    build(Order(LEG_CRAMPS, path, form, size, TODAY), workshop)


def test_a_text_set_over_another_would_be_noticed(workshop: Workshop) -> None:
    plan = planned(workshop, SAMPLES[0], "a4", "standard")
    page = plan.pages[0]
    title = next(p for p in page.pieces if isinstance(p.piece, TextPiece) and p.piece.element)
    spoilt = replace(page, pieces=(*page.pieces, title._replace(x=title.x + 2)))
    assert overlaps(replace(plan, pages=(spoilt, *plan.pages[1:]))) != []


def test_a_character_of_the_clinic_that_no_font_has_is_told_in_its_place(workshop: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(NO_PHONE.replace("Hillside", "Hill北side"), encoding="utf-8")
    with pytest.raises(ContentRefused) as refused:
        build(Order(LEG_CRAMPS, path, "a4", "standard", TODAY), workshop)
    (finding,) = [finding for finding in refused.value.diagnostics if finding.is_error]
    assert (finding.code, finding.span.line, finding.span.column) == ("HG301", 2, 11)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_clinic_is_whole_and_has_a_logo_that_can_be_drawn(workshop: Workshop, path: Path) -> None:
    loaded = load_clinic(path)
    assert loaded.diagnostics == ()
    assert all(loaded.clinic.fields().values())
    assert loaded.clinic.logo is not None
    assert load_drawing(path.parent / loaded.clinic.logo.file).width > 0
    form = "letter" if loaded.clinic.paper == "letter" else "a4"
    assert build(Order(LEG_CRAMPS, path, form, "standard", TODAY), workshop).pages > 1
