"""Names of medicines: by list where a rule is about them, by how they end where it is about all."""

from __future__ import annotations

import re

import pytest

from handoutgen.check.rules.medicine_names import LIQUIDS, NEEDS_TAPERING, SEDATING, STEMS


@pytest.mark.parametrize("name", ["amoxicillin", "atorvastatin", "hydroxychloroquine", "omeprazole", "bisoprolol"])
def test_a_medicine_is_known_by_how_it_ends(name: str) -> None:
    assert re.fullmatch(STEMS, name)


@pytest.mark.parametrize("word", ["medicine", "disorientation", "someone", "stone", "headache", "mobile", "virus"])
def test_other_words_are_no_medicines(word: str) -> None:
    assert not re.fullmatch("|".join((STEMS, NEEDS_TAPERING, SEDATING, LIQUIDS)), word)
