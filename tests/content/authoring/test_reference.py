"""The author's reference, the list of codes and the schemas are held in step with the program.

To write the pages anew after a change: python tests/content/authoring/test_reference.py
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from handoutgen.codes import SUBJECTS
from handoutgen.content.authoring.examples import EXAMPLES
from handoutgen.content.authoring.model_paths import all_parts
from handoutgen.content.authoring.reference import (
    code_table,
    field_table,
    key_tables,
    subject_table,
    takes,
    with_tables,
)
from handoutgen.content.authoring.schema import clinic_schema, leaflet_schema, pack_schema, pose_schema
from handoutgen.content.clinic import Clinic
from handoutgen.content.model import Leaflet
from handoutgen.content.poses.model import Pose
from handoutgen.content.poses.things.base import PropPart

ROOT = Path(__file__).parents[3]
PAGES = {
    "content.md": {
        "subjects": subject_table(),
        "fields": field_table(),
        "leaflet": key_tables(Leaflet),
        "clinic": key_tables(Clinic),
    },
    "poses.md": {"pose": key_tables(Pose, PropPart)},
    "checks.md": {subject.name: code_table(subject.meanings) for subject in SUBJECTS},
}
SCHEMAS = {
    "leaflet.schema.json": leaflet_schema, "clinic.schema.json": clinic_schema, "pose.schema.json": pose_schema,
    "pack.schema.json": pack_schema,
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_reference_holds_the_tables_of_today(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert page == with_tables(page, PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_a_row_missing_would_be_noticed(name: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    shorter = re.sub(r"\n\| `?\w+`? \|[^\n]*", "", page, count=1)
    assert shorter != page
    assert with_tables(shorter, PAGES[name]) == page


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_in_the_docs_is_that_of_today(name: str) -> None:
    assert json.loads((ROOT / "docs" / name).read_text(encoding="utf-8")) == SCHEMAS[name]()


def test_every_key_of_the_model_is_in_the_reference() -> None:
    page = (ROOT / "docs/content.md").read_text(encoding="utf-8")
    for model in (Leaflet, Clinic):
        for part in all_parts(model):
            assert [key for key in part.model_fields if f"| `{key}` |" not in page] == []


def test_every_key_that_must_be_written_has_an_example() -> None:
    needed = {
        key
        for model in (Leaflet, Clinic)
        for part in all_parts(model)
        for key, field in part.model_fields.items()
        if field.is_required()
    }
    assert needed - set(EXAMPLES) == set()


def test_every_key_of_a_pose_says_what_it_is() -> None:
    bare = [f"{part.__name__}.{key}" for part in all_parts(Pose) for key, field in part.model_fields.items()
            if not field.description and key != "type"]  # fmt: skip
    assert bare == []


def test_every_key_of_a_pose_that_must_be_written_has_an_example_of_its_own() -> None:
    bare = [
        f"{part.__name__}.{key}" for part in all_parts(Pose) for key, field in part.model_fields.items()
        if field.is_required() and key != "type" and not field.examples
    ]  # fmt: skip
    assert bare == []


@pytest.mark.parametrize("part", [*all_parts(Leaflet), *all_parts(Clinic)], ids=lambda part: part.__name__)
def test_the_longest_text_the_reference_allows_is_the_longest_that_loads(part: type[BaseModel]) -> None:
    for key, field in part.model_fields.items():
        stated = re.search(r"up to (\d+) characters", takes(field))
        if stated:
            assert not is_too_long(part, key, int(stated.group(1))), key
            assert is_too_long(part, key, int(stated.group(1)) + 1), key


def is_too_long(part: type[BaseModel], key: str, length: int) -> bool:
    with pytest.raises(ValidationError) as refusal:
        part.model_validate({key: "x" * length, "no such key": ""})
    return any(error["loc"] == (key,) and error["type"].endswith("too_long") for error in refusal.value.errors())


def write_pages() -> None:
    """Bring docs up to date."""
    for name, tables in PAGES.items():
        path = ROOT / "docs" / name
        path.write_text(with_tables(path.read_text(encoding="utf-8"), tables), encoding="utf-8", newline="\n")
    for name, make in SCHEMAS.items():
        text = json.dumps(make(), indent=2, ensure_ascii=False) + "\n"
        (ROOT / "docs" / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pages()
