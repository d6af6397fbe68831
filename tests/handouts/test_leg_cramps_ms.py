"""The first leaflet says every fact it was asked to, in words a child of 9 to 11 can read."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.content.load import load_leaflet
from handoutgen.design.iconset import icon_names
from handoutgen.story.safety_parts import missing_in
from handouts import plain_words
from handouts.leg_cramps_facts import FACTS, STRATEGIES

FILE = Path(__file__).parents[2] / "handouts" / "leg-cramps-ms" / "en-GB.yaml"
NOT_RUNNING_TEXT = {
    "id", "code", "language", "search_words", "codes", "icon", "file", "credit", "kind", "sources", "support",
    "review", "after", "title", "term", "short", "columns", "labels", "subtitle", "only_for", "not_for",
    "level", "pose", "subjects",
}  # fmt: skip
CONTRACTION = re.compile(r"\w+n['’]t\b|\b\w+['’](?:re|ve|ll|d|m)\b|\b(?:it|that|there|here|what|who)['’]s\b", re.I)
NUMBER_WORD = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b", re.I)
ITALIC = re.compile(r"(?<![\w*])[*_](?![*_\s])[^*_]+[*_](?![\w*])")
BAD_HABIT = re.compile(r"\b[A-Z]{4,}\b|[—–]|\b[ei]\.[ge]\.|\betc\b|\bpatients should\b")


@pytest.fixture(scope="module")
def leaflet() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return data


def strings(node: Any, skip: frozenset[str] | set[str] = frozenset()) -> Iterator[str]:
    """Every string under a node, without the fields to skip."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            if key not in skip:
                yield from strings(value, skip)
    elif isinstance(node, list):
        for item in node:
            yield from strings(item, skip)


def running_text(leaflet: Mapping[str, Any]) -> list[str]:
    return list(strings(leaflet, NOT_RUNNING_TEXT))


def place(leaflet: Mapping[str, Any], name: str) -> str:
    """The words of a part of the leaflet, or of the strategy of that id, on one line each."""
    strategies = {strategy["id"]: strategy for strategy in leaflet["management"]["strategies"]}
    return "\n".join(" ".join(text.split()) for text in strings(strategies.get(name) or leaflet[name]))


def missing(leaflet: Mapping[str, Any]) -> list[str]:
    """The facts that the leaflet does not say."""
    return [
        fact
        for fact, where, patterns in FACTS
        if not all(re.search(pattern, place(leaflet, where)) for pattern in patterns)
    ]


def test_every_fact_of_the_starting_text_is_said_in_its_place(leaflet: dict[str, Any]) -> None:
    assert list(missing(leaflet)) == []


@pytest.mark.parametrize(
    ("path", "fact"),
    [
        (("about", "text"), "MS lasts"),
        (("management", "intro"), "there is no cure, but strategies help"),
        (("management", "strategies", 2, "why"), "cold numbs and reduces inflammation"),
    ],
)
def test_a_fact_taken_out_is_missed(leaflet: dict[str, Any], path: tuple[str | int, ...], fact: str) -> None:
    spoilt: Any = copy.deepcopy(leaflet)
    part = spoilt
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = "Nothing."
    assert fact in missing(spoilt)


def test_the_program_loads_it_without_a_word_of_complaint() -> None:
    loaded = load_leaflet(FILE)
    assert (loaded.leaflet.title, loaded.diagnostics) == ("Leg cramps in multiple sclerosis", ())


def test_the_strategies_stand_in_the_order_of_the_starting_text(leaflet: dict[str, Any]) -> None:
    assert tuple(strategy["id"] for strategy in leaflet["management"]["strategies"]) == STRATEGIES


def test_each_strategy_is_whole(leaflet: dict[str, Any]) -> None:
    known = {source["id"] for source in leaflet["sources"]}
    for strategy in leaflet["management"]["strategies"]:
        assert {"what", "why", "how", "benefits", "risks", "brief", "short", "icon"} <= set(strategy), strategy["id"]
        assert set(strategy["sources"]) <= known, strategy["id"]
        assert len(plain_words.words(strategy["short"])) <= 3, strategy["short"]


def test_each_icon_is_in_our_set(leaflet: dict[str, Any]) -> None:
    assert {strategy["icon"] for strategy in leaflet["management"]["strategies"]} <= set(icon_names())


def test_the_text_reads_at_age_9_to_11(leaflet: dict[str, Any]) -> None:
    assert plain_words.grade(running_text(leaflet)) <= 6


def test_no_sentence_is_longer_than_20_words(leaflet: dict[str, Any]) -> None:
    said = [sentence for text in running_text(leaflet) for sentence in plain_words.sentences(text)]
    assert [sentence for sentence in said if len(plain_words.words(sentence)) > 20] == []


