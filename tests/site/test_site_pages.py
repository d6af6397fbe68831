"""The pages as they are written: valid, in words that say how a leaflet stands, each language marked as what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from alternatives.html_reading import problems
from batch_project import TODAY
from handoutgen.alternatives.web_page.policy import head_of
from handoutgen.approval.short_code import in_groups, short_code
from handoutgen.content.record import VersionChange
from handoutgen.finding.results import MOST_OTHER_NAMES, SEARCH_WORD, SUBTITLE, TITLE
from handoutgen.site.clinics_page import clinics_page
from handoutgen.site.files import MEGABYTE, kilobytes
from handoutgen.site.frame import SitePage, look_of, said_in
from handoutgen.site.index_page import index_page
from handoutgen.site.leaflet_page import gone_page, leaflet_page
from handoutgen.site.offering import ClinicShelf, filled, printed_text
from handoutgen.site.search import Findable, search_script
from handoutgen.site.site_pages import site_pages
from handoutgen.site.states import ICONS
from handoutgen.workshop import Workshop
from leaflets.samples import ARABIC
from site_project import SITE_PLAN, SiteProject, files_of, said, tree

OWN = ("there is a form",)
"""What a leaflet's page never has, and a page with a search has."""
CRAMPS = "hill/cramps/en-GB/index.html"
CYMRAEG = "hill/cramps/cy/index.html"


def pages_of(project: SiteProject) -> Iterator[tuple[str, bytes]]:
    for path in sorted(project.out.rglob("index.html")):
        yield path.relative_to(project.out).as_posix(), path.read_bytes()


def by_class(root: Any, name: str) -> list[Any]:
    return [each for each in root.iter() if name in (each.get("class") or "").split()]


def test_every_page_is_valid_and_refers_to_nothing_that_is_not_there(project: SiteProject) -> None:
    project.site(SITE_PLAN + "include: [{leaflet: cramps, format: a4}]\n")
    for path, page in pages_of(project):
        found = [each for each in problems(page) if each not in OWN and not re.match(r"a leads to (?!\w+:)", each)]
        assert found == [], path
        assert all(file.is_file() for file in files_of(project.out, path))


def test_a_page_has_its_landmarks_and_asks_nothing_of_anybody(project: SiteProject) -> None:
    project.site()
    for path, page in pages_of(project):
        root = tree(page)
        tags = [each.tag for each in root.iter()]
        assert [tags.count(tag) for tag in ("header", "main", "footer", "h1")] == [1, 1, 1, 1], path
        assert b"default-src 'none'" in page.replace(b"&#x27;", b"'")
        assert not [each for each in root.iter("link") if each.get("href") != "data:,"]
        assert not [each for each in root.iter() if each.get("src")]


def test_a_page_without_a_script_lets_none_in() -> None:
    assert "script-src &#x27;none&#x27;" in head_of("A page", "p{}")
    assert "script-src &#x27;sha256-" in head_of("A page", "p{}", "run()")


