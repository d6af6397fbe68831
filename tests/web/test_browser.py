"""The pages in a real browser: as staff use them, by mouse and by keys, with and without JavaScript, for every eye."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from web.browser import Served, served
from web.desk import small_clinic_project

LEAFLET = "/l/leg-cramps-ms?lang=en-GB&size=large&form=leaflet&paper=a4"
SCREENS = [
    "/", "/?q=skleroses", "/?q=shingels", "/leaflets", "/subjects/nerves", LEAFLET, "/keys", "/computer",
    "/l/leg-cramps-ms?size=large&form=booklet", "/l/leg-cramps-ms/pages?size=standard&form=summary",
    "/l/leg-cramps-ms/show", "/pack", "/dates", "/size-card", "/measure", "/nothing", "/clinic",
    "/approve?leaflet=leg-cramps-ms&lang=en-GB",
]  # fmt: skip
EYES: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1366, "height": 768}},
    "zoomed": {"viewport": {"width": 341, "height": 700}},
    "narrow": {"viewport": {"width": 320, "height": 700}},
    "dark": {"viewport": {"width": 1366, "height": 768}, "color_scheme": "dark"},
    "forced": {"viewport": {"width": 1366, "height": 768}, "forced_colors": "active"},
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def tab(browser: Any, pages: Served) -> Iterator[Any]:
    """A tab at the desk; nothing may fail in it, and nothing may be asked of anybody else."""
    with opened(browser, pages, viewport={"width": 1366, "height": 768}) as page:
        yield page


class opened:  # noqa: N801 - used as a function
    """A tab with a visit of its own."""

    def __init__(self, browser: Any, pages: Served, **eyes: Any) -> None:
        self._context = browser.new_context(**eyes)
        self._pages = pages
        self.problems: list[str] = []

    def __enter__(self) -> Any:
        page = self._context.new_page()
        page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda problem: self.problems.append(str(problem)))
        page.on("request", self._asked)
        page.goto(self._pages.entrance)
        return page

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self._pages.at("/"), "data:", "about:", "chrome-extension:", "chrome:")):
            self.problems.append(f"asks for {request.url}")

    def __exit__(self, *_: object) -> None:
        self._context.close()
        told = [each for each in self.problems if not any(code in each for code in ("404", "409", "422", "ERR_FAILED"))]
        assert told == []


def violations(page: Any, *off: str) -> list[str]:
    """What axe finds, in a line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "resultTypes": ["violations"],
        "rules": {name: {"enabled": False} for name in off},
    }
    found = axe.Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("eyes", EYES)
def test_every_screen_can_be_used_by_everybody_and_scrolls_one_way(browser: Any, pages: Served, eyes: str) -> None:
    off = ["color-contrast"] if eyes == "forced" else []
    with opened(browser, pages, **EYES[eyes]) as page:
        page.goto(pages.at("/pack"))
        page.click("button[value^='ready ']")
        page.wait_for_selector("#pack-tab .count:not(:text('0'))")  # or the next address would overtake it
        for address in SCREENS:
            page.goto(pages.at(address))
            page.wait_for_load_state("networkidle")
            assert violations(page, *off) == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= EYES[eyes]["viewport"]["width"], address


@pytest.mark.parametrize("language", ["ar", "cy"])
def test_pages_in_other_languages_can_be_used_by_everybody(browser: Any, pages: Served, language: str) -> None:
    pages.site.kept.choose(language=language)
    try:
        with opened(browser, pages, viewport={"width": 1366, "height": 768}) as page:
            for address in ("/", LEAFLET, "/keys", "/?q=cramp", "/clinic", "/approve?leaflet=leg-cramps-ms"):
                page.goto(pages.at(address))
                page.wait_for_load_state("networkidle")
                assert page.evaluate("document.dir") == ("rtl" if language == "ar" else "ltr")
                assert violations(page) == [], address
    finally:
        pages.site.kept.choose(language="en")


def type_to_find(tab: Any, words: str) -> None:
    """Type, and wait for what is found for all of it: what half of it finds may be shown meanwhile."""
    tab.keyboard.type(words)
    tab.wait_for_selector(f"#found >> text=“{words}”")


def test_a_leaflet_is_found_as_one_types_and_looked_at_with_enter(tab: Any) -> None:
    tab.wait_for_selector("html.js #q:focus")
    type_to_find(tab, "skleroses")
    tab.wait_for_selector(".results > li.chosen")
    assert "We also looked for sclerosis" in tab.inner_text("#found")
    assert tab.evaluate("document.activeElement.id") == "q"
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#page")
    assert "Leg cramps" in tab.inner_text("h1")


def test_the_arrows_choose_and_escape_empties_the_box(tab: Any) -> None:
    tab.wait_for_selector("html.js #q:focus")
    type_to_find(tab, "pain")
    tab.wait_for_selector(".results > li:nth-child(2)")
    first = tab.inner_text(".results > li.chosen .name a")
    tab.keyboard.press("ArrowDown")
    assert tab.inner_text(".results > li.chosen .name a") != first
    assert tab.input_value("#q") == "pain"
    tab.keyboard.press("Escape")
    tab.wait_for_selector("#favourites")
    assert tab.input_value("#q") == ""


