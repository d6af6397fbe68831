"""The essential leaflet: shorter, and never without what keeps its readers safe."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.model import Leaflet
from handoutgen.depth import Depth
from handoutgen.story.depth import Essential, at_depth, is_brief
from handoutgen.story.telling import tell
from story.small_leaflet import LEAFLET, STRATEGY, leaflet, leg_cramps, voice, whole_text, with_strategy

WARNING = {"kind": "important", "text": "Never on numb skin."}
TIP = {"kind": "tip", "text": "Slowly does it."}
SAFE: dict[str, Any] = {
    "stop_if": ["it hurts"], "ask_first": ["you had a fall"], "caution": "Warm, not hot.", "callouts": [WARNING, TIP],
}  # fmt: skip


def essential(whole: Leaflet) -> Essential:
    return at_depth(whole, Depth.ESSENTIAL, voice())


def said(short: Essential) -> str:
    return whole_text(tell(short.leaflet, voice()))


def with_section(**changes: Any) -> Leaflet:
    return leaflet(sections=[{"id": "more", "title": "More", "text": "So much more.", **changes}])


def test_at_full_depth_nothing_is_changed() -> None:
    whole = leg_cramps()
    assert at_depth(whole, Depth.FULL, voice()) == Essential(whole, ())


def test_what_is_marked_full_goes_and_is_named() -> None:
    short = essential(with_section(level="full"))
    assert short.leaflet.sections == ()
    assert "More" in short.also
    assert "So much more." not in said(short)
    assert "So much more." in said(essential(with_section()))


@pytest.mark.parametrize(
    "keys",
    [
        {"do_not": ["Do not run."]},
        {"ask_first": ["Do not run."]},
        {"caution": "Do not run."},
        {"dose": "Do not run."},
        {"callouts": [{"kind": "important", "text": "Do not run."}]},
        {"subsections": [{"title": "Inside", "do_not": ["Do not run."]}]},
        {"subsections": [{"title": "Inside", "dose": "Do not run."}]},
    ],
    ids=lambda keys: next(iter(keys)),
)
def test_a_section_that_goes_leaves_what_keeps_readers_safe(keys: dict[str, Any]) -> None:
    short = essential(with_section(level="full", **keys))
    assert "Do not run." in said(short)
    assert "So much more." not in said(short)


def test_a_list_of_what_not_to_do_keeps_its_own_words_over_it() -> None:
    whole = with_section(level="full", do_not_title="Do not take it if", do_not=["you are pregnant"])
    assert "Do not take it if" in said(essential(whole))


def test_a_strategy_keeps_its_steps_and_all_its_safety_lines() -> None:
    words = said(essential(with_strategy(why="It helps.", benefits="Less pain.", risks="A fall.", **SAFE)))
    for line in ("Pull slowly.", "it hurts", "you had a fall", "Warm, not hot.", "Never on numb skin.", "A fall."):
        assert line in words
    assert "It helps." not in words
    assert "Less pain." not in words


def test_a_strategy_of_the_full_depth_is_its_line_its_caution_and_its_warnings() -> None:
    short = essential(with_strategy(level="full", what="A long story. And more.", **SAFE))
    (strategy,) = short.leaflet.strategies
    assert is_brief(strategy)
    words = said(short)
    for line in ("Stretch the calf.", "Warm, not hot.", "Never on numb skin.", "it hurts", "you had a fall"):
        assert line in words
    for line in ("A long story.", "Pull slowly.", "Slowly does it."):
        assert line not in words
    assert short.also[0] == "how to do what is named here in a line"


def test_ways_and_asides_of_the_full_depth_go_but_no_warning() -> None:
    ways = [*STRATEGY["how"], {"title": "In water", "steps": ["Swim."], "level": "full"}]
    warning, tip = {**WARNING, "level": "full"}, {**TIP, "level": "full"}
    words = said(essential(with_strategy(how=ways, callouts=[warning, tip])))
    assert "Swim." not in words
    assert "Slowly does it." not in words
    assert "Never on numb skin." in words


def test_parts_go_as_is_usual_unless_the_leaflet_says_otherwise() -> None:
    parts = {"causes": {"text": "Because."}, "glossary": [{"term": "Cramp", "meaning": "A tight muscle."}]}
    short = essential(leaflet(**parts))
    assert (short.leaflet.causes, short.leaflet.glossary) == (None, ())
    assert short.also == ("Why it happens", "Words explained", "Sources")
    kept = essential(leaflet(**parts, levels={"causes": "essential", "glossary": "essential", "sources": "essential"}))
    assert kept.leaflet.causes is not None
    assert kept.leaflet.glossary
    assert kept.also == ()


def test_a_section_after_one_that_goes_follows_what_that_followed() -> None:
    sections = [
        {"id": "first", "title": "First", "text": "One.", "after": "about", "level": "full"},
        {"id": "second", "title": "Second", "text": "Two.", "after": "first"},
    ]
    short = essential(leaflet(sections=sections))
    assert [(section.id, section.after) for section in short.leaflet.sections] == [("second", "about")]
    assert "Two." in said(short)


def test_parts_to_write_on_have_no_depth() -> None:
    """They are there where they are asked for, so nothing says that the full leaflet alone has them."""
    tools = [{"kind": "notes", "title": "My notes"}, {"kind": "notes", "title": "My visit", "level": "full"}]
    levels = {"sources": "essential"}
    for whole in (leaflet(tools=tools, levels=levels), leaflet(tools=tools, levels={**levels, "tools": "full"})):
        short = essential(whole)
        assert short.leaflet.tools == whole.tools
        assert short.also == ()


def test_help_is_never_touched() -> None:
    assert essential(leaflet()).leaflet.help == Leaflet.model_validate(LEAFLET).help
