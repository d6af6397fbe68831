"""What a figure must say, told at the figure, beside what the model tells."""

from __future__ import annotations

import pytest

from handoutgen.content.figure_rules import check_figure
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Collected


def found(text: str, key: str = "figure") -> list[tuple[str, int]]:
    """Codes and lines for a figure with these keys, or for a section's small picture."""
    read = read_yaml(f"{key}:\n{text}".encode(), "a.yaml")
    assert read.root is not None
    sources = SourceMap("a.yaml", read.places.text, read.root, read.places)
    labels: list[dict[str, str]] = [{} for _ in range(text.count("- "))]
    collected = Collected()
    check_figure({"labels": labels}, (key,), sources, collected)
    return [(finding.code, finding.span.line) for finding in collected.told()]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  file: a.svg\n  alt: A.", []),
        ("  pose: a", []),
        ("  pose: a\n  alt: A.", []),
        ("  alt: A.", [("HG022", 1)]),
        ("  caption: A.", [("HG022", 1), ("HG022", 1)]),
        ("  pose: a\n  file: b.svg", [("HG069", 3)]),
        ("  pose: a\n  labels:\n    - at: mouth", []),
        ("  pose: a\n  labels:\n    - text: A\n      x: 0.1\n      y: 0.2", []),
        ("  pose: a\n  labels:\n    - text: A\n      x: 0.1", [("HG022", 4)]),
        ("  pose: a\n  labels:\n    - x: 0.1\n      at: mouth", [("HG069", 5)]),
        ("  file: a.svg\n  alt: A.\n  labels:\n    - at: mouth", [("HG069", 5)]),
    ],
)
def test_each_thing_is_said_once(text: str, told: list[tuple[str, int]]) -> None:
    assert found(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  file: a.svg", []),
        ("  pose: a", []),
        ("  alt: A.", [("HG022", 1)]),
        ("  pose: a\n  file: b.svg", [("HG069", 3)]),
    ],
)
def test_a_small_picture_needs_no_words_of_its_own(text: str, told: list[tuple[str, int]]) -> None:
    assert found(text, "picture") == told
