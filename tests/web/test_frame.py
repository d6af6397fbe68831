"""What the print frame of a real browser gets, byte for byte beside what the command writes from the same project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handoutgen.cli.boundary import guarded
from handoutgen.cli.entry import app
from handoutgen.web.site import Site, site_of
from web.browser import Served, chromium, served

PROJECT = Path(__file__).parents[2]
LEAFLET, CLINIC = "leg-cramps-ms", "riverside-neurology"
FORMS = {"leaflet": "a4", "booklet": "a5-booklet"}
"""What the page calls a form, and what the command does."""
PRINTS = [
    ("standard", "full", "leaflet"), ("standard", "essential", "leaflet"), ("standard", "full", "booklet"),
    ("standard", "essential", "booklet"), ("large", "full", "leaflet"), ("large", "essential", "leaflet"),
]  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    day = date.today()  # one day for both, whatever midnight does

    def dated(site: Site) -> Site:
        return site_of(PROJECT, CLINIC, site.origins, site.tickets, site.kept, lambda: day, site.clock)

    with served(PROJECT, CLINIC, tmp_path_factory.mktemp("own"), dated) as running:
        yield running


@pytest.fixture(scope="module")
def tab(pages: Served) -> Iterator[Any]:
    with chromium() as browser:
        page = browser.new_page()
        page.add_init_script("window.print = () => {};")
        page.goto(pages.entrance)
        yield page


@pytest.mark.parametrize(("size", "detail", "form"), PRINTS)
def test_the_frame_gets_the_very_file_that_the_command_writes(
    tab: Any, pages: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: str, detail: str, form: str
) -> None:
    monkeypatch.chdir(PROJECT)
    command = ["build", LEAFLET, "--clinic", CLINIC, "--size", size, "--format", FORMS[form], "--detail", detail]
    assert guarded(app, [*command, "--lang", "en-GB", "--out", str(tmp_path)]) == 0
    (written,) = tmp_path.rglob("*.pdf")
    tab.goto(pages.at(f"/l/{LEAFLET}?lang=en-GB&paper=a4&size={size}&form={form}&detail={detail}"))
    tab.click("#print")
    tab.wait_for_selector("#print-frame", state="attached")
    got = tab.context.request.get(pages.at(tab.get_attribute("#print-frame", "src")))
    assert got.body() == written.read_bytes()
    assert written.name in got.headers["content-disposition"]


def test_large_print_has_no_booklet_here_as_in_the_command(
    tab: Any, pages: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)
    assert guarded(app, ["build", LEAFLET, "--size", "large", "--format", "a5-booklet", "--out", str(tmp_path)]) != 0
    tab.goto(pages.at(f"/l/{LEAFLET}?size=large&form=booklet"))
    assert tab.query_selector("#print") is None
    assert "Not in Large" in tab.inner_text("#forms")
