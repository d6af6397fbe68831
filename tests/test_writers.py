"""Each alternative to paper has what writes it, and what reads its words."""

from __future__ import annotations

import pytest

from handoutgen.formats import ALTERNATIVES
from handoutgen.writers import WRITERS, Writer


def test_each_alternative_has_its_writer_and_none_is_left_over() -> None:
    assert WRITERS.keys() == ALTERNATIVES.keys()


@pytest.mark.parametrize("name", WRITERS)
def test_each_can_be_made(name: str) -> None:
    assert isinstance(WRITERS[name](), Writer)
