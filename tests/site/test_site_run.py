"""A plan becomes a site: what is made, where it stands, what changes the next time, and what never does."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import force_setattr

from batch_project import TODAY
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.site.places import index_of_clinic, page_of_leaflet, way
from handoutgen.site.record import place_of_record
from site_project import SITE, SITE_PLAN, SiteProject, files_of, links
from written import written_leaflet

CRAMPS = page_of_leaflet("hill", "cramps", "en-GB")
BACK = page_of_leaflet("hill", "back-pain", "en-GB")
PAGES = [
    "index.html", "sitemap.xml", "hill/index.html", "hill/sitemap.xml", "lake/index.html",
    *(f"{clinic}/{leaflet}/index.html" for clinic in ("hill", "lake")
      for leaflet in ("back-pain/en-GB", "cramps/cy", "cramps/en-GB")),
]  # fmt: skip


def pages_in(out: Path) -> list[str]:
    found = [*out.rglob("index.html"), *out.rglob("sitemap.xml")]
    return sorted(path.relative_to(out).as_posix() for path in found)


def test_a_site_has_an_index_of_clinics_one_for_each_and_a_page_for_each_leaflet(project: SiteProject) -> None:
    made = project.site()
    assert pages_in(project.out) == sorted(PAGES) == sorted(made.pages.written)
    assert made.withheld == {}


def test_every_link_leads_to_a_file_of_the_site_and_every_file_is_linked(project: SiteProject) -> None:
    project.site(SITE_PLAN + "sizes: [standard, large]\ninclude: [{leaflet: cramps, format: a4}]\n")
    linked = {file.resolve() for path in pages_in(project.out) if path.endswith(".html")
              for file in files_of(project.out, path)}  # fmt: skip
    made = {file.resolve() for ending in ("pdf", "html", "txt") for file in project.out.rglob(f"*.{ending}")}
    assert made - linked == {(project.out / "index.html").resolve()} - linked
    assert linked - made == set()


def test_links_are_relative_and_no_address_has_a_version(project: SiteProject) -> None:
    project.site()
    for path in pages_in(project.out):
        if path.endswith(".html"):
            for link in links(project.page(path)):
                assert re.match(r"#|tel:|mailto:|https://leaflets\.example\.org|(?!/|https?:)", link), link
        assert not re.search(r"\d\.\d", path)


def test_the_web_page_comes_by_itself_and_only_where_the_plan_has_none(project: SiteProject) -> None:
    assert [row.format for row in project.run_for().matrix.rows].count("html") == 6
    named = SITE_PLAN.replace("[text]", "[html, text]") + "options: {detail: all}\n"
    rows = project.run_for(named).matrix.rows
    assert [(row.format, str(row.detail)) for row in rows].count(("html", "full")) == 6
    assert len(rows) == 24
    short = SITE_PLAN + "options: {detail: essential}\n"
    assert {row.detail for row in project.run_for(short).matrix.rows} == {"essential"}


def test_the_next_run_writes_nothing_at_all(project: SiteProject) -> None:
    project.site()
    before = project.times()
    made = project.site()
    assert (made.pages.written, made.pages.removed) == ([], [])
    assert len(made.pages.unchanged) == len(PAGES)
    assert project.times() == before


def test_only_what_depends_on_what_changed_is_written(project: SiteProject) -> None:
    project.site()
    before = project.times()
    leaflet = project.folder / "handouts/back-pain/en-GB.yaml"
    text = re.sub(r"(?m)^title: .*$", "title: Another name for it", leaflet.read_text(encoding="utf-8"))
    leaflet.write_text(text, encoding="utf-8")
    made = project.site()
    own = {page_of_leaflet(clinic, "back-pain", "en-GB") for clinic in ("hill", "lake")}
    assert set(made.pages.written) == {"hill/index.html", "lake/index.html", *own}
    now = project.times()
    assert now[CRAMPS] == before[CRAMPS]
    assert "Another name for it" in project.text(BACK)


def test_a_new_version_stays_at_the_same_address(project: SiteProject) -> None:
    project.site()
    there = set(project.times())
    for path in ("cramps/en-GB", "cramps/cy"):
        file = project.folder / f"handouts/{path}.yaml"
        file.write_text(re.sub(r'version: "?[\d.]+"?', 'version: "7.3"', file.read_text(encoding="utf-8")), "utf-8")
    project.site()
    assert set(project.times()) == there
    assert "Version 7.3" in project.text(CRAMPS)


def test_for_one_clinic_the_index_stands_at_the_root_too(project: SiteProject) -> None:
    project.site(SITE_PLAN.replace("clinics: all", "clinics: lake"))
    assert {"index.html", "lake/index.html"} <= set(pages_in(project.out))
    assert "lake/cramps/en-GB/index.html" in links(project.page("index.html"))
    assert "cramps/en-GB/index.html" in links(project.page("lake/index.html"))
    assert "All clinics" not in project.text("lake/index.html")


def test_without_a_clinic_there_is_a_site_too(project: SiteProject) -> None:
    project.site("leaflets: [back-pain, cramps]\nformats: text\n")
    assert "no-clinic/cramps/en-GB/index.html" in pages_in(project.out)
    assert "In an emergency, call 999" in project.text("index.html")  # as the leaflets say


def test_a_leaflet_that_left_the_plan_is_taken_away_and_nothing_else(project: SiteProject) -> None:
    project.site()
    own = project.out / "lake" / "notes.html"
    own.write_text("somebody's", encoding="utf-8")
    made = project.site(SITE_PLAN.replace("[back-pain, cramps]", "cramps"))
    assert page_of_leaflet("lake", "back-pain", "en-GB") in made.pages.removed
    assert not (project.out / "lake/back-pain").exists()
    assert own.read_text(encoding="utf-8") == "somebody's"
    assert (project.out / CRAMPS).exists()


def test_where_paper_may_lead_a_page_stays_and_says_whom_to_ask(project: SiteProject) -> None:
    project.site()
    for _ in range(2):
        project.site(SITE_PLAN.replace("[back-pain, cramps]", "cramps"))
        assert "no longer given out here. Ask us." in project.text(BACK)
        assert "0117 496 0123" in project.text(BACK)
        assert [path.name for path in (project.out / BACK).parent.iterdir()] == ["index.html"]
    assert BACK.removesuffix("index.html") not in (project.out / "hill/sitemap.xml").read_text(encoding="utf-8")
    project.site()
    assert "Read it here" in project.text(BACK)


def test_a_clinic_that_left_the_plan_goes_whole(project: SiteProject) -> None:
    project.site()
    project.site(SITE_PLAN.replace("clinics: all", "clinics: hill"))
    assert not (project.out / "lake").exists()


def test_a_page_that_somebody_changed_is_not_taken_away(project: SiteProject) -> None:
    project.site()
    path = page_of_leaflet("lake", "back-pain", "en-GB")
    (project.out / path).write_bytes(project.page(path) + b"<!-- mine -->")
    made = project.site(SITE_PLAN.replace("[back-pain, cramps]", "cramps"))
    assert made.pages.kept == {path: "it is not as the site wrote it"}
    assert project.page(path).endswith(b"<!-- mine -->")


def test_a_file_in_the_way_that_no_site_wrote_is_refused_before_any_page_is_written(project: SiteProject) -> None:
    (project.out / "hill").mkdir(parents=True)
    (project.out / "hill/index.html").write_text("<h1>Ours</h1>", encoding="utf-8")
    with pytest.raises(HandoutError, match=r"hill.index\.html is there already, and no site has written it"):
        project.site()
    assert pages_in(project.out) == ["hill/index.html"]
    assert (project.out / "hill/index.html").read_text(encoding="utf-8") == "<h1>Ours</h1>"


def test_after_the_record_is_lost_our_own_pages_are_known_again(project: SiteProject) -> None:
    project.site()
    place_of_record(project.out).write_text("{", encoding="utf-8")
    (project.out / CRAMPS).write_bytes(project.page(CRAMPS).replace(b"Read it here", b"Read"))
    made = project.site(SITE_PLAN.replace("[back-pain, cramps]", "cramps"))
    assert "damaged" in made.run.record.notice
    assert made.pages.removed == []
    assert "Read it here" in project.text(CRAMPS)


def test_a_folder_has_the_site_of_one_plan(project: SiteProject) -> None:
    project.site()
    run = project.run_for()
    other = project.write_plan(SITE_PLAN, "other.yaml")
    force_setattr(run.order.plan, "path", other)
    with pytest.raises(HandoutError, match=r"has the site of another plan, plan\.yaml"):
        run.take_up()


def test_a_batch_of_the_same_plan_in_the_same_folder_keeps_its_files(project: SiteProject) -> None:
    project.run(SITE_PLAN)
    before = set(project.out.rglob("*.txt"))
    project.site()
    assert all(path.exists() for path in before)


def test_a_wrong_name_in_the_plan_is_told_with_its_place(project: SiteProject) -> None:
    with pytest.raises(ContentRefused) as refused:
        project.run_for("leaflets: crampz\n")
    assert [found.code for found in refused.value.diagnostics] == ["HG401"]


def test_a_clinic_is_called_as_its_file(project: SiteProject) -> None:
    elsewhere = project.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "dale.yaml").write_text((project.folder / "clinics/hill.yaml").read_text(), encoding="utf-8")
    with pytest.raises(HandoutError, match=r'its id is "hill", and it is called "dale"'):
        project.run_for(SITE_PLAN.replace("clinics: all", "clinics: elsewhere/dale.yaml"))


@pytest.mark.parametrize(("key", "name"), [("id", "leg-cramps"), ("language", "en-IE")])
def test_a_leaflet_is_called_as_its_file_where_paper_leads_to_it(project: SiteProject, key: str, name: str) -> None:
    path = project.folder / "handouts/cramps/en-GB.yaml"
    path.write_text(re.sub(rf"(?m)^{key}: .*$", f"{key}: {name}", path.read_text(encoding="utf-8")), "utf-8")
    with pytest.raises(HandoutError, match=f'its {key} is "{name}"'):
        project.run_for()
    project.run_for(SITE_PLAN.replace("clinics: all", "clinics: lake"))  # no paper leads there


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("index.html", "hill/index.html", "hill/index.html"),
        ("hill/index.html", "index.html", "../index.html"),
        ("hill/cramps/cy/index.html", "hill/cramps/en-GB/index.html", "../en-GB/index.html"),
        ("hill/cramps/cy/index.html", "hill/cramps/cy/a b#1.pdf", "a%20b%231.pdf"),
    ],
)
def test_the_way_from_page_to_page(start: str, end: str, expected: str) -> None:
    assert way(start, end) == expected


def test_places_of_pages() -> None:
    assert index_of_clinic("hill") == "hill/index.html"
    assert page_of_leaflet("hill", "cramps", "cy") == "hill/cramps/cy/index.html"


def test_paper_leads_to_the_page_that_is_there(project: SiteProject) -> None:
    from handoutgen.workshop import voice_for

    project.site()
    workshop = project.run_for()._workshop
    loaded = workshop.leaflet(project.folder / "handouts/cramps/cy.yaml")
    scanned = voice_for(loaded, workshop.clinic(project.folder / "clinics/hill.yaml").clinic).scanned
    assert scanned == f"{SITE}/hill/cramps/cy/"
    assert (project.out / scanned.removeprefix(f"{SITE}/") / "index.html").is_file()


def overdue(project: SiteProject) -> date:
    """A day on which cramps in English is overdue, and nothing else."""
    path = project.folder / "handouts/cramps/en-GB.yaml"
    due = TODAY + timedelta(days=200)
    path.write_text(re.sub(r"next_review: .*", f"next_review: {due}", path.read_text(encoding="utf-8")), "utf-8")
    return due + timedelta(days=1)


def test_an_overdue_leaflet_is_not_offered_and_its_page_says_whom_to_ask(project: SiteProject) -> None:
    day = overdue(project)
    project.site()
    assert "Read it here" in project.text(CRAMPS)
    made = project.site(today=day)
    assert made.withheld == {("hill", "cramps", "en-GB"): "overdue", ("lake", "cramps", "en-GB"): "overdue"}
    assert "This leaflet is being reviewed. Ask us." in project.text(CRAMPS)
    assert "Read it here" not in project.text(CRAMPS)
    assert [path.name for path in (project.out / CRAMPS).parent.iterdir()] == ["index.html"]
    assert "cramps/en-GB" not in (project.out / "hill/sitemap.xml").read_text(encoding="utf-8")
    assert "cramps/cy" in (project.out / "hill/sitemap.xml").read_text(encoding="utf-8")
    assert "Ei darllen yma" in project.text(page_of_leaflet("hill", "cramps", "cy"))


def test_with_a_reason_an_overdue_leaflet_is_offered_and_says_so(project: SiteProject) -> None:
    made = project.site(today=overdue(project), reason="The new one comes in May.")
    assert made.withheld == {}
    assert "Review overdue since" in project.text(CRAMPS)
    assert "The new one comes in May." in project.text("hill/cramps/en-GB/cramps_en-GB_html.html")


def test_a_translation_of_an_older_version_is_not_offered(project: SiteProject) -> None:
    path = project.folder / "handouts/cramps/en-GB.yaml"
    path.write_text(re.sub(r'version: "?[\d.]+"?', 'version: "9.0"', path.read_text(encoding="utf-8")), "utf-8")
    assert project.site().withheld == {
        ("hill", "cramps", "cy"): "safety_behind", ("lake", "cramps", "cy"): "safety_behind"
    }  # fmt: skip
    assert "Cymraeg" not in project.text("hill/index.html")


def test_without_a_number_to_call_a_clinic_offers_nothing(project: SiteProject) -> None:
    project.change("clinics/lake.yaml", "phones:\n  - {label: Nurse advice line, number: 0117 496 0123}\n", "")
    made = project.site()
    assert {key for key, why in made.withheld.items() if why == "number"} == {
        ("lake", "back-pain", "en-GB"), ("lake", "cramps", "cy"), ("lake", "cramps", "en-GB")
    }  # fmt: skip


def test_a_leaflet_with_a_mistake_has_a_page_that_says_whom_to_ask_and_keeps_its_files(project: SiteProject) -> None:
    project.site()
    project.change("handouts/cramps/en-GB.yaml", "\nhelp:", "\nhalp:")
    made = project.site()
    assert made.withheld == {("hill", "cramps", "en-GB"): "mistake", ("lake", "cramps", "en-GB"): "mistake"}
    assert "being reviewed" in project.text(CRAMPS)
    assert (project.out / "hill/cramps/en-GB/cramps_en-GB_html.html").is_file()


def test_what_cannot_be_read_at_all_stays_as_it_is(project: SiteProject) -> None:
    project.site()
    before = project.page(CRAMPS), project.page("lake/cramps/en-GB/index.html")
    (project.folder / "handouts/cramps/en-GB.yaml").write_text("{", encoding="utf-8")
    (project.folder / "clinics/lake.yaml").write_text("{", encoding="utf-8")
    made = project.site()
    assert made.pages.removed == []
    assert (project.page(CRAMPS), project.page("lake/cramps/en-GB/index.html")) == before


def test_one_more_leaflet_is_one_more_page(project: SiteProject) -> None:
    project.site()
    project.write_leaflet("aches", "en-GB", written_leaflet("aches", "en-GB", TODAY))
    made = project.site(SITE_PLAN.replace("[", "[aches, ", 1))
    assert set(made.pages.written) == {
        "hill/index.html", "lake/index.html", "index.html", "hill/sitemap.xml",
        "hill/aches/en-GB/index.html", "lake/aches/en-GB/index.html",
    }  # fmt: skip


def test_over_clinics_with_several_emergency_numbers_none_is_named(project: SiteProject) -> None:
    project.site()
    assert "In an emergency, call 999" in project.text("index.html")
    project.change("clinics/lake.yaml", '"999"', '"911"')
    project.site()
    assert "In an emergency, call the emergency number." in project.text("index.html")
    assert "999" not in project.text("index.html")
    assert "In an emergency, call 911" in project.text("lake/index.html")


def test_a_site_needs_no_extra() -> None:
    blocked = "".join(f"sys.modules[{name!r}] = None; " for name in ("rapidfuzz", "starlette", "jinja2", "markupsafe"))
    code = f"import sys; {blocked}import handoutgen.site.run, handoutgen.cli.site"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
