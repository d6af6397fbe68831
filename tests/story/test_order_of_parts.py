"""The order of a leaflet's parts, and where an author's own sections go."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.kinds import KINDS
from handoutgen.content.model import Leaflet
from handoutgen.content.words import languages_with_words, words_for
from handoutgen.depth import Depth
from handoutgen.story.depth import at_depth
from handoutgen.story.glance import only_in_full
from handoutgen.story.order import StoryPart, body_parts, part_title
from handoutgen.story.voice import SharedVoice

STRATEGY = {
    "id": "stretch", "title": "Stretch", "icon": "leg", "short": "Stretch", "brief": "Stretch the calf.",
    "what": "A slow pull.", "how": [{"steps": ["Pull slowly."]}],
}  # fmt: skip
LEVEL = {"signs": ["It hurts."]}
SMALLEST = {
    "id": "cramps", "code": "MS-1", "title": "Cramps", "language": "en-GB", "main_message": "Stretch.",
    "key_points": ["One.", "Two.", "Three."], "about": {"text": "What it is."},
    "management": {"strategies": [STRATEGY]}, "help": {"emergency": LEVEL, "urgent": LEVEL, "routine": LEVEL},
    "sources": [{"id": "book", "title": "A book", "publisher": "A press"}],
    "review": {
        "version": "1", "published": "2026-01-02", "last_reviewed": "2026-01-02", "next_review": "2028-01-02",
        "owner": "The clinic", "funding": "None.", "reader_involvement": "Ten readers.",
    },
}  # fmt: skip
REST = {
    "causes": {"text": "Why."}, "symptoms": {"text": "How it feels."},
    "tools": [{"kind": "notes", "title": "Notes"}, {"kind": "checklist", "title": "Bag", "items": ["Water."]}],
    "glossary": [{"term": "calf", "meaning": "Lower leg."}], "support": [{"name": "A charity"}],
}  # fmt: skip
WHOLE_BODY = "about causes symptoms management tool-1 tool-2 glossary support sources review"


def leaflet(*sections: tuple[str, str], **more: Any) -> Leaflet:
    """A leaflet with an author's own sections: the name of each, and what it follows."""
    extras = [{"id": name, "title": name, "after": after, "text": "More."} for name, after in sections]
    return Leaflet.model_validate({**SMALLEST, **more, "sections": extras})


def order(content: Leaflet) -> str:
    return " ".join(part.ident for part in body_parts(content))


def test_a_leaflet_with_everything_is_read_in_this_order() -> None:
    assert order(leaflet(**REST)) == WHOLE_BODY


def test_what_a_leaflet_does_not_have_is_not_among_its_parts() -> None:
    assert order(leaflet()) == "about management sources review"


@pytest.mark.parametrize(
    ("part", "body"),
    [
        ("causes", "about causes management sources review"),
        ("symptoms", "about symptoms management sources review"),
        ("tools", "about management tool-1 tool-2 sources review"),
        ("glossary", "about management glossary sources review"),
        ("support", "about management support sources review"),
    ],
)
def test_each_part_stands_in_its_place_though_others_are_missing(part: str, body: str) -> None:
    assert order(leaflet(**{part: REST[part]})) == body


FOLLOWING = [
    ("key-points", "own about causes symptoms management tool-1 tool-2 glossary support sources review"),
    ("about", "about own causes symptoms management tool-1 tool-2 glossary support sources review"),
    ("causes", "about causes own symptoms management tool-1 tool-2 glossary support sources review"),
    ("symptoms", "about causes symptoms own management tool-1 tool-2 glossary support sources review"),
    ("management", "about causes symptoms management own tool-1 tool-2 glossary support sources review"),
    ("tools", "about causes symptoms management tool-1 tool-2 own glossary support sources review"),
    ("glossary", "about causes symptoms management tool-1 tool-2 glossary own support sources review"),
    ("support", "about causes symptoms management tool-1 tool-2 glossary support own sources review"),
]


@pytest.mark.parametrize(("after", "body"), FOLLOWING)
def test_an_authors_section_follows_the_part_it_names(after: str, body: str) -> None:
    assert order(leaflet(("own", after), **REST)) == body


