"""Every reason to build a row, alone; and nothing that is no reason."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from batch_project import ONE_LEAFLET, Project, failed
from handoutgen.batch import payload as payload_room
from handoutgen.batch.digest import Inputs, engine_digest, fonts_digest
from handoutgen.batch.entry import ManifestEntry
from handoutgen.batch.payload import clinic_payload, leaflet_payload, unpack
from handoutgen.batch.reasons import Reason, reasons_for
from handoutgen.errors import HandoutError

INPUTS = Inputs("leaflet", "clinic", "fonts", "engine", "options", False)
ENTRY = ManifestEntry("x.pdf", "plan", "made", "l", "en", "c", "a4", "large", INPUTS, sha256="good")


@pytest.mark.parametrize(
    ("inputs", "standing", "reasons"),
    [
        (INPUTS, "good", ()),
        (INPUTS, None, (Reason.MISSING,)),
        (INPUTS, "other", (Reason.ALTERED,)),
        (Inputs("x", "clinic", "fonts", "engine", "options", False), "good", (Reason.CONTENT,)),
        (Inputs("leaflet", "x", "fonts", "engine", "options", False), "good", (Reason.CLINIC,)),
        (Inputs("leaflet", "clinic", "x", "engine", "options", False), "good", (Reason.FONT,)),
        (Inputs("leaflet", "clinic", "fonts", "x", "options", False), "good", (Reason.ENGINE,)),
        (Inputs("leaflet", "clinic", "fonts", "engine", "x", False), "good", (Reason.OPTIONS,)),
        (Inputs("leaflet", "clinic", "fonts", "engine", "options", True), "good", (Reason.OVERDUE,)),
        (Inputs("x", "x", "fonts", "engine", "options", False), "good", (Reason.CONTENT, Reason.CLINIC)),
    ],
)
def test_each_reason_is_told(inputs: Inputs, standing: str | None, reasons: tuple[Reason, ...]) -> None:
    assert reasons_for(inputs, ENTRY, standing) == reasons


def test_a_row_never_made_is_new() -> None:
    assert reasons_for(INPUTS, None, None) == (Reason.NEW,)


def test_everything_is_new_and_then_unchanged(project: Project) -> None:
    assert set(project.reasons().values()) == {("new",)}
    project.run()
    assert set(project.reasons().values()) == {()}


def test_one_clinic_changed_is_exactly_its_rows(project: Project) -> None:
    project.run()
    project.change("clinics/lake.yaml", "0117 496 0123", "0117 496 0124")
    changed = {path: reasons for path, reasons in project.reasons().items() if reasons}
    assert set(changed.values()) == {("clinic changed",)}
    assert sorted(changed) == [f"lake/back-pain_en-GB_lake_a4_{size}.pdf" for size in ("large", "standard")]


def test_one_sentence_of_a_leaflet_changed_is_exactly_its_rows(project: Project) -> None:
    text = "leaflets: [back-pain, cramps]\nclinics: all\n"
    project.run(text)
    project.change("handouts/cramps/en-GB.yaml", "title: ", "subtitle: Another\ntitle: ")
    changed = {path: reasons for path, reasons in project.reasons(text).items() if reasons}
    assert set(changed.values()) == {("content changed",)}
    assert {path.split("/")[1].split("_")[0] for path in changed} == {"cramps"}
    assert len(changed) == 3


def test_a_changed_figure_is_a_changed_leaflet(project: Project) -> None:
    path = project.folder / "handouts" / "back-pain" / "en-GB.yaml"
    figures = path.parent / "figures"
    figures.mkdir()
    (figures / "a.svg").write_bytes(b"<svg/>")
    first = leaflet_payload(path).digest
    (figures / "a.svg").write_bytes(b"<svg />")
    assert leaflet_payload(path).digest != first


def test_pictures_that_are_too_much_together_are_refused_before_they_are_all_read(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(payload_room, "MOST_BESIDE", 25)
    path = project.folder / "handouts" / "back-pain" / "en-GB.yaml"
    figures = path.parent / "figures"
    figures.mkdir()
    for name in "abcd":
        (figures / f"{name}.svg").write_bytes(b"<svg/>" * 2)
    with pytest.raises(HandoutError, match="take more than"):
        leaflet_payload(path)
    for name in "cd":
        (figures / f"{name}.svg").unlink()
    assert len(leaflet_payload(path).files) == 2


def test_a_changed_logo_is_a_changed_clinic_and_other_files_beside_it_are_not(project: Project) -> None:
    path = project.write_clinic("hill", logo="{file: hill.svg, alt: The hill}")
    logo = path.parent / "hill.svg"
    logo.write_bytes(b"<svg/>")
    first = clinic_payload(path)
    assert first.files == (("hill.svg", b"<svg/>"),)
    (path.parent / "other.svg").write_bytes(b"<svg/>")
    assert clinic_payload(path) == first
    logo.write_bytes(b"<svg />")
    assert clinic_payload(path).digest != first.digest


@pytest.mark.parametrize("name", ["../hill.svg", "sub/hill.svg", "missing.svg", "link.svg"])
def test_a_logo_that_is_not_a_file_beside_the_clinic_never_travels(project: Project, name: str) -> None:
    path = project.write_clinic("hill", logo=f"{{file: {name}, alt: The hill}}")
    (path.parent / "sub").mkdir()
    for place in (path.parent.parent, path.parent / "sub"):
        (place / "hill.svg").write_bytes(b"secret")
    try:
        (path.parent / "link.svg").symlink_to(path.parent.parent / "hill.svg")
    except OSError:
        pytest.skip("links are not allowed here")
    assert clinic_payload(path).files == ()


def test_a_touched_or_copied_file_is_the_same_file(project: Project) -> None:
    project.run()
    for path in (*project.folder.rglob("*.yaml"), *project.out.rglob("*.pdf")):
        os.utime(path, (1, 1))
    assert project.to_build() == []
    copy = project.folder / "copy"
    shutil.copytree(project.out, copy)
    shutil.rmtree(project.out)
    shutil.copytree(copy, project.out)
    assert project.to_build() == []


def test_a_file_deleted_or_altered_is_made_again(project: Project) -> None:
    project.run()
    first, second, *_ = sorted(project.out.rglob("*.pdf"))
    good = project.files()
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    assert {reasons for reasons in project.reasons().values() if reasons} == {("missing",), ("altered",)}
    assert len(project.run()) == 2
    assert project.files() == good


def test_other_options_are_other_files(project: Project) -> None:
    project.run()
    text = ONE_LEAFLET + 'name: "{clinic}/{leaflet}_{language}_{clinic}_{format}_{size}.pdf"\noptions: {proof: true}\n'
    assert set(project.reasons(text).values()) == {("options changed",)}


def test_a_reason_to_print_overdue_leaflets_changes_no_file_that_is_not_overdue(project: Project) -> None:
    project.run()
    reason = ONE_LEAFLET + "allow_expired: The new text is with the printers\n"
    assert set(project.reasons(reason).values()) == {()}
    assert set(project.reasons(reason, today=date(2030, 1, 1)).values()) == {("options changed", "review date passed")}


def test_a_review_date_that_passes_is_a_reason(project: Project) -> None:
    project.run()
    assert set(project.reasons(today=date(2030, 1, 1)).values()) == {("review date passed",)}


def test_a_row_that_failed_says_nothing_of_the_review_date_of_the_others(project: Project) -> None:
    project.run()
    leaflet = project.folder / "handouts/back-pain/en-GB.yaml"
    [was] = re.findall(r"next_review: (\S+)", leaflet.read_text(encoding="utf-8"))
    project.change("handouts/back-pain/en-GB.yaml", f"next_review: {was}", "next_review: 2027-06-01")
    project.change("clinics/shore.yaml", '"999"', '"99"')
    assert len(failed(project.run())) == 2
    assert ("review date passed",) in project.reasons(today=date(2027, 6, 2)).values()
    assert ("review date passed",) not in project.reasons(today=date(2027, 6, 1)).values()


def test_the_day_of_an_approval_that_comes_is_a_reason_and_once_only(project: Project) -> None:
    record = "[{leaflet: back-pain, version: '0.1', role: Nurse, date: 2027-03-01}]"
    project.write_clinic("hill", approvals=record)
    text = "leaflets: back-pain\nclinics: hill\nformats: text\n"
    project.run(text)
    assert set(project.reasons(text).values()) == {()}
    assert set(project.reasons(text, today=date(2027, 3, 1)).values()) == {("clinic changed",)}
    project.run(text, today=date(2027, 3, 1))
    assert set(project.reasons(text, today=date(2027, 3, 2)).values()) == {()}


def test_a_changed_font_or_program_changes_its_hash(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"one")
    first = fonts_digest(tmp_path)
    (tmp_path / "OFL.txt").write_bytes(b"the licence is not drawn with")
    assert fonts_digest(tmp_path) == first
    (tmp_path / "a.ttf").write_bytes(b"two")
    assert fonts_digest(tmp_path) != first
    assert engine_digest() == engine_digest()


def test_another_version_of_a_library_that_draws_is_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.metadata

    first, real = engine_digest(), importlib.metadata.version
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "0.1" if name == "uharfbuzz" else real(name))
    assert engine_digest() != first


def test_what_is_unpacked_is_what_was_packed(project: Project, tmp_path: Path) -> None:
    path = project.folder / "handouts" / "cramps" / "cy.yaml"
    (path.parent / "figures").mkdir()
    (path.parent / "figures" / "a.svg").write_bytes(b"<svg/>")
    payload = leaflet_payload(path)
    there = unpack(payload, tmp_path / "elsewhere")
    assert there == tmp_path / "elsewhere" / "handouts" / "cramps" / "cy.yaml"
    assert there.read_bytes() == path.read_bytes()
    assert leaflet_payload(there).digest == payload.digest
