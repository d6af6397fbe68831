"""The site in a real browser, from a folder with a space in its name: found by misspelt words, for every eye, by keys
alone, without a server and without a script.
"""

from __future__ import annotations

import functools
import http.client
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from batch_project import TODAY
from finding.small_shelf import shipped
from finding.test_lay_queries import LAY, MISSPELT
from handoutgen.content.load import load_leaflet
from in_browser import NARROW, WIDE, overhang, violations
from leaflets.conftest import ROOT
from site_project import SITE, SiteProject
from web.browser import chromium
from written import written_leaflet

LEAFLETS = sorted(path.parent.name for path in (ROOT / "handouts").glob("*/en-GB.yaml"))
PLAN = "leaflets: all\nclinics: all\nlanguages: all\nformats: [text, a4-summary]\nsizes: [standard, large]\n"
CLINIC, ARABIC_CLINIC, CHINESE_CLINIC = "riverside-neurology", "lakeshore-ms-center", "old-quay-neurology"
INDEX = f"{CLINIC}/index.html"
CRAMPS = ROOT / "handouts/leg-cramps-ms"
TRANSLATED = sorted(path.stem for path in CRAMPS.glob("*.yaml") if path.stem != "en-GB")
VERSION = load_leaflet(CRAMPS / "en-GB.yaml").leaflet.review.version
OWN_PAGES = [f"{CLINIC}/{ident}/en-GB/index.html" for ident in LEAFLETS]
OTHERS = ["index.html", INDEX, f"{ARABIC_CLINIC}/index.html", f"{CHINESE_CLINIC}/index.html",
          *(f"{CLINIC}/leg-cramps-ms/{tag}/index.html" for tag in TRANSLATED), f"{CLINIC}/aches/cy/index.html",
          f"{CLINIC}/late/en-GB/index.html", f"{ARABIC_CLINIC}/aches/en-GB/index.html"]  # fmt: skip
SOUGHT = {"index.html": "riversde", f"{ARABIC_CLINIC}/index.html": "تشنجات", f"{CHINESE_CLINIC}/index.html": "抽筋"}
"""What is looked for on a page with a search."""
FOUR_TIMES = {"width": 320, "height": 225}
"""A window of 1280 by 900 px at 400 %."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seven leaflets, one of them in seven languages, one in Welsh too and approved, and one that is overdue; for
    three clinics, of which one is Arabic and one is Chinese."""
    project = SiteProject(tmp_path_factory.mktemp("a site"))
    project.out = project.folder / "out with a space"
    (project.folder / "clinics").mkdir()
    approval = f"{{leaflet: aches, version: '0.1', role: Lead nurse, date: {date(2026, 11, 30)}}}"
    more = {
        CLINIC: f"leaflets_at: {SITE}\n", ARABIC_CLINIC: f"locale: ar\napprovals: [{approval}]\n",
        CHINESE_CLINIC: "locale: zh-Hans\n",
    }  # fmt: skip
    for name, lines in more.items():
        shutil.copy(ROOT / f"clinics/{name}.svg", project.folder / "clinics")
        text = re.sub(r"(?m)^locale: .*\n", "", (ROOT / f"clinics/{name}.yaml").read_text(encoding="utf-8"))
        (project.folder / f"clinics/{name}.yaml").write_text(text + lines, encoding="utf-8")
    for tag in ("en-GB", "cy"):
        project.write_leaflet("aches", tag, written_leaflet("aches", tag, TODAY))
    late = re.sub(r"next_review: .*", "next_review: 2026-11-01", written_leaflet("late", "en-GB", date(2024, 1, 1)))
    project.write_leaflet("late", "en-GB", late)
    project.site(PLAN)
    return project.out


@contextmanager
def opened(browser: Any, page: Path, **eyes: Any) -> Iterator[Any]:
    """A page in a tab; nothing may fail in it, and nothing may be asked of anybody."""
    context = browser.new_context(**eyes)
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda said: told.append(said.text))
    tab.on("pageerror", lambda problem: told.append(str(problem)))
    tab.on("dialog", lambda dialog: told.append(dialog.message))
    tab.on("request", lambda asked: told.extend([asked.url] if not asked.url.startswith(("file:", "data:")) else []))
    tab.goto(page.as_uri())
    yield tab
    context.close()
    assert told == []


def lowest(tab: Any, selector: str) -> float:
    """How high the lowest of these is, in px."""
    return float(tab.evaluate(
        f"Math.min(...[...document.querySelectorAll('{selector}')].map(e => e.getBoundingClientRect().height))"
    ))  # fmt: skip


