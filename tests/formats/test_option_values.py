"""What may be asked of a form: the distances a poster is read from, and what a file's name says of options."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.depth import Depth
from handoutgen.errors import UsageProblem
from handoutgen.formats import Options, readable_distance


def test_one_week_of_diary_and_a_poster_read_from_one_and_a_half_metres_is_what_one_gets() -> None:
    plain = Options()
    assert (plain.reading_order, plain.weeks, plain.distance) == (False, 1, 1.5)
    assert (plain.proof, plain.crlf) == (False, False)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Options(), ()),
        (Options(reading_order=True), ("reading-order",)),
        (Options(detail=Depth.ESSENTIAL), ("essential",)),
        (Options(detail=Depth.ESSENTIAL, proof=True), ("essential", "proof")),
        (Options(proof=True), ("proof",)),
        (Options(crlf=True), ("crlf",)),
        (Options(cells=32), ("32x25",)),
        (Options(cells=30, lines=20), ("30x20",)),
        (Options(weeks=2), ("2-weeks",)),
        (Options(weeks=4), ("4-weeks",)),
        (Options(distance=2.0), ("2m",)),
        (Options(distance=1.25), ("1.25m",)),
        (Options(beside="en-GB"), ("beside-en-GB",)),
        (Options(reading_order=True, weeks=3, distance=1.0, proof=True), ("reading-order", "proof", "3-weeks", "1m")),
    ],
)
def test_a_files_name_says_only_what_is_out_of_the_ordinary(options: Options, words: tuple[str, ...]) -> None:
    assert options.in_file_name == words


@pytest.mark.parametrize("metres", [1.0, 1.01, 1.5, 1.99, 2.0])
def test_a_distance_from_one_to_two_metres_is_taken_as_it_is(metres: float) -> None:
    assert readable_distance(metres) == metres


@pytest.mark.parametrize("metres", [2.01, 2.1, 30.0, float("inf")])
def test_too_far_is_a_matter_of_room(metres: float) -> None:
    with pytest.raises(UsageProblem, match="leave no room for the words"):
        readable_distance(metres)


@pytest.mark.parametrize("metres", [0.99, 0.95, 0.0, -1.5])
def test_too_near_is_what_a_leaflet_is_for(metres: float) -> None:
    with pytest.raises(UsageProblem, match="a leaflet in the hand"):
        readable_distance(metres)


def test_options_are_shared_and_cannot_be_changed() -> None:
    options: Any = Options()
    with pytest.raises(AttributeError):
        options.weeks = 2