def watch_print(tab: Any) -> None:
    """Count prints instead of opening the window of the system."""
    tab.add_init_script("window.prints = []; window.print = () => window.top.prints.push(location.href);")


def test_print_hands_the_frame_the_very_file_that_build_writes(tab: Any, pages: Served) -> None:
    watch_print(tab)
    tab.goto(pages.at(LEAFLET))
    tab.keyboard.press("Control+p")
    tab.wait_for_selector("#print-frame", state="attached")
    tab.wait_for_selector("#printed:not([hidden])")
    assert "Did it come out right?" in tab.inner_text("#printed")
    address = tab.get_attribute("#print-frame", "src")
    file = tab.context.request.get(pages.at(address)).body()
    assert file == tab.context.request.get(pages.at(LEAFLET.replace("?", "/leaflet.pdf?", 1))).body()
    assert tab.url == pages.at(LEAFLET)


def test_a_click_on_a_size_changes_picture_paper_and_bar_and_keeps_the_place(tab: Any, pages: Served) -> None:
    tab.goto(pages.at(LEAFLET))
    tab.check("input[name=size][value=giant]")
    tab.wait_for_selector("#page[src*='size=giant']")
    assert "size=giant" in tab.url
    assert "Giant, 24 pt" in tab.inner_text("#person")
    assert tab.evaluate("document.activeElement.value") == "giant"
    tab.keyboard.press("ArrowUp")
    tab.wait_for_selector("#page[src*='size=large']")


def test_the_pages_of_the_picture_turn(tab: Any, pages: Served) -> None:
    tab.goto(pages.at(LEAFLET))
    assert tab.is_disabled("#before")
    tab.click("#after")
    assert "/page/2.png" in tab.get_attribute("#page", "src")
    assert tab.inner_text("#page-number").startswith("Page 2 of")


def test_next_person_is_one_key_and_clears_what_was_chosen(tab: Any, pages: Served) -> None:
    tab.goto(pages.at(LEAFLET))
    tab.keyboard.press("Alt+n")
    tab.wait_for_url(pages.at("/"))
    assert "Standard, 12 pt" in tab.inner_text("#person")


def test_the_slash_leads_to_the_search_box(tab: Any, pages: Served) -> None:
    tab.goto(pages.at("/keys"))
    tab.keyboard.press("/")
    tab.wait_for_selector("#q:focus")


def test_a_program_that_has_stopped_is_told_and_nothing_typed_is_lost(tab: Any, pages: Served) -> None:
    tab.goto(pages.at(LEAFLET))
    tab.route("**/choose", lambda route: route.abort())
    tab.check("input[name=size][value=giant]")
    tab.wait_for_selector("#lost")
    assert "lost its program" in tab.inner_text("#lost")
    tab.context.clear_cookies()


def test_all_of_it_works_without_javascript(browser: Any, pages: Served) -> None:
    with opened(browser, pages, java_script_enabled=False, viewport={"width": 1366, "height": 768}) as page:
        page.fill("#q", "cramp")
        page.click(".search button")
        page.click(".results .name a")
        page.check("input[name=size][value=large]")
        page.click(".sizes button[value=show]")
        assert "size=large" in page.url
        assert "/page/1.png" in page.get_attribute("#page", "src")
        request = page.context.request
        with page.expect_popup() as popup:
            page.click("#print")
        assert "/job/" in popup.value.url or popup.value.url == "about:blank"
        page.click("button[form=star]")
        page.click("#next button")
        assert page.inner_text("#favourites ~ .rows .name a") == "Leg cramps in multiple sclerosis"
        assert request.get(pages.at("/keys")).ok


def test_the_browsers_own_print_of_a_page_says_that_it_is_not_the_leaflet(tab: Any, pages: Served) -> None:
    tab.goto(pages.at(LEAFLET))
    tab.emulate_media(media="print")
    assert tab.inner_text("body").strip() == "This is not the leaflet. Press Print on the page."


def test_a_reason_is_asked_for_where_the_leaflet_is_overdue(browser: Any, tmp_path: Path) -> None:
    from web.test_screens import REASON, overdue

    project = small_clinic_project(tmp_path / "project")
    overdue(project)
    with (
        served(project, "hill", tmp_path / "own") as running,
        opened(browser, running, viewport={"width": 1366, "height": 768}) as page,
    ):
        watch_print(page)
        page.goto(running.at("/l/back-pain"))
        assert violations(page) == []
        page.fill("#reason", "no")
        page.click("#print")
        page.wait_for_selector("#reason-wrong")
        assert page.evaluate("document.activeElement.id") == "reason"
        page.fill("#reason", REASON)
        page.click("#print")
        page.wait_for_selector("#print-frame", state="attached")
        assert "review" not in page.url and REASON not in page.url
