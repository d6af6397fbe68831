"""A leaflet told from its title to how to reach the clinic: its parts, their order and what stands in each."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.record import Source
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, StoryBlock, Tabled
from handoutgen.story.telling import tell
from handoutgen.story.voice import Voice
from story.small_leaflet import (
    STRATEGY,
    bare_clinic,
    clinic,
    leaflet,
    said_in,
    said_in_all,
    text_of,
    voice,
    with_strategy,
)


def passage(content: Leaflet, ident: str, spoken: Voice | None = None) -> Passage:
    """The part of this name, as it is told."""
    [found] = [each for each in tell(content, spoken or voice()).passages if each.ident == ident]
    return found


def strategy_blocks(**changes: Any) -> tuple[StoryBlock | Passage, ...]:
    [told] = passage(with_strategy(**changes), "management").blocks
    assert isinstance(told, Passage)
    assert (told.ident, told.level, text_of(told.title)) == ("stretch", 3, "1. Stretch")
    return told.blocks


def tool_blocks(**tool: Any) -> tuple[StoryBlock | Passage, ...]:
    told = passage(leaflet(tools=[{"title": "My tool", **tool}]), "tool-1")
    assert text_of(told.title) == "My tool"
    return told.blocks


def listed(sign: Any, *items: str, **more: Any) -> Listed:
    return Listed(tuple((Said((Text(item),)),) for item in items), sign, **more)


def test_the_parts_are_in_reading_order_under_headings_of_the_second_level() -> None:
    parts = tell(leaflet(causes={"text": "Why."}, glossary=[{"term": "Calf", "meaning": "Leg."}]), voice()).passages
    assert [(part.ident, text_of(part.title)) for part in parts] == [
        ("key-points", "Key points"), ("help", "When to get help"), ("about", "About this condition"),
        ("causes", "Why it happens"), ("management", "What you can do"), ("glossary", "Words explained"),
        ("sources", "Sources"), ("review", "About this leaflet"),
    ]  # fmt: skip
    assert {part.level for part in parts} == {2}


def test_with_a_clinic_how_to_reach_it_is_at_the_end_and_without_one_nowhere() -> None:
    assert tell(leaflet(), voice(bare_clinic())).passages[-1].ident == "contact"
    assert "contact" not in [part.ident for part in tell(leaflet(), voice()).passages]


def test_headings_are_the_authors_where_there_are_any() -> None:
    content = leaflet(
        about={"title": "What it is", "text": "A cramp."},
        management={"title": "Try this", "strategies": [STRATEGY]},
        help={**leaflet().help.model_dump(), "title": "Get help"},
        sections=[{"id": "own", "title": "At work", "text": "Rest.", "after": "about"}],
    )
    titles = [text_of(part.title) for part in tell(content, voice()).passages]
    assert titles[1:5] == ["Get help", "What it is", "At work", "Try this"]


def test_the_title_has_the_subtitle_and_the_message_after_it() -> None:
    story = tell(leaflet(subtitle="For you"), voice(language="ar"))
    message = Said((Text("Stretch a "), Text("little", strong=True), Text(".")))
    assert (story.title, story.message) == ("Cramps", (Said([Text("For you")], "subtitle"), message))
    assert (story.language, story.direction) == ("ar", "rtl")
    assert tell(leaflet(), voice()).message == (message,)


CALL = "Nurse line: 0117 496 0123"
"""The clinic's main line, which the head of the printed page says too."""


@pytest.mark.parametrize(
    ("spoken", "opening"),
    [
        (voice(), ["Patient information", "Draft: not yet approved by a clinic", "Clinic:", "Phone:"]),
        (voice(bare_clinic()), ["Bare Clinic", "Draft: not yet approved by a clinic", "Phone:"]),
        (voice(clinic()), ["Riverside Clinic", "Draft: not yet approved by a clinic", CALL]),
        (
            replace(voice(clinic()), notice="Past its date"),
            ["Riverside Clinic", "Draft: not yet approved by a clinic", "Past its date", CALL],
        ),
        (
            voice(clinic(approvals=[{"leaflet": "cramps", "version": "1.0", "role": "Nurse", "date": "2026-12-01"}])),
            ["Riverside Clinic", CALL],
        ),
    ],
    ids=["no clinic", "no phone", "draft", "past its review date", "approved"],
)
def test_it_opens_with_whose_it_is_and_what_is_not_settled(spoken: Voice, opening: list[str]) -> None:
    assert list(said_in_all(tell(leaflet(), spoken).opening)) == opening


