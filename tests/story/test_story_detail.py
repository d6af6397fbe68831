"""What a short form shows of a strategy, and that no amount of shortening hides a warning where safety is shown."""

from __future__ import annotations

from itertools import product
from typing import Literal

import pytest

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Callout, CalloutKind
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.story.detail import (
    Detail,
    is_among,
    is_at_a_glance,
    is_warning,
    name_of,
    remaining,
    strategy_blocks,
)
from story.small_leaflet import STRATEGY, leaflet, leg_cramps

NUMB = {"kind": "important", "title": "Numb skin", "text": "Do not put ice on it."}
TIP = {"kind": "tip", "title": "Shoes", "text": "Wear flat shoes."}
FULL = {
    **STRATEGY, "why": "It helps.", "how_often": "Daily.", "benefits": "Less pain.", "risks": "You may fall.",
    "stop_if": ["it hurts"], "ask_first": ["you fell"], "callouts": [TIP, NUMB],
    "how": [{"title": "Stand", "steps": ["Up.", "Down."]}, {"title": "Sit", "steps": ["Lean."]}],
}  # fmt: skip
FIELDS: dict[str, list[ModelPath]] = {
    "title": [("title",)],
    "brief": [("brief",)],
    "short": [("short",)],
    "why": [("why",)],
    "how often": [("how_often",)],
    "facts": [("benefits",), ("risks",)],
    "safety": [("stop_if", 0), ("ask_first", 0), ("callouts", 1, "title"), ("callouts", 1, "text")],
    "first way": [("how", 0, "title"), ("how", 0, "steps", 0), ("how", 0, "steps", 1)],
    "other ways": [("how", 1, "title"), ("how", 1, "steps", 0)],
    "never": [("callouts", 0, "title"), ("callouts", 0, "text"), ("what",), ("id",), ("icon",), ("sources", 0)],
}


def two_strategies() -> Leaflet:
    return leaflet(management={"strategies": [FULL, {**FULL, "id": "other", "title": "Other"}]})


@pytest.mark.parametrize(
    ("detail", "shown"),
    [
        (Detail(), {"title", "brief", "safety"}),
        (Detail(title=False), {"brief", "safety"}),
        (Detail(line="short"), {"title", "short"}),
        (Detail(why=True), {"title", "brief", "why", "safety"}),
        (Detail(facts=True), {"title", "brief", "how often", "facts", "safety"}),
        (Detail(safety=True), {"title", "brief", "safety"}),
        (Detail(steps="first"), {"title", "brief", "first way", "how often", "safety"}),
        (Detail(steps="all"), {"title", "brief", "first way", "other ways", "how often", "safety"}),
        (
            Detail(why=True, facts=True, steps="all", safety=True),
            {"title", "brief", "why", "how often", "facts", "safety", "first way", "other ways"},
        ),
    ],
)
def test_each_amount_of_detail_shows_these_fields_and_no_others(detail: Detail, shown: set[str]) -> None:
    strategy = Strategy.model_validate(FULL)
    for name, paths in FIELDS.items():
        for path in paths:
            assert detail.shows(strategy, path) is (name in shown), path


def test_with_its_line_a_caution_stands_for_when_to_stop_and_when_to_ask() -> None:
    strategy = Strategy.model_validate({**FULL, "caution": "Warm, not hot."})
    safe: list[ModelPath] = [("caution",), ("callouts", 1, "text"), ("stop_if", 0), ("ask_first", 0)]
    assert [Detail().shows(strategy, path) for path in safe] == [True, True, False, False]
    assert [Detail(safety=True).shows(strategy, path) for path in safe] == [True] * 4
    assert [Detail(line="short").shows(strategy, path) for path in safe] == [False] * 4


LINES: tuple[Literal["brief", "short"], ...] = ("brief", "short")
STEPS: tuple[Literal["all", "first", "none"], ...] = ("all", "first", "none")
DETAILS = [
    Detail(title, line, why, facts, steps, safety=True)
    for title, line, why, facts, steps in product((True, False), LINES, (True, False), (True, False), STEPS)
]


