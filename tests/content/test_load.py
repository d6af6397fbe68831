"""A leaflet's or clinic's file becomes its model, or all its problems in plain words, each in its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from handoutgen.content.load import leaflet_from, load_clinic, load_leaflet
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError, UsageProblem

FIXTURE = Path(__file__).parent / "fixtures/leaflet/en-GB.yaml"
CLINIC = Path(__file__).parents[2] / "clinics/riverside-neurology.yaml"
TEXT = FIXTURE.read_text(encoding="utf-8")
JARGON = re.compile(
    r"pydantic|validat|\bstr\b|\bstring\b|\btuple\b|\bdict|\bint\b|\bbool|NoneType|discriminator|\btag\b.*\btag\b|constrained|"
    r"Input should|Extra inputs|Field required|instance of|iterable|ValueError"
)


def refused(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(ContentRefused) as refusal:
        leaflet_from(text.encode(), FIXTURE)
    return refusal.value.diagnostics


def changed(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def excerpt(text: str, finding: Diagnostic) -> str:
    """The very characters a finding points at."""
    line = text.splitlines()[finding.span.line - 1]
    end = finding.span.end_column - 1 if finding.span.end_line == finding.span.line else len(line)
    return line[finding.span.column - 1 : end]


def test_a_leaflet_with_every_key_loads() -> None:
    loaded = load_leaflet(FIXTURE)
    leaflet = loaded.leaflet
    assert (leaflet.id, leaflet.tools[0].kind, leaflet.sources[0].year) == ("sore-knee", "diary", "2025")
    assert leaflet.review.next_review.isoformat() == "2028-05-06"
    assert loaded.diagnostics == ()
    assert loaded.folder == FIXTURE.parent
    assert len(loaded.digest) == 64


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "handouts").glob("*/*.yaml")), ids=str)
def test_a_shipped_leaflet_loads(path: Path) -> None:
    assert load_leaflet(path).diagnostics == ()


def test_a_clinic_loads_and_fills_every_field() -> None:
    clinic = load_clinic(CLINIC).clinic
    assert all(clinic.fields().values())
    assert clinic.fields()["clinic.phone"] == "0117 496 0123"
    assert clinic.fields()["clinic.address"] == "1 River Street, Bristol, BS1 0AA"


CASES = {
    "unknown key": ("    brief: Walk a", "    breif: Walk a", "HG021", "breif", 'did you mean "brief"?'),
    "key of another part": ("  owner:", "  colour: red\n  owner:", "HG021", "colour", ""),
    "key in a tool": ("    rows: 7", "    rosw: 7", "HG021", "rosw", 'did you mean "rows"?'),
    "missing key": ("  owner: Riverside Neurology Clinic\n", "", "HG022", "review", ""),
    "missing key in an entry": ("      title: Cool it\n", "", "HG022", "id", ""),
    "missing part": ("glossary:", "glossry:", "HG021", "glossry", 'did you mean "glossary"?'),
    "too long": ("title: Looking after a sore knee", "title: " + "x" * 66, "HG023", "x" * 66, ""),
    "empty text": ("title: Looking after a sore knee", "title: ''", "HG024", "''", ""),
    "id form": ("id: sore-knee", "id: Sore Knee", "HG025", "Sore Knee", ""),
    "language form": ("language: en-GB", "language: english", "HG025", "english", ""),
    "web form": ("web: https://knee.example", "web: knee.example", "HG025", "knee.example", ""),
    "version form": ('version: "1.0"', "version: one", "HG025", "one", ""),
    "list for a text": ("  intro: Do not wait.", "  intro: [Do not wait.]", "HG026", "Do not wait.", ""),
    "keys for a text": ("  intro: Do not wait.", "  intro: {a: b}", "HG026", "a", ""),
    "text for a list": ("steps: [Wrap ice in a cloth.]", "steps: Wrap ice.", "HG027", "Wrap ice.", ""),
    "text for keys": ("about:\n", "about: My knee\nabout2:\n", "HG028", "My knee", ""),
    "too few": ("  - Gentle movement **helps**.\n", "", "HG029", "A sore knee is common.", ""),
    "unknown word": ("- kind: tip", "- kind: tipp", "HG030", "tipp", 'did you mean "tip"?'),
    "number": ("rows: 7", "rows: many", "HG031", "many", ""),
    "number range": ("rows: 7", "rows: 99", "HG031", "99", ""),
    "fraction range": ("x: 0.4", "x: 4", "HG031", "4", ""),
    "not a number": ("x: 0.4", "x: nan", "HG031", "nan", ""),
    "no such day": ("next_review: 2028-05-06", "next_review: 2028-02-30", "HG032", "2028-02-30", ""),
    "date form": ("next_review: 2028-05-06", "next_review: 06/05/2028", "HG032", "06/05/2028", ""),
    "date in seconds": ("next_review: 2028-05-06", "next_review: 1841270400", "HG032", "1841270400", ""),
    "true or false": ("optional: true", "optional: perhaps", "HG033", "perhaps", ""),
    "tool kind": ("kind: goals", "kind: gaols", "HG034", "gaols", 'did you mean "goals"?'),
    "no tool kind": ("  - kind: notes\n    title", "  - title", "HG034", "title", ""),
    "Markdown in a phrase": ("Gentle movement **helps**", "Gentle *movement*", "HG044", "*", ""),
    "Markdown in a block": ("    - a fall", "    - a *fall*", "HG044", "*", ""),
    "Markdown in a folded text": ("    strained. It", "    strained. <b>It</b>", "HG042", "<b>", ""),
    "field in a plain text": ("title: Looking after", "title: '{clinic.name}", "HG005", "", ""),
    "field in a title": ("title: At work", "title: At {clinic.name}", "HG046", "{clinic.name}", ""),
    "unknown field": ("Call {clinic.phone}", "Call {clinic.fone}", "HG046", "{clinic.fone}", ""),
    "no value": ("      risks: You may feel stiff.", "      risks:", "HG011", "risks", ""),
    "empty entry": ("    - Stay in bed.", "    -", "HG011", "", ""),
    "double id": ("id: cool", "id: move", "HG061", "move", ""),
    "id of a fixed part": ("id: at-work", "id: about", "HG061", "about", ""),
    "unknown source": ("[nhs-knee]", "[nhs-kne]", "HG062", "nhs-kne", 'did you mean "nhs-knee"?'),
    "unknown place": ("after: support", "after: suport", "HG063", "suport", 'did you mean "support"?'),
    "place in a circle": ("after: support", "after: at-work", "HG063", "at-work", ""),
    "dates out of order": ("last_reviewed: 2026-05-06", "last_reviewed: 2026-05-05", "HG064", "2026-05-05", ""),
    "approved by nobody": ("status: draft", "status: approved", "HG065", "approved", ""),
    "figure elsewhere": ("file: knee.svg", "file: ../knee.svg", "HG066", "../knee.svg", ""),
    "figure on a drive": ("file: knee.svg", "file: 'C:knee.svg'", "HG066", "'C:knee.svg'", ""),
    "figure in a folder": ("file: knee.svg", "file: a\\knee.svg", "HG066", "a\\knee.svg", ""),
    "figure of another kind": ("file: knee.svg", "file: knee.exe", "HG066", "knee.exe", ""),
    "figure in another case": ("file: knee.svg", "file: Knee.SVG", "HG067", "Knee.SVG", 'did you mean "knee.svg"?'),
    "no such figure": ("file: knee.svg", "file: elbow.svg", "HG067", "elbow.svg", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_a_problem_is_told_with_its_place_and_what_to_do(name: str) -> None:
    old, new, code, place, label = CASES[name]
    text = changed(old, new)
    found = [finding for finding in refused(text) if finding.code == code]
    assert found, [finding.code for finding in refused(text)]
    if place:
        assert place in [excerpt(text, finding) for finding in found]
    if label:
        assert label in [finding.label for finding in found]


@pytest.mark.parametrize("name", CASES)
def test_no_wording_of_the_libraries_reaches_a_person(name: str) -> None:
    old, new, *_ = CASES[name]
    for finding in refused(changed(old, new)):
        assert not JARGON.search(f"{finding.message} {finding.hint} {finding.label}"), finding


def test_all_problems_come_at_once_and_in_file_order() -> None:
    text = TEXT
    chosen = ["unknown key", "too long", "Markdown in a block", "no such day", "unknown source", "no such figure"]
    for name in chosen:
        old, new, *_ = CASES[name]
        text = text.replace(old, new, 1)
    found = refused(text)
    assert {CASES[name][2] for name in chosen} <= {finding.code for finding in found}
    lines = [finding.span.line for finding in found]
    assert lines == sorted(lines)


def test_a_slip_in_a_key_is_one_problem_not_two() -> None:
    assert [finding.code for finding in refused(changed("code: SK-01", "cod: SK-01"))] == ["HG021"]


def test_a_list_with_a_wrong_entry_is_not_called_too_short_as_well() -> None:
    assert [finding.code for finding in refused(changed("steps: [Wrap ice in a cloth.]", "steps: Wrap"))] == ["HG027"]


def test_a_hint_says_how_much_too_long_a_text_is() -> None:
    [finding] = refused(changed("title: Looking after a sore knee", "title: " + "x" * 70))
    assert finding.message == "this text is 5 characters too long (70, at most 65)"


def test_a_round_of_sections_one_after_the_other_is_refused() -> None:
    more = "  - id: other\n    title: Other\n    text: Words.\n    after: at-work\n"
    text = changed("    after: support\n", f"    after: other\n{more}")
    assert [finding.code for finding in refused(text)] == ["HG063", "HG063"]


def test_sections_in_a_row_are_fine() -> None:
    more = "  - id: other\n    title: Other\n    text: Words.\n    after: at-work\n"
    assert leaflet_from(changed("    after: support\n", f"    after: support\n{more}").encode(), FIXTURE)


def test_the_place_of_a_value_is_found_by_its_model_path() -> None:
    sources = load_leaflet(FIXTURE).sources
    span = sources.span(("management", "strategies", 1, "title"))
    assert TEXT.splitlines()[span.line - 1] == "      title: Cool it"
    inside = sources.span(("about", "text"), load_leaflet(FIXTURE).leaflet.about.text.index("arthritis"), 9)  # type: ignore[union-attr]
    assert TEXT.splitlines()[inside.line - 1][inside.column - 1 : inside.end_column - 1] == "arthritis"
    assert sources.span(("tools", 0, "intro")).line == sources.span(("tools", 0)).line


def test_a_leaflet_under_another_name_is_warned_about(tmp_path: Path) -> None:
    folder = tmp_path / "handouts" / "sore-nee"
    shutil.copytree(FIXTURE.parent, folder)
    shutil.move(folder / "en-GB.yaml", folder / "cy.yaml")
    assert [finding.code for finding in load_leaflet(folder / "cy.yaml").diagnostics] == ["HG068", "HG068"]
    shutil.copytree(FIXTURE.parent, tmp_path / "handouts" / "sore-knee")
    assert load_leaflet(tmp_path / "handouts" / "sore-knee" / "en-GB.yaml").diagnostics == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("number: 0117 496 0123", "number: call us", "HG025"),
        ('emergency_number: "999"', "emergency_number: call", "HG025"),
        ('colour: "#005f6b"', "colour: teal", "HG025"),
        ("paper: a4", "paper: a5", "HG030"),
        ("email: neurology@riverside.example", "email: riverside", "HG025"),
        ("file: riverside-neurology.svg", "file: logo.exe", "HG066"),
        ("file: riverside-neurology.svg", "file: ../riverside-neurology.svg", "HG066"),
        ("file: riverside-neurology.svg", "file: logo.svg", "HG067"),
        ("Call {clinic.phone}.", "Call {clinic.fone}.", "HG046"),
        ("phones:", "phone:", "HG021"),
    ],
)
def test_a_wrong_clinic_is_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    path = tmp_path / "x.yaml"
    (tmp_path / "riverside-neurology.svg").write_bytes(CLINIC.with_suffix(".svg").read_bytes())
    path.write_text(CLINIC.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentRefused) as refusal:
        load_clinic(path)
    assert [finding.code for finding in refusal.value.diagnostics] == [code]


@pytest.mark.parametrize("name", ["logo.svg", "logo.PNG", "Logo.jpg", "logo.jpeg"])
def test_a_logo_is_a_drawing_or_a_photograph_beside_the_clinics_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.yaml"
    (tmp_path / name).write_bytes(b"")
    text = CLINIC.read_text(encoding="utf-8").replace("file: riverside-neurology.svg", f"file: {name}")
    path.write_text(text, encoding="utf-8")
    assert load_clinic(path).diagnostics == ()


def test_a_clinic_without_a_phone_loads_and_its_own_sentences_must_do_without(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    bare = 'id: x\nname: X\nemergency_number: "999"\n'
    path.write_text(bare, encoding="utf-8")
    assert load_clinic(path).clinic.fields()["clinic.phone"] == ""
    path.write_text(bare + "interpreter: Call {clinic.phone} first.\n", encoding="utf-8")
    with pytest.raises(ContentRefused) as refusal:
        load_clinic(path)
    (finding,) = refusal.value.diagnostics
    assert (finding.code, finding.span.line, finding.span.column) == ("HG047", 4, 19)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        load_leaflet(tmp_path / "none.yaml")
    with pytest.raises(HandoutError):
        load_leaflet(tmp_path)
