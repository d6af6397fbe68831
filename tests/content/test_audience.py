"""One leaflet for all clinics becomes that of one clinic: what stands after a block that is not for it stays."""

from __future__ import annotations

import pytest

from handoutgen.content.audience import for_tags
from handoutgen.content.model import Leaflet
from story.small_leaflet import leaflet

Written = tuple[str, str | None, str]
"""A section's id, what it follows, and the tag of the clinics that it is for."""


def with_sections(*written: Written) -> Leaflet:
    return leaflet(
        sections=[
            {"id": ident, "title": ident, "after": after, "text": "More.", **({"only_for": [tag]} if tag else {})}
            for ident, after, tag in written
        ]
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ([("one", "about", "hill"), ("two", "one", "")], [("two", "about")]),
        ([("one", None, "hill"), ("two", "one", "")], [("two", None)]),
        ([("three", "two", ""), ("two", "one", "hill"), ("one", "causes", "hill")], [("three", "causes")]),
        (
            [("one", "about", ""), ("two", "one", "hill"), ("three", "two", ""), ("four", "three", "")],
            [("one", "about"), ("three", "one"), ("four", "three")],
        ),
        ([("one", "about", "pool"), ("two", "one", "")], [("one", "about"), ("two", "one")]),
    ],
    ids=["after a fixed part", "after none", "two that went", "in the middle of four", "one that is for the clinic"],
)
def test_a_section_after_one_that_is_not_for_the_clinic_follows_what_that_followed(
    written: list[Written], printed: list[tuple[str, str | None]]
) -> None:
    content = for_tags(with_sections(*written), ["pool"])
    assert [(section.id, section.after) for section in content.sections] == printed


def test_a_leaflet_that_is_for_the_clinic_as_it_is_stays_the_very_same() -> None:
    whole = with_sections(("one", "about", "pool"), ("two", "one", ""))
    assert for_tags(whole, ["pool"]) is whole