@pytest.mark.parametrize("content", [leg_cramps(), two_strategies()], ids=["leg cramps", "small"])
def test_with_safety_shown_no_amount_of_shortening_hides_when_to_stop_when_to_ask_or_a_warning(
    content: Leaflet,
) -> None:
    asked = 0
    for number, strategy in enumerate(content.strategies):
        below: list[ModelPath] = [("stop_if", index) for index in range(len(strategy.stop_if))]
        below += [("ask_first", index) for index in range(len(strategy.ask_first))]
        for index, callout in enumerate(strategy.callouts):
            below += [("callouts", index, "text")] if callout.kind == "important" else []
        for detail, path in product(DETAILS, below):
            assert is_at_a_glance(content, (), detail, ("management", "strategies", number, *path)), (detail, path)
            asked += 1
    assert asked >= 48 * 6


def test_a_strategy_left_out_is_gone_with_its_warnings_and_the_others_stay() -> None:
    content = two_strategies()
    detail, gone = Detail(safety=True), [content.strategies[0]]
    for path in (("title",), ("stop_if", 0), ("callouts", 1, "text")):
        assert not is_at_a_glance(content, gone, detail, ("management", "strategies", 0, *path))
        assert is_at_a_glance(content, gone, detail, ("management", "strategies", 1, *path))


def test_a_warning_left_out_is_gone_alone() -> None:
    content = two_strategies()
    strategy = content.strategies[0]
    detail, gone = Detail(safety=True), [strategy.callouts[1]]
    said = [
        is_at_a_glance(content, gone, detail, ("management", "strategies", 0, *path))
        for path in (("callouts", 1, "title"), ("callouts", 1, "text"), ("stop_if", 0), ("title",))
    ]
    assert said == [False, False, True, True]


def test_beside_the_strategies_a_glance_shows_the_message_the_key_points_and_when_to_get_help() -> None:
    paths: list[ModelPath] = [
        ("title",), ("main_message",), ("key_points", 2), ("help", "title"), ("help", "urgent", "signs", 0),
        ("subtitle",), ("about", "text"), ("management", "title"), ("management", "uncertainty"),
        ("tools", 0, "title"), ("review", "owner"), ("sources", 0, "title"),
    ]  # fmt: skip
    shown = [path for path in paths if is_at_a_glance(two_strategies(), (), Detail(safety=True), path)]
    assert shown == paths[:5]


def test_only_what_is_important_is_a_warning() -> None:
    asides = [Callout(kind=kind, text="Take care.") for kind in CalloutKind]
    assert [aside.kind.value for aside in asides if is_warning(aside)] == ["important"]


def test_two_blocks_that_say_the_same_are_still_two() -> None:
    one, other = Callout(text="Take care."), Callout(text="Take care.")
    assert one == other
    assert is_among(one, [other, one])
    assert not is_among(one, [other])
    assert not is_among(one, [])


def test_blocks_are_the_strategies_each_with_its_warnings_in_the_authors_order() -> None:
    content = two_strategies()
    first, second = content.strategies
    expected = [first, first.callouts[1], second, second.callouts[1]]
    assert [id(block) for block in strategy_blocks(content)] == [id(block) for block in expected]


def test_what_remains_has_neither_the_strategies_nor_the_warnings_left_out() -> None:
    content = two_strategies()
    first, second = content.strategies
    assert remaining(content, ()) == [first, second]
    assert remaining(content, [first]) == [second]
    [kept, _] = remaining(content, [first.callouts[1]])
    assert [callout.title for callout in kept.callouts] == ["Shoes"]
    assert [callout.title for callout in first.callouts] == ["Shoes", "Numb skin"]


def test_a_block_is_called_by_its_title_or_its_first_five_words() -> None:
    assert name_of(Strategy.model_validate(STRATEGY)) == "Stretch"
    assert name_of(Callout(title="Numb skin", text="Take care.")) == "Numb skin"
    assert name_of(Callout(text="Do not put heat or ice on it.")) == "Do not put heat or"
    assert name_of(Callout(text="Take\ncare.")) == "Take care."
