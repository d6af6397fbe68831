"""What confused those who tried the pages at a desk, in a real browser: what is seen, where the keys are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from web.browser import Served
from web.test_browser import LEAFLET, opened, violations, watch_print

LOW = {"viewport": {"width": 1366, "height": 600}}


@pytest.fixture
def low(browser: Any, pages: Served) -> Iterator[Any]:
    """A low screen."""
    with opened(browser, pages, **LOW) as page:
        watch_print(page)
        yield page


def is_in_view(page: Any, what: str) -> bool:
    """Whether the whole of it is on the screen."""
    return bool(
        page.evaluate(
            "(what) => { const at = document.querySelector(what).getBoundingClientRect();"
            " return at.top >= 0 && at.bottom <= innerHeight && at.height > 0; }",
            what,
        )
    )


def test_the_question_after_print_comes_into_view_and_has_the_keys(low: Any, pages: Served) -> None:
    low.goto(pages.at(LEAFLET))
    low.wait_for_selector("html.js")
    low.click("#print")
    low.wait_for_selector("#printed:not([hidden])")
    low.wait_for_function("() => window.prints.length === 1")
    low.wait_for_function("() => document.activeElement.id === 'printed-title'")
    assert is_in_view(low, "#printed-title") and is_in_view(low, "#printed button.strong")
    low.keyboard.press("Tab")
    assert low.evaluate("document.activeElement.innerText") == "Yes, next person"
    assert violations(low) == []


def test_a_print_from_a_list_asks_too_and_says_what_it_printed(low: Any, pages: Served) -> None:
    low.goto(pages.at("/?q=cramp"))
    low.wait_for_selector("html.js")
    low.click(".results > li:first-child form.print button")
    low.wait_for_selector("#printed:not([hidden])")
    low.wait_for_function("() => document.activeElement.id === 'printed-title'")
    assert is_in_view(low, "#printed")
    assert "Leg cramps in multiple sclerosis: Standard, 12 pt, English, A4 leaflet" in low.inner_text("#printed-what")
    assert violations(low) == []
    low.click("#printed-other")
    low.wait_for_selector("#page")
    assert "/l/leg-cramps-ms" in low.url


def test_words_typed_are_in_the_picture_when_the_field_is_left(low: Any, pages: Served) -> None:
    low.goto(pages.at(LEAFLET))
    low.wait_for_selector("html.js")
    low.click(".typed summary")
    low.fill("[name=typed_name]", "Ann Example")
    low.keyboard.press("Enter")
    low.wait_for_selector("#page[src*='look=']")
    first = low.get_attribute("#page", "src")
    assert low.url.endswith(LEAFLET) and low.input_value("[name=typed_name]") == "Ann Example"
    low.fill("[name=typed_name]", "Ben Example")
    low.keyboard.press("Tab")
    low.wait_for_function("(first) => document.getElementById('page').getAttribute('src') !== first", arg=first)
    low.fill("[name=typed_name]", "")
    low.keyboard.press("Tab")
    low.wait_for_selector("#page:not([src*='look='])")
    assert violations(low) == []


def test_print_pressed_right_after_a_word_prints_it_and_shows_it(low: Any, pages: Served) -> None:
    low.goto(pages.at(LEAFLET))
    low.wait_for_selector("html.js")
    low.click(".typed summary")
    low.fill("[name=typed_name]", "Cora Example")
    low.click("#print")
    low.wait_for_selector("#page[src*='look=']")
    low.wait_for_function("() => window.prints.length === 1")
    assert low.is_visible("#printed")


def test_a_name_goes_along_from_the_leaflet_into_the_pack(low: Any, pages: Served) -> None:
    low.goto(pages.at(LEAFLET))
    low.wait_for_selector("html.js")
    low.click(".typed summary")
    low.fill("[name=typed_name]", "Dan Example")
    low.click("#add")
    low.wait_for_selector("#pack-tab .count:text('1')")
    low.goto(pages.at("/pack"))
    assert low.input_value("[name=typed_name]") == "Dan Example"


def test_a_ready_pack_is_taken_from_the_results(low: Any, pages: Served) -> None:
    low.keyboard.type("starting baclofen")
    low.wait_for_selector(".ready-packs button")
    assert violations(low) == []
    low.click(".ready-packs button")
    low.wait_for_selector("ol.pack > li:nth-child(3)")


def test_the_nearest_to_one_large_sheet_is_one_click(low: Any, pages: Served) -> None:
    low.goto(pages.at("/l/preventing-falls?size=large&form=sheet"))
    assert violations(low) == []
    low.click("#light a.button")
    low.wait_for_selector("#print")
    assert "size=large" in low.url and "detail=essential" in low.url


def test_the_menu_of_the_screen_says_what_it_changes_and_its_choice_goes_with_the_person(
    low: Any, pages: Served
) -> None:
    assert "Screen:" in low.inner_text(".menu summary") and "English" in low.inner_text(".menu summary")
    low.click(".menu summary")
    assert "Only the words on this screen" in low.inner_text(".menu form")
    assert violations(low) == []
    low.click(".menu button[value=cy]")
    low.wait_for_selector("html[lang=cy]")
    low.click("#next button")
    low.wait_for_selector("html[lang=en]")


def test_what_has_to_wait_is_told_and_comes_by_itself(browser: Any, pages: Served) -> None:
    context = browser.new_context(**LOW)
    page, asked = context.new_page(), list[int]()

    def answer(route: Any) -> None:
        asked.append(1)
        if len(asked) == 1:
            route.fulfill(status=503, content_type="text/html", body="<h1>Too many leaflets</h1>")
        else:
            route.continue_()

    page.goto(pages.entrance)
    page.goto(pages.at(LEAFLET))
    page.route("**/choose", answer)
    page.check("input[name=size][value=giant]")
    page.wait_for_selector("#refused:text('Too many leaflets')")
    page.wait_for_selector("#page[src*='size=giant']")
    assert page.query_selector("#refused") is None and len(asked) == 2
    context.close()


def test_a_size_that_is_typed_is_shown_and_enter_prints_nothing(low: Any, pages: Served) -> None:
    low.goto(pages.at(LEAFLET))
    low.wait_for_selector("html.js")
    low.click(".sizes details summary")
    low.fill("[name=other_size]", "30")
    low.keyboard.press("Enter")
    low.wait_for_selector("#page[src*='size=30']")
    assert low.evaluate("window.prints.length") == 0
    assert low.input_value("[name=other_size]") == ""
    low.check("input[name=size][value=large]")
    low.wait_for_selector("#page[src*='size=large']")
    assert violations(low) == []


def test_nothing_moves_under_the_pointer_after_a_print(browser: Any, pages: Served) -> None:
    with opened(browser, pages, viewport={"width": 1366, "height": 768}) as page:
        watch_print(page)
        page.goto(pages.at(LEAFLET))
        page.wait_for_selector("html.js")
        top = "(each) => document.querySelector(each).getBoundingClientRect().top"
        place = f"() => [scrollY, ...['#print', '#next button'].map({top})]"
        before = page.evaluate(place)
        page.click("#print")
        page.wait_for_selector("#printed:not([hidden])")
        page.wait_for_function("() => window.prints.length === 1")
        assert is_in_view(page, "#printed")
        assert page.evaluate(place) == before
        assert violations(page) == []


def test_a_pack_keeps_what_is_typed_when_somebody_goes_on_searching(low: Any, pages: Served) -> None:
    low.goto(pages.at(LEAFLET))
    low.wait_for_selector("html.js")
    low.click("#add")
    low.wait_for_selector("#pack-tab .count:text('1')")
    low.goto(pages.at("/pack"))
    low.wait_for_selector("html.js")
    low.fill("[name=typed_name]", "Ann Example")
    low.keyboard.press("Enter")
    low.wait_for_load_state("networkidle")
    assert low.evaluate("window.prints.length") == 0
    low.goto(pages.at("/pack"))
    assert low.input_value("[name=typed_name]") == "Ann Example"
