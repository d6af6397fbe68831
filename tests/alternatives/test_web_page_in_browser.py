"""The web page in a real browser: for every eye, without a request, and remembering only what its reader says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alternatives.test_web_page import page_with
from handoutgen.build import Order, build
from handoutgen.content.markdown.inline import Text
from handoutgen.formats import Options
from handoutgen.story.passages import Said
from handoutgen.workshop import Workshop
from in_browser import NARROW, WIDE, overhang, violations
from leaflets import samples
from leaflets.conftest import ROOT
from web.browser import chromium

LEAFLETS = [*sorted((ROOT / "handouts").glob("*/en-GB.yaml")), samples.ARABIC]
LARGEST = "document.getElementById('size-largest').click()"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each leaflet with all that can be filled in, by the name of its folder."""
    folder, workshop, made = tmp_path_factory.mktemp("pages"), Workshop(), {}
    for path in LEAFLETS:
        clinic = None if path == samples.ARABIC else ROOT / "clinics/riverside-neurology.yaml"
        order = Order(path, clinic, "html", "standard", date(2026, 12, 1), options=Options(write_on=True))
        made[path.parent.name] = folder / f"{path.parent.name}.html"
        made[path.parent.name].write_bytes(build(order, workshop).data)
    return made


@contextmanager
def opened(browser: Any, page: Path, **eyes: Any) -> Iterator[Any]:
    """A page in a tab; nothing may fail in it, and nothing may be asked of anybody."""
    context = browser.new_context(**eyes)
    tab = context.new_page()
    told: list[str] = []
    own = (page.as_uri(), "data:")
    tab.on("console", lambda said: told.append(said.text))
    tab.on("pageerror", lambda problem: told.append(str(problem)))
    tab.on("dialog", lambda dialog: told.append(dialog.message))
    tab.on("request", lambda asked: told.extend([asked.url] if not asked.url.startswith(own) else []))
    tab.goto(page.as_uri())
    yield tab
    context.close()
    assert told == []


@pytest.mark.parametrize("leaflet", [path.parent.name for path in LEAFLETS])
def test_axe_finds_nothing_wide_or_narrow_and_nothing_hangs_over(
    browser: Any, pages: dict[str, Path], leaflet: str
) -> None:
    # axe is put into the page as a script, which its own policy forbids
    with opened(browser, pages[leaflet], viewport=WIDE, color_scheme="light", bypass_csp=True) as tab:
        for size in (WIDE, NARROW):
            tab.set_viewport_size(size)
            assert violations(tab) == []
            assert overhang(tab) <= 0
        tab.evaluate(LARGEST)
        assert overhang(tab) <= 0


@pytest.mark.parametrize("leaflet", [path.parent.name for path in LEAFLETS])
def test_all_contrasts_hold_in_the_dark(browser: Any, pages: dict[str, Path], leaflet: str) -> None:
    # the dark has other colours and nothing else
    with opened(browser, pages[leaflet], viewport=NARROW, color_scheme="dark", bypass_csp=True) as tab:
        assert violations(tab, ["color-contrast"]) == []
        tab.evaluate("document.querySelector('h2').style.color = '#333'")
        assert [rule for rule, _ in violations(tab, ["color-contrast"])] == ["color-contrast"]


def test_axe_finds_nothing_in_forced_colours_or_in_the_largest_text(browser: Any, pages: dict[str, Path]) -> None:
    eyes: dict[str, Any] = {"viewport": NARROW, "forced_colors": "active", "bypass_csp": True}
    with opened(browser, pages["leg-cramps-ms"], **eyes) as tab:
        # contrast is the device's own there
        assert [each for each in violations(tab) if each[0] != "color-contrast"] == []
    with opened(browser, pages["leg-cramps-ms"], viewport=NARROW, bypass_csp=True) as tab:
        tab.evaluate(LARGEST)
        assert violations(tab) == []


def test_axe_would_find_something(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["baclofen"], viewport=WIDE, bypass_csp=True) as tab:
        tab.evaluate("document.querySelector('main svg[role=img] title').remove()")
        tab.evaluate("document.querySelector('h2').style.color = '#bbb'")
        assert {each[0] for each in violations(tab)} >= {"svg-img-alt", "color-contrast"}


