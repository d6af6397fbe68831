"""The drawings of the first leaflet are people in poses: plain line art, in step with their poses, said in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pydantic import BaseModel

from drawn_alike import alike
from handoutgen.check.drawings import check_pose
from handoutgen.content.poses.load import load_pose
from handoutgen.content.sections import Figure
from handoutgen.pictures.examine import doubts
from handoutgen.pictures.figures import load_figure
from handoutgen.service.drawing import drawn_pose
from handoutgen.workshop import Workshop

FOLDER = Path(__file__).parents[2] / "handouts" / "leg-cramps-ms"
FIGURES = sorted((FOLDER / "figures").glob("*.svg"))
STROKES = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}
ATTRIBUTES = {
    "svg": {"viewBox", "width", "height"},
    "g": STROKES,
    "path": {"d"} | STROKES,
    "circle": {"cx", "cy", "r"} | STROKES,
}


def problems(svg: str) -> list[str]:
    """What is in a drawing that should not be: anything but outlines in plain colours."""
    found = []
    for element in ElementTree.fromstring(svg).iter():  # noqa: S314 - our own files
        name = element.tag.rpartition("}")[2]
        extra = set(element.attrib) - ATTRIBUTES.get(name, set())
        if name not in ATTRIBUTES or extra:
            found.append(f"{name} {sorted(extra)}")
        colours = {element.attrib.get(key, "none") for key in ("fill", "stroke")}
        found += [f"colour {colour}" for colour in colours if not re.fullmatch("none|#[0-9a-f]{6}", colour)]
    return found


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)
def test_a_figure_is_plain_line_art(path: Path) -> None:
    assert problems(path.read_text(encoding="utf-8")) == []
    assert list(doubts(load_figure(path.parent, path.name, max_width_pt=300))) == []


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)
def test_a_figure_is_its_pose_as_it_is_drawn_today(path: Path) -> None:
    pose = load_pose(path.with_suffix(".yaml"))
    assert check_pose(pose) == ()
    assert alike(drawn_pose(pose).svg, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "inside",
    [
        '<text x="1" y="1">calf</text>',
        '<path d="M1 1L2 2" style="fill:red"/>',
        '<path d="M1 1L2 2" fill="url(#shade)"/>',
        '<path d="M1 1L2 2" opacity="0.5"/>',
        '<image href="https://example.org/a.png"/>',
    ],
)
def test_what_is_not_plain_line_art_is_found(inside: str) -> None:
    assert problems(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{inside}</svg>')


def test_each_figure_is_used_and_described() -> None:
    used = list(_figures(Workshop().leaflet(FOLDER / "en-GB.yaml").leaflet))
    assert len(used) == 3
    assert {path.name for path in FIGURES} <= {Path(figure.file).name for figure in used}
    assert all(figure.alt and len(figure.alt.split()) >= 15 and figure.caption for figure in used)


def _figures(node: object) -> Iterator[Figure]:
    if isinstance(node, Figure):
        yield node
    elif isinstance(node, BaseModel):
        for _, value in node:
            yield from _figures(value)
    elif isinstance(node, (list, tuple)):
        for item in node:
            yield from _figures(item)
