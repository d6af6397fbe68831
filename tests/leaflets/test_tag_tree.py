"""The tag tree of the starter leaflet, as a screen reader meets it, held by a golden that people can read.

After a wanted change: HANDOUTGEN_UPDATE_GOLDENS=1 python -m pytest tests/leaflets/test_tag_tree.py, then read the diff.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from handoutgen.plan.element import Element
from leaflets.conftest import Make
from written import written_leaflet

GOLDENS = Path(__file__).parents[1] / "goldens"


def outline(element: Element, depth: int = 0) -> list[str]:
    """The tree as indented lines: role, attributes that matter, and what is said."""
    words: list[str] = [element.role]
    for name in ("scope", "numbering", "uri"):
        value = getattr(element, name)
        words += [f"{name}={value}"] if value else []
    words += [f'alt="{element.alt}"'] if element.alt else []
    words += [f'"{element.text}"'] if element.text is not None else []
    lines = ["  " * depth + " ".join(words)]
    for kid in element.kids:
        lines += outline(kid, depth + 1)
    return lines


@pytest.mark.parametrize("size", ["standard", "giant"])
def test_the_tag_tree_is_the_golden_one(make: Make, tmp_path: Path, size: str) -> None:
    path = tmp_path / "handouts" / "sample" / "en-GB.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(written_leaflet("sample", "en-GB", date(2026, 1, 1)), encoding="utf-8")
    found = "\n".join(outline(make("a4", size, path).plan.root)) + "\n"
    golden = GOLDENS / f"starter-a4-{size}.txt"
    if os.environ.get("HANDOUTGEN_UPDATE_GOLDENS"):
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")


def test_the_outline_tells_trees_apart() -> None:
    one, other = Element("P", text="a"), Element("P", text="b")
    assert outline(one) != outline(other)
    assert outline(Element("TH", scope="Row")) != outline(Element("TH", scope="Column"))
