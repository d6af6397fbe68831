"""Rows become files: the same bytes as a single build, whoever builds them; and no fault takes more than its rows."""

from __future__ import annotations

import errno
import hashlib
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from batch_project import ONE_LEAFLET, TODAY, Project, failed, made
from handoutgen import bounds
from handoutgen.batch import run as run_module
from handoutgen.batch import worker
from handoutgen.batch.ledger import STATE, read_ledger
from handoutgen.batch.pools import Pools, pools_of
from handoutgen.batch.task import Made
from handoutgen.build import Order, build
from handoutgen.errors import HandoutError
from handoutgen.memory import Bound
from handoutgen.output import write_whole
from handoutgen.workshop import Workshop


def test_a_batch_makes_the_bytes_of_a_single_build_under_its_name(project: Project) -> None:
    outcomes = project.run()
    workshop = Workshop()
    for outcome in outcomes:
        row = outcome.job.row
        assert row.clinic is not None
        built = build(Order(row.leaflet.path, row.clinic.path, row.format, row.size, TODAY), workshop)
        assert (project.out / row.path).read_bytes() == built.data
        assert row.path == f"{row.clinic.id}/{built.file_name}"
        assert (outcome.entry.pages, outcome.entry.sheets) == (built.pages, built.sheets)
        assert outcome.entry.sha256 == hashlib.sha256(built.data).hexdigest()
    assert len(outcomes) == 6


def test_one_process_or_several_make_the_same_files_and_the_same_manifest(project: Project) -> None:
    text = "leaflets: [back-pain, cramps]\nclinics: all\nsizes: [standard, large]\n"
    project.run(text)
    alone = (project.files(), (project.out / "manifest.json").read_bytes())
    project.out = project.folder / "again"
    project.run(text, pools_of(3))
    assert (project.files(), (project.out / "manifest.json").read_bytes()) == alone


def test_any_executor_will_do(project: Project) -> None:
    outcomes = project.run(pools=Pools(lambda: ThreadPoolExecutor(2), lambda: 4, 2))
    assert len(made(outcomes)) == 6


def test_nothing_is_built_twice(project: Project) -> None:
    project.run()
    assert project.run() == []


def test_a_broken_leaflet_fails_its_own_rows_only_and_says_why_at_the_users_own_path(project: Project) -> None:
    project.change("handouts/cramps/en-GB.yaml", "title:", "titel:")
    outcomes = project.run("leaflets: [back-pain, cramps]\nclinics: all\n")
    assert {path.split("/")[1].split("_")[0] for path in failed(outcomes)} == {"cramps"}
    assert len(made(outcomes)) == len(failed(outcomes)) == 3
    failures = {outcome.failure for outcome in outcomes if outcome.failure}
    assert len(failures) == 1, "the same for all, so that it is told once"
    [failure] = failures
    assert {finding.span.file for finding in failure.diagnostics} == {
        (project.folder / "handouts/cramps/en-GB.yaml").as_posix()
    }
    assert "HG021" in outcomes[-1].entry.problem


def test_a_broken_clinic_fails_its_own_rows_only(project: Project) -> None:
    project.change("clinics/lake.yaml", "emergency_number:", "emergency:")
    outcomes = project.run()
    assert {path.split("/")[0] for path in failed(outcomes)} == {"lake"}
    assert len(made(outcomes)) == 4
    project.change("clinics/lake.yaml", "emergency:", "emergency_number:")
    assert made(project.run()) == failed(outcomes)


def test_a_leaflet_that_becomes_overdue_is_not_built_and_its_older_file_is_known_still(project: Project) -> None:
    project.run()
    before = project.files()
    outcomes = project.run(today=date(2030, 1, 1))
    assert len(failed(outcomes)) == 6
    assert project.files() == before
    entry = read_ledger(project.out).entries[failed(outcomes)[0]]
    assert entry.status == "failed"
    assert entry.sha256 == before[entry.path]
    assert "HG101" in entry.problem


def test_only_the_failed_rows_are_tried_again_when_asked(project: Project) -> None:
    project.change("clinics/lake.yaml", "emergency_number:", "emergency:")
    project.run()
    project.change("clinics/lake.yaml", "emergency:", "emergency_number:")
    project.change("clinics/hill.yaml", "The Hill Clinic", "Hill Clinic")
    assert {path.split("/")[0] for path in made(project.run(failed=True))} == {"lake"}
    assert {path.split("/")[0] for path in project.to_build()} == {"hill"}


