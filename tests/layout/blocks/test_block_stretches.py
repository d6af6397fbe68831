"""What stands under a heading is laid out in the order in which its author wrote it."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.sections import Section
from handoutgen.layout.blocks.sections import section_atoms
from handoutgen.layout.blocks.stretches import stretch_atoms
from handoutgen.layout.flow.atoms import NEVER, Atom
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import costs, lines_of, look_for, puts

EVERYTHING: dict[str, Any] = {
    "callouts": [{"kind": "tip", "text": "Slowly."}],
    "steps": ["Sit.", "Stand."],
    "dose": "1 a day.",
    "table": {"caption": "When to rest", "head": ["When", "What"], "rows": [["Noon", "Rest"], ["Night", ""]]},
    "text": "The text.",
    "caution": "Not alone.",
}


def section(**content: Any) -> Section:
    return Section.model_validate(content)


def said(atoms: list[Atom]) -> list[str]:
    return [line for atom in atoms for line in lines_of(atom)]


def test_its_keys_stand_as_they_are_written(fonts: FontBook) -> None:
    atoms = stretch_atoms(look_for(fonts), Element("Sect"), section(**EVERYTHING), 340)
    words = said(atoms)
    order = ["Slowly.", "Sit.", "How much: 1 a day.", "When to rest", "Noon", "The text.", "Take care: Not alone."]
    places = [next(i for i, line in enumerate(words) if text in line) for text in order]
    assert places == sorted(places)


def test_a_do_not_list_may_come_first(fonts: FontBook) -> None:
    lists = section(do_not_title="Never", do_not=["Run."], do=["Rest."])
    atoms = stretch_atoms(look_for(fonts, 18), Element("Sect"), lists, 340)
    assert [line for line in said(atoms) if line in ("Never", "Do", "Run.", "Rest.")] == [
        "Never",
        "Run.",
        "Do",
        "Rest.",
    ]


@pytest.mark.parametrize("base", [12, 18, 24])
def test_what_to_ask_about_has_the_sign_for_asking_and_plain_bullets(fonts: FontBook, base: float) -> None:
    holder, asks = Element("Sect"), section(ask_first_title="Ask a nurse if", ask_first=["you fell", "you faint"])
    atoms = stretch_atoms(look_for(fonts, base), holder, asks, 340)
    assert said(atoms) == ["Ask a nurse if", "you fell", "•", "you faint", "•"]
    assert len(puts(atoms, DrawingPiece)) == 1, "no cross before an item"
    assert atoms[-1].heading is not None
    assert "Ask a nurse if (continued)" in lines_of(atoms[-1].heading)


@pytest.mark.parametrize("base", [12, 18, 24])
def test_a_subsection_has_a_heading_that_never_ends_a_page(fonts: FontBook, base: float) -> None:
    root = Element("Document")
    content = section(text="Before.", subsections=[{"title": "Inside", "text": "Words."}])
    atoms = section_atoms(look_for(fonts, base), root, content, "My title", "about")
    place = next(i for i, atom in enumerate(atoms) if "Inside" in lines_of(atom))
    assert costs(atoms)[place + 1] == NEVER
    (part,) = [kid for kid in root.kids[0].kids if kid.role == "Sect"]
    assert (part.kids[0].role, part.kids[0].bookmark) == ("H3", "Inside")


def test_a_section_that_starts_with_a_subsection_is_whole(fonts: FontBook) -> None:
    content = section(subsections=[{"title": "Inside", "steps": ["One."]}])
    assert "One." in said(section_atoms(look_for(fonts), Element("Document"), content, "My title", "about"))
