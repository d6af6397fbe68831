"""What keeps a reader safe is in every story: each sign, each "stop if", "ask first" and "do not", each aside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import load_clinic
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.story.printed_words import plain_texts, printed_strings
from handoutgen.story.promises import fold, promises
from handoutgen.story.telling import tell
from story.small_leaflet import (
    LEAFLET,
    ROOT,
    STRATEGY,
    clinic,
    filled_leaflet,
    leaflet,
    leg_cramps,
    marker,
    said_in,
    voice,
    whole_text,
)

CLINICS = (None, *(load_clinic(path).clinic for path in sorted((ROOT / "clinics").glob("*.yaml"))))


def keeps_safe(path: ModelPath) -> bool:
    return path[0] == "help" or any(step in ("stop_if", "ask_first", "do_not", "callouts") for step in path)


def test_every_text_of_a_leaflet_with_everything_in_it_is_told() -> None:
    """No field can be added to the model that the story does not tell; what is for other clinics is gone before."""
    content = filled_leaflet()
    said = whole_text(tell(content, voice(clinic())))
    promised = [each for each in promises(content, {}) if "instead" not in each.path]
    assert len(promised) > 100
    assert [each.problem for each in promised if each.text not in said] == []


@pytest.mark.parametrize("whose", CLINICS, ids=lambda whose: whose.id if whose else "no clinic")
def test_of_the_real_leaflet_no_clinic_loses_a_text_that_keeps_its_readers_safe(whose: Clinic | None) -> None:
    content = for_tags(leg_cramps(), tags_of(whose))
    spoken = voice(whose)
    said = fold(whole_text(tell(content, spoken)))
    texts = [
        fold(text)
        for path, source, kind in printed_strings(content)
        if keeps_safe(path)
        for text in plain_texts(source, kind, spoken.fields)
    ]
    assert len(texts) > 30
    assert [text for text in texts if text not in said] == []


def test_each_text_that_keeps_safe_is_told_once_and_under_its_own_part() -> None:
    content = filled_leaflet()
    story = tell(content, voice())
    parts = {each.ident: "\n".join(said_in(each)) for each in story.passages}
    for each in (each for each in promises(content, {}) if keeps_safe(each.path) and "instead" not in each.path):
        ident = marker(("sections", 0, "id")) if each.path[0] == "sections" else str(each.path[0])
        assert parts[ident].count(each.text) == 1, each.path
        # The list of sources names a part by its heading again.
        assert whole_text(story).count(each.text) == 1 + parts["sources"].count(each.text), each.path


WORDS = st.lists(st.integers(0, 99), max_size=3)


@settings(max_examples=40, deadline=None)
@given(stop_if=WORDS, ask_first=WORDS, do_not=WORDS, asides=WORDS, signs=WORDS)
def test_however_many_there_are_none_is_lost_and_their_order_is_kept(
    stop_if: list[int], ask_first: list[int], do_not: list[int], asides: list[int], signs: list[int]
) -> None:
    texts = {
        name: [f"{name} {index} {number}" for index, number in enumerate(numbers)]
        for name, numbers in (("stop", stop_if), ("ask", ask_first), ("not", do_not), ("aside", asides))
    }
    urgent = [f"sign {index} {number}" for index, number in enumerate(signs)] or ["a hot leg"]
    strategy = {**STRATEGY, "stop_if": texts["stop"], "ask_first": texts["ask"]}
    strategy["callouts"] = [{"kind": "important", "text": text} for text in texts["aside"]]
    content = leaflet(
        about={"text": "What it is.", "do_not": texts["not"]},
        management={"strategies": [strategy]},
        help={**LEAFLET["help"], "urgent": {"signs": urgent}},
    )
    lines = whole_text(tell(content, voice())).splitlines()
    expected = [*urgent, *texts["not"], *texts["stop"], *texts["ask"], *texts["aside"]]
    assert [line for line in lines if line in expected] == expected
