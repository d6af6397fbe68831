"""`handoutgen pack`, `list --packs` and `check` of packs, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

from cli.commandline import Typed


def test_a_pack_is_one_file_and_says_how_much_paper_it_takes(typed: Typed, tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    answer = typed("pack", "mri-scan", "baclofen", "--cover-note", "--line", "Quillfeather", "--out", str(out))
    assert answer.code == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert answer.out.startswith(f"{out}  ")
    assert "pages, " in answer.out
    assert "sheets" in answer.out
    assert "Quillfeather" not in answer.out + answer.err
    assert "HG306" in answer.err


def test_a_program_gets_an_object(typed: Typed, tmp_path: Path) -> None:
    answer = typed("pack", "steady-and-strong", "--one-sided", "--json", "--out", str(tmp_path / "p.pdf"))
    told = json.loads(answer.out)
    assert (told["path"], told["sheets"]) == (str(tmp_path / "p.pdf"), told["pages"])


def test_what_cannot_join_is_refused_and_no_file_is_written(typed: Typed, tmp_path: Path) -> None:
    answer = typed("pack", "mri-scan", "--format", "a5-booklet", "--out", str(tmp_path / "p.pdf"))
    assert answer.code == 2
    assert "cannot join a pack" in answer.err
    assert list(tmp_path.glob("*.pdf")) == []


def test_ready_packs_are_listed(typed: Typed) -> None:
    answer = typed("list", "--packs")
    assert "starting-baclofen" in answer.out
    assert "leg-cramps-ms, baclofen, preventing-falls" in answer.out
    found = json.loads(typed("list", "--packs", "--json").out)["packs"]
    assert [each["id"] for each in found] == ["starting-baclofen", "steady-and-strong"]


def test_packs_of_the_folder_are_checked(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "mine.yaml").write_text("id: mine\ntitle: Mine\nleaflets: [mri-scn]\n", encoding="utf-8")
    answer = typed("check")
    assert answer.code == 1
    assert "HG601" in answer.out
    assert 'did you mean "mri-scan"?' in answer.out
    elsewhere = tmp_path / "other.yaml"
    elsewhere.write_text("id: other\ntitle: Mine\nleaflets: [mri-scan]\n", encoding="utf-8")
    assert typed("check", "other.yaml").code == 0


def test_the_schema_of_a_pack_can_be_had(typed: Typed) -> None:
    assert json.loads(typed("schema", "pack").out)["required"] == ["id", "title", "leaflets"]
