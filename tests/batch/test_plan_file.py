"""A slip in a plan is told at its place, with the way to mend it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batch_project import Project
from handoutgen.batch.plan_file import load_plan, plan_schema
from handoutgen.depth import Depth
from handoutgen.errors import ContentRefused, UsageProblem
from handoutgen.formats import Options

ROOT = Path(__file__).parents[2]


def test_a_plan_of_one_line_asks_for_the_usual_form_and_size(project: Project) -> None:
    plan = load_plan(project.write_plan("leaflets: cramps\n")).plan
    assert (plan.leaflets, plan.clinics, plan.formats, plan.sizes) == (("cramps",), (), ("a4",), ("standard",))
    assert plan.out == "out"


def test_one_name_and_a_list_of_names_are_both_taken(project: Project) -> None:
    text = "leaflets: [cramps, back-pain]\nclinics: all\nexclude:\n  - {clinic: hill, size: [large, giant]}\n"
    plan = load_plan(project.write_plan(text)).plan
    assert plan.leaflets == ("cramps", "back-pain")
    assert plan.clinics == ("all",)
    assert plan.exclude[0].size == ("large", "giant")


def test_a_plan_asks_for_the_whole_leaflet_unless_it_says_the_essential(project: Project) -> None:
    assert load_plan(project.write_plan("leaflets: cramps\n")).plan.options.detail == (Depth.FULL,)
    plan = load_plan(project.write_plan("leaflets: cramps\noptions: {detail: essential}\n")).plan
    assert plan.options.detail == (Depth.ESSENTIAL,)
    assert plan.asked == Options()


@pytest.mark.parametrize("both", ["all", "[full, essential]", "[full, all, full]"])
def test_a_plan_may_ask_for_both_depths(project: Project, both: str) -> None:
    plan = load_plan(project.write_plan(f"leaflets: cramps\noptions: {{detail: {both}}}\n")).plan
    assert plan.options.detail == (Depth.FULL, Depth.ESSENTIAL)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("leaflets: cramps\nsize: large\n", 2, 'did you mean "sizes"?'),
        ("clinics: all\n", 1, '"leaflets" is missing here'),
        ("leaflets: cramps\nsizes: []\n", 2, "this list is empty"),
        ("leaflets: cramps\npaper: foolscap\n", 2, "is not one of the allowed words"),
        ("leaflets: cramps\nexclude:\n  - {clinik: hill}\n", 3, 'did you mean "clinic"?'),
        ("leaflets: cramps\noptions:\n  weeks: 99\n", 3, "at most 53"),
        ("leaflets: cramps\noptions:\n  detail: short\n", 3, "is not one of the allowed words"),
        ("leaflets: cramps\noptions:\n  detail: [full, short]\n", 3, "is not one of the allowed words"),
        ("leaflets: cramps\noptions:\n  detail: []\n", 3, "this list is empty"),
        ("leaflets: cramps\nleaflets: back-pain\n", 2, "is written twice"),
    ],
)
def test_a_slip_is_told_with_its_line(project: Project, text: str, line: int, said: str) -> None:
    with pytest.raises(ContentRefused) as refused:
        load_plan(project.write_plan(text))
    first = refused.value.diagnostics[0]
    assert first.span.line == line
    assert said in f"{first.message} {first.label} {first.hint}"


def test_a_plan_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="There is no file"):
        load_plan(tmp_path / "plan.yaml")


def test_the_schema_in_docs_is_the_models() -> None:
    written = json.loads((ROOT / "docs" / "batch.schema.json").read_text(encoding="utf-8"))
    assert written == plan_schema()


def test_the_schema_takes_a_name_or_a_list_and_no_other_key() -> None:
    schema = plan_schema()
    assert schema["required"] == ["leaflets"]
    assert schema["additionalProperties"] is False
    assert {choice["type"] if isinstance(choice["type"], str) else choice["type"][0] for choice in
            schema["properties"]["leaflets"]["anyOf"]} == {"string", "array"}  # fmt: skip
