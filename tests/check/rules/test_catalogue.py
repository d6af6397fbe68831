"""The page of the rules is made from the rules. To write it anew: python tests/check/rules/test_catalogue.py"""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.check.rules import (
    addressing,
    chances,
    dates,
    doses,
    help_times,
    latin,
    lengths,
    marks,
    medical_terms,
    medicines,
    patients,
    places,
    quantities,
    readability,
    sentences,
    spelling,
    sums,
    terms,
    vocabulary,
    warning_signs,
    web,
)
from handoutgen.check.rules.catalogue import RULES
from handoutgen.check.rules.telling import catalogue, told
from handoutgen.codes import MEANINGS

PAGE = Path(__file__).parents[3] / "docs/rules.md"
MODULES = (
    addressing, chances, dates, doses, help_times, latin, lengths, marks, medical_terms, medicines, patients, places,
    quantities, readability, sentences, spelling, sums, terms, vocabulary, warning_signs, web,
)  # fmt: skip


def test_the_page_of_the_rules_is_that_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalogue(RULES)


def test_every_rule_of_every_module_is_in_the_catalogue_once() -> None:
    codes = [rule.code for module in MODULES for rule in module.RULES]
    assert sorted(codes) == sorted(RULES)
    assert set(codes) <= set(MEANINGS)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_told_has_all_that_its_record_has(code: str) -> None:
    rule, text = RULES[code], told(RULES[code])
    assert all(part in text for part in (rule.why, rule.remedy, rule.source, MEANINGS[code]))


if __name__ == "__main__":
    PAGE.write_text(catalogue(RULES), encoding="utf-8", newline="\n")
