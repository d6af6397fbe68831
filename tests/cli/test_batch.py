"""`handoutgen batch` as people and programs use it."""

from __future__ import annotations

import errno
import json
import os
import signal
import zipfile
from pathlib import Path

import pytest

from batch_project import ONE_LEAFLET, TODAY, Project
from cli.commandline import Typed
from written import written_leaflet

DAY = ("--today", TODAY.isoformat())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """One leaflet and two clinics, with a plan for two sizes."""
    made = Project(tmp_path)
    made.write_leaflet("back-pain", "en-GB", written_leaflet("back-pain", "en-GB", TODAY))
    made.write_clinic("hill")
    made.write_clinic("lake")
    made.write_plan()
    return made


def test_a_dry_run_lists_every_row_with_its_reason_and_builds_nothing(typed: Typed, project: Project) -> None:
    answer = typed("batch", "plan.yaml", "--dry-run", *DAY)
    assert answer.code == 0
    assert answer.out.splitlines() == [
        *(f"{clinic}/back-pain_en-GB_{clinic}_a4_{size}.pdf  new" for clinic in ("hill", "lake")
          for size in ("standard", "large")),
        "4 rows: 4 to build, 0 unchanged.",
    ]  # fmt: skip
    assert not project.out.exists()


def test_what_short_forms_leave_out_is_told_on_the_screen_and_to_programs(typed: Typed, project: Project) -> None:
    project.write_plan("leaflets: back-pain\nclinics: all\nformats: a4-trifold\n")
    for _ in range(2):  # what an earlier run made is told again
        answer = typed("batch", "plan.yaml", "--jobs", "1", *DAY)
        assert answer.code == 0
        [line] = [line for line in answer.err.splitlines() if "HG305" in line]
        assert line.startswith("Note: hill/back-pain_en-GB_hill_a4-trifold_standard.pdf and 1 more: the ")
        assert "leaves out: about" in line
    project.write_plan("leaflets: back-pain\nclinics: hill\nformats: a4-summary\n")
    told = json.loads(typed("batch", "plan.yaml", "--jobs", "1", "--json", *DAY).out)
    assert "HG305" in [each["code"] for each in told["rows"][0]["left_out"]]


def test_a_batch_builds_sums_up_and_builds_nothing_the_next_time(typed: Typed, project: Project) -> None:
    first = typed("batch", "plan.yaml", "--jobs", "1", *DAY)
    assert first.code == 0
    assert "4 made, 0 unchanged in " in first.out
    assert " sheets of paper." in first.out
    assert len(project.files()) == 4
    second = typed("batch", "plan.yaml", *DAY)
    assert second.code == 0
    assert "0 made, 4 unchanged in " in second.out


def test_a_plan_for_the_essential_leaflet_builds_it_beside_the_whole_one(typed: Typed, project: Project) -> None:
    project.write_plan("leaflets: back-pain\nclinics: hill\n")
    assert typed("batch", "plan.yaml", "--jobs", "1", *DAY).code == 0
    project.write_plan("leaflets: back-pain\nclinics: hill\noptions: {detail: essential}\n")
    assert typed("batch", "plan.yaml", "--jobs", "1", *DAY).code == 0
    full, essential = (
        project.out / "hill" / f"back-pain_en-GB_hill_a4_standard{name}.pdf" for name in ("", "_essential")
    )
    assert essential.read_bytes() != full.read_bytes()
    assert typed("build", "back-pain", "--clinic", "hill", "--detail", "essential", "--out", "alone", *DAY).code == 0
    assert essential.read_bytes() == (project.folder / "alone" / essential.name).read_bytes()


def test_after_an_edit_the_dry_run_says_why(typed: Typed, project: Project) -> None:
    typed("batch", "plan.yaml", "--jobs", "1", *DAY)
    project.change("clinics/lake.yaml", "The Lake Clinic", "Lake Clinic")
    (project.out / "hill" / "back-pain_en-GB_hill_a4_large.pdf").unlink()
    answer = typed("batch", "plan.yaml", "--dry-run", *DAY)
    assert sorted(line.split("  ")[1] for line in answer.out.splitlines()[:-1]) == [
        "clinic changed", "clinic changed", "missing", "unchanged",
    ]  # fmt: skip