def test_a_leaflets_page_says_what_there_is_with_sizes_pages_and_sheets(project: SiteProject) -> None:
    project.site(SITE_PLAN + "sizes: [standard, large]\ninclude: [{leaflet: cramps, format: [a4, card]}]\n")
    words = project.text(CRAMPS)
    there = {
        "Standard, 12 pt, A4 leaflet": "a4_standard.pdf", "Large, 18 pt, A4 leaflet": "a4_large.pdf",
        "Its own size, Wallet cards on A4 paper": "card_standard.pdf", "Plain text": "text.txt",
        "Read it here": "html.html",
    }  # fmt: skip
    for name, path in there.items():
        file = project.out / f"hill/cramps/en-GB/cramps_en-GB_{path}"
        size = -(-file.stat().st_size // 1000)
        assert re.search(rf"{re.escape(name)}[^.]{{0,60}}? {size} kB", words), (name, size)
    assert re.search(r"Standard, 12 pt, A4 leaflet, PDF \d+ pages?, \d+ sheets? of paper, ", words)
    assert "Ask us for this leaflet in large print, another format or another language." in words


def test_both_depths_can_be_read(project: SiteProject) -> None:
    project.site(SITE_PLAN + "options: {detail: all}\n")
    words = project.text(CRAMPS)
    assert words.index("Read it here, whole leaflet") < words.index("Read it here, short version")
    assert "Plain text, short version" in words


def test_a_clinics_own_words_say_how_to_ask_for_other_formats(project: SiteProject) -> None:
    project.write_clinic("lake", other_formats="Ring us for big print.")
    project.site()
    assert "Ring us for big print." in project.text("lake/cramps/en-GB/index.html")


def test_names_in_another_language_say_so(project: SiteProject) -> None:
    project.site()
    root = tree(project.page("hill/index.html"))
    [*links] = [each for each in root.iter("a") if each.get("hreflang") == "cy"]
    assert {(each.text, each.get("lang")) for each in links} == {("Cymraeg", "cy")}
    page = tree(project.page(CYMRAEG))
    [title] = page.iter("h1")
    assert title.get("lang") is None
    assert (page.get("lang"), page.get("dir")) == ("cy", "ltr")
    assert tree(project.page("lake/index.html")).get("lang") == "en-US"


def test_arabic_says_its_language_and_its_direction(project: SiteProject) -> None:
    folder = project.folder / "handouts" / ARABIC.parent.name
    folder.mkdir(exist_ok=True)
    text = ARABIC.read_text(encoding="utf-8").replace("id: leg-cramps-arabic", f"id: {folder.name}")
    (folder / "ar.yaml").write_text(text, encoding="utf-8")
    project.site(SITE_PLAN.replace("[back-pain, cramps]", f"[cramps, {ARABIC.parent.name}]"))
    [path] = project.out.glob("hill/*/ar/index.html")
    root = tree(path.read_bytes())
    [title] = root.iter("h1")
    assert (title.get("lang"), title.get("dir")) == (None, None)
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    [giver] = by_class(root, "giver")
    assert (giver.get("lang"), giver.get("dir")) == ("en-GB", "ltr")
    listed = next(each for each in by_class(tree(project.page("hill/index.html")), "title") if each.get("lang") == "ar")
    assert listed.get("dir") == "rtl"
    assert said_in("ar", "en-GB") == {"lang": "ar", "dir": "rtl"}
    assert said_in("en-GB", "en-GB") == {}


def test_the_state_is_said_in_words(project: SiteProject) -> None:
    version = re.search(r"version: *\"?([\d.]+)", (project.folder / "handouts/cramps/en-GB.yaml").read_text("utf-8"))
    assert version
    approval = f"[{{leaflet: cramps, version: '{version[1]}', role: Lead nurse, date: 2026-11-30}}]"
    project.write_clinic("lake", approvals=approval)
    project.site()
    words = project.text("lake/cramps/en-GB/index.html")
    assert "Approved by Lead nurse on 30 November 2026. Next review " in words
    assert "Draft" not in words
    assert "Draft: not yet approved by a clinic." in project.text(CRAMPS)
    assert set(ICONS) == {"approved", "draft", "overdue", "behind", "withheld"}


def test_words_that_look_like_a_script_stay_words(project: SiteProject) -> None:
    evil = '</script><script>alert(1)</script><img src=x onerror=alert(2)> & "quoted"'
    project.write_clinic("hill", name="x")
    path = project.folder / "clinics/hill.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: x", f"name: {json.dumps(evil)}"), encoding="utf-8")
    leaflet = project.folder / "handouts/cramps/en-GB.yaml"
    text = re.sub(r"(?m)^title: .*$", lambda _: f"title: {json.dumps(evil[:60])}", leaflet.read_text(encoding="utf-8"))
    leaflet.write_text(text, encoding="utf-8")
    project.site()
    for path_of_page, page in pages_of(project):
        root = tree(page)
        assert not list(root.iter("img")), path_of_page
        assert len(list(root.iter("script"))) in (0, 1, 2), path_of_page
    assert evil in project.text("hill/index.html")
    [data] = [each for each in tree(project.page("hill/index.html")).iter("script") if each.get("id") == "data"]
    assert evil[:60] in [text for _, text, *_ in json.loads(data.text)["things"][1]["texts"]]


def test_what_the_search_looks_through_stands_in_the_page(project: SiteProject) -> None:
    leaflet = project.folder / "handouts/cramps/en-GB.yaml"
    text = re.sub(r"(?m)^# ?search_words:.*\n|^search_words:.*\n", "", leaflet.read_text(encoding="utf-8"))
    leaflet.write_text(text + "search_words: [charley horse, calf pain, leg spasm, stiff legs, spasms]\n", "utf-8")
    project.site()
    root = tree(project.page("hill/index.html"))
    [data] = [each for each in root.iter("script") if each.get("id") == "data"]
    told = json.loads(data.text)
    thing = next(each for each in told["things"] if each["id"] == "cramps")
    assert [SEARCH_WORD, "spasms", "en-GB"] in thing["texts"]
    assert "cramps" in thing["codes"]
    assert "the" in told["little"]
    shown = next(each for each in by_class(root, "also") if "charley" in said(each))
    assert said(shown).count(",") == MOST_OTHER_NAMES - 1
    assert "spasms" not in said(shown)


def test_what_can_be_found_says_each_text_once_with_its_weight() -> None:
    codes = ["LC-1", "", "LC-1"]
    thing = Findable("cramps", ["Cramps", "Cramps"], ["Why"], ["calf", "llo"], codes, spoken={"llo": "cy"})
    assert thing.as_data == {
        "id": "cramps", "codes": ["LC-1"], "last": False,
        "texts": [(TITLE, "Cramps"), (SUBTITLE, "Why"), (SEARCH_WORD, "calf", ""), (SEARCH_WORD, "llo", "cy")],
    }  # fmt: skip
    assert search_script().startswith('"use strict"')


