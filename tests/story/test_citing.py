"""Which parts rest on which sources: each named once, in reading order, those that rest on the very same together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handoutgen.content.load import load_leaflet
from handoutgen.content.words import words_for
from handoutgen.depth import Depth
from handoutgen.story.citing import citing_parts
from handoutgen.story.depth import at_depth
from handoutgen.story.entries import sources_note
from handoutgen.story.passages import Said
from handoutgen.story.telling import tell
from handoutgen.story.voice import voice_of
from story.small_leaflet import LEAFLET, STRATEGY, leaflet, voice

ROOT = Path(__file__).parents[2]
IDS = ("a", "b", "c", "d")
SOURCES = [{"id": ident, "title": f"Title {ident}", "publisher": "A press"} for ident in IDS]


def cited(**changes: Any) -> list[tuple[str, tuple[str, ...]]]:
    parts = citing_parts(voice(), leaflet(sources=SOURCES, **changes))
    return [(part.title, part.sources) for part in parts]


def level(*sources: str) -> dict[str, Any]:
    return {"signs": ["a lump"], "sources": list(sources)}


def test_levels_of_help_are_one_part_and_help_is_named_first() -> None:
    guide = {"emergency": level("a"), "urgent": level("d", "a"), "routine": {"none_because": "There is none."}}
    assert cited(help=guide, about={"text": "What it is.", "sources": ["b"]}) == [
        ("When to get help", ("a", "d")), ("About this condition", ("b",)),
    ]  # fmt: skip


def test_subsections_and_asides_count_for_the_section_they_stand_in() -> None:
    aside = {"kind": "tip", "text": "Slowly."}
    section = {
        "id": "risks", "text": "Few.", "sources": ["a"], "callouts": [{**aside, "sources": ["b"]}],
        "subsections": [{"title": "Rare ones", "sources": ["c"], "callouts": [{**aside, "sources": ["d"]}]}],
    }  # fmt: skip
    assert cited(sections=[section]) == [("What could go wrong", ("a", "c", "b", "d"))]


def test_strategies_have_their_asides_and_what_is_not_known_follows_them() -> None:
    strategy = {**STRATEGY, "sources": ["b"], "callouts": [{"text": "Slowly.", "sources": ["c"]}]}
    management = {"strategies": [strategy], "uncertainty": "Much.", "uncertainty_sources": ["d"]}
    assert cited(management=management) == [("Stretch", ("b", "c")), (voice().word("uncertainty"), ("d",))]


def test_parts_that_rest_on_the_same_sources_are_named_together() -> None:
    sections = [{"id": ident, "title": ident.title(), "text": "Words.", "sources": ids} for ident, ids in (
        ("one", ["a", "b"]), ("two", ["c"]), ("three", ["b", "a"]),
    )]  # fmt: skip
    assert cited(sections=sections) == [("One, Three", ("a", "b")), ("Two", ("c",))]


def test_what_names_no_source_is_not_named() -> None:
    assert cited() == []


def test_where_there_is_one_source_nothing_is_said_of_what_rests_on_it() -> None:
    about = {"text": "What it is.", "sources": ["a"]}
    parts = {count: citing_parts(voice(), leaflet(sources=SOURCES[:count], about=about)) for count in (1, 2)}
    assert [len(parts[count]) for count in (1, 2)] == [0, 1]


def test_the_list_of_sources_says_it_in_the_leaflet() -> None:
    told = leaflet(sources=SOURCES, help={**LEAFLET["help"], "urgent": level("d", "a")})
    sources = next(part for part in tell(told, voice()).passages if part.ident == "sources")
    note = sources.blocks[-1]
    assert isinstance(note, Said)
    assert "".join(run.text for run in note.words) == "Sources of each part: When to get help 1, 4."


@pytest.mark.parametrize("path", sorted((ROOT / "handouts").glob("*/*.yaml")), ids=lambda path: path.parent.name)
def test_every_source_of_a_leaflet_that_is_handed_out_is_one_that_something_rests_on(path: Path) -> None:
    whole = load_leaflet(path).leaflet
    speaks = voice_of(words_for(whole.language), whole.language, None)
    parts = citing_parts(speaks, whole)
    assert {ident for part in parts for ident in part.sources} == {source.id for source in whole.sources}
    assert len(sources_note(speaks, whole.sources, parts)) < 1000, "a few lines at the end, no more"
    assert at_depth(whole, Depth.ESSENTIAL, speaks).leaflet.sources == ()
