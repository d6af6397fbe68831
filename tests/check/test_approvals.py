"""A text that changed while its version did not is an error, told once; approvals without a text are a warning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from approval.approved_texts import changed, text_of
from handoutgen.check.approvals import check_names_no_text, check_not_risen, check_to_come
from handoutgen.content.load import LoadedClinic, clinic_from, load_leaflet
from handoutgen.diagnostics import Severity

HEAD = 'id: {0}\nname: {0}\nemergency_number: "999"\napprovals:\n'
RECORD = "  - {{leaflet: cramps, version: '{}', {}role: Nurse, date: {}}}\n"


def clinic(folder: Path, name: str, version: str, content: str = "", day: str = "2026-11-01") -> LoadedClinic:
    text = f"language: en-GB, content: {content}, " if content else ""
    data = HEAD.format(name) + RECORD.format(version, text, day)
    return clinic_from(data.encode(), folder / "clinics" / f"{name}.yaml")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return changed(tmp_path)


def found(path: Path, *clinics: LoadedClinic) -> list[str]:
    told = check_not_risen(load_leaflet(path), clinics, date(2026, 11, 28), lambda: text_of(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    assert all(each.code == "HG701" and each.is_error for each in told)
    assert all(lines[each.span.line - 1].strip() == 'version: "0.1"' for each in told)
    return [each.message for each in told]


def test_the_approved_text_and_a_risen_version_are_fine(tmp_path: Path, path: Path) -> None:
    assert found(path, clinic(tmp_path, "hill", "0.1", text_of(path).digest)) == []
    assert found(path, clinic(tmp_path, "hill", "0.0.9", "b" * 64)) == []
    assert found(path, clinic(tmp_path, "hill", "0.1")) == []
    assert found(path) == []


def test_another_text_under_the_same_or_a_lower_version_is_an_error(tmp_path: Path, path: Path) -> None:
    [same] = found(path, clinic(tmp_path, "hill", "0.1", "b" * 64))
    assert same.startswith("hill approved version 0.1 on 2026-11-01; ") and "its kept copy is gone" in same
    [lower] = found(path, clinic(tmp_path, "hill", "0.10", "b" * 64))
    assert "approved version 0.10 on 2026-11-01, and this is version 0.1 only" in lower


def test_many_clinics_are_one_finding(tmp_path: Path, path: Path) -> None:
    clinics = [clinic(tmp_path, f"c{n}", "0.1", "b" * 64, f"2026-11-0{n}") for n in range(1, 6)]
    [told] = found(path, *clinics)
    assert told.startswith("c5 and 4 others approved version 0.1 on 2026-11-05")


def test_an_approval_of_a_day_to_come_is_told_in_its_line(tmp_path: Path) -> None:
    wrong = clinic(tmp_path, "hill", "0.1", "b" * 64, "2031-01-01")
    [told] = check_to_come(wrong, date(2026, 11, 28))
    assert (told.code, told.severity, told.span.line) == ("HG703", Severity.WARNING, 5)
    assert "cramps 0.1 was approved on 2031-01-01" in told.message and "write the day" in told.hint
    assert check_to_come(wrong, date(2026, 11, 28), "falls") == []
    assert check_to_come(wrong, date(2030, 12, 31)) == []


def test_approvals_that_name_no_text_are_one_warning_until_they_are_renewed(tmp_path: Path) -> None:
    older = clinic(tmp_path, "hill", "0.1")
    [told] = check_names_no_text(older)
    assert (told.code, told.severity, told.span.line) == ("HG702", Severity.WARNING, 5)
    assert "cramps 0.1" in told.message and "handoutgen approve cramps --clinic hill" in told.hint
    renewed = clinic(tmp_path, "hill", "0.1", "b" * 64)
    both = older.clinic.model_copy(update={"approvals": (*older.clinic.approvals, *renewed.clinic.approvals)})
    assert check_names_no_text(replace(older, clinic=both)) == []
    assert check_names_no_text(renewed) == []
