"""The walk "A new printed form" of docs/extending.md, followed to the letter: two records, one golden, nothing else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from handoutgen.formats import outputs, paper
from handoutgen.formats.paper import Format
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.service.requests import Asked, orders_for
from handoutgen.units import inches, mm
from handoutgen.workshop import Workshop
from leaflets.forms_in_brief import in_brief, plan_of, write_sample
from soundness import assert_sound

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "extending.md"


def records_of_the_walk() -> list[Format]:
    """The forms that the walk writes down."""
    walk = PAGE.read_text(encoding="utf-8").partition("## A new printed form")[2].partition("\n## ")[0]
    [code] = re.findall(r"```python\n(.*?)```", walk, flags=re.DOTALL)
    names = {"Format": Format, "mm": mm, "inches": inches}
    calls = re.split(r"\n(?=\s*Format\()", code)
    return [eval(" ".join(call.split()), names) for call in calls]  # noqa: S307 - our own page


@pytest.fixture
def new_forms(monkeypatch: pytest.MonkeyPatch) -> list[Format]:
    """The program with the walk's records beside its own, as if they stood in the list."""
    new = records_of_the_walk()
    forms = MappingProxyType({**paper.FORMATS, **{form.name: form for form in new}})
    twins = MappingProxyType({(form.family, form.paper): form.name for form in forms.values()})
    monkeypatch.setattr(paper, "FORMATS", forms)
    monkeypatch.setattr(paper, "_BY_FAMILY", twins)
    monkeypatch.setattr(outputs, "OUTPUTS", MappingProxyType({**outputs.OUTPUTS, **forms}))
    return new


def test_the_walk_has_a_form_for_each_paper() -> None:
    assert [(form.name, form.paper) for form in records_of_the_walk()] == [("a5", "a4"), ("half-letter", "letter")]


def test_with_the_records_alone_the_leaflet_is_built_and_sound(new_forms: list[Format], tmp_path: Path) -> None:
    workshop, sample = Workshop(), write_sample(tmp_path)
    for form in new_forms:
        plan = plan_of(form.name, sample, workshop)
        data = render(plan, workshop.fonts)
        assert verify(data, plan) == ()
        assert_sound(data, plan)
        assert in_brief(plan).startswith(f"sheet {148 if form.paper == 'a4' else 140} x")


def test_the_command_line_and_the_twins_know_the_new_form(new_forms: list[Format], tmp_path: Path) -> None:
    assert paper.on_paper("a5", "letter") == "half-letter"
    assert paper.on_paper("letter", "a4") == "a4"  # the others are as they were
    asked = Asked(("leg-cramps-ms",), (), ("clear",), ("a5",), (), date(2026, 12, 1), None)
    [order] = orders_for(asked, tmp_path)
    assert (order.format, order.size) == ("a5", "clear")


def test_every_file_that_the_walks_name_is_there() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:src/handoutgen|tests)/[\w./-]+?\.(?:py|yaml))`", page))
    planned = {
        "src/handoutgen/alternatives/braille.py",
        "src/handoutgen/content/fixed_words/sk.yaml",
        "src/handoutgen/web/words/sk.yaml",
        "src/handoutgen/site/words/sk.yaml",
    }
    assert len(named) > 12
    assert {name for name in named - planned if not (ROOT / name).exists()} == set()