def test_signs_of_one_time_are_a_list_under_it() -> None:
    group = {"when": "After your operation", "signs": ["a fever"]}
    content = leaflet(help={**leaflet().help.model_dump(), "urgent": {"groups": [group]}})
    _, urgent, _ = passage(content, "help").blocks
    assert isinstance(urgent, Passage)
    assert urgent.blocks == (listed("bullet", "a fever", title="After your operation:"),)


def test_the_levels_of_help_stand_in_their_order_with_label_signs_and_what_to_do() -> None:
    urgent = {"signs": ["a hot leg"], "action": "Ask **us**."}
    content = leaflet(help={**leaflet().help.model_dump(), "intro": "Do not wait.", "urgent": urgent})
    intro, *levels = passage(content, "help", voice(clinic())).blocks
    assert list(said_in_all([intro])) == ["Do not wait."]
    assert [(each.ident, each.level) for each in levels if isinstance(each, Passage)] == [
        ("help-emergency", 3), ("help-urgent", 3), ("help-routine", 3)
    ]  # fmt: skip
    assert [list(said_in(level)) for level in levels] == [
        ["Call 999 now if you have:", "", "chest pain"],
        ["Call us today on 0117 496 0123 if you have:", "", "a hot leg",
         "When we are closed, call 0117 496 0199.", "Ask us."],
        ["Tell us at your next visit, or call 0117 496 0123 about:", "", "more cramps"],
    ]  # fmt: skip


def test_a_section_has_text_picture_what_to_do_what_not_to_do_and_asides() -> None:
    labels = [{"text": "Foot", "x": 0.5, "y": 0.9}, {"text": "Thigh", "x": 0.5, "y": 0.2}]
    figure = {"file": "leg.svg", "alt": "A leg.", "caption": "The **leg**", "labels": labels}
    about = {
        "text": "A cramp.", "figure": figure, "do": ["Rest."], "do_not": ["Jump."], "ask_first": ["you fell"],
        "callouts": [{"kind": "tip", "text": "Slowly."}],
    }  # fmt: skip
    assert passage(leaflet(about=about), "about").blocks == (
        Said((Text("A cramp."),)),
        Picture(
            "leg.svg", "A leg.", (Text("The "), Text("leg", strong=True)), ("Thigh", "Foot"), ((0.5, 0.2), (0.5, 0.9))
        ),
        listed("yes", "Rest.", title="Do", kind="do"),
        listed("no", "Jump.", title="Do not", kind="do_not"),
        listed("bullet", "you fell", title="Ask first if", kind="ask_first"),
        Aside("tip", "Tip", (Said((Text("Slowly."),)),)),
    )


def test_a_strategy_has_what_why_how_facts_safety_and_asides_in_this_order() -> None:
    assert strategy_blocks(
        callouts=[{"kind": "important", "title": "Numb skin", "text": "No ice."}], ask_first=["you fell"],
        stop_if=["it hurts"], risks="A fall.", why="It helps.",
        how=[{"title": "Stand", "steps": ["Up.", "Down."]}, {"steps": ["Lean."]}],
    ) == (
        Said((Text("Stretch the calf."),), "brief"),
        Said((Text("A slow pull."),)),
        Said((Text("It helps."),)),
        Passage("how", [Text("Stand")], 4, (listed("number", "Up.", "Down."),)),
        listed("number", "Lean."),
        Said([Text("Risks: ", strong=True), Text("A fall.")]),
        listed("bullet", "it hurts", title="Stop if", kind="stop_if"),
        listed("bullet", "you fell", title="Ask first if", kind="ask_first"),
        Aside("important", "Important: Numb skin", (Said((Text("No ice."),)),)),
    )  # fmt: skip


def test_pictures_of_a_strategy_stand_before_its_ways_and_before_the_steps_of_a_way() -> None:
    figure = {"file": "a.svg", "alt": "A.", "caption": "A"}
    blocks = strategy_blocks(figure=figure, how=[{"steps": ["Up."], "figure": {**figure, "file": "b.svg"}}])
    assert [block.file if isinstance(block, Picture) else type(block).__name__ for block in blocks] == [
        "Said", "Said", "a.svg", "b.svg", "Listed"
    ]  # fmt: skip


def test_strategies_are_numbered_and_what_is_not_known_follows_them() -> None:
    strategies = [STRATEGY, {**STRATEGY, "id": "rest", "title": "Rest"}]
    content = leaflet(management={"intro": "Try.", "strategies": strategies, "uncertainty": "Nobody knows."})
    intro, *others = passage(content, "management").blocks
    assert intro == Said((Text("Try."),))
    assert [(each.ident, text_of(each.title)) for each in others if isinstance(each, Passage)] == [
        ("stretch", "1. Stretch"), ("rest", "2. Rest"), ("uncertainty", "What we do not know yet")
    ]  # fmt: skip


