"""What the manifest says of one file, as a record that knows when somebody has tampered with it."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args

from msgspec import Struct

from handoutgen.batch.digest import Inputs
from handoutgen.batch.naming import NO_CLINIC, stays_inside
from handoutgen.batch.task import Untold
from handoutgen.depth import Depth
from handoutgen.library.file_names import is_safe_name

RowStatus = Literal["made", "failed", "left out"]
LEFT_OUT: RowStatus = "left out"
"""Only a group such as "all" brought the row in, and its form cannot be made of its leaflet."""


class ManifestEntry(Struct, frozen=True):
    """One row as it was last built. A row that was not made keeps what is known of an older file that still lies
    there; its `problem` says what stopped it."""

    path: str
    plan: str
    status: RowStatus
    leaflet: str
    language: str
    clinic: str
    format: str
    size: str
    inputs: Inputs
    sha256: str = ""
    bytes: int = 0
    pages: int = 0
    sheets: int = 0
    version: str = ""
    next_review: str = ""
    problem: str = ""
    detail: str = ""
    """The depth of detail; empty for a form that has none."""
    left_out: tuple[Untold, ...] = ()
    """What the form does not say of its leaflet."""


class Torn(ValueError):  # noqa: N818 - says what it is
    """A record is not what was written."""


def sealed(entry: ManifestEntry) -> str:
    """The entry as one line of JSON with a seal over its values."""
    values = {name: getattr(entry, name) for name in _NAMES}
    values["inputs"] = {name: getattr(entry.inputs, name) for name in _INPUT_NAMES}
    values["left_out"] = [told._asdict() for told in entry.left_out]
    return json.dumps({**values, "seal": _seal(values)}, ensure_ascii=True)


def unsealed(values: Any) -> ManifestEntry:
    """The entry in such an object. Raises Torn when a value is missing, added, of another kind or changed, and when one
    that becomes a path could lead out of the folder: files are deleted (--prune) and archived by them. The seal only
    shows an accident; anybody can make one."""
    if not isinstance(values, dict):
        raise Torn
    known = {key: value for key, value in values.items() if key != "seal"}
    if not _has_kinds(known, _KINDS) or not _has_kinds(known["inputs"], _INPUT_KINDS):
        raise Torn
    if not all(_has_kinds(told, _UNTOLD_KINDS) for told in known["left_out"]):
        raise Torn
    if values.get("seal") != _seal(known) or not _is_plausible(known):
        raise Torn
    left_out = tuple(untold(**told) for told in known["left_out"])
    return ManifestEntry(**{**known, "inputs": Inputs(**known["inputs"]), "left_out": left_out})


def untold(code: str, message: str) -> Untold:
    """What a form leaves out, kept once however many rows say the same."""
    return Untold(sys.intern(code), sys.intern(message))


def _has_kinds(values: Any, kinds: Mapping[str, type]) -> bool:
    """Whether these are the names, each with its kind of value. A bool is an int to Python, and not to us."""
    return (
        isinstance(values, dict)
        and set(values) == set(kinds)
        and all(type(value) is kinds[name] for name, value in values.items())
    )


def _is_plausible(known: Mapping[str, Any]) -> bool:
    """Whether what becomes a path stays in the folder, and the rest is what a batch could have written."""
    named = (known["leaflet"], known["language"], known["format"], known["size"], known["clinic"] or NO_CLINIC)
    numbers = (known["bytes"], known["pages"], known["sheets"])
    return (
        stays_inside(known["path"])
        and all(is_safe_name(name) for name in named)
        and known["status"] in get_args(RowStatus)
        and known["detail"] in ("", *Depth)
        and all(number >= 0 for number in numbers)
    )


def _seal(values: dict[str, Any]) -> str:
    told = json.dumps(values, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


_NAMES = ManifestEntry.__struct_fields__
_INPUT_NAMES = Inputs.__struct_fields__
_KINDS: Mapping[str, type] = MappingProxyType(
    {
        name: {"inputs": dict, "bytes": int, "pages": int, "sheets": int, "left_out": list}.get(name, str)
        for name in _NAMES
    }
)
_UNTOLD_KINDS: Mapping[str, type] = MappingProxyType({"code": str, "message": str})
_INPUT_KINDS: Mapping[str, type] = MappingProxyType({name: bool if name == "overdue" else str for name in _INPUT_NAMES})
