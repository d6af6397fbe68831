from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.errors import ContentRefused
from handoutgen.service.clinic_details import read_clinic_file, typed_clinic, usual_emergency
from handoutgen.workshop import Workshop
from service.small_project import write_clinic

MORE = """\
phones:
  - label: Nurse line
    number: 0117 496 0123
out_of_hours: {label: Nights, number: 0117 496 0199}
locale: en-GB
tags: [uk]  # for leaflets
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_clinic(tmp_path, "hill", MORE)


def told(path: Path, **typed: str) -> dict[str, list[str]]:
    """Field → what is said of it, with `__` for the points in a field's name."""
    file = read_clinic_file(path)
    names = {name.replace("__", "."): text for name, text in typed.items()}
    found = typed_clinic(file, {**file.fields, **names}, Workshop())
    assert (found.clinic is None) is any(each.is_error for findings in found.told.values() for each in findings)
    return {name: [finding.message for finding in findings] for name, findings in found.told.items()}


def test_nothing_typed_changes_nothing(path: Path) -> None:
    file = read_clinic_file(path)
    assert typed_clinic(file, file.fields, Workshop()).data == file.data
    assert typed_clinic(file, {}, Workshop()).data == file.data
    assert told(path) == {}


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"emergency_number": "99"}, "emergency_number", "three or four figures"),
        ({"emergency_number": ""}, "emergency_number", "three or four figures"),
        ({"name": " "}, "name", "empty"),
        ({"web": "www.hill.example"}, "web", "https://"),
        ({"email": "hill"}, "email", "e-mail"),
        ({"colour": "teal"}, "colour", "# and six signs"),
        ({"languages": "english"}, "languages", "language tag"),
        ({"phones__0__number": "call us"}, "phones.0.number", "phone number"),
        ({"phones__0__number": "12"}, "phones.0.number", "whole phone number"),
        ({"phones__0__label": ""}, "phones.0.label", "empty"),
        ({"phones__1__label": "Desk"}, "phones.1.number", "phone number"),
        ({"out_of_hours__number": "x"}, "out_of_hours.number", "phone number"),
        ({"logo__file": "none.svg", "logo__alt": "A"}, "logo.file", "there is no file"),
        ({"address": "Street\n" + "x" * 300}, "address", "too long"),
        ({"feedback": "Write to {clinic.email}."}, "feedback", "no value for {clinic.email}"),
        ({"interpreter": "# Ask"}, "interpreter", "one line"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(path: Path, typed: dict[str, str], field: str, message: str) -> None:
    found = told(path, **typed)
    assert message in " ".join(found[field])
    assert "" not in found


def test_fields_become_the_file_and_what_is_no_field_stays(path: Path) -> None:
    file = read_clinic_file(path)
    typed = {
        **file.fields, "address": " 1 Hill Street \n\nBristol", "languages": "en-GB,  cy", "organisation": "A  Trust",
        "phones.1.label": "Desk", "phones.1.number": "0117 496 0150", "out_of_hours.label": "",
        "out_of_hours.number": "", "out_of_hours.hours": "",
    }  # fmt: skip
    found = typed_clinic(file, typed, Workshop())
    assert found.clinic is not None
    clinic = found.clinic.clinic
    assert (clinic.address, clinic.languages) == (("1 Hill Street", "Bristol"), ("en-GB", "cy"))
    assert (clinic.organisation, len(clinic.phones), clinic.out_of_hours) == ("A Trust", 2, None)
    assert clinic.tags == ("uk",)
    assert b"tags: [uk]  # for leaflets\n" in found.data


def test_a_file_with_a_mistake_is_open_to_be_mended(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace('"999"', "99"), encoding="utf-8")
    assert told(path)["emergency_number"]
    assert told(path, emergency_number="999") == {}


def test_a_mistake_that_no_field_has_is_told_under_no_name(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "fax: 1\n", encoding="utf-8")
    assert told(path)[""]


def test_what_is_no_yaml_is_told(path: Path) -> None:
    path.write_text("id: [", encoding="utf-8")
    with pytest.raises(ContentRefused):
        read_clinic_file(path)


@pytest.mark.parametrize(
    ("locale", "said"),
    [("en-GB", ("United Kingdom", "999")), ("en-IE", ("Ireland", "112")), ("en", None), ("", None), ("en-XX", None)],
)
def test_the_usual_emergency_number_is_the_countrys(locale: str, said: tuple[str, str] | None) -> None:
    assert usual_emergency(locale) == said
