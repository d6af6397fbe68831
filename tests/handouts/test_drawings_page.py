"""docs/drawings.md shows what there is: a picture for each subject, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handoutgen.content.anchors import ANCHORS
from handoutgen.content.poses.load import pose_from
from handoutgen.content.poses.looks import Looks

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/drawings.md").read_text(encoding="utf-8")
IMAGES = re.findall(r"!\[([^\]]*)\]\((images/[^)]*)\)", PAGE)


def test_every_subject_of_the_poses_has_its_picture() -> None:
    subjects = {path.parent.name for path in (ROOT / "handouts/poses").glob("*/*.yaml")}
    assert {Path(name).stem for _, name in IMAGES if "/poses/" in name} == subjects


@pytest.mark.parametrize(("words", "name"), IMAGES, ids=lambda text: Path(text).stem)
def test_every_picture_is_there_and_says_what_it_shows(words: str, name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8").startswith("<svg ")
    assert words


def test_no_picture_lies_about_unused() -> None:
    there = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/images").glob("*/*.svg")}
    assert there == {name for _, name in IMAGES}


def test_every_word_of_a_persons_looks_is_on_the_page() -> None:
    assert [key for key in Looks.model_fields if key not in ("hem", "hair_colour") and f"`{key}`" not in PAGE] == []


def test_every_part_of_the_person_is_on_the_page() -> None:
    named = re.search(r"Parts to hang things on.*?\n\n", PAGE, re.DOTALL)
    assert named
    assert [part for part in {name.split("_")[-1] for name in ANCHORS} if part not in named.group()] == []


def test_the_poses_words_on_the_page_are_words_that_load() -> None:
    head = "name: a\ntitle: A\nsubject: back\nalt: A.\nfigure:\n"
    for key, text in re.findall(r"`(\w+): (\{[^`]*\}|\[[^`]*\])`", PAGE):
        keys = f"  near_arm: {{{key}: {text}}}\n" if key == "wrist" else f"  {key}: {text}\n"
        assert pose_from((head + keys).encode(), Path("a.yaml")).pose.figure
