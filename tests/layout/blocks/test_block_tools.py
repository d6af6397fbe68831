"""Tools to write on: what stays together, where the hand finds room, and how a diary changes with the print size."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.tools import Checklist, Diary, Goals, Notes, Questions, Tool
from handoutgen.layout.blocks.diary_chart import is_grid
from handoutgen.layout.blocks.tools import tool_atoms
from handoutgen.layout.flow.atoms import LAST_RESORT, NEVER, Atom
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from handoutgen.units import mm
from layout.setting_for_tests import all_of, costs, fields, lines_of, look_for, puts, right_end, said_by, shape

ITEM = "LI(Lbl(Form) LBody)"


def set_tool(look: Look, tool: Tool) -> tuple[Element, list[Atom]]:
    root = Element("Document")
    return root, tool_atoms(look, root, tool, "tool-1")


def a_diary(*titles: str, **content: Any) -> Diary:
    examples = ["Monday", "6", *[None] * len(titles)]
    columns = [{"title": title, "example": example} for title, example in zip(titles, examples, strict=False)]
    return Diary.model_validate({"kind": "diary", "title": "My diary", "columns": columns, **content})


def rules_to_write_on(look: Look, atoms: list[Atom]) -> int:
    return len([put for put in puts(atoms, Rule) if put.piece.colour == look.palette.write])


def test_a_checklist_is_boxes_to_tick(fonts: FontBook) -> None:
    root, _ = set_tool(look_for(fonts), Checklist(kind="checklist", title="Before bed", items=("Stretch.", "Drink.")))
    assert shape(root) == f"Document(Sect(H2 L({ITEM} {ITEM})))"
    assert said_by(root) == ["Before bed", "☐", "Stretch.", "☐", "Drink."]
    assert fields(root) == [("Tick box", "Stretch."), ("Tick box", "Drink.")]
    assert root.kids[0].ident == "tool-1"


@pytest.mark.parametrize("lines", [0, 3])
def test_room_for_ones_own_questions_is_never_parted_from_its_words(fonts: FontBook, lines: int) -> None:
    look = look_for(fonts, 18)
    tool = Questions(kind="questions", title="To ask", questions=("Why me?", "What helps?"), lines=lines)
    root, atoms = set_tool(look, tool)
    assert ("My own questions:" in said_by(root)) is bool(lines)
    assert fields(root)[2:] == ([("3 empty lines", "My own questions")] if lines else [])
    assert rules_to_write_on(look, atoms) == lines
    if lines:
        assert costs(atoms[-lines:]) == [NEVER] * lines


def test_a_goal_is_never_parted_from_the_lines_to_write_it_on(fonts: FontBook) -> None:
    look = look_for(fonts)
    root, atoms = set_tool(look, Goals(kind="goals", title="Goals", prompts=("This week:", "Next week:"), lines=2))
    assert shape(root) == "Document(Sect(H2 P Form P Form))"
    assert fields(root) == [("2 empty lines", "This week"), ("2 empty lines", "Next week")]
    assert rules_to_write_on(look, atoms) == 4
    start = next(i for i, atom in enumerate(atoms) if "Next week:" in lines_of(atom))
    assert costs(atoms[start + 2 :]) == [NEVER, NEVER]


@pytest.mark.parametrize("base", [12, 18, 24])
def test_notes_are_as_many_lines_as_asked_for_ten_millimetres_apart_or_more(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    root, atoms = set_tool(look, Notes(kind="notes", title="My notes", lines=6))
    assert said_by(root) == ["My notes"]
    assert fields(root) == [("6 empty lines", "My notes")]
    assert rules_to_write_on(look, atoms) == 6
    assert min(atom.height for atom in atoms) >= mm(10)
    assert right_end(atoms) == pytest.approx(look.grid.measure)


def test_a_diary_is_a_table_whose_head_is_repeated_and_whose_example_says_that_it_is_one(fonts: FontBook) -> None:
    look = look_for(fonts)
    root, atoms = set_tool(look, a_diary("Day", "How bad", rows=5))
    assert "Table(THead(TR(TH(P) TH(P))) TBody(TR(TD(P) TD(P)) TR(TD(Form))))" in shape(root)
    assert fields(root) == [("5 empty rows", "My diary")]
    assert said_by(root) == ["My diary", "Day", "How bad", "Example: Monday", "6"]
    assert [header.scope for header in all_of(root, "TH")] == ["Column", "Column"]
    rows = [atom for atom in atoms if atom.heading]
    assert len(rows) == 5
    assert [lines_of(row.heading) for row in rows if row.heading] == [["Day", "How bad"]] * 5
    assert set(costs(rows)) == {LAST_RESORT}
    assert {round(row.height, 3) for row in rows[:-1]} == {round(mm(10), 3)}


@pytest.mark.parametrize(("base", "grid"), [(12, True), (18, True), (24, False)])
def test_columns_too_narrow_for_their_words_become_a_form_for_each_entry(
    fonts: FontBook, base: float, grid: bool
) -> None:
    look, diary = look_for(fonts, base), a_diary("Day", "Temperature", "Medicines", "Stretches")
    root, atoms = set_tool(look, diary)
    assert is_grid(look, diary) is grid
    assert bool(all_of(root, "Table")) is grid
    if not grid:
        assert "Example: Day: Monday; Temperature: 6." in said_by(root)
        assert [kid.ident for kid in root.kids[0].kids].count("entry") == 1
        first = [("1 empty line", title) for title in ("Day", "Temperature", "Medicines", "Stretches")]
        assert fields(root) == [*first, ("3 more forms like this, empty", "My diary")]
        assert said_by(root)[-1] == "Copy these pages when you need more of them."
        assert rules_to_write_on(look, atoms) == 16


@pytest.mark.parametrize(("base", "grid"), [(12, True), (14, True), (24, True), (36, False)])
def test_a_large_hand_needs_wide_columns_however_short_their_words_are(
    fonts: FontBook, base: float, grid: bool
) -> None:
    assert is_grid(look_for(fonts, base), a_diary("A", "B", "C", "D", "E")) is grid
