"""`handoutgen site` as people and programs use it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from batch_project import TODAY
from cli.commandline import Typed
from site_project import SITE, SITE_PLAN, SiteProject
from written import written_leaflet

DAY = ("--today", TODAY.isoformat())


@pytest.fixture
def project(tmp_path: Path) -> SiteProject:
    """Two leaflets and a clinic with a site, with a plan."""
    made = SiteProject(tmp_path)
    for ident in ("back-pain", "cramps"):
        made.write_leaflet(ident, "en-GB", written_leaflet(ident, "en-GB", TODAY))
    made.write_clinic("hill", leaflets_at=SITE)
    made.write_plan(SITE_PLAN)
    return made


def test_a_site_is_made_summed_up_and_not_written_again(typed: Typed, project: SiteProject) -> None:
    first = typed("site", "plan.yaml", "--out", "my site", "--jobs", "1", *DAY)
    assert first.code == 0, first.err
    assert "4 made, 0 unchanged in " in first.out
    assert first.out.splitlines()[-1] == "6 pages written, 0 unchanged, 0 taken away."
    files = {path: path.stat().st_mtime_ns for path in (project.folder / "my site").rglob("*") if path.is_file()}
    second = typed("site", "plan.yaml", "--out", "my site", *DAY)
    assert second.out.splitlines()[-1] == "0 pages written, 6 unchanged, 0 taken away."
    assert {path: path.stat().st_mtime_ns for path in files} == files
    assert len([path for path in (project.folder / "my site").rglob("*") if path.is_file()]) == len(files)


def test_a_dry_run_says_what_would_be_and_does_nothing(typed: Typed, project: SiteProject) -> None:
    answer = typed("site", "plan.yaml", "--dry-run", *DAY)
    assert answer.code == 0
    assert "hill/cramps/en-GB/cramps_en-GB_html.html  new" in answer.out
    assert answer.out.splitlines()[-1] == "6 pages would be written, 0 unchanged, 0 taken away."
    assert not project.out.exists()
    typed("site", "plan.yaml", "--jobs", "1", *DAY)
    project.write_plan(SITE_PLAN.replace("[back-pain, cramps]", "cramps").replace("clinics: all", "clinics: hill"))
    before = project.times()
    told = typed("site", "plan.yaml", "--dry-run", "--json", *DAY).json
    assert told["site"]["written"] == [
        "hill/index.html", "index.html", "hill/back-pain/en-GB/index.html", "hill/sitemap.xml"
    ]  # fmt: skip
    assert [row["reasons"] for row in told["rows"]] == [[], []]
    assert project.times() == before


def test_programs_get_one_object(typed: Typed, project: SiteProject) -> None:
    told = typed("site", "plan.yaml", "--jobs", "1", "--json", *DAY).json
    assert told["made"] == 4
    assert len(told["site"]["written"]) == 6
    assert told["site"]["withheld"] == []
    again = typed("site", "plan.yaml", "--jobs", "1", "--json", *DAY).json
    assert (again["site"]["written"], again["site"]["unchanged"]) == ([], 6)


def test_what_is_not_offered_is_told_with_its_reason(typed: Typed, project: SiteProject) -> None:
    answer = typed("site", "plan.yaml", "--jobs", "1", "--today", "2040-01-01")
    assert answer.code == 1
    assert "Not offered: cramps (en-GB), hill: its review date has passed; --allow-expired" in answer.err
    told = typed("site", "plan.yaml", "--jobs", "1", "--today", "2040-01-01", "--json").json
    assert told["site"]["withheld"][0] == {
        "clinic": "hill", "leaflet": "back-pain", "language": "en-GB", "reason": "overdue"
    }  # fmt: skip
    reason = ("--allow-expired", "A new one is being printed.")
    assert typed("site", "plan.yaml", "--jobs", "1", "--today", "2040-01-01", *reason).code == 0


def test_a_mistake_in_a_leaflet_fails_its_rows_and_nothing_else(typed: Typed, project: SiteProject) -> None:
    project.change("handouts/cramps/en-GB.yaml", "\nhelp:", "\nhalp:")
    answer = typed("site", "plan.yaml", "--jobs", "1", *DAY)
    assert answer.code == 1
    assert "HG021" in answer.err
    assert "Not offered: cramps (en-GB), hill: it could not be made." in answer.err
    assert (project.out / "hill/back-pain/en-GB/index.html").is_file()


def test_a_bad_plan_is_told_and_leaves_no_folder(typed: Typed, project: SiteProject) -> None:
    project.write_plan("leaflets: crampz\n")
    answer = typed("site", "plan.yaml", *DAY)
    assert answer.code == 1
    assert 'there is no leaflet "crampz"' in answer.err
    assert not project.out.exists()
    assert typed("site", "nothing.yaml", *DAY).code == 2


def test_a_site_that_was_stopped_has_no_page_that_leads_nowhere_and_goes_on(
    typed: Typed, project: SiteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handoutgen.batch.run import Batch

    real, calls = Batch._written, list[object]()

    def written(self: Batch, *arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Batch, "_written", written)
    before = signal.getsignal(signal.SIGINT)
    try:
        answer = typed("site", "plan.yaml", "--jobs", "1", "--json", *DAY)
    finally:
        signal.signal(signal.SIGINT, before)
    assert answer.code == 1
    assert "Run the same command again to go on." in answer.json["error"]["remedy"]
    assert "written" not in answer.json["site"]
    assert not list(project.out.rglob("index.html"))
    answer = typed("site", "plan.yaml", "--jobs", "1", "--json", *DAY)
    assert (answer.json["made"], answer.json["unchanged"], len(answer.json["site"]["written"])) == (3, 1, 6)


def test_what_goes_is_told(typed: Typed, project: SiteProject) -> None:
    project.write_clinic("lake")
    typed("site", "plan.yaml", "--jobs", "1", *DAY)
    project.write_plan(SITE_PLAN.replace("clinics: all", "clinics: hill"))
    answer = typed("site", "plan.yaml", "--jobs", "1", *DAY)
    assert "Deleted: lake/cramps/en-GB/index.html" in answer.out
    assert "Deleted: lake/cramps/en-GB/cramps_en-GB_html.html" in answer.out
    assert answer.out.splitlines()[-1].endswith("3 taken away.")


def test_a_damaged_record_is_told(typed: Typed, project: SiteProject) -> None:
    typed("site", "plan.yaml", "--jobs", "1", *DAY)
    (project.out / ".handoutgen/site.json").write_text("?", encoding="utf-8")
    assert "is damaged; no page is taken away." in typed("site", "plan.yaml", "--jobs", "1", *DAY).err


def test_the_help_has_an_example(typed: Typed) -> None:
    said = typed("site", "--help").out
    assert "handoutgen site plan.yaml --out site --dry-run" in said
