"""What is due, who approved what, which languages are behind: as a table, for a spreadsheet, for programs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cli.commandline import Typed

CLINIC = """\
id: {id}
name: {id} clinic
emergency_number: "999"
approvals:
  - {{leaflet: my-cramps, version: "{version}", role: Nurse, date: 2026-11-01}}
"""


def approving(version: str, ident: str) -> None:
    path = Path("clinics") / f"{ident}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(CLINIC.format(id=ident, version=version), encoding="utf-8")


def own(typed: Typed, *words: str) -> dict[str, object]:
    rows = typed("status", "--format", "json", *words).json["leaflets"]
    [row] = [row for row in rows if row["id"] == "my-cramps" and row["language"] == "en-GB"]
    return dict(row)


def test_it_says_how_many_days_are_left_or_overdue(typed: Typed, own_leaflet: Path) -> None:
    assert own(typed, "--today", "2028-11-24")["days_left"] == 2
    assert "in 2 days" in typed("status", "--today", "2028-11-24").out
    assert "1 day overdue" in typed("status", "--today", "2028-11-27").out
    assert "today" in typed("status", "--today", "2028-11-26").out


def test_only_what_is_due_soon_is_shown_on_request(typed: Typed, own_leaflet: Path) -> None:
    assert "my-cramps" in typed("status", "--due", "90", "--today", "2028-10-01").out
    assert typed("status", "--due", "90", "--today", "2027-01-01").out == "Nothing is due.\n"


def test_who_approved_this_version_and_who_another(typed: Typed, own_leaflet: Path) -> None:
    approving("1.1", "riverside")
    approving("0.9", "hillside")
    row = own(typed)
    assert row["approved_by"] == ["riverside"]
    assert row["other_version_approved_by"] == ["hillside"]
    assert "1 of 2, another version: 1" in typed("status").out


def test_a_language_behind_the_others_is_named(typed: Typed, own_leaflet: Path) -> None:
    text = own_leaflet.read_text(encoding="utf-8")
    newer = text.replace("language: en-GB", "language: en-US").replace('version: "1.1"', 'version: "1.10"', 1)
    assert newer.count("1.10") == 1
    own_leaflet.with_name("en-US.yaml").write_text(newer, encoding="utf-8")
    assert own(typed)["behind"] == "1.10"
    out = typed("status").out
    assert [("behind 1.10" in line) for line in out.splitlines() if "my-cramps" in line] == [True, False]


def test_a_spreadsheet_gets_every_column_and_no_formula(typed: Typed, own_leaflet: Path) -> None:
    approving("1.1", "riverside")
    text = own_leaflet.read_text(encoding="utf-8")
    owner = next(line for line in text.splitlines() if line.strip().startswith("owner:"))
    own_leaflet.write_text(text.replace(owner, '  owner: "=1+1"'), encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(typed("status", "--format", "csv").out)))
    [row] = [row for row in rows if row["id"] == "my-cramps"]
    assert (row["owner"], row["approved_by"]) == ("'=1+1", "riverside")


def test_a_clinic_that_cannot_be_read_is_told_and_the_rest_is_shown(typed: Typed, own_leaflet: Path) -> None:
    approving("1.1", "riverside")
    Path("clinics/broken.yaml").write_text("id: broken\nnmae: x\n", encoding="utf-8")
    answer = typed("status")
    assert answer.code == 1
    assert "my-cramps" in answer.out
    assert "broken.yaml" in answer.err


def test_a_leaflet_that_cannot_be_read_has_question_marks(typed: Typed, own_leaflet: Path) -> None:
    own_leaflet.write_bytes(b"\xff\xfe: [")
    line = next(line for line in typed("status").out.splitlines() if "my-cramps" in line)
    assert "?" in line
