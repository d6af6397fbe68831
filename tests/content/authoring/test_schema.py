"""The JSON Schema takes what the loader takes, and refuses what an author most often gets wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from handoutgen.content.authoring.schema import clinic_schema, leaflet_schema
from handoutgen.content.authoring.starter import starter_clinic, starter_leaflet

ROOT = Path(__file__).parents[3]
LEAFLETS = [ROOT / "tests/content/fixtures/leaflet/en-GB.yaml", *sorted((ROOT / "handouts").glob("*/*.yaml"))]
TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor reads it: numbers are numbers, but days are texts."""


EditorLoader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """What is wrong with a value: the part of JSON Schema that our schemas use."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        return problems(value, root["$defs"][name], root, at)
    if choices := schema.get("oneOf") or schema.get("anyOf"):
        tried = [problems(value, choice, root, at) for choice in choices]
        return [] if [] in tried else min(tried, key=len)
    found = []
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(isinstance(value, TYPES[name]) for name in types):
        return [f"{at}: not {types}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{at}: not {schema['const']}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: not one of {schema['enum']}")
    if isinstance(value, str):
        long = len(value.strip()) > schema.get("maxLength", 10**9) or len(value.strip()) < schema.get("minLength", 0)
        if long or not re.search(schema.get("pattern", ""), value):
            found.append(f"{at}: length or form")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**9):
            found.append(f"{at}: count")
        for index, item in enumerate(value):
            found += problems(item, schema["items"], root, f"{at}/{index}")
    if isinstance(value, dict):
        found += [f"{at}/{key}: missing" for key in schema.get("required", []) if key not in value]
        named, others = schema.get("properties", {}), schema.get("additionalProperties", False)
        by_form = schema.get("patternProperties", {})
        for key, item in value.items():
            formed = next((inner for form, inner in by_form.items() if re.search(form, key)), others)
            if key in named or formed:
                found += problems(item, named.get(key, formed), root, f"{at}/{key}")
            else:
                found.append(f"{at}/{key}: unknown")
    return found


def judge(text: str, schema: dict[str, Any]) -> list[str]:
    # Editors read YAML 1.2, in which a text in braces may end with a question mark; PyYAML reads 1.1.
    read = re.sub(r"\?(?=[,}\]])", "…", text)
    return problems(yaml.load(read, EditorLoader), schema, schema)  # noqa: S506 - a SafeLoader at heart


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.parent.name)
def test_a_leaflet_that_loads_is_right_by_the_schema(path: Path) -> None:
    assert judge(path.read_text(encoding="utf-8"), leaflet_schema()) == []


def test_starters_and_the_sample_clinics_are_right_by_the_schema() -> None:
    assert judge(starter_leaflet("back-pain", "en-GB"), leaflet_schema()) == []
    assert judge(starter_clinic("riverside"), clinic_schema()) == []
    for sample in sorted((ROOT / "clinics").glob("*.yaml")):
        assert judge(sample.read_text(encoding="utf-8"), clinic_schema()) == [], sample.name


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("title: Looking", "titel: Looking", "/titel: unknown"),
        ("  owner: Riverside Neurology Clinic\n", "", "/review/owner: missing"),
        ("id: sore-knee", "id: Sore Knee", "/id: length or form"),
        ("  intro: Do not wait.", "  intro:", "/help/intro: not ['string', 'number']"),
        ("rows: 7", "rows: many", "/tools/0/rows: not ['integer']"),
    ],
)
def test_a_slip_is_wrong_by_the_schema_too(old: str, new: str, problem: str) -> None:
    text = LEAFLETS[0].read_text(encoding="utf-8")
    assert old in text
    assert problem in judge(text.replace(old, new, 1), leaflet_schema())


def test_keys_are_described_for_the_editor() -> None:
    schema = leaflet_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert (
        schema["$defs"]["Strategy"]["properties"]["brief"]["description"]
        == "One line for the short forms; the first sentence of `what` when left out."
    )
