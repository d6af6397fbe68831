"""Findings as a SARIF log that code scanning takes: rules with help, regions, and signs to know a finding again by."""

from __future__ import annotations

import json
from typing import Any

import pytest

from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.sarif import render_sarif

FILE = "handouts/leg-cramps-ms/en-GB.yaml"


def finding(line: int, column: int = 1, end: int = 2, file: str = FILE, also: tuple[Span, ...] = ()) -> Diagnostic:
    span = Span(file, line, column, line, end)
    return Diagnostic("HG021", Severity.ERROR, 'unknown field "strech"', "rename it.", span, "", also)


def run_of(*found: Diagnostic, rules: dict[str, dict[str, str]] | None = None, text: str = "") -> Any:
    log = json.loads(render_sarif(found, rules or {}, "1.2.3", {FILE: text}))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    return run


def test_the_rule_the_level_and_the_region_are_named() -> None:
    run = run_of(finding(3, 5, 11), rules={"HG021": {"shortDescription": "An unknown key.", "help": "Why."}, "HG1": {}})
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert run["tool"]["driver"]["rules"] == [
        {"id": "HG021", "shortDescription": {"text": "An unknown key."}, "help": {"text": "Why."}}
    ]
    [result] = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("HG021", 0, "error")
    assert result["message"]["text"] == 'unknown field "strech". Fix: rename it.'
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == FILE
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 11}
    assert "relatedLocations" not in result


def test_what_concerns_a_file_as_a_whole_stands_in_its_first_line() -> None:
    [result] = run_of(Diagnostic("HG1", Severity.NOTE, "m", "h", Span("x")))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_other_places_are_told_with_a_number_and_words() -> None:
    [result] = run_of(finding(3, also=(Span(FILE, 1, 1, 1, 3),)))["results"]
    [place] = result["relatedLocations"]
    assert (place["id"], place["message"]["text"]) == (1, "the first one")


def signs(text: str, *lines: int) -> list[str]:
    results = run_of(*(finding(line) for line in lines), text=text)["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_a_finding_is_known_again_when_lines_come_before_it() -> None:
    before, after = signs("a: 1\nb: 2\n", 1, 2), signs("# new\na: 1\n  b:  2\n", 2, 3)
    assert before == after
    assert len(set(before)) == 2


def test_two_alike_have_signs_of_their_own_and_another_line_another_sign() -> None:
    first, second, third = signs("a: 1\na: 1\nb: 1\n", 1, 2, 3)
    assert first.split(":")[0] == second.split(":")[0] != third.split(":")[0]
    assert (first[-2:], second[-2:]) == (":1", ":2")


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/ü.yaml", "a%20b/%C3%BC.yaml"),
        ("C:\\x\\y.yaml", "file:///C%3A/x/y.yaml"),
        ("C:/x.yaml", "file:///C%3A/x.yaml"),
        ("/x/y.yaml", "file:///x/y.yaml"),
    ],
)
def test_addresses_are_such_that_editors_can_open_them(file: str, uri: str) -> None:
    [result] = run_of(finding(1, file=file))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
