"""A logo that is not there: a picture with a like name is offered only where it cannot be another clinic's."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.load import clinic_from
from handoutgen.content.rules import MOST_ASKED
from handoutgen.errors import ContentRefused

CLINIC = """id: {name}
name: The {name} clinic
emergency_number: "999"
logo:
  file: {logo}
  alt: The clinic
"""


def label(folder: Path, logo: str = "shore-clinic-logo.svg") -> str:
    """What is said beside the name of a logo that is not there."""
    path = folder / "shore.yaml"
    path.write_text(CLINIC.format(name="shore", logo=logo), encoding="utf-8")
    with pytest.raises(ContentRefused) as caught:
        clinic_from(path.read_bytes(), path)
    (finding,) = caught.value.diagnostics
    assert finding.code == "HG067"
    return finding.label


def test_a_picture_that_nobody_names_is_offered(tmp_path: Path) -> None:
    (tmp_path / "shore-clinic-logos.svg").touch()
    (tmp_path / "lake.yaml").write_text(CLINIC.format(name="lake", logo="lake.svg"), encoding="utf-8")
    assert label(tmp_path) == 'did you mean "shore-clinic-logos.svg"?'


@pytest.mark.parametrize("named", ["store-clinic-logo.svg", "Store-Clinic-Logo.SVG", '"store-clinic-l\\x6fgo.svg"'])
@pytest.mark.parametrize("ending", [".yaml", ".yml"])
def test_a_picture_that_another_clinic_names_is_never_offered(tmp_path: Path, named: str, ending: str) -> None:
    (tmp_path / "store-clinic-logo.svg").touch()
    (tmp_path / f"store{ending}").write_text(CLINIC.format(name="store", logo=named), encoding="utf-8")
    assert label(tmp_path) == ""


def test_where_a_clinics_file_cannot_be_read_nothing_is_offered(tmp_path: Path) -> None:
    (tmp_path / "store-clinic-logo.svg").touch()
    (tmp_path / "store.yaml").write_bytes(b"\xff: [")
    assert label(tmp_path) == ""


def test_among_very_many_clinics_nothing_is_offered(tmp_path: Path) -> None:
    (tmp_path / "store-clinic-logo.svg").touch()
    for number in range(MOST_ASKED + 1):
        (tmp_path / f"c{number}.yaml").write_text("id: a\n", encoding="utf-8")
    assert label(tmp_path) == ""