def test_a_clinic_file_deleted_after_the_plan_was_read_fails_its_rows(project: Project) -> None:
    batch = project.prepared()
    (project.folder / "clinics" / "lake.yaml").unlink()
    with run_module.folder_held(project.out) as ledger:
        batch.ledger = ledger
        outcomes = list(batch.outcomes(batch.to_build(), pools_of(1)))
    assert {path.split("/")[0] for path in failed(outcomes)} == {"lake"}
    assert "There is no file" in {o.failure.message for o in outcomes if o.failure}.pop()


def test_a_file_changed_after_the_plan_was_read_is_noted_as_it_was_built(project: Project) -> None:
    batch = project.prepared()
    project.change("clinics/lake.yaml", "The Lake Clinic", "Another Name")
    with run_module.folder_held(project.out) as ledger:
        batch.ledger = ledger
        list(batch.outcomes(batch.to_build(), pools_of(1)))
    assert project.to_build() == []


def test_a_full_disk_stops_the_batch_and_what_is_done_is_kept(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, written = os.fsync, []

    def fsync(file: int) -> None:
        written.append(file)
        if 4 <= len(written) < 7:  # the own lock is the first; then two rows, and no more room for the manifest either
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(HandoutError) as stopped:
        project.run()
    assert "disk is full" in stopped.value.message
    monkeypatch.undo()
    assert len(project.files()) == 2
    assert list(project.out.rglob("*.tmp")) == []
    assert len(made(project.run())) == 4


def test_a_file_open_in_a_viewer_fails_alone(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, data: bytes) -> None:
        if "lake" in path.name:
            raise HandoutError(f"{path} cannot be replaced: it is open.", "Close it.") from PermissionError(13, "no")
        write_whole(path, data)

    monkeypatch.setattr(run_module, "write_whole", write)
    outcomes = project.run()
    assert (len(made(outcomes)), len(failed(outcomes))) == (4, 2)


class Damaging(Executor):
    """Does the work, and loses a byte on the way back."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        results = fn(*args, **kwargs)
        future.set_result(tuple(replace(r, data=r.data[:-1]) if isinstance(r, Made) else r for r in results))
        return future


def test_bytes_damaged_on_the_way_are_never_written(project: Project) -> None:
    outcomes = project.run(pools=Pools(Damaging, lambda: 1))
    assert len(failed(outcomes)) == 6
    assert project.files() == {}
    assert "damaged on its way" in outcomes[0].entry.problem


def test_a_worker_with_another_version_makes_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = worker._own_bench()
    monkeypatch.setattr(bench, "program", replace(bench.program, engine="another"))
    outcomes = project.run()
    assert len(failed(outcomes)) == 6
    assert "another version" in outcomes[0].entry.problem


def test_a_fault_of_ours_fails_its_row_with_the_details_for_programmers(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_badly(order: Order, workshop: Workshop) -> None:
        if "lake" in str(order.clinic):
            raise ZeroDivisionError("oh")
        return build(order, workshop)  # type: ignore[return-value]

    monkeypatch.setattr(worker, "build", build_badly)
    outcomes = project.run()
    failures = [outcome.failure for outcome in outcomes if outcome.failure]
    assert len(failures) == 2
    assert failures[0].kind == "internal"
    assert "ZeroDivisionError" in failures[0].details


def test_a_worker_process_that_is_killed_loses_no_row(project: Project) -> None:
    text = "leaflets: [back-pain, cramps]\nclinics: all\nsizes: [standard, large, giant]\n"
    plan = project.prepared(text)
    with run_module.folder_held(project.out) as ledger:
        plan.ledger = ledger
        outcomes = []
        for outcome in plan.outcomes(plan.to_build(), pools_of(2)):
            outcomes.append(outcome)
            if len(outcomes) == 4:
                multiprocessing.active_children()[0].kill()
    assert len(made(outcomes)) == 18
    assert failed(outcomes) == []
    assert project.to_build(text) == []


def test_what_is_left_over_is_told_and_deleted_only_when_asked(project: Project) -> None:
    project.run()
    text = ONE_LEAFLET.replace("clinics: all", "clinics: [hill, lake]")
    batch = project.prepared(text)
    assert [entry.path for entry in batch.left_over()] == [
        f"shore/back-pain_en-GB_shore_a4_{size}.pdf" for size in ("large", "standard")
    ]
    assert len(project.files()) == 6
    first = project.out / batch.left_over()[0].path
    first.write_bytes(b"notes of somebody")
    pruned = batch.prune()
    assert pruned.deleted == ["shore/back-pain_en-GB_shore_a4_standard.pdf"]
    assert pruned.kept == {"shore/back-pain_en-GB_shore_a4_large.pdf": "it is not as it was made"}
    assert first.exists()
    assert len(project.files()) == 5


def test_another_plans_files_in_the_same_folder_are_not_left_over(project: Project) -> None:
    project.run()
    other = project.prepared("leaflets: cramps\n", name="other.yaml")
    assert other.left_over() == []


def test_the_halves_of_files_that_a_killed_batch_left_are_cleared_up(project: Project) -> None:
    import json
    import platform

    half = project.out / "hill" / ".hg-0123456789abcdef.tmp"
    half.parent.mkdir(parents=True)
    half.write_bytes(b"%PDF-1.7 half")
    project.run()
    assert half.exists(), "perhaps another program's: nobody died here"
    (project.out / STATE / "lock-1.json").write_text(
        json.dumps({"host": platform.node(), "process": os.getpid(), "began": "long ago"}), encoding="utf-8"
    )
    project.run()
    assert not half.exists()


def test_content_that_was_unpacked_long_ago_is_removed_so_that_the_disk_stays_flat(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "UNPACKED", Bound(2))
    monkeypatch.setattr(worker, "_bench", None)
    outcomes = project.run("leaflets: [back-pain, cramps]\nclinics: all\nsizes: [standard, large]\n")
    assert len(made(outcomes)) == 12
    bench = worker._own_bench()
    assert len(list(bench.folder.iterdir())) <= 2
    bench.leave()
    assert not bench.folder.exists()


def test_plain_text_is_built_beside_the_printed_leaflets(project: Project) -> None:
    text = "leaflets: cramps\nclinics: hill\nformats: [a4, text]\n"
    outcomes = project.run(text)
    [(path, entry)] = [(o.job.row.path, o.entry) for o in outcomes if o.job.row.format == "text"]
    assert path.endswith("_text.txt")
    assert (entry.pages, entry.sheets) == (0, 0)
    assert b"\n=====" in (project.out / path).read_bytes()
    assert project.run(text) == []


def test_a_web_page_and_an_e_mail_are_built_once_and_kept_in_the_manifest_and_the_cache(project: Project) -> None:
    text = "leaflets: cramps\nclinics: hill\nformats: [html, email]\nsizes: [standard, large]\n"
    outcomes = {outcome.job.row.format: outcome for outcome in project.run(text)}
    assert {name: outcome.job.row.path.rpartition("_")[2] for name, outcome in outcomes.items()} == {
        "html": "html.html", "email": "email.eml",
    }  # fmt: skip
    assert all(outcome.entry and outcome.entry.pages == 0 for outcome in outcomes.values())
    assert project.run(text) == []
    page = project.out / outcomes["html"].job.row.path
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
    page.unlink()
    assert len(project.run(text)) == 1


def test_a_batch_that_has_nothing_to_do_writes_nothing(project: Project) -> None:
    project.run(ONE_LEAFLET)
    before = {path: path.stat().st_mtime_ns for path in project.out.rglob("*") if path.is_file()}
    project.run(ONE_LEAFLET)
    assert {path: path.stat().st_mtime_ns for path in project.out.rglob("*") if path.is_file()} == before


def test_what_stands_is_what_was_made_and_nobody_has_changed(project: Project) -> None:
    plan = "leaflets: [back-pain, cramps]\nclinics: hill\nformats: text\n"
    assert project.prepared(plan).standing() == {}
    assert len(project.prepared(plan).expected()) == 2
    project.run(plan)
    assert len(project.prepared(plan).standing()) == 2
    [changed, _] = sorted(project.out.rglob("*.txt"))
    changed.write_bytes(b"mine")
    batch = project.prepared(plan)
    assert [path in str(changed) for path in batch.standing()] == [False]
    assert {entry.status for entry in batch.expected().values()} == {"made"}
    assert all(entry.bytes for entry in batch.expected().values())  # as it was last time
