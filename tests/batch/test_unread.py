"""What cannot be read is told, and what it made before is never pruned; what leads elsewhere is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from batch_project import ONE_LEAFLET, Project, failed, made
from handoutgen.batch.entry import sealed
from handoutgen.batch.ledger import read_ledger
from handoutgen.batch.run import folder_held
from handoutgen.errors import HandoutError
from handoutgen.library.catalogue import catalogue_of


def linked(link: Path, target: Path) -> Path:
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system lets us make no links")
    return link


def test_a_clinic_whose_link_leads_nowhere_fails_and_its_files_stay(project: Project) -> None:
    project.run()
    before = project.files()
    (project.folder / "clinics/lake.yaml").unlink()
    linked(project.folder / "clinics/lake.yaml", project.folder / "not-there.yaml")
    outcomes = project.run()
    assert len(failed(outcomes)) == 2
    assert "what it leads to is not there" in str(outcomes[0].failure)
    assert project.prepared().prune().deleted == []
    assert project.files() == before


@pytest.mark.parametrize("axis", ["clinic_tags: us\n", "paper: clinic\n", "languages: clinic\n"])
def test_a_clinic_that_cannot_be_read_keeps_its_files_where_its_own_words_decide_the_rows(
    project: Project, axis: str
) -> None:
    text = "leaflets: cramps\nclinics: all\n" + axis
    project.run(text)
    before = [path for path in project.files() if path.startswith("lake/")]
    (project.folder / "clinics/lake.yaml").write_bytes(b"\xff: [")
    rows = project.prepared(text)
    assert [job.row.path for job in rows.jobs if job.row.clinic and job.row.clinic.id == "lake"]
    assert before
    assert [path for path in rows.prune().deleted if path.startswith("lake/")] == []


def test_a_clinic_that_was_taken_away_is_pruned_as_before(project: Project) -> None:
    project.run()
    (project.folder / "clinics/lake.yaml").unlink()
    assert len(project.prepared().prune().deleted) == 2


@pytest.mark.parametrize("name", ["clinics", "handouts", "handouts/cramps"])
def test_a_folder_whose_link_leads_nowhere_stops_before_any_work(project: Project, name: str) -> None:
    folder = project.folder / name
    folder.rename(project.folder / "elsewhere")
    linked(folder, project.folder / "not-there")
    with pytest.raises(HandoutError, match="what it leads to is not there"):
        catalogue_of(project.folder)


def test_a_clinics_folder_that_is_a_link_out_of_the_out_folder_is_neither_written_nor_pruned(project: Project) -> None:
    project.run()
    outside = project.folder / "outside"
    (project.out / "lake").rename(outside)
    linked(project.out / "lake", outside)
    before = sorted((path.name, path.read_bytes()) for path in outside.iterdir())
    project.change("clinics/lake.yaml", "The Lake Clinic", "Lake Clinic")
    assert len(failed(project.run())) == 2
    pruned = project.prepared(ONE_LEAFLET.replace("all", "hill")).prune()
    assert len([path for path in pruned.kept if path.startswith("lake/")]) == 2
    assert len(pruned.deleted) == 2  # of the shore
    assert sorted((path.name, path.read_bytes()) for path in outside.iterdir()) == before


def test_a_state_folder_that_is_a_link_out_of_the_out_folder_is_refused(project: Project) -> None:
    outside = project.folder / "outside"
    outside.mkdir()
    project.out.mkdir()
    linked(project.out / ".handoutgen", outside)
    with pytest.raises(HandoutError, match="leads out of"), folder_held(project.out):
        pass
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("clinic", "../../escape"),
        ("clinic", "con"),
        ("leaflet", "a/b"),
        ("bytes", -1),
        ("pages", True),
        ("status", "x"),
    ],
)
def test_a_sealed_row_with_a_value_no_batch_writes_is_built_again(project: Project, key: str, value: object) -> None:
    project.run("leaflets: cramps\nclinics: hill\n")
    [entry] = read_ledger(project.out).entries.values()
    forged = json.loads(sealed(replace(entry, **{key: value})))
    path = project.out / "manifest.json"
    read = json.loads(path.read_bytes())
    path.write_text(json.dumps({**read, "rows": [forged]}), encoding="utf-8")
    ledger = read_ledger(project.out)
    assert ledger.entries == {}
    assert "1 row of" in ledger.notices[0]


def test_a_memory_too_large_to_be_ours_is_not_read_and_said(project: Project) -> None:
    project.run("leaflets: cramps\nclinics: hill\n")
    for path in (project.out / "manifest.json", project.out / ".handoutgen/journal.jsonl"):
        with path.open("wb") as file:
            file.truncate(1 << 32)  # takes no room on most disks
    assert len(read_ledger(project.out).notices) == 2
    assert len(made(project.run("leaflets: cramps\nclinics: hill\n"))) == 1
    assert read_ledger(project.out).notices == []


def test_what_all_brought_in_and_cannot_be_made_is_left_out_and_what_was_named_fails(project: Project) -> None:
    text = "leaflets: cramps\nclinics: hill\nformats: all\nexclude: [{format: [a4, letter, a5-booklet]}]\n"
    outcomes = project.run(text)
    left = [outcome.entry.path for outcome in outcomes if outcome.entry.status == "left out"]
    sheets = ["diary-a4", "diary-letter", "easy-read-a4", "easy-read-letter", "exercise-a4", "exercise-letter"]
    assert [path.split("_")[-2] for path in sorted(left)] == sheets
    assert failed(outcomes) == []
    assert project.run(text) == []
    assert sorted(entry.path for entry in project.prepared(text).not_made()) == sorted(left)
    named = "leaflets: cramps\nclinics: hill\nformats: [diary-a4, exercise-a4, card]\n"
    assert [path.split("_")[-2] for path in failed(project.run(named))] == ["diary-a4", "exercise-a4"]
