"""A copy of a pose under another name is the same pose, with what each key is said once beside it."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.authoring.pose_starter import pose_like
from handoutgen.content.authoring.starter import starter_leaflet
from handoutgen.content.poses.load import load_pose, pose_from
from handoutgen.workshop import Workshop

ROOT = Path(__file__).parents[3]
MODEL = ROOT / "handouts/poses/balance-falls/sit-to-stand.yaml"


def copied(text: str) -> str:
    return pose_like(text, "sit-to-stand", "my-own", "poses/balance-falls/my-own.yaml")


def test_a_copy_is_the_same_pose_under_its_own_name() -> None:
    loaded = pose_from(copied(MODEL.read_text(encoding="utf-8")).encode(), Path("poses/balance-falls/my-own.yaml"))
    assert loaded.diagnostics == ()
    assert loaded.pose == load_pose(MODEL).pose.model_copy(update={"name": "my-own"})


def test_each_key_is_told_once_and_never_on_a_line_that_gets_too_long() -> None:
    text = copied(
        "name: a\nsize: 52\nfigure:\n  at: [0, 50]\nsteps:\n  - figure:\n      at: [0, 40]\nalt: " + "x" * 90 + "\n"
    )
    assert text.count("# the middle between the hips") == 1
    assert "alt: " + "x" * 90 + "\n" in text
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_comments_of_the_model_stay_on_their_lines_but_not_its_head() -> None:
    text = copied("# yaml-language-server: $schema=x\n# Old head\nname: a\nsize: 52  # mine\n")
    assert "Old head" not in text and "size: 52  # mine\n" in text
    assert text.startswith("# yaml-language-server: $schema=../../docs/pose.schema.json\n")


def test_the_pose_that_a_new_leaflet_names_is_there_and_its_lines_can_be_used_as_they_stand(tmp_path: Path) -> None:
    text = starter_leaflet("sore-knee", "en-GB")
    for old, new in (
        ("      # figure:", "      figure:"),
        ("      #   file: drawing.svg\n", ""),
        ("      #   alt: What the picture shows, in words.\n", ""),
        ("      #   caption:", "        caption:"),
        ("      #   # pose:", "        pose:"),
    ):
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "handouts" / "sore-knee" / "en-GB.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    loaded = Workshop().leaflet(path)
    assert [finding for finding in loaded.diagnostics if finding.is_error] == []
    figure = loaded.leaflet.strategies[0].figure
    assert figure is not None and figure.pose == MODEL.stem
    assert loaded.drawings == {figure.file: MODEL.with_suffix(".svg")}
