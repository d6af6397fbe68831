"""The out folder's memory: what cannot be trusted is forgotten and said, and never believed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.batch.digest import Inputs
from handoutgen.batch.entry import ManifestEntry, Torn, sealed, unsealed
from handoutgen.batch.ledger import Ledger, read_ledger

INPUTS = Inputs("a" * 64, "b" * 64, "c" * 64, "d" * 64, "a4|large", False)
ENTRY = ManifestEntry(
    "hill/x.pdf", "plan.yaml", "made", "cramps", "en-GB", "hill", "a4", "large", INPUTS,
    "e" * 64, 1234, 4, 2, "1.0", "2028-12-01",
)  # fmt: skip
OTHER = replace(ENTRY, path="lake/x.pdf", clinic="lake", problem="né à l'hôpital", status="failed")


def killed(ledger: Ledger) -> None:
    """All that the system does for a process that is killed: its files are closed."""
    assert ledger._journal is not None
    ledger._journal.close()


def written(out: Path, *entries: ManifestEntry) -> None:
    ledger = Ledger(out)
    for entry in entries:
        ledger.note(entry)
    ledger.close()


def test_what_was_noted_is_read_again(tmp_path: Path) -> None:
    written(tmp_path, ENTRY, OTHER)
    ledger = read_ledger(tmp_path)
    assert ledger.entries == {ENTRY.path: ENTRY, OTHER.path: OTHER}
    assert ledger.notices == []
    assert not ledger.journal.exists()


def test_the_manifest_is_the_same_bytes_in_whatever_order_rows_ended(tmp_path: Path) -> None:
    written(tmp_path / "a", ENTRY, OTHER)
    written(tmp_path / "b", OTHER, ENTRY)
    for name in ("manifest.json", "manifest.csv"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_table_has_a_line_for_each_file_with_its_hashes(tmp_path: Path) -> None:
    written(tmp_path, ENTRY, OTHER)
    with (tmp_path / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["path"] for row in rows] == ["hill/x.pdf", "lake/x.pdf"]
    first = rows[0]
    assert (first["sha256"], first["bytes"], first["pages"], first["sheets"]) == ("e" * 64, "1234", "4", "2")
    assert (first["version"], first["next_review"], first["clinic_hash"]) == ("1.0", "2028-12-01", "b" * 64)
    assert rows[1]["problem"] == "né à l'hôpital"


def test_no_cell_of_the_table_is_a_formula(tmp_path: Path) -> None:
    written(tmp_path, replace(ENTRY, path="=cmd/x.pdf", clinic="=cmd", problem="@x"))
    with (tmp_path / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = list(csv.DictReader(file))
    assert (row["path"], row["clinic"], row["problem"]) == ("'=cmd/x.pdf", "'=cmd", "'@x")


def test_rows_noted_before_a_kill_are_kept(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.note(ENTRY)
    ledger.note(OTHER)
    killed(ledger)
    again = read_ledger(tmp_path)
    assert again.entries == {ENTRY.path: ENTRY, OTHER.path: OTHER}
    assert "stopped before its end; 2 of its rows are kept" in again.notices[0]


@pytest.mark.parametrize("cut", [1, 20, 500])
def test_a_last_line_cut_short_is_passed_over_and_a_new_one_still_counts(tmp_path: Path, cut: int) -> None:
    ledger = Ledger(tmp_path)
    ledger.note(ENTRY)
    ledger.note(OTHER)
    killed(ledger)
    whole = ledger.journal.read_bytes()
    ledger.journal.write_bytes(whole[:-cut])
    again = read_ledger(tmp_path)
    assert list(again.entries) == ([ENTRY.path, OTHER.path] if cut == 1 else [ENTRY.path])
    third = replace(ENTRY, path="shore/x.pdf")
    again.note(third)
    killed(again)
    assert third.path in read_ledger(tmp_path).entries


def test_the_journal_has_the_last_word_over_the_manifest(tmp_path: Path) -> None:
    written(tmp_path, ENTRY)
    newer = replace(ENTRY, sha256="f" * 64)
    ledger = read_ledger(tmp_path)
    ledger.note(newer)
    killed(ledger)
    assert read_ledger(tmp_path).entries[ENTRY.path] == newer


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": "other", "rows": []}', b"\xff\xfe\x00", b"[" * 9000])
def test_a_damaged_manifest_is_said_and_forgotten(tmp_path: Path, damage: bytes) -> None:
    written(tmp_path, ENTRY)
    (tmp_path / "manifest.json").write_bytes(damage)
    ledger = read_ledger(tmp_path)
    assert ledger.entries == {}
    assert "all rows are built again" in ledger.notices[0]


@pytest.mark.parametrize(
    ("key", "value"), [("sha256", "0" * 64), ("pages", 5), ("inputs", {}), ("path", "../x.pdf"), ("new", 1)]
)
def test_a_row_that_was_changed_by_hand_is_said_and_forgotten(tmp_path: Path, key: str, value: object) -> None:
    written(tmp_path, ENTRY, OTHER)
    path = tmp_path / "manifest.json"
    read = json.loads(path.read_bytes())
    read["rows"][0][key] = value
    path.write_text(json.dumps(read), encoding="utf-8")
    ledger = read_ledger(tmp_path)
    assert list(ledger.entries) == [OTHER.path]
    assert "1 row of" in ledger.notices[0]


@pytest.mark.parametrize("values", [None, 7, [], {}, {"seal": ""}])
def test_anything_else_is_no_row(values: object) -> None:
    with pytest.raises(Torn):
        unsealed(values)


@pytest.mark.parametrize("path", ["../x.pdf", "hill/../../x.pdf", "/x.pdf", "C:/x.pdf", "hill\\..\\x.pdf", "", "~/.x"])
def test_a_row_whose_path_leads_out_of_the_folder_is_no_row_however_well_it_is_sealed(path: str) -> None:
    with pytest.raises(Torn):
        unsealed(json.loads(sealed(replace(ENTRY, path=path))))


def test_a_sealed_row_is_the_row(tmp_path: Path) -> None:
    assert unsealed(json.loads(sealed(OTHER))) == OTHER
