"""What has changed since a leaflet was approved: sentence by sentence, drawings too, for people and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from approval.test_content_text import SVG, with_figure
from cli.commandline import Typed
from handoutgen.approval.kept_copies import APPROVED
from service.small_project import TODAY, write_clinic

DAY = TODAY.isoformat()
PHONE = "phones:\n  - label: Nurse line\n    number: 0117 496 0123\n"
PLACE = "management > strategies > first-strategy"


@pytest.fixture
def project(tmp_path: Path, typed: Typed) -> Path:
    """A leaflet with a drawing, approved by hill."""
    with_figure(tmp_path)
    write_clinic(tmp_path, "hill", PHONE)
    write_clinic(tmp_path, "lake", PHONE)
    approve(typed, "hill")
    return tmp_path


def approve(typed: Typed, clinic: str, day: str = DAY) -> None:
    assert typed("approve", "cramps", "--clinic", clinic, "--role", "Lead nurse", "--today", day).code == 0


def edit(project: Path, old: str, new: str) -> None:
    path = project / "handouts" / "cramps" / "en-GB.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_nothing_has_changed(typed: Typed, project: Path) -> None:
    answer = typed("diff", "cramps", "--since", "approved")
    assert answer.code == 0
    assert "version 0.1 approved by hill on 2026-12-01 (Lead nurse); now version 0.1" in answer.out
    assert "Nothing has changed since." in answer.out


def test_each_changed_sentence_and_drawing_is_shown_as_it_was_and_is(typed: Typed, project: Path) -> None:
    edit(project, "Do this first here.", "Do this first here. Rest.")
    (project / "handouts" / "cramps" / "figures" / "calf.svg").write_text(SVG.replace("M5", "M6"), encoding="utf-8")
    answer = typed("diff", "cramps")
    assert "Changed: 1 sentence and 1 picture." in answer.out
    assert f"{PLACE} > how 1 > steps 1\n  + Rest.\n" in answer.out
    kept = next((project / "clinics" / APPROVED / "pictures").iterdir())
    drawn = Path("handouts") / "cramps" / "figures" / "calf.svg"
    shown = Path("clinics") / APPROVED / "pictures" / kept.name
    assert f"{PLACE} > figure > picture\n  - {shown}\n  + {drawn}\n" in answer.out
    told = typed("diff", "cramps", "--json").json
    assert [change["kind"] for change in told["changes"]] == ["words", "picture"] or [
        change["kind"] for change in told["changes"]
    ] == ["picture", "words"]
    [picture] = [change for change in told["changes"] if change["kind"] == "picture"]
    assert picture["before_files"] == [shown.as_posix()] and picture["now_files"] == [drawn.as_posix()]
    assert (told["approved"]["version"], told["now"]["version"], told["clinic"]) == ("0.1", "0.1", "hill")
    assert told["approved"]["content"] != told["now"]["content"]


def test_a_drawing_whose_kept_file_was_changed_is_not_shown_as_the_approved_one(typed: Typed, project: Path) -> None:
    (project / "handouts" / "cramps" / "figures" / "calf.svg").write_text(SVG.replace("M5", "M6"), encoding="utf-8")
    next((project / "clinics" / APPROVED / "pictures").iterdir()).write_text(SVG.replace("M5", "M7"), encoding="utf-8")
    assert "a picture that is not kept (" in typed("diff", "cramps").out
    [change] = typed("diff", "cramps", "--json").json["changes"]
    assert change["before_files"] == [None]


def test_the_latest_approval_counts_or_that_of_the_clinic_that_is_named(typed: Typed, project: Path) -> None:
    edit(project, "Do this first here.", "Do this next here.")
    edit(project, 'version: "0.1"', 'version: "0.2"')
    approve(typed, "lake", "2026-12-02")
    assert "approved by lake on 2026-12-02" in typed("diff", "cramps").out
    of_hill = typed("diff", "cramps", "--clinic", "hill").out
    assert "version 0.1 approved by hill" in of_hill and "- Do this first here." in of_hill


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.unlink(), "its kept copy is gone"),
        (lambda path: path.write_text("Hold for 90 seconds.", encoding="utf-8"), "changed by hand"),
    ],
)
def test_without_a_sound_copy_nothing_is_made_up(typed: Typed, project: Path, spoil: object, words: str) -> None:
    edit(project, "Do this first here.", "Do this next here.")
    assert callable(spoil)
    spoil(next((project / "clinics" / APPROVED).glob("*.txt")))
    answer = typed("diff", "cramps")
    assert answer.code == 1 and words in answer.err and answer.out == ""


def test_without_an_approval_that_names_a_text_it_says_so(typed: Typed, project: Path) -> None:
    answer = typed("diff", "cramps", "--clinic", "lake")
    assert answer.code == 1 and "lake has no approval of cramps (en-GB) that names its text" in answer.err
    assert "handoutgen approve cramps" in answer.err


def test_a_clinic_that_cannot_be_read_hides_no_other(typed: Typed, project: Path) -> None:
    (project / "clinics" / "broken.yaml").write_text("id: [", encoding="utf-8")
    assert typed("diff", "cramps").code == 0
    assert typed("diff", "cramps", "--clinic", "broken").code == 1
