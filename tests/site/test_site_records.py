"""What a site has written is known again, or it is not trusted; sitemaps name what may be read."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handoutgen.errors import HandoutError
from handoutgen.site.publishing import Published, WantedPage, clear_folders, publish, what_would_change
from handoutgen.site.record import FORMAT, RecordedPage, SiteRecord, place_of_record, read_record
from handoutgen.site.sitemap import sitemaps
from site_project import SITE, SiteProject

PAGE = WantedPage.of(b"<p>handoutgen site</p>", "hill", "cramps", "en-GB", "Cramps")


def written(out: Path, wanted: dict[str, WantedPage], *stay: str) -> Published:
    return publish(out, "plan.yaml", wanted, read_record(out), stay)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    written(tmp_path, {"hill/index.html": PAGE})
    record = read_record(tmp_path)
    assert (record.plan, record.pages, record.notice) == ("plan.yaml", {"hill/index.html": PAGE.told}, "")


@pytest.mark.parametrize(
    "told",
    [
        "", "[]", "{", '{"format": "another"}', '{"format": "' + FORMAT + '", "plan": 1, "pages": {}}',
        json.dumps({"format": FORMAT, "plan": "p", "pages": {"../x": {"sha256": "0"}}}),
        json.dumps({"format": FORMAT, "plan": "p", "pages": {"x": {"sha256": 7}}}),
        json.dumps({"format": FORMAT, "plan": "p", "pages": {"x": {"sha256": "0", "more": "1"}}}),
        json.dumps({"format": FORMAT, "plan": "p", "pages": ["x"]}), "[" * 100_000,
    ],
)  # fmt: skip
def test_a_damaged_record_takes_nothing_away(tmp_path: Path, told: str) -> None:
    written(tmp_path, {"a/index.html": PAGE, "b/index.html": PAGE})
    place_of_record(tmp_path).write_text(told, encoding="utf-8")
    record = read_record(tmp_path)
    assert record.pages == {}
    assert "damaged" in record.notice
    assert written(tmp_path, {"a/index.html": PAGE}).removed == []
    assert (tmp_path / "b/index.html").exists()


def test_pages_that_stay_are_neither_written_nor_taken_away(tmp_path: Path) -> None:
    written(tmp_path, {"a/index.html": PAGE, "b/index.html": PAGE})
    told = written(tmp_path, {}, "a/")
    assert told.removed == ["b/index.html"]
    assert not (tmp_path / "b").exists()
    assert list(read_record(tmp_path).pages) == ["a/index.html"]


def test_a_dry_run_says_the_same_and_does_nothing(tmp_path: Path) -> None:
    other = WantedPage.of(b"<p>handoutgen site, other</p>")
    written(tmp_path, {"a/index.html": PAGE, "b/index.html": PAGE, "c/index.html": PAGE})
    told = what_would_change(tmp_path, {"a/index.html": other, "b/index.html": PAGE}, read_record(tmp_path), ())
    assert (told.written, told.unchanged, told.removed) == (["a/index.html"], ["b/index.html"], ["c/index.html"])
    assert (tmp_path / "a/index.html").read_bytes() == PAGE.data
    assert (tmp_path / "c/index.html").exists()


def test_what_will_be_written_is_noted_first(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").mkdir()  # in the way, and not in the record's
    known = SiteRecord("plan.yaml", {"b/index.html": PAGE.told})
    with pytest.raises(HandoutError):
        publish(tmp_path, "plan.yaml", {"a/index.html": PAGE, "b/index.html": PAGE}, known, ())
    assert set(read_record(tmp_path).pages) == {"a/index.html", "b/index.html"}
    assert (tmp_path / "a/index.html").exists()
    assert "a/index.html" in written(tmp_path, {}).removed


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/hill").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(HandoutError):
        written(tmp_path / "out", {"hill/index.html": PAGE})
    assert list(elsewhere.iterdir()) == []


def test_only_empty_folders_are_cleared(tmp_path: Path) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    (tmp_path / "a/x").write_text("", encoding="utf-8")
    clear_folders(tmp_path, "a/b/c/page.html")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["x"]


def test_a_recorded_page_says_which_leaflet_it_was() -> None:
    assert PAGE.told == RecordedPage(PAGE.told.sha256, "hill", "cramps", "en-GB", "Cramps")


def test_sitemaps_name_what_codes_on_paper_lead_to(project: SiteProject) -> None:
    made = project.site()
    names = [path for path, _ in sitemaps(made.run._shelves.shelves, made.run._shelves.listed)]
    assert names == ["hill/sitemap.xml", "sitemap.xml"]  # lake says nothing of a site
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    own = ElementTree.parse(project.out / "hill/sitemap.xml").getroot()  # noqa: S314 - our own
    assert own.tag == f"{space}urlset"
    assert [each.text for each in own.iter(f"{space}loc")] == [
        f"{SITE}/hill/", f"{SITE}/hill/back-pain/en-GB/", f"{SITE}/hill/cramps/cy/", f"{SITE}/hill/cramps/en-GB/"
    ]  # fmt: skip
    whole = ElementTree.parse(project.out / "sitemap.xml").getroot()  # noqa: S314 - our own
    assert [each.text for each in whole.iter(f"{space}loc")] == [f"{SITE}/hill/sitemap.xml"]


def test_over_several_sites_there_is_no_common_sitemap(project: SiteProject) -> None:
    project.write_clinic("lake", leaflets_at="https://lake.example")
    made = project.site()
    shelves = made.run._shelves
    names = [path for path, _ in sitemaps(shelves.shelves, shelves.listed)]
    assert names == ["hill/sitemap.xml", "lake/sitemap.xml"]
