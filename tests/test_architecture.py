"""The house rules of docs/architecture.md, held by reading the source: who may import whom, what stays out of where.

Every rule is also shown a planted violation: a rule that cannot fail proves nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = "handoutgen"

ROOMS = (
    "errors", "units", "memory", "bounds", "diagnostics", "language", "unbreakable", "codes",
    "content", "design", "formats", "text", "library", "clinic_list", "story", "check", "pictures",
    "plan", "layout", "alternatives", "pdf", "workshop", "build", "output", "preview",
    "service", "batch", "web", "cli", "__main__",
)  # fmt: skip
"""From the ground up: a room may import those before it, never those after it."""

TYPE_ONLY = {("errors", "diagnostics")}
"""Rooms that may name a type of a later room, never use it: `ContentRefused` carries diagnostics it does not read."""

WITHOUT_REPORTLAB = ("errors", "units", "diagnostics", "content", "check", "design", "formats", "text")
APART = {("pdf", "layout")}
"""Rooms beside each other: the first may not see the second, though the second comes before it in the list."""
LONGEST = 300
LONGER: Mapping[str, str] = {
    # file: why it is one idea all the same
    "handoutgen/content/model.py": "the leaflet's vocabulary, read from top to bottom by authors of schema and docs",
}
OUTER_ROOMS = ("cli", "web", "__main__")
"""Only these may read the clock, the environment and the current folder, or print."""
SURROUNDINGS = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "time.localtime",
    "os.environ", "os.getenv", "os.getcwd", "Path.cwd", "Path.home",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Import:
    """One import of one of our modules or of a library."""

    target: str
    line: int
    type_only: bool


def modules_in(root: Path) -> dict[str, ast.Module]:
    """Module name → its syntax tree, for all files below `root`."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = list(path.relative_to(root).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def imports_of(tree: ast.Module, known: Mapping[str, ast.Module]) -> Iterator[Import]:
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


def layering_problems(modules: Mapping[str, ast.Module]) -> list[str]:
    """Imports that go down the list of rooms, rooms not in the list, and what stands side by side."""
    problems = []
    for name, tree in modules.items():
        here = room_of(name)
        if here is None:
            continue
        if here not in ROOMS:
            problems.append(f"{name}: the room {here!r} has no place in the list")
            continue
        for found in imports_of(tree, modules):
            there = room_of(found.target)
            if there is None or there not in ROOMS or there == here:
                continue
            down = ROOMS.index(there) > ROOMS.index(here)
            if down and not (found.type_only and (here, there) in TYPE_ONLY):
                problems.append(f"{name}:{found.line} imports {found.target}: {there} comes after {here}")
            if (here, there) in APART:
                problems.append(f"{name}:{found.line} imports {found.target}: {here} stands beside {there}, not on it")
    return problems


def cycles(modules: Mapping[str, ast.Module]) -> list[str]:
    """Modules that import each other in a ring, whether at the top or inside a function."""
    graph = {
        name: {f.target for f in imports_of(tree, modules) if f.target in modules and not f.type_only} - {name}
        for name, tree in modules.items()
    }
    done: set[str] = set()
    rings: list[str] = []

    def visit(name: str, path: list[str]) -> None:
        if name in path:
            rings.append(" → ".join([*path[path.index(name) :], name]))
        elif name not in done:
            for target in sorted(graph[name]):
                visit(target, [*path, name])
            done.add(name)

    for name in graph:
        visit(name, [])
    return rings


def reportlab_problems(modules: Mapping[str, ast.Module]) -> list[str]:
    """Rooms that say what and how, and yet know the library that draws."""
    return [
        f"{name}:{found.line} imports {found.target}"
        for name, tree in modules.items()
        if room_of(name) in WITHOUT_REPORTLAB
        for found in imports_of(tree, modules)
        if found.target.split(".")[0] == "reportlab"
    ]


def surroundings_problems(modules: Mapping[str, ast.Module]) -> list[str]:
    """Reads of the clock, the environment or the current folder, and prints, outside the outer rooms."""
    problems = []
    for name, tree in modules.items():
        if room_of(name) in OUTER_ROOMS:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                dotted = ".".join(ast.unparse(node).split(".")[-2:])
                if dotted in SURROUNDINGS:
                    problems.append(f"{name}:{node.lineno} reads {dotted}")
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                problems.append(f"{name}:{node.lineno} prints")
    return problems


