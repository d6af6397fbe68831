"""Figures in a text, where a phone number among them begins and ends, and what a link dials."""

from __future__ import annotations

import pytest

from handoutgen.dialling.edges import ends_certainly, two_numbers, without_a_count, without_hours
from handoutgen.dialling.numbers import figures_to_dial, is_one_number, number_at_start, without_trunk
from handoutgen.dialling.runs import RUN, FigureGroup, figure_count, groups_of, is_whole, most_figures


def groups_in(text: str) -> list[FigureGroup]:
    run = RUN.search(text)
    assert run
    return groups_of(text, run)


def written(text: str, groups: list[FigureGroup]) -> str:
    return text[groups[0].start : groups[-1].end]


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("01632-960123", True), ("0800-1111", True), ("01-4960123", True), ("98765-43210", True),
        ("0900-1700", False), ("0830–930", False), ("10000-15000", False), ("2020-2024", False), ("0.5-1.5", False),
        ("06-08", False), ("555-0123", False),
    ],
)  # fmt: skip
def test_figures_with_one_dash_are_a_number_where_they_can_be_no_range(text: str, is_number: bool) -> None:
    assert is_one_number(text) is is_number


@pytest.mark.parametrize(
    ("text", "count", "whole", "most"),
    [
        ("0117 496 0123", 11, True, 13), ("+44 (0)117 496 0123", 13, True, 15),
        ("+44(0)117 496 0123", 13, True, 15), ("116 123 10", 8, False, 6),
        ("18001 0808 800 8004", 16, True, 18), ("0044 117 496 0123", 14, True, 17), ("0 1 2 3 4 5 6 7", 8, False, 13),
        ("011 44 117 496 0123", 15, True, 18), ("555 0123", 7, False, 12),
    ],
)  # fmt: skip
def test_how_many_figures_are_a_number(text: str, count: int, whole: bool, most: int) -> None:
    groups = groups_in(text)
    assert (figure_count(groups), is_whole(text, groups), most_figures(text, groups)) == (count, whole, most)


def test_the_number_of_a_ward_before_a_number_is_taken_off() -> None:
    text = "12 0117 496 0123"
    assert written(text, without_a_count(text, groups_in(text))) == "0117 496 0123"


@pytest.mark.parametrize(
    ("text", "number", "is_certain"),
    [("0117 496 0123 9-5", "0117 496 0123", True), ("0800 1111 10-12", "0800 1111 10-12", False)],
)
def test_hours_behind_a_number_are_taken_off_where_they_can_be_no_part_of_it(
    text: str, number: str, is_certain: bool
) -> None:
    rest, told = without_hours(text, groups_in(text), is_known=False)
    assert (written(text, rest), told) == (number, is_certain)


def test_two_numbers_that_are_written_alike_are_two() -> None:
    text = "0800 1111 0800 1112"
    assert [written(text, part) for part in two_numbers(text, groups_in(text))] == ["0800 1111", "0800 1112"]


@pytest.mark.parametrize(("text", "is_certain"), [("0351 458-0", True), ("0117 496 0123-4", False)])
def test_the_end_of_another_number_is_no_part_of_one(text: str, is_certain: bool) -> None:
    assert ends_certainly(text, groups_in(text)) is is_certain


def test_a_number_at_the_start_may_be_short() -> None:
    assert number_at_start("111, day and night") == (0, 3, True)
    assert number_at_start("call 111") is None


def test_a_trunk_zero_is_dialled_at_home_alone() -> None:
    assert without_trunk("0044 (0)117 496 0123") == "0044117 496 0123"
    assert without_trunk("(0)117 496 0123") == "(0)117 496 0123"
    assert figures_to_dial("+44 (0)117 496 0123 ext 12") == "+441174960123"