def test_several_processes_are_used_when_asked(typed: Typed, project: Project) -> None:
    assert "4 made" in typed("batch", "plan.yaml", "--jobs", "2", *DAY).out


def test_one_problem_is_told_once_however_many_rows_have_it(typed: Typed, project: Project) -> None:
    project.change("clinics/lake.yaml", "emergency_number:", "emergency:")
    answer = typed("batch", "plan.yaml", "--jobs", "1", *DAY)
    assert answer.code == 1
    assert answer.err.count("HG021") == 1
    assert "clinics/lake.yaml:" in answer.err
    assert "| emergency:" in answer.err, "the line of the user's own file is shown"
    assert "Not made: lake/back-pain_en-GB_lake_a4_standard.pdf and 1 more" in answer.err
    assert "2 made, 0 unchanged, 2 failed" in answer.out
    again = typed("batch", "plan.yaml", "--failed", "--jobs", "1", *DAY)
    assert again.code == 1
    project.change("clinics/lake.yaml", "emergency:", "emergency_number:")
    assert "2 made, 2 unchanged" in typed("batch", "plan.yaml", "--failed", "--jobs", "1", *DAY).out


def test_programs_get_one_object(typed: Typed, project: Project) -> None:
    project.change("clinics/lake.yaml", "emergency_number:", "emergency:")
    answer = typed("batch", "plan.yaml", "--json", "--jobs", "1", *DAY)
    told = answer.json
    assert answer.code == told["exit_code"] == 1
    assert (told["made"], told["failed"], told["unchanged"]) == (2, 2, 0)
    rows = {row["path"]: row for row in told["rows"]}
    good = rows["hill/back-pain_en-GB_hill_a4_large.pdf"]
    assert good["sha256"] == project.files()["hill/back-pain_en-GB_hill_a4_large.pdf"]
    assert (good["clinic"], good["size"], good["reasons"], good["status"]) == ("hill", "large", ["new"], "made")
    bad = rows["lake/back-pain_en-GB_lake_a4_large.pdf"]
    assert bad["error"]["diagnostics"][0]["code"].startswith("HG")
    listed = typed("batch", "plan.yaml", "--dry-run", "--json", *DAY).json
    assert [row["reasons"] for row in listed["rows"]] == [[], [], ["failed before"], ["failed before"]]


def test_what_the_plan_has_no_longer_is_listed_and_deleted_when_asked(typed: Typed, project: Project) -> None:
    typed("batch", "plan.yaml", "--jobs", "1", *DAY)
    project.write_plan(ONE_LEAFLET.replace("all", "hill"))
    answer = typed("batch", "plan.yaml", *DAY)
    assert answer.err.count("No longer in the plan: lake/") == 2
    assert len(project.files()) == 4
    pruned = typed("batch", "plan.yaml", "--prune", *DAY)
    assert pruned.out.count("Deleted: lake/") == 2
    assert not (project.out / "lake").exists()
    assert "lake" not in (project.out / "manifest.json").read_text(encoding="utf-8")


def test_each_clinic_gets_an_archive_when_asked(typed: Typed, project: Project) -> None:
    assert "2 archives written." in typed("batch", "plan.yaml", "--zip", "--jobs", "1", *DAY).out
    assert len(zipfile.ZipFile(project.out / "hill.zip").namelist()) == 2


def test_another_folder_and_what_is_overdue_with_a_reason(typed: Typed, project: Project) -> None:
    late = ("--today", "2031-01-01", "--jobs", "1", "--out", "late")
    refused = typed("batch", "plan.yaml", *late)
    assert refused.code == 1
    assert refused.err.count("HG101") == 1
    answer = typed("batch", "plan.yaml", *late, "--allow-expired", "The review is under way.")
    assert answer.code == 0
    assert len(list((project.folder / "late").rglob("*.pdf"))) == 4