def test_lists_and_tables_in_a_text_keep_their_signs_numbers_and_cells() -> None:
    text = "3. three\n4. four\n   - inner\n\nEnd.\n\n| A | B |\n|---|---|\n| c | d |"
    inner = listed("bullet", "inner")
    four = (Said((Text("four"),)), inner)
    assert passage(leaflet(about={"text": text}), "about").blocks == (
        Listed(((Said((Text("three"),)),), four), "number", 3),
        Said((Text("End."),)),
        Tabled(((Text("A"),), (Text("B"),)), (((Text("c"),), (Text("d"),)),)),
    )


@pytest.mark.parametrize(
    ("tool", "blocks"),
    [
        (
            {"kind": "diary", "columns": [{"title": "Day"}, {"title": "Pain", "example": "6"}], "rows": 5},
            [Chart(("Day", "Pain"),
                   [Text("Example: ", strong=True), Text("Pain: ", strong=True), Text("6"), Text(".")], 5)],
        ),
        ({"kind": "checklist", "items": ["Rest."]}, [listed("tick box", "Rest.")]),
        ({"kind": "questions", "questions": ["Why?"], "lines": 3},
         [listed("tick box", "Why?"), Lines(3, "My own questions:")]),
        ({"kind": "questions", "questions": ["Why?"], "lines": 0}, [listed("tick box", "Why?")]),
        ({"kind": "goals", "prompts": ["Walk", "Swim"], "lines": 2},
         [Said((Text("Walk"),)), Lines(2), Said((Text("Swim"),)), Lines(2)]),
        ({"kind": "notes", "intro": "Write.", "lines": 4}, [Said((Text("Write."),)), Lines(4)]),
    ],
    ids=["diary", "checklist", "questions", "questions without lines", "goals", "notes"],
)  # fmt: skip
def test_each_tool_is_told_in_its_own_way(tool: dict[str, Any], blocks: list[StoryBlock]) -> None:
    assert list(tool_blocks(**tool)) == blocks


OTHER_SOURCES = (Source(id="page", title="A page", publisher="Another press"),)


def test_sources_stand_by_publisher_and_say_which_strategy_rests_on_them() -> None:
    (first,) = passage(leaflet(), "sources").blocks
    assert isinstance(first, Listed)
    assert first.sign == "none"
    assert [" ".join(text.split()) for text in said_in(first) if text] == ["A press: 1. A book."]
    assert passage(with_strategy(sources=["book"]), "sources").blocks == (first,), "all rests on the only source"
    two = with_strategy(sources=["book"]).model_copy(update={"sources": (leaflet().sources[0], *OTHER_SOURCES)})
    assert passage(two, "sources").blocks[1] == Said([Text("Sources of each part: ", strong=True), Text("Stretch 1.")])


def test_the_record_ends_with_the_offer_only_where_no_clinic_makes_it() -> None:
    offer = "Ask your clinic for this leaflet in large print, another format or another language."
    assert list(said_in_all(passage(leaflet(), "review").blocks))[-1] == offer
    assert offer not in list(said_in_all(passage(leaflet(), "review", voice(bare_clinic())).blocks))


def test_how_to_reach_the_clinic_is_three_lists_then_what_it_offers() -> None:
    blocks = passage(leaflet(), "contact", voice(clinic())).blocks
    assert [type(block).__name__ for block in blocks] == ["Listed", "Listed", "Listed", "Said", "Said", "Said"]
    assert {block.sign for block in blocks if isinstance(block, Listed)} == {"none"}
    offer = "Ask us for this leaflet in large print, another format or another language."
    assert list(said_in_all(blocks))[-3:] == ["Interpreters are free.", "Write to hello@riverside.example.", offer]
    bare = passage(leaflet(), "contact", voice(bare_clinic())).blocks
    assert [list(said_in(block)) for block in bare] == [["", "Bare Clinic"], [offer]]


def test_what_a_page_shows_beside_the_words_is_told_as_names_alone() -> None:
    figure = {"file": "leg.svg", "alt": "A leg.", "caption": "The leg"}
    content = leaflet(about={"text": "A cramp.", "figure": figure, "dose": "5 mg", "caution": "Slowly."})
    story = tell(content.model_copy(update={"main_picture": "leg.svg"}), voice())
    assert (story.main_picture, tell(content, voice()).main_picture) == ("leg.svg", "")
    kinds = [each.kind for each in passage(content, "about").blocks if isinstance(each, Said)]
    assert kinds == ["", "dose", "caution"]
    (strategy,) = passage(content, "management").blocks
    assert isinstance(strategy, Passage)
    assert (strategy.sign, strategy.number) == ("leg", 1)
    assert [each.kind for each in story.opening if isinstance(each, Said)] == ["giver", "draft"]
