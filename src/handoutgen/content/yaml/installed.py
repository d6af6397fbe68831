"""A YAML file that ships with the program → plain dicts, lists and texts; what is wrong in it is our bug."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handoutgen.content.yaml.nodes import Mapping, Node, Scalar
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import InternalError


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


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.values.items()}
    return [_plain(item) for item in node.items]