def test_no_paragraph_is_longer_than_3_sentences(leaflet: dict[str, Any]) -> None:
    paragraphs = [paragraph for text in running_text(leaflet) for paragraph in re.split(r"\n\s*\n|\n(?=- )", text)]
    assert [paragraph for paragraph in paragraphs if len(plain_words.sentences(paragraph)) > 3] == []


def test_no_list_is_longer_than_7_items(leaflet: dict[str, Any]) -> None:
    def lists(node: Any) -> Iterator[int]:
        if isinstance(node, Mapping):
            for key, value in node.items():
                if key not in {"glossary", "sources", "search_words"}:
                    yield from lists(value)
        elif isinstance(node, list):
            yield len(node)
            for item in node:
                yield from lists(item)
        elif isinstance(node, str):
            yield len(re.findall(r"^- ", node, re.M))

    assert max(lists({key: value for key, value in leaflet.items() if key != "easy_read"})) <= 7


def test_words_are_written_out_and_numbers_are_numerals(leaflet: dict[str, Any]) -> None:
    for text in strings(leaflet, {"sources"}):
        assert not CONTRACTION.search(text), text
        assert not NUMBER_WORD.search(text), text
        assert not ITALIC.search(text), text
        assert not BAD_HABIT.search(text), text


@pytest.mark.parametrize(
    ("text", "caught_by"),
    [
        ("You don't", CONTRACTION),
        ("It’s sore", CONTRACTION),
        ("Six drinks", NUMBER_WORD),
        ("It is *very* hot", ITALIC),
        ("NEVER run", BAD_HABIT),
    ],
)
def test_the_style_rules_catch_what_they_forbid(text: str, caught_by: re.Pattern[str]) -> None:
    assert caught_by.search(text)


def test_no_heading_asks_a_question_or_starts_each_word_with_a_capital(leaflet: dict[str, Any]) -> None:
    own_names = {"MS", "I", "NHS", "GP"}
    parts = [leaflet[key] for key in ("about", "causes", "symptoms", "management", "help", "sections", "tools")]
    for title in [leaflet["title"], *(t for part in parts for t in _titles(part))]:
        later = plain_words.words(title)[1:]
        assert "?" not in title
        assert [word for word in later if word[0].isupper() and word not in own_names] == [], title


def _titles(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if "title" in node:
            yield node["title"]
        for value in node.values():
            yield from _titles(value)
    elif isinstance(node, list):
        for item in node:
            yield from _titles(item)


def test_every_word_of_the_glossary_is_used_in_the_text(leaflet: dict[str, Any]) -> None:
    text = " ".join(running_text({**leaflet, "glossary": []})).lower()
    terms = [re.sub(r"\s*\(.*\)", "", entry["term"]).lower() for entry in leaflet["glossary"]]
    assert [term for term in terms if term not in text] == []


def test_the_text_is_complete_but_calm(leaflet: dict[str, Any]) -> None:
    body = {key: value for key, value in leaflet.items() if key not in {"glossary", "tools", "easy_read"}}
    printed = strings(body, NOT_RUNNING_TEXT | {"alt", "brief", "instead"})
    assert 1100 <= sum(len(plain_words.words(text)) for text in printed) <= 1600


def test_it_needs_no_clinic_and_prints_no_number_but_the_public_ones(leaflet: dict[str, Any]) -> None:
    text = " ".join(strings(leaflet, {"web", "codes"}))
    assert "{clinic" not in text
    numbers = re.sub(r"\b20\d\d\b|NG220|0808 800 8000", "", text)  # the last is the MS Society's
    assert set(re.findall(r"\b\d{3,}\b", numbers)) <= {"111", "999"}


def test_it_says_that_it_is_a_draft_that_no_reader_has_tried(leaflet: dict[str, Any]) -> None:
    review = leaflet["review"]
    assert (review["status"], review["approvals"]) == ("draft", [])
    assert review["next_review"] > review["last_reviewed"] >= review["published"]
    assert "No patients" in review["reader_involvement"]


def test_its_easy_read_says_in_short_sentences_all_that_keeps_readers_safe_and_that_nobody_has_tried_it(
    leaflet: dict[str, Any],
) -> None:
    easy = leaflet["easy_read"]
    pairs = [pair for part in easy["parts"] for pair in part["pairs"]]
    assert len(pairs) > 90
    assert max(len(plain_words.words(said)) for pair in pairs for said in plain_words.sentences(pair["text"])) <= 15
    assert easy["tested"] == "No person with a learning disability has tried this Easy Read yet."
    loaded = load_leaflet(FILE).leaflet
    assert [missing_in(loaded, tags) for tags in ((), ("us",), ("ie",), ("gb", "uk"))] == [[]] * 4
    hard = [word for pair in pairs for word in re.findall(r"\*\*([^*]+)\*\*", pair["text"])]
    assert len(hard) > 15 and len(set(hard)) == len(hard), "a hard word is explained once, where it first stands"
