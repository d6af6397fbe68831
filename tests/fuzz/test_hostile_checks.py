"""Leaflets and clinics broken by chance end in findings, not in a fault of ours. The full run is
benchmarks/hostile_yaml.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz import hostile_checks
from fuzz.hostile_checks import Base, bases, judge
from handoutgen.errors import DONE, INTERNAL, REFUSED
from handoutgen.workshop import Workshop


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.mark.parametrize("base", bases(), ids=lambda base: f"{base.path.parent.name}-{base.kind}")
def test_a_mutant_of_a_real_file_is_checked_without_a_fault_of_ours(base: Base, workshop: Workshop) -> None:
    judged = [judge(base, number, workshop) for number in range(60)]
    assert [each for each in judged if each.code == INTERNAL] == []
    assert REFUSED in {each.code for each in judged}


def test_the_same_number_makes_the_same_mutant(workshop: Workshop) -> None:
    first, second = (judge(bases()[0], 7, workshop) for _ in range(2))
    assert (first.name, first.code) == (second.name, second.code)


def test_a_whole_file_is_no_mutant_and_passes(workshop: Workshop) -> None:
    for base in bases():
        whole = Base(base.path, "whole", lambda _, path=base.path: Path(path).read_bytes())  # type: ignore[misc]
        assert judge(whole, 0, workshop).code == DONE or "fixtures" in str(base.path)


def test_a_fault_of_ours_is_seen(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(hostile_checks, "_check", fail)
    judged = judge(bases()[0], 0, workshop)
    assert (judged.code, judged.told) == (INTERNAL, "ZeroDivisionError: ")