def test_without_a_script_the_list_by_subject_is_there_and_the_box_is_not(project: SiteProject) -> None:
    for ident, subject in (("cramps", "nerves"), ("back-pain", "movement")):
        path = project.folder / f"handouts/{ident}/en-GB.yaml"
        text = re.sub(r"(?m)^subjects:.*\n", "", path.read_text(encoding="utf-8"))
        path.write_text(f"{text}subjects: [{subject}]\n" if ident == "cramps" else text, encoding="utf-8")
    project.site()
    root = tree(project.page("hill/index.html"))
    [form] = root.iter("form")
    assert form.get("hidden") is not None
    headings = [said(each) for each in root.iter("h2")]
    assert headings[headings.index("By subject") + 1 :][:2] == ["Nerves and MS", "Other leaflets"]


def test_file_sizes_are_never_too_small() -> None:
    page = SitePage(look_of(None, Workshop().dress(Workshop().leaflet(ARABIC), None)))
    assert [kilobytes(page, size) for size in (1, 999, 1000, 1001, MEGABYTE - 1, MEGABYTE, 1_210_000)] == [
        "1 kB", "1 kB", "1 kB", "2 kB", "1000 kB", "1 MB", "1.3 MB"
    ]  # fmt: skip


def test_a_leaflets_page_can_say_whether_a_paper_is_of_its_version_and_shows_nothing_by_itself(
    project: SiteProject,
) -> None:
    leaflet = project.folder / "handouts/cramps/en-GB.yaml"
    project.site()
    root = tree(project.page(CRAMPS))
    [notice] = [each for each in root.iter() if each.get("id") == "paper"]
    code = short_code(Workshop().content_of(Workshop().leaflet(leaflet)).digest, "en-GB")
    assert (notice.get("data-version"), notice.get("data-code")) == ("0.1", code)
    assert notice.get("hidden") is not None
    lines = {each.get("data-kind"): said(each) for each in notice}
    assert set(lines) == {"same", "older", "newer", "changed"}
    assert "The newest is version 0.1 of 1 December 2026" in lines["older"]
    assert all(each.get("hidden") is not None for each in notice)
    assert f"Version 0.1 · {in_groups(code)}".replace("\u00a0", " ") in project.text(CRAMPS)


def test_the_day_of_a_version_is_that_of_its_change_or_else_of_publication(project: SiteProject) -> None:
    path = project.folder / "handouts/cramps/en-GB.yaml"
    review = Workshop().leaflet(path).leaflet.review
    changes = (VersionChange(version="0.1", date=date(2026, 11, 3), what="New."),)
    assert printed_text(review, "K").date == review.published
    assert printed_text(review.model_copy(update={"changes": changes}), "K").date == date(2026, 11, 3)
    other = (VersionChange(version="0.0", date=date(2026, 11, 3), what="Old."),)
    assert printed_text(review.model_copy(update={"changes": other}), "K").date == review.published


def test_what_is_not_offered_says_nothing_of_versions(project: SiteProject) -> None:
    project.site(today=date(2035, 1, 1))
    root = tree(project.page(CRAMPS))
    assert not [each for each in root.iter() if each.get("id") == "paper"]
    assert not list(root.iter("script"))


def test_a_page_is_a_function_of_what_is_on_the_shelf(project: SiteProject) -> None:
    made = project.site()
    [hill, _] = made.run._shelves.shelves
    workshop = Workshop()
    dress = workshop.dress(workshop.leaflet(hill.leaflets[0].listed.edition().path), hill.clinic)
    assert hill.clinic
    look = look_of(hill.clinic.clinic, dress)
    cramps = next(each for each in hill.leaflets if each.listed.id == "cramps")
    assert leaflet_page(look, hill, cramps, "en-GB") == project.page(CRAMPS)
    assert index_page(look, hill, "hill/index.html", of_all=True) == project.page("hill/index.html")
    assert set(site_pages(made.run._shelves, made.run.record, workshop)) == set(
        made.pages.written + made.pages.unchanged
    )
    assert leaflet_page(look_of(hill.clinic.clinic, dress, "cy"), hill, cramps, "cy") == project.page(CYMRAEG)
    assert b"no longer given out" in gone_page(look, "hill", "gone", "en-GB", "Gone")
    assert isinstance(hill, ClinicShelf)
    assert not filled(hill, ()).leaflets[0].offered
    assert b"The Hill Clinic" in clinics_page(look, [hill.listed])


@pytest.mark.parametrize("day", [TODAY, date(2027, 1, 5)])
def test_another_day_changes_no_page_as_long_as_nothing_is_due(project: SiteProject, day: date) -> None:
    project.site()
    before = project.times()
    project.site(today=day)
    assert project.times() == before