def long_files(root: Path, limit: int = LONGEST) -> list[str]:
    """Files over the limit that have not said why."""
    return [
        f"{path.relative_to(root).as_posix()} has {count} lines"
        for path in sorted(root.rglob("*.py"))
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > limit
        and path.relative_to(root).as_posix() not in LONGER
    ]


@pytest.fixture(scope="module")
def house() -> dict[str, ast.Module]:
    return modules_in(SOURCE)


def test_imports_only_go_up_the_list_of_rooms(house: dict[str, ast.Module]) -> None:
    assert layering_problems(house) == []


def test_no_module_imports_itself_in_a_ring(house: dict[str, ast.Module]) -> None:
    assert cycles(house) == []


def test_the_rooms_that_only_describe_know_nothing_of_reportlab(house: dict[str, ast.Module]) -> None:
    assert reportlab_problems(house) == []


def test_date_environment_and_folder_are_arguments_and_only_the_command_line_prints(
    house: dict[str, ast.Module],
) -> None:
    assert surroundings_problems(house) == []


def test_files_are_small_or_say_why_not() -> None:
    assert long_files(SOURCE) == []


def test_every_excuse_for_a_long_file_is_still_needed() -> None:
    assert [name for name in LONGER if len((SOURCE / name).read_text(encoding="utf-8").splitlines()) <= LONGEST] == []


def planted(**sources: str) -> dict[str, ast.Module]:
    """A small house of our own: `content__model` stands for handoutgen.content.model."""
    return {f"{PACKAGE}.{name.replace('__', '.')}": ast.parse(text) for name, text in sources.items()}


@pytest.mark.parametrize(
    "house",
    [
        planted(content__model="import handoutgen.plan.pages", plan__pages=""),
        planted(design__scale="def f():\n    from handoutgen.pdf import canvas", pdf__canvas=""),
        planted(pdf__writer="from handoutgen.layout import flow", layout__flow=""),
        planted(
            content__model="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import handoutgen.pdf", pdf=""
        ),
        planted(utils=""),
    ],
    ids=["down", "inside a function", "to a room beside it", "for types only", "unknown room"],
)
def test_a_planted_import_in_the_wrong_direction_is_caught(house: dict[str, ast.Module]) -> None:
    assert len(layering_problems(house)) == 1


def test_imports_that_go_up_are_allowed() -> None:
    house = planted(
        pdf__writer="from handoutgen.plan import pages\nfrom handoutgen.text.model import Line\nimport reportlab",
        plan__pages="",
        text__model="",
        errors="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from handoutgen.diagnostics import Diagnostic",
        diagnostics="",
    )
    assert layering_problems(house) == []
    assert reportlab_problems(house) == []


def test_a_planted_ring_is_caught() -> None:
    ring = planted(
        text__a="import handoutgen.text.b",
        text__b="def f():\n    import handoutgen.text.c",
        text__c="import handoutgen.text.a",
    )
    assert cycles(ring) == ["handoutgen.text.a → handoutgen.text.b → handoutgen.text.c → handoutgen.text.a"]


def test_planted_reportlab_in_a_describing_room_is_caught() -> None:
    assert reportlab_problems(planted(content__model="from reportlab.pdfgen import canvas")) == [
        "handoutgen.content.model:1 imports reportlab.pdfgen"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "print('hello')",
        "import os\nos.environ['HOME']",
        "from datetime import date\nd = date.today()",
        "p = Path.cwd()",
    ],
)
def test_a_planted_look_at_the_surroundings_is_caught_but_not_in_the_command_line(source: str) -> None:
    assert len(surroundings_problems(planted(layout__flow=source))) == 1
    assert surroundings_problems(planted(cli__build=source)) == []


def test_a_planted_long_file_is_caught(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 301, encoding="utf-8")
    (tmp_path / "short.py").write_text("x = 1\n" * 300, encoding="utf-8")
    assert long_files(tmp_path) == ["long.py has 301 lines"]
