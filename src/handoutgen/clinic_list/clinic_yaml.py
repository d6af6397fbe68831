"""A clinic's plain values → the YAML of its file, with a mark that shows later whether a hand has changed it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from handoutgen.content.clinic import Clinic

_HEAD = """\
# yaml-language-server: $schema=../docs/clinic.schema.json
# From a list of clinics. "handoutgen clinics import" keeps this file up to date until somebody edits it (mark {mark}).
# Check every number by calling it: it is what readers will call.

"""
_MARK = re.compile(r"^# From a list of clinics\..*\(mark ([0-9a-f]{12})\)\.$", re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_][\w ,.'’()/+-]*[\w.)]")
_WEB = re.compile(r"https?://[\w./-]*\w/?")
_MEANS_SOMETHING = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
_IN_A_LINE = frozenset({"languages", "tags"})


def clinic_text(values: Mapping[str, Any], from_list: Mapping[str, Any] | None = None) -> str:
    """The file. `from_list` is what the list alone gives, when `values` hold more: the mark is of that."""
    body = _body(values)
    return _HEAD.format(mark=_digest(body if from_list is None else _body(from_list))) + body


def is_as_imported(text: str) -> bool:
    """Whether a file is one of ours that nobody has edited since."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    mark = _MARK.search(plain)
    return (
        mark is not None
        and plain == _HEAD.format(mark=mark[1]) + (body := plain.partition("\n\n")[2])
        and (_digest(body) == mark[1])
    )


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8")).hexdigest()[:12]


def _body(values: Mapping[str, Any]) -> str:
    keys = [key for key in Clinic.model_fields if key in values]
    return "".join(entry_text(key, values[key], "") for key in keys)


def entry_text(key: str, value: Any, indent: str) -> str:
    """A key with its value, on as many lines as it takes, each so far in."""
    if isinstance(value, Mapping):
        return f"{indent}{key}:\n" + "".join(entry_text(inner, value[inner], indent + "  ") for inner in value)
    if key in _IN_A_LINE:
        return f"{indent}{key}: [{', '.join(scalar_text(item) for item in value)}]\n"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"{indent}{key}:\n" + "".join(item_text(item, indent + "  ") for item in value)
    return f"{indent}{key}: {scalar_text(value)}\n"


def item_text(item: Any, indent: str) -> str:
    """An entry of a list."""
    if not isinstance(item, Mapping):
        return f"{indent}- {scalar_text(item)}\n"
    lines = "".join(entry_text(key, item[key], indent + "  ") for key in item)
    return f"{indent}- {lines.removeprefix(indent + '  ')}"


def scalar_text(value: Any) -> str:
    """Quoted, unless every reader of YAML takes it for the same text: no numbers, no signs, no yes and no."""
    text = str(value)
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _MEANS_SOMETHING
    return text if is_plain or _WEB.fullmatch(text) else json.dumps(text, ensure_ascii=False)
