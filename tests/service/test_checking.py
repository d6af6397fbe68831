"""Files checked one by one, as they stand in an editor, and many at once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from handoutgen.library.file_kinds import FileKind, kind_of_file
from handoutgen.readings import Readings
from handoutgen.service import checking
from handoutgen.service.checking import CheckDesk, check_files

PROJECT = Path(__file__).parents[2]
LEAFLET = PROJECT / "handouts" / "sprained-ankle" / "en-GB.yaml"
TODAY = date(2030, 1, 1)


def copies(folder: Path, count: int) -> list[Path]:
    paths = [folder / "handouts" / f"ankle-{number}" / "en-GB.yaml" for number in range(count)]
    text = LEAFLET.read_text(encoding="utf-8")
    for number, path in enumerate(paths):
        path.parent.mkdir(parents=True)
        shutil.copytree(LEAFLET.parent / "figures", path.parent / "figures")
        path.write_text(text.replace("id: sprained-ankle", f"id: ankle-{number}", 1), encoding="utf-8")
    return paths


def test_several_processes_find_what_one_does_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [*copies(tmp_path, 3), PROJECT / "clinics" / "riverside-neurology.yaml", tmp_path / "broken.yaml"]
    files[-1].write_text("a: [", encoding="utf-8")
    alone = check_files(files, tmp_path, TODAY)
    monkeypatch.setattr(checking, "FEWEST_FOR_PROCESSES", 2)
    assert check_files(files, tmp_path, TODAY, 2) == alone
    assert [Path(finding.span.file) for finding in alone if finding.code == "HG101"] == files[:3]


def test_what_is_typed_is_checked_before_it_is_saved(tmp_path: Path) -> None:
    desk = CheckDesk(tmp_path, TODAY, Readings())
    [path] = copies(tmp_path, 1)
    saved = desk.check(path)
    typed = path.read_text(encoding="utf-8").replace("main_message:", "main_message: Don't rest & walk.\nx:", 1)
    found = desk.check_typed(path, typed.encode())
    assert {"HG021", *(finding.code for finding in saved)} != {finding.code for finding in saved}
    assert "HG021" in {finding.code for finding in found}
    assert desk.check_typed(path, path.read_bytes()) == saved
    clinic = PROJECT / "clinics" / "riverside-neurology.yaml"
    assert [each.code for each in desk.check_typed(clinic, b"name: X\nfones: 1\n") if each.code == "HG021"] == ["HG021"]


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("handouts/x/en-GB.yaml", b"id: x\nmanagement:\n", FileKind.LEAFLET),
        ("clinics/x.yaml", b"name: X\n", FileKind.CLINIC),
        ("x.yaml", b"name: X\r\nphones:\r\n", FileKind.CLINIC),
        ("x.yaml", b"phones:\nmanagement:\n", FileKind.LEAFLET),
        ("x.yaml", b'"figure": 1\n', FileKind.POSE),
        ("x.yaml", b"about:\n  figure: 1\n", FileKind.LEAFLET),
        ("poses/knees/x.yaml", b"", FileKind.POSE),
        ("x.yaml", b"leaflets: [a]\n", FileKind.PACK),
        ("packs/x.yaml", b"", FileKind.PACK),
        ("words/pl.yaml", b"phones:\n", FileKind.WORDS),
        ("x.yaml", b"\xff: [", FileKind.LEAFLET),
    ],
)
def test_a_file_is_known_by_its_folder_or_its_keys(path: str, data: bytes, kind: FileKind) -> None:
    assert kind_of_file(Path(path), data) is kind
