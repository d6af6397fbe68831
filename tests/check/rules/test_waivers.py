"""A waiver takes one finding away, with a reason; a waiver of nothing is told."""

from __future__ import annotations

from typing import Any

import pytest

from check.rules.example_leaflets import found_in
from handoutgen.check.passages import texts_of
from handoutgen.check.rules.reading import JudgedLeaflet, judged_texts
from handoutgen.check.rules.record import Example
from handoutgen.check.rules.waiving import Waivers
from story.small_leaflet import leaflet

WHY = {"reason": "Readers know it.", "by": "Nurse"}


def codes(words: str, *waivers: dict[str, Any]) -> list[str]:
    return [finding.code for finding in found_in(Example(words, keys={"waive": [{**each, **WHY} for each in waivers]}))]


def test_a_waiver_takes_its_finding_away_and_no_other() -> None:
    assert codes("Rest prior to it, e.g. on a chair.") == ["HG218", "HG211"]
    assert codes("Rest prior to it, e.g. on a chair.", {"code": "HG218"}) == ["HG211"]


def test_words_say_which_text_is_meant() -> None:
    assert codes("Rest prior to it.", {"code": "HG218", "words": "rest PRIOR"}) == []
    assert codes("Rest prior to it.", {"code": "HG218", "words": "after it"}) == ["HG218", "HG135"]


@pytest.mark.parametrize("code", ["HG218", "HG101"])
def test_a_waiver_of_nothing_or_of_what_is_not_about_words_is_told(code: str) -> None:
    assert codes("Rest before it.", {"code": code}) == ["HG135"]


def test_a_finding_about_a_list_as_a_whole_is_waived_by_its_code_alone() -> None:
    made = leaflet(waive=[{"code": "HG203", **WHY}, {"code": "HG202", "words": "Sit.", **WHY}])
    waivers = Waivers(JudgedLeaflet(made, judged_texts(made, texts_of(made)), "en-GB"))
    assert waivers.cover("HG203", ("about", "steps"))
    assert not waivers.cover("HG202", ("about", "steps"))
