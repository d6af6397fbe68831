"""The model turned into JSON Schema 2020-12, for the YAML support of authors' editors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from handoutgen.content.anchors import Anchor
from handoutgen.content.authoring.examples import EXAMPLES
from handoutgen.content.clinic import Clinic
from handoutgen.content.model import Leaflet
from handoutgen.content.packs import ReadyPack
from handoutgen.content.poses.model import Pose
from handoutgen.content.poses.values import PropLayer

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def leaflet_schema() -> dict[str, Any]:
    """The schema of a leaflet file."""
    return schema_of(Leaflet, "A leaflet")


def clinic_schema() -> dict[str, Any]:
    """The schema of a clinic file."""
    return schema_of(Clinic, "A clinic")


def pose_schema() -> dict[str, Any]:
    """The schema of a pose's file."""
    return _with_lists_once(schema_of(Pose, "A pose"), {"Anchor": get_args(Anchor), "PropLayer": get_args(PropLayer)})


def pack_schema() -> dict[str, Any]:
    """The schema of a ready pack's file."""
    return schema_of(ReadyPack, "A ready pack")


def schema_of(model: type[BaseModel], title: str) -> dict[str, Any]:
    """The schema of any model of ours, as an editor needs it."""
    schema = model.model_json_schema()
    return {"$schema": DIALECT, **_for_yaml(schema), "title": title}


def _with_lists_once(schema: dict[str, Any], lists: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The schema with lists of words that many keys take written once, by name."""

    def put(value: Any) -> Any:
        if isinstance(value, list):
            return [put(item) for item in value]
        if not isinstance(value, dict):
            return value
        name = next((name for name, words in lists.items() if value.get("enum") == list(words)), None)
        rest = {key: put(item) for key, item in value.items() if not (name and key in ("enum", "type"))}
        return {"$ref": f"#/$defs/{name}", **rest} if name else rest

    defined = {name: {"enum": list(words)} for name, words in lists.items()}
    shared = put(schema)
    return {**shared, "$defs": {**shared["$defs"], **defined}}


def _for_yaml(value: Any) -> Any:
    """Widen what YAML editors read as a number, and tell what pydantic leaves to its own titles.

    Our reader takes every value as text, so `number: 0117` and `year: 2026` are right, while an editor's YAML sees
    numbers there; each schema of a text therefore takes a number too.
    """
    if isinstance(value, list):
        return [_for_yaml(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = _without_null(value)
    widened = {key: _for_yaml(item) for key, item in value.items() if key != "title" or not isinstance(item, str)}
    if value.get("type") == "string" and "enum" not in value and "const" not in value:
        widened["type"] = ["string", "number"]
    if isinstance(value.get("properties"), dict):
        for name, schema in widened["properties"].items():
            example = EXAMPLES.get(name, "\n")
            is_list = isinstance(schema, dict) and schema.get("type") == "array"
            if is_list != example.startswith("[") or example.startswith("\n"):
                continue
            if isinstance(schema, dict) and "$ref" not in schema:
                schema.setdefault("examples", [example.strip('"')])
    return widened


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A key that may be left out is left out: an empty value is an error, so null is no choice."""
    choices = [choice for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    if "anyOf" not in schema or len(choices) != 1:
        return schema
    rest = {key: item for key, item in schema.items() if key not in ("anyOf", "default")}
    return {**choices[0], **rest}
