"""What there is: the library's leaflets, one's own, clinics, icons, poses."""

from __future__ import annotations

from pathlib import Path

from cli.commandline import Typed
from service.drawn_poses import written


def test_the_library_is_there_in_an_empty_folder(typed: Typed) -> None:
    answer = typed("list")
    assert answer.code == 0
    assert "leg-cramps-ms" in answer.out
    assert "handoutgen new clinic" in answer.out


def test_ones_own_leaflets_and_clinics_are_listed(typed: Typed, own_leaflet: Path) -> None:
    typed("new", "clinic", "riverside")
    found = typed("list", "--json").json
    own = [entry for entry in found["leaflets"] if entry["origin"] == "project"]
    assert [entry["id"] for entry in own] == ["my-cramps"]
    assert set(own[0]) == {"id", "language", "title", "version", "status", "next_review", "origin", "path"}
    assert [clinic["id"] for clinic in found["clinics"]] == ["riverside"]
    assert "riverside" in typed("list").out


def test_a_broken_leaflet_is_listed_with_question_marks(typed: Typed, own_leaflet: Path) -> None:
    own_leaflet.write_bytes(b"\xff\xfe: [")
    answer = typed("list")
    assert answer.code == 0
    line = next(line for line in answer.out.splitlines() if "my-cramps" in line)
    assert "?" in line


def test_a_title_cannot_steer_the_terminal(typed: Typed, own_leaflet: Path) -> None:
    text = own_leaflet.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    own_leaflet.write_text(text.replace(title, 'title: "a \\x1b[2J b"'), encoding="utf-8")
    assert "\x1b" not in typed("list").out


def test_icons_are_listed_one_to_a_line(typed: Typed) -> None:
    names = typed("list", "--icons").out.split("\n")
    assert len(names) > 10
    assert typed("list", "--icons", "--json").json["icons"] == [name for name in names if name]


def test_the_poses_that_a_figure_may_show_are_listed(typed: Typed, tmp_path: Path) -> None:
    written(tmp_path, "my-stand")
    answer = typed("list", "--poses")
    assert answer.code == 0
    assert ["my-stand", "back", "project", "Standing"] in [line.split() for line in answer.out.splitlines()]
    assert "sit-to-stand" in answer.out
    found = {pose["name"]: pose for pose in typed("list", "--poses", "--json").json["poses"]}
    assert (found["my-stand"]["drawn"], found["sit-to-stand"]["drawn"]) == (False, True)
    assert found["sit-to-stand"]["origin"] == "library"
