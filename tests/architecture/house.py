"""The source as a house of rooms: its modules as syntax trees, and what each imports. What the rules are asked of."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
PACKAGE = "handoutgen"

House = Mapping[str, ast.Module]
"""Module name → its syntax tree."""


@dataclass(frozen=True, slots=True)
class Import:
    """One import of one of our modules or of a library."""

    target: str
    line: int
    type_only: bool


def modules_in(root: Path) -> dict[str, ast.Module]:
    """All modules below `root`."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = list(path.relative_to(root).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def planted(**sources: str) -> dict[str, ast.Module]:
    """A small house of our own: `content__model` stands for handoutgen.content.model."""
    return {f"{PACKAGE}.{name.replace('__', '.')}": ast.parse(text) for name, text in sources.items()}


def imports_of(tree: ast.Module, known: House) -> Iterator[Import]:
    """All imports, also those inside functions; `from package import module` names the module."""
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, id(node) in guarded)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import; write the whole name"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield Import(whole if whole in known else str(node.module), node.lineno, id(node) in guarded)


def room_of(module: str) -> str | None:
    """The room a module of ours belongs to; None for a library and for the package's own `__init__`."""
    parts = module.split(".")
    return parts[1] if parts[0] == PACKAGE and len(parts) > 1 else None


def is_below(module: str, place: str) -> bool:
    """Whether a module is `place` (such as "layout.flow") or lies in it."""
    whole = f"{PACKAGE}.{place}"
    return module == whole or module.startswith(whole + ".")
