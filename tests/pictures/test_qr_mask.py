"""Masks are those that segno chooses, which asks each module by itself: so that codes stay what they were."""

from __future__ import annotations

import random
import string

import pytest
import segno

from handoutgen.pictures.qr_mask import best_masked

SIGNS = string.ascii_letters + string.digits + "/-._?=&"


def by_segno(data: bytes) -> list[bytes]:
    return [bytes(row) for row in segno.make(data, error="m", micro=False).matrix]


@pytest.mark.parametrize("length", [1, 5, 12, 20, 27, 35, 48, 60, 75, 90, 106, 122, 140, 160, 180, 213])
def test_the_code_is_the_one_that_segno_makes(length: int) -> None:
    chance = random.Random(length)
    for _ in range(12):
        data = "".join(chance.choices(SIGNS, k=length)).encode()
        assert best_masked(data) == by_segno(data)


@pytest.mark.parametrize("data", [b"0", b"0" * 100, b"A" * 90, "Grüße, 你好".encode(), bytes(range(1, 100))])
def test_so_it_is_for_other_signs(data: bytes) -> None:
    assert best_masked(data) == by_segno(data)


def test_every_mask_is_chosen_by_some_of_these_texts() -> None:
    """Else a mask that is scored too high would not be seen."""
    chance = random.Random(1)
    chosen = set()
    for _ in range(250):
        data = "".join(chance.choices(SIGNS, k=chance.randint(1, 20))).encode()
        code = segno.make(data, error="m", micro=False)
        assert best_masked(data) == [bytes(row) for row in code.matrix]
        chosen.add(code.mask)
    assert chosen == set(range(8))
