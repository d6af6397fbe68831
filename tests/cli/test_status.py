"""What is due, who approved what, which languages are behind: as a table, for a spreadsheet, for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from cli.commandline import Typed
from handoutgen.build import Order
from handoutgen.errors import HandoutError
from handoutgen.library.evidence import SCHEMES
from handoutgen.library.peek import peek_leaflet
from handoutgen.service import forms_that_build
from handoutgen.workshop import Workshop

CLINIC = """\
id: {id}
name: {id} clinic
emergency_number: "999"
approvals:
  - {{leaflet: my-cramps, version: "{version}", role: Nurse, date: 2026-11-01}}
"""


def version_of(leaflet: Path) -> str:
    """Which version the file says it is."""
    found: list[str] = re.findall(r'^  version: "(.*)"', leaflet.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return found[0]


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
    approving(version_of(own_leaflet), "riverside")
    approving("0.9", "hillside")
    row = own(typed)
    assert row["approved_by"] == ["riverside"]
    assert row["other_version_approved_by"] == ["hillside"]
    assert "1 of 2, by version alone: 1, another version: 1" in typed("status").out


def test_a_language_behind_the_others_is_named(typed: Typed, own_leaflet: Path) -> None:
    text = own_leaflet.read_text(encoding="utf-8")
    newer = text.replace("language: en-GB", "language: en-US").replace(
        f'version: "{version_of(own_leaflet)}"', 'version: "1.20"', 1
    )
    assert newer.count("1.20") == 1
    own_leaflet.with_name("en-US.yaml").write_text(newer, encoding="utf-8")
    assert own(typed)["behind"] == "1.20"
    out = typed("status").out
    assert [("behind 1.20" in line) for line in out.splitlines() if "my-cramps" in line] == [True, False]


def test_a_spreadsheet_gets_every_column_and_no_formula(typed: Typed, own_leaflet: Path) -> None:
    approving(version_of(own_leaflet), "riverside")
    text = own_leaflet.read_text(encoding="utf-8")
    owner = next(line for line in text.splitlines() if line.strip().startswith("owner:"))
    own_leaflet.write_text(text.replace(owner, '  owner: "=1+1"'), encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(typed("status", "--format", "csv").out)))
    [row] = [row for row in rows if row["id"] == "my-cramps"]
    assert (row["owner"], row["approved_by"]) == ("'=1+1", "riverside")


def test_a_clinic_that_cannot_be_read_is_told_and_the_rest_is_shown(typed: Typed, own_leaflet: Path) -> None:
    approving(version_of(own_leaflet), "riverside")
    Path("clinics/broken.yaml").write_text("id: broken\nnmae: x\n", encoding="utf-8")
    answer = typed("status")
    assert answer.code == 1
    assert "my-cramps" in answer.out
    assert "broken.yaml" in answer.err


def test_a_leaflet_that_cannot_be_read_has_question_marks(typed: Typed, own_leaflet: Path) -> None:
    own_leaflet.write_bytes(b"\xff\xfe: [")
    line = next(line for line in typed("status").out.splitlines() if "my-cramps" in line)
    assert "?" in line


PHONE = "phones:\n  - label: Nurse line\n    number: 0117 496 0123\n"


def approve_text(typed: Typed, clinic: str) -> None:
    path = Path("clinics") / f"{clinic}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(CLINIC.partition("approvals")[0].format(id=clinic) + PHONE, encoding="utf-8")
    words = ("approve", "my-cramps", "--clinic", clinic, "--role", "Lead nurse", "--today", "2026-11-26")
    assert typed(*words).code == 0


def test_an_approval_of_the_text_holds_until_the_text_changes(typed: Typed, own_leaflet: Path) -> None:
    approve_text(typed, "riverside")
    row = own(typed)
    assert (row["approved_by"], row["ended_for"], row["by_version_alone"]) == (["riverside"], [], [])
    assert typed("status").err == ""
    text = own_leaflet.read_text(encoding="utf-8")
    own_leaflet.write_text(text.replace("Sit or lie down,", "Lie down,"), encoding="utf-8", newline="\n")
    row = own(typed)
    assert (row["approved_by"], row["ended_for"], row["other_version_approved_by"]) == ([], ["riverside"], [])
    answer = typed("status")
    assert "0 of 1, changed since: 1" in answer.out
    assert "changed since it was approved, and a draft again" in answer.err and "my-cramps (en-GB)" in answer.err
    [row_of_csv] = [
        each
        for each in csv.DictReader(io.StringIO(typed("status", "--format", "csv").out))
        if each["id"] == "my-cramps"
    ]
    assert (row_of_csv["approved_by"], row_of_csv["ended_for"]) == ("", "riverside")


def test_an_approval_that_names_no_text_holds_and_is_told(typed: Typed, own_leaflet: Path) -> None:
    approving(version_of(own_leaflet), "riverside")
    row = own(typed)
    assert (row["approved_by"], row["by_version_alone"]) == (["riverside"], ["riverside"])
    assert "approved by version alone" in typed("status").err


def test_a_pipeline_fails_when_something_is_due_and_says_what(typed: Typed, own_leaflet: Path) -> None:
    early = typed("status", "--fail-if-due", "30", "--today", "2027-01-01")
    assert (early.code, early.err) == (0, "")
    late = typed("status", "--fail-if-due", "30", "--today", "2028-11-01", "--format", "json")
    assert late.code == 1 and "Due within 30 days" in late.err and "leg-cramps-ms (en-GB)" in late.err
    assert {row["days_left"] for row in late.json["leaflets"]} == {25}
    assert typed("status", "--due", "0", "--fail-if-due", "30", "--today", "2028-11-01").code == 1


def test_a_pipeline_fails_for_a_leaflet_that_says_no_date(typed: Typed, own_leaflet: Path) -> None:
    own_leaflet.write_bytes(b"\xff\xfe: [")
    answer = typed("status", "--fail-if-due", "30", "--today", "2027-01-01")
    assert answer.code == 1 and "my-cramps (en-GB)" in answer.err


def test_forms_that_can_be_built_are_told_on_request(
    typed: Typed, own_leaflet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_text_alone(order: Order, _: Workshop) -> None:
        if order.format != "text":
            raise HandoutError(f"{order.format} is too small.")

    monkeypatch.setattr(forms_that_build, "build", build_text_alone)
    assert "forms" not in own(typed)
    row = own(typed, "--forms")
    assert row["forms"] == ["text"]
    refused = row["forms_refused"]
    assert isinstance(refused, dict) and refused["card"] == "card is too small." and "a4" in refused
    assert f"1 of {1 + len(refused)}, not a4, letter" in typed("status", "--forms").out
    rows = csv.DictReader(io.StringIO(typed("status", "--forms", "--format", "csv").out))
    assert {each["forms"] for each in rows} == {"text"}
    assert typed("status", "--clinic", "riverside").code == 2


def test_what_is_told_of_forms_is_what_the_build_says(tmp_path: Path) -> None:
    from service.small_project import TODAY, write_leaflet

    path = write_leaflet(tmp_path, "cramps")
    path.write_text(path.read_text(encoding="utf-8").replace("icon: ", "icon: no-such-"), encoding="utf-8")
    found = forms_that_build.forms_that_build(peek_leaflet(path), None, TODAY, Workshop())
    assert found.built == () and "diary-a4" not in found.refused
    assert all("HG118" in why for why in found.refused.values()) and "text" in found.refused


EMPTY, WRITTEN = "Equality", "Who paid for it"


def evidence(typed: Typed, own_leaflet: Path, form: str) -> str:
    """What is said of a leaflet whose funding begins like a formula, and which says nothing of equality."""
    text = own_leaflet.read_text(encoding="utf-8")
    record = text.index("\nreview:")
    text = text[:record] + re.sub(r"(?m)^  equality:.*\n(?:    .*\n)*", "", text[record:])
    own_leaflet.write_text(re.sub(r"(?m)^  funding:.*$", '  funding: "=Nobody."', text), encoding="utf-8")
    answer = typed("status", "--evidence", "--format", form)
    assert answer.code == 0
    return answer.out


def of_mine(rows: Iterable[dict[str, str]]) -> dict[str, str]:
    """What each criterion's row of the test's own leaflet says."""
    mine = [row for row in rows if row["leaflet"] == "my-cramps" and row["language"] == "en-GB"]
    assert [row["scheme"] for row in mine] == [scheme for scheme, criteria in SCHEMES.items() for _ in criteria]
    return {row["criterion"]: row["said"] for row in mine}


def test_the_evidence_of_each_record_is_there_for_programs(typed: Typed, own_leaflet: Path) -> None:
    said = of_mine(json.loads(evidence(typed, own_leaflet, "json"))["evidence"])
    assert (said[EMPTY], said[WRITTEN]) == ("", "=Nobody.")


def test_the_evidence_of_each_record_is_there_for_a_spreadsheet_without_formulas(
    typed: Typed, own_leaflet: Path
) -> None:
    rows = csv.DictReader(io.StringIO(evidence(typed, own_leaflet, "csv")))
    assert tuple(rows.fieldnames or ()) == ("leaflet", "language", "scheme", "criterion", "said")
    said = of_mine(rows)
    assert (said[EMPTY], said[WRITTEN]) == ("", "'=Nobody.")


def test_the_evidence_of_each_record_is_there_to_read_and_what_it_lacks_is_plain(
    typed: Typed, own_leaflet: Path
) -> None:
    head, *lines = evidence(typed, own_leaflet, "text").strip().splitlines()
    assert head.split("  ")[0].strip() == "ID" and "WHAT THE FILE SAYS" in head
    mine = [line for line in lines if line.lstrip().startswith("my-cramps")]
    assert len(mine) == sum(map(len, SCHEMES.values()))
    assert [line.endswith("(nothing)") for line in mine if f"  {EMPTY} " in line] == [True]
    assert [line.endswith("=Nobody.") for line in mine if f"  {WRITTEN} " in line] == [True]


def test_a_leaflet_that_cannot_be_read_is_told_and_the_evidence_of_the_rest_is_shown(
    typed: Typed, own_leaflet: Path
) -> None:
    broken = own_leaflet.parent.with_name("broken") / own_leaflet.name
    broken.parent.mkdir()
    broken.write_text("id: broken\ntitel: x\n", encoding="utf-8")
    answer = typed("status", "--evidence")
    assert answer.code == 1
    assert "my-cramps" in answer.out
    assert "broken" in answer.err
