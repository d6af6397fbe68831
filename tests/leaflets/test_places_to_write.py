"""Empty cells of an author's table are places to write, in every print size and in plain text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Order, build
from handoutgen.formats import SIZES, Options, parse_printed, parse_size
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Plan
from handoutgen.units import mm
from handoutgen.workshop import Workshop
from leaflets.samples import as_built
from soundness import assert_sound
from written import written_leaflet

TODAY = date(2026, 1, 1)
TABLE = """about:
  text: |
    Write down what helped.

    | When | Walking | Mine |
    |---|---|---|
    | Morning | a little | |
    | Evening | | |
"""


@pytest.fixture(scope="module")
def leaflet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("write") / "sample" / "en-GB.yaml"
    path.parent.mkdir()
    text = written_leaflet("sample", "en-GB", TODAY)
    start, end = text.index("about:"), text.index("\nmanagement:")
    path.write_text(text[:start] + TABLE + text[end:], encoding="utf-8")
    return path


def planned(workshop: Workshop, leaflet: Path, size: str) -> Plan:
    loaded, form, print_size = workshop.leaflet(leaflet), parse_printed("a4"), parse_size(size)
    setting = workshop.setting(loaded, None, form, print_size, Options())
    shown, setting = as_built(loaded.leaflet, setting, form)
    return lay_out(shown, setting, form, print_size, Options())[0]


@pytest.mark.parametrize("size", SIZES)
def test_a_table_with_empty_cells_is_built_and_sound(workshop: Workshop, leaflet: Path, size: str) -> None:
    assert_sound(build(Order(leaflet, None, "a4", size, TODAY), workshop).data, planned(workshop, leaflet, size))


def test_the_rows_have_room_for_a_hand_and_the_empty_cells_are_said_to_be_empty(
    workshop: Workshop, leaflet: Path
) -> None:
    plan = planned(workshop, leaflet, "standard")
    table = next(element for element in plan.root.walk() if element.role == "Table")
    rows = [[kid.role for cell in row.kids for kid in cell.kids] for row in table.walk() if row.role == "TR"]
    assert rows == [["P"] * 3, ["P", "P", "Form"], ["P", "Form", "Form"]]
    assert [(e.alt, e.field.about) for e in table.walk() if e.field] == [
        ("Empty", "Mine, Morning"), ("Empty", "Walking, Evening"), ("Empty", "Mine, Evening"),
    ]  # fmt: skip
    words = {
        p.piece.element.text: p.top
        for page in plan.pages
        for p in page.pieces
        if isinstance(p.piece, TextPiece) and p.piece.element and p.piece.element.text in ("Morning", "Evening")
    }
    assert words["Morning"] - words["Evening"] >= mm(10) - 0.01


def test_in_giant_print_each_empty_cell_is_a_line_under_its_columns_name(workshop: Workshop, leaflet: Path) -> None:
    plan = planned(workshop, leaflet, "giant")
    said = [element.text for element in plan.root.walk() if element.text]
    assert said.count("Mine:") == 2
    assert said.count("Walking:") == 1
    for page in plan.pages:
        labels = [p for p in page.pieces if isinstance(p.piece, TextPiece) and p.piece.element in named(plan, "Mine:")]
        lines = [p for p in page.pieces if isinstance(p.piece, Rule) and p.piece.colour == "#767676"]
        assert all(any(abs(line.y - label.y) < 30 for line in lines) for label in labels)


def named(plan: Plan, words: str) -> list[Element]:
    return [element for element in plan.root.walk() if element.text == words]


def test_plain_text_has_a_line_for_each_too(workshop: Workshop, leaflet: Path) -> None:
    text = build(Order(leaflet, None, "text", "standard", TODAY), workshop).data.decode()
    assert "Evening   ________   ____\n" in text
