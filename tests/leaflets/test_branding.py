"""What a clinic's file says stands on the page: logo, numbers, panel, code, approvals, and the way it writes dates."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from handoutgen.build import Built, Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.load import load_leaflet
from handoutgen.diagnostics import Severity
from handoutgen.errors import ContentRefused
from handoutgen.examining import examine, examine_clinic
from handoutgen.formats import FORMATS, Options, parse_printed, parse_size
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.layout.nothing_lost import lost_contact, tree_text
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Plan
from handoutgen.story.addresses import printed_address
from handoutgen.story.printed_words import clinic_texts
from handoutgen.workshop import Workshop
from leaflets.samples import as_built
from soundness import assert_sound

ROOT = Path(__file__).parents[2]
LEAFLET = ROOT / "handouts" / "leg-cramps-ms" / "en-GB.yaml"
CLINICS = sorted((ROOT / "clinics").glob("*.yaml"))
RIVERSIDE = ROOT / "clinics" / "riverside-neurology.yaml"
US = next(path for path in CLINICS if "en-US" in path.read_text(encoding="utf-8"))
TODAY = date(2026, 12, 1)
REVIEW = load_leaflet(LEAFLET).leaflet.review
DAY_FIRST = f"{REVIEW.published.day} {REVIEW.published:%B %Y}"
MONTH_FIRST = f"{REVIEW.published:%B} {REVIEW.published.day}, {REVIEW.published.year}"
APPROVAL = "approvals:\n  - {leaflet: leg-cramps-ms, version: '%s', role: Consultant neurologist, date: 2026-11-30}\n"
FORMS = ("a4", "letter", "a5-booklet", "a4-trifold", "a4-summary", "letter-summary", "a3-poster", "card", "diary-a4")


def made(workshop: Workshop, clinic: Path, form: str = "a4", size: str = "standard") -> Built:
    return build(Order(LEAFLET, clinic, form, size, TODAY), workshop)


def planned(workshop: Workshop, clinic: Path | None, form: str = "a4", size: str = "standard") -> Plan:
    loaded = workshop.leaflet(LEAFLET)
    whose = workshop.clinic(clinic) if clinic else None
    setting = workshop.setting(loaded, whose, parse_printed(form), parse_size(size), Options())
    leaflet = for_tags(loaded.leaflet, tags_of(whose.clinic if whose else None))
    leaflet, setting = as_built(leaflet, setting, parse_printed(form))
    return lay_out(leaflet, setting, parse_printed(form), parse_size(size), Options())[0]


def copied(clinic: Path, folder: Path, *changes: tuple[str, str], more: str = "") -> Path:
    """The clinic in another folder, its logo with it, and some of its words changed."""
    text = clinic.read_text(encoding="utf-8")
    for old, new in changes:
        assert re.search(old, text), old
        text = re.sub(old, new, text)
    for beside in clinic.parent.glob(f"{clinic.stem}.*"):
        (folder / beside.name).write_bytes(beside.read_bytes())
    path = folder / clinic.name
    path.write_text(text + more, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("clinic", CLINICS, ids=lambda path: path.stem)
def test_every_sample_clinic_gets_every_form_sound(workshop: Workshop, clinic: Path, form: str) -> None:
    built = made(workshop, clinic, form)
    assert_sound(built.data, planned(workshop, clinic, form))
    assert not [finding for finding in built.diagnostics if finding.is_error]


@pytest.mark.parametrize("size", ["clear", "large", "giant"])
@pytest.mark.parametrize("form", ["a4", "letter", "letter-summary"])
def test_larger_print_too(workshop: Workshop, form: str, size: str) -> None:
    if form.endswith("summary") and size == "giant":
        pytest.skip("a summary has no giant print")
    assert_sound(made(workshop, RIVERSIDE, form, size).data, planned(workshop, RIVERSIDE, form, size))


@pytest.mark.parametrize("form", ["a4", "a5-booklet"])
def test_all_that_the_clinic_says_for_readers_is_in_every_whole_leaflet(workshop: Workshop, form: str) -> None:
    for path in CLINICS:
        clinic = workshop.clinic(path).clinic
        said = tree_text(planned(workshop, path, form).root)
        assert [text for _, text in clinic_texts(clinic, clinic.fields()) if " ".join(text.split()) not in said] == []


def test_a_number_that_is_left_out_stops_the_build(workshop: Workshop) -> None:
    loaded, clinic = workshop.leaflet(LEAFLET), workshop.clinic(RIVERSIDE)
    setting = workshop.setting(loaded, clinic, parse_printed("a4"), parse_size("standard"), Options())
    plan, composed = lay_out(loaded.leaflet, setting, parse_printed("a4"), parse_size("standard"), Options())
    assert lost_contact(plan, setting, composed) == ()
    contact = next(e for e in plan.root.kids if e.ident == "contact")
    line = next(e for e in contact.walk() if "0117 496 0150" in (e.text or ""))
    line.text = line.text.replace("0150", "0151") if line.text else None
    assert any("0117 496 0150" in finding for finding in lost_contact(plan, setting, composed))


def test_a_logo_that_only_says_the_name_again_is_not_read_out(workshop: Workshop) -> None:
    clinic = workshop.clinic(RIVERSIDE).clinic
    assert clinic.logo is not None
    assert clinic.logo.alt == clinic.name
    alts = [e.alt for e in planned(workshop, RIVERSIDE).root.walk() if e.role == "Figure"]
    assert clinic.name not in alts


def test_a_logo_that_says_more_is_a_figure_with_the_clinics_words(workshop: Workshop, tmp_path: Path) -> None:
    text = RIVERSIDE.read_text(encoding="utf-8").replace("alt: Riverside Neurology Clinic", "alt: A heron by a river")
    path = tmp_path / RIVERSIDE.name
    path.write_text(text, encoding="utf-8")
    logo = RIVERSIDE.with_suffix(".svg")
    (tmp_path / logo.name).write_bytes(logo.read_bytes())
    figures = [e for e in planned(workshop, path).root.walk() if e.role == "Figure"]
    assert figures[0].alt == "A heron by a river"


def test_the_code_leads_to_the_clinics_page(workshop: Workshop) -> None:
    built = made(workshop, RIVERSIDE)
    pages = pypdfium2.PdfDocument(io.BytesIO(built.data))
    found = [code.text for page in pages for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]
    assert found == [workshop.clinic(RIVERSIDE).clinic.web]


def codes_in(data: bytes) -> set[str]:
    pages = pypdfium2.PdfDocument(io.BytesIO(data))
    return {code.text for page in pages for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())}


def with_site(folder: Path, site: str, *, page: bool = True) -> Path:
    """Riverside with a site for its leaflets, with a page of its own or without."""
    text = RIVERSIDE.read_text(encoding="utf-8")
    path = folder / RIVERSIDE.name
    path.write_text(text if page else re.sub(r"(?m)^web: .*\n", "", text), encoding="utf-8")
    path.write_text(f"{path.read_text(encoding='utf-8')}leaflets_at: {site}\n", encoding="utf-8")
    (folder / "riverside-neurology.svg").write_bytes(RIVERSIDE.with_suffix(".svg").read_bytes())
    return path


@pytest.mark.parametrize("form", ["a4", "a4-summary", "a4-sheet", "a3-poster", "a4-trifold", "a4-fold", "a5-booklet"])
def test_with_a_site_the_code_leads_to_the_leaflets_own_page(workshop: Workshop, tmp_path: Path, form: str) -> None:
    path = with_site(tmp_path, "https://leaflets.riverside.example")
    built = build(Order(LEAFLET, path, form, "standard", TODAY), workshop)
    page = "https://leaflets.riverside.example/riverside-neurology/leg-cramps-ms/en-GB/"
    version = workshop.leaflet(LEAFLET).leaflet.review.version
    assert codes_in(built.data) <= {f"{page}#v={version}"}
    before = codes_in(build(Order(LEAFLET, RIVERSIDE, form, "standard", TODAY), workshop).data)
    assert bool(codes_in(built.data)) == bool(before)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_long_address_of_a_site_fits_every_form(workshop: Workshop, tmp_path: Path, form: str) -> None:
    site = "https://leaflets.riverside-community-health.example/patients"
    for page in (True, False):
        path = with_site(tmp_path, site, page=page)
        built = build(Order(LEAFLET, path, form, "standard", TODAY), workshop)
        assert all(code.startswith(site) for code in codes_in(built.data))


def test_without_a_clinic_there_is_no_panel_and_a_neutral_offer(workshop: Workshop) -> None:
    root = planned(workshop, None).root
    assert not [e for e in root.kids if e.ident == "contact" and e.role == "Sect"]
    assert "Ask your clinic for this leaflet in large print" in tree_text(root)


def test_who_is_ill_at_night_finds_the_line_for_then_in_the_help_box(workshop: Workshop, tmp_path: Path) -> None:
    for form, size in (("a4", "standard"), ("a4", "clear"), ("a4", "large"), ("a5-booklet", "standard")):
        box = in_help(planned(workshop, RIVERSIDE, form, size).root)
        assert "When we are closed, call 0117 496 0199." in box
    day_only = copied(RIVERSIDE, tmp_path, (r"out_of_hours:\n(  .*\n)+", ""))
    assert "closed" not in in_help(planned(workshop, day_only).root)


def in_help(root: Element) -> str:
    return tree_text(next(e for e in root.kids if e.ident == "help"))


def test_the_help_box_stays_on_page_1_for_the_sample_clinics_on_a4(workshop: Workshop) -> None:
    for path in CLINICS:
        plan = planned(workshop, path)
        box = {id(e) for e in next(e for e in plan.root.kids if e.ident == "help").walk()}
        first = [placed.piece for placed in plan.pages[0].pieces]
        assert any(id(getattr(piece, "element", None)) in box for piece in first), path.stem


@pytest.mark.parametrize("size", ["standard", "clear"])
@pytest.mark.parametrize("form", ["a4", "letter", "a5-booklet", "half-letter-booklet"])
@pytest.mark.parametrize("clinic", [None, *CLINICS], ids=lambda path: path.stem if path else "none")
def test_a_charts_head_is_never_alone_on_a_page(workshop: Workshop, clinic: Path | None, form: str, size: str) -> None:
    plan = planned(workshop, clinic, form, size)
    tables = [e for e in plan.root.walk() if e.role == "Table"]
    assert tables or (form, size) == ("half-letter-booklet", "clear"), "there it is a form for each entry"
    for table in tables:
        heads, cells = (pages_with(plan, table, role) for role in ("TH", "TD"))
        assert not cells or max(heads) >= min(cells)


def pages_with(plan: Plan, table: Element, role: str) -> set[int]:
    """The pages on which a table has cells of a role."""
    of_it = {id(kid) for cell in table.walk() if cell.role == role for kid in cell.walk()}
    pages = enumerate(plan.pages)
    return {n for n, page in pages for p in page.pieces if id(getattr(p.piece, "element", None)) in of_it}


def test_a_name_may_hold_characters_that_only_steer_where_lines_part(workshop: Workshop, tmp_path: Path) -> None:
    name = "name: River\u00adside Neuro\u200blogy Clinic"
    steered = copied(RIVERSIDE, tmp_path, ("name: Riverside Neurology Clinic", name))
    built = made(workshop, steered)
    text = pypdfium2.PdfDocument(io.BytesIO(built.data))[0].get_textpage().get_text_range()
    assert "Riverside Neurology Clinic" in text


# -- approvals -------------------------------------------------------------------------------------------------------


def test_a_draft_says_so_until_the_clinic_approves_this_very_version(workshop: Workshop, tmp_path: Path) -> None:
    assert "Draft: not yet approved by a clinic" in tree_text(planned(workshop, RIVERSIDE).root)
    approved = copied(RIVERSIDE, tmp_path, more=APPROVAL % REVIEW.version)
    said = tree_text(planned(workshop, approved).root)
    assert "Draft" not in said
    assert "Approved by Riverside Neurology Clinic (Consultant neurologist), 30 November 2026" in said


def test_another_version_approved_is_told_and_the_page_still_says_draft(workshop: Workshop, tmp_path: Path) -> None:
    path = copied(RIVERSIDE, tmp_path, more=APPROVAL % "0.9")
    assert "Draft: not yet approved by a clinic" in tree_text(planned(workshop, path).root)
    found = examine(workshop.leaflet(LEAFLET), workshop.clinic(path), TODAY, workshop)
    [note] = [finding for finding in found if finding.code == "HG120"]
    assert note.severity is Severity.NOTE
    assert f"version 0.9 of leg-cramps-ms; this is version {REVIEW.version}" in note.message
    none = examine(workshop.leaflet(LEAFLET), workshop.clinic(RIVERSIDE), TODAY, workshop)
    assert "HG120" not in [finding.code for finding in none]


# -- locale ----------------------------------------------------------------------------------------------------------


def test_dates_and_the_emergency_number_follow_the_clinics_locale(workshop: Workshop) -> None:
    british, american = (tree_text(planned(workshop, path).root) for path in (RIVERSIDE, US))
    assert f"Last reviewed {DAY_FIRST}" in british
    assert f"Last reviewed {MONTH_FIRST}" in american
    assert "Call 999 now" in british
    assert "Call 911 now" in american


def test_a_locale_of_another_language_changes_nothing(workshop: Workshop, tmp_path: Path) -> None:
    french = copied(RIVERSIDE, tmp_path, ("locale: en-GB", "locale: fr-CA"))
    assert f"Last reviewed {DAY_FIRST}" in tree_text(planned(workshop, french).root)


def test_a_leaflet_of_another_country_is_warned_of_until_it_is_approved(workshop: Workshop, tmp_path: Path) -> None:
    def codes(path: Path) -> list[str]:
        found = examine(workshop.leaflet(LEAFLET), workshop.clinic(path), TODAY, workshop)
        return [finding.code for finding in found if finding.severity is Severity.WARNING]

    assert "HG122" in codes(US)
    assert "HG122" not in codes(RIVERSIDE)
    assert "HG122" not in codes(copied(US, tmp_path, more=APPROVAL % REVIEW.version))


@pytest.mark.parametrize("form", ["a4", "a5-booklet", "a4-trifold", "a4-summary", "a3-poster", "card", "diary-a4"])
def test_a_draft_says_so_in_every_form(workshop: Workshop, form: str) -> None:
    assert "Draft: not yet approved by a clinic" in tree_text(planned(workshop, RIVERSIDE, form).root)


# -- colour and logo that will not do --------------------------------------------------------------------------------


def test_a_pale_colour_is_printed_darker_with_a_note(workshop: Workshop, tmp_path: Path) -> None:
    pale = workshop.clinic(copied(RIVERSIDE, tmp_path, ('colour: "#[0-9a-f]+"', 'colour: "#66ccdd"')))
    [note] = [finding for finding in examine_clinic(pale, workshop) if finding.code == "HG121"]
    assert "#66ccdd is too pale" in note.message
    assert note.severity is Severity.NOTE
    assert "HG121" not in [finding.code for finding in examine_clinic(workshop.clinic(RIVERSIDE), workshop)]


@pytest.mark.parametrize(
    "junk", [b"<svg", b"GIF89a", b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"]
)
def test_a_broken_logo_is_told_with_its_place(workshop: Workshop, tmp_path: Path, junk: bytes) -> None:
    path = copied(RIVERSIDE, tmp_path)
    logo = workshop.clinic(path).clinic.logo
    assert logo is not None
    (tmp_path / logo.file).write_bytes(junk)
    with pytest.raises(ContentRefused) as refused:
        made(Workshop(), path)
    [finding] = [finding for finding in refused.value.diagnostics if finding.is_error]
    assert finding.span.file.endswith(path.name)
    assert finding.message.startswith(logo.file)


def test_a_logo_that_leads_out_of_the_clinics_folder_is_refused(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.svg").write_bytes((ROOT / "clinics" / "riverside-neurology.svg").read_bytes())
    inner = tmp_path / "clinics"
    inner.mkdir()
    path = copied(RIVERSIDE, inner, (r"file: \S+", "file: ../elsewhere.svg"))
    with pytest.raises(ContentRefused, match="problem"):
        made(Workshop(), path)


def test_an_address_on_paper_is_one_that_works_when_it_is_typed() -> None:
    assert printed_address("https://www.clinic.example/leaflets/") == "www.clinic.example/leaflets"
    assert printed_address("mailto:nurses@clinic.example") == "nurses@clinic.example"
