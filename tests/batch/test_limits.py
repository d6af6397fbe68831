"""A plan that is too large is told so at its place; many rows of exclude cost no more than one."""

from __future__ import annotations

import pytest

from batch_project import Project
from handoutgen.batch import matrix
from handoutgen.batch.excluding import Excluding
from handoutgen.batch.plan_file import MOST_EXCLUDED, MOST_NAMES, Match
from handoutgen.errors import ContentRefused

NAMES = {"leaflet": "cramps", "language": "cy", "clinic": "hill", "format": "a4", "size": "large", "detail": "full"}


def findings(project: Project, text: str) -> list[tuple[str, int]]:
    with pytest.raises(ContentRefused) as refused:
        project.matrix(text)
    return [(each.code, each.span.line) for each in refused.value.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        f"sizes: [{','.join(f'{12 + i / 1000:.3f}' for i in range(MOST_NAMES + 1))}]\n",
        f"exclude: [{','.join(['{size: 13}'] * (MOST_EXCLUDED + 1))}]\n",
        f"include: [{','.join(['{size: 13}'] * 1001)}]\n",
    ],
    ids=["names", "exclude", "include"],
)
def test_a_list_that_is_too_long_is_told_at_its_place(project: Project, text: str) -> None:
    assert findings(project, "leaflets: cramps\n" + text) == [("HG029", 2)]


def test_more_rows_than_a_plan_can_have_are_told_at_the_row_that_brings_them(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrix, "MOST_ROWS", 4)
    assert len(project.paths("leaflets: cramps\nsizes: [12, 13, 14, 15]\n")) == 4
    assert findings(project, "leaflets: cramps\nsizes: [12, 13, 14, 15, 17]\n") == [("HG408", 1)]
    assert findings(project, "leaflets: cramps\ninclude:\n  - {size: [12, 13, 14, 15]}\n") == [("HG408", 3)]


def test_many_wrong_names_are_not_all_looked_up(project: Project) -> None:
    assert len(findings(project, f"leaflets: [{','.join(f'x{i}' for i in range(MOST_NAMES))}]\n")) == 50


@pytest.mark.parametrize(
    ("match", "out"),
    [
        (Match(size=("large",)), True),
        (Match(size=("giant",)), False),
        (Match(size=("giant", "large"), clinic=("hill",)), True),
        (Match(size=("large",), clinic=("lake",)), False),
        (Match(clinic_tag=("uk",)), True),
        (Match(clinic_tag=("us",), size=("large",)), False),
    ],
)
def test_a_row_is_taken_out_when_all_that_is_asked_is_so(match: Match, out: bool) -> None:
    others = [Match(size=("giant",), clinic=("hill",)), Match(leaflet=("other",))]
    assert Excluding([*others, match]).takes_out(NAMES, ("uk", "pool")) is out
    assert not Excluding(others).takes_out(NAMES, ("uk", "pool"))
    assert not Excluding([]).takes_out(NAMES, ())


def test_two_rows_that_each_ask_for_half_take_nothing_out() -> None:
    halves = [Match(size=("large",), clinic=("lake",)), Match(size=("giant",), clinic=("hill",))]
    assert not Excluding(halves).takes_out(NAMES, ())


@pytest.mark.parametrize(
    ("match", "all_of_it"),
    [
        (Match(format=("a4",)), True),
        (Match(format=("a4", "card"), size=("large",)), True),
        (Match(format=("a4",), clinic=("hill",)), False),
        (Match(format=("a4",), clinic_tag=("uk",)), False),
        (Match(format=("card",)), False),
    ],
)
def test_all_rows_of_a_form_and_size_are_taken_out_by_what_asks_for_no_more(match: Match, all_of_it: bool) -> None:
    assert Excluding([match]).takes_out_all(format="a4", size="large") is all_of_it
