"""A leaflet's file on disk put right: the one before kept, nothing half written, nothing of the program's changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from handoutgen.errors import UsageProblem
from handoutgen.library.files import leaflet_files, list_leaflets
from handoutgen.library.resources import library_folder
from handoutgen.service.clinic_saving import EARLIER, ChangedMeanwhile
from handoutgen.service.fixing import propose
from written import written_leaflet

NOW = datetime(2026, 11, 22, 10, 30)


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    path = tmp_path / "handouts" / "back-pain" / "en-GB.yaml"
    path.parent.mkdir(parents=True)
    text = written_leaflet("back-pain", "en-GB", NOW.date())
    place = text.index("main_message:")
    path.write_text(text[:place] + "subtitle: Rest & move\n" + text[place:], encoding="utf-8", newline="")
    return path


def test_the_file_before_is_kept_and_is_no_leaflet(leaflet: Path, tmp_path: Path) -> None:
    before = leaflet.read_bytes()
    kept = propose(leaflet, tmp_path).save(NOW)
    assert kept.read_bytes() == before
    assert kept.parent == leaflet.parent / EARLIER
    assert b"subtitle: Rest and move" in leaflet.read_bytes()
    assert [entry.path for entry in list_leaflets(tmp_path) if entry.origin == "project"] == [leaflet]
    assert leaflet_files(tmp_path)["back-pain"] == {"en-GB": leaflet}


def test_what_somebody_changed_meanwhile_is_not_written_over(leaflet: Path, tmp_path: Path) -> None:
    proposed = propose(leaflet, tmp_path)
    leaflet.write_bytes(leaflet.read_bytes() + b"# mine\n")
    mine = leaflet.read_bytes()
    with pytest.raises(ChangedMeanwhile):
        proposed.save(NOW)
    assert leaflet.read_bytes() == mine


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_difference_says_only_what_changes(leaflet: Path, tmp_path: Path, end: str) -> None:
    leaflet.write_bytes(leaflet.read_bytes().replace(b"\n", end.encode()).rstrip())
    said = propose(leaflet, tmp_path).diff()
    changed = [line for line in said.split("\n") if line.startswith(("+", "-")) and "version" not in line]
    mark = end.rstrip("\n")
    assert [line for line in changed if line[:3] not in ("---", "+++")] == [
        f"-subtitle: Rest & move{mark}",
        f"+subtitle: Rest and move{mark}",
    ]


def test_what_came_with_the_program_is_never_changed(tmp_path: Path) -> None:
    shipped = library_folder("handouts") / "leg-cramps-ms" / "en-GB.yaml"
    with pytest.raises(UsageProblem, match="came with the program"):
        propose(shipped, tmp_path)
