"""What a starter brought and nobody has changed is an error, each text in its place; a written leaflet has none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pydantic import BaseModel

from handoutgen.build import Order, build
from handoutgen.check.clinic import check_clinic
from handoutgen.check.leaflet import check_leaflet
from handoutgen.check.passages import texts_of
from handoutgen.check.samples import SAMPLE
from handoutgen.content.authoring.samples import (
    GENUINE,
    all_samples,
    glance,
    glance_at_headings,
    sample_headings,
    samples_in,
)
from handoutgen.content.authoring.starter import starter_clinic, starter_leaflet, uncommented
from handoutgen.content.kinds import KindName
from handoutgen.content.load import (
    LoadedClinic,
    LoadedLeaflet,
    clinic_from,
    draft_clinic,
    draft_from,
    leaflet_from,
    load_clinic,
    load_leaflet,
)
from handoutgen.errors import ContentRefused
from handoutgen.examining import examine_clinic
from handoutgen.workshop import Workshop
from written import written_leaflet

TODAY = date(2026, 1, 2)
ROOT = Path(__file__).parents[2]
NOT_WORDS = (
    "id", "code", "language", "languages", "locale", "kind", "status", "version", "icon", "subjects", "file", "pose",
    "lead_in", "level", "paper", "colour", "tags", "sources", "uncertainty_sources", "year", "none_because", "codes",
)  # fmt: skip
"""Keys whose values are for programs, made from the name, or not printed."""


def found_in(loaded: LoadedLeaflet) -> list[str]:
    return [f.message for f in check_leaflet(loaded, today=TODAY) if f.code == SAMPLE]


def loaded_from(text: str) -> LoadedLeaflet:
    return leaflet_from(text.encode(), Path("en-GB.yaml"))


def drafted(text: str) -> LoadedLeaflet:
    return draft_from(text.encode(), Path("en-GB.yaml"))


def draft_of_clinic(name: str, text: str) -> LoadedClinic:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.yaml")
        path.write_text(text, encoding="utf-8")
        return draft_clinic(path)


def unjudged(model: BaseModel) -> set[str]:
    """The texts of a model that patients may read, and that are neither samples nor kept on purpose."""
    judged = {text for _, text in samples_in(model)} | set(GENUINE)
    texts = {each.text for each in texts_of(model, skip=NOT_WORDS)}
    return texts - judged


@pytest.mark.parametrize("kind", list(KindName))
def test_each_sample_of_each_starter_is_an_error(kind: KindName) -> None:
    loaded = loaded_from(starter_leaflet("my-leaflet", "en-GB", kind=kind))
    found = found_in(loaded)
    assert len(found) == sum(loaded.sources.says(path) for path, _ in samples_in(loaded.leaflet)) >= 10
    assert any("The first key point." in message for message in found)


def test_every_sample_looks_like_one_at_a_glance() -> None:
    assert len(all_samples()) > 50
    assert [sample for sample in all_samples() if not glance().may_know(sample)] == []


def test_every_sample_of_a_heading_looks_like_one_at_a_glance() -> None:
    assert len(sample_headings()) >= 5
    assert [sample for sample in sample_headings() if not glance_at_headings().may_know(sample)] == []


@pytest.mark.parametrize("leaflet", ["low-back-pain", "leg-cramps-ms", "mri-scan"])
def test_a_written_leaflet_is_told_from_the_starters_without_loading_them(
    leaflet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handoutgen.content.authoring.samples._samples", lambda: pytest.fail("a starter was loaded"))
    assert samples_in(load_leaflet(ROOT / f"handouts/{leaflet}/en-GB.yaml").leaflet) == []


@pytest.mark.parametrize("language", ["en-GB", "cy", "ar"])
@pytest.mark.parametrize("kind", list(KindName))
def test_each_text_behind_a_comment_sign_is_one_too_once_the_sign_is_gone(kind: KindName, language: str) -> None:
    found = found_in(drafted(uncommented(starter_leaflet("my-leaflet", language, kind=kind))))
    samples = (
        "An organisation that helps", "0117 496 0100", "https://www.example.org", "The word to explain",
        "What the word means, in a sentence.", "Who wrote it, by role", "Who tried it", "What was changed after it.",
        "For people who …", "other words", "a sign that counts at that time", "How the text may be used.",
        "The leaflet that this one takes the pla",
    )  # fmt: skip
    assert [text for text in samples if not any(f'"{text[:39]}' in message for message in found)] == []


def test_no_text_of_a_starter_is_forgotten_but_those_that_a_leaflet_may_have() -> None:
    """Each text of each starter either is a sample or stands in the one list of what an author may keep."""
    for kind in KindName:
        leaflet = drafted(uncommented(starter_leaflet("my-leaflet", "en-GB", kind=kind))).leaflet
        assert unjudged(leaflet) <= {"", "My leaflet"}
    assert unjudged(draft_of_clinic("shore", uncommented(starter_clinic("shore"))).clinic) <= {"", "Shore", "999"}


def test_what_may_be_kept_is_named_in_the_docs() -> None:
    docs = " ".join((ROOT / "docs/content.md").read_text(encoding="utf-8").split())
    assert [text for text in GENUINE if text not in docs] == []


@pytest.mark.parametrize(
    ("written", "is_sample"),
    [
        ("the FIRST  key point", True),
        ("“The first key point”", True),
        ("**The first key point.**", True),
        ("The first key point. Drink water.", True),
        ("The first key point is to drink.", False),
        ("What helps you most is rest.", False),
        ("Once a day.", False),
    ],
)
def test_another_case_or_sign_makes_no_other_text(written: str, is_sample: bool) -> None:
    text = starter_leaflet("my-leaflet", "en-GB").replace("- The first key point.", f'- "{written}"')
    assert any(written[:12] in message for message in found_in(loaded_from(text))) is is_sample


@pytest.mark.parametrize("number", ["01174960100", "+44 117 496 0100", "+44 (0)117 496 0100", "(0117) 496-0100"])
def test_nor_does_another_way_to_write_a_number(number: str) -> None:
    text = uncommented(starter_leaflet("my-leaflet", "en-GB")).replace("0117 496 0100", f'"{number}"')
    assert any(number in message for message in found_in(drafted(text)))


@pytest.mark.parametrize(
    "tool",
    [
        "{kind: goals, title: Why it happens, prompts: [What makes it worse, What helps]}",
        "{kind: checklist, title: What to bring, items: [What helps]}",
        "{kind: questions, title: What it is, questions: [What helps?, How to start?]}",
    ],
)
def test_a_place_to_write_on_may_too(tool: str) -> None:
    text = written_leaflet("my-leaflet", "en-GB").replace("tools:\n", f"tools:\n  - {tool}\n", 1)
    assert found_in(loaded_from(text)) == []


def test_a_heading_may_say_what_is_a_sample_elsewhere() -> None:
    text = written_leaflet("my-leaflet", "en-GB", kind=KindName.AFTERCARE).replace("The first days", "What helps")
    assert "title: What helps" in text and found_in(loaded_from(text)) == []


def test_a_sample_source_is_an_error_and_its_id_is_none() -> None:
    found = found_in(loaded_from(starter_leaflet("my-leaflet", "en-GB")))
    assert [text for text in ("The page or paper this", "Who published it") if not any(text in m for m in found)] == []
    assert not any("first-source" in message for message in found)


def test_a_text_that_was_changed_is_no_sample() -> None:
    text = starter_leaflet("my-leaflet", "en-GB").replace("The first key point.", "Drink a glass of water.")
    found = found_in(loaded_from(text))
    assert not any("first key point" in message for message in found)
    assert any("second key point" in message for message in found)
    assert found_in(loaded_from(written_leaflet("my-leaflet", "en-GB"))) == []


@pytest.mark.parametrize("path", sorted((ROOT / "handouts").glob("*/*.yaml")), ids=lambda path: path.parent.name)
def test_no_shipped_leaflet_has_a_sample(path: Path) -> None:
    assert found_in(load_leaflet(path)) == []


def test_a_clinic_is_held_to_it_too() -> None:
    starter = clinic_from(starter_clinic("shore").encode(), Path("shore.yaml"))
    found = [f.message for f in check_clinic(starter, str.lower) if f.code == SAMPLE]
    assert [text for text in ("The street", "The town", "0117 496 0000") if not any(text in m for m in found)] == []
    for path in sorted((ROOT / "clinics").glob("*.yaml")):
        assert [f for f in check_clinic(load_clinic(path), str.lower) if f.code == SAMPLE] == []


def test_all_of_a_clinic_are_told_at_once_those_behind_comment_signs_too() -> None:
    clinic = draft_of_clinic("shore", uncommented(starter_clinic("shore")))
    found = [f.message for f in examine_clinic(clinic, Workshop()) if f.is_error]
    samples = (
        "What the clinic belongs to", "0117 496 0001", "hello@clinic.example", "https://clinic.example", "The street",
        "The clinic's name", "Who approved it, by role", 'no file "logo.svg"',
    )  # fmt: skip
    assert [text for text in samples if not any(text in message for message in found)] == []


def test_a_build_is_refused_with_all_of_them_and_a_preview_says_so_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "handouts/my-leaflet/en-GB.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(starter_leaflet("my-leaflet", "en-GB", TODAY), encoding="utf-8")
    order = Order(path, None, "text", "standard", TODAY)
    with pytest.raises(ContentRefused) as refused:
        build(order, Workshop())
    assert sum(finding.code == SAMPLE for finding in refused.value.diagnostics) >= 10
    shown = build(Order(path, None, "text", "standard", TODAY, is_preview=True), Workshop())
    assert "Sample text: not for patients" in shown.data.decode()
