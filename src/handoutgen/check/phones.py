"""A clinic's phone numbers → findings for those that are not whole where the clinic is: readers call what is printed.

The rules are those of the import of lists. An unusual number that is right has no other place than a file written by
hand, so what the rules do not know is a warning; only what can be a number nowhere is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handoutgen.check.findings import Findings
from handoutgen.clinic_list.cells import FEWEST_FIGURES, MOST_FIGURES
from handoutgen.clinic_list.countries import Country, countries_with, country_named
from handoutgen.clinic_list.phone_plans import NumberPlan, can_be_dialled
from handoutgen.content.clinic import Clinic
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Severity
from handoutgen.language import language_of

_EXTENSION = re.compile(r" ?(?:ext|x)\.? ?[0-9]+$")
_CALL_IT = "call it to check, then write all of it, with its area code."


def check_phones(clinic: Clinic, findings: Findings) -> None:
    """Add a finding for each number that is not whole."""
    countries = countries_of(clinic)
    plans: list[NumberPlan | None] = [country.plan for country in countries]
    for path, number in _numbers_of(clinic):
        figures = "".join(re.findall("[0-9]", _EXTENSION.sub("", number)))
        if not FEWEST_FIGURES <= len(figures) <= MOST_FIGURES or number.count("(") != number.count(")"):
            message = f'"{number}" cannot be a whole phone number'
            findings.add("HG123", Severity.ERROR, message, "write the whole number.", path)
        elif not any(can_be_dialled(number, figures, plan) for plan in plans or [None]):
            findings.add("HG123", Severity.WARNING, _message(number, figures, countries), _CALL_IT, path)


def _numbers_of(clinic: Clinic) -> Iterator[tuple[ModelPath, str]]:
    for index, phone in enumerate(clinic.phones):
        yield ("phones", index, "number"), phone.number
    if clinic.out_of_hours:
        yield ("out_of_hours", "number"), clinic.out_of_hours.number


def countries_of(clinic: Clinic) -> tuple[Country, ...]:
    """Where the clinic may be: the country of its locale, or else all that have its emergency number."""
    region = language_of(clinic.locale).region if clinic.locale else None
    named = country_named(region) if region else None
    return (named,) if named else countries_with(clinic.emergency_number)


def _message(number: str, figures: str, countries: Sequence[Country]) -> str:
    if any(country.plan.has_lost_its_start(figures) for country in countries) and not number.startswith("+"):
        return f'"{number}" seems to have lost its first 0 or its +'
    where = f" in {countries[0].name}" if len(countries) == 1 else ""
    return f'"{number}" ({len(figures)} figures) is not a whole phone number{where}'
