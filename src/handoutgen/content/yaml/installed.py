"""A YAML file that ships with the program → plain dicts, lists and texts; what is wrong in it is our bug."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from handoutgen.content.yaml.nodes import Mapping, Node, Scalar
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import InternalError

_GROUP = re.compile(r"(\w+):")
_ENTRY = re.compile(r"  (\w(?:[\w',.;-]| (?! ))*): (?:(\w(?:[\w',.;-]| (?! ))*)|\"([^\"\\]+)\")(?<! )")
"""A word or several, which stand for others, plain or in double quotes, without what means something else in YAML."""


def read_installed(path: Path) -> dict[str, Any]:
    """The file's values, each text as it was written. Raises InternalError when it cannot be read."""
    try:
        read = read_yaml(path.read_bytes(), path.name)
    except OSError as problem:
        raise InternalError(
            f"The file {path.name} that ships with handoutgen is missing; install it again."
        ) from problem
    if read.root is None or read.diagnostics:
        raise InternalError(f"The file {path.name} that ships with handoutgen cannot be read.")
    return {key: _plain(value) for key, value in read.root.values.items()}


def read_word_groups(path: Path) -> dict[str, dict[str, str]]:
    """As `read_installed`, of a long file that is two deep: line by line, ten times as fast, as long as each line is a
    group's name, or a word with what it stands for."""
    groups: dict[str, dict[str, str]] = {}
    inside: dict[str, str] | None = None
    for line in path.read_text(encoding="utf-8").split("\n") if path.is_file() else ["?"]:
        if not line or line.startswith("#"):
            continue
        found = _ENTRY.fullmatch(line)
        if found and inside is not None:
            inside[found[1]] = found[2] or found[3]
        elif name := _GROUP.fullmatch(line):
            inside = groups[name[1]] = {}
        else:
            return read_installed(path)
    return groups


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.values.items()}
    return [_plain(item) for item in node.items]
