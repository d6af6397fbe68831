"""An icon that is not there is met with the one that means the same, or one that is spelled nearly so, or none."""

from __future__ import annotations

import pytest

from handoutgen.check.icons import MEANINGS, icon_meant
from handoutgen.design.iconset import icon_names


@pytest.mark.parametrize(
    ("name", "meant"),
    [("ankle", "foot"), ("knee", "leg"), ("walkin", "walking"), ("Sleep_well", "bed"), ("legg", "leg"),
     ("zebra", None), ("canoe-trip", None)],
)  # fmt: skip
def test_the_icon_that_was_meant_is_found_by_meaning_or_by_a_near_spelling(name: str, meant: str | None) -> None:
    assert icon_meant(name, icon_names()) == meant


def test_an_icon_that_cannot_be_drawn_is_never_proposed() -> None:
    assert icon_meant("ankle", {"walking"}) is None


def test_every_icon_in_the_list_of_meanings_is_there() -> None:
    assert set(MEANINGS) - set(icon_names()) == set()


def test_no_word_stands_for_two_icons() -> None:
    words = [word for meanings in MEANINGS.values() for word in meanings.split()]
    assert len(words) == len(set(words))
