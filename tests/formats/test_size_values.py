"""Print sizes in points: the named ones, the bounds, and what is made of a number."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.errors import UsageProblem
from handoutgen.formats import SIZES, Size, parse_size


def test_the_named_sizes_are_these_four() -> None:
    assert [(name, size.name, size.base) for name, size in SIZES.items()] == [
        ("standard", "standard", 12), ("clear", "clear", 14), ("large", "large", 18), ("giant", "giant", 24)
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["standard", "clear", "large", "giant"])
def test_a_name_gives_its_size_and_nothing_on_the_page_is_smaller(name: str) -> None:
    assert parse_size(name) is SIZES[name]
    assert parse_size(name).smallest == SIZES[name].base


@pytest.mark.parametrize(
    ("text", "size"),
    [("12", Size("standard", 12)), ("14pt", Size("clear", 14)), ("18.0", Size("large", 18)),
     ("24 pt", Size("giant", 24)), ("16", Size("16pt", 16)), ("20pt", Size("20pt", 20)),
     ("12.5", Size("12.5pt", 12.5)), ("36", Size("36pt", 36)),
     ("18.333", Size("18.333pt", 18.33))],
)  # fmt: skip
def test_a_number_is_the_size_of_that_name_or_one_of_its_own(text: str, size: Size) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["11.99", "36.01", "0", "12.5.1", "pt", "20px", "Large", "12pt pt"])
def test_anything_else_is_refused_with_every_size_there_is(text: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        parse_size(text)
    assert caught.value.message == f'There is no print size "{text}".'
    assert caught.value.remedy == (
        "Use standard, clear, large, giant, or a number of points from 12 to 36, such as 20."
    )


def test_sizes_are_shared_and_cannot_be_changed() -> None:
    size: Any = SIZES["large"]
    with pytest.raises(AttributeError):
        size.base = 17
