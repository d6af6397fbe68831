"""An archive for each clinic, the same bytes on any day, and none that is not needed."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from batch_project import ONE_LEAFLET, TODAY, Project
from handoutgen.batch.matrix import rows_of
from handoutgen.batch.plan_file import load_plan
from handoutgen.batch.pools import pools_of
from handoutgen.batch.run import Batch, folder_held
from handoutgen.errors import HandoutError
from handoutgen.library.catalogue import catalogue_of


def zipped(project: Project, text: str = ONE_LEAFLET, failed_only: bool = False) -> list[str]:
    """Run the plan with --zip; the archives that were written."""
    plan = load_plan(project.write_plan(text))
    with folder_held(project.out) as ledger:
        batch = Batch(plan, project.out, TODAY, None, ledger)
        batch.prepare(rows_of(plan, catalogue_of(project.folder)))
        list(batch.outcomes(batch.to_build(failed_only), pools_of(1)))
        return batch.zip_clinics()


def hashes(project: Project) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in project.out.glob("*.zip")}


def test_each_clinic_has_an_archive_of_its_own_files(project: Project) -> None:
    assert zipped(project) == ["hill.zip", "lake.zip", "shore.zip"]
    with zipfile.ZipFile(project.out / "hill.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == [f"back-pain_en-GB_hill_a4_{size}.pdf" for size in ("large", "standard")]
        assert archive.read(names[0]) == (project.out / "hill" / names[0]).read_bytes()


def test_leaflets_for_no_clinic_have_one_too(project: Project) -> None:
    assert zipped(project, "leaflets: cramps\n") == ["no-clinic.zip"]


def test_archives_are_the_same_bytes_on_any_day(project: Project) -> None:
    zipped(project)
    first = hashes(project)
    for path in project.out.glob("*.zip"):
        path.unlink()
    for path in project.out.rglob("*.pdf"):
        os.utime(path, (1, 1))
    assert zipped(project) == ["hill.zip", "lake.zip", "shore.zip"]
    assert hashes(project) == first


def test_an_archive_is_written_again_only_when_its_files_or_itself_changed(project: Project) -> None:
    zipped(project)
    assert zipped(project) == []
    project.change("clinics/lake.yaml", "The Lake Clinic", "Lake Clinic")
    assert zipped(project) == ["lake.zip"]
    with (project.out / "hill.zip").open("ab") as file:
        file.write(b"x")
    assert zipped(project) == ["hill.zip"]


def test_a_file_that_somebody_altered_is_not_packed(project: Project) -> None:
    zipped(project)
    altered = project.out / "lake" / "back-pain_en-GB_lake_a4_large.pdf"
    altered.write_bytes(b"notes of somebody")
    zipped(project, failed_only=True)  # it is not built again in this run
    with zipfile.ZipFile(project.out / "lake.zip") as archive:
        assert archive.namelist() == ["back-pain_en-GB_lake_a4_standard.pdf"]


def test_a_disk_that_fills_up_leaves_the_old_archive(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    zipped(project)
    before = hashes(project)
    project.change("clinics/lake.yaml", "The Lake Clinic", "Lake Clinic")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "open", full)
    with pytest.raises(HandoutError, match="disk is full"):
        zipped(project)
    assert hashes(project) == before
    assert list(Path(project.out).glob(".hg-*")) == []
