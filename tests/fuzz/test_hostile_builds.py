"""Mutants of rich leaflets are built or refused, and what goes wrong meanwhile is seen. The full run is
benchmarks/hostile_builds.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fuzz import build_worker
from fuzz.build_mutants import MAKERS, TODAY, Mutant, mutants, starts
from fuzz.build_worker import MOST_MEMORY, SLOWEST_SECONDS, Became, Builder
from handoutgen.build import Order
from handoutgen.errors import DONE, INTERNAL, REFUSED
from handoutgen.service.outcomes import BuildOutcome

COUNT = 16


@pytest.fixture
def builder() -> Iterator[Builder]:
    made = Builder()
    yield made
    made.end()


def of_numbers(folder: Path, *numbers: int, kinds: tuple[str, ...] = tuple(MAKERS)) -> Iterator[tuple[Mutant, bytes]]:
    for mutant in mutants(starts(folder / "starts"), iter(numbers), folder, kinds):
        yield mutant, mutant.leaflet.read_bytes() + (mutant.clinic.read_bytes() if mutant.clinic else b"")


def test_mutants_are_built_or_refused(tmp_path: Path, builder: Builder) -> None:
    became = [
        builder.build(mutant.leaflet, mutant.clinic, form, size)
        for mutant, _ in of_numbers(tmp_path, *range(COUNT), kinds=("content",))
        for form, size in (("a4-summary", "large"), ("a5-booklet", "standard"))
    ]
    assert [each for each in became if each.is_fault] == []
    codes = [each.code for each in became]
    assert codes.count(DONE) > COUNT / 2, "too few mutants are built to the end"
    assert REFUSED in codes


def test_a_whole_leaflet_of_each_start_is_built(tmp_path: Path, builder: Builder) -> None:
    for start in starts(tmp_path):
        clinic = Path(build_worker.__file__).parents[2] / "clinics/riverside-neurology.yaml"
        assert builder.build(start.path, clinic, "a4", "standard").code == DONE, start.name


def test_the_same_number_makes_the_same_mutant(tmp_path: Path) -> None:
    first, second = (list(of_numbers(tmp_path / name, 5, 20, 40)) for name in ("a", "b"))
    assert [mutant.name for mutant, _ in first] == [mutant.name for mutant, _ in second]
    assert [data for _, data in first] == [data for _, data in second]


def test_no_two_numbers_make_the_same_mutant(tmp_path: Path) -> None:
    made = [data for _, data in of_numbers(tmp_path, *range(60))]
    assert len(set(made)) > 55


def test_a_fault_of_ours_is_seen_with_its_words(tmp_path: Path) -> None:
    order = Order(tmp_path, None, "a4", "standard", TODAY)
    answer = build_worker._answer(BuildOutcome(order, problem=ZeroDivisionError("by zero")), 1.0, 2)
    answer.pop("is_last")
    became = Became(**answer)
    assert (became.code, became.told, became.is_fault) == (INTERNAL, "ZeroDivisionError: by zero", True)


@pytest.mark.parametrize(
    ("became", "is_fault"),
    [
        (Became(DONE, 1.0, 1), False),
        (Became(REFUSED, 1.0, 1), False),
        (Became(DONE, SLOWEST_SECONDS + 0.1, 1), True),
        (Became(REFUSED, 1.0, MOST_MEMORY + 1), True),
        (Became(-1, 1.0, 1), True),
    ],
)
def test_what_takes_too_long_or_too_much_is_a_fault(became: Became, is_fault: bool) -> None:
    assert became.is_fault is is_fault


def test_a_process_that_dies_or_does_not_end_is_seen_and_another_begins(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    program = f"""
import sys, time, pathlib
mark = pathlib.Path({json.dumps(str(mark))})
times = len(mark.read_text()) if mark.exists() else 0
mark.write_text("x" * (times + 1))
for line in sys.stdin:
    if times == 0:
        sys.exit(7)
    time.sleep(600)
"""
    builder = Builder(program)
    assert "ended with 7" in builder.build(tmp_path, None, "a4", "standard").told
    builder = Builder(program, longest=1.0)
    became = builder.build(tmp_path, None, "a4", "standard")
    assert (became.told, became.is_fault) == ("did not end", True)
    builder.end()