@pytest.mark.parametrize("reason", ["", " ", "Soon.\u0007", "Soon \U0001f600", "{clinic.name}"])
def test_a_reason_that_cannot_stand_on_the_pages_stops_before_any_work(
    typed: Typed, project: Project, reason: str
) -> None:
    answer = typed("batch", "plan.yaml", *DAY, "--allow-expired", reason)
    assert (answer.code, answer.err.count("The reason for printing")) == (2, 1)
    project.write_plan(ONE_LEAFLET + 'allow_expired: "Soon {clinic.name}"\n')
    assert typed("batch", "plan.yaml", *DAY).code != 0
    assert not project.out.exists()


def test_a_slip_in_the_plan_stops_before_any_work(typed: Typed, project: Project) -> None:
    project.write_plan(ONE_LEAFLET + "name: one.pdf\n")
    answer = typed("batch", "plan.yaml", *DAY)
    assert answer.code == 1
    assert answer.err.count("HG403") == 2
    assert "plan.yaml:4:" in answer.err
    assert not project.out.exists()


@pytest.mark.parametrize("words", [("plan.yml",), ("plan.yaml", "--jobs", "0"), ()])
def test_wrong_usage_is_said(typed: Typed, project: Project, words: tuple[str, ...]) -> None:
    assert typed("batch", *words).code == 2


def test_this_machine_or_a_cluster(typed: Typed, project: Project) -> None:
    answer = typed("batch", "plan.yaml", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1")
    assert answer.code == 2
    assert "choose one of them" in answer.err


def test_combinations_that_all_brought_in_are_told_as_left_out(typed: Typed, project: Project) -> None:
    project.write_plan("leaflets: back-pain\nformats: [a4-trifold]\nsizes: all\n")
    answer = typed("batch", "plan.yaml", "--dry-run", *DAY)
    assert answer.err.count("Left out: a4-trifold in ") == 3
    assert answer.out.endswith("1 row: 1 to build, 0 unchanged.\n")


def test_a_damaged_manifest_is_said_and_everything_is_built_again(typed: Typed, project: Project) -> None:
    typed("batch", "plan.yaml", "--jobs", "1", *DAY)
    before = project.files()
    (project.out / "manifest.json").write_bytes(b"{")
    answer = typed("batch", "plan.yaml", "--jobs", "1", *DAY)
    assert answer.code == 0
    assert "is damaged; all rows are built again." in answer.err
    assert "4 made" in answer.out
    assert project.files() == before


def test_a_full_disk_stops_with_its_remedy_and_the_next_run_goes_on(
    typed: Typed, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    real = os.fsync

    def fsync(file: int) -> None:
        calls.append(file)
        if len(calls) == 3:  # our lock, the first row, and here the second
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    answer = typed("batch", "plan.yaml", "--jobs", "1", *DAY)
    assert answer.code == 1
    assert "the disk is full" in answer.err
    assert "Free some space" in answer.err
    assert "1 of 4 rows were made and are kept. Run the same command again to go on." in answer.err
    assert "3 made, 1 unchanged" in typed("batch", "plan.yaml", "--jobs", "1", *DAY).out


def test_ctrl_c_keeps_what_is_done(typed: Typed, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from handoutgen.batch.run import Batch

    real = Batch._written
    calls: list[object] = []

    def written(self: Batch, *arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Batch, "_written", written)
    before = signal.getsignal(signal.SIGINT)
    try:
        answer = typed("batch", "plan.yaml", "--jobs", "1", "--json", *DAY)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN, "a second Ctrl-C would tear the program's own end"
    finally:
        signal.signal(signal.SIGINT, before)
    assert answer.code == 1
    assert "Run the same command again to go on." in answer.json["error"]["remedy"]
    assert len(json.loads((project.out / "manifest.json").read_bytes())["rows"]) == 1


def test_on_a_terminal_there_is_a_bar_with_rate_and_time_left(
    typed: Typed, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handoutgen.cli.batch_report import Report

    monkeypatch.setattr(Report, "shows_bar", True)
    monkeypatch.setattr("click._termui_impl.isatty", lambda _: True)
    answer = typed("batch", "plan.yaml", "--jobs", "1", *DAY)
    assert "rows a second" in answer.err
    assert "4/4" in answer.err
