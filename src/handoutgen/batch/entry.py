"""What the manifest says of one file, as a record that knows when somebody has tampered with it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from typing import Any, Literal

from handoutgen.batch.digest import Inputs
from handoutgen.batch.naming import stays_inside

RowStatus = Literal["made", "failed"]


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One row as it was last built. A failed row keeps what is known of an older file that still lies there; its
    `problem` says what stopped it."""

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


class Torn(ValueError):  # noqa: N818 - says what it is
    """A record is not what was written."""


def sealed(entry: ManifestEntry) -> str:
    """The entry as one line of JSON with a seal over its values."""
    values = {name: getattr(entry, name) for name in _NAMES}
    values["inputs"] = {name: getattr(entry.inputs, name) for name in _INPUT_NAMES}
    return json.dumps({**values, "seal": _seal(values)}, ensure_ascii=True)


def unsealed(values: Any) -> ManifestEntry:
    """The entry in such an object. Raises Torn when a value is missing, added, of another kind or changed, and when its
    path could lead out of the folder: files are deleted (--prune) and archived by it."""
    if not isinstance(values, dict):
        raise Torn
    known = {key: value for key, value in values.items() if key != "seal"}
    if set(known) != set(_NAMES) or values.get("seal") != _seal(known):
        raise Torn
    if not stays_inside(str(known["path"])):
        raise Torn
    try:
        return ManifestEntry(**{**known, "inputs": Inputs(**known["inputs"])})
    except TypeError as problem:
        raise Torn from problem


def _seal(values: dict[str, Any]) -> str:
    told = json.dumps(values, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


_NAMES = tuple(field.name for field in fields(ManifestEntry))
_INPUT_NAMES = tuple(field.name for field in fields(Inputs))
