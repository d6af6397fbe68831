"""The five things that staff do all day, in a real browser: by mouse and by keys alone, with our script and without."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from web.browser import Served
from web.running import text_of

TITLE, NAME = "Leg cramps in multiple sclerosis", "Ann Example"
MOST_TABS = 120
SLOW = 120_000
"""Milliseconds: others may use the machine."""
HANDS = [(False, True), (True, True), (False, False), (True, False)]
NAMES = ["mouse", "keys", "mouse, no script", "keys, no script"]


@dataclass
class Hand:
    """Somebody at the desk, who has either a mouse or the keys for all but words."""

    page: Any
    pages: Served
    is_keys: bool
    has_script: bool
    jobs: list[str] = field(default_factory=list)
    clicks: int = 0
    keys: int = 0

    def open(self, address: str) -> None:
        """A page to begin with."""
        self.page.goto(self.pages.at(address))

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)
        self.keys += 1

    def click(self, what: str) -> None:
        self.page.click(what)
        self.clicks += 1

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.keys += len(words)

    def go_to(self, what: str) -> None:
        """The focus on something, by the key Tab alone."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("(what) => document.activeElement.matches(what)", what):
                return
            self.key("Tab")
        raise AssertionError(f"{what} cannot be reached with Tab")

    def press(self, what: str) -> None:
        """A button or a link."""
        if self.is_keys:
            self.go_to(what)
            self.key("Enter")
        else:
            self.click(what)

    def tick(self, number: int) -> None:
        """One of the strategies, by its place."""
        if self.is_keys:
            self.go_to(f".ticks label:nth-child({number}) input")
            self.key("Space")
        else:
            self.click(f".ticks label:nth-child({number})")
        self._shown()

    def choose(self, name: str, value: str) -> None:
        """One of the round buttons of a name."""
        what = f"input[name={name}][value={value}]"
        if self.is_keys:
            self.go_to(f"input[name={name}]")
            while not self.page.is_checked(what):
                self.key("ArrowDown")
                self._shown()
        else:
            self.click(f"label:has({what})")
        self._shown()
        if not self.has_script:
            self.press("fieldset:has(input[name=size]) button[value=show]")
        self.page.wait_for_selector(f"#page[src*='{name}={value}']")

    def write(self, field_name: str, words: str) -> None:
        """Words in a field."""
        what = f"[name={field_name}]"
        if self.is_keys:
            self.go_to(what)
        else:
            self.click(what)
        self.type(words)

    def find(self, words: str) -> None:
        """Leaflets for some words, from the first page, where the cursor is in the box."""
        self.page.wait_for_selector("#q:focus")
        self.type(words)
        if self.has_script:
            self.page.wait_for_url(f"**/?q={words}")
        elif self.is_keys:
            self.key("Enter")
        else:
            self.click(".search button")
        self.page.wait_for_selector(".results > li")

    def look(self) -> None:
        """The page of the first leaflet found."""
        self._shown()
        if self.is_keys and self.has_script:
            self.key("Enter")
        else:
            self.press(".results > li:first-child .name a")
        self.page.wait_for_selector("#page")

    def print(self, what: str = "#print") -> None:
        """The button, or its key."""
        self._shown()  # nobody presses a key before the page is there, and until then the key is the browser's
        if self.is_keys and self.has_script:
            self.key("Control+p")
        else:
            self.press(what)

    def printed(self) -> bytes:
        """The file that came of it, which the frame or a tab has asked for."""
        until = time.monotonic() + 20
        while not self.jobs and time.monotonic() < until:
            self.page.wait_for_timeout(50)
        assert len(self.jobs) >= 1, "nothing was printed"
        assert (self.page.query_selector("#print-frame") is not None) is self.has_script
        body: bytes = self.page.context.request.get(self.jobs[-1]).body()
        assert body.startswith(b"%PDF")
        return body

    def file(self, query: str) -> bytes:
        """What Save PDF would give."""
        body: bytes = self.page.context.request.get(self.pages.at(f"/l/leg-cramps-ms/leaflet.pdf?{query}")).body()
        return body

    def _shown(self) -> None:
        if self.has_script:
            self.page.wait_for_load_state("networkidle", timeout=SLOW)  # all forms are made once, for their counts


