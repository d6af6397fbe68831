"""Words at the end of a leaflet, beside its strategies and on its tools: glossary, support, sources, facts, example."""

from __future__ import annotations

import re
from typing import Any

import pytest

from handoutgen.content.markdown.inline import Text
from handoutgen.content.record import GlossaryEntry, Source, Support
from handoutgen.content.sections import Callout
from handoutgen.content.strategies import Strategy
from handoutgen.content.tools import Diary
from handoutgen.story.entries import (
    glossary_words,
    sources_by_publisher,
    sources_note,
    support_words,
)
from handoutgen.story.strategies import callout_title, facts, is_in_brief, numbered_title, safety_lists
from handoutgen.story.tools import example_words
from story.small_leaflet import STRATEGY, clinic, text_of, voice


def strategy(**changes: Any) -> Strategy:
    return Strategy.model_validate({**STRATEGY, **changes})


def source(ident: str, **more: Any) -> Source:
    return Source.model_validate({"id": ident, "title": "Leg cramps", "publisher": "NHS", **more})


def diary(*columns: dict[str, Any]) -> Diary:
    return Diary.model_validate({"kind": "diary", "title": "My diary", "columns": columns})


def test_a_term_is_bold_and_its_meaning_follows() -> None:
    entry = GlossaryEntry(term="Calf", meaning="Lower **leg**.")
    assert glossary_words(voice(), entry) == [
        Text("Calf: ", strong=True), Text("Lower "), Text("leg", strong=True), Text(".")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"name": "MS Trust"}, "MS Trust"),
        ({"name": "MS Trust", "text": "Advice."}, "MS Trust. Advice."),
        ({"name": "Knee Help Ltd.", "text": "Advice."}, "Knee Help Ltd. Advice."),
        ({"name": "MS Trust", "phone": "0117 496 0100", "text": "Advice."}, "MS Trust, 0117 496 0100. Advice."),
        ({"name": "NHS 111", "phone": "111", "text": "Advice."}, "NHS 111. Advice."),
        ({"name": "MS Trust", "web": "https://www.mstrust.example/"}, "MS Trust www.mstrust.example"),
        ({"name": "MS Trust", "text": "Call {clinic.phone}."}, "MS Trust. Call 0117 496 0123."),
    ],
)
def test_who_helps_further_is_said_with_number_offer_and_page(place: dict[str, str], said: str) -> None:
    assert text_of(support_words(voice(clinic()), Support.model_validate(place))) == said


def test_the_name_and_the_number_of_who_helps_are_bold_and_the_page_opens() -> None:
    place = Support(name="MS Trust", phone="0117 496 0100", web="https://mstrust.example/a/")
    assert support_words(voice(), place) == [
        Text("MS Trust", strong=True), Text(", ", strong=True),
        Text("0117 496 0100", strong=True, link="tel:01174960100"), Text(" "),
        Text("mstrust.example/a", link="https://mstrust.example/a/"),
    ]  # fmt: skip


def test_of_when_a_number_is_answered_nothing_is_dialled() -> None:
    said = support_words(voice(), Support(name="Samaritans", phone="116 123 24/7"))
    assert said[2:] == [Text("116 123", strong=True, link="tel:116123"), Text(" 24/7", strong=True)]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "NHS: 1.\u00a0Leg cramps."),
        ({"year": "2022"}, "NHS: 1.\u00a0Leg cramps (2022)."),
        ({"web": "https://www.nhs.uk/conditions/leg-cramps/"}, "NHS: 1.\u00a0Leg cramps."),
        ({"year": "2022", "web": "https://nhs.uk/"}, "NHS: 1.\u00a0Leg cramps (2022)."),
        ({"web": "https://www.nhs.uk/a/baclofen/"}, "NHS: 1.\u00a0Leg cramps (…/baclofen)."),
        ({"publisher": "NHS Fife", "web": "https://nhsfife.org/leg/cramps"}, "NHS Fife: 1.\u00a0Leg cramps."),
        ({"publisher": "HSE Ireland", "web": "https://www2.hse.ie/cramps"}, "HSE Ireland: 1.\u00a0Leg cramps."),
        ({"publisher": "Moor NHS", "web": "https://m.nhs.uk/cramps"}, "Moor NHS (m.nhs.uk): 1.\u00a0Leg cramps."),
        ({"web": "https://pmc.example/PMC1463088/a"}, "NHS (pmc.example): 1.\u00a0Leg cramps."),
        ({"publisher": "News (nhs.uk)", "web": "https://nhs.uk/leg/cramps"}, "News (nhs.uk): 1.\u00a0Leg cramps."),
    ],
)  # fmt: skip
def test_a_source_is_found_by_its_publisher_title_and_site_or_the_end_of_its_address(
    more: dict[str, str], said: str
) -> None:
    (paragraph,) = sources_by_publisher([source("nhs", **more)])
    assert text_of(paragraph) == said


def test_sources_of_one_publisher_and_site_are_one_paragraph_and_numbered_as_they_are_printed() -> None:
    sources = [
        source("a", title="Cramps", web="https://www.nhs.uk/cramps/"),
        source("b", title="Legs", publisher="MS Trust", web="https://mstrust.example/legs"),
        source("c", title="Baclofen", web="https://www.nhs.uk/baclofen"),
        source("d", title="Elsewhere", web="https://other.example/elsewhere"),
        source("e", title="On paper"),
    ]
    assert [text_of(paragraph) for paragraph in sources_by_publisher(sources)] == [
        "NHS: 1.\u00a0Cramps; 2.\u00a0Baclofen.",
        "MS Trust: 3.\u00a0Legs.",
        "NHS (other.example): 4.\u00a0Elsewhere.",
        "NHS: 5.\u00a0On paper.",
    ]


