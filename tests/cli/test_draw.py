"""`handoutgen draw` and `new pose`: from a copy to a drawing, and every way it can go wrong."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.commandline import Typed
from service.drawn_poses import STAND, written


def test_poses_of_the_folder_are_drawn_beside_their_files(typed: Typed, tmp_path: Path) -> None:
    one, two = written(tmp_path, "one"), written(tmp_path, "two")
    answer = typed("draw")
    assert answer.code == 0
    assert answer.out.replace("\\", "/").split() == ["poses/back/one.svg", "poses/back/two.svg"]
    assert one.with_suffix(".svg").exists() and two.with_suffix(".svg").exists()
    assert "2 of 2 poses drawn." in answer.err


@pytest.mark.parametrize("word", ["stand", "poses/back/stand.yaml", "poses/back", "poses"])
def test_a_pose_is_named_by_its_name_its_file_or_its_folder(typed: Typed, tmp_path: Path, word: str) -> None:
    written(tmp_path)
    answer = typed("draw", word, "--out", "drawn")
    assert (answer.code, answer.out.replace("\\", "/").strip()) == (0, "drawn/stand.svg")


def test_mistakes_are_shown_with_their_place_and_the_others_are_drawn(typed: Typed, tmp_path: Path) -> None:
    written(tmp_path, "broken", STAND.replace("at:", "att:"))
    written(tmp_path)
    answer = typed("draw")
    assert answer.code == 1
    assert 'broken.yaml:6:3  HG021 unknown field "att"' in answer.err and 'did you mean "at"?' in answer.err
    assert answer.out.replace("\\", "/").split() == ["poses/back/stand.svg"]


def test_programs_get_one_object(typed: Typed, tmp_path: Path) -> None:
    written(tmp_path, "broken", STAND.replace("at:", "att:"))
    written(tmp_path)
    answer = typed("draw", "--json")
    said = json.loads(answer.out)
    assert (answer.code, said["exit_code"]) == (1, 1)
    assert [("error" in each, each["pose"]) for each in said["drawings"]] == [(True, "broken"), (False, "stand")]


def test_a_sheet_shows_all(typed: Typed, tmp_path: Path) -> None:
    for name in ("one", "two"):
        written(tmp_path, name)
    answer = typed("draw", "poses", "--sheet", "all.svg")
    assert (answer.code, answer.out.strip()) == (0, "all.svg  2 poses")
    sheet = (tmp_path / "all.svg").read_text(encoding="utf-8")
    assert ">one</text>" in sheet and ">two</text>" in sheet
    assert not list(tmp_path.glob("poses/*/*.svg"))


def test_a_sheet_that_cannot_be_made_is_refused_before_any_work(typed: Typed, tmp_path: Path) -> None:
    written(tmp_path)
    assert typed("draw", "stand", "--sheet", "all.pdf").code == 2
    written(tmp_path, "broken", "a: b\n")
    answer = typed("draw", "poses", "--sheet", "all.svg")
    assert answer.code == 1 and "HG021" in answer.err
    assert not (tmp_path / "all.svg").exists()


def test_wrong_words_are_answered_with_near_ones(typed: Typed, tmp_path: Path) -> None:
    written(tmp_path)
    answer = typed("draw", "stant")
    assert answer.code == 2 and 'Did you mean "stand"?' in answer.err
    assert typed("draw", "nothing.yaml").code == 2


def test_an_empty_folder_says_how_to_begin(typed: Typed) -> None:
    answer = typed("draw")
    assert answer.code == 2 and "handoutgen new pose" in answer.err


def test_without_the_extra_the_command_says_what_to_install(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path)
    monkeypatch.setitem(sys.modules, "shapely", None)
    answer = typed("draw", "stand")
    assert answer.code == 1 and 'pip install "handoutgen[draw]"' in answer.err


def test_a_watch_draws_after_every_change_and_tells_what_is_wrong(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path)
    texts: Iterator[str] = iter([STAND.replace("53", "5x"), STAND.replace("53", "52"), STAND.replace("53", "52")])

    def change(_: float) -> None:
        try:
            path.write_text(next(texts), encoding="utf-8")
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr(time, "sleep", change)
    answer = typed("draw", "stand", "--watch")
    assert answer.code == 130
    assert answer.out.count("stand.svg") == 2
    assert answer.err.count("HG035") == 1
    assert answer.err.count("Watching for changes") == 3


def test_a_new_pose_is_a_commented_copy_that_can_be_drawn_at_once(typed: Typed, tmp_path: Path) -> None:
    answer = typed("new", "pose", "my-stand", "--like", "sit-to-stand")
    assert answer.code == 0
    path = tmp_path / "poses" / "balance-falls" / "my-stand.yaml"
    text = path.read_text(encoding="utf-8")
    assert "name: my-stand\n" in text and "# the middle between the hips" in text
    schema = path.parent / text.splitlines()[0].partition("$schema=")[2]
    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == "A pose"
    drawn = typed("draw", "my-stand")
    assert (drawn.code, drawn.out.replace("\\", "/").strip()) == (0, "poses/balance-falls/my-stand.svg")


def test_a_new_pose_is_never_written_over_one_that_is_there(typed: Typed, tmp_path: Path) -> None:
    written(tmp_path)
    assert typed("new", "pose", "stand", "--like", "stand").code == 1
    assert typed("new", "pose", "Stand Up", "--like", "stand").code == 2
    answer = typed("new", "pose", "other", "--like", "sit-to-stant")
    assert answer.code == 2 and 'Did you mean "sit-to-stand"?' in answer.err