@pytest.fixture(params=HANDS, ids=NAMES)
def hand(request: pytest.FixtureRequest, browser: Any, pages: Served) -> Iterator[Hand]:
    is_keys, has_script = request.param
    context = browser.new_context(java_script_enabled=has_script, viewport={"width": 1366, "height": 900})
    page = context.new_page()
    page.add_init_script("window.print = () => {};")
    made = Hand(page, pages, is_keys, has_script)
    context.on("request", lambda asked: made.jobs.append(asked.url) if "/job/" in asked.url else None)
    page.goto(pages.entrance)
    yield made
    context.close()


def test_a_favourite_is_printed_as_usual(hand: Hand) -> None:
    """Two clicks, the second in the window of the system."""
    if "leg-cramps-ms" not in hand.pages.site.kept.now.favourites:
        hand.pages.site.kept.starred("leg-cramps-ms")
    hand.open("/")
    hand.press(".rows li:has(a[href*='leg-cramps-ms']) form.print button")
    assert hand.printed() == hand.file("")
    assert hand.clicks == (0 if hand.is_keys else 1)


def test_a_leaflet_is_found_by_a_word_and_printed_in_the_usual_size(hand: Hand) -> None:
    hand.find("cramp")
    if hand.is_keys and hand.has_script:
        hand.look()
    hand.print("#print, .results > li:first-child form.print button")
    assert hand.printed() == hand.file("")
    if hand.is_keys and hand.has_script:
        assert hand.keys == len("cramp") + 2
    elif hand.has_script:
        assert hand.clicks == 1


def test_a_leaflet_is_printed_in_large_print(hand: Hand) -> None:
    hand.find("cramp")
    hand.look()
    hand.choose("size", "large")
    assert "Large, 18 pt" in hand.page.inner_text("#person")
    hand.print()
    assert hand.printed() == hand.file("size=large")
    if hand.has_script and not hand.is_keys:
        assert hand.clicks == 3


def test_what_matters_most_is_ticked_and_a_name_and_a_dose_are_typed(hand: Hand) -> None:
    hand.find("cramp")
    hand.look()
    hand.choose("size", "large")
    hand.tick(1)
    hand.tick(2)
    hand.press(".typed summary")
    hand.write("typed_name", NAME)
    dose = hand.page.get_attribute("input[name^=typed_dose]", "name")
    hand.write(dose, "3 times a day")
    hand.print()
    printed = " ".join(text_of(hand.printed()).split())
    assert NAME in printed and "3 times a day" in printed
    assert "Start with these" in printed
    assert NAME not in hand.page.url


def test_three_leaflets_go_out_as_one_pack_with_a_note(hand: Hand) -> None:
    for number, word in enumerate(("cramp", "baclofen", "falls"), start=1):
        hand.open("/")
        hand.find(word)
        if hand.is_keys and hand.has_script:
            hand.key("Control+Enter")
        else:
            hand.press(".results > li:first-child form.add button")
        hand.page.wait_for_selector(f"#pack-tab .count:text-is('{number}')")
        if hand.has_script:
            hand.page.wait_for_selector("html.js")
    if hand.is_keys and hand.has_script:
        hand.key("Alt+p")
    else:
        hand.press("#pack-tab")
    hand.page.wait_for_selector("ol.pack > li:nth-child(3)")
    hand.write("typed_name", NAME)
    hand.print()
    printed = " ".join(text_of(hand.printed()).split())
    assert "Your leaflets" in printed and NAME in printed
    assert TITLE in printed and "Baclofen" in printed
