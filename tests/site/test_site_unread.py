"""What cannot be read takes nothing off a site: its pages stay, and no list loses what still stands."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from handoutgen.site.listed import ListedClinic, ListedEdition, as_kept, listing_in
from handoutgen.site.places import page_of_leaflet
from handoutgen.site.record import place_of_record
from handoutgen.site.standing_pages import with_what_stands
from site_project import SITE, SITE_PLAN, SiteProject, files_of, links, tree

ONE_CLINIC = SITE_PLAN.replace("clinics: all", "clinics: hill")
WRONG_NUMBER = ("clinics/hill.yaml", '"999"', '"99"')
CYMRAEG = page_of_leaflet("hill", "cramps", "cy")


def pages_in(project: SiteProject) -> dict[str, bytes]:
    found = [*project.out.rglob("index.html"), *project.out.rglob("sitemap.xml")]
    return {path.relative_to(project.out).as_posix(): path.read_bytes() for path in sorted(found)}


def things(project: SiteProject, path: str) -> dict[str, Any]:
    """What the search of a page looks through, by id."""
    [data] = [each for each in tree(project.page(path)).iter("script") if each.get("id") == "data"]
    return {each["id"]: each for each in json.loads(data.text)["things"]}


def tear(project: SiteProject, *names: str) -> None:
    for name in names:
        (project.folder / name).write_text("{", encoding="utf-8")


def forget_what_lists_say(project: SiteProject) -> None:
    """The record as an earlier version wrote it."""
    path = place_of_record(project.out)
    told = json.loads(path.read_bytes())
    for page in told["pages"].values():
        del page["listed"]
    path.write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize("clinics", ["hill", "all"])
@pytest.mark.parametrize("with_record", [True, False])
def test_no_page_changes_while_no_clinic_can_be_read(project: SiteProject, clinics: str, with_record: bool) -> None:
    plan = SITE_PLAN.replace("clinics: all", f"clinics: {clinics}")
    project.site(plan)
    before = pages_in(project)
    assert {"index.html", "sitemap.xml"} <= set(before)
    if not with_record:
        forget_what_lists_say(project)
    project.change(*WRONG_NUMBER)
    project.change("clinics/lake.yaml", '"999"', '"99"')
    for _ in range(2):
        made = project.site(plan)
        assert (made.pages.written, made.pages.removed) == ([], [])
        assert pages_in(project) == before
    project.change("clinics/hill.yaml", '"99"', '"999"')
    assert project.site(plan).pages.removed == []


def test_no_page_changes_while_no_leaflet_of_the_plan_can_be_read(project: SiteProject) -> None:
    plan = ONE_CLINIC.replace("[back-pain, cramps]", "back-pain")
    project.site(plan)
    before = pages_in(project)
    project.change("handouts/back-pain/en-GB.yaml", "\nhelp:", "\nhalp:")
    project.site(plan)
    assert pages_in(project) == before


def test_the_list_of_clinics_keeps_one_that_cannot_be_read(project: SiteProject) -> None:
    project.write_clinic("lake", locale="en-US", organisation="Lakeshore", leaflets_at=SITE)
    project.change("clinics/lake.yaml", '"999"', '"911"')
    project.site()
    before = pages_in(project)
    tear(project, "clinics/lake.yaml")
    assert project.site().pages.written == []
    assert pages_in(project) == before  # with its place, in the search and the sitemap; and no number is named as all's
    assert "Lakeshore" in project.text("index.html")
    project.write_clinic("dale")
    project.site()
    assert set(things(project, "index.html")) == {"dale", "hill", "lake"}


def test_of_an_earlier_versions_site_the_page_over_all_clinics_stays(project: SiteProject) -> None:
    project.write_clinic("lake", leaflets_at=SITE)
    project.site()
    before = pages_in(project)
    forget_what_lists_say(project)
    tear(project, "clinics/lake.yaml")
    project.site()
    assert pages_in(project) == before


def test_a_clinics_list_keeps_a_leaflet_that_cannot_be_read(project: SiteProject) -> None:
    project.change("handouts/back-pain/en-GB.yaml", "\ntitle: ", "\nsearch_words: [lumbago]\ntitle: ")
    project.site()
    before, known = pages_in(project), things(project, "hill/index.html")
    own = page_of_leaflet("hill", "back-pain", "en-GB")
    tear(project, "handouts/back-pain/en-GB.yaml")
    for _ in range(2):
        made = project.site()
        assert made.pages.removed == []
        assert things(project, "hill/index.html") == known
        assert "back-pain/en-GB/index.html" in links(project.page("hill/index.html"))
        after = pages_in(project)
        assert {path for path in before if after[path] != before[path]} == {"hill/index.html", "lake/index.html"}
        assert "lumbago" in project.text("hill/index.html")
        assert all(file.is_file() for file in files_of(project.out, own))
    # All the rest of the list goes on.
    project.change("clinics/hill.yaml", "0117 496 0123", "0117 496 0199")
    project.site()
    assert "0117 496 0199" in project.text("hill/index.html")


def test_a_language_that_cannot_be_read_is_listed_and_linked_as_before(project: SiteProject) -> None:
    project.site()
    before = pages_in(project)
    tear(project, "handouts/cramps/cy.yaml")
    assert project.site().pages.written == []
    assert pages_in(project) == before
    assert "../cy/index.html" in links(project.page(page_of_leaflet("hill", "cramps", "en-GB")))


def test_what_was_not_offered_is_not_when_its_file_cannot_be_read(project: SiteProject) -> None:
    project.change("handouts/cramps/cy.yaml", "\nhelp:", "\nhalp:")
    project.site()
    tear(project, "handouts/cramps/cy.yaml")
    made = project.site()
    assert made.withheld == {("hill", "cramps", "cy"): "mistake", ("lake", "cramps", "cy"): "mistake"}
    assert "Cymraeg" not in project.text("hill/index.html")
    assert "cramps/cy" not in (project.out / "hill/sitemap.xml").read_text(encoding="utf-8")


def test_a_leaflet_with_a_mistake_is_found_by_the_words_that_it_had(project: SiteProject) -> None:
    project.change("handouts/back-pain/en-GB.yaml", "\ntitle: ", "\nsearch_words: [lumbago]\ntitle: ")
    project.site()
    known = things(project, "hill/index.html")
    project.change("handouts/back-pain/en-GB.yaml", "\nhelp:", "\nhalp:")
    for _ in range(2):
        project.site()
        assert things(project, "hill/index.html") == known
        assert "being reviewed" in project.text(page_of_leaflet("hill", "back-pain", "en-GB"))


def test_a_translation_that_was_behind_is_while_the_other_language_cannot_be_read(project: SiteProject) -> None:
    path = project.folder / "handouts/cramps/en-GB.yaml"
    good = re.sub(r'version: "?[\d.]+"?', 'version: "9.0"', path.read_text(encoding="utf-8"))
    path.write_text(good, "utf-8")
    behind = {("hill", "cramps", "cy"): "safety_behind", ("lake", "cramps", "cy"): "safety_behind"}
    assert project.site().withheld == behind
    before = project.page(CYMRAEG)
    tear(project, "handouts/cramps/en-GB.yaml")
    for _ in range(2):
        assert project.site().withheld == behind
        assert project.page(CYMRAEG) == before
    path.write_text(good.replace('"9.0"', '"0.1"'), "utf-8")
    assert project.site().withheld == {}


def test_of_what_no_run_has_made_before_nothing_is_said(project: SiteProject) -> None:
    tear(project, "clinics/lake.yaml", "handouts/cramps/cy.yaml")
    made = project.site()
    assert set(things(project, "index.html")) == {"hill"}
    assert "Cymraeg" not in project.text("hill/index.html")
    shelves = made.run._shelves
    assert with_what_stands(shelves, made.run.record) == shelves
    assert (shelves.stay, shelves.over_all) == (("lake/", "hill/cramps/cy/"), ())


@pytest.mark.parametrize("listing", [ListedClinic("hill", "The Hill Clinic", ("Ely",), 2), ListedEdition(code="LC-MS")])
def test_what_lists_say_is_kept_and_nothing_else_is_taken_for_it(listing: ListedClinic | ListedEdition) -> None:
    assert listing_in(as_kept(listing), type(listing)) == listing
    for damaged in ("", "{", "[]", '{"id": 7, "code": 7}', "[" * 100_000):
        assert listing_in(damaged, type(listing)) is None