def first_found(tab: Any, query: str) -> str:
    """What stands first when somebody has typed this."""
    tab.locator("#query").fill(query)
    return str(tab.evaluate("document.querySelector('#results > li')?.dataset.thing ?? ''"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", [*OWN_PAGES, *OTHERS])
def test_axe_finds_nothing_wide_or_narrow_and_nothing_hangs_over(
    browser: Any, out: Path, page: str, scheme: str
) -> None:
    # axe is put into the page as a script, which its own policy forbids
    with opened(browser, out / page, viewport=WIDE, color_scheme=scheme, bypass_csp=True) as tab:
        for size in (WIDE, NARROW):
            tab.set_viewport_size(size)
            assert violations(tab) == []
            assert overhang(tab) <= 0
            if tab.locator("#query").count():
                tab.locator("#query").fill(SOUGHT.get(page, "leg cramp skleroses"))
                assert tab.locator("#results > li").count() > 0
                assert violations(tab) == []
                assert overhang(tab) <= 0
                tab.locator("#query").fill("")


@pytest.mark.parametrize("page", [*OWN_PAGES, *OTHERS])
def test_at_four_times_the_size_axe_finds_nothing_and_nothing_hangs_over(browser: Any, out: Path, page: str) -> None:
    """WCAG 2.2 1.4.10."""
    with opened(browser, out / page, viewport=FOUR_TIMES, device_scale_factor=4, bypass_csp=True) as tab:
        assert violations(tab) == []
        assert overhang(tab) <= 0


@pytest.mark.parametrize("page", [INDEX, OWN_PAGES[0]])
def test_axe_finds_nothing_in_forced_colours_with_more_contrast_and_in_twice_the_text(
    browser: Any, out: Path, page: str
) -> None:
    with opened(browser, out / page, viewport=NARROW, forced_colors="active", bypass_csp=True) as tab:
        # contrast is the device's own there
        assert [each for each in violations(tab) if each[0] != "color-contrast"] == []
    with opened(browser, out / page, viewport=NARROW, contrast="more", bypass_csp=True) as tab:
        tab.add_style_tag(content="html { font-size: 212% !important }")
        assert violations(tab) == []
        assert overhang(tab) <= 0


def test_axe_would_find_something(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=WIDE, bypass_csp=True) as tab:
        tab.evaluate("document.querySelector('label[for=query]').remove()")
        tab.evaluate("document.querySelector('.subjects h2').style.color = '#bbb'")
        assert {each[0] for each in violations(tab)} >= {"label", "color-contrast"}


def test_misspelt_and_lay_words_put_the_right_leaflet_first(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=WIDE) as tab:
        wrong = {query: first_found(tab, query) for query, right in {**MISSPELT, **LAY}.items()
                 if first_found(tab, query) != right}  # fmt: skip
    assert wrong == {}


def test_it_finds_what_the_desk_finds(browser: Any, out: Path) -> None:
    """The very leaflets, in the same order, as the search of the desk; two of the site are not on its shelf."""
    queries = [*MISSPELT, *LAY, "leg", "pain", "ms", "exercise", "scan results", "can't sleep", "back or leg"]
    with opened(browser, out / INDEX, viewport=WIDE) as tab:
        for query in queries:
            first_found(tab, query)
            mine = tab.evaluate("[...document.querySelectorAll('#results > li')].map(each => each.dataset.thing)")
            theirs = [found.leaflet.id for found in shipped().search(query).found]
            assert [each for each in mine if each in LEAFLETS][:1] == theirs[:1], query


def test_codes_find_their_leaflet(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=WIDE) as tab:
        for typed in ("LC-MS", "lcms", "leg-cramps-ms", "g35", "LC-MS please"):
            assert first_found(tab, typed) == "leg-cramps-ms", typed


def test_words_in_another_script_find_their_leaflet(browser: Any, out: Path) -> None:
    word = max(load_leaflet(CRAMPS / "ar.yaml").leaflet.title.split(), key=len)
    with opened(browser, out / INDEX, viewport=WIDE) as tab:
        assert first_found(tab, word) == "leg-cramps-ms"
        assert first_found(tab, "抽筋") == "leg-cramps-ms"


def test_how_many_were_found_is_said_as_the_clinics_language_does(browser: Any, out: Path) -> None:
    with opened(browser, out / f"{ARABIC_CLINIC}/index.html", viewport=WIDE) as tab:
        first_found(tab, "baclofen")
        assert tab.locator("#count").inner_text() == "نشرة واحدة عن «\u2068baclofen\u2069»."
        assert tab.locator("#results .title").first.evaluate("each => getComputedStyle(each).direction") == "ltr"
        first_found(tab, "ankle or back")
        assert tab.locator("#results > li").count() == 2
        assert tab.locator("#count").inner_text().startswith("نشرتان عن")
    with opened(browser, out / f"{CHINESE_CLINIC}/index.html", viewport=WIDE) as tab:
        first_found(tab, "baclofen")
        assert tab.locator("#count").inner_text() == "有 1 份与“baclofen”有关的单张。"


def test_how_many_were_found_and_what_was_corrected_is_said(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=WIDE) as tab:
        first_found(tab, "baklofen")
        assert tab.locator("#count").inner_text() == "1 leaflet for “baklofen”."
        assert tab.locator("#count").get_attribute("role") == "status"
        assert tab.locator("#corrected").inner_text().lower() == "we also looked for baclofen."
        assert tab.locator("#results mark").first.inner_text() == "Baclofen"
        assert not tab.locator("#all").is_visible()
        first_found(tab, "xylophone zzz")
        assert "No leaflet is called “xylophone zzz”." in tab.locator("#count").inner_text()
        assert tab.locator("#all").is_visible()


def test_what_is_typed_stays_words(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=WIDE) as tab:
        for evil in ("<img src=x onerror=alert(1)>", "{q}{n}", "$&", "\u202ecramp", "(" * 200, "a" * 5000):
            first_found(tab, evil)
        first_found(tab, "<b>cramp")
        assert "“<b>cramp”" in tab.locator("#count").inner_text()


def test_a_clinic_is_found_by_its_town(browser: Any, out: Path) -> None:
    with opened(browser, out / "index.html", viewport=WIDE) as tab:
        assert first_found(tab, "bristl") == CLINIC
        tab.locator("#results a").first.click()
        assert tab.locator("h1").inner_text() == "Find a leaflet"


def test_by_keys_alone_a_leaflet_is_found_and_read(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=NARROW) as tab:
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "skip"
        tab.keyboard.press("Enter")
        for _ in range(3):
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement.id") == "query":
                break
        tab.keyboard.type("leg cramps")
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.id") == "found"
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/leg-cramps-ms/en-GB/index.html")
        for _ in range(20):
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement.textContent") == "Read it here":
                break
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/leg-cramps-ms_en-GB_html.html")
        tab.go_back()
        tab.go_back()
        assert tab.locator("#query").input_value() in ("", "leg cramps")


def test_escape_empties_the_box(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=WIDE) as tab:
        first_found(tab, "cramp")
        tab.locator("#query").press("Escape")
        assert tab.locator("#query").input_value() == ""
        assert tab.locator("#all").is_visible()


@pytest.mark.parametrize("page", [INDEX, OWN_PAGES[0], "index.html"])
def test_every_control_is_reached_by_key_and_seen(browser: Any, out: Path, page: str) -> None:
    """WCAG 2.2 2.1.1, 2.4.7, 2.4.11."""
    with opened(browser, out / page, viewport=NARROW) as tab:
        for _ in range(400):
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement === document.body"):
                break
            seen = tab.evaluate(
                """() => { const e = document.activeElement, r = e.getBoundingClientRect(); e.reached = true;
                return [e.outerHTML, r.bottom > 0 && r.top < innerHeight, getComputedStyle(e).outlineWidth]; }"""
            )
            assert seen[1:] == [True, "3px"], seen
        controls = "[...document.querySelectorAll('a, input, button')].filter(each => each.checkVisibility())"
        assert tab.evaluate(f"{controls}.filter(each => !each.reached).map(each => each.outerHTML)") == []


def test_links_are_large_enough_to_be_tapped(browser: Any, out: Path) -> None:
    """WCAG 2.2 2.5.8, and more where links stand alone."""
    with opened(browser, out / OWN_PAGES[0], viewport=NARROW) as tab:
        assert lowest(tab, ".files a, .button, ul.languages a, .back a") >= 40
    with opened(browser, out / INDEX, viewport=NARROW) as tab:
        assert lowest(tab, ".subjects a, button") >= 44


def test_without_a_script_all_leaflets_are_listed_by_subject(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=NARROW, java_script_enabled=False) as tab:
        assert not tab.locator("#query").is_visible()
        for ident in LEAFLETS:
            assert tab.locator(f'[data-thing="{ident}"]').first.is_visible()
        tab.locator(".subjects a").first.click()
        tab.locator('[data-thing="leg-cramps-ms"] .title').first.click()
        tab.get_by_text("Read it here").click()
        assert tab.locator("#leaflet").is_visible()


def test_languages_are_one_tap_apart(browser: Any, out: Path) -> None:
    with opened(browser, out / f"{CLINIC}/leg-cramps-ms/en-GB/index.html", viewport=NARROW) as tab:
        tab.get_by_role("link", name="العربية").click()
        tab.wait_for_url("**/leg-cramps-ms/ar/index.html")
        assert tab.locator("h1").evaluate("each => getComputedStyle(each).direction") == "rtl"
        assert tab.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
        tab.get_by_role("link", name="English").click()
        tab.wait_for_url("**/leg-cramps-ms/en-GB/index.html")


@pytest.mark.parametrize(
    ("mark", "kind", "words"),
    [
        (f"#v={VERSION}", "same", f"Your paper is version {VERSION}, and so is this page."),
        (f"#v={VERSION}-{{code}}", "same", f"Your paper is version {VERSION}, and so is this page."),
        (
            f"#v={VERSION}-K7QX4MP6",
            "changed",
            f"Your paper is version {VERSION}, as this page is, but its words are not the same.",
        ),
        (
            f"#v={VERSION}0",
            "newer",
            f"Your paper is version {VERSION}0. This page still has version {VERSION}. Ask us which to use.",
        ),
        ("#v=1.0-K7QX4MP6", "older", f"Your paper is an older version, 1.0. The newest is version {VERSION} of "),
        ("#v=1", "older", "Your paper is an older version, 1. "),
    ],
)
def test_who_comes_by_the_code_on_a_paper_is_told_whether_it_is_the_newest(
    browser: Any, out: Path, mark: str, kind: str, words: str
) -> None:
    with opened(browser, out / OWN_PAGES[LEAFLETS.index("leg-cramps-ms")], viewport=NARROW, bypass_csp=True) as tab:
        mark = mark.format(code=tab.locator("#paper").get_attribute("data-code"))
        tab.goto(tab.url + mark)
        tab.reload()
        assert tab.locator("#paper > :visible").count() == 1
        assert words in tab.locator(f"#paper > .{kind}").inner_text()
        assert violations(tab) == []
        assert overhang(tab) <= 0


@pytest.mark.parametrize(
    "mark", ["", "#v=", "#v=<img src=x onerror=alert(1)>", "#v=1.0.0.0", "#v=1.x", "#v=1-K7QX4MP6K", "#print"]
)
def test_what_no_paper_has_said_is_not_shown(browser: Any, out: Path, mark: str) -> None:
    with opened(browser, out / OWN_PAGES[0], viewport=NARROW) as tab:
        tab.goto(tab.url + mark)
        tab.reload()
        assert not tab.locator("#paper").is_visible()
        tab.evaluate("location.hash = 'v=0.1'")
        tab.locator("#paper").wait_for(state="visible")
        tab.evaluate("location.hash = 'print'")
        tab.locator("#paper").wait_for(state="hidden")


def test_what_is_overdue_says_whom_to_ask(browser: Any, out: Path) -> None:
    with opened(browser, out / f"{CLINIC}/late/en-GB/index.html", viewport=NARROW) as tab:
        assert "This leaflet is being reviewed. Ask us." in tab.locator("main").inner_text()
        assert tab.locator(".button").count() == 0
        assert tab.locator("main a[href^='tel:']").count() > 0


def test_on_paper_there_are_no_controls(browser: Any, out: Path) -> None:
    with opened(browser, out / INDEX, viewport=WIDE, color_scheme="dark") as tab:
        tab.emulate_media(media="print")
        assert not tab.locator("#search").is_visible()
        assert not tab.locator(".subjects").is_visible()
        assert tab.locator('[data-thing="leg-cramps-ms"]').first.is_visible()


class Quiet(SimpleHTTPRequestHandler):
    """A static host that tells no log."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_any_static_host_answers_what_paper_leads_to_without_a_redirect(out: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for path in ("/", f"/{CLINIC}/", f"/{CLINIC}/leg-cramps-ms/en-GB/", f"/{CLINIC}/leg-cramps-ms/ar/"):
            asking = http.client.HTTPConnection("127.0.0.1", server.server_address[1])
            asking.request("GET", path)
            answer = asking.getresponse()
            assert (answer.status, answer.read(15)) == (200, b"<!DOCTYPE html>"), path
            asking.close()
    finally:
        server.shutdown()
        server.server_close()
