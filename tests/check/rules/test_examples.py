"""The examples of a rule are its tests: what is wrong is found by that rule, and nothing is found in what is right."""

from __future__ import annotations

import pytest

from check.rules.example_leaflets import examples, found_in
from handoutgen.check.rules.catalogue import RULES
from handoutgen.check.rules.record import Example, TextRule
from handoutgen.codes import PLAIN
from handoutgen.diagnostics import Severity


def named(value: object) -> str:
    if isinstance(value, TextRule):
        return value.code
    return str(value.text or dict(value.keys)) if isinstance(value, Example) else str(value)


WRONG = [(rule, example) for rule, example, is_wrong in examples() if is_wrong]
RIGHT = [(rule, example) for rule, example, is_wrong in examples() if not is_wrong]


ADVISED = [(rule, example) for rule in RULES.values() for example in rule.advised]


def severities(rule: TextRule, example: str | Example) -> set[Severity]:
    """How bad a rule calls what it finds in an example."""
    return {finding.severity for finding in found_in(example) if finding.code == rule.code}


@pytest.mark.parametrize(("rule", "example"), WRONG, ids=named)
def test_what_is_wrong_is_found(rule: TextRule, example: str | Example) -> None:
    found = severities(rule, example)
    assert found
    assert rule.severity is Severity.NOTE or found != {Severity.NOTE}


@pytest.mark.parametrize(("rule", "example"), ADVISED, ids=named)
def test_what_is_advised_is_found_as_advice(rule: TextRule, example: str | Example) -> None:
    assert severities(rule, example) == {Severity.NOTE}


@pytest.mark.parametrize(("rule", "example"), RIGHT, ids=named)
def test_what_is_right_is_left_alone_by_every_rule(rule: TextRule, example: str | Example) -> None:
    assert [(finding.code, finding.message) for finding in found_in(example)] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=named)
def test_every_rule_says_who_why_and_what_instead_and_has_examples_of_both_kinds(rule: TextRule) -> None:
    assert rule.source and rule.why.endswith(".") and rule.remedy.endswith(".")
    assert rule.wrong and rule.right
    assert bool(rule.advised) == bool(rule.advice)


@pytest.mark.parametrize("rule", RULES.values(), ids=named)
def test_nothing_that_keeps_readers_safe_is_advice(rule: TextRule) -> None:
    assert rule.code in PLAIN.meanings or (rule.severity is not Severity.NOTE and not rule.advised)


@pytest.mark.parametrize(
    ("code", "mild", "grave"),
    [
        ("HG157", "Know the signs of a blood clot.", "a face that drops on 1 side"),
        ("HG158", "Look for redness of a sore leg.", "a red leg"),
    ],
)
def test_a_mild_case_does_not_hide_a_grave_one(code: str, mild: str, grave: str) -> None:
    found = found_in(Example(mild, keys={"help": {"emergency": {"signs": [grave]}}}))
    assert [(each.code, each.severity) for each in found if each.code == code] == [(code, Severity.ERROR)]
