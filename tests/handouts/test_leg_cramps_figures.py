"""The drawings of the first leaflet are plain line art that any PDF can draw and any printer can print."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "handouts" / "leg-cramps-ms"
FIGURES = sorted((FOLDER / "figures").glob("*.svg"))
INK, TINT, ACCENT, WHITE = "#1a1a1a", "#d5e8e6", "#0b5560", "#ffffff"
ATTRIBUTES = {
    "svg": {"viewBox", "width", "height"},
    "path": {"d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"},
    "circle": {"cx", "cy", "r", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"},
}


def problems(svg: str) -> list[str]:
    """What is in a drawing that should not be: anything but outlines in our four colours, inside the picture."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own files
    found = []
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        extra = set(element.attrib) - ATTRIBUTES.get(name, set())
        if name not in ATTRIBUTES or extra:
            found.append(f"{name} {sorted(extra)}")
        colours = {element.attrib.get(key, "none") for key in ("fill", "stroke")} if name != "svg" else set()
        found += [f"colour {colour}" for colour in colours - {INK, TINT, ACCENT, WHITE, "none"}]
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", element.attrib.get("d", ""))]
        if any(not 0 <= x <= width for x in numbers[::2]) or any(not 0 <= y <= height for y in numbers[1::2]):
            found.append("outside the picture")
    return found


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)
def test_a_figure_is_plain_line_art(path: Path) -> None:
    assert problems(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "inside",
    [
        '<text x="1" y="1">calf</text>',
        '<path d="M1 1L2 2" style="fill:red"/>',
        '<path d="M1 1L2 2" fill="#ff0000"/>',
        '<path d="M1 1L200 2" fill="none"/>',
        '<image href="https://example.org/a.png"/>',
    ],
)
def test_what_is_not_plain_line_art_is_found(inside: str) -> None:
    assert problems(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{inside}</svg>')


def test_each_figure_is_used_and_described() -> None:
    leaflet = yaml.safe_load((FOLDER / "en-GB.yaml").read_text(encoding="utf-8"))
    used = list(_figures(leaflet))
    assert sorted(figure["file"] for figure in used) == [path.name for path in FIGURES]
    assert all(len(figure["alt"].split()) >= 15 and figure["caption"] for figure in used)


def _figures(node: Any) -> Any:
    if isinstance(node, dict):
        if "figure" in node:
            yield node["figure"]
        for value in node.values():
            yield from _figures(value)
    elif isinstance(node, list):
        for item in node:
            yield from _figures(item)