@pytest.mark.parametrize("leaflet", [path.parent.name for path in LEAFLETS])
def test_it_opens_under_its_own_policy_without_a_word_or_a_request(
    browser: Any, pages: dict[str, Path], leaflet: str
) -> None:
    with opened(browser, pages[leaflet], viewport=WIDE) as tab:
        assert tab.locator("#print").is_visible()  # its script has run
        assert tab.evaluate("[...document.fonts].every(face => face.family.startsWith('leaflet-'))")
        tab.evaluate("document.fonts.ready")
        assert tab.evaluate("[...document.fonts].some(face => face.status === 'loaded')")
        assert tab.evaluate("[...document.fonts].every(face => face.status !== 'error')")


def test_the_size_of_the_text_can_be_chosen_without_a_script(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["baclofen"], viewport=NARROW, java_script_enabled=False) as tab:
        high = tab.locator("h1").bounding_box()["height"]
        tab.locator("#size-largest").check()
        assert tab.locator("h1").bounding_box()["height"] > 1.3 * high
        assert not tab.locator("#print").is_visible()
        assert not tab.locator("#keep").is_visible()


def test_the_size_is_remembered_and_ticks_only_where_the_reader_says_so(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["leg-cramps-ms"], viewport=WIDE) as tab:
        tab.locator("#size-large").check()
        tab.locator("main input[type=checkbox]").first.check()
        tab.locator("main input[type=text]").first.fill("Monday <b>")
        tab.reload()
        assert tab.locator("#size-large").is_checked()
        assert not tab.locator("main input[type=checkbox]").first.is_checked()
        assert tab.evaluate("Object.keys(localStorage)") == ["handoutgen size"]
        tab.locator("#keep").check()
        tab.locator("main input[type=checkbox]").first.check()
        tab.locator("main input[type=text]").first.fill("Monday <b>")
        tab.reload()
        assert tab.locator("main input[type=checkbox]").first.is_checked()
        assert tab.locator("main input[type=text]").first.input_value() == "Monday <b>"
        tab.locator("#delete").click()
        assert not tab.locator("main input[type=checkbox]").first.is_checked()
        assert tab.evaluate("Object.keys(localStorage)") == ["handoutgen size"]
        tab.locator("#size-normal").check()
        assert tab.evaluate("Object.keys(localStorage)") == []


def test_the_first_key_leads_past_the_head_to_the_leaflet(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["baclofen"], viewport=WIDE) as tab:
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "skip"
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.closest('main') !== null")


def test_every_control_is_reached_by_key_seen_and_not_covered(browser: Any, pages: dict[str, Path]) -> None:
    """WCAG 2.2 2.1.1, 2.4.7, 2.4.11."""
    with opened(browser, pages["baclofen"], viewport=NARROW) as tab:
        for _ in range(400):
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement === document.body"):
                break
            place = tab.evaluate(
                """() => { const e = document.activeElement, r = e.getBoundingClientRect();
                const bar = document.querySelector('.bar').getBoundingClientRect();
                e.reached = true;
                return [e.outerHTML, r.bottom > (e.closest('.bar') ? 0 : bar.bottom) && r.top < innerHeight]; }"""
            )
            assert place[1] or "skip" in place[0], place[0]
        controls = "[...document.querySelectorAll('main a, main input, main textarea, button, #keep')]"
        assert tab.evaluate(f"{controls}.filter(each => !each.reached).map(each => each.outerHTML)") == []


def test_on_paper_there_are_no_controls_and_addresses_are_written_out(browser: Any, pages: dict[str, Path]) -> None:
    with opened(browser, pages["leg-cramps-ms"], viewport=WIDE, color_scheme="dark") as tab:
        tab.emulate_media(media="print")
        assert not tab.locator("nav").is_visible()
        assert not tab.locator(".tools").is_visible()
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        link = "document.querySelector('section[aria-labelledby=sources] a[href^=http]')"
        after = f"getComputedStyle({link}, '::after').content"
        assert "https://" in tab.evaluate(after)


def test_words_that_look_like_a_script_run_nothing(browser: Any, tmp_path: Path) -> None:
    words = "</p></style></script><script>alert(1)</script><img src=https://a.org/x onerror=alert(2)>"
    page = tmp_path / "hostile.html"
    page.write_text(page_with(Said([Text(words, link="javascript:alert(3)")]), title=words), encoding="utf-8")
    with opened(browser, page, viewport=WIDE) as tab:
        assert words in tab.locator("#leaflet").inner_text()


def test_even_what_slipped_in_would_not_run_or_fetch(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "tampered.html"
    evil = '<script>document.title = "run"</script><img src="https://a.org/x.png" onerror="document.title = 1"><h2 '
    page.write_text(page_with().replace("<h2 ", evil, 1), encoding="utf-8")
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []
    tab.on("requestfinished", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    assert tab.title() == "Title"
    assert asked == [page.as_uri()]
    context.close()
