"""A form is a record: each has what makes it, how it lies on paper, and its twin; nothing else knows it by name."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from architecture.house import House, planted
from handoutgen.errors import HandoutError
from handoutgen.formats import FORMATS, Format, Options, on_both_papers
from handoutgen.layout.forms.compositions import COMPOSITIONS, IMPOSITIONS
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, setting_for

NAMES_A_FORM = {
    "formats.paper": "the list itself",
    "service.requests": "the paper of an office that has not said",
    "library.peek": "the paper of a clinic that has not said",
    "content.clinic": "the two kinds of paper",
    "content.authoring.examples": "the two kinds of paper",
    "clinic_list.countries": "the paper of each country",
    "clinic_list.cells": "the two kinds of paper",
    "clinic_list.reading": "the two kinds of paper",
    "web.choice": "which forms stand in the open on the page, and the paper of an office that has not said",
    "site.files": "what the two kinds of paper are called",
    "batch.plan_file": "the form of a plan that has not said",
}
"""Modules that may name a form, and why; "a4" and "letter" are also the two kinds of paper."""


def forms_named(house: House) -> set[str]:
    """Modules in which the name of a form stands as a string of its own."""
    return {
        name.removeprefix("handoutgen.")
        for name, tree in house.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in FORMATS
    }


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_each_form_has_a_composition_an_imposition_and_a_twin(form: Format) -> None:
    assert form.composed_as in COMPOSITIONS
    assert form.imposition in IMPOSITIONS
    twins = {FORMATS[name].paper for name in on_both_papers(form.name)}
    assert twins == {"a4", "letter"}


def test_nothing_composes_or_imposes_what_no_form_asks_for() -> None:
    assert set(COMPOSITIONS) == {form.composed_as for form in FORMATS.values()}
    assert set(IMPOSITIONS) == {form.imposition for form in FORMATS.values()}


@pytest.mark.parametrize("name", COMPOSITIONS)
def test_each_composition_is_where_it_is_looked_for(fonts: FontBook, name: str) -> None:
    form = next(form for form in FORMATS.values() if form.composed_as == name)
    setting = setting_for(fonts, form.least_base or 12, a_clinic(), form=form.name)
    try:
        composed = COMPOSITIONS[name](a_leaflet(), setting, form, Options())
    except HandoutError:  # such as no Easy Read: its module is there to say so
        return
    assert composed.pages


def test_a_command_imports_no_form_and_no_alternative_before_one_is_asked_for() -> None:
    code = "import sys, handoutgen.build; print(*(name for name in sys.modules if name.startswith('handoutgen.')))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(shown.stdout.split())
    late = {f"handoutgen.layout.forms.{name}" for name in ("leaflet", "booklet", "sheet", "bilingual")}
    late |= {f"handoutgen.alternatives.{name}" for name in ("braille.brf", "plain_text", "read_aloud.ssml")}
    assert not late & loaded
    assert "handoutgen.layout.forms.compositions" in loaded


def test_no_code_branches_on_the_name_of_a_form(house: House) -> None:
    assert forms_named(house) - set(NAMES_A_FORM) - {"layout.forms.compositions"} == set()


def test_a_planted_branch_on_a_form_is_caught() -> None:
    assert forms_named(planted(layout__forms__a="if form.name == 'a4-trifold': ...", text__a="x = 'a4 sheets'")) == {
        "layout.forms.a"
    }
