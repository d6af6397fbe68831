"""A clinic's phone numbers are held to the rules of the import, where it is known in which country it is."""

from __future__ import annotations

import pytest

from check.checked_texts import clinic_saying
from handoutgen.check.clinic import check_clinic
from handoutgen.check.phones import countries_of
from handoutgen.diagnostics import Diagnostic, Severity


def told(number: str, *more: str) -> list[Diagnostic]:
    lines = (f'phones: [{{label: Desk, number: "{number}"}}]', *more)
    return [finding for finding in check_clinic(clinic_saying(*lines), str) if finding.code == "HG123"]


@pytest.mark.parametrize(
    ("number", "more"),
    [
        ("0117 496 0123", 'emergency_number: "999"'), ("0117 496 0123 ext 42", 'emergency_number: "999"'),
        ("+44 117 496 0123", 'emergency_number: "911"'), ("617-555-0123", 'emergency_number: "911"'),
        ("01 234 5678", 'emergency_number: "999"'), ("0351 5550101", 'emergency_number: "112"'),
        ("12345", 'emergency_number: "108"'), ("111", 'emergency_number: "999"'),
    ],
)  # fmt: skip
def test_a_whole_number_is_no_matter(number: str, more: str) -> None:
    assert told(number, more) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [("0117", "(4 figures)"), ("0117 496 01234", "(12 figures)"), ("117 496 0123", "lost its first 0")],
)
def test_a_number_that_is_not_whole_is_a_warning_at_its_place(number: str, words: str) -> None:
    (finding,) = told(number, 'emergency_number: "999"', "locale: en-GB")
    assert finding.severity is Severity.WARNING
    assert words in finding.message
    assert (finding.span.line, finding.span.column) == (3, 24)


@pytest.mark.parametrize("number", ["1", "12", "123456789012345678", "(0117 496 0123"])
def test_what_can_be_a_number_nowhere_is_an_error(number: str) -> None:
    (finding,) = told(number, 'emergency_number: "108"')
    assert finding.severity is Severity.ERROR


def test_the_line_out_of_hours_is_looked_at_too() -> None:
    lines = ('emergency_number: "999"', 'out_of_hours: {label: Night, number: "0117"}')
    assert [finding.code for finding in check_clinic(clinic_saying(*lines), str)] == ["HG123"]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (('emergency_number: "911"', "locale: en-GB"), {"United Kingdom"}),
        (('emergency_number: "999"',), {"United Kingdom", "Isle of Man", "Jersey", "Guernsey", "Ireland"}),
        (('emergency_number: "911"', "locale: en"), {"United States", "Canada"}),
        (('emergency_number: "108"',), set()),
    ],
)
def test_the_country_is_that_of_the_locale_or_those_with_the_emergency_number(
    lines: tuple[str, ...], names: set[str]
) -> None:
    assert {country.name for country in countries_of(clinic_saying(*lines).clinic)} == names
