"""What a page is put together from: text that is only text, names given once, strategies with their numbers."""

from __future__ import annotations

import re

import pytest

from alternatives.test_web_page import bare_dress, page_with
from handoutgen.alternatives.web_page.blocks import blocks
from handoutgen.alternatives.web_page.dress import Inset
from handoutgen.alternatives.web_page.markup import Phrases, attributes, element, safe_address, text
from handoutgen.alternatives.web_page.paper import PageInMaking
from handoutgen.alternatives.web_page.parts import part
from handoutgen.content.markdown.inline import Text
from handoutgen.content.words import words_for
from handoutgen.story.addresses import Cited
from handoutgen.story.page_words import page_words
from handoutgen.story.passages import Lines, Listed, Passage, Picture, Said
from handoutgen.story.references import Pointer
from handoutgen.story.voice import voice_of
from story.small_leaflet import leaflet


@pytest.fixture
def paper() -> PageInMaking:
    words = page_words(voice_of(words_for("en-GB"), "en-GB", None), leaflet())
    return PageInMaking(Phrases(("999",), {"Key points": "key-points"}, right_to_left=False), words, bare_dress())


def test_every_sign_that_means_something_to_a_browser_is_written_as_text() -> None:
    assert text("<a href=\"x\" title='y'>&\x00\x9f\n") == "&lt;a href=&quot;x&quot; title=&#x27;y&#x27;&gt;&amp;   "


def test_attributes_are_quoted_and_those_without_a_value_left_out() -> None:
    assert (
        attributes(class_="a", aria_label='"', hidden=True, lang=None, open=False)
        == ' class="a" aria-label="&quot;" hidden'
    )
    assert element("p", "x", id="a") == '<p id="a">x</p>'


@pytest.mark.parametrize(
    "link", ["https://www.nhs.uk/a?b=c#d", "http://a.org", "tel:+441174960123", "tel:999", "mailto:a@b.org"]
)
def test_addresses_of_pages_phones_and_letters_pass(link: str) -> None:
    assert safe_address(link) == link


def test_no_name_is_given_twice(paper: PageInMaking) -> None:
    assert [paper.name(each) for each in ("About us!", "about-us", "?", "part")] == [
        "about-us",
        "about-us-2",
        "part",
        "part-2",
    ]


def test_an_icon_stands_in_the_page_once_however_often_it_is_shown(paper: PageInMaking) -> None:
    assert paper.icon("phone") == paper.icon("phone") != paper.icon("stop")
    assert paper.icons.count("<symbol") == 2


def test_a_photograph_has_its_words_and_a_decoration_none(paper: PageInMaking) -> None:
    photo = PageInMaking(paper.phrases, paper._words, bare_dress())
    photo._dress = type(photo._dress)(
        {}, {}, photo._dress.icon, lambda file: Inset(4, 3, address="data:image/png;base64,x"), lambda _: []
    )
    assert (
        photo.picture("x", 'A "leg"')
        == '<img width="4" height="3" src="data:image/png;base64,x" alt="A &quot;leg&quot;">'
    )
    assert 'alt=""' in photo.decoration("x")
    assert 'aria-hidden="true"' in paper.decoration("x")


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        (Text("our page", link="https://b.org/help"), "our page (b.org/help)"),
        (Text("b.org", link="https://b.org/help"), "b.org"),
        (Cited("Leg cramps", link="https://b.org/help", publisher="NHS"), "Leg cramps"),
        (Text("the ward", link="tel:01632960778"), "the ward (01632960778)"),
    ],
)
def test_where_nothing_opens_pages_their_addresses_are_written_out(run: Text, shown: str) -> None:
    written = Phrases((), {}, right_to_left=False, opens_pages=False).written([run])
    assert re.fullmatch(f"<a [^>]*>{re.escape(shown)}</a>", written)


def test_a_number_behind_words_stands_as_it_is_written_in_text_from_right_to_left() -> None:
    run = Text("اتصل بنا", link="tel:+441174960123")
    written = Phrases((), {}, right_to_left=True).written([run])
    assert '(<bdi dir="ltr">+441174960123</bdi>)</a>' in written


def test_words_that_name_another_part_lead_to_it(paper: PageInMaking) -> None:
    runs = [Text("See "), Pointer("Key points", heading="Key points"), Pointer("Gone", heading="Gone")]
    assert paper.phrases.written(runs) == 'See <a href="#key-points">Key points</a>Gone'


def test_lists_that_keep_a_reader_safe_stand_together_in_one_panel(paper: PageInMaking) -> None:
    item = ((Said([Text("it hurts")]),),)
    both = [
        Listed(item, "bullet", title="Stop if", kind="stop_if"),
        Listed(item, "bullet", title="Ask", kind="ask_first"),
    ]
    assert blocks(paper, both).count('class="panel safety"') == 1
    assert blocks(paper, [both[0], Said([Text("x")]), both[1]]).count('class="panel safety"') == 2


def test_lines_without_a_label_are_named_by_what_stands_before_them(paper: PageInMaking) -> None:
    assert 'aria-label="What I want"' in blocks(paper, [Said([Text("What I want")]), Lines(2)])
    assert 'aria-label="Write here"' in blocks(paper, [Lines(2)])


def test_a_strategy_has_its_number_its_icon_and_a_box_to_tick(paper: PageInMaking) -> None:
    steps = Listed(((Said([Text("Lean.")]),),), "number")
    way = Passage("how", [Text("Wall")], 4, (Picture("x", "A wall.", [Text("Lean.")]), steps))
    strategies = tuple(Passage(f"s{n}", [Text(f"{n}. Warmth {n}")], 3, (way,), "leg", n) for n in (1, 2))
    html = part(paper, Passage("management", [Text("What you can do")], 2, strategies), "management")
    assert '<span class="number">1<span class="unseen">. </span></span><span class="disc tint">' in html
    assert '<ul class="overview" role="list" data-own=""><li><a href="#s1">' in html
    assert '<h3 id="s1">' in html and '<section class="strategy" aria-labelledby="s1">' in html
    assert html.count("I want to try this") == 2
    assert '<div class="way"><h4>Wall</h4><figure>' in html


def test_a_help_level_leads_with_whom_to_call() -> None:
    title = [Text("Call "), Text("999", strong=True, link="tel:999"), Text(" if you have:")]
    title[0] = Text("Call ", strong=True)
    level = Passage("help-emergency", title, 3, (Said([Text("x")]),))
    page = page_with(passages=(Passage("other", [Text("Help")], 2, (level,)),))
    assert (
        '<span class="whom"><strong>Call </strong><strong><a href="tel:999" class="tel">999</a></strong></span>' in page
    )
    assert '<span class="lead"> if you have:</span>' in page