def test_no_source_is_lost_or_told_twice_however_many_there_are() -> None:
    sources = [
        source(f"s{n}", title=f"Title {n}", publisher=f"Press {n % 3}", web=f"https://site{n % 2}.example/title-{n}")
        for n in range(1, 20)
    ]
    said = " ".join(text_of(paragraph) for paragraph in sources_by_publisher(sources))
    assert [len(re.findall(rf"\u00a0Title {n}\b", said)) for n in range(1, 20)] == [1] * 19
    assert [int(number) for number in re.findall(r"(\d+)\.\u00a0", said)] == list(range(1, 20))
    assert sources_by_publisher([]) == []


def test_the_title_leads_to_the_whole_address_and_the_publisher_is_bold() -> None:
    web = "https://www.nhs.uk/medicines/baclofen/common-questions-about-baclofen/"
    publisher, site, *_, title, end, stop = sources_by_publisher([source("nhs", web=web)])[0]
    assert (publisher, site) == (Text("NHS", strong=True), Text(": "))
    assert (title.text, title.link) == ("Leg cramps", web)
    assert end.text.startswith(" (…/common") and end.text.endswith("baclofen)")
    assert end.link is None
    assert stop == Text(".")


def test_the_sources_of_each_strategy_are_named_by_number_in_rising_order() -> None:
    sources = [source("a"), source("b"), source("c")]
    strategies = [strategy(sources=["c", "a"]), strategy(), strategy(title="Warmth", sources=["b", "b"])]
    assert text_of(sources_note(voice(), sources, strategies)) == "Sources of each part: Stretch 1, 3; Warmth 2."


def test_ten_sources_are_in_order_of_number_not_of_figures() -> None:
    sources = [source(f"s{number}") for number in range(1, 12)]
    note = sources_note(voice(), sources, [strategy(sources=["s10", "s2", "s7"])])
    assert text_of(note) == "Sources of each part: Stretch 2, 7, 10."


def test_where_no_strategy_names_a_source_there_is_no_note() -> None:
    assert sources_note(voice(), [source("a")], [strategy()]) == []


def test_a_strategy_is_referred_to_by_number_and_title() -> None:
    assert numbered_title(voice(), 3, strategy(title="Warmth")) == "3. Warmth"


def test_facts_have_a_bold_word_each_in_this_order() -> None:
    told = strategy(risks="You may **fall**.", benefits="Less pain.", how_often="Daily.")
    assert facts(voice(), told) == [
        [Text("How often: ", strong=True), Text("Daily.")],
        [Text("Benefits: ", strong=True), Text("Less pain.")],
        [Text("Risks: ", strong=True), Text("You may "), Text("fall", strong=True), Text(".")],
    ]
    assert facts(voice(), strategy(benefits="Less pain.")) == [[Text("Benefits: ", strong=True), Text("Less pain.")]]
    assert facts(voice(), strategy()) == []


def test_when_to_stop_comes_before_when_to_ask() -> None:
    both = strategy(ask_first=["you fell"], stop_if=["it hurts", "you fall"])
    assert safety_lists(both) == [("stop_if", ("it hurts", "you fall")), ("ask_first", ("you fell",))]
    assert safety_lists(strategy(ask_first=["you fell"])) == [("ask_first", ("you fell",))]
    assert safety_lists(strategy()) == []


def test_over_an_aside_stands_the_word_for_its_kind_and_its_title() -> None:
    kinds = [{"kind": "important"}, {"kind": "tip"}, {"kind": "note"}, {}, {"kind": "important", "title": "Numb skin"}]
    asides = [Callout.model_validate({**each, "text": "Take care."}) for each in kinds]
    titles = [callout_title(voice(), aside) for aside in asides]
    assert titles == ["Important", "Tip", "Note", "Note", "Important: Numb skin"]


def test_the_example_of_a_diary_is_one_sentence_of_the_columns_that_have_one() -> None:
    words = example_words(
        voice(), diary({"title": "Day", "example": "Monday"}, {"title": "Why"}, {"title": "Pain", "example": "6"})
    )
    assert words == [
        Text("Example: ", strong=True), Text("Day: ", strong=True), Text("Monday"), Text("; "),
        Text("Pain: ", strong=True), Text("6"), Text("."),
    ]  # fmt: skip


def test_a_diary_without_examples_says_none() -> None:
    assert example_words(voice(), diary({"title": "Day"}, {"title": "Pain"})) == []


def test_a_strategy_is_in_brief_where_its_line_says_all_but_what_keeps_readers_safe() -> None:
    brief = Strategy.model_validate({**STRATEGY, "what": STRATEGY["brief"]}).model_copy(update={"how": ()})
    nothing = dict.fromkeys(("why", "how_often", "benefits", "risks", "figure"))
    brief = brief.model_copy(update={**nothing, "caution": "Slowly.", "stop_if": ("it hurts",)})
    assert is_in_brief(brief)
    changes: list[dict[str, object]] = [
        {"what": "More."}, {"why": "It helps."}, {"how_often": "Daily."}, {"benefits": "Ease."}, {"risks": "Falls."},
    ]  # fmt: skip
    assert not any(is_in_brief(brief.model_copy(update=change)) for change in changes)
