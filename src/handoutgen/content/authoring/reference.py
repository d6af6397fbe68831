"""The model and the codes turned into the tables of the author's reference (docs/content.md, docs/checks.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from handoutgen.content.authoring.examples import EXAMPLES, as_flow
from handoutgen.content.authoring.model_paths import all_parts, is_list, kind_of, parts_of, unwrap
from handoutgen.content.markdown.fields import CLINIC_FIELDS
from handoutgen.content.poses.values import read_arc, read_direction, read_extent, read_own_spot, read_spot
from handoutgen.content.subjects import leaflet_subjects
from handoutgen.content.validators import read_day, refuse_bad_phrase, refuse_bad_prose

MOST_NAMED = 8
"""Among more kinds than these, none is named: their tables follow."""
_HEAD = "| key | needed | what it takes | what it is |\n| --- | --- | --- | --- |"


def with_tables(text: str, tables: Mapping[str, str]) -> str:
    """A page with each stretch between `<!-- NAME -->` and `<!-- end -->` replaced by the table of that name."""
    for name, table in tables.items():
        text = _with_table(text, f"<!-- {name} -->", table)
    return text


def _with_table(text: str, begin: str, table: str) -> str:
    return re.sub(
        rf"{re.escape(begin)}.*?<!-- end -->", lambda _: f"{begin}\n\n{table}\n\n<!-- end -->", text, flags=re.DOTALL
    )


def key_tables(model: type[BaseModel], base: type[BaseModel] | None = None) -> str:
    """A heading and a table of keys for the model and each part of it; what the parts that are a `base` share is told
    once, at the end."""
    parts = [*all_parts(model), *([base] if base else [])]
    return "\n\n".join(_part_table(part, base if part is not base else None) for part in parts)


def code_table(codes: Mapping[str, str]) -> str:
    """The codes of findings and what they mean."""
    rows = (f"| {code} | {meaning} |" for code, meaning in codes.items())
    return "\n".join(["| code | meaning |", "| --- | --- |", *rows])


def field_table() -> str:
    """The `{clinic.…}` fields."""
    rows = (f"| `{{{name}}}` | {meaning} | {example} |" for name, (meaning, example) in CLINIC_FIELDS.items())
    return "\n".join(["| field | what it prints | example |", "| --- | --- | --- |", *rows])


def subject_table() -> str:
    """The subjects by which leaflets are listed."""
    rows = (f"| `{subject.id}` | {subject.name('en')} |" for subject in leaflet_subjects().values())
    return "\n".join(["| id | subject |", "| --- | --- |", *rows])


def _part_table(part: type[BaseModel], base: type[BaseModel] | None) -> str:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", part.__name__)
    meaning = " ".join((part.__doc__ or "").split())
    told = base.model_fields if base and issubclass(part, base) else {}
    rows = [_row(key, field) for key, field in part.model_fields.items() if key not in told]
    return "\n".join([f"### {name.capitalize()}", "", meaning, "", _HEAD, *rows])


def _row(key: str, field: FieldInfo) -> str:
    needed = "yes" if field.is_required() else "no"
    return f"| `{key}` | {needed} | {takes(field)} | {_meaning(key, field)} |"


def _meaning(key: str, field: FieldInfo) -> str:
    example = as_flow(field.examples[0]) if field.examples else EXAMPLES.get(key, "\n")
    without = example.startswith("\n") or parts_of(field.annotation) or not field.is_required()
    shown = "" if without else f"`{example}`"
    return " ".join(part for part in (field.description or "", f"Such as {shown}." if shown else "") if part)


def takes(field: FieldInfo) -> str:
    """What a key takes, in words: kind, length, count."""
    annotation = field.annotation
    metadata = list(_metadata(annotation, field))
    if gate := _gate(metadata):
        return gate
    if get_origin(annotation) is dict:
        named, told = get_args(annotation)
        return f"{_kind(told, [])} by name" if named is str else f"{_kind(told, [])}, by {_kind(named, [])}"
    if is_list(annotation):
        inner = get_args(unwrap(annotation))[0]
        count = _range(_limits(field.metadata), "entries")
        return f"a list of {_kind(inner, list(_metadata(inner)), plural=True)}{count}"
    limits = _limits(metadata)
    unit = "" if unwrap(annotation) in (int, float) else "characters"
    return f"{_kind(annotation, metadata)}{_range(limits, unit)}"


def _kind(annotation: Any, metadata: list[Any], plural: bool = False) -> str:
    plain = unwrap(annotation)
    if parts := parts_of(plain):
        if len(parts) > MOST_NAMED:
            return "a thing's keys" if not plural else "things, each with the keys of its type"
        names = [kind_of(part) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", part.__name__).lower() for part in parts]
        return f"{' or '.join(names)} keys" if not plural else f"entries with {' or '.join(names)} keys"
    if get_origin(plain) is Literal:
        return "one of: " + ", ".join(f"`{word}`" for word in get_args(plain))
    if isinstance(plain, type) and issubclass(plain, Enum):
        return "one of: " + ", ".join(f"`{member.value}`" for member in plain)
    if gate := _gate(metadata):
        return _PLURALS.get(gate, gate) if plural else gate
    gates = [item.func for item in metadata if isinstance(item, AfterValidator | BeforeValidator)]
    named = {refuse_bad_phrase: "one paragraph", refuse_bad_prose: "paragraphs, lists, tables", read_day: "a date"}
    single = next((words for gate, words in named.items() if gate in gates), None)
    single = single or {int: "a whole number", float: "a number", bool: "`true` or `false`", date: "a date"}.get(plain)
    single = single or "plain text"
    return {"one paragraph": "paragraphs", "plain text": "plain texts"}.get(single, single) if plural else single


_GATES: Mapping[Any, str] = {
    read_spot: "a place: `[x, y]`, `[x, y, z]` or `[anchor, x, y]`",
    read_own_spot: "a place: `[x, y]` or `[x, y, z]`",
    read_extent: "a range: `[from, to]`",
    read_arc: "an arc: `[x, y, radius, from, to]`",
    read_direction: "a direction: `[x, y]` or `[x, y, z]`",
}
"""What reads a list of numbers in a pose, and what it is called."""
_PLURALS = {_GATES[read_spot]: "places: `[x, y]`, `[x, y, z]` or `[anchor, x, y]`"}


def _gate(metadata: list[Any]) -> str:
    """What a list of numbers is called; empty for anything else."""
    read = [item.func for item in metadata if isinstance(item, BeforeValidator)]
    return next((words for gate, words in _GATES.items() if gate in read), "")


def _metadata(annotation: Any, field: FieldInfo | None = None) -> Iterator[Any]:
    """What Annotated and Field say about a value, through `| None`."""
    yield from field.metadata if field else ()
    if get_origin(annotation) is Annotated:
        yield from get_args(annotation)[1:]
        yield from _metadata(get_args(annotation)[0])
    elif get_origin(annotation) is not tuple:
        for member in get_args(annotation):
            yield from _metadata(member)


def _limits(metadata: list[Any]) -> dict[str, float]:
    """The tightest limits: a field may narrow what its type allows."""
    found: dict[str, float] = {}
    for item in metadata:
        for name in ("min_length", "ge", "gt"):
            if (value := getattr(item, name, None)) is not None:
                found["least"] = max(value, found.get("least", value))
        for name in ("max_length", "le", "lt"):
            if (value := getattr(item, name, None)) is not None:
                found["most"] = min(value, found.get("most", value))
    return found


def _range(limits: Mapping[str, float], unit: str) -> str:
    least, most = limits.get("least", 0), limits.get("most")
    if most is None:
        return f", {least:g} or more" if least and unit == "entries" else ""
    low = f"{least:g} to " if unit != "characters" and (least or not unit) else "up to "
    return f", {low}{most:g} {unit}".rstrip()