@pytest.mark.parametrize("after", ["causes", "symptoms", "tools", "glossary", "support"])
def test_a_section_after_a_part_that_is_missing_is_told_all_the_same(after: str) -> None:
    behind_management = after in ("tools", "glossary", "support")
    expected = "about management own sources review" if behind_management else "about own management sources review"
    assert order(leaflet(("own", after))) == expected


def test_a_section_without_a_place_of_its_own_follows_the_management() -> None:
    content = Leaflet.model_validate({**SMALLEST, "sections": [{"id": "own", "title": "Own", "text": "More."}]})
    assert order(content) == "about management own sources review"


def test_sections_after_the_same_part_keep_the_authors_order() -> None:
    assert order(leaflet(("zest", "about"), ("apple", "about"))) == "about zest apple management sources review"


def test_sections_may_follow_each_other_in_whatever_order_they_are_written() -> None:
    written = (("third", "second"), ("second", "first"), ("first", "causes"), ("other", "causes"))
    assert order(leaflet(*written, **REST)) == WHOLE_BODY.replace("causes", "causes first second third other")


def test_a_part_carries_its_own_content() -> None:
    content = leaflet(("own", "about"), **REST)
    carried = {part.ident: part.of for part in body_parts(content)}
    assert carried["about"] is content.about
    assert carried["own"] is content.sections[0]
    assert carried["causes"] is content.causes
    assert carried["symptoms"] is content.symptoms
    assert carried["management"] is content.management
    assert (carried["tool-1"], carried["tool-2"]) == content.tools


@pytest.mark.parametrize("ident", ["glossary", "support", "sources", "review"])
def test_entries_and_the_record_belong_to_the_whole_leaflet(ident: str) -> None:
    assert StoryPart(ident) in list(body_parts(leaflet(**REST)))


ENGLISH = SharedVoice(words=words_for("en-GB"), language="en-GB", _fields={})


def titles(content: Leaflet) -> dict[str, str]:
    return {part.ident: part_title(ENGLISH, part) for part in body_parts(content)}


def test_a_part_has_a_fixed_heading() -> None:
    assert titles(leaflet(**REST)) == {
        "about": "About this condition", "causes": "Why it happens", "symptoms": "What it feels like",
        "management": "What you can do", "tool-1": "Notes", "tool-2": "Bag", "glossary": "Words explained",
        "support": "Where to find more support", "sources": "Sources", "review": "About this leaflet",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("condition", "About this condition"), ("procedure", "About this procedure"), ("test", "About this test"),
        ("medicine", "About this medicine"), ("aftercare", "What has happened"),
        ("exercises", "About these exercises"), ("service", "About this service"),
    ],
)  # fmt: skip
def test_each_kind_has_its_own_word_over_what_it_is_about(kind: str, heading: str) -> None:
    content = leaflet(kind=kind)
    assert titles(content)["about"] == heading
    assert heading in only_in_full(ENGLISH, content)
    away = leaflet(kind=kind, about={"text": "What it is.", "level": "full"})
    assert heading in at_depth(away, Depth.ESSENTIAL, ENGLISH).also


def test_every_language_that_has_a_word_over_a_condition_has_one_over_every_kind() -> None:
    for language in languages_with_words():
        words = words_for(language)
        assert {each.about for each in KINDS.values()}.isdisjoint(words.missing) or "about" in words.missing


def test_an_authors_own_heading_stands_in_for_the_fixed_one() -> None:
    own = {"about": {"title": "Why legs cramp", "text": "More."}, "symptoms": {"title": "At night", "text": "More."}}
    found = titles(leaflet(("own", "about"), **{**REST, **own}))
    assert (found["about"], found["symptoms"], found["own"]) == ("Why legs cramp", "At night", "own")
    assert (found["tool-1"], found["tool-2"]) == ("Notes", "Bag")


def test_a_part_cannot_be_changed() -> None:
    part: Any = StoryPart("about")
    with pytest.raises(AttributeError):
        part.ident = "causes"
